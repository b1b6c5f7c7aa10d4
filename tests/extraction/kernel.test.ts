import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALL_COLUMNS, COLUMN_NAMES } from '../../src/extraction/learned/column-names.ts'
import { JOINTS } from '../../src/extraction/learned/columns.ts'
import { questionsOf } from '../../src/extraction/learned/features.ts'
import { startKernel } from '../../src/extraction/learned/kernel/kernel.ts'
import { clearSheet, openSheet, questionsFor } from '../../src/extraction/learned/kernel/sheet.ts'
import { LANES, moveTables, weightTable } from '../../src/extraction/learned/kernel/tables.ts'
import { LABELS } from '../../src/extraction/learned/labels.ts'
import { bestPath, marginals } from '../../src/training/chain.ts'
import { bound, fillFeatures } from '../../src/training/features.ts'
import { randomOf } from '../../src/training/chain-trainer.ts'

const SOURCE = 'src/extraction/learned/kernel'

test('the committed kernel is what its source compiles to', () => {
  const out = path.join(mkdtempSync(path.join(tmpdir(), 'linecheck-kernel-')), 'kernel.wasm')
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { kernel: string } }
  const [, ...options] = scripts.kernel.replace(`-o ${SOURCE}/kernel.wasm`, `-o ${out}`).split(' ')
  execFileSync('node_modules/.bin/asc', options)
  expect(readFileSync(out).equals(readFileSync(path.join(SOURCE, 'kernel.wasm')))).toBe(true)
})

describe('the kernel gives what the trainer’s plain functions give', () => {
  const kernel = startKernel()
  const sheet = openSheet(kernel)

  test('the scores of words: every known answer’s weights added up, from the first word to the last', () => {
    const lines = 'word\nword-2 pos+1\nlemma-1 lemma lemma+2\npos quote'
    const questions = questionsOf(lines, ALL_COLUMNS)
    const asked = questionsFor(kernel, sheet, questions)
    const random = randomOf(11)
    const whole = (below: number): number => Math.floor(random() * below)
    for (const n of [1, 2, 63, 64, 65, 300]) {
      clearSheet(sheet, n)
      // Few values, so that answers come again.
      for (const name of COLUMN_NAMES) for (let k = 0; k < n; k++) sheet.columns[name][k] = whole(4) - 1
      const columns = COLUMN_NAMES.map((name) => sheet.columns[name].slice(0, n))
      const hashes = new Uint32Array(n * 4)
      fillFeatures(bound(questions, columns), 0, n, hashes)
      // Two thirds of the answers are known, each chain knows others.
      const chains = [0, 1, 2].map(() => {
        const keys = Uint32Array.from(new Set([...hashes].filter(() => random() < 0.67))).sort()
        return { keys, states: Int8Array.from({ length: keys.length * LABELS }, () => whole(255) - 127) }
      })
      const expected = chains.map(({ keys, states }) =>
        Array.from({ length: n * LABELS }, (_, at) => {
          let sum = 0
          for (let t = 0; t < 4; t++) {
            const row = keys.indexOf(hashes[Math.floor(at / LABELS) * 4 + t] as number)
            if (row >= 0) sum += states[row * LABELS + (at % LABELS)] as number
          }
          return sum
        }),
      )
      const table = weightTable(kernel, chains)
      const out = kernel.takeFloats(3 * n * LANES)
      kernel.weighThree(asked.at, 4, n, sheet.hashes, table, 1, 1, 1, out.at, n * LANES * 4)
      const scoreOf = (values: Float32Array, chain: number, at: number): number =>
        values[(chain * n + Math.floor(at / LABELS)) * LANES + (at % LABELS)] as number
      for (const [c, sums] of expected.entries()) for (const [at, sum] of sums.entries()) expect(scoreOf(out.values, c, at)).toBe(sum)
      // One chain by itself, from the middle on, on top of what was there.
      const one = weightTable(kernel, chains.slice(0, 1))
      const from = n >> 1
      const base = kernel.takeFloats(n * LANES)
      base.values.fill(1000)
      kernel.weigh(asked.at, 4, from, n, sheet.hashes, one, 1, base.at, base.at)
      for (let at = from * LABELS; at < n * LABELS; at++)
        expect(scoreOf(base.values, 0, at - from * LABELS)).toBe(1000 + (expected[0]?.[at] as number))
    }
  })

  test('probabilities and the best path', () => {
    const score = fc.float({ min: -30, max: 30, noNaN: true })
    const random = randomOf(3)
    const moves = Float32Array.from({ length: JOINTS * LABELS * LABELS }, () => random() * 8 - 4)
    const tables = moveTables(kernel, moves)
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 90 })
          .chain((n) =>
            fc.tuple(
              fc.array(score, { minLength: n * LABELS, maxLength: n * LABELS }),
              fc.array(fc.integer({ min: 0, max: JOINTS - 1 }), { minLength: n, maxLength: n }),
            ),
          ),
        ([values, kinds]) => {
          const n = kinds.length
          const scores = Float32Array.from(values)
          const joints = Uint8Array.from(kinds)
          sheet.joints.values.set(joints)
          for (let at = 0; at < values.length; at++)
            sheet.scores.values[Math.floor(at / LABELS) * LANES + (at % LABELS)] = scores[at] as number
          const { joints: j, scores: s, scratch, probabilities, path: best } = sheet
          kernel.marginals(s.at, j.at, n, tables.factors, tables.backwards, tables.beginFactors, scratch, probabilities.at)
          kernel.bestPath(s.at, j.at, n, tables.moves, tables.begin, scratch, best.at)
          const own = marginals({ scores, joints, moves })
          for (let at = 0; at < own.length; at++) expect(probabilities.values[at]).toBeCloseTo(own[at] as number, 4)
          const label = (path: Uint8Array, k: number): number => path[k] as number
          const valueOf = (path: Uint8Array): number => {
            let sum = 0
            for (let k = 0; k < n; k++) {
              sum += scores[k * LABELS + label(path, k)] as number
              if (k > 0) sum += moves[((joints[k] as number) * LABELS + label(path, k - 1)) * LABELS + label(path, k)] as number
            }
            return sum
          }
          // Paths of the same worth may differ in how their sums are rounded.
          expect(valueOf(best.values.slice(0, n))).toBeCloseTo(valueOf(bestPath({ scores, joints, moves })), 2)
        },
      ),
      { numRuns: 80 },
    )
  })
})
