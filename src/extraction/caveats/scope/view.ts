import type { Caveat } from '../caveats.ts'
import type { DraftClaim } from '../../claims/claims.ts'
import type { CopySentence } from '../../layout/layout.ts'
import { FORMS, RECORDINGS } from '../../words/lexicon.ts'
import type { Token } from '../../words/tokens.ts'
import type { FoundSource } from '../../types.ts'

/** What a caveat's scope is looked for in. */
export interface View {
  claims: readonly DraftClaim[]
  sources: readonly FoundSource[]
  sentences: readonly CopySentence[]
  /** Every caveat of the article, in the order of the text. */
  caveats: readonly Caveat[]
}

/** A caveat does not reach back farther than this many claims: about two long articles. */
export const FARTHEST = 200

export const singular = (noun: string): string => noun.replace(/(?:ie)?s$/u, '')
export const between = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k)

/** The first claim of a sentence or of what follows it; claims stand in the order of their sentences. */
export function firstFrom(claims: readonly DraftClaim[], sentence: number): number {
  let low = 0
  let high = claims.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((claims[middle]?.sentence ?? 0) < sentence) low = middle + 1
    else high = middle
  }
  return low
}

/** The words of a claim. */
export function wordsOf({ claims, sentences }: View, k: number): readonly Token[] {
  const claim = claims[k]
  return claim ? (sentences[claim.sentence]?.tokens.slice(...claim.range) ?? []) : []
}

export const sentenceOf = ({ claims }: View, k: number): number => claims[k]?.sentence ?? -1
export const paragraphOf = (view: View, k: number): number => view.sentences[sentenceOf(view, k)]?.paragraph ?? -1

/** Whoever is said to have said it first; null where nobody is named or the source was missed. */
export const originOf = ({ claims }: View, k: number): number | null => claims[k]?.chain[0]?.sourceIndex ?? null

/** Of some claims those by whoever made the last. */
export function sameOrigin(view: View, claims: readonly number[]): number[] {
  const origin = originOf(view, claims.at(-1) ?? -1)
  return claims.filter((k) => originOf(view, k) === origin)
}

/** Somebody said it: it has a chain, or at least a verb of saying, should the source have been missed. */
export function said(view: View, k: number): boolean {
  const claim = view.claims[k]
  if (!claim) return false
  if (claim.chain.length > 0 || claim.quote !== 'none') return true
  return wordsOf(view, k).some((token) => token.pos === 'VERB' && !token.quoted && FORMS.has(token.lower))
}

export function mentions(view: View, k: number, nouns: readonly string[]): boolean {
  const wanted = new Set(nouns.map(singular))
  return wordsOf(view, k).some((token) => wanted.has(singular(token.lower)))
}

/** All names of a source, and of the group it belongs to, as lower-case words. */
export function nameWords({ sources }: View, index: number | null): string[] {
  const source = index === null ? undefined : sources[index]
  const group = source && source.affiliatedTo !== null ? sources[source.affiliatedTo] : undefined
  return [source, group].flatMap((entry) =>
    entry
      ? [entry.name, ...entry.aliases]
          .join(' ')
          .toLowerCase()
          .split(/[^\p{L}\p{N}]+/u)
      : [],
  )
}

const SHOWS =
  /^(?:shows?|showed|showing|captured?|captures|depicts?|depicted|purports?|purported|appears?|appeared|seems?|seemed|seen|heard)$/u
const SPREAD = /^(?:shared|circulat\w+|viral|posted|viewed|watched|uploaded|released|published|sent|shot|filmed|recorded)$/u

/** "In it, a voice shouts", "In one clip, men run", "a jet can be seen in it", "is heard on the tape". */
function seenInIt(words: readonly Token[]): boolean {
  const pictured = (k: number): boolean =>
    /^(?:in|on)$/u.test(words[k]?.lower ?? '') &&
    !words[k]?.quoted &&
    words.slice(k + 1, k + 5).some((token, j) => RECORDINGS.has(token.lower) || (j === 0 && /^(?:it|one|another)$/u.test(token.lower)))
  const opens = words.slice(1, 7).some((token) => token.text === ',' || RECORDINGS.has(token.lower))
  if (pictured(0) && (opens || /^(?:it|one|another)$/u.test(words[1]?.lower ?? ''))) return true
  return words.some((token, k) => !token.quoted && /^(?:seen|heard|visible|audible)$/u.test(token.lower) && pictured(k + 1))
}

const AIRED = /^(?:broadcasts?|aired|airs|released|published|posted|shared)$/u

/** "State television broadcast what it said was the wreckage". */
const purported = (words: readonly Token[]): boolean =>
  words.some(
    (token, k) =>
      AIRED.test(token.lower) &&
      !token.quoted &&
      words.slice(k + 1, k + 4).some(({ lower }) => lower === 'what') &&
      words.slice(k + 2, k + 7).some(({ lower }) => /^(?:says?|said|claims?|claimed|called|described)$/u.test(lower)),
  )

/** A claim about what a recording shows: its source is the recording, or, the source missed, it names one and says what it shows. */
export function shows(view: View, k: number): boolean {
  const words = wordsOf(view, k)
  const showing = words.some((token) => !token.quoted && SHOWS.test(token.lower))
  const origin = originOf(view, k)
  if (origin !== null && view.sources[origin]?.kind === 'media')
    return showing || words.some(({ lower }) => lower === 'according') || !words.some((token) => SPREAD.test(token.lower))
  if (seenInIt(words) || purported(words)) return true
  if (origin !== null || !showing) return false
  return (
    words.slice(0, 14).some((token) => RECORDINGS.has(token.lower)) ||
    /^(?:it|one|another|others|they|both|(?:a|the) (?:second|third|first|fourth|other|latter))(?: |$)/u.test(
      `${words[0]?.lower} ${words[1]?.lower}`,
    )
  )
}
