import { FORMS, SPEECH, THOUGHT } from '../../words/lexicon.ts'
import { isFinite, isWord, type Range } from '../../words/phrases.ts'
import type { Token } from '../../words/tokens.ts'

/** What is judged: the words of one assertion, who says it, and how. */
export interface Assertion {
  s: readonly Token[]
  /** The words asserted, without whoever says them. */
  content: Range
  /** The verb of saying; null in the copy's own voice. */
  lemma: string | null
  /** The predicate of the main clause, or -1. */
  verb: number
  /** Nearly all of it stands in quotation marks. */
  direct: boolean
  /** The speaker speaks of himself: "I", "we", in quotation marks. */
  firstPerson: boolean
}

const SUBORDINATE =
  /^(?:who|which|whose|when|while|because|since|as|after|before|until|if|where|although|though|unless|whoever|whatever|what|that)$/u
const RECKON = /^(?:reckon|believe|think|expect|argue|contend|say|claim|warn|insist|predict|suggest|estimate|maintain|fear|hope)$/u

/** Reads the parts of an assertion that tell its kind. Where the copy's own words hold a verb of saying nobody was found for, what follows it is judged. */
export function assertionOf(s: readonly Token[], content: Range, lemma: string | null): Assertion {
  let [from, to] = content
  let cue = lemma
  if (cue === null && !s[from]?.quoted) {
    const at = firstFinite(s, content)
    const said = FORMS.get(s[at]?.lower ?? '') ?? s[at]?.lemma ?? ''
    if (
      at >= 0 &&
      !s[at]?.quoted &&
      RECKON.test(said) &&
      (SPEECH.has(said) || THOUGHT.has(said) || said === 'reckon') &&
      hasFiniteAfter(s, at, to)
    ) {
      from = at + 1
      cue = said
    }
  }
  if (lemma !== null) from = pastInterposed(s, [from, to])
  while (from < to && !isWord(s[from])) from++
  const range: Range = [from, to]
  const inside = s.slice(from, to).filter(isWord)
  const quoted = inside.filter((token) => token.quoted).length
  return {
    s,
    content: range,
    lemma: cue,
    verb: mainVerb(s, range),
    direct: inside.length > 0 && (quoted >= inside.length * 0.6 || inside.some((token) => token.text === 'I')),
    firstPerson: inside.some(isFirstPerson),
  }
}

/** "Next year, he said, it will be ten", "the case, it argues, will show …": what is asserted goes on after the words of saying between commas. */
function pastInterposed(s: readonly Token[], [from, to]: Range): number {
  const at = firstFinite(s, [from, to])
  if (at < 0 || s[at]?.quoted || !(SPEECH.has(FORMS.get(s[at]?.lower ?? '') ?? '') || RECKON.test(s[at]?.lemma ?? ''))) return from
  const opening = s.findLastIndex((token, k) => k < at && token.text === ',')
  if (opening <= from || at - opening > 8) return from
  const quote = s.findIndex((token, k) => k > at && k < to && token.opens)
  if (quote > 0 && s[quote - 1]?.text === ',') return quote
  const closing = s.findIndex((token, k) => k > at && token.text === ',')
  return closing > 0 && closing < to && closing - at < 12 ? closing + 1 : from
}

/** "I" is somebody speaking even where a letter is printed without marks; "we" without them may be the outlet. */
export const isFirstPerson = (token: Token | undefined): boolean =>
  token !== undefined && (token.quoted ? token.lower === 'i' || token.lower === 'we' : token.text === 'I')

const hasFiniteAfter = (s: readonly Token[], at: number, to: number): boolean => firstFinite(s, [at + 1, to]) >= 0

export function firstFinite(s: readonly Token[], [from, to]: Range): number {
  for (let k = from; k < to; k++) if (isFinite(s, k)) return k
  return -1
}

/** The first finite verb outside the clauses that open with "if", "whoever", "when" or stand between commas as relative clauses. */
function mainVerb(s: readonly Token[], [from, to]: Range): number {
  let at = from
  if (s[at]?.lower === 'that' || s[at]?.lower === 'but' || s[at]?.lower === 'and') at++
  if (!SUBORDINATE.test(s[at]?.lower ?? '') || s[from]?.lower === 'that') return firstFinite(s, [at, to])
  // "If it rains, the match is off"; "whoever came, came to burn"; "what they want is war".
  const comma = s.findIndex((token, k) => k > at && k < to && token.text === ',')
  const first = firstFinite(s, [at, to])
  if (comma > first) {
    const after = firstFinite(s, [comma, to])
    if (after >= 0) return after
  }
  const second = first >= 0 ? firstFinite(s, [first + 1, to]) : -1
  return second >= 0 && /^(?:whoever|whatever|what)$/u.test(s[at]?.lower ?? '') ? skipGroup(s, first, second, to) : first
}

/** "What it did not find may matter": past the verb group of the opening clause. */
function skipGroup(s: readonly Token[], first: number, second: number, to: number): number {
  let k = second
  const group = s[first]?.pos === 'AUX'
  if (group && k - first <= 2) k = firstFinite(s, [k + 1, to])
  return k >= 0 ? k : first
}

/** The next words from `at`, lower-case, one space between. */
export const ahead = (s: readonly Token[], at: number, to: number, count: number): string =>
  s
    .slice(at, Math.min(to, at + count))
    .map((token) => token.lower)
    .join(' ')
