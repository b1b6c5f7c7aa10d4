/** How far two people agree in one field. */
export interface Agreement {
  n: number
  agreed: number
  /**
   * Cohen's kappa: agreement beyond what the two would reach by chance with the same habits. 1 is full agreement, 0 none beyond chance.
   * Null where both chose one and the same value throughout: then there is nothing to agree about beyond chance.
   */
  kappa: number | null
  /** The 95 % interval of kappa. */
  interval: readonly [low: number, high: number] | null
}

const Z = 1.96

/**
 * The agreement over pairs of values, one pair for each thing that both coded. Kappa after Cohen (1960); its large-sample standard error
 * after Fleiss, Cohen and Everitt (1969), which is what the interval rests on: below some fifty pairs it is rough.
 */
export function agreementOf(pairs: readonly (readonly [one: string, two: string])[]): Agreement {
  const n = pairs.length
  const agreed = pairs.filter(([one, two]) => one === two).length
  const values = [...new Set(pairs.flat())]
  const share = (holds: (pair: readonly [string, string]) => boolean): number => pairs.filter(holds).length / n
  const margins = values.map((value) => ({
    value,
    one: share(([one]) => one === value),
    two: share(([, two]) => two === value),
    both: share(([one, two]) => one === value && two === value),
  }))
  const observed = agreed / n
  const expected = margins.reduce((sum, { one, two }) => sum + one * two, 0)
  if (n === 0 || expected === 1) return { n, agreed, kappa: null, interval: null }
  const kappa = (observed - expected) / (1 - expected)
  const diagonal = margins.reduce((sum, { one, two, both }) => sum + both * (1 - expected - (one + two) * (1 - observed)) ** 2, 0)
  let apart = 0
  for (const row of margins)
    for (const column of margins)
      if (row !== column) apart += share(([one, two]) => one === row.value && two === column.value) * (column.one + row.two) ** 2
  const variance =
    (diagonal + (1 - observed) ** 2 * apart - (observed * expected - 2 * expected + observed) ** 2) / (n * (1 - expected) ** 4)
  const error = Math.sqrt(Math.max(0, variance))
  return { n, agreed, kappa, interval: [Math.max(-1, kappa - Z * error), Math.min(1, kappa + Z * error)] }
}

/** Cohen's kappa in words, after Landis and Koch (1977): a habit of the field, not a law. */
export function kappaWords(kappa: number): string {
  if (kappa < 0) return 'less than by chance'
  if (kappa <= 0.2) return 'slight'
  if (kappa <= 0.4) return 'fair'
  if (kappa <= 0.6) return 'moderate'
  if (kappa <= 0.8) return 'substantial'
  return 'almost perfect'
}
