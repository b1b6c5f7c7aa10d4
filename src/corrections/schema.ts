import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from '../accounts/schema.ts'
import { articles } from '../articles/schema.ts'
import { claims } from '../claims/schema.ts'
import { oneOf } from '../db/columns.ts'

/** How a challenge ended: what was published stands, or was corrected. */
export const challengeAnswers = ['stands', 'corrected'] as const
export type ChallengeAnswer = (typeof challengeAnswers)[number]
export const challengeAnswerLabels: Record<ChallengeAnswer, string> = { stands: 'It stands', corrected: 'Corrected' }

/** Somebody says that something in a published piece is wrong. */
export const challenges = sqliteTable(
  'challenges',
  {
    id: integer('id').primaryKey(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    /** Null where it is about no single claim. */
    claimId: integer('claim_id').references(() => claims.id),
    /** In nobody's export: whoever challenges need not be named. */
    challengedBy: text('challenged_by').notNull(),
    what: text('what').notNull(),
    /** ISO day. */
    receivedOn: text('received_on').notNull(),
    recordedBy: integer('recorded_by')
      .notNull()
      .references(() => users.id),
    recordedAt: text('recorded_at').notNull(),
    answer: text('answer', { enum: challengeAnswers }),
    why: text('why').notNull().default(''),
    answeredBy: integer('answered_by').references(() => users.id),
    answeredAt: text('answered_at'),
  },
  (table) => [
    index('challenges_article').on(table.articleId),
    check('challenges_answer', sql`${table.answer} is null or ${oneOf(table.answer, challengeAnswers)}`),
    check('challenges_answered', sql`(${table.answer} is null) = (${table.answeredAt} is null)`),
  ],
)
export type Challenge = typeof challenges.$inferSelect

/** A correction as it was published. It is withdrawn, never rewritten. */
export const corrections = sqliteTable(
  'corrections',
  {
    id: integer('id').primaryKey(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    claimId: integer('claim_id').references(() => claims.id),
    challengeId: integer('challenge_id').references(() => challenges.id),
    /** The words that were published. */
    text: text('text').notNull(),
    /** Where: an address, or "page 2". */
    place: text('place').notNull(),
    /** ISO day. */
    publishedOn: text('published_on').notNull(),
    recordedBy: integer('recorded_by')
      .notNull()
      .references(() => users.id),
    recordedAt: text('recorded_at').notNull(),
    withdrawnBy: integer('withdrawn_by').references(() => users.id),
    withdrawnAt: text('withdrawn_at'),
    withdrawnReason: text('withdrawn_reason').notNull().default(''),
  },
  (table) => [
    index('corrections_article').on(table.articleId),
    check('corrections_text', sql`${table.text} <> ''`),
    check('corrections_withdrawn', sql`(${table.withdrawnBy} is null) = (${table.withdrawnAt} is null)`),
  ],
)
export type Correction = typeof corrections.$inferSelect
