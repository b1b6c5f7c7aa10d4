import { existsSync } from 'node:fs'
import path from 'node:path'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { Refusal } from '../errors.ts'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { Db } from './open.ts'
import { triggers } from './triggers.ts'

/** `migrations/` beside `src/` and beside `dist/` alike. */
export const migrationsFolder = path.resolve(import.meta.dirname, '../../migrations')

/** How many migrations this database still lacks. Throws a `Refusal` if it comes from a newer Linecheck. */
export function pendingMigrations(db: Db): number {
  const known = readMigrationFiles({ migrationsFolder })
  const applied = appliedMigrations(db)
  const last = applied.at(-1)
  if (last && !known.some((migration) => migration.hash === last.hash)) {
    throw new Refusal(
      'This database was made by a newer version of Linecheck. Install that version again, or restore a backup made before it; nothing was changed.',
    )
  }
  return known.length - applied.length
}

function appliedMigrations(db: Db): { hash: string }[] {
  const exists = db.$client.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get()
  if (!exists) return []
  return db.$client.prepare<[], { hash: string }>('SELECT hash FROM __drizzle_migrations ORDER BY created_at, id').all()
}

/**
 * Brings the database to this version's shape.
 *
 * Foreign keys are off meanwhile: drizzle runs its files inside a transaction, where SQLite ignores the pragma that they hold,
 * and the DROP of a rebuilt table would then empty every table that refers to it. A rebuild also drops a table's triggers
 * without a word, so all of them are made anew each time.
 */
export function migrateDatabase(db: Db): void {
  if (!existsSync(migrationsFolder)) throw new Error(`no migrations at ${migrationsFolder}`)
  db.$client.pragma('foreign_keys = OFF')
  try {
    migrate(db, { migrationsFolder })
    const broken = db.$client.pragma('foreign_key_check') as { table: string }[]
    if (broken.length > 0) throw new Error(`after migrating, rows of ${broken[0]?.table} refer to rows that are not there`)
    makeTriggers(db)
  } finally {
    db.$client.pragma('foreign_keys = ON')
  }
}

function makeTriggers(db: Db): void {
  db.$client.transaction(() => {
    for (const { name, sql } of triggers) db.$client.exec(`DROP TRIGGER IF EXISTS ${name}; ${sql}`)
  })()
}
