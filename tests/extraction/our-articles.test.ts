import { describe, expect, test } from 'vitest'
import { markedIn, measure, readMarked, scorerIsHere } from '../support/articles.ts'

const bare = (text: string): string => text.replace(/\s+/gu, ' ').replace(/[\s.]+$/u, '')

describe('our own marked articles', () => {
  test.each(markedIn('articles').map((gold) => [gold.id, gold] as const))(
    '%s: most marked claims are found word for word, and no furniture is',
    async (_, gold) => {
      const { reading } = await readMarked('articles', gold)
      const found = new Set(reading.claims.map(({ text }) => bare(text)))
      const right = gold.claims.filter(({ exact }) => found.has(bare(exact)))
      expect(right.length / gold.claims.length).toBeGreaterThanOrEqual(0.6)
      expect(gold.furniture.filter(({ exact }) => found.has(bare(exact)))).toEqual([])
    },
  )
})

test.runIf(!scorerIsHere)('DID NOT RUN: the scorer for marked articles is not on this machine', () =>
  console.log('Our own articles were not scored: the scorer is not here.'),
)

describe.runIf(scorerIsHere)('scored claim by claim', () => {
  test('what the rules were mended on stays read', async () => {
    const { measures, misses } = await measure('articles')
    expect(measures.claim_f1_strict, misses).toBeGreaterThanOrEqual(0.92)
    expect(measures.furniture_leakage, misses).toBeLessThanOrEqual(0.01)
    expect(measures.originator_accuracy, misses).toBeGreaterThanOrEqual(0.88)
    expect(measures.unnamed_originator_accuracy, misses).toBeGreaterThanOrEqual(0.85)
    expect(measures.relay_chain_accuracy, misses).toBeGreaterThanOrEqual(0.85)
    expect(measures.voice_balanced, misses).toBeGreaterThanOrEqual(0.93)
    expect(measures.caveat_link_recall, misses).toBeGreaterThanOrEqual(0.8)
    expect(measures.caveat_precision, misses).toBeGreaterThanOrEqual(0.9)
    expect(measures.checkable_balanced, misses).toBeGreaterThanOrEqual(0.85)
  })

  test('what nothing was mended on reads as well as when it was first read', async () => {
    const { measures, misses } = await measure('articles-unmended')
    expect(measures.claim_f1_strict, misses).toBeGreaterThanOrEqual(0.9)
    expect(measures.furniture_leakage, misses).toBeLessThanOrEqual(0.03)
    expect(measures.originator_accuracy, misses).toBeGreaterThanOrEqual(0.86)
    expect(measures.unnamed_originator_accuracy, misses).toBeGreaterThanOrEqual(0.7)
    expect(measures.relay_chain_accuracy, misses).toBeGreaterThanOrEqual(0.9)
    expect(measures.voice_balanced, misses).toBeGreaterThanOrEqual(0.95)
    expect(measures.caveat_link_recall, misses).toBeGreaterThanOrEqual(0.6)
    expect(measures.caveat_precision, misses).toBeGreaterThanOrEqual(0.8)
    expect(measures.checkable_balanced, misses).toBeGreaterThanOrEqual(0.78)
  })
})
