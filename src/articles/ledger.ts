import { readDate } from '../extraction/layout/dates.ts'
import { paragraphsOf } from '../extraction/layout/paragraphs.ts'
import { sentencesOf } from '../extraction/layout/sentences.ts'
import type { FurniturePassage, Parts, Reading, ReadOptions, Span } from '../extraction/types.ts'
import type { FurnitureKind, NoneReason, PartKind } from '../vocabulary.ts'
import { partKinds } from '../vocabulary.ts'

/** One stretch of the coverage ledger: running copy, a part, or page furniture. */
export interface LedgerRow {
  start: number
  end: number
  part: PartKind | null
  furniture: FurnitureKind | null
  none: NoneReason | null
}

/**
 * The ledger that a reading makes: rows in the order of the text, disjoint, which together hold every non-space character.
 * It holds whatever the reading says: what overlaps is cut back, what a reading left out is running copy.
 */
export function ledgerFrom(text: string, reading: Pick<Reading, 'language' | 'parts' | 'furniture' | 'sentences'>): LedgerRow[] {
  const rows: LedgerRow[] = []
  const add = (row: LedgerRow): void => {
    const [start, end] = trimmed(text, Math.max(row.start, rows.at(-1)?.end ?? 0), row.end)
    if (end > start) rows.push({ ...row, start, end })
  }
  for (const row of found(text, reading)) {
    add({ ...copy, start: rows.at(-1)?.end ?? 0, end: row.start })
    add(row)
  }
  add({ ...copy, start: rows.at(-1)?.end ?? 0, end: text.length })
  return rows
}

/** Parts and furniture as a person has left them, for the engine to take as they are. */
export function givenFrom(
  text: string,
  rows: readonly Pick<LedgerRow, 'start' | 'end' | 'part' | 'furniture'>[],
): NonNullable<ReadOptions['given']> {
  const spanOf = (part: PartKind): Span | null => {
    const row = rows.find((one) => one.part === part)
    return row ? [row.start, row.end] : null
  }
  const published = spanOf('published')
  const parts: Parts = {
    headline: spanOf('headline'),
    byline: spanOf('byline'),
    dateline: spanOf('dateline'),
    published: published && { span: published, iso: readDate(text.slice(...published))?.iso ?? '' },
    outlet: spanOf('outlet'),
  }
  const furniture = rows.flatMap(({ start, end, furniture: kind }): FurniturePassage[] => (kind ? [{ start, end, kind }] : []))
  return { parts, furniture }
}

const copy = { part: null, furniture: null, none: null }

/** Everything the reading names, in the order of the text. Where two begin together, the part comes before the sentence that it is. */
function found(
  text: string,
  { language, parts, furniture, sentences }: Pick<Reading, 'language' | 'parts' | 'furniture' | 'sentences'>,
): LedgerRow[] {
  const named = partKinds.flatMap((part): LedgerRow[] => {
    const span = part === 'published' ? parts.published?.span : parts[part]
    return span ? [{ ...copy, start: span[0], end: span[1], part }] : []
  })
  const setAside = furniture.flatMap((passage) =>
    linesOf(text, passage, language).map(([start, end]): LedgerRow => ({ ...copy, start, end, furniture: passage.kind })),
  )
  const running = sentences.map(({ start, end, none }): LedgerRow => ({ ...copy, start, end, none }))
  return [...named, ...setAside, ...running].sort((one, other) => one.start - other.start)
}

/** Furniture is cut into sentences, so that each can be restored by itself. */
function linesOf(text: string, { start, end }: FurniturePassage, language: string): Span[] {
  const passage = text.slice(start, end)
  return paragraphsOf(passage).flatMap((paragraph) =>
    sentencesOf(passage, paragraph.start, paragraph.end, language).map(([from, to]): Span => [start + from, start + to]),
  )
}

function trimmed(text: string, start: number, end: number): Span {
  let [from, to] = [start, Math.min(end, text.length)]
  while (from < to && /\s/.test(text.charAt(from))) from++
  while (to > from && /\s/.test(text.charAt(to - 1))) to--
  return [from, to]
}
