import { z } from 'zod'
import { idField, line } from '../../web/forms.ts'
import { rules } from './rules.ts'

/** A finding to be waived, as its form names it: by its rule and where it begins. */
export const waiverForm = z.object({
  rule: z.string('Choose a finding from the list.'),
  start: z
    .string('Choose a finding from the list.')
    .regex(/^\d{1,9}$/, 'Choose a finding from the list.')
    .transform(Number),
  reason: line(500).refine((reason) => reason !== '', 'Say why it may stand: your name and this reason stay on record.'),
})

export const liftForm = z.object({ waiver: idField('Choose a waiver from the list.') })

/** The rules that are ticked, each by its own name. */
export const switchesForm = z.looseObject({}).transform((fields) => rules.map(({ id }) => id).filter((id) => fields[id] !== undefined))
