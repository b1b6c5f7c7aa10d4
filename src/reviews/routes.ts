import type { Route } from '../web/route.ts'

export const reviewRoutes: readonly Route[] = []
