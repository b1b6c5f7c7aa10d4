import type { Span } from '../extraction/types.ts'

/** How many characters before and after a span are kept with its words, to find it again in another version. */
const surroundings = 32

/** A span as it is stored: where it is, its words, and a little before and after. */
export interface Place {
  start: number
  end: number
  quoted: string
  before: string
  after: string
}

/**
 * Spans as a claim may have them: within the text, without space at their ends, no half of a character, in order, apart from each
 * other; those that touch or overlap become one. Empty if nothing is left.
 */
export function tidySpans(text: string, spans: readonly Span[]): Span[] {
  const trimmed = spans
    .map(([start, end]) => trim(text, whole(text, Math.max(0, start)), whole(text, Math.min(text.length, end))))
    .filter(([start, end]) => end > start)
    .sort((one, other) => one[0] - other[0])
  const tidy: Span[] = []
  for (const span of trimmed) {
    const last = tidy.at(-1)
    if (last && text.slice(last[1], span[0]).trim() === '') tidy[tidy.length - 1] = [last[0], Math.max(last[1], span[1])]
    else tidy.push(span)
  }
  return tidy
}

/** The words of some spans, joined by a space, with line breaks read as spaces. */
export function wordingOf(text: string, spans: readonly Span[]): string {
  return spans.map(([start, end]) => text.slice(start, end).replace(/\s+/g, ' ')).join(' ')
}

export function placeOf(text: string, [start, end]: Span): Place {
  return {
    start,
    end,
    quoted: text.slice(start, end),
    before: text.slice(whole(text, Math.max(0, start - surroundings)), start),
    after: text.slice(end, whole(text, Math.min(text.length, end + surroundings))),
  }
}

/** The spans before and from a point. One side is empty if the point lies at or outside the ends. */
export function splitSpans(text: string, spans: readonly Span[], at: number): [Span[], Span[]] {
  const before = spans.flatMap(([start, end]): Span[] => (start < at ? [[start, Math.min(end, at)]] : []))
  const after = spans.flatMap(([start, end]): Span[] => (end > at ? [[Math.max(start, at), end]] : []))
  return [tidySpans(text, before), tidySpans(text, after)]
}

/** The words of some spans with where they stand: what a person chooses from to split or trim without a pointer. */
export function wordsIn(text: string, spans: readonly Span[]): { start: number; end: number; word: string }[] {
  return spans.flatMap(([from, to]) =>
    [...text.slice(from, to).matchAll(/\S+/gu)].map((match) => ({
      start: from + match.index,
      end: from + match.index + match[0].length,
      word: match[0],
    })),
  )
}

export const overlaps = (one: Span, other: Span): boolean => one[0] < other[1] && other[0] < one[1]

function trim(text: string, start: number, end: number): Span {
  let [from, to] = [start, end]
  while (from < to && /\s/u.test(text.charAt(from))) from++
  while (to > from && /\s/u.test(text.charAt(to - 1))) to--
  return [from, to]
}

/** The offset itself, or the one before it where it would cut a surrogate pair in two. */
function whole(text: string, offset: number): number {
  const pair = offset > 0 && /[\uD800-\uDBFF]/.test(text.charAt(offset - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(offset))
  return pair ? offset - 1 : offset
}
