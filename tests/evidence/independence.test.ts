import fc from 'fast-check'
import { expect, test } from 'vitest'
import { independentFirstHand, type Support } from '../../src/evidence/independence.ts'
import { bases, stances } from '../../src/vocabulary.ts'

const support = (sourceId: number | null, facets: Partial<Support> = {}): Support => ({
  sourceId,
  affiliations: [],
  basis: 'first_hand',
  stance: 'supports',
  withdrawnAt: null,
  ...facets,
})

test('two sources at first hand are two', () => {
  expect(independentFirstHand([support(1), support(2)])).toBe(2)
})

test('one source twice is one', () => {
  expect(independentFirstHand([support(1), support(1)])).toBe(1)
})

test('an agency and the group it belongs to are one, and so are two arms of one group', () => {
  expect(independentFirstHand([support(1, { affiliations: [2] }), support(2)])).toBe(1)
  expect(independentFirstHand([support(1, { affiliations: [9] }), support(2, { affiliations: [9] })])).toBe(1)
  expect(independentFirstHand([support(1, { affiliations: [5, 9] }), support(2, { affiliations: [6, 9] })])).toBe(1)
})

test('what is relayed, contradicts, gives context, is withdrawn or names no source does not count', () => {
  expect(
    independentFirstHand([
      support(1, { basis: 'relayed' }),
      support(2, { stance: 'contradicts' }),
      support(3, { stance: 'context' }),
      support(4, { withdrawnAt: '2026-03-02' }),
      support(null),
    ]),
  ).toBe(0)
})

const id = fc.integer({ min: 1, max: 8 })
const supports = fc.array(
  fc.record<Support>({
    sourceId: fc.option(id),
    affiliations: fc.array(id, { maxLength: 3 }),
    basis: fc.constantFrom(...bases),
    stance: fc.constantFrom(...stances),
    withdrawnAt: fc.option(fc.constant('2026-03-02')),
  }),
  { maxLength: 12 },
)

test('the order in which evidence came does not matter', () => {
  fc.assert(
    fc.property(supports, fc.infiniteStream(fc.nat()), (items, order) => {
      const shuffled = items
        .map((item) => ({ item, at: order.next().value as number }))
        .sort((one, other) => one.at - other.at)
        .map(({ item }) => item)
      expect(independentFirstHand(shuffled)).toBe(independentFirstHand(items))
    }),
  )
})

test('one more that belongs to a source that counts already never raises the count', () => {
  fc.assert(
    fc.property(supports, id, (items, extra) => {
      const counting = items.find((item) => item.sourceId !== null && independentFirstHand([item]) === 1)
      fc.pre(counting !== undefined)
      const affiliate = support(100 + extra, { affiliations: [counting?.sourceId ?? 0] })
      expect(independentFirstHand([...items, affiliate])).toBeLessThanOrEqual(independentFirstHand(items))
    }),
  )
})

test('there are never more independent sources than sources', () => {
  fc.assert(
    fc.property(supports, (items) => {
      expect(independentFirstHand(items)).toBeLessThanOrEqual(new Set(items.flatMap((item) => item.sourceId ?? [])).size)
    }),
  )
})
