import type { ClaimKind } from '../../vocabulary.ts'
import { assertionOf } from './kinds/clause.ts'
import { assuresPast, boundTo, futureOf } from './kinds/future.ts'
import { characterises } from './kinds/naming.ts'
import { isOpinion } from './kinds/opinion.ts'
import { comments, quips, taunts } from './kinds/quips.ts'
import { BIG_WORDS, JESTING, MONTH, ORDER, PROMISE, VERDICT, WISHING } from './kinds/words.ts'
import { FORMS } from '../words/lexicon.ts'
import { isFinite, isVerb, nominal, type Range } from '../words/phrases.ts'
import { gives, signal } from '../words/signals.ts'
import type { Token } from '../words/tokens.ts'

export interface Judged {
  kind: ClaimKind
  checkable: boolean
}

const no = (kind: ClaimKind): Judged => ({ kind, checkable: false })

/**
 * What kind of assertion a range of tokens makes. `lemma` is the cue's verb and `content` the attributed words, when it is attributed.
 * Opinions, predictions, promises and instructions cannot be checked; that somebody told others to do something can.
 */
export function judge(s: readonly Token[], piece: Range, content: Range, lemma: string | null, toInfinitive: boolean): Judged {
  if (lemma && (VERDICT.has(lemma) || JESTING.has(lemma) || WISHING.has(lemma))) return no('opinion')
  if (jests(s, piece)) return no('opinion')
  if (vows(s, piece)) return no('promise')
  if (foretells(s, piece)) return no('prediction')
  const told = toInfinitive || s[content[0] - 1]?.lower === 'to' || (s[content[0]]?.quoted && s[content[0] - 2]?.lower === 'to')
  if (lemma && ORDER.has(lemma) && told) return { kind: 'instruction', checkable: true }
  if (characterises(s, piece) || quips(s, piece) || taunts(s, content, lemma) || (lemma === null && comments(s, piece)))
    return no('opinion')
  const assertion = assertionOf(s, content, lemma)
  const future = futureOf(assertion)
  if (future) return no(future)
  if ((assertion.direct || entreats(s, assertion.content[0])) && commands(s, assertion.content)) return no('instruction')
  if (isOpinion(assertion)) return no('opinion')
  return { kind: countsSomething(s, piece) ? 'number' : 'fact', checkable: true }
}

const AUXILIARY = /^(?:was|were|been|be|is|are|being)$/u
/** What follows a verb of promising where something is promised: an infinitive, a clause, or the thing itself. */
const PROMISED =
  /^(?:to|that|not|never|“|"|he|she|they|it|we|no|a|an|more|less|fewer|further|new|swift|answers?|help|aid|action|change|reforms?|revenge|retaliation|support|justice|jobs?)$/u
const THREATENED = /^(?:legal|strikes?|revenge|retaliation|reprisals?|consequences|sanctions|more|further|new|tariffs|court|industrial)$/u

/** The forms of `PROMISE` and of "threaten". */
const VOWED = signal(/^(?:vow|pledg|promis|swear|swor|guarant|threat)/u)

/** "vowed to march", "promised 2,000 more by June", "threatened to sue": in the copy's words, with or without a source found for it. "A promised reform" is none. */
const vows = (s: readonly Token[], [from, to]: Range): boolean =>
  gives(s, VOWED) &&
  s.slice(from, to).some((token, k) => {
    if (token.quoted || !isVerb(token)) return false
    const at = from + k
    const next = s[at + 1]
    if (
      !next ||
      s[at - 1]?.lower === 'had' ||
      AUXILIARY.test(s[at - 1]?.lower ?? '') ||
      s[at - 1]?.pos === 'DET' ||
      s[at - 1]?.lower === 'as' ||
      subordinate(s, from, at)
    )
      return false
    if (token.lemma === 'threaten')
      return (
        !s.slice(from, at).some((other) => FORMS.has(other.lower)) &&
        ((next.lower === 'to' && s[at + 2]?.pos === 'VERB') || THREATENED.test(next.lower))
      )
    if (!PROMISE.has(token.lemma) || boundTo(s, at + 1)) return false
    const thing =
      /^(?:promise|pledge|vow)$/u.test(token.lemma) &&
      token.lower !== token.lemma &&
      (next.pos === 'NUM' || next.pos === 'ADJ' || next.pos === 'NOUN') &&
      /^(?:NOUN|PROPN|PRON|ADV|CCONJ|AUX)$/u.test(s[at - 1]?.pos ?? '') &&
      !s.slice(from, at).some((other) => FORMS.has(other.lower))
    if (!PROMISED.test(next.lower) && !thing) return false
    const that = s.findIndex((other, j) => j > at && j < at + 3 && other.lower === 'that')
    return !assuresPast(s, [at + 1, to], that < 0 ? -1 : s.findIndex((_, j) => j > that && j < to && isFinite(s, j)))
  })

const FORESEEN = /^(?:forecasts?|predicts?|predicted|foresees?|foresaw)$/u
const FORETOLD = signal(FORESEEN)

/** "Economists forecast a shallow recession", "predicted a full house": a thing foretold, with or without a clause. */
const foretells = (s: readonly Token[], [from, to]: Range): boolean => {
  if (!gives(s, FORETOLD)) return false
  for (let k = from + 1; k < Math.min(to - 1, from + 14); k++) {
    const token = s[k]
    if (!token || token.quoted || !FORESEEN.test(token.lower)) continue
    const [before, after] = [s[k - 1], s[k + 1]]
    if (!nominal(before) || before?.pos === 'DET' || before?.pos === 'ADJ' || before?.lower === "'s") continue
    return /^(?:DET|NUM|ADJ|PRON)$/u.test(after?.pos ?? '') || after?.lower === 'that' || after?.opens === true
  }
  return false
}

/** "released two hostages, as it had promised to": what was promised is by the way. */
const subordinate = (s: readonly Token[], from: number, at: number): boolean =>
  s.slice(Math.max(from, at - 4), at).some((token) => /^(?:who|which|that|after|if|as|when|than|since)$/u.test(token.lower)) &&
  s.slice(from, Math.max(from, at - 3)).some((token) => isVerb(token))

const JESTED = new Set(['quipped', 'joked'])
const JESTS = signal(JESTED)

/** "…, quipped: “I have enough lifts”", should the speaker have been missed. */
const jests = (s: readonly Token[], [from, to]: Range): boolean =>
  gives(s, JESTS) && s.slice(from, to).some((token, k) => !token.quoted && JESTED.has(token.lower) && s[from + k + 1]?.lower !== 'that')

/** Bare words of bidding show in print without marks, too: a post, a letter. */
const entreats = (s: readonly Token[], at: number): boolean =>
  /^(?:Let|Please|Do)$/u.test(s[at]?.text ?? '') && !/^(?:you|they|we|i)$/u.test(s[at + 1]?.lower ?? '')

/** "Let them talk", "Do not go near the river", "Please stay at home": somebody's own words that begin with a bare verb. */
function commands(s: readonly Token[], [from, to]: Range): boolean {
  let k = from
  // "To whoever did this: bring it back": after an address.
  const colon = s.findIndex((token, at) => at > from && at < Math.min(to, from + 8) && token.text === ':')
  if (s[from]?.lower === 'to' && colon > 0) k = colon + 1
  if (/^(?:please|just|so|now)$/u.test(s[k]?.lower ?? '')) k++
  const first = s[k]
  const next = s[k + 1]?.lower ?? ''
  if (!first || k + 1 >= to) return false
  if (first.lower === 'let' || (first.lower === 'do' && /^(?:not|n't)$/u.test(next))) return true
  return (
    first.pos === 'VERB' &&
    first.lower === first.lemma &&
    /^(?:stay|stop|go|come|give|get|keep|leave|wait|look|listen|tell|ask|show|bring|put|take|make|call|remember|imagine|think|trust|vote|be|help|send|find|avoid|check|follow|resign|release|free|end|respect)$/u.test(
      first.lower,
    ) &&
    !/^(?:is|are|was|were|has|have|will)$/u.test(next)
  )
}

const COUNTS = signal(BIG_WORDS) | signal(/^\p{N}/u)

/** Whether a range counts or measures something; years, dates, ages of day and "one" alone do not count. */
function countsSomething(s: readonly Token[], [from, to]: Range): boolean {
  if (!gives(s, COUNTS)) return false
  for (let k = from; k < to; k++) {
    const token = s[k]
    if (!token) continue
    if (BIG_WORDS.has(token.lower)) return true
    if (!/^\p{N}/u.test(token.text)) continue
    if (/^\d{4}$/u.test(token.text) || token.text.includes(':')) continue
    if (MONTH.test(s[k - 1]?.lower ?? '') || MONTH.test(s[k + 1]?.lower ?? '')) continue
    return true
  }
  return false
}
