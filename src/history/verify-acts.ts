import type { Db } from '../db/open.ts'
import { type Deed, type Kept, Deeds } from './deeds.ts'
import type { Findings } from './verify.ts'

/** Holds sign-offs, evidence, queries and second checks against the events by which they came about. What was purged is passed over. */
export function checkActs(db: Db, found: Findings): void {
  const deeds = new Deeds(db)
  found.all(wrongSignOffs(db, deeds), () => 'Every sign-off and reopening is as the history recorded it.')
  found.all(wrongEvidence(db, deeds), () => 'All evidence is as the history recorded it.')
  found.all(wrongQueries(db, deeds), () => 'Every query and answer is as the history recorded it.')
  found.all(wrongSecondChecks(db, deeds), () => 'Every second check is as the history recorded it.')
}

interface SignOffRow {
  id: number
  articleId: number
  versionId: number
  sha256: string
  signedBy: number
  signedAt: string
  reopenedBy: number | null
  reopenedAt: string | null
  reason: string
}

/** Sign-offs and reopenings of an article take turns, so the first event of each kind is about the first sign-off, and so on. */
function* wrongSignOffs(db: Db, deeds: Deeds): Generator<string> {
  const articles = db.$client
    .prepare<[], number>(
      `SELECT article_id FROM sign_offs UNION SELECT article_id FROM events WHERE act IN ('article.signed_off', 'article.reopened') AND article_id IS NOT NULL`,
    )
    .pluck()
    .all()
  const rowsOf = db.$client.prepare<[number], SignOffRow>(
    `SELECT id, article_id AS articleId, version_id AS versionId, sha256, signed_by AS signedBy, signed_at AS signedAt, reopened_by AS reopenedBy,
      reopened_at AS reopenedAt, reopened_reason AS reason FROM sign_offs WHERE article_id = ? ORDER BY id`,
  )
  for (const articleId of articles) {
    const rows = rowsOf.all(articleId)
    const signed = deeds.about(`article:${articleId}`, 'article.signed_off')
    const reopened = deeds.about(`article:${articleId}`, 'article.reopened')
    if (rows.length !== signed.length)
      yield `article ${articleId} has ${rows.length} sign-offs now, but the history recorded ${signed.length}.`
    for (const [at, row] of rows.entries()) {
      const by = signed[at]
      const again = reopened[at]
      const { id: signOffId, versionId, sha256, signedAt, reopenedAt, reason } = row
      if (by && (row.signedBy !== by.actorId || differ(by.after, { signOffId, versionId, sha256, signedAt })))
        yield `sign-off ${row.id} says something else now than event ${by.id} recorded.`
      if (!again && reopenedAt !== null) yield `sign-off ${row.id} was reopened by no event.`
      if (again && (row.reopenedBy !== again.actorId || reopenedAt === null || differ(again.after, { reopenedAt, reason })))
        yield `the reopening of sign-off ${row.id} is another now than event ${again.id} recorded.`
    }
  }
}

interface EvidenceRow extends Record<string, unknown> {
  id: number
  claimId: number
  articleId: number
  sourceId: number | null
  addedBy: number | null
  withdrawnAt: string | null
  withdrawnReason: string
}

function* wrongEvidence(db: Db, deeds: Deeds): Generator<string> {
  const { sourceOf, unknownIn } = replacedSources(deeds)
  const rows = db.$client.prepare<[], EvidenceRow>(
    `SELECT v.id, claim_id AS claimId, c.article_id AS articleId, v.kind, title, url, file_sha256 AS fileSha256, file_name AS fileName, locator, passage,
      with_whom AS withWhom, happened_on AS happenedOn, note, stance, basis, source_id AS sourceId, added_by AS addedBy, added_at AS addedAt,
      withdrawn_at AS withdrawnAt, withdrawn_reason AS withdrawnReason FROM evidence v JOIN claims c ON c.id = v.claim_id`,
  )
  for (const { articleId, sourceId, withdrawnAt, withdrawnReason, ...row } of rows.iterate()) {
    const [added] = deeds.about(`evidence:${row.id}`, 'evidence.added')
    const [withdrawn] = deeds.about(`evidence:${row.id}`, 'evidence.withdrawn')
    if (!added) yield `evidence ${row.id} was added by no event.`
    else if (row.addedBy !== added.actorId || differ(added.after, row))
      yield `evidence ${row.id} says something else now than event ${added.id} recorded.`
    const source = sourceOf.get(row.id) ?? added?.after?.sourceId
    if (added?.after && !unknownIn.has(articleId) && source !== sourceId)
      yield `evidence ${row.id} comes from another source now than the history recorded.`
    if (!withdrawn && withdrawnAt !== null) yield `evidence ${row.id} was withdrawn by no event.`
    if (withdrawn && (withdrawnAt === null || differ(withdrawn.after, { withdrawnAt, withdrawnReason })))
      yield `the withdrawal of evidence ${row.id} is another now than event ${withdrawn.id} recorded.`
  }
  yield* gone(db, { act: 'evidence.added', kind: 'evidence', table: 'evidence', name: 'evidence' })
}

/** The source that evidence was tied to since it was added; and the articles where what was tied has been purged. */
function replacedSources(deeds: Deeds): { sourceOf: Map<number, number>; unknownIn: Set<number | null> } {
  const sourceOf = new Map<number, number>()
  const unknownIn = new Set<number | null>()
  for (const { articleId, after } of deeds.all('source.replaced')) {
    if (!after) unknownIn.add(articleId)
    for (const id of (after?.evidence ?? []) as number[]) sourceOf.set(id, after?.source as number)
  }
  return { sourceOf, unknownIn }
}

interface QueryRow {
  id: number
  claimId: number
  question: string
  askedBy: number | null
  askedAt: string
  answer: string | null
  answeredOn: string | null
  answeredHow: string | null
  recordedBy: number | null
  recordedAt: string | null
}

function* wrongQueries(db: Db, deeds: Deeds): Generator<string> {
  const rows = db.$client.prepare<[], QueryRow>(
    `SELECT id, claim_id AS claimId, question, asked_by AS askedBy, asked_at AS askedAt, answer, answered_on AS answeredOn, answered_how AS answeredHow,
      recorded_by AS recordedBy, recorded_at AS recordedAt FROM queries`,
  )
  for (const { id, question, askedAt, answer, answeredOn, answeredHow, recordedAt, ...row } of rows.iterate()) {
    const [asked] = deeds.about(`query:${id}`, 'query.asked')
    const [answered] = deeds.about(`query:${id}`, 'query.answered')
    if (!asked) yield `query ${id} was asked by no event.`
    else if (row.askedBy !== asked.actorId || !isAbout(asked, row.claimId) || differ(asked.after, { question, waitingSince: askedAt }))
      yield `query ${id} says something else now than event ${asked.id} recorded.`
    if (!answered && recordedAt !== null) yield `query ${id} was answered by no event.`
    if (
      answered &&
      (recordedAt === null ||
        row.recordedBy !== answered.actorId ||
        differ(answered.after, { answer, answeredOn, answeredHow, recordedAt }))
    )
      yield `the answer to query ${id} is another now than event ${answered.id} recorded.`
  }
  yield* gone(db, { act: 'query.asked', kind: 'query', table: 'queries', name: 'query' })
}

interface SecondCheckRow {
  id: number
  claimId: number
  takenBy: number
  takenAt: string
  filedAt: string | null
  givenBackAt: string | null
  /** Second findings by the same person on the same claim, filed at that very moment. */
  filed: number
}

function* wrongSecondChecks(db: Db, deeds: Deeds): Generator<string> {
  const rows = db.$client.prepare<[], SecondCheckRow>(
    `SELECT id, claim_id AS claimId, taken_by AS takenBy, taken_at AS takenAt, filed_at AS filedAt, given_back_at AS givenBackAt,
      EXISTS (SELECT 1 FROM reviews r WHERE r.claim_id = s.claim_id AND r.opinion = 'second' AND r.reviewer_id = s.taken_by AND r.filed_at = s.filed_at)
        AS filed FROM second_checks s`,
  )
  for (const { id, claimId, takenBy, takenAt, filedAt, givenBackAt, filed } of rows.iterate()) {
    const [taken] = deeds.about(`second_check:${id}`, 'second_check.taken')
    const [back] = deeds.about(`second_check:${id}`, 'second_check.given_back')
    if (!taken) yield `second check ${id} was taken by no event.`
    else if (takenBy !== taken.actorId || !isAbout(taken, claimId) || differ(taken.after, { takenAt }))
      yield `second check ${id} says something else now than event ${taken.id} recorded.`
    if (filedAt !== null && filed === 0) yield `second check ${id} is marked as filed, but its finding is not there.`
    if (!back && givenBackAt !== null) yield `second check ${id} was given back by no event.`
    if (back && (givenBackAt === null || differ(back.after, { givenBackAt })))
      yield `second check ${id} is no longer given back as event ${back.id} recorded.`
  }
  yield* gone(db, { act: 'second_check.taken', kind: 'second_check', table: 'second_checks', name: 'second check' })
}

/** Rows that an event made and that are no longer there. */
function* gone(db: Db, { act, kind, table, name }: Record<'act' | 'kind' | 'table' | 'name', string>): Generator<string> {
  const rows = db.$client.prepare<[string, string], { id: string; event: number }>(
    `SELECT substr(s.subject, ${kind.length + 2}) AS id, e.id AS event FROM events e JOIN event_subjects s ON s.event_id = e.id
      WHERE e.act = ? AND s.subject LIKE ? AND NOT EXISTS (SELECT 1 FROM ${table} t WHERE t.id = CAST(substr(s.subject, ${kind.length + 2}) AS INTEGER))`,
  )
  for (const { id, event } of rows.iterate(act, `${kind}:%`)) yield `${name} ${id}, of event ${event}, is gone.`
}

const isAbout = (deed: Deed, claimId: number): boolean => deed.subjects.includes(`"claim:${claimId}"`)

/** Whether something is another now than was kept of it. What was purged, or not yet kept when it was done, cannot be compared. */
const differ = (kept: Kept | null, now: Kept): boolean =>
  kept !== null && Object.entries(now).some(([name, value]) => Object.hasOwn(kept, name) && kept[name] !== value)
