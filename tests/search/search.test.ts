import { expect, test } from 'vitest'
import type { Db } from '../../src/db/open.ts'
import { serve } from '../support/app.ts'
import { newsroom } from '../support/newsroom.ts'
import { acting } from '../support/scene.ts'

const marked = (html: string): string[] => [...html.matchAll(/<mark>([^<]*)<\/mark>/g)].map((match) => match[1] ?? '')
const heading = (html: string, kind: string): string | undefined =>
  new RegExp(`<h2 id="found-${kind}">\\w+ <small>(\\d+)</small>`).exec(html)?.[1]

/** A claim and a source in Arabic letters, on an article of its own. */
function arabicArticle(db: Db, deskId = 1): void {
  db.$client.exec(`
    INSERT INTO articles (id, desk_id, publication, headline, direction, language, created_at) VALUES (2, ${deskId}, 'draft', 'إغلاق الجسر في أورم', 'rtl', 'ar', 'now');
    INSERT INTO versions (id, article_id, number, text, sha256, format, encoding, blocks, created_at) VALUES (2, 2, 1, 'x', 'x', 'text', 'UTF-8', '[]', 'now');
    INSERT INTO claims (id, article_id, version_id, number, wording, voice, standing) VALUES (90, 2, 2, 1, 'قالَ المُحافِظُ إنّ الجسرَ مُغلَق في كركوك', 'attributed', 'suggested');
    INSERT INTO sources (id, name, kind, standing, created_at) VALUES (90, 'نجم الدین کریم', 'person', 'confirmed', 'now');
    INSERT INTO source_aliases VALUES (90, 'Najmaldîn Kerîm');
    INSERT INTO source_places VALUES (90, 2)`)
}

test('claims, sources, evidence and articles are found by their words, the last one unfinished', async () => {
  const db = newsroom()
  acting(db, 'cal').addsEvidence(2, 'Notice of the bridge authority')
  const app = await serve(db)
  const html = await app.text('idris', '/search?q=the%20brid')
  expect(['claim', 'evidence'].map((kind) => heading(html, kind))).toEqual(['2', '1'])
  expect(marked(html)).toEqual(expect.arrayContaining(['bridge', 'the']))
  expect(heading(await app.text('idris', '/search?q=tarn'), 'source')).toBe('1')
  expect(heading(await app.text('idris', '/search?q=Orme%20overnight'), 'article')).toBe('1')
  expect(html).toContain('href="/claims/3"')
})

test('words of an alias find the source, and show which alias it was', async () => {
  const db = newsroom()
  const html = await (await serve(db)).text('cal', '/search?q=governor%20lena')
  expect(html).toContain('Also: <mark>Governor</mark> <mark>Lena</mark> Varro')
})

test.each([
  ['المحافظ', 'claim'],
  ['المُحَافِظ', 'claim'],
  ['اغلاق', 'article'],
  ['إغلاق', 'article'],
  ['نجم الدين كريم', 'source'],
  ['نجم الدین', 'source'],
  ['najmaldin kerim', 'source'],
])('letter forms and diacritics make no difference: %s', async (q, kind) => {
  const db = newsroom()
  arabicArticle(db)
  const html = await (await serve(db)).text('cal', `/search?q=${encodeURIComponent(q)}`)
  expect(heading(html, kind)).toBe('1')
  expect(marked(html).length).toBeGreaterThan(0)
})

test('the words are marked as they were written, vowel marks and all', async () => {
  const db = newsroom()
  arabicArticle(db)
  expect(marked(await (await serve(db)).text('cal', `/search?q=${encodeURIComponent('المحافظ')}`))).toEqual(['المُحافِظُ'])
})

test('another desk finds nothing, and its counts tell nothing', async () => {
  const db = newsroom()
  arabicArticle(db, 2)
  acting(db, 'cal').addsEvidence(2, 'Notice of the bridge authority')
  const app = await serve(db)
  for (const q of ['bridge', 'tarn', 'notice', 'orme'])
    expect(await app.text('olga', `/search?q=${q}`), q).toContain('No claim, source, evidence or article with these words')
  const html = await app.text('ada', `/search?q=${encodeURIComponent('نجم')}`)
  expect(html).not.toContain('<mark>')
})

test('an empty, tiny, huge or hostile query is answered, never with an error', async () => {
  const app = await serve(newsroom())
  const hostile = [
    '',
    ' ',
    'a',
    'ا',
    '"',
    '" OR 1',
    'NOT',
    'bridge NOT',
    'words:bridge',
    'bridge*',
    '(bridge',
    'NEAR(a b)',
    '^bridge',
    '-bridge',
    "'; DROP TABLE claims; --",
    '<script>alert(1)</script>',
    '\u0000',
    '😀',
    '\u202E',
    'x '.repeat(4000),
    'ab'.repeat(8000),
  ]
  for (const q of hostile) {
    const answer = await app.get('cal', `/search?q=${encodeURIComponent(q)}`)
    expect(answer.status, q.slice(0, 20)).toBe(200)
    expect(await answer.text()).not.toContain('<script>alert')
  }
  for (const url of [
    '/search',
    '/search?q=bridge&q=x',
    '/search?q=bridge&kind=nothing',
    '/search?q=bridge&kind=claim&page=-1',
    '/search?q=bridge&kind=claim&page=9e9',
  ]) {
    expect((await app.get('cal', url)).status, url).toBe(200)
  }
})

test('a claim that was merged away or taken back is not found; its evidence leads to the claim it went into', async () => {
  const db = newsroom()
  acting(db, 'cal').addsEvidence(5, 'A collection of recordings')
  db.$client.exec('UPDATE claims SET withdrawn = 1, merged_into = 6 WHERE id = 5')
  const app = await serve(db)
  expect(await app.text('cal', '/search?q=spread%20on%20social')).toContain('No claim, source, evidence')
  const html = await app.text('cal', '/search?q=collection')
  expect(html).toContain('On claim 6')
  expect(html).toContain('href="/claims/6"')
})

test('many results are shown a few at a time, then page by page', async () => {
  const db = newsroom()
  for (let id = 100; id < 220; id++) {
    db.$client
      .prepare(
        "INSERT INTO claims (id, article_id, version_id, number, wording, voice, standing) VALUES (?, 1, 1, ?, ?, 'own_voice', 'suggested')",
      )
      .run(id, id, `Sluice ${id} was opened.`)
  }
  const app = await serve(db)
  const first = await app.text('cal', '/search?q=sluice')
  expect(first.match(/<li class="entry">/g)).toHaveLength(8)
  expect(first).toContain('All 120 claims')
  const page = await app.text('cal', '/search?q=sluice&kind=claim&page=3')
  expect(page.match(/<li class="entry">/g)).toHaveLength(20)
  expect(page).toContain('rel="prev"')
  expect(page).not.toContain('rel="next"')
})
