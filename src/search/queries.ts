import { eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm'
import { deskIds, type Viewer } from '../accounts/viewer.ts'
import { type Article, articles } from '../articles/schema.ts'
import { type Claim, claims } from '../claims/schema.ts'
import type { Reader } from '../db/open.ts'
import { type SearchKind, searchKinds } from '../db/triggers.ts'
import { type Evidence, evidence } from '../evidence/schema.ts'
import { type ClaimOpinions, opinionsOn } from '../reviews/queries.ts'
import { aliasesOf, placesOf } from '../sources/queries.ts'
import { type Source, sources } from '../sources/schema.ts'
import { matchExpression, type Wanted } from './query.ts'

type Headline = Pick<Article, 'id' | 'headline' | 'direction'>
export interface FoundClaim {
  claim: Claim
  article: Headline
  opinions: ClaimOpinions | undefined
}
export interface FoundSource {
  source: Source
  aliases: string[]
  articles: number
}
export interface FoundEvidence {
  evidence: Evidence
  claim: Pick<Claim, 'id' | 'number'>
  article: Headline
}
export interface FoundArticle {
  article: Article
}

/** What was found of one kind: this page of it, and how many there are that the viewer may see. */
export interface FoundOfKind<T> {
  total: number
  found: T[]
}

/** Looks for words in claims. Outcomes are those that this viewer may see. */
export function findClaims(db: Reader, viewer: Viewer, wanted: Wanted, page: Page): FoundOfKind<FoundClaim> {
  const { total, ids } = matching(db, viewer, 'claim', wanted, page)
  const rows = db
    .select({ claim: getTableColumns(claims), article: headline })
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(inArray(claims.id, ids))
    .all()
  const versions = [...new Set(rows.map((row) => row.claim.versionId))]
  const opinions = new Map(versions.flatMap((versionId) => [...opinionsOn(db, viewer, versionId)]))
  return {
    total,
    found: inOrder(
      ids,
      rows.map((row) => ({ ...row, opinions: opinions.get(row.claim.id) })),
      (row) => row.claim.id,
    ),
  }
}

/** Looks for words in the names of sources that were met on a desk of the viewer's. */
export function findSources(db: Reader, viewer: Viewer, wanted: Wanted, page: Page): FoundOfKind<FoundSource> {
  const { total, ids } = matching(db, viewer, 'source', wanted, page)
  const places = placesOf(db, viewer, ids)
  const rows = db
    .select()
    .from(sources)
    .where(inArray(sources.id, ids))
    .all()
    .map((source) => ({ source, aliases: aliasesOf(db, source.id), articles: places.get(source.id)?.length ?? 0 }))
  return { total, found: inOrder(ids, rows, (row) => row.source.id) }
}

/** Looks for words in evidence. What stands on a claim that was merged away is found under the one it went into. */
export function findEvidenceWith(db: Reader, viewer: Viewer, wanted: Wanted, page: Page): FoundOfKind<FoundEvidence> {
  const { total, ids } = matching(db, viewer, 'evidence', wanted, page)
  const rows = db
    .select({
      evidence: getTableColumns(evidence),
      claim: { id: claims.id, number: claims.number, mergedInto: claims.mergedInto },
      article: headline,
    })
    .from(evidence)
    .innerJoin(claims, eq(claims.id, evidence.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(inArray(evidence.id, ids))
    .all()
    .map(({ claim, ...row }) => ({ ...row, claim: standing(db, claim) }))
  return { total, found: inOrder(ids, rows, (row) => row.evidence.id) }
}

/** Looks for words in headlines, bylines and outlets. */
export function findArticles(db: Reader, viewer: Viewer, wanted: Wanted, page: Page): FoundOfKind<FoundArticle> {
  const { total, ids } = matching(db, viewer, 'article', wanted, page)
  const rows = db
    .select()
    .from(articles)
    .where(inArray(articles.id, ids))
    .all()
    .map((article) => ({ article }))
  return { total, found: inOrder(ids, rows, (row) => row.article.id) }
}

export interface Page {
  limit: number
  offset: number
}

const headline = { id: articles.id, headline: articles.headline, direction: articles.direction }

/** Ring two for search: what of each kind lies in an article on one of these desks. `id` is the thing's, from its row in the index. */
const visible: Record<SearchKind, (id: SQL, desks: SQL) => SQL> = {
  claim: (id, desks) =>
    sql`exists (select 1 from claims c join articles a on a.id = c.article_id where c.id = ${id} and c.withdrawn = 0 and a.desk_id in ${desks})`,
  source: (id, desks) =>
    sql`(exists (select 1 from source_places p join articles a on a.id = p.article_id where p.source_id = ${id} and a.desk_id in ${desks})
      or exists (select 1 from source_desks d where d.source_id = ${id} and d.desk_id in ${desks}))`,
  evidence: (id, desks) =>
    sql`exists (select 1 from evidence e join claims c on c.id = e.claim_id join articles a on a.id = c.article_id where e.id = ${id} and a.desk_id in ${desks})`,
  article: (id, desks) => sql`exists (select 1 from articles a where a.id = ${id} and a.desk_id in ${desks})`,
}

/** The ids of what matches, best first, and how many there are: both counted over what the viewer may see and nothing else. */
function matching(db: Reader, viewer: Viewer, kind: SearchKind, wanted: Wanted, page: Page): { total: number; ids: number[] } {
  const desks = deskIds(viewer)
  if (wanted.words.length === 0 || desks.length === 0) return { total: 0, ids: [] }
  const number = searchKinds.indexOf(kind)
  const id = sql`(search_index.rowid >> 2)`
  const rows = db.all<{ id: number; total: number }>(sql`
    select ${id} as id, count(*) over () as total from search_index
    where search_index match ${matchExpression(wanted)} and (search_index.rowid & 3) = ${number} and ${visible[kind](id, sql`${desks}`)}
    order by search_index.rank, search_index.rowid desc limit ${page.limit} offset ${page.offset}`)
  return { total: rows[0]?.total ?? 0, ids: rows.map((row) => row.id) }
}

/** The claim in which one is read now: itself, or the one it was merged into. */
function standing(db: Reader, claim: Pick<Claim, 'id' | 'number' | 'mergedInto'>): Pick<Claim, 'id' | 'number'> {
  if (claim.mergedInto === null) return claim
  const into = db
    .select({ id: claims.id, number: claims.number, mergedInto: claims.mergedInto })
    .from(claims)
    .where(eq(claims.id, claim.mergedInto))
    .get()
  return into ? standing(db, into) : claim
}

function inOrder<T>(ids: readonly number[], rows: readonly T[], idOf: (row: T) => number): T[] {
  const byId = new Map(rows.map((row) => [idOf(row), row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
