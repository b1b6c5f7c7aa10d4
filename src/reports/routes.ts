import type { Route } from '../web/route.ts'

export const reportRoutes: readonly Route[] = []
