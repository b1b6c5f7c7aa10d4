import type { Passage } from '../frames/attributions.ts'
import type { CopySentence } from '../layout/layout.ts'
import type { Range } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import type { Columns } from './column-names.ts'
import type { CueLexicon } from './cue-lexicon.ts'
import { stringHash } from './hash.ts'
import { clearSheet, LONGEST, type Sheet } from './kernel/sheet.ts'
import { spellingOf } from './spelling.ts'
import { traitsHere } from './traits.ts'

/** A paragraph as the tagger sees it: its words in one row, and which sentence of the article each belongs to. */
export interface Stretch {
  tokens: Token[]
  /** Ordinal of the sentence in the article, for each word. */
  sentence: Int32Array
  /** First word of the sentence that each word stands in, and the one after its last. */
  from: Int32Array
  to: Int32Array
  /** First word of each sentence, by its ordinal in the article. */
  begins: ReadonlyMap<number, number>
  /** What the careful rules read here. */
  rules: readonly Passage[]
  columns: Columns
  /** `traitsOf` and `traitsHere` of each word. */
  traits: Int32Array
  /** What kind of joint stands before each word: chooses the transition weights. */
  joints: Uint8Array
}

/** How many kinds of joint there are. */
export const JOINTS = 60

/** The hashes of the parts of speech. */
const tags = new Map<string, number>()

function tagHash(pos: string): number {
  let hash = tags.get(pos)
  if (hash === undefined) tags.set(pos, (hash = stringHash(pos)))
  return hash
}

/**
 * Lays the sentences `ordinals` of an article out on the sheet. `rules` are the attributions that the careful rules read there. Columns,
 * traits, joints and sentences are the sheet's own: they hold until the next stretch is laid out on it. Throws when there are more words than
 * the sheet has room for.
 */
export function stretchOf(
  sheet: Sheet,
  sentences: readonly CopySentence[],
  ordinals: readonly number[],
  rules: readonly Passage[],
  lexicon: CueLexicon,
): Stretch {
  const tokens = ordinals.flatMap((ordinal) => sentences[ordinal]?.tokens ?? [])
  const n = tokens.length
  if (n > LONGEST) throw new Error(`A stretch has at most ${LONGEST} words, not ${n}`)
  clearSheet(sheet, n)
  const stretch: Stretch = {
    tokens,
    sentence: sheet.sentence.subarray(0, n),
    from: new Int32Array(n),
    to: new Int32Array(n),
    begins: new Map(),
    rules,
    columns: sheet.columns,
    traits: sheet.traits,
    joints: sheet.joints.values,
  }
  const begins = new Map<number, number>()
  const bounds = sheet.bounds.values
  let count = 0
  let from = 0
  for (const ordinal of ordinals) {
    const to = from + (sentences[ordinal]?.tokens.length ?? 0)
    if (to === from) continue
    begins.set(ordinal, from)
    bounds[2 * count] = from
    bounds[2 * count + 1] = to
    stretch.sentence.fill(ordinal, from, to)
    stretch.from.fill(from, from, to)
    stretch.to.fill(to, from, to)
    count++
    from = to
  }
  stretch.begins = begins
  fillWords(stretch, lexicon)
  sheet.kernel.describe(sheet.addresses, sheet.bounds.at, count, sheet.joints.at, sheet.scratch)
  fillRules(stretch)
  return stretch
}

function fillWords({ tokens, columns, traits }: Stretch, lexicon: CueLexicon): void {
  const { word, lemma, pos, shape, suffix3, suffix2, start6, cue, speaker } = columns
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k] as Token
    const spelling = spellingOf(token.text, token.lower)
    word[k] = spelling.word
    start6[k] = spelling.start6
    suffix3[k] = spelling.suffix3
    suffix2[k] = spelling.suffix2
    shape[k] = spelling.shape
    traits[k] = spelling.traits | traitsHere(token)
    pos[k] = tagHash(token.pos)
    const steps = lexicon.steps(token.lemma)
    lemma[k] = steps.hash
    cue[k] = steps.cue
    speaker[k] = steps.speaker
  }
}

const FORCES = { speech: 1, act: 2, thought: 3, stance: 4 } as const

function fillRules({ rules, begins, columns }: Stretch): void {
  const mark = (sentence: number, range: Range | null, role: number, force: number): void => {
    const from = begins.get(sentence)
    if (!range || from === undefined) return
    for (let k = range[0]; k < range[1]; k++) {
      columns.rule[from + k] = role * 2 + (k === range[0] ? 0 : 1)
      columns.ruleForce[from + k] = force
    }
  }
  for (const { content, frame } of rules) for (const piece of content) mark(piece.sentence, piece.range, 3, FORCES[frame.force])
  for (const { sentence, frame } of rules) {
    mark(sentence, frame.source, 1, FORCES[frame.force])
    mark(sentence, frame.cue, 2, FORCES[frame.force])
  }
}
