import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { desks, users } from '../accounts/schema.ts'
import { oneOf } from '../db/columns.ts'
import type { Block } from '../extraction/types.ts'
import { furnitureKinds, noneReasons, partKinds } from '../vocabulary.ts'

export const publications = ['draft', 'published'] as const
export type Publication = (typeof publications)[number]
/** An article is recognised first; once its claims are made it is on the desk. */
export const stages = ['recognised', 'on_desk'] as const

export const articles = sqliteTable(
  'articles',
  {
    id: integer('id').primaryKey(),
    deskId: integer('desk_id')
      .notNull()
      .references(() => desks.id),
    publication: text('publication', { enum: publications }).notNull(),
    stage: text('stage', { enum: stages }).notNull().default('recognised'),
    headline: text('headline').notNull(),
    outlet: text('outlet').notNull().default(''),
    byline: text('byline').notNull().default(''),
    url: text('url').notNull().default(''),
    /** Subject tags, in the house's own words, apart by a comma and a space. */
    subjects: text('subjects').notNull().default(''),
    /** As the copy gives it: an ISO date or date and time, or empty. */
    publishedAt: text('published_at').notNull().default(''),
    dueAt: text('due_at'),
    assigneeId: integer('assignee_id').references(() => users.id),
    language: text('language').notNull().default('und'),
    direction: text('direction', { enum: ['ltr', 'rtl'] })
      .notNull()
      .default('ltr'),
    createdAt: text('created_at').notNull(),
    createdBy: integer('created_by').references(() => users.id),
  },
  (table) => [
    index('articles_desk').on(table.deskId),
    index('articles_url').on(table.url),
    check('articles_publication', oneOf(table.publication, publications)),
    check('articles_stage', oneOf(table.stage, stages)),
  ],
)
export type Article = typeof articles.$inferSelect

/** The exact text, stored once and never changed. Claims count in it. */
export const versions = sqliteTable(
  'versions',
  {
    id: integer('id').primaryKey(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    number: integer('number').notNull(),
    /** Null only after a purge. */
    text: text('text'),
    /** SHA-256 of the text as UTF-8, in hexadecimal. */
    sha256: text('sha256').notNull(),
    format: text('format', { enum: ['text', 'markdown', 'html', 'docx'] }).notNull(),
    encoding: text('encoding').notNull(),
    /** The uploaded file's name; empty for a paste. */
    fileName: text('file_name').notNull().default(''),
    blocks: text('blocks', { mode: 'json' }).$type<Block[]>().notNull(),
    createdAt: text('created_at').notNull(),
    purgedBy: integer('purged_by'),
  },
  (table) => [uniqueIndex('versions_number').on(table.articleId, table.number), index('versions_sha256').on(table.sha256)],
)
export type Version = typeof versions.$inferSelect

/**
 * The coverage ledger: stretches of a version that together hold every non-space character, none twice.
 * What the engine suggested is kept beside what a person decided.
 */
export const sentences = sqliteTable(
  'sentences',
  {
    id: integer('id').primaryKey(),
    versionId: integer('version_id')
      .notNull()
      .references(() => versions.id),
    position: integer('position').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    /** Null: running copy. A headline is a part and a sentence; the other parts hold no claim. */
    part: text('part', { enum: partKinds }),
    furniture: text('furniture', { enum: furnitureKinds }),
    suggestedPart: text('suggested_part', { enum: partKinds }),
    suggestedFurniture: text('suggested_furniture', { enum: furnitureKinds }),
    /** Why the sentence holds no claim; a suggestion until `noneBy` says who decided it. */
    none: text('none', { enum: noneReasons }),
    noneBy: integer('none_by').references(() => users.id),
  },
  (table) => [
    uniqueIndex('sentences_position').on(table.versionId, table.position),
    check('sentences_span', sql`${table.start} >= 0 and ${table.end} > ${table.start}`),
    check('sentences_part', sql`${table.part} is null or ${oneOf(table.part, partKinds)}`),
    check('sentences_furniture', sql`${table.furniture} is null or ${oneOf(table.furniture, furnitureKinds)}`),
    check('sentences_none', sql`${table.none} is null or ${oneOf(table.none, noneReasons)}`),
  ],
)
export type Sentence = typeof sentences.$inferSelect

/** A sign-off binds a person to the exact text of one version. While one stands, nothing about the article's claims is changed. */
export const signOffs = sqliteTable(
  'sign_offs',
  {
    id: integer('id').primaryKey(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    versionId: integer('version_id')
      .notNull()
      .references(() => versions.id),
    sha256: text('sha256').notNull(),
    signedBy: integer('signed_by')
      .notNull()
      .references(() => users.id),
    signedAt: text('signed_at').notNull(),
    reopenedBy: integer('reopened_by').references(() => users.id),
    reopenedAt: text('reopened_at'),
    reopenedReason: text('reopened_reason').notNull().default(''),
  },
  (table) => [uniqueIndex('sign_offs_standing').on(table.articleId).where(sql`reopened_at is null`)],
)
export type SignOff = typeof signOffs.$inferSelect
