import type { Span } from '../types.ts'

/** Marks of a heading, quotation or list before a line's words. A number only where no month makes a date of it ("3. März"). */
const LEAD =
  /^(?:(?:#{1,6}|[>*+•‣◦–-]|\d{1,2}[.)](?!\s+(?:jan|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|o[ck]t|nov|de[zc])))[ \t]+|>(?=\S))+/iu
const LINK = /!?\[([^[\]\n]{0,300})\]\((?:[^()\s]|\([^()\s]{0,100}\)){0,2000}(?:\s"[^"\n]{0,200}")?\)/gu
const EMPHASIS = /\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<![\p{L}\p{N}_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}_])|`+/gu

/** A stretch of text with the marks of emphasis and links blanked out, as long as before, so that offsets stay. */
export function blanked(text: string): string {
  if (!/[*_`]|\]\(/u.test(text)) return text
  return text
    .replace(LINK, (link, words: string) => {
      const from = link.indexOf('[') + 1
      return ' '.repeat(from) + words + ' '.repeat(link.length - from - words.length)
    })
    .replace(EMPHASIS, (mark) => ' '.repeat(mark.length))
}

/** What `LEAD` can begin with, and what emphasis is made of. */
const LEADING = /^[#>*+•‣◦–\-0-9]/u
const isEmphasis = (mark: string | undefined): boolean => mark === '*' || mark === '_'

/** The words of a stretch: without the marks before its first line and the emphasis that encloses it or only one end of it. */
export function wordsOf(text: string, [start, end]: Span, lineStart: boolean): Span {
  let from = start
  let to = end
  if (lineStart && LEADING.test(text[start] ?? '')) from += LEAD.exec(text.slice(start, Math.min(end, start + 40)))?.[0].length ?? 0
  if (lineStart && text[start] === '#') to -= /[ \t]+#+$/u.exec(text.slice(Math.max(from, to - 10), to))?.[0].length ?? 0
  // Most stretches have no mark at either edge.
  if (!isEmphasis(text[from]) && !isEmphasis(text[to - 1])) return from < to ? [from, to] : [start, end]
  const inner = text.slice(from, to)
  const mark = /^(?:\*{1,3}|_{1,3}(?=\S))(?=\S)/u.exec(inner)?.[0] ?? ''
  const close = /(?<=\S)(?:\*{1,3}|_{1,3})$/u.exec(inner.slice(-4))?.[0] ?? ''
  const middle = inner.slice(mark.length, inner.length - close.length)
  const opens = mark !== '' && !middle.includes(mark)
  const closes = close !== '' && !middle.includes(close)
  if (opens && (close === '' || closes)) from += mark.length
  if (closes && (mark === '' || opens)) to -= close.length
  return from < to ? [from, to] : [start, end]
}

/** Whether a stretch is nothing but a mark: `#`, `-`, `>`, `**`, `|`, `1.`. */
export const isMark = (text: string): boolean =>
  text.length < 200 && /^(?:[^\p{L}\p{N}\p{S}]|[#>*+|`~=^_-]|\d{1,9}[.)](?=\s|$)|\s)+$/u.test(text)
