import { DAYS } from '../words/lexicon.ts'
import { capitalised, isFinite, isVerb, nominal, phraseBefore, type Range, RELATIVE } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'

/** How far a subject may stand before its verb, what qualifies it included. It keeps the search linear. */
const FARTHEST = 60
const LONGEST_GLOSS = 40
/** What opens an aside between commas that says how or when the subject speaks, and is no part of its name. */
const MANNER = new Set(
  `in on at by for from after before under during through via with without to of as meanwhile however though too also therefore moreover
  instead then later earlier again citing quoting speaking asked pressed questioned reached contacted writing responding replying answering
  referring appearing addressing testifying talking posting briefing commenting reacting`.split(/\s+/u),
)
/** Irregular participles that follow a noun in place of a relative clause: "a paper seen by". */
const PARTICIPLES = new Set(
  `run made held led kept built sent seen given taken shown known written drawn chosen driven born brought bought caught found hit hurt left
  lost met paid put read set shot sold told torn worn begun broken forced`.split(/\s+/u),
)
const CLAUSE_EDGE = new Set([
  'that',
  'and',
  'but',
  'or',
  'while',
  'because',
  'whether',
  'if',
  'when',
  'although',
  'though',
  'so',
  'than',
  'as',
])
/** Places to publish a post, after which a name can follow without a comma in copy that uses few. */
const PLATFORMS = new Set(['facebook', 'twitter', 'x', 'instagram', 'telegram', 'tiktok', 'youtube', 'linkedin', 'whatsapp', 'threads'])

/**
 * The subject of the verb group that begins at `end`, with what qualifies it: "John Smith, the mayor, who lives in Marl,",
 * "relatives gathered at the gate", "a nurse who asked for help". Null where none stands there.
 */
export function subjectOf(s: readonly Token[], end: number): Range | null {
  const lowest = Math.max(0, end - FARTHEST)
  let head = withoutDate(s, isReflexive(s[end - 1]) ? end - 1 : end, lowest)
  let named = end
  while (s[head - 1]?.text === ',' || s[head - 1]?.text === '—' || s[head - 1]?.text === '–') {
    const open = openingOf(s, head - 1, lowest)
    if (open < 0) {
      // What stands before was cut off as a sentence of its own: "…, Engr. | Ann Lee, said".
      const whole = phraseBefore(s, head - 1)
      return whole?.[0] === 0 && named === end ? whole : null
    }
    // "The mayor, in a statement, said": the aside is not part of who speaks.
    if (MANNER.has(s[open + 1]?.lower ?? '')) named = open
    head = open
  }
  if (isReflexive(s[head - 1])) head--
  head = withoutContact(s, head)
  const phrase = phraseBefore(s, head)
  if (!phrase) return null
  const from = widened(s, phrase[0], lowest)
  return [from, named]
}

/** "tests it commissioned | show", "the letter she wrote | says": a relative clause without its pronoun. */
function withoutContact(s: readonly Token[], end: number): number {
  const owned = s[end - 1]?.pos === 'VERB' && /^(?:it|he|she|they|we)$/u.test(s[end - 2]?.lower ?? '')
  return owned && s[end - 3]?.pos === 'NOUN' ? end - 2 : end
}

/** "the ministry itself declined": the pronoun only stresses the subject. */
const isReflexive = (token: Token | undefined): boolean => /^(?:itself|himself|herself|themselves)$/u.test(token?.lower ?? '')

/** "A release on March 3 had said": the date stands between the subject and its verb. */
function withoutDate(s: readonly Token[], end: number, lowest: number): number {
  let k = end
  while (k > lowest && (isDate(s[k - 1]) || (s[k - 1]?.pos === 'NUM' && k - 2 > lowest) || WHEN.test(s[k - 1]?.lower ?? ''))) k--
  if (k === end || !s.slice(k, end).some((token) => isDate(token) || /^(?:19|20)\d\d$/u.test(token.text))) return end
  if (s[k - 1]?.pos === 'ADP') k--
  // "A document filed Thursday says", "a letter sent on Monday said".
  if (s[k - 1]?.pos === 'VERB' && nominal(s[k - 2]) && /(?:ed|en|t)$/u.test(s[k - 1]?.lower ?? '')) k--
  return k > lowest && (nominal(s[k - 1]) || s[k - 1]?.pos === 'PRON') && !/^(?:on|in|at)$/iu.test(s[k - 1]?.text ?? '') ? k : end
}
const isDate = (token: Token | undefined): boolean => token !== undefined && (DAYS.has(token.lower) || token.text === 'May')
const WHEN = /^(?:last|this|late|early|earlier|next)$/u

/** Where the aside that closes at `close` was opened, or -1 if what stands between is no aside about a subject. */
function openingOf(s: readonly Token[], close: number, lowest: number): number {
  const mark = s[close]?.text
  for (let k = close - 1; k > lowest && close - k <= LONGEST_GLOSS; k--) {
    const token = s[k]
    if (token?.quoted) continue
    if (!token || token.text === ';' || token.text === ':') return -1
    if (token.text === mark && isAside(s, [k + 1, close]) && canEndPhrase(s[k - 1])) return k
  }
  return -1
}

const canEndPhrase = (token: Token | undefined): boolean =>
  nominal(token) || token?.text === ')' || token?.text === ',' || token?.pos === 'PRON'

function isAside(s: readonly Token[], [from, to]: Range): boolean {
  const first = s[from]
  if (!first || first.quoted || to <= from) return false
  if (RELATIVE.has(first.lower) ? first.lower !== 'that' : first.lower === 'whose' || first.lower === 'where') return true
  if (MANNER.has(first.lower)) return first.lower !== 'as' || !isClause(s, from + 1, to)
  if (isParticiple(s, from) || (first.pos === 'VERB' && /(?:ed|ing)$/u.test(first.lower))) return true
  if (first.pos === 'ADV' && to - from <= 2) return true
  return nominal(first) && !isClause(s, from, to)
}

/** Whether a phrase with a predicate of its own begins at `from`: "the crowd ran", but not "a channel run by the staff". */
function isClause(s: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    if (RELATIVE.has(s[k]?.lower ?? '') || s[k]?.lower === 'whose' || s[k]?.lower === 'where') return false
    if (isFinite(s, k) && !isParticiple(s, k)) return true
  }
  return false
}

/** A participle that stands after its noun without an auxiliary. An -ed form counts only where no object follows. */
function isParticiple(s: readonly Token[], k: number): boolean {
  const token = s[k]
  if (token?.pos !== 'VERB' || s[k - 1]?.pos === 'AUX') return false
  if (token.lower.endsWith('ing')) return true
  if (!token.lower.endsWith('ed') && !PARTICIPLES.has(token.lower)) return false
  const next = s[k + 1]
  return (
    next === undefined || next.pos === 'ADP' || next.pos === 'ADV' || next.pos === 'PUNCT' || next.lower === 'to' || next.pos === 'SCONJ'
  )
}

/** Moves the start of a subject left over what qualifies it without commas: "crews back in St. Ann", "a man who took the call". */
function widened(s: readonly Token[], start: number, lowest: number): number {
  let from = splitPlatform(s, start)
  if (from !== start) return from
  for (let round = 0; round < 4; round++) {
    const next = qualified(s, from, lowest)
    if (next === null) break
    from = next
  }
  return from
}

/** Small words between a noun and what qualifies it: "crews back in St. Ann", "a body set up under the treaty". */
const QUALIFIERS = new Set(
  'of for at from in with on by near to into inside outside around across under behind beside between against about within without along off back down up over close'.split(
    ' ',
  ),
)

function qualified(s: readonly Token[], from: number, lowest: number): number | null {
  const before = s[from - 1]
  if (!before || before.quoted || before.pos === 'PUNCT' || from <= lowest) return null
  if (CLAUSE_EDGE.has(before.lower) && before.lower !== 'that') return null
  // "Ann Lee a volunteer who …": an apposition in copy that spares its commas.
  if (/^an?$/u.test(s[from]?.lower ?? '') && before.pos === 'PROPN') {
    const head = phraseBefore(s, from)
    return head && head[0] >= lowest && atClauseStart(s, head[0]) && s.slice(head[0], from).every(capitalised) ? head[0] : null
  }
  if (nominal(before)) return null
  let k = from - 1
  while (k > lowest && QUALIFIERS.has(s[k]?.lower ?? '')) k--
  if (k < from - 1 && nominal(s[k]) && !s[k]?.quoted) {
    const head = phraseBefore(s, k + 1)
    return head && head[0] >= lowest ? head[0] : null
  }
  return verbalHead(s, k, lowest)
}

/** The noun that a relative clause or participle ending at `at` qualifies. */
function verbalHead(s: readonly Token[], at: number, lowest: number): number | null {
  let finite = false
  for (let k = at; k > lowest; k--) {
    const token = s[k]
    if (!token || token.quoted || token.pos === 'PUNCT') return null
    const relative = RELATIVE.has(token.lower) || token.lower === 'whose'
    // "an account that residents | rejected": the residents are the subject, not the account.
    if (relative && !finite && token.lower !== 'who') return null
    if (relative && nominal(s[k - 1])) {
      if (token.lower === 'that' && s[k - 1]?.pos !== 'NOUN') return null
      return phraseBefore(s, k)?.[0] ?? null
    }
    // "a list circulating among staff and seen by": two participles of one noun.
    const paired = token.lower === 'and' && isParticiple(s, k + 1)
    if (CLAUSE_EDGE.has(token.lower) && !(token.lower === 'and' && finite) && !paired) return null
    if (!isVerb(token) || (s[k - 1]?.lower === 'and' && isParticiple(s, k))) continue
    if (!finite && isReduced(s, k)) return phraseBefore(s, k)?.[0] ?? null
    finite = true
  }
  return null
}

/** "relatives gathered at", "the agency quoting the navy": a participle right after a noun that begins its clause. */
function isReduced(s: readonly Token[], k: number): boolean {
  if (!isParticiple(s, k) || !nominal(s[k - 1])) return false
  const head = phraseBefore(s, k)
  return head !== null && atClauseStart(s, head[0])
}

/** Whether a clause can begin here: the sentence, or a mark or conjunction before it. */
export function atClauseStart(s: readonly Token[], at: number): boolean {
  const before = s[at - 1]
  if (!before) return true
  return before.pos === 'PUNCT' || before.closes || CLAUSE_EDGE.has(before.lower) || before.pos === 'SCONJ'
}

/** "In a post on Facebook Ann Lee wrote": the name after the platform is who wrote. */
function splitPlatform(s: readonly Token[], start: number): number {
  if (s[start - 1]?.pos !== 'ADP') return start
  for (let k = start; k < start + 8; k++)
    if (PLATFORMS.has(s[k]?.lower ?? '') && s[k - 1]?.lower === 'on' && capitalised(s[k + 1])) return k + 1
  return start
}
