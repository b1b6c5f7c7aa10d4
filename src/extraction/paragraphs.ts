import type { Block } from './types.ts'

/** One paragraph of the text: a stretch without surrounding white space, and what markup says of it. */
export interface Paragraph {
  start: number
  end: number
  text: string
  block: Block | null /** An empty line stands before it. */
  spaced: boolean
}

const TERMINAL = /[.!?…:;؟۔。！？]["'”’»)\]]*$/u

/** Lines broken by hand at a fixed width belong together: the first is long, unfinished, and the next goes on in small letters or fills the width. */
function goesOn(line: string, next: string, width: number): boolean {
  if (TERMINAL.test(line) || /^\s*(?:[-•*–]|\d+[.)])\s/u.test(next)) return false
  if (line.length < 40 || width > 120) return false
  const firstWord = /^\S+/u.exec(next)?.[0].length ?? 0
  return /^\p{Ll}/u.test(next) || line.length + 1 + firstWord > width
}

/** Under an unfinished line at the top, a line that is a whole sentence stands by itself: the upper is the headline. */
const isStandfirst = (line: string): boolean =>
  /^["“‘«]?[\p{Lu}\p{N}]/u.test(line) && /[.!?]["'”’»)\]]*$/u.test(line) && (line.match(/\s+/gu)?.length ?? 0) >= 4

interface Line {
  start: number
  end: number
  spaced: boolean
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

/**
 * The paragraphs of a text in order; together they hold every non-space character. Offsets are UTF-16 units into the text.
 * Lines wrapped by hand are joined; a line is cut where the markup's blocks begin and end.
 */
export function paragraphsOf(text: string, blocks: readonly Block[] = []): Paragraph[] {
  const edges = [...new Set(blocks.flatMap((block) => [block.start, block.end]))].sort((a, b) => a - b)
  const cursor = { at: 0 }
  const lines = linesOf(text).flatMap((line) => (edges.length === 0 ? [line] : cutAtBlocks(text, line, edges, cursor)))
  const ordered = [...blocks].sort((a, b) => a.start - b.start || a.end - b.end)
  const paragraphs: Paragraph[] = []
  let blockAt = 0
  let width = 0
  for (const [k, line] of lines.entries()) {
    if (line.spaced) width = widthOfRun(lines, k)
    while (blockAt < ordered.length && (ordered[blockAt]?.end ?? 0) <= line.start) blockAt++
    const around = ordered[blockAt]
    const block = around && around.start <= line.start && around.end >= line.end ? around : null
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
      goesOn(text.slice(lastLine.start, lastLine.end), text.slice(line.start, Math.min(line.end, line.start + 60)), width)
    ) {
      before.end = line.end
      continue
    }
    paragraphs.push({ start: line.start, end: line.end, text: '', block, spaced: line.spaced })
  }
  for (const paragraph of paragraphs) paragraph.text = text.slice(paragraph.start, paragraph.end)
  return paragraphs
}

function widthOfRun(lines: readonly Line[], from: number): number {
  let width = 0
  for (let k = from; k < lines.length; k++) {
    const line = lines[k]
    if (!line || (k > from && line.spaced)) break
    width = Math.max(width, line.end - line.start)
  }
  return width
}
