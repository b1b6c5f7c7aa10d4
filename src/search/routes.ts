import type { Route } from '../web/route.ts'

export const searchRoutes: readonly Route[] = []
