import { choiceField, type SourcePartials } from '../sources/pages.ts'
import type { mergesOf, SeenMerge } from '../sources/merges.ts'
import type { NamedSource } from '../sources/queries.ts'
import type { Source } from '../sources/schema.ts'
import { fieldsOf, type Refusals } from '../web/fields.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import { day, listed } from '../web/words.ts'

/** What the directory takes for one source, and what may be one. */
export interface EntryPart {
  /** There is somebody to name: merged, parted or alike. */
  any: boolean
  /** Why two could not be parted that are not entered as one any more. */
  problem: string | null
  merged: { name: string; facts: string; note: string; reason: string; part: PartForm | null }[]
  parted: { name: string; facts: string; reason: string; again: string | null }[]
  lookalikes: { name: string; href: string; why: string; merge: string }[]
  merge: MergeForm | null
}

interface PartForm {
  action: string
  open: boolean
  reason: SharedPartials['shared/_textarea']
}

interface MergeForm {
  action: string
  open: boolean
  same: SourcePartials['sources/_choose']
  reason: SharedPartials['shared/_textarea']
}

export interface EntryShown {
  source: NamedSource
  merges: ReturnType<typeof mergesOf>
  lookalikes: readonly { other: NamedSource; why: string }[]
  /** The source that a link proposed as the same. */
  proposed: Source | null
  /** What may be chosen; null for one who may only read. */
  known: readonly NamedSource[] | null
  refused: Refusals | null
  /** Which form was refused: that of a change, a rating, a merge, or of the parting of one merge, by its id. */
  form: 'change' | 'rating' | 'merge' | number
}

export function entryPart(shown: EntryShown): EntryPart {
  const { source, merges, lookalikes, known, refused, form } = shown
  const here = `/sources/${source.id}`
  const again = (id: number): string => `${here}?same=${id}#merge`
  const other = (merge: SeenMerge): Source => (merge.source.id === source.id ? merge.into : merge.source)
  const gone = typeof form === 'number' && !merges.standing.some((merge) => merge.id === form)
  return {
    any: merges.standing.length + merges.parted.length + lookalikes.length > 0,
    problem: gone ? (refused?.errors.partReason ?? null) : null,
    merged: merges.standing.map((merge) => ({
      name: merge.source.name,
      facts: [
        ...(merge.aliases.length > 0 ? [`also ${listed(merge.aliases)}`] : []),
        ...(merge.into.id === source.id ? [] : [`with ${merge.into.name}`]),
        `by ${merge.by}, ${day(merge.mergedAt)}`,
      ].join(' · '),
      note: merge.source.note,
      reason: merge.reason,
      part: known && partForm(here, merge, form === merge.id ? refused : null),
    })),
    parted: merges.parted.map((merge) => ({
      name: other(merge).name,
      facts: `by ${merge.by}, ${day(merge.partedAt ?? merge.mergedAt)}`,
      reason: merge.partedReason ?? '',
      again: known && again(other(merge).id),
    })),
    lookalikes: lookalikes.map(({ other: one, why }) => ({ name: one.name, href: `/sources/${one.id}`, why, merge: again(one.id) })),
    merge: known && mergeForm(shown, here),
  }
}

function partForm(here: string, merge: SeenMerge, own: Refusals | null): PartForm {
  const { area } = fieldsOf(`part-${merge.id}`, own)
  return {
    action: `${here}/merges/${merge.id}/parting`,
    open: own !== null,
    reason: area('partReason', 'Why they are two', '', { rows: 2, required: true }),
  }
}

function mergeForm({ proposed, refused, form }: EntryShown, here: string): MergeForm {
  const own = form === 'merge' ? refused : null
  const hint = 'It is entered here from now on. Claims keep the name that their copy gave.'
  return {
    action: `${here}/merge`,
    open: own !== null || proposed !== null,
    same: choiceField('merge', { name: 'same', label: 'The same source as', hint }, proposed, own),
    reason: fieldsOf('merge', own).area('mergeReason', 'How you know', '', {
      rows: 2,
      required: true,
      hint: 'Not by the name alone: an office, a photograph, a call.',
    }),
  }
}
