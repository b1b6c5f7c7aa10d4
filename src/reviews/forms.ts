import { z } from 'zod'
import { seenField } from '../claims/desk-forms.ts'
import { confidences, needs, outcomes, saidFindings } from '../vocabulary.ts'
import { line, prose } from '../web/forms.ts'
import { opinions } from './schema.ts'

export const findingForm = z.object({
  seen: seenField,
  opinion: z.enum(opinions, 'Load the page again, then record the finding.').optional(),
  said: z.enum(saidFindings, 'Choose whether they said it.').default('not_checked'),
  outcome: z.enum(outcomes, 'Choose whether it is so.').default('not_checked'),
  confidence: z
    .enum(confidences, 'Choose how sure you are: high, medium or low.')
    .nullish()
    .transform((sure) => sure ?? null),
  reason: prose(5000, 'Keep the reason under 5,000 characters.'),
})

export const seenForm = z.object({ seen: seenField })

export const queryForm = z.object({
  seen: seenField,
  question: prose(2000, 'Keep the question under 2,000 characters.').refine((text) => text !== '', 'Write the question to the reporter.'),
})

/** A local date and time as a browser sends it, stored as an instant. */
const minute = (sentence: string) =>
  z
    .string(sentence)
    .trim()
    .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/, sentence)
    .transform((text) => new Date(text.includes('T') ? text : `${text}T00:00`))
    .refine((date) => !Number.isNaN(date.getTime()), sentence)
    .transform((date) => date.toISOString())

/** The same, or nothing, which stands for what `empty` says. */
const minuteOr = <T>(empty: () => T, sentence: string) => z.union([z.literal('').transform(empty), minute(sentence)], sentence)

export const answerForm = z.object({
  answer: prose(5000, 'Keep the answer under 5,000 characters.').refine((text) => text !== '', 'Write what the reporter answered.'),
  answeredOn: minute('Say when the reporter answered, as a date and time.'),
  answeredHow: line(200).refine((text) => text !== '', 'Say how the reporter answered: by phone, in a message, in person.'),
})

export const waitingForm = z.object({
  seen: seenField,
  need: z.enum(needs, 'Choose what the claim waits for.'),
  since: minuteOr(() => new Date().toISOString(), 'Give the day and time since when it waits, or leave it empty for now.').default(() =>
    new Date().toISOString(),
  ),
})

const assignee = z
  .string('Choose who has it.')
  .regex(/^([1-9]\d{0,14})?$/, 'Choose who has it.')
  .transform((text) => (text === '' ? null : Number(text)))
const due = minuteOr(() => null, 'Give a due date and time, or leave it empty.').optional()

export const assignmentForm = z
  .object({ seen: seenField, assignee, due })
  .transform(({ seen, ...form }) => ({ seen, assigneeId: form.assignee, dueAt: form.due }))

export const articleAssignmentForm = z.object({ assignee, due }).transform((form) => ({ assigneeId: form.assignee, dueAt: form.due }))

export const cutForm = z
  .object({
    seen: seenField,
    cutReason: prose(2000).refine((text) => text !== '', 'Say why the words are cut from the copy.'),
  })
  .transform(({ seen, cutReason }) => ({ seen, reason: cutReason }))

export const restorationForm = z
  .object({
    seen: seenField,
    restoreReason: prose(2000).refine((text) => text !== '', 'Say why the claim is brought back.'),
  })
  .transform(({ seen, restoreReason }) => ({ seen, reason: restoreReason }))

export const signOffForm = z.object({ sha256: z.string('Load the page again, then sign off.') })

export const reopeningForm = z.object({ reason: prose(2000).refine((text) => text !== '', 'Say why the article is reopened.') })
