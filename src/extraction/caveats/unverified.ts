import { RECORDINGS } from '../words/lexicon.ts'
import { isVerb, nominal } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import { complete, isOutletLike, subjectEnd, unableOutlet } from './unable.ts'
import { unproven, unreviewed, unseen, withheld } from './withheld.ts'
import { AUTHENTICITY, BEFORE, FIND_OUT, INABILITY, NO_PART, NOT, REVIEWED, SAYINGS, VERIFY } from './words.ts'

/** The subject of the verb of checking is looked for over so many words before it. */
const SUBJECT = 24

const REFUSAL =
  /\b(?:declin\w+|refus\w+) to (?:\w+ ){0,2}(?:confirm|comment|say|verify)\b|\b(?:confirm|verify) (?:or|nor) den|\bneither confirm\b|\bnor confirm\b/u
/** "The senate should not confirm him": what somebody wants or will do. */
const WILLED = /^(?:should|must|shall|will|wo|may|might|to|ought)$/u
/** Who confirms judges and ministers. */
const APPOINTING = /^(?:senate|senators|parliament|congress|lawmakers|legislators|legislature|deputies|assembly)$/u

/** Where in a sentence copy says that something was not verified: the ordinal of the verb, or -1. */
export function unverifiedAt(s: readonly Token[]): number {
  const words = s.map((token) => (token.quoted ? '"' : token.lower))
  for (let k = 1; k < s.length; k++) {
    const token = s[k]
    if (!token || token.quoted) continue
    if (VERIFY.has(token.lower) && negated(s, words, k) && !refusal(words, k) && !premodifier(s, k) && ofSayings(s, words, k)) return k
    if (FIND_OUT.has(token.lower) && complete(s, k) && unableOutlet(s, words, k)) return k
    if (REVIEWED.has(token.lower) && unreviewed(words, k)) return k
    if (/^(?:proven|proved|tested)$/u.test(token.lower) && unproven(words, k)) return k
    if (/^(?:seen|viewed|heard|reviewed)$/u.test(token.lower) && unseen(s, words, k)) return k
  }
  return withheld(s, words)
}

/** "could not be verified", "has yet to be confirmed", "is unable to verify", "none of the claims was confirmed", "confirmed neither toll". */
function negated(s: readonly Token[], words: readonly string[], k: number): boolean {
  const after = words[k + 1] ?? ''
  if (/^(?:neither|none|nothing|little|no)$/u.test(after) && isVerb(s[k])) return true
  for (let at = k - 1; at >= 0 && at > k - BEFORE; at--) {
    const word = words[at] ?? ''
    if (word === '"' || word === ';' || word === '—' || word === '(') break
    if (NOT.has(word)) return words[at + 1] !== 'only' && words[at + 1] !== 'just' && !WILLED.test(words[at - 1] ?? '')
    if (INABILITY.has(word)) return true
    if (word === 'yet' && words[at + 1] === 'to') return true
    if ((word === 'still' || word === 'remain' || word === 'remains') && words[at + 1] === 'to') return true
    if (word === 'way' || word === 'nor' || word === 'neither') return true
    if (word === 'without') return /^(?:being|having|verif|confirm|independent|check)/u.test(words[at + 1] ?? '')
    if (word === 'if' || word === 'once' || word === 'until' || word === 'unless') return false
  }
  return quantified(s, words, k)
}

/** "None of the accounts given by either side could be verified": the quantifier stands where the subject begins. */
function quantified(s: readonly Token[], words: readonly string[], k: number): boolean {
  for (let at = k - 1; at >= 0 && at > k - SUBJECT; at--) {
    const word = words[at] ?? ''
    if (word === '"' || word === ';' || word === '—' || word === '(' || word === ':') return false
    if (!NO_PART.has(word)) continue
    // "no longer", "few hours": of time; "a few", "a little": not negative.
    if (/^(?:longer|doubt|hours?|days?|weeks?|minutes?|later|matter)$/u.test(words[at + 1] ?? '') || words[at - 1] === 'a') return false
    const opens =
      at === 0 ||
      !nominal(s[at - 1]) ||
      SAYINGS.has(words[at - 1] ?? '') ||
      /^(?:but|and|though|although|while|so|said|of)$/u.test(words[at - 1] ?? '')
    // "none of which has been authenticated" is one subject; "none of the men who were confirmed" is not.
    const from = words[at + 1] === 'of' && words[at + 2] === 'which' ? at + 3 : at + 1
    return opens && !words.slice(from, k).some((other) => other === 'who' || other === 'which')
  }
  return false
}

/**
 * Orders, prices and signatures are confirmed or not, too. With the plainer verbs it is a caveat where what was said or shown, a death or
 * an identity stands beside it, where it was "independently" or "could not", or where the outlet itself speaks.
 */
function ofSayings(s: readonly Token[], words: readonly string[], k: number): boolean {
  const object = words.slice(k + 1, k + 5)
  if (object.some((word) => CREDENTIALS.test(word)) && isVerb(s[k]) && words[k - 1] !== 'be') return false
  if (!/^(?:confirm|verif)/u.test(words[k] ?? '')) return true
  const before = words.slice(Math.max(0, k - SUBJECT), k)
  const group = words.slice(Math.max(0, k - BEFORE), k)
  if (group.some((word) => word.startsWith('independent')) || words.slice(k, k + 8).some((word) => word.startsWith('independent')))
    return true
  const passive =
    group.some((word) => /^(?:be|been|being)$/u.test(word) || (/^(?:is|are|was|were)$/u.test(word) && (words[k] ?? '').endsWith('ed'))) &&
    !group.some((word) => /^(?:able|unable|possible|impossible|way)$/u.test(word))
  const byWhom = words[k + 1] === 'by' && !words.slice(k + 2, k + 5).some((word) => APPOINTING.test(word))
  if (passive)
    return (
      (byWhom && !before.some((word) => ARRANGED.test(word))) ||
      (group.some((word, at) => /^(?:could|can|cannot|ca|none|neither|yet)$/u.test(word) || (word === 'still' && group[at + 1] === 'to')) &&
        (before.some(sayable) || !before.some((word) => ARRANGED.test(word)))) ||
      before.some(sayable) ||
      before.some((word) => NO_PART.has(word))
    )
  if (group.some((word) => /^(?:possible|impossible|way)$/u.test(word))) return true
  const not = group.findLastIndex((word) => NOT.has(word) || INABILITY.has(word))
  if (not >= 0 && isOutletLike(s, subjectEnd(s, Math.max(0, k - BEFORE) + not))) return true
  const after = words.slice(k + 1, k + 9)
  // "Accounts from the area are difficult to confirm": the subject is what could not be.
  if (group.some((word) => /^(?:difficult|hard)$/u.test(word)) && before.some(sayable)) return true
  if (ofWhatIsToCome(after)) return false
  return (
    happened(words, k) ||
    after.filter((word) => /\p{L}/u.test(word)).length === 0 ||
    after.some(sayable) ||
    /^(?:that|whether|if|how|who|where|when|neither|none)$/u.test(after[0] ?? '') ||
    relativeBefore(before)
  )
}

/** What a bank or a programme verifies, and a fan waits to have confirmed: nobody said it. */
const CREDENTIALS = /^(?:users?|passwords?|passports?|customers?|eligibility|address|age|ages|tickets?|card|cards)$/u
/** "Could not confirm whether he would play", "has not confirmed who will be captain". */
const ofWhatIsToCome = (after: readonly string[]): boolean =>
  /^(?:whether|if|who|when|where|how)$/u.test(after[0] ?? '') && after.slice(0, 7).some((word) => /^(?:will|would|shall)$/u.test(word))

/** What is confirmed because somebody arranges it: a date, a squad, an appointment. */
const ARRANGED =
  /^(?:line-?ups?|squads?|teams?|dates?|venues?|timetable|schedules?|tour|orders?|bookings?|reservations?|appointments?|ambassador|judges?|justice|nominees?|nominations?|candidates?|candidacy|attendance|participation|seats?|prices?|captain|coach|programme|agenda|plans?|budget)$/u

/** "Has not confirmed the breach", "did not immediately confirm the strike", "neither club has confirmed the fee": something is said to have happened. */
function happened(words: readonly string[], k: number): boolean {
  if (!/^(?:the|that|this|any|a|an|its|his|her|their)$/u.test(words[k + 1] ?? '')) return false
  const group = words.slice(Math.max(0, k - 12), k)
  const withheld = /(?:has|have|had|did)(?: not|n't| yet to|)(?: \w+)?$/u.test(group.slice(-4).join(' '))
  const object = words.slice(k + 2, k + 5)
  const end = object.findIndex((word) => /^(?:of|for|with|by|in|at|on|to|from|that|,|\.)$/u.test(word))
  return withheld && !(end < 0 ? object : object.slice(0, end)).some((word) => ARRANGED.test(word))
}

const sayable = (word: string): boolean =>
  SAYINGS.has(word) ||
  RECORDINGS.has(word) ||
  AUTHENTICITY.test(word) ||
  /^(?:deaths?|identit(?:y|ies)|killings?|attacks?|arrests?|detentions?|abductions?|raids?|injuries|losses|sightings?|details|casualties|dead|killed|killing|he|she|they|documents?|letters?|memos?|emails?|result|results|findings?)$/u.test(
    word,
  )
/** "a toll which the ministry has not confirmed". */
const relativeBefore = (before: readonly string[]): boolean => before.slice(-8).some((word) => /^(?:which|whose|something)$/u.test(word))

/** "declined to confirm", "would neither confirm nor deny", "would not confirm the report": somebody says nothing. */
function refusal(words: readonly string[], k: number): boolean {
  const appoints = (words[k] ?? '').startsWith('confirm') && !/^(?:that|whether|any|how|who)$/u.test(words[k + 1] ?? '')
  if (appoints && words.slice(Math.max(0, k - 6), k).some((word) => APPOINTING.test(word))) return true
  if (REFUSAL.test(words.slice(Math.max(0, k - 6), k + 4).join(' '))) return true
  const would = words.slice(Math.max(0, k - 4), k)
  // "Something neither camp would confirm": nobody among those who know bears it out.
  if (would.at(-1) === 'would' && words.slice(Math.max(0, k - 9), k - 1).some((word) => /^(?:neither|nobody|none)$/u.test(word)))
    return false
  if ((!would.includes('would') && !would.includes('wo')) || would.includes('could')) return false
  // Unless it is the authenticity of a thing the copy leans on that nobody would confirm.
  const near = words.slice(Math.max(0, k - SUBJECT), k + 6)
  return !near.some((word) => AUTHENTICITY.test(word)) && !near.includes('whose') && !near.includes('which')
}

/** "no confirmed cases": an adjective in front of its noun. */
function premodifier(s: readonly Token[], k: number): boolean {
  const before = s[k - 1]
  return (s[k]?.lower ?? '').endsWith('ed') && (before?.pos === 'DET' || before?.lower === 'no') && nominal(s[k + 1])
}
