import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readDocument } from '../documents/read.ts'
import type { Caveat } from '../extraction/caveats/caveats.ts'
import { candidatesOf } from '../extraction/caveats/links/candidates.ts'
import { EVIDENCE, evidenceOf } from '../extraction/caveats/links/evidence.ts'
import { tiedOf, TREES_FILE } from '../extraction/caveats/links/links.ts'
import { ruledScope } from '../extraction/caveats/scope.ts'
import { wordsOf, type View } from '../extraction/caveats/scope/view.ts'
import { type Boosted, probabilityOf } from '../extraction/learned/decision.ts'
import { draftOf } from '../extraction/read.ts'
import type { ReadOptions } from '../extraction/types.ts'
import { trainBoosted } from './boosting.ts'

/** A text with what its caveats are about, marked by hand. */
interface Marked {
  id: string
  text: string
  options: ReadOptions
  caveats: { exact: string; about: string[]; maybe: string[] }[]
}

/** One caveat as the engine finds it: the evidence for each claim, and whether it is about it; null where a reader may think either. */
interface Example {
  text: string
  rows: number[][]
  right: (boolean | null)[]
  /** How many statements the caveat is about, found as claims or not. */
  marked: number
  /** What the rules of reach say. */
  ruled: boolean[]
}

/** Settings found by what they give on texts not seen. */
const SETTINGS = { trees: 400, depth: 6, rate: 0.06, least: 1, penalty: 1, evidence: 0.05, drawn: { share: 0.5, seed: 7 } }
/** The texts are parted into so many lots; each is judged by what the others teach. */
const FOLDS = 8

const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** `npm run train:caveats -- --articles FOLDER --pieces FOLDER`: learns which claims a caveat is about, and prints how it does on texts it has not seen. */
async function train(): Promise<void> {
  const { values } = parseArgs({
    options: {
      articles: { type: 'string', multiple: true, default: [] },
      pieces: { type: 'string', default: '' },
      out: { type: 'string' },
    },
  })
  if (values.articles.length === 0 && values.pieces === '')
    throw new Error('Say where the marked texts lie: npm run train:caveats -- --articles FOLDER --pieces FOLDER')
  const articles = await Promise.all(values.articles.map(articlesIn))
  const marked = [...articles.flat(), ...(values.pieces === '' ? [] : piecesIn(values.pieces))]
  const examples = marked.flatMap(examplesOf)
  const lots = new Map(marked.map(({ id }, k) => [id, k % FOLDS]))
  const lotOf = (example: Example): number => lots.get(example.text) ?? 0
  const judged = new Map<Example, number[]>()
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = learned(examples.filter((example) => lotOf(example) !== fold))
    for (const example of examples)
      if (lotOf(example) === fold)
        judged.set(
          example,
          example.rows.map((row) => probabilityOf(model, row)),
        )
  }
  print(`${marked.length} texts, ${examples.length} caveats found`)
  for (const folder of new Set(examples.map(({ text }) => text.split('/')[0]))) {
    const own = examples.filter(({ text }) => text.startsWith(`${folder}/`))
    tell(`${folder}, rules`, own, ruledOf)
    tell(`${folder}, rules and what the other texts teach`, own, (example) => tiedOf(judged.get(example) ?? [], example.ruled))
  }
  writeFileSync(values.out ?? TREES_FILE, `${JSON.stringify(rounded(learned(examples)))}\n`)
}

const ruledOf = ({ ruled }: Example): number[] => ruled.flatMap((is, at) => (is ? [at] : []))

function tell(name: string, examples: readonly Example[], tied: (example: Example) => readonly number[]): void {
  let [right, told, marked] = [0, 0, 0]
  for (const example of examples) {
    marked += example.marked
    for (const at of tied(example)) {
      if (example.right[at] === null) continue
      told++
      if (example.right[at]) right++
    }
  }
  print(
    `${name}: ${examples.length} caveats, recall ${(right / marked).toFixed(3)} of ${marked} links, precision ${(right / told).toFixed(3)}`,
  )
}

function learned(examples: readonly Example[]): Boosted {
  const rows = examples.flatMap(({ rows, right }) => rows.flatMap((row, k) => (right[k] === null ? [] : [{ row, right: right[k] }])))
  const flat = new Float32Array(rows.length * EVIDENCE.length)
  for (const [k, { row }] of rows.entries()) flat.set(row, k * EVIDENCE.length)
  return trainBoosted(
    flat,
    EVIDENCE.length,
    Uint8Array.from(rows, ({ right }) => (right ? 1 : 0)),
    SETTINGS,
  )
}

/** Four decimals tell as much and keep the file small. */
const rounded = ({ bias, trees }: Boosted): Boosted => ({
  bias: short(bias),
  trees: trees.map((tree) => ({ ...tree, threshold: tree.threshold.map(short) })),
})
const short = (value: number): number => Math.round(value * 1e4) / 1e4

interface Gold {
  lang?: string
  raw: string
  claims: { exact: string }[]
  caveats: { exact: string; applies_to: number[]; applies_optional?: number[] }[]
}

async function articlesIn(folder: string): Promise<Marked[]> {
  const golds = readdirSync(path.join(folder, 'gold')).sort()
  const all = golds.map(async (file): Promise<Marked[]> => {
    const { lang, raw, claims, caveats } = JSON.parse(readFileSync(path.join(folder, 'gold', file), 'utf8')) as Gold
    if (lang && !lang.startsWith('en')) return []
    const { text, blocks, format, declared } = await readDocument(readFileSync(path.join(folder, 'raw', raw)), raw)
    const wordings = (indices: readonly number[] = []): string[] => indices.map((k) => claims[k]?.exact ?? '')
    const options = { blocks: format === 'text' ? [] : blocks, ...(declared.outlet ? { outlet: declared.outlet } : {}) }
    const marked = caveats.map((caveat) => ({
      exact: caveat.exact,
      about: wordings(caveat.applies_to),
      maybe: wordings(caveat.applies_optional),
    }))
    return [{ id: `${path.basename(folder)}/${file}`, text, options, caveats: marked }]
  })
  return (await Promise.all(all)).flat()
}

interface Piece {
  id: string
  text: string
  caveats: { exact: string; applies_to: string[]; optional?: string[] }[]
}

function piecesIn(folder: string): Marked[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  return files.sort().flatMap((file) =>
    (JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Piece[]).map(({ id, text, caveats }) => ({
      id: `${path.basename(folder)}/${file}/${id}`,
      text,
      options: {},
      caveats: caveats.map(({ exact, applies_to, optional }) => ({ exact, about: applies_to, maybe: optional ?? [] })),
    })),
  )
}

/** A caveat's words, or a claim's, are those that were marked from this share of the shorter of the two on. */
const SAME = 0.8

function examplesOf({ id, text, options, caveats }: Marked): Example[] {
  const { material, drafts, sources } = draftOf(text, options)
  const view: View = { claims: drafts.claims, sources, sentences: material.sentences }
  return material.caveats.flatMap((caveat): Example[] => {
    const marked = caveats.find(({ exact }) => same(wordsIn(caveat, view), wordsOfText(exact)))
    if (!marked) return []
    const candidates = candidatesOf(caveat, view)
    const ruled = new Set(ruledScope(caveat, view))
    const is = (k: number, statements: readonly string[]): boolean => {
      const own = wordsOf(view, k).map(({ lower }) => lower)
      return statements.some((statement) => same(own.flatMap(wordsOfText), wordsOfText(statement)))
    }
    return [
      {
        text: id,
        rows: evidenceOf(caveat, view, candidates),
        right: candidates.map((k) => (is(k, marked.about) ? true : is(k, marked.maybe) ? null : false)),
        marked: marked.about.length,
        ruled: candidates.map((k) => ruled.has(k)),
      },
    ]
  })
}

const wordsIn = (caveat: Caveat, { sentences }: View): string[] =>
  (sentences[caveat.sentence]?.tokens ?? []).slice(...caveat.range).flatMap(({ lower }) => wordsOfText(lower))

const wordsOfText = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether the shorter of two wordings is nearly all in the longer one. */
function same(one: readonly string[], other: readonly string[]): boolean {
  const left = new Map<string, number>()
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of other) {
    const count = left.get(word) ?? 0
    if (count > 0) {
      shared++
      left.set(word, count - 1)
    }
  }
  const shorter = Math.min(one.length, other.length)
  return shorter > 0 && shared / shorter >= SAME
}

await train()
