import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { layOut } from '../../src/extraction/layout/layout.ts'
import { ALL_COLUMNS } from '../../src/extraction/learned/column-names.ts'
import { stretchOf } from '../../src/extraction/learned/columns.ts'
import { fillFrame } from '../../src/extraction/learned/frame-columns.ts'
import { stringHash } from '../../src/extraction/learned/hash.ts'
import { CONTENT, CUE, LABELS, SOURCE } from '../../src/extraction/learned/labels.ts'
import { learnedModel } from '../../src/extraction/learned/load.ts'
import { tellNext } from '../../src/extraction/learned/look.ts'

test('the kernel’s columns stand in the order of the host’s', () => {
  const source = readFileSync('src/extraction/learned/kernel/assembly/columns.ts', 'utf8')
  const [, names = ''] = /enum Column \{([^}]*)\}/u.exec(source) ?? []
  expect(names.match(/\w+/gu)).toEqual([...ALL_COLUMNS, 'traits', 'sentence'])
})

describe('what the kernel says of the words of a paragraph', () => {
  const text = 'The mayor said on Monday, after a long night, that nobody was hurt. “We were lucky,” she added.'
  const { sheet, lexicon } = learnedModel()
  const { sentences } = layOut(text, { plain: true }, 'en')
  const lay = (): ReturnType<typeof stretchOf> =>
    stretchOf(
      sheet,
      sentences,
      sentences.map((_, k) => k),
      [],
      lexicon,
    )
  const words = lay().tokens.map(({ lower }) => lower)
  const at = (word: string): number => words.indexOf(word)
  const read = (column: keyof typeof sheet.columns, word: string): number => sheet.columns[column][at(word)] as number

  test('quotation marks and the nearest of them on both sides', () => {
    lay()
    expect(['“', 'lucky', '”', 'added'].map((word) => read('quote', word))).toEqual([1, 2, 3, 0])
    expect(['hurt', 'lucky', 'added'].map((word) => read('quoteLeft', word))).toEqual([8, 3, 2])
    expect(['hurt', 'lucky', 'added'].map((word) => read('quoteRight', word))).toEqual([2, 2, 8])
  })

  test('the sentence', () => {
    lay()
    expect(read('first', 'hurt')).toBe(stringHash('the'))
    expect(read('second', 'hurt')).toBe(stringHash('mayor'))
    expect(read('toEndExact', 'hurt')).toBe(1)
    // Half of the second sentence is quoted, from its beginning on.
    expect(['hurt', 'added'].map((word) => read('quotedShare', word))).toEqual([0, 2])
    expect(['hurt', 'added'].map((word) => read('edgeQuotes', word))).toEqual([0, 1])
  })

  test('the nearest probable cue on both sides, and what lies between', () => {
    lay()
    expect(read('leftLemma', 'mayor')).toBe(-1)
    expect(read('rightLemma', 'mayor')).toBe(stringHash('say'))
    expect(read('rightNext', 'mayor')).toBe(stringHash('on'))
    expect(read('leftLemma', 'nobody')).toBe(stringHash('say'))
    // Two commas, "that", and a capital (Monday).
    expect(read('leftBetween', 'nobody')).toBe(2 + 4 + 512)
    expect(read('leftBetweenShort', 'nobody')).toBe(2 + 4)
    // No further than the sentence.
    expect(read('leftLemma', 'lucky')).toBe(-1)
    expect(read('rightLemma', 'lucky')).toBe(stringHash('add'))
  })

  test('the joint before a word: its kind, whether it is quoted, whether a sentence begins', () => {
    const { joints } = lay()
    const joint = (word: string): number => joints[at(word)] as number
    expect(joint('the')).toBe((12 * 2 + 0) * 2 + 1)
    expect(joint('said')).toBe((9 * 2 + 0) * 2)
    expect(joint('that')).toBe((6 * 2 + 0) * 2)
    expect(joint('“')).toBe((1 * 2 + 1) * 2 + 1)
    expect(joint('we')).toBe((8 * 2 + 1) * 2)
  })

  test('what one look tells the next: labels, the order of roles, the nearest cue', () => {
    const { tokens } = lay()
    const n = tokens.length
    const path = sheet.path.values.fill(0)
    path.set([SOURCE, SOURCE + 1, CUE])
    path.fill(CONTENT + 1, at('that'), at('hurt') + 1)
    path[at('that')] = CONTENT
    for (let k = 0; k < n; k++)
      for (let label = 0; label < LABELS; label++) sheet.probabilities.values[k * LABELS + label] = path[k] === label ? 1 : 0
    tellNext(sheet, n)
    const second = (column: keyof typeof sheet.second, word: string): number => sheet.second[column][at(word)] as number
    expect(['mayor', 'said', 'nobody', 'added'].map((word) => second('tag', word))).toEqual([SOURCE + 1, CUE, CONTENT + 1, 0])
    expect(['mayor', 'said'].map((word) => [second('asSource', word), second('asCue', word)])).toEqual([
      [7, 0],
      [0, 7],
    ])
    expect(second('tagLeftLemma', 'nobody')).toBe(stringHash('say'))
    expect(second('tagRightLemma', 'the')).toBe(stringHash('say'))
    expect(second('tagRightLemma', 'nobody')).toBe(-1)
    expect(second('tagLeftSentences', 'added')).toBe(1)
    // Words of the same history read alike, others do not.
    expect(second('rolesLeft', 'on')).toBe(second('rolesLeft', 'night'))
    expect(second('rolesLeft', 'on')).not.toBe(second('rolesLeft', 'hurt'))
  })

  test('where a word stands from the cue that a frame is read for', () => {
    const stretch = lay()
    sheet.path.values.fill(0)
    const said = at('said')
    fillFrame(sheet, stretch, { from: said, to: said + 1, probability: 0.9, window: [0, words.length], rule: null })
    const frame = (column: keyof typeof sheet.frame, word: string): number => sheet.frame[column][at(word)] as number
    expect(['the', 'said', 'on', 'added'].map((word) => frame('side', word))).toEqual([1, 2, 4, 4])
    expect(['mayor', 'on', 'nobody'].map((word) => frame('distance', word))).toEqual([0, 0, 6])
    expect(['mayor', 'added'].map((word) => frame('sentences', word))).toEqual([0, 1])
    expect(frame('cueLemma', 'hurt')).toBe(stringHash('say'))
    expect(frame('cueSure', 'hurt')).toBe(6)
    expect(frame('betweenShort', 'nobody')).toBe(2 + 4)
    expect(frame('ruling', 'nobody')).toBe(0)
  })
})
