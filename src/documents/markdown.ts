import type { Block } from '../extraction/types.ts'
import type { ReadDocument } from './types.ts'
import { frontMatter } from './front-matter.ts'

/** One line of a text, without its end, and where it begins. */
export interface Line {
  start: number
  text: string
}

// None of these may look twice at a run of spaces: a line can be as long as the whole text.
const heading = /^ {0,3}(#{1,6})(?=[ \t])/
const headingEnd = /[ \t]#+$/
const underline = /^ {0,3}(=+|-+)[ \t]*$/
const rule = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/
const fence = /^ {0,3}(```+|~~~+)/
const quote = /^(?: {0,3}> ?)+/
const item = /^[ \t]*(?:[-*+]|(\d{1,9})[.)])[ \t]+/
const tableRow = /^[ \t]*\|/
const footnote = /^ {0,3}\[\^[^\]\s]{1,40}\]:[ \t]*/

/** Says what the lines of a Markdown text are. The text stays as it is in the file, marks and all; blocks cover the words between them. */
export function readMarkdown(text: string): Pick<ReadDocument, 'blocks' | 'declared'> {
  const lines = linesOf(text)
  const matter = frontMatter(lines)
  const page = new MarkdownBlocks()
  const first = lines[0]?.start ?? 0
  if (matter) page.add('aside', { start: first, text: text.slice(first, matter.end) })
  for (const line of lines.slice(matter?.lines ?? 0)) page.read(line)
  return { blocks: page.blocks, declared: matter?.declared ?? {} }
}

class MarkdownBlocks {
  readonly blocks: Block[] = []
  /** The block that the next line may go on with. */
  #open: Block | null = null
  #fence = ''

  read(line: Line): void {
    const fenced = fence.exec(line.text)?.[1]
    if (this.#fence !== '') {
      if (fenced?.startsWith(this.#fence)) this.#fence = ''
      else this.add('aside', line)
    } else if (fenced) {
      this.#open = null
      this.#fence = fenced
    } else this.#readWords(line)
  }

  /** Adds a block that is complete: the words without the white space around them. */
  add(kind: Block['kind'], words: Line, level?: number): Block | null {
    this.#open = null
    const start = words.start + words.text.length - words.text.trimStart().length
    const end = words.start + words.text.trimEnd().length
    if (end <= start) return null
    const block: Block = { start, end, kind, ...(level && { level }) }
    this.blocks.push(block)
    return block
  }

  #readWords(line: Line): void {
    const { text } = line
    const mark = heading.exec(text)
    const underlined = underline.test(text) && this.#open?.kind === 'paragraph'
    const quoted = quote.exec(text)?.[0]
    const listed = item.exec(text)
    const note = footnote.exec(text)?.[0]
    if (mark) this.add('heading', after(mark[0], { ...line, text: text.trimEnd().replace(headingEnd, '') }), mark[1]?.length)
    else if (underlined) this.#makeHeading(text.trim().startsWith('=') ? 1 : 2)
    else if (rule.test(text)) this.#open = null
    else if (quoted !== undefined) this.#goOn('quote', after(quoted, line))
    else if (listed && this.#beginsItem(listed[1])) this.#open = this.add('list_item', after(listed[0], line))
    else if (note !== undefined) this.#open = this.add('aside', after(note, line))
    else if (tableRow.test(text)) for (const cell of cellsOf(line)) this.add('table', cell)
    else this.#goOn('paragraph', line)
  }

  /** A plain line goes on with whatever block is open; a quoted one only with a quotation. */
  #goOn(kind: 'quote' | 'paragraph', words: Line): void {
    if (words.text.trim() === '') this.#open = null
    else if (this.#open && (kind === 'paragraph' || this.#open.kind === kind)) this.#open.end = words.start + words.text.trimEnd().length
    else this.#open = this.add(kind, words)
  }

  /** Inside a paragraph only `1.` begins a list: a line that happens to start with “2016.” does not. */
  #beginsItem(number: string | undefined): boolean {
    return this.#open?.kind !== 'paragraph' || (number ?? '1') === '1'
  }

  #makeHeading(level: number): void {
    if (this.#open) Object.assign(this.#open, { kind: 'heading', level })
    this.#open = null
  }
}

function linesOf(text: string): Line[] {
  return Array.from(text.matchAll(/([^\r\n]*)(?:\r\n?|\n|$)/g), ({ 1: line = '', index }) => {
    const marked = index === 0 && line.startsWith('\ufeff') ? 1 : 0
    return { start: index + marked, text: line.slice(marked) }
  })
}

function after(marks: string, line: Line): Line {
  return { start: line.start + marks.length, text: line.text.slice(marks.length) }
}

/** The cells of a table's row; none for the row of dashes under its head. */
function cellsOf(line: Line): Line[] {
  const cells = Array.from(line.text.matchAll(/(?:[^|\\]|\\.?)+/g), ({ 0: text, index }) => ({ start: line.start + index, text }))
  return cells.every(({ text }) => /^[\s:-]*$/.test(text)) ? [] : cells
}
