import type { Request } from 'express'
import { z } from 'zod'
import { fold } from '../db/fold.ts'
import { furnitureKinds, partKinds } from '../vocabulary.ts'
import { idField, line, ticked, webAddress } from '../web/forms.ts'
import { writtenOut } from './addresses.ts'
import type { RecognitionChange, Recognised } from './recognition.ts'
import { publications } from './schema.ts'

const address = webAddress.transform(writtenOut)

const publishedAt = line(40)
  .refine(
    (text) => text === '' || (/^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.test(text) && isRealDay(text)),
    'Write the date as 2026-03-31, or with the time as 2026-03-31 14:05.',
  )
  .transform((text) => text.replace(' ', 'T'))

const isRealDay = (text: string): boolean => {
  const date = new Date(`${text.slice(0, 10)}T00:00:00Z`)
  return (
    !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text.slice(0, 10)) && !Number.isNaN(Date.parse(text.replace(' ', 'T')))
  )
}

/** A date and time as a browser's field gives it, in the server's time zone; stored in UTC. */
const dueAt = line(40)
  .refine(
    (text) => text === '' || (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text) && !Number.isNaN(Date.parse(text))),
    'Give the day and the time it is due, as 2026-03-31T17:30, or leave this empty.',
  )
  .transform((text) => (text === '' ? null : new Date(text).toISOString()))

/** Subject tags as people type them, apart by commas, semicolons or bars; each stays once, as it was first written. */
const subjects = line(300).transform((text) => {
  const tags = text.split(/[,;|،؛]/u).map((tag) => tag.trim().replace(/\s+/gu, ' '))
  return tags.filter((tag, k) => tag !== '' && tags.findIndex((other) => fold(other) === fold(tag)) === k).join(', ')
})

/** What can be said of a piece from outside. */
const stated = { outlet: line(200), byline: line(200), url: address, publishedAt, subjects }
/** The same of one of many, with its headline. */
export const statedDetails = z.object({ headline: line(300), ...stated })

const common = {
  publication: z.enum(publications, 'Say whether this is a draft or has been published.'),
  deskId: idField('Choose a desk.'),
  ...stated,
  dueAt,
}

export const newArticleForm = z.object({
  ...common,
  /** Browsers send line breaks as two characters; what was pasted has one. */
  text: z
    .string()
    .default('')
    .transform((text) => text.replace(/\r\n/g, '\n')),
  /** The same as rich text, filled in by the page's script. */
  html: z.string().default(''),
  anyway: ticked,
})

const seen = z.string().default('0').transform(Number).pipe(z.number().int().nonnegative())

export const detailsForm = z.object({
  ...common,
  headline: line(300).refine((text) => text !== '', 'Give the article a headline to know it by.'),
  assigneeId: z.union([z.literal('').transform(() => null), idField('Choose somebody, or nobody.')]).optional(),
  seen,
})

/** What a sentence can be taken for, as the page's fields say it. */
const recognised = z.union(
  [
    z.literal('copy').transform((): Recognised => ({ part: null, furniture: null })),
    z
      .templateLiteral(['part:', z.enum(partKinds)])
      .transform((text): Recognised => ({ part: partKinds.find((kind) => text === `part:${kind}`) ?? null, furniture: null })),
    z
      .templateLiteral(['furniture:', z.enum(furnitureKinds)])
      .transform((text): Recognised => ({ part: null, furniture: furnitureKinds.find((kind) => text === `furniture:${kind}`) ?? null })),
  ],
  'Choose what this is from the list.',
)

/**
 * The recognised page: one `row-ID` field for each sentence shown, and `set` where the button of one sentence was pressed.
 * A button wins over the field beside it.
 */
export const recognitionForm = z
  .looseObject({ seen, set: z.string().optional(), next: z.string().optional() })
  .transform((body, context) => {
    const chosen = new Map<number, Recognised>()
    const choose = (name: string, value: unknown): void => {
      const what = recognised.safeParse(value)
      if (what.success) chosen.set(Number(name), what.data)
      else context.addIssue({ code: 'custom', path: [`row-${name}`], message: 'Choose what this is from the list.' })
    }
    for (const [field, value] of Object.entries(body)) {
      const id = /^row-([1-9]\d{0,14})$/.exec(field)?.[1]
      if (id) choose(id, value)
    }
    const pressed = /^([1-9]\d{0,14})=(.+)$/.exec(body.set ?? '')
    if (pressed?.[1]) choose(pressed[1], pressed[2])
    const changes = [...chosen].map(([sentenceId, what]): RecognitionChange => ({ sentenceId, ...what }))
    return { seen: body.seen, changes, split: body.next === 'split' }
  })

/** Which page of a long ledger is shown, from 1. */
export const pageIn = (req: Request): number => z.coerce.number().int().min(1).max(100_000).catch(1).parse(req.query.page)
