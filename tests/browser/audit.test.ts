import { writeFileSync } from 'node:fs'
import path from 'node:path'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { ruleSwitches } from '../../src/audits/rules/schema.ts'
import { serve, temporaryFolder } from '../support/app.ts'
import { openAs } from '../support/browser.ts'
import { newsroom } from '../support/newsroom.ts'
import { press } from './keyboard.ts'

const pieces = [
  [
    'a.txt',
    'Mill fire under control\n\nThe fire at the mill was out by noon, the Orrin news agency reported.\n\nA firefighter said two men had been hurt.\n',
  ],
  [
    'b.txt',
    'Mill owner silent\n\nThe mill had no licence, the Orrin news agency reported. Its owner could not be reached.\n\nThe mill was built in 1911.\n',
  ],
] as const

test('an archive is brought in, audited, opened from a figure down to the claim, and set beside another selection', async () => {
  const app = await serve(newsroom())
  const zip = new JSZip().file(
    'index.csv',
    'headline,outlet,date,file\nMill fire,Harbour Post,2026-05-01,a.txt\nMill owner,Night Mail,2026-06-01,b.txt\n',
  )
  for (const [name, text] of pieces) zip.file(name, text)
  const file = path.join(temporaryFolder(), 'mill.zip')
  writeFileSync(file, await zip.generateAsync({ type: 'nodebuffer' }))

  const { page, complaints } = await openAs(app, 'cal')
  await page.goto('/')
  await page.getByRole('link', { name: 'Bring many in' }).click()
  await page.getByLabel('An archive or a table').setInputFiles(file)
  await page.getByRole('button', { name: 'Bring them in' }).click()
  await page.getByText('Done: 2 pieces brought in.').waitFor()
  await page.getByRole('link', { name: 'To its audit' }).click()
  // Of what was brought in, not of what was there before.
  expect(await page.locator('.figures dd').first().textContent()).toBe('2')

  // From the bar to the claims it counts, and from one of them to its place.
  await page.getByLabel('From').first().fill('2026-05-01')
  await page.getByLabel('To', { exact: true }).fill('2026-06-30')
  await page.getByRole('button', { name: 'Show' }).click()
  expect(await page.locator('.figures dd').first().textContent()).toBe('2')
  const relayed = page.locator('.shares li', { hasText: 'Relayed by other media' })
  expect(await relayed.textContent()).toMatch(/2 of \d attributed claims/)
  await relayed.getByRole('link', { name: 'Relayed by other media' }).first().click()
  expect(await page.locator('.entries > li').count()).toBe(2)
  await page.getByRole('link', { name: /The fire at the mill was out by noon/ }).click()
  expect(await page.locator('main').textContent()).toContain('The fire at the mill was out by noon')

  // Its definition.
  await page.goBack()
  await page.getByRole('link', { name: 'All definitions' }).click()
  expect(new URL(page.url()).hash).toBe('#relayed')

  // Two outlets side by side.
  await page.goto('/audits?outlet=Harbour+Post')
  await page.getByRole('link', { name: 'Compare with another' }).click()
  await page.getByLabel('Outlet').fill('Night Mail')
  await page.getByRole('button', { name: 'Show' }).click()
  const head = page.locator('section', { hasText: 'Side by side' }).locator('thead')
  expect(await head.textContent()).toMatch(/Night Mail[\s\S]*Harbour Post/)

  // On paper the bars stay and the form goes.
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('form.filters').isVisible()).toBe(false)
  expect(await page.locator('.share').first().isVisible()).toBe(true)
  expect(complaints).toEqual([])
})

test('the strip of a piece leads to its claims, on a phone too, and nothing is wider than the screen', async () => {
  const app = await serve(newsroom())
  const { page } = await openAs(app, 'cal', { width: 390, height: 800, dark: true })
  await page.goto('/articles/1/audit')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.locator('.strip a').first().click()
  expect(new URL(page.url()).pathname).toBe('/claims/1')
  for (const address of ['/audits', '/audits/claims?figure=unnamed', '/audits/definitions', '/imports']) {
    await page.goto(address)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(390)
  }
})

const council = Array.from(
  { length: 13 },
  (_, k) => `Councillor Ana Orme told the Orrin news agency that ward ${k + 1} would get ${k + 2} new lamps.`,
)

test('a dozen attributions are confirmed by the keyboard, and the audit says so; an editor waives a finding, and it stays waived', async () => {
  const db = newsroom()
  db.insert(ruleSwitches).values({ deskId: 1, rule: 'bare-source', on: true }).run()
  const app = await serve(db)
  const file = path.join(temporaryFolder(), 'lamps.csv')
  const text = `${council.join('\n\n')}\n\nSources say the lamps will be late.`
  writeFileSync(file, `headline,outlet,date,text\nLamps for every ward,Harbour Post,2026-05-01,"${text}"\n`)

  const { page, complaints } = await openAs(app, 'edith')
  await page.goto('/imports')
  await page.getByLabel('An archive or a table').setInputFiles(file)
  await page.getByRole('button', { name: 'Bring them in' }).click()
  await page.getByText('Done: 1 piece brought in.').waitFor()
  await page.getByRole('link', { name: 'To its audit' }).click()
  const attributed = page.locator('.shares li', { hasText: 'Attributed' }).first()
  expect(await attributed.textContent()).toMatch(/14 of 14 claims[\s\S]*· 0 confirmed/)
  const audit = page.url()

  // From a claim that the figure counts to the desk, and there by the keyboard.
  await attributed.getByRole('link', { name: 'Attributed' }).first().click()
  await page.locator('.entries a', { hasText: 'ward 1 would' }).click()
  await page.getByRole('link', { name: 'On the desk' }).click()
  for (let confirmed = 0; confirmed < 12; ) {
    await press(page, 'u')
    const key = (await page.locator('[data-key="c"]').count()) > 0 ? 'c' : 'x'
    await press(page, key)
    if (key === 'c') confirmed++
  }
  await page.goto(audit)
  expect(await attributed.textContent()).toMatch(/14 of 14 claims[\s\S]*· 12 confirmed/)

  await page.getByRole('link', { name: 'House rules' }).click()
  await page.getByRole('link', { name: 'A bare “source”' }).click()
  await page.getByRole('link', { name: 'Sources say the lamps will be late.' }).click()
  const finding = page.locator('li.entry', { hasText: 'Sources say the lamps will be late.' }).first()
  await finding.locator('summary').click()
  await finding.getByRole('button', { name: 'Waive: it may stand' }).click()
  expect(await page.locator('main').textContent()).toContain('Say why it may stand')
  await finding.getByLabel('Why').fill('Two clerks, known to me.')
  await finding.getByRole('button', { name: 'Waive: it may stand' }).click()
  expect(await finding.textContent()).toMatch(/Waived by Edith[\s\S]*Two clerks, known to me\./)
  await page.goto(audit)
  await page.getByRole('link', { name: 'House rules' }).click()
  expect(await page.locator('tr', { hasText: 'A bare “source”' }).locator('td').last().textContent()).toBe('1')
  expect(complaints).toEqual([])
})
