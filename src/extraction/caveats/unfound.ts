import type { Token } from '../words/tokens.ts'
import { isOutletLike, subjectEnd } from './unable.ts'
import { GIVING, NOT, PRONOUN, SAYINGS } from './words.ts'

const BACKING =
  /^(?:to|that|which)(?: (?:would|could|might|can|independently|directly))? (?:backs?|supports?|supported|suggests?|suggested|bears?|bore|confirms?|confirmed|substantiates?|corroborates?|corroborated|indicates?|indicated|shows?|proves?|verify|verifies|verified)\b(?<rest>.*)/u
const NO_WAY =
  /^way (?:(?:for|of) [\p{L}' ]{2,30})?(?:to|of) (?:independently |actually )?(?:check|checking|know|knowing|tell|telling|verify|verifying|establish|establishing|test|testing|confirm|confirming|judge|judging)\b/u
const IMPOSSIBLE_TO_TELL =
  /^(?:to|for \w+(?: \w+)? to) (?:tell|judge|know|say) (?:(?:whether|when|where|if|how) |.*\b(?:from|whether|independently))/u
/** "A number no other official has repeated", "nobody else has seen it". */
const NOBODY_ELSE =
  /^(?:(?:no|any) other [\p{L}-]+|nobody else|no one else|none of the others)(?: \w+)? (?:has|have|had)(?: \w+)? (?:repeated|reported|confirmed|backed|seen|published|carried)\b/u
/** "It did not say how it had arrived at the figure". */
const NOT_HOW =
  /^(?:say|explain|disclose|reveal|make clear|state|specify) (?:how|where|what|on what) .*\b(?:arrived at|came (?:by|up|from|to)|come (?:by|up|from|to)|got|obtained|reached|calculated|counted|worked (?:it|that|this|them) out|learn(?:ed|t)|knew|based|rest(?:ed|s))\b/u

/**
 * Where copy says that nothing bears a thing out, without a verb of checking: "has seen nothing to back them up", "there was no way of
 * knowing", "a number no other official has repeated", "gave no source for it", "did not say how it had arrived at the figure". The
 * ordinal of the word that negates, or -1.
 */
export function unfoundAt(s: readonly Token[]): number {
  for (let k = 0; k + 1 < s.length; k++) {
    const token = s[k]
    if (!token || token.quoted) continue
    const word = token.lower
    const after = (): string =>
      s
        .slice(k + 1, k + 15)
        .map((other) => (other.quoted ? '"' : other.lower))
        .join(' ')
    if (/^(?:nothing|little)$/u.test(word) && nothingBacks(s, k, after())) return k
    if (word === 'no' && (NO_WAY.test(after().replace(/^(?:immediate|independent|easy|sure) /u, '')) || noSource(s, k))) return k
    if (/^(?:no|nobody|none)$/u.test(word) && NOBODY_ELSE.test(`${word} ${after()}`)) return k
    if (/^(?:sign|signs|hint|trace|mention|indication)$/u.test(word) && outletSaw(s, k, after())) return k
    if (word === 'impossible' && IMPOSSIBLE_TO_TELL.test(after())) return k
    if (NOT.has(word) && /^(?:did|does|do|has|have|had)$/u.test(s[k - 1]?.lower ?? '') && NOT_HOW.test(after())) return k
  }
  return -1
}

/** "The Post found nothing to support them", "there is nothing to suggest that", "it offered nothing to back up the claim", "nothing in the records bears that out". */
function nothingBacks(s: readonly Token[], k: number, after: string): boolean {
  const verb = s[k - 1]?.lower ?? ''
  if (k === 0 || /^(?:but|and|though|although)$/u.test(verb))
    return /^(?:in|on|about) [^,;]*?\b(?:supports?|supported|backs?|backed|bears?|bore|confirms?|confirmed|suggests?|suggested|corroborates?|proves?) (?:that|this|it|them|the (?:claims?|reports?|figures?|accounts?|allegations?|assertions?))\b/u.test(
      after,
    )
  const rest = BACKING.exec(after)?.groups?.['rest']
  if (rest === undefined) return false
  if (/^(?:is|was|'s|been|be)$/u.test(verb)) return /^(?:there|has|had|have)$/u.test(s[k - 2]?.lower ?? '')
  if (GIVING.has(verb)) return true
  // "Detectives found nothing to suggest a crime" is a finding, unless it is of what was said.
  const thing = rest
    .trim()
    .split(' ')
    .slice(0, 3)
    .some((word) => /^(?:it|this|that|these|those|them|him|her)$/u.test(word) || (SAYINGS.has(word) && !PRONOUN.test(word)))
  return thing || outletBefore(s, k - 1)
}

/** "gave no source for the number", "cited no sources". */
const noSource = (s: readonly Token[], k: number): boolean =>
  /^(?:sources?|attribution)$/u.test(s[k + 1]?.lower ?? '') &&
  /^(?:gave|gives?|given|cited|cites?|named?|names|quoted|offered|provided)$/u.test(s[k - 1]?.lower ?? '')

/** "The Post saw no sign of this": the outlet itself. */
function outletSaw(s: readonly Token[], k: number, after: string): boolean {
  const no = [k - 1, k - 2].find((at) => s[at]?.lower === 'no' || s[at]?.lower === 'any')
  if (no === undefined || !/^(?:of|that) \S/u.test(after)) return false
  const negative = s[no]?.lower === 'no' ? no - 1 : no - 3
  return /^(?:saw|seen|see|found|find|did|has|could)$/u.test(s[negative]?.lower ?? '') && outletBefore(s, negative)
}

/** The outlet is the subject of the verb at `verb`; a plural noun that opens the sentence ("Detectives found …") only looks like a name. */
function outletBefore(s: readonly Token[], verb: number): boolean {
  const end = subjectEnd(s, verb)
  return isOutletLike(s, end) && !(end === 1 && s[0]?.lower.endsWith('s'))
}
