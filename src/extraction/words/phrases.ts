import { DAYS } from './lexicon.ts'
import type { Token } from './tokens.ts'

/** A half-open range of token indices within one sentence. */
export type Range = readonly [from: number, to: number]

const NOMINAL = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'SYM'])
const POSSESSIVE = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your'])
/** Numbers in order, which the tagger often takes for adverbs: "a second western official". */
const ORDINALS = new Set(['first', 'second', 'third', 'fourth', 'fifth'])
/** Prepositions that hold a noun phrase together: "the mayor of X", "a spokesman for Y", "officials in Z". */
const LINKS = new Set(['of', 'for', 'at', 'from', 'in', 'with', 'on', 'to', 'close', 'near'])
const SUBJECT_PRONOUNS = new Set(['he', 'she', 'they', 'it', 'we', 'i', 'you'])
export const RELATIVE = new Set(['who', 'which', 'that'])

export const isWord = (token: Token | undefined): boolean => token?.worded === true
export const isVerb = (token: Token | undefined): boolean => token?.pos === 'VERB' || token?.pos === 'AUX'
export const capitalised = (token: Token | undefined): boolean => token?.capital === true

/** What may stand before an article or possessive inside one phrase: "all the villagers", "both his sons". */
const BEFORE_ARTICLE = new Set(['all', 'both', 'half', 'not'])
const ARTICLES = new Set(['the', 'a', 'an'])
const opensPhrase = (token: Token | undefined): boolean => token !== undefined && (ARTICLES.has(token.lower) || POSSESSIVE.has(token.lower))

/** Never part of a noun phrase, whatever the tagger calls them. */
const NEVER_NOMINAL = new Set(['not', 'that', 'to', 'no'])
/** Always part of one: possessives, ordinals, the marks that join its words. */
const ALWAYS_NOMINAL = new Set([...POSSESSIVE, ...ORDINALS, "'s", "'", '-', '&'])
const NOMINAL_PRONOUNS = new Set(['some', 'many', 'one', 'several', 'both', 'others', 'two', 'all', 'most', 'another'])

/** Whether a token can stand inside a noun phrase. */
export function nominal(token: Token | undefined): boolean {
  if (!token) return false
  const { lower, pos } = token
  if (NEVER_NOMINAL.has(lower)) return false
  return NOMINAL.has(pos) || (pos === 'PRON' && NOMINAL_PRONOUNS.has(lower)) || ALWAYS_NOMINAL.has(lower)
}

/** Whether a range names or describes somebody or something: it holds a noun or name. */
export function hasNoun(s: readonly Token[], [from, to]: Range): boolean {
  for (let k = from; k < to; k++) {
    const pos = s[k]?.pos
    if (to - from === 1 && s[k]?.lower === 'another') return true
    if (pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON' || (pos === 'ADJ' && k === to - 1) || (capitalised(s[k]) && k > 0)) return true
  }
  return false
}

/** Whether a finite verb (or any verb) stands in a range. */
export function hasVerb(s: readonly Token[], [from, to]: Range): boolean {
  for (let k = from; k < to; k++) if (isVerb(s[k])) return true
  return false
}

/** Whether a range holds a verb that can be the predicate of a clause: not an infinitive, not a bare -ing form, not a noun's participle. */
export function hasFiniteVerb(s: readonly Token[], [from, to]: Range): boolean {
  for (let k = from; k < to; k++) if (isFinite(s, k)) return true
  return false
}

export function isFinite(s: readonly Token[], k: number): boolean {
  const token = s[k]
  if (!token) return false
  if (token.pos === 'AUX') return token.lower !== 'be' && token.lower !== 'been' && token.lower !== 'being' && s[k - 1]?.lower !== 'to'
  if (token.pos !== 'VERB') return false
  if (token.lower.endsWith('ing') || s[k - 1]?.lower === 'to') return false
  // "the driven car", "according to": a participle before its noun, or a preposition in disguise.
  return !(s[k - 1]?.pos === 'DET') && token.lower !== 'according'
}

/**
 * The noun phrase that ends right before `end`, or null. Runs left over names, nouns and their prepositions;
 * crosses "and" only where a coordination can be the subject, that is, at the start of a clause.
 */
export function phraseBefore(s: readonly Token[], end: number): Range | null {
  const lastToken = s[end - 1]
  if (!lastToken || lastToken.quoted) return null
  // "two of them said"
  if (/^(?:them|us|whom)$/u.test(lastToken.lower) && s[end - 2]?.lower === 'of') return nominal(s[end - 3]) ? [end - 3, end] : null
  if (lastToken.text === ')') return beforeBrackets(s, end)
  if (SUBJECT_PRONOUNS.has(lastToken.lower)) return [end - 1, end]
  if (RELATIVE.has(lastToken.lower)) return lastToken.lower === 'that' ? null : [end - 1, end]
  let from = end
  while (from > 0) {
    const token = s[from - 1]
    if (!token || token.quoted) break
    if (DAYS.has(token.lower) && s[from - 2]?.lower !== 'the' && from < end) break
    // An article opens its phrase: in "under questioning the inspector" the phrase is "the inspector".
    if (from < end && opensPhrase(s[from]) && nominal(token) && !BEFORE_ARTICLE.has(token.lower)) break
    if (nominal(token)) from--
    else if (
      LINKS.has(token.lower) &&
      from < end &&
      from >= 2 &&
      nominal(s[from - 2]) &&
      !DAYS.has(s[from]?.lower ?? '') &&
      token.lower !== 'to' &&
      !/^\d{4}$/u.test(s[from]?.text ?? '')
    )
      from--
    else if (token.lower === 'and' && from < end && startsClause(s, from - 1)) from--
    else break
  }
  // "a group" keeps its article; a stray mark, adverb or "there" at the edge does not.
  while (from < end && (s[from]?.pos === 'PUNCT' || s[from]?.lower === "'s")) from++
  if (from >= end || !hasNoun(s, [from, end])) return null
  return [from, end]
}

/** "Senator Ann Lee (Marl) said": the brackets belong to the name before them. */
function beforeBrackets(s: readonly Token[], end: number): Range | null {
  for (let k = end - 2; k > 0 && k > end - 14; k--) {
    if (s[k]?.text === ')') return null
    if (s[k]?.text !== '(') continue
    const phrase = phraseBefore(s, k)
    return phrase ? [phrase[0], end] : null
  }
  return null
}

/** Whether the noun phrase that ends before `at` (an "and") begins its clause, so that the coordination is a subject. */
function startsClause(s: readonly Token[], at: number): boolean {
  let k = at
  while (k > 0 && (nominal(s[k - 1]) || (LINKS.has(s[k - 1]?.lower ?? '') && nominal(s[k - 2])))) k--
  if (k === at) return false
  const before = s[k - 1]
  return k === 0 || before?.pos === 'SCONJ' || before?.text === ',' || before?.closes === true || before?.lower === 'that'
}

/** The noun phrase that begins at `from`; appositions ("John Smith, the mayor") are taken when `appositions` is set. */
export function phraseFrom(s: readonly Token[], from: number, limit: number, appositions = true): Range | null {
  let to = from
  while (to < limit) {
    const token = s[to]
    if (!token || token.quoted) break
    if (DAYS.has(token.lower) && to > from) break
    if (
      to > from &&
      opensPhrase(token) &&
      !LINKS.has(s[to - 1]?.lower ?? '') &&
      !BEFORE_ARTICLE.has(s[to - 1]?.lower ?? '') &&
      s[to - 1]?.lower !== 'and'
    )
      break
    if (nominal(token) || (to === from && token.pos === 'PRON')) to++
    else if (to > from && LINKS.has(token.lower) && token.lower !== 'to' && nominal(s[to + 1]) && !DAYS.has(s[to + 1]?.lower ?? '')) to++
    else if (to > from && token.lower === 'and' && nominal(s[to + 1]) && !clauseFollows(s, to + 1, limit)) to++
    else break
  }
  while (to > from && (s[to - 1]?.pos === 'PUNCT' || s[to - 1]?.lower === 'the' || opensDate(s, to - 1))) to--
  if (to === from) return null
  if (appositions && s[to]?.text === ',') {
    const close = nextComma(s, to + 1, limit)
    const gloss: Range = [to + 1, close]
    if (
      close - to > 1 &&
      close - to < 22 &&
      nominal(s[to + 1]) &&
      !hasFiniteVerb(s, gloss) &&
      !s.slice(to, close).some((token) => token.quoted)
    ) {
      return [from, close]
    }
  }
  return [from, to]
}

/** "told Radio Marl last week": the adjective belongs to the week. */
const opensDate = (s: readonly Token[], k: number): boolean =>
  DAYS.has(s[k + 1]?.lower ?? '') && /^(?:last|this|next|late|early|earlier)$/u.test(s[k]?.lower ?? '')

function clauseFollows(s: readonly Token[], from: number, limit: number): boolean {
  let k = from
  while (k < limit && k < from + 8 && nominal(s[k])) k++
  return isVerb(s[k])
}

export function nextComma(s: readonly Token[], from: number, limit: number): number {
  let k = from
  while (k < limit && s[k]?.text !== ',') k++
  return k
}

const EDGES = new Set([',', ';', ':', '—', '–', '―', '.', '-'])

/** A range without the commas, dashes and unquoted colons at its edges. */
export function trimmed(s: readonly Token[], [from, to]: Range): Range {
  let a = from
  let b = to
  while (a < b && EDGES.has(s[a]?.text ?? '')) a++
  while (b > a && EDGES.has(s[b - 1]?.text ?? '') && !s[b - 1]?.quoted) b--
  return [a, b]
}

export function wordCount(s: readonly Token[], [from, to]: Range): number {
  let count = 0
  for (let k = from; k < to; k++) if (isWord(s[k])) count++
  return count
}

/** The words of a range as the copy prints them. */
export function textOf(text: string, s: readonly Token[], [from, to]: Range): string {
  const first = s[from]
  const last = s[to - 1]
  return first && last ? text.slice(first.start, last.end) : ''
}
