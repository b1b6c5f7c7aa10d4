import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { fold } from './fold.ts'
import * as schema from './schema.ts'

export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database }
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]
/** What a read needs: the database, or the transaction it runs in. */
export type Reader = Pick<Db, 'select' | 'selectDistinct' | 'all' | 'get' | 'values'>

/** The one way to open a database: in production, in a command and in a test. Takes a file's path or a serialized image. */
export function openDatabase(source: string | Buffer, options: { readonly?: boolean } = {}): Db {
  const sqlite = new Database(source, options)
  if (!options.readonly) sqlite.pragma('journal_mode = WAL')
  // FULL: what was acknowledged survives a power cut, not only a killed process.
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('busy_timeout = 5000')
  sqlite.function('fold', { deterministic: true }, (text) => fold(String(text ?? '')))
  return drizzle(sqlite, { schema })
}

/** What a verb is given to write with: the database, or a transaction that it becomes a part of. */
export type Writer = Pick<Db, 'transaction'> & Reader

/** Runs `work` in one immediate transaction, or within the one that is open. A promise is a compile error: nothing may wait while SQLite is locked. */
export function write<T>(db: Writer, work: (tx: Tx) => T extends PromiseLike<unknown> ? never : T): T {
  return db.transaction(work as (tx: Tx) => T, { behavior: 'immediate' })
}
