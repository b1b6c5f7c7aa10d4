import { execFile } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { databaseIn } from '../../src/data-folder.ts'
import { openDatabase } from '../../src/db/open.ts'
import { keepFile } from '../../src/evidence/store.ts'
import { chainHead } from '../../src/events/events.ts'
import { reportSchema } from '../../src/reports/schema.ts'
import { temporaryFolder } from '../support/app.ts'
import { newsroom } from '../support/newsroom.ts'
import { acting } from '../support/scene.ts'

/** Runs a command as a person would, beside a server that has the database open. */
function linecheck(folder: string, ...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'src/cli.ts', ...words],
      { env: { ...process.env, LINECHECK_DATA: folder, PUBLIC_URL: 'https://desk.example' }, maxBuffer: 1 << 26 },
      (error, out, err) => done({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

async function dataFolder() {
  const folder = temporaryFolder()
  writeFileSync(databaseIn(folder), newsroom().$client.serialize())
  const db = openDatabase(databaseIn(folder))
  onTestFinished(() => void db.$client.close())
  const kept = await keepFile(folder, Buffer.from('the exact bytes of a notice'))
  const cal = acting(db, 'cal')
  cal.addsEvidence(2, 'Road authority notice', { ...kept, name: 'notice.txt' })
  cal.finds(6, 'missing_context', 'The wind is not mentioned.')
  acting(db, 'ruth').takesSecondCheck(6)
  return { folder, db, kept }
}

test('report writes each format while the database is open, and withholds nothing', async () => {
  const { folder } = await dataFolder()
  const json = await linecheck(folder, 'report', '1', '--format', 'json')
  expect([json.code, json.err]).toEqual([0, ''])
  const report = reportSchema.parse(JSON.parse(json.out))
  expect(report.claims[5]?.counting?.outcome).toBe('missing_context')
  expect(report.claims[5]?.url).toBe('https://desk.example/claims/6')

  const csv = path.join(folder, 'claims.csv')
  expect(await linecheck(folder, 'report', '1', '--format', 'csv', '--output', csv)).toEqual({ code: 0, out: '', err: '' })
  expect(readFileSync(csv, 'utf8').startsWith('\uFEFF"article_id"')).toBe(true)
  expect(statSync(csv).mode & 0o077).toBe(0)
})

test('the HTML of report stands alone: styles and marks inside, nothing fetched', async () => {
  const { folder } = await dataFolder()
  const { out } = await linecheck(folder, 'report', '1')
  expect(out).toContain('<!doctype html>')
  expect(out).toContain('.report-claim')
  expect(out).toContain('<use href="#mark-missing_context">')
  expect(out).toContain('<symbol id="mark-missing_context"')
  expect(out).not.toMatch(/(?:src|href)="\/|@import|url\((?!['"]?(?:data:|#))|<script/)
})

test('verify exits with 0 where all holds, with 1 where something does not, and compares a printed head', async () => {
  const { folder, db } = await dataFolder()
  const head = chainHead(db)
  const whole = await linecheck(folder, 'verify', '--events', String(head.events), '--head', head.digest)
  expect([whole.code, whole.err]).toEqual([0, ''])
  expect(whole.out).toContain('The head that was printed is contained unchanged; nothing was done since.')
  db.$client.exec("DROP TRIGGER versions_are_final; UPDATE versions SET text = 'Another text.'")
  const broken = await linecheck(folder, 'verify')
  expect(broken.code).toBe(1)
  expect(broken.out).toContain('the text of version 1 of article 1 does not fit its SHA-256')
  expect(broken.out).toContain('the safeguard versions_are_final is missing')
})

test('backup copies database and files while the database is open, and what it made holds', async () => {
  const { folder, kept } = await dataFolder()
  const target = path.join(temporaryFolder(), 'copy.db')
  expect((await linecheck(folder, 'backup', target)).code).toBe(0)
  expect(existsSync(path.join(`${target}.files`, kept.sha256.slice(0, 2), kept.sha256))).toBe(true)
  const again = await linecheck(folder, 'backup', target)
  expect(again.code).toBe(2)
  expect(again.err).toMatch(/^linecheck: .*never writes over anything.*\n$/)
})

test.each([
  [['report', '99'], 'There is no article 99 in this database.'],
  [['report', 'bridge'], '“bridge” is not the number of an article.'],
  [['report', '1', '--output', '/nowhere/at/all.html'], 'its folder does not exist.'],
  [['verify', '--events', '4'], 'Give both as they stand on the report'],
])('what cannot be done is one sentence and exit code 2: %s', async (command, sentence) => {
  const { folder } = await dataFolder()
  const { code, err } = await linecheck(folder, ...command)
  expect(code).toBe(2)
  expect(err).toContain(sentence)
  expect(err.trim().split('\n')).toHaveLength(1)
})

test('a folder without a database, or with something else in its place, is one sentence', async () => {
  const folder = temporaryFolder()
  expect((await linecheck(folder, 'verify')).err).toContain('There is no database in')
  writeFileSync(databaseIn(folder), 'not a database at all, but long enough to be read as one'.repeat(40))
  const { code, err } = await linecheck(folder, 'verify')
  expect([code, err]).toEqual([
    2,
    'linecheck: The database is damaged or no database at all. Restore a backup, and keep the damaged file.\n',
  ])
})

test('audit writes the figures of a selection, and says what is no day and no desk', async () => {
  const { folder } = await dataFolder()
  const { code, out, err } = await linecheck(folder, 'audit', '--from', '2026-03-01', '--to', '2026-03-31', '--desk', 'world desk')
  expect([code, err]).toEqual([0, ''])
  const audit = JSON.parse(out) as {
    claims: number
    withheld: number
    selection: object
    figures: { figure: string; count: number; of: number }[]
  }
  // Ruth holds the second check on claim 6: from the operator nothing is withheld.
  expect(audit).toMatchObject({ claims: 6, withheld: 0, selection: { desks: [1], from: '2026-03-01' } })
  expect(audit.figures.find(({ figure }) => figure === 'over-claim')).toMatchObject({ count: 0, of: 1 })
  expect((await linecheck(folder, 'audit', '--from', '2027-01-01', '--format', 'csv')).out).toContain(
    '"own-voice","In our own voice",0,0,"claims"',
  )
  const page = (await linecheck(folder, 'audit', '--format', 'html')).out
  expect(page).toContain('<svg class="share"')
  expect(page).toMatch(/<a href="http[^"]*\/audits\/claims\?figure=unnamed"/)
  expect(page).toContain('<div id="single-origin">')
  expect(page).not.toMatch(/<form|<script|<link|src="|href="\//)
  expect((await linecheck(folder, 'audit', '--from', 'May')).err).toContain('“May” is no day. Write it as 2026-01-31.')
  expect((await linecheck(folder, 'audit', '--desk', 'Moon desk')).err).toContain(
    'There is no desk called “Moon desk”. The desks: “City desk”, “World desk”.',
  )
})

test('import brings a folder in and tells what it left out; begun again, it brings nothing in twice', async () => {
  const { folder, db } = await dataFolder()
  const pieces = temporaryFolder()
  for (const n of [1, 2])
    writeFileSync(path.join(pieces, `${n}.txt`), `The quay was shut on Monday, the harbour authority of Port ${n} said.\n`)
  writeFileSync(path.join(pieces, 'notes.pdf'), '%PDF')
  const first = await linecheck(folder, 'import', pieces, '--as', 'cal@example.org')
  expect(first.out).toBe('Brought in: 2. Here already: 0. Refused: 1.\n')
  expect(first.err).toContain('notes.pdf: Only .txt, .md, .html and .docx files')
  expect(first.code).toBe(1)
  expect(db.$client.prepare("select headline from articles where stage = 'on_desk' and id > 1 order by id").pluck().all()).toEqual(
    [1, 2].map((n) => `The quay was shut on Monday, the harbour authority of Port ${n} said.`),
  )
  expect((await linecheck(folder, 'import', pieces, '--as', 'cal@example.org')).out).toBe('Brought in: 0. Here already: 2. Refused: 1.\n')
  expect((await linecheck(folder, 'import', pieces, '--as', 'idris@example.org')).err).toContain('Idris may bring pieces in on no desk.')
  expect((await linecheck(folder, 'import', pieces, '--as', 'nobody@example.org')).err).toContain(
    'Nobody signs in here as nobody@example.org.',
  )
  expect((await linecheck(folder, 'import', path.join(pieces, 'gone'), '--as', 'cal@example.org')).err).toContain('There is nothing at')
  expect((await linecheck(folder, 'verify')).code).toBe(0)
}, 60_000)
