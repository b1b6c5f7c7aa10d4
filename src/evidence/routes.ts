import type { Route } from '../web/route.ts'

export const evidenceRoutes: readonly Route[] = []
