import type { Passage } from '../frames/attributions.ts'
import type { CopySentence } from '../layout/layout.ts'
import type { Range } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import type { CueLexicon } from './cue-lexicon.ts'
import { mixed, stringHash } from './hash.ts'
import { fillNeighbours, probable } from './neighbours.ts'
import { type Spelling, spellingOf } from './spelling.ts'
import { bucket } from './steps.ts'

/** What the tagger is told about each word of a paragraph: one column of whole numbers per property, one row per word. */
export type Columns = Record<ColumnName, Int32Array>

/** The properties of a word by themselves, before templates join them. Words and tags are hashed; the rest are small counts. */
export const COLUMN_NAMES = [
  // The word.
  'word',
  'lemma',
  'pos',
  'shape',
  'suffix3',
  'suffix2',
  'start6',
  // How often its lemma was (part of) a cue, or a source, in the corpus.
  'cue',
  'speaker',
  // Quotation marks: outside, opening, inside, closing; distances to the marks on both sides.
  'quote',
  'quoteLeft',
  'quoteRight',
  // Where it stands in its sentence and what that sentence is like.
  'fromStart',
  'toEnd',
  'toEndExact',
  'first',
  'second',
  'quotedShare',
  'edgeQuotes',
  'before',
  'after',
  'among',
  // The nearest probable cue on the left: its lemma, tag, neighbours, distance, and what lies between.
  'leftLemma',
  'leftPos',
  'leftCue',
  'leftDistance',
  'leftBetween',
  'leftBetweenShort',
  'leftTense',
  // The same on the right.
  'rightLemma',
  'rightPos',
  'rightCue',
  'rightDistance',
  'rightBetween',
  'rightBetweenShort',
  'rightNext',
  'rightMark',
  // What the careful rules read here.
  'rule',
  'ruleForce',
] as const
export type ColumnName = (typeof COLUMN_NAMES)[number]

/** A paragraph as the tagger sees it: its words in one row, and which sentence of the article each belongs to. */
export interface Stretch {
  tokens: Token[]
  spellings: Spelling[]
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
  /** What kind of joint stands before each word: chooses the transition weights. */
  joints: Uint8Array
}

/** How many kinds of joint there are. */
export const JOINTS = 60

const PRONOUNS = new Set('he she they i we it who you'.split(' '))

/** The hashes of the parts of speech. */
const tags = new Map<string, number>()

function tagHash(pos: string): number {
  let hash = tags.get(pos)
  if (hash === undefined) tags.set(pos, (hash = stringHash(pos)))
  return hash
}

/** Where a stretch's columns and joints are written: noughts, at least as long as the stretch. */
export interface Room {
  columns: Columns
  joints: Uint8Array
}

export const roomFor = (n: number): Room => ({
  columns: Object.fromEntries(COLUMN_NAMES.map((name) => [name, new Int32Array(n)])) as Columns,
  joints: new Uint8Array(n),
})

/** Lays out the sentences `ordinals` of an article for the tagger. `rules` are the attributions that the careful rules read there. */
export function stretchOf(
  sentences: readonly CopySentence[],
  ordinals: readonly number[],
  rules: readonly Passage[],
  lexicon: CueLexicon,
  room?: Room,
): Stretch {
  const tokens: Token[] = []
  const bounds: [number, number, number][] = []
  for (const ordinal of ordinals) {
    const own = sentences[ordinal]?.tokens ?? []
    bounds.push([tokens.length, tokens.length + own.length, ordinal])
    for (const token of own) tokens.push(token)
  }
  const n = tokens.length
  const { columns, joints } = room ?? roomFor(n)
  const stretch: Stretch = {
    tokens,
    spellings: tokens.map(({ text, lower }) => spellingOf(text, lower)),
    sentence: new Int32Array(n),
    from: new Int32Array(n),
    to: new Int32Array(n),
    begins: new Map(bounds.map(([from, , ordinal]) => [ordinal, from])),
    rules,
    columns,
    joints,
  }
  for (const [from, to, ordinal] of bounds) {
    stretch.sentence.fill(ordinal, from, to)
    stretch.from.fill(from, from, to)
    stretch.to.fill(to, from, to)
  }
  fillWords(stretch, lexicon)
  fillQuotes(stretch)
  fillSentences(stretch, bounds)
  fillNeighbours(stretch, bounds)
  fillRules(stretch)
  fillJoints(stretch)
  return stretch
}

function fillWords({ tokens, spellings, columns }: Stretch, lexicon: CueLexicon): void {
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k] as Token
    const { word, start6, suffix3, suffix2, shape } = spellings[k] as Spelling
    columns.word[k] = word
    columns.start6[k] = start6
    columns.suffix3[k] = suffix3
    columns.suffix2[k] = suffix2
    columns.shape[k] = shape
    columns.pos[k] = tagHash(token.pos)
    const { hash, cue, speaker } = lexicon.steps(token.lemma)
    columns.lemma[k] = hash
    columns.cue[k] = cue
    columns.speaker[k] = speaker
  }
}

function fillQuotes({ tokens, columns }: Stretch): void {
  const n = tokens.length
  for (let k = 0; k < n; k++) {
    const token = tokens[k]
    columns.quote[k] = token?.opens ? 1 : token?.closes ? 3 : token?.quoted ? 2 : 0
  }
  for (let k = 0, last = -1; k < n; k++) {
    if (tokens[k]?.opens || tokens[k]?.closes) last = k
    columns.quoteLeft[k] = last < 0 ? 8 : bucket(k - last)
  }
  for (let k = n - 1, last = -1; k >= 0; k--) {
    if (tokens[k]?.opens || tokens[k]?.closes) last = k
    columns.quoteRight[k] = last < 0 ? 8 : bucket(last - k)
  }
}

function fillSentences({ tokens, columns }: Stretch, bounds: readonly [number, number, number][]): void {
  const facts = bounds.map(([from, to]) => {
    let quoted = 0
    const cues: number[] = []
    for (let k = from; k < to; k++) {
      if (columns.quote[k] !== 0) quoted++
      if (probable(tokens[k], columns.cue[k] ?? 0) && columns.quote[k] === 0) cues.push(k)
    }
    const share = quoted / Math.max(1, to - from)
    return {
      cues,
      share: quoted === 0 ? 0 : share > 0.8 ? 3 : share > 0.4 ? 2 : 1,
      edges: (columns.quote[from] === 0 ? 0 : 1) + (columns.quote[to - 1] === 0 ? 0 : 2),
    }
  })
  for (const [s, [from, to]] of bounds.entries()) {
    const fact = facts[s]
    if (!fact) continue
    const before = facts[s - 1]
    const previous = before ? mixed(before.share * 4 + before.edges, Math.min(s, 8)) : 7
    const after = facts[s + 1]
    const following = after ? after.share * 4 + Math.min(3, after.cues.length) + 1 : 0
    const first = fact.cues[0] ?? -1
    const last = fact.cues.at(-1) ?? -1
    for (let k = from; k < to; k++) {
      columns.fromStart[k] = bucket(k - from)
      columns.toEnd[k] = bucket(to - 1 - k)
      columns.toEndExact[k] = to - 1 - k
      columns.first[k] = columns.word[from] ?? 0
      columns.second[k] = from + 1 < to ? (columns.word[from + 1] ?? 0) : 1
      columns.quotedShare[k] = fact.share
      columns.edgeQuotes[k] = fact.edges
      columns.before[k] = previous
      columns.after[k] = following
      columns.among[k] = (first < 0 ? 0 : k < first ? 1 : k === first ? 2 : 3) * 4 + (last < 0 ? 0 : k < last ? 1 : k === last ? 2 : 3)
    }
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

const STOPS = new Set('.?!…')

function fillJoints({ tokens, spellings, columns, from, joints }: Stretch): void {
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k] as Token
    const { mark, capital } = spellings[k] as Spelling
    const cue = columns.cue[k] ?? 0
    let kind = 13
    if (token.opens) kind = 1
    else if (token.closes) kind = 2
    else if (token.text === ',') kind = 3
    else if (STOPS.has(token.text)) kind = 4
    else if (token.text === ':') kind = 5
    else if (token.lower === 'that') kind = 6
    else if (token.lower === 'to') kind = 7
    else if (PRONOUNS.has(token.lower)) kind = 8
    else if (cue >= 3 && cue <= 6) kind = 9
    else if (mark) kind = 10
    else if (token.lower === 'and' || token.lower === 'but') kind = 11
    else if (capital) kind = 12
    joints[k] = (kind * 2 + (token.quoted ? 1 : 0)) * 2 + (from[k] === k ? 1 : 0)
  }
}
