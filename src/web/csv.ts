import { stringify } from 'csv-stringify/sync'

export type Cell = string | number

/** A table for spreadsheets: UTF-8 with a byte order mark, CRLF, every text quoted and guarded. */
export function writeCsv(rows: readonly (readonly Cell[])[], { bom = true }: { bom?: boolean } = {}): string {
  const guarded = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? guard(cell) : cell)))
  return stringify(guarded, { bom, record_delimiter: 'windows', quoted_string: true, quoted_empty: true })
}

/** What a spreadsheet would run or swallow at the beginning of a cell, full-width signs and leading space included, and the guard itself. */
const dangerous = /^(?:'|\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/u

/**
 * Puts an apostrophe before a text that a spreadsheet might take for a formula, and before one that begins with an apostrophe:
 * so taking one apostrophe away from a cell that begins with one always gives back what was written.
 */
export const guard = (text: string): string => (dangerous.test(text) ? `'${text}` : text)

/** A cell as it was before `guard`. */
export const unguarded = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell)

/** Spreadsheets in half of Europe write semicolons, and some write tabs: whichever the first line holds most of. */
export function delimiterOf(bytes: Buffer): string {
  const [first = ''] = bytes.toString('utf8', 0, 4096).split(/\r?\n/u)
  const count = (mark: string): number => first.split(mark).length
  return [';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',')
}

/** What a column is called, however it is written: `Other names` is `other_names`. */
export const columnName = (written: string): string =>
  written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/gu, '_')
