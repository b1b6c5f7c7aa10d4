import type { Route } from '../web/route.ts'

export const articleRoutes: readonly Route[] = []
