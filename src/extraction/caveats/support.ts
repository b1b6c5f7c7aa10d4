import { FORMS } from '../words/lexicon.ts'
import { isVerb, type Range } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import { CONFIRMATION, EVIDENCE, GIVING, PAPERS } from './words.ts'

/** "without (offering any) evidence": so many words lie between at most. */
const WITHOUT = 6
const NO = 7

/** "without evidence", "without offering any proof of it", "offering no proof", "without substantiating the claim": beside somebody's saying so. Null where none. */
export function withoutEvidence(s: readonly Token[]): Range | null {
  for (let k = 0; k + 1 < s.length; k++) {
    const giving = (s[k]?.lower ?? '').endsWith('ing') && GIVING.has(s[k]?.lower ?? '') && /^(?:no|little)$/u.test(s[k + 1]?.lower ?? '')
    // "He repeated, with no evidence, that …"
    const lacks = s[k]?.lower === 'without' || (s[k]?.lower === 'with' && s[k + 1]?.lower === 'no')
    if ((!lacks && !giving) || s[k]?.quoted) continue
    const near = s.slice(k + 1, k + 1 + WITHOUT)
    const at = near.findIndex((token) =>
      /^(?:evidence|proof|substantiation|substantiating|documentation|corroboration|confirmation|verification)$/u.test(token.lower),
    )
    if (at < 0 || near.slice(0, at).some((token) => token.text === ',' || token.quoted)) continue
    // People are detained without evidence, too: only what is said without it is a caveat.
    const offered = giving || near.slice(0, at).some((token) => GIVING.has(token.lower))
    if (offered || (said(s, k) && !done(s, k) && s[k + at + 2]?.lower !== 'of')) return [k, k + at + 2]
  }
  return null
}

/** "He was jailed without evidence, his wife said": right after a verb of doing, it was done so. */
const done = (s: readonly Token[], k: number): boolean =>
  s.slice(Math.max(0, k - 3), k).some((token, at, near) => {
    if (token.pos !== 'VERB' || near.slice(at).some((other) => other.text === ',')) return false
    return !FORMS.has(token.lower) && !SAID.has(token.lemma)
  })

const SAID = new Set(
  'say tell claim allege accuse suggest assert insist argue write declare announce report add state post blame contend charge repeat maintain imply speculate hint'.split(
    ' ',
  ),
)

const said = (s: readonly Token[], near: number): boolean =>
  s.some((token, k) => Math.abs(k - near) < 16 && !token.quoted && SAID.has(FORMS.get(token.lower) ?? (isVerb(token) ? token.lemma : '')))

/**
 * "gave no evidence for the figure", "there was no independent confirmation", "the paper found no record of it", "independent
 * verification was not possible": the ordinal of the noun, or -1. "Police found no evidence of arson" is a finding, and none of these.
 */
export function unsupportedAt(s: readonly Token[]): number {
  for (let k = 0; k < s.length; k++) {
    const token = s[k]
    if (!token || token.quoted) continue
    const confirming = CONFIRMATION.has(token.lower)
    const papers = PAPERS.has(token.lower)
    if (!confirming && !papers && !EVIDENCE.has(token.lower)) continue
    if (confirming ? lacking(s, k) : !papers && neverShown(s, k)) return k
    const no = negativeBefore(s, k)
    if (no < 0) continue
    if (confirming ? !asked(s, no) : (!papers && offered(s, no)) || backs(s, k)) return k
  }
  return -1
}

/** "no", or "not … any", shortly before a noun. */
function negativeBefore(s: readonly Token[], k: number): number {
  for (let at = k - 1; at >= 0 && at > k - NO; at--) {
    const word = s[at]?.lower ?? ''
    if (s[at]?.quoted || word === ',' || word === ';') return -1
    if (
      word === 'no' ||
      word === "n't" ||
      word === 'not' ||
      word === 'little' ||
      word === 'nor' ||
      word === 'neither' ||
      word === 'without'
    )
      return at
  }
  return -1
}

/** "confirmation was not available", "verification has not been possible", "corroboration is lacking". */
function lacking(s: readonly Token[], k: number): boolean {
  const after = s
    .slice(k + 1, k + 14)
    .map((token) => token.lower)
    .join(' ')
  return (
    /^(?:(?:of|from|by) [\p{L}\p{N} '-]{1,60} )?(?:was|is|were|are|has|had|have|could|proved)(?: \w+)?(?: (?:not|n't|cannot|yet to|impossible|unavailable|lacking|difficult))/u.test(
      after,
    ) ||
    /^(?:of [\p{L}\p{N} '-]{1,60} )?(?:was|is|were|remained|remains|proved) (?:\w+ )?(?:impossible|unavailable|lacking|difficult)/u.test(
      after,
    )
  )
}

/** "Proof of this was never produced". */
const neverShown = (s: readonly Token[], k: number): boolean =>
  /^(?:\S+ ){0,6}?(?:was|were|has|have|had)(?: been)? (?:never|not|n't|yet to be)(?: \w+)? (?:been )?(?:produced|presented|provided|offered|given|shown|supplied|made public|forthcoming)/u.test(
    s
      .slice(k + 1, k + 14)
      .map((token) => token.lower)
      .join(' '),
  )

/** "The court asked for no confirmation": nobody lacked it. */
const asked = (s: readonly Token[], no: number): boolean =>
  /^(?:need|needs|needed|require|requires|required|asked|sought|seeking)$/u.test(s[no - 1]?.lower ?? '')

/** "gave no evidence", "did not provide any proof", "has offered no documentation". */
function offered(s: readonly Token[], no: number): boolean {
  // Witnesses and prosecutors give evidence, or none, in court.
  const line = s
    .slice(no, no + 9)
    .map((token) => token.lower)
    .join(' ')
  if (
    /\b(?:at|in|to|during|before|against) (?:the |his |her |their |a )?(?:trial|court|inquiry|inquest|hearing|committee|jury|tribunal|him|her|them|me|us)\b/u.test(
      line,
    )
  )
    return false
  if (/^(?:prosecution|prosecutors?|defence|defense|defendant|crown|state)$/u.test(s[no - 2]?.lower ?? '')) return false
  const near = s.slice(Math.max(0, no - 3), no + 2)
  return near.some((token) => isVerb(token) && GIVING.has(token.lower) && !token.lower.startsWith('show'))
}

/** "no record of it", "no evidence to support that", "no evidence for the claim", "no independent evidence": about what was said. */
function backs(s: readonly Token[], k: number): boolean {
  const after = s
    .slice(k + 1, k + 8)
    .map((token) => token.lower)
    .join(' ')
  return (
    /^(?:of|for|behind) (?:it|this|that|them|these|those|such)\b(?! \p{L}+ing)/u.test(after) ||
    /^(?:to|that could|which could|that would|that) (?:support|back|bear|substantiate|corroborate|confirm|prove|verify)/u.test(after) ||
    /^(?:of|for|behind) (?:the|his|her|their|its|any|either|these|those|such) (?:[\p{L}'-]+ ){0,2}(?:claims?|allegations?|assertions?|accusations?|reports?|figures?|toll|statements?|accounts?)/u.test(
      after,
    ) ||
    s[k - 1]?.lower === 'independent'
  )
}
