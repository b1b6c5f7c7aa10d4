import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { oneOf } from '../db/columns.ts'
import { roles } from '../vocabulary.ts'

export const desks = sqliteTable('desks', {
  id: integer('id').primaryKey(),
  name: text('name').notNull().unique(),
  /** Whose copy this desk checks; the engine never takes it for a source. */
  outlet: text('outlet').notNull().default(''),
  /** Whether every finding needs a second person's. */
  secondCheck: integer('second_check', { mode: 'boolean' }).notNull().default(true),
  /** How many independent first-hand sources `verified` asks for, where no primary record or own observation stands. */
  independentSources: integer('independent_sources').notNull().default(2),
  createdAt: text('created_at').notNull(),
})
export type Desk = typeof desks.$inferSelect

export const users = sqliteTable('users', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  /** Lower case; what the person signs in with. */
  email: text('email').notNull().unique(),
  passwordHash: text('password_hash').notNull(),
  /** Single-key shortcuts on the desk. */
  shortcuts: integer('shortcuts', { mode: 'boolean' }).notNull().default(true),
  createdAt: text('created_at').notNull(),
  deactivatedAt: text('deactivated_at'),
})
export type User = typeof users.$inferSelect

/** A person has a role per desk. */
export const memberships = sqliteTable(
  'memberships',
  {
    userId: integer('user_id')
      .notNull()
      .references(() => users.id),
    deskId: integer('desk_id')
      .notNull()
      .references(() => desks.id),
    role: text('role', { enum: roles }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.deskId] }), check('memberships_role', oneOf(table.role, roles))],
)

/** Who may read a desk's audits without being on it: a right by name, apart from roles. It shows published pieces only. */
export const auditorRights = sqliteTable(
  'auditor_rights',
  {
    id: integer('id').primaryKey(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id),
    deskId: integer('desk_id')
      .notNull()
      .references(() => desks.id),
    givenBy: integer('given_by')
      .notNull()
      .references(() => users.id),
    givenAt: text('given_at').notNull(),
    withdrawnBy: integer('withdrawn_by').references(() => users.id),
    withdrawnAt: text('withdrawn_at'),
  },
  (table) => [uniqueIndex('auditor_rights_standing').on(table.userId, table.deskId).where(sql`${table.withdrawnAt} is null`)],
)

export const sessions = sqliteTable('sessions', {
  /** SHA-256 of the cookie's token: a stolen database opens no session. */
  tokenHash: text('token_hash').primaryKey(),
  userId: integer('user_id')
    .notNull()
    .references(() => users.id),
  createdAt: text('created_at').notNull(),
  expiresAt: text('expires_at').notNull(),
})

export const linkPurposes = ['setup', 'invitation', 'password_reset'] as const

/** One-time links: the first admin's, an invitation to a desk, a new password. Consumed by the POST, never by looking. */
export const links = sqliteTable(
  'links',
  {
    tokenHash: text('token_hash').primaryKey(),
    purpose: text('purpose', { enum: linkPurposes }).notNull(),
    deskId: integer('desk_id').references(() => desks.id),
    role: text('role', { enum: roles }),
    email: text('email'),
    userId: integer('user_id').references(() => users.id),
    /** The admin who made it: it opens only while they may still make it. Null for what Linecheck itself made. */
    madeBy: integer('made_by').references(() => users.id),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
  },
  (table) => [
    check('links_purpose', oneOf(table.purpose, linkPurposes)),
    check('links_role', sql`${table.role} is null or ${oneOf(table.role, roles)}`),
  ],
)
export type Link = typeof links.$inferSelect
