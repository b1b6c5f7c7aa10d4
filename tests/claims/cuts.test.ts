import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { claims, claimSpans } from '../../src/claims/schema.ts'
import { events } from '../../src/events/schema.ts'
import { serve } from '../support/app.ts'
import { bridgeClaims, bridgeText, newsroom, spanOf } from '../support/newsroom.ts'

const claim = (db: ReturnType<typeof newsroom>, number: number) => db.select().from(claims).where(eq(claims.number, number)).get()
const lastEvent = (db: ReturnType<typeof newsroom>) => db.select().from(events).all().at(-1)
const spansText = (words: string): string => spanOf(bridgeText, words).join('-')

test('a claim is split before a word; the second half keeps the chain and gets a number of its own', async () => {
  const db = newsroom()
  const app = await serve(db)
  const answer = await app.post('cal', '/claims/3/cuts', { seen: 99, at: spanOf(bridgeText, 'that the bridge would')[0] })

  expect(answer.status).toBe(303)
  expect(claim(db, 3)).toMatchObject({ wording: 'Governor Lena Varro told Tarn', standing: 'corrected', state: 'in_progress' })
  expect(claim(db, 7)).toMatchObject({
    wording: 'that the bridge would stay shut for ten days.',
    standing: 'corrected',
    voice: 'attributed',
  })
  expect(await app.text('cal', '/claims/7')).toContain('Lena Varro')
  expect(lastEvent(db)).toMatchObject({ act: 'claim.split', subjects: ['claim:3', 'claim:7'], actorName: 'Cal' })
})

test('a split outside the claim is refused with a sentence beside the form, and changes nothing', async () => {
  const db = newsroom()
  const app = await serve(db)
  const answer = await app.post('cal', '/claims/3/cuts', { seen: 99, at: 0 })

  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Choose a word inside the claim to split before')
  expect(claim(db, 3)).toMatchObject({ wording: bridgeClaims[3], standing: 'suggested' })
})

test('two halves of a sentence merge into one passage again, and what lay between comes with them', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/3/cuts', { seen: 99, at: spanOf(bridgeText, 'that the bridge would')[0] })
  await app.post('cal', '/claims/3/merges', { seen: 99, with: 7 })

  expect(claim(db, 3)).toMatchObject({ wording: bridgeClaims[3] })
  expect(claim(db, 7)).toMatchObject({ withdrawn: true, mergedInto: 3 })
  expect(await app.text('cal', '/claims/7')).toContain('Merged into claim 3')
})

test('claims of two sentences merge into one that rests on both passages', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/1/merges', { seen: 99, with: 4 })

  expect(
    db
      .select()
      .from(claimSpans)
      .where(eq(claimSpans.claimId, 1))
      .all()
      .map((span) => span.quoted),
  ).toEqual([bridgeClaims[1], bridgeClaims[4]])
})

test('a claim in the copy’s own voice takes over who said so from the one merged into it', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/2/merges', { seen: 99, with: 3 })

  expect(claim(db, 2)).toMatchObject({ voice: 'attributed', quote: 'indirect' })
  expect(await app.text('cal', '/claims/2')).toMatch(/Lena Varro[\s\S]*Tarn news agency/)
})

test('a claim is trimmed to the words chosen, by selecting them or word by word', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/2/passages', { seen: 99, spans: spansText('closed the crossing') })
  expect(claim(db, 2)).toMatchObject({ wording: 'closed the crossing' })

  await app.post('cal', '/claims/2/passages', { seen: 99, from: spansText('Engineers'), to: spansText('crossing') })
  expect(claim(db, 2)).toMatchObject({ wording: 'Engineers have closed the crossing' })
})

test('a claim is made of several passages at once, with the words around each kept', async () => {
  const db = newsroom()
  const app = await serve(db)
  const answer = await app.post('cal', '/articles/1/claims', { spans: `${spansText('Two people were killed')},${spansText('ten days')}` })

  expect(answer.headers.get('location')).toBe('/articles/1/desk?claim=7#claim')
  expect(claim(db, 7)).toMatchObject({
    wording: 'Two people were killed ten days',
    voice: 'own_voice',
    standing: 'corrected',
    suggestion: null,
  })
  expect(db.select().from(claimSpans).where(eq(claimSpans.claimId, 7)).all()).toMatchObject([
    { quoted: 'Two people were killed', after: ' when a device went off under th' },
    { quoted: 'ten days', before: ' the bridge would stay shut for ', after: '.\n\nThe Free Orme group said it h' },
  ])
})

test('an empty choice of words, or nonsense for it, is refused and nothing is made', async () => {
  const db = newsroom()
  const app = await serve(db)
  for (const spans of ['', '5-5', '99999-99999', 'a-b', '-1-4']) {
    const answer = await app.post('cal', '/articles/1/claims', { spans })
    expect(answer.status, spans).toBe(422)
  }
  expect(db.select().from(claims).all()).toHaveLength(6)
})

test('a duplicate is dropped with the number of the claim it repeats, and can be taken back', async () => {
  const db = newsroom()
  const app = await serve(db)
  expect(await (await app.post('cal', '/claims/5/drop', { seen: 99, reason: 'duplicate' })).text()).toContain(
    'give the number of another claim of this article',
  )
  await app.post('cal', '/claims/5/drop', { seen: 99, reason: 'duplicate', duplicateOf: 6 })
  expect(claim(db, 5)).toMatchObject({ state: 'not_a_claim', dropReason: 'duplicate', duplicateOf: 6, standing: 'corrected' })

  await app.post('cal', '/claims/5/taking-back', { seen: 99 })
  expect(claim(db, 5)).toMatchObject({ state: 'in_progress', dropReason: null, duplicateOf: null })
})

test('a reader may look and not touch; another desk finds nothing', async () => {
  const db = newsroom()
  const app = await serve(db)
  for (const path of [
    '/claims/3/cuts',
    '/claims/3/merges',
    '/claims/3/passages',
    '/claims/3/drop',
    '/claims/3/details',
    '/claims/3/confirmation',
    '/articles/1/claims',
    '/articles/1/undo',
  ]) {
    expect((await app.post('olga', path, { seen: 99, at: 400, spans: '0-4', reason: 'opinion' })).status, path).toBe(404)
  }
  const answer = await app.post('idris', '/claims/3/merges', { seen: 99 })
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('You are a reader on this desk')
  expect(
    db
      .select()
      .from(events)
      .all()
      .filter((event) => event.act.startsWith('claim.')),
  ).toEqual([])
})
