import { sourceKindLabels, sourceKinds } from '../vocabulary.ts'
import { fieldsOf, optionsOf, type Refusals } from '../web/fields.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import { listed, plural, shorten } from '../web/words.ts'
import type { KnownSource } from './queries.ts'
import type { Source } from './schema.ts'

/** One list of sources to choose from stands on a page; every picker on it refers to it by this id. */
export const knownSourcesId = 'known-sources'

/** The field in which a source is chosen by typing. */
export interface Choice {
  id: string
  name: string
  label: string
  hint: string
  value: string
  listId: string
  error: string | null
}

export interface Picker {
  who: Choice
  /** For a name that is new. */
  kind: SharedPartials['shared/_select']
  unnamed: SharedPartials['shared/_checkbox']
  another: SharedPartials['shared/_checkbox']
  /** Whether the part for a new name stands open. */
  open: boolean
}

export interface SourcePartials {
  /** Choose a source of the directory by typing, or name a new one. */
  'sources/_picker': Picker
  /** Choose one that the directory has. */
  'sources/_choose': Choice
  'sources/_known': { id: string; options: { value: string; label: string }[] }
}

/** What a picker holds for a source: it can be typed by hand, and is never mistaken for another. */
export const pickerValue = (source: Pick<Source, 'id' | 'name' | 'kind'>): string =>
  `${source.name} · ${sourceKindLabels[source.kind]} · #${source.id}`

export function knownOption(source: KnownSource): { value: string; label: string } {
  const also = source.aliases.length > 0 ? [`also ${listed(source.aliases.slice(0, 3))}`] : []
  return { value: pickerValue(source), label: [...also, whereElse(source)].join(' · ') }
}

/** Where a source was met besides this article, as far as the viewer may see. */
function whereElse({ here, elsewhere }: KnownSource): string {
  const [first, ...rest] = elsewhere
  if (!first) return 'in this article'
  const more = rest.length > 0 ? ` and ${plural(rest.length, 'other article')}` : ''
  return `${here ? 'in this article, and in' : 'in'} “${shorten(first, 60)}”${more}`
}

export function choiceField(
  prefix: string,
  words: { name?: string; label: string; hint: string },
  chosen: Source | null,
  refused: Refusals | null,
): Choice {
  const { id, name, label, value, error } = fieldsOf(prefix, refused).text(
    words.name ?? 'who',
    words.label,
    chosen ? pickerValue(chosen) : '',
  )
  return { id, name, label, hint: words.hint, value, listId: knownSourcesId, error }
}

export function pickerOf(prefix: string, words: { label: string; hint: string }, chosen: Source | null, refused: Refusals | null): Picker {
  const { select, tick } = fieldsOf(prefix, refused)
  const who = choiceField(prefix, words, chosen, refused)
  return {
    who,
    kind: select('sourceKind', 'Kind', optionsOf(sourceKinds, sourceKindLabels), 'unknown'),
    unnamed: tick('unnamed', 'The copy does not name them', false),
    another: tick(
      'another',
      'Somebody else of that name',
      false,
      'Only where the directory has that name already and this is not the same one.',
    ),
    open: who.error !== null || (refused?.typed.sourceKind ?? 'unknown') !== 'unknown' || refused?.typed.another !== undefined,
  }
}
