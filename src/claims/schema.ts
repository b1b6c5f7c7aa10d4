import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { users } from '../accounts/schema.ts'
import { articles, versions } from '../articles/schema.ts'
import { oneOf } from '../db/columns.ts'
import type { FoundClaim, FoundSource } from '../extraction/types.ts'
import { sources } from '../sources/schema.ts'
import {
  channels,
  claimKinds,
  groundRules,
  identifications,
  needs,
  proximities,
  quoteKinds,
  stakes,
  standings,
  voices,
  workflowStates,
} from '../vocabulary.ts'

/** Why a claim is not one: a sentence's reasons, without those only the engine gives. */
export const dropReasons = ['opinion', 'question', 'scene_setting', 'duplicate'] as const
export type DropReason = (typeof dropReasons)[number]

/** What the engine suggested for a claim, kept for ever beside what people made of it. */
export interface Suggestion {
  /** Without reasons where the claim was made before the engine gave any: then how sure it was is not known either. */
  claim: Omit<FoundClaim, 'reasons'> & Partial<Pick<FoundClaim, 'reasons'>>
  sources: FoundSource[]
}

export const claims = sqliteTable(
  'claims',
  {
    id: integer('id').primaryKey(),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id),
    versionId: integer('version_id')
      .notNull()
      .references(() => versions.id),
    /** What people call it by; given once and never given again within an article. */
    number: integer('number').notNull(),
    /** The words of its spans, joined by a space. */
    wording: text('wording').notNull(),
    kind: text('kind', { enum: claimKinds }).notNull().default('fact'),
    checkable: integer('checkable', { mode: 'boolean' }).notNull().default(true),
    voice: text('voice', { enum: voices }).notNull(),
    quote: text('quote', { enum: quoteKinds }).notNull().default('none'),
    /** Rests on a video, photo or audio, and so carries the five pillars. */
    restsOnMedia: integer('rests_on_media', { mode: 'boolean' }).notNull().default(false),
    standing: text('standing', { enum: standings }).notNull(),
    suggestion: text('suggestion', { mode: 'json' }).$type<Suggestion>(),
    state: text('state', { enum: workflowStates }).notNull().default('new'),
    waitingFor: text('waiting_for', { enum: needs }),
    waitingSince: text('waiting_since'),
    dropReason: text('drop_reason', { enum: dropReasons }),
    duplicateOf: integer('duplicate_of').references((): AnySQLiteColumn => claims.id),
    /** Merged into another claim; its evidence, queries and opinions are read with that one. */
    mergedInto: integer('merged_into').references((): AnySQLiteColumn => claims.id),
    /** No longer in the copy: merged away, or its making was undone. */
    withdrawn: integer('withdrawn', { mode: 'boolean' }).notNull().default(false),
    assigneeId: integer('assignee_id').references(() => users.id),
    dueAt: text('due_at'),
  },
  (table) => [
    uniqueIndex('claims_number').on(table.articleId, table.number),
    index('claims_version').on(table.versionId),
    index('claims_merged_into').on(table.mergedInto),
    check('claims_kind', oneOf(table.kind, claimKinds)),
    check('claims_voice', oneOf(table.voice, voices)),
    check('claims_quote', oneOf(table.quote, quoteKinds)),
    check('claims_standing', oneOf(table.standing, standings)),
    check('claims_state', oneOf(table.state, workflowStates)),
    check('claims_waiting_for', sql`${table.waitingFor} is null or ${oneOf(table.waitingFor, needs)}`),
    check('claims_drop_reason', sql`${table.dropReason} is null or ${oneOf(table.dropReason, dropReasons)}`),
  ],
)
export type Claim = typeof claims.$inferSelect

/** Where a claim stands in its version: offsets, and the quoted words with a little before and after. */
export const claimSpans = sqliteTable(
  'claim_spans',
  {
    claimId: integer('claim_id')
      .notNull()
      .references(() => claims.id),
    position: integer('position').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    quoted: text('quoted').notNull(),
    before: text('before').notNull(),
    after: text('after').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.claimId, table.position] }),
    check('claim_spans_span', sql`${table.start} >= 0 and ${table.end} > ${table.start}`),
  ],
)
export type ClaimSpan = typeof claimSpans.$inferSelect

/** A statement in the copy that something was not verified, and the claims it qualifies. */
export const caveats = sqliteTable(
  'caveats',
  {
    id: integer('id').primaryKey(),
    versionId: integer('version_id')
      .notNull()
      .references(() => versions.id),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    quoted: text('quoted').notNull(),
    standing: text('standing', { enum: standings }).notNull(),
  },
  (table) => [index('caveats_version').on(table.versionId)],
)
export type Caveat = typeof caveats.$inferSelect

export const claimCaveats = sqliteTable(
  'claim_caveats',
  {
    claimId: integer('claim_id')
      .notNull()
      .references(() => claims.id),
    caveatId: integer('caveat_id')
      .notNull()
      .references(() => caveats.id),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.caveatId] })],
)

/** The hops of a claim's chain, numbered from the origin (0) to the relay nearest the copy; the copy itself is no hop. */
export const attributions = sqliteTable(
  'attributions',
  {
    id: integer('id').primaryKey(),
    claimId: integer('claim_id')
      .notNull()
      .references(() => claims.id),
    position: integer('position').notNull(),
    /** Null: attributed, but unclear to whom. */
    sourceId: integer('source_id').references(() => sources.id),
    /** The copy's own word. */
    verb: text('verb').notNull().default(''),
    cueStart: integer('cue_start'),
    cueEnd: integer('cue_end'),
    channel: text('channel', { enum: channels }),
    saidOn: text('said_on').notNull().default(''),
    seenByUs: integer('seen_by_us', { mode: 'boolean' }).notNull().default(false),
    identified: text('identified', { enum: identifications }).notNull().default('unattributed'),
    stake: text('stake', { enum: stakes }).notNull().default('unknown'),
    proximity: text('proximity', { enum: proximities }).notNull().default('unknown'),
    groundRule: text('ground_rule', { enum: groundRules }).notNull().default('unknown_from_copy'),
    standing: text('standing', { enum: standings }).notNull(),
  },
  (table) => [
    index('attributions_claim').on(table.claimId),
    index('attributions_source').on(table.sourceId),
    check('attributions_channel', sql`${table.channel} is null or ${oneOf(table.channel, channels)}`),
    check('attributions_identified', oneOf(table.identified, identifications)),
    check('attributions_stake', oneOf(table.stake, stakes)),
    check('attributions_proximity', oneOf(table.proximity, proximities)),
    check('attributions_ground_rule', oneOf(table.groundRule, groundRules)),
    check('attributions_standing', oneOf(table.standing, standings)),
  ],
)
export type Attribution = typeof attributions.$inferSelect

/**
 * A person has taken the second check on a claim. Until it is filed or given back, the first outcome is withheld from them.
 * The table stands with the claims, not with the reviews: a claim is not cut, merged or dropped under somebody who checks it.
 */
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
