import type { Stretch } from './columns.ts'
import type { Spelling } from './spelling.ts'
import { NEVER_ALONE } from './cue-lexicon.ts'
import { bucket } from './steps.ts'
import type { Token } from '../words/tokens.ts'

const isVerb = (token: Token): boolean => token.pos === 'VERB' || token.pos === 'AUX'

/** Whether a word is likely enough a cue by itself to orient its neighbours by. */
export const probable = (token: Token | undefined, cue: number): boolean =>
  token !== undefined && cue >= 3 && cue <= 6 && !NEVER_ALONE.has(token.lower)

/** Fills, for every word, what the nearest probable cue on its left and on its right is like, within its sentence. */
export function fillNeighbours(stretch: Stretch, bounds: readonly [number, number, number][]): void {
  for (const [from, to] of bounds) {
    lookLeft(stretch, from, to)
    lookRight(stretch, from, to)
  }
}

function lookLeft(stretch: Stretch, from: number, to: number): void {
  const { columns } = stretch
  const seen: Seen = { cue: -1, between: emptyBetween() }
  for (let k = from; k < to; k++) {
    const { cue, between } = seen
    columns.leftLemma[k] = -1
    if (cue >= 0) {
      columns.leftLemma[k] = columns.lemma[cue] ?? 0
      columns.leftPos[k] = columns.pos[cue] ?? 0
      columns.leftCue[k] = columns.cue[cue] ?? 0
      columns.leftDistance[k] = bucket(k - cue)
      columns.leftBetween[k] = packed(between)
      columns.leftBetweenShort[k] = packedShort(between)
      columns.leftTense[k] = columns.suffix2[cue] ?? 0
    }
    pass(stretch, seen, k)
  }
}

function lookRight(stretch: Stretch, from: number, to: number): void {
  const { tokens, columns } = stretch
  const seen: Seen = { cue: -1, between: emptyBetween() }
  for (let k = to - 1; k >= from; k--) {
    const { cue, between } = seen
    columns.rightLemma[k] = -1
    if (cue >= 0) {
      const next = cue + 1 < to
      columns.rightLemma[k] = columns.lemma[cue] ?? 0
      columns.rightPos[k] = columns.pos[cue] ?? 0
      columns.rightCue[k] = columns.cue[cue] ?? 0
      columns.rightDistance[k] = bucket(cue - k)
      columns.rightBetween[k] = packed(between)
      columns.rightBetweenShort[k] = packedShort(between)
      columns.rightNext[k] = next ? (columns.word[cue + 1] ?? 0) : 0
      columns.rightMark[k] = next ? markOf(tokens[cue + 1], columns.pos[cue + 1] ?? 0) : 0
    }
    pass(stretch, seen, k)
  }
}

/** The last probable cue on the way, and what has been passed since. */
interface Seen {
  cue: number
  between: Between
}

function pass({ tokens, spellings, columns }: Stretch, seen: Seen, k: number): void {
  const token = tokens[k] as Token
  if (probable(token, columns.cue[k] ?? 0) && columns.quote[k] === 0) {
    seen.cue = k
    seen.between = emptyBetween()
  } else note(seen.between, token, (spellings[k] as Spelling).capital)
}

const markOf = (token: Token | undefined, pos: number): number =>
  !token ? 0 : token.opens ? 1 : token.text === ',' ? 2 : token.text === '.' ? 3 : pos

const DASHES = new Set('—–:;-')

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

function note(between: Between, token: Token, capital: boolean): void {
  const { lower } = token
  if (lower === ',') between.commas++
  else if (lower === 'that') between.that = 1
  else if (token.opens || token.closes) between.quotes = 1
  else if (lower === 'and' || lower === 'but') between.joins = 1
  else if (lower === 'who' || lower === 'which') between.relatives = 1
  else if (isVerb(token)) between.verbs++
  else if (DASHES.has(token.text)) between.dashes = 1
  if (capital) between.capitals = 1
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
