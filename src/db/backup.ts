import { chmodSync, closeSync, copyFileSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '../errors.ts'
import type { Db } from './open.ts'

/** Where a backup keeps the uploaded files: a folder beside the copy of the database. */
export const filesBeside = (file: string): string => `${file}.files`

/**
 * Copies the database, as it is at one moment, into a new file that only its owner may read. Works while others write.
 * The file gets its name once it is whole, so a backup that was cut short never looks like one.
 */
export async function backupDatabase(db: Db, file: string): Promise<void> {
  refuseExisting(file)
  const partial = `${file}.partial`
  try {
    closeSync(openSync(partial, 'wx', 0o600))
  } catch (error) {
    throw new Refusal(`The backup cannot be written to ${file}: ${reason(error)}`)
  }
  try {
    // All pages in one step: a copy in several is begun again whenever another process writes.
    await db.$client.backup(partial, { progress: () => 0x7fffffff })
    renameSync(partial, file)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

/**
 * A whole backup: FILE is the database, FILE.files holds the uploaded files under their hashes.
 * The database comes first: an upload lies on disk before a row speaks of it, and never changes.
 */
export async function backupEverything(db: Db, uploads: string, file: string): Promise<void> {
  const target = filesBeside(file)
  refuseExisting(target)
  await backupDatabase(db, file)
  const partial = `${target}.partial`
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial, { mode: 0o700 })
  for (const name of storedFiles(uploads)) copy(path.join(uploads, name), path.join(partial, name))
  renameSync(partial, target)
}

/** Stored files are named by their SHA-256, in folders named by its first two digits; anything else is half an upload. */
function storedFiles(uploads: string): string[] {
  if (!existsSync(uploads)) return []
  return readdirSync(uploads, { recursive: true, encoding: 'utf8' }).filter((name) => /^[0-9a-f]{2}[\\/][0-9a-f]{64}$/.test(name))
}

function copy(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 })
  try {
    copyFileSync(from, to)
    chmodSync(to, 0o600)
  } catch (error) {
    // Purged meanwhile: `verify` says so of the restored copy.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

function refuseExisting(file: string): void {
  if (existsSync(file))
    throw new Refusal(`There is something at ${path.resolve(file)} already, and a backup never writes over anything: give another name.`)
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EEXIST') return 'another backup to the same name is under way, or was cut short; remove its .partial file.'
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'its folder does not exist.'
  return `${(error as Error).message}.`
}
