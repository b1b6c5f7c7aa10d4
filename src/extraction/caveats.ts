import type { CopySentence } from './layout.ts'
import { DOCUMENTS, RECORDINGS } from './lexicon.ts'
import { hasFiniteVerb, nominal, type Range } from './phrases.ts'
import type { Token } from './tokens.ts'

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
}

const VERIFY =
  /^(?:verif(?:y|ied|ying|iable)|confirm(?:ed|ing)?|corroborat(?:e|ed|ing)|authenticat(?:e|ed|ing)|substantiat(?:e|ed|ing)|ascertain(?:ed)?)$/u
const NEGATION = /^(?:not|n't|n’t|unable|never|cannot|impossible|neither|nor|yet|failed|without|no)$/u
const UNVERIFIED = /^(?:unverified|unconfirmed|uncorroborated|unsubstantiated|unproven|unverifiable|unauthenticated)$/u
const SUPPORT = /^(?:evidence|proof|confirmation|verification|corroboration)$/u
const NO_COMMENT = /\b(?:declin|refus)\w+ to (?:confirm|comment|say)|\bconfirm (?:or|nor) den|\bneither confirm/u
const EMPTY = new Set([
  'content',
  'contents',
  'authenticity',
  'veracity',
  'accuracy',
  'truth',
  'date',
  'location',
  'details',
  'information',
  'origin',
  'source',
  'whether',
  'one',
  'time',
  'number',
])
/** Nouns that stand for what was said. */
export const SAYINGS = new Set(
  'claim claims report reports allegation allegations account accounts statement statements figure figures toll number numbers accusation accusations assertion assertions details casualties this that it these those'.split(
    ' ',
  ),
)

/** The caveat of a sentence, or null. Denials, refusals to comment and hedges are none. */
export function caveatIn(sentence: CopySentence, ordinal: number): Caveat | null {
  const s = sentence.tokens
  if (s.length > 200 || sentence.role === 'heading') return null
  return notVerified(s, ordinal) ?? withoutSupport(s, ordinal) ?? unverifiedThing(s, ordinal)
}

function notVerified(s: readonly Token[], sentence: number): Caveat | null {
  for (let k = 1; k < s.length; k++) {
    const token = s[k]
    if (!token || token.quoted || !VERIFY.test(token.lower)) continue
    const before = s.slice(Math.max(0, k - 7), k)
    const negated =
      before.some((word) => !word.quoted && NEGATION.test(word.lower)) ||
      /\byet to (?:be )?(?:\w+ )?$/u.test(`${before.map((word) => word.lower).join(' ')} `)
    if (!negated) continue
    const sayer = before.map((word) => word.lower).join(' ')
    if (
      NO_COMMENT.test(`${sayer} ${token.lower}`) ||
      NO_COMMENT.test(
        s
          .slice(Math.max(0, k - 3), k + 4)
          .map((word) => word.lower)
          .join(' '),
      )
    )
      continue
    return placed(s, sentence, k)
  }
  // "The ministry has not named the dead": a non-confirmation by those who would know.
  for (let k = 1; k + 2 < s.length; k++) {
    if (/^(?:has|have|had)$/u.test(s[k]?.lower ?? '') && /^(?:not|n't)$/u.test(s[k + 1]?.lower ?? '') && !s[k]?.quoted) {
      const verb = s
        .slice(k + 2, k + 5)
        .find((word) => /^(?:named|identified|acknowledged|verified|confirmed|released|published|provided)$/u.test(word.lower))
      if (verb) return placed(s, sentence, s.indexOf(verb))
    }
  }
  return null
}

/** Puts the caveat into its clause: a relative clause, a clause after "but", or the whole sentence. */
function placed(s: readonly Token[], sentence: number, verb: number): Caveat {
  let from = 0
  for (let k = verb; k > 0; k--) {
    const token = s[k]
    if (!token) continue
    const comma = s[k - 1]?.text === ','
    const relative = /^(?:which|who)$/u.test(token.lower) || (token.lower === 'that' && nominal(s[k - 1]) && k > verb - 5)
    const joined = /^(?:but|although|though|and|while)$/u.test(token.lower) && hasFiniteVerb(s, [0, k])
    if ((relative || (joined && (comma || token.lower !== 'and'))) && hasFiniteVerb(s, [k, verb + 1])) {
      from = k
      break
    }
  }
  let to = s.length
  if (from > 0) {
    for (let k = verb + 1; k < s.length; k++) {
      if (s[k]?.text === ',' && hasFiniteVerb(s, [k, s.length])) {
        to = k
        break
      }
    }
  } else if (s[0] && /^(?:although|though|while)$/u.test(s[0].lower)) {
    const comma = s.findIndex((token, k) => k > verb && token.text === ',')
    if (comma > 0) to = comma
  }
  const whole = from === 0 && to === s.length
  const object = aboutOf(s, verb + 1, to)
  const subject = object.about.length > 0 ? object : aboutOf(s, from, verb)
  return { sentence, range: [from, to], whole, ...subject }
}

/** The nouns of what was not verified, and whose they are. */
function aboutOf(s: readonly Token[], from: number, to: number): { about: string[]; owner: string[] } {
  const about: string[] = []
  let owner: string[] = []
  let run: string[] = []
  for (let k = from; k < to; k++) {
    const token = s[k]
    if (!token) continue
    if (token.lower === "'s" || token.text === '’') {
      owner = run
      run = []
      continue
    }
    if (nominal(token) && token.pos !== 'DET') run.push(token.lower)
    else run = []
    const noun = token.pos === 'NOUN' || RECORDINGS.has(token.lower) || SAYINGS.has(token.lower)
    if (noun && !EMPTY.has(token.lower)) about.push(token.lower)
    if (token.lower === 'by' && SAYINGS.has(s[k - 1]?.lower ?? ''))
      owner = s
        .slice(k + 1, Math.min(to, k + 5))
        .filter((word) => nominal(word) && word.pos !== 'DET')
        .map((word) => word.lower)
  }
  return { about, owner }
}

/** "without evidence", "gave no evidence", "there was no independent confirmation". */
function withoutSupport(s: readonly Token[], sentence: number): Caveat | null {
  for (let k = 1; k < s.length; k++) {
    const token = s[k]
    if (!token || token.quoted || !SUPPORT.test(token.lower)) continue
    let from = k - 1
    while (from >= 0 && k - from < 6 && !/^(?:without|no|not|n't|any)$/u.test(s[from]?.lower ?? '')) from--
    const word = s[from]?.lower ?? ''
    if (from < 0 || k - from >= 6) continue
    if (word === 'without') {
      return { sentence, range: [from, k + 1], whole: false, about: [], owner: [] }
    }
    const start = s
      .slice(0, from)
      .map((other) => other.lower)
      .join(' ')
    const given =
      /\b(?:there (?:was|is|has been|were)|(?:gave|offered|provided|presented|produced|cited|gives|offers|provides|has|have|did|does|do)(?: \w+){0,3})$/u.test(
        start,
      ) || /^(?:no)$/u.test(s[0]?.lower ?? '')
    if (!given || (!s.slice(k + 1, k + 3).some((other) => other.lower === 'of') && word === 'any' && !/not|n't/u.test(start))) continue
    if (/\b(?:found|find|finds|see|seen|saw|shows?)\b/u.test(start)) continue
    return placed(s, sentence, k)
  }
  return null
}

function unverifiedThing(s: readonly Token[], sentence: number): Caveat | null {
  for (let k = 0; k < s.length; k++) {
    const token = s[k]
    if (!token || token.quoted || !UNVERIFIED.test(token.lower)) continue
    let to = k + 1
    while (to < s.length && to < k + 4 && nominal(s[to])) to++
    const nouns = s.slice(k + 1, to).map((word) => word.lower)
    return { sentence, range: [k, to], whole: false, about: nouns.filter((noun) => RECORDINGS.has(noun) || DOCUMENTS.has(noun)), owner: [] }
  }
  return null
}
