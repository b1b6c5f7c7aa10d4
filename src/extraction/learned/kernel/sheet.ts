import { COLUMN_NAMES, type Columns } from '../columns.ts'
import { OUTSIDE, type Question, REACH } from '../features.ts'
import { FRAME_COLUMN_NAMES, type FrameColumns } from '../frame-columns.ts'
import { LABELS } from '../labels.ts'
import { SECOND_COLUMN_NAMES, type SecondColumns } from '../second-columns.ts'
import type { Address, Kernel } from './kernel.ts'
import { LANES } from './tables.ts'

/** The longest stretch that is read, in words; longer ones are walls of text without an end of sentence. */
export const LONGEST = 6000

/** The kernel hashes this many words at once, and so looks beyond the last one. */
const SLACK = 64

/** Where one stretch lies in the kernel's memory while it is read: what is asked about each word, and what comes out. */
export interface Sheet {
  columns: Columns
  second: SecondColumns
  frame: FrameColumns
  /** Address of the first word in each column, in the order of `ALL_COLUMNS`. */
  at: Address[]
  joints: { at: Address; values: Uint8Array }
  hashes: Address
  /** The scores of the three chains, one after the other with room for `LONGEST` words each; and those of one frame. */
  scores: { at: Address; values: Float32Array }
  frameScores: { at: Address; values: Float32Array }
  /** Seven probabilities a word, and the best label. */
  probabilities: { at: Address; values: Float32Array }
  path: { at: Address; values: Uint8Array }
  frameProbabilities: { at: Address; values: Float32Array }
  framePath: { at: Address; values: Uint8Array }
  scratch: Address
}

export function openSheet(kernel: Kernel): Sheet {
  const at: Address[] = []
  const columnsFor = <Name extends string>(names: readonly Name[]): Record<Name, Int32Array> =>
    Object.fromEntries(
      names.map((name) => {
        const column = kernel.takeInts(REACH + LONGEST + REACH + SLACK)
        column.values.fill(OUTSIDE, 0, REACH)
        at.push(column.at + REACH * 4)
        return [name, column.values.subarray(REACH)]
      }),
    ) as Record<Name, Int32Array>
  return {
    columns: columnsFor(COLUMN_NAMES),
    second: columnsFor(SECOND_COLUMN_NAMES),
    frame: columnsFor(FRAME_COLUMN_NAMES),
    at,
    joints: kernel.takeBytes(LONGEST),
    hashes: kernel.take(SLACK * MOST_QUESTIONS * 4),
    scores: kernel.takeFloats(3 * LONGEST * LANES),
    frameScores: kernel.takeFloats(LONGEST * LANES),
    probabilities: kernel.takeFloats((LONGEST + 1) * LABELS),
    path: kernel.takeBytes(LONGEST),
    frameProbabilities: kernel.takeFloats((LONGEST + 1) * LABELS),
    framePath: kernel.takeBytes(LONGEST),
    scratch: kernel.take(LONGEST * 68 + 64),
  }
}

/** Wipes the sheet for a stretch of `n` words, and marks where it ends. */
export function clearSheet({ columns, second, frame }: Sheet, n: number): void {
  for (const group of [columns, second, frame]) for (const column of Object.values(group)) column.fill(0, 0, n).fill(OUTSIDE, n, n + REACH)
}

/** As many questions as one look may ask of a word. */
const MOST_QUESTIONS = 128

/** Questions as the kernel reads them: for each its seed, how many parts it has, and where the column of each part lies. */
export interface Questions {
  at: Address
  count: number
}

export function questionsFor(kernel: Kernel, sheet: Sheet, questions: readonly Question[]): Questions {
  if (questions.length > MOST_QUESTIONS) throw new Error(`A look asks at most ${MOST_QUESTIONS} questions, not ${questions.length}`)
  const numbers = questions.flatMap(({ seed, parts }) => [
    seed,
    parts.length,
    ...parts.map(({ column, offset }) => (sheet.at[column] as Address) + offset * 4),
  ])
  const { at, values } = kernel.takeInts(numbers.length)
  values.set(numbers)
  return { at, count: questions.length }
}
