import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Caveat } from '../extraction/caveats/caveats.ts'
import { candidatesOf } from '../extraction/caveats/links/candidates.ts'
import { evidenceOf } from '../extraction/caveats/links/evidence.ts'
import { tiedOf, TREES_FILE } from '../extraction/caveats/links/links.ts'
import { likelyOf, type Looks, secondEvidence } from '../extraction/caveats/links/second-look.ts'
import { ruledScope } from '../extraction/caveats/scope.ts'
import { wordsOf, type View } from '../extraction/caveats/scope/view.ts'
import { type Boosted, probabilityOf } from '../extraction/learned/decision.ts'
import { draftOf } from '../extraction/read.ts'
import type { BoostingOptions } from './boosting.ts'
import { type Marked, markedTexts, MARKED_FOLDERS, same, wordsOfText } from './marked-caveats.ts'
import { rounded, taught, unseen } from './small-trees.ts'

/** One caveat as the engine finds it: the evidence for each claim, and whether it is about it; null where a reader may think either. */
interface Example {
  text: Marked
  rows: number[][]
  right: (boolean | null)[]
  /** How many statements the caveat is about, found as claims or not. */
  marked: number
  /** What the rules of reach say. */
  ruled: boolean[]
}

/** Settings found by what they give on texts not seen. */
const FIRST = { trees: 400, depth: 6, rate: 0.06, least: 1, penalty: 1, evidence: 0.05, drawn: { share: 0.5, seed: 7 } }
const SECOND = { ...FIRST, trees: 300, depth: 4, rate: 0.05 }
/** The texts are parted into so many lots; of each is asked what the others teach. */
const LOTS = 5

const print = (line: string): void => void process.stdout.write(`${line}\n`)

/**
 * `npm run train:caveats -- --articles FOLDER --copy FOLDER --shapes FOLDER`: learns which claims a caveat is about, and prints how it
 * does on texts it has not seen: those of one lot by what the others teach (`--lots`, five unless told).
 */
async function train(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...MARKED_FOLDERS,
      out: { type: 'string' },
      lots: { type: 'string', default: String(LOTS) },
    },
  })
  const marked = await markedTexts(values)
  const examples = marked.flatMap(examplesOf)
  print(`${marked.length} texts, ${examples.length} caveats found`)
  const judged = unseen(examples, Number(values.lots), learned, (model, { rows }) => likelyOf(model, rows))
  for (const folder of new Set(examples.map(({ text }) => text.folder))) {
    const own = examples.filter(({ text }) => text.folder === folder)
    tell(`${folder}, rules`, own, ruledOf)
    tell(`${folder}, rules and what the other texts teach`, own, (example) => tiedOf(judged.get(example) ?? [], example.ruled))
  }
  const { first, second } = learned(examples)
  writeFileSync(values.out ?? TREES_FILE, `${JSON.stringify({ first: rounded(first), second: rounded(second) })}\n`)
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

/** The second look learns from what a first look says of texts that it was not taught: of its own texts it is too sure. */
function learned(examples: readonly Example[]): Looks {
  const thought = unseen(examples, LOTS, firstLook, (model, { rows }) => rows.map((row) => probabilityOf(model, row)))
  const again = examples.map((example) => ({ ...example, rows: secondEvidence(example.rows, thought.get(example) ?? []) }))
  return { first: firstLook(examples), second: boosted(again, SECOND) }
}

const firstLook = (examples: readonly Example[]): Boosted => boosted(examples, FIRST)

const boosted = (examples: readonly Example[], settings: BoostingOptions): Boosted =>
  taught(
    examples.flatMap(({ rows, right }) => rows.flatMap((row, k) => (right[k] == null ? [] : [{ row, is: right[k] }]))),
    settings,
  )

function examplesOf(text: Marked): Example[] {
  const { material, drafts, sources } = draftOf(text.text, text.options)
  const view: View = { claims: drafts.claims, sources, sentences: material.sentences, caveats: material.caveats }
  return material.caveats.flatMap((caveat): Example[] => {
    const marked = text.caveats.find(({ exact }) => same(wordsIn(caveat, view), wordsOfText(exact)))
    if (!marked) return []
    const candidates = candidatesOf(caveat, view)
    const ruled = new Set(ruledScope(caveat, view))
    const is = (k: number, statements: readonly string[]): boolean => {
      const own = wordsOf(view, k).map(({ lower }) => lower)
      return statements.some((statement) => same(own.flatMap(wordsOfText), wordsOfText(statement)))
    }
    return [
      {
        text,
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

await train()
