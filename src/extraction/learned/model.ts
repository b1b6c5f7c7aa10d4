import { LABELS } from './labels.ts'

/** Features and their weights as they lie in the file: hashes in ascending order, seven whole numbers of one byte for each. */
export interface PackedRows {
  keys: Uint32Array
  states: Int8Array
}

/** A chain in the file: what it learned of questions that all chains ask of a word, what of its own, and of moves between labels. */
export interface PackedChain {
  words: PackedRows
  own: PackedRows
  /** What one whole number is worth. */
  scale: number
  moves: Float32Array
}

/** Writes the sums of the weights of `count` features from `features[at]` on to `sums[into]`: seven for each chain of the table. */
export type AddWeights = (features: Uint32Array, at: number, count: number, sums: Int32Array, into: number) => void

/**
 * One table of weights for several chains that ask the same questions, so that each feature is looked up once. A row holds the hash,
 * then seven bytes for each chain, then a mark that it is taken: what is read together lies together.
 */
export function weightTable(chains: readonly PackedRows[]): AddWeights {
  const width = chains.length * LABELS
  const stride = width + 5 <= 16 ? 16 : 32
  const mark = stride - 1
  const total = chains.reduce((sum, chain) => sum + chain.keys.length, 0)
  let capacity = 1024
  while (capacity < total * 1.6) capacity *= 2
  const mask = capacity - 1
  const hashes = new Uint32Array((capacity * stride) / 4)
  const bytes = new Int8Array(hashes.buffer)
  const step = stride / 4
  const slotOf = (key: number): number => {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask
    while (bytes[slot * stride + mark] !== 0 && hashes[slot * step] !== key) slot = (slot + 1) & mask
    return slot
  }
  for (const [c, { keys, states }] of chains.entries())
    for (let row = 0; row < keys.length; row++) {
      const key = keys[row] as number
      const slot = slotOf(key)
      hashes[slot * step] = key
      bytes[slot * stride + mark] = 1
      bytes.set(states.subarray(row * LABELS, (row + 1) * LABELS), slot * stride + 4 + c * LABELS)
    }
  return (features, at, count, sums, into) => {
    for (let chain = 0; chain < width; chain += LABELS) {
      let s0 = 0
      let s1 = 0
      let s2 = 0
      let s3 = 0
      let s4 = 0
      let s5 = 0
      let s6 = 0
      for (let f = at; f < at + count; f++) {
        const key = features[f] as number
        let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask
        while (bytes[slot * stride + mark] !== 0) {
          if (hashes[slot * step] === key) {
            const from = slot * stride + 4 + chain
            s0 += bytes[from] as number
            s1 += bytes[from + 1] as number
            s2 += bytes[from + 2] as number
            s3 += bytes[from + 3] as number
            s4 += bytes[from + 4] as number
            s5 += bytes[from + 5] as number
            s6 += bytes[from + 6] as number
            break
          }
          slot = (slot + 1) & mask
        }
      }
      const to = into + chain
      sums[to] = s0
      sums[to + 1] = s1
      sums[to + 2] = s2
      sums[to + 3] = s3
      sums[to + 4] = s4
      sums[to + 5] = s5
      sums[to + 6] = s6
    }
  }
}
