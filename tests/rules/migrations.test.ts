import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { migrateDatabase, pendingMigrations } from '../../src/db/migrate.ts'
import { openDatabase } from '../../src/db/open.ts'
import { triggers } from '../../src/db/triggers.ts'
import { newsroom } from '../support/newsroom.ts'

const files = readdirSync('migrations').filter((file) => file.endsWith('.sql'))
const tablesOf = (db: ReturnType<typeof newsroom>): string[] =>
  db
    .all<{ name: string }>(
      sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'search_index%'`,
    )
    .map((table) => table.name)
const countsOf = (db: ReturnType<typeof newsroom>): Record<string, number> =>
  Object.fromEntries(tablesOf(db).map((table) => [table, db.get<{ n: number }>(sql.raw(`select count(*) n from "${table}"`)).n]))

test('every migration has a name that says what it does', () => {
  for (const file of files) expect(file).toMatch(/^\d{4}_(create|add|remove|rename|make|fill|drop|change)_[a-z_]+\.sql$/)
})

test('no foreign key deletes what refers to it', () => {
  for (const file of files) expect(readFileSync(`migrations/${file}`, 'utf8'), file).not.toMatch(/ON DELETE (CASCADE|SET NULL)/i)
})

test('the tables are those of the schema: nothing is left to generate', async () => {
  const { getTableConfig } = await import('drizzle-orm/sqlite-core')
  const schema = await import('../../src/db/schema.ts')
  const db = newsroom()
  const wanted = Object.values(schema).filter(
    (one) => typeof one === 'object' && one !== null && Symbol.for('drizzle:IsDrizzleTable') in one,
  )
  for (const table of wanted) {
    const config = getTableConfig(table as Parameters<typeof getTableConfig>[0])
    const there = db.all<{ name: string }>(sql.raw(`select name from pragma_table_info('${config.name}')`)).map((column) => column.name)
    expect(there.sort(), config.name).toEqual(config.columns.map((column) => column.name).sort())
  }
})

test('a filled database is migrated again without losing a row, and every trigger stands', () => {
  const db = newsroom()
  const before = countsOf(db)
  expect(before.claims).toBe(6)
  migrateDatabase(db)
  expect(countsOf(db)).toEqual(before)
  const standing = db.all<{ name: string }>(sql`select name from sqlite_master where type = 'trigger'`).map((trigger) => trigger.name)
  expect(standing.sort()).toEqual(triggers.map((trigger) => trigger.name).sort())
})

test('rebuilding a table that others refer to, as drizzle does it, keeps what refers to it', () => {
  const db = newsroom()
  const before = countsOf(db)
  const create = db.get<{ sql: string }>(sql`select sql from sqlite_master where name = 'claims'`).sql
  db.$client.pragma('foreign_keys = OFF')
  db.$client.exec(
    `BEGIN; ${create.replace('`claims`', '`__new_claims`').replaceAll('"claims".', '"__new_claims".')}; INSERT INTO __new_claims SELECT * FROM claims; DROP TABLE claims; ALTER TABLE __new_claims RENAME TO claims; COMMIT`,
  )
  migrateDatabase(db)
  expect(countsOf(db)).toEqual(before)
  expect(() => db.$client.exec('DELETE FROM claims')).toThrow('a claim is withdrawn, never deleted')
  expect(db.$client.pragma('foreign_keys', { simple: true })).toBe(1)
})

test('a database from a newer version is recognised before anything is touched', () => {
  const db = newsroom()
  db.run(sql`insert into __drizzle_migrations (hash, created_at) values ('from the future', 9999999999999)`)
  expect(() => pendingMigrations(db)).toThrow('made by a newer version of Linecheck')
})

test('a fresh database needs every migration, a migrated one none', () => {
  const fresh = openDatabase(':memory:')
  expect(pendingMigrations(fresh)).toBe(files.length)
  migrateDatabase(fresh)
  expect(pendingMigrations(fresh)).toBe(0)
})

test('SQLite refuses to rewrite the past, whoever asks', () => {
  const db = newsroom()
  for (const [statement, sentence] of [
    ["UPDATE events SET act = 'x'", 'history is append-only'],
    ['DELETE FROM events', 'history is append-only'],
    ['UPDATE payloads SET body = NULL', 'a payload goes only by a purge'],
    ['DELETE FROM payloads', 'a payload goes only by a purge'],
    ["UPDATE versions SET text = 'other'", 'never changed'],
    ['UPDATE versions SET text = NULL, purged_by = 1', 'never changed'],
    ['DELETE FROM versions', 'never deleted'],
  ] as const)
    expect(() => db.$client.exec(statement), statement).toThrow(sentence)
})
