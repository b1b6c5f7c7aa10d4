import type { Span } from '../extraction/types.ts'

interface Stretch {
  id: number
  start: number
  end: number
}

/**
 * Which of some things (claims, caveats) touch each of some stretches of the text (sentences), by the stretch's id.
 * The stretches must be in order and apart, as the ledger is. Costs one search per span, not one comparison per pair.
 */
export function touching<T>(stretches: readonly Stretch[], things: readonly T[], spansOf: (thing: T) => readonly Span[]): Map<number, T[]> {
  const touched = new Map<number, T[]>()
  for (const thing of things) {
    const ids = new Set<number>()
    for (const [start, end] of spansOf(thing)) {
      for (let at = firstEndingAfter(stretches, start); at < stretches.length; at++) {
        const stretch = stretches[at]
        if (!stretch || stretch.start >= end) break
        ids.add(stretch.id)
      }
    }
    for (const id of ids) {
      const there = touched.get(id)
      if (there) there.push(thing)
      else touched.set(id, [thing])
    }
  }
  return touched
}

function firstEndingAfter(stretches: readonly Stretch[], offset: number): number {
  let [low, high] = [0, stretches.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}
