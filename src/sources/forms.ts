import { z } from 'zod'
import { endsBefore, line, partialDay, prose, ticked } from '../web/forms.ts'
import { reliabilities, type SourceKind, sourceKinds } from '../vocabulary.ts'
import type { SourceChoice } from './sources.ts'

/** What a source picker posts; part of every form in which a source is chosen. */
export const pickerFields = {
  who: line(400, 'A name has at most 400 characters.'),
  sourceKind: z.enum(sourceKinds, 'Choose a kind from the list.').default('unknown'),
  unnamed: ticked,
  another: ticked,
}
export interface Picked {
  who: string
  sourceKind: SourceKind
  unnamed: boolean
  another: boolean
}

/** `Name · Person · #12` is a source of the directory; anything else that was typed is a new name, and nothing typed is no source. */
export function choiceOf({ who, sourceKind, unnamed, another }: Picked): SourceChoice {
  if (who === '') return { is: 'unclear' }
  const id = /#([1-9]\d{0,14})$/.exec(who)?.[1]
  return id ? { is: 'existing', id: Number(id), typed: who } : { is: 'new', name: who, kind: sourceKind, unnamed, another }
}

/** What `choiceOf` reads of a field that names another source: its id, or null where nothing is chosen. */
export const sourceReference = line(400).transform((typed, context) => {
  if (typed === '') return null
  const id = /#([1-9]\d{0,14})$/.exec(typed)?.[1]
  if (id) return { id: Number(id), typed }
  context.addIssue('Pick a source from the list: it ends in a number such as #12.')
  return z.NEVER
})

/** The fields of a source, each by itself. */
export const sourceFields = z.object({
  seen: z.string().default('0').transform(Number).pipe(z.number().int().nonnegative()),
  name: line(200).refine((name) => name !== '', 'A source needs a name.'),
  kind: z.enum(sourceKinds, 'Choose a kind from the list.'),
  aliases: prose(4000)
    .transform((text) =>
      text
        .split('\n')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    )
    .refine((names) => names.every((name) => name.length <= 200), 'A name has at most 200 characters.')
    .refine((names) => names.length <= 50, 'Keep to 50 names.'),
  unnamed: ticked,
  affiliatedTo: sourceReference,
  affiliatedSince: partialDay,
  affiliatedUntil: partialDay,
  note: prose(4000),
})
export const endsFirst = 'This is before the time it began.'
export const sourceForm = sourceFields.refine(({ affiliatedSince: since, affiliatedUntil: until }) => !endsBefore(until, since), {
  path: ['affiliatedUntil'],
  error: endsFirst,
})

export const mergeForm = z.object({
  same: sourceReference.refine((chosen) => chosen !== null, 'Pick the source that is the same as this one.'),
  mergeReason: prose(2000).refine((text) => text !== '', 'Say how you know that they are the same: it stays on the record.'),
})

export const partingForm = z.object({
  partReason: prose(2000).refine((text) => text !== '', 'Say why they are two: it stays on the record.'),
})

export const ratingForm = z.object({
  letter: z.enum(reliabilities, 'Choose a letter from A to F.'),
  ratingReason: prose(2000).refine((text) => text !== '', 'Say what the letter rests on: it stays beside it.'),
})

/** `?same=12`: the source that a link on the page proposed. */
export const proposedForm = z.object({ same: z.coerce.number().int().positive().nullable().catch(null) })

export const searchForm = z.object({
  q: z
    .string()
    .catch('')
    .transform((text) => text.trim().slice(0, 200)),
  kind: z.enum(sourceKinds).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})
