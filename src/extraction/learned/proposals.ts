import type { Candidate } from './frame-columns.ts'
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
  /** Per word of the stretch: how likely it is source, and content, of this cue (given the cue). */
  asSource: (k: number) => number
  asContent: (k: number) => number
  beginsContent: (k: number) => number
  /** The stretch of words it was read in. */
  window: readonly [number, number]
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
  const floor = Math.max(1e-6, likely)
  const share = (k: number, role: number): number =>
    k < start || k >= end
      ? 0
      : ((probabilities[(k - start) * LABELS + role] ?? 0) + (probabilities[(k - start) * LABELS + role + 1] ?? 0)) / floor
  const asSource = (k: number): number => share(k, SOURCE)
  const asContent = (k: number): number => share(k, CONTENT)
  const source: number[] = []
  const content: number[] = []
  for (let k = start; k < end; k++) {
    if (asSource(k) > BELONGS) source.push(k)
    if (asContent(k) > BELONGS) content.push(k)
  }
  if (source.length === 0) source.push(...faintSource(asSource, start, end))
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
    asSource,
    asContent,
    beginsContent: (k: number) => (k < start || k >= end ? 0 : (probabilities[(k - start) * LABELS + CONTENT] ?? 0) / floor),
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

function faintSource(asSource: (k: number) => number, start: number, end: number): number[] {
  let at = -1
  let top = FAINT_SOURCE
  for (let k = start; k < end; k++) {
    if (asSource(k) <= top) continue
    top = asSource(k)
    at = k
  }
  if (at < 0) return []
  let from = at
  let to = at + 1
  while (from > start && asSource(from - 1) > top / 2) from--
  while (to < end && asSource(to) > top / 2) to++
  return Array.from({ length: to - from }, (_, k) => from + k)
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
