import { isUtf8 } from 'node:buffer'
import { parse } from 'csv-parse/sync'
import { Refusal } from '../errors.ts'
import { type SourceKind, sourceKindLabels, sourceKinds } from '../vocabulary.ts'
import { columnName, delimiterOf, unguarded, writeCsv } from '../web/csv.ts'
import { sourceFields } from './forms.ts'
import type { TabledSource } from './queries.ts'

/** A row of a table of sources. What has no column says nothing and is undefined; what has an empty cell is taken away. */
export interface SourceRow {
  /** As a spreadsheet counts, the head being 1. */
  row: number
  /** The number of the source it is about; `another` is a new one whatever it is called, null a new one of a name that is not taken. */
  number: number | 'another' | null
  name: string | undefined
  aliases: string[] | undefined
  kind: SourceKind | undefined
  unnamed: boolean | undefined
  /** The source it belongs to, by number, by name or by both; empty for none. */
  belongsTo: string | undefined
  since: string | undefined
  until: string | undefined
  note: string | undefined
}

/** A row that cannot be used, and why, in a sentence. */
export interface RefusedRow {
  row: number
  name: string
  reason: string
}

/** What a table may hold: all of it is read, and its changes made, in one go. */
export const mostRows = 1000
export const mostBytes = 1024 * 1024

/** What the columns may be called; the first is what the export calls it. */
const columns = {
  number: ['number', 'id', 'source_id'],
  name: ['name', 'source'],
  aliases: ['other_names', 'aliases', 'also'],
  kind: ['kind', 'type'],
  unnamed: ['unnamed', 'anonymous'],
  belongsTo: ['belongs_to', 'affiliated_to', 'affiliation'],
  since: ['belongs_since', 'since'],
  until: ['belongs_until', 'until'],
  note: ['note', 'notes'],
} as const
type Column = keyof typeof columns
const columnCalled = (written: string): Column | null =>
  (Object.keys(columns) as Column[]).find((column) => (columns[column] as readonly string[]).includes(columnName(written))) ?? null

/** Reads a table of sources. Throws a `Refusal` where it is none; a row that cannot be used is returned with its reason. */
export function sourceRowsIn(bytes: Buffer): (SourceRow | RefusedRow)[] {
  const [head = [], ...rows] = cellsOf(bytes)
  const named = head.map(columnCalled)
  if (!named.includes('name') && !named.includes('number'))
    throw new Refusal(
      'The first row has to name the columns, “name” or “number” among them: download the directory to see how a table looks.',
    )
  if (rows.length > mostRows)
    throw new Refusal(`This table has ${rows.length.toLocaleString('en-GB')} rows; at most 1,000 are read at once. Split it.`)
  return rows.map((cells, k) => {
    const pairs = named.flatMap((column, at): [Column, string][] => (column ? [[column, unguarded(cells[at] ?? '')]] : []))
    return rowOf(k + 2, new Map(pairs))
  })
}

function cellsOf(bytes: Buffer): string[][] {
  if (!isUtf8(bytes)) throw new Refusal('This table is not in UTF-8, so that letters in it would be lost: save it as “CSV UTF-8”.')
  try {
    return parse(bytes, { bom: true, relax_column_count: true, skip_empty_lines: true, delimiter: delimiterOf(bytes) })
  } catch (error) {
    throw new Refusal(`This table is no CSV that can be read to its end: ${(error as Error).message.slice(0, 200)}`)
  }
}

function rowOf(row: number, cells: ReadonlyMap<Column, string>): SourceRow | RefusedRow {
  const shown = (cells.get('name')?.trim() || cells.get('number')?.trim() || '').slice(0, 200)
  const read = <T>(column: Column, how: (cell: string) => T): T | undefined => {
    const cell = cells.get(column)
    return cell === undefined ? undefined : how(cell)
  }
  try {
    return {
      row,
      number: numberIn(cells.get('number') ?? ''),
      name: read('name', (cell) => inForm('name', cell)),
      aliases: read('aliases', (cell) => inForm('aliases', cell.replaceAll('|', '\n'))),
      kind: read('kind', kindIn),
      unnamed: read('unnamed', isUnnamedIn),
      belongsTo: read('belongsTo', (cell) => cell.trim().replaceAll(/\s+/gu, ' ')),
      since: read('since', (cell) => inForm('affiliatedSince', cell)),
      until: read('until', (cell) => inForm('affiliatedUntil', cell)),
      note: read('note', (cell) => inForm('note', cell)),
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { row, name: shown, reason: error.message }
  }
}

/** A cell as the form of a source would read it, or its sentence. */
function inForm<K extends 'name' | 'aliases' | 'affiliatedSince' | 'affiliatedUntil' | 'note'>(field: K, cell: string) {
  const read = sourceFields.shape[field].safeParse(cell)
  if (!read.success) throw new Refusal(read.error.issues[0]?.message ?? 'This cannot be used.')
  return read.data as (typeof sourceFields)['shape'][K]['_zod']['output']
}

function numberIn(cell: string): SourceRow['number'] {
  const written = cell.trim().replace(/^#/u, '')
  if (written === '') return null
  if (/^(?:new|another)$/iu.test(written)) return 'another'
  if (/^[1-9]\d{0,14}$/u.test(written)) return Number(written)
  throw new Refusal(`“${cell.slice(0, 40)}” is no number of a source: they look like 12. Leave it empty for a new one.`)
}

function kindIn(cell: string): SourceKind {
  const written = columnName(cell)
  if (written === '') return 'unknown'
  const kind = sourceKinds.find((one) => one === written || columnName(sourceKindLabels[one]) === written)
  if (kind) return kind
  throw new Refusal(`There is no kind “${cell.slice(0, 40)}”: it is one of ${sourceKinds.join(', ')}.`)
}

function isUnnamedIn(cell: string): boolean {
  const written = cell.trim().toLowerCase()
  if (['yes', 'true', '1', 'x'].includes(written)) return true
  if (['', 'no', 'false', '0'].includes(written)) return false
  throw new Refusal(`“${cell.slice(0, 40)}” says neither yes nor no: unnamed is yes or no.`)
}

const exported = [
  'number',
  'name',
  'other_names',
  'kind',
  'unnamed',
  'belongs_to',
  'belongs_since',
  'belongs_until',
  'note',
  'entered_with',
  'address',
]

/** The head of such a table as the directory is given out in. */
export const tableHead = (): string => writeCsv([exported])

/** Its rows: what can be read again, changing nothing, and beside it what is of use. */
export const tableRows = (sources: readonly TabledSource[], publicUrl: string): string =>
  writeCsv(
    sources.map(({ id, name, aliases, kind, unnamed, parent, affiliatedSince, affiliatedUntil, note, entry }) => [
      id,
      name,
      aliases.join(' | '),
      kind,
      unnamed ? 'yes' : 'no',
      parent ? `${parent.name} #${parent.id}` : '',
      parent ? affiliatedSince : '',
      parent ? affiliatedUntil : '',
      note,
      entry === id ? '' : `#${entry}`,
      `${publicUrl}/sources/${id}`,
    ]),
    { bom: false },
  )
