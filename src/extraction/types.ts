import type {
  ClaimKind,
  FurnitureKind,
  Identification,
  NoneReason,
  QuoteKind,
  ReasonCode,
  SourceKind,
  Stake,
  Voice,
} from '../vocabulary.ts'

/** A half-open stretch `[start, end)` of the text, in UTF-16 code units. */
export type Span = readonly [start: number, end: number]

/** What a document's own markup said of a stretch of its text (from HTML, DOCX or Markdown). Plain text has none. */
export interface Block {
  start: number
  end: number
  kind: 'heading' | 'paragraph' | 'list_item' | 'quote' | 'caption' | 'table' | 'aside' | 'menu'
  /** What the markup calls it by class name or role: a share bar, related stories, a newsletter box. */
  furniture?: FurnitureKind
  /** 1 to 6 for headings. */
  level?: number
}

export interface Parts {
  headline: Span | null
  byline: Span | null
  dateline: Span | null
  published: { span: Span; iso: string } | null
  outlet: Span | null
}

export interface FurniturePassage {
  start: number
  end: number
  kind: FurnitureKind
}

export interface ReadOptions {
  /** The input is running prose: no parts, no furniture, every non-space character lies in a sentence. */
  plain?: boolean
  /** Whose copy it is, so that the outlet is never a hop. */
  outlet?: string
  /** Leaves the learned reader out: to measure what it adds. */
  rulesOnly?: boolean
  /** What the document's markup said. */
  blocks?: readonly Block[]
  /** What a person has decided about parts and furniture; taken as it is instead of recognising them. */
  given?: { parts: Parts; furniture: readonly FurniturePassage[] }
}

export interface Sentence {
  start: number
  end: number
  claims: number[]
  none: NoneReason | null
}

export interface FoundSource {
  name: string
  aliases: string[]
  kind: SourceKind
  identified: Identification
  unnamed: boolean
  /** Index of the source this one belongs to (an agency to its group), if the copy says so. */
  affiliatedTo: number | null
  stake: Stake
}

export interface FoundAttribution {
  content: Span[]
  cue: Span[]
  source: Span[]
  sourceIndex: number | null
  quote: Exclude<QuoteKind, 'none'>
  claims: number[]
  confidence: number
}

export interface FoundHop {
  sourceIndex: number | null
  verb: string
  cue: Span | null
}

/** Why a claim was read as it was, and the words that made it so; null where no words did. */
export interface FoundReason {
  code: ReasonCode
  span: Span | null
}

export interface FoundClaim {
  spans: Span[]
  text: string
  kind: ClaimKind
  checkable: boolean
  voice: Voice
  quote: QuoteKind
  /** From the origin (first) to the relay nearest the copy (last); `[]` is the outlet's own voice. */
  chain: FoundHop[]
  caveats: number[]
  /** 0 to 1; orders what a person should look at first, never shown as truth. */
  confidence: number
  reasons: FoundReason[]
}

export interface FoundCaveat {
  start: number
  end: number
  claims: number[]
}
export interface FoundStatement {
  start: number
  end: number
  kind: 'denial' | 'no_comment' | 'hedge'
  claims: number[]
}
export interface FoundConflict {
  claims: [number, number]
  about: 'number' | 'date'
  spans: [Span, Span]
}

/** Everything the engine found in one text. All offsets count in that text; all indices point into the lists here. */
export interface Reading {
  language: string
  direction: 'ltr' | 'rtl'
  parts: Parts
  furniture: FurniturePassage[]
  sentences: Sentence[]
  sources: FoundSource[]
  attributions: FoundAttribution[]
  claims: FoundClaim[]
  caveats: FoundCaveat[]
  statements: FoundStatement[]
  conflicts: FoundConflict[]
}
