import { bestPath, marginals } from './chain.ts'
import { candidatesOf } from './candidates.ts'
import { COLUMN_NAMES, type Stretch } from './columns.ts'
import type { CueLexicon } from './cue-lexicon.ts'
import { type Boosted, evidenceFor, probabilityOf, select } from './decision.ts'
import { bound, fillFeatures, questionsOf, type Template } from './features.ts'
import { FRAME_COLUMN_NAMES, type FrameColumns, fillFrame, frameColumnsFor } from './frame-columns.ts'
import { LABELS } from './labels.ts'
import type { AddWeights } from './model.ts'
import { orphansOf } from './orphans.ts'
import { type FrameReading, type Proposal, proposalsOf } from './proposals.ts'
import { SECOND_COLUMN_NAMES, secondColumns } from './second-columns.ts'
import { FRAME_TEMPLATES, FRAME_WORD_TEMPLATES, SECOND_TEMPLATES, TAGGER_TEMPLATES } from './templates.ts'

/** The names of all columns: of the word, of the look before, of the cue. */
export const ALL_COLUMNS: readonly string[] = [...COLUMN_NAMES, ...SECOND_COLUMN_NAMES, ...FRAME_COLUMN_NAMES]

const WORD_QUESTIONS = questionsOf(TAGGER_TEMPLATES, ALL_COLUMNS)
const SECOND_QUESTIONS = questionsOf(SECOND_TEMPLATES, ALL_COLUMNS)
// The questions about the word alone are asked of it once for all three chains.
const asked = new Set(TAGGER_TEMPLATES.trim().split('\n'))
const TAGGED_WORD_QUESTIONS = questionsOf(
  FRAME_WORD_TEMPLATES.trim()
    .split('\n')
    .filter((line) => !asked.has(line))
    .join('\n'),
  ALL_COLUMNS,
)
const FRAME_QUESTIONS = questionsOf(FRAME_TEMPLATES, ALL_COLUMNS)

/** The columns of a stretch in the order of `ALL_COLUMNS`, as far as they are known. */
export const columnsOf = (...records: Readonly<Record<string, Int32Array>>[]): Int32Array[] =>
  records.flatMap((record) => Object.values(record))

/** What the corpus has taught, ready for use. */
export interface Model {
  lexicon: CueLexicon
  /** Weights of all three chains for what is asked of a word by itself. */
  words: AddWeights
  /** What the second look asks beside that, and what the reader of frames asks. */
  second: AddWeights
  frames: AddWeights
  chains: Record<'tagger' | 'second' | 'frames', { scale: number; moves: Float32Array }>
  decision: Boosted
}

/** An opinion on every word of a stretch: seven probabilities, and the best label. */
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

let features = new Int32Array(1 << 16)
let sums = new Int32Array(1 << 14)

/** Asks the templates of the words `[from, to)` and adds up the weights of the answers, `width` for each word. Valid until the next call. */
function weigh(add: AddWeights, templates: readonly Template[], from: number, to: number, width: number): Int32Array {
  const count = templates.length
  if (features.length < (to - from) * count) features = new Int32Array((to - from) * count * 2)
  if (sums.length < (to - from) * width) sums = new Int32Array((to - from) * width * 2)
  fillFeatures(templates, from, to, features)
  for (let k = 0; k < to - from; k++) add(features, k * count, count, sums, k * width)
  return sums
}

/** The attributions of one stretch of sentences, outermost ones only, in the order of their cues; those below the line are marked doubtful. */
export function readStretch(model: Model, stretch: Stretch): Learned[] {
  if (stretch.tokens.length === 0) return []
  const { second, frames } = looks(model, stretch)
  const proposals = frames.flatMap((reading) => proposalsOf(stretch, reading, model.chains.frames.moves, second.path))
  proposals.push(...orphansOf(stretch, second.probabilities, second.path, proposals))
  const judged = proposals.map((proposal): Learned => {
    const confidence = probabilityOf(model.decision, evidenceFor(proposal, proposals, stretch, second.path, model.lexicon))
    return { ...proposal, confidence, doubtful: confidence < STANDS }
  })
  return select(judged, DOUBTFUL)
}

/** The tagger's two looks at a stretch, and its reading of a frame for every possible cue. */
function looks(model: Model, stretch: Stretch): { second: Opinion; frames: FrameReading[] } {
  const n = stretch.tokens.length
  const { tagger, second, frames } = model.chains
  const all = 3 * LABELS
  const base = columnsOf(stretch.columns)
  const words = weigh(model.words, bound(WORD_QUESTIONS, base), 0, n, all)
  const scores = new Float32Array(n * LABELS)
  const again = new Float32Array(n * LABELS)
  const third = new Float32Array(n * LABELS)
  for (let k = 0; k < n; k++)
    for (let y = 0; y < LABELS; y++) {
      scores[k * LABELS + y] = (words[k * all + y] as number) * tagger.scale
      again[k * LABELS + y] = (words[k * all + LABELS + y] as number) * second.scale
      third[k * LABELS + y] = (words[k * all + 2 * LABELS + y] as number) * frames.scale
    }
  const first = opinionOf(scores, stretch.joints, tagger.moves)
  const columns = [...base, ...columnsOf(secondColumns(stretch, first.probabilities, first.path))]
  addScaled(again, weigh(model.second, bound(SECOND_QUESTIONS, columns), 0, n, LABELS), second.scale)
  const opinion = opinionOf(again, stretch.joints, second.moves)
  return { second: opinion, frames: framesRead(model, stretch, opinion, third) }
}

function opinionOf(scores: Float32Array, joints: Uint8Array, moves: Float32Array): Opinion {
  return { probabilities: marginals({ scores, joints, moves }), path: bestPath({ scores, joints, moves }) }
}

function addScaled(scores: Float32Array, weights: Int32Array, scale: number): void {
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] as number) + (weights[k] as number) * scale
}

function framesRead({ frames, chains }: Model, stretch: Stretch, opinion: Opinion, words: Float32Array): FrameReading[] {
  const candidates = candidatesOf(stretch, opinion.probabilities)
  if (candidates.length === 0) return []
  const n = stretch.tokens.length
  const columns: FrameColumns = frameColumnsFor(n)
  const all = columnsOf(stretch.columns, secondColumns(stretch, opinion.probabilities, opinion.path), columns)
  addScaled(words, weigh(frames, bound(TAGGED_WORD_QUESTIONS, all), 0, n, LABELS), chains.frames.scale)
  const templates = bound(FRAME_QUESTIONS, all)
  return candidates.map((candidate) => {
    const [from, to] = candidate.window
    fillFrame(columns, stretch, opinion.path, candidate)
    const scores = words.slice(from * LABELS, to * LABELS)
    addScaled(scores, weigh(frames, templates, from, to, LABELS), chains.frames.scale)
    const joints = stretch.joints.subarray(from, to)
    return { candidate, scores, probabilities: marginals({ scores, joints, moves: chains.frames.moves }) }
  })
}
