import { and, eq, getTableColumns, inArray, isNull } from 'drizzle-orm'
import type { Cleared } from '../accounts/policy.ts'
import { deskIds, type Viewer } from '../accounts/viewer.ts'
import { articles } from '../articles/schema.ts'
import { nobodyElseChanged } from '../claims/desk-forms.ts'
import { requireOpen } from '../articles/open.ts'
import { type ClaimOnDesk, familyOf, findClaim } from '../claims/queries.ts'
import { claims } from '../claims/schema.ts'
import { justMade } from '../claims/sent-again.ts'
import { type Db, type Reader, type Tx, write } from '../db/open.ts'
import { Conflict, NotFound } from '../errors.ts'
import { record } from '../events/events.ts'
import { type Query, queries } from './schema.ts'
import { claimInWork, claimNow, opinionsAbout, setState, standingOf, stateOfWork } from './work.ts'

/** A query, and the claim that it is read with: the one it was asked about, or what that was merged into. */
export interface QueryOnClaim {
  query: Query
  claim: ClaimOnDesk
}

export function findQuery(db: Reader, viewer: Viewer, id: number): QueryOnClaim {
  const query = db
    .select(getTableColumns(queries))
    .from(queries)
    .innerJoin(claims, eq(claims.id, queries.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(and(eq(queries.id, id), inArray(articles.deskId, deskIds(viewer))))
    .get()
  if (!query) throw new NotFound('query')
  let claim = findClaim(db, viewer, query.claimId)
  while (claim.mergedInto !== null) claim = findClaim(db, viewer, claim.mergedInto)
  return { query, claim }
}

/** Asks the reporter about a claim, which then waits for them. An open query blocks sign-off. */
export function askQuery(db: Db, viewer: Viewer, claim: Cleared<'check', ClaimOnDesk>, form: { seen: number; question: string }): Query {
  return write(db, (tx) => {
    nobodyElseChanged(tx, viewer, claim, form.seen)
    requireOpen(tx, claim.articleId)
    const now = claimInWork(tx, claim.id)
    const last = justMade(tx, viewer, claim.id, 'query.asked', 'query')
    const repeated = last === null ? undefined : tx.select().from(queries).where(eq(queries.id, last)).get()
    if (repeated?.question === form.question) return repeated
    const askedAt = new Date().toISOString()
    const query = tx.insert(queries).values({ claimId: claim.id, question: form.question, askedBy: viewer.id, askedAt }).returning().get()
    tx.update(claims).set({ state: 'waiting', waitingFor: 'reporter', waitingSince: askedAt }).where(eq(claims.id, claim.id)).run()
    record(tx, viewer, {
      act: 'query.asked',
      subjects: [`claim:${claim.id}`, `query:${query.id}`],
      place: claim,
      before: standingOf(now),
      after: { question: form.question, state: 'waiting', waitingFor: 'reporter', waitingSince: askedAt },
    })
    return query
  })
}

/** Records what the reporter answered, when and how. With the last open query the claim waits for them no longer. */
export function answerQuery(
  db: Db,
  viewer: Viewer,
  claim: Cleared<'check', ClaimOnDesk>,
  query: Query,
  form: { answer: string; answeredOn: string; answeredHow: string },
): void {
  write(db, (tx) => {
    requireOpen(tx, claim.articleId)
    const open = tx.select().from(queries).where(eq(queries.id, query.id)).get()
    if (open?.recordedAt !== null)
      throw new Conflict('Somebody has recorded an answer to this query already. What you typed is kept below.')
    const recordedAt = new Date().toISOString()
    const { answer, answeredOn, answeredHow } = form
    tx.update(queries).set({ answer, answeredOn, answeredHow, recordedBy: viewer.id, recordedAt }).where(eq(queries.id, query.id)).run()
    const now = claimNow(tx, claim.id)
    const done = now.state === 'waiting' && now.waitingFor === 'reporter' && openQueries(tx, claim.id) === 0
    const state = done ? stateOfWork(opinionsAbout(tx, now)) : now.state
    if (done) setState(tx, claim.id, state)
    record(tx, viewer, {
      act: 'query.answered',
      subjects: [`claim:${claim.id}`, `query:${query.id}`],
      place: claim,
      before: { ...standingOf(now), question: query.question },
      after: { answer, answeredOn, answeredHow, recordedAt, state },
    })
  })
}

const openQueries = (tx: Tx, claimId: number): number =>
  tx
    .select({ id: queries.id })
    .from(queries)
    .where(and(inArray(queries.claimId, familyOf(tx, claimId)), isNull(queries.recordedAt)))
    .all().length
