import { eq } from 'drizzle-orm'
import { desks } from '../accounts/schema.ts'
import { familyOf } from '../claims/queries.ts'
import type { Reader } from '../db/open.ts'
import { independentFirstHand } from '../evidence/independence.ts'
import { type EvidenceItem, evidenceOfVersion, listEvidence } from '../evidence/queries.ts'
import { sourcesInChains } from './chains.ts'
import { type Grounds, missingFor } from './minimum.ts'
import type { ClaimOpinions } from './queries.ts'

/** Evidence that has not been withdrawn, also on claims merged into this one. */
export function standingEvidence(db: Reader, claimId: number): EvidenceItem[] {
  return listEvidence(db, familyOf(db, claimId)).filter((item) => item.withdrawnAt === null)
}

/** What a finding can rest on where this evidence stands and the chain has so many hops. */
export function groundsOf(standing: readonly EvidenceItem[], hops: number): Grounds {
  const supports = standing.filter((item) => item.stance === 'supports')
  return {
    supporting: supports.length,
    conclusive: supports.filter((item) => item.basis === 'own_observation' || item.basis === 'primary_record').length,
    contradicting: standing.filter((item) => item.stance === 'contradicts').length,
    independent: independentFirstHand(supports),
    hops,
  }
}

/** How many independent sources this desk asks for. */
export const sourcesAskedBy = (db: Reader, deskId: number): number =>
  db.select({ asked: desks.independentSources }).from(desks).where(eq(desks.id, deskId)).get()?.asked ?? 2

/**
 * The claims with a counting finding whose outcome would not be accepted now. Each is held against what there is, not against what has
 * changed: evidence is withdrawn, sources turn out to belong together or to be one, a desk asks for more.
 */
export function unsupportedClaims(
  db: Reader,
  article: { deskId: number },
  versionId: number,
  opinions: ReadonlyMap<number, ClaimOpinions>,
): Set<number> {
  // A final opinion decides in the place of the two before it.
  const counting = [...opinions].flatMap(([claimId, { first, second, final }]) =>
    (final ? [final] : [first, second]).flatMap((review) => (review ? [{ claimId, review }] : [])),
  )
  if (counting.length === 0) return new Set()
  const evidence = evidenceOfVersion(db, versionId)
  const chains = sourcesInChains(db, versionId)
  const asked = sourcesAskedBy(db, article.deskId)
  const lost = counting.filter(({ claimId, review }) => {
    const standing = (evidence.get(claimId) ?? []).filter((item) => item.withdrawnAt === null)
    return missingFor(review, groundsOf(standing, chains.get(claimId)?.length ?? 0), asked).outcome !== undefined
  })
  return new Set(lost.map(({ claimId }) => claimId))
}
