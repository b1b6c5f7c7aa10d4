import { rmSync } from 'node:fs'
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { can, clear, type Cleared } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { articles, type Version, versions } from '../articles/schema.ts'
import { claims, claimSpans } from '../claims/schema.ts'
import { type Db, type Reader, type Tx, write } from '../db/open.ts'
import { Conflict } from '../errors.ts'
import { evidence, files, type StoredFile } from '../evidence/schema.ts'
import { pathOf } from '../evidence/store.ts'
import { record } from '../events/events.ts'
import { type Event, payloads } from '../events/schema.ts'

/** What an admin may take away for a stated legal reason: what an event kept, the text of a version, an uploaded file. */
export const purgeables = ['payload', 'version', 'file'] as const
export type Purgeable = (typeof purgeables)[number]

export type EventOnDesk = Event & { deskId: number }
export type VersionOnDesk = Version & { deskId: number }
export type FileOnDesk = StoredFile & { deskId: number; articleId: number; fileName: string }

/** What this event leads to that is there to be purged. */
export interface PurgeableThings {
  payload: EventOnDesk | null
  version: VersionOnDesk | null
  file: FileOnDesk | null
}

export function purgeableFrom(db: Reader, event: EventOnDesk): PurgeableThings {
  return {
    payload: digestsLeft(db, event).length > 0 ? event : null,
    version: versionFrom(db, event),
    file: fileFrom(db, event),
  }
}

/** Purges one of the things that an event leads to. */
export function purgeFrom(
  db: Db,
  viewer: Viewer,
  event: Cleared<'administer', EventOnDesk>,
  { what, reason }: { what: Purgeable; reason: string },
  dataFolder: string,
): void {
  const { payload, version, file } = purgeableFrom(db, event)
  if (what === 'payload' && payload) return purgePayload(db, viewer, clear(viewer, 'administer', payload), reason)
  if (what === 'version' && version) return purgeVersion(db, viewer, clear(viewer, 'administer', version), reason)
  if (what === 'file' && file) return purgeFile(db, viewer, clear(viewer, 'administer', file), reason, dataFolder)
  throw new Conflict('This has already been purged, or was never there.')
}

/** Takes away what an event kept of before and after. The event and its digests stay, and say who purged it and why. */
export function purgePayload(db: Db, viewer: Viewer, event: Cleared<'administer', EventOnDesk>, reason: string): void {
  purge(db, (tx) => {
    const digests = digestsLeft(tx, event)
    if (digests.length === 0) throw new Conflict('What this event kept has already been purged.')
    const purged = record(tx, viewer, {
      act: 'payload.purged',
      subjects: [`event:${event.id}`, ...digests.map((digest) => `payload:${digest}`)],
      place: { articleId: event.articleId, deskId: event.deskId },
      after: { reason },
    })
    tx.update(payloads).set({ body: null, purgedBy: purged.id }).where(inArray(payloads.digest, digests)).run()
  })
}

/** Takes away the exact text of a version, and the surroundings kept with its claims. The words of the claims themselves stay: findings rest on them. */
export function purgeVersion(db: Db, viewer: Viewer, version: Cleared<'administer', VersionOnDesk>, reason: string): void {
  purge(db, (tx) => {
    if (tx.select({ text: versions.text }).from(versions).where(eq(versions.id, version.id)).get()?.text === null) {
      throw new Conflict('The text of this version has already been purged.')
    }
    const purged = record(tx, viewer, {
      act: 'version.purged',
      subjects: [`version:${version.id}`, `article:${version.articleId}`],
      place: { articleId: version.articleId, deskId: version.deskId },
      after: { reason, sha256: version.sha256 },
    })
    tx.update(versions).set({ text: null, purgedBy: purged.id }).where(eq(versions.id, version.id)).run()
    const ofVersion = tx.select({ id: claims.id }).from(claims).where(eq(claims.versionId, version.id))
    tx.update(claimSpans).set({ before: '', after: '' }).where(inArray(claimSpans.claimId, ofVersion)).run()
  })
}

/**
 * Marks an uploaded file as purged, then takes it off the disk; were the process killed between the two, `verify` says so.
 * A file is kept once however often it was uploaded, so it goes only where the viewer administers every desk that relies on it.
 */
export function purgeFile(db: Db, viewer: Viewer, file: Cleared<'administer', FileOnDesk>, reason: string, dataFolder: string): void {
  purge(db, (tx) => {
    if (tx.select({ by: files.purgedBy }).from(files).where(eq(files.sha256, file.sha256)).get()?.by !== null) {
      throw new Conflict('This file has already been purged.')
    }
    if (!desksRelyingOn(tx, file.sha256).every((deskId) => can(viewer, 'administer', deskId))) {
      throw new Conflict('You alone cannot purge this file: evidence beyond your desks relies on it too. Ask whoever runs Linecheck.')
    }
    const purged = record(tx, viewer, {
      act: 'file.purged',
      subjects: [`file:${file.sha256}`, `article:${file.articleId}`],
      place: { articleId: file.articleId, deskId: file.deskId },
      after: { reason, sha256: file.sha256, fileName: file.fileName, size: file.size },
    })
    tx.update(files).set({ purgedBy: purged.id }).where(eq(files.sha256, file.sha256)).run()
  })
  rmSync(pathOf(dataFolder, file.sha256), { force: true })
}

/** One transaction after which nothing of what was taken away lies in the freed pages or the write-ahead log. */
function purge(db: Db, work: (tx: Tx) => void): void {
  db.$client.pragma('secure_delete = ON')
  try {
    write(db, work)
  } finally {
    db.$client.pragma('secure_delete = OFF')
  }
  db.$client.pragma('wal_checkpoint(TRUNCATE)')
}

function digestsLeft(db: Reader, event: Event): string[] {
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
  return version ? { ...version, deskId: event.deskId } : null
}

/** The file of a piece of evidence that the event is about. */
function fileFrom(db: Reader, event: EventOnDesk): FileOnDesk | null {
  const ids = event.subjects.filter((subject) => subject.startsWith('evidence:')).map((subject) => Number(subject.slice(9)))
  const found = db
    .select({ file: files, fileName: evidence.fileName, articleId: claims.articleId })
    .from(evidence)
    .innerJoin(files, eq(files.sha256, evidence.fileSha256))
    .innerJoin(claims, eq(claims.id, evidence.claimId))
    .where(inArray(evidence.id, ids))
    .get()
  return found && found.file.purgedBy === null
    ? { ...found.file, fileName: found.fileName, articleId: found.articleId, deskId: event.deskId }
    : null
}

function desksRelyingOn(db: Reader, sha256: string): number[] {
  return db
    .selectDistinct({ deskId: articles.deskId })
    .from(evidence)
    .innerJoin(claims, eq(claims.id, evidence.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(eq(evidence.fileSha256, sha256))
    .all()
    .map((row) => row.deskId)
}
