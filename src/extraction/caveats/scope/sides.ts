import { answersNothing } from './answers.ts'
import { thingOf, thingsIn } from './things.ts'
import { nameWords, originOf, said, sentenceOf, type View, wordsOf } from './view.ts'

/** Two who speak of one thing stand within so many claims. */
const NEAR = 8
const NUMBER_WORDS =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds?|thousands?|millions?|half|twice|double)$/u

/** Whether a claim holds a number, in digits or words. */
export const numbered = (view: View, k: number): boolean =>
  wordsOf(view, k).some((token) => /\d/u.test(token.text) || (token.pos === 'NUM' && NUMBER_WORDS.test(token.lower)))

/** What tells that one contradicts another: "rejected this", "it was nothing of the kind", "closer to nine". */
const CONTRADICTS =
  /^(?:rejected|denied|disputed|insists?|insisted|countered|nearer|closer|nothing|never|no|not|n't|put|puts|rival|another)$/u
const SHARED = 2
const BOTH_COUNT = 2
const AGAINST = 1.5
/** What it costs two claims to stand a sentence farther apart, or the later to stand one farther from the caveat. */
const APART = 0.7

/**
 * "Either account", "which of them is right", "neither figure": what the last two (or three) sources say of one thing, each in the
 * sentence in which it says so; failing one thing, what the last two said.
 */
export function lastSides(view: View, before: readonly number[], sides: number, figures: boolean): number[] {
  const spoken = before.filter((k) => !answersNothing(view, k) && (figures || said(view, k) || numbered(view, k)))
  const counted = figures ? spoken.filter((k) => numbered(view, k)) : spoken
  const heads = sides > 2 ? lastOf(view, counted, sides) : (closestPair(view, counted, figures) ?? lastOf(view, counted, sides))
  return heads.flatMap((head) => counted.filter((k) => k === head || (!figures && !heads.includes(k) && goesWith(view, k, head))))
}

/** What the same speaker says in the sentence, or, in quotation marks, right after it. */
function goesWith(view: View, k: number, head: number): boolean {
  if (sameSpeech(view, k, head)) return true
  if (k <= head || k - head > 2 || originOf(view, k) === null || originOf(view, k) !== originOf(view, head)) return false
  return sentenceOf(view, k) - sentenceOf(view, head) === 1 && wordsOf(view, k)[0]?.quoted === true
}

const sameSpeech = (view: View, a: number, b: number): boolean =>
  sentenceOf(view, a) === sentenceOf(view, b) && originOf(view, a) === originOf(view, b) && originOf(view, a) !== null

/** The two claims by different sources that speak most of one thing, near each other and near the caveat. */
function closestPair(view: View, spoken: readonly number[], figures: boolean): number[] | null {
  const recent = spoken.slice(-NEAR)
  const last = recent.at(-1) ?? 0
  let most = 0
  let found: number[] | null = null
  for (const [at, late] of recent.entries()) {
    const things = new Set(thingsOf(view, late))
    for (const early of recent.slice(0, at)) {
      if (!differs(view, early, late)) continue
      const shared = thingsOf(view, early).filter((thing) => things.has(thing)).length
      const against = wordsOf(view, late).some((token) => CONTRADICTS.test(token.lower)) ? AGAINST : 0
      const counts = numbered(view, early) && numbered(view, late) ? BOTH_COUNT : 0
      const apart = Math.max(0, sentenceOf(view, late) - sentenceOf(view, early) - 1) + sentenceOf(view, last) - sentenceOf(view, late)
      const score = (figures ? 0 : Math.min(shared, 2) * SHARED + against) + counts - apart * APART
      if (shared + counts + against === 0 || score < most) continue
      // Of one sentence the first number is the figure; its others explain it.
      if (score === most && figures && sentenceOf(view, late) === sentenceOf(view, found?.[1] ?? -1)) continue
      most = score
      found = [early, late]
    }
  }
  return found
}

/** What a claim speaks of, besides whoever makes it: "a source at the channel" is not about the channel. */
function thingsOf(view: View, k: number): string[] {
  const names = new Set(nameWords(view, originOf(view, k)).map(thingOf))
  return thingsIn(wordsOf(view, k)).filter((thing) => !names.has(thing))
}

/** The last claims of so many sources, in the order of the copy. */
function lastOf(view: View, spoken: readonly number[], count: number): number[] {
  const heads: number[] = []
  for (const k of [...spoken].reverse()) {
    if (heads.length === count) break
    if (heads.every((head) => differs(view, head, k))) heads.unshift(k)
  }
  return heads
}

const differs = (view: View, a: number, b: number): boolean => {
  const [one, other] = [originOf(view, a), originOf(view, b)]
  // "The office listed 62, the headman's register 119."
  if (sentenceOf(view, a) === sentenceOf(view, b)) return numbered(view, a) && numbered(view, b)
  return one === null || other === null ? sentenceOf(view, a) !== sentenceOf(view, b) : one !== other
}
