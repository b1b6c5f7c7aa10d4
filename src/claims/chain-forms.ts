import { z } from 'zod'
import { choiceOf, pickerFields } from '../sources/forms.ts'
import { channels, groundRules, identifications, proximities, stakes } from '../vocabulary.ts'
import { line, ticked } from '../web/forms.ts'
import { directions } from './chain.ts'
import { seenField } from './desk-forms.ts'

const choose = 'Choose one from the list.'

const facets = {
  verb: line(80, 'Give the copy’s own word, in at most 80 characters.'),
  channel: z
    .literal('')
    .transform(() => null)
    .or(z.enum(channels, choose))
    .default(null),
  saidOn: line(60, 'Keep the date under 60 characters.'),
  seenByUs: ticked,
  identified: z.enum(identifications, choose).default('unattributed'),
  stake: z.enum(stakes, choose).default('unknown'),
  proximity: z.enum(proximities, choose).default('unknown'),
  groundRule: z.enum(groundRules, choose).default('unknown_from_copy'),
  /** Where a new hop goes: its place counted from the origin, or empty for nearest the copy. */
  position: z
    .string()
    .default('')
    .transform((text) => (text === '' ? null : Number(text)))
    .pipe(z.number(choose).int(choose).min(0, choose).max(100, choose).nullable()),
}

interface Who {
  who: string
  unclear: boolean
}
const saysWho = ({ who, unclear }: Who): boolean => who !== '' || unclear
const saysOne = ({ who, unclear }: Who): boolean => who === '' || !unclear

/** A hop: who is a source of the directory, a new name, or unclear, and one of the three must be said. */
export const hopForm = z
  .object({ seen: seenField, ...pickerFields, unclear: ticked, ...facets })
  .refine(saysWho, { path: ['who'], error: 'Name who says so, or tick “unclear who”.' })
  .refine(saysOne, { path: ['who'], error: 'Either take the name out, or untick “unclear who”.' })
  .transform(({ who, sourceKind, unnamed, another, unclear: _, ...rest }) => ({
    ...rest,
    source: choiceOf({ who, sourceKind, unnamed, another }),
  }))

export const removalForm = z.object({ seen: seenField })
export const moveForm = z.object({ seen: seenField, direction: z.enum(directions, 'Say which way to move it.') })
