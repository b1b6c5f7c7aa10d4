import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { claims } from '../../src/claims/schema.ts'
import type { Db } from '../../src/db/open.ts'
import { reviews } from '../../src/reviews/schema.ts'
import { serve } from '../support/app.ts'
import { bridgeClaims, bridgeText, newsroom, spanOf } from '../support/newsroom.ts'

const claim = (db: Db, number: number) => db.select().from(claims).where(eq(claims.number, number)).get()
const halfOf3 = bridgeText.indexOf('that the bridge would')
const split = ['/claims/3/cuts', { seen: 999, at: halfOf3 }] as const
const made = ['/articles/1/claims', { spans: spanOf(bridgeText, 'ten days').join('-') }] as const
const merged = ['/claims/1/merges', { seen: 999, with: 2 }] as const

const finding = { seen: 999, said: 'not_found', outcome: 'unverified', confidence: 'low', reason: 'Nobody could say.' }
const evidence = { seen: 999, kind: 'note', note: 'Asked them.', stance: 'supports', basis: 'first_hand' }

test.each([
  ['a finding', '/claims/CLAIM/findings', finding],
  ['evidence', '/claims/CLAIM/evidence', evidence],
  ['a query', '/claims/CLAIM/queries', { seen: 999, question: 'Since when?' }],
  ['an assignment', '/claims/CLAIM/assignment', { seen: 999, assignee: '3' }],
])('no act is undone once somebody else has worked on the same claim: %s', async (_, path, form: Record<string, string | number>) => {
  for (const [act, id] of [
    [split, '7'],
    [made, '7'],
    [merged, '1'],
    [['/claims/2/confirmation', { seen: 999 }] as const, '2'],
    [['/claims/2/hops', { seen: 999, who: 'A spokesman' }] as const, '2'],
  ] as const) {
    const db = newsroom()
    const app = await serve(db)
    expect((await app.post('cal', act[0], act[1])).status).toBe(303)
    expect((await app.post('ruth', path.replace('CLAIM', id), form)).status, `${act[0]} then ${path}`).toBe(303)
    const before = db.select().from(claims).all()
    const answer = await app.post('cal', '/articles/1/undo')
    expect(answer.status, act[0]).toBe(409)
    expect(await answer.text()).toContain('Ruth has worked on the same words since')
    expect(db.select().from(claims).all()).toEqual(before)
  }
})

test.each([
  ['a finding was recorded', '/claims/CLAIM/findings', finding],
  ['evidence was added', '/claims/CLAIM/evidence', evidence],
  ['the reporter was asked', '/claims/CLAIM/queries', { seen: 999, question: 'Since when?' }],
])('a claim does not come or go by undo from under what one has recorded on it oneself: %s', async (words, path, form) => {
  for (const [act, id, advice] of [
    [made, '7', 'Drop it instead.'],
    [split, '7', 'Merge the two instead.'],
    [merged, '1', 'Split them again instead.'],
  ] as const) {
    const db = newsroom()
    const app = await serve(db)
    await app.post('cal', act[0], act[1])
    expect((await app.post('cal', path.replace('CLAIM', id), form)).status).toBe(303)
    const answer = await app.post('cal', '/articles/1/undo')
    const page = await answer.text()
    expect(answer.status, act[0]).toBe(409)
    expect(page).toContain(`${words} on the claim since`)
    expect(page).toContain(advice)
    expect(claim(db, Number(id))?.withdrawn).toBe(false)
  }
})

test('a pillar answered on a claim keeps it from being unmade', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/6/cuts', { seen: 999, at: bridgeText.indexOf('a man can be heard') })
  expect((await app.post('cal', '/claims/7/pillars', { seen: 999, pillar: 'date', answer: 'Monday.', confidence: 'low' })).status).toBe(303)
  const answer = await app.post('cal', '/articles/1/undo')
  expect(await answer.text()).toContain('a pillar was answered on the claim since')
})

test('one’s own latest act is undone while nothing else has happened to the claim, whatever happened to others', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', split[0], split[1])
  await app.post('ruth', '/claims/4/findings', { ...finding, said: 'confirmed_relay' })
  expect((await app.post('cal', '/articles/1/undo')).status).toBe(303)
  expect(claim(db, 3)).toMatchObject({ wording: bridgeClaims[3] })
})

test('a finding filed about other words leaves the claim to be looked at again when the words come back', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/2/passages', { seen: 999, spans: spanOf(bridgeText, 'closed the crossing').join('-') })
  await app.post('cal', '/claims/2/findings', { ...finding, said: 'no_attribution' })
  expect(claim(db, 2)?.state).toBe('proposed')
  expect((await app.post('cal', '/articles/1/undo')).status).toBe(303)
  expect(claim(db, 2)).toMatchObject({ wording: bridgeClaims[2], state: 'reopened' })
  expect(db.select().from(reviews).all()).toHaveLength(1)
})
