import type { PlacedClaim } from '../claims/queries.ts'
import type { Claim } from '../claims/schema.ts'
import type { FoundReason } from '../extraction/types.ts'
import { counts } from '../reviews/progress.ts'
import type { ReasonCode } from '../vocabulary.ts'

/** What the engine is unsure of: pure, from what it suggested and what people have decided since. */

/** Of readings as sure as this, three in ten are wrong: below it, a claim is one to look at first. */
const sureFrom = 0.7

/** The reasons that are doubts, what weighs most first. */
const doubts: readonly ReasonCode[] = ['learned_only', 'rules_only', 'maybe_cue', 'pronoun', 'carried_on', 'no_source', 'own_voice']

/** How the engine read a claim when it was made. */
export interface EngineReading {
  confidence: number
  reasons: readonly FoundReason[]
}

/** Null where a person made the claim, or where the engine gave no reasons yet: then how sure it was is not known. */
export function engineReading({ suggestion }: Pick<Claim, 'suggestion'>): EngineReading | null {
  const reasons = suggestion?.claim.reasons
  return suggestion && reasons ? { confidence: suggestion.claim.confidence, reasons } : null
}

/** Whether the engine is unsure of a claim. Once a person has confirmed, corrected or dropped it, what the engine thought is history. */
export function isUnsure(claim: Pick<Claim, 'suggestion' | 'standing' | 'state'>): boolean {
  const reading = engineReading(claim)
  return reading !== null && reading.confidence < sureFrom && claim.standing === 'suggested' && counts(claim)
}

/** The claims to look at first, the least sure on top; those equally sure in the order of the copy. */
export function unsureFirst(claims: readonly PlacedClaim[]): PlacedClaim[] {
  const confidence = (claim: PlacedClaim): number => engineReading(claim)?.confidence ?? 1
  return claims.filter(isUnsure).sort((one, other) => confidence(one) - confidence(other))
}

/** How many of 100 such readings are right; never all, and never none. */
export const ofHundred = ({ confidence }: EngineReading): number => Math.min(99, Math.max(1, Math.round(confidence * 100)))

/** The doubts among a reading's reasons, what weighs most first. */
export function doubtsIn({ reasons }: EngineReading): FoundReason[] {
  return reasons
    .filter((reason) => doubts.includes(reason.code))
    .sort((one, other) => doubts.indexOf(one.code) - doubts.indexOf(other.code))
}
