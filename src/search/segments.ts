import { fold } from '../db/fold.ts'
import { isWanted, type Wanted, wordsIn } from './query.ts'

/** A stretch of a text as it was written, and whether it is what was looked for. */
export interface Segment {
  text: string
  hit: boolean
}

/** A text with the words that were looked for told apart. A long one is cut to `max` characters around the first of them. */
export function segmentsOf(text: string, wanted: Wanted, max = 280): Segment[] {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}\p{Co}]+/gu)]
  const hits = words.filter((word) => wordsIn(fold(word[0])).some((one) => isWanted(one, wanted)))
  const [from, to] = windowOf(text, hits[0]?.index ?? 0, max)
  const segments: Segment[] = []
  let at = from
  const add = (end: number, hit: boolean): void => {
    if (end > at) segments.push({ text: text.slice(at, end), hit })
    at = Math.max(at, end)
  }
  for (const hit of hits) {
    if (hit.index < from || hit.index + hit[0].length > to) continue
    add(hit.index, false)
    add(hit.index + hit[0].length, true)
  }
  add(to, false)
  if (from > 0) segments.unshift({ text: '… ', hit: false })
  if (to < text.length) segments.push({ text: ' …', hit: false })
  return segments
}

export const hasHit = (segments: readonly Segment[]): boolean => segments.some((segment) => segment.hit)

/** Where to cut a text so that the first hit stands in it, at spaces where there are any. */
function windowOf(text: string, first: number, max: number): [from: number, to: number] {
  if (text.length <= max) return [0, text.length]
  const wish = Math.min(Math.max(0, first - Math.floor(max / 3)), text.length - max)
  const from = wish === 0 ? 0 : (nextSpace(text, wish, first) ?? whole(text, wish))
  const end = Math.min(text.length, from + max)
  const lastSpace = text.lastIndexOf(' ', end)
  return [from, end === text.length ? end : lastSpace > from + max / 2 ? lastSpace : whole(text, end)]
}

function nextSpace(text: string, at: number, before: number): number | null {
  const space = text.indexOf(' ', at)
  return space >= 0 && space < before ? space + 1 : null
}

/** The offset itself, or the one before it where it would cut a character in two. */
function whole(text: string, offset: number): number {
  return /[\uD800-\uDBFF]/.test(text.charAt(offset - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? offset - 1 : offset
}
