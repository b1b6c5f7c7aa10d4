import { eq } from 'drizzle-orm'
import { setTimeout as wait } from 'node:timers/promises'
import { findActiveViewer } from '../accounts/sessions.ts'
import { can } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { type Db, write } from '../db/open.ts'
import { Refusal } from '../errors.ts'
import { record } from '../events/events.ts'
import type { Workers } from '../workers/pool.ts'
import { type Container, openContainer } from './container.ts'
import { itemsIn } from './items.ts'
import { noteItem } from './notes.ts'
import { bringInOne } from './one.ts'
import { findImport, outcomesOf } from './queries.ts'
import { type Import, importItems, imports } from './schema.ts'
import type { Storing } from './storing.ts'

export interface Importing {
  db: Db
  workers: Workers
  storing: Storing
  importId: number
  signal: AbortSignal
  /** Told after each piece: how many are dealt with. */
  tell?: (done: number) => void
  /** After each piece the desk has its turn for as long as the piece took of it, times this. */
  pause?: number
}

/** Brings in whatever of an import has not been dealt with yet. Ends when all is, when it is told to stop, or when it cannot go on. */
export async function bringInAll({ db, workers, storing, importId, signal, tell = () => {}, pause = 0 }: Importing): Promise<void> {
  const into = findImport(db, importId)
  if (!into || into.state !== 'running') return
  let container: Container | undefined
  try {
    container = await openContainer(into.path, into.name)
    if (into.total === null)
      db.update(imports)
        .set({ total: await countItems(container) })
        .where(eq(imports.id, importId))
        .run()
    const done = new Set(
      db
        .select({ name: importItems.name })
        .from(importItems)
        .where(eq(importItems.importId, importId))
        .all()
        .map(({ name }) => name),
    )
    for await (const item of itemsIn(container)) {
      if (signal.aborted) return
      if (done.has(item.name.slice(0, 500))) continue
      const began = performance.now()
      if ('reason' in item) noteItem(db, into, item.name, { outcome: 'refused', reason: item.reason, articleId: null })
      else await bringInOne({ db, workers, storing, container, into, viewer: stillAllowed(db, into) }, item)
      done.add(item.name.slice(0, 500))
      tell(done.size)
      if (pause > 0) await wait((performance.now() - began) * pause, undefined, { signal }).catch(() => {})
    }
    endImport(db, into, 'done', '')
  } catch (error) {
    if (signal.aborted) return
    endImport(
      db,
      into,
      'stopped',
      error instanceof Refusal
        ? error.message
        : 'Something unexpected happened; the server’s log says what. What was brought in so far stays.',
    )
    if (!(error instanceof Refusal)) console.error(error)
  } finally {
    container?.close()
  }
}

async function countItems(container: Container): Promise<number> {
  let total = 0
  for await (const item of itemsIn(container)) total += item.name === '' ? 0 : 1
  return total
}

/** Who brings it in may have lost the desk since. */
function stillAllowed(db: Db, { createdBy, deskId }: Import): Viewer {
  const viewer = findActiveViewer(db, createdBy)
  if (!viewer || !can(viewer, 'check', deskId))
    throw new Refusal('Whoever began this may no longer bring pieces in on this desk, so it has stopped. What was brought in so far stays.')
  return viewer
}

/** Ends an import, with what became of its pieces on record. */
export function endImport(db: Db, { id, deskId, createdBy, name }: Import, state: 'done' | 'stopped', problem: string): void {
  write(db, (tx) => {
    tx.update(imports).set({ state, problem, endedAt: new Date().toISOString() }).where(eq(imports.id, id)).run()
    record(
      tx,
      { id: createdBy, name: findActiveViewer(tx, createdBy)?.name ?? '' },
      {
        act: state === 'done' ? 'import.ended' : 'import.stopped',
        subjects: [`import:${id}`],
        place: { deskId },
        after: { name, ...outcomesOf(tx, id), ...(problem && { problem }) },
      },
    )
  })
}
