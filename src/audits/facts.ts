import type { Support } from '../evidence/independence.ts'
import type { ClaimKind, Identification, Outcome, Proximity, SaidFinding, SourceKind, Stake, Voice } from '../vocabulary.ts'

/** A hop of a claim's chain as an audit counts it. */
export interface HopFacts {
  /** The directory's entry; null where it is unclear who. Sources that were merged are one. */
  entryId: number | null
  /**
   * Who is heard, for ranking: sources that nobody has merged go by their name over many pieces, letter forms aside; somebody without a
   * name is heard in one piece only. Null where it is unclear who.
   */
  heard: string | null
  kind: SourceKind | null
  identified: Identification
  stake: Stake
  proximity: Proximity
}

/** One claim that stands in the copy, as an audit counts it. */
export interface ClaimFacts {
  id: number
  number: number
  /** Where in the text it begins, in UTF-16 code units. */
  start: number
  end: number
  voice: Voice
  kind: ClaimKind
  /** A person has confirmed or corrected who says it; otherwise the machine alone has read it. */
  confirmed: boolean
  /** From the origin to the relay nearest the copy. */
  chain: readonly HopFacts[]
  said: SaidFinding
  outcome: Outcome
  /** What was found is withheld from who looks: they hold the second check. */
  withheld: boolean
  /** The caveats of the copy that qualify it. */
  caveatIds: readonly number[]
  /** Evidence that stands on it, as counting origins sees it. */
  support: readonly Support[]
  /** The sources its origin belongs to or is the same as. */
  affiliations: readonly number[]
}

/** One piece with its claims. Sources by which later pieces are told apart as new or returning are the caller's to keep. */
export interface PieceFacts {
  id: number
  headline: string
  outlet: string
  byline: string
  desk: string
  publication: 'draft' | 'published'
  /** The day of publication, or of bringing it in where none is known: ISO date. */
  day: string
  /** Corrections that were published and stand. */
  corrections: number
  claims: readonly ClaimFacts[]
}

export const originOf = (claim: Pick<ClaimFacts, 'chain'>): HopFacts | null => claim.chain[0] ?? null
