import { and, eq, isNull } from 'drizzle-orm'
import type { Cleared } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { currentVersion } from '../articles/queries.ts'
import type { Article } from '../articles/schema.ts'
import { type Db, type Reader, type Tx, write } from '../db/open.ts'
import { Conflict, NotFound, Unusable } from '../errors.ts'
import { record } from '../events/events.ts'
import { listChallengeable } from './queries.ts'
import { type Challenge, challenges, corrections } from './schema.ts'

const about = ({ id, deskId }: Article, claimId: number | null) => ({
  subjects: [`article:${id}`, ...(claimId === null ? [] : [`claim:${claimId}`])],
  place: { articleId: id, deskId },
})

function requireOwnClaim(db: Reader, article: Article, claimId: number | null): void {
  if (claimId === null) return
  if (!listChallengeable(db, currentVersion(db, article).id).some(({ id }) => id === claimId))
    throw new Unusable('Choose a claim of this piece, or none.', 'claim')
}

export interface NewChallenge {
  claim: number | null
  challengedBy: string
  what: string
  receivedOn: string
}

/** Records that somebody says a published piece is wrong. */
export function recordChallenge(db: Db, viewer: Viewer, article: Cleared<'check', Article>, form: NewChallenge): void {
  if (article.publication !== 'published')
    throw new Conflict('This piece is a draft: what is wrong in it is put right before it is published.')
  write(db, (tx) => {
    requireOwnClaim(tx, article, form.claim)
    const { claim: claimId, ...challenge } = form
    tx.insert(challenges)
      .values({ ...challenge, claimId, articleId: article.id, recordedBy: viewer.id, recordedAt: new Date().toISOString() })
      .run()
    record(tx, viewer, { act: 'challenge.recorded', ...about(article, claimId), after: challenge })
  })
}

export interface NewCorrection {
  text: string
  place: string
  publishedOn: string
}

/** Answers a challenge: what was published stands, with the reason, or here is the correction that was published. */
export function answerChallenge(
  db: Db,
  viewer: Viewer,
  article: Cleared<'edit', Article>,
  challengeId: number,
  answer: { answer: 'stands'; why: string } | { answer: 'corrected'; why: string; correction: NewCorrection },
): void {
  write(db, (tx) => {
    const challenge = openChallenge(tx, article, challengeId)
    tx.update(challenges)
      .set({ answer: answer.answer, why: answer.why, answeredBy: viewer.id, answeredAt: new Date().toISOString() })
      .where(eq(challenges.id, challenge.id))
      .run()
    record(tx, viewer, {
      act: 'challenge.answered',
      ...about(article, challenge.claimId),
      before: { what: challenge.what },
      after: { answer: answer.answer, why: answer.why },
    })
    if (answer.answer === 'corrected') addCorrection(tx, viewer, article, answer.correction, challenge)
  })
}

/** Records a correction that nobody asked for from outside: the desk found the mistake itself. */
export function recordCorrection(
  db: Db,
  viewer: Viewer,
  article: Cleared<'edit', Article>,
  { claim, ...correction }: NewCorrection & { claim: number | null },
): void {
  if (article.publication !== 'published')
    throw new Conflict('This piece is a draft: what is wrong in it is put right before it is published.')
  write(db, (tx) => {
    requireOwnClaim(tx, article, claim)
    addCorrection(tx, viewer, article, correction, { id: null, claimId: claim })
  })
}

function addCorrection(
  tx: Tx,
  viewer: Viewer,
  article: Article,
  correction: NewCorrection,
  { id: challengeId, claimId }: { id: number | null; claimId: number | null },
): void {
  tx.insert(corrections)
    .values({ ...correction, articleId: article.id, claimId, challengeId, recordedBy: viewer.id, recordedAt: new Date().toISOString() })
    .run()
  record(tx, viewer, { act: 'correction.published', ...about(article, claimId), after: correction })
}

/** Withdraws a correction that was recorded by mistake. It stays on record with the reason. */
export function withdrawCorrection(db: Db, viewer: Viewer, article: Cleared<'edit', Article>, correctionId: number, reason: string): void {
  write(db, (tx) => {
    const standing = and(eq(corrections.id, correctionId), eq(corrections.articleId, article.id), isNull(corrections.withdrawnAt))
    const correction = tx.select().from(corrections).where(standing).get()
    if (!correction) throw new NotFound('correction')
    tx.update(corrections)
      .set({ withdrawnBy: viewer.id, withdrawnAt: new Date().toISOString(), withdrawnReason: reason })
      .where(standing)
      .run()
    record(tx, viewer, {
      act: 'correction.withdrawn',
      ...about(article, correction.claimId),
      before: { text: correction.text },
      after: { reason },
    })
  })
}

function openChallenge(db: Reader, article: Article, id: number): Challenge {
  const challenge = db
    .select()
    .from(challenges)
    .where(and(eq(challenges.id, id), eq(challenges.articleId, article.id)))
    .get()
  if (!challenge) throw new NotFound('challenge')
  if (challenge.answer !== null) throw new Conflict('Somebody has answered this challenge already.')
  return challenge
}
