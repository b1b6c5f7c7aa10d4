import { expect, test } from 'vitest'
import { findArticleForOperator, gatherReport } from '../../src/reports/gather.ts'
import { makeReport } from '../../src/reports/report.ts'
import { serve } from '../support/app.ts'
import { newsroom } from '../support/newsroom.ts'
import { acting } from '../support/scene.ts'

const reason = 'Heard nothing but wind, Zanzibar.'
const everywhere = [
  '/articles/1/report',
  '/articles/1/report.json',
  '/articles/1/claims.csv',
  '/history',
  '/history?kind=finding',
  '/search?q=video',
  '/search?q=Zanzibar',
]

test('nothing of the first finding reaches the person who holds the open second check, in any format or page', async () => {
  const db = newsroom()
  acting(db, 'cal').finds(6, 'missing_context', reason)
  const ruth = acting(db, 'ruth')
  ruth.takesSecondCheck(6)
  const app = await serve(db)
  for (const url of everywhere) {
    const text = await app.text('ruth', url)
    expect(text, url).not.toMatch(/missing.context/i)
    expect(text, url).not.toContain('wind')
  }
  expect(await app.text('ruth', '/articles/1/report')).toContain('Ruth has taken the second check and not filed it yet.')
  expect(await app.text('ruth', '/history')).toContain('(withheld until you have filed yours)')
  expect(await app.text('ruth', '/search?q=video')).toContain('Withheld')
})

test('the others read it meanwhile, and the second checker once theirs is filed', async () => {
  const db = newsroom()
  acting(db, 'cal').finds(6, 'missing_context', reason)
  const ruth = acting(db, 'ruth')
  ruth.takesSecondCheck(6)
  const app = await serve(db)
  expect(await app.text('idris', '/articles/1/report.json')).toContain(reason)
  expect(await app.text('rory', '/history')).toContain(reason)
  ruth.finds(6, 'unverified', 'No second angle.')
  expect(await app.text('ruth', '/articles/1/report.json')).toContain(reason)
  expect(await app.text('ruth', '/articles/1/report')).toContain('First and second check differ')
  expect(await app.text('ruth', '/history')).toContain(reason)
})

test('an admin who holds the second check does not read the finding from its event either', async () => {
  const db = newsroom()
  acting(db, 'cal').finds(6, 'missing_context', reason)
  const event = db.$client.prepare("SELECT id FROM events WHERE act = 'finding.filed'").pluck().get() as number
  acting(db, 'ada').takesSecondCheck(6)
  const page = await (await serve(db)).text('ada', `/history/${event}`)
  expect(page).not.toContain('wind')
  expect(page).toContain('Withheld until you have filed your own finding')
})

test('on the command line nothing is withheld', () => {
  const db = newsroom()
  acting(db, 'cal').finds(6, 'missing_context', reason)
  acting(db, 'ruth').takesSecondCheck(6)
  const report = makeReport(gatherReport(db, 'everyone', findArticleForOperator(db, 1), 'http://desk.example'))
  expect(report.claims[5]?.counting?.outcome).toBe('missing_context')
  expect(report.withheldClaims).toEqual([])
})
