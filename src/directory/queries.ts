import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import { deskIds, type Viewer } from '../accounts/viewer.ts'
import { articles } from '../articles/schema.ts'
import { attributions, claims } from '../claims/schema.ts'
import type { Reader } from '../db/open.ts'
import { opinionsOn } from '../reviews/queries.ts'
import type { Judged } from './record.ts'
import { likeness, reasons } from '../sources/likeness.ts'
import { entriesOf } from '../sources/entries.ts'
import { hasMoreThan, listSources, mergedSeen, type NamedSource, placesOf } from '../sources/queries.ts'
import { sources } from '../sources/schema.ts'
import type { Outcome, Voice } from '../vocabulary.ts'

/** In how many articles a source was met and how many claims it stands behind, of those the viewer may open. */
export interface Counts {
  articles: number
  claims: number
}

/** The counts of some entries of the directory, by the id of the source that heads each. */
export function countsOf(db: Reader, viewer: Viewer, heads: readonly number[]): Map<number, Counts> {
  const headOf = new Map([
    ...heads.map((head) => [head, head] as const),
    ...mergedSeen(db, viewer, heads).map(({ id, entry }) => [id, entry] as const),
  ])
  const rows = [...headOf.keys()]
  const met = new Map<number, Set<number>>()
  for (const [row, places] of placesOf(db, viewer, rows))
    addTo(
      met,
      headOf.get(row),
      places.map((place) => place.articleId),
    )
  const behind = new Map<number, Set<number>>()
  const spoken = db
    .selectDistinct({ row: attributions.sourceId, claimId: claims.id })
    .from(attributions)
    .innerJoin(claims, eq(claims.id, attributions.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(and(inArray(attributions.sourceId, rows), onTheDesk(viewer)))
    .all()
  for (const { row, claimId } of spoken) addTo(behind, headOf.get(row ?? 0), [claimId])
  return new Map(heads.map((head) => [head, { articles: met.get(head)?.size ?? 0, claims: behind.get(head)?.size ?? 0 }]))
}

function addTo(sets: Map<number, Set<number>>, key: number | undefined, values: readonly number[]): void {
  if (key === undefined) return
  sets.set(key, new Set([...(sets.get(key) ?? []), ...values]))
}

/** A claim that a source stands behind, and whether its words began with them or only passed through them. */
export interface Statement {
  claimId: number
  number: number
  wording: string
  voice: Voice
  articleId: number
  headline: string
  /** Hops counted from the origin, where the source stands in the chain. */
  position: number
  verb: string
  /** What the copy calls the source there. */
  sourceName: string
  /** `hidden` while the viewer's own second check of it is open. */
  outcome: Outcome | 'hidden'
}

/** What the sources of an entry stand behind in the viewer's articles, the newest article first. */
export function listStatements(
  db: Reader,
  viewer: Viewer,
  rows: readonly number[],
  { limit, offset }: { limit: number; offset: number },
): Statement[] {
  const found = db
    .select({
      claimId: claims.id,
      number: claims.number,
      wording: claims.wording,
      voice: claims.voice,
      versionId: claims.versionId,
      articleId: articles.id,
      headline: articles.headline,
      position: attributions.position,
      verb: attributions.verb,
      sourceName: sources.name,
    })
    .from(attributions)
    .innerJoin(claims, eq(claims.id, attributions.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .innerJoin(sources, eq(sources.id, attributions.sourceId))
    .where(and(inArray(attributions.sourceId, [...rows]), onTheDesk(viewer)))
    .orderBy(desc(articles.id), asc(claims.number), asc(attributions.position))
    .limit(limit)
    .offset(offset)
    .all()
  const opinions = new Map([...new Set(found.map((row) => row.versionId))].map((id) => [id, opinionsOn(db, viewer, id)]))
  return found.map(({ versionId, ...row }) => {
    const opinion = opinions.get(versionId)?.get(row.claimId)
    return { ...row, outcome: opinion?.withheld ? 'hidden' : (opinion?.outcome ?? 'not_checked') }
  })
}

/** So many articles that were checked are looked through for a source's record, the newest first. */
const RECORDED = 200

/** What our checks found of the claims that the sources of an entry stand behind: of those that somebody has filed a finding on. */
export function listJudged(db: Reader, viewer: Viewer, rows: readonly number[]): { judged: Judged[]; articles: number; of: number } {
  const filed = db
    .select({ claimId: claims.id, versionId: claims.versionId, position: attributions.position })
    .from(attributions)
    .innerJoin(claims, eq(claims.id, attributions.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(
      and(inArray(attributions.sourceId, [...rows]), onTheDesk(viewer), sql`exists (select 1 from reviews where claim_id = ${claims.id})`),
    )
    .orderBy(desc(claims.versionId), asc(claims.id))
    .all()
  const all = [...new Set(filed.map((row) => row.versionId))]
  const versions = all.slice(0, RECORDED)
  const judged = versions.flatMap((versionId) => {
    const opinions = opinionsOn(db, viewer, versionId)
    return filed
      .filter((row) => row.versionId === versionId)
      .map((row) => {
        const found = opinions.get(row.claimId)
        const { said, outcome } = found ?? { said: 'not_checked', outcome: 'not_checked' }
        return { claimId: row.claimId, origin: row.position === 0, found: found?.withheld ? null : { said, outcome } }
      })
  })
  return { judged, articles: versions.length, of: all.length }
}

/** Sources that the viewer may see and that may be the same as one, by their names; the likeliest first. Nobody is merged but by a person. */
export function listLookalikes(db: Reader, viewer: Viewer, source: NamedSource): { other: NamedSource; why: string }[] {
  if (source.unnamed) return []
  // In a large directory: those that share a word with it. One in another script shares none, and is looked for by whoever knows of it.
  const words = [source.name, ...source.aliases].flatMap((name) => name.split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2)
  const longest = [...new Set(words)].sort((a, b) => b.length - a.length).slice(0, WORDS)
  const search = hasMoreThan(db, viewer, COMPARED) && longest.length > 0 ? { anyOf: longest } : {}
  return listSources(db, viewer, { ...search, limit: COMPARED })
    .flatMap((other) => {
      const why = other.id === source.id ? null : likeness(source, other)
      return why === null ? [] : [{ other, why }]
    })
    .sort((a, b) => reasons.indexOf(a.why) - reasons.indexOf(b.why))
    .slice(0, LOOKALIKES)
}
/** With so many names one is compared, and so many are shown. */
const COMPARED = 5000
const WORDS = 4
const LOOKALIKES = 5

/** Claims that stand, in articles the viewer may open. */
const onTheDesk = (viewer: Viewer) =>
  and(inArray(articles.deskId, deskIds(viewer)), eq(claims.withdrawn, false), ne(claims.state, 'not_a_claim'))

/** A source that stands in the same articles as another one. */
export interface Beside {
  id: number
  name: string
  articles: number
}

/** Who stands most often in the same articles of the viewer's as the rows of an entry: the sources in use there, by their entries. */
export function listBeside(db: Reader, viewer: Viewer, rows: readonly number[], limit: number): Beside[] {
  const inArticles = db
    .selectDistinct({ articleId: claims.articleId })
    .from(attributions)
    .innerJoin(claims, eq(claims.id, attributions.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(and(inArray(attributions.sourceId, [...rows]), onTheDesk(viewer)))
  const others = db
    .selectDistinct({ id: sources.id, name: sources.name, articleId: claims.articleId })
    .from(attributions)
    .innerJoin(claims, eq(claims.id, attributions.claimId))
    .innerJoin(sources, eq(sources.id, attributions.sourceId))
    .where(and(inArray(claims.articleId, inArticles), sql`not ${claims.withdrawn}`))
    .all()
    .filter(({ id }) => !rows.includes(id))
  const entryOf = entriesOf(
    db,
    others.map(({ id }) => id),
  )
  const beside = new Map<number, { id: number; name: string; articles: Set<number> }>()
  for (const { id, name, articleId } of others) {
    const one = beside.get(entryOf(id)) ?? { id, name, articles: new Set<number>() }
    beside.set(entryOf(id), one)
    one.articles.add(articleId)
  }
  return [...beside.values()]
    .map((one) => ({ ...one, articles: one.articles.size }))
    .sort((one, other) => other.articles - one.articles || one.id - other.id)
    .slice(0, limit)
}
