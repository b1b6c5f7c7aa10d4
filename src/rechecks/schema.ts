import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { users } from '../accounts/schema.ts'
import { claims } from '../claims/schema.ts'

/** A claim is to be checked again from a day on. At most one stands for each claim; what came of it is kept. */
export const rechecks = sqliteTable(
  'rechecks',
  {
    id: integer('id').primaryKey(),
    claimId: integer('claim_id')
      .notNull()
      .references(() => claims.id),
    /** ISO day. */
    dueOn: text('due_on').notNull(),
    /** What to look for: "the coroner reports in March". */
    why: text('why').notNull(),
    askedBy: integer('asked_by')
      .notNull()
      .references(() => users.id),
    askedAt: text('asked_at').notNull(),
    /** What came of it. */
    came: text('came').notNull().default(''),
    doneBy: integer('done_by').references(() => users.id),
    doneAt: text('done_at'),
  },
  (table) => [
    uniqueIndex('rechecks_standing').on(table.claimId).where(sql`${table.doneAt} is null`),
    index('rechecks_due').on(table.dueOn).where(sql`${table.doneAt} is null`),
    check('rechecks_done', sql`(${table.doneAt} is null) = (${table.doneBy} is null)`),
  ],
)
export type Recheck = typeof rechecks.$inferSelect
