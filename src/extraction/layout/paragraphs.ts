import { blanked, isMark, wordsOf } from '../words/marks.ts'
import type { Block, Span } from '../types.ts'

/** One paragraph of the text: a stretch without surrounding white space, and what markup says of it. */
export interface Paragraph {
  start: number
  end: number
  /** The words without the marks around them; marks inside are blanked, so that offsets count from `words[0]`. */
  text: string
  words: Span
  block: Block | null
  /** An empty line stands before it. */
  spaced: boolean
}

const TERMINAL = /[.!?…:;؟۔。！？]["'”’»)\]]*$/u

/** Lines broken by hand: as wide as they go, so that the next line's first word would not have fitted. */
interface Wrap {
  /** The width at which the run of lines is broken. */
  width: number
  /** The run is plainly broken at that width, not a list of lines that end where they end. */
  wrapped: boolean
}

const LISTED = /^\s*(?:[-•*–]|\d+[.)])\s/u
const NARROWEST = 40
const WIDEST = 120

/** Lines broken by hand belong together: the first fills the width, or is long and unfinished and the next goes on in small letters. */
function goesOn(line: string, next: string, { width, wrapped }: Wrap): boolean {
  if (line.length < NARROWEST || width > WIDEST) return false
  const full = line.length + 1 + firstWord(next) > width
  if (wrapped && full) return !LISTED.test(next) || !TERMINAL.test(line)
  if (TERMINAL.test(line) || LISTED.test(next)) return false
  return /^\p{Ll}/u.test(next)
}

const firstWord = (line: string): number => /^\S+/u.exec(line)?.[0].length ?? 0

/** Under an unfinished line at the top, a line that is a whole sentence stands by itself: the upper is the headline. */
const isStandfirst = (line: string): boolean =>
  /^["“‘«]?[\p{Lu}\p{N}]/u.test(line) && /[.!?]["'”’»)\]]*$/u.test(line) && (line.match(/\s+/gu)?.length ?? 0) >= 4

interface Line {
  start: number
  end: number
  spaced: boolean
  /** What the blocks of the markup cover of it, where a mark stands beside that. */
  inner?: Span
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let from = 0
  let spaced = true
  // U+2028 and U+2029 separate lines too; a form feed is a page.
  for (const match of text.matchAll(/[^\n\r\u2028\u2029\f]*(?:\r\n|[\n\r\u2028\u2029\f]|$)/gu)) {
    const raw = match[0]
    from = match.index
    const trimmed = raw.trim()
    if (trimmed === '') {
      spaced = true
      if (raw === '') break
      continue
    }
    const start = from + raw.indexOf(trimmed)
    lines.push({ start, end: start + trimmed.length, spaced })
    spaced = false
  }
  return lines
}

/** Cuts a line wherever a block of the markup begins or ends, so that no paragraph straddles two blocks. */
function cutAtBlocks(text: string, line: Line, edges: readonly number[], cursor: { at: number }): Line[] {
  const pieces: Line[] = []
  let from = line.start
  while (cursor.at < edges.length && (edges[cursor.at] ?? 0) <= line.start) cursor.at++
  for (let k = cursor.at; k <= edges.length; k++) {
    const edge = edges[k] ?? line.end
    const to = Math.min(edge, line.end)
    const piece = text.slice(from, to)
    const trimmed = piece.trim()
    if (trimmed !== '') {
      const start = from + piece.indexOf(trimmed)
      pieces.push({ start, end: start + trimmed.length, spaced: line.spaced || from > line.start })
    }
    from = to
    if (to >= line.end) break
  }
  return pieces
}

/** Markup's blocks leave a line's marks out (`#`, `-`, `|`): they go with the words after them, or else before them. */
function withMarks(text: string, pieces: readonly Line[]): Line[] {
  const lines: Line[] = []
  let mark: Line | null = null
  for (const piece of pieces) {
    if (isMark(text.slice(piece.start, piece.end))) {
      const before = lines.at(-1)
      if (before) lines[lines.length - 1] = { ...before, end: piece.end, inner: before.inner ?? [before.start, before.end] }
      else mark ??= piece
      continue
    }
    lines.push(mark ? { ...piece, start: mark.start, spaced: mark.spaced, inner: [piece.start, piece.end] } : piece)
    mark = null
  }
  return mark ? [...lines, { ...mark, end: pieces.at(-1)?.end ?? mark.end }] : lines
}

/**
 * The paragraphs of a text in order; together they hold every non-space character. Offsets are UTF-16 units into the text.
 * Lines wrapped by hand are joined; a line is cut where the markup's blocks begin and end. `exact`: what a person has cut stays so,
 * even where nothing but marks is left of it.
 */
export function paragraphsOf(text: string, blocks: readonly Block[] = [], exact = false): Paragraph[] {
  const edges = [...new Set(blocks.flatMap((block) => [block.start, block.end]))].sort((a, b) => a - b)
  const cursor = { at: 0 }
  const lines = linesOf(text).flatMap((line) => {
    if (edges.length === 0) return [line]
    const pieces = cutAtBlocks(text, line, edges, cursor)
    return exact ? pieces : withMarks(text, pieces)
  })
  const ordered = [...blocks].sort((a, b) => a.start - b.start || a.end - b.end)
  const paragraphs: Paragraph[] = []
  let blockAt = 0
  const document = wrapOf(text, lines)
  let wrap = document
  for (const [k, line] of lines.entries()) {
    if (line.spaced) wrap = wrapOfRun(text, lines, k, document)
    const [from, to] = line.inner ?? [line.start, line.end]
    while (blockAt < ordered.length && (ordered[blockAt]?.end ?? 0) <= from) blockAt++
    const around = ordered[blockAt]
    const block = around && around.start <= from && around.end >= to ? around : null
    const before = paragraphs.at(-1)
    const lastLine = lines[k - 1]
    if (
      before &&
      lastLine &&
      !line.spaced &&
      before.block === block &&
      block?.kind !== 'list_item' &&
      block?.kind !== 'menu' &&
      !(paragraphs.length <= 1 && isStandfirst(text.slice(line.start, line.end))) &&
      goesOn(text.slice(lastLine.start, lastLine.end), text.slice(line.start, Math.min(line.end, line.start + 60)), wrap)
    ) {
      before.end = line.end
      continue
    }
    paragraphs.push({ start: line.start, end: line.end, text: '', words: [from, to], block, spaced: line.spaced })
  }
  for (const paragraph of paragraphs) {
    const { start, end } = paragraph
    const [from, to] = wordsOf(text, [start, end], true)
    const marked = paragraph.words[1] < end && isMark(text.slice(paragraph.words[1], end)) ? paragraph.words[1] : end
    const words = blanked(text.slice(from, Math.min(to, marked)))
    const lead = words.length - words.trimStart().length
    paragraph.words = words.trim() === '' ? [start, end] : [from + lead, from + words.trimEnd().length]
    paragraph.text = words.trim() === '' ? text.slice(start, end) : words.trim()
  }
  return paragraphs
}

/** Of the pairs of lines that follow each other, how many the width has parted. */
function wrapOf(text: string, lines: readonly Line[], least = 5): Wrap {
  let width = 0
  for (const line of lines) width = Math.max(width, line.end - line.start)
  let pairs = 0
  let full = 0
  for (const [k, line] of lines.entries()) {
    const before = lines[k - 1]
    if (!before || line.spaced) continue
    pairs++
    if (before.end - before.start + 1 + firstWord(text.slice(line.start, Math.min(line.end, line.start + 60))) > width) full++
  }
  return { width, wrapped: width <= WIDEST && pairs >= least && full >= pairs * 0.75 }
}

/** The same for the lines up to the next empty one: a short run follows the document. */
function wrapOfRun(text: string, lines: readonly Line[], from: number, document: Wrap): Wrap {
  let to = from + 1
  while (to < lines.length && !lines[to]?.spaced) to++
  const own = wrapOf(text, lines.slice(from, to), 3)
  return own.wrapped || !document.wrapped ? own : document
}
