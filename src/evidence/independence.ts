import type { Basis, Stance } from '../vocabulary.ts'

/** Evidence as counting sees it. */
export interface Support {
  sourceId: number | null
  /** The sources that its source belongs to or is the same as, the nearest first. */
  affiliations: readonly number[]
  basis: Basis
  stance: Stance
  withdrawnAt: string | null
}

/**
 * The independent origins that support a claim at first hand: of each the ids of its sources, in the order in which they came. One source counts
 * once, and so do all that are the same, that belong to one another or to the same other; evidence that names no source supports, but not
 * independently. The order of the items changes nothing but the order of the lists.
 */
export function independentOrigins(items: readonly Support[]): number[][] {
  const above = new Map<number, number>()
  const top = (id: number): number => {
    const next = above.get(id)
    return next === undefined ? id : top(next)
  }
  const counting = items.filter((item) => item.stance === 'supports' && item.basis === 'first_hand' && item.withdrawnAt === null)
  // Affiliations of whatever counts tie their sources together, in whichever order they come.
  for (const { sourceId, affiliations } of counting) {
    if (sourceId === null) continue
    for (const other of affiliations) {
      const [one, two] = [top(sourceId), top(other)]
      if (one !== two) above.set(one, two)
    }
  }
  const origins = new Map<number, number[]>()
  for (const id of new Set(counting.flatMap((item) => item.sourceId ?? []))) origins.set(top(id), [...(origins.get(top(id)) ?? []), id])
  return [...origins.values()]
}

/** How many independent origins support a claim at first hand. */
export const independentFirstHand = (items: readonly Support[]): number => independentOrigins(items).length

/** Two sources of one origin, and why they count as one: each but the first of an origin, with one that came before it. */
export interface Tie {
  source: number
  with: number
  because: 'same' | 'belongs' | 'owns' | 'common_owner' | 'through_others'
}

/** Why the sources of the origins count as so few. `entryOf` gives the directory's entry of a source. */
export function tiesOf(items: readonly Support[], entryOf: (id: number) => number): Tie[] {
  const belongsTo = new Map(items.flatMap(({ sourceId, affiliations }) => (sourceId === null ? [] : [[sourceId, affiliations] as const])))
  const why = (one: number, other: number): Tie['because'] => {
    const [up, upOther] = [belongsTo.get(one) ?? [], belongsTo.get(other) ?? []]
    if (entryOf(one) === entryOf(other)) return 'same'
    if (up.includes(other)) return 'belongs'
    if (upOther.includes(one)) return 'owns'
    return up.some((id) => upOther.includes(id)) ? 'common_owner' : 'through_others'
  }
  const plainest: readonly Tie['because'][] = ['same', 'belongs', 'owns', 'common_owner', 'through_others']
  return independentOrigins(items).flatMap((origin) =>
    origin.slice(1).flatMap((source, at) => {
      const ties = origin.slice(0, at + 1).map((other): Tie => ({ source, with: other, because: why(source, other) }))
      return ties.sort((a, b) => plainest.indexOf(a.because) - plainest.indexOf(b.because)).slice(0, 1)
    }),
  )
}
