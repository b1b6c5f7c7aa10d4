import { OBJECT_PRONOUNS, SUBJECT_PRONOUNS, SUBJECT_STARTS } from './clause-words.ts'
import { hasFiniteVerb, isFinite, nextComma, nominal } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'

/** Participles that name: "an entrepreneur named …". */
const NEVER_PREDICATE = new Set(['named', 'known', 'based', 'born', 'aged', 'dubbed', 'dated', 'including', 'according'])
const PREPOSITIONS = new Set([
  'of',
  'for',
  'in',
  'on',
  'at',
  'from',
  'with',
  'by',
  'to',
  'about',
  'between',
  'among',
  'against',
  'near',
  'outside',
  'inside',
  'behind',
])
const POSSESSIVE = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your'])
/** A subject is looked for in this many tokens, and the end of what comes between it and its verb in as many more. */
const LONGEST_SUBJECT = 26
const LONGEST_GLOSS = 24

/** Whether a clause with a subject of its own begins at `from`: a noun phrase or pronoun, then its verb. */
export const ownSubject = (s: readonly Token[], from: number, end: number): boolean => predicateOf(s, from, end) >= 0

/** The finite verb of the clause that begins at `from` with a subject of its own; -1 where none does. */
export function predicateOf(s: readonly Token[], from: number, end: number): number {
  let at = pastAdverbs(s, from, end)
  const first = s[at]
  if (!first || first.quoted) return -1
  const fronted = pastFronted(s, at, end)
  if (fronted > at) at = fronted
  const verb = SUBJECT_PRONOUNS.has(s[at]?.lower ?? '') ? at + 1 : pastSubject(s, at, end)
  if (verb <= at) return -1
  return NEVER_PREDICATE.has(s[verb]?.lower ?? '') ? pastParticiple(s, verb, end) : finiteAt(s, verb, end)
}

/** A capital inside the sentence, whatever the tagger calls it. */
const isNamePart = (token: Token, inside: boolean): boolean =>
  inside && /^\p{Lu}/u.test(token.text) && token.pos !== 'PRON' && token.pos !== 'AUX' && token.pos !== 'VERB'

/** "a commander known as “Bahr” was …": the verb behind the participle. */
function pastParticiple(s: readonly Token[], at: number, end: number): number {
  for (let k = at + 1; k < Math.min(end, at + 14); k++) {
    if (s[k]?.text === ',' || s[k]?.text === ';') return -1
    if (!s[k]?.quoted && isFinite(s, k)) return k
  }
  return -1
}

function pastAdverbs(s: readonly Token[], from: number, end: number): number {
  let at = from
  while (
    at < end &&
    at < from + 5 &&
    ((s[at]?.pos === 'ADV' && !SUBJECT_STARTS.has(s[at]?.lower ?? '')) || (s[at]?.text === ',' && at > from))
  )
    at++
  return at
}

/** "in a shorter clip a man points", ", as the report puts it, it makes": what stands before the subject. */
function pastFronted(s: readonly Token[], at: number, end: number): number {
  const first = s[at]
  if (first?.text === ',') {
    const close = nextComma(s, at + 1, Math.min(end, at + 14))
    return s[close]?.text === ',' ? close + 1 : at
  }
  if (first?.pos !== 'ADP' || first.lower === 'of') return at
  const close = nextComma(s, at + 1, Math.min(end, at + 12))
  if (s[close]?.text === ',' && !hasFiniteVerb(s, [at, close])) return close + 1
  // Without a comma: a second article or a pronoun begins the subject.
  let articles = 0
  for (let k = at + 1; k < Math.min(end, at + 9); k++) {
    const token = s[k]
    if (!token || token.quoted) return at
    if (SUBJECT_PRONOUNS.has(token.lower)) return k
    if (token.pos === 'ADP') articles = 0
    else if (token.pos === 'DET' && ++articles === 2) return k
    else if (!nominal(token)) return at
  }
  return at
}

/** Past the subject that begins at `from`, its prepositions, appositions and relative clauses; `from` itself where there is none. */
function pastSubject(s: readonly Token[], from: number, end: number): number {
  const limit = Math.min(end, from + LONGEST_SUBJECT)
  let k = from
  while (k < limit) {
    const token = s[k]
    if (!token || token.quoted) break
    const next = s[k + 1]
    // A second article without a preposition begins another phrase.
    if (
      k > from &&
      (token.pos === 'DET' || POSSESSIVE.has(token.lower)) &&
      s[k - 1]?.pos !== 'ADP' &&
      !PREPOSITIONS.has(s[k - 1]?.lower ?? '') &&
      !/^(?:and|all|both|half)$/u.test(s[k - 1]?.lower ?? '')
    )
      break
    if (k === from && SUBJECT_STARTS.has(token.lower)) k++
    else if (token.pos === 'VERB' && next?.pos === 'NOUN' && isBeforeItsNoun(s, k, from)) k++
    else if (
      nominal(token) ||
      isNamePart(token, k > from) ||
      (k > from && token.lower === 'no') ||
      (OBJECT_PRONOUNS.has(token.lower) && s[k - 1]?.pos === 'ADP')
    )
      k++
    else if (k > from && (token.pos === 'ADP' || PREPOSITIONS.has(token.lower)) && startsPhrase(next)) k++
    else if (k > from && token.lower === 'and' && nominal(next) && !isFinite(s, k + 2)) k++
    else if (k > from && token.text === ',') return pastGloss(s, k, end)
    else if (k > from && /^(?:who|which|that|whose)$/u.test(token.lower)) return pastRelative(s, k, end)
    else break
  }
  return k
}

/** "three spent shells", "armed civilians": a participle before its noun. In "the police chief asked residents" the "adjective" is a noun. */
function isBeforeItsNoun(s: readonly Token[], k: number, from: number): boolean {
  if (k === from) return s[k]?.lower.endsWith('ed') === true
  const before = s[k - 1]?.pos ?? ''
  return /^(?:NUM|DET)$/u.test(before) || (before === 'ADJ' && (k - 1 === from || !/^(?:NOUN|PROPN)$/u.test(s[k - 2]?.pos ?? '')))
}

const startsPhrase = (token: Token | undefined): boolean =>
  token !== undefined &&
  !token.quoted &&
  (nominal(token) || OBJECT_PRONOUNS.has(token.lower) || SUBJECT_STARTS.has(token.lower) || token.lower.endsWith('ing'))

/** ", filmed from a rooftop, appears": past a gloss between commas, if the verb follows it. */
function pastGloss(s: readonly Token[], comma: number, end: number): number {
  if (/^(?:and|but|or|so|while)$/u.test(s[comma + 1]?.lower ?? '')) return -1
  let close = nextComma(s, comma + 1, Math.min(end, comma + LONGEST_GLOSS))
  for (let tries = 0; tries < 3 && s[close]?.text === ','; tries++) {
    const verb = finiteAt(s, close + 1, end)
    // "…, where she served, compared with …": a participle.
    if (verb >= 0 && !(s[verb]?.pos === 'VERB' && /^(?:with|by|from|on)$/u.test(s[verb + 1]?.lower ?? ''))) return close + 1
    close = nextComma(s, close + 1, Math.min(end, comma + LONGEST_GLOSS))
  }
  return -1
}

/** "people who fled said": the second verb is the clause's own. */
function pastRelative(s: readonly Token[], at: number, end: number): number {
  let seen = 0
  const next = s[at + 1]?.pos === 'ADV' ? at + 2 : at + 1
  if (!isFinite(s, next)) return -1
  for (let k = at + 1; k < Math.min(end, at + LONGEST_GLOSS); k++) {
    if (!isFinite(s, k) || inVerbGroup(s, k)) continue
    if (++seen === 2) return k
  }
  return -1
}

const DONE_TO = new Set(
  'wounded injured killed hurt arrested detained damaged destroyed displaced cancelled canceled closed suspended seized held evacuated postponed delayed banned blocked looted burned burnt torched fined jailed released freed deported'.split(
    ' ',
  ),
)

/** "would be closed and prayers cancelled", "two were killed and three wounded": the verb leans on the one before the "and" at `k`. */
export function leansOnPassive(s: readonly Token[], k: number, verb: number): boolean {
  const found = s[verb]
  const next = s[verb + 1]
  if (found?.pos !== 'VERB' || (!found.lower.endsWith('ed') && !DONE_TO.has(found.lower))) return false
  if (next && /^(?:NOUN|PROPN|DET|PRON|NUM)$/u.test(next.pos)) return false
  for (let at = k - 1; at >= 0 && at > k - 14; at--) {
    if (/^(?:be|been|being)$/u.test(s[at]?.lower ?? '')) return true
    if (/^(?:was|were|is|are)$/u.test(s[at]?.lower ?? '')) return DONE_TO.has(found.lower)
  }
  return false
}

/** The verb of "do not identify", "has never said" goes with the one before it. */
function inVerbGroup(s: readonly Token[], k: number): boolean {
  let before = k - 1
  while (before > 0 && before > k - 4 && (s[before]?.pos === 'ADV' || s[before]?.pos === 'PART')) before--
  return s[before]?.pos === 'AUX' || isFinite(s, k - 1)
}

/** The finite verb at `at`, adverbs and an opening quotation mark passed; -1 for anything else, or for a participle that only looks like one. */
function finiteAt(s: readonly Token[], at: number, end: number): number {
  let verb = at
  while (verb < end && (s[verb]?.pos === 'ADV' || s[verb]?.opens)) verb++
  const found = s[verb]
  if (!found || verb >= end || NEVER_PREDICATE.has(found.lower) || (found.pos === 'VERB' && /^\p{Lu}/u.test(found.text))) return -1
  // "some carried": behind such a subject the verb is no adjective.
  const afterStart =
    found.pos === 'VERB' &&
    SUBJECT_STARTS.has(s[verb - 1]?.lower ?? '') &&
    /(?:ed|[^s]s)$/u.test(found.lower) &&
    s[verb + 1]?.pos !== 'NOUN'
  if (!isFinite(s, verb) && !afterStart) return -1
  // "more politically divided Marl": an adjective behind its adverb.
  if (found.pos === 'VERB' && found.lower.endsWith('ed') && s[verb - 1]?.pos === 'ADV' && verb - 1 > at && s[verb - 2]?.pos === 'ADV')
    return -1
  if (found.quoted && !s.slice(at, verb).some((token) => token.opens)) return -1
  // "1,358 registered voters": an adjective.
  if (found.pos === 'VERB' && s[verb - 1]?.pos === 'NUM' && s[verb + 1]?.pos === 'NOUN') return -1
  return isBareParticiple(s, verb, end) ? -1 : verb
}

/** "two officers wounded by …": a participle, not a predicate. */
function isBareParticiple(s: readonly Token[], verb: number, end: number): boolean {
  const found = s[verb]
  if (found?.pos !== 'VERB' || !/(?:ed|en|own|orn|ept|eld|ade|ught|ought|ound|ung)$/u.test(found.lower)) return false
  return s[verb + 1]?.lower === 'by' && !hasFiniteVerb(s, [verb + 1, end])
}

/** Whether the "and" at `k` closes a list: "from Denmark, Scotland and the Netherlands kept …". */
export function closesList(s: readonly Token[], k: number): boolean {
  let at = k - 1
  while (at > 0 && at > k - 8 && nominal(s[at])) at--
  return s[at]?.text === ',' && at < k - 1 && nominal(s[at - 1]) && !hasFiniteVerb(s, [at, k])
}
