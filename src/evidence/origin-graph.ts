import type { SourceKind } from '../vocabulary.ts'
import { independentOrigins, type Support, type Tie, tiesOf } from './independence.ts'

/** Somebody a claim rests on: who says it in the copy, who passed it on, who bears it out. */
export interface GraphSource {
  id: number
  entryId: number
  name: string
  kind: SourceKind | null
  affiliations: readonly number[]
}

/** A hop as the graph takes it; `source` null where it is unclear who. */
export interface GraphHop {
  source: GraphSource | null
  verb: string
}

/** Evidence as the graph takes it. */
export interface GraphEvidence extends Support {
  source: GraphSource | null
}

/** Why a line is drawn. `own`: a source is an origin by itself. `unknown`: from where it has it nobody has recorded. */
export type GraphReason = { why: 'relayed'; verb: string } | { why: 'own' | 'unknown' } | { why: Tie['because']; with: string }

export interface GraphLine {
  from: string
  /** A source's name, or the ordinal of an independent origin, from 1; null where it leads nowhere. */
  to: string | number | null
  reason: GraphReason
}

/** Who a claim rests on, and to how many independent origins that leads back. */
export interface OriginGraph {
  /** Different outlets, agencies and media of parties that carry it. */
  outlets: number
  origins: number
  /** Those who only pass it on. */
  relays: readonly string[]
  /** Those with whom it begins, at first hand. */
  firsts: readonly string[]
  lines: readonly GraphLine[]
}

const outletKinds: ReadonlySet<SourceKind | null> = new Set<SourceKind>(['outlet', 'news_agency', 'party_media'])

/**
 * The graph of a claim's origins: its chain begins with one source at first hand, and so does every supporting piece of evidence that is first-hand.
 * Two of them are one origin where they are the same, one belongs to the other, or both belong to a third. Relays lead to whom they relay and
 * are no origin. Evidence that contradicts, is context or was withdrawn is not in it.
 */
export function originGraph(chain: readonly GraphHop[], evidence: readonly GraphEvidence[]): OriginGraph {
  const bearing = evidence.filter(({ stance, withdrawnAt }) => stance === 'supports' && withdrawnAt === null)
  const origin = chain[0]?.source ?? null
  const first: Support[] = [
    ...(origin ? [asSupport(origin)] : []),
    ...bearing.flatMap((item) => (item.basis === 'first_hand' && item.source ? [item] : [])),
  ]
  const known = new Map([...chain, ...bearing].flatMap(({ source }) => (source ? [[source.id, source] as const] : [])))
  const nameOf = (id: number): string => known.get(id)?.name ?? ''
  const origins = independentOrigins(first)
  const ties = new Map(tiesOf(first, (id) => known.get(id)?.entryId ?? id).map((tie) => [tie.source, tie]))
  const lines: GraphLine[] = origins.flatMap((ids, k) =>
    ids.map((id): GraphLine => {
      const tie = ties.get(id)
      return { from: nameOf(id), to: k + 1, reason: tie ? { why: tie.because, with: nameOf(tie.with) } : { why: 'own' } }
    }),
  )
  const relays = chain.slice(1).flatMap(({ source, verb }, k): GraphLine[] => {
    const heard = chain[k]?.source?.name ?? null
    return source ? [{ from: source.name, to: heard, reason: heard === null ? { why: 'unknown' } : { why: 'relayed', verb } }] : []
  })
  // What somebody says elsewhere of their own is no relay of anybody.
  const begins = new Set(origins.flat())
  const echoes = bearing.flatMap(({ basis, source }): GraphLine[] =>
    basis === 'relayed' && source && !begins.has(source.id) ? [{ from: source.name, to: null, reason: { why: 'unknown' } }] : [],
  )
  const passing = [...relays, ...echoes]
  return {
    outlets: new Set([...known.values()].filter(({ kind }) => outletKinds.has(kind)).map(({ entryId }) => entryId)).size,
    origins: origins.length,
    relays: [...new Set(passing.map(({ from }) => from))],
    firsts: [...new Set(origins.flat().map(nameOf))],
    lines: [...passing, ...lines],
  }
}

const asSupport = ({ id, affiliations }: GraphSource): Support => ({
  sourceId: id,
  affiliations,
  basis: 'first_hand',
  stance: 'supports',
  withdrawnAt: null,
})
