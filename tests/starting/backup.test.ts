import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openDataFolder, uploadsIn } from '../../src/data-folder.ts'
import { backupDatabase, backupEverything } from '../../src/db/backup.ts'
import { openDatabase } from '../../src/db/open.ts'
import { Refusal } from '../../src/errors.ts'
import { keepFile } from '../../src/evidence/store.ts'
import { temporaryFolder } from '../support/app.ts'
import { newsroom } from '../support/newsroom.ts'

test('a backup is the whole database, for its owner alone, and passes SQLite’s own check', async () => {
  const file = path.join(temporaryFolder(), 'copy.db')
  await backupDatabase(newsroom(), file)

  expect(statSync(file).mode & 0o777).toBe(0o600)
  const copy = openDatabase(file)
  expect(copy.$client.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(copy.$client.prepare('SELECT count(*) FROM users').pluck().get()).toBe(7)
  copy.$client.close()
})

test('a backup never writes over anything, and says where it cannot be written', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'there.db')
  writeFileSync(file, 'kept')

  await expect(backupDatabase(newsroom(), file)).rejects.toThrow('a backup never writes over anything')
  expect(readFileSync(file, 'utf8')).toBe('kept')
  await expect(backupDatabase(newsroom(), path.join(folder, 'no/such/folder.db'))).rejects.toThrow('its folder does not exist.')
  writeFileSync(path.join(folder, 'cut.db.partial'), '')
  await expect(backupDatabase(newsroom(), path.join(folder, 'cut.db'))).rejects.toThrow(Refusal)
  expect(readdirSync(folder).sort()).toEqual(['cut.db.partial', 'there.db'])
})

test('a backup is of one moment, while another connection keeps writing', async () => {
  const folder = temporaryFolder()
  const data = await openDataFolder(folder)
  const reader = openDatabase(path.join(folder, 'linecheck.db'), { readonly: true })
  const insert = data.db.$client.prepare("INSERT INTO users (name, email, password_hash, created_at) VALUES ('N', ?, 'none', '')")
  let written = 0
  const end = new AbortController()
  const writing = (async () => {
    while (!end.signal.aborted) {
      insert.run(`n${written++}@example.org`)
      await new Promise((resolve) => setImmediate(resolve))
    }
  })()

  const file = path.join(folder, 'copy.db')
  await backupDatabase(reader, file)
  end.abort()
  await writing

  const copy = new Database(file, { readonly: true })
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(copy.prepare('SELECT count(*) FROM users').pluck().get()).toBeLessThanOrEqual(written)
  copy.close()
  reader.$client.close()
  data.close()
})

test('uploaded files lie beside the database under their hashes; half an upload is left out', async () => {
  const folder = temporaryFolder()
  const { sha256 } = await keepFile(folder, Buffer.from('a letter'))
  writeFileSync(path.join(uploadsIn(folder), sha256.slice(0, 2), '.half'), 'half')
  const file = path.join(folder, 'copy.db')

  await backupEverything(newsroom(), uploadsIn(folder), file)

  const copied = path.join(`${file}.files`, sha256.slice(0, 2), sha256)
  expect(readFileSync(copied, 'utf8')).toBe('a letter')
  expect(statSync(copied).mode & 0o077).toBe(0)
  expect(readdirSync(path.join(`${file}.files`, sha256.slice(0, 2)))).toEqual([sha256])
  await expect(backupEverything(newsroom(), uploadsIn(folder), file)).rejects.toThrow(Refusal)
})

test('without uploads the folder of files is there, and empty', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'copy.db')
  mkdirSync(path.join(folder, 'nothing'))
  await backupEverything(newsroom(), path.join(folder, 'no-uploads'), file)
  expect(existsSync(`${file}.files`)).toBe(true)
  expect(readdirSync(`${file}.files`)).toEqual([])
})
