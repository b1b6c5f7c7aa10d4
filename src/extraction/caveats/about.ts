import { DOCUMENTS, RECORDINGS } from '../words/lexicon.ts'
import { capitalised, nominal, type Range } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import { EMPTY, ORDINALS, SAYINGS, SIDES } from './words.ts'

/** What a caveat says it is about. */
export interface About {
  /** Lower-case nouns of what was not verified: "videos", "claims", "figures". */
  about: string[]
  /** Whose claims, when it says so: "the group's claims", "the claims by the group", "the Pigeon report". Lower-case words. */
  owner: string[]
  /** More than one thing: "either video", "none of this", "the claims". */
  several: boolean
  /** Two things side by side: "either figure", "the two accounts". */
  pair: boolean
  /** "the first", "the second clip", "the latter": which of those named before; -1 is the last. */
  ordinal: number | null
  /** "neither side's account": all parties to the event. */
  sides: boolean
}

const NOTHING: About = { about: [], owner: [], several: false, pair: false, ordinal: null, sides: false }
const SEVERAL = /^(?:either|neither|both|none|any|all|these|those|nothing|everything|two|three|four)$/u
const PRONOUN_OWNERS = new Set(['his', 'her', 'their', 'its'])
/** Where what was not verified is over and a reason or circumstance begins. */
const ENDS = /^(?:because|as|since|due|owing|given|amid|after|before|when|where|while|although|though|but|until|despite|by|among)$/u

/** Reads what the words `[from, to)` of a caveat name: its object, or its subject. */
export function aboutOf(s: readonly Token[], [from, to]: Range): About {
  const found: About = { ...NOTHING, about: [], owner: [] }
  let run: Token[] = []
  for (let k = from; k < to; k++) {
    const token = s[k]
    if (!token) continue
    const word = token.lower
    if (found.about.length > 0 && ENDS.test(word) && !(word === 'by' && SAYINGS.has(s[k - 1]?.lower ?? ''))) break
    if (word === "'s" || ((token.text === '’' || token.text === "'") && nominal(s[k + 1]))) {
      found.owner = names(run)
      run = []
      continue
    }
    if (word === 'it' && expletive(s, k)) continue
    if (SEVERAL.test(word)) found.several = true
    if (pairs(s, k)) found.pair = true
    if (SIDES.has(word)) found.sides = true
    const ordinal = ORDINALS.get(word)
    if (ordinal !== undefined && found.ordinal === null && standsAlone(s, k)) found.ordinal = ordinal
    if (PRONOUN_OWNERS.has(word)) found.owner = [word]
    else if (nominal(token) && token.pos !== 'DET') run.push(token)
    else run = []
    if ((word === 'by' || word === 'from' || word === 'in') && SAYINGS.has(s[k - 1]?.lower ?? '')) {
      const owner = names(s.slice(k + 1, Math.min(to, k + 6)))
      if (owner.length > 0) found.owner = owner
      if (word === 'in') break
    }
    if (!isThing(token) || EMPTY.has(word)) continue
    found.about.push(word)
    if (SAYINGS.has(word) && word.endsWith('s') && word !== 'this') found.several = true
    // "the Pigeon report": whose report it is stands before it.
    const before = run.slice(0, -1).filter((other) => capitalised(other) && !SAYINGS.has(other.lower))
    const of = run.at(-2)?.lower ?? ''
    if (SAYINGS.has(word) && WHOSE.test(of) && found.owner.length === 0) found.owner = [of]
    if (SAYINGS.has(word) && before.length > 0 && found.owner.length === 0) found.owner = before.map((other) => other.lower)
  }
  return found
}

/** "It was unclear when the photograph was taken": nothing is named by "it". */
const expletive = (s: readonly Token[], k: number): boolean =>
  s[k + 1]?.pos === 'AUX' &&
  s
    .slice(k + 2, k + 6)
    .some(
      (token, at, near) =>
        UNSETTLED.test(token.lower) &&
        /^(?:when|where|who|how|whether|if|that|to)$/u.test(near[at + 1]?.lower ?? s[k + 3 + at]?.lower ?? ''),
    )

const UNSETTLED = /^(?:unclear|clear|known|unknown|certain|uncertain|possible|impossible|difficult|hard|established|determined)$/u
/** "The witness accounts", "the company figures". */
const WHOSE =
  /^(?:witness|eyewitness|resident|villager|survivor|rebel|militia|army|police|government|ministry|union|company|hospital|activist|opposition|military|navy)$/u
const COUNTING = /^(?:either|neither|both|two)$/u
const ONE_OF_TWO = /^(?:accounts?|versions?|figures?|numbers?|tolls?|claims?|story)$/u
const AT_ISSUE = /^(?:matter|question|dispute|issue|argument|point)$/u

/**
 * Whether a word sets two things side by side: "either figure", "neither has", "the two", "which account is right", "which of them",
 * "whose version", "that would settle the matter". "In either camp", "neither the firm nor its bank" count people, not what they said.
 */
function pairs(s: readonly Token[], k: number): boolean {
  const word = s[k]?.lower ?? ''
  const next = s[k + 1]
  if (COUNTING.test(word)) return !next || next.pos === 'AUX' || !nominal(next) || s.slice(k + 1, k + 4).some(named)
  if (word === 'which') return ONE_OF_TWO.test(next?.lower ?? '') || (next?.lower === 'of' && /^(?:them|the)$/u.test(s[k + 2]?.lower ?? ''))
  if (word === 'whose') return ONE_OF_TWO.test(next?.lower ?? '') && s.slice(k + 2, k + 9).some((other) => RIGHT.test(other.lower))
  if (word === 'who') return /^(?:is|was)$/u.test(next?.lower ?? '') && RIGHT.test(s[k + 2]?.lower ?? '')
  return word === 'settle' && s.slice(k + 1, k + 4).some((other) => AT_ISSUE.test(other.lower))
}

const RIGHT = /^(?:right|correct|true|lying|wrong|telling)$/u
const named = (token: Token): boolean =>
  (SAYINGS.has(token.lower) && token.lower !== 'that') ||
  RECORDINGS.has(token.lower) ||
  DOCUMENTS.has(token.lower) ||
  SIDES.has(token.lower)

const isThing = (token: Token): boolean => token.pos === 'NOUN' || RECORDINGS.has(token.lower) || SAYINGS.has(token.lower)

/** "The first has not …", "the second clip", not "the first time". */
function standsAlone(s: readonly Token[], k: number): boolean {
  const next = s[k + 1]
  return !next || !nominal(next) || RECORDINGS.has(next.lower) || SAYINGS.has(next.lower)
}

const names = (tokens: readonly Token[]): string[] =>
  tokens
    .filter((token) => nominal(token) && token.pos !== 'DET' && token.pos !== 'ADJ' && /\p{L}/u.test(token.text))
    .map((token) => token.lower)
