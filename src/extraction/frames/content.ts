import type { Cue } from './cues.ts'
import { audienceIn } from './frames.ts'
import { ADDRESSED, ADJUNCT_STARTS, DAYS } from '../words/lexicon.ts'
import { hasFiniteVerb, isFinite, phraseFrom, type Range, RELATIVE } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'

const CLAUSE_OPENERS = new Set(['that', 'whether', 'how', 'why', 'what', 'if', 'when', 'where', 'who'])
const SUBORDINATORS = new Set([
  'after',
  'when',
  'while',
  'although',
  'though',
  'as',
  'because',
  'before',
  'since',
  'if',
  'once',
  'until',
  'where',
])
const OBJECT_PRONOUNS = new Set(['me', 'him', 'her', 'them', 'us', 'you', 'it'])
/** What ends reported words and goes on about the speaking. */
const AFTERWARDS = new Set(
  'adding citing noting referring saying telling quoting arguing claiming warning insisting stressing according explaining describing calling accusing blaming urging promising vowing alleging pointing stating suggesting dismissing denying'.split(
    ' ',
  ),
)

/** Where what was said begins, and what stands before it. */
export interface Start {
  at: number
  cueEnd: number
  audience: Range | null
  /** Behind "that", a colon or an opening mark. */
  opened: boolean
}

/** Where the content begins, past the person told, the day, and the place of speaking. */
export function startOfContent(s: readonly Token[], cue: Cue, limit: number): Start | null {
  let at = pastDashes(s, cue.group[1], limit)
  let audience: Range | null = null
  if (ADDRESSED.has(cue.lemma) && !CLAUSE_OPENERS.has(s[at]?.lower ?? '') && !s[at]?.opens) {
    const object: Range | null = OBJECT_PRONOUNS.has(s[at]?.lower ?? '') ? [at, at + 1] : phraseFrom(s, at, limit, false)
    if (
      object &&
      (cue.lemma === 'tell' ||
        ['that', 'to', 'of', 'about', 'not', 'against', 'over', 'for', ':'].includes(s[object[1]]?.lower ?? '') ||
        s[object[1]]?.opens ||
        s[object[1]]?.text === ',')
    ) {
      audience = audienceIn(s, object)
      at = object[1]
    }
  }
  at = pastAdjuncts(s, at, limit)
  let cueEnd = cue.group[1]
  at = pastAside(s, at, limit)
  if (s[at]?.text === ',' && (s[at + 1]?.opens || s[at + 1]?.lower === 'that')) at++
  if (/^(?:only|simply|just|merely)$/u.test(s[at]?.lower ?? '') && s[at + 1]?.lower === 'that') at++
  if (s[at]?.text === ':') {
    at++
    cueEnd = audience ? cueEnd : at
  }
  if (at >= limit) return s[limit - 1]?.text === ':' ? { at: limit, cueEnd, audience, opened: true } : null
  const first = s[at]
  return { at, cueEnd, audience, opened: first?.opens === true || CLAUSE_OPENERS.has(first?.lower ?? '') || s[at - 1]?.text === ':' }
}

/** "alleged, without offering evidence, that …", "reported, citing no source, that …". */
function pastAside(s: readonly Token[], at: number, limit: number): number {
  if (s[at]?.text !== ',' || s[at + 1]?.opens || s[at + 1]?.lower === 'that') return at
  for (let k = at + 1; k < Math.min(limit, at + 25); k++) {
    if (s[k]?.quoted) return at
    if (s[k]?.text === ',' && (s[k + 1]?.lower === 'that' || s[k + 1]?.opens)) return k
  }
  return at
}

/** "claimed — nobody else saw it — that …": what stands between dashes is the copy's own. */
function pastDashes(s: readonly Token[], at: number, limit: number): number {
  if (!/^[—–]$/u.test(s[at]?.text ?? '')) return at
  for (let k = at + 1; k < Math.min(limit, at + 25); k++) if (s[k]?.text === s[at]?.text) return k + 1
  return at
}

/** Skips "on Tuesday", "in a statement", "to reporters" as long as what is said still follows. */
function pastAdjuncts(s: readonly Token[], from: number, limit: number): number {
  let at = from
  while (at < limit && DAYS.has(s[at]?.lower ?? '')) at++
  if (!ADJUNCT_STARTS.has(s[at]?.lower ?? '') || s[at]?.quoted) return at
  if (s[at]?.lower === 'to' && s[at + 1]?.pos === 'VERB') return at
  const horizon = Math.min(limit, at + 22)
  for (let k = at; k < horizon; k++) {
    const token = s[k]
    if (token?.pos === 'CCONJ' && s[k + 1]?.pos === 'VERB') break
    if (token?.opens || (token?.lower === 'that' && k > at + 1) || token?.text === ':') return k
  }
  // "said on Monday the bridge …": the adjunct is a preposition and a day, and a clause follows.
  let k = at + 1
  while (k < horizon && (DAYS.has(s[k]?.lower ?? '') || s[k]?.pos === 'NUM' || s[k]?.lower === 'late' || s[k]?.lower === 'early')) k++
  if (k > at + 1 && k < limit) return k
  // "said in a statement the bridge …", "said in an interview on Friday he …".
  const phrase = phraseFrom(s, at + 1, limit, false)
  // "told reporters outside the court she was …": a pronoun after the place begins the clause.
  if (phrase && /^(?:he|she|they|it|there|we|i)$/u.test(s[phrase[1]]?.lower ?? '') && isFinite(s, phrase[1] + 1)) return phrase[1]
  if (
    phrase &&
    /^(?:statement|interview|report|letter|post|tweet|email|briefing|release|speech|conference|message|memo|filing|address|video|call|article|blog)$/u.test(
      s[phrase[1] - 1]?.lower ?? '',
    )
  )
    return pastAdjuncts(s, phrase[1], limit)
  return at
}

/** Where reported words stop: at a second cue with the same speaker, at the clause that the whole hangs from, or at the sentence's end. */
export function endOfContent(s: readonly Token[], from: number, limit: number, source: Range): number {
  const subordinate = SUBORDINATORS.has(s[source[0] - 1]?.lower ?? '') && source[0] <= 2
  const relative = RELATIVE.has(s[source[0]]?.lower ?? '')
  for (let k = from + 1; k < limit - 1; k++) {
    const token = s[k]
    const next = s[k + 1]
    if (token?.closes && next && AFTERWARDS.has(next.lower)) return k + 1
    if (!token || !next || token.quoted) continue
    if (token.text === ',' && AFTERWARDS.has(next.lower) && !next.quoted) return k
    if (token.text === ',' && (subordinate || relative) && hasFiniteVerb(s, [k + 1, Math.min(limit, k + (relative ? 4 : 14))])) return k
    if (
      (token.lower === 'and' || token.lower === 'but') &&
      !next.quoted &&
      /^(?:said|added|told|warned|says|adds|called|urged|insisted|asked|claimed|accused|denied|vowed|declared|announced|noted)$/u.test(
        next.lower,
      )
    )
      return k
    if (
      (token.lower === 'and' || token.lower === 'but') &&
      next.pos === 'ADV' &&
      /^(?:said|added|told|warned|called|urged|asked|claimed)$/u.test(s[k + 2]?.lower ?? '')
    )
      return k
  }
  return limit
}

/** "denied the charge; her office did not reply": a mere object ends with its clause. */
export function beforeSemicolon(s: readonly Token[], from: number, to: number): number {
  for (let k = from; k < to; k++) {
    if (s[k]?.quoted) continue
    if (s[k]?.text === ';') return k
    if (isFinite(s, k)) return to
  }
  return to
}

/** "welcomed the news and shares rose": behind an act's object a clause with a subject of its own is the copy's. */
export function beforeJoined(s: readonly Token[], from: number, to: number): number {
  for (let k = from + 1; k + 2 < to; k++) {
    if (s[k]?.text === ';' && !s[k]?.quoted) return k
    if (!/^(?:and|but|while|though|although|yet|whereas)$/u.test(s[k]?.lower ?? '') || s[k]?.quoted) continue
    const subject = phraseFrom(s, k + 1, to, false)
    if (subject && (isFinite(s, subject[1]) || (s[subject[1]]?.pos === 'ADV' && isFinite(s, subject[1] + 1))))
      return s[k - 1]?.text === ',' ? k - 1 : k
  }
  return to
}
