import { describe, expect, test } from 'vitest'
import { readArticle } from '../../src/extraction/read.ts'

describe('the engine keeps its contract', () => {
  test('the example of the contract comes out field for field', () => {
    const text = 'Armed residents joined police, the Sarwan news agency reported on Friday.\n'
    expect({ id: 'x', ...readArticle(text) }).toEqual({
      id: 'x',
      language: 'en',
      direction: 'ltr',
      parts: { headline: null, byline: null, dateline: null, published: null, outlet: null },
      furniture: [],
      sentences: [{ start: 0, end: 73, claims: [0], none: null }],
      sources: [
        {
          name: 'Sarwan news agency',
          aliases: ['the Sarwan news agency'],
          kind: 'news_agency',
          identified: 'organisation_only',
          unnamed: false,
          affiliatedTo: null,
          stake: 'unknown',
        },
      ],
      attributions: [
        { content: [[0, 29]], cue: [[54, 62]], source: [[31, 53]], sourceIndex: 0, quote: 'indirect', claims: [0], confidence: 0.86 },
      ],
      claims: [
        {
          spans: [[0, 73]],
          text: 'Armed residents joined police, the Sarwan news agency reported on Friday.',
          kind: 'fact',
          checkable: true,
          voice: 'attributed',
          quote: 'indirect',
          chain: [{ sourceIndex: 0, verb: 'reported', cue: [54, 62] }],
          caveats: [],
          confidence: 0.86,
          reasons: [
            { code: 'cue', span: [54, 62] },
            { code: 'source', span: [31, 53] },
          ],
        },
      ],
      caveats: [],
      statements: [],
      conflicts: [],
    })
  })

  test('with `plain`, everything is in sentences and nothing is a part or furniture', () => {
    const text = 'Menu\n\n4 May 2020\n\nRain fell on the town all night.\n\nRead more: A town in spring'
    const reading = readArticle(text, { plain: true })
    expect(reading.furniture).toEqual([])
    expect(Object.values(reading.parts).every((part) => part === null)).toBe(true)
    expect(reading.sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Menu',
      '4 May 2020',
      'Rain fell on the town all night.',
      'Read more: A town in spring',
    ])
  })

  test("with `given`, a person's parts and furniture stand as they are", () => {
    const text = 'The bridge is open\nStray words here\nPolice said the bridge was open again.'
    const given = {
      parts: { headline: [0, 18] as const, byline: null, dateline: null, published: null, outlet: null },
      furniture: [{ start: 19, end: 35, kind: 'other' as const }],
    }
    const reading = readArticle(text, { given })
    expect(reading.parts).toEqual(given.parts)
    expect(reading.furniture).toEqual(given.furniture)
    expect(reading.sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      'The bridge is open',
      'Police said the bridge was open again.',
    ])
  })

  test('markup decides headings and menus', () => {
    const text = 'Harbour reopens after storm\nNews\nThe harbour opened on Sunday after two weeks.\nBackground\nIt was built in 1902.'
    const at = (words: string): { start: number; end: number } => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
    const reading = readArticle(text, {
      blocks: [
        { ...at('Harbour reopens after storm'), kind: 'heading', level: 1 },
        { ...at('News'), kind: 'menu' },
        { ...at('Background'), kind: 'heading', level: 2 },
      ],
    })
    expect(reading.parts.headline).toEqual([0, 27])
    expect(reading.furniture.map(({ kind }) => kind)).toEqual(['menu'])
    expect(reading.sentences.find(({ start }) => start === text.indexOf('Background'))?.none).toBe('heading')
  })
})
