import { nominal } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import { numberAt, type Quantity } from './numbers.ts'

/** A number with what it takes to compare it with the next. */
export interface Amount extends Quantity {
  money: boolean
  /** "put the number at": it names what it answers, and may do so from a sentence farther. */
  put: boolean
  /** What it says the number is of ("put the number of survivors at"), where that is more than "the figure". */
  of: string[]
}

const CURRENCY = /^(?:[$€£₹¥]|us\$|dollars?|euros?|pounds?|rupees?|francs?|kwacha|crowns?|pesos?|yen|lira|crore|lakh)$/u
const ROUGHLY = String.raw`(?: (?:at least|at most|about|around|some|close to|nearer|no more than|no fewer than|more than|fewer than|less than|under|over|up to|only|just|nearly|almost|the|a|[$€£₹¥]))*`
const PUT = new RegExp(
  String.raw`(?:^| )(?:puts?|putting|placed?|places|estimated?|estimates|reckons?|reckoned)(?: [\p{L}'-]+){0,5} at${ROUGHLY}$`,
  'u',
)
const COUNTS = new RegExp(
  String.raw`(?:^| )(?:counts?|counted|claims?|claimed|says?|said|spoke of|speaks? of|shows?|showed|carried|gave|gives)${ROUGHLY}$`,
  'u',
)
const UNITS =
  /^(?:%|percent|per|km|kilometres|kilometers|miles|metres|meters|years?|days?|hours?|minutes?|seconds?|weeks?|months?|am|pm|a\.m\.?|p\.m\.?|degrees|-year-old)$/u

/** "The rebels put it at nine", "the hospital counts 240", "the website showed 987 on Tuesday": a number that leans on the one before. */
export function answerIn(s: readonly Token[]): Amount | null {
  for (let k = 1; k < s.length; k++) {
    const number = numberAt(s, k)
    if (!number || s[k]?.quoted) continue
    const before = s
      .slice(Math.max(0, k - 12), k)
      .map((token) => token.lower)
      .join(' ')
    const put = PUT.exec(before)
    if ((!put && !COUNTS.test(before)) || !closes(s, number.to) || number.value < 2) return null
    const from = put ? k - put[0].trim().split(' ').length : k
    return { ...number, money: isMoney(s, number), put: put !== null, of: nounsOf(s.slice(from, k)) }
  }
  return nearer(s)
}

const GENERIC = new Set(
  'figure figures number numbers total totals count counts sum sums amount amounts toll tolls estimate estimates size crowd turnout cost it people mark bill value'.split(
    ' ',
  ),
)
const nounsOf = (s: readonly Token[]): string[] =>
  s
    .filter(
      (token) => (token.pos === 'NOUN' || token.pos === 'PROPN' || /^(?:his|her|worth)$/u.test(token.lower)) && !GENERIC.has(token.lower),
    )
    .map((token) => token.lower)

/** Nothing follows the number but its currency and when that was. */
function closes(s: readonly Token[], from: number): boolean {
  const rest = s.slice(from).filter((token) => /[\p{L}\p{N}]/u.test(token.text) && !CURRENCY.test(token.lower))
  return rest.length === 0 || (rest.length < 4 && /^(?:on|by|as|last|yesterday|today|in)$/u.test(rest[0]?.lower ?? ''))
}

/** "450 million was nearer the mark", "the real number is closer to 60". */
function nearer(s: readonly Token[]): Amount | null {
  const words = s.map((token) => token.lower)
  const k = words.findIndex((word) => word === 'nearer' || word === 'closer')
  if (k < 0 || !/^(?:was|is|were|be)$/u.test(words[k - 1] ?? '')) return null
  for (let at = Math.max(0, k - 5); at < k; at++) {
    const number = numberAt(s, at)
    if (number) return { ...number, bound: 'exact', money: isMoney(s, number), put: false, of: [] }
  }
  return null
}

/** The number a claim is about: its first that counts things or money. */
export function amountIn(s: readonly Token[]): Amount | null {
  for (let k = 0; k < s.length; k++) {
    const number = numberAt(s, k)
    if (!number) continue
    const money = isMoney(s, number)
    const next = s[number.to]
    if ((money || (nominal(next) && next?.pos !== 'PROPN')) && !UNITS.test(next?.lower ?? '') && number.value > 1)
      return { ...number, money, put: false, of: [] }
    k = number.to - 1
  }
  return null
}

const isMoney = (s: readonly Token[], { from, to }: Quantity): boolean =>
  CURRENCY.test(s[from - 1]?.lower ?? '') || CURRENCY.test(s[to]?.lower ?? '')
