import { and, asc, inArray, ne, sql } from 'drizzle-orm'
import { deskIds, type Viewer } from '../accounts/viewer.ts'
import { articles } from '../articles/schema.ts'
import { claims } from '../claims/schema.ts'
import type { Reader } from '../db/open.ts'

/** The words of some claims that have been found through a viewer, by id. */
export function wordingsOf(db: Reader, ids: readonly number[]): Map<number, string> {
  const rows = db
    .select({ id: claims.id, wording: claims.wording })
    .from(claims)
    .where(inArray(claims.id, [...ids]))
    .all()
  return new Map(rows.map(({ id, wording }) => [id, wording]))
}

/** What the viewer's pieces say of themselves, to choose from. */
export interface Offered {
  outlets: readonly string[]
  authors: readonly string[]
  subjects: readonly string[]
}

/** Up to so many outlets, bylines and subject tags of the viewer's pieces. */
export function offeredTo(db: Reader, viewer: Viewer, limit: number): Offered {
  const distinct = (column: typeof articles.outlet | typeof articles.byline | typeof articles.subjects): string[] =>
    db
      .selectDistinct({ value: sql<string>`${column}` })
      .from(articles)
      .where(and(inArray(articles.deskId, deskIds(viewer)), ne(column, '')))
      .orderBy(asc(sql`fold(${column})`))
      .limit(limit)
      .all()
      .map(({ value }) => value)
  const tags = distinct(articles.subjects).flatMap((subjects) => subjects.split(', '))
  return { outlets: distinct(articles.outlet), authors: distinct(articles.byline), subjects: [...new Set(tags)].sort().slice(0, limit) }
}
