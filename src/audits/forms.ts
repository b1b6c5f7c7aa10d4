import type { Request } from 'express'
import { z } from 'zod'
import { outcomes } from '../vocabulary.ts'
import { groupings } from './count.ts'
import { everything, type Selection } from './selection.ts'

const number = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number)
const day = z.iso.date()
const words = z.string().trim().max(200)

const selection = z.object({
  article: number.nullable().catch(null),
  import: number.nullable().catch(null),
  desk: z
    .union([z.string(), z.array(z.string())])
    .transform((ids) => [ids].flat().flatMap((id) => number.safeParse(id).data ?? []))
    .catch([]),
  outlet: words.catch(''),
  author: words.catch(''),
  subject: words.catch(''),
  publication: z.enum(['draft', 'published']).or(z.literal('')).catch(''),
  from: day.catch(''),
  to: day.catch(''),
  source: number.nullable().catch(null),
  outcome: z.enum(outcomes).or(z.literal('')).catch(''),
  standing: z.enum(['confirmed', 'suggested']).or(z.literal('')).catch(''),
})

/** A selection as an address gives it; anything in it that makes no sense selects nothing by it. */
export function selectionIn(query: object): Selection {
  const { desk, ...rest } = selection.parse({ article: null, import: null, source: null, desk: [], ...query })
  return { ...rest, desks: desk }
}

/** A selection as the end of an address, with what else belongs there; parts that say nothing are left out. */
export function addressOf(selected: Partial<Selection>, more: Readonly<Record<string, string>> = {}): string {
  const { desks = [], ...rest } = selected
  const pairs = [
    ...Object.entries({ ...rest, ...more }).flatMap(([name, value]): [string, string][] =>
      value === null || value === '' || value === undefined ? [] : [[name, String(value)]],
    ),
    ...desks.map((id): [string, string] => ['desk', String(id)]),
  ]
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}

const asked = z.object({
  by: z.enum(groupings).catch('outlet'),
  figure: z.string().max(60).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  /** Another selection, as the end of an address, to be set beside this one. */
  against: z.string().max(2000).nullable().catch(null),
})

/** What the address of an audit's page asks for. */
export function askedOf(req: Request) {
  const query = { against: null, by: 'outlet', ...req.query }
  const { against, ...rest } = asked.parse(query)
  return { ...rest, selection: selectionIn(req.query), against: against === null ? null : selectionAt(against) }
}

/** The figure of those claims whose words went from one source to another. */
export const relayFigure = (from: number, to: number): string => `relay-${from}-${to}`

/** The two sources of such a figure, by number; null for any other figure. */
export function relayIn(figure: string): { from: number; to: number } | null {
  const [, from, to] = /^relay-([1-9]\d{0,14})-([1-9]\d{0,14})$/.exec(figure) ?? []
  return from && to ? { from: Number(from), to: Number(to) } : null
}

/** A selection that is given as the end of an address. */
export function selectionAt(address: string): Selection {
  const pairs = new URLSearchParams(address)
  const desks = pairs.getAll('desk')
  return { ...everything, ...selectionIn({ ...Object.fromEntries(pairs), desk: desks }) }
}
