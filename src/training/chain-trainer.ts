import { JOINTS } from '../extraction/learned/columns.ts'
import { ALLOWED, LABELS as Y, MAY_BEGIN } from '../extraction/learned/labels.ts'

/** Sequences ready for training: features of every word in one row, `width` numbers each (dense ids; -1 where none is kept). */
export interface TrainingSet {
  width: number
  /** First word of each sequence, and the end of the last one. */
  starts: Uint32Array
  gold: Uint8Array
  joints: Uint8Array
  features: Int32Array
}

export interface Weights {
  /** Seven weights for each feature. */
  states: Float32Array
  /** One table from label to label for each kind of joint. */
  moves: Float32Array
}

export interface Schedule {
  epochs: number
  /** Share of the features of a word that is left out at each look. */
  dropout: number
  rate: number
  /** The weights of the epochs from this one on are averaged. */
  averageFrom: number
  seed: number
  decay: number
  log?: (line: string) => void
}

/** A small fast generator of pseudo-random numbers, the same everywhere. */
export function randomOf(seed: number): () => number {
  let state = seed | 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4294967296
  }
}

/**
 * Trains a linear-chain conditional random field by stochastic gradient steps with AdaGrad (Duchi, Hazan & Singer 2011), dropping
 * features at random and averaging the last epochs. Deterministic for a seed.
 */
export function trainChain(set: TrainingSet, order: Uint32Array, featureCount: number, schedule: Schedule): Weights {
  const { width, starts, gold, joints, features } = set
  const w = new Float32Array(featureCount * Y)
  const g = new Float32Array(featureCount * Y)
  const move = new Float32Array(JOINTS * Y * Y)
  const moveG = new Float32Array(JOINTS * Y * Y)
  const expMove = new Float32Array(JOINTS * Y * Y)
  const stale = new Uint8Array(JOINTS).fill(1)
  const random = randomOf(schedule.seed)
  const shuffled = Uint32Array.from(order)
  let longest = 0
  for (const s of order) longest = Math.max(longest, (starts[s + 1] as number) - (starts[s] as number))
  const kept = new Int32Array(longest * width)
  const keptStart = new Uint32Array(longest + 1)
  const score = new Float64Array(longest * Y)
  const alpha = new Float64Array(longest * Y)
  const beta = new Float64Array(longest * Y)
  const scale = new Float64Array(longest)
  const gradient = new Float64Array(Y)
  const meanW = new Float32Array(featureCount * Y)
  const meanMove = new Float32Array(JOINTS * Y * Y)
  let averaged = 0
  const keep = 1 - schedule.dropout
  const boost = 1 / keep
  const threshold = Math.floor(keep * 65536)
  let state = (schedule.seed * 2654435761) | 0 || 7
  for (let epoch = 1; epoch <= schedule.epochs; epoch++) {
    const began = performance.now()
    for (let k = shuffled.length - 1; k > 0; k--) {
      const other = Math.floor(random() * (k + 1))
      const value = shuffled[k] as number
      shuffled[k] = shuffled[other] as number
      shuffled[other] = value
    }
    let loss = 0
    let words = 0
    for (const sequence of shuffled) {
      const from = starts[sequence] as number
      const n = (starts[sequence + 1] as number) - from
      if (n === 0) continue
      words += n
      // Scores of the states, features dropped.
      let used = 0
      for (let i = 0; i < n; i++) {
        keptStart[i] = used
        const row = (from + i) * width
        for (let f = 0; f < width; f++) {
          const id = features[row + f] as number
          if (id < 0) continue
          state ^= state << 13
          state ^= state >>> 17
          state ^= state << 5
          if ((state & 0xffff) < threshold) kept[used++] = id * Y
        }
        let max = -Infinity
        const at = i * Y
        for (let y = 0; y < Y; y++) score[at + y] = 0
        for (let f = keptStart[i] as number; f < used; f++) {
          const id = kept[f] as number
          for (let y = 0; y < Y; y++) score[at + y] = (score[at + y] as number) + (w[id + y] as number)
        }
        for (let y = 0; y < Y; y++) {
          score[at + y] = (score[at + y] as number) * boost
          if ((score[at + y] as number) > max) max = score[at + y] as number
        }
        loss -= score[at + (gold[from + i] as number)] as number
        loss += max
        for (let y = 0; y < Y; y++) score[at + y] = Math.exp((score[at + y] as number) - max)
      }
      keptStart[n] = used
      for (let i = 1; i < n; i++) {
        const joint = joints[from + i] as number
        if (stale[joint]) {
          stale[joint] = 0
          const base = joint * Y * Y
          for (let m = 0; m < Y * Y; m++) expMove[base + m] = ALLOWED[m] ? Math.exp(move[base + m] as number) : 0
        }
        loss -= move[joint * Y * Y + (gold[from + i - 1] as number) * Y + (gold[from + i] as number)] as number
      }
      // Forward and backward, scaled so that each column of alpha sums to one.
      let sum = 0
      for (let y = 0; y < Y; y++) {
        alpha[y] = MAY_BEGIN[y] ? (score[y] as number) : 0
        sum += alpha[y] as number
      }
      scale[0] = 1 / sum
      loss += Math.log(sum)
      for (let y = 0; y < Y; y++) alpha[y] = (alpha[y] as number) / sum
      for (let i = 1; i < n; i++) {
        const base = (joints[from + i] as number) * Y * Y
        sum = 0
        for (let y = 0; y < Y; y++) {
          let v = 0
          for (let x = 0; x < Y; x++) v += (alpha[(i - 1) * Y + x] as number) * (expMove[base + x * Y + y] as number)
          v *= score[i * Y + y] as number
          alpha[i * Y + y] = v
          sum += v
        }
        const inverse = 1 / sum
        scale[i] = inverse
        loss += Math.log(sum)
        for (let y = 0; y < Y; y++) alpha[i * Y + y] = (alpha[i * Y + y] as number) * inverse
      }
      for (let y = 0; y < Y; y++) beta[(n - 1) * Y + y] = 1
      for (let i = n - 2; i >= 0; i--) {
        const base = (joints[from + i + 1] as number) * Y * Y
        const next = scale[i + 1] as number
        for (let x = 0; x < Y; x++) {
          let v = 0
          for (let y = 0; y < Y; y++)
            v += (expMove[base + x * Y + y] as number) * (score[(i + 1) * Y + y] as number) * (beta[(i + 1) * Y + y] as number)
          beta[i * Y + x] = v * next
        }
      }
      // Steps.
      for (let i = 0; i < n; i++) {
        let any = false
        const right = gold[from + i] as number
        for (let y = 0; y < Y; y++) {
          let d = (alpha[i * Y + y] as number) * (beta[i * Y + y] as number) - (y === right ? 1 : 0)
          if (d < 1e-4 && d > -1e-4) d = 0
          else any = true
          gradient[y] = d
        }
        if (any) {
          const end = keptStart[i + 1] as number
          for (let f = keptStart[i] as number; f < end; f++) {
            const id = kept[f] as number
            for (let y = 0; y < Y; y++) {
              const d = gradient[y] as number
              if (d === 0) continue
              const total = (g[id + y] as number) + d * d
              g[id + y] = total
              w[id + y] = (w[id + y] as number) - (schedule.rate * d) / (Math.sqrt(total) + 1e-2)
            }
          }
        }
        if (i === 0) continue
        const joint = joints[from + i] as number
        const base = joint * Y * Y
        const before = gold[from + i - 1] as number
        const factor = scale[i] as number
        for (let x = 0; x < Y; x++) {
          const a = alpha[(i - 1) * Y + x] as number
          for (let y = 0; y < Y; y++) {
            if (!ALLOWED[x * Y + y]) continue
            const p =
              a * (expMove[base + x * Y + y] as number) * (score[i * Y + y] as number) * (beta[i * Y + y] as number) * factor -
              (x === before && y === right ? 1 : 0)
            if (p < 1e-4 && p > -1e-4) continue
            const total = (moveG[base + x * Y + y] as number) + p * p
            moveG[base + x * Y + y] = total
            move[base + x * Y + y] = (move[base + x * Y + y] as number) - (schedule.rate * p) / (Math.sqrt(total) + 1e-2)
            stale[joint] = 1
          }
        }
      }
    }
    if (schedule.decay > 0) for (let k = 0; k < w.length; k++) w[k] = (w[k] as number) * (1 - schedule.decay)
    if (epoch >= schedule.averageFrom) {
      averaged++
      for (let k = 0; k < w.length; k++) meanW[k] = (meanW[k] as number) + (w[k] as number)
      for (let k = 0; k < move.length; k++) meanMove[k] = (meanMove[k] as number) + (move[k] as number)
    }
    schedule.log?.(`epoch ${epoch}: loss ${(loss / words).toFixed(4)} a word, ${((performance.now() - began) / 1000).toFixed(1)} s`)
  }
  for (let k = 0; k < meanW.length; k++) meanW[k] = (meanW[k] as number) / averaged
  for (let k = 0; k < meanMove.length; k++) meanMove[k] = (meanMove[k] as number) / averaged
  return { states: meanW, moves: meanMove }
}
