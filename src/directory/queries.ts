import { and, asc, countDistinct, desc, eq, inArray, ne } from 'drizzle-orm'
import { deskIds, type Viewer } from '../accounts/viewer.ts'
import { articles } from '../articles/schema.ts'
import { attributions, claims } from '../claims/schema.ts'
import type { Reader } from '../db/open.ts'
import { opinionsOn } from '../reviews/queries.ts'
import { placesOf } from '../sources/queries.ts'
import type { Outcome, Voice } from '../vocabulary.ts'

/** In how many articles a source was met and how many claims it stands behind, of those the viewer may open. */
export interface Counts {
  articles: number
  claims: number
}

export function countsOf(db: Reader, viewer: Viewer, sourceIds: readonly number[]): Map<number, Counts> {
  const places = placesOf(db, viewer, sourceIds)
  const behind = new Map(
    db
      .select({ sourceId: attributions.sourceId, total: countDistinct(claims.id) })
      .from(attributions)
      .innerJoin(claims, eq(claims.id, attributions.claimId))
      .innerJoin(articles, eq(articles.id, claims.articleId))
      .where(and(inArray(attributions.sourceId, [...sourceIds]), onTheDesk(viewer)))
      .groupBy(attributions.sourceId)
      .all()
      .map((row) => [row.sourceId, row.total]),
  )
  return new Map(sourceIds.map((id) => [id, { articles: places.get(id)?.length ?? 0, claims: behind.get(id) ?? 0 }]))
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
  /** `hidden` while the viewer's own second check of it is open. */
  outcome: Outcome | 'hidden'
}

/** What a source stands behind in the viewer's articles, the newest article first. */
export function listStatements(
  db: Reader,
  viewer: Viewer,
  sourceId: number,
  { limit, offset }: { limit: number; offset: number },
): Statement[] {
  const rows = db
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
    })
    .from(attributions)
    .innerJoin(claims, eq(claims.id, attributions.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(and(eq(attributions.sourceId, sourceId), onTheDesk(viewer)))
    .orderBy(desc(articles.id), asc(claims.number), asc(attributions.position))
    .limit(limit)
    .offset(offset)
    .all()
  const opinions = new Map([...new Set(rows.map((row) => row.versionId))].map((id) => [id, opinionsOn(db, viewer, id)]))
  return rows.map(({ versionId, ...row }) => {
    const found = opinions.get(versionId)?.get(row.claimId)
    return { ...row, outcome: found?.withheld ? 'hidden' : (found?.outcome ?? 'not_checked') }
  })
}

/** Claims that stand, in articles the viewer may open. */
const onTheDesk = (viewer: Viewer) =>
  and(inArray(articles.deskId, deskIds(viewer)), eq(claims.withdrawn, false), ne(claims.state, 'not_a_claim'))
