import { OUTSIDE, type Question } from '../extraction/learned/features.ts'
import { mixed } from '../extraction/learned/hash.ts'

/** A template ready to be asked: which columns, and how many words away. */
export interface Template {
  columns: Int32Array[]
  offsets: number[]
  seed: number
}

/** Binds templates to the columns of one stretch, which stand in the order of their names. */
export function bound(questions: readonly Question[], columns: readonly Int32Array[]): Template[] {
  return questions.map(({ parts, seed }) => ({
    columns: parts.map(({ column }) => columns[column] as Int32Array),
    offsets: parts.map(({ offset }) => offset),
    seed,
  }))
}

let row = new Int32Array(1 << 10)

/** The features of the words `[from, to)`: `templates.length` hashes for each word, one after the other, into `out` from `at` on. */
export function fillFeatures(templates: readonly Template[], from: number, to: number, out: Int32Array | Uint32Array, at = 0): void {
  const width = templates.length
  const n = to - from
  if (row.length < n) row = new Int32Array(n * 2)
  for (let t = 0; t < width; t++) {
    const { columns, offsets, seed } = templates[t] as Template
    row.fill(seed, 0, n)
    for (let p = 0; p < columns.length; p++) mixIn(row, columns[p] as Int32Array, from + (offsets[p] as number), n)
    for (let k = 0, to = at + t; k < n; k++, to += width) out[to] = row[k] as number
  }
}

/** Mixes the values of a column from `start` on into a row of hashes. */
function mixIn(hashes: Int32Array, column: Int32Array, start: number, n: number): void {
  const first = Math.min(n, Math.max(0, -start))
  const last = Math.max(first, Math.min(n, column.length - start))
  for (let k = 0; k < first; k++) hashes[k] = mixed(hashes[k] as number, OUTSIDE)
  for (let k = first; k < last; k++) {
    let h = Math.imul((hashes[k] as number) ^ (column[start + k] as number), 0x85ebca6b)
    h ^= h >>> 15
    hashes[k] = Math.imul(h, 0xc2b2ae35) ^ (h >>> 13)
  }
  for (let k = last; k < n; k++) hashes[k] = mixed(hashes[k] as number, OUTSIDE)
}
