import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { desks, users } from '../accounts/schema.ts'
import { claims } from '../claims/schema.ts'
import { oneOf } from '../db/columns.ts'
import { codedKinds, codedIdentifications, codedProximities, codedStakes } from './fields.ts'
import { voices } from '../vocabulary.ts'

/** Two people code the same sample of claims, neither seeing what the other chose, until both are done. */
export const codingRounds = sqliteTable(
  'coding_rounds',
  {
    id: integer('id').primaryKey(),
    deskId: integer('desk_id')
      .notNull()
      .references(() => desks.id),
    name: text('name').notNull(),
    /** What the sample was drawn from, in words. */
    drawnFrom: text('drawn_from').notNull(),
    /** How many claims it was drawn from. */
    population: integer('population').notNull(),
    coderOne: integer('coder_one')
      .notNull()
      .references(() => users.id),
    coderTwo: integer('coder_two')
      .notNull()
      .references(() => users.id),
    begunBy: integer('begun_by')
      .notNull()
      .references(() => users.id),
    begunAt: text('begun_at').notNull(),
  },
  (table) => [index('coding_rounds_desk').on(table.deskId), check('coding_rounds_two', sql`${table.coderOne} <> ${table.coderTwo}`)],
)
export type CodingRound = typeof codingRounds.$inferSelect

export const codingClaims = sqliteTable(
  'coding_claims',
  {
    roundId: integer('round_id')
      .notNull()
      .references(() => codingRounds.id),
    /** From 1, in the order in which they were drawn. */
    position: integer('position').notNull(),
    claimId: integer('claim_id')
      .notNull()
      .references(() => claims.id),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.position] })],
)

export const codings = sqliteTable(
  'codings',
  {
    roundId: integer('round_id')
      .notNull()
      .references(() => codingRounds.id),
    position: integer('position').notNull(),
    coderId: integer('coder_id')
      .notNull()
      .references(() => users.id),
    voice: text('voice', { enum: voices }).notNull(),
    kind: text('kind', { enum: codedKinds }).notNull(),
    identified: text('identified', { enum: codedIdentifications }).notNull(),
    proximity: text('proximity', { enum: codedProximities }).notNull(),
    stake: text('stake', { enum: codedStakes }).notNull(),
    codedAt: text('coded_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.position, table.coderId] }),
    check('codings_voice', oneOf(table.voice, voices)),
    check('codings_kind', oneOf(table.kind, codedKinds)),
    check('codings_identified', oneOf(table.identified, codedIdentifications)),
    check('codings_proximity', oneOf(table.proximity, codedProximities)),
    check('codings_stake', oneOf(table.stake, codedStakes)),
  ],
)
export type Coding = typeof codings.$inferSelect
