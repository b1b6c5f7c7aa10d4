import { COLUMN_NAMES } from './columns.ts'
import { FRAME_COLUMN_NAMES } from './frame-columns.ts'
import { SECOND_COLUMN_NAMES } from './second-columns.ts'

/** The names of all columns: of the word, of the look before, of the cue. */
export const ALL_COLUMNS: readonly string[] = [...COLUMN_NAMES, ...SECOND_COLUMN_NAMES, ...FRAME_COLUMN_NAMES]
