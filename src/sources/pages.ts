import { sourceKindLabels, sourceKinds } from '../vocabulary.ts'
import type { FieldErrors, Typed } from '../web/forms.ts'
import { listed, plural, shorten } from '../web/words.ts'
import type { KnownSource } from './queries.ts'
import type { Source } from './schema.ts'

/** One list of sources to choose from stands on a page; every picker on it refers to it by this id. */
export const knownSourcesId = 'known-sources'

export interface Picker {
  /** Goes before each field's id, so that several pickers can stand on one page. */
  prefix: string
  label: string
  hint: string
  who: string
  whoError: string | null
  listId: string
  kinds: { value: string; label: string; selected: boolean }[]
  kindError: string | null
  unnamed: boolean
  another: boolean
}

export interface SourcePartials {
  /** Choose a source of the directory by typing, or name a new one. */
  'sources/_picker': Picker
  'sources/_known': { id: string; options: { value: string; label: string }[] }
}

/** What a picker holds for a source: it can be typed by hand, and is never mistaken for another. */
export const pickerValue = (source: Pick<Source, 'id' | 'name' | 'kind'>): string => `${source.name} · ${sourceKindLabels[source.kind]} · #${source.id}`

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

export function pickerOf(prefix: string, words: { label: string; hint: string }, chosen: Source | null, typed: Typed | null, errors: FieldErrors): Picker {
  const kind = typed?.kind ?? 'unknown'
  return {
    prefix,
    ...words,
    who: typed ? (typed.who ?? '') : chosen ? pickerValue(chosen) : '',
    whoError: errors.who ?? null,
    listId: knownSourcesId,
    kinds: sourceKinds.map((value) => ({ value, label: sourceKindLabels[value], selected: value === kind })),
    kindError: errors.kind ?? null,
    unnamed: typed?.unnamed !== undefined,
    another: typed?.another !== undefined,
  }
}
