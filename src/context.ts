import type { Settings } from './config.ts'
import type { Db } from './db/open.ts'
import type { Auditor } from './audits/auditor.ts'
import type { Importer } from './imports/importer.ts'
import type { Workers } from './workers/pool.ts'

/** What the app is made of; every handler gets it. Time is read where it is needed: nothing here waits for a clock. */
export interface Context {
  db: Db
  settings: Settings
  workers: Workers
  auditor: Auditor
  importer: Importer
}
