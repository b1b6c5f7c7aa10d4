import { type Boosted, leafOf, type Tree } from '../extraction/learned/decision.ts'
import { randomOf } from './chain-trainer.ts'

const BINS = 48

export interface BoostingOptions {
  trees: number
  depth: number
  rate: number
  /** A leaf has at least so many rows. */
  least: number
  penalty: number
  /** The least evidence on either side of a parting (sum of p (1 - p)); 1 where it is not said. */
  evidence?: number
  /** For few rows: every tree is grown on this share of rows and of numbers, drawn anew (Friedman 2002), and numbers are parted between any two values. */
  drawn?: { share: number; seed: number }
}

/**
 * Gradient-boosted trees for a yes-or-no question (Friedman 2001, with second-order leaves), over dense rows of `width` numbers.
 * Deterministic. The log odds of a row are `bias` plus the leaves it falls into.
 */
export function trainBoosted(rows: Float32Array, width: number, gold: Uint8Array, options: BoostingOptions): Boosted {
  const n = gold.length
  const evidence = options.evidence ?? 1
  const edges: Float32Array[] = []
  const binned = new Uint8Array(n * width)
  for (let f = 0; f < width; f++) {
    const sorted = Float32Array.from({ length: n }, (_, k) => rows[k * width + f] as number).sort()
    const different = options.drawn ? Float32Array.from(new Set(sorted)) : sorted
    const values = different.length > BINS ? sorted : different
    const cuts: number[] = []
    for (let b = 1; b < BINS; b++) {
      const value = values[Math.floor((b * values.length) / BINS)] as number
      if (cuts.length === 0 || value > (cuts.at(-1) as number)) cuts.push(value)
    }
    edges.push(Float32Array.from(cuts))
    for (let k = 0; k < n; k++) {
      const value = rows[k * width + f] as number
      let bin = 0
      while (bin < cuts.length && value >= (cuts[bin] as number)) bin++
      binned[k * width + f] = bin
    }
  }
  let positives = 0
  for (const label of gold) positives += label
  const bias = Math.log(Math.max(1, positives) / Math.max(1, n - positives))
  const odds = new Float64Array(n).fill(bias)
  const first = new Float64Array(n)
  const second = new Float64Array(n)
  const trees: Tree[] = []
  const random = options.drawn ? randomOf(options.drawn.seed) : () => 0
  const isDrawn = (): boolean => random() < (options.drawn?.share ?? 1)
  const sumG = new Float64Array(BINS)
  const sumH = new Float64Array(BINS)
  for (let t = 0; t < options.trees; t++) {
    for (let k = 0; k < n; k++) {
      const p = 1 / (1 + Math.exp(-(odds[k] as number)))
      first[k] = p - (gold[k] as number)
      second[k] = Math.max(1e-6, p * (1 - p))
    }
    const tree = { feature: [] as number[], threshold: [] as number[], left: [] as number[], right: [] as number[] }
    const grow = (members: Uint32Array, depth: number): number => {
      const row = tree.feature.length
      tree.feature.push(-1)
      tree.threshold.push(0)
      tree.left.push(0)
      tree.right.push(0)
      let G = 0
      let H = 0
      for (const k of members) {
        G += first[k] as number
        H += second[k] as number
      }
      const leaf = (): number => {
        tree.threshold[row] = (-options.rate * G) / (H + options.penalty)
        return row
      }
      if (depth === 0 || members.length < 2 * options.least) return leaf()
      let bestGain = 1e-3
      let bestFeature = -1
      let bestBin = 0
      const whole = (G * G) / (H + options.penalty)
      for (let f = 0; f < width; f++) {
        const count = (edges[f] as Float32Array).length + 1
        if (count < 2 || !asked[f]) continue
        sumG.fill(0)
        sumH.fill(0)
        for (const k of members) {
          const bin = binned[k * width + f] as number
          sumG[bin] = (sumG[bin] as number) + (first[k] as number)
          sumH[bin] = (sumH[bin] as number) + (second[k] as number)
        }
        let g = 0
        let h = 0
        for (let b = 0; b < count - 1; b++) {
          g += sumG[b] as number
          h += sumH[b] as number
          if (h < evidence || H - h < evidence) continue
          const gain = (g * g) / (h + options.penalty) + ((G - g) * (G - g)) / (H - h + options.penalty) - whole
          if (gain > bestGain) {
            bestGain = gain
            bestFeature = f
            bestBin = b
          }
        }
      }
      if (bestFeature < 0) return leaf()
      const left = members.filter((k) => (binned[k * width + bestFeature] as number) <= bestBin)
      const right = members.filter((k) => (binned[k * width + bestFeature] as number) > bestBin)
      if (left.length < options.least || right.length < options.least) return leaf()
      tree.feature[row] = bestFeature
      tree.threshold[row] = (edges[bestFeature] as Float32Array)[bestBin] as number
      tree.left[row] = grow(left, depth - 1)
      tree.right[row] = grow(right, depth - 1)
      return row
    }
    const asked = Array.from({ length: width }, isDrawn)
    const all = Uint32Array.from({ length: n }, (_, k) => k)
    grow(all.filter(isDrawn), options.depth)
    for (let k = 0; k < n; k++) odds[k] = (odds[k] as number) + leafOf(tree, rows.subarray(k * width, (k + 1) * width))
    trees.push(tree)
  }
  return { bias, trees }
}
