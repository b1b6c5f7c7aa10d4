import { and, count, eq, isNotNull } from 'drizzle-orm'
import { desks } from '../accounts/schema.ts'
import { familyOf } from '../claims/queries.ts'
import { attributions, claims } from '../claims/schema.ts'
import type { Reader } from '../db/open.ts'
import { independentFirstHand } from '../evidence/independence.ts'
import { type EvidenceItem, listEvidence } from '../evidence/queries.ts'
import { evidence } from '../evidence/schema.ts'
import { type Grounds, missingFor } from './minimum.ts'
import type { ClaimOpinions } from './queries.ts'

/** Evidence that has not been withdrawn, also on claims merged into this one. */
export function standingEvidence(db: Reader, claimId: number): EvidenceItem[] {
  return listEvidence(db, familyOf(db, claimId)).filter((item) => item.withdrawnAt === null)
}

/** What a finding on this claim can rest on. */
export function groundsOf(db: Reader, claimId: number, standing: readonly EvidenceItem[]): Grounds {
  const supports = standing.filter((item) => item.stance === 'supports')
  return {
    supporting: supports.length,
    conclusive: supports.filter((item) => item.basis === 'own_observation' || item.basis === 'primary_record').length,
    contradicting: standing.filter((item) => item.stance === 'contradicts').length,
    independent: independentFirstHand(supports),
    hops: db.select({ hops: count() }).from(attributions).where(eq(attributions.claimId, claimId)).get()?.hops ?? 0,
  }
}

/** How many independent sources this desk asks for. */
export const sourcesAskedBy = (db: Reader, deskId: number): number =>
  db.select({ asked: desks.independentSources }).from(desks).where(eq(desks.id, deskId)).get()?.asked ?? 2

/** The claims whose finding rested on evidence that was withdrawn since, and no longer has what its outcome needs. */
export function unsupportedClaims(
  db: Reader,
  article: { deskId: number },
  versionId: number,
  opinions: ReadonlyMap<number, ClaimOpinions>,
): Set<number> {
  const withdrawn = new Set(
    db
      .select({ id: evidence.id })
      .from(evidence)
      .innerJoin(claims, eq(claims.id, evidence.claimId))
      .where(and(eq(claims.versionId, versionId), isNotNull(evidence.withdrawnAt)))
      .all()
      .map((row) => row.id),
  )
  const lost = [...opinions].filter(([claimId, { first, final }]) => {
    const counting = final ?? first
    if (!counting?.reliedOn.some((id) => withdrawn.has(id))) return false
    return (
      missingFor(counting, groundsOf(db, claimId, standingEvidence(db, claimId)), sourcesAskedBy(db, article.deskId)).outcome !== undefined
    )
  })
  return new Set(lost.map(([claimId]) => claimId))
}
