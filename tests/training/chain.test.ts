import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestPath, marginals } from '../../src/training/chain.ts'
import { follows, LABELS } from '../../src/extraction/learned/labels.ts'
import { packModel, unpackModel } from '../../src/extraction/learned/weights.ts'
import { probabilityOf } from '../../src/extraction/learned/decision.ts'
import { trainBoosted } from '../../src/training/boosting.ts'
import { type TrainingSet, trainChain } from '../../src/training/chain-trainer.ts'

const score = fc.float({ min: -3, max: 3, noNaN: true })
/** Short sequences, so that every path can be tried. */
const lattices = fc.integer({ min: 1, max: 4 }).chain((n) =>
  fc.record({
    scores: fc.array(score, { minLength: n * LABELS, maxLength: n * LABELS }).map((values) => Float32Array.from(values)),
    moves: fc.array(score, { minLength: LABELS * LABELS, maxLength: LABELS * LABELS }).map((values) => Float32Array.from(values)),
    joints: fc.constant(new Uint8Array(n)),
  }),
)

/** Every allowed path with its score, the slow and certain way. */
function everyPath({ scores, moves }: { scores: Float32Array; moves: Float32Array }): { path: number[]; value: number }[] {
  const n = scores.length / LABELS
  let paths: { path: number[]; value: number }[] = [{ path: [], value: 0 }]
  for (let i = 0; i < n; i++)
    paths = paths.flatMap(({ path, value }) =>
      [...Array(LABELS).keys()]
        .filter((label) => follows(path.at(-1) ?? -1, label))
        .map((label) => ({
          path: [...path, label],
          value: value + (scores[i * LABELS + label] ?? 0) + (i === 0 ? 0 : (moves[(path.at(-1) ?? 0) * LABELS + label] ?? 0)),
        })),
    )
  return paths
}

describe('a chain over a sentence', () => {
  test('the best path is the best of all paths', () => {
    fc.assert(
      fc.property(lattices, (lattice) => {
        const paths = everyPath(lattice)
        const own = [...bestPath(lattice)].join('')
        const best = Math.max(...paths.map(({ value }) => value))
        expect(paths.find(({ path }) => path.join('') === own)?.value).toBeCloseTo(best, 3)
      }),
      { numRuns: 60 },
    )
  })

  test('the probability of a label is the share of all paths that go through it', () => {
    fc.assert(
      fc.property(lattices, (lattice) => {
        const paths = everyPath(lattice)
        const total = paths.reduce((sum, { value }) => sum + Math.exp(value), 0)
        const own = marginals(lattice)
        for (let k = 0; k < own.length; k++) {
          const through = paths.filter(({ path }) => path[Math.floor(k / LABELS)] === k % LABELS)
          expect(own[k]).toBeCloseTo(through.reduce((sum, { value }) => sum + Math.exp(value), 0) / total, 3)
        }
      }),
      { numRuns: 40 },
    )
  })
})

/** "says" is a cue; what follows it is content; what stands before it a source. Feature 0 to 2 tell which word it is. */
function lesson(): { set: TrainingSet; order: Uint32Array } {
  const sentence = { gold: [1, 3, 5, 6], features: [0, 1, 2, 2] }
  const other = { gold: [0, 0, 0], features: [2, 2, 0] }
  const sequences = Array.from({ length: 40 }, (_, k) => (k % 2 === 0 ? sentence : other))
  const starts = [0]
  for (const { gold } of sequences) starts.push((starts.at(-1) ?? 0) + gold.length)
  const words = starts.at(-1) ?? 0
  const set = {
    width: 1,
    starts: Uint32Array.from(starts),
    gold: Uint8Array.from(sequences.flatMap(({ gold }) => gold)),
    joints: new Uint8Array(words),
    features: Int32Array.from(sequences.flatMap(({ features }) => features)),
  }
  return { set, order: Uint32Array.from(sequences.keys()) }
}
const schedule = { epochs: 30, dropout: 0, rate: 0.2, averageFrom: 20, seed: 3, decay: 0 }

describe('training', () => {
  test('learns a simple lesson, and learns it the same every time', () => {
    const { set, order } = lesson()
    const first = trainChain(set, order, 3, schedule)
    const again = trainChain(set, order, 3, schedule)
    expect(Buffer.from(again.states.buffer).equals(Buffer.from(first.states.buffer))).toBe(true)
    const scores = Float32Array.from(
      [0, 1, 2, 2].flatMap((feature) => [...first.states.subarray(feature * LABELS, (feature + 1) * LABELS)]),
    )
    expect([...bestPath({ scores, joints: new Uint8Array(4), moves: first.moves })]).toEqual([1, 3, 5, 6])
  })

  test('boosted trees learn an answer that no single threshold gives', () => {
    const rows = Array.from({ length: 600 }, (_, k) => [k % 3 === 0 ? 1 : 0, Math.floor(k / 3) % 2])
    const gold = Uint8Array.from(rows, ([a, b]) => (a === b ? 1 : 0))
    const model = trainBoosted(Float32Array.from(rows.flat()), 2, gold, { trees: 40, depth: 3, rate: 0.3, least: 5, penalty: 1 })
    expect(probabilityOf(model, [1, 1])).toBeGreaterThan(0.9)
    expect(probabilityOf(model, [1, 0])).toBeLessThan(0.1)
  })
})

test('weights come out of the file as they went in', () => {
  const rows = fc
    .uniqueArray(fc.integer({ min: 0, max: 0xffffffff }), { maxLength: 30 })
    .chain((keys) =>
      fc
        .array(fc.integer({ min: -127, max: 127 }), { minLength: keys.length * LABELS, maxLength: keys.length * LABELS })
        .map((states) => ({ keys: Uint32Array.from(keys).sort(), states: Int8Array.from(states) })),
    )
  const chains = fc.record({
    words: rows,
    own: rows,
    scale: fc.double({ min: 0.001, max: 1, noNaN: true }),
    moves: fc.array(score, { maxLength: 20 }).map((values) => Float32Array.from(values)),
  })
  fc.assert(
    fc.property(chains, chains, chains, (tagger, second, frames) => {
      const model = { tagger, second, frames, decision: { bias: 0.5, trees: [] } }
      expect(unpackModel(packModel(model))).toEqual(model)
    }),
    { numRuns: 30 },
  )
})
