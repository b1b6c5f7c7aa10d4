import { z } from 'zod'
import type { Hop } from '../claims/chain-queries.ts'
import type { PlacedClaim } from '../claims/queries.ts'
import type { OnDesk } from './gather.ts'
import type { ClaimOpinions } from '../reviews/queries.ts'
import { isUnsure } from './unsure.ts'
import { type Outcome, outcomeLabels, outcomes, voiceLabels, voices, workflowLabels, workflowStates } from '../vocabulary.ts'

/** What the desk is filtered by; a claim outside the filter is dimmed in the copy and passed over by the keys. */
export interface Filter {
  outcome: string
  state: string
  voice: string
  source: string
  checker: string
  /** `unsure`: only what the engine is unsure of and nobody has decided. */
  engine: string
}

const word = z.string().max(40).default('').catch('')
/** From the address; anything that makes no sense is no filter. */
export const filterQuery = z.object({
  outcome: word,
  state: word,
  voice: word,
  source: word,
  checker: word,
  engine: z.enum(['', 'unsure']).catch(''),
})

export interface Filtered {
  claim: PlacedClaim
  chain: readonly Hop[]
  opinions: ClaimOpinions | undefined
}

/** Whether a claim passes. An outcome that is withheld from the viewer matches only `hidden`. */
export function passes(filter: Filter, { claim, chain, opinions }: Filtered): boolean {
  const shown = shownOutcome(opinions)
  const checkers = opinions?.all.map((review) => String(review.reviewerId)) ?? []
  return (
    (filter.outcome === '' || filter.outcome === shown) &&
    (filter.state === '' || filter.state === claim.state) &&
    (filter.voice === '' || filter.voice === claim.voice) &&
    (filter.source === '' || chain.some((hop) => [hop.sourceId, hop.entryId].map(String).includes(filter.source))) &&
    (filter.checker === '' || String(claim.assigneeId) === filter.checker || checkers.includes(filter.checker)) &&
    (filter.engine === '' || isUnsure(claim))
  )
}

/** The claims of a desk that pass, in the order of the copy. */
export function passingClaims(desk: Pick<OnDesk, 'claims' | 'chains' | 'opinions'>, filter: Filter): PlacedClaim[] {
  return desk.claims.filter((claim) =>
    passes(filter, { claim, chain: desk.chains.get(claim.id) ?? [], opinions: desk.opinions.get(claim.id) }),
  )
}

/** The outcome as this viewer may see it. */
export const shownOutcome = (opinions: ClaimOpinions | undefined): Outcome | 'hidden' =>
  opinions?.withheld ? 'hidden' : (opinions?.outcome ?? 'not_checked')

export const shownOutcomeLabel = (outcome: Outcome | 'hidden'): string => (outcome === 'hidden' ? 'Withheld' : outcomeLabels[outcome])

/** The filter as the end of an address, with the claim or sentence in hand; empty parts are left out. */
export function deskQuery(filter: Filter, hand: { claim?: number; sentence?: number } = {}): string {
  const pairs = [
    ...Object.entries(hand).map(([name, id]): [string, string] => [name, String(id)]),
    ...Object.entries(filter).filter(([, value]) => value !== ''),
  ]
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}

export const filterWords = {
  outcome: [outcomes, outcomeLabels],
  state: [workflowStates, workflowLabels],
  voice: [voices, voiceLabels],
} as const
