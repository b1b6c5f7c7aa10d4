import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { AT_MOST, tenCopiesOverOne } from '../support/cost.ts'
import { readArticle } from '../../src/extraction/read.ts'
import type { Reading, Span } from '../../src/extraction/types.ts'

const folder = resolve(import.meta.dirname, '../fixtures/articles/raw')
const articles = readdirSync(folder)
  .sort()
  .map((file) => readFileSync(resolve(folder, file), 'utf8'))

/** Everything the contract promises of any reading of any text. */
function expectSound(text: string, reading: Reading): void {
  const owner = new Int8Array(text.length)
  const { byline, dateline, published, outlet } = reading.parts
  const taken: Span[] = [byline, dateline, published?.span ?? null, outlet].filter((span): span is Span => span !== null)
  for (const [start, end] of [...taken, ...[...reading.furniture, ...reading.sentences].map(({ start, end }): Span => [start, end])]) {
    expect(start).toBeGreaterThanOrEqual(0)
    expect(end).toBeGreaterThan(start)
    expect(end).toBeLessThanOrEqual(text.length)
    for (let at = start; at < end; at++) owner[at] = (owner[at] ?? 0) + 1
  }
  for (let at = 0; at < text.length; at++)
    expect(/\s/u.test(text[at] ?? '') ? Math.min(owner[at] ?? 0, 1) >= 0 : owner[at] === 1, `offset ${at}`).toBe(true)
  for (const [k, claim] of reading.claims.entries()) {
    expect(claim.text).toBe(claim.spans.map(([start, end]) => text.slice(start, end)).join(' '))
    for (const hop of claim.chain) if (hop.sourceIndex !== null) expect(reading.sources[hop.sourceIndex]).toBeDefined()
    for (const index of claim.caveats) expect(reading.caveats[index]?.claims).toContain(k)
    expect(claim.quote === 'none').toBe(claim.chain.length === 0)
  }
  for (const sentence of reading.sentences) {
    for (const index of sentence.claims) expect(reading.claims[index]).toBeDefined()
    expect(sentence.claims.length > 0).toBe(sentence.none === null)
  }
  for (const { content, cue, source, claims } of reading.attributions) {
    for (const [start, end] of [...content, ...cue, ...source]) expect(end > start && end <= text.length).toBe(true)
    for (const index of claims) expect(reading.claims[index]).toBeDefined()
  }
}

const newsWords = fc.constantFrom(
  'said',
  'told',
  'Ann',
  'Lee',
  'the',
  'ministry',
  'that',
  'and',
  ',',
  '.',
  '“',
  '”',
  '"',
  '’',
  'according to',
  'was',
  'closed',
  'in one video',
  'could not verify',
  '\n',
  '\n\n',
  'Read more',
  '12',
  'which',
  'Although',
  '؟',
  'قال',
  '😀',
  '\ud800',
  '\u200b',
  ':',
  ';',
  '?',
  'citing',
  'reported',
  'they',
  'By',
  '3 May 2021',
  '(',
  ')',
  '-',
)

describe('any text at all', () => {
  test('is read without an error, into a sound record', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => expectSound(text, readArticle(text))),
      { numRuns: 150 },
    )
  })
  test('made of the words of news is read into a sound record', () => {
    fc.assert(
      fc.property(fc.array(newsWords, { maxLength: 80 }), fc.boolean(), (words, plain) => {
        const text = words.join(' ')
        expectSound(text, readArticle(text, { plain }))
      }),
      { numRuns: 300 },
    )
  })
  test('with words that every object knows is read into a sound record, whatever the language', () => {
    const known = 'constructor toString __proto__ hasOwnProperty valueOf "constructor" «toString»'
    for (const before of [
      'The minister said',
      'Le ministre a dit que',
      'El ministro dijo que',
      'قال الوزير إن',
      'Bakan dedi ki',
      'שר אמר כי',
    ])
      for (const text of [`${before} ${known}.`, `${before} ${known}. `.repeat(5)]) expectSound(text, readArticle(text))
  })
  test('gives the same bytes every time', () => {
    for (const text of articles) expect(JSON.stringify(readArticle(text))).toBe(JSON.stringify(readArticle(text)))
  })
  test('of our articles is read into a sound record, plain or not', () => {
    for (const text of articles) {
      expectSound(text, readArticle(text))
      expectSound(text, readArticle(text, { plain: true }))
    }
  })
})

describe('hostile texts are read and come to an end', () => {
  const hostile: [string, string][] = [
    ['nothing', ''],
    ['a byte order mark', '\uFEFF'],
    ['spaces', ' '.repeat(50_000)],
    ['quotation marks', '"'.repeat(50_000)],
    ['opening marks', '“'.repeat(50_000)],
    ['one endless word', 'a'.repeat(200_000)],
    ['full stops', '.'.repeat(50_000)],
    ['initials', 'A. '.repeat(20_000)],
    ['emoji', '😀'.repeat(20_000)],
    ['lone surrogates', '\ud800'.repeat(20_000)],
    ['mixed directions', 'abc אבג ابج '.repeat(5_000)],
    ['cues without end', 'he said that '.repeat(5_000)],
    ['commas', 'said, '.repeat(10_000)],
    ['brackets', '('.repeat(20_000)],
    ['control characters', '\0\u0001'.repeat(20_000)],
  ]
  test.each(hostile)(
    '%s',
    (_, text) => {
      const reading = readArticle(text)
      expect(reading.sentences.length).toBeGreaterThanOrEqual(0)
    },
    60_000,
  )
})

test('ten copies of an article cost about ten times one', () => {
  expect(tenCopiesOverOne(articles.join('\n\n'))).toBeLessThan(AT_MOST)
}, 60_000)
