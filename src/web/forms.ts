import type { Request } from 'express'
import { z } from 'zod'
import { Forbidden, NotFound, Refusal, Unusable } from '../errors.ts'

export type FieldErrors = Record<string, string>
/** What was typed, by field; given back to the page so that nothing is lost. */
export type Typed = Record<string, string>
export type Form<T> = { ok: true; value: T } | { ok: false; errors: FieldErrors; typed: Typed }

/** Parses a posted form. On failure it returns one sentence per field, and what was typed. */
export function readForm<S extends z.ZodType>(schema: S, req: Request): Form<z.output<S>> {
  const body = fields(req)
  const result = schema.safeParse(body)
  if (result.success) return { ok: true, value: result.data }
  const errors: FieldErrors = {}
  for (const issue of result.error.issues) errors[String(issue.path[0] ?? 'form')] ??= issue.message
  return { ok: false, errors, typed: typedIn(req) }
}

/** What a form's schema had to say, one sentence per field. */
export class FormRefused extends Unusable {
  readonly errors: FieldErrors
  constructor(errors: FieldErrors) {
    super(Object.values(errors)[0] ?? 'That cannot be used.')
    this.errors = errors
  }
}

/** Parses a posted form, or refuses it with one sentence per field. */
export function parse<S extends z.ZodType>(schema: S, req: Request): z.output<S> {
  const form = readForm(schema, req)
  if (!form.ok) throw new FormRefused(form.errors)
  return form.value
}

/** Whether the person can mend what was refused: then the form is shown again instead of an error page. */
export const isMendable = (error: unknown): error is Refusal =>
  error instanceof Refusal && !(error instanceof NotFound) && !(error instanceof Forbidden)

/** A refusal as sentences by field; `form` is the field of those that belong to none. */
export const errorsOf = (error: Refusal): FieldErrors =>
  error instanceof FormRefused ? error.errors : { [error instanceof Unusable ? error.field : 'form']: error.message }

/** The text fields of a posted form as they came; the first where a name came twice. */
export function typedIn(req: Request): Typed {
  return Object.fromEntries(
    Object.entries(fields(req)).flatMap(([name, value]) => {
      const first: unknown = Array.isArray(value) ? value[0] : value
      return typeof first === 'string' ? [[name, first]] : []
    }),
  )
}

function fields(req: Request): Record<string, unknown> {
  return (req.body ?? {}) as Record<string, unknown>
}

/** Text without what nobody types: control characters other than white space, and halves of characters. */
const typeable = (text: string): string => text.replace(/(?!\s)\p{Cc}|\p{Cs}/gu, '')

/** Text on one line: trimmed, at most `max` characters. */
export const line = (max: number, tooLong = `Keep this under ${max} characters.`) =>
  z
    .string()
    .default('')
    .transform((text) => typeable(text).trim().replace(/\s+/g, ' '))
    .pipe(z.string().max(max, tooLong))

/** Text of several lines; line ends become `\n` as a browser sends `\r\n`. */
export const prose = (max: number, tooLong = `Keep this under ${max} characters.`) =>
  z
    .string()
    .default('')
    .transform((text) => typeable(text.replace(/\r\n?/g, '\n').replace(/[\v\f]/g, '')).trim())
    .pipe(z.string().max(max, tooLong))

/** A ticked box is there, an unticked one is not. */
export const ticked = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => value !== undefined && value !== '')

/** A list of things ticked: one arrives as a string, several as an array. */
export const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()))

/** A day, a month or a year as ISO writes them: `2024-03-31`, `2024-03`, `2024`; or empty. */
export const partialDay = line(40).refine(
  (text) => /^(?:\d{4}(?:-(?:0[1-9]|1[0-2]))?)?$/.test(text) || isDay(text),
  'Give a year, a month or a day: 2024, 2024-03 or 2024-03-31.',
)
function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  // The 31st of February is read as the 3rd of March, or not at all.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Whether one day, month or year ends before another begins; what is not known ends before nothing. */
export const endsBefore = (one: string, other: string): boolean =>
  one !== '' && other !== '' && one.slice(0, other.length) < other.slice(0, one.length)

/** An http or https address, or empty. */
export const webAddress = line(2000).refine(
  (text) => text === '' || (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)),
  'Give a web address that begins with http:// or https://, or leave this empty.',
)

/** The id of something, from a hidden field or a select. */
export const idField = (sentence: string) =>
  z
    .string(sentence)
    .regex(/^[1-9]\d{0,14}$/, sentence)
    .transform(Number)
