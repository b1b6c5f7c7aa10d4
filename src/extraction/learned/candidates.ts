import type { Passage } from '../frames/attributions.ts'
import type { Stretch } from './columns.ts'
import { CUE, LABELS } from './labels.ts'

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

/** A word begins a possible cue from this probability on. In training more of them are looked at, to learn what is none. */
const BEGINS = 0.15
export const BEGINS_IN_TRAINING = 0.08
/** A cue goes on while its words are this likely to belong. */
const GOES_ON = 0.3
/** Sentences before and after the cue's own that its attribution may reach. */
const BACK = 2
const AHEAD = 4
const LONGEST = 260

/** The possible cues of a stretch: where the tagger sees one (`probabilities` holds seven for each word), and where the rules do. */
export function candidatesOf(stretch: Stretch, probabilities: Float32Array, begins = BEGINS): Candidate[] {
  const n = stretch.tokens.length
  const found: Candidate[] = []
  const taken = new Uint16Array(n)
  const begun = (k: number): number => probabilities[k * LABELS + CUE] ?? 0
  const goesOn = (k: number): number => probabilities[k * LABELS + CUE + 1] ?? 0
  for (let k = 0; k < n; k++) {
    const probability = begun(k)
    if (probability < begins) continue
    let to = k + 1
    while (to < n && goesOn(to) > GOES_ON && goesOn(to) > begun(to)) to++
    found.push({ from: k, to, probability, window: windowOf(stretch, k), rule: null })
    taken.fill(found.length, k, to)
  }
  for (const rule of stretch.rules) {
    const start = stretch.begins.get(rule.sentence)
    if (start === undefined) continue
    const [from, to] = [start + rule.frame.cue[0], start + rule.frame.cue[1]]
    let own: Candidate | undefined
    for (let k = from; k < to && !own; k++) own = found[(taken[k] ?? 0) - 1]
    if (own) own.rule ??= rule
    else if (to > from) found.push({ from, to, probability: begun(from), window: windowOf(stretch, from), rule })
  }
  return found.sort((a, b) => a.from - b.from)
}

function windowOf({ from, to, tokens, columns }: Stretch, cue: number): readonly [number, number] {
  let start = from[cue] ?? 0
  let end = to[cue] ?? tokens.length
  // Back to where an open quotation began, and a little further.
  for (let k = 0; start > 0 && end - start < LONGEST; ) {
    const inside = (columns.quote[start] ?? 0) >= 2
    if (!inside && ++k > BACK) break
    start = from[start - 1] ?? 0
  }
  for (let k = 0; end < tokens.length && end - start < LONGEST; ) {
    const inside = (columns.quote[end] ?? 0) >= 2
    if (!inside && ++k > AHEAD) break
    end = to[end] ?? tokens.length
  }
  return [start, end]
}
