import { ALLOWED, LABELS, MAY_BEGIN } from '../labels.ts'
import type { PackedRows } from '../weights.ts'
import { JOINTS } from '../columns.ts'
import type { Address, Kernel } from './kernel.ts'

/** Seven labels and a lane that stays empty. */
export const LANES = 8

/** Where weights lie in the kernel's memory, and how a feature's hash leads to them. */
export interface WeightTable {
  at: Address
  shift: number
  /** The weights of a feature that is not known: noughts. */
  none: Address
}

/** One table of weights for several chains that ask the same questions, so that each feature is looked up once. */
export function weightTable(kernel: Kernel, chains: readonly PackedRows[]): WeightTable {
  const keys = unionOf(chains.map((chain) => chain.keys))
  const rowBytes = chains.length * LANES
  const known = kernel.takeInts(keys.length)
  known.values.set(keys)
  const rows = kernel.takeBytes(keys.length * rowBytes)
  for (const [c, chain] of chains.entries()) {
    let row = 0
    for (let k = 0; k < chain.keys.length; k++) {
      while (keys[row] !== chain.keys[k]) row++
      for (let label = 0; label < LABELS; label++)
        rows.values[row * rowBytes + c * LANES + label] = chain.states[k * LABELS + label] as number
    }
  }
  const none = kernel.take(rowBytes)
  // At most half of the slots are used, so that every feature finds one of its two free.
  for (let bits = Math.max(4, Math.ceil(Math.log2(keys.length + 1)) + 1); ; bits++) {
    const at = kernel.take(8 << bits)
    if (kernel.place(at, 32 - bits, known.at, keys.length, rows.at, rowBytes)) return { at, shift: 32 - bits, none }
  }
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
