import { ALLOWED, LABELS, MAY_BEGIN } from '../labels.ts'
import type { PackedRows } from '../weights.ts'
import { JOINTS } from '../columns.ts'
import type { Address, Kernel } from './kernel.ts'

/** Seven labels and a lane that stays empty. */
export const LANES = 8

/** A bucket has so many features on average, and of the slots at most so many are taken. */
const IN_BUCKET = 4
const FULL = 0.92

/**
 * One table of weights for several chains that ask the same questions, so that each feature is looked up once. Returns where its head
 * lies, which says all that `rowOf` of assembly/weights.ts asks. Throws when it finds no way to keep the features apart.
 */
export function weightTable(kernel: Kernel, chains: readonly PackedRows[]): Address {
  const keys = unionOf(chains.map((chain) => chain.keys))
  const rowBytes = chains.length * LANES
  const bits = Math.max(4, Math.ceil(Math.log2(keys.length / FULL + 1)))
  const bucketBits = Math.max(1, Math.ceil(Math.log2(keys.length / IN_BUCKET + 1)))
  const head = kernel.takeInts(6)
  const hashes = kernel.take(4 << bits)
  const rows = kernel.take(rowBytes << bits)
  const displacements = kernel.take(2 << bucketBits)
  const none = kernel.take(rowBytes)
  head.values.set([hashes, rows, displacements, 32 - bits, 32 - bucketBits, none])
  const placed = kernel.borrow(() => {
    const known = kernel.takeInts(keys.length)
    known.values.set(keys)
    const weights = weightsOf(kernel, keys, chains)
    const scratch = kernel.take(8 * ((1 << bucketBits) + keys.length + 1))
    return kernel.place(known.at, keys.length, weights, rowBytes, hashes, rows, 32 - bits, displacements, 32 - bucketBits, scratch)
  })
  if (!placed) throw new Error(`No table keeps these ${keys.length} features apart`)
  return head.at
}

/** The weights of the features in the order of their hashes, seven and an empty lane for each chain; noughts where a chain has none. */
function weightsOf(kernel: Kernel, keys: Uint32Array, chains: readonly PackedRows[]): Address {
  const rowBytes = chains.length * LANES
  const { at, values } = kernel.takeBytes(keys.length * rowBytes)
  for (const [c, chain] of chains.entries()) {
    let row = 0
    for (let k = 0; k < chain.keys.length; k++) {
      while (keys[row] !== chain.keys[k]) row++
      for (let label = 0; label < LABELS; label++) values[row * rowBytes + c * LANES + label] = chain.states[k * LABELS + label] as number
    }
  }
  return at
}

/** Joins ascending lists without repetition. */
function unionOf(lists: readonly Uint32Array[]): Uint32Array {
  const places = lists.map(() => 0)
  const union = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0))
  let length = 0
  for (;;) {
    let least = Infinity
    for (let c = 0; c < lists.length; c++) least = Math.min(least, lists[c]?.[places[c] as number] ?? Infinity)
    if (least === Infinity) return union.subarray(0, length)
    for (let c = 0; c < lists.length; c++) if (lists[c]?.[places[c] as number] === least) places[c] = (places[c] as number) + 1
    union[length++] = least
  }
}

/** A chain's moves between labels in the forms that the kernel's loops want. */
export interface MoveTables {
  /** Costs as they were learned; what is not allowed costs more than anything. */
  moves: Address
  begin: Address
  /** The same as factors, from label to label and turned over. */
  factors: Address
  backwards: Address
  beginFactors: Address
}

const NEVER = -1e30

export function moveTables(kernel: Kernel, moves: Float32Array): MoveTables {
  const square = LABELS * LABELS
  const joint = LANES * LANES
  const [costs, factors, backwards] = [0, 1, 2].map(() => kernel.takeFloats(JOINTS * joint))
  const [begin, beginFactors] = [0, 1].map(() => kernel.takeFloats(LANES))
  if (!costs || !factors || !backwards || !begin || !beginFactors) throw new Error('The kernel gave no memory')
  costs.values.fill(NEVER)
  for (let j = 0; j < JOINTS; j++)
    for (let x = 0; x < LABELS; x++)
      for (let y = 0; y < LABELS; y++) {
        if (!ALLOWED[x * LABELS + y]) continue
        const cost = moves[j * square + x * LABELS + y] ?? 0
        costs.values[j * joint + x * LANES + y] = cost
        factors.values[j * joint + x * LANES + y] = Math.exp(cost)
        backwards.values[j * joint + y * LANES + x] = Math.exp(cost)
      }
  begin.values.fill(NEVER)
  for (let y = 0; y < LABELS; y++) {
    if (!MAY_BEGIN[y]) continue
    begin.values[y] = 0
    beginFactors.values[y] = 1
  }
  return { moves: costs.at, begin: begin.at, factors: factors.at, backwards: backwards.at, beginFactors: beginFactors.at }
}
