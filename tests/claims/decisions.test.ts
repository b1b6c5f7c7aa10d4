import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { listSentences } from '../../src/articles/queries.ts'
import { sentences } from '../../src/articles/schema.ts'
import { listCaveats } from '../../src/claims/queries.ts'
import { attributions, claims } from '../../src/claims/schema.ts'
import type { Db } from '../../src/db/open.ts'
import { progressOn } from '../../src/reviews/queries.ts'
import { serve } from '../support/app.ts'
import { bridgeClaims, bridgeText, newsroom } from '../support/newsroom.ts'

const sentence = (db: Db, words: string): number =>
  listSentences(db, 1).find((one) => bridgeText.slice(one.start, one.end).startsWith(words))?.id ?? 0
const decided = (db: Db): number => progressOn(db, 'everyone', { deskId: 1 }, 1).sentencesDecided
const claim = (db: Db, number: number) => db.select().from(claims).where(eq(claims.number, number)).get()

test('a suggestion decides nothing: after the split no sentence is decided', () => {
  expect(progressOn(newsroom(), 'everyone', { deskId: 1 }, 1)).toMatchObject({ sentencesTotal: 9, sentencesDecided: 0 })
})

test('one act confirms a sentence: its claims and their chains', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', `/sentences/${sentence(db, 'Governor')}/confirmation`)

  expect(claim(db, 3)).toMatchObject({ standing: 'confirmed' })
  expect(
    db
      .select()
      .from(attributions)
      .where(eq(attributions.claimId, 3))
      .all()
      .map((hop) => hop.standing),
  ).toEqual(['confirmed', 'confirmed'])
  expect(decided(db)).toBe(1)
})

test('confirming twice, or where nothing is suggested, is told rather than done', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', `/sentences/${sentence(db, 'Governor')}/confirmation`)
  const again = await app.post('cal', `/sentences/${sentence(db, 'Governor')}/confirmation`)
  expect([again.status, await again.text()]).toEqual([409, expect.stringContaining('This sentence is already decided.')])
  const nothing = await app.post('cal', `/sentences/${sentence(db, 'It was a long')}/confirmation`)
  expect([nothing.status, await nothing.text()]).toEqual([409, expect.stringContaining('Nothing is suggested for this sentence.')])
})

test('a sentence is marked as holding none, and its claims are dropped for that reason', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', `/sentences/${sentence(db, 'It was a long')}/none`, { reason: 'scene_setting' })
  await app.post('cal', `/sentences/${sentence(db, 'Engineers')}/none`, { reason: 'opinion' })

  expect(claim(db, 2)).toMatchObject({ state: 'not_a_claim', dropReason: 'opinion' })
  expect(decided(db)).toBe(2)
})

test('a claim that reaches into other sentences keeps its sentence from being marked as holding none', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/1/merges', { seen: 99, with: 2 })
  const answer = await app.post('cal', `/sentences/${sentence(db, 'Engineers')}/none`, { reason: 'opinion' })
  expect(await answer.text()).toContain('Claim 1 holds words of other sentences too.')
})

test('a sentence marked as a caveat becomes one that claims can be tied to', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', `/sentences/${sentence(db, 'It was a long')}/none`, { reason: 'caveat' })
  const caveat = listCaveats(db, 1).find((one) => one.quoted === 'It was a long night.')
  await app.post('cal', '/claims/2/details', {
    seen: 99,
    kind: 'fact',
    voice: 'own_voice_with_caveat',
    quote: 'none',
    checkable: 'yes',
    caveats: String(caveat?.id),
  })

  expect(claim(db, 2)).toMatchObject({ voice: 'own_voice_with_caveat', standing: 'corrected' })
  expect(await app.text('cal', '/articles/1/desk?claim=2')).toContain('It was a long night.')
})

test('undo takes back one’s own latest act by a new event, and then the one before', async () => {
  const db = newsroom()
  const app = await serve(db)
  const before = claim(db, 2)
  await app.post('cal', `/sentences/${sentence(db, 'Engineers')}/none`, { reason: 'opinion' })
  await app.post('cal', `/sentences/${sentence(db, 'Governor')}/confirmation`)

  await app.post('cal', '/articles/1/undo')
  expect(claim(db, 3)).toMatchObject({ standing: 'suggested' })
  await app.post('cal', '/articles/1/undo')
  expect(claim(db, 2)).toEqual(before)
  expect(
    db
      .select()
      .from(sentences)
      .all()
      .every((one) => one.noneBy === null),
  ).toBe(true)
  const nothing = await app.post('cal', '/articles/1/undo')
  expect(await nothing.text()).toContain('There is nothing of yours to undo')
})

test('undo of a split brings the whole claim back and withdraws the half', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/3/cuts', { seen: 99, at: bridgeText.indexOf('that the bridge would') })
  await app.post('cal', '/articles/1/undo')

  expect(claim(db, 3)).toMatchObject({ wording: bridgeClaims[3], standing: 'suggested', state: 'new' })
  expect(claim(db, 7)).toMatchObject({ withdrawn: true })
})

test('undo is refused once somebody else has changed the same claim', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/3/confirmation', { seen: 99 })
  await app.post('ruth', '/claims/3/cuts', { seen: 99, at: bridgeText.indexOf('that the bridge would') })
  const answer = await app.post('cal', '/articles/1/undo')

  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('Ruth has worked on the same words since')
  expect(claim(db, 3)).toMatchObject({ wording: 'Governor Lena Varro told Tarn' })
})

test('what another person did in the meantime is told, and what was typed is kept', async () => {
  const db = newsroom()
  const app = await serve(db)
  const seen = /name="seen" value="(\d+)"/.exec(await app.text('cal', '/articles/1/desk?claim=5'))?.[1] ?? ''
  await app.post('ruth', '/claims/5/details', { seen, kind: 'number', voice: 'own_voice', quote: 'none', checkable: 'yes' })
  const answer = await app.post('cal', '/claims/5/drop', { seen, reason: 'duplicate', duplicateOf: 4 })
  const html = await answer.text()

  expect(answer.status).toBe(409)
  expect(html).toContain('Somebody has changed claim 5 since you opened it')
  expect(html).toMatch(/Ruth/)
  expect(html).toMatch(/<option value="duplicate" selected>/)
  expect(html).toMatch(/name="duplicateOf" type="text" value="4"/)
  expect(claim(db, 5)).toMatchObject({ kind: 'number', state: 'new' })
})

test('a confirmation is not undone once a finding rests on it', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/2/confirmation', { seen: 99 })
  await app.post('cal', '/claims/2/findings', {
    seen: 99,
    said: 'no_attribution',
    outcome: 'not_checkable',
    confidence: 'low',
    reason: 'Nobody was there.',
  })
  expect((await app.post('cal', '/articles/1/undo')).status).toBe(409)
  expect(claim(db, 2)).toMatchObject({ standing: 'confirmed', state: 'proposed' })
})
