import type { Stretch } from './columns.ts'
import type { CueLexicon } from './cue-lexicon.ts'
import { CONTENT, SOURCE } from './labels.ts'
import { type Proposal, runsOf } from './proposals.ts'

/** What the decision between proposals rests on, one number each, in this order. */
export const EVIDENCE = [
  'no frame was read',
  'likelihood of the cue',
  'likelihood of its first word as a cue',
  'mean likelihood of the content',
  'least likelihood in the content',
  'words of content',
  'pieces of content',
  'share of content in quotation marks',
  'share of the window that may or may not be content',
  'words of source',
  'mean likelihood of the source',
  'likelihood of the likeliest rival for the same content',
  'likelihood of all rivals',
  'likelihood of an attribution that contains the cue',
  'likelihood of one whose cue lies in the content',
  'how often the lemma was a cue',
  'how often it was counted',
  'the rules see it',
  'side of the content',
  'distance of the content',
  'the cue is quoted',
  'kind of cue word',
  'words of the cue',
  'likelihood that the content begins there',
  'likelihood that it ends there',
  'it begins in another sentence',
  'it ends in another sentence',
  'words in the window',
  'label of the second look at the cue',
  'share of the content that it saw',
  'words of content beside that it saw',
  'words of the source that it saw',
  'agreement with its runs',
] as const

const KINDS: Readonly<Record<string, number>> = { VERB: 1, NOUN: 2, ADP: 3, PUNCT: 4 }

/** Which words are the content of the proposal at hand: those marked with its number. Grows with the longest stretch. */
let marks = new Uint32Array(1 << 13)
let mark = 0

/** The evidence for one proposal among all those of its stretch, in the order of `EVIDENCE`. */
export function evidenceFor(
  proposal: Proposal,
  all: readonly Proposal[],
  { tokens, sentence }: Stretch,
  path: Uint8Array,
  lexicon: CueLexicon,
): number[] {
  const { cue, content, source, shares, window } = proposal
  const [from, to] = cue
  const [start, end] = window
  const words = content.length
  if (marks.length < path.length) marks = new Uint32Array(path.length * 2)
  mark++
  const first = content[0] ?? 0
  const last = content[words - 1] ?? 0
  let pieces = 0
  let quoted = 0
  let seen = 0
  let nearest = Infinity
  let least = Infinity
  let sum = 0
  for (let k = 0; k < words; k++) {
    const word = content[k] as number
    const share = word >= start && word < end ? (shares.content[word - start] as number) : 0
    marks[word] = mark
    sum += share
    if (share < least) least = share
    if (k === 0 || content[k - 1] !== word - 1) pieces++
    if (tokens[word]?.quoted) quoted++
    if ((path[word] as number) >= CONTENT) seen++
    nearest = Math.min(nearest, word < from ? from - word : word >= to ? word - to + 1 : 0)
  }
  let unsure = 0
  let beside = 0
  for (let k = start; k < end; k++) {
    const share = shares.content[k - start] as number
    if (share > 0.15 && share < 0.85) unsure++
    if ((path[k] as number) >= CONTENT && marks[k] !== mark && (marks[k - 1] === mark || marks[k + 1] === mark)) beside++
  }
  let sourceSum = 0
  let sourceSeen = 0
  for (const k of source) {
    if (k >= start && k < end) sourceSum += shares.source[k - start] as number
    if (path[k] === SOURCE || path[k] === SOURCE + 1) sourceSeen++
  }
  const [top, rivals, around, inside] = rivalsOf(proposal, all)
  const lemma = tokens[to - 1]
  const { share, count } = lexicon.usage(lemma?.lemma ?? '')
  return [
    proposal.orphan ? 1 : 0,
    proposal.likely,
    proposal.tagged,
    words === 0 ? 0 : sum / words,
    least,
    words,
    pieces,
    quoted / words,
    unsure / words,
    source.length,
    source.length === 0 ? 0 : sourceSum / source.length,
    top,
    rivals,
    around,
    inside,
    share,
    count,
    proposal.ruled ? 1 : 0,
    first > from ? 1 : last < from ? -1 : 0,
    nearest,
    tokens[from]?.quoted ? 1 : 0,
    KINDS[lemma?.pos ?? ''] ?? 0,
    to - from,
    shares.begins[first - start] ?? 0,
    last + 1 < end ? 1 - (shares.content[last + 1 - start] ?? 0) + (shares.begins[last + 1 - start] ?? 0) : 1,
    sentence[first] === sentence[from] ? 0 : 1,
    sentence[last] === sentence[from] ? 0 : 1,
    end - start,
    path[from] ?? 0,
    seen / words,
    beside,
    sourceSeen,
    agreement(path, words, window),
  ]
}

/** Who else claims the words that are marked: the likeliest rival, all rivals, an attribution around this one, and one inside it. */
function rivalsOf({ cue: [from], content }: Proposal, all: readonly Proposal[]): [number, number, number, number] {
  let top = 0
  let sum = 0
  let around = 0
  let inside = 0
  for (const other of all) {
    if (other.cue[0] === from) continue
    let shared = 0
    let holds = false
    for (const k of other.content) {
      if (marks[k] === mark) shared++
      if (k === from) holds = true
    }
    if (shared > 0.5 * Math.min(content.length, other.content.length)) {
      top = Math.max(top, other.likely)
      sum += other.likely
    }
    if (holds) around = Math.max(around, other.likely)
    if (marks[other.cue[0]] === mark) inside = Math.max(inside, other.likely)
  }
  return [top, sum, around, inside]
}

/** How well the marked words, `words` of them, agree with the second look's runs of content that they touch. */
function agreement(path: Uint8Array, words: number, [start, end]: readonly [number, number]): number {
  let shared = 0
  let union = words
  for (const [from, to] of runsOf(path, start, end)) {
    let hit = 0
    for (let k = from; k < to; k++) if (marks[k] === mark) hit++
    if (hit === 0) continue
    shared += hit
    union += to - from - hit
  }
  return shared / union
}

/** A regression tree in rows: feature, threshold, left and right row; a leaf has feature -1 and its value as threshold. */
export interface Tree {
  feature: readonly number[]
  threshold: readonly number[]
  left: readonly number[]
  right: readonly number[]
}
export interface Boosted {
  bias: number
  trees: readonly Tree[]
}

/** The probability that boosted trees give a row of evidence. */
export function probabilityOf(model: Boosted, row: ArrayLike<number>): number {
  let odds = model.bias
  for (const tree of model.trees) odds += leafOf(tree, row)
  return 1 / (1 + Math.exp(-odds))
}

/** The value of the leaf that a row of evidence falls into. */
export function leafOf({ feature, threshold, left, right }: Tree, row: ArrayLike<number>): number {
  let node = 0
  while ((feature[node] as number) >= 0)
    node = ((row[feature[node] as number] as number) < (threshold[node] as number) ? left[node] : right[node]) as number
  return threshold[node] as number
}

/** Two attributions may share this much of the shorter one's content; more, and the likelier stays. */
const SHARED = 0.5

/** The proposals that stand: the likeliest first, none with the cue of another or most of its content, each at least `threshold` sure. */
export function select<P extends Proposal & { confidence: number }>(proposals: readonly P[], threshold: number): P[] {
  const kept: { proposal: P; own: Set<number> }[] = []
  for (const proposal of [...proposals].sort((a, b) => b.confidence - a.confidence || a.cue[0] - b.cue[0])) {
    if (proposal.confidence < threshold) break
    const clash = kept.some(({ proposal: other, own }) => {
      if (other.cue[0] === proposal.cue[0]) return true
      let shared = 0
      for (const k of proposal.content) if (own.has(k)) shared++
      return shared > SHARED * Math.min(own.size, proposal.content.length)
    })
    if (!clash) kept.push({ proposal, own: new Set(proposal.content) })
  }
  return kept.map(({ proposal }) => proposal).sort((a, b) => a.cue[0] - b.cue[0])
}
