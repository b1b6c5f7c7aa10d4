import type { Route } from '../web/route.ts'

export const historyRoutes: readonly Route[] = []
