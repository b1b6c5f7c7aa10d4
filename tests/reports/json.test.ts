import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { columnNames } from '../../src/reports/csv.ts'
import { reportSchema } from '../../src/reports/schema.ts'
import { serve } from '../support/app.ts'
import { newsroom } from '../support/newsroom.ts'
import { acting, checkedByTwo } from '../support/scene.ts'

const format = readFileSync('docs/report-format.md', 'utf8')

test('the JSON Schema in docs is the one that reports are held against (npx vitest -u writes it anew)', async () => {
  await expect(`${JSON.stringify(z.toJSONSchema(reportSchema), null, 2)}\n`).toMatchFileSnapshot('../../docs/report.schema.json')
})

test('docs/report-format.md describes every part of the JSON and every column of the CSV', () => {
  const parts = Object.keys(reportSchema.shape)
  expect(parts.filter((part) => !format.includes(`\`${part}\``))).toEqual([])
  expect(columnNames.filter((name) => !format.includes(`\`${name}\``))).toEqual([])
})

test('the JSON of an article fits its schema, with offsets that cut the exact words out', async () => {
  const db = newsroom()
  checkedByTwo(db)
  const answer = await (await serve(db)).get('idris', '/articles/1/report.json')
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename=.?linecheck-1-[a-z0-9-]+-report\.json/)
  const report = reportSchema.parse(await answer.json())
  expect(report.claims.map((claim) => claim.number)).toEqual([1, 2, 3, 4, 5, 6])
  expect(report.claims[2]?.chain.map((hop) => hop.source?.name)).toEqual(['Lena Varro', 'Tarn news agency'])
  expect(report.claims[5]?.findings.map((one) => one.opinion)).toEqual(['first', 'second'])
  expect(report.coverage).toEqual({ sentences: 9, decided: 9 })
  expect(report.open.words).toEqual([])
  expect(report.withoutClaims.map((sentence) => [sentence.reason, sentence.decidedBy])).toEqual([
    ['scene_setting', 'Cal'],
    ['caveat', 'Cal'],
    ['scene_setting', 'Cal'],
  ])
  expect(report.setAside).toEqual([{ start: 0, end: 4, text: 'Home', furniture: 'menu', part: null }])
  const text = db.$client.prepare('SELECT text FROM versions').pluck().get() as string
  for (const passage of report.claims.flatMap((claim) => claim.passages))
    expect(text.slice(passage.start, passage.end)).toBe(passage.quoted)
})

test('the JSON holds withdrawn evidence marked as such, open queries, and the head of the chain', async () => {
  const db = newsroom()
  const cal = acting(db, 'cal')
  cal.addsEvidence(2, 'Road authority notice')
  cal.asks(3, 'Which day?')
  db.$client.exec("UPDATE evidence SET withdrawn_at = '2026-03-02T09:00:00.000Z', withdrawn_reason = 'Another bridge'")
  const report = reportSchema.parse(await (await (await serve(db)).get('cal', '/articles/1/report.json')).json())
  expect(report.claims[1]?.evidence[0]?.withdrawn).toEqual({ at: '2026-03-02T09:00:00.000Z', reason: 'Another bridge' })
  expect(report.open.openQueries).toEqual([{ number: 3, url: 'http://desk.example/claims/3' }])
  expect(report.history.events).toBe(db.$client.prepare('SELECT count(*) FROM events').pluck().get())
})
