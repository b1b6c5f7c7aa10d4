import type { Passage } from '../attributions.ts'
import type { CopySentence } from '../layout.ts'
import type { Range } from '../phrases.ts'
import type { Token } from '../tokens.ts'
import { type CueLexicon, NEVER_ALONE } from './cue-lexicon.ts'
import { mixed, stringHash } from './hash.ts'

/** What the tagger is told about each word of a paragraph: one column of whole numbers per property, one row per word. */
export type Columns = Record<ColumnName, Int32Array>

/** The properties of a word by themselves, before templates join them. Words and tags are hashed; the rest are small counts. */
export const COLUMN_NAMES = [
  // The word.
  'word', 'lemma', 'pos', 'shape', 'suffix3', 'suffix2', 'prefix3', 'start6',
  // How often its lemma was (part of) a cue, or a source, in the corpus.
  'cue', 'speaker',
  // Quotation marks: outside, opening, inside, closing; distances to the marks on both sides.
  'quote', 'quoteLeft', 'quoteRight',
  // Where it stands in its sentence and what that sentence is like.
  'fromStart', 'toEnd', 'toEndExact', 'first', 'second', 'quotedShare', 'cueShape', 'edgeQuotes', 'before', 'after', 'among',
  // The nearest probable cue on the left: its lemma, tag, neighbours, distance, and what lies between.
  'leftLemma', 'leftPos', 'leftCue', 'leftDistance', 'leftBetween', 'leftBetweenShort', 'leftNext', 'leftPrevious', 'leftTense',
  // The same on the right.
  'rightLemma', 'rightPos', 'rightCue', 'rightDistance', 'rightBetween', 'rightBetweenShort', 'rightNext', 'rightPrevious', 'rightMark',
  // What the careful rules read here.
  'rule', 'ruleForce',
] as const
export type ColumnName = (typeof COLUMN_NAMES)[number]

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
  /** What kind of joint stands before each word: chooses the transition weights. */
  joints: Uint8Array
}

/** How many kinds of joint there are. */
export const JOINTS = 60

const bucket = (distance: number): number =>
  distance <= 3 ? distance : distance <= 5 ? 4 : distance <= 8 ? 5 : distance <= 14 ? 6 : distance <= 25 ? 7 : 8
const isVerb = (token: Token): boolean => token.pos === 'VERB' || token.pos === 'AUX'
const PRONOUNS = new Set('he she they i we it who you'.split(' '))

const cache = new Map<string, number>()
function hashed(word: string): number {
  let value = cache.get(word)
  if (value === undefined) {
    value = stringHash(word)
    if (cache.size < 100_000) cache.set(word, value)
  }
  return value
}

const shapes = new Map<string, number>()
function shapeOf(word: string): number {
  let shape = shapes.get(word)
  if (shape === undefined) {
    shape = hashed(
      word
        .slice(0, 24)
        .replace(/\p{Lu}+/gu, (run) => (run.length > 1 ? 'XX' : 'X'))
        .replace(/\p{Ll}+/gu, 'x')
        .replace(/\p{N}+/gu, 'd')
        .slice(0, 8),
    )
    if (shapes.size < 100_000) shapes.set(word, shape)
  }
  return shape
}

/** Lays out the sentences `ordinals` of an article for the tagger. `rules` are the attributions that the careful rules read there. */
export function stretchOf(
  sentences: readonly CopySentence[],
  ordinals: readonly number[],
  rules: readonly Passage[],
  lexicon: CueLexicon,
): Stretch {
  const tokens: Token[] = []
  const bounds: [number, number, number][] = []
  for (const ordinal of ordinals) {
    const own = sentences[ordinal]?.tokens ?? []
    bounds.push([tokens.length, tokens.length + own.length, ordinal])
    for (const token of own) tokens.push(token)
  }
  const n = tokens.length
  const columns = Object.fromEntries(COLUMN_NAMES.map((name) => [name, new Int32Array(n)])) as Columns
  const stretch: Stretch = {
    tokens,
    sentence: new Int32Array(n),
    from: new Int32Array(n),
    to: new Int32Array(n),
    begins: new Map(bounds.map(([from, , ordinal]) => [ordinal, from])),
    rules,
    columns,
    joints: new Uint8Array(n),
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

function fillWords({ tokens, columns }: Stretch, lexicon: CueLexicon): void {
  for (const [k, token] of tokens.entries()) {
    const { lower } = token
    columns.word[k] = hashed(lower)
    columns.lemma[k] = hashed(token.lemma)
    columns.pos[k] = hashed(token.pos)
    columns.shape[k] = shapeOf(token.text)
    columns.start6[k] = hashed(lower.slice(0, 6))
    if (lower.length > 3) {
      columns.suffix3[k] = hashed(lower.slice(-3))
      columns.suffix2[k] = hashed(lower.slice(-2))
      columns.prefix3[k] = hashed(lower.slice(0, 3))
    }
    columns.cue[k] = lexicon.cue(token.lemma)
    columns.speaker[k] = lexicon.speaker(token.lemma)
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

const isMark = (token: Token | undefined): boolean => token === undefined || !/[\p{L}\p{N}]/u.test(token.text)

function fillSentences({ tokens, columns }: Stretch, bounds: readonly [number, number, number][]): void {
  const facts = bounds.map(([from, to]) => {
    let quoted = 0
    const cues: number[] = []
    for (let k = from; k < to; k++) {
      if (columns.quote[k] !== 0) quoted++
      if (probable(tokens[k], columns.cue[k] ?? 0) && columns.quote[k] === 0) cues.push(k)
    }
    let last = to - 1
    while (last > from && isMark(tokens[last])) last--
    const final = cues.at(-1) ?? -1
    const share = quoted / Math.max(1, to - from)
    return {
      cues,
      share: quoted === 0 ? 0 : share > 0.8 ? 3 : share > 0.4 ? 2 : 1,
      tail: final >= 0 && last - final < 8 && final - from > 4 ? 1 : 0,
      edges: (columns.quote[from] === 0 ? 0 : 1) + (columns.quote[to - 1] === 0 ? 0 : 2),
    }
  })
  for (const [s, [from, to]] of bounds.entries()) {
    const fact = facts[s]
    if (!fact) continue
    const before = facts[s - 1]
    const after = facts[s + 1]
    const shape = mixed(Math.min(fact.cues.length, 3) * 2 + fact.tail, fact.share)
    const previous = before ? mixed(before.share * 4 + before.edges, Math.min(s, 8)) : 7
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
      columns.cueShape[k] = shape
      columns.edgeQuotes[k] = fact.edges
      columns.before[k] = previous
      columns.after[k] = following
      columns.among[k] =
        (first < 0 ? 0 : k < first ? 1 : k === first ? 2 : 3) * 4 + (last < 0 ? 0 : k < last ? 1 : k === last ? 2 : 3)
    }
  }
}

/** Whether a word is likely enough a cue by itself to orient its neighbours by. */
const probable = (token: Token | undefined, cue: number): boolean =>
  token !== undefined && cue >= 3 && cue <= 6 && !NEVER_ALONE.has(token.lower)

function fillNeighbours(stretch: Stretch, bounds: readonly [number, number, number][]): void {
  const { tokens, columns } = stretch
  for (const [from, to] of bounds) {
    let cue = -1
    let between = emptyBetween()
    for (let k = from; k < to; k++) {
      if (cue >= 0) {
        columns.leftLemma[k] = columns.lemma[cue] ?? 0
        columns.leftPos[k] = columns.pos[cue] ?? 0
        columns.leftCue[k] = columns.cue[cue] ?? 0
        columns.leftDistance[k] = bucket(k - cue)
        columns.leftBetween[k] = packed(between)
        columns.leftBetweenShort[k] = packedShort(between)
        columns.leftNext[k] = columns.word[cue + 1] ?? 0
        columns.leftPrevious[k] = cue > from ? (columns.word[cue - 1] ?? 0) : 0
        columns.leftTense[k] = columns.suffix2[cue] ?? 0
      } else columns.leftLemma[k] = -1
      if (probable(tokens[k], columns.cue[k] ?? 0) && columns.quote[k] === 0) {
        cue = k
        between = emptyBetween()
      } else note(between, tokens[k])
    }
    cue = -1
    between = emptyBetween()
    for (let k = to - 1; k >= from; k--) {
      if (cue >= 0) {
        columns.rightLemma[k] = columns.lemma[cue] ?? 0
        columns.rightPos[k] = columns.pos[cue] ?? 0
        columns.rightCue[k] = columns.cue[cue] ?? 0
        columns.rightDistance[k] = bucket(cue - k)
        columns.rightBetween[k] = packed(between)
        columns.rightBetweenShort[k] = packedShort(between)
        columns.rightNext[k] = cue + 1 < to ? (columns.word[cue + 1] ?? 0) : 0
        columns.rightPrevious[k] = columns.word[cue - 1] ?? 0
        columns.rightMark[k] = cue + 1 < to ? markOf(tokens[cue + 1], columns.pos[cue + 1] ?? 0) : 0
      } else columns.rightLemma[k] = -1
      if (probable(tokens[k], columns.cue[k] ?? 0) && columns.quote[k] === 0) {
        cue = k
        between = emptyBetween()
      } else note(between, tokens[k])
    }
  }
}

const markOf = (token: Token | undefined, pos: number): number => (!token ? 0 : token.opens ? 1 : token.text === ',' ? 2 : token.text === '.' ? 3 : pos)

interface Between {
  commas: number
  that: number
  quotes: number
  verbs: number
  joins: number
  dashes: number
  relatives: number
  capitals: number
}
const emptyBetween = (): Between => ({ commas: 0, that: 0, quotes: 0, verbs: 0, joins: 0, dashes: 0, relatives: 0, capitals: 0 })

function note(between: Between, token: Token | undefined): void {
  if (!token) return
  const { lower } = token
  if (lower === ',') between.commas++
  else if (lower === 'that') between.that = 1
  else if (token.opens || token.closes) between.quotes = 1
  else if (lower === 'and' || lower === 'but') between.joins = 1
  else if (lower === 'who' || lower === 'which') between.relatives = 1
  else if (isVerb(token)) between.verbs++
  else if (/^[—–:;-]$/u.test(token.text)) between.dashes = 1
  if (/^\p{Lu}/u.test(token.text)) between.capitals = 1
}

const packed = (b: Between): number =>
  Math.min(3, b.commas) +
  4 * b.that +
  8 * b.quotes +
  16 * Math.min(2, b.verbs) +
  64 * b.joins +
  128 * b.dashes +
  256 * b.relatives +
  512 * b.capitals
const packedShort = (b: Between): number => Math.min(2, b.commas) + 4 * b.that + 8 * Math.min(2, b.verbs) + 32 * b.quotes + 64 * b.relatives

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
  for (const { content, frame } of rules)
    for (const piece of content) mark(piece.sentence, piece.range, 3, FORCES[frame.force])
  for (const { sentence, frame } of rules) {
    mark(sentence, frame.source, 1, FORCES[frame.force])
    mark(sentence, frame.cue, 2, FORCES[frame.force])
  }
}

function fillJoints({ tokens, columns, from, joints }: Stretch): void {
  for (const [k, token] of tokens.entries()) {
    const cue = columns.cue[k] ?? 0
    let kind = 13
    if (token.opens) kind = 1
    else if (token.closes) kind = 2
    else if (token.text === ',') kind = 3
    else if (/^[.?!…]$/u.test(token.text)) kind = 4
    else if (token.text === ':') kind = 5
    else if (token.lower === 'that') kind = 6
    else if (token.lower === 'to') kind = 7
    else if (PRONOUNS.has(token.lower)) kind = 8
    else if (cue >= 3 && cue <= 6) kind = 9
    else if (isMark(token)) kind = 10
    else if (token.lower === 'and' || token.lower === 'but') kind = 11
    else if (/^\p{Lu}/u.test(token.text)) kind = 12
    joints[k] = (kind * 2 + (token.quoted ? 1 : 0)) * 2 + (from[k] === k ? 1 : 0)
  }
}
