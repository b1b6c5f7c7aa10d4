import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { Act } from './acts.ts'

/** The record of who did what and when. Append-only; each event carries the digest of the one before. Triggers refuse everything else. */
export const events = sqliteTable(
  'events',
  {
    id: integer('id').primaryKey(),
    at: text('at').notNull(),
    /** Null for what the program did itself, such as the first setup. */
    actorId: integer('actor_id'),
    actorName: text('actor_name').notNull(),
    act: text('act').$type<Act>().notNull(),
    /** What the act was about, the main thing first, e.g. `["claim:12","claim:13"]`. */
    subjects: text('subjects', { mode: 'json' }).$type<string[]>().notNull(),
    articleId: integer('article_id'),
    deskId: integer('desk_id'),
    beforeDigest: text('before_digest'),
    afterDigest: text('after_digest'),
    /** The event that this one reverses. */
    undoes: integer('undoes'),
    previous: text('previous').notNull(),
    digest: text('digest').notNull(),
  },
  (table) => [index('events_article').on(table.articleId), index('events_desk').on(table.deskId), index('events_undoes').on(table.undoes)],
)
export type Event = typeof events.$inferSelect

/** Finds the events about one thing without reading the chain. */
export const eventSubjects = sqliteTable(
  'event_subjects',
  {
    subject: text('subject').notNull(),
    eventId: integer('event_id')
      .notNull()
      .references(() => events.id),
  },
  (table) => [primaryKey({ columns: [table.subject, table.eventId] })],
)

/** What was before and after, under its digest. Only a purge takes a body away; digest and event stay. */
export const payloads = sqliteTable('payloads', {
  digest: text('digest').primaryKey(),
  /** `{"salt","value"}`; the salt keeps a short value from being guessed from its digest once it is purged. */
  body: text('body'),
  purgedBy: integer('purged_by').references(() => events.id),
})
