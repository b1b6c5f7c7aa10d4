/** The normal quantile for 95 %. */
const Z = 1.959964

/**
 * The 95 % interval of a share, by Wilson's score method (Wilson 1927): `n` of `of`, as two numbers from 0 to 1; null where there is no
 * sample. It stays within 0 and 1 and is not empty at either end, which the plain normal interval gets wrong on small samples.
 */
export function wilson(n: number, of: number): readonly [low: number, high: number] | null {
  if (of === 0) return null
  const share = n / of
  const middle = (share + (Z * Z) / (2 * of)) / (1 + (Z * Z) / of)
  const half = (Z / (1 + (Z * Z) / of)) * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}
