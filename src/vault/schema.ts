import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import { users } from '../accounts/schema.ts'
import { sources } from '../sources/schema.ts'

/** Who a confidential source is, sealed. The newest of a source holds; destroying takes the bytes of all away. */
export const vaultEntries = sqliteTable(
  'vault_entries',
  {
    id: integer('id').primaryKey(),
    sourceId: integer('source_id')
      .notNull()
      .references(() => sources.id),
    /** AES-256-GCM in base64: 12 bytes of nonce, 16 of tag, then the text. Null once destroyed. */
    sealed: text('sealed'),
    /** By which key: the beginning of its SHA-256. */
    keyId: text('key_id').notNull(),
    sealedBy: integer('sealed_by')
      .notNull()
      .references(() => users.id),
    sealedAt: text('sealed_at').notNull(),
    destroyedBy: integer('destroyed_by').references(() => users.id),
    destroyedAt: text('destroyed_at'),
  },
  (table) => [
    index('vault_entries_source').on(table.sourceId),
    check('vault_entries_destroyed', sql`(${table.sealed} is null) = (${table.destroyedAt} is not null)`),
  ],
)
export type VaultEntry = typeof vaultEntries.$inferSelect

/** Who may look: people by name, whatever their role. */
export const vaultReaders = sqliteTable(
  'vault_readers',
  {
    id: integer('id').primaryKey(),
    sourceId: integer('source_id')
      .notNull()
      .references(() => sources.id),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id),
    addedBy: integer('added_by')
      .notNull()
      .references(() => users.id),
    addedAt: text('added_at').notNull(),
    removedBy: integer('removed_by').references(() => users.id),
    removedAt: text('removed_at'),
  },
  (table) => [uniqueIndex('vault_readers_standing').on(table.sourceId, table.userId).where(sql`${table.removedAt} is null`)],
)
