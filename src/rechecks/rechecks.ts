import { and, eq, isNull } from 'drizzle-orm'
import type { Cleared } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { ClaimOnDesk } from '../claims/queries.ts'
import { type Db, write } from '../db/open.ts'
import { Conflict } from '../errors.ts'
import { record } from '../events/events.ts'
import { rechecks } from './schema.ts'

const standing = (claimId: number) => and(eq(rechecks.claimId, claimId), isNull(rechecks.doneAt))
const about = ({ id, articleId, deskId }: ClaimOnDesk) => ({ subjects: [`claim:${id}`], place: { articleId, deskId } })

/** Asks for a claim to be checked again from a day on; another day takes the place of the one that stood. */
export function askAgain(
  db: Db,
  viewer: Viewer,
  claim: Cleared<'check', ClaimOnDesk>,
  { dueOn, why }: { dueOn: string; why: string },
): void {
  if (claim.withdrawn) throw new Conflict('This claim was withdrawn: there is nothing left to check again.')
  write(db, (tx) => {
    const before = tx.select().from(rechecks).where(standing(claim.id)).get()
    if (before?.dueOn === dueOn && before.why === why) return
    if (before) tx.update(rechecks).set({ dueOn, why }).where(eq(rechecks.id, before.id)).run()
    else tx.insert(rechecks).values({ claimId: claim.id, dueOn, why, askedBy: viewer.id, askedAt: new Date().toISOString() }).run()
    record(tx, viewer, {
      act: 'recheck.asked',
      ...about(claim),
      ...(before && { before: { dueOn: before.dueOn, why: before.why } }),
      after: { dueOn, why },
    })
  })
}

/** Records that a claim was looked into again, and what came of it. A new finding is filed on the claim, as ever. */
export function doneAgain(db: Db, viewer: Viewer, claim: Cleared<'check', ClaimOnDesk>, came: string): void {
  write(db, (tx) => {
    const done = tx.update(rechecks).set({ came, doneBy: viewer.id, doneAt: new Date().toISOString() }).where(standing(claim.id)).run()
    if (done.changes === 0) throw new Conflict('Nobody is waiting for this claim to be checked again, or somebody has just done it.')
    record(tx, viewer, { act: 'recheck.done', ...about(claim), after: { came } })
  })
}
