import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ruledIn } from '../extraction/caveats/caveats.ts'
import { doubtsIn, DOUBTS_FILE, isLikely } from '../extraction/caveats/doubts/doubts.ts'
import { layOut } from '../extraction/layout/layout.ts'
import { type Boosted, probabilityOf } from '../extraction/learned/decision.ts'
import { type Marked, markedTexts, MARKED_FOLDERS } from './marked-caveats.ts'
import { rounded, taught, unseen } from './small-trees.ts'

/** A word of doubt in a marked text that no rule reads as a caveat, and whether it stands in one. */
interface Example {
  text: Marked
  row: number[]
  /** The caveat's place among those marked, or -1. */
  marked: number
}

/** Settings found by what they give on texts not seen. */
const SETTINGS = { trees: 150, depth: 4, rate: 0.05, least: 1, penalty: 1, evidence: 0.05, drawn: { share: 0.5, seed: 7 } }
/** The texts are parted into so many lots; of each is asked what the others teach. */
const LOTS = 5

const print = (line: string): void => void process.stdout.write(`${line}\n`)

/**
 * `npm run train:doubts -- --articles FOLDER --copy FOLDER --shapes FOLDER`: learns which words of doubt are caveats though no rule
 * knows their wording, and prints how it does on texts it has not seen. `npm run train:caveats` follows, on the caveats then found.
 */
async function train(): Promise<void> {
  const { values } = parseArgs({ options: { ...MARKED_FOLDERS, out: { type: 'string' } } })
  const texts = await markedTexts(values)
  const examples = texts.flatMap(examplesOf)
  const judged = unseen(examples, LOTS, learned, (model, { row }) => probabilityOf(model, row))
  for (const folder of new Set(texts.map((text) => text.folder))) {
    const own = examples.filter(({ text }) => text.folder === folder)
    const likely = own.filter((example) => isLikely(judged.get(example) ?? 0))
    const caveats = (some: readonly Example[]): number =>
      new Set(some.flatMap(({ text, marked }) => (marked < 0 ? [] : [text.caveats[marked]]))).size
    const right = likely.filter(({ marked }) => marked >= 0).length
    print(
      `${folder}: ${own.length} words of doubt that no rule reads; of ${caveats(own)} caveats in them ${caveats(likely)} found; ` +
        `${right} of ${likely.length} words right`,
    )
  }
  writeFileSync(values.out ?? DOUBTS_FILE, `${JSON.stringify(rounded(learned(examples)))}\n`)
}

const learned = (examples: readonly Example[]): Boosted =>
  taught(
    examples.map(({ row, marked }) => ({ row, is: marked >= 0 })),
    SETTINGS,
  )

const escaped = (word: string): string => word.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)

function examplesOf(text: Marked): Example[] {
  const marks = text.caveats.flatMap(({ exact }, k) => {
    const found = new RegExp(exact.trim().split(/\s+/u).map(escaped).join(String.raw`\s+`), 'u').exec(text.text)
    return found ? [{ k, from: found.index, to: found.index + found[0].length }] : []
  })
  return layOut(text.text, text.options, 'en').sentences.flatMap(({ tokens, role }, ordinal) => {
    if (role === 'heading') return []
    const found = ruledIn(tokens, ordinal).map(({ range }) => range)
    return doubtsIn(tokens, found).map(({ at, evidence }): Example => {
      const { start = 0, end = 0 } = tokens[at] ?? {}
      return { text, row: evidence, marked: marks.find(({ from, to }) => start >= from && end <= to)?.k ?? -1 }
    })
  })
}

await train()
