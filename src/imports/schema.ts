import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { desks, users } from '../accounts/schema.ts'
import { articles, publications } from '../articles/schema.ts'
import { oneOf } from '../db/columns.ts'

export const importStates = ['running', 'stopped', 'done'] as const
export const itemOutcomes = ['brought_in', 'here_already', 'refused'] as const
export type ItemOutcome = (typeof itemOutcomes)[number]

/** Many pieces brought in at once, out of one upload or one folder. */
export const imports = sqliteTable(
  'imports',
  {
    id: integer('id').primaryKey(),
    deskId: integer('desk_id')
      .notNull()
      .references(() => desks.id),
    /** What was chosen: the name of the file or the folder. */
    name: text('name').notNull(),
    /** Where it is read from: a path in the data folder for an upload, the path itself on the command line. */
    path: text('path').notNull(),
    publication: text('publication', { enum: publications }).notNull(),
    state: text('state', { enum: importStates }).notNull(),
    /** Why it stopped by itself, in a sentence; empty otherwise. */
    problem: text('problem').notNull().default(''),
    /** How many pieces are in it; null until they have been counted. */
    total: integer('total'),
    createdBy: integer('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: text('created_at').notNull(),
    endedAt: text('ended_at'),
  },
  (table) => [
    index('imports_desk').on(table.deskId),
    check('imports_state', oneOf(table.state, importStates)),
    check('imports_publication', oneOf(table.publication, publications)),
  ],
)
export type Import = typeof imports.$inferSelect

/** What became of one piece of an import. It stands in the same transaction as the article: either both are there, or neither. */
export const importItems = sqliteTable(
  'import_items',
  {
    id: integer('id').primaryKey(),
    importId: integer('import_id')
      .notNull()
      .references(() => imports.id),
    /** The file’s name in the archive, or the row: by it an import that goes on knows what it has done. */
    name: text('name').notNull(),
    outcome: text('outcome', { enum: itemOutcomes }).notNull(),
    /** Why it was refused or passed over, in a sentence. */
    reason: text('reason').notNull().default(''),
    /** The article made of it, or that was here already. */
    articleId: integer('article_id').references(() => articles.id),
  },
  (table) => [
    uniqueIndex('import_items_name').on(table.importId, table.name),
    index('import_items_article').on(table.articleId),
    check('import_items_outcome', oneOf(table.outcome, itemOutcomes)),
  ],
)
export type ImportItem = typeof importItems.$inferSelect
