import { test } from 'vitest'
import { newsroom } from './support/newsroom.ts'
import { serve } from './support/app.ts'
import { openAs } from './support/browser.ts'
const urls = (process.env.URLS ?? '/').split(' ')
test('look', async () => { const app = await serve(newsroom())
  for (const dark of [false, true]) for (const width of [1440, 390]) {
    if (process.env.ONLY && process.env.ONLY !== `${width}${dark ? 'd' : 'l'}`) continue
    const { page, complaints } = await openAs(app, (process.env.WHO ?? 'cal') as 'cal', { width, dark })
    for (const u of urls) { await page.goto(u); await page.screenshot({ path: `/tmp/shots/${u.replace(/\W+/g, '_')}_${width}${dark ? 'd' : 'l'}.png`, fullPage: process.env.FULL === '1' }) }
    if (complaints.length) console.log(complaints)
  } }, 120000)
