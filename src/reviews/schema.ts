import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from '../accounts/schema.ts'
import { claims } from '../claims/schema.ts'
import { oneOf } from '../db/columns.ts'
import { confidences, outcomes, saidFindings } from '../vocabulary.ts'

/** First opinion, second opinion by another person, and the final one where they differ. */
export const opinions = ['first', 'second', 'final'] as const
export type Opinion = (typeof opinions)[number]
export const opinionLabels: Record<Opinion, string> = { first: 'First check', second: 'Second check', final: 'Final' }

/** Who stands in a chain, from the origin to the relay nearest the copy. */
export type SourcesInChain = (number | null)[]

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
    /** The sources in the claim's chain when this was filed, origin first; null where it was unclear who. Whether they said it is about these. */
    chain: text('chain', { mode: 'json' }).$type<SourcesInChain>().notNull().default([]),
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
