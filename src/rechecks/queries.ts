import { and, asc, count, desc, eq, getTableColumns, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import { users } from '../accounts/schema.ts'
import { deskIds, type Viewer } from '../accounts/viewer.ts'
import { articles, signOffs } from '../articles/schema.ts'
import { claims } from '../claims/schema.ts'
import type { Reader } from '../db/open.ts'
import { events, eventSubjects } from '../events/schema.ts'
import { type Recheck, rechecks } from './schema.ts'

/** A claim that is to be checked again, with its piece, who asked, and how many acts on it there were since. */
export interface StandingRecheck extends Recheck {
  wording: string
  headline: string
  asker: string
  since: number
}

const here = (viewer: Viewer) => and(isNull(rechecks.doneAt), eq(claims.withdrawn, false), inArray(articles.deskId, deskIds(viewer)))

/** What is to be checked again on the viewer's desks, first what is due first. */
export const listRechecks = (db: Reader, viewer: Viewer, limit: number): StandingRecheck[] =>
  db
    .select({
      ...getTableColumns(rechecks),
      wording: claims.wording,
      headline: articles.headline,
      asker: users.name,
      since: sql<number>`(select count(*) from ${eventSubjects} s join ${events} e on e.id = s.event_id
        where s.subject = 'claim:' || "rechecks"."claim_id" and e.at > "rechecks"."asked_at" and e.act not like 'recheck.%')`,
    })
    .from(rechecks)
    .innerJoin(claims, eq(claims.id, rechecks.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .innerJoin(users, eq(users.id, rechecks.askedBy))
    .where(here(viewer))
    .orderBy(asc(rechecks.dueOn), asc(rechecks.id))
    .limit(limit)
    .all()

/** How many claims on the viewer's desks are due to be checked again by a day. */
export const countDue = (db: Reader, viewer: Viewer, today: string): number =>
  db
    .select({ n: count() })
    .from(rechecks)
    .innerJoin(claims, eq(claims.id, rechecks.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(and(here(viewer), lte(rechecks.dueOn, today)))
    .get()?.n ?? 0

/** The standing request of a claim that was found through a viewer, and those done, newest first. */
export function recheckOf(
  db: Reader,
  claimId: number,
): { standing: (Recheck & { asker: string }) | null; done: (Recheck & { doer: string })[] } {
  const named = { ...getTableColumns(rechecks), name: users.name }
  const open = db
    .select(named)
    .from(rechecks)
    .innerJoin(users, eq(users.id, rechecks.askedBy))
    .where(and(eq(rechecks.claimId, claimId), isNull(rechecks.doneAt)))
    .get()
  const done = db
    .select(named)
    .from(rechecks)
    .innerJoin(users, eq(users.id, rechecks.doneBy))
    .where(and(eq(rechecks.claimId, claimId), isNotNull(rechecks.doneAt)))
    .orderBy(desc(rechecks.id))
    .all()
  return {
    standing: open ? { ...open, asker: open.name } : null,
    done: done.map((one) => ({ ...one, doer: one.name })),
  }
}

/** Since when changes of a claim are news: since somebody asked to look again, last did so, or signed the piece off; null for never. */
export function newsSince(db: Reader, { id, articleId }: { id: number; articleId: number }): { at: string; what: string } | null {
  const { standing, done } = recheckOf(db, id)
  const signed = db
    .select({ at: signOffs.signedAt })
    .from(signOffs)
    .where(eq(signOffs.articleId, articleId))
    .orderBy(desc(signOffs.id))
    .limit(1)
    .get()
  const [last] = done
  if (last?.doneAt) return { at: last.doneAt, what: 'it was last checked again' }
  if (standing) return { at: standing.askedAt, what: 'somebody asked to check it again' }
  return signed ? { at: signed.at, what: 'the piece was signed off' } : null
}
