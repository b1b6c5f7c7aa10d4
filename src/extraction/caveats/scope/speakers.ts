import type { Caveat } from '../caveats.ts'
import { MEDIUM } from '../words.ts'
import { FARTHEST, nameWords, originOf, type View, wordsOf } from './view.ts'

const HE = /^(?:he|him|his|himself|mr|sir|father|son|husband|brother|man|boy|chairman|spokesman|lord)$/u
const SHE = /^(?:she|her|hers|herself|mrs|ms|miss|mother|daughter|wife|sister|woman|girl|chairwoman|spokeswoman|lady|dame)$/u
/** A person is looked for over so many claims. */
const NEAR = 14

/** "She offered no proof", "what he said", "his readings": the pronoun that says whose claims a caveat means, or null. */
export function pronounOf(caveat: Caveat, { sentences }: View): 'he' | 'she' | null {
  const s = sentences[caveat.sentence]?.tokens ?? []
  const opening = s.slice(caveat.range[0], caveat.range[0] + 5).map((token) => token.lower)
  const owner = caveat.owner[0]
  const word =
    owner === 'his' || owner === 'her' ? owner : opening.find((other, k) => /^(?:he|she|his|her)$/u.test(other) && plain(opening, k))
  if (word === undefined) return null
  return word.startsWith('h') && word !== 'her' ? 'he' : 'she'
}

/** Right at the beginning, or after "what", "but", "so far", "no copy of". */
const plain = (opening: readonly string[], k: number): boolean =>
  opening.slice(0, k).every((word) => /^(?:what|but|and|though|so|far|yet|in|no|none|of|copy|neither|nothing|however|,)$/u.test(word))

/** The claims of the person a pronoun means: the last of whom the copy says so, or the last of whom it says nothing else. */
export function claimsMeant(view: View, before: readonly number[], pronoun: 'he' | 'she'): number[] {
  const [own, other] = pronoun === 'he' ? [HE, SHE] : [SHE, HE]
  const seen = new Set<number>()
  let maybe: number | null = null
  for (const k of [...before].slice(-NEAR).reverse()) {
    const origin = originOf(view, k)
    if (origin === null) {
      if (speaksUnnamed(view, k, own)) return [k, ...before.filter((j) => j > k && goesOnQuoted(view, k, j))]
      continue
    }
    if (seen.has(origin)) continue
    seen.add(origin)
    const source = view.sources[origin]
    if (source?.kind !== 'person' && source?.kind !== 'unknown' && source?.unnamed !== true) continue
    const told = wordsAbout(view, before, origin)
    if (told.some((word) => own.test(word))) return before.filter((j) => originOf(view, j) === origin)
    if (maybe === null && !told.some((word) => other.test(word))) maybe = origin
  }
  return maybe === null ? [] : before.filter((k) => originOf(view, k) === maybe)
}

/** "That was never done, said an officer who did not want her name used": the source was missed, the pronoun was not. */
function speaksUnnamed(view: View, k: number, own: RegExp): boolean {
  const words = wordsOf(view, k).filter((token) => !token.quoted)
  const says = words.findIndex((token) => token.lower === 'said' || token.lower === 'says')
  return says > 0 && words.slice(says).some((token) => own.test(token.lower))
}

const goesOnQuoted = (view: View, k: number, j: number): boolean =>
  originOf(view, j) === null && j - k < 3 && wordsOf(view, j).every((token) => token.quoted || token.pos === 'PUNCT')

/** The words of a source's names, and those outside quotations of the sentences in which it speaks. */
function wordsAbout(view: View, before: readonly number[], origin: number): string[] {
  const spoken = before.slice(-FARTHEST).filter((k) => originOf(view, k) === origin)
  return [...nameWords(view, origin), ...spoken.flatMap((k) => wordsOf(view, k).flatMap((token) => (token.quoted ? [] : [token.lower])))]
}

/** The claims of whoever the caveat's subject names, where the subject is what gave nothing: "Mr Holub offered no proof of it". */
export function namedSubject(caveat: Caveat, view: View, before: readonly number[]): number[] {
  const s = view.sentences[caveat.sentence]?.tokens ?? []
  const verb = s.findIndex(
    (token, k) =>
      k > 0 && k < 8 && /^(?:offered|offers|gave|gives|produced|provided|presented|showed|cited|did|has|have)$/u.test(token.lower),
  )
  if (
    verb < 0 ||
    !GIVES.test(
      s
        .slice(verb, verb + 6)
        .map((token) => token.lower)
        .join(' '),
    )
  )
    return []
  const names = s
    .slice(caveat.range[0], verb)
    .flatMap((token) =>
      token.lower.length > 2 && (token.pos === 'PROPN' || (token.pos === 'NOUN' && !MEDIUM.has(token.lower))) ? [token.lower] : [],
    )
  const hops = (k: number): number[] => (view.claims[k]?.chain ?? []).flatMap(({ sourceIndex }) => sourceIndex ?? [])
  const called = (index: number): boolean => names.some((name) => nameWords(view, index).includes(name))
  const claim = before.findLast((k) => hops(k).some(called))
  const who = claim === undefined ? undefined : hops(claim).find(called)
  return before.filter((k) => who !== undefined && hops(k).includes(who) && !explainsNothing(view, k))
}

/** "It did not explain the difference." */
const explainsNothing = (view: View, k: number): boolean =>
  wordsOf(view, k).some(
    (token, at, s) => /^(?:not|n't)$/u.test(token.lower) && /^(?:explain|elaborate|say|comment)$/u.test(s[at + 1]?.lower ?? ''),
  )

/**
 * "The group often exaggerates. Its claims could not be verified": whoever the sentence before the caveat speaks of, where it is the
 * copy's own; empty where nobody who spoke is its subject.
 */
export function spokenOf(caveat: Caveat, view: View, before: readonly number[]): number[] {
  const last = before.at(-1)
  if (!/^(?:its|their)$/u.test(caveat.owner[0] ?? '') || last === undefined || originOf(view, last) !== null) return []
  const words = wordsOf(view, last)
  const verb = words.findIndex((token) => token.pos === 'VERB' || token.pos === 'AUX')
  const names = words.slice(0, Math.max(0, verb)).flatMap((token) => (/^(?:PROPN|NOUN)$/u.test(token.pos) ? [token.lower] : []))
  const claim = before.findLast((k) => names.some((name) => nameWords(view, originOf(view, k)).includes(name)))
  return claim === undefined ? [] : before.filter((k) => originOf(view, k) === originOf(view, claim))
}

const GIVES = /\b(?:offer|offered|offers|give|gave|given|gives|produced?|provided?|present|presented|shown?|showed|cited?)\b/u
