import { type Db, openDatabase } from '../db/open.ts'
import { Refusal } from '../errors.ts'
import { findHere, type StoringAnswer, type StoringTask, storePiece } from './storing.ts'

let db: Db | undefined

/** Asks and writes in a thread what an import needs, with a connection of its own. */
export default function perform(task: StoringTask): StoringAnswer {
  db ??= openDatabase(task.file)
  try {
    if (task.work === 'known') return { here: findHere(db, task.viewer, task.piece) }
    storePiece(db, task.viewer, task.into, task.name, task.desk, task.arrival)
    return { here: null }
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message }
    throw error
  }
}
