import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { users } from '../accounts/schema.ts'
import { claims } from '../claims/schema.ts'
import { oneOf } from '../db/columns.ts'
import { confidences, outcomes, saidFindings } from '../vocabulary.ts'

/** First opinion, second opinion by another person, and the final one where they differ. */
export const opinions = ['first', 'second', 'final'] as const
export type Opinion = (typeof opinions)[number]
export const opinionLabels: Record<Opinion, string> = { first: 'First check', second: 'Second check', final: 'Final' }

/** Every opinion ever filed on a claim; append-only. The newest of its kind about the claim's present wording counts. */
export const reviews = sqliteTable(
  'reviews',
  {
    id: integer('id').primaryKey(),
    claimId: integer('claim_id')
      .notNull()
      .references(() => claims.id),
    opinion: text('opinion', { enum: opinions }).notNull(),
    reviewerId: integer('reviewer_id').references(() => users.id),
    said: text('said', { enum: saidFindings }).notNull(),
    outcome: text('outcome', { enum: outcomes }).notNull(),
    confidence: text('confidence', { enum: confidences }),
    reason: text('reason').notNull(),
    /** The claim's wording when this was filed: an opinion about other words counts no longer. */
    wording: text('wording').notNull(),
    /** The ids of the evidence that stood on the claim when this was filed. */
    reliedOn: text('relied_on', { mode: 'json' }).$type<number[]>().notNull(),
    filedAt: text('filed_at').notNull(),
  },
  (table) => [
    index('reviews_claim').on(table.claimId),
    check('reviews_opinion', oneOf(table.opinion, opinions)),
    check('reviews_said', oneOf(table.said, saidFindings)),
    check('reviews_outcome', oneOf(table.outcome, outcomes)),
    check('reviews_confidence', sql`${table.confidence} is null or ${oneOf(table.confidence, confidences)}`),
  ],
)
export type Review = typeof reviews.$inferSelect

/** A person has taken the second check on a claim. Until it is filed or given back, the first outcome is withheld from them. */
export const secondChecks = sqliteTable(
  'second_checks',
  {
    id: integer('id').primaryKey(),
    claimId: integer('claim_id')
      .notNull()
      .references(() => claims.id),
    takenBy: integer('taken_by')
      .notNull()
      .references(() => users.id),
    takenAt: text('taken_at').notNull(),
    filedAt: text('filed_at'),
    givenBackAt: text('given_back_at'),
  },
  (table) => [
    uniqueIndex('second_checks_open').on(table.claimId).where(sql`filed_at is null and given_back_at is null`),
    index('second_checks_person').on(table.takenBy),
  ],
)
export type SecondCheck = typeof secondChecks.$inferSelect

/** A question to the reporter. An open one blocks sign-off. */
export const queries = sqliteTable(
  'queries',
  {
    id: integer('id').primaryKey(),
    claimId: integer('claim_id')
      .notNull()
      .references(() => claims.id),
    question: text('question').notNull(),
    askedBy: integer('asked_by').references(() => users.id),
    askedAt: text('asked_at').notNull(),
    answer: text('answer'),
    /** When and how the reporter answered, as the checker who recorded it says. */
    answeredOn: text('answered_on'),
    answeredHow: text('answered_how'),
    recordedBy: integer('recorded_by').references(() => users.id),
    recordedAt: text('recorded_at'),
  },
  (table) => [index('queries_claim').on(table.claimId)],
)
export type Query = typeof queries.$inferSelect
