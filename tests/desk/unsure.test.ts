import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { type Claim, claims } from '../../src/claims/schema.ts'
import type { Db } from '../../src/db/open.ts'
import { isUnsure, ofHundred } from '../../src/desk/unsure.ts'
import { serve } from '../support/app.ts'
import { openAs } from '../support/browser.ts'
import { bridgeText, newsroom } from '../support/newsroom.ts'

const whyOf4 = 'Engine unsure (62 of 100): only the trained reader sees “according to its own” as a cue.'
const desk = '/articles/1/desk'

/** A page as it is read: tags away, white space as one space. */
const words = (page: string): string =>
  page
    .replace(/<[^>]*>/g, '')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ')
const listOf = (page: string): string[] =>
  [...(/<details class="more look-first"[\s\S]*?<\/details>/.exec(page)?.[0] ?? '').matchAll(/<li>[\s\S]*?<\/li>/g)].map(([item]) =>
    words(item).trim(),
  )
const section = (page: string): string => words(/How the engine read this[\s\S]*?<\/section>/.exec(page)?.[0] ?? '')
const claim = (db: Db, number: number): Claim | undefined => db.select().from(claims).where(eq(claims.number, number)).get()

test('what the engine is unsure of comes first, the least sure on top, each with the words that made it decide', async () => {
  const app = await serve(newsroom())
  const page = await app.text('cal', desk)
  expect(words(page)).toContain('Look at these first 2 claims')
  expect(listOf(page)).toEqual([
    'Claim 5 Residents shot videos that have spread on social networks. Engine unsure (55 of 100): taken as the outlet’s own voice, but “shot videos” may say that somebody said it.',
    `Claim 4 The Free Orme group said it had struck an army convoy, according to its own Signal agency. ${whyOf4}`,
  ])
  expect(page).toContain('Claim 4, not checked, suggested, engine unsure')
  expect(page).not.toContain('Claim 1, not checked, suggested, engine unsure')
})

test('one key leads from each to the next, and round again', async () => {
  const app = await serve(newsroom())
  const next = async (hand: string): Promise<string | undefined> =>
    /href="([^"]*)" data-key="l"/.exec(await app.text('cal', desk + hand))?.[1]
  expect(await next('?claim=1')).toBe('?claim=5#claim')
  expect(await next('?claim=5')).toBe('?claim=4#claim')
  expect(await next('?claim=4')).toBe('?claim=5#claim')
  await app.post('cal', '/claims/5/confirmation', { seen: 999 })
  expect(await next('?claim=4')).toBeUndefined()
})

test('a filter shows them alone, in the order of the copy, and stays with every act', async () => {
  const app = await serve(newsroom())
  const page = await app.text('cal', `${desk}?engine=unsure`)
  expect(page).toContain('data-claim="4"')
  expect(words(page)).toContain('2 of 6 claims')
  expect(page).toContain('href="?claim=5&amp;engine=unsure#claim" rel="next"')
  expect(page).toContain('name="back" value="/articles/1/desk?claim=4&amp;engine=unsure"')
  expect(await app.text('cal', `${desk}?engine=elsewhere`)).not.toContain('of 6 claims</span>')
})

test('on the claim’s own page it says how the engine read it: the words marked in the sentence, and the reasons', async () => {
  const app = await serve(newsroom())
  const page = await app.text('cal', '/claims/4')
  expect(words(page)).toContain(whyOf4)
  expect(page).toContain('<mark>said it had</mark> struck an army convoy, <mark>according to its own</mark> Signal agency.')
  expect(section(page)).toContain('62 of 100')
  expect(section(page)).toContain('“said it had” says that somebody said it.')
  expect(section(page)).toContain('a suggestion decides nothing')
  // Sure, and with nothing to say for it: told, but no reason to look.
  const sure = await app.text('cal', '/claims/1')
  expect(section(sure)).toContain('80 of 100')
  expect(sure).not.toContain('Engine unsure')
})

test.each([
  ['confirmed', '/claims/4/confirmation', { seen: 999 }],
  ['dropped', '/claims/4/drop', { seen: 999, reason: 'opinion' }],
  ['attributed anew', '/claims/4/hops', { seen: 999, who: 'A spokesman' }],
  ['cut', '/claims/4/cuts', { seen: 999, at: bridgeText.indexOf('according to its own') }],
  ['merged', '/claims/4/merges', { seen: 999, with: 5 }],
  ['found', '/claims/4/findings', { seen: 999, said: 'not_found', outcome: 'unverified', confidence: 'low', reason: 'Nobody.' }],
])('once somebody has decided, what the engine thought is history: %s', async (_, path, form: Record<string, string | number>) => {
  const db = newsroom()
  const app = await serve(db)
  expect((await app.post('cal', path, form)).status).toBe(303)
  const page = await app.text('cal', `${desk}?claim=4`)
  expect(listOf(page).join()).not.toContain('Claim 4')
  expect(words(page)).not.toContain(whyOf4)
  expect(section(page)).toContain('Somebody has decided since, and only that counts.')
  expect(section(page)).toContain('only the trained reader sees “according to its own” as a cue.')
})

test('what is undone is unsure again; half of a claim that was cut has no opinion of the engine', async () => {
  const db = newsroom()
  const app = await serve(db)
  const before = claim(db, 4)
  await app.post('cal', '/claims/4/cuts', { seen: 999, at: bridgeText.indexOf('according to its own') })
  expect(section(await app.text('cal', '/claims/7'))).toBe('')
  expect((await app.post('cal', '/articles/1/undo')).status).toBe(303)
  expect(claim(db, 4)).toEqual(before)
  expect(listOf(await app.text('cal', desk))).toHaveLength(2)
})

test('confirming a sentence says which others of its claims the engine is unsure of', async () => {
  const db = newsroom()
  const app = await serve(db)
  const at = bridgeText.indexOf('Residents shot')
  await app.post('cal', '/articles/1/claims', { spans: `${at}-${at + 'Residents shot videos'.length}` })
  const page = await app.text('cal', `${desk}?claim=7`)
  expect(words(page)).toContain('Confirming its sentence confirms these as well, and the engine is unsure of them: Claim 5')
})

test('where the engine gave no reasons, as before it did, how sure it was is not known and nothing is said of it', async () => {
  const db = newsroom()
  const suggestion = claim(db, 4)?.suggestion
  if (!suggestion) throw new Error('nothing suggested')
  const { reasons: _, ...older } = suggestion.claim
  db.update(claims)
    .set({ suggestion: { ...suggestion, claim: older } })
    .where(eq(claims.number, 4))
    .run()
  const app = await serve(db)
  expect(listOf(await app.text('cal', desk))).toHaveLength(1)
  expect(section(await app.text('cal', '/claims/4'))).toBe('')
})

test('it is never shown as certain, nor as nothing', () => {
  expect(ofHundred({ confidence: 1, reasons: [] })).toBe(99)
  expect(ofHundred({ confidence: 0, reasons: [] })).toBe(1)
  expect(isUnsure({ suggestion: null, standing: 'suggested', state: 'new' })).toBe(false)
})

test('no report says what the engine thought', async () => {
  const app = await serve(newsroom())
  for (const address of ['/articles/1/report', '/articles/1/report.json', '/articles/1/claims.csv'])
    expect(await app.text('edith', address), address).not.toMatch(/engine unsure|how the engine|62 of 100|0\.62|learned_only/i)
})

test('from the list to the claim without scripts and on a small phone; by one key with them', async () => {
  const app = await serve(newsroom())
  const bare = await openAs(app, 'cal', { scripts: false, width: 360, height: 740 })
  await bare.page.goto(`${desk}?claim=1`)
  await bare.page.locator('summary', { hasText: 'Look at these first' }).click()
  expect(await bare.page.evaluate('document.documentElement.scrollWidth')).toBe(360)
  await bare.page.locator('.look-first a', { hasText: 'Claim 4' }).click()
  expect(await bare.page.locator('#claim .unsure-why').textContent()).toContain(whyOf4)

  const { page, complaints } = await openAs(app, 'cal')
  await page.goto(`${desk}?claim=1`)
  await page.keyboard.press('l')
  await page.waitForURL('**claim=5**')
  await page.keyboard.press('l')
  await page.waitForURL('**claim=4**')
  expect(complaints).toEqual([])
})
