/** Gives the features that occur often enough dense numbers. */
export interface FeatureIndex {
  count: number
  /** Hashed features in the order of their numbers. */
  keys: Uint32Array
  /** The number of a feature, -1 for one that is not kept. */
  find(hash: number): number
}

/**
 * Counts every feature of the chosen stretches and keeps those seen at least `cut` times. `features` holds hashes; stretches are
 * `[from, to)` positions in it.
 */
export function indexFeatures(features: Uint32Array, stretches: Iterable<readonly [number, number]>, cut: number): FeatureIndex {
  let size = 1 << 20
  let keys = new Uint32Array(size)
  let counts = new Uint32Array(size)
  let used = 0
  const place = (table: Uint32Array, tally: Uint32Array, mask: number, hash: number): number => {
    let at = (Math.imul(hash, 0x9e3779b1) >>> 7) & mask
    while (tally[at] !== 0 && table[at] !== hash) at = (at + 1) & mask
    return at
  }
  for (const [from, to] of stretches)
    for (let k = from; k < to; k++) {
      const hash = features[k] as number
      let at = place(keys, counts, size - 1, hash)
      if (counts[at] === 0) {
        if (++used * 2 > size) {
          const bigger = new Uint32Array(size * 2)
          const tally = new Uint32Array(size * 2)
          for (let old = 0; old < size; old++) {
            if (counts[old] === 0) continue
            const spot = place(bigger, tally, size * 2 - 1, keys[old] as number)
            bigger[spot] = keys[old] as number
            tally[spot] = counts[old] as number
          }
          keys = bigger
          counts = tally
          size *= 2
          at = place(keys, counts, size - 1, hash)
        }
        keys[at] = hash
      }
      counts[at] = (counts[at] as number) + 1
    }
  // In the order of the hashes, so that the numbers do not hang on the order of the articles.
  const kept: number[] = []
  for (let at = 0; at < size; at++) if ((counts[at] as number) >= cut) kept.push(keys[at] as number)
  const sorted = Uint32Array.from(kept).sort()
  let capacity = 1024
  while (capacity < sorted.length * 2) capacity *= 2
  const table = new Int32Array(capacity).fill(-1)
  const spotOf = (hash: number): number => {
    let at = (Math.imul(hash, 0x9e3779b1) >>> 7) & (capacity - 1)
    while (table[at] !== -1 && sorted[table[at] as number] !== hash) at = (at + 1) & (capacity - 1)
    return at
  }
  for (let id = 0; id < sorted.length; id++) table[spotOf(sorted[id] as number)] = id
  return { count: sorted.length, keys: sorted, find: (hash) => table[spotOf(hash)] as number }
}
