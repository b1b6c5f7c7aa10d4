import { type AnyColumn, type SQL, sql } from 'drizzle-orm'

/** A CHECK that a column holds one of these words. SQLite allows no parameters in a CHECK, so the words are written out. */
export function oneOf(column: AnyColumn, words: readonly string[]): SQL {
  return sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`
}
