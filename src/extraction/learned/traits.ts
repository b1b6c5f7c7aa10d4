import type { Token } from '../words/tokens.ts'
import { NEVER_ALONE } from './cue-lexicon.ts'

// What the kernel is told about a word, packed into one number. assembly/columns.ts unpacks it.

/** What a word does between a cue and its words; 0 for all others. */
const SORTS: ReadonlyMap<string, number> = new Map([
  [',', 1],
  ['that', 2],
  ['and', 3],
  ['but', 3],
  ['who', 4],
  ['which', 4],
  ...Array.from('—–:;-', (dash) => [dash, 5] as const),
])

/** What kind of joint stands before a word, as far as the word alone decides. */
const JOINTS_BEFORE: ReadonlyMap<string, number> = new Map([
  [',', 3],
  ...Array.from('.?!…', (stop) => [stop, 4] as const),
  [':', 5],
  ['that', 6],
  ['to', 7],
  ...['he', 'she', 'they', 'i', 'we', 'it', 'who', 'you'].map((pronoun) => [pronoun, 8] as const),
])
const [MARK, JOINING, CAPITAL, OTHER] = [10, 11, 12, 13]

/** The traits that a word has by its spelling, `lower` in small letters: `mark` says that no letter and no number is in it. */
export function traitsOf(lower: string, mark: boolean, capital: boolean): number {
  const sort = SORTS.get(lower) ?? 0
  const joint = JOINTS_BEFORE.get(lower) ?? (mark ? MARK : lower === 'and' || lower === 'but' ? JOINING : capital ? CAPITAL : OTHER)
  return sort | (joint << 4) | (capital ? 1 << 8 : 0) | (NEVER_ALONE.has(lower) ? 1 << 9 : 0) | (lower === '.' ? 1 << 10 : 0)
}

/** The traits that it has where it stands. */
export const traitsHere = ({ opens, closes, quoted, pos }: Token): number =>
  (opens ? 1 << 11 : 0) | (closes ? 1 << 12 : 0) | (quoted ? 1 << 13 : 0) | (pos === 'VERB' || pos === 'AUX' ? 1 << 14 : 0)
