import { writeFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { test } from 'vitest'
import axe from 'axe-core'
import { HtmlValidate } from 'html-validate'
import { keepFile } from '../src/evidence/store.ts'
import { findArticleForOperator, gatherReport } from '../src/reports/gather.ts'
import { makeReport } from '../src/reports/report.ts'
import { standaloneReport } from '../src/reports/standalone.ts'
import { serve } from './support/app.ts'
import { newsroom } from './support/newsroom.ts'
import { acting, checkedByTwo } from './support/scene.ts'

test('look', async () => {
  const db = newsroom()
  const app = await serve(db)
  const kept = await keepFile(app.settings.dataFolder, Buffer.from('the exact bytes of a notice'))
  const cal = acting(db, 'cal')
  cal.addsEvidence(2, 'Road authority notice', { ...kept, name: 'notice.txt' })
  cal.addsEvidence(2, 'Report of the local paper')
  cal.finds(2, 'verified', 'The notice says so.', 'no_attribution')
  cal.finds(6, 'unverified', 'No second angle; two archives and the earliest post were looked at.')
  cal.finds(4, 'unverified', 'Only their own agency says so.')
  cal.asks(3, 'Which day?')
  const ruth = acting(db, 'ruth')
  ruth.takesSecondCheck(6)
  db.$client.exec(`
    INSERT INTO articles (id, desk_id, publication, headline, direction, language, created_at) VALUES (2, 1, 'draft', 'إغلاق الجسر في أورم', 'rtl', 'ar', '2026-03-02T08:00:00Z');
    INSERT INTO versions (id, article_id, number, text, sha256, format, encoding, blocks, created_at) VALUES (2, 2, 1, 'إغلاق الجسر في أورم. قال المحافظ إن الجسر مغلق.', '${'a'.repeat(64)}', 'text', 'UTF-8', '[]', 'now');
    INSERT INTO sentences (version_id, position, start, end) VALUES (2,0,0,20),(2,1,21,46);
    INSERT INTO claims (id, article_id, version_id, number, wording, voice, standing) VALUES (90, 2, 2, 1, 'قالَ المُحافِظُ إنّ الجسرَ مُغلَق في كركوك', 'attributed', 'suggested');
    INSERT INTO claim_spans VALUES (90, 0, 21, 46, 'قال المحافظ إن الجسر مغلق.', '', '')`)
  const validate = new HtmlValidate({ extends: ['html-validate:recommended'] })
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  for (const [who, url, name] of [['ruth', '/articles/1/report', 'report'], ['ada', '/articles/2/report', 'report-ar'], ['ada', '/history', 'history'], ['ada', '/history/3', 'event'], ['ruth', '/search?q=the', 'search'], ['ruth', '/search?q=zzz', 'search-none']] as const) {
    for (const mode of ['light', 'dark', 'phone'] as const) {
      const context = await browser.newContext({ viewport: mode === 'phone' ? { width: 360, height: 800 } : { width: 1200, height: 900 }, colorScheme: mode === 'dark' ? 'dark' : 'light' })
      const [n = '', v = ''] = app.cookieOf(who).split('=')
      await context.addCookies([{ name: n, value: v, url: app.base }])
      const page = await context.newPage()
      page.on('console', (m) => { if (m.type() === 'error') console.log(name, mode, m.text()) })
      await page.goto(app.base + url)
      await page.screenshot({ path: `/tmp/rs-${name}-${mode}.png`, fullPage: true })
      const width = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      if (Number(width) > 0) console.log(name, mode, 'overflows by', width)
      const found = await page.evaluate(`${axe.source}; axe.run(document, { runOnly: ['wcag2a','wcag2aa','best-practice'] })`) as { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }
      for (const x of found.violations) console.log(name, mode, x.id, x.nodes.slice(0, 3).map((node) => node.html.slice(0, 200) + ' ' + node.failureSummary.slice(0, 300)).join('\n   '))
      if (mode === 'light') {
        const html = await app.text(who, url)
        const report = await validate.validateString(html)
        for (const r of report.results) for (const m of r.messages) if (!/whitespace|doctype-style|void-style/.test(m.ruleId)) console.log(name, m.ruleId, m.message, m.line)
        await page.emulateMedia({ media: 'print' }); if (name.startsWith('report')) { await page.setViewportSize({ width: 720, height: 1000 }); await page.screenshot({ path: '/tmp/rs-' + name + '-print.png', fullPage: true }) }
        if (name.startsWith('report')) await page.pdf({ path: `/tmp/rs-${name}.pdf`, format: 'A4' })
      }
      await context.close()
    }
  }
  writeFileSync('/tmp/rs-standalone.html', await standaloneReport(makeReport(gatherReport(db, 'everyone', findArticleForOperator(db, 1), 'http://desk.example'))))
  const page = await (await browser.newContext()).newPage()
  await page.goto('file:///tmp/rs-standalone.html')
  await page.screenshot({ path: '/tmp/rs-standalone.png', fullPage: true })
  await browser.close()
  void checkedByTwo
}, 120_000)
