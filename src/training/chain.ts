import { ALLOWED, LABELS, MAY_BEGIN } from '../extraction/learned/labels.ts'

/** The scores of one sequence: seven for each word (log scale), the joint before each word, and the moves between labels. */
export interface Lattice {
  scores: Float32Array
  joints: Uint8Array
  moves: Float32Array
}

const SQUARE = LABELS * LABELS

/** The best path (Viterbi 1967), one label per word. */
export function bestPath({ scores, joints, moves }: Lattice): Uint8Array {
  const n = scores.length / LABELS
  const path = new Uint8Array(n)
  if (n === 0) return path
  const best = new Float32Array(n * LABELS)
  const back = new Uint8Array(n * LABELS)
  for (let y = 0; y < LABELS; y++) best[y] = MAY_BEGIN[y] ? (scores[y] as number) : -1e9
  for (let i = 1; i < n; i++) {
    const base = (joints[i] as number) * SQUARE
    for (let y = 0; y < LABELS; y++) {
      let top = -1e30
      let from = 0
      for (let x = 0; x < LABELS; x++) {
        if (!ALLOWED[x * LABELS + y]) continue
        const value = (best[(i - 1) * LABELS + x] as number) + (moves[base + x * LABELS + y] as number)
        if (value > top) {
          top = value
          from = x
        }
      }
      best[i * LABELS + y] = top + (scores[i * LABELS + y] as number)
      back[i * LABELS + y] = from
    }
  }
  let y = 0
  for (let k = 1; k < LABELS; k++) if ((best[(n - 1) * LABELS + k] as number) > (best[(n - 1) * LABELS + y] as number)) y = k
  for (let i = n - 1; i >= 0; i--) {
    path[i] = y
    y = back[i * LABELS + y] as number
  }
  return path
}

/** The probability of each label at each word (forward-backward), seven for each word. */
export function marginals({ scores, joints, moves }: Lattice): Float32Array {
  const n = scores.length / LABELS
  const alpha = new Float64Array(n * LABELS)
  const state = new Float64Array(n * LABELS)
  const scale = new Float64Array(n)
  const table = expMoves(moves)
  for (let i = 0; i < n; i++) {
    let max = -Infinity
    for (let y = 0; y < LABELS; y++) max = Math.max(max, scores[i * LABELS + y] as number)
    let sum = 0
    const base = (joints[i] as number) * SQUARE
    for (let y = 0; y < LABELS; y++) {
      let v = 0
      if (i === 0) v = MAY_BEGIN[y] as number
      else for (let x = 0; x < LABELS; x++) v += (alpha[(i - 1) * LABELS + x] as number) * (table[base + x * LABELS + y] as number)
      const own = Math.exp((scores[i * LABELS + y] as number) - max)
      state[i * LABELS + y] = own
      v *= own
      alpha[i * LABELS + y] = v
      sum += v
    }
    scale[i] = 1 / sum
    for (let y = 0; y < LABELS; y++) alpha[i * LABELS + y] = (alpha[i * LABELS + y] as number) / sum
  }
  const probabilities = new Float32Array(n * LABELS)
  let beta = new Float64Array(LABELS).fill(1)
  let earlier = new Float64Array(LABELS)
  for (let i = n - 1; i >= 0; i--) {
    for (let y = 0; y < LABELS; y++) probabilities[i * LABELS + y] = (alpha[i * LABELS + y] as number) * (beta[y] as number)
    if (i === 0) break
    const base = (joints[i] as number) * SQUARE
    for (let x = 0; x < LABELS; x++) {
      let v = 0
      for (let y = 0; y < LABELS; y++)
        v += (table[base + x * LABELS + y] as number) * (state[i * LABELS + y] as number) * (beta[y] as number)
      earlier[x] = v * (scale[i] as number)
    }
    ;[beta, earlier] = [earlier, beta]
  }
  return probabilities
}

const tables = new WeakMap<Float32Array, Float64Array>()

/** The moves as factors; those that are not allowed are zero. */
function expMoves(moves: Float32Array): Float64Array {
  let table = tables.get(moves)
  if (!table) {
    table = Float64Array.from(moves, (value, k) => (ALLOWED[k % SQUARE] ? Math.exp(value) : 0))
    tables.set(moves, table)
  }
  return table
}
