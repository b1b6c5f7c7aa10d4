import { type ClaimFacts, originOf, type PieceFacts } from './facts.ts'
import { claimFigures, type Figure, isAttributed, isFollowedUp, pieceFigures } from './figures.ts'

/** A figure counted: so many of so many, and of those so many that a person has confirmed. */
export interface Count {
  n: number
  of: number
  /** Of the `n`, those whose attribution a person has confirmed or corrected. Of pieces: those all of whose claims are. */
  confirmed: number
}

/** How often a source stands where claims begin. */
export interface Standing {
  /** An entry of the directory that it stands for: the first that came. */
  entryId: number
  claims: number
  /** The pieces it is heard in. */
  pieces: number
  /** The first day it was heard in this selection. */
  first: string
}

export interface Relay {
  from: number
  to: number
  claims: number
}

export const groupings = ['outlet', 'desk', 'author', 'kind', 'month'] as const
export type Grouping = (typeof groupings)[number]

/** Everything an audit counts, in plain data: it travels between threads. */
export interface Audit {
  pieces: number
  claims: number
  confirmed: number
  /** Claims of which this viewer may not see what was found. */
  withheld: number
  claimCounts: Record<string, Count>
  pieceCounts: Record<string, Count>
  /** Caveats of the copy, and those that somebody has followed up. */
  caveats: Count
  /** Attributed claims with a known origin: what concentration is counted over. */
  withOrigin: number
  sources: Map<string, Standing>
  relays: Map<string, Relay>
  /** The claims' figures again, of each outlet, desk, author, kind of claim and month. */
  groups: Record<Grouping, Map<string, Group>>
}

export interface Group {
  pieces: number
  claims: number
  counts: Record<string, Count>
}

const noCounts = (figures: readonly { id: string }[]): Record<string, Count> =>
  Object.fromEntries(figures.map(({ id }) => [id, { n: 0, of: 0, confirmed: 0 }]))

export const emptyAudit = (): Audit => ({
  pieces: 0,
  claims: 0,
  confirmed: 0,
  withheld: 0,
  claimCounts: noCounts(claimFigures),
  pieceCounts: noCounts(pieceFigures),
  caveats: { n: 0, of: 0, confirmed: 0 },
  withOrigin: 0,
  sources: new Map(),
  relays: new Map(),
  groups: { outlet: new Map(), desk: new Map(), author: new Map(), kind: new Map(), month: new Map() },
})

/** Counts one more piece. In whatever order pieces come, the figures are the same. */
export function addPiece(audit: Audit, piece: PieceFacts): void {
  const { claims } = piece
  if (claims.length === 0) return
  audit.pieces++
  audit.claims += claims.length
  const groups = groupsOf(audit, piece)
  for (const group of groups) group.pieces++
  const kinds = new Set<Group>()
  for (const claim of claims) {
    if (claim.confirmed) audit.confirmed++
    if (claim.withheld) audit.withheld++
    // Judged once, counted in every group.
    const verdicts = verdictsOn(claim)
    add(audit.claimCounts, verdicts)
    for (const group of groups) countIn(group, verdicts)
    const kind = groupOf(audit, 'kind', claim.kind)
    countIn(kind, verdicts)
    kinds.add(kind)
  }
  for (const kind of kinds) kind.pieces++
  const confirmed = claims.every((claim) => claim.confirmed)
  add(audit.pieceCounts, judge(pieceFigures, piece, confirmed))
  countCaveats(audit, claims)
  countSources(audit, piece)
}

/** What a figure makes of a thing that it is about: whether it counts, and is confirmed. */
interface Verdict {
  id: string
  n: 0 | 1
  confirmed: 0 | 1
}

function judge<Thing>(figures: readonly Figure<Thing>[], thing: Thing, confirmed: boolean): Verdict[] {
  const verdicts: Verdict[] = []
  for (const { id, of, counts } of figures) {
    if (!of(thing)) continue
    const n = counts(thing) ? 1 : 0
    verdicts.push({ id, n, confirmed: n === 1 && confirmed ? 1 : 0 })
  }
  return verdicts
}

/** Claims that are alike so far, and what the figures make of them; further hops tell them apart further. */
interface Alike {
  verdicts: readonly Verdict[] | null
  further: Map<number, Alike>
}
const allClaims: Alike = { verdicts: null, further: new Map() }

function next({ further }: Alike, code: number): Alike {
  const known = further.get(code)
  if (known) return known
  const fresh: Alike = { verdicts: null, further: new Map() }
  further.set(code, fresh)
  return fresh
}

/** A number for each word that a facet can be: numbers are compared faster than words. There are some seventy. */
const ordinals = new Map<string | null, number>()
function ordinal(word: string | null): number {
  const known = ordinals.get(word)
  if (known !== undefined) return known
  ordinals.set(word, ordinals.size)
  return ordinals.size - 1
}
const code = (one: string | null, two: string, three: string, four: string, flags: number): number =>
  (((ordinal(one) * 128 + ordinal(two)) * 128 + ordinal(three)) * 128 + ordinal(four)) * 8 + flags

/**
 * What the figures make of a claim. Hundreds of thousands of claims are alike in all that any figure asks of: those are judged once. With
 * evidence, or with an origin that belongs to somebody, it depends on who exactly: then each is judged by itself.
 */
function verdictsOn(claim: ClaimFacts): readonly Verdict[] {
  const { voice, kind, outcome, said, confirmed, withheld, caveatIds, chain } = claim
  if (claim.support.length + claim.affiliations.length > 0) return judge(claimFigures, claim, confirmed)
  const flags = (confirmed ? 1 : 0) + (withheld ? 2 : 0) + (caveatIds.length > 0 ? 4 : 0)
  let found = next(allClaims, code(voice, kind, outcome, said, flags))
  for (const hop of chain) found = next(found, code(hop.kind, hop.identified, hop.stake, hop.proximity, hop.entryId === null ? 1 : 0))
  return (found.verdicts ??= judge(claimFigures, claim, confirmed))
}

function add(counts: Record<string, Count>, verdicts: readonly Verdict[]): void {
  for (const { id, n, confirmed } of verdicts) {
    const count = counts[id] as Count
    count.of++
    count.n += n
    count.confirmed += confirmed
  }
}

function countIn(group: Group, verdicts: readonly Verdict[]): void {
  group.claims++
  add(group.counts, verdicts)
}

function countCaveats({ caveats }: Audit, claims: readonly ClaimFacts[]): void {
  const qualified = new Map<number, ClaimFacts[]>()
  for (const claim of claims) for (const id of claim.caveatIds) qualified.set(id, [...(qualified.get(id) ?? []), claim])
  for (const of of qualified.values()) {
    caveats.of++
    if (!isFollowedUp(of)) continue
    caveats.n++
    if (of.every(({ confirmed }) => confirmed)) caveats.confirmed++
  }
}

function countSources(audit: Audit, { claims, day }: PieceFacts): void {
  const here = new Set<string>()
  for (const claim of claims) {
    if (!isAttributed(claim)) continue
    const { entryId = null, heard = null } = originOf(claim) ?? {}
    if (entryId !== null && heard !== null) {
      audit.withOrigin++
      const standing = audit.sources.get(heard) ?? { entryId, claims: 0, pieces: 0, first: day }
      audit.sources.set(heard, standing)
      standing.claims++
      if (!here.has(heard)) standing.pieces++
      here.add(heard)
      if (day < standing.first) standing.first = day
    }
    claim.chain.slice(1).forEach((hop, k) => {
      const from = claim.chain[k]
      if (!from || from.entryId === null || hop.entryId === null) return
      const key = `${from.heard}>${hop.heard}`
      const relay = audit.relays.get(key) ?? { from: from.entryId, to: hop.entryId, claims: 0 }
      audit.relays.set(key, relay)
      relay.claims++
    })
  }
}

/** The groups that the whole of a piece belongs to. */
const groupsOf = (audit: Audit, { outlet, desk, byline, day }: PieceFacts): Group[] => [
  groupOf(audit, 'outlet', outlet),
  groupOf(audit, 'desk', desk),
  groupOf(audit, 'author', byline),
  groupOf(audit, 'month', day.slice(0, 7)),
]

function groupOf({ groups }: Audit, grouping: Grouping, key: string): Group {
  const group = groups[grouping].get(key) ?? { pieces: 0, claims: 0, counts: noCounts(claimFigures) }
  groups[grouping].set(key, group)
  return group
}

/** How the voices are spread over the sources. */
export interface Concentration {
  /** Different sources that claims begin with. */
  sources: number
  /** The share of the attributed claims that the one, and the three, most heard of them stand behind: 0 to 1. */
  first: number
  firstThree: number
  /**
   * The effective number of sources: how many equally heard ones would be as concentrated, 1 / Σ p² of their shares p (Laakso and
   * Taagepera 1979; the reciprocal of Herfindahl’s index). 0 where nobody is heard.
   */
  effective: number
}

export function concentrationOf({ sources, withOrigin }: Pick<Audit, 'sources' | 'withOrigin'>): Concentration {
  const shares = [...sources.values()].map(({ claims }) => claims / Math.max(1, withOrigin)).sort((a, b) => b - a)
  const squares = shares.reduce((sum, share) => sum + share * share, 0)
  return {
    sources: shares.length,
    first: shares[0] ?? 0,
    firstThree: shares.slice(0, 3).reduce((sum, share) => sum + share, 0),
    effective: squares === 0 ? 0 : 1 / squares,
  }
}

/** The sources heard, most first; those heard as often in the order of their entries. */
export const rankedSources = ({ sources }: Pick<Audit, 'sources'>): Standing[] =>
  [...sources.values()].sort((a, b) => b.claims - a.claims || a.entryId - b.entryId)
