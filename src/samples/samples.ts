import type { Viewer } from '../accounts/viewer.ts'
import type { Db } from '../db/open.ts'
import type { Workers } from '../workers/pool.ts'

/** Puts the sample articles on a desk. */
export async function bringInSamples(_db: Db, _workers: Workers, _admin: Viewer, _deskId: number): Promise<void> {}
