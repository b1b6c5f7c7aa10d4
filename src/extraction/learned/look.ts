import { candidatesOf } from './candidates.ts'
import type { Stretch } from './columns.ts'
import type { CueLexicon } from './cue-lexicon.ts'
import { type Boosted, evidenceFor, probabilityOf, select } from './decision.ts'
import { fillFrame } from './frame-columns.ts'
import type { Address, Kernel } from './kernel/kernel.ts'
import { LONGEST, type Questions, type Sheet } from './kernel/sheet.ts'
import { LANES, type MoveTables } from './kernel/tables.ts'
import { CUE, LABELS } from './labels.ts'
import { orphansOf } from './orphans.ts'
import { type Proposal, proposalsOf } from './proposals.ts'

/** What the corpus has taught, ready for use. */
export interface Model {
  kernel: Kernel
  sheet: Sheet
  lexicon: CueLexicon
  /** The questions that all three chains ask of a word, and what the second look and the reader of frames ask beside. */
  questions: Record<'words' | 'second' | 'taggedWords' | 'frames', Questions>
  weights: Record<'words' | 'second' | 'frames', Address>
  chains: Record<'tagger' | 'second' | 'frames', Chain>
  decision: Boosted
}

/** A chain's moves between labels, and what one whole number of its weights is worth. */
export interface Chain extends MoveTables {
  scale: number
}

/** An opinion on every word of a stretch: seven probabilities, and the best label. Valid until the next one. */
export interface Opinion {
  probabilities: Float32Array
  path: Uint8Array
}

/** A proposal with the probability that it is right. */
export interface Learned extends Proposal {
  confidence: number
  /** Below the line: no attribution, but not far from one. */
  doubtful: boolean
}

/**
 * An attribution stands from this probability on. For the F-measure the best place to draw the line is half of what it reaches
 * (Lipton, Elkan & Naryanaswamy 2014).
 */
export const STANDS = 0.4
/** Proposals from this probability on are worth a second look by a person. */
const DOUBTFUL = 0.15
/** Bytes from one chain's scores to the next one's. */
const APART = LONGEST * LANES * 4
/** Added to the score of a label that is taken for granted. */
export const GRANTED = 100

/**
 * The attributions of one stretch of sentences, outermost ones only, in the order of their cues; those below the line are marked
 * doubtful. The stretch lies on the model's sheet.
 */
export function readStretch(model: Model, stretch: Stretch): Learned[] {
  if (stretch.tokens.length === 0) return []
  const second = looks(model, stretch)
  const proposals = proposed(model, stretch, second)
  proposals.push(...orphansOf(stretch, second.probabilities, second.path, proposals))
  const judged = proposals.map((proposal): Learned => {
    const confidence = probabilityOf(model.decision, evidenceFor(proposal, proposals, stretch, second.path, model.lexicon))
    return { ...proposal, confidence, doubtful: confidence < STANDS }
  })
  return select(judged, DOUBTFUL)
}

/** The tagger's two looks at a stretch. What all chains think of the words by themselves stays on the sheet. */
function looks({ kernel, sheet, questions, weights, chains }: Model, stretch: Stretch): Opinion {
  const n = stretch.tokens.length
  const { tagger, second, frames } = chains
  const { scores, hashes } = sheet
  for (let chain = 0; chain < 3; chain++) scores.values.fill(0, chain * LONGEST * LANES, (chain * LONGEST + n) * LANES)
  const { at, count } = questions.words
  kernel.weighThree(at, count, n, hashes, weights.words, tagger.scale, second.scale, frames.scale, scores.at, APART)
  opinionOn(kernel, sheet, tagger, scores.at, n)
  tellNext(sheet, n)
  weigh(kernel, sheet, questions.second, weights.second, [0, n], second.scale, scores.at + APART)
  return opinionOn(kernel, sheet, second, scores.at + APART, n)
}

/** Adds to the scores of the words `[from, to)` what their answers to some questions weigh. `out` begins with the word `from`. */
function weigh(
  kernel: Kernel,
  { hashes }: Sheet,
  { at, count }: Questions,
  table: Address,
  [from, to]: readonly [number, number],
  scale: number,
  base: number,
  out: number = base,
): void {
  kernel.weigh(at, count, from, to, hashes, table, scale, base, out)
}

function opinionOn(kernel: Kernel, { joints, probabilities, path, scratch }: Sheet, chain: Chain, scores: number, n: number): Opinion {
  kernel.marginals(scores, joints.at, n, chain.factors, chain.backwards, chain.beginFactors, scratch, probabilities.at)
  kernel.bestPath(scores, joints.at, n, chain.moves, chain.begin, scratch, path.at)
  return { probabilities: probabilities.values.subarray(0, n * LABELS), path: path.values.subarray(0, n) }
}

/** Tells the next look what this one thinks of `n` words. */
export function tellNext({ kernel, addresses, probabilities, path, scratch }: Sheet, n: number): void {
  kernel.secondLook(addresses, probabilities.at, path.at, n, scratch)
}

/** Reads a frame for every possible cue of a stretch: what each proposes. */
function proposed({ kernel, sheet, questions, weights, chains: { frames } }: Model, stretch: Stretch, opinion: Opinion): Proposal[] {
  const candidates = candidatesOf(stretch, opinion.probabilities)
  if (candidates.length === 0) return []
  tellNext(sheet, stretch.tokens.length)
  const { frameScores, frameProbabilities, framePath, joints, scratch } = sheet
  const words = sheet.scores.at + 2 * APART
  weigh(kernel, sheet, questions.taggedWords, weights.frames, [0, stretch.tokens.length], frames.scale, words)
  return candidates.flatMap((candidate) => {
    const [from, to] = candidate.window
    const n = to - from
    fillFrame(sheet, stretch, candidate)
    weigh(kernel, sheet, questions.frames, weights.frames, candidate.window, frames.scale, words + from * LANES * 4, frameScores.at)
    const chain = [frameScores.at, joints.at + from, n] as const
    kernel.marginals(...chain, frames.factors, frames.backwards, frames.beginFactors, scratch, frameProbabilities.at)
    const head = (candidate.from - from) * LANES + CUE
    frameScores.values[head] = (frameScores.values[head] as number) + GRANTED
    kernel.bestPath(...chain, frames.moves, frames.begin, scratch, framePath.at)
    const probabilities = frameProbabilities.values.subarray(0, n * LABELS)
    return proposalsOf({ candidate, probabilities, best: framePath.values.subarray(0, n) }, opinion.path)
  })
}
