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

/** Half a megabyte of bits, 32 in a word. */
const KNOWN_WORDS = 1 << 17
const KNOWN_MASK = KNOWN_WORDS - 1

/** Writes the sums of the weights of `count` features from `features[at]` on to `sums[into]`: seven for each chain of the table. */
export type AddWeights = (features: Int32Array, at: number, count: number, sums: Int32Array, into: number) => void

/**
 * One table of weights for several chains that ask the same questions, so that each feature is looked up once. A row holds the hash,
 * then seven bytes for each chain, then a mark that it is taken: what is read together lies together.
 */
export function weightTable(chains: readonly PackedRows[]): AddWeights {
  const width = chains.length * LABELS
  const stride = width + 5 <= 16 ? 16 : 32
  const mark = stride - 1
  let capacity = 1024
  // Chains share most of their keys.
  while (capacity < Math.max(...chains.map(({ keys }) => keys.length)) * 2) capacity *= 2
  const mask = capacity - 1
  const hashes = new Int32Array((capacity * stride) / 4)
  const bytes = new Int8Array(hashes.buffer)
  const step = stride / 4
  // Most features of a new text were never seen: a few bits each tell so without a look into the large table.
  const known = new Int32Array(KNOWN_WORDS)
  const slotOf = (key: number): number => {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask
    while (bytes[slot * stride + mark] !== 0 && hashes[slot * step] !== key) slot = (slot + 1) & mask
    return slot
  }
  for (const [c, { keys, states }] of chains.entries())
    for (let row = 0; row < keys.length; row++) {
      const key = (keys[row] as number) | 0
      const slot = slotOf(key)
      hashes[slot * step] = key
      bytes[slot * stride + mark] = 1
      const bits = (key >>> 5) & KNOWN_MASK
      known[bits] = (known[bits] as number) | (1 << (key & 31))
      bytes.set(states.subarray(row * LABELS, (row + 1) * LABELS), slot * stride + 4 + c * LABELS)
    }
  // Two passes over the features of a word, so that the looks into memory do not wait for one another: first those that may be known
  // (no branch hangs on the answer), then their rows. What is found is read once for each chain.
  const likely = new Int32Array(1 << 10)
  const found = new Int32Array(1 << 10)
  return (features, at, count, sums, into) => {
    let asked = 0
    for (let f = at; f < at + count; f++) {
      const key = features[f] as number
      likely[asked] = key
      asked += ((known[(key >>> 5) & KNOWN_MASK] as number) >>> (key & 31)) & 1
    }
    let rows = 0
    for (let f = 0; f < asked; f++) {
      const key = likely[f] as number
      let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask
      while (hashes[slot * step] !== key && bytes[slot * stride + mark] !== 0) slot = (slot + 1) & mask
      found[rows] = slot * stride + 4
      rows += bytes[slot * stride + mark] as number
    }
    for (let chain = 0; chain < width; chain += LABELS) {
      let s0 = 0
      let s1 = 0
      let s2 = 0
      let s3 = 0
      let s4 = 0
      let s5 = 0
      let s6 = 0
      for (let r = 0; r < rows; r++) {
        const from = (found[r] as number) + chain
        s0 += bytes[from] as number
        s1 += bytes[from + 1] as number
        s2 += bytes[from + 2] as number
        s3 += bytes[from + 3] as number
        s4 += bytes[from + 4] as number
        s5 += bytes[from + 5] as number
        s6 += bytes[from + 6] as number
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
