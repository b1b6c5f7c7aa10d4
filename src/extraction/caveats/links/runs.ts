import { originOf, said, type View } from '../scope/view.ts'

/** A claim's turn: claims one after the other by the same source, or by nobody. */
export interface Turn {
  /** 0 is the last turn before the caveat. */
  number: number
  /** How many claims it has; the place of this one, from the last. */
  size: number
  place: number
}

/** The turns of claims, which stand in the order of the text. */
export function runsOf(view: View, claims: readonly number[]): ReadonlyMap<number, Turn> {
  const turns = new Map<number, Turn>()
  let turn: number[] = []
  let number = -1
  let speaker: number | null | undefined
  const close = (): void => {
    for (const [place, k] of turn.entries()) turns.set(k, { number, size: turn.length, place })
  }
  for (const k of [...claims].reverse()) {
    const own = said(view, k) ? originOf(view, k) : -1
    if (own !== speaker || number < 0) {
      close()
      turn = []
      number++
      speaker = own
    }
    turn.push(k)
  }
  close()
  return turns
}
