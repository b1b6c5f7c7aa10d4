import type { Caveat } from '../caveats.ts'
import { SAYINGS } from '../words.ts'
import { answersNothing } from './answers.ts'
import { thingOf, thingsIn } from './things.ts'
import type { Token } from '../../words/tokens.ts'
import { originOf, paragraphOf, said, sentenceOf, type View, wordsOf } from './view.ts'

/** What a caveat names is looked for over so many claims. */
const WINDOW = 40
const HEAD = 2
/** A claim that speaks of what the caveat names, not only of something beside it. */
const ENOUGH = 2
const SAID = 0.5
/** What it costs a claim to stand one farther back. */
const PER_CLAIM = 0.05

/**
 * The claims that speak of the thing a caveat names ("the dumping", "any deal", "the terms of the loan", "the offer and the bills"): the
 * one that shares most with its words, the last of equals, with what its sentence says beside it and what the same source goes on to
 * say of the thing. Null where no claim speaks of it.
 */
export function reached(caveat: Caveat, view: View, before: readonly number[]): number[] | null {
  const s = view.sentences[caveat.sentence]?.tokens ?? []
  const own = s.slice(...caveat.range).filter((token) => !token.quoted)
  const words = new Set(thingsIn(own))
  const nouns = caveat.about.filter((noun) => !SAYINGS.has(noun) && noun !== 'independent').map(thingOf)
  // "That anybody was shot": no noun names it, and nothing takes up what was said last.
  const takesUp = caveat.about.some((noun) => SAYINGS.has(noun) && noun !== 'that') || own.some((_, k) => takesUpAt(own, k))
  const heads = nouns.length > 0 || takesUp ? new Set(nouns) : words
  const near = before.slice(-WINDOW).filter((k) => !answersNothing(view, k))
  const topics = topicsOf(own)
  const targets =
    topics.length > 1 ? topics.map((topic) => best(view, near, new Set([topic]), new Set())) : [best(view, near, heads, words)]
  const found = targets.flatMap((target) => (target === null ? [] : around(view, near, target, heads)))
  return found.length === 0 ? null : [...new Set(found)].sort((a, b) => a - b)
}

const TAKES_UP = /^(?:it|this|these|those|them|he|she|they|one)$/u

/** "No evidence of that", "whether one was made": not "confirmed that", nor "no one". */
function takesUpAt(own: readonly Token[], k: number): boolean {
  const word = own[k]?.lower ?? ''
  if (word === 'one') return own[k - 1]?.lower !== 'no'
  return TAKES_UP.test(word) || (word === 'that' && (own[k - 1]?.pos === 'ADP' || own[k + 1]?.pos === 'PUNCT' || own[k + 1]?.pos === 'AUX'))
}

/** "What they said about the offer and the bills": the things that stand side by side after "about". */
function topicsOf(own: readonly Token[]): string[] {
  const about = own.findIndex((token, k) => token.lower === 'about' && k > 0 && SAYS.test(own[k - 1]?.lower ?? ''))
  if (about < 0) return []
  const end = own.findIndex((token, k) => k > about && (token.pos === 'AUX' || token.pos === 'VERB'))
  const phrase = own.slice(about + 1, end < 0 ? own.length : end)
  return phrase.some((token) => token.lower === 'and') ? phrase.flatMap(({ pos, lower }) => (pos === 'NOUN' ? [thingOf(lower)] : [])) : []
}

const SAYS = /^(?:said|says|told|claims?|claimed|allegations?|accounts?|statements?|reports?)$/u

function best(view: View, near: readonly number[], heads: ReadonlySet<string>, words: ReadonlySet<string>): number | null {
  let most = 0
  let found: number | null = null
  for (const [at, k] of near.entries()) {
    const things = thingsIn(wordsOf(view, k))
    const shared = things.reduce((sum, thing) => sum + (heads.has(thing) ? HEAD : words.has(thing) ? 1 : 0), 0)
    const sure = shared === 0 ? 0 : shared + (said(view, k) ? SAID : 0)
    const score = sure - (near.length - at) * PER_CLAIM
    if (sure < ENOUGH || (found !== null && score < most)) continue
    most = score
    found = k
  }
  return found
}

/** A claim with the others of its source in the sentence, and those in which the source comes back to the thing. */
function around(view: View, near: readonly number[], target: number, heads: ReadonlySet<string>): number[] {
  const origin = originOf(view, target)
  const speaksOf = (k: number): boolean => thingsIn(wordsOf(view, k)).some((thing) => heads.has(thing))
  const things = new Set(thingsIn(wordsOf(view, target)))
  return near.filter((k) => {
    if (k === target) return true
    if (originOf(view, k) !== origin)
      return borneOut(view, near, target, k) && thingsIn(wordsOf(view, k)).some((thing) => things.has(thing))
    if (sentenceOf(view, k) === sentenceOf(view, target)) return origin !== null
    return origin !== null && Math.abs(paragraphOf(view, k) - paragraphOf(view, target)) < 4 && speaksOf(k)
  })
}

/** "A second worker gave a similar account. He said the pumping …": what somebody says who tells the same. */
function borneOut(view: View, near: readonly number[], target: number, k: number): boolean {
  if (k < target || k - target > 5) return false
  const like = near.find((j) => j > target && j <= k && tellsTheSame(view, j))
  return like !== undefined && sentenceOf(view, k) - sentenceOf(view, like) < 3
}

/** Claims, and before one that is "a similar account" that of which it is one. */
export function withLike(view: View, before: readonly number[], claims: readonly number[]): number[] {
  const like = claims.find((k) => tellsTheSame(view, k))
  const told =
    like === undefined ? undefined : before.findLast((k) => k < like && originOf(view, k) !== originOf(view, like) && said(view, k))
  return told === undefined || claims.includes(told) ? [...claims] : [told, ...claims]
}

const tellsTheSame = (view: View, k: number): boolean =>
  wordsOf(view, k).some(({ lower }, at, s) => SIMILAR.test(lower) && ACCOUNT.test(s[at + 1]?.lower ?? ''))

const SIMILAR = /^(?:similar|same|matching)$/u
const ACCOUNT = /^(?:account|story|version|description)$/u
