import { expect, test } from 'vitest'
import { agreementOf } from '../../src/coding/agreement.ts'
import { drawing } from '../support/random-newsroom.ts'

/** Pairs by a table: so many of each combination of two values. */
const pairsOf = (table: readonly (readonly number[])[]): [string, string][] =>
  table.flatMap((row, a) => row.flatMap((n, b) => Array.from({ length: n }, (): [string, string] => [`v${a}`, `v${b}`])))

test('kappa and its interval are those of the textbook', () => {
  // Two raters of 100 people: psychotic, neurotic, organic (Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 18.1).
  const { agreed, kappa, interval } = agreementOf(
    pairsOf([
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ]),
  )
  expect(agreed).toBe(89)
  expect(kappa).toBeCloseTo(0.676, 3)
  expect(((interval?.[1] ?? 0) - (kappa ?? 0)) / 1.96).toBeCloseTo(0.088, 2)
})

test('full agreement is 1, agreement as by chance is 0, and one value throughout is neither', () => {
  expect(
    agreementOf(
      pairsOf([
        [5, 0],
        [0, 5],
      ]),
    ).kappa,
  ).toBe(1)
  expect(
    agreementOf(
      pairsOf([
        [25, 25],
        [25, 25],
      ]),
    ).kappa,
  ).toBeCloseTo(0)
  expect(agreementOf(pairsOf([[7]]))).toEqual({ n: 7, agreed: 7, kappa: null, interval: null })
  expect(agreementOf([])).toEqual({ n: 0, agreed: 0, kappa: null, interval: null })
})

test('the interval holds the kappa of the population about as often as it says', () => {
  const { next } = drawing(11)
  // Two people who see the same thing, one of three, and each errs now and then: kappa of the population by a very long run.
  const pair = (): [string, string] => {
    const truth = next() < 0.5 ? 'a' : next() < 0.6 ? 'b' : 'c'
    const seen = (): string => (next() < 0.8 ? truth : (['a', 'b', 'c'][Math.floor(next() * 3)] ?? 'a'))
    return [seen(), seen()]
  }
  const sampled = (n: number): [string, string][] => Array.from({ length: n }, pair)
  const population = agreementOf(sampled(100_000)).kappa ?? 0
  let held = 0
  for (let k = 0; k < 400; k++) {
    const [low, high] = agreementOf(sampled(120)).interval ?? [0, 0]
    if (low <= population && population <= high) held++
  }
  expect(held / 400).toBeGreaterThan(0.91)
  expect(held / 400).toBeLessThan(0.98)
})
