import { and, count, desc, eq, inArray, max, sql } from 'drizzle-orm'
import { desks, users } from '../accounts/schema.ts'
import { deskIds, type Viewer } from '../accounts/viewer.ts'
import { currentVersion } from '../articles/queries.ts'
import { type Article, articles, signOffs } from '../articles/schema.ts'
import type { Reader } from '../db/open.ts'
import { events } from '../events/schema.ts'
import type { Progress } from '../reviews/progress.ts'
import { findSignOffIfAny, progressOn } from '../reviews/queries.ts'

/** One check on the board. */
export interface Check {
  article: Article
  deskName: string
  assignee: string | null
  /** Null while the article has not been split into claims. */
  progress: Progress | null
  signedOff: boolean
  /** When anybody last did anything about it. */
  lastAct: string
}

export const boardFilters = ['open', 'mine', 'signed_off', 'all'] as const
export interface BoardFilter {
  show: (typeof boardFilters)[number]
  desk: number | null
  page: number
}
/** Checks on one page. */
export const boardLength = 40

/** The checks that the viewer may see: due first, then the newest. */
export function listChecks(db: Reader, viewer: Viewer, filter: BoardFilter): { checks: Check[]; total: number } {
  const signed = inArray(articles.id, db.select({ id: signOffs.articleId }).from(signOffs).where(sql`${signOffs.reopenedAt} is null`))
  const where = and(
    inArray(articles.deskId, deskIds(viewer)),
    filter.desk === null ? undefined : eq(articles.deskId, filter.desk),
    filter.show === 'signed_off' ? signed : filter.show === 'all' ? undefined : sql`not ${signed}`,
    filter.show === 'mine' ? eq(articles.assigneeId, viewer.id) : undefined,
  )
  const total = db.select({ n: count() }).from(articles).where(where).get()?.n ?? 0
  const rows = db
    .select({ article: articles, deskName: desks.name, assignee: users.name })
    .from(articles)
    .innerJoin(desks, eq(desks.id, articles.deskId))
    .leftJoin(users, eq(users.id, articles.assigneeId))
    .where(where)
    .orderBy(sql`${articles.dueAt} is null`, articles.dueAt, desc(articles.id))
    .limit(boardLength)
    .offset((filter.page - 1) * boardLength)
    .all()
  return { total, checks: rows.map((row) => ({ ...row, ...standing(db, viewer, row.article) })) }
}

function standing(db: Reader, viewer: Viewer, article: Article): Pick<Check, 'progress' | 'signedOff' | 'lastAct'> {
  const lastAct =
    db
      .select({ at: max(events.at) })
      .from(events)
      .where(eq(events.articleId, article.id))
      .get()?.at ?? article.createdAt
  const signedOff = findSignOffIfAny(db, article) !== undefined
  return {
    signedOff,
    lastAct,
    progress: article.stage === 'on_desk' ? progressOn(db, viewer, article, currentVersion(db, article).id) : null,
  }
}
