import type { Caveat } from '../caveats.ts'
import { DOCUMENTS, RECORDINGS } from '../../words/lexicon.ts'
import { phraseBefore } from '../../words/phrases.ts'
import { between, FARTHEST, nameWords, originOf, sentenceOf, singular, type View, wordsOf } from './view.ts'

/** "according to a memo that the paper could not authenticate": all that rests on the memo. */
export function leanedOn(caveat: Caveat, view: View, target: number): number[] {
  const s = view.sentences[caveat.sentence]?.tokens ?? []
  let end = caveat.range[0]
  // "a ruling which the paper has seen but whose authenticity …": the antecedent stands before the first relative clause.
  if (/^(?:but|and)$/u.test(s[end - 1]?.lower ?? ''))
    end = s.findLastIndex((token, k) => k < end && k > end - 14 && /^(?:which|that)$/u.test(token.lower))
  while (end > 0 && /^(?:,|of|for|none|neither)$/u.test(s[end - 1]?.lower ?? '')) end--
  const phrase = phraseBefore(s, end)
  const head = phrase ? s.slice(...phrase).findLast((token) => DOCUMENTS.has(token.lower) || RECORDINGS.has(token.lower))?.lower : undefined
  const origin = originOf(view, target)
  if (!head) return []
  const claims = between(Math.max(0, target - FARTHEST), Math.min(view.claims.length, target + FARTHEST))
  const rests = (index: number | null): boolean => nameWords(view, index).some((word) => singular(word) === singular(head))
  return claims.filter((k) => {
    if (k === target || (originOf(view, k) === origin && rests(origin))) return true
    if (goesOnAbout(view, target, k, head)) return true
    return k > target && sentenceOf(view, k) - caveat.sentence < 6 && rests(originOf(view, k))
  })
}

/** The next sentences that begin with the document itself, under whatever name: "The 11-page text says …", "An annex lists …", "It adds …". */
function goesOnAbout(view: View, target: number, k: number, head: string): boolean {
  const distance = sentenceOf(view, k) - sentenceOf(view, target)
  if (distance < 1 || distance > 2) return false
  const opening = wordsOf(view, k)
    .slice(0, 5)
    .map((token) => singular(token.lower))
  if (!/^(?:the|it|an?)$/u.test(opening[0] ?? '') || !opening.some((word) => word === singular(head) || PAPER.test(word))) return false
  const origin = originOf(view, k)
  return origin === null || view.sources[origin]?.kind === 'document' || nameWords(view, origin).some((word) => PAPER.test(singular(word)))
}

const PAPER = /^(?:it|document|annex|appendix|text|paper|draft|memo|letter|report|file|page|dossier|ruling|audit)$/u
