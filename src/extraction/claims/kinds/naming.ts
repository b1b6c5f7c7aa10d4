import { FORMS, SPEECH } from '../../words/lexicon.ts'
import { isFinite, isVerb, nominal, type Range } from '../../words/phrases.ts'
import type { Token } from '../../words/tokens.ts'
import { gives, signal } from '../../words/signals.ts'
import { CALLING, CALLING_AS, EVALUATIVE } from './words.ts'

const DEEMING = /^(?:found|finds|considered|considers|thought|thinks|judged|judges)$/u
const NAMING =
  /^(?:call|brand|label|dub|term|deem|describ|dismiss|portray|derid|denounc|hail|characteri|paint|depict|condemn|prais|brush|wav(?:ed|ing|es)$|laugh|shrug|pour|pooh|scorn)/u
const NAMES = signal(NAMING) | signal(DEEMING)

/**
 * "X called the plan “a joke”", "dismissed the row as “…”", "which she called obscene": a name somebody puts on a thing. Null-lemma safe:
 * reads the piece itself. Where the piece also says that somebody said something else, that can be checked.
 */
export function characterises(s: readonly Token[], [from, to]: Range): boolean {
  if (!gives(s, NAMES)) return false
  for (let k = from; k < to; k++) {
    const token = s[k]
    if (!token || token.quoted) continue
    if (DEEMING.test(token.lower) && makesOf(s, k, to)) return true
    const lemma = FORMS.get(token.lower) ?? token.lemma
    if (!NAMING.test(token.lower)) {
      if (SPEECH.has(lemma) && (token.pos === 'VERB' || FORMS.has(token.lower)) && isFinite(s, k)) return false
      continue
    }
    if (!isVerb(token) && !FORMS.has(token.lower)) continue
    if (dismisses(s, k, [from, to]) && !laterSaying(s, k, to)) return !s.slice(k, to).some((other) => UNTRUE.test(other.lower))
    if (named(s, k, from, to) && !laterSaying(s, k, to)) return !s.slice(k, to).some((other) => UNTRUE.test(other.lower))
  }
  return false
}

/** "The critic found the ending implausible", "he considered the offer an insult": a thing and what somebody makes of it, without a clause. */
function makesOf(s: readonly Token[], k: number, to: number): boolean {
  for (let at = k + 2; at < Math.min(to, k + 8); at++) {
    const token = s[at]
    if (!token || isVerb(token) || /^[,;:]$/u.test(token.text) || token.lower === 'that' || token.pos === 'ADP') return false
    if (EVALUATIVE.has(token.lower)) return !nominal(s[at + 1]) || s[at - 1]?.lower === 'a' || s[at - 1]?.lower === 'an'
  }
  return false
}

const COURTS =
  /^(?:judges?|courts?|jury|jurors|tribunal|magistrates?|panel|bench|prosecutors?|referee|board|company|club|committee|council|union|appeal|case|charges?|claim|lawsuit|petition|complaint|motion|suit|application)$/u

/** "Dismissed the report as gossip", "brushed that aside", "poured scorn on the plan". Courts dismiss cases, and firms dismiss people. */
function dismisses(s: readonly Token[], k: number, [from, to]: Range): boolean {
  const verb = s[k]?.lower ?? ''
  const after = s.slice(k + 1, Math.min(to, k + 14))
  if (s[k - 1]?.pos === 'DET' || /^(?:was|were|is|are|been|be|being|what)$/u.test(s[k - 1]?.lower ?? '')) return false
  if (verb.startsWith('pour')) return after[0]?.lower === 'scorn' || after[0]?.lower === 'derision'
  const as = after.findIndex((token) => token.lower === 'as' && !token.quoted)
  if (as < 1 || after.slice(0, as).some((token) => token.text === ',')) return false
  // Without "as" to brush a thing aside is to deny it.
  if (/^(?:brush|wav|laugh|shrug)/u.test(verb)) return after.slice(0, as).some((token) => /^(?:aside|off|away)$/u.test(token.lower))
  if (/^(?:derid|decr|scorn|pooh)/u.test(verb)) return true
  if (!verb.startsWith('dismiss')) return false
  return !s.slice(Math.max(from, k - 5), k).some((token) => COURTS.test(token.lower)) || after[as + 1]?.opens === true
}

/** To call a thing untrue is to deny it: that can be checked. */
const UNTRUE = /^(?:lie|lies|false|untrue|fabricated|fabrication|fabrications|fake|faked|hoax|forgery|forged|inaccurate|incorrect)$/u

function named(s: readonly Token[], k: number, from: number, to: number): boolean {
  const verb = s[k]?.lower ?? ''
  const stem = s[k]?.lemma ?? verb
  const next = s[k + 1]
  // "what it called “papers in circulation”" is by the way.
  if (s.slice(Math.max(from, k - 6), k).some((token) => token.lower === 'what')) return false
  if (!next || /^(?:on|for|in|off|out|by|up|a|an)$/u.test(next.lower)) return next?.lower === 'a' ? judgingAt(s, k + 2, to) : false
  const as = s.slice(k + 1, Math.min(to, k + 14)).findIndex((token) => token.lower === 'as' && !token.quoted)
  if (as >= 0 && (CALLING_AS.has(stem) || CALLING_AS.has(FORMS.get(verb) ?? ''))) return judgingAt(s, k + 2 + as, to)
  if (!CALLING.has(stem) && FORMS.get(verb) !== 'call' && !/^(?:called|calling|calls)$/u.test(verb)) return false
  // "a scheme called “Safe Roads”" only names it; "which she called “…”" judges.
  if (next.opens) return s.slice(Math.max(from, k - 8), k).some((token) => /^(?:which|that)$/u.test(token.lower))
  for (let at = k + 1; at < Math.min(to, k + 12); at++) {
    if (s[at]?.opens) return true
    if (/^(?:[,;—–]|-)$/u.test(s[at]?.text ?? '')) return false
    if (at > k + 1 && EVALUATIVE.has(s[at]?.lower ?? '')) return true
  }
  return false
}

/** A quotation opens there, or a word of judgement stands within a few words. */
function judgingAt(s: readonly Token[], at: number, to: number): boolean {
  if (s[at]?.opens) return true
  return s.slice(at, Math.min(to, at + 4)).some((token) => token.opens || EVALUATIVE.has(token.lower))
}

const laterSaying = (s: readonly Token[], k: number, to: number): boolean =>
  s
    .slice(k + 1, to)
    .some(
      (token) =>
        !token.quoted &&
        token.pos === 'VERB' &&
        /^(?:said|says|told|added|claimed|noted|reported|adding|saying|arguing)$/u.test(token.lower),
    )
