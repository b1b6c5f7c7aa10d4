import { inArray, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../db/open.ts'
import { sources } from './schema.ts'

// One entry of the directory is one real source: a row of `sources`, and the rows that people have said are the same one.
// A merge moves nothing. A claim keeps the row that its copy named, and whoever counts or lists asks for the row's entry.

/** Every merged row with the row under which it is entered: `merged(source_id, entry_id)`. There are few, and so it is worked out when asked. */
const merged = sql`with recursive up(source_id, entry_id) as (
    select source_id, into_id from source_merges where parted_at is null
    union select up.source_id, m.into_id from up join source_merges m on m.source_id = up.entry_id and m.parted_at is null)
  select source_id, entry_id from up
    where not exists (select 1 from source_merges m where m.source_id = up.entry_id and m.parted_at is null)`

/** The entry of each of some sources, by id: itself, unless it was merged into another. For counting, whoever looks. */
export function entriesOf(db: Reader, ids: readonly (number | null)[]): (id: number) => number {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  const rows =
    wanted.length === 0
      ? []
      : db.all<{ id: number; entry: number }>(
          sql`select source_id as id, entry_id as entry from (${merged}) where ${inArray(sql`source_id`, wanted)}`,
        )
  const entries = new Map(rows.map((row) => [row.id, row.entry]))
  return (id) => entries.get(id) ?? id
}

/** The rows that are entered as one with a source, itself included, in the order in which they were made. */
export function rowsOfEntry(db: Reader, id: number): number[] {
  const entry = entriesOf(db, [id])(id)
  return db
    .all<{ id: number }>(sql`select ${entry} as id union select source_id from (${merged}) where entry_id = ${entry} order by id`)
    .map((row) => row.id)
}

/** Of the sources of a query those that head their entry, as far as `seen` goes: a row stands by itself where the one it was merged into is out of sight. */
export const headsEntry = (seen: SQL): SQL =>
  sql`not exists (select 1 from (${merged}) as merged where merged.source_id = ${sources.id} and merged.entry_id in (${seen}))`

/** The sources that were merged, each with the one that heads its entry, for those of a query that passes `seen`. */
export function mergedInto(db: Reader, heads: readonly number[], seen: SQL): { entry: number; id: number; name: string }[] {
  if (heads.length === 0) return []
  return db.all(sql`select merged.entry_id as entry, ${sources.id} as id, ${sources.name} as name from (${merged}) as merged join ${sources} on ${sources.id} = merged.source_id
    where ${inArray(sql`merged.entry_id`, [...heads])} and ${seen} order by ${sources.id}`)
}

/** Narrows a query of sources to those whose entry holds one of `found`. */
export const entryHolds = (found: SQL): SQL =>
  sql`(${sources.id} in (${found}) or ${sources.id} in (select entry_id from (${merged}) where source_id in (${found})))`

/**
 * The sources that one belongs to, whether by affiliation or because they are the same one: its entry's other rows, whoever any of them
 * belongs to, and so on upwards, the nearest first. Counting takes all of them for one; whoever looks.
 */
export function affiliationsOf(db: Reader, sourceId: number): number[] {
  return db
    .all<{ id: number }>(
      sql`with recursive up(id) as (select ${sourceId}
        union select s.affiliated_to from sources s join up on s.id = up.id where s.affiliated_to is not null
        union select m.into_id from source_merges m join up on m.source_id = up.id where m.parted_at is null
        union select m.source_id from source_merges m join up on m.into_id = up.id where m.parted_at is null)
      select id from up where id <> ${sourceId}`,
    )
    .map((row) => row.id)
}
