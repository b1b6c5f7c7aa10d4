import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { desks, users } from '../accounts/schema.ts'
import { articles } from '../articles/schema.ts'
import { oneOf } from '../db/columns.ts'
import { reliabilities, sourceKinds, standings } from '../vocabulary.ts'

/** One person, organisation, document, video… The directory is shared; where a source was met is not. */
export const sources = sqliteTable(
  'sources',
  {
    id: integer('id').primaryKey(),
    name: text('name').notNull(),
    kind: text('kind', { enum: sourceKinds }).notNull().default('unknown'),
    unnamed: integer('unnamed', { mode: 'boolean' }).notNull().default(false),
    affiliatedTo: integer('affiliated_to').references((): AnySQLiteColumn => sources.id),
    /** ISO day, month or year, as far as it is known; empty where it is not. */
    affiliatedSince: text('affiliated_since').notNull().default(''),
    affiliatedUntil: text('affiliated_until').notNull().default(''),
    note: text('note').notNull().default(''),
    /** `suggested` until a person has used, made or corrected it. */
    standing: text('standing', { enum: standings }).notNull(),
    createdBy: integer('created_by').references(() => users.id),
    createdAt: text('created_at').notNull(),
  },
  (table) => [
    index('sources_affiliated').on(table.affiliatedTo),
    check('sources_kind', oneOf(table.kind, sourceKinds)),
    check('sources_standing', oneOf(table.standing, standings)),
  ],
)
export type Source = typeof sources.$inferSelect

export const sourceAliases = sqliteTable(
  'source_aliases',
  {
    sourceId: integer('source_id')
      .notNull()
      .references(() => sources.id),
    name: text('name').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.name] })],
)

/** The articles a source has been met in, quoted or as evidence. Who may open one of them may see the source; nobody else may. */
export const sourcePlaces = sqliteTable(
  'source_places',
  {
    sourceId: integer('source_id')
      .notNull()
      .references(() => sources.id),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.articleId] }), index('source_places_article').on(table.articleId)],
)

/** The desks that entered a source in the directory before any article of theirs named it: whoever is on one may see it. */
export const sourceDesks = sqliteTable(
  'source_desks',
  {
    sourceId: integer('source_id')
      .notNull()
      .references(() => sources.id),
    deskId: integer('desk_id')
      .notNull()
      .references(() => desks.id),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.deskId] }), index('source_desks_desk').on(table.deskId)],
)

/**
 * That two entries are one and the same source, as somebody said with a reason. The entries themselves stay: every claim keeps the one that
 * its copy named. `source_id` is read with `into_id` until the two are parted again; who said either stays for ever.
 */
export const sourceMerges = sqliteTable(
  'source_merges',
  {
    id: integer('id').primaryKey(),
    sourceId: integer('source_id')
      .notNull()
      .references(() => sources.id),
    intoId: integer('into_id')
      .notNull()
      .references(() => sources.id),
    reason: text('reason').notNull(),
    mergedBy: integer('merged_by')
      .notNull()
      .references(() => users.id),
    mergedAt: text('merged_at').notNull(),
    partedReason: text('parted_reason'),
    partedBy: integer('parted_by').references(() => users.id),
    partedAt: text('parted_at'),
  },
  (table) => [
    uniqueIndex('source_merges_standing').on(table.sourceId).where(sql`${table.partedAt} is null`),
    index('source_merges_into').on(table.intoId),
    check('source_merges_two', sql`${table.sourceId} <> ${table.intoId}`),
    check('source_merges_parted', sql`(${table.partedAt} is null) = (${table.partedBy} is null and ${table.partedReason} is null)`),
  ],
)
export type SourceMerge = typeof sourceMerges.$inferSelect

/** How reliable somebody found a source, on the Admiralty scale, apart from whether what it says is so. A later rating follows; none is changed. */
export const sourceRatings = sqliteTable(
  'source_ratings',
  {
    id: integer('id').primaryKey(),
    sourceId: integer('source_id')
      .notNull()
      .references(() => sources.id),
    letter: text('letter', { enum: reliabilities }).notNull(),
    reason: text('reason').notNull(),
    ratedBy: integer('rated_by')
      .notNull()
      .references(() => users.id),
    ratedAt: text('rated_at').notNull(),
  },
  (table) => [index('source_ratings_source').on(table.sourceId), check('source_ratings_letter', oneOf(table.letter, reliabilities))],
)
export type SourceRating = typeof sourceRatings.$inferSelect
