import { and, asc, desc, eq, getTableColumns, gt, inArray, like, ne, notInArray, or, type SQL, sql } from 'drizzle-orm'
import { can } from '../accounts/policy.ts'
import { type Desk, desks, users } from '../accounts/schema.ts'
import { deskIds, type Viewer } from '../accounts/viewer.ts'
import type { Reader } from '../db/open.ts'
import { Conflict, NotFound } from '../errors.ts'
import { type Event, events, eventSubjects } from '../events/schema.ts'
import { addressKey, addressPath } from './addresses.ts'
import { type Article, articles, type Sentence, sentences, type Version, versions } from './schema.ts'

/** Ring two for articles: those on the viewer's desks; of desks that they only audit, those published. */
export function visibleTo(viewer: Viewer): SQL | undefined {
  const { publishedOnly = [] } = viewer
  return and(
    inArray(articles.deskId, deskIds(viewer)),
    publishedOnly.length === 0 ? undefined : or(notInArray(articles.deskId, [...publishedOnly]), eq(articles.publication, 'published')),
  )
}

/** The article, if it lies on a desk of the viewer's; otherwise it does not exist. */
export function findArticle(db: Reader, viewer: Viewer, id: number): Article {
  const article = db
    .select()
    .from(articles)
    .where(and(eq(articles.id, id), visibleTo(viewer)))
    .get()
  if (!article) throw new NotFound('article')
  return article
}

/** The newest version of an article that has already been found through a viewer. */
export function currentVersion(db: Reader, article: Pick<Article, 'id'>): Version {
  const version = db.select().from(versions).where(eq(versions.articleId, article.id)).orderBy(desc(versions.number)).limit(1).get()
  if (!version) throw new Error(`article ${article.id} has no version`)
  return version
}

/** The exact text of a version. Refuses with the way to what is left once it has been purged. */
export function textOf(version: Version): string {
  if (version.text === null) {
    throw new Conflict(
      `The text of this article has been purged by an admin, so it can no longer be shown. What was found stays on its report: /articles/${version.articleId}/report`,
    )
  }
  return version.text
}

/** The coverage ledger of a version, in the order of the text. */
export function listSentences(db: Reader, versionId: number): Sentence[] {
  return db.select().from(sentences).where(eq(sentences.versionId, versionId)).orderBy(asc(sentences.position)).all()
}

/** A desk as the place that articles are brought in to: `deskId` is what the act is cleared by. */
export type DeskPlace = Pick<Desk, 'id' | 'name' | 'outlet'> & { deskId: number }

/** The desks where the viewer may bring articles in. */
export function listDesksToCheck(db: Reader, viewer: Viewer): DeskPlace[] {
  return db
    .select({ id: desks.id, deskId: desks.id, name: desks.name, outlet: desks.outlet })
    .from(desks)
    .where(inArray(desks.id, deskIds(viewer)))
    .orderBy(asc(desks.name))
    .all()
    .filter((desk) => can(viewer, 'check', desk.id))
}

/** An article that is already here, and who brought it in. */
export type Duplicate = Article & { broughtInBy: string | null; same: 'text' | 'address' }

/** Articles that the viewer may see with this very text or this address; never one of another desk. */
export function listDuplicates(db: Reader, viewer: Viewer, { url, sha256 }: { url: string; sha256: string }): Duplicate[] {
  const key = addressKey(url)
  const sameText = inArray(articles.id, db.select({ id: versions.articleId }).from(versions).where(eq(versions.sha256, sha256)))
  const maybeSameAddress = and(ne(articles.url, ''), sql`instr(${articles.url}, ${addressPath(url)}) > 0`)
  return db
    .select({ ...getTableColumns(articles), broughtInBy: users.name, sameText: sql<number>`${sameText}` })
    .from(articles)
    .leftJoin(users, eq(users.id, articles.createdBy))
    .where(and(inArray(articles.deskId, deskIds(viewer)), key === '' ? sameText : or(sameText, maybeSameAddress)))
    .orderBy(desc(articles.id))
    .all()
    .flatMap(({ sameText: isSame, ...article }): Duplicate[] => {
      if (isSame) return [{ ...article, same: 'text' }]
      return addressKey(article.url) === key ? [{ ...article, same: 'address' }] : []
    })
    .slice(0, 5)
}

/** The id of the last event about an article itself; its forms carry it, so that a later change by somebody else is noticed. */
export function lastEventOnArticle(db: Reader, articleId: number): number {
  return (
    db
      .select({ id: sql<number | null>`max(${eventSubjects.eventId})` })
      .from(eventSubjects)
      .where(eq(eventSubjects.subject, `article:${articleId}`))
      .get()?.id ?? 0
  )
}

/** What other people have done to an article itself after the event that the viewer saw last. */
export function articleChangesSince(db: Reader, viewer: Viewer, articleId: number, seen: number): Event[] {
  return db
    .select(getTableColumns(events))
    .from(eventSubjects)
    .innerJoin(events, eq(events.id, eventSubjects.eventId))
    .where(
      and(
        eq(eventSubjects.subject, `article:${articleId}`),
        gt(events.id, seen),
        ne(events.actorId, viewer.id),
        like(events.act, 'article.%'),
      ),
    )
    .orderBy(asc(events.id))
    .all()
}
