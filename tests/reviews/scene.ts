import { eq } from 'drizzle-orm'
import { clear } from '../../src/accounts/policy.ts'
import { findArticle } from '../../src/articles/queries.ts'
import { sentences } from '../../src/articles/schema.ts'
import { confirmClaim } from '../../src/claims/decisions.ts'
import { findClaim, lastEventOn } from '../../src/claims/queries.ts'
import type { Db } from '../../src/db/open.ts'
import { evidence } from '../../src/evidence/schema.ts'
import { type FindingForm, fileFinding } from '../../src/reviews/reviews.ts'
import { takeSecondCheck } from '../../src/reviews/second-checks.ts'
import type { Review } from '../../src/reviews/schema.ts'
import { bridgeText, type Person, people, viewerIn } from '../support/newsroom.ts'
import { sha256 } from '../../src/events/events.ts'

/** The claims of the bridge article have their numbers as ids. */
export const bridgeSha = sha256(bridgeText)

/** Evidence of one kind on a claim, from nobody in particular unless a source is given. */
export function addEvidence(db: Db, claimId: number, facets: Partial<typeof evidence.$inferInsert> = {}): number {
  return db
    .insert(evidence)
    .values({
      claimId,
      kind: 'note',
      title: 'A note',
      stance: 'supports',
      basis: 'primary_record',
      addedBy: people.cal.id,
      addedAt: '2026-03-02T09:00:00.000Z',
      ...facets,
    })
    .returning()
    .get().id
}

const usual: Omit<FindingForm, 'seen'> = {
  said: 'confirmed_relay',
  outcome: 'unverified',
  confidence: 'low',
  reason: 'Rang the agency twice; nobody there could say.',
}

/** Files a finding as somebody who has seen everything there is. Claims without a chain are in the outlet's own voice. */
export function find(db: Db, who: Person, claimId: number, form: Partial<FindingForm> = {}): Review {
  const viewer = viewerIn(db, who)
  const ownVoice = [2, 5].includes(claimId) ? { said: 'no_attribution' as const } : {}
  return fileFinding(db, viewer, clear(viewer, 'check', findClaim(db, viewer, claimId)), {
    seen: lastEventOn(db, claimId),
    ...usual,
    ...ownVoice,
    ...form,
  })
}

export function takeSecond(db: Db, who: Person, claimId: number) {
  const viewer = viewerIn(db, who)
  return takeSecondCheck(db, viewer, clear(viewer, 'review', findClaim(db, viewer, claimId)), { seen: lastEventOn(db, claimId) })
}

/** The viewer, and the claim cleared for checking as they see it now. */
export function checking(db: Db, who: Person, claimId: number) {
  const viewer = viewerIn(db, who)
  return { viewer, claim: clear(viewer, 'check', findClaim(db, viewer, claimId)), seen: lastEventOn(db, claimId) }
}

export function editing(db: Db, who: Person) {
  const viewer = viewerIn(db, who)
  return { viewer, article: clear(viewer, 'edit', findArticle(db, viewer, 1)) }
}

/** Everything done that sign-off asks for: all claims checked twice, all sentences decided. */
export function finishEverything(db: Db): void {
  for (const claimId of [1, 2, 3, 4, 5, 6]) {
    const { viewer, claim, seen } = checking(db, 'cal', claimId)
    confirmClaim(db, viewer, claim, { seen })
    find(db, 'cal', claimId)
    takeSecond(db, 'ruth', claimId)
    find(db, 'ruth', claimId)
  }
  decideTheRest(db)
}

/** The headline, the caveat and the last sentence hold no claim. */
export function decideTheRest(db: Db): void {
  for (const position of [1, 8, 9])
    db.update(sentences).set({ none: 'scene_setting', noneBy: people.cal.id }).where(eq(sentences.position, position)).run()
}
