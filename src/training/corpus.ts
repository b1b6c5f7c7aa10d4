import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Span } from '../extraction/types.ts'

/** A marked attribution: who (`source`), by which words (`cue`), is said to have said what (`content`). Spans count UTF-16 units. */
export interface MarkedAttribution {
  source: Span[]
  cue: Span[]
  content: Span[]
}

export interface MarkedArticle {
  id: string
  text: string
  attributions: MarkedAttribution[]
}

/**
 * Reads one part of a corpus marked in brat standoff: `text/NAME.txt` beside `attributions/NAME_ANNOTATOR.ann`, in the order of
 * the names. Where several annotators marked an article, the first by name counts. Offsets in the files count code points.
 * Throws when the folder is missing.
 */
export function readCorpus(folder: string): MarkedArticle[] {
  const markings = new Map<string, string>()
  for (const file of readdirSync(path.join(folder, 'attributions')).sort()) {
    const id = file.replace(/_[^_]*\.ann$/u, '')
    if (!markings.has(id)) markings.set(id, file)
  }
  return readdirSync(path.join(folder, 'text'))
    .sort()
    .map((file) => {
      const id = file.replace(/\.txt$/u, '')
      const text = readFileSync(path.join(folder, 'text', file), 'utf8')
      const marking = markings.get(id)
      const lines = marking ? readFileSync(path.join(folder, 'attributions', marking), 'utf8').split('\n') : []
      return { id, text, attributions: attributionsIn(lines, codeUnits(text)) }
    })
}

function attributionsIn(lines: readonly string[], units: (point: number) => number): MarkedAttribution[] {
  const spans = new Map<string, Span[]>()
  const found: MarkedAttribution[] = []
  for (const line of lines) {
    const [id = '', body = ''] = line.split('\t')
    const marked = id.startsWith('T') ? /^(Source|Cue|Content)2? ([\d ;]+)$/u.exec(body) : null
    if (marked)
      spans.set(
        id,
        (marked[2] ?? '').split(';').map((piece): Span => {
          const [from = 0, to = 0] = piece.split(' ').map(Number)
          return [units(from), units(to)]
        }),
      )
  }
  for (const line of lines) {
    if (!/^E\d/u.test(line)) continue
    const attribution: MarkedAttribution = { source: [], cue: [], content: [] }
    for (const [, role, id] of line.matchAll(/(Source|Cue|Content)\d*:(T\d+)/gu)) {
      const list = attribution[(role ?? '').toLowerCase() as keyof MarkedAttribution]
      list.push(...(spans.get(id ?? '') ?? []))
    }
    if (attribution.content.length > 0) found.push(attribution)
  }
  return found
}

/** Turns a count of code points into a count of UTF-16 units. */
function codeUnits(text: string): (point: number) => number {
  if (!/[\u{10000}-\u{10FFFF}]/u.test(text)) return (point) => point
  const starts: number[] = []
  let at = 0
  for (const character of text) {
    starts.push(at)
    at += character.length
  }
  starts.push(at)
  return (point) => starts[point] ?? at
}
