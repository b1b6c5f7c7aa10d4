import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openDataFolder } from '../../src/data-folder.ts'
import { migrateDatabase } from '../../src/db/migrate.ts'
import { openDatabase } from '../../src/db/open.ts'
import { Refusal } from '../../src/errors.ts'
import { temporaryFolder } from '../support/app.ts'
import { runToEnd } from './process.ts'

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')
const databaseFiles = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.startsWith('linecheck.db'))
      .map((name) => [name, hashOf(path.join(folder, name))]),
  )

/** A database as a later version would leave it: with a migration that this one does not know. */
function newerDatabase(folder: string) {
  const db = openDatabase(path.join(folder, 'linecheck.db'))
  migrateDatabase(db)
  db.$client.prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('of-the-future', 9999999999999)").run()
  return db
}

test('a database of a newer version is refused in one sentence and left as it is, byte for byte', async () => {
  const folder = temporaryFolder()
  newerDatabase(folder).$client.close()
  const before = databaseFiles(folder)

  const { code, err } = await runToEnd({ LINECHECK_DATA: folder })

  expect(code).toBe(1)
  expect(err).toMatch(/^This database was made by a newer version of Linecheck\.[^\n]*\n$/)
  expect(databaseFiles(folder)).toMatchObject(before)
  expect(readdirSync(folder)).not.toContain('backups')
})

test('the same holds where the newer version was killed and its last writes lie in the log', async () => {
  const made = temporaryFolder()
  const folder = temporaryFolder()
  const db = newerDatabase(made)
  for (const name of ['linecheck.db', 'linecheck.db-wal']) cpSync(path.join(made, name), path.join(folder, name))
  db.$client.close()
  const before = databaseFiles(folder)
  expect(Object.keys(before)).toContain('linecheck.db-wal')

  await expect(openDataFolder(folder)).rejects.toThrow(Refusal)

  expect(databaseFiles(folder)).toMatchObject(before)
})

test('what is no database of ours is refused and left as it is', async () => {
  const text = temporaryFolder()
  writeFileSync(path.join(text, 'linecheck.db'), 'Not a database at all, but somebody’s notes. '.repeat(50))
  const foreign = temporaryFolder()
  const other = new Database(path.join(foreign, 'linecheck.db'))
  other.exec('CREATE TABLE recipes (name TEXT)')
  other.close()

  for (const folder of [text, foreign]) {
    const before = databaseFiles(folder)
    await expect(openDataFolder(folder)).rejects.toThrow('is not a database of Linecheck')
    expect(databaseFiles(folder)).toEqual(before)
  }
})

test('an older database is backed up before it is changed, for its owner alone', async () => {
  const folder = temporaryFolder()
  const old = new Database(path.join(folder, 'linecheck.db'))
  old.exec(
    "CREATE TABLE __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric); CREATE TABLE before (word TEXT); INSERT INTO before VALUES ('kept')",
  )
  old.close()

  const data = await openDataFolder(folder)
  expect(data.db.$client.prepare('SELECT count(*) FROM users').pluck().get()).toBe(0)
  data.close()

  const [name = ''] = readdirSync(path.join(folder, 'backups'))
  expect(name).toMatch(/^before-\d+\.\d+\.\d+-\d{4}-\d\d-\d\dT[\d-]+Z\.db$/)
  expect(statSync(path.join(folder, 'backups', name)).mode & 0o777).toBe(0o600)
  const backup = new Database(path.join(folder, 'backups', name), { readonly: true })
  expect(backup.prepare('SELECT word FROM before').pluck().get()).toBe('kept')
  expect(backup.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'users'").pluck().get()).toBe(0)
  backup.close()
})

test('a database of this version is neither backed up nor changed by starting', async () => {
  const folder = temporaryFolder()
  ;(await openDataFolder(folder)).close()
  ;(await openDataFolder(folder)).close()
  expect(readdirSync(folder).sort()).toEqual(['linecheck.db', 'lock'])
})

test('an empty file where the database should be is filled, as a folder without one is', async () => {
  const folder = temporaryFolder()
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'linecheck.db'), '')
  const data = await openDataFolder(folder)
  expect(data.db.$client.prepare('SELECT count(*) FROM users').pluck().get()).toBe(0)
  data.close()
})
