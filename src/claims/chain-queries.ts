import { asc, eq, getTableColumns, inArray } from 'drizzle-orm'
import type { Reader } from '../db/open.ts'
import { entriesOf } from '../sources/entries.ts'
import { type Source, sources } from '../sources/schema.ts'
import { groupBy } from './queries.ts'
import { type Attribution, attributions, claims } from './schema.ts'

/** A hop with the source that stands in it; null where it is unclear who. */
export interface Hop extends Attribution {
  source: Source | null
  /** The directory's entry of that source: another one where the two were merged. Counting goes by it. */
  entryId: number | null
}

const columns = { ...getTableColumns(attributions), source: sources }

/** The chain of a claim that has been found through a viewer, from the origin to the relay nearest the copy. */
export function chainOf(db: Reader, claimId: number): Hop[] {
  const hops = db
    .select(columns)
    .from(attributions)
    .leftJoin(sources, eq(sources.id, attributions.sourceId))
    .where(eq(attributions.claimId, claimId))
    .orderBy(asc(attributions.position))
    .all()
  return withEntries(db, hops)
}

/** The chains of all claims of a version, by claim. */
export function chainsOfVersion(db: Reader, versionId: number): Map<number, Hop[]> {
  const ofVersion = db.select({ id: claims.id }).from(claims).where(eq(claims.versionId, versionId))
  const hops = db
    .select(columns)
    .from(attributions)
    .leftJoin(sources, eq(sources.id, attributions.sourceId))
    .where(inArray(attributions.claimId, ofVersion))
    .orderBy(asc(attributions.claimId), asc(attributions.position))
    .all()
  return groupBy(withEntries(db, hops), (hop) => hop.claimId)
}

function withEntries(db: Reader, hops: readonly Omit<Hop, 'entryId'>[]): Hop[] {
  const entryOf = entriesOf(
    db,
    hops.map((hop) => hop.sourceId),
  )
  return hops.map((hop) => ({ ...hop, entryId: hop.sourceId === null ? null : entryOf(hop.sourceId) }))
}
