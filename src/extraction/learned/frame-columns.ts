import type { Passage } from '../frames/attributions.ts'
import type { Stretch } from './columns.ts'
import { mixed } from './hash.ts'
import { ROLE } from './second-columns.ts'
import { fineBucket, level } from './steps.ts'

/** A stretch of words that may be a cue, and how likely its first word is the first of one. */
export interface Candidate {
  from: number
  to: number
  probability: number
  /** The words its attribution may reach: its own sentence and the nearest ones of the paragraph. */
  window: readonly [number, number]
  /** What the careful rules read at this cue, if they know it. */
  rule: Passage | null
}

export const FRAME_COLUMN_NAMES = [
  // Where it stands from the cue: side, distance, sentences, what lies between, the tagger's spans between.
  'side',
  'distance',
  'sentences',
  'between',
  'betweenShort',
  'path',
  'cuesBetween',
  // The cue: its lemma, tag, ending, neighbours, what is quoted, how sure the tagger is of it.
  'cueLemma',
  'cuePos',
  'cueTense',
  'cueNext',
  'cuePrevious',
  'cueQuote',
  'cueSure',
  'cueFirst',
  // Pairs of quotation marks between the word and the cue; whether the word's sentence holds a cue of its own.
  'sameQuote',
  'ownCue',
  // What the careful rules say of the word for this very cue.
  'ruling',
] as const
export type FrameColumns = Record<(typeof FRAME_COLUMN_NAMES)[number], Int32Array>

export const frameColumnsFor = (n: number): FrameColumns =>
  Object.fromEntries(FRAME_COLUMN_NAMES.map((name) => [name, new Int32Array(n)])) as FrameColumns

/** Fills everything that depends on the cue, for the words of its window. */
export function fillFrame(columns: FrameColumns, stretch: Stretch, path: Uint8Array, candidate: Candidate): void {
  const { tokens, columns: base, sentence } = stretch
  const { from, to, window } = candidate
  const last = to - 1
  const cueSentence = sentence[from] ?? 0
  const lemma = base.lemma[last] ?? 0
  const sure = level(candidate.probability)
  const cueNext = to < tokens.length ? (base.word[to] ?? 0) : 1
  const cuePrevious = from > 0 ? (base.word[from - 1] ?? 0) : 1
  for (let k = window[0]; k < window[1]; k++) {
    columns.cuePrevious[k] = cuePrevious
    columns.cueLemma[k] = lemma
    columns.cuePos[k] = base.pos[last] ?? 0
    columns.cueTense[k] = base.suffix2[last] ?? 0
    columns.cueNext[k] = cueNext
    columns.cueQuote[k] = base.quote[from] ?? 0
    columns.cueSure[k] = sure
    columns.cueFirst[k] = base.lemma[from] ?? 0
    columns.sentences[k] = Math.max(-3, Math.min(4, (sentence[k] ?? 0) - cueSentence))
    columns.ruling[k] = candidate.rule ? 1 : 0
  }
  for (let k = from; k < to; k++) {
    columns.side[k] = k === from ? 2 : 3
    columns.distance[k] = 0
    columns.between[k] = columns.betweenShort[k] = columns.path[k] = columns.cuesBetween[k] = 0
    columns.sameQuote[k] = 0
    columns.ownCue[k] = 0
  }
  walk(columns, stretch, path, candidate, 1)
  walk(columns, stretch, path, candidate, -1)
  if (candidate.rule) fillRuling(columns, stretch, candidate.rule)
}

function walk(
  columns: FrameColumns,
  { tokens, columns: base, sentence }: Stretch,
  path: Uint8Array,
  candidate: Candidate,
  step: 1 | -1,
): void {
  const { from, to, window } = candidate
  const begin = step > 0 ? to : from - 1
  const end = step > 0 ? window[1] : window[0] - 1
  let commas = 0
  let that = 0
  let verbs = 0
  let marks = 0
  let relative = 0
  let joins = 0
  let ends = 0
  let cues = 0
  let pathHash = step > 0 ? 11 : 12
  let pathLength = 0
  let lastRole = 2
  let inQuote = base.quote[step > 0 ? last(to) : from] === 2 ? 1 : 0
  for (let k = begin; k !== end; k += step) {
    const token = tokens[k]
    if (!token) break
    const quote = base.quote[k] ?? 0
    if ((sentence[k] ?? 0) !== (sentence[k - step] ?? 0)) {
      ends++
      if (pathLength < 6) {
        pathHash = mixed(pathHash, 9)
        pathLength++
      }
    }
    const role = ROLE[path[k] ?? 0] ?? 0
    if (role !== lastRole && pathLength < 6) {
      pathHash = mixed(pathHash, role + 1)
      pathLength++
    }
    if (role === 2 && lastRole !== 2) cues++
    lastRole = role
    columns.side[k] = step > 0 ? 4 : 1
    columns.distance[k] = fineBucket(Math.abs(k - begin)) * step
    columns.between[k] =
      Math.min(3, commas) +
      4 * that +
      8 * Math.min(2, verbs) +
      32 * Math.min(3, marks) +
      128 * relative +
      256 * joins +
      512 * Math.min(2, ends)
    columns.betweenShort[k] = Math.min(2, commas) + 4 * that + 8 * Math.min(3, marks) + 32 * Math.min(2, ends)
    columns.path[k] = pathHash
    columns.cuesBetween[k] = Math.min(3, cues)
    columns.sameQuote[k] = inQuote * 4 + Math.min(3, marks)
    columns.ownCue[k] = Math.min(2, ends) * 4 + Math.min(3, cues)
    if (token.text === ',') commas++
    else if (token.lower === 'that') that = 1
    else if (token.lower === 'who' || token.lower === 'which') relative = 1
    else if (token.lower === 'and' || token.lower === 'but') joins = 1
    else if (quote === 1 || quote === 3) {
      marks++
      inQuote = quote === 1 ? (step > 0 ? 1 : 0) : step > 0 ? 0 : 1
    } else if (token.pos === 'VERB' || token.pos === 'AUX') verbs++
  }
}

const last = (to: number): number => to - 1

function fillRuling(columns: FrameColumns, { begins }: Stretch, { sentence, frame, content }: Passage): void {
  const mark = (where: number, range: readonly [number, number] | null, role: number): void => {
    const start = begins.get(where)
    if (!range || start === undefined) return
    for (let k = start + range[0]; k < start + range[1]; k++) columns.ruling[k] = role + (k === start + range[0] ? 0 : 1)
  }
  for (const piece of content) mark(piece.sentence, piece.range, 6)
  mark(sentence, frame.source, 2)
  mark(sentence, frame.cue, 4)
}
