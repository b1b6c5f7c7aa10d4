import type { Token } from '../words/tokens.ts'

const SMALL = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, k) => [word, k]),
)
const TENS = new Map('twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, k) => [word, 20 + k * 10]))
/** The words with which a number can begin, "twenty-three" aside. */
const SPELLED = new Map([...TENS, ...SMALL])
/** Words that numbers begin with: spelled out, in digits, or with a hyphen ("twenty-three"). */
export const NUMBER_WORDS = new RegExp(`^(?:${[...SPELLED.keys()].join('|')}|[0-9].*|.*-.*)$`, 'su')
const SCALE = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['m', 1e6],
  ['bn', 1e9],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['dozen', 12],
])

/** How close a number claims to be: exact, a bound from below or above, or roughly so. */
export type Bound = 'exact' | 'least' | 'most' | 'about'

export interface Quantity {
  value: number
  bound: Bound
  /** Token ordinals `[from, to)` of the number itself. */
  from: number
  to: number
}

/** The number that begins at `from`: "43", "1,150", "forty-three", "two hundred", "2.6 million"; null where none does. */
export function numberAt(s: readonly Token[], from: number): Quantity | null {
  const first = wordValue(s[from]?.lower ?? '')
  if (first === null) return null
  let value = first
  let to = from + 1
  for (let scale = SCALE.get(s[to]?.lower ?? ''); scale !== undefined; scale = SCALE.get(s[to]?.lower ?? '')) {
    value *= scale
    to++
  }
  return { value, bound: boundBefore(s, from), from, to }
}

const startsDigit = (word: string): boolean => word >= '0' && word < ':'

function wordValue(word: string): number | null {
  if (!startsDigit(word)) return spelledOut(word)
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d{1,12}(?:\.\d+)?$/u.test(word) ? Number(word.replace(/,/gu, '')) : null
}

function spelledOut(word: string): number | null {
  const known = SPELLED.get(word)
  if (known !== undefined) return known
  if (!word.includes('-')) return null
  const [tens, ones] = word.split('-')
  const high = TENS.get(tens ?? '')
  const low = SMALL.get(ones ?? '')
  return high !== undefined && low !== undefined && low < 10 ? high + low : null
}

/** The words before a number that say how close it is, or end a phrase that does. */
const BOUNDING = new Set(
  'least than fewer to most over above exceeding under below about around nearly almost some roughly approximately maybe perhaps circa'.split(
    ' ',
  ),
)

function boundBefore(s: readonly Token[], from: number): Bound {
  const one = s[from - 1]?.lower ?? ''
  if (!BOUNDING.has(one)) return 'exact'
  const two = `${s[from - 2]?.lower ?? ''} ${one}`
  if (/^(?:at least|more than|no fewer|fewer than|less than|up to|at most)$/u.test(two))
    return /^(?:at least|more than)$/u.test(two) ? 'least' : 'most'
  if (/^(?:over|above|exceeding)$/u.test(one)) return 'least'
  if (/^(?:under|below)$/u.test(one) || /^(?:not|no) more than$/u.test(`${s[from - 3]?.lower ?? ''} ${two}`)) return 'most'
  return /^(?:about|around|nearly|almost|some|roughly|approximately|maybe|perhaps|nearly|circa)$/u.test(one) ? 'about' : 'exact'
}

/** Two numbers that cannot both be meant: a rough or round one agrees with what lies close to it. */
export function differ(a: Quantity, b: Quantity): boolean {
  if (a.value === b.value) return false
  if (a.bound === 'exact' && b.bound === 'exact') return true
  const [low, high] = a.value < b.value ? [a, b] : [b, a]
  // "under 500" and 320, "more than 40" and 43: the bound holds and is near.
  const near = high.value <= low.value * 1.15
  return !near
}
