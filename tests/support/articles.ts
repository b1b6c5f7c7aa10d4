import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readDocument } from '../../src/documents/read.ts'
import { readArticle } from '../../src/extraction/read.ts'
import type { Reading } from '../../src/extraction/types.ts'
import { forScorer, type ScoredDocument } from './score-adapter.ts'

/** A marked article of our own: what the tests need of its marking. */
export interface Marked {
  id: string
  raw: string
  claims: { exact: string; chain: { name: string }[] }[]
  furniture: { exact: string }[]
}

/** The measures of the claim scorer that have floors. */
export interface Measures {
  claim_f1_strict: number
  furniture_leakage: number | null
  originator_accuracy: number | null
  unnamed_originator_accuracy: number | null
  relay_chain_accuracy: number | null
  voice_balanced: number | null
  caveat_link_recall: number | null
  caveat_precision: number | null
  checkable_balanced: number | null
}

interface Scorer {
  loadGold(dir: string): Marked[]
  scoreAll(golds: unknown[], preds: unknown[]): { docs: { id: string; misses: string[][] }[]; blind: Measures }
}

const fixtures = resolve(import.meta.dirname, '../fixtures')
/** The scorer lies outside the repository; where it is missing, what needs it says so and does not run. */
const scorerFile = resolve(import.meta.dirname, '../../../shared/tools/score-claims.mjs')
export const scorerIsHere = existsSync(scorerFile)

export const markedIn = (folder: string): Marked[] =>
  readdirSync(resolve(fixtures, folder, 'gold'))
    .sort()
    .map((file) => JSON.parse(readFileSync(resolve(fixtures, folder, 'gold', file), 'utf8')) as Marked)

/** Reads a marked article as the app would: through the reader of documents, with what its markup says. */
export async function readMarked(folder: string, { raw }: Marked): Promise<{ text: string; reading: Reading }> {
  const { text, blocks, format, declared } = await readDocument(readFileSync(resolve(fixtures, folder, 'raw', raw)), raw)
  const outlet = declared.outlet
  return { text, reading: readArticle(text, { blocks: format === 'text' ? [] : blocks, ...(outlet ? { outlet } : {}) }) }
}

/** The measures of all articles in a folder together, and what was missed, for the message of a failing test. */
export async function measure(folder: string): Promise<{ measures: Measures; misses: string }> {
  const scorer = (await import(pathToFileURL(scorerFile).href)) as Scorer
  const golds = scorer.loadGold(resolve(fixtures, folder, 'gold'))
  const documents = await Promise.all(
    golds.map(async (gold): Promise<ScoredDocument> => {
      const { text, reading } = await readMarked(folder, gold)
      return forScorer(gold.id, text, reading)
    }),
  )
  const { blind, docs } = scorer.scoreAll(golds, documents)
  return { measures: blind, misses: docs.map(({ id, misses }) => `${id}: ${JSON.stringify(misses)}`).join('\n') }
}
