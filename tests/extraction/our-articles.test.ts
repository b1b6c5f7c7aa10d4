import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readArticle } from '../../src/extraction/read.ts'
import { forScorer } from '../support/score-adapter.ts'

const fixtures = resolve(import.meta.dirname, '../fixtures/articles')
const scorerFile = resolve(import.meta.dirname, '../../../shared/tools/score-claims.mjs')
const present = existsSync(scorerFile)

interface Marked {
  id: string
  claims: { exact: string; chain: { name: string }[] }[]
  furniture: { exact: string }[]
}
interface Scores {
  claim_f1_strict: number
  furniture_leakage: number | null
  originator_accuracy: number
}
interface Scorer {
  loadGold(dir: string): unknown[]
  scoreAll(golds: unknown[], preds: unknown[]): { docs: { id: string; misses: string[][] }[]; blind: Scores }
}

const marked = readdirSync(resolve(fixtures, 'gold'))
  .sort()
  .map((file) => JSON.parse(readFileSync(resolve(fixtures, 'gold', file), 'utf8')) as Marked)
const raw = (id: string): string => readFileSync(resolve(fixtures, 'raw', `${id}.txt`), 'utf8')

describe('our own marked articles', () => {
  test.each(marked.map((gold) => [gold.id, gold] as const))(
    '%s: nearly every marked claim is found as marked, and no furniture is',
    (id, gold) => {
      const found = new Set(readArticle(raw(id)).claims.map(({ text }) => text.replace(/[\s.]+$/u, '')))
      const right = gold.claims.filter(({ exact }) => found.has(exact.replace(/[\s.]+$/u, '')))
      expect(right.length / gold.claims.length).toBeGreaterThanOrEqual(0.75)
      expect(gold.furniture.filter(({ exact }) => found.has(exact))).toEqual([])
    },
  )
})

test.runIf(!present)('DID NOT RUN: the scorer for our own articles is not on this machine', () =>
  console.log('Our own articles were not scored: the scorer is not here.'),
)

describe.runIf(present)('scored like any marked article', async () => {
  const scorer = present ? ((await import(pathToFileURL(scorerFile).href)) as Scorer) : null
  test.each(marked.map(({ id }) => id))('%s reads well', (id) => {
    if (!scorer) throw new Error('the scorer is not here')
    const golds = scorer.loadGold(resolve(fixtures, 'gold')).filter((gold) => (gold as Marked).id === id)
    const { blind, docs } = scorer.scoreAll(golds, [forScorer(id, raw(id), readArticle(raw(id)))])
    const misses = JSON.stringify(docs[0]?.misses)
    expect(blind.claim_f1_strict, misses).toBeGreaterThanOrEqual(0.75)
    expect(blind.furniture_leakage ?? 0, misses).toBeLessThanOrEqual(0.05)
    expect(blind.originator_accuracy, misses).toBeGreaterThanOrEqual(0.75)
  })
})
