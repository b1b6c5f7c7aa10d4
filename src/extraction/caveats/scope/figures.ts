import type { Caveat } from '../caveats.ts'
import { COUNTED } from '../words.ts'
import { lastSides } from './sides.ts'
import { thingOf, thingsIn } from './things.ts'
import { sameOrigin, type View, wordsOf } from './view.ts'

/** "The figures": those of whoever counted last, or those that stand against each other last. */
export function rivalsOf(view: View, numbers: readonly number[], rivals: readonly number[]): number[] {
  const own = sameOrigin(view, numbers)
  const [only] = own
  if (only === undefined || own.length > 1) return own
  if (rivals.length > 1 && rivals.at(-1) === only) return [...rivals]
  // "Put the toll at 12": one number is no figures; another stands against it.
  const pair = wordsOf(view, only).filter((token) => /\d/u.test(token.text)).length < 2 ? lastSides(view, numbers, 2, true) : []
  return pair.length > 1 && pair.at(-1) === only ? pair : own
}

/** "The number of people on board". */
export const numberOf = (caveat: Caveat, { sentences }: View): boolean =>
  (sentences[caveat.sentence]?.tokens.slice(...caveat.range) ?? []).some(
    (token, k, s) => token.lower === 'number' && s[k + 1]?.lower === 'of' && k < 4,
  )

/** "The number of people on board": the last count of the thing. */
export function ofTopic(caveat: Caveat, view: View, numbers: readonly number[]): number | undefined {
  const s = view.sentences[caveat.sentence]?.tokens.slice(...caveat.range) ?? []
  const of = s.findIndex((token, k) => token.lower === 'of' && COUNTED.has(s[k - 1]?.lower ?? ''))
  const verb = s.findIndex((token, k) => k > of && token.pos === 'AUX')
  const things = of < 0 ? [] : thingsIn(s.slice(of, verb))
  return numbers.findLast((k) => wordsOf(view, k).some(({ lower }) => things.includes(thingOf(lower))))
}
