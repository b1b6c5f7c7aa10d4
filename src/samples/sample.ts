import type { HopFacets } from '../claims/chain.ts'
import type { NewEvidence } from '../evidence/evidence.ts'
import type { Finding } from '../reviews/minimum.ts'
import type { Confidence, Pillar, SourceKind } from '../vocabulary.ts'

export interface SampleSource {
  name: string
  kind: SourceKind
  unnamed?: boolean
  /** How the copy calls it: what was suggested under these words is given its name. */
  inCopy?: string
}
export interface SampleHop extends SampleSource, Partial<HopFacets> {
  verb: string
}
type Needed = 'kind' | 'title' | 'stance' | 'basis'
interface SampleEvidence extends Pick<NewEvidence, Needed>, Partial<Omit<NewEvidence, Needed | 'seen' | 'source'>> {
  source?: SampleSource
}

/** What was done about one claim, found by words that it holds. */
export interface SampleCheck {
  words: string
  /** Who says so, from the origin to the copy; corrected where the engine has it otherwise. */
  chain?: readonly SampleHop[]
  /** Rests on a video that this caveat of the copy qualifies. */
  video?: { caveat: string; pillars: readonly { pillar: Pillar; answer: string; confidence: Confidence | null }[] }
  evidence?: readonly SampleEvidence[]
  finding?: Finding
  query?: { question: string; answer?: { answer: string; answeredOn: string; answeredHow: string } }
}

/** A hop whose words we have seen or heard ourselves. */
export const hop = (source: SampleSource, verb: string, facets: Omit<Partial<SampleHop>, 'name' | 'kind' | 'verb'> = {}): SampleHop => ({
  ...source,
  verb,
  seenByUs: true,
  ...facets,
})
