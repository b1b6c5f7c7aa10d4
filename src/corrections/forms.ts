import { z } from 'zod'
import { idField, line, prose } from '../web/forms.ts'
import { challengeAnswers } from './schema.ts'

const day = (sentence: string) => z.iso.date(sentence)
const claim = z
  .literal('')
  .transform(() => null)
  .or(idField('Choose a claim of this piece, or none.'))

export const challengeForm = z.object({
  claim,
  challengedBy: line(200).refine((text) => text !== '', 'Say who challenges it: a reader, a person in the piece, a colleague.'),
  what: prose(2000).refine((text) => text !== '', 'Say what is said to be wrong.'),
  receivedOn: day('Give the day as 2026-03-31.'),
})

const correctionFields = {
  text: prose(2000),
  place: line(500),
  publishedOn: z.string().default(''),
}
const correction = z.object({
  text: correctionFields.text.refine((text) => text !== '', 'Give the words of the correction as they were published.'),
  place: correctionFields.place.refine((text) => text !== '', 'Say where it was published: an address, or the page.'),
  publishedOn: day('Give the day on which it was published, as 2026-03-31.'),
})

export const correctionForm = correction.extend({ claim })

/** An answer: only a correction needs its words, its place and its day. */
export const answerForm = z
  .object({
    answer: z.enum(challengeAnswers, 'Choose one.'),
    why: prose(1000).refine((text) => text !== '', 'Say why: this stands beside the challenge.'),
    ...correctionFields,
  })
  .transform(({ answer, why, ...fields }, context) => {
    if (answer === 'stands') return { answer, why }
    const read = correction.safeParse(fields)
    if (read.success) return { answer, why, correction: read.data }
    for (const issue of read.error.issues) context.addIssue({ code: 'custom', path: issue.path, message: issue.message })
    return z.NEVER
  })

export const withdrawalForm = z.object({
  correction: idField('Choose a correction from the list.'),
  reason: line(500).refine((text) => text !== '', 'Say why it is withdrawn.'),
})
