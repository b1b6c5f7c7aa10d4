import { asc, eq, inArray, type SQL } from 'drizzle-orm'
import { attributions, claims } from '../claims/schema.ts'
import type { Reader } from '../db/open.ts'
import type { SourcesInChain } from './schema.ts'

/** Who stands in the chain of a claim now: what a finding of whether they said it is about. */
export const sourcesInChain = (db: Reader, claimId: number): SourcesInChain =>
  db
    .select({ sourceId: attributions.sourceId })
    .from(attributions)
    .where(eq(attributions.claimId, claimId))
    .orderBy(asc(attributions.position))
    .all()
    .map((hop) => hop.sourceId)

/** The same for every claim of some versions that has a chain. */
export const sourcesInChains = (db: Reader, ...versions: number[]): Map<number, SourcesInChain> =>
  sourcesWhere(db, inArray(claims.versionId, versions))

/** The same of the claims for which a condition on them holds. */
export function sourcesWhere(db: Reader, holds: SQL | undefined): Map<number, SourcesInChain> {
  const hops = db
    .select({ claimId: attributions.claimId, sourceId: attributions.sourceId })
    .from(attributions)
    .innerJoin(claims, eq(claims.id, attributions.claimId))
    .where(holds)
    .orderBy(asc(attributions.claimId), asc(attributions.position))
    .all()
  const chains = new Map<number, SourcesInChain>()
  for (const { claimId, sourceId } of hops) chains.set(claimId, [...(chains.get(claimId) ?? []), sourceId])
  return chains
}
