import {
  COLUMN_NAMES,
  type Columns,
  FRAME_COLUMN_NAMES,
  type FrameColumns,
  SECOND_COLUMN_NAMES,
  type SecondColumns,
} from '../column-names.ts'
import { OUTSIDE, type Question, REACH } from '../features.ts'
import { LABELS } from '../labels.ts'
import type { Address, Kernel } from './kernel.ts'
import { LANES } from './tables.ts'

/** The longest stretch that is read, in words; longer ones are walls of text without an end of sentence. */
export const LONGEST = 6000

/** The kernel hashes this many words at once, and so looks beyond the last one. */
const SLACK = 64

/** Where one stretch lies in the kernel's memory while it is read: what is asked about each word, and what comes out. */
export interface Sheet {
  kernel: Kernel
  columns: Columns
  second: SecondColumns
  frame: FrameColumns
  /** What each word is, in one number (`traitsOf`); and the ordinal of its sentence. */
  traits: Int32Array
  sentence: Int32Array
  /** Address of the first word in each column, in the order of `ALL_COLUMNS`; the same for the kernel, with traits and sentence behind them. */
  at: Address[]
  addresses: Address
  /** First word of each sentence and the one after its last, one pair after the other. */
  bounds: { at: Address; values: Int32Array }
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
  const columnFor = (): Int32Array => {
    const column = kernel.takeInts(REACH + LONGEST + REACH + SLACK)
    column.values.fill(OUTSIDE, 0, REACH)
    at.push(column.at + REACH * 4)
    return column.values.subarray(REACH)
  }
  const columnsFor = <Name extends string>(names: readonly Name[]): Record<Name, Int32Array> =>
    Object.fromEntries(names.map((name) => [name, columnFor()])) as Record<Name, Int32Array>
  const sheet = {
    kernel,
    columns: columnsFor(COLUMN_NAMES),
    second: columnsFor(SECOND_COLUMN_NAMES),
    frame: columnsFor(FRAME_COLUMN_NAMES),
    traits: columnFor(),
    sentence: columnFor(),
    at,
    bounds: kernel.takeInts(2 * LONGEST),
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
  const addresses = kernel.takeInts(at.length)
  addresses.values.set(at)
  return { ...sheet, addresses: addresses.at }
}

/** Wipes the sheet for a stretch of `n` words, and marks where it ends. */
export function clearSheet({ kernel, addresses, at }: Sheet, n: number): void {
  kernel.wipe(addresses, 0, at.length, n, REACH, OUTSIDE)
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
