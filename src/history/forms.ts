import type { Request } from 'express'
import { z } from 'zod'
import { prose } from '../web/forms.ts'
import { actKinds, type HistoryFilter } from './queries.ts'
import { purgeables } from './purgeable.ts'

const wholeNumber = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable().catch(null)
const filter = z.object({ article: wholeNumber, person: wholeNumber, kind: z.enum(actKinds).nullable().catch(null), before: wholeNumber })

/** What the address of the history page asks for; what cannot be read is left out. */
export function historyFilter(req: Request): HistoryFilter {
  const { article, person, kind, before } = filter.parse({ article: null, person: null, kind: null, before: null, ...req.query })
  return { articleId: article, personId: person, kind, before }
}

/** Why something is purged: a purge without a stated legal reason is refused. */
export const purgeForm = z.object({
  what: z.enum(purgeables, 'Choose what to purge.'),
  reason: prose(2000).refine(
    (text) => text.length >= 10,
    'State the legal reason in at least ten characters: it stays in the record instead of what is purged.',
  ),
})
