import { DAYS, DOCUMENTS } from '../../words/lexicon.ts'
import { capitalised, nominal, type Range } from '../../words/phrases.ts'
import type { Token } from '../../words/tokens.ts'
import { ahead, type Assertion } from './clause.ts'
import { FORETELL, MONTH, PROMISE, SETTLED } from './words.ts'

/** "would not comment", "would only say": about speaking now, not about what is to come. */
/** What would have been, or would have to be, is argued from what is. */
const WOULD_HAVE = /^would (?:not |n't |also |never )?have\b/u
const ABOUT_SPEAKING =
  /^would(?: not| n't| only| neither)? (?:comment|say|discuss|elaborate|confirm|speculate|answer|disclose|name|give|be drawn)/u
const GOING_TO =
  /^(?:is|are|am|was|were|'s|'re|'m)(?: not| n't| never| also| now)? (?:going|planning|preparing|about|determined|ready) to\b/u
const EXPECTED =
  /^(?:is|are|was|were)(?: \w+)? (?:expected|likely|unlikely|poised|bound|forecast|predicted|projected|tipped|destined) to\b/u
const MAY_COME =
  /^(?:could|may|might)(?: \w+)? (?:become|lead|rise|fall|take|face|trigger|worsen|happen|matter|change|spread|lose|win|cost|grow|shrink|drop|climb|return|collapse|follow|come|mean|end|increase|decline|improve|continue|burst|require|push|force|result|pave|delay|threaten|overwhelm|exceed)\b/u
const MAY_STILL = /^might (?!(?:not )?(?:have|be)\b)|^(?:could|may|might) (?:still|yet|soon|eventually|easily|well|never)\b/u
/** "Analysts expect sales to fall", "the party hopes to win": now; what they expected once is a matter of fact. */
const EXPECTS =
  /^(?:(?:is|are) (?:expecting|hoping)|expects?|hopes?|predicts?|forecasts?|anticipates?|fears? (?:an?|the|that|another|more|further|it|they|worse))\b/u
const INTEND = /^(?:intend|intends|intended|aim|aims|mean|means)(?: \w+)? to\b/u

/** What kind of statement about what is to come an assertion is, or null: a promise in the speaker's own name, a prediction otherwise. */
export function futureOf(assertion: Assertion): 'promise' | 'prediction' | null {
  const { s, content, lemma, verb, direct, firstPerson } = assertion
  if (lemma && PROMISE.has(lemma)) return boundTo(s, content[0]) || assuresPast(s, content, verb) ? null : 'promise'
  if (lemma && FORETELL.has(lemma)) return 'prediction'
  if (lemma === 'warn' && (s[content[0]]?.lower === 'of' || s[content[0] - 1]?.lower === 'of')) return 'prediction'
  if (verb < 0) return null
  if (lemma === 'believe' && /^(?:can|could|may|might)$/u.test(s[verb]?.lower ?? '')) return 'prediction'
  const first = s[verb]?.lower ?? ''
  const next = ahead(s, verb, content[1], 6)
  const own = lemma === null && !direct
  if (/^(?:will|'ll|wo|shall|would|'d)$/u.test(first) && !(lemma && SETTLED.has(lemma))) {
    // "shall not be entered": the language of rules. "would" by itself may be a habit.
    if (first === 'shall' && / be /u.test(`${next} `)) return null
    if (WOULD_HAVE.test(next) && !firstPerson) return null
    if (ABOUT_SPEAKING.test(next) || (first === "'d" && !direct)) return null
    if (/^(?:would|'d) (?:much |far )?(?:rather|prefer)\b/u.test(next)) return null
    if (own && (first === 'would' || scheduled(assertion))) return null
    if (byDocument(assertion) || (first === 'would' && !lemma && !firstPerson)) return null
    return firstPerson && first !== 'would' ? 'promise' : 'prediction'
  }
  if (GOING_TO.test(next) && !own) return firstPerson ? 'promise' : 'prediction'
  if (EXPECTS.test(next)) return 'prediction'
  if (INTEND.test(next) && (lemma !== null || direct || /^(?:intends?|aims?) /u.test(next))) return 'promise'
  return (EXPECTED.test(next) && !/ due to/u.test(next)) || MAY_COME.test(next) || MAY_STILL.test(next) ? 'prediction' : null
}

/** "Delegates pledged to the senator", with "to" at `at`: bound to somebody, not promising to do something. */
export const boundTo = (s: readonly Token[], at: number): boolean =>
  s[at]?.lower === 'to' && (/^(?:DET|PROPN|PRON|NUM)$/u.test(s[at + 1]?.pos ?? '') || capitalised(s[at + 1]))

const ASSURED = /^(?:is|are|was|were|has|have|had|did)$/u
/** "Promised that the road was finished": an assurance of what is or was so. */
export function assuresPast(s: readonly Token[], [from, to]: Range, verb: number): boolean {
  const that = s.findIndex((token, k) => k >= from - 5 && k >= 0 && k < Math.min(to, from + 3) && token.lower === 'that')
  if (that < 0 || verb < 0) return false
  const group = s.slice(verb, Math.min(to, verb + 3)).map((token) => token.lower)
  return ASSURED.test(group[0] ?? '') && !/^(?:going|about|set|due|to)$/u.test(group[1] ?? '')
}

/** In the copy's own voice a day makes it an appointment: "The hearing will resume on Monday". */
const scheduled = ({ s, content }: Assertion): boolean =>
  s
    .slice(...content)
    .some(
      (token) =>
        DAYS.has(token.lower) ||
        (MONTH.test(token.lower) && token.pos === 'PROPN') ||
        /^\d{1,2}(?:[.:]\d{2})?(?:am|pm)$/u.test(token.lower),
    )

const LAID_DOWN = /^(?:decree|schedule|notice|plan|contract|agenda|timetable|law|bill|draft|annex|rules|agreement|treaty|deal)$/u
const isPaper = (token: Token): boolean =>
  (DOCUMENTS.has(token.lower) && !/^statements?$/u.test(token.lower)) || LAID_DOWN.test(token.lower)

/** "according to a decree", "the memo says": what a document lays down is there to be read. */
function byDocument({ s, content, lemma }: Assertion): boolean {
  const at = s.findIndex((token, k) => token.lower === 'to' && s[k - 1]?.lower === 'according' && !token.quoted)
  if (at >= 0) return s.slice(at + 1, at + 6).some(isPaper)
  return lemma !== null && s.slice(0, Math.min(4, content[0])).some((token, k) => isPaper(token) && !nominal(s[k + 1]))
}
