import type { Span } from '../../extraction/types.ts'
import type { QuoteKind } from '../../vocabulary.ts'
import type { ClaimFacts, PieceFacts } from '../facts.ts'

/** A claim as a rule reads it: what an audit counts, and how the copy puts it. */
export interface RuleClaim extends ClaimFacts {
  quote: QuoteKind
  checkable: boolean
  spans: readonly Span[]
  /** How each hop of the chain is called here, and where the word stands that attributes to it; null where no word does. */
  hops: readonly { name: string; cue: Span | null }[]
}

/** A sentence of the running copy or the headline. */
export interface RuleSentence {
  start: number
  end: number
  text: string
  /** Ordinal of its paragraph; the headline is one. */
  paragraph: number
  headline: boolean
  /** Claims any of whose words stand in it. */
  claims: readonly RuleClaim[]
}

/** A piece as rules read it. All offsets count in its text. */
export interface RulePiece extends Omit<PieceFacts, 'claims'> {
  deskId: number
  versionId: number
  language: string
  sentences: readonly RuleSentence[]
  claims: readonly RuleClaim[]
  caveats: readonly Span[]
}

/** Where a rule finds itself broken. A finding about the whole piece has neither start nor end. */
export interface Found {
  start: number
  end: number
  claim: RuleClaim | null
}

/** A rule of the house, or of those who wrote theirs down. */
export interface Rule {
  id: string
  label: string
  /** Whose rule it is. */
  origin: string
  /** What exactly it finds, for whoever has to answer for a finding. */
  definition: string
  /** `copy`: patterns and the engine's reading, in English copy. `record`: what people recorded, in any language. */
  reads: 'copy' | 'record'
  find: (piece: RulePiece) => readonly Found[]
}

export const wholePiece: Found = { start: 0, end: 0, claim: null }

export const inSentence = ({ start, end }: Pick<RuleSentence, 'start' | 'end'>, claim: RuleClaim | null = null): Found => ({
  start,
  end,
  claim,
})

/** The sentences of the copy, without the headline. */
export const bodyOf = ({ sentences }: RulePiece): RuleSentence[] => sentences.filter(({ headline }) => !headline)

/** The sentence in which a claim begins. */
export const sentenceOf = ({ sentences }: RulePiece, claim: RuleClaim): RuleSentence | undefined =>
  sentences.find((sentence) => sentence.start <= claim.start && claim.start < sentence.end)

export const within = ([start, end]: Span, sentence: Pick<RuleSentence, 'start' | 'end'>): boolean =>
  sentence.start <= start && end <= sentence.end

/**
 * A pattern of whole words that stands for any of these, letter case aside. They stand as in a lexicon: apart by ` | ` or a line end,
 * each a regular expression (in which an alternative has no spaces round it).
 */
export const anyOf = (words: string): RegExp => {
  const all = words.split(/\s+\|\s+|\n/u).map((word) => word.trim())
  return new RegExp(`\\b(?:${all.filter((word) => word !== '').join('|')})\\b`, 'iu')
}
