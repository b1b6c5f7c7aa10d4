import type { Stretch } from './columns.ts'
import { CONTENT, CUE, LABELS, SOURCE } from './labels.ts'
import { type Proposal, runsOf, type Shares, sharesOf } from './proposals.ts'

/** A frame this likely speaks for the content it covers. */
const SPOKEN_FOR = 0.25
/** How far from the content its source may stand, in words, and a sentence counts as so many. */
const REACH = 45
const SENTENCE = 20

/** Content that the second look sees and no likely frame covers: proposed with the nearest source and the likeliest cue beside it. */
export function orphansOf(stretch: Stretch, probabilities: Float32Array, path: Uint8Array, proposals: readonly Proposal[]): Proposal[] {
  const n = path.length
  const found: Proposal[] = []
  let shares: Shares | null = null
  const likely = proposals.filter((proposal) => proposal.likely >= SPOKEN_FOR)
  for (const [from, to] of runsOf(path, 0, n)) {
    if (to - from < 2 || likely.some((proposal) => covers(proposal, from, to))) continue
    const cue = cueBeside(probabilities, from, to, n)
    let sum = 0
    for (let k = from; k < to; k++) sum += contentAt(probabilities, k)
    found.push({
      cue: [cue.at, cue.at + 1],
      content: Array.from({ length: to - from }, (_, k) => from + k),
      source: sourceNear(stretch, path, from, to),
      likely: sum / (to - from),
      tagged: cue.value,
      orphan: true,
      ruled: false,
      shares: (shares ??= sharesOf(probabilities, 1)),
      window: [0, n],
    })
  }
  return found
}

const at = (probabilities: Float32Array, k: number, label: number): number => probabilities[k * LABELS + label] ?? 0
const contentAt = (probabilities: Float32Array, k: number): number => at(probabilities, k, CONTENT) + at(probabilities, k, CONTENT + 1)

function covers({ content }: Proposal, from: number, to: number): boolean {
  let hit = 0
  for (const k of content) if (k >= from && k < to) hit++
  return hit / Math.max(to - from, content.length) >= 0.5
}

function cueBeside(probabilities: Float32Array, from: number, to: number, n: number): { at: number; value: number } {
  let best = { at: from > 0 ? from - 1 : Math.min(n - 1, to), value: -1 }
  for (let k = Math.max(0, from - 12); k < Math.min(n, to + 8); k++) {
    if (k >= from && k < to) continue
    const value = at(probabilities, k, CUE) + at(probabilities, k, CUE + 1) - 0.01 * Math.abs(k < from ? from - k : k - to)
    if (value > best.value) best = { at: k, value }
  }
  return best
}

function sourceNear({ tokens, sentence }: Stretch, path: Uint8Array, from: number, to: number): number[] {
  let nearest: number[] = []
  let shortest = Infinity
  for (let k = Math.max(0, from - 3 * REACH); k < Math.min(path.length, to + 3 * REACH); ) {
    if (path[k] !== SOURCE) {
      k++
      continue
    }
    let end = k + 1
    while (path[end] === SOURCE + 1) end++
    const distance = end <= from ? from - end : k >= to ? k - to : Infinity
    const sentences = Math.abs((sentence[k] ?? 0) - (sentence[end <= from ? from : to - 1] ?? 0))
    // Beyond the sentence only a quotation looks for its speaker.
    const allowed = sentences === 0 || (sentences <= 2 && tokens[from]?.quoted === true)
    if (allowed && distance < REACH && distance + sentences * SENTENCE < shortest) {
      shortest = distance + sentences * SENTENCE
      nearest = Array.from({ length: end - k }, (_, j) => k + j)
    }
    k = end
  }
  return nearest
}
