import fc from 'fast-check'
import { expect, test } from 'vitest'
import { independentFirstHand, independentOrigins, type Support, tiesOf } from '../../src/evidence/independence.ts'
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

test('why sources count as one: the same, owned, of one owner, or through others of the evidence', () => {
  const same = (id: number): number => (id === 2 ? 1 : id)
  const items = [
    support(1, { affiliations: [2] }),
    support(2, { affiliations: [1] }),
    support(3, { affiliations: [1, 2] }),
    support(4, { affiliations: [9] }),
    support(5, { affiliations: [9] }),
    support(6),
  ]
  expect(independentOrigins(items)).toEqual([[1, 2, 3], [4, 5], [6]])
  expect(tiesOf(items, same)).toEqual([
    { source: 2, with: 1, because: 'same' },
    { source: 3, with: 1, because: 'belongs' },
    { source: 5, with: 4, because: 'common_owner' },
  ])
  expect(tiesOf([support(1), support(3, { affiliations: [1] })].reverse(), same)).toEqual([{ source: 1, with: 3, because: 'owns' }])
  const [one, two, both] = [support(1, { affiliations: [8] }), support(4, { affiliations: [9] }), support(7, { affiliations: [8, 9] })]
  expect(tiesOf([one, two, both], same)).toEqual([
    { source: 4, with: 1, because: 'through_others' },
    { source: 7, with: 1, because: 'common_owner' },
  ])
})

test('every source that does not raise the count has its reason', () => {
  fc.assert(
    fc.property(supports, (items) => {
      const origins = independentOrigins(items)
      expect(tiesOf(items, (id) => id)).toHaveLength(origins.flat().length - origins.length)
    }),
  )
})

test('two that are taken for one never raise the count', () => {
  fc.assert(
    fc.property(supports, id, id, (items, one, other) => {
      fc.pre(one !== other)
      // Taken for one, each belongs to whatever the other belongs to.
      const merged = items.map((item) =>
        item.sourceId === one || item.sourceId === other ? { ...item, affiliations: [...item.affiliations, one, other] } : item,
      )
      expect(independentFirstHand(merged)).toBeLessThanOrEqual(independentFirstHand(items))
    }),
  )
})
