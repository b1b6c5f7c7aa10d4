import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../../src/documents/markdown.ts'
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
    [
      'why a speaker is not named is said about the speaker',
      'Mayor Ann Lee opened the plant.\n\nA senior engineer at the plant, who spoke on condition of anonymity because he feared for his job, said the valves had failed.',
      [[], ['senior engineer at the plant']],
    ],
    [
      'nobody else asks not to be named',
      'Mayor Ann Lee said it rained. One official, who asked not to be named because she worried about reprisals, said the dam was weak.',
      [['Ann Lee'], ['official']],
    ],
    [
      'a speaker who was not authorised to speak',
      'According to a clerk who was not authorised to brief reporters, the dam was weak.',
      [['clerk']],
    ],
    [
      'a relay with a fear in between',
      'A nurse told Radio Marl on condition of anonymity, because she feared losing her job, that the dam was weak.',
      [['nurse', 'Radio Marl']],
    ],
    ['videos shared somewhere', 'Videos shared on Pigeon appear to show a convoy leaving the town.', [['Videos shared on Pigeon']]],
    ['footage going round', 'Footage circulating on social media shows smoke above the port.', [['Footage circulating on social media']]],
    [
      'a preposition is no part of a name',
      'Cases rose by a third, according to figures published by the regional health board on Friday.',
      [['figures published by the regional health board']],
    ],
    ['a day is no outlet', 'The governor told Friday that the road was closed.', [['governor']]],
    ['their own agency', 'The rebels held the town, according to their own Zirand agency.', [['Zirand agency']]],
    [
      'a statement that was published has published nothing',
      'The ministry said in a statement published on Friday that the road was closed.',
      [['ministry']],
    ],
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
  test('a caveat about footage reaches the videos that were shared', () => {
    const reading = readArticle(
      'Videos shared on Pigeon appear to show a convoy. Police said the road was closed.\n\nThe Marl Post could not independently verify the footage.',
    )
    expect(reading.caveats.map(({ claims }) => claims)).toEqual([[0]])
    expect(reading.sources[reading.claims[0]?.chain[0]?.sourceIndex ?? -1]?.kind).toBe('media')
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
    ['The council urged drivers to stay at home.', 'instruction', true],
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

describe('headline, byline and date', () => {
  const partsOf = (text: string, options: ReadOptions = {}): (string | undefined)[] => {
    const { parts } = readArticle(text, options)
    return [parts.headline, parts.byline].map((span) => (span ? text.slice(...span) : undefined)).concat(parts.published?.iso)
  }
  test('an unfinished line with a full sentence right under it is the headline', () => {
    const text =
      'Bridge over the Sarwan closes after storm damages its piers\nPolice closed it on Monday, the mayor said.\n\nIt rained all night.'
    expect(partsOf(text)).toEqual(['Bridge over the Sarwan closes after storm damages its piers', undefined, undefined])
    expect(readArticle(text).sentences).toHaveLength(3)
  })
  test.each([
    ['كتبت هند سالم', '20 تشرين الثاني 2026', '2026-11-20'],
    ['بقلم: سامي عودة', '٣ نوفمبر ٢٠٢٦', '2026-11-03'],
    ['إعداد: سامي عودة', 'الاثنين 7 أيلول/سبتمبر 2026', '2026-09-07'],
  ])('an Arabic page with %s and %s', (byline, date, iso) => {
    const text = `إعادة فتح جسر سروان\n${byline}\n${date}\n\nقالت وزارة الطرق إن الجسر فُتح يوم الاثنين أمام السيارات.`
    expect(partsOf(text)).toEqual(['إعادة فتح جسر سروان', byline, iso])
    expect(readArticle(text).furniture).toEqual([])
  })
})

describe('Markdown', () => {
  const text = [
    '# Bridge over the Sarwan closes ##',
    '*By Sam Oder, 3 November 2026*',
    'The bridge was closed on **Monday**, police said.',
    'Some 12,000 cars crossed it every day, [according to the ministry](https://example.org/roads/a/b).',
    '> “It was old,” said Ann Lee.',
    '- Two lanes are open.',
    '1. The mayor asked drivers to wait.',
    '**The bridge was built in 1902.**',
    '---',
    '## What next',
    'Repairs will begin in May.',
  ].join('\n\n')
  test.each([
    ['as an uploaded file', { blocks: readMarkdown(text).blocks }],
    ['as pasted text', {}],
  ])('marks are read as marks, and offsets count in the file, %s', (_, options) => {
    const reading = readArticle(text, options)
    expect(reading.claims.map(({ spans: [span] }) => span && text.slice(...span))).toEqual([
      'Bridge over the Sarwan closes',
      'The bridge was closed on **Monday**, police said.',
      'Some 12,000 cars crossed it every day, [according to the ministry](https://example.org/roads/a/b).',
      '“It was old,” said Ann Lee.',
      'Two lanes are open.',
      'The mayor asked drivers to wait.',
      'The bridge was built in 1902.',
      'Repairs will begin in May.',
    ])
    expect(reading.sources.map(({ name }) => name)).toEqual(['police', 'ministry', 'Ann Lee', 'mayor'])
    const { headline, byline, published } = reading.parts
    expect([headline, byline].map((span) => span && text.slice(...span))).toEqual(['Bridge over the Sarwan closes', 'By Sam Oder'])
    expect(published?.iso).toBe('2026-11-03')
    expect(new Set(reading.furniture.map(({ kind }) => kind))).toEqual(new Set(['other']))
  })
  test('brackets make no caption of a sentence', () => {
    expect(readArticle('It rained all night in the town. The council (North/South) closed the road.').furniture).toEqual([])
  })
})

describe('Arabic', () => {
  test.each([
    ['أعلن رئيس البلدية أن الجسر مفتوح منذ أمس أمام جميع السيارات.', [['رئيس البلدية', 'person']]],
    ['قالت وزارة الطرق إن الجسر فُتح يوم الاثنين أمام السيارات.', [['وزارة الطرق', 'official_body']]],
    ['بحسب وزارة الطرق، يعبر الجسر 4200 سيارة كل يوم في هذا الشهر.', [['وزارة الطرق', 'official_body']]],
    ['وفقاً لمصدر أمني، فإن الجسر سيغلق غداً أمام جميع السيارات.', [['مصدر أمني', 'person']]],
    [
      'نقلت وكالة مرل عن مصدر أمني أن الجسر مغلق أمام السيارات.',
      [
        ['مصدر أمني', 'person'],
        ['وكالة مرل', 'news_agency'],
      ],
    ],
  ])('%s', (text, expected) => {
    const { claims, sources } = readArticle(text)
    const hops = claims.map(({ chain }) =>
      chain.map(({ sourceIndex }) => [sources[sourceIndex ?? -1]?.name, sources[sourceIndex ?? -1]?.kind]),
    )
    expect(hops).toEqual([expected])
  })
  test('what could not be verified is a caveat, tied to the videos before it', () => {
    const reading = readArticle(
      'أظهرت مقاطع مصورة انهيار جزء من الجسر. وقالت الشرطة إن الطريق مغلق أمام السيارات. ولم يتسن التحقق من صحة المقاطع بشكل مستقل.',
    )
    expect(reading.caveats.map(({ claims }) => claims)).toEqual([[0]])
    expect(reading.sentences.at(-1)?.none).toBe('caveat')
    expect(reading.sources.map(({ kind }) => kind)).toEqual(['media', 'official_body'])
  })
  test('a caveat in the last clause qualifies its sentence', () => {
    const reading = readArticle('قالت الشرطة إن الطريق مغلق أمام جميع السيارات، ولم يتسن التأكد من ذلك من مصدر مستقل.')
    expect(reading.caveats.map(({ claims }) => claims)).toEqual([[0]])
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
