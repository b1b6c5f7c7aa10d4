import type { Sentence } from '../articles/schema.ts'
import { touching } from '../claims/touching.ts'
import type { Span } from '../extraction/types.ts'
import type { PlacedClaim } from '../claims/queries.ts'
import { type Outcome, outcomes } from '../vocabulary.ts'
import { listed, plural } from '../web/words.ts'
import type { ClaimOpinions } from './queries.ts'

/** Something still to do: its id for a link, and the number that people call it by. */
interface OpenItem {
  id: number
  number: number
}

/** How far the check of one version is, as one viewer may see it. */
export interface Progress {
  sentencesTotal: number
  sentencesDecided: number
  /** Sentences of which no person has decided what they hold. */
  undecided: OpenItem[]
  /** Claims without a finding on both questions. */
  unchecked: OpenItem[]
  /** Questions to the reporter without an answer. */
  openQueries: (OpenItem & { claimId: number; claimNumber: number })[]
  withoutSecondCheck: OpenItem[]
  /** Claims on which two opinions differ and nobody has decided. */
  differing: OpenItem[]
  /** Claims whose finding has lost the evidence that its outcome needs. */
  unsupported: OpenItem[]
  /** The claims that count, by outcome, in the order of the vocabulary; `hidden` for those withheld from the viewer. */
  segments: { outcome: Outcome | 'hidden'; count: number }[]
  claims: number
}

export interface Checked {
  sentences: readonly Pick<Sentence, 'id' | 'position' | 'start' | 'end' | 'part' | 'furniture' | 'noneBy'>[]
  /** The claims that stand in the version, dropped and cut ones included. */
  claims: readonly Pick<PlacedClaim, 'id' | 'number' | 'standing' | 'state' | 'spans'>[]
  opinions: ReadonlyMap<number, ClaimOpinions>
  openQueries: Progress['openQueries']
  /** Whether this desk asks for second checks. */
  secondCheck: boolean
  /** Claims whose finding has lost its evidence. */
  unsupported: ReadonlySet<number>
}

export function progressOf({ sentences, claims, opinions, openQueries, secondCheck, unsupported }: Checked): Progress {
  const copy = sentences.filter((sentence) => sentence.furniture === null && (sentence.part === null || sentence.part === 'headline'))
  const held = touching(copy, claims, (claim) => claim.spans.map(({ start, end }): Span => [start, end]))
  const undecided = copy.filter((sentence) => !isDecided(sentence, held.get(sentence.id) ?? []))
  const counting = claims.filter(counts)
  const those = (test: (found: ClaimOpinions) => boolean): OpenItem[] =>
    counting.filter((claim) => test(opinions.get(claim.id) ?? nothing)).map(({ id, number }) => ({ id, number }))
  return {
    sentencesTotal: copy.length,
    sentencesDecided: copy.length - undecided.length,
    undecided: undecided.map(({ id, position }) => ({ id, number: position + 1 })),
    unchecked: those((found) => !found.withheld && !isChecked(found)),
    openQueries,
    withoutSecondCheck: those((found) => found.secondCheck !== null || (secondCheck && isChecked(found) && found.second === null)),
    differing: those((found) => found.differ),
    unsupported: counting.filter((claim) => unsupported.has(claim.id)).map(({ id, number }) => ({ id, number })),
    segments: segmentsOf(counting.map((claim) => opinions.get(claim.id) ?? nothing)),
    claims: counting.length,
  }
}

/** Whether a claim is still one of the copy's: cut and dropped ones need no finding. */
export const counts = (claim: { state: string }): boolean => claim.state !== 'cut' && claim.state !== 'not_a_claim'

const isChecked = (found: Pick<ClaimOpinions, 'outcome' | 'said'>): boolean =>
  found.outcome !== 'not_checked' && found.said !== 'not_checked'

/**
 * A sentence, with the claims that touch it, is decided once somebody has marked it as holding no claim, or has confirmed, corrected or dropped each claim in it.
 * A suggestion decides nothing.
 */
export function isDecided(sentence: Pick<Sentence, 'noneBy'>, held: readonly Pick<PlacedClaim, 'state' | 'standing'>[]): boolean {
  if (sentence.noneBy !== null) return true
  return held.length > 0 && held.every((claim) => !counts(claim) || claim.standing !== 'suggested')
}

/** What keeps the article from being signed off, each thing counted in words; empty where nothing does. */
export function whatIsOpen(progress: Progress): string[] {
  const { undecided, unchecked, openQueries, withoutSecondCheck, differing, unsupported } = progress
  return [
    undecided.length > 0 ? plural(undecided.length, 'undecided sentence') : '',
    unchecked.length > 0 ? plural(unchecked.length, 'unchecked claim') : '',
    openQueries.length > 0 ? plural(openQueries.length, 'open query', 'open queries') : '',
    withoutSecondCheck.length > 0 ? `${plural(withoutSecondCheck.length, 'claim')} without a second check` : '',
    differing.length > 0 ? `${plural(differing.length, 'claim')} on which two opinions differ` : '',
    unsupported.length > 0
      ? `${plural(unsupported.length, 'finding')} that lost ${unsupported.length === 1 ? 'its' : 'their'} evidence`
      : '',
  ].filter((words) => words !== '')
}

export const notReady = (progress: Progress): string => `Not ready to sign off: ${listed(whatIsOpen(progress))}.`

function segmentsOf(found: readonly ClaimOpinions[]): Progress['segments'] {
  const shown = found.map((one) => (one.withheld ? 'hidden' : one.outcome))
  return [...outcomes.filter((outcome) => outcome !== 'not_checked'), 'not_checked' as const, 'hidden' as const]
    .map((outcome) => ({ outcome, count: shown.filter((one) => one === outcome).length }))
    .filter((segment) => segment.count > 0)
}

const nothing: ClaimOpinions = {
  first: null,
  second: null,
  final: null,
  all: [],
  withheld: false,
  secondCheck: null,
  outcome: 'not_checked',
  said: 'not_checked',
  confidence: null,
  differ: false,
}
