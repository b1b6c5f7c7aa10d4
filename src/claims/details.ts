import { and, eq, inArray } from 'drizzle-orm'
import type { Cleared } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { type Db, write } from '../db/open.ts'
import { Unusable } from '../errors.ts'
import { record } from '../events/events.ts'
import type { ClaimKind, QuoteKind, Voice } from '../vocabulary.ts'
import { nobodyElseChanged } from './desk-forms.ts'
import { requireOpen } from '../articles/open.ts'
import type { ClaimOnDesk } from './queries.ts'
import { caveats, claimCaveats, claims } from './schema.ts'
import { snapshotOf } from './snapshot.ts'

export interface Details {
  seen: number
  kind: ClaimKind
  checkable: boolean
  voice: Voice
  quote: QuoteKind
  restsOnMedia: boolean
  /** The caveats of the copy that qualify this claim. */
  caveatIds: number[]
}

/** Corrects what kind of claim it is, how the copy puts it, and which caveats qualify it. */
export function changeDetails(db: Db, viewer: Viewer, claim: Cleared<'check', ClaimOnDesk>, form: Details): void {
  write(db, (tx) => {
    nobodyElseChanged(tx, viewer, claim, form.seen)
    requireOpen(tx, claim.articleId)
    const { seen: _, caveatIds, ...details } = form
    const known = tx
      .select({ id: caveats.id })
      .from(caveats)
      .where(and(eq(caveats.versionId, claim.versionId), inArray(caveats.id, caveatIds)))
      .all()
      .map((caveat) => caveat.id)
    if (known.length !== new Set(caveatIds).size)
      throw new Unusable('One of these caveats does not stand in this article. Open the desk again and choose anew.', 'caveats')

    const before = snapshotOf(tx, [claim.id])
    tx.update(claims)
      .set({ ...details, standing: 'corrected' })
      .where(eq(claims.id, claim.id))
      .run()
    tx.delete(claimCaveats).where(eq(claimCaveats.claimId, claim.id)).run()
    if (known.length > 0)
      tx.insert(claimCaveats)
        .values(known.map((caveatId) => ({ claimId: claim.id, caveatId })))
        .run()
    record(tx, viewer, {
      act: 'claim.details_changed',
      subjects: [`claim:${claim.id}`],
      place: { articleId: claim.articleId, deskId: claim.deskId },
      before,
      after: snapshotOf(tx, [claim.id]),
    })
  })
}
