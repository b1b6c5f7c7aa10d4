import { expect, test } from 'vitest'
import { type CountedHop, originsInWords, originsOf } from '../../src/claims/origins.ts'

const hop = (sourceId: number | null, kind: CountedHop['kind'], seenByUs = false): CountedHop => ({ sourceId, kind, seenByUs })
const words = (...chain: CountedHop[]): string => originsInWords(originsOf(chain))

test('outlets that pass a story on are no further origins', () => {
  expect(words(hop(1, 'person'), hop(2, 'news_agency'), hop(3, 'outlet'))).toBe('2 outlets, 1 origin · seen by us: no')
})

test('an outlet that is the origin is both', () => {
  expect(words(hop(2, 'news_agency', true))).toBe('1 outlet, 1 origin · seen by us: yes')
})

test('the same outlet twice is one outlet', () => {
  expect(words(hop(1, 'person'), hop(2, 'outlet'), hop(2, 'outlet'))).toBe('1 outlet, 1 origin · seen by us: no')
})

test('an unclear origin is none, and is said to be unclear', () => {
  expect(words(hop(null, null), hop(2, 'outlet'))).toBe('1 outlet, origin unclear · seen by us: no')
})

test('an empty chain is the copy’s own voice', () => {
  expect(words()).toBe('nobody: the copy’s own voice')
})
