import { DOCUMENTS, RECORDINGS } from '../words/lexicon.ts'
import type { Token } from '../words/tokens.ts'
import { SAYINGS } from './words.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))

const NEGATIVE = words("not n't never none neither nobody no nor cannot unable")
/** Holding one thing against another. */
const MATCHED = words('checked check matched match compared compare tested test traced trace reconciled reconcile tallied squared square')
/** Looking at a thing, done by somebody else: of a measurement or claim only. */
const CHECKED = words('checked tested measured audited timed weighed repeated endorsed')
const MEASURES = words('reading readings measurement measurements sample samples calculation calculations sums data method theory idea')
/** Whom somebody who looks for the truth of it talks to. */
const ASKED = words('interviewed reached asked contacted approached traced spoken interviewing questioned')
const TELLS = words('say tell confirm remember remembers remembered recall recalls recalled know knew knows name describe')
const PROOFS = words(`
  copy date picture photograph photo pictures photographs receipt receipts invoice certificate deed document documents paper papers record records
  letter proof evidence bill contract number name log file files logbook ticket source sources email note ledger statement logs`)
const GIVES = words('produce produced show shown offer offered provide provided supply supplied find give given')
const SHOWING = words('producing showing offering providing supplying presenting giving citing naming furnishing sharing publishing')
const SETTLE = words('settle decide resolve answer')
const AT_ISSUE = words('matter question dispute issue argument point it this that')
const RIGHT = words('right correct true lying wrong accurate')
/** Where a clause begins or ends, for a negation that is looked for. */
const BREAK = words('; : — – ( ) "')

/** How far a negation may stand before its verb. */
const REACH = 16

/**
 * Where copy says that nothing was held against what somebody said: "could not be checked against the register", "nobody interviewed
 * remembers it", "could produce no copy", "no chart has been shown that would settle the matter", "cannot say which of them is right".
 * The ordinal of the word the caveat turns on, or -1.
 */
export function unmatchedAt(s: readonly Token[]): number {
  for (let k = 0; k < s.length; k++) {
    const token = s[k]
    if (!token || token.quoted) continue
    const word = token.lower
    if (MATCHED.has(word) && heldAgainst(s, k)) return k
    if (CHECKED.has(word) && passive(s, k) && ofMeasure(s, k)) return k
    if (TELLS.has(word) && nobodyAsked(s, k)) return k
    if (word === 'no' && givesNone(s, k)) return k - 1
    if (SETTLE.has(word) && settles(s, k))
      return Math.max(
        0,
        nearest(s, k, (other) => other === 'no'),
      )
    if (RIGHT.has(word) && whichIsRight(s, k)) return negativeBefore(s, k)
  }
  return -1
}

/** "without producing the certificate", "without offering a receipt", "without a single document": the words, or null. */
export function withoutShowing(s: readonly Token[]): readonly [number, number] | null {
  for (let k = 1; k + 2 < s.length; k++) {
    if (s[k]?.lower !== 'without' || s[k]?.quoted || !SHOWING.has(s[k + 1]?.lower ?? '')) continue
    for (let at = k + 2; at < Math.min(s.length, k + 7); at++) {
      const word = s[at]?.lower ?? ''
      if (word === ',' || s[at]?.quoted) break
      if (PROOFS.has(word)) return [k, at + 1]
    }
  }
  return null
}

/** The nearest word before `k`, in its clause, that holds; or -1. */
function nearest(s: readonly Token[], k: number, holds: (word: string, at: number) => boolean): number {
  for (let at = k - 1; at >= 0 && at >= k - REACH; at--) {
    const word = s[at]?.lower ?? ''
    if (BREAK.has(word) || s[at]?.quoted) return -1
    if (holds(word, at)) return at
  }
  return -1
}

const negativeBefore = (s: readonly Token[], k: number): number => nearest(s, k, (word) => NEGATIVE.has(word))

/** What is asked about was said, shown or written: "what she said", "neither", "none of which", "the readings". */
const ofThing = (s: readonly Token[], from: number, to: number): boolean =>
  s.slice(Math.max(0, from), to).some(({ lower }, _, span) => {
    if (lower === 'neither' || lower === 'which' || lower === 'none') return true
    if (lower === 'what') return span.some((token) => /^(?:said|says|told|describes?|described|alleged?|alleges)$/u.test(token.lower))
    return (
      MEASURES.has(lower) || RECORDINGS.has(lower) || DOCUMENTS.has(lower) || (SAYINGS.has(lower) && !/^(?:that|this|it)$/u.test(lower))
    )
  })

function heldAgainst(s: readonly Token[], k: number): boolean {
  const next = [s[k + 1]?.lower ?? '', s[k + 2]?.lower ?? '']
  const against = next.includes('against') || next[0] === 'to' || next[0] === 'with'
  if (!against) return false
  const negative = negativeBefore(s, k)
  return negative >= 0 && ofThing(s, negative - 12, k)
}

const passive = (s: readonly Token[], k: number): boolean =>
  s[k - 1]?.lower === 'been' && NEGATIVE.has(s[k - 2]?.lower ?? '') && s[k + 1]?.lower === 'by'

const ofMeasure = (s: readonly Token[], k: number): boolean =>
  nearest(s, k - 2, (word) => MEASURES.has(word) || (SAYINGS.has(word) && !/^(?:that|this|it|these|those)$/u.test(word))) >= 0

/** "Nobody this magazine reached in the town could say …", "nobody interviewed remembers …". */
function nobodyAsked(s: readonly Token[], k: number): boolean {
  const who = nearest(s, k, (word, at) => word === 'nobody' || word === 'none' || (word === 'no' && s[at + 1]?.lower === 'one'))
  return who >= 0 && s.slice(who + 1, k).some((token) => ASKED.has(token.lower))
}

/** "could produce no copy", "was able to show no receipt". */
function givesNone(s: readonly Token[], k: number): boolean {
  if (!GIVES.has(s[k - 1]?.lower ?? '')) return false
  const able = s.slice(Math.max(0, k - 4), k - 1).some(({ lower }) => lower === 'could' || lower === 'can' || lower === 'able')
  return able && s.slice(k + 1, k + 4).some((token) => PROOFS.has(token.lower))
}

/** "No chart has been produced that would settle the matter". */
function settles(s: readonly Token[], k: number): boolean {
  if (!s.slice(k + 1, k + 4).some((token) => AT_ISSUE.has(token.lower))) return false
  const no = nearest(s, k, (word) => word === 'no')
  return no >= 0 && s.slice(no, k).some(({ lower }) => lower === 'been' || lower === 'has' || lower === 'was' || lower === 'is')
}

/** "cannot say which of them is right", "could not say whose version is correct". */
function whichIsRight(s: readonly Token[], k: number): boolean {
  const negative = negativeBefore(s, k)
  if (negative < 0) return false
  const which = s.slice(negative, k).findIndex(({ lower }) => lower === 'which' || lower === 'whose' || lower === 'who')
  const asked = s
    .slice(negative, negative + Math.max(0, which))
    .some(({ lower }) => /^(?:say|tell|judge|know|establish|decide)$/u.test(lower))
  return which > 0 && asked && !s[which + negative]?.quoted
}
