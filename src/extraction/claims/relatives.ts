import type { Passage } from '../frames/attributions.ts'
import { CONCESSIVE, QUANTIFIERS, RELATIVE_PRONOUNS, VERDICT_NOUNS } from './clause-words.ts'
import { hasFiniteVerb, isFinite, nextComma, wordCount } from '../words/phrases.ts'
import { ownSubject } from './subject-clauses.ts'
import type { Token } from '../words/tokens.ts'

/** What stands from `from` to `to` (a conjunction, say) belongs to neither side; what stands before, down to `drop`, is left out. */
export interface Cut {
  from: number
  to: number
  drop?: boolean
}

const isBreak = (token: Token | undefined): boolean => token !== undefined && /^[,—–-]$/u.test(token.text)

/** A clause behind a comma or dash that asserts something by itself: a sentence relative, a verdict on what was said, a "though" at the end. */
export function addedClause(s: readonly Token[], k: number, end: number, passages: readonly Passage[]): Cut | null {
  if (!isBreak(s[k])) return relativeOfAnother(s, k, end)
  if (!hasFiniteVerb(s, [0, k])) return null
  return (
    verdict(s, k, end) ??
    quantified(s, k, end) ??
    finalConcession(s, k, end) ??
    datedWhen(s, k, end) ??
    relativeOfAnother(s, k, end) ??
    addedRelative(s, k, end, passages) ??
    closingRelative(s, k, end)
  )
}

/** ", a figure the rebels dismissed as …", "— something three witnesses denied": somebody's word on the statement before. */
function verdict(s: readonly Token[], k: number, end: number): Cut | null {
  if (s[k]?.quoted) return null
  let at = k + 1
  if (s[at]?.quoted) return null
  if (/^(?:a|an|the|another)$/u.test(s[at]?.lower ?? '')) at++
  if (s[at]?.pos === 'ADJ') at++
  if (!VERDICT_NOUNS.has(s[at]?.lower ?? '') || (s[at]?.lower === 'one' && at !== k + 1)) return null
  // "they said, one tanker came": there "one" counts what follows.
  if (s[at]?.lower === 'one' && /^(?:NOUN|ADJ|NUM)$/u.test(s[at + 1]?.pos ?? '')) return null
  at++
  if (s[at]?.lower === 'for' && s[at + 1]?.lower === 'which') at += 2
  else if (s[at]?.lower === 'that' || s[at]?.lower === 'which') at++
  const relative = /^(?:that|which)$/u.test(s[at - 1]?.lower ?? '')
  if (!ownSubject(s, at, end) && !(relative && isFinite(s, at))) return null
  return closesSentence(s, at, end) ? { from: k, to: k + 1 } : null
}

/** ", most of whom …", ", the result of which …", ", by which time …", ", following which …". */
function quantified(s: readonly Token[], k: number, end: number): Cut | null {
  if (s[k]?.quoted) return null
  const first = s[k + 1]
  if (!first || first.quoted) return null
  const led = QUANTIFIERS.has(first.lower) || first.pos === 'NUM' || /^(?:by|after|following|since|upon)$/u.test(first.lower)
  const atWhichPoint = first.lower === 'at' && s[k + 2]?.lower === 'which' && /^(?:point|time|stage)$/u.test(s[k + 3]?.lower ?? '')
  if (!led && !atWhichPoint) return null
  let at = -1
  for (let j = k + 2; j < Math.min(end, k + 7); j++) {
    if (RELATIVE_PRONOUNS.has(s[j]?.lower ?? '')) {
      at = j
      break
    }
    if (isFinite(s, j) || s[j]?.quoted || s[j]?.text === ',') return null
  }
  if (at < 0 || !hasFiniteVerb(s, [at, end])) return null
  return closesSentence(s, at, end) ? { from: k, to: k + 1 } : null
}

/** ", though he put the sum lower": a concession at the end is an assertion of its own. */
function finalConcession(s: readonly Token[], k: number, end: number): Cut | null {
  const word = s[k + 1]
  if (!word || word.quoted || s[k]?.quoted || !/^(?:though|although)$/u.test(word.lower) || !CONCESSIVE.has(word.lower)) return null
  return ownSubject(s, k + 2, end) ? { from: k, to: k + 1 } : null
}

/** "… sank in 2008, when 51 people died": what happened at the time just named. */
function datedWhen(s: readonly Token[], k: number, end: number): Cut | null {
  if (s[k]?.quoted || s[k + 1]?.lower !== 'when' || s[k + 1]?.quoted) return null
  if (
    !/^(?:\d{1,4}(?:st|nd|rd|th)?|january|february|march|april|may|june|july|august|september|october|november|december)$/u.test(
      s[k - 1]?.lower ?? '',
    )
  )
    return null
  return ownSubject(s, k + 2, end) && closesSentence(s, k + 2, end) ? { from: k, to: k + 1 } : null
}

/** ", which Ann Lee called dangerous", "… which it denied": within a relative clause somebody else has the word. */
function relativeOfAnother(s: readonly Token[], k: number, end: number): Cut | null {
  const comma = s[k]?.text === ','
  const at = comma ? k + 1 : k
  const word = s[at]
  if (word?.lower !== 'which' || (!comma && (s[k - 1]?.pos === 'ADP' || s[k - 1]?.text === ','))) return null
  if (!hasFiniteVerb(s, [0, k])) return null
  // Outside quotation marks and behind no comma only a plain verdict counts: "… which it denied."
  if (!comma) return !word.quoted && wordCount(s, [at, end]) <= 4 && ownSubject(s, at + 1, end) ? { from: k, to: k } : null
  if (word.quoted ? !quotedSubject(s, at + 1, end) : !ownSubject(s, at + 1, end)) return null
  return closesSentence(s, at + 1, end) ? { from: k, to: k + 1 } : null
}

/** "which we know harm kidneys", inside a quotation. */
const quotedSubject = (s: readonly Token[], at: number, end: number): boolean =>
  /^(?:we|i|they|you|he|she|it)$/u.test(s[at]?.lower ?? '') && at + 1 < end && isFinite(s, at + 1)

/** At the end of a sentence, words of a clause that says what a thing is, and no more: ", which makes a rival tablet". */
const SHORT_GLOSS = 5

/**
 * "… by midnight, which put the party on 51 percent", "… outside the court, where wire had been laid": at the end of the sentence such a
 * clause asserts something by itself. In its middle it says which thing is meant.
 */
function closingRelative(s: readonly Token[], k: number, end: number): Cut | null {
  const word = s[k + 1]
  if (s[k]?.text !== ',' || s[k]?.quoted || !word || word.quoted) return null
  if (word.lower === 'which' ? !startsPredicate(s, k + 2, end) : word.lower !== 'where' || !placeClause(s, k + 2, end)) return null
  // "…, which runs the port, said": the sentence goes on. A further clause ("…, but its chairman warned …") does not count.
  let stop = end
  for (let comma = nextComma(s, k + 2, end); comma < end; comma = nextComma(s, comma + 1, end)) {
    if (s[comma]?.quoted || s[comma]?.text !== ',') continue
    if (!/^(?:and|but|while|though)$/u.test(s[comma + 1]?.lower ?? '') || !ownSubject(s, comma + 2, end)) return null
    stop = comma
    break
  }
  return wordCount(s, [k + 2, stop]) > SHORT_GLOSS ? { from: k, to: k + 1 } : null
}

/** A subject and its verb; an auxiliary soon after is enough where the tagger takes the subject's noun for a verb ("razor wire had been laid"). */
const placeClause = (s: readonly Token[], from: number, end: number): boolean =>
  ownSubject(s, from, end) ||
  s.slice(from + 1, Math.min(end, from + 6)).some((token, k) => token.pos === 'AUX' && isFinite(s, from + 1 + k))

function startsPredicate(s: readonly Token[], from: number, end: number): boolean {
  let at = from
  while (at < end && at < from + 3 && s[at]?.pos === 'ADV') at++
  return at < end && !s[at]?.quoted && isFinite(s, at)
}

/** No second main verb follows another comma: what begins here runs to the end of the sentence. */
function closesSentence(s: readonly Token[], from: number, end: number): boolean {
  for (let comma = nextComma(s, from, end); comma < end; comma = nextComma(s, comma + 1, end)) {
    const next = /^(?:and|but|or)$/u.test(s[comma + 1]?.lower ?? '') ? comma + 2 : comma + 1
    if (!s[comma]?.quoted && isFinite(s, next) && (next === comma + 2 || !/^(?:is|are|was|were|has|had)$/u.test(s[next]?.lower ?? '')))
      return false
  }
  return true
}

/** "…, which is what they are doing": within attributed words, a closing relative clause is one more statement by the source. */
function addedRelative(s: readonly Token[], k: number, end: number, passages: readonly Passage[]): Cut | null {
  // A "who" says whom is meant; a "which" adds something.
  if (s[k]?.text !== ',' || s[k]?.quoted || s[k + 1]?.lower !== 'which' || s[k + 1]?.quoted) return null
  const covering = passages.find(
    (passage) => passage.frame.force !== 'stance' && passage.frame.content.some(([from, to]) => k > from && k < to),
  )
  if (!covering || wordCount(s, [k + 1, end]) < 5) return null
  // "…,” said Ann Lee, who heads the union": that is about the speaker.
  if (passages.some(({ frame }) => frame.source?.[1] === k)) return null
  if (covering.frame.content.every(([from]) => !hasFiniteVerb(s, [from, k]))) return null
  const [, contentEnd] = covering.frame.content.find(([from, to]) => k > from && k < to) ?? [0, end]
  const comma = nextComma(s, k + 1, contentEnd)
  if (comma < contentEnd && (isFinite(s, comma + 1) || /^(?:to|and|but)$/u.test(s[comma + 1]?.lower ?? ''))) return null
  return { from: k, to: k + 1 }
}
