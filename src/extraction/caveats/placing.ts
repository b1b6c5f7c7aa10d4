import { DOCUMENTS, RECORDINGS } from '../words/lexicon.ts'
import { hasFiniteVerb, isFinite, nominal, type Range } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import { SAYINGS, TAKEN_UP } from './words.ts'

/** How a caveat stands in its sentence. */
export type Form = 'sentence' | 'clause' | 'relative' | 'apposition' | 'parenthesis' | 'concession' | 'modifier' | 'phrase'

export interface Place {
  range: Range
  form: Form
  /** Nothing else stands in the sentence. */
  whole: boolean
}

const DASH = /^(?:—|–|―|--|-)$/u
const JOINING = /^(?:but|although|though|and|while|yet|whereas)$/u
/** A clause is looked for over so many words. */
const REACH = 40

/**
 * The clause a caveat's verb stands in: the whole sentence, or the relative clause, apposition, parenthesis or joined clause of it that
 * says so. The words around belong to a claim.
 */
export function placeOf(s: readonly Token[], verb: number): Place {
  const opening = openingOf(s, verb)
  if (opening) {
    const range: Range = [opening.from, closingOf(s, verb, opening)]
    return { range, form: opening.form, whole: false }
  }
  if (s[0] && /^(?:although|though|while|whilst)$/u.test(s[0].lower)) {
    const comma = s.findIndex((token, k) => k > verb && token.text === ',')
    if (comma > 0) return { range: [0, comma], form: 'concession', whole: false }
  }
  const end = nextStatement(s, verb)
  return end < s.length ? { range: [0, end], form: 'sentence', whole: false } : { range: [0, s.length], form: 'sentence', whole: true }
}

interface Opening {
  from: number
  form: Form
}

function openingOf(s: readonly Token[], verb: number): Opening | null {
  for (let k = verb; k > 0 && k > verb - REACH; k--) {
    const token = s[k]
    const before = s[k - 1]
    if (!token || !before) continue
    if (before.text === '(' || before.text === '[') return { from: k - 1, form: 'parenthesis' }
    if (DASH.test(before.text) && (hasFiniteVerb(s, [0, k]) || s.slice(verb + 1).some((other) => DASH.test(other.text))))
      return { from: k - 1, form: 'parenthesis' }
    if (before.text === ';' && hasFiniteVerb(s, [0, k])) return { from: k, form: 'clause' }
    const relative = relativeAt(s, k, verb)
    if (relative !== null) return takenUp(s, relative, verb) ?? { from: relative, form: 'relative' }
    if (bareRelative(s, k, verb)) return takenUp(s, k, verb) ?? { from: k, form: 'relative' }
    if (before.text === ',' && saidThing(s, k, verb) && !circumstance(s, k)) return { from: k, form: 'apposition' }
    if (joins(s, k, verb)) return { from: k, form: 'clause' }
  }
  return null
}

/** "which", "whose account", "for which", "none of which": where the relative clause begins. */
function relativeAt(s: readonly Token[], k: number, verb: number): number | null {
  const token = s[k]
  if (!token || token.quoted || !hasFiniteVerb(s, [k, verb + 1])) return null
  const word = token.lower
  if (word === 'that') return nominal(s[k - 1]) && k > verb - 12 && !saysBefore(s, k) && !bareThat(s, k) && !tells(s, k, verb) ? k : null
  if (word !== 'which' && word !== 'who' && word !== 'whose') return null
  // "Records, which go back to 1950, could not be matched": the relative clause is over before the caveat.
  const comma = s.findIndex((other, at) => at > k && at < verb && other.text === ',')
  if (comma > 0 && hasFiniteVerb(s, [k, comma])) return null
  let from = k
  while (from > 0 && /^(?:of|for|from|about|none|neither|most|all|some|both|each|either|much)$/u.test(s[from - 1]?.lower ?? '')) from--
  return from > 0 ? from : null
}

/** "…, a number that could not be checked": the relative clause hangs on an apposition, which is all caveat. */
function takenUp(s: readonly Token[], relative: number, verb: number): Opening | null {
  for (let k = relative - 1; k > 0 && k > relative - 6; k--)
    if (s[k - 1]?.text === ',' && saidThing(s, k, verb)) return { from: k, form: 'apposition' }
  return null
}

/** "… in accounts the Post was not able to check": a relative clause without its pronoun, after a noun for what was said, written or shown. */
function bareRelative(s: readonly Token[], k: number, verb: number): boolean {
  const noun = s[k - 1]?.lower ?? ''
  const subject = s[k]
  if (!subject || subject.quoted || /^(?:that|this|it|these|those|number)$/u.test(noun)) return false
  if (!SAYINGS.has(noun) && !DOCUMENTS.has(noun) && !RECORDINGS.has(noun)) return false
  const opens =
    /^(?:the|we|nobody|neither|this|our|its|outsiders)$/u.test(subject.lower) || (subject.pos === 'PROPN' && s[k - 2]?.pos !== 'PROPN')
  return opens && verb > k && verb < k + 14 && hasFiniteVerb(s, [0, k]) && hasFiniteVerb(s, [k, verb + 1])
}

/** "officials said that …": the conjunction, not the pronoun. */
const saysBefore = (s: readonly Token[], k: number): boolean => s[k - 1]?.pos === 'VERB' || s[k - 1]?.pos === 'AUX'
/** "Reports that the bridge had fallen could not be confirmed": what the reports say, with a verb of its own before the caveat's. */
function tells(s: readonly Token[], k: number, verb: number): boolean {
  if (!SAYINGS.has(s[k - 1]?.lower ?? '')) return false
  let groups = 0
  for (let at = k + 1; at < verb; at++)
    if (isFinite(s, at) && s[at - 1]?.pos !== 'AUX' && s[at - 1]?.pos !== 'PART' && s[at - 1]?.pos !== 'ADV') groups++
  return groups > 1
}

/** "though that has not been confirmed": the demonstrative. */
const bareThat = (s: readonly Token[], k: number): boolean => JOINING.test(s[k - 1]?.lower ?? '')

/** "…, a figure the paper has not been able to reproduce", "…, something nobody could confirm": a noun for what was said, taken up again. */
function saidThing(s: readonly Token[], from: number, verb: number): boolean {
  const first = s[from]?.lower ?? ''
  if (first === 'something' || first === 'none' || first === 'neither') return true
  if (!/^(?:a|an|the|all|both|another|one|claims|allegations|figures|reports)$/u.test(first)) return false
  for (let k = from; k < Math.min(verb, from + 5); k++) {
    const word = s[k]?.lower ?? ''
    if (TAKEN_UP.has(word) || (SAYINGS.has(word) && word !== 'that' && word !== 'this' && word !== 'it')) return hasFiniteVerb(s, [0, from])
    if (!nominal(s[k])) return false
  }
  return false
}

/** "With the roads cut, the figure is impossible to verify": nothing is said before the comma. */
const circumstance = (s: readonly Token[], k: number): boolean =>
  /^(?:with|without|given|amid|despite|after)$/u.test(s[0]?.lower ?? '') && !s.slice(1, k - 1).some((token) => token.text === ',')

function joins(s: readonly Token[], k: number, verb: number): boolean {
  const token = s[k]
  if (!token || token.quoted || !JOINING.test(token.lower)) return false
  if (token.lower === 'and' && s[k - 1]?.text !== ',') return false
  if (token.lower === 'yet' && (s[k + 1]?.lower === 'to' || s[k - 1]?.text !== ',')) return false
  const joined = hasFiniteVerb(s, [0, k]) || (k > 3 && s[k - 1]?.text === ',')
  return joined && hasFiniteVerb(s, [k, verb + 1])
}

function closingOf(s: readonly Token[], verb: number, { from, form }: Opening): number {
  if (form === 'parenthesis') {
    const closing = s.findIndex((token, k) => k > verb && (DASH.test(token.text) || token.text === ')' || token.text === ']'))
    if (closing > 0) return DASH.test(s[from]?.text ?? '') === DASH.test(s[closing]?.text ?? '') ? closing + 1 : s.length
    return s.length
  }
  for (let k = verb + 1; k < s.length; k++) {
    if (s[k]?.text === ';') return k
    if (s[k]?.text === ',' && hasFiniteVerb(s, [k, s.length])) return k
  }
  return s.length
}

/** "… could not be verified, and the lines are down": where a statement of its own begins after the caveat. */
function nextStatement(s: readonly Token[], verb: number): number {
  for (let k = verb + 1; k + 2 < s.length; k++) {
    const mark = s[k]?.text
    if (s[k]?.quoted || (mark !== ',' && mark !== ';')) continue
    const joined = /^(?:and|but|while|though|although)$/u.test(s[k + 1]?.lower ?? '')
    if (mark === ',' && !joined) continue
    const from = k + (joined ? 2 : 1)
    if (startsStatement(s, from)) return k
  }
  return s.length
}

function startsStatement(s: readonly Token[], from: number): boolean {
  let k = from
  while (k < s.length && k < from + 12 && !isFinite(s, k)) {
    if (s[k]?.text === ',') return false
    k++
  }
  return k > from && isFinite(s, k) && (nominal(s[from]) || s[from]?.pos === 'PRON')
}
