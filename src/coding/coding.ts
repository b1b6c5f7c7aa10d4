import { and, eq, sql } from 'drizzle-orm'
import type { Cleared } from '../accounts/policy.ts'
import { listCheckers } from '../accounts/queries.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { articles } from '../articles/schema.ts'
import { articlesOf, type Selection } from '../audits/selection.ts'
import { type Db, type Reader, write } from '../db/open.ts'
import { Conflict, Forbidden, Unusable } from '../errors.ts'
import { record } from '../events/events.ts'
import { type RoundOnDesk, doneBy } from './queries.ts'
import { type Coding, codingClaims, codingRounds, codings } from './schema.ts'

export interface NewRound {
  name: string
  size: number
  coderOne: number
  coderTwo: number
}

/** The claims that a sample of a selection is drawn from: those that stand in its pieces on one desk. */
function claimIdsOf(db: Reader, viewer: Viewer, deskId: number, selection: Selection): number[] {
  return db
    .all<{ id: number }>(sql`
      select c.id from claims c join ${articles} on ${articles.id} = c.article_id
      where ${articlesOf(viewer, { ...selection, desks: [deskId] })} and not c.withdrawn and c.state not in ('cut', 'not_a_claim')
        and c.version_id = (select max(v.id) from versions v where v.article_id = c.article_id)
      order by random()`)
    .map(({ id }) => id)
}

/** Draws a sample by chance, every claim as likely as any other, and hands it to two people. Returns the round's id. */
export function beginRound(
  db: Db,
  viewer: Viewer,
  desk: Cleared<'edit', { id: number; deskId: number }>,
  { selection, words }: { selection: Selection; words: string },
  { name, size, coderOne, coderTwo }: NewRound,
): number {
  if (coderOne === coderTwo) throw new Unusable('Choose two different people: agreement with oneself says nothing.', 'coderTwo')
  return write(db, (tx) => {
    const able = listCheckers(tx, desk.id)
    const coders = [coderOne, coderTwo].map((id) => able.find((person) => person.id === id))
    const [one, two] = coders
    if (!one || !two) throw new Unusable('Choose people of this desk who may check.', one ? 'coderTwo' : 'coderOne')
    const population = claimIdsOf(tx, viewer, desk.id, selection)
    if (population.length === 0) throw new Unusable('There is no claim to draw from: choose more of the desk’s pieces.', 'form')
    const begunAt = new Date().toISOString()
    const round = tx
      .insert(codingRounds)
      .values({ deskId: desk.id, name, drawnFrom: words, population: population.length, coderOne, coderTwo, begunBy: viewer.id, begunAt })
      .returning()
      .get()
    const drawn = population.slice(0, size)
    tx.insert(codingClaims)
      .values(drawn.map((claimId, k) => ({ roundId: round.id, position: k + 1, claimId })))
      .run()
    record(tx, viewer, {
      act: 'coding.begun',
      subjects: [`desk:${desk.id}`],
      place: { deskId: desk.id },
      after: { name, claims: drawn.length, coders: [one.name, two.name] },
    })
    return round.id
  })
}

/** Writes down what one of the two chose for a claim. Until both are done it can be chosen again; afterwards it stands. */
export function code(
  db: Db,
  viewer: Viewer,
  round: RoundOnDesk,
  position: number,
  chosen: Omit<Coding, 'roundId' | 'position' | 'coderId' | 'codedAt'>,
): void {
  write(db, (tx) => {
    if (viewer.id !== round.coderOne && viewer.id !== round.coderTwo) throw new Forbidden('Only the two who were chosen code this sample.')
    const done = doneBy(tx, round)
    if (done.every((n) => n === round.claims)) throw new Conflict('Both are done: what was chosen stands.')
    const coding = { ...chosen, codedAt: new Date().toISOString() }
    tx.insert(codings)
      .values({ roundId: round.id, position, coderId: viewer.id, ...coding })
      .onConflictDoUpdate({ target: [codings.roundId, codings.position, codings.coderId], set: coding })
      .run()
    const mine = tx
      .select({ n: sql<number>`count(*)` })
      .from(codings)
      .where(and(eq(codings.roundId, round.id), eq(codings.coderId, viewer.id)))
      .get()
    const before = done[viewer.id === round.coderOne ? 0 : 1]
    if (mine?.n !== round.claims || before === round.claims) return
    record(tx, viewer, {
      act: 'coding.finished',
      subjects: [`desk:${round.deskId}`],
      place: { deskId: round.deskId },
      after: { name: round.name, claims: round.claims },
    })
  })
}
