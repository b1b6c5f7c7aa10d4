import { and, lt, type SQL, sql } from 'drizzle-orm'
import type { Viewer } from '../accounts/viewer.ts'
import { visibleTo } from '../articles/queries.ts'
import { articles } from '../articles/schema.ts'
import type { Reader } from '../db/open.ts'
import { inPieces } from '../db/pieces.ts'
import { entriesOf, rowsOfEntry } from '../sources/entries.ts'
import { findSourceIfAny } from '../sources/queries.ts'
import { sourcePlaces } from '../sources/schema.ts'
import type { SourceKind } from '../vocabulary.ts'
import { type Audit, type Concentration, concentrationOf, type Group, type Grouping, groupings, rankedSources } from './count.ts'
import { heardAs } from './gather.ts'
import { dayOf } from './selection.ts'

/** A source under a name that the viewer may see. */
export interface SeenSource {
  id: number
  name: string
  kind: SourceKind
}

/** What is told of an audit: its counts, and of what is long the first of it. */
export interface Summary extends Omit<Audit, 'sources' | 'relays' | 'groups'> {
  concentration: Concentration
  /** Most heard first. `returning`: met in an article of an earlier day than any of the selection's. */
  ranked: { source: SeenSource; claims: number; pieces: number; returning: boolean }[]
  /** Of all sources heard, those that had been met before; null where nothing came before. */
  returning: number | null
  relays: { from: SeenSource; to: SeenSource; claims: number }[]
  groups: Record<Grouping, { key: string; group: Group }[]>
}

/** So many of each are told; the rest is in the export by piece. */
const RANKED = 60
const RELAYS = 24
const GROUPS = 60

/** Puts names to an audit as this viewer may see them, and cuts what is long. `earliest` is the first day of the selection, if it has one. */
export function summaryOf(db: Reader, viewer: Viewer, audit: Audit, earliest: string | null): Summary {
  const { sources: _, relays, groups, ...counts } = audit
  const seen = seenBy(db, viewer)
  const before = earliest === null ? null : metBefore(db, viewer, earliest)
  const ranked = rankedSources(audit)
  const heard = heardAs(
    db,
    ranked.map(({ entryId }) => entryId),
  )
  const mostRelayed = [...relays.values()].sort((a, b) => b.claims - a.claims || a.from - b.from || a.to - b.to)
  const known = ranked.filter(({ entryId }) => before?.has(heard(entryId))).length
  return {
    ...counts,
    concentration: concentrationOf(audit),
    ranked: ranked.slice(0, RANKED).flatMap(({ entryId, claims, pieces }) => {
      const source = seen(entryId)
      return source ? [{ source, claims, pieces, returning: before?.has(heard(entryId)) ?? false }] : []
    }),
    returning: before === null || before.size === 0 ? null : known,
    relays: mostRelayed.slice(0, RELAYS).flatMap(({ from, to, claims }) => {
      const [one, other] = [seen(from), seen(to)]
      return one && other ? [{ from: one, to: other, claims }] : []
    }),
    groups: Object.fromEntries(groupings.map((grouping) => [grouping, ordered(grouping, groups[grouping])])) as Summary['groups'],
  }
}

/** Months in their order, all else by how many claims it holds. */
function ordered(grouping: Grouping, groups: ReadonlyMap<string, Group>): Summary['groups'][Grouping] {
  const all = [...groups].map(([key, group]) => ({ key, group }))
  if (grouping === 'month') return all.sort((a, b) => (a.key < b.key ? -1 : 1)).slice(-GROUPS)
  return all.sort((a, b) => b.group.claims - a.group.claims || (a.key < b.key ? -1 : 1)).slice(0, GROUPS)
}

/** An entry's head, or where that lies on a desk of others only, the first of its rows that the viewer may see. */
export function seenBy(db: Reader, viewer: Viewer): (entryId: number) => SeenSource | null {
  const known = new Map<number, SeenSource | null>()
  return (entryId) => {
    const kept = known.get(entryId)
    if (kept !== undefined) return kept
    const row = [entryId, ...rowsOfEntry(db, entryId)].map((id) => findSourceIfAny(db, viewer, id)).find((source) => source !== undefined)
    const source = row ? { id: row.id, name: row.name, kind: row.kind } : null
    known.set(entryId, source)
    return source
  }
}

/** Who was met, as they are heard, in articles of the viewer's desks before a day. */
function metBefore(db: Reader, viewer: Viewer, day: string): Set<string> {
  const earlier: SQL | undefined = and(visibleTo(viewer), lt(dayOf, day))
  const met = db
    .all<{ id: number }>(
      sql`select distinct ${sourcePlaces.sourceId} as id from ${sourcePlaces} join ${articles} on ${articles.id} = ${sourcePlaces.articleId} where ${earlier}`,
    )
    .map(({ id }) => id)
  const heard = new Set<string>()
  for (const piece of inPieces(met, 10_000)) {
    const entryOf = entriesOf(db, piece)
    const entries = piece.map(entryOf)
    const asHeard = heardAs(db, entries)
    for (const entry of entries) heard.add(asHeard(entry))
  }
  return heard
}
