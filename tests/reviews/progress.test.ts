import { describe, expect, test } from 'vitest'
import { type Checked, progressOf, whatIsOpen } from '../../src/reviews/progress.ts'
import type { ClaimOpinions } from '../../src/reviews/queries.ts'

type Sentence = Checked['sentences'][number]
type Claim = Checked['claims'][number]

const sentence = (id: number, facets: Partial<Sentence> = {}): Sentence => ({
  id,
  position: id - 1,
  start: id * 100,
  end: id * 100 + 90,
  part: null,
  furniture: null,
  noneBy: null,
  ...facets,
})
const claim = (id: number, at: [number, number], facets: Partial<Claim> = {}): Claim => ({
  id,
  number: id,
  standing: 'confirmed',
  state: 'in_progress',
  spans: [{ claimId: id, position: 0, start: at[0], end: at[1], quoted: '', before: '', after: '' }],
  ...facets,
})
const opinions = (facets: Partial<ClaimOpinions> = {}): ClaimOpinions => ({
  first: null,
  second: null,
  final: null,
  all: [],
  withheld: false,
  secondCheck: null,
  outcome: 'not_checked',
  said: 'not_checked',
  confidence: null,
  differ: false,
  ...facets,
})
const review = (opinion: 'first' | 'second') => ({
  id: 1,
  claimId: 1,
  opinion,
  reviewerId: 1,
  said: 'no_attribution' as const,
  outcome: 'verified' as const,
  confidence: 'high' as const,
  reason: '',
  wording: '',
  chain: [],
  reliedOn: [],
  filedAt: '',
  reviewerName: 'Cal',
  earlierChain: false,
})
const checked = opinions({ first: review('first'), outcome: 'verified', said: 'no_attribution' })
const progress = (facets: Partial<Checked>) =>
  progressOf({ sentences: [], claims: [], opinions: new Map(), openQueries: [], secondCheck: true, unsupported: new Set(), ...facets })

describe('a sentence is decided', () => {
  const one = sentence(1)
  test.each([
    ['not while nobody has touched it', one, [], false],
    ['not by the engine’s suggestion that it holds none', sentence(1), [], false],
    ['once somebody has marked it as holding none', sentence(1, { noneBy: 5 }), [], true],
    ['not while its claim is only suggested', one, [claim(1, [110, 150], { standing: 'suggested' })], false],
    ['once its claim is confirmed', one, [claim(1, [110, 150])], true],
    ['once its claim is corrected', one, [claim(1, [110, 150], { standing: 'corrected' })], true],
    ['not while one of its claims is only suggested', one, [claim(1, [110, 150]), claim(2, [160, 180], { standing: 'suggested' })], false],
    ['once its claim is dropped', one, [claim(1, [110, 150], { state: 'not_a_claim', standing: 'suggested' })], true],
    ['once its claim is cut from the copy', one, [claim(1, [110, 150], { state: 'cut', standing: 'suggested' })], true],
    ['not by a claim of the sentence beside it', one, [claim(1, [190, 260])], false],
    ['by a claim that reaches into it', one, [claim(1, [180, 260])], true],
  ] as const)('%s', (_, of, claims, decided) => {
    expect(progress({ sentences: [of], claims: [...claims] }).undecided.length === 0).toBe(decided)
  })
})

test('furniture and parts beside the copy are not counted; a headline is', () => {
  const sentences = [sentence(1, { furniture: 'menu' }), sentence(2, { part: 'byline' }), sentence(3, { part: 'headline' }), sentence(4)]
  const { sentencesTotal, sentencesDecided, undecided } = progress({ sentences })
  expect({ sentencesTotal, sentencesDecided, undecided }).toEqual({
    sentencesTotal: 2,
    sentencesDecided: 0,
    undecided: [
      { id: 3, number: 3 },
      { id: 4, number: 4 },
    ],
  })
})

test.each([
  ['nothing found', opinions(), 1],
  ['only the outcome', opinions({ outcome: 'verified' }), 1],
  ['only whether they said it', opinions({ said: 'altered' }), 1],
  ['both', checked, 0],
] as const)('a claim with %s: %#', (_, found, unchecked) => {
  expect(progress({ claims: [claim(1, [0, 9])], opinions: new Map([[1, found]]) }).unchecked).toHaveLength(unchecked)
})

test('cut and dropped claims need no finding and are in no count', () => {
  const found = progress({ claims: [claim(1, [0, 9], { state: 'cut' }), claim(2, [20, 29], { state: 'not_a_claim' })] })
  expect(found).toMatchObject({ claims: 0, unchecked: [], segments: [] })
  expect(whatIsOpen(found)).toEqual([])
})

test('a second check is missed only where the desk asks for it, or where one is open', () => {
  const claims = [claim(1, [0, 9])]
  const open = { id: 1, takenBy: 3, takenByName: 'Ruth', takenAt: '', mine: false }
  expect(progress({ claims, opinions: new Map([[1, checked]]) }).withoutSecondCheck).toEqual([{ id: 1, number: 1 }])
  expect(progress({ claims, opinions: new Map([[1, checked]]), secondCheck: false }).withoutSecondCheck).toEqual([])
  expect(
    progress({ claims, opinions: new Map([[1, { ...checked, secondCheck: open }]]), secondCheck: false }).withoutSecondCheck,
  ).toHaveLength(1)
  expect(progress({ claims, opinions: new Map([[1, { ...checked, second: review('second') }]]) }).withoutSecondCheck).toEqual([])
})

test('a withheld claim is counted as hidden, and nothing says what was found', () => {
  const withheld = opinions({ withheld: true, secondCheck: { id: 1, takenBy: 3, takenByName: 'Ruth', takenAt: '', mine: true } })
  const found = progress({
    claims: [claim(1, [0, 9]), claim(2, [20, 29])],
    opinions: new Map([
      [1, withheld],
      [2, checked],
    ]),
  })
  expect(found.segments).toEqual([
    { outcome: 'verified', count: 1 },
    { outcome: 'hidden', count: 1 },
  ])
  expect(found.unchecked).toEqual([])
})

test('what is open is said in words, and nothing where all is done', () => {
  const found = progress({
    sentences: [sentence(1), sentence(2)],
    claims: [claim(1, [100, 190]), claim(2, [300, 310])],
    opinions: new Map([[2, { ...checked, second: review('second'), differ: true }]]),
    openQueries: [{ id: 1, number: 1, claimId: 1, claimNumber: 1 }],
  })
  expect(whatIsOpen(found)).toEqual(['1 undecided sentence', '1 unchecked claim', '1 open query', '1 claim on which two opinions differ'])
})
