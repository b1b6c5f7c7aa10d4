import { accountRoutes } from './accounts/routes.ts'
import { articleRoutes } from './articles/routes.ts'
import { auditRoutes } from './audits/routes.ts'
import { chainRoutes } from './claims/chain-routes.ts'
import { claimRoutes } from './claims/routes.ts'
import { codingRoutes } from './coding/routes.ts'
import { correctionRoutes } from './corrections/routes.ts'
import { deskRoutes } from './desk/routes.ts'
import { directoryRoutes } from './directory/routes.ts'
import { evidenceRoutes } from './evidence/routes.ts'
import { importRoutes } from './imports/routes.ts'
import { historyRoutes } from './history/routes.ts'
import { recheckRoutes } from './rechecks/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { reviewRoutes } from './reviews/routes.ts'
import { bringInSamples } from './samples/samples.ts'
import { searchRoutes } from './search/routes.ts'
import { vaultRoutes } from './vault/routes.ts'
import { anyone, get, type Route } from './web/route.ts'

/** The site map: every feature's routes, in the order of the work. */
export const routes: readonly Route[] = [
  get('/health', anyone, ({ db, res }) => {
    db.$client.prepare('SELECT 1').get()
    res.type('text').send('ok\n')
  }),
  ...accountRoutes(bringInSamples),
  ...articleRoutes,
  ...importRoutes,
  ...claimRoutes,
  ...chainRoutes,
  ...evidenceRoutes,
  ...reviewRoutes,
  ...deskRoutes,
  ...vaultRoutes,
  ...directoryRoutes,
  ...reportRoutes,
  ...auditRoutes,
  ...codingRoutes,
  ...searchRoutes,
  ...correctionRoutes,
  ...recheckRoutes,
  ...historyRoutes,
]
