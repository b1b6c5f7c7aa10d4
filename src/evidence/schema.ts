import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from '../accounts/schema.ts'
import { claims } from '../claims/schema.ts'
import { oneOf } from '../db/columns.ts'
import { sources } from '../sources/schema.ts'
import { bases, confidences, evidenceKinds, pillars, stances } from '../vocabulary.ts'

/** Uploaded files, kept on disk under their hash. Reached only through evidence that the viewer may open. */
export const files = sqliteTable('files', {
  sha256: text('sha256').primaryKey(),
  /** Bytes. */
  size: integer('size').notNull(),
  /** Sniffed from the bytes, never taken from the browser. */
  mediaType: text('media_type').notNull(),
  createdAt: text('created_at').notNull(),
  /** Set once no evidence relies on the bytes any more, and they are off the disk. */
  purgedBy: integer('purged_by'),
})
export type StoredFile = typeof files.$inferSelect

export const evidence = sqliteTable(
  'evidence',
  {
    id: integer('id').primaryKey(),
    claimId: integer('claim_id')
      .notNull()
      .references(() => claims.id),
    kind: text('kind', { enum: evidenceKinds }).notNull(),
    title: text('title').notNull(),
    url: text('url').notNull().default(''),
    fileSha256: text('file_sha256').references(() => files.sha256),
    fileName: text('file_name').notNull().default(''),
    /** The event by which the file was purged from the desk; the same bytes may be another desk's evidence still. */
    filePurgedBy: integer('file_purged_by'),
    /** Page, paragraph, time stamp: where in the document, recording or page. */
    locator: text('locator').notNull().default(''),
    /** The exact words relied on. */
    passage: text('passage').notNull().default(''),
    /** Who was spoken to, and when it was. */
    withWhom: text('with_whom').notNull().default(''),
    happenedOn: text('happened_on').notNull().default(''),
    note: text('note').notNull().default(''),
    stance: text('stance', { enum: stances }).notNull(),
    basis: text('basis', { enum: bases }).notNull(),
    /** Where it comes from; may be a source quoted in the piece. */
    sourceId: integer('source_id').references(() => sources.id),
    addedBy: integer('added_by').references(() => users.id),
    addedAt: text('added_at').notNull(),
    withdrawnAt: text('withdrawn_at'),
    withdrawnReason: text('withdrawn_reason').notNull().default(''),
  },
  (table) => [
    index('evidence_claim').on(table.claimId),
    index('evidence_source').on(table.sourceId),
    index('evidence_file').on(table.fileSha256),
    check('evidence_kind', oneOf(table.kind, evidenceKinds)),
    check('evidence_stance', oneOf(table.stance, stances)),
    check('evidence_basis', oneOf(table.basis, bases)),
  ],
)
export type Evidence = typeof evidence.$inferSelect

/** Answers to the five pillars of a claim that rests on a video, photo or audio. The newest of a pillar counts; all are kept. */
export const pillarAnswers = sqliteTable(
  'pillar_answers',
  {
    id: integer('id').primaryKey(),
    claimId: integer('claim_id')
      .notNull()
      .references(() => claims.id),
    pillar: text('pillar', { enum: pillars }).notNull(),
    answer: text('answer').notNull(),
    /** Null: looked at, and not known. */
    confidence: text('confidence', { enum: confidences }),
    evidenceId: integer('evidence_id').references(() => evidence.id),
    answeredBy: integer('answered_by').references(() => users.id),
    answeredAt: text('answered_at').notNull(),
  },
  (table) => [
    index('pillar_answers_claim').on(table.claimId),
    check('pillar_answers_pillar', oneOf(table.pillar, pillars)),
    check('pillar_answers_confidence', sql`${table.confidence} is null or ${oneOf(table.confidence, confidences)}`),
  ],
)
export type PillarAnswer = typeof pillarAnswers.$inferSelect
