import type { Passage } from '../frames/attributions.ts'
import type { Candidate } from './candidates.ts'
import type { FrameColumns } from './column-names.ts'
import type { Stretch } from './columns.ts'
import type { Sheet } from './kernel/sheet.ts'

/** Fills everything that depends on the cue, for the words of its window. The sheet's path is the second look's. */
export function fillFrame(sheet: Sheet, stretch: Stretch, { from, to, window, probability, rule }: Candidate): void {
  const { kernel, addresses, path, frame } = sheet
  kernel.frameLook(addresses, path.at, stretch.tokens.length, from, to, ...window, probability, rule ? 1 : 0)
  if (rule) fillRuling(frame, stretch, rule)
}

function fillRuling(columns: FrameColumns, { begins }: Stretch, { sentence, frame, content }: Passage): void {
  const mark = (where: number, range: readonly [number, number] | null, role: number): void => {
    const start = begins.get(where)
    if (!range || start === undefined) return
    for (let k = start + range[0]; k < start + range[1]; k++) columns.ruling[k] = role + (k === start + range[0] ? 0 : 1)
  }
  for (const piece of content) mark(piece.sentence, piece.range, 6)
  mark(sentence, frame.source, 2)
  mark(sentence, frame.cue, 4)
}
