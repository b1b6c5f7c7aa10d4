import { describe, expect, test } from 'vitest'
import { readArticle } from '../../src/extraction/read.ts'
import type { ReadOptions } from '../../src/extraction/types.ts'

/** The chains of a text's claims, the origin first, by name. */
function chains(text: string, options: ReadOptions = {}): (string | null)[][] {
  const reading = readArticle(text, options)
  return reading.claims.map((claim) =>
    claim.chain.map((hop) => (hop.sourceIndex === null ? null : (reading.sources[hop.sourceIndex]?.name ?? null))),
  )
}

describe('who said it, through whom', () => {
  const cases: [string, string, (string | null)[][]][] = [
    ['a speaker after the words', 'The road is closed, the mayor said.', [['mayor']]],
    ['a speaker after the verb', '“The road is closed,” said Ann Lee.', [['Ann Lee']]],
    ['according to, in front', 'According to the ministry, the road is closed.', [['ministry']]],
    ['according to, in the middle', 'The road, according to the ministry, is closed.', [['ministry']]],
    ['that and a clause', 'Ann Lee said that the road was closed.', [['Ann Lee']]],
    ['a speech act', 'The council urged drivers to stay at home.', [['council']]],
    ['an interview through a medium', 'Ann Lee told Radio Marl that the road was closed.', [['Ann Lee', 'Radio Marl']]],
    ['a general audience is no relay', 'Ann Lee told reporters that the road was closed.', [['Ann Lee']]],
    [
      'an agency that quotes a ministry',
      'The Marl news agency, quoting the ministry, reported that the road was closed.',
      [['ministry', 'Marl news agency']],
    ],
    [
      'one source reported by another',
      'According to the Marl news agency, the ministry said the road was closed.',
      [['ministry', 'Marl news agency']],
    ],
    ['a person quoted as saying', 'Ann Lee was quoted as saying the road was closed.', [['Ann Lee']]],
    ['attributed to nobody in particular', 'It was reported that the road was closed.', [[null]]],
    ["an order that somebody received is nobody's statement", 'Residents were asked to stay at home.', [[]]],
    ['no attribution', 'The road was closed on Monday.', [[]]],
    ['two clauses before one speaker', 'The road was closed and the bridge was damaged, police said.', [['police'], ['police']]],
  ]
  test.each(cases)('%s: %s', (_, text, expected) => expect(chains(text)).toEqual(expected))

  test('the outlet is never a hop', () => {
    expect(chains('Ann Lee told this newspaper that the road was closed.')).toEqual([['Ann Lee']])
    expect(chains('Ann Lee told the Marl Post that the road was closed.', { outlet: 'The Marl Post' })).toEqual([['Ann Lee']])
  })

  test('a quotation goes on in the next sentence and the next paragraph', () => {
    expect(chains('“The road is closed,” said Ann Lee. “It will take days to mend.\n\n“The bridge is safe.”')).toEqual([
      ['Ann Lee'],
      ['Ann Lee'],
      ['Ann Lee'],
    ])
    expect(chains('“The road is closed. The bridge is safe,” Ann Lee said.')).toEqual([['Ann Lee'], ['Ann Lee']])
  })

  test('a pronoun means the last speaker that fits', () => {
    expect(chains('Mayor Ann Lee said the road was closed. The council said it agreed. She said the bridge was safe.')).toEqual([
      ['Ann Lee'],
      ['council'],
      ['Ann Lee'],
    ])
  })
})

describe('one source, several names', () => {
  const names = (text: string): string[] => readArticle(text).sources.map(({ name }) => name)
  test('a surname and a title mean the person introduced', () => {
    expect(
      names('Inspector Dora Varga said the road was closed. Insp. Varga said the bridge was safe. Varga added that it rained.'),
    ).toEqual(['Dora Varga'])
  })
  test('a surname that two people share is not guessed', () => {
    expect(names('Dora Varga said the road was closed. Peter Varga said the bridge was safe. Varga said it rained.')).toHaveLength(3)
  })
  test('an organisation and its unnamed member stay apart', () => {
    const reading = readArticle('Police said the road was closed. A police spokesman said the bridge was safe.')
    expect(reading.sources.map(({ unnamed, kind }) => [kind, unnamed])).toEqual([
      ['official_body', false],
      ['person', true],
    ])
  })
  test("a medium that the copy gives to a group is flagged as a party's", () => {
    const [medium, group] = readArticle('Green Fist also burned the mill, according to the group’s Torch news agency.').sources
    expect([medium?.kind, medium?.stake, medium?.affiliatedTo, group?.name]).toEqual(['party_media', 'party', 1, 'Green Fist'])
  })
})

describe('caveats and what is none', () => {
  test('a caveat reaches back to what it names, not to the nearest sentence', () => {
    const reading = readArticle(
      'In one video, a bridge can be seen falling. Police said the road was closed. The Marl Post could not verify the video.',
    )
    expect(reading.caveats.map(({ claims }) => claims)).toEqual([[0]])
    expect(reading.sentences.at(-1)?.none).toBe('caveat')
    expect(reading.claims.map(({ voice }) => voice)).toEqual(['attributed_with_caveat', 'attributed'])
  })
  test.each([
    ['a relative clause', 'The group said it held the town, which could not be confirmed independently.'],
    ['a modifier', 'The group published unverified figures of the dead in the town.'],
    ['two words', 'The group said without evidence that it held the town.'],
  ])('%s inside a sentence qualifies its claim', (_, text) => {
    const reading = readArticle(text)
    expect(reading.caveats).toHaveLength(1)
    expect(reading.claims[0]?.caveats).toEqual([0])
  })
  test.each([
    ['denial', 'The minister denied the allegations.'],
    ['no_comment', 'The ministry declined to comment.'],
    ['hedge', 'The driver had allegedly been asleep.'],
  ])('a %s is a statement, not a caveat', (kind, text) => {
    const reading = readArticle(text)
    expect(reading.caveats).toEqual([])
    expect(reading.statements.map((statement) => statement.kind)).toEqual([kind])
  })
})

describe('kinds of claims', () => {
  test.each([
    ['Prices rose by 12 percent in May.', 'number', true],
    ['The factory closed on Monday.', 'fact', true],
    ['The plan is a disgrace.', 'opinion', false],
    ['Prices will rise again, the bank said.', 'prediction', false],
    ['The council urged drivers to stay at home.', 'instruction', false],
    ['The minister promised to rebuild the bridge.', 'promise', false],
  ])('%s is a %s', (text, kind, checkable) => {
    expect(readArticle(text).claims.map((claim) => [claim.kind, claim.checkable])).toEqual([[kind, checkable]])
  })
  test('a question yields no claim', () => expect(readArticle('Who closed the road on Monday?').claims).toEqual([]))
  test('two counts of the dead by two sources stand side by side', () => {
    const reading = readArticle('Police said 12 people were killed. The hospital said nine people were killed.')
    expect(reading.conflicts.map(({ claims, about }) => [claims, about])).toEqual([[[0, 1], 'number']])
  })
})

describe('languages', () => {
  test.each([
    ['Der Bürgermeister sagte am Montag, die Brücke sei seit gestern wieder offen.', 'de', 'ltr'],
    ['قال رئيس البلدية إن الجسر مفتوح منذ أمس أمام جميع السيارات.', 'ar', 'rtl'],
    ['شارەوانی ڕایگەیاند کە پردەکە لە دوێنێوە بۆ هەموو ئۆتۆمبێلەکان کراوەیە و ڕێگاکان چۆڵن.', 'ckb', 'rtl'],
    ['Şaredarî ragihand ku pira bajêr ji duh ve ji bo hemû erebeyan vekirî ye û rê vala ne.', 'kmr', 'ltr'],
  ])('%s', (text, language, direction) => {
    const reading = readArticle(text)
    expect([reading.language, reading.direction, reading.sentences.length]).toEqual([language, direction, 1])
  })
})
