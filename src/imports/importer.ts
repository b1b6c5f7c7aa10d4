import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { and, eq } from 'drizzle-orm'
import type { Cleared } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { DeskPlace } from '../articles/queries.ts'
import type { Publication } from '../articles/schema.ts'
import type { Upload } from '../web/multipart.ts'
import { type Db, write } from '../db/open.ts'
import { Conflict } from '../errors.ts'
import { record } from '../events/events.ts'
import type { Workers } from '../workers/pool.ts'
import { bringInAll, endImport } from './importing.ts'
import { findImport, listRunning, type ShownImport } from './queries.ts'
import { type Import, imports } from './schema.ts'
import { storeBeside, storeInPlace, type Storing } from './storing.ts'

/** Brings many pieces in while the desk goes on working, one import after another. */
export interface Importer {
  /** Keeps what was sent and begins. Returns the import’s id. */
  begin(viewer: Viewer, desk: Cleared<'check', DeskPlace>, sent: Upload, publication: Publication): number
  /** Stops one; what was brought in stays. */
  stop(viewer: Viewer, of: Cleared<'check', ShownImport>): void
  /** Goes on with one that was stopped. */
  goOn(viewer: Viewer, of: Cleared<'check', ShownImport>): void
  /** Goes on with what was under way when the program ended. */
  wake(): void
  /** Lets the piece in hand be finished, and stops; what is left goes on at the next start. */
  close(): Promise<void>
}

/** After each piece the desk has its turn for as long as the piece took, times this. */
const PAUSE = 0.2

export function createImporter(db: Db, workers: Workers, folder: string): Importer {
  const stopping = new Map<number, AbortController>()
  let closing = false
  let storing: Storing | undefined
  let line: Promise<void> = Promise.resolve()

  const queue = (importId: number): void => {
    const controller = new AbortController()
    stopping.set(importId, controller)
    line = line.then(async () => {
      if (!closing)
        await bringInAll({ db, workers, storing: (storing ??= storingFor(db)), importId, signal: controller.signal, pause: PAUSE })
      if (stopping.get(importId) === controller) stopping.delete(importId)
      const into = findImport(db, importId)
      if (into?.state === 'done') rmSync(into.path, { force: true })
    })
  }

  return {
    begin(viewer, desk, { name, bytes }, publication) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const id = beginImport(db, viewer, desk, { name, publication, path: '' })
      const place = path.join(folder, `${id}${endingOf(name)}`)
      writeFileSync(place, bytes, { mode: 0o600 })
      db.update(imports).set({ path: place }).where(eq(imports.id, id)).run()
      queue(id)
      return id
    },
    stop(viewer, of) {
      const into = findImport(db, of.id)
      if (into?.state !== 'running') throw new Conflict('This import is not going on any more.')
      stopping.get(of.id)?.abort()
      endImport(db, into, 'stopped', `Stopped by ${viewer.name}.`)
    },
    goOn(viewer, of) {
      setRunning(db, viewer, of)
      queue(of.id)
    },
    wake() {
      // One of the command line’s own goes on where it was begun.
      for (const { id, path: place } of listRunning(db)) if (path.dirname(place) === folder) queue(id)
    },
    async close() {
      closing = true
      for (const controller of stopping.values()) controller.abort()
      await line
      await storing?.close()
    },
  }
}

const storingFor = (db: Db): Storing => (db.$client.memory ? storeInPlace(db) : storeBeside(db.$client.name))

/** Notes that an import begins. */
export function beginImport(
  db: Db,
  viewer: Viewer,
  desk: Cleared<'check', DeskPlace>,
  about: { name: string; path: string; publication: Publication },
): number {
  return write(db, (tx) => {
    const { id } = tx
      .insert(imports)
      .values({
        ...about,
        name: about.name.slice(0, 300),
        deskId: desk.id,
        state: 'running',
        createdBy: viewer.id,
        createdAt: new Date().toISOString(),
      })
      .returning({ id: imports.id })
      .get()
    record(tx, viewer, {
      act: 'import.begun',
      subjects: [`import:${id}`],
      place: { deskId: desk.id },
      after: { name: about.name, publication: about.publication, desk: desk.name },
    })
    return id
  })
}

/** Notes that a stopped import goes on. */
export function setRunning(db: Db, viewer: Viewer, { id, deskId, name }: Pick<Import, 'id' | 'deskId' | 'name'>): void {
  write(db, (tx) => {
    const { changes } = tx
      .update(imports)
      .set({ state: 'running', problem: '', endedAt: null })
      .where(and(eq(imports.id, id), eq(imports.state, 'stopped')))
      .run()
    if (changes === 0) throw new Conflict('This import has not been stopped, or it is done.')
    record(tx, viewer, { act: 'import.begun', subjects: [`import:${id}`], place: { deskId }, after: { name } })
  })
}

/** The ending by which an archive or table is known; anything else is read as the one file it is. */
const endingOf = (name: string): string => /\.(?:zip|csv|jsonl|ndjson|txt|md|html?|docx)$/iu.exec(name)?.[0].toLowerCase() ?? '.unknown'
