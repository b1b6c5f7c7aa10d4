import { and, asc, count, desc, eq, gt, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import { deskIds, type Viewer } from '../accounts/viewer.ts'
import { visibleTo } from '../articles/queries.ts'
import { articles } from '../articles/schema.ts'
import { fold } from '../db/fold.ts'
import type { Reader } from '../db/open.ts'
import { NotFound } from '../errors.ts'
import { eventSubjects } from '../events/schema.ts'
import type { SourceKind } from '../vocabulary.ts'
import { entriesOf, entryHolds, headsEntry, mergedInto } from './entries.ts'
import { type Source, sourceAliases, sourceDesks, sourcePlaces, sources } from './schema.ts'
import { inUse } from './use.ts'

/** A source with the other names it goes by. */
export type NamedSource = Source & { aliases: string[] }

/** A source as a picker offers it: where else it was met, as far as the viewer may see. */
export type KnownSource = NamedSource & { here: boolean; elsewhere: string[] }

/** The source, if it was met in an article on a desk of the viewer's; otherwise it does not exist. */
export function findSource(db: Reader, viewer: Viewer, id: number): Source {
  const source = findSourceIfAny(db, viewer, id)
  if (!source) throw new NotFound('source')
  return source
}

export function findSourceIfAny(db: Reader, viewer: Viewer, id: number): Source | undefined {
  return db
    .select()
    .from(sources)
    .where(and(eq(sources.id, id), metBy(viewer)))
    .get()
}

/** The entry of a source as the viewer may see it: the source that heads it, and all that is entered as one with it. */
export function entrySeen(db: Reader, viewer: Viewer, id: number): { head: number; rows: number[] } {
  const head = entriesOf(db, [id])(id)
  if (head !== id && !findSourceIfAny(db, viewer, head)) return { head: id, rows: [id] }
  return { head, rows: [head, ...mergedSeen(db, viewer, [head]).map((row) => row.id)] }
}

/** What was merged into some sources, as far as the viewer may see. */
export const mergedSeen = (db: Reader, viewer: Viewer, heads: readonly number[]): ReturnType<typeof mergedInto> =>
  mergedInto(db, heads, metBy(viewer))

export interface SourceSearch {
  q?: string
  /** Any of these words, instead of `q`. */
  anyOf?: readonly string[]
  kind?: SourceKind | null
  limit: number
  offset?: number
}

/** The sources in use that the viewer may see, by name; `q` is looked for in names and aliases. */
export function listSources(db: Reader, viewer: Viewer, search: SourceSearch): NamedSource[] {
  const found = db
    .select()
    .from(sources)
    .where(and(matches(viewer, search), metBy(viewer), heads(viewer), inUse(viewer)))
    .orderBy(asc(sql`fold(${sources.name})`), asc(sources.id))
    .limit(search.limit)
    .offset(search.offset ?? 0)
    .all()
  return withMergedNames(db, viewer, withAliases(db, found))
}

/** A source as a table of the directory gives it. */
export type TabledSource = NamedSource & {
  /** What it belongs to, as far as the viewer may see. */
  parent: { id: number; name: string } | null
  /** The source that heads its entry: itself, unless it was merged into another. */
  entry: number
}

/**
 * The sources in use that the viewer may see and a search finds, those that were merged into another as well; by number, a part at a
 * time: the first after `after`. A newsroom that has imported much has very many.
 */
export function listTabledSources(db: Reader, viewer: Viewer, search: SourceSearch, after: number): TabledSource[] {
  const found = db
    .select()
    .from(sources)
    .where(and(gt(sources.id, after), matches(viewer, search), metBy(viewer), inUse(viewer)))
    .orderBy(asc(sources.id))
    .limit(search.limit)
    .all()
  const entryOf = entriesOf(
    db,
    found.map(({ id }) => id),
  )
  const others = found.flatMap(({ id, affiliatedTo }) => [entryOf(id), ...(affiliatedTo === null ? [] : [affiliatedTo])])
  const seen = db
    .select({ id: sources.id, name: sources.name })
    .from(sources)
    .where(and(inArray(sources.id, others), metBy(viewer)))
    .all()
  const names = new Map(seen.map(({ id, name }) => [id, name]))
  return withAliases(db, found).map((source) => {
    const parent = source.affiliatedTo === null ? undefined : names.get(source.affiliatedTo)
    const entry = entryOf(source.id)
    return {
      ...source,
      parent: parent === undefined || source.affiliatedTo === null ? null : { id: source.affiliatedTo, name: parent },
      entry: names.has(entry) ? entry : source.id,
    }
  })
}

/** So many of the sources in use that the viewer may see, the newest of them, by name: a directory may be too large to offer all of it. */
export function listNewestSources(db: Reader, viewer: Viewer, limit: number): NamedSource[] {
  const found = db
    .select()
    .from(sources)
    .where(and(metBy(viewer), heads(viewer), inUse(viewer)))
    .orderBy(desc(sources.id))
    .limit(limit)
    .all()
  return withMergedNames(db, viewer, withAliases(db, found)).sort((a, b) => (fold(a.name) < fold(b.name) ? -1 : 1))
}

/** Whether the viewer may see more sources than so many. */
export const hasMoreThan = (db: Reader, viewer: Viewer, many: number): boolean =>
  db.select({ id: sources.id }).from(sources).where(metBy(viewer)).limit(1).offset(many).get() !== undefined

export function countSources(db: Reader, viewer: Viewer, search: Omit<SourceSearch, 'limit'>): number {
  return (
    db
      .select({ total: count() })
      .from(sources)
      .where(and(matches(viewer, search), metBy(viewer), heads(viewer), inUse(viewer)))
      .get()?.total ?? 0
  )
}

/** The sources met in an article that has been found through a viewer, in the order in which they were made. */
export function listSourcesOfArticle(db: Reader, articleId: number): NamedSource[] {
  const met = db.select({ id: sourcePlaces.sourceId }).from(sourcePlaces).where(eq(sourcePlaces.articleId, articleId))
  return withAliases(db, db.select().from(sources).where(inArray(sources.id, met)).orderBy(asc(sources.id)).all())
}

/** Sources to offer while somebody types: those of this article first, then the newest others that the viewer may see. */
export function listKnownSources(db: Reader, viewer: Viewer, articleId: number, search: SourceSearch): KnownSource[] {
  const here = sql`(select source_id from source_places where article_id = ${articleId})`
  const newest = (which: SQL, limit: number): Source[] =>
    db
      .select()
      .from(sources)
      .where(and(which, matches(viewer, search), metBy(viewer), heads(viewer)))
      .orderBy(desc(sources.id))
      .limit(limit)
      .all()
  // One after the other: to put all of a large directory in such an order would read the whole of it for every page.
  const ofArticle = newest(sql`${sources.id} in ${here}`, search.limit)
  const found = [...ofArticle, ...newest(sql`${sources.id} not in ${here}`, search.limit - ofArticle.length)]
  const places = placesOf(
    db,
    viewer,
    found.map((source) => source.id),
  )
  return withMergedNames(db, viewer, withAliases(db, found)).map((source) => {
    const met = places.get(source.id) ?? []
    return {
      ...source,
      here: met.some((place) => place.articleId === articleId),
      elsewhere: met.filter((place) => place.articleId !== articleId).map((place) => place.headline),
    }
  })
}

/** Sources the viewer may see that go by exactly one of these names, letter forms and diacritics aside. One look through the directory, however many names. */
export function listSourcesCalled(db: Reader, viewer: Viewer, ...names: readonly string[]): Source[] {
  const wanted = sql`(select value from json_each(${JSON.stringify([...new Set(names.map(fold))])}))`
  const aliased = db.select({ id: sourceAliases.sourceId }).from(sourceAliases).where(sql`fold(${sourceAliases.name}) in ${wanted}`)
  return db
    .select()
    .from(sources)
    .where(and(or(sql`fold(${sources.name}) in ${wanted}`, inArray(sources.id, aliased)), metBy(viewer)))
    .orderBy(asc(sources.id))
    .all()
}

/** The articles on the viewer's desks that each source was met in, newest first. */
export function placesOf(db: Reader, viewer: Viewer, sourceIds: readonly number[]): Map<number, Place[]> {
  const places = new Map<number, Place[]>(sourceIds.map((id) => [id, []]))
  const rows = db
    .select({ sourceId: sourcePlaces.sourceId, articleId: articles.id, headline: articles.headline, deskId: articles.deskId })
    .from(sourcePlaces)
    .innerJoin(articles, eq(articles.id, sourcePlaces.articleId))
    .where(and(inArray(sourcePlaces.sourceId, [...sourceIds]), inArray(articles.deskId, deskIds(viewer))))
    .orderBy(desc(articles.id))
    .all()
  for (const { sourceId, ...place } of rows) places.get(sourceId)?.push(place)
  return places
}

/** The viewer's desks that know each source: because an article of theirs named it, or because they entered it. */
export function desksKnowing(db: Reader, viewer: Viewer, sourceIds: readonly number[]): Map<number, number[]> {
  const entered = db
    .select()
    .from(sourceDesks)
    .where(and(inArray(sourceDesks.sourceId, [...sourceIds]), inArray(sourceDesks.deskId, ownDesks(viewer))))
    .all()
  const desks = new Map([...placesOf(db, viewer, sourceIds)].map(([id, places]) => [id, new Set(places.map((place) => place.deskId))]))
  for (const { sourceId, deskId } of entered) desks.get(sourceId)?.add(deskId)
  return new Map([...desks].map(([id, known]) => [id, [...known]]))
}

export interface Place {
  articleId: number
  headline: string
  deskId: number
}

/** The source one belongs to and those that belong to it, as far as the viewer may see. */
export function relativesOf(db: Reader, viewer: Viewer, source: Source): { parent: Source | null; members: Source[] } {
  return {
    parent: (source.affiliatedTo !== null && findSourceIfAny(db, viewer, source.affiliatedTo)) || null,
    members: db
      .select()
      .from(sources)
      .where(and(eq(sources.affiliatedTo, source.id), ne(sources.id, source.id), metBy(viewer)))
      .orderBy(asc(sources.name))
      .all(),
  }
}

/** The id of the last event about a source; its form carries it, so that a later change by somebody else is noticed. */
export function lastEventOnSource(db: Reader, sourceId: number): number {
  return (
    db
      .select({ id: sql<number>`coalesce(max(${eventSubjects.eventId}), 0)` })
      .from(eventSubjects)
      .where(eq(eventSubjects.subject, `source:${sourceId}`))
      .get()?.id ?? 0
  )
}

export function aliasesOf(db: Reader, sourceId: number): string[] {
  return db
    .select({ name: sourceAliases.name })
    .from(sourceAliases)
    .where(eq(sourceAliases.sourceId, sourceId))
    .orderBy(asc(sourceAliases.name))
    .all()
    .map((alias) => alias.name)
}

function withAliases(db: Reader, found: readonly Source[]): NamedSource[] {
  const byId = new Map(found.map((source) => [source.id, { ...source, aliases: [] as string[] }]))
  const rows = db
    .select()
    .from(sourceAliases)
    .where(inArray(sourceAliases.sourceId, [...byId.keys()]))
    .orderBy(asc(sourceAliases.name))
    .all()
  for (const alias of rows) byId.get(alias.sourceId)?.aliases.push(alias.name)
  return [...byId.values()]
}

/** The names of what was merged into a source are other names of it, as far as the viewer may see. */
function withMergedNames(db: Reader, viewer: Viewer, found: readonly NamedSource[]): NamedSource[] {
  const names = mergedSeen(
    db,
    viewer,
    found.map((source) => source.id),
  )
  if (names.length === 0) return [...found]
  return found.map((source) => {
    const also = names.filter(({ entry, name }) => entry === source.id && name !== source.name).map(({ name }) => name)
    return { ...source, aliases: [...new Set([...source.aliases, ...also])] }
  })
}

/** Ring two for sources: met in an article on a desk of the viewer's, or entered there by somebody. */
function metBy(viewer: Viewer): SQL {
  if (viewer.desks.length === 0) return sql`0`
  return sql`(exists (select 1 from ${sourcePlaces} cross join ${articles} on ${articles.id} = ${sourcePlaces.articleId}
      where ${sourcePlaces.sourceId} = ${sources.id} and ${visibleTo(viewer)})
    or exists (select 1 from ${sourceDesks} where ${sourceDesks.sourceId} = ${sources.id} and ${inArray(sourceDesks.deskId, ownDesks(viewer))}))`
}

/** The desks that the viewer is on; those that they only audit are none. */
const ownDesks = (viewer: Viewer): number[] => deskIds(viewer).filter((id) => !viewer.publishedOnly?.includes(id))

/** Of the sources the viewer may see, one for each entry of the directory. */
const heads = (viewer: Viewer): SQL => headsEntry(sql`select ${sources.id} from ${sources} where ${metBy(viewer)}`)

function matches(viewer: Viewer, { q = '', anyOf = [q], kind = null }: Omit<SourceSearch, 'limit'>): SQL | undefined {
  const wanted = anyOf.map((words) => fold(words.trim())).filter((words) => words !== '')
  const held = (name: SQL): SQL => sql`exists (select 1 from json_each(${JSON.stringify(wanted)}) where instr(fold(${name}), value) > 0)`
  const named = sql`select ${sources.id} from ${sources} where ${metBy(viewer)} and (${held(sql`${sources.name}`)}
    or exists (select 1 from ${sourceAliases} where ${sourceAliases.sourceId} = ${sources.id} and ${held(sql`${sourceAliases.name}`)}))`
  return and(wanted.length === 0 ? undefined : entryHolds(named), kind === null ? undefined : eq(sources.kind, kind))
}
