import { z } from 'zod'
import type { Span } from '../extraction/types.ts'
import { several, ticked } from '../web/forms.ts'
import { claimKinds, noneReasons, quoteKinds, voices } from '../vocabulary.ts'
import { seenField } from './desk-forms.ts'
import { dropReasons } from './schema.ts'

/**
 * Spans as a form carries them: `12-40` from a selection, several joined by a comma; or, chosen word by word without a pointer,
 * the first and the last word's own spans.
 */
const spansField = z
  .string()
  .default('')
  .transform((text, context): Span[] => {
    const pieces = text
      .split(',')
      .map((piece) => piece.trim())
      .filter((piece) => piece !== '')
    const spans = pieces
      .map((piece) => /^(\d{1,9})-(\d{1,9})$/.exec(piece))
      .map((match): Span => [Number(match?.[1] ?? -1), Number(match?.[2] ?? -1)])
    if (spans.some(([start, end]) => start < 0 || end <= start) || spans.length > 50) {
      context.addIssue({ code: 'custom', message: 'Choose the words again: what was chosen could not be read.' })
      return z.NEVER
    }
    return spans
  })

/** Either `spans`, or `from` and `to`: the spans of the first and the last word, in either order. */
export const passagesForm = z
  .object({ seen: seenField, spans: spansField, from: spansField, to: spansField })
  .transform(({ seen, spans, from, to }) => {
    const ends = [...from, ...to].flat()
    return { seen, spans: spans.length > 0 || ends.length === 0 ? spans : [[Math.min(...ends), Math.max(...ends)] as Span] }
  })

export const cutForm = z.object({
  seen: seenField,
  at: z
    .string('Choose the word that the second half begins with.')
    .regex(/^\d{1,9}$/, 'Choose the word that the second half begins with.')
    .transform(Number),
})

export const mergeForm = z.object({
  seen: seenField,
  with: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .optional(),
})

export const seenForm = z.object({ seen: seenField })

export const dropForm = z.object({
  seen: seenField,
  reason: z.enum(dropReasons, 'Choose why this is not a claim.'),
  duplicateOf: z
    .string()
    .default('')
    .transform((text) => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : null)),
})

export const noneForm = z.object({ reason: z.enum(noneReasons, 'Choose why this sentence holds no claim.') })

export const detailsForm = z
  .object({
    seen: seenField,
    kind: z.enum(claimKinds, 'Choose a kind of claim.'),
    voice: z.enum(voices, 'Choose how the copy puts it.'),
    quote: z.enum(quoteKinds, 'Choose whether it is a quotation.'),
    checkable: ticked,
    restsOnMedia: ticked,
    caveats: several.transform((ids) => ids.filter((id) => /^\d{1,15}$/.test(id)).map(Number)),
  })
  .transform(({ caveats, ...form }) => ({ ...form, caveatIds: caveats }))
