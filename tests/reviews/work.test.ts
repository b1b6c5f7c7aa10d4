import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { articles } from '../../src/articles/schema.ts'
import { claims } from '../../src/claims/schema.ts'
import type { Db } from '../../src/db/open.ts'
import { payloadOf } from '../../src/events/events.ts'
import { events } from '../../src/events/schema.ts'
import { answerQuery, askQuery, findQuery } from '../../src/reviews/queries-to-reporter.ts'
import { progressOn, queriesOn } from '../../src/reviews/queries.ts'
import { queries } from '../../src/reviews/schema.ts'
import { assignArticle, assignClaim, cutClaim, restoreClaim, resumeClaim, setWaiting } from '../../src/reviews/workflow.ts'
import { serve } from '../support/app.ts'
import { newsroom, type Person, people, viewerIn } from '../support/newsroom.ts'
import { checking, editing, find } from './scene.ts'

const claimIn = (db: Db, id: number) => db.select().from(claims).where(eq(claims.id, id)).get()
const ask = (db: Db, who: Person, claimId: number, question = 'Which agency report was it?') => {
  const { viewer, claim, seen } = checking(db, who, claimId)
  return askQuery(db, viewer, claim, { seen, question })
}
const answer = (db: Db, who: Person, queryId: number) => {
  const { query, claim } = findQuery(db, viewerIn(db, who), queryId)
  answerQuery(db, viewerIn(db, who), checking(db, who, claim.id).claim, query, {
    answer: 'The night one.',
    answeredOn: '2026-03-02T15:00:00.000Z',
    answeredHow: 'by phone',
  })
}
const openQueries = (db: Db) => progressOn(db, 'everyone', { deskId: 1 }, 1).openQueries

describe('a query to the reporter', () => {
  test('makes the claim wait for the reporter and blocks sign-off', () => {
    const db = newsroom()
    ask(db, 'cal', 1)
    expect(claimIn(db, 1)).toMatchObject({ state: 'waiting', waitingFor: 'reporter' })
    expect(openQueries(db)).toMatchObject([{ claimId: 1, claimNumber: 1 }])
  })

  test('keeps when and how it was answered, and the claim goes on where it was', () => {
    const db = newsroom()
    find(db, 'cal', 1)
    const { id } = ask(db, 'cal', 1)
    answer(db, 'rory', id)
    expect(claimIn(db, 1)).toMatchObject({ state: 'proposed', waitingFor: null, waitingSince: null })
    expect(queriesOn(db, 1).get(1)).toMatchObject([
      { answer: 'The night one.', answeredHow: 'by phone', askedByName: 'Cal', recordedByName: 'Rory', open: false },
    ])
    expect(openQueries(db)).toEqual([])
  })

  test('keeps the claim waiting while another is open', () => {
    const db = newsroom()
    const { id } = ask(db, 'cal', 1)
    ask(db, 'cal', 1, 'And who counted?')
    answer(db, 'cal', id)
    expect(claimIn(db, 1)).toMatchObject({ state: 'waiting', waitingFor: 'reporter' })
  })

  test('still blocks after a finding was recorded', () => {
    const db = newsroom()
    ask(db, 'cal', 1)
    find(db, 'cal', 1)
    expect(claimIn(db, 1)?.state).toBe('proposed')
    expect(openQueries(db)).toHaveLength(1)
  })

  test('is answered once', () => {
    const db = newsroom()
    const { id } = ask(db, 'cal', 1)
    answer(db, 'cal', id)
    expect(() => answer(db, 'rory', id)).toThrow('Somebody has recorded an answer to this query already.')
    expect(() => db.delete(queries).run()).toThrow('a query is answered, never deleted')
  })

  test('of a claim merged away is read, and blocks, with the one it went into', () => {
    const db = newsroom()
    const { id } = ask(db, 'cal', 2)
    db.update(claims).set({ withdrawn: true, mergedInto: 1 }).where(eq(claims.id, 2)).run()
    expect(openQueries(db)).toMatchObject([{ claimId: 1, claimNumber: 1 }])
    expect(findQuery(db, viewerIn(db, 'cal'), id).claim.id).toBe(1)
  })

  test('does not exist for another desk', () => {
    const db = newsroom()
    const { id } = ask(db, 'cal', 1)
    expect(() => findQuery(db, viewerIn(db, 'olga'), id)).toThrow('There is no such query')
    expect(() => findQuery(db, viewerIn(db, 'olga'), 99)).toThrow('There is no such query')
  })

  test('is asked and answered on the desk, where nothing typed is lost', async () => {
    const db = newsroom()
    const app = await serve(db)
    expect((await app.post('cal', '/claims/1/queries', { seen: 99, question: '' })).status).toBe(422)
    expect((await app.post('cal', '/claims/1/queries', { seen: 99, question: 'Which <report>?' })).status).toBe(303)
    expect(await app.text('cal', '/articles/1/desk?claim=1')).toContain('Which &lt;report&gt;?')
    const refused = await app.post('cal', '/queries/1/answer', { answer: 'The late one.', answeredOn: '', answeredHow: 'by phone' })
    const page = await refused.text()
    expect(refused.status).toBe(422)
    expect(page).toContain('Say when the reporter answered')
    expect(page).toContain('The late one.')
    const good = await app.post('cal', '/queries/1/answer', {
      answer: 'The late one.',
      answeredOn: '2026-03-02T15:00',
      answeredHow: 'by phone',
    })
    expect([good.status, good.headers.get('location')]).toEqual([303, '/articles/1/desk?claim=1#claim'])
    expect(await app.text('cal', '/articles/1/desk?claim=1')).toMatch(/Answered 2 Mar 2026, 15:00 · by phone · recorded by Cal/)
  })
})

describe('who must act', () => {
  test('a claim waits for something since a day, and is taken up again where its findings have it', () => {
    const db = newsroom()
    find(db, 'cal', 1)
    let at = checking(db, 'cal', 1)
    setWaiting(db, at.viewer, at.claim, { seen: at.seen, need: 'document', since: '2026-03-01T10:00:00.000Z' })
    expect(claimIn(db, 1)).toMatchObject({ state: 'waiting', waitingFor: 'document', waitingSince: '2026-03-01T10:00:00.000Z' })
    at = checking(db, 'cal', 1)
    resumeClaim(db, at.viewer, at.claim, { seen: at.seen })
    expect(claimIn(db, 1)).toMatchObject({ state: 'proposed', waitingFor: null })
    at = checking(db, 'cal', 1)
    expect(() => resumeClaim(db, at.viewer, at.claim, { seen: at.seen })).toThrow('is not waiting for anything')
  })

  test('a checker takes a claim and lets go of it, and gives it to nobody else', () => {
    const db = newsroom()
    const give = (assigneeId: number | null, dueAt?: string) => {
      const { viewer, claim, seen } = checking(db, 'cal', 1)
      assignClaim(db, viewer, claim, { seen, assigneeId, dueAt })
    }
    give(people.cal.id)
    expect(claimIn(db, 1)).toMatchObject({ assigneeId: people.cal.id, state: 'assigned' })
    give(null)
    expect(claimIn(db, 1)).toMatchObject({ assigneeId: null, state: 'new' })
    expect(() => give(people.rory.id)).toThrow('Only an editor gives claims to others')
    expect(() => give(people.cal.id, '2026-03-03T10:00:00.000Z')).toThrow('Only an editor')
  })

  test('an editor gives it to somebody who checks on this desk, with a due date', () => {
    const db = newsroom()
    const give = (assigneeId: number) => {
      const { viewer, claim, seen } = checking(db, 'edith', 1)
      assignClaim(db, viewer, claim, { seen, assigneeId, dueAt: '2026-03-03T10:00:00.000Z' })
    }
    give(people.rory.id)
    expect(claimIn(db, 1)).toMatchObject({ assigneeId: people.rory.id, dueAt: '2026-03-03T10:00:00.000Z', state: 'assigned' })
    for (const who of [people.idris.id, people.olga.id, 99]) expect(() => give(who)).toThrow('Choose somebody who checks on this desk.')
  })

  test('an editor gives the piece to somebody', () => {
    const db = newsroom()
    const { viewer, article } = editing(db, 'edith')
    assignArticle(db, viewer, article, { assigneeId: people.cal.id, dueAt: '2026-03-03T10:00:00.000Z' })
    expect(db.select().from(articles).get()).toMatchObject({ assigneeId: people.cal.id, dueAt: '2026-03-03T10:00:00.000Z' })
    const event = db.select().from(events).where(eq(events.act, 'article.assigned')).get()
    expect(payloadOf(db, event?.afterDigest ?? null)).toMatchObject({ assignee: 'Cal' })
  })

  test('a claim is cut from the copy with a reason, kept, and brought back as reopened', () => {
    const db = newsroom()
    find(db, 'cal', 1)
    let at = checking(db, 'cal', 1)
    cutClaim(db, at.viewer, at.claim, { seen: at.seen, reason: 'The editor took the sentence out.' })
    expect(claimIn(db, 1)?.state).toBe('cut')
    expect(progressOn(db, 'everyone', { deskId: 1 }, 1)).toMatchObject({ claims: 5 })
    at = checking(db, 'cal', 1)
    restoreClaim(db, at.viewer, at.claim, { seen: at.seen, reason: 'It is back in.' })
    expect(claimIn(db, 1)?.state).toBe('reopened')
    expect(progressOn(db, 'everyone', { deskId: 1 }, 1).segments).toContainEqual({ outcome: 'unverified', count: 1 })
  })

  test('the forms ask for what is missing and keep the rest', async () => {
    const app = await serve(newsroom())
    const refusals = [
      await app.post('cal', '/claims/1/cut', { seen: 99, cutReason: ' ' }),
      await app.post('cal', '/claims/1/waiting', { seen: 99, need: 'weather' }),
      await app.post('cal', '/claims/1/waiting', { seen: 99, need: 'expert', since: 'yesterday' }),
      await app.post('edith', '/claims/1/assignment', { seen: 99, assignee: String(people.idris.id) }),
    ]
    expect(refusals.map((refusal) => refusal.status)).toEqual([422, 422, 422, 422])
    expect(await refusals[0]?.text()).toContain('Say why the words are cut from the copy.')
    expect(await refusals[2]?.text()).toContain('Give the day and time since when it waits, or leave it empty for now.')
    expect((await app.post('cal', '/claims/1/waiting', { seen: 99, need: 'expert', since: '' })).status).toBe(303)
    expect(await app.text('cal', '/articles/1/desk?claim=1')).toContain('Waiting for an expert')
  })
})
