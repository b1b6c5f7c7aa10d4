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
