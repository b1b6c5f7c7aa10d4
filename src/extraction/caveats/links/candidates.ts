import type { Caveat } from '../caveats.ts'
import { between, firstFrom, type View, wordsOf } from '../scope/view.ts'

/** A caveat that is a sentence by itself means none of the claims farther back or ahead than this. */
const BACK = 40
const AHEAD = 3

/** "The ministry would not say whether the letter was real": nothing that could be verified. */
const NO_ANSWER = /\b(?:would|will|could|did|does)(?: not| ?n't) (?:say|comment|discuss|elaborate|answer|respond|reply)\b/u

/** The claims that a caveat may be about, by index. */
export function candidatesOf({ sentence }: Caveat, view: View): number[] {
  const { claims } = view
  const from = Math.max(0, firstFrom(claims, sentence) - BACK)
  const to = Math.min(claims.length, firstFrom(claims, sentence + 1) + AHEAD)
  return between(from, to).filter((k) => !NO_ANSWER.test(line(view, k)))
}

/** A claim's words, one space between. */
export const line = (view: View, k: number): string =>
  wordsOf(view, k)
    .map(({ lower }) => lower)
    .join(' ')
