import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnNames } from '../../src/reports/csv.ts'
import { writeCsv } from '../../src/web/csv.ts'
import { serve } from '../support/app.ts'
import { readCsv } from '../support/csv.ts'
import { newsroom } from '../support/newsroom.ts'
import { acting } from '../support/scene.ts'

/** The guard as docs/report-format.md describes it, taken away. */
const unguard = (text: string): string => (text.startsWith("'") ? text.slice(1) : text)

const awkward = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', "'", '"', ',', ';', ' ', '1', 'a', 'ش', '😀'),
    maxLength: 12,
  }),
)
const cell = fc.oneof(awkward, fc.integer())

test('what is read back from a CSV is what was written, once the documented guard is taken away', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }), (rows) => {
      const read = readCsv(writeCsv(rows)).map((row) => row.map(({ value, quoted }) => (quoted ? unguard(value) : Number(value))))
      expect(read).toEqual(rows)
    }),
    { numRuns: 500 },
  )
})

test('no cell begins as a formula, whatever it holds', () => {
  fc.assert(
    fc.property(awkward, (text) => {
      const [row] = readCsv(writeCsv([[text]]))
      expect(row?.[0]?.value ?? '').not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/)
    }),
    { numRuns: 500 },
  )
})

test('a wording that would run in a spreadsheet is guarded in the file, and negative numbers stay numbers', () => {
  expect(writeCsv([['=HYPERLINK("https://x.example")', -5, '-5', ' @SUM(A1)']])).toBe(
    '\uFEFF"\'=HYPERLINK(""https://x.example"")",-5,"\'-5","\' @SUM(A1)"\r\n',
  )
})

test('the file of an article: a byte order mark, CRLF, one row for each claim, ids and addresses in each', async () => {
  const db = newsroom()
  acting(db, 'cal').finds(6, 'unverified', '=1+1 is what the caption says')
  const answer = await (await serve(db)).get('idris', '/articles/1/claims.csv')
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename=linecheck-1-bridge-at-orme-closed-after-overnight-claims.csv',
  )
  expect(answer.headers.get('cache-control')).toBe('no-store')

  const [head, ...rows] = readCsv(bytes.toString()).map((row) => row.map(({ value }) => value))
  expect(head).toEqual(columnNames)
  const column = (name: string) => rows.map((row) => row[columnNames.indexOf(name)])
  expect(column('claim_id')).toEqual(['1', '2', '3', '4', '5', '6'])
  expect(column('claim_url')[2]).toBe('http://desk.example/claims/3')
  expect(column('article_url')[5]).toBe('http://desk.example/articles/1/desk')
  expect(column('outcome')[5]).toBe('unverified')
  expect(column('reason')[5]).toBe("'=1+1 is what the caption says")
  expect(column('chain')[2]).toBe('Lena Varro → Tarn news agency')
})
