import { existsSync } from 'node:fs'
import path from 'node:path'
import { readSettings, type Settings } from '../config.ts'
import { databaseIn } from '../data-folder.ts'
import { pendingMigrations } from '../db/migrate.ts'
import { type Db, openDatabase } from '../db/open.ts'
import { Refusal } from '../errors.ts'

/** What a command could not do: one sentence on standard error, and this exit code. */
const couldNot = 2

/**
 * Runs a command over the data folder of LINECHECK_DATA, which it only reads: the server may run meanwhile.
 * What `work` resolves to is the exit code.
 */
export async function overRecords(work: (db: Db, settings: Settings) => number | Promise<number>): Promise<void> {
  // What is written may hold secret drafts: it is for its owner alone.
  process.umask(0o077)
  process.stdout.on('error', endWithReader)
  let db: Db | undefined
  try {
    const settings = readSettings(process.env)
    db = openForReading(settings.dataFolder)
    process.exitCode = await work(db, settings)
  } catch (error) {
    process.stderr.write(`linecheck: ${sentenceOf(error)}\n`)
    process.exitCode = couldNot
  } finally {
    db?.$client.close()
  }
}

/** Whoever reads our output may stop early, as `head` does: that is no failure. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
}

function openForReading(folder: string): Db {
  const file = databaseIn(folder)
  if (!existsSync(file))
    throw new Refusal(`There is no database in ${path.resolve(folder)}. Set LINECHECK_DATA to the data folder of your Linecheck.`)
  const db = openDatabase(file, { readonly: true })
  if (pendingMigrations(db) > 0) {
    db.$client.close()
    throw new Refusal(
      'This database was made by an older version of Linecheck. Start Linecheck once, which brings it up to date, then try again.',
    )
  }
  return db
}

function sentenceOf(error: unknown): string {
  if (error instanceof Refusal) return error.message
  const { code, message } = error as { code?: string; message?: string }
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT')
    return 'The database is damaged or no database at all. Restore a backup, and keep the damaged file.'
  if (code === 'EACCES' || code === 'SQLITE_CANTOPEN' || code === 'SQLITE_READONLY_DIRECTORY')
    return 'The data folder or the output cannot be opened. Run this as the account that Linecheck runs as.'
  return message ?? 'something unexpected happened'
}
