import { eq } from 'drizzle-orm'
import type { Viewer } from '../accounts/viewer.ts'
import { nobodyElseChanged } from '../claims/desk-forms.ts'
import { requireOpen } from '../articles/open.ts'
import type { ClaimOnDesk } from '../claims/queries.ts'
import { claims } from '../claims/schema.ts'
import type { Tx } from '../db/open.ts'
import { Conflict } from '../errors.ts'

/** Refuses where the claim's record cannot be added to: somebody else has changed it, it is signed off, or it stands no longer. */
export function requireReady(tx: Tx, viewer: Viewer, claim: ClaimOnDesk, seen: number): void {
  nobodyElseChanged(tx, viewer, claim, seen)
  requireOpen(tx, claim.articleId)
  const now = tx.select({ withdrawn: claims.withdrawn }).from(claims).where(eq(claims.id, claim.id)).get()
  if (!now || now.withdrawn)
    throw new Conflict('This claim is no longer in the copy: it was merged into another, or its making was undone.')
}

/** Work on a claim has begun. */
export function startWork(tx: Tx, claim: ClaimOnDesk): void {
  if (claim.state === 'new' || claim.state === 'assigned')
    tx.update(claims).set({ state: 'in_progress' }).where(eq(claims.id, claim.id)).run()
}
