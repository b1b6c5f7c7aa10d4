import { Piscina } from 'piscina'
import { clear } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { type Arrival, bringIn } from '../articles/articles.ts'
import { type DeskPlace, findArticle, listDuplicates } from '../articles/queries.ts'
import { splitArticle } from '../claims/split-article.ts'
import { type Db, write } from '../db/open.ts'
import { Refusal } from '../errors.ts'
import { threadFile } from '../workers/thread-file.ts'
import { noteItem } from './notes.ts'
import type { Import } from './schema.ts'

/** A piece that is here already, as the viewer may know it. */
export interface Here {
  articleId: number
  same: 'text' | 'address'
}

/** The part of bringing a piece in that asks and writes the database. */
export interface Storing {
  /** Whether the piece is here already. */
  known(viewer: Viewer, piece: { url: string; sha256: string }): Promise<Here | null>
  /** Brings it in, splits it into claims and notes that: all of it, or nothing. */
  store(viewer: Viewer, into: Import, name: string, desk: DeskPlace, arrival: Arrival): Promise<void>
  close(): Promise<void>
}

export function findHere(db: Db, viewer: Viewer, piece: { url: string; sha256: string }): Here | null {
  const [here] = listDuplicates(db, viewer, piece)
  return here ? { articleId: here.id, same: here.same } : null
}

export function storePiece(db: Db, viewer: Viewer, into: Import, name: string, desk: DeskPlace, arrival: Arrival): void {
  write(db, (tx) => {
    const { id } = bringIn(tx, viewer, clear(viewer, 'check', desk), arrival)
    splitArticle(tx, viewer, clear(viewer, 'check', findArticle(tx, viewer, id)), arrival.reading)
    noteItem(tx, into, name, { outcome: 'brought_in', reason: '', articleId: id })
  })
}

/** With the connection there is: for a command, which has nothing else to do, and for a database in memory. */
export const storeInPlace = (db: Db): Storing => ({
  known: (viewer, piece) => Promise.resolve(findHere(db, viewer, piece)),
  store: (viewer, into, name, desk, arrival) => Promise.resolve(storePiece(db, viewer, into, name, desk, arrival)),
  close: () => Promise.resolve(),
})

export type StoringTask = { file: string; viewer: Viewer } & (
  | { work: 'known'; piece: { url: string; sha256: string } }
  | { work: 'store'; into: Import; name: string; desk: DeskPlace; arrival: Arrival }
)

/** Errors lose their class between threads, so a refusal travels as plain data. */
export type StoringAnswer = { here: Here | null } | { refused: string }

/** In a thread with a connection of its own: writing a long piece takes the time of several pages, and nobody at a desk waits for it. */
export function storeBeside(file: string): Storing {
  const pool = new Piscina({ ...threadFile(import.meta.url, './thread'), minThreads: 0, maxThreads: 1, idleTimeout: 60_000 })
  const run = async (task: StoringTask): Promise<Here | null> => {
    const answer = (await pool.run(task)) as StoringAnswer
    if ('refused' in answer) throw new Refusal(answer.refused)
    return answer.here
  }
  return {
    known: (viewer, piece) => run({ work: 'known', file, viewer, piece }),
    store: async (viewer, into, name, desk, arrival) => void (await run({ work: 'store', file, viewer, into, name, desk, arrival })),
    close: () => pool.destroy(),
  }
}
