import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { LEXICON_FILE, WEIGHTS_FILE } from '../../src/extraction/learned/load.ts'
import { readArticle } from '../../src/extraction/read.ts'
import { readCorpus } from '../../src/training/corpus.ts'
import { scoreReadings } from '../../src/training/score.ts'

/** The marked corpus and its scorer lie outside the repository: the texts are other people's. */
const shared = resolve(import.meta.dirname, '../../../shared')
const corpus = resolve(shared, 'polnear/dev')
const scorer = resolve(shared, 'tools/score-attributions.mjs')
const present = existsSync(corpus) && existsSync(scorer)

test('the weights and the lexicon stay small enough for a repository', () => {
  expect(statSync(WEIGHTS_FILE).size + statSync(LEXICON_FILE).size).toBeLessThan(10e6)
})

test.runIf(!present)('DID NOT RUN: the marked corpus is not on this machine', () =>
  console.log('Attributions were not scored: the corpus is not here.'),
)

describe.runIf(present)('on the part of the marked corpus kept for testing', () => {
  const read = present
    ? readCorpus(corpus).map((article) => ({ article, read: readArticle(article.text, { plain: true }).attributions }))
    : []
  const score = scoreReadings(read)

  test('attributions are found, with their sources', () => {
    expect(score.attribution.f1).toBeGreaterThanOrEqual(0.75)
    expect(score.relation.f1).toBeGreaterThanOrEqual(0.68)
    expect(score.tokens.content.f1).toBeGreaterThanOrEqual(0.875)
    expect(score.byQuote.direct.relation.f1).toBeGreaterThanOrEqual(0.9)
  })

  test('being sure means being right: nine of ten, and not of a few only', () => {
    const sure = score.judged.filter(({ confidence }) => confidence >= 0.9)
    expect(sure.filter(({ right }) => right).length / sure.length).toBeGreaterThanOrEqual(0.9)
    expect(sure.length / score.judged.length).toBeGreaterThanOrEqual(0.4)
  })

  test('our own scorer counts as the scorer of the corpus does', async () => {
    const { score: theirs, readGold } = (await import(pathToFileURL(scorer).href)) as {
      readGold(folder: string): Map<string, unknown>
      score(gold: Map<string, unknown>, read: Map<string, unknown>): Record<'attribution' | 'relation', { f1: number }>
    }
    const result = theirs(readGold(corpus), new Map(read.map((pair) => [pair.article.id, pair.read])))
    expect(score.attribution.f1).toBeCloseTo(result.attribution.f1, 3)
    expect(score.relation.f1).toBeCloseTo(result.relation.f1, 2)
  })
})
