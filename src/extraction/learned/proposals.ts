import type { Candidate } from './candidates.ts'
import { CONTENT, CUE, LABELS, SOURCE } from './labels.ts'

/** An attribution as it may be: words of a stretch by their place in it, and what speaks for it. */
export interface Proposal {
  cue: readonly [number, number]
  content: number[]
  source: number[]
  /** How likely the reader of frames holds it that the cue is one; for content without a frame, that it is content. */
  likely: number
  /** How likely the tagger held the cue's first word to be one. */
  tagged: number
  /** No frame was read: the second look saw content that nobody is found to have said. */
  orphan: boolean
  ruled: boolean
  /** How likely each word of the window is source, is content, and begins content, of this cue (given the cue). */
  shares: Shares
  /** The stretch of words it was read in. */
  window: readonly [number, number]
}

/** How likely words are source, are content, and begin content; the first word is the window's. */
export interface Shares {
  source: Float64Array
  content: Float64Array
  begins: Float64Array
}

/** Adds up seven probabilities a word by role, as shares of `whole`. */
export function sharesOf(probabilities: Float32Array, whole: number): Shares {
  const n = Math.floor(probabilities.length / LABELS)
  const shares = { source: new Float64Array(n), content: new Float64Array(n), begins: new Float64Array(n) }
  for (let k = 0, at = 0; k < n; k++, at += LABELS) {
    const begins = probabilities[at + CONTENT] as number
    shares.source[k] = ((probabilities[at + SOURCE] as number) + (probabilities[at + SOURCE + 1] as number)) / whole
    shares.content[k] = (begins + (probabilities[at + CONTENT + 1] as number)) / whole
    shares.begins[k] = begins / whole
  }
  return shares
}

/** What one reading of a candidate's frame gives: seven probabilities for each word of its window, and the best labels given that the cue is one. */
export interface FrameReading {
  candidate: Candidate
  probabilities: Float32Array
  best: Uint8Array
}

/** Words belong to a role from this share of the cue's own probability on. */
const BELONGS = 0.5
/** A source may be as unlikely as this, if it is the likeliest: nearly every attribution has one. */
const FAINT_SOURCE = 0.1
/** Content read by the second look counts for a frame that has this share of it, or this many of its words. */
const SHARE_OF_RUN = 0.4
const WORDS_OF_RUN = 12

/** The readings of one candidate: word by word, as the best path, and by whole runs of the second look's content. */
export function proposalsOf({ candidate, probabilities, best }: FrameReading, path: Uint8Array): Proposal[] {
  const [start, end] = candidate.window
  const n = end - start
  const head = candidate.from - start
  const likely = (probabilities[head * LABELS + CUE] ?? 0) + (probabilities[head * LABELS + CUE + 1] ?? 0)
  const shares = sharesOf(probabilities, Math.max(1e-6, likely))
  const source: number[] = []
  const content: number[] = []
  for (let k = 0; k < n; k++) {
    if ((shares.source[k] as number) > BELONGS) source.push(start + k)
    if ((shares.content[k] as number) > BELONGS) content.push(start + k)
  }
  if (source.length === 0) addFaintSource(source, shares.source, start)
  const bestContent: number[] = []
  const bestSource: number[] = []
  for (let k = 0; k < n; k++) {
    const label = best[k] ?? 0
    if (label >= CONTENT) bestContent.push(start + k)
    else if (label === SOURCE || label === SOURCE + 1) bestSource.push(start + k)
  }
  const common = {
    cue: [candidate.from, candidate.to] as const,
    likely,
    tagged: candidate.probability,
    orphan: false,
    ruled: candidate.rule !== null,
    shares,
    window: candidate.window,
  }
  const whole = wholeRuns(path, content.length > 0 ? content : bestContent, start, end)
  const proposals: Proposal[] = []
  const add = (words: number[], from: number[]): void => {
    if (words.length > 0 && !proposals.some((other) => same(other.content, words) && same(other.source, from)))
      proposals.push({ ...common, content: words, source: from })
  }
  add(content, source)
  add(bestContent, bestSource.length > 0 ? bestSource : source)
  add(whole, source)
  return proposals
}

const same = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((value, k) => value === b[k])

/** The run of words around the likeliest source, if it is likely at all. */
function addFaintSource(source: number[], asSource: Float64Array, start: number): void {
  let at = -1
  let top = FAINT_SOURCE
  for (let k = 0; k < asSource.length; k++) {
    if ((asSource[k] as number) <= top) continue
    top = asSource[k] as number
    at = k
  }
  if (at < 0) return
  let from = at
  let to = at + 1
  while (from > 0 && (asSource[from - 1] as number) > top / 2) from--
  while (to < asSource.length && (asSource[to] as number) > top / 2) to++
  for (let k = from; k < to; k++) source.push(start + k)
}

/** The runs of content of the second look that a frame's content has a good part of, whole. */
function wholeRuns(path: Uint8Array, content: readonly number[], start: number, end: number): number[] {
  const own = new Set(content)
  const out: number[] = []
  for (const [from, to] of runsOf(path, start, end)) {
    let hit = 0
    for (let k = from; k < to; k++) if (own.has(k)) hit++
    if (hit > SHARE_OF_RUN * (to - from) || hit > WORDS_OF_RUN) for (let k = from; k < to; k++) out.push(k)
  }
  return out
}

/** The runs of content in a path, within `[start, end)`. */
export function runsOf(path: Uint8Array, start: number, end: number): [number, number][] {
  const runs: [number, number][] = []
  for (let k = start; k < end; ) {
    if ((path[k] ?? 0) < CONTENT) {
      k++
      continue
    }
    let to = k + 1
    while (to < end && path[to] === CONTENT + 1) to++
    runs.push([k, to])
    k = to
  }
  return runs
}
