import { BODIES, DOCUMENTS, FORMS, ORGANISATIONS, PEOPLE_NOUNS, RECORDINGS } from '../words/lexicon.ts'
import { capitalised, isVerb } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import { AUTHENTICITY, BEFORE, INABILITY, MEDIUM, NOT, PARTICLE, PRONOUN, SAYINGS } from './words.ts'

/** "it was (not possible to)", not "which makes it impossible to". */
const IT_IS = /(?:^| )it(?: \w+)? (?:was|is|has|had|been|be|proved|immediately|could|'s)$/u

/** A weak verb of checking with the particle that completes it: "stand up". */
export function complete(s: readonly Token[], k: number): boolean {
  const particle = PARTICLE.get(s[k]?.lower ?? '')
  if (particle) return s.slice(k + 1, k + 4).some((token) => token.lower === particle)
  if (s[k]?.lower === 'independently') return false
  return true
}

/**
 * "We have been unable to establish whether …", "the figure could not be traced", "a claim the Echo could not stand up": the outlet's own
 * inability. Investigators who could not establish a cause are news.
 */
export function unableOutlet(s: readonly Token[], words: readonly string[], k: number): boolean {
  let unable = -1
  for (let at = k - 1; at >= 0 && at > k - BEFORE && unable < 0; at--) {
    const word = words[at] ?? ''
    if (word === '"' || word === ';' || word === ',') return false
    if (INABILITY.has(word) && word !== 'failed' && word !== 'fails') unable = at
    else if (word === 'cannot') unable = at
    else if (NOT.has(word) && /^(?:could|can|ca|able|possible|been|yet)$/u.test(words[at - 1] ?? '')) unable = at
    else if (NOT.has(word) && words[k - 1] === 'been' && /^(?:has|have|had)$/u.test(words[at - 1] ?? '') && SETTLES.test(words[k] ?? ''))
      unable = at
    else if (NOT.has(word) && words.slice(at + 1, k).some((other) => other === 'able' || other === 'possible')) unable = at
  }
  const none = unable < 0 ? noneOf(words, k) : -1
  if ((unable < 0 && none < 0) || toldByOthers(s, k)) return false
  if (none >= 0) return ofThingSaid(words.slice(none, k)) && words[k + 1] !== 'by'
  const passive = words.slice(unable, k).includes('be') || words[k - 1] === 'been'
  const independent = words.slice(unable, k + 3).some((word) => word === 'independently' || word === 'independent')
  if (!passive && IT_IS.test(words.slice(Math.max(0, unable - 4), unable).join(' ')))
    return independent || /possible/u.test(words.slice(unable, k).join(' '))
  // "… could not be traced by the operator": somebody else's search.
  if (passive && words[k + 1] === 'by' && !independent) return false
  if (passive) return independent || saidOrShown(words, unable)
  const end = subjectEnd(s, unable)
  return isOutletLike(s, end) || shortName(s, end)
}

/** "whose date RVM could not establish": a short name for whoever looked, where what was looked for is a property of what was shown. */
const shortName = (s: readonly Token[], end: number): boolean =>
  /^\p{Lu}{2,5}$/u.test(s[end - 1]?.text ?? '') &&
  s[end - 3]?.lower === 'whose' &&
  (AUTHENTICITY.test(s[end - 2]?.lower ?? '') || /^(?:date|location|time|source|author|context)$/u.test(s[end - 2]?.lower ?? ''))

/** Passive with a weak verb: only of what was said or shown ("the figure could not be traced"), not of people or causes. */
function saidOrShown(words: readonly string[], unable: number): boolean {
  const before = words.slice(Math.max(0, unable - 12), unable)
  return ofThingSaid(before) || before.some((word) => AUTHENTICITY.test(word))
}

/** "The authenticity of the order has not been established": verbs that settle a doubt, not merely look into it. */
const SETTLES = /^(?:established|determined|traced|dated|geolocated|validated|reconciled|replicated|reproduced)$/u

/** "Neither figure could be established", "none of the claims could be traced": where the quantifier stands, or -1. */
function noneOf(words: readonly string[], k: number): number {
  if (words[k - 1] !== 'be' && words[k - 2] !== 'be') return -1
  for (let at = k - 1; at >= 0 && at > k - 16; at--) {
    if (/^[",;—(:]$/u.test(words[at] ?? '')) return -1
    if (/^(?:neither|none|nothing|no)$/u.test(words[at] ?? ''))
      return words.slice(at, k).some((word) => /^(?:could|can)$/u.test(word)) ? at : -1
  }
  return -1
}

/** Where the verb group before `at` begins: its subject ends there. */
export function subjectEnd(s: readonly Token[], at: number): number {
  let end = at
  while (
    end > 0 &&
    (s[end - 1]?.pos === 'AUX' ||
      s[end - 1]?.pos === 'ADV' ||
      /^(?:could|can|ca|has|have|had|was|were|been|also|still)$/u.test(s[end - 1]?.lower ?? ''))
  )
    end--
  return end
}

/** "we", "this newspaper", "our reporters", "the Ledger", "Corridor News"; after "but" the sentence's own subject. */
export function isOutletLike(s: readonly Token[], end: number): boolean {
  let at = end
  if (/^(?:but|and|though|yet)$/u.test(s[at - 1]?.lower ?? '')) {
    // "documents that the Ledger obtained but could not verify": the subject of the verb joined on to.
    const joined = s.findLastIndex((token, k) => k < at - 1 && isVerb(token) && k > 0 && MEDIUM.has(s[k - 1]?.lower ?? ''))
    at = joined > 0 ? joined : s.findIndex((token) => isVerb(token))
    if (at < 1) return false
  }
  const last = s[at - 1]
  if (!last) return false
  if (/^(?:we|us)$/u.test(last.lower)) return !last.quoted
  let from = at
  while (from > 0 && from > at - 5 && (capitalised(s[from - 1]) || MEDIUM.has(s[from - 1]?.lower ?? ''))) from--
  const opener = s[from - 1]?.lower ?? ''
  const phrase = s.slice(from, at)
  if (phrase.length === 0)
    return /^(?:reporters?|journalists?|newsroom|team|correspondents?)$/u.test(last.lower) && /^(?:our|its)$/u.test(s[at - 2]?.lower ?? '')
  if (/^(?:this|our)$/u.test(opener) || /^(?:this|our)$/u.test(phrase[0]?.lower ?? '')) return true
  if (MEDIUM.has(last.lower)) return true
  return (
    phrase.every((token) => token.pos === 'PROPN' || token.lower === 'the') &&
    !phrase.some(
      (token) =>
        PEOPLE_NOUNS.has(token.lower) || BODIES.has(token.lower) || ORGANISATIONS.has(token.lower) || /^\p{Lu}{2,}$/u.test(token.text),
    )
  )
}

/** Somebody else's inability, reported: "police said they could not establish". */
function toldByOthers(s: readonly Token[], k: number): boolean {
  const told = s
    .slice(0, k)
    .findIndex(
      (token, at) =>
        token.pos === 'VERB' &&
        FORMS.has(token.lower) &&
        !/^(?:a|the|its|his|her|their|these|those|such|no|any|our)$/u.test(s[at - 1]?.lower ?? ''),
    )
  return told >= 0 && !s.slice(told, k).some((token) => /^(?:but|though|although|which|;|—|—)$/u.test(token.lower) || token.text === ',')
}

/** What of a thing said or shown can be unknown: the passive "could not be established" beside it is a caveat. */
const PROPERTIES =
  /^(?:date|dates|location|locations|distance|time|timing|place|contents?|author|authorship|age|source|sources|sum|sums|amount|amounts|identity|identities|scale|extent|whether|context|whereabouts)$/u

/** "The age of the tree": of a thing that must itself have been said or shown. */
const OF_ANYTHING = /^(?:age|dates?|locations?|time|place|authors?)$/u

/** "Its date could not be established", "the figure could not be traced": said of what was said or shown, or of a property of it. */
const ofThingSaid = (words: readonly string[]): boolean =>
  words.some(
    (word, k) =>
      (SAYINGS.has(word) && !PRONOUN.test(word)) ||
      RECORDINGS.has(word) ||
      DOCUMENTS.has(word) ||
      (PROPERTIES.test(word) && !(words[k + 1] === 'of' && OF_ANYTHING.test(word))),
  )
