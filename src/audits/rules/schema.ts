import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { desks, users } from '../../accounts/schema.ts'
import { articles, versions } from '../../articles/schema.ts'

/** Which house rules a desk has switched on or off; a rule that is not here is as it comes. */
export const ruleSwitches = sqliteTable(
  'rule_switches',
  {
    deskId: integer('desk_id')
      .notNull()
      .references(() => desks.id),
    rule: text('rule').notNull(),
    on: integer('on', { mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.deskId, table.rule] })],
)

/** A finding of a rule that somebody has approved, with their reason. It is lifted, never deleted. */
export const ruleWaivers = sqliteTable(
  'rule_waivers',
  {
    id: integer('id').primaryKey(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    versionId: integer('version_id')
      .notNull()
      .references(() => versions.id),
    rule: text('rule').notNull(),
    /** Where the finding stands in the version, in UTF-16 code units; both are 0 where it is about the whole piece. */
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    reason: text('reason').notNull(),
    waivedBy: integer('waived_by')
      .notNull()
      .references(() => users.id),
    waivedAt: text('waived_at').notNull(),
    liftedBy: integer('lifted_by').references(() => users.id),
    liftedAt: text('lifted_at'),
  },
  (table) => [
    uniqueIndex('rule_waivers_standing').on(table.versionId, table.rule, table.start).where(sql`${table.liftedAt} is null`),
    index('rule_waivers_article').on(table.articleId),
    check('rule_waivers_reason', sql`${table.reason} <> ''`),
    check('rule_waivers_lifted', sql`(${table.liftedBy} is null) = (${table.liftedAt} is null)`),
  ],
)
export type RuleWaiver = typeof ruleWaivers.$inferSelect
