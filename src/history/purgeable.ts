import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { can, clear, type Cleared } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { articles, type Version, versions } from '../articles/schema.ts'
import { claims } from '../claims/schema.ts'
import type { Reader } from '../db/open.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { type Event, events, eventSubjects, payloads } from '../events/schema.ts'
import { evidence, files, type StoredFile } from '../evidence/schema.ts'
import type { EventNow } from './queries.ts'

/** What an admin may take away for a stated legal reason: what an event kept, the text of a version, an uploaded file. */
export const purgeables = ['payload', 'version', 'file'] as const
export type Purgeable = (typeof purgeables)[number]

/** Where a thing lies now, and every desk on which it lay when something was done to it: an article may have been moved. */
export interface OnDesks {
  deskId: number
  deskIds: readonly number[]
}
export type EventOnDesk = Event & OnDesks
export type VersionOnDesk = Version & OnDesks
export type FileOnDesk = StoredFile & OnDesks & { articleId: number; evidenceId: number; fileName: string }

/** What this event leads to that is there to be purged. */
export interface PurgeableThings {
  payload: EventOnDesk | null
  version: VersionOnDesk | null
  file: FileOnDesk | null
}

/** An event with the desk that it belongs to now, and the one on which it happened. Null for what happened on no desk. */
export function placed(event: EventNow): EventOnDesk | null {
  const { happenedOn, deskId, ...rest } = event
  return deskId === null ? null : { ...rest, deskId, deskIds: [...new Set([deskId, happenedOn ?? deskId])] }
}

/** Whether a viewer administers every desk that has a say in a thing: purging it takes it from all of them. */
export const administersAll = (viewer: Viewer, thing: OnDesks): boolean =>
  thing.deskIds.every((deskId) => can(viewer, 'administer', deskId))

/** Clears a thing for purging. Who administers only the desk where it lies now could otherwise purge what another desk did. */
export function clearForPurge<Thing extends OnDesks>(viewer: Viewer, thing: Thing): Cleared<'administer', Thing> {
  const cleared = clear(viewer, 'administer', thing)
  if (!administersAll(viewer, thing))
    throw new Forbidden('This has lain on more than one desk: only an admin of each of them can purge it.')
  return cleared
}

export function purgeableFrom(db: Reader, event: EventOnDesk): PurgeableThings {
  return {
    payload: digestsLeft(db, event).length > 0 ? event : null,
    version: versionFrom(db, event),
    file: fileFrom(db, event),
  }
}

export function digestsLeft(db: Reader, event: Event): string[] {
  const digests = [event.beforeDigest, event.afterDigest].filter((digest) => digest !== null)
  return db
    .select({ digest: payloads.digest })
    .from(payloads)
    .where(and(inArray(payloads.digest, digests), isNotNull(payloads.body)))
    .all()
    .map((row) => row.digest)
}

function versionFrom(db: Reader, event: EventOnDesk): VersionOnDesk | null {
  if (event.articleId === null) return null
  const ofArticle = db
    .select()
    .from(versions)
    .where(and(eq(versions.articleId, event.articleId), isNotNull(versions.text)))
    .orderBy(versions.number)
    .all()
  const version = ofArticle.find((one) => event.subjects.includes(`version:${one.id}`)) ?? ofArticle.at(-1)
  if (!version) return null
  const deskId = deskOfArticle(db, version.articleId)
  return { ...version, deskId, deskIds: desksWithSay(db, deskId, `article:${version.articleId}`) }
}

/** The file of a piece of evidence that the event is about. */
function fileFrom(db: Reader, event: EventOnDesk): FileOnDesk | null {
  const ids = event.subjects.filter((subject) => subject.startsWith('evidence:')).map((subject) => Number(subject.slice(9)))
  const found = db
    .select({ file: files, evidenceId: evidence.id, fileName: evidence.fileName, articleId: articles.id, deskId: articles.deskId })
    .from(evidence)
    .innerJoin(files, eq(files.sha256, evidence.fileSha256))
    .innerJoin(claims, eq(claims.id, evidence.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(and(inArray(evidence.id, ids), isNull(evidence.filePurgedBy)))
    .get()
  if (!found) return null
  const { file, ...place } = found
  return { ...file, ...place, deskIds: desksWithSay(db, place.deskId, `evidence:${place.evidenceId}`) }
}

/** The evidence from which a file has not been purged, with the desks that have a say in it. */
export function evidenceRelyingOn(db: Reader, sha256: string): (OnDesks & { id: number })[] {
  return db
    .select({ id: evidence.id, deskId: articles.deskId })
    .from(evidence)
    .innerJoin(claims, eq(claims.id, evidence.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(and(eq(evidence.fileSha256, sha256), isNull(evidence.filePurgedBy)))
    .all()
    .map((one) => ({ ...one, deskIds: desksWithSay(db, one.deskId, `evidence:${one.id}`) }))
}

/** The desk where a thing lies now, and those on which something was done to it. */
function desksWithSay(db: Reader, deskId: number, subject: string): number[] {
  const happened = db
    .selectDistinct({ deskId: events.deskId })
    .from(eventSubjects)
    .innerJoin(events, eq(events.id, eventSubjects.eventId))
    .where(eq(eventSubjects.subject, subject))
    .all()
  return [...new Set([deskId, ...happened.flatMap((event) => event.deskId ?? [])])]
}

function deskOfArticle(db: Reader, articleId: number): number {
  const article = db.select({ deskId: articles.deskId }).from(articles).where(eq(articles.id, articleId)).get()
  if (!article) throw new NotFound('article')
  return article.deskId
}
