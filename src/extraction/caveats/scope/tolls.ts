import { countsIn } from '../../conflicts/counts.ts'
import { originOf, type View, wordsOf } from './view.ts'

/** Whether a claim holds a number of any kind. */
export const counts = ({ claims }: View, k: number): boolean => claims[k]?.kind === 'number'

/** The latest two claims that give different counts of one thing, by different sources: what "neither toll" means. */
export function rivalTolls(view: View, before: readonly number[]): number[] {
  const found = before.flatMap((k) =>
    view.sources[originOf(view, k) ?? -1]?.kind === 'media' ? [] : countsIn(wordsOf(view, k)).map((count) => ({ ...count, claim: k })),
  )
  for (let late = found.length - 1; late > 0; late--) {
    const one = found[late]
    if (!one) continue
    const other = found
      .slice(Math.max(0, late - 40), late)
      .findLast(
        (count) =>
          count.about === one.about && count.value !== one.value && count.claim !== one.claim && differs(view, count.claim, one.claim),
      )
    if (other) return [other.claim, one.claim]
  }
  return []
}

const differs = (view: View, a: number, b: number): boolean => originOf(view, a) === null || originOf(view, a) !== originOf(view, b)

const FATES = /^(?:dead|killed|died|die|deaths|fatalities|bodies|tolls?|wounded|injured|missing|casualties)$/u
/** "Any of the figures", "none of the tolls"; "the number of casualties", whoever counted them. */
const ANY_OF = /^(?:any|none|all) of (?:the|these|those) (?:figures|numbers|tolls|counts|estimates)$/u
const OF_CASUALTIES = /^casualt(?:ies|y)$/u

/** Every claim that counts dead, injured or missing, where a caveat means them all; none where it means one party's or one figure. */
export function tollsMeant(view: View, words: readonly string[], before: readonly number[]): number[] {
  const all = words.some((word, k) => ANY_OF.test(words.slice(k, k + 4).join(' ')) || OF_CASUALTIES.test(word))
  return all ? before.filter((k) => counts(view, k) && wordsOf(view, k).some(({ lower }) => FATES.test(lower))) : []
}
