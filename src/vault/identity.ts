import { z } from 'zod'
import { line, prose, ticked } from '../web/forms.ts'

/** Why a source is not named. */
export const anonymityReasons = ['safety', 'job', 'legal', 'not_authorised', 'other'] as const
export const anonymityReasonLabels: Record<(typeof anonymityReasons)[number], string> = {
  safety: 'Safety',
  job: 'Their job',
  legal: 'Legal',
  not_authorised: 'Not authorised to speak',
  other: 'Something else',
}

/** The AP’s conditions for using an unnamed source: the material, and the source. */
export const anonymityTests = {
  information: 'The material is information, and not opinion or speculation',
  vital: 'It is vital to the report',
  onlyThere: 'It is not available otherwise',
  reliable: 'The source is reliable and in a position to know',
} as const

const tests = { information: ticked, vital: ticked, onlyThere: ticked, reliable: ticked }

/** Who a confidential source is, and the record of why they are not named. All of it is sealed together. */
export const identityForm = z.object({
  identity: line(300, 'Keep the name under 300 characters.').refine((name) => name !== '', 'Say who the source is.'),
  contact: prose(2000),
  why: z.enum(anonymityReasons, 'Say why the source is not named.'),
  reasonInCopy: ticked,
  knownTo: line(500),
  approvedBy: line(200),
  agreedOn: line(40).refine((day) => day === '' || /^\d{4}-\d\d-\d\d$/.test(day), 'Write the day as 2026-03-31, or leave it empty.'),
  agreed: prose(4000),
  ...tests,
})
export type Identity = z.output<typeof identityForm>

/** What was sealed, read back. */
export const readIdentity = (text: string): Identity => JSON.parse(text) as Identity
