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
export type AddWeights = (features: Int32Array, at: number, count: number, sums: Int32Array, into: number) => void

/** Two weights share a number, 16 bits each, so that one addition adds both; 128 is added to each so that none is negative. */
const LANES = 4
const BIAS = 128
/** So many features of a word fit before a lane could run over: 2^16 / 256. */
const MOST_FEATURES = 256

/**
 * One table of weights for several chains that ask the same questions, so that each feature is looked up once. The hashes lie by
 * themselves, close enough together to stay near the processor; their weights lie apart, four numbers for each chain.
 */
export function weightTable(chains: readonly PackedRows[]): AddWeights {
  const width = chains.length * LANES
  let capacity = 1024
  // Chains share most of their keys.
  while (capacity < Math.max(...chains.map(({ keys }) => keys.length)) * 2) capacity *= 2
  const mask = capacity - 1
  // Nought means an empty slot; the one feature in four thousand million that hashes to it is not known.
  const hashes = new Int32Array(capacity)
  const weights = new Int32Array(capacity * width)
  const slotOf = (key: number): number => {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask
    while (hashes[slot] !== 0 && hashes[slot] !== key) slot = (slot + 1) & mask
    return slot
  }
  for (const [c, { keys, states }] of chains.entries())
    for (let k = 0; k < keys.length; k++) {
      const key = (keys[k] as number) | 0
      if (key === 0) continue
      const slot = slotOf(key)
      if (hashes[slot] === 0) {
        hashes[slot] = key
        weights.fill(BIAS | (BIAS << 16), slot * width, (slot + 1) * width)
      }
      const weight = (label: number): number => BIAS + (label < LABELS ? (states[k * LABELS + label] as number) : 0)
      for (let lane = 0; lane < LANES; lane++) weights[slot * width + c * LANES + lane] = weight(2 * lane) | (weight(2 * lane + 1) << 16)
    }
  const found = new Int32Array(MOST_FEATURES)
  return (features, at, count, sums, into) => {
    let rows = 0
    for (let f = at; f < at + count; f++) {
      const key = features[f] as number
      let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask
      let there = hashes[slot] as number
      while (there !== key && there !== 0) {
        slot = (slot + 1) & mask
        there = hashes[slot] as number
      }
      found[rows] = slot * width
      rows += there === 0 ? 0 : 1
    }
    const bias = rows * BIAS
    for (let c = 0; c < chains.length; c++) {
      const first = c * LANES
      let a = 0
      let b = 0
      let d = 0
      let e = 0
      for (let r = 0; r < rows; r++) {
        const row = (found[r] as number) + first
        a = (a + (weights[row] as number)) | 0
        b = (b + (weights[row + 1] as number)) | 0
        d = (d + (weights[row + 2] as number)) | 0
        e = (e + (weights[row + 3] as number)) | 0
      }
      const to = into + c * LABELS
      sums[to] = (a & 0xffff) - bias
      sums[to + 1] = (a >>> 16) - bias
      sums[to + 2] = (b & 0xffff) - bias
      sums[to + 3] = (b >>> 16) - bias
      sums[to + 4] = (d & 0xffff) - bias
      sums[to + 5] = (d >>> 16) - bias
      sums[to + 6] = (e & 0xffff) - bias
    }
  }
}
