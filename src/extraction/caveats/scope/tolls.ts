import { countsIn } from '../../conflicts/counts.ts'
import { originOf, said, shows, type View, wordsOf } from './view.ts'

/** "More than 3000", "about 600": an amount, whatever the words around it say. */
const ROUGHLY = /^(?:than|about|some|nearly|over|around|roughly|almost|least|approximately|under|estimated|to|at|of)$/u

/** Whether a claim holds a number of any kind. */
export const counts = (view: View, k: number): boolean =>
  view.claims[k]?.kind === 'number' ||
  wordsOf(view, k).some(
    (token, at, s) => /^\d[\d,.]*$/u.test(token.text) && ROUGHLY.test(s[at - 1]?.lower ?? '') && s[at + 1]?.pos === 'NOUN',
  )

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

const FATES = /^(?:dead|killed|killing|kills?|died|die|deaths|fatalities|bodies|tolls?|wounded|injured|missing|casualties)$/u
/** "Any of the figures", "none of the tolls"; "the number of casualties", whoever counted them. */
const ANY_OF = /^(?:any|none|all) of (?:the|these|those) (?:figures|numbers|tolls|counts|estimates)$/u
const OF_CASUALTIES = /^casualt(?:ies|y)$/u

/** "The death toll could not be verified", whoever counted them lately. */
const OF_THE_DEAD = /^(?:and |but )?(?:the )?(?:death toll|toll|number of (?:the )?(?:dead|deaths|victims|fatalities|people killed))\b/u
const NEAR = 12

/** Every claim that counts dead, injured or missing, where a caveat means them all; none where it means one party's or one figure. */
export function tollsMeant(view: View, words: readonly string[], before: readonly number[]): number[] {
  const all = words.some((word, k) => ANY_OF.test(words.slice(k, k + 4).join(' ')) || OF_CASUALTIES.test(word))
  if (!all && !OF_THE_DEAD.test(words.join(' '))) return []
  return (all ? before : before.slice(-NEAR))
    .filter((k) => all || said(view, k))
    .filter((k) => {
      const claim = wordsOf(view, k)
      // "Gave a toll almost twice as high" counts them as well; what pictures show does not.
      if (claim.some(({ lower }, at) => lower === 'toll' && /^(?:a|an|the|death)$/u.test(claim[at - 1]?.lower ?? ''))) return true
      return counts(view, k) && !shows(view, k) && claim.some(({ lower }) => FATES.test(lower))
    })
}
