import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { attributions, claims } from '../../src/claims/schema.ts'
import type { Db } from '../../src/db/open.ts'
import { opinionsOn, progressOn } from '../../src/reviews/queries.ts'
import { serve } from '../support/app.ts'
import { newsroom } from '../support/newsroom.ts'
import { addEvidence, find, takeSecond } from './scene.ts'

const stateOf = (db: Db, id: number) => db.select({ state: claims.state }).from(claims).where(eq(claims.id, id)).get()?.state
const found = (db: Db, id: number) => opinionsOn(db, 'everyone', 1).get(id)
const hops = (db: Db, claimId: number): number[] =>
  db
    .select({ id: attributions.id })
    .from(attributions)
    .where(eq(attributions.claimId, claimId))
    .orderBy(asc(attributions.position))
    .all()
    .map((hop) => hop.id)
const unchecked = (db: Db): number[] => progressOn(db, 'everyone', { deskId: 1 }, 1).unchecked.map((claim) => claim.number)
const varro = 'Lena Varro · Person · #2'

/** Claim 1, checked as from the agency, then put into the governor's mouth. */
async function misattributed() {
  const db = newsroom()
  const app = await serve(db)
  find(db, 'cal', 1)
  await app.post('ruth', `/claims/1/hops/${hops(db, 1)[0]}`, { seen: 99, who: varro, verb: 'reported' })
  return { db, app }
}

test('once others stand in the chain, whether they said it is unchecked, and the claim is reopened', async () => {
  const { db, app } = await misattributed()
  expect(found(db, 1)).toMatchObject({ said: 'not_checked', outcome: 'unverified', first: { said: 'not_checked' } })
  expect(unchecked(db)).toContain(1)
  expect(stateOf(db, 1)).toBe('reopened')
  const page = await app.text('cal', '/articles/1/desk?claim=1')
  expect(page).toContain('The chain changed since')
  expect(page).toContain('About an earlier chain')
  expect(page).toContain('Said: relay only')
})

test('undoing the change makes the finding count again', async () => {
  const { db, app } = await misattributed()
  expect((await app.post('ruth', '/articles/1/undo')).status).toBe(303)
  expect(found(db, 1)).toMatchObject({ said: 'confirmed_relay', outcome: 'unverified' })
  expect(unchecked(db)).not.toContain(1)
  expect(stateOf(db, 1)).toBe('proposed')
  expect(await app.text('cal', '/articles/1/desk?claim=1')).not.toContain('earlier chain')
})

test('undoing the change after a finding was filed about the new chain leaves the claim to be looked at again', async () => {
  const { db, app } = await misattributed()
  find(db, 'ruth', 1, { reason: 'The governor did say so.' })
  expect(found(db, 1)).toMatchObject({ said: 'confirmed_relay' })
  expect((await app.post('ruth', '/articles/1/undo')).status).toBe(303)
  expect(found(db, 1)).toMatchObject({ said: 'not_checked' })
  expect(stateOf(db, 1)).toBe('reopened')
})

test('another verb, or more known of a hop, is no other chain', async () => {
  const db = newsroom()
  const app = await serve(db)
  find(db, 'cal', 1)
  const hop = { who: 'Tarn news agency · News agency · #1', verb: 'wrote', stake: 'party', proximity: 'relayed', seenByUs: 'yes' }
  await app.post('cal', `/claims/1/hops/${hops(db, 1)[0]}`, { seen: 99, ...hop })
  expect(found(db, 1)).toMatchObject({ said: 'confirmed_relay' })
  expect(stateOf(db, 1)).toBe('proposed')
})

test.each([
  ['a hop more', '/claims/3/hops', { who: 'A spokesman' }],
  ['a hop fewer', '/claims/3/hops/HOP/removal', {}],
  ['another order', '/claims/3/hops/HOP/place', { direction: 'copy' }],
  ['a hop of which it is unclear who', '/claims/3/hops/HOP', { unclear: 'yes' }],
  [
    'a source replaced by the one that the directory already has',
    '/claims/3/sources/2/replacement',
    { who: 'Signal agency · Party media · #4' },
  ],
])('%s is another chain', async (_, path, form: Record<string, string>) => {
  const db = newsroom()
  const app = await serve(db)
  find(db, 'cal', 3)
  const answer = await app.post('cal', path.replace('HOP', String(hops(db, 3)[0])), { seen: 99, ...form })
  expect(answer.status).toBe(303)
  expect(found(db, 3)).toMatchObject({ said: 'not_checked', outcome: 'unverified' })
  expect(stateOf(db, 3)).toBe('reopened')
})

test('a claim in the copy’s own voice that gets a source is looked at again', async () => {
  const db = newsroom()
  const app = await serve(db)
  find(db, 'cal', 2)
  await app.post('cal', '/claims/2/hops', { seen: 99, who: varro, verb: 'said' })
  expect(found(db, 2)).toMatchObject({ said: 'not_checked' })
})

test('a second check about an earlier chain is given again', async () => {
  const db = newsroom()
  const app = await serve(db)
  find(db, 'cal', 1)
  takeSecond(db, 'ruth', 1)
  find(db, 'ruth', 1)
  await app.post('cal', `/claims/1/hops/${hops(db, 1)[0]}`, { seen: 99, who: varro })
  find(db, 'cal', 1, { reason: 'The governor told us too.' })
  expect(found(db, 1)).toMatchObject({ said: 'confirmed_relay', second: null, differ: false })
  expect(progressOn(db, 'everyone', { deskId: 1 }, 1).withoutSecondCheck).toContainEqual({ id: 1, number: 1 })
  takeSecond(db, 'rory', 1)
  find(db, 'rory', 1)
  expect(found(db, 1)).toMatchObject({ second: { reviewerName: 'Rory' }, differ: false })
})

test('that two differ on the content does not go away by touching the chain', async () => {
  const db = newsroom()
  const app = await serve(db)
  find(db, 'cal', 1)
  takeSecond(db, 'ruth', 1)
  addEvidence(db, 1, { stance: 'contradicts' })
  find(db, 'ruth', 1, { outcome: 'contradicted', reason: 'The ministry counted none.' })
  await app.post('cal', `/claims/1/hops/${hops(db, 1)[0]}`, { seen: 99, who: varro })
  find(db, 'cal', 1, { reason: 'Still nothing.' })
  expect(found(db, 1)).toMatchObject({ differ: true, second: { outcome: 'contradicted', said: 'not_checked' } })
  expect(await app.text('edith', '/articles/1/desk?claim=1')).toContain('First and second opinion differ on whether it is so.')
  find(db, 'edith', 1, { opinion: 'final', outcome: 'contradicted', reason: 'The count stands.' })
  expect(found(db, 1)).toMatchObject({ differ: false, said: 'confirmed_relay', outcome: 'contradicted' })
})

test('a claim whose second check is open stays in review while its chain is put right', async () => {
  const db = newsroom()
  const app = await serve(db)
  find(db, 'cal', 1)
  takeSecond(db, 'ruth', 1)
  await app.post('cal', `/claims/1/hops/${hops(db, 1)[0]}`, { seen: 99, who: varro })
  expect(stateOf(db, 1)).toBe('in_review')
  const blind = await app.text('ruth', '/articles/1/desk?claim=1')
  expect(blind).not.toContain('The chain changed since')
})

test('the report says what counts of a finding about an earlier chain', async () => {
  const { app } = await misattributed()
  const report = (await (await app.get('cal', '/articles/1/report.json')).json()) as {
    claims: { number: number; counting: { said: string }; findings: { said: string; earlierChain: boolean }[] }[]
  }
  const [claim] = report.claims.filter((one) => one.number === 1)
  expect(claim).toMatchObject({
    counting: { said: 'not_checked', outcome: 'unverified' },
    findings: [{ said: 'confirmed_relay', earlierChain: true }],
  })
  expect(await app.text('cal', '/articles/1/report')).toContain('about an earlier chain')
})
