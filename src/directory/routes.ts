import type { Route } from '../web/route.ts'

export const directoryRoutes: readonly Route[] = []
