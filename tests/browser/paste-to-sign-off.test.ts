import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { articles, signOffs, versions } from '../../src/articles/schema.ts'
import { events } from '../../src/events/schema.ts'
import { reviews } from '../../src/reviews/schema.ts'
import { serve } from '../support/app.ts'
import { openAs } from '../support/browser.ts'
import { newsroom } from '../support/newsroom.ts'
import { enter, expectFocusKept, press, tabTo, typeInto } from './keyboard.ts'

const piece = `Ferry fares rise in Saltby

The Saltby harbour office raised ferry fares by a fifth on Friday.

It was a grey morning.
`

test('paste to sign-off by the keyboard alone: Cal checks, Ruth checks again, Edith signs', async () => {
  const db = newsroom()
  const app = await serve(db)
  const cal = await openAs(app, 'cal')
  const { page } = cal

  // Bringing it in.
  await page.goto('/')
  await enter(page, page.getByRole('link', { name: 'Bring an article in' }))
  await typeInto(page, page.getByLabel('Paste the article'), piece)
  await enter(page, page.getByRole('button', { name: 'Bring it in' }))
  expect(page.url()).toContain('/recognised')
  await enter(page, page.getByRole('button', { name: 'Split into claims' }))
  expect(page.url()).toMatch(/\/articles\/2\/desk/)

  // Every sentence is decided: suggestions confirmed, what is left marked as holding none.
  for (let left = 12; left > 0 && (await page.locator('[data-key="u"]').count()) > 0; left--) {
    await press(page, 'u')
    await press(page, (await page.locator('[data-key="c"]').count()) > 0 ? 'c' : 'x')
    await expectFocusKept(page)
  }
  expect(await page.getByText(/(\d+) of \1 sentences decided/).count()).toBe(1)

  // Each claim: evidence, and the two findings.
  const claims = await page.locator('.claim-in-place .no').count()
  expect(claims).toBeGreaterThan(0)
  await page.goto('/articles/2/desk')
  for (let index = 0; index < claims; index++) {
    await page.keyboard.press('e')
    await choose(page, '#evidence-kind', 'Passage')
    await choose(page, '#evidence-stance', 'Supports')
    await choose(page, '#evidence-basis', 'Primary')
    await typeInto(page, page.locator('#evidence-title'), 'Fare table, harbour office')
    await typeInto(page, page.locator('#evidence-locator'), 'page 1')
    await typeInto(page, page.locator('#evidence-passage'), 'from 1 March, 20 per cent')
    await enter(page, page.getByRole('button', { name: 'Add the evidence' }))
    await expectFocusKept(page)
    await record(page, 'The fare table of 1 March says so.')
    if (index < claims - 1) await press(page, 'j')
  }

  // Not ready: the second check is missing, and the editor is told so.
  const edith = await openAs(app, 'edith')
  await edith.page.goto('/articles/2/desk')
  await signOff(edith.page)
  expect(await edith.page.locator('.banner').textContent()).toContain('without a second check')

  // Ruth takes the second check, sees nothing of the first, and files the same.
  const ruth = await openAs(app, 'ruth')
  await ruth.page.goto('/articles/2/desk')
  for (let index = 0; index < claims; index++) {
    await press(ruth.page, 'y')
    expect(await ruth.page.content()).not.toContain('The fare table of 1 March says so.')
    await record(ruth.page, 'I read the same table.')
    if (index < claims - 1) await press(ruth.page, 'j')
  }

  await edith.page.goto('/articles/2/desk')
  await signOff(edith.page)
  expect(await edith.page.getByText(/Signed off by Edith/).count()).toBe(1)

  const version = db.select().from(versions).where(eq(versions.articleId, 2)).get()
  expect(version?.text).toBe(piece)
  expect(db.select().from(signOffs).all()).toMatchObject([{ articleId: 2, signedBy: 2, sha256: version?.sha256 }])
  expect(db.select().from(articles).where(eq(articles.id, 2)).get()?.headline).toBe('Ferry fares rise in Saltby')
  expect(
    db
      .select()
      .from(reviews)
      .all()
      .map((review) => review.opinion)
      .sort(),
  ).toEqual([...Array(claims).fill('first'), ...Array(claims).fill('second')])
  expect(db.select().from(events).all().at(-1)?.act).toBe('article.signed_off')
  expect([cal.complaints, ruth.complaints, edith.complaints]).toEqual([[], [], []])
}, 120_000)

/** The key shows what would be signed; only the button that it leads to signs. */
async function signOff(page: Page): Promise<void> {
  await page.keyboard.press('Shift+S')
  await expectFocusKept(page)
  await press(page, 'Enter')
}

/** Chooses in a list by typing the beginning of the words. */
async function choose(page: Page, list: string, words: string): Promise<void> {
  await tabTo(page, page.locator(list))
  await page.keyboard.type(words)
}

async function record(page: Page, why: string): Promise<void> {
  // What the copy states in its own voice stands chosen already; anything else is chosen by its key.
  const ownVoice = page.locator('input[name=said][value=no_attribution]')
  if (!(await ownVoice.isChecked())) await page.keyboard.press('Shift+T')
  expect(await ownVoice.isChecked()).toBe(true)
  await page.keyboard.press('1')
  expect(await page.locator('input[name=outcome][value=verified]').isChecked()).toBe(true)
  await page.keyboard.press('w')
  await page.keyboard.insertText(why)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+H')
  expect(await page.locator('input[name=confidence][value=high]').isChecked()).toBe(true)
  await press(page, 'r')
  expect(await page.locator('[role=status]').first().textContent()).toContain('Finding recorded.')
  await expectFocusKept(page)
}
