import type { Request } from 'express'
import { z } from 'zod'
import { type SearchKind, searchKinds } from '../db/triggers.ts'

/** What is looked for, in which kind of thing (all, if null), and which page of it. */
export interface Search {
  q: string
  kind: SearchKind | null
  page: number
}

const search = z.object({
  q: z.string().trim().catch(''),
  kind: z.enum(searchKinds).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
})

export const searchAsked = (req: Request): Search => search.parse({ q: '', kind: null, page: 1, ...req.query })
