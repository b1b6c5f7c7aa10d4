import type { Basis, Stance } from '../vocabulary.ts'

/** Evidence as counting sees it. */
export interface Support {
  sourceId: number | null
  /** The sources that its source belongs to, the nearest first. */
  affiliations: readonly number[]
  basis: Basis
  stance: Stance
  withdrawnAt: string | null
}

/**
 * How many independent sources at first hand support a claim. One source counts once, and so do all that belong to one another or to the same other;
 * evidence that names no source supports, but not independently.
 */
export function independentFirstHand(items: readonly Support[]): number {
  const above = new Map<number, number>()
  const top = (id: number): number => {
    const next = above.get(id)
    return next === undefined ? id : top(next)
  }
  const counting = items.filter((item) => item.stance === 'supports' && item.basis === 'first_hand' && item.withdrawnAt === null)
  const origins = counting.flatMap((item) => item.sourceId ?? [])
  // Affiliations of whatever counts tie their sources together, in whichever order they come.
  for (const { sourceId, affiliations } of counting) {
    if (sourceId === null) continue
    for (const other of affiliations) {
      const [one, two] = [top(sourceId), top(other)]
      if (one !== two) above.set(one, two)
    }
  }
  return new Set(origins.map(top)).size
}
