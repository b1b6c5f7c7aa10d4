import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { claims } from '../../src/claims/schema.ts'
import { serve } from '../support/app.ts'
import { openAs } from '../support/browser.ts'
import { newsroom } from '../support/newsroom.ts'

/** Where some words stand on the screen: the middle of their first and of their last letter. */
function placeOf(page: Page, words: string): Promise<{ from: [number, number]; to: [number, number] }> {
  return page.evaluate((wanted) => {
    const piece = [...document.querySelectorAll('.copy [data-from]')].find((one) => one.textContent?.includes(wanted))?.firstChild as Text
    const at = piece.data.indexOf(wanted)
    const edge = (start: number, left: boolean): [number, number] => {
      const range = document.createRange()
      range.setStart(piece, start)
      range.setEnd(piece, start + 1)
      const box = range.getBoundingClientRect()
      return [left ? box.left + 1 : box.right - 1, box.top + box.height / 2]
    }
    return { from: edge(at, true), to: edge(at + wanted.length - 1, false) }
  }, words)
}

test('words inside a claim are selected by dragging over them, and a plain click still opens the claim', async () => {
  const db = newsroom()
  const app = await serve(db)
  const { page } = await openAs(app, 'cal')
  await page.goto('/articles/1/desk?claim=1')
  const { from, to } = await placeOf(page, 'closed the crossing')
  await page.mouse.move(...from)
  await page.mouse.down()
  await page.mouse.move((from[0] + to[0]) / 2, to[1], { steps: 4 })
  await page.mouse.move(...to, { steps: 4 })
  await page.mouse.up()
  expect(page.url()).toContain('claim=1')
  expect(await page.locator('#selection .chosen').textContent()).toBe('“closed the crossing”')
  await page.keyboard.press('n')
  await page.waitForURL(/claim=7/)
  expect(db.select().from(claims).where(eq(claims.number, 7)).get()?.wording).toBe('closed the crossing')

  await page.locator('#c4').click()
  await page.waitForURL(/claim=4/)
})

test('a form that is refused for the first time goes to what is wrong with it', async () => {
  const app = await serve(newsroom())
  const { page } = await openAs(app, 'cal', { height: 700 })
  await page.goto('/articles/1/desk?claim=3')
  await page.keyboard.press('e')
  await page.getByRole('button', { name: 'Add the evidence' }).click()
  await page.waitForURL(/evidence/)
  const error = page.locator('#evidence .error').first()
  expect(await error.evaluate((one) => one.getBoundingClientRect().top >= 0 && one.getBoundingClientRect().bottom <= innerHeight)).toBe(
    true,
  )
  expect(await page.evaluate(() => document.activeElement?.closest('#evidence') !== null)).toBe(true)
})
