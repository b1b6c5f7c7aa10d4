import { parse } from 'csv-parse'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { Refusal } from '../errors.ts'
import { columnName, delimiterOf } from '../web/csv.ts'
import type { Container } from './container.ts'

/** One piece to bring in, as a row of a table or a file says it. Empty means not said. */
export interface Item {
  /** The file’s name, or the table and the row: unique within an import. */
  name: string
  headline: string
  outlet: string
  byline: string
  /** The name of a desk; empty for the one chosen for the whole import. */
  desk: string
  publishedAt: string
  url: string
  subjects: string
  content: { text: string } | { file: string }
}

/** A piece that cannot be brought in, and why, in a sentence. */
export interface RefusedItem {
  name: string
  reason: string
}

/** What a table’s columns may be called; the first is what the docs call it. */
const columns = {
  headline: ['headline', 'title'],
  outlet: ['outlet', 'publication', 'publisher'],
  byline: ['byline', 'author', 'authors'],
  desk: ['desk', 'section'],
  publishedAt: ['date', 'published', 'published_at', 'publishedat'],
  url: ['url', 'link', 'address'],
  subjects: ['subjects', 'subject', 'tags', 'tag', 'topics', 'topic', 'keywords'],
  text: ['text', 'body', 'content'],
  file: ['file', 'filename', 'path'],
} as const
type Column = keyof typeof columns

const isTable = (name: string): boolean => /\.(?:csv|jsonl|ndjson)$/iu.test(name)
const isArticle = (name: string): boolean => /\.(?:txt|text|md|markdown|html?|xhtml|docx)$/iu.test(name)

/**
 * Everything that is to be brought in: the rows of the tables, and every article file that no row names. Files that are neither are
 * refused one by one. A table that cannot be read at all is refused as one.
 */
export async function* itemsIn(container: Container): AsyncGenerator<Item | RefusedItem> {
  for (const [name, reason] of container.refused) yield { name, reason }
  const named = new Set<string>()
  const names = new Set(container.names)
  for (const table of container.names.filter(isTable)) {
    try {
      for await (const item of rowsOf(table, await container.read(table), names)) {
        if ('content' in item && 'file' in item.content) named.add(item.content.file)
        yield item
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      yield { name: table, reason: error.message }
    }
  }
  for (const name of container.names) {
    if (isTable(name) || named.has(name)) continue
    if (isArticle(name))
      yield { name, headline: '', outlet: '', byline: '', desk: '', publishedAt: '', url: '', subjects: '', content: { file: name } }
    else yield { name, reason: 'Only .txt, .md, .html and .docx files, and tables as .csv or .jsonl, are read.' }
  }
}

async function* rowsOf(table: string, bytes: Buffer, names: ReadonlySet<string>): AsyncGenerator<Item | RefusedItem> {
  const rows = /\.csv$/iu.test(table) ? csvRows(bytes) : jsonRows(bytes)
  let number = 0
  for await (const row of rows) {
    number += 1
    const name = `${table}, row ${number}`
    yield 'problem' in row ? { name, reason: row.problem } : itemOf(name, row.cells, table, names)
  }
}

type Row = { cells: ReadonlyMap<Column, string> } | { problem: string }

async function* csvRows(bytes: Buffer): AsyncGenerator<Row> {
  const parser = Readable.from(inChunks(bytes)).pipe(
    parse({ bom: true, relax_column_count: true, skip_empty_lines: true, delimiter: delimiterOf(bytes), max_record_size: 8 * 1024 * 1024 }),
  )
  let head: (Column | null)[] | null = null
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      if (head === null) {
        head = record.map(columnCalled)
        requireContent(head)
        continue
      }
      const pairs = head.flatMap((column, k): [Column, string][] => (column ? [[column, record[k] ?? '']] : []))
      yield { cells: new Map(pairs) }
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(`This table is no CSV that can be read to its end: ${(error as Error).message.slice(0, 200)}`)
  }
  if (head === null)
    throw new Refusal(
      'This table is empty: its first row names the columns, headline, outlet, byline, desk, date, url, subjects, text or file.',
    )
}

/** Bytes a little at a time, so that a long table does not hold everything up. */
function* inChunks(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += 64 * 1024) yield bytes.subarray(from, from + 64 * 1024)
}

const columnCalled = (written: string): Column | null => {
  const name = columnName(written)
  return (Object.keys(columns) as Column[]).find((column) => (columns[column] as readonly string[]).includes(name)) ?? null
}

function requireContent(head: readonly (Column | null)[]): void {
  if (head.includes('text') || head.includes('file')) return
  throw new Refusal(
    'This table has no column “text” and none “file”: its first row has to name the columns, and one of these holds the article.',
  )
}

const jsonRow = z.record(z.string(), z.unknown())

async function* jsonRows(bytes: Buffer): AsyncGenerator<Row> {
  let from = bytes.subarray(0, 3).toString('hex') === 'efbbbf' ? 3 : 0
  let lines = 0
  while (from < bytes.length) {
    const next = bytes.indexOf(0x0a, from)
    const end = next < 0 ? bytes.length : next
    const line = bytes.toString('utf8', from, end).trim()
    from = end + 1
    // Others get their turn between lines.
    if (++lines % 200 === 0) await new Promise((turn) => setImmediate(turn))
    if (line !== '') yield jsonCells(line)
  }
}

function jsonCells(line: string): Row {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { problem: 'This line is no JSON: each line holds one article as an object, {"headline": …, "text": …}.' }
  }
  const row = jsonRow.safeParse(value)
  if (!row.success) return { problem: 'This line holds no object: each line holds one article, {"headline": …, "text": …}.' }
  const cells = new Map<Column, string>()
  for (const [name, held] of Object.entries(row.data)) {
    const column = columnCalled(name)
    if (column === null || held === null) continue
    const written = Array.isArray(held) ? held.join(', ') : held
    if (typeof written !== 'string' && typeof written !== 'number')
      return { problem: `“${name.slice(0, 40)}” holds neither text nor a list of texts.` }
    cells.set(column, String(written))
  }
  return { cells }
}

function itemOf(name: string, cells: ReadonlyMap<Column, string>, table: string, names: ReadonlySet<string>): Item | RefusedItem {
  const cell = (column: Column): string => (cells.get(column) ?? '').trim()
  const file = cell('file')
  const text = (cells.get('text') ?? '').replaceAll('\r\n', '\n')
  if (file === '' && text.trim() === '') return { name, reason: 'This row has neither a text nor the name of a file.' }
  if (file !== '' && text.trim() !== '') return { name, reason: 'This row has a text and names a file as well: leave one of them out.' }
  const found = file === '' ? null : fileCalled(file, table, names)
  if (file !== '' && found === null)
    return {
      name,
      reason: `There is no file “${file.slice(0, 120)}” in what was sent. Names are those in the same upload, without “..” and not from the top of a disk.`,
    }
  return {
    name,
    headline: cell('headline'),
    outlet: cell('outlet'),
    byline: cell('byline'),
    desk: cell('desk'),
    publishedAt: cell('publishedAt'),
    url: cell('url'),
    subjects: cell('subjects'),
    content: found === null ? { text } : { file: found },
  }
}

/** A file as a row names it: beside the table, or from the top of the upload; never outside of it. */
function fileCalled(file: string, table: string, names: ReadonlySet<string>): string | null {
  const plain = file.replaceAll('\\', '/').replace(/^(?:\.\/)+/u, '')
  if (plain.startsWith('/') || /^[A-Za-z]:/u.test(plain) || plain.split('/').includes('..')) return null
  const beside = table.includes('/') ? `${table.slice(0, table.lastIndexOf('/'))}/${plain}` : plain
  return [beside, plain].find((name) => names.has(name) && !isTable(name)) ?? null
}
