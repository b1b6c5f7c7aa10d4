import type { Stretch } from './columns.ts'
import { mixed } from './hash.ts'
import { CONTENT, CUE, LABELS, SOURCE } from './labels.ts'
import { bucket, level } from './steps.ts'

/** What the second look knows beside the first: the first look's opinion of the word and of what stands around it. */
export const SECOND_COLUMN_NAMES = [
  // The first look's label, and how sure it was of source, cue and content.
  'tag',
  'asSource',
  'asCue',
  'asContent',
  'surest',
  // The order of roles to the left and to the right of the word.
  'rolesLeft',
  'rolesRight',
  'rolesLeftShort',
  'rolesRightShort',
  // The nearest cue of the first look on both sides.
  'tagLeftLemma',
  'tagLeftDistance',
  'tagLeftSentences',
  'tagRightLemma',
  'tagRightDistance',
  'tagRightSentences',
  // How long the run of the word's own role is, before and after it.
  'runBefore',
  'runAfter',
] as const
export type SecondColumns = Record<(typeof SECOND_COLUMN_NAMES)[number], Int32Array>

/** The role of each label: none, source, cue, content. */
export const ROLE = [0, 1, 1, 2, 2, 3, 3] as const
const SIGHT = 60

export const secondColumnsFor = (n: number): SecondColumns =>
  Object.fromEntries(SECOND_COLUMN_NAMES.map((name) => [name, new Int32Array(n)])) as SecondColumns

/** Fills the columns of the second look at a stretch. `probabilities` holds seven for each word. */
export function fillSecond(columns: SecondColumns, stretch: Stretch, probabilities: Float32Array, path: Uint8Array): void {
  const n = path.length
  for (let k = 0; k < n; k++) {
    const at = k * LABELS
    const source = probabilities[at + SOURCE] ?? 0
    const cue = probabilities[at + CUE] ?? 0
    const content = probabilities[at + CONTENT] ?? 0
    columns.tag[k] = path[k] ?? 0
    columns.asSource[k] = level(source + (probabilities[at + SOURCE + 1] ?? 0))
    columns.asCue[k] = level(cue + (probabilities[at + CUE + 1] ?? 0))
    columns.asContent[k] = level(content + (probabilities[at + CONTENT + 1] ?? 0))
    columns.surest[k] = level(source) * 64 + level(cue) * 8 + level(content)
  }
  look(stretch, path, columns, 1)
  look(stretch, path, columns, -1)
}

/** Walks in one direction and writes what lies behind each word. */
function look({ columns: base, sentence }: Stretch, path: Uint8Array, columns: SecondColumns, step: 1 | -1): void {
  const n = path.length
  const [roles, short, lemma, distance, sentences, run] =
    step > 0
      ? [
          columns.rolesLeft,
          columns.rolesLeftShort,
          columns.tagLeftLemma,
          columns.tagLeftDistance,
          columns.tagLeftSentences,
          columns.runBefore,
        ]
      : [
          columns.rolesRight,
          columns.rolesRightShort,
          columns.tagRightLemma,
          columns.tagRightDistance,
          columns.tagRightSentences,
          columns.runAfter,
        ]
  // The last few changes of role, newest first: what they were and where.
  const changes: { role: number; at: number }[] = []
  let cue = -1
  let length = 0
  for (let k = step > 0 ? 0 : n - 1; k >= 0 && k < n; k += step) {
    const role = ROLE[path[k] ?? 0] ?? 0
    const before = k - step
    const previous = before >= 0 && before < n ? (ROLE[path[before] ?? 0] ?? 0) : -1
    const boundary = before >= 0 && before < n && sentence[before] !== sentence[k]
    if (previous >= 0 && previous !== role) changes.unshift({ role: previous, at: before })
    if (boundary) changes.unshift({ role: 9, at: before })
    if (changes.length > 5) changes.length = 5
    length = previous === role ? length + 1 : 0
    run[k] = bucket(Math.min(30, length)) * 4 + role
    let hash = role + 17
    let count = 0
    for (const change of changes) {
      if (Math.abs(k - change.at) > SIGHT || count >= 4) break
      hash = mixed(hash, change.role)
      count++
      if (count === 2) short[k] = hash
    }
    if (count < 2) short[k] = hash
    roles[k] = hash
    if (cue >= 0 && Math.abs(k - cue) <= SIGHT) {
      lemma[k] = base.lemma[cue] ?? 0
      distance[k] = bucket(Math.abs(k - cue))
      sentences[k] = Math.min(4, Math.abs((sentence[k] ?? 0) - (sentence[cue] ?? 0)))
    } else {
      lemma[k] = -1
      distance[k] = 0
      sentences[k] = 0
    }
    if (role === 2) cue = k
  }
}
