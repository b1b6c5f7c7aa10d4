import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { backupDatabase } from './db/backup.ts'
import { migrateDatabase, pendingMigrations } from './db/migrate.ts'
import { type Db, openDatabase } from './db/open.ts'
import { Refusal } from './errors.ts'

/** What lies in a data folder. */
export const databaseIn = (folder: string): string => path.join(folder, 'linecheck.db')
export const uploadsIn = (folder: string): string => path.join(folder, 'files')
export const importsIn = (folder: string): string => path.join(path.resolve(folder), 'imports')
const backupsIn = (folder: string): string => path.join(folder, 'backups')

export interface DataFolder {
  db: Db
  close(): void
}

/**
 * Takes a data folder for this process alone and brings its database to this version's shape.
 * Whatever speaks against it is found out before anything in the folder is changed.
 */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  makeFolder(folder)
  const release = lock(folder)
  try {
    const pending = survey(databaseIn(folder))
    keepToOwner(folder)
    const db = openDatabase(databaseIn(folder))
    try {
      await migrate(db, folder, pending)
    } catch (error) {
      db.$client.close()
      throw error
    }
    keepToOwner(folder)
    return {
      db,
      close() {
        db.$client.pragma('wal_checkpoint(TRUNCATE)')
        db.$client.close()
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    throw unwritable(folder)
  }
}

const unwritable = (folder: string): Refusal =>
  new Refusal(
    `The data folder ${path.resolve(folder)} cannot be made or written to. Give it to the account that Linecheck runs as, or set LINECHECK_DATA to another folder; nothing was changed.`,
  )

/**
 * One process per data folder. SQLite's lock on a small file does it: the system lets go of it however the process ends,
 * so there is nothing to clean up after a crash.
 */
function lock(folder: string): () => void {
  let held: Database.Database | undefined
  try {
    held = new Database(path.join(folder, 'lock'), { timeout: 0 })
    held.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    held?.close()
    if ((error as { code?: string }).code === 'SQLITE_BUSY') {
      throw new Refusal(
        `Another Linecheck is running on the data folder ${path.resolve(folder)}. Stop that one first, or set LINECHECK_DATA to another folder.`,
      )
    }
    throw unwritable(folder)
  }
  const open = held
  return () => open.close()
}

/** How many migrations an existing database lacks, or null where there is none yet. Reads only: a refused database stays as it is, byte for byte. */
function survey(file: string): number | null {
  if (!existsSync(file) || statSync(file).size === 0) return null
  let db: Db | undefined
  try {
    db = openDatabase(file, { readonly: true })
    const tables = db.$client.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all()
    if (tables.length > 0 && !tables.includes('__drizzle_migrations')) throw notOurs(file)
    return pendingMigrations(db)
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_NOTADB') throw notOurs(file)
    throw error
  } finally {
    db?.$client.close()
  }
}

const notOurs = (file: string): Refusal =>
  new Refusal(
    `${path.resolve(file)} is not a database of Linecheck. Set LINECHECK_DATA to another folder, or restore a backup; nothing was changed.`,
  )

/** A database that is to be changed is backed up first. */
async function migrate(db: Db, folder: string, pending: number | null): Promise<void> {
  if (pending === null || pending === 0) return migrateDatabase(db)
  mkdirSync(backupsIn(folder), { recursive: true, mode: 0o700 })
  const file = path.join(backupsIn(folder), `before-${version()}-${new Date().toISOString().replace(/[:.]/g, '-')}.db`)
  await backupDatabase(db, file)
  try {
    migrateDatabase(db)
  } catch (error) {
    throw new Error(`The database could not be brought to this version. A backup made just before is at ${file}.`, { cause: error })
  }
}

function version(): string {
  const about = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../package.json'), 'utf8')) as { version: string }
  return about.version
}

/** Drafts are secret: others on the machine may read neither the folder nor the database, however it was copied here. */
function keepToOwner(folder: string): void {
  if (process.platform === 'win32') return
  for (const place of [
    folder,
    databaseIn(folder),
    `${databaseIn(folder)}-wal`,
    `${databaseIn(folder)}-shm`,
    uploadsIn(folder),
    importsIn(folder),
    backupsIn(folder),
  ]) {
    if (!existsSync(place) || (statSync(place).mode & 0o077) === 0) continue
    try {
      chmodSync(place, statSync(place).mode & 0o700)
    } catch {
      throw new Refusal(
        `Others on this machine may read ${path.resolve(place)}, and Linecheck may not change that. Give it to the account that Linecheck runs as.`,
      )
    }
  }
}
