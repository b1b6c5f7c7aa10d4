import { COLUMN_NAMES, type Columns } from '../extraction/learned/column-names.ts'
import type { Stretch } from '../extraction/learned/columns.ts'
import { startKernel } from '../extraction/learned/kernel/kernel.ts'
import { clearSheet, openSheet, type Sheet } from '../extraction/learned/kernel/sheet.ts'
import { tellNext } from '../extraction/learned/look.ts'

/** The reader's sheet, on which columns are filled for training as they are for reading. */
export const trainingSheet: Sheet = openSheet(startKernel())

/** A stretch with copies of its own of what the sheet says of it. */
export function kept(stretch: Stretch): Stretch {
  const n = stretch.tokens.length
  const columns = Object.fromEntries(COLUMN_NAMES.map((name) => [name, stretch.columns[name].slice(0, n)])) as Columns
  return {
    ...stretch,
    columns,
    sentence: stretch.sentence.slice(0, n),
    traits: stretch.traits.slice(0, n),
    joints: stretch.joints.slice(0, n),
  }
}

/**
 * Lays a stretch that was kept out on the sheet again, with an opinion on its words told to the next look. Returns all columns in the order
 * of `ALL_COLUMNS`: they are the sheet's and hold until the next stretch.
 */
export function layOutAgain(sheet: Sheet, stretch: Stretch, [probabilities, path]: readonly [Float32Array, Uint8Array]): Int32Array[] {
  const n = stretch.tokens.length
  clearSheet(sheet, n)
  for (const name of COLUMN_NAMES) sheet.columns[name].set(stretch.columns[name])
  sheet.traits.set(stretch.traits)
  sheet.sentence.set(stretch.sentence)
  sheet.probabilities.values.set(probabilities)
  sheet.path.values.set(path)
  tellNext(sheet, n)
  return [sheet.columns, sheet.second, sheet.frame].flatMap((columns) => Object.values(columns).map((column) => column.subarray(0, n)))
}
