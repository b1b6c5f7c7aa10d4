import { rmSync } from 'node:fs'
import { eq, inArray } from 'drizzle-orm'
import type { Cleared } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { versions } from '../articles/schema.ts'
import { claims, claimSpans } from '../claims/schema.ts'
import { type Db, type Tx, write } from '../db/open.ts'
import { Conflict } from '../errors.ts'
import { record } from '../events/events.ts'
import { payloads } from '../events/schema.ts'
import { evidence, files } from '../evidence/schema.ts'
import { pathOf } from '../evidence/store.ts'
import {
  administersAll,
  clearForPurge,
  digestsLeft,
  type EventOnDesk,
  evidenceRelyingOn,
  type FileOnDesk,
  type Purgeable,
  purgeableFrom,
  type VersionOnDesk,
} from './purgeable.ts'

/** Purges one of the things that an event leads to. */
export function purgeFrom(
  db: Db,
  viewer: Viewer,
  event: Cleared<'administer', EventOnDesk>,
  { what, reason }: { what: Purgeable; reason: string },
  dataFolder: string,
): void {
  const { payload, version, file } = purgeableFrom(db, event)
  if (what === 'payload' && payload) return purgePayload(db, viewer, clearForPurge(viewer, payload), reason)
  if (what === 'version' && version) return purgeVersion(db, viewer, clearForPurge(viewer, version), reason)
  if (what === 'file' && file) return purgeFile(db, viewer, clearForPurge(viewer, file), reason, dataFolder)
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
 * Takes an uploaded file from the evidence of a desk. A file is kept once however often it was uploaded: its bytes leave the disk with the
 * last evidence that relies on them. Whether another desk's does is not told. Killed before the disk is done, `verify` says so.
 */
export function purgeFile(db: Db, viewer: Viewer, file: Cleared<'administer', FileOnDesk>, reason: string, dataFolder: string): void {
  let unused = false
  purge(db, (tx) => {
    const relying = evidenceRelyingOn(tx, file.sha256)
    if (!relying.some((one) => one.id === file.evidenceId)) throw new Conflict('This file has already been purged.')
    const taken = relying.filter((one) => one.deskId === file.deskId && administersAll(viewer, one)).map((one) => one.id)
    const purged = record(tx, viewer, {
      act: 'file.purged',
      subjects: [`file:${file.sha256}`, `article:${file.articleId}`, ...taken.map((id) => `evidence:${id}`)],
      place: { articleId: file.articleId, deskId: file.deskId },
      after: { reason, sha256: file.sha256, fileName: file.fileName, size: file.size },
    })
    tx.update(evidence).set({ filePurgedBy: purged.id }).where(inArray(evidence.id, taken)).run()
    unused = taken.length === relying.length
    if (unused) tx.update(files).set({ purgedBy: purged.id }).where(eq(files.sha256, file.sha256)).run()
  })
  if (unused) rmSync(pathOf(dataFolder, file.sha256), { force: true })
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
