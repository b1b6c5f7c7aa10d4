import { isVerb, nominal } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import { numberAt, type Quantity } from './numbers.ts'

/** A number of people or a sum, and what it counts, as a key: the same key twice is about the same thing. */
export interface Count extends Quantity {
  about: string
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))

/** People of no particular kind: whoever died is counted by either word. */
const PEOPLE = words(`
  people persons person men women victims bodies dead residents villagers others passengers protesters protestors marchers demonstrators
  workers miners students worshippers pilgrims migrants patients survivors casualties wounded injured deaths fatalities arrests`)
/** People of one kind: their deaths are compared with those of their kind only. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ...pairs('soldiers troops servicemen', 'soldiers'),
  ...pairs('police policemen officers constables gendarmes', 'police'),
  ...pairs('civilians', 'civilians'),
  ...pairs('children pupils minors', 'children'),
  ...pairs('rebels militants insurgents terrorists fighters gunmen jihadists', 'fighters'),
])

function pairs(list: string, kind: string): [string, string][] {
  return list.split(' ').map((word) => [word, kind])
}

/** What became of them, from the words around the number. */
const FATES: readonly [string, RegExp][] = [
  ['killed', /^(?:dead|killed|died|dies|die|deaths|fatalities|bodies|perished|death)$/u],
  ['injured', /^(?:injured|wounded|hurt|injuries)$/u],
  ['missing', /^(?:missing|unaccounted)$/u],
  ['held', /^(?:arrested|detained|arrests|custody|held|detainees)$/u],
  ['rescued', /^(?:rescued|survivors|survived|saved)$/u],
  ['aboard', /^(?:aboard|board|onboard)$/u],
  ['displaced', /^(?:displaced|evacuated|fled|homeless)$/u],
  ['crowd', /^(?:marched|attended|rallied|gathered|turnout|demonstrated|marchers|protesters|demonstrators)$/u],
]
/** Where another count begins, or where what follows no longer belongs to this one. */
const PART = new Set('of including among another more other additional further extra'.split(' '))
/** "another six", "the other two": no total either. */
const MORE = new Set('another more other additional further extra'.split(' '))
const AFTER = 7

/** The counts of people and sums of a claim. Parts of a total ("two of them children", "six more bodies") are none. */
export function countsIn(s: readonly Token[]): Count[] {
  const found: Count[] = []
  for (let k = 0; k < s.length; k++) {
    const number = numberAt(s, k)
    if (!number || number.value < 2 || isYearOrClock(s, k, number)) continue
    const about = moneyAt(s, number) ?? peopleAt(s, number)
    if (about !== null) found.push({ ...number, about })
    k = number.to - 1
  }
  return found
}

function isYearOrClock(s: readonly Token[], k: number, { value, to }: Quantity): boolean {
  return (
    (/^\d{4}$/u.test(s[k]?.text ?? '') && value > 1900 && value < 2100) ||
    /^(?:am|pm|a\.m\.|p\.m\.|o'clock|:|%|percent|per|km|miles|metres|years?|days?|hours?|minutes?|weeks?|months?)$/u.test(
      s[to]?.lower ?? '',
    )
  )
}

function peopleAt(s: readonly Token[], { from, to }: Quantity): string | null {
  const before = s.slice(Math.max(0, from - 4), from).map((token) => token.lower)
  if (before.some((word) => /^(?:including|among)$/u.test(word)) || MORE.has(before.at(-1) ?? '')) return null
  const head = headAfter(s, to)
  if (head === 'part') return null
  const fate = fateAround(s, from, to)
  if (!fate) return null
  const noun = head ?? ''
  if (noun !== '' && !PEOPLE.has(noun) && !KINDS.has(noun) && !FATES.some(([, words]) => words.test(noun))) return null
  // Without a noun the number must stand right by the loss: "12 killed", "the death toll to 14".
  if (noun === '' && !bare(s, from, to)) return null
  return `${fate}/${KINDS.get(noun) ?? 'people'}`
}

/** The noun a number counts: "12 people", "at least 20 wounded civilians"; "part" where it counts some of others. */
function headAfter(s: readonly Token[], to: number): string | null {
  for (let k = to; k < Math.min(s.length, to + 4); k++) {
    const token = s[k]
    if (!token) return null
    if (PART.has(token.lower)) return 'part'
    if (PEOPLE.has(token.lower) || KINDS.has(token.lower)) return token.lower
    if (!nominal(token) || token.pos === 'DET') return null
    if (token.pos === 'NOUN' && !nominal(s[k + 1])) return token.lower
  }
  return null
}

function fateAround(s: readonly Token[], from: number, to: number): string | null {
  const after = s.slice(to, to + AFTER)
  const stop = after.findIndex((token) => /^[,;:]$/u.test(token.text) || token.lower === 'and' || token.lower === 'but')
  const near = [...(stop < 0 ? after : after.slice(0, stop)), ...s.slice(Math.max(0, from - 5), from)]
  const fates = FATES.filter(([, words]) => near.some((token) => words.test(token.lower)))
  const [first] = fates
  // "12 people killed or missing" counts neither alone.
  const both = near.some((token) => token.lower === 'or')
  return first && !both ? first[0] : null
}

const bare = (s: readonly Token[], from: number, to: number): boolean =>
  FATES.some(([, words]) => words.test(s[to]?.lower ?? '') || (isVerb(s[to]) && words.test(s[to + 1]?.lower ?? ''))) ||
  /^(?:toll|death)$/u.test(s.slice(Math.max(0, from - 4), from).find((token) => /^(?:toll)$/u.test(token.lower))?.lower ?? '')

const CURRENCY = /^(?:[$€£₹¥]|us\$|dollars?|euros?|pounds?|rupees?|francs?|kwacha|crowns?|pesos?|yen|lira)$/u
const SUMS = new Set(
  'cost costs price debt loss losses damage damages ransom fine fee aid rent compensation bail budget value bill deal contract loan'.split(
    ' ',
  ),
)

/** "the cost of the repairs at 4 million dollars": keyed by what the sum is of; null where the sum is not named as one already known. */
function moneyAt(s: readonly Token[], { from, to }: Quantity): string | null {
  const marked = CURRENCY.test(s[from - 1]?.lower ?? '') || CURRENCY.test(s[to]?.lower ?? '')
  if (!marked) return null
  const start = Math.max(0, from - 12)
  const at = s.slice(start, from).findLastIndex((token) => token.pos === 'NOUN' && SUMS.has(token.lower)) + start
  const known = /^(?:the|its|his|her|their|'s|this|total)$/u
  if (at < start || !(known.test(s[at - 1]?.lower ?? '') || known.test(s[at - 2]?.lower ?? ''))) return null
  const of = s[at + 1]?.lower === 'of' ? s.slice(at + 2, at + 5).find((token) => token.pos === 'NOUN' || token.pos === 'PROPN') : undefined
  return `sum/${(s[at]?.lower ?? '').replace(/s$/u, '')}/${of?.lower ?? ''}`
}
