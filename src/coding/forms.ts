import { z } from 'zod'
import { voices } from '../vocabulary.ts'
import { idField, line } from '../web/forms.ts'
import { codedIdentifications, codedKinds, codedProximities, codedStakes } from './fields.ts'

const most = 200
const size = 'Say how many claims to draw: from 2 to 200.'

export const roundForm = z.object({
  name: line(120).refine((name) => name !== '', 'Give the sample a name, so that people know which it is.'),
  deskId: idField('Choose a desk.'),
  size: z
    .string(size)
    .regex(/^\d{1,3}$/, size)
    .transform(Number)
    .refine((n) => n >= 2 && n <= most, size),
  coderOne: idField('Choose who codes it first.'),
  coderTwo: idField('Choose who codes it as well.'),
  /** What it is drawn from, as the end of an audit's address. */
  from: line(2000),
})

const choose = 'Choose one.'
export const codingForm = z.object({
  voice: z.enum(voices, choose),
  kind: z.enum(codedKinds, choose),
  identified: z.enum(codedIdentifications, choose),
  proximity: z.enum(codedProximities, choose),
  stake: z.enum(codedStakes, choose),
})
