import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { givenFrom, type LedgerRow, ledgerFrom } from '../../src/articles/ledger.ts'
import { readArticle } from '../../src/extraction/read.ts'
import type { Reading, Span } from '../../src/extraction/types.ts'
import { furnitureKinds, partKinds } from '../../src/vocabulary.ts'

type Read = Pick<Reading, 'language' | 'parts' | 'furniture' | 'sentences'>

const sentence = (start: number, end: number) => ({ start, end, claims: [], none: null })
const noParts = { headline: null, byline: null, dateline: null, published: null, outlet: null }

/** Rows in order, none over another, none with space at its ends, and between them nothing but space. */
function expectWhole(text: string, rows: readonly LedgerRow[]): void {
  let at = 0
  for (const row of rows) {
    expect(row.start).toBeGreaterThanOrEqual(at)
    expect(text.slice(at, row.start).trim()).toBe('')
    expect(text.slice(row.start, row.end)).not.toBe('')
    expect(text.slice(row.start, row.end).trim()).toBe(text.slice(row.start, row.end))
    at = row.end
  }
  expect(text.slice(at).trim()).toBe('')
}

const words = fc.constantFrom(
  'The council met.',
  'Mayor Ida Holm said “no”.',
  'Home',
  'MENU',
  'Share this',
  'Read also: The other bridge',
  '21 October 2016, 1:04 pm',
  'By Ana Ruiz',
  '\n',
  '\n\n',
  ' ',
  '\t',
  'ORME (Tarn) — Two people died.',
  'Subscribe to our newsletter. It is free. Unsubscribe at any time.',
  'قال المحافظ إن الجسر سيبقى مغلقا.',
  '你好。再见。',
  '“',
  '…',
  '\u2028',
  '\ud83d\ude00',
)
const anyText = fc.oneof(
  fc.array(words, { maxLength: 30 }).map((some) => some.join(' ')),
  fc.array(words, { maxLength: 30 }).map((some) => some.join('\n\n')),
  fc.string({ unit: 'binary', maxLength: 300 }),
)

/** A reading as no engine should make it: anything may lie over anything, or nowhere. */
const anyReading = (text: string) => {
  const span = fc
    .tuple(fc.nat(text.length + 5), fc.nat(text.length + 5))
    .map(([one, other]): Span => [Math.min(one, other), Math.max(one, other)])
  return fc
    .record({
      language: fc.constantFrom('en', 'ar', 'zh', 'und'),
      headline: fc.option(span),
      byline: fc.option(span),
      published: fc.option(span),
      furniture: fc.array(fc.tuple(span, fc.constantFrom(...furnitureKinds)), { maxLength: 6 }),
      sentences: fc.array(span, { maxLength: 12 }),
    })
    .map(
      ({ language, headline, byline, published, furniture, sentences }): Read => ({
        language,
        parts: { ...noParts, headline, byline, published: published && { span: published, iso: '' } },
        furniture: furniture.map(([[start, end], kind]) => ({ start, end, kind })),
        sentences: sentences.map(([start, end]) => ({ start, end, claims: [], none: null })),
      }),
    )
}

describe('the ledger', () => {
  it('holds every non-space character once, whatever a reading says', () => {
    fc.assert(
      fc.property(
        anyText.chain((text) => anyReading(text).map((reading) => ({ text, reading }))),
        ({ text, reading }) => {
          expectWhole(text, ledgerFrom(text, reading))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('holds every non-space character once, of any text that the engine reads', () => {
    fc.assert(
      fc.property(anyText, (text) => expectWhole(text, ledgerFrom(text, readArticle(text)))),
      { numRuns: 150 },
    )
  })

  it('gives each part at most one row', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parts = ledgerFrom(text, readArticle(text)).flatMap((row) => row.part ?? [])
        expect(new Set(parts).size).toBe(parts.length)
      }),
      { numRuns: 150 },
    )
  })

  it('is taken by the engine as it is given: the same parts, the same furniture', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const rows = ledgerFrom(text, readArticle(text))
        const given = givenFrom(text, rows)
        const { parts, furniture, sentences } = readArticle(text, { given })
        expect({ parts, furniture }).toEqual(given)
        expectWhole(text, ledgerFrom(text, { language: 'und', parts, furniture, sentences }))
      }),
      { numRuns: 100 },
    )
  })

  it('stays whole when a person changes rows and the engine reads again', () => {
    const change = fc.record({
      row: fc.nat(),
      part: fc.option(fc.constantFrom(...partKinds)),
      furniture: fc.option(fc.constantFrom(...furnitureKinds)),
    })
    fc.assert(
      fc.property(anyText, fc.array(change, { maxLength: 5 }), (text, changes) => {
        const rows = ledgerFrom(text, readArticle(text))
        for (const { row, part, furniture } of changes) {
          const one = rows[row % Math.max(1, rows.length)]
          if (one)
            Object.assign(
              one,
              part && rows.some((other) => other.part === part) ? { part: null, furniture } : { part, furniture: part ? null : furniture },
            )
        }
        const reading = readArticle(text, { given: givenFrom(text, rows) })
        expectWhole(text, ledgerFrom(text, reading))
        for (const row of rows.filter((one) => one.furniture)) {
          expect(reading.sentences.some((sentence) => sentence.start < row.end && row.start < sentence.end)).toBe(false)
        }
      }),
      // A lone quotation mark that a person has set aside once came back with the sentence before it.
      { numRuns: 100, examples: [['你好。再见。 “', [{ row: 2, part: null, furniture: 'menu' }]]] },
    )
  })

  it('cuts furniture of several sentences, so that each can be restored by itself', () => {
    const text = 'Subscribe to our newsletter. It is free.\nUnsubscribe at any time.'
    const rows = ledgerFrom(text, {
      language: 'en',
      parts: noParts,
      furniture: [{ start: 0, end: text.length, kind: 'newsletter' }],
      sentences: [],
    })
    expect(rows.map((row) => [text.slice(row.start, row.end), row.furniture])).toEqual([
      ['Subscribe to our newsletter.', 'newsletter'],
      ['It is free.', 'newsletter'],
      ['Unsubscribe at any time.', 'newsletter'],
    ])
  })

  it('takes a headline as one row, which is a part and a sentence', () => {
    const text = 'Bridge shut. Two dead\n\nThe bridge is shut.'
    const rows = ledgerFrom(text, {
      language: 'en',
      parts: { ...noParts, headline: [0, 21] },
      furniture: [],
      sentences: [sentence(0, 12), sentence(13, 21), sentence(23, 42)],
    })
    expect(rows.map(({ start, end, part }) => ({ start, end, part }))).toEqual([
      { start: 0, end: 21, part: 'headline' },
      { start: 23, end: 42, part: null },
    ])
  })

  it('reads the date again from the sentence that a person calls the date', () => {
    const text = 'Council votes\n3 March 2026, 14:05\nThe council voted.'
    const rows = [
      { start: 0, end: 13, part: 'headline' as const, furniture: null },
      { start: 14, end: 33, part: 'published' as const, furniture: null },
    ]
    expect(givenFrom(text, rows).parts.published).toEqual({ span: [14, 33], iso: '2026-03-03T14:05' })
  })
})
