import { type About, aboutOf } from './about.ts'
import { attemptAt } from './attempts.ts'
import { likelyDoubts } from './doubts/doubts.ts'
import { type Form, placeOf } from './placing.ts'
import { unsupportedAt, withoutEvidence } from './support.ts'
import { unclearAt } from './unclear.ts'
import { unfoundAt } from './unfound.ts'
import { unsettledAt } from './unsettled.ts'
import { unmatchedAt, withoutShowing } from './unmatched.ts'
import { unshownAt } from './unshown.ts'
import { unverifiedAt } from './unverified.ts'
import { LACKING, wordingOf } from './wording.ts'
import { BASELESS, BASELESSLY, INABILITY, NO_PART, NOT, SAYINGS, UNVERIFIED } from './words.ts'
import type { CopySentence } from '../layout/layout.ts'
import { DOCUMENTS, FORMS, RECORDINGS } from '../words/lexicon.ts'
import { nominal, type Range } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'

/** A caveat in the copy: the outlet, or somebody named, says that a thing was not verified, confirmed or supported. */
export interface Caveat {
  sentence: number
  /** The words of the caveat. */
  range: Range
  /** The whole sentence is the caveat: it makes no claim of its own. */
  whole: boolean
  /** Lower-case nouns of what was not verified: "videos", "claims", "figures". */
  about: string[]
  /** Whose claims, when it says so: "the group's claims". Lower-case words. */
  owner: string[]
  /** How it stands in its sentence. */
  form?: Form
  /** More than one thing: "either video", "none of this". */
  several?: boolean
  /** Two things side by side: "the two accounts". */
  pair?: boolean
  /** "the first", "the latter": which of the things named before; -1 is the last. */
  ordinal?: number | null
  /** "neither side's account". */
  sides?: boolean
}

const LONGEST = 200
/** "dismissed as unverified", "called the claims baseless": somebody's judgement of what others said. */
const JUDGING = /^(?:dismiss|call|describe|brand|label|reject|slam|denounce|term|deem|decry)/u

/** Words without one of which a sentence holds no caveat of any kind: none of its readers is asked. */
const WITHOUT_ONE = new Set([
  ...LACKING,
  ...NOT,
  ...INABILITY,
  ...NO_PART,
  ...UNVERIFIED,
  ...BASELESS,
  ...BASELESSLY,
  'still',
  'remain',
  'remains',
  'way',
  'unavailable',
])
const lacks = ({ lower }: Token): boolean => WITHOUT_ONE.has(lower)

/** One sentence says so more than this often nowhere. */
const MOST = 3

/**
 * The caveats of a sentence: mostly none or one. Denials, refusals to comment and hedges are none. The widest stands last: a clause that
 * is nothing but a caveat makes no claim.
 */
export function caveatIn({ tokens, role }: CopySentence, ordinal: number): Caveat[] {
  if (tokens.length > LONGEST || role === 'heading' || !tokens.some(lacks)) return []
  return told(tokens, withLearned(tokens, ordinal, ruledIn(tokens, ordinal)))
}

/** The caveats that the rules know. */
export function ruledIn(tokens: readonly Token[], ordinal: number): Caveat[] {
  const found: Caveat[] = []
  let s: readonly Token[] = tokens
  while (found.length < MOST) {
    const next = nextIn(s, ordinal)
    if (!next || found.some((other) => overlap(other.range, next.range))) break
    found.push(next)
    const [from, to] = next.range
    if (next.whole || !s.some((token, k) => (k < from || k >= to) && lacks(token) && !token.quoted)) break
    // What has been read is passed over, as quoted words are.
    s = s.map((token, k) => (k >= from && k < to ? { ...token, quoted: true } : token))
  }
  return found
}

/** And those that only marked copy teaches: said by somebody named, in a wording of its own. */
function withLearned(s: readonly Token[], ordinal: number, found: Caveat[]): Caveat[] {
  if (found.some(({ whole }) => whole)) return found
  for (const at of likelyDoubts(
    s,
    found.map(({ range }) => range),
  )) {
    const next = placed(s, ordinal, at)
    if (found.length < MOST && !found.some((other) => overlap(other.range, next.range))) found.push(next)
  }
  return found
}

/** Several caveats of one sentence in the order in which they are told. */
function told(tokens: readonly Token[], found: Caveat[]): Caveat[] {
  if (found.length < 2) return found
  found.sort((a, b) => width(a) - width(b))
  const bare = tokens.every((token, k) => !token.worded || found.some(({ range: [from, to] }) => k >= from && k < to))
  return bare ? found.map((caveat, k) => (k === found.length - 1 ? { ...caveat, whole: true } : caveat)) : found
}

const width = ({ range: [from, to] }: Caveat): number => to - from
const overlap = (a: Range, b: Range): boolean => a[0] < b[1] && b[0] < a[1]

/** The caveat that stands out in a sentence, or null. */
function nextIn(s: readonly Token[], ordinal: number): Caveat | null {
  const verb = unverifiedAt(s)
  if (verb >= 0 && !reasoned(s, verb)) return placed(s, ordinal, verb)
  const without = withoutEvidence(s) ?? withoutShowing(s)
  if (without) return phrase(ordinal, without)
  const noun = unsupportedAt(s)
  if (noun >= 0) return placed(s, ordinal, noun)
  const nothing = unfoundAt(s)
  if (nothing >= 0) return placed(s, ordinal, nothing)
  const unmatched = unmatchedAt(s)
  if (unmatched >= 0 && !reasoned(s, unmatched)) return placed(s, ordinal, unmatched)
  return unverifiedThing(s, ordinal) ?? phrased(s, ordinal)
}

/**
 * "The case was dropped because no witness could be found", "who asked not to be named because the note had not been released": why
 * something was done, and nothing that the copy leaves open.
 */
function reasoned(s: readonly Token[], at: number): boolean {
  for (let k = at - 1; k > 0 && !/^(?:but|though|although|which|whose|[;:—–(])$/u.test(s[k]?.lower ?? ''); k--) {
    const word = s[k]?.lower ?? ''
    if (word === 'because' || word === 'lest') return true
    if (
      /^(?:since|as)$/u.test(word) &&
      s.slice(Math.max(0, k - 10), k).some((token) => /^(?:anonym\w+|named|identified)$/u.test(token.lower))
    )
      return true
  }
  return false
}

/** A caveat in one of the many ways of saying that nothing was shown, that it is open, or that nobody managed to look. */
function phrased(s: readonly Token[], ordinal: number): Caveat | null {
  const wording = wordingOf(s)
  if (!wording) return null
  for (const find of [unshownAt, unclearAt, attemptAt, unsettledAt]) {
    const [first, last] = find(wording) ?? [-1, -1]
    if (last < 0 || reasoned(s, last)) continue
    // "…, citing no source", "without saying how they had been counted": beside what somebody says.
    if (first > 2 && /^(?:without|\w+ing)$/u.test(s[first]?.lower ?? ''))
      return { ...phrase(ordinal, [first, last + 1]), about: aboutOf(s, [first, last + 1]).about }
    return placed(s, ordinal, last)
  }
  return null
}

/** Puts a caveat into its clause and reads what it is about. */
function placed(s: readonly Token[], sentence: number, at: number): Caveat {
  const further = furtherClaim(s, at)
  if (further > 0) return phrase(sentence, [0, further])
  const { range, form, whole } = placeOf(s, at)
  const about = subjectOrObject(s, at, range)
  // "It is not known who runs it and the paper could not confirm …", "Nobody could be reached, and …": the sentence is two caveats.
  if (!whole && range[0] > 2 && range[1] === s.length && opensOpen(s.slice(0, at)))
    return { sentence, range: [0, s.length], whole: true, form: 'sentence', ...about }
  return { sentence, range, whole, form, ...about }
}

/** A first clause that only says what is not known, or who could not be reached. */
function opensOpen(s: readonly Token[]): boolean {
  const first = s[0]?.lower ?? ''
  const line = s
    .slice(0, 24)
    .map((token) => (token.quoted ? '"' : token.lower))
    .join(' ')
  if (first === 'it') return /^it (?:is|was) (?:not|n't|un)[\w ]*(?:known|clear|certain)\b/u.test(line)
  if (/^(?:nobody|none|neither|no)$/u.test(first)) return /\b(?:reached|found|contacted|traced|shown?|produced|released)\b/u.test(line)
  return false
}

/**
 * "She offered no proof of her party's further allegation that police had carried the ballots off": the claim stands in the caveat's own
 * sentence. Where its words begin, or -1.
 */
function furtherClaim(s: readonly Token[], at: number): number {
  for (let k = at + 1; k + 4 < s.length; k++) {
    if (s[k]?.quoted) return -1
    if (!FURTHER.test(s[k]?.lower ?? '')) continue
    const noun = s.findIndex((token, j) => j > k && j < k + 3 && SAYINGS.has(token.lower))
    if (noun < 0 || s[noun + 1]?.lower !== 'that') return -1
    let from = k
    while (from > at + 1 && (nominal(s[from - 1]) || s[from - 1]?.lower === 'her')) from--
    return from
  }
  return -1
}

const FURTHER = /^(?:further|other|another|second|separate|additional|later)$/u

/** A verb in the active voice names its object; in the passive, or beside "no evidence of", the subject or what follows. */
function subjectOrObject(s: readonly Token[], at: number, [from, to]: Range): About {
  const object = aboutOf(s, [at + 1, to])
  const subject = aboutOf(s, [from, at])
  if (object.pair && !subject.pair) return object
  const group = s.slice(Math.max(from, at - 5), at).map((token) => token.lower)
  const be = group.findLastIndex((word) => /^(?:be|been|being|is|are|was|were)$/u.test(word))
  const passive =
    (be >= 0 && !group.slice(be).some((word) => /^(?:to|possible|impossible|able|unable)$/u.test(word))) ||
    (s[at]?.pos === 'ADJ' && !group.some((word) => /^(?:has|have|had)$/u.test(word)))
  const bySubject = subject.about.length > 0 || subject.ordinal !== null || subject.sides || subject.several
  if (passive && bySubject) return subject
  if (object.about.length > 0 || object.ordinal !== null || object.sides) return object
  return bySubject ? subject : object
}

const phrase = (sentence: number, range: Range): Caveat => ({ sentence, range, whole: false, about: [], owner: [], form: 'phrase' })

/** "unverified figures", "reports that remain unconfirmed", "baseless claims", "baselessly claimed". */
function unverifiedThing(s: readonly Token[], sentence: number): Caveat | null {
  for (let k = 0; k < s.length; k++) {
    const token = s[k]
    if (!token || token.quoted) continue
    const judged = s.slice(Math.max(0, k - 6), k).some((other) => JUDGING.test(other.lower))
    if (BASELESSLY.has(token.lower)) return phrase(sentence, [k, k + 1])
    const unverified = UNVERIFIED.has(token.lower)
    if ((!unverified && !BASELESS.has(token.lower)) || judged || (!unverified && inSpeech(s, k))) continue
    let to = k + 1
    while (to < s.length && to < k + 4 && nominal(s[to]) && s[to]?.pos !== 'DET') to++
    const nouns = s.slice(k + 1, to).map((word) => word.lower)
    if ((unverified || /^(?:unproven|untested)$/u.test(token.lower)) && nouns.length === 0 && remains(s, k)) return placed(s, sentence, k)
    if (!unverified && !nouns.some((noun) => SAYINGS.has(noun))) continue
    return { ...phrase(sentence, [k, to]), about: nouns.filter((noun) => RECORDINGS.has(noun) || DOCUMENTS.has(noun)), form: 'modifier' }
  }
  return null
}

/** "Her lawyer said the claims were unproven": a party's judgement. */
const inSpeech = (s: readonly Token[], k: number): boolean => {
  const verb = s.findLastIndex((token, at) => at < k && token.pos === 'VERB' && FORMS.has(token.lower))
  return verb > 0 && !s.slice(verb, k).some((token) => token.text === ',')
}

/** "remains unverified"; with a plain "is" only of what was said or shown ("the report is unconfirmed"). */
function remains(s: readonly Token[], k: number): boolean {
  const group = s.slice(Math.max(0, k - 4), k)
  if (
    group.some((token) =>
      /^(?:remain|remains|remained|stay|stays|stand|stands|went|go|goes|gone|going|rated?|rates|classified)$/u.test(token.lower),
    )
  )
    return true
  const subject = s.slice(Math.max(0, k - 12), k)
  return (
    group.some((token) => /^(?:is|are|was|were|be|been)$/u.test(token.lower)) &&
    subject.some((token) => SAYINGS.has(token.lower) || RECORDINGS.has(token.lower))
  )
}
