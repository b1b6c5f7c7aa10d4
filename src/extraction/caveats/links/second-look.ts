import { type Boosted, probabilityOf } from '../../learned/decision.ts'
import { EVIDENCE } from './names.ts'

/** A first look at each claim by itself, and a second one that has seen what the first thought of the claims around it. */
export interface Looks {
  first: Boosted
  second: Boosted
}

/** How likely a caveat is about each of some claims, given the evidence for each. */
export function likelyOf({ first, second }: Looks, rows: readonly (readonly number[])[]): number[] {
  const thought = rows.map((row) => probabilityOf(first, row))
  return secondEvidence(rows, thought).map((row) => probabilityOf(second, row))
}

const TURN = EVIDENCE.indexOf('turns to speak between')
/** The turn of claims that stand in none. */
const NO_TURN = 9

/** The evidence of the second look: a row for each claim, the numbers of the first look and then what it thought. */
export function secondEvidence(rows: readonly (readonly number[])[], thought: readonly number[]): number[][] {
  const top = Math.max(...thought)
  const sum = thought.reduce((all, one) => all + one, 0)
  const ranked = [...thought].sort((a, b) => b - a)
  return rows.map((row, k) => {
    const own = thought[k] as number
    const turn = row[TURN]
    const beside = turn === NO_TURN ? [] : thought.filter((_, other) => other !== k && rows[other]?.[TURN] === turn)
    const added = [
      // Of the claim itself, and how many it thought likelier.
      own,
      ranked.indexOf(own),
      // Of its neighbours, and of the likeliest other in its turn.
      thought[k - 1] ?? -1,
      thought[k + 1] ?? -1,
      Math.max(-1, ...beside),
      // Of all, of how many in sum, and how far behind the likeliest it is.
      top,
      sum,
      top - own,
      // Of the likeliest that stands nearer to the caveat.
      Math.max(-1, ...thought.slice(k + 1)),
    ]
    return [...row, ...added]
  })
}
