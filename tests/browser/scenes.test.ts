import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { articles, versions } from '../../src/articles/schema.ts'
import { claims } from '../../src/claims/schema.ts'
import { reviews } from '../../src/reviews/schema.ts'
import { serve } from '../support/app.ts'
import { openAs } from '../support/browser.ts'
import { newsroom } from '../support/newsroom.ts'

test('the second check is blind: on every page Ruth opens, what Cal found is absent until she has filed', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/2/findings', {
    seen: 999,
    said: 'no_attribution',
    outcome: 'not_checkable',
    confidence: 'low',
    reason: 'Nobody can know that marzipan.',
  })
  const { page } = await openAs(app, 'ruth')

  await page.goto('/articles/1/desk?claim=2')
  expect(await page.content()).toContain('Nobody can know that marzipan.')
  await page.getByRole('button', { name: 'Take the second check' }).click()
  const pages = [
    '/',
    '/articles/1/desk?claim=2',
    '/articles/1/desk?outcome=not_checkable',
    '/claims/2',
    '/articles/1/report',
    '/history',
    '/history?articleId=1',
    '/search?q=crossing',
    '/sources',
    '/sources/1',
  ]
  for (const address of pages) {
    await page.goto(address)
    expect(await page.content(), address).not.toContain('marzipan')
  }
  await page.goto('/search?q=marzipan')
  expect(await page.locator('.entries').count()).toBe(0)
  for (const address of ['/articles/1/report.json', '/articles/1/claims.csv'])
    expect(await app.text('ruth', address), address).not.toMatch(/marzipan|not_checkable/)
  await page.goto('/articles/1/desk?claim=2')
  expect(await page.locator('#c2').getAttribute('data-outcome')).toBe('hidden')
  expect(await page.locator('.tally').textContent()).toMatch(/Withheld\s*1/)

  await page.getByLabel('No attribution').check()
  await page.getByRole('radio', { name: /^Not checkable/ }).check()
  await page.locator('#finding-reason').fill('I agree, on my own.')
  await page.getByRole('radio', { name: 'Medium' }).check()
  await page.getByRole('button', { name: 'Record finding' }).click()
  expect(await page.content()).toContain('marzipan')
  expect(db.select().from(reviews).all()).toMatchObject([
    { opinion: 'first', reviewerId: 5 },
    { opinion: 'second', reviewerId: 3 },
  ])
})

test('two people on one claim: the later one sees what changed, keeps what was typed, and may send it again', async () => {
  const db = newsroom()
  const app = await serve(db)
  const [cal, ruth] = [await openAs(app, 'cal'), await openAs(app, 'ruth')]
  for (const { page } of [cal, ruth]) await page.goto('/articles/1/desk?claim=5')

  await cal.page.locator('summary', { hasText: 'Not a claim' }).click()
  await cal.page.getByLabel('Why it is not a claim').selectOption('scene_setting')
  await cal.page.getByRole('button', { name: 'Drop it' }).click()
  await cal.page.getByRole('button', { name: 'Take it back as a claim' }).click()

  await ruth.page.locator('summary', { hasText: 'Ask the reporter' }).click()
  await ruth.page.getByLabel('Question to the reporter').fill('Which network, and whose account?')
  await ruth.page.getByRole('button', { name: 'Ask', exact: true }).click()
  expect(await ruth.page.getByRole('alert').first().textContent()).toMatch(/Cal/)
  expect(await ruth.page.getByLabel('Question to the reporter').inputValue()).toBe('Which network, and whose account?')
  await ruth.page.getByRole('button', { name: 'Ask', exact: true }).click()
  expect(await ruth.page.locator('.query').textContent()).toContain('Which network, and whose account?')
})

test('what is typed in one form survives sending another, and the page taken again', async () => {
  const db = newsroom()
  const app = await serve(db)
  const { page } = await openAs(app, 'cal')
  await page.goto('/articles/1/desk?claim=3')
  await page.locator('#finding-reason').fill('The governor’s office confirms the ten days.')
  await page.getByRole('button', { name: 'Confirm its sentence' }).click()
  expect(await page.locator('#finding-reason').inputValue()).toBe('The governor’s office confirms the ten days.')
  await page.reload()
  expect(await page.locator('#finding-reason').inputValue()).toBe('The governor’s office confirms the ten days.')
  await page.goto('/articles/1/desk?claim=4')
  expect(await page.locator('#finding-reason').inputValue()).toBe('')
})

test('words selected in the copy become a claim, of several passages too', async () => {
  const db = newsroom()
  const app = await serve(db)
  const { page } = await openAs(app, 'cal')
  await page.goto('/articles/1/desk?claim=1')
  const select = (from: string, to: string) =>
    page.evaluate(
      ([first, last]) => {
        const pieces = [...document.querySelectorAll('.copy [data-from]')]
        const at = (words: string, end: boolean): [Node, number] => {
          const piece = pieces.find((one) => one.textContent?.includes(words))?.firstChild as Text
          return [piece, piece.data.indexOf(words) + (end ? words.length : 0)]
        }
        const range = document.createRange()
        range.setStart(...at(first ?? '', false))
        range.setEnd(...at(last ?? '', true))
        document.getSelection()?.removeAllRanges()
        document.getSelection()?.addRange(range)
      },
      [from, to],
    )

  await select('closed the crossing', 'traffic')
  await page.getByRole('button', { name: 'Add another passage' }).click()
  await select('It was', 'long night')
  await page.getByRole('button', { name: 'Make a claim' }).click()
  expect(db.select().from(claims).where(eq(claims.number, 7)).get()?.wording).toBe('closed the crossing to traffic It was a long night')
})

test('without scripts: paste, split, decide, split a claim by its words, record a finding', async () => {
  const db = newsroom()
  const app = await serve(db)
  const { page } = await openAs(app, 'cal', { scripts: false })
  await page.goto('/articles/new')
  await page
    .getByLabel('Paste the article')
    .fill('Harbour closed\n\nThe port office said on Friday that the harbour was closed and that two ships lay outside.\n')
  await page.getByRole('button', { name: 'Bring it in' }).click()
  await page.getByRole('button', { name: 'Split into claims' }).click()
  const claim = page.locator('.claim-in-place').filter({ hasText: 'two ships' }).first()
  await claim.click()
  await page.locator('summary', { hasText: 'Split' }).first().click()
  await page.getByRole('radio', { name: 'two', exact: true }).first().check()
  await page.getByRole('button', { name: 'Split here' }).click()
  expect(await page.locator('[role=status]').textContent()).toMatch(/is split; its second half is claim/)

  for (const choice of ['Relay only', /^Unverified/, 'Low']) await page.getByRole('radio', { name: choice }).check()
  await page.getByRole('button', { name: 'Record finding' }).click()
  expect(await page.locator('#finding-reason-about').textContent()).toMatch(/what was tried/i)
  await page.locator('#finding-reason').fill('Asked the pilots twice; no answer.')
  await page.getByRole('button', { name: 'Record finding' }).click()
  expect(await page.locator('[role=status]').textContent()).toContain('Finding recorded.')
  expect(db.select().from(reviews).all()).toMatchObject([{ outcome: 'unverified', reason: 'Asked the pilots twice; no answer.' }])
}, 60_000)

test('an Arabic article keeps its direction and its exact words from paste to report', async () => {
  const db = newsroom()
  const app = await serve(db)
  const { page } = await openAs(app, 'cal')
  const text = 'إغلاق ميناء الروضة\n\nقال مدير الميناء سليم النجار إن الحركة توقفت منذ الفجر. ولم يتسن التحقق من ذلك بشكل مستقل.\n'
  await page.goto('/articles/new')
  await page.getByLabel('Paste the article').fill(text)
  await page.getByRole('button', { name: 'Bring it in' }).click()
  await page.getByRole('button', { name: 'Split into claims' }).click()
  expect(
    await page.locator('.copy').evaluate((copy) => [copy.getAttribute('dir'), copy.getAttribute('lang'), getComputedStyle(copy).direction]),
  ).toEqual(['rtl', 'ar', 'rtl'])
  expect(await page.locator('.copy').innerText()).toContain('سليم النجار')
  expect(db.select().from(versions).where(eq(versions.articleId, 2)).get()?.text).toBe(text)
  expect(db.select().from(articles).where(eq(articles.id, 2)).get()).toMatchObject({ language: 'ar', direction: 'rtl' })
  await page.goto('/articles/2/report')
  expect(await page.locator('.report').innerText()).toContain('توقفت منذ الفجر')
})

test('at phone width nothing overflows, and a claim that is touched is in sight', async () => {
  const app = await serve(newsroom())
  const { page } = await openAs(app, 'edith', { width: 360, height: 740 })
  for (const address of [
    '/',
    '/articles/new',
    '/articles/1/desk',
    '/articles/1/details',
    '/claims/3',
    '/articles/1/report',
    '/sources',
    '/sources/1',
    '/history',
    '/search?q=bridge',
    '/account',
    '/help',
  ]) {
    await page.goto(address)
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      address,
    ).toBeLessThanOrEqual(0)
  }
  await page.goto('/articles/1/desk')
  await Promise.all([page.waitForURL(/claim=4/), page.locator('#c4').click()])
  expect(
    await page
      .locator('#claim .wording')
      .evaluate((wording) => wording.getBoundingClientRect().top < innerHeight && wording.getBoundingClientRect().top >= 0),
  ).toBe(true)
})

test('single keys sleep while somebody types, and altogether where they are switched off', async () => {
  const db = newsroom()
  const app = await serve(db)
  const { page } = await openAs(app, 'cal')
  await page.goto('/articles/1/desk?claim=2')
  await page.locator('#finding-reason').focus()
  await page.keyboard.type('just j and k')
  expect(page.url()).toContain('claim=2')
  expect(await page.locator('#finding-reason').inputValue()).toBe('just j and k')

  db.$client.exec('UPDATE users SET shortcuts = 0 WHERE id = 5')
  await page.goto('/articles/1/desk?claim=2')
  await page.keyboard.press('j')
  await page.waitForTimeout(300)
  expect(page.url()).toContain('claim=2')
})
