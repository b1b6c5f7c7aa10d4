import type { Passage } from '../frames/attributions.ts'
import type { Caveat } from '../caveats/caveats.ts'
import { clausesOf } from './clauses.ts'
import { judge } from './kinds.ts'
import type { CopySentence } from '../layout/layout.ts'
import { FORMS } from '../words/lexicon.ts'
import { goesOn, joinOpinion } from './opinions.ts'
import { hasVerb, isWord, type Range, wordCount } from '../words/phrases.ts'
import type { Hop, Voicing } from '../sources/sources.ts'
import type { Grammar } from '../tongues.ts'
import type { FoundClaim, Sentence, Span } from '../types.ts'
import type { NoneReason, QuoteKind } from '../../vocabulary.ts'

/** A claim with what the later steps need to know of it: where it stands and which attributions it comes from. */
export interface DraftClaim extends FoundClaim {
  sentence: number
  range: Range
  passages: number[]
}

export interface Drafts {
  claims: DraftClaim[]
  sentences: Sentence[]
}

/** What the claims of an article are made of. Lists of one entry per sentence or per passage run in parallel. */
export interface Material {
  text: string
  sentences: readonly CopySentence[]
  passages: readonly Passage[]
  voicings: readonly Voicing[]
  caveats: readonly Caveat[]
  english: boolean
  /** The rules of a language other than English, where there are any. */
  grammar: Grammar | null
}

/** The claims of an article, sentence by sentence, and for every sentence its claims or why it has none. */
export function claimsOf(material: Material): Drafts {
  const drafts: Drafts = { claims: [], sentences: [] }
  const bySentence = indexPassages(material)
  const caveats = new Map(material.caveats.map((caveat) => [caveat.sentence, caveat]))
  let lead: { span: Span; record: Sentence } | null = null
  for (const [k, sentence] of material.sentences.entries()) {
    const caveat = caveats.get(k)
    const none = caveat?.whole ? 'caveat' : withoutClaim(sentence, material.english)
    const record: Sentence = { start: sentence.start, end: sentence.end, claims: [], none }
    if (none === null && leadsIn(material, k, caveats)) {
      lead = { span: sentence.words, record }
    } else if (none === null) {
      for (const claim of claimsIn(material, sentence, k, bySentence.get(k) ?? [], caveat)) {
        if (lead) {
          withLead(material.text, claim, lead.span)
          lead.record.claims.push(drafts.claims.length)
          lead = null
        }
        const before = drafts.claims.at(-1)
        if (before && goesOn(material.sentences, before, claim)) {
          joinOpinion(material.text, before, claim)
          record.claims.push(drafts.claims.length - 1)
          continue
        }
        record.claims.push(drafts.claims.length)
        drafts.claims.push(claim)
      }
      if (record.claims.length === 0) record.none = 'scene_setting'
    }
    if (lead && lead.record !== record) {
      lead.record.none = 'scene_setting'
      lead = null
    }
    drafts.sentences.push(record)
  }
  return drafts
}

/** "The study found:", "She wrote to a colleague:": a sentence that ends its paragraph with a colon belongs to the first claim of what follows. */
function leadsIn({ sentences, english }: Material, k: number, caveats: ReadonlyMap<number, Caveat>): boolean {
  const sentence = sentences[k]
  const next = sentences[k + 1]
  if (!sentence || !next || sentence.role !== 'copy' || next.role !== 'copy' || next.paragraph - sentence.paragraph !== 1) return false
  if (!/^[:：]$/u.test(sentence.tokens.at(-1)?.text ?? '') || sentence.tokens.length > LONGEST_LEAD) return false
  return !caveats.has(k) && !caveats.get(k + 1)?.whole && withoutClaim(next, english) === null
}

const LONGEST_LEAD = 45

function withLead(text: string, claim: DraftClaim, lead: Span): void {
  claim.spans = [lead, ...claim.spans]
  claim.text = claim.spans.map((span) => text.slice(...span)).join(' ')
}

interface Piece {
  passage: number
  ranges: Range[]
  own: boolean
}

/** For each sentence the passages that have content in it, and which tokens. */
function indexPassages({ passages }: Material): Map<number, Piece[]> {
  const index = new Map<number, Piece[]>()
  for (const [k, passage] of passages.entries()) {
    if (passage.frame.force === 'stance') continue
    const here = new Map<number, Range[]>()
    for (const { sentence, range } of passage.content) here.set(sentence, [...(here.get(sentence) ?? []), range])
    for (const [sentence, ranges] of here)
      index.set(sentence, [...(index.get(sentence) ?? []), { passage: k, ranges, own: sentence === passage.sentence }])
  }
  return index
}

function withoutClaim(sentence: CopySentence, english: boolean): NoneReason | null {
  if (sentence.role === 'heading') return /[?؟]["'”’»)\s]*$/u.test(lastWords(sentence)) ? 'question' : 'heading'
  if (sentence.role === 'repeat') return 'duplicate'
  const s = sentence.tokens
  if (s.slice(-3).some(({ text }) => text === '?' || text === '؟')) return 'question'
  if (english && isAskedQuote(sentence)) return 'question'
  const words = fewWords(s)
  if (words === 0 || (english && words < 2)) return 'scene_setting'
  if (english && words < FEW && sentence.role === 'copy' && isVerbless(s)) return 'scene_setting'
  return null
}

/** A sentence of fewer words claims nothing without a verb. */
const FEW = 5

/** The number of words, counted no further than needed. */
function fewWords(s: CopySentence['tokens']): number {
  let words = 0
  for (let k = 0; k < s.length && words < FEW; k++) if (isWord(s[k])) words++
  return words
}

/** "The front claims 60,000.": the tagger may take a verb of saying for a noun. */
const isVerbless = (s: CopySentence['tokens']): boolean =>
  !hasVerb(s, [0, s.length]) && !s.some((token, at) => at > 0 && FORMS.has(token.lower))

const lastWords = (sentence: CopySentence): string =>
  sentence.tokens
    .slice(-3)
    .map((token) => token.text)
    .join('')

/** “Who did this?” she asked. */
function isAskedQuote(sentence: CopySentence): boolean {
  const s = sentence.tokens
  if (s[0]?.opens !== true) return false
  const close = s.findLastIndex((token) => token.closes)
  return close > 0 && s[close - 1]?.text === '?' && s.length - close < 10
}

function claimsIn(
  material: Material,
  sentence: CopySentence,
  ordinal: number,
  pieces: readonly Piece[],
  caveat: Caveat | undefined,
): DraftClaim[] {
  const s = sentence.tokens
  const own = pieces.filter((piece) => piece.own).flatMap((piece) => material.passages[piece.passage] ?? [])
  const { grammar } = material
  const frames = own.map((passage) => passage.frame)
  const clauses = material.english ? clausesOf(s, own) : (grammar?.clauses(s, frames, caveat?.range ?? null) ?? [[0, s.length] as Range])
  return clauses.flatMap((range): DraftClaim[] => {
    // A clause that is nothing but the caveat makes no claim.
    if (caveat && caveat.range[0] <= range[0] + 1 && caveat.range[1] >= range[1] - 1) return []
    if (wordCount(s, range) === 0) return []
    return [claimOf(material, sentence, ordinal, range, pieces)]
  })
}

function claimOf(material: Material, sentence: CopySentence, ordinal: number, range: Range, pieces: readonly Piece[]): DraftClaim {
  const s = sentence.tokens
  const { passages, hops, content } = chainOf(material, s, range, pieces)
  const outer = passages.at(-1)
  const frame = outer === undefined ? null : (material.passages[outer]?.frame ?? null)
  const span: Span = [s[range[0]]?.start ?? sentence.start, s[range[1] - 1]?.end ?? sentence.end]
  const whole = range[0] === 0 && range[1] === s.length ? sentence.words : span
  const toInfinitive = frame !== null && s[frame.content[0]?.[0] ?? -1]?.lower === 'to'
  const judged = material.english
    ? judge(s, range, content, frame?.lemma ?? null, toInfinitive)
    : (material.grammar?.judge(s, range, content, frame?.lemma ?? null) ?? { kind: 'fact' as const, checkable: true })
  const denied = frame?.lemma === 'deny' || (frame?.lemma === 'reject' && frame.force === 'act')
  return {
    spans: [whole],
    text: material.text.slice(...whole),
    ...judged,
    voice: hops.length === 0 ? 'own_voice' : denied ? 'denied' : 'attributed',
    quote: hops.length === 0 ? 'none' : quoteKind(s, content),
    chain: hops,
    caveats: [],
    confidence: confidenceOf(material, hops, frame === null ? null : (outer ?? null)),
    reasons: [],
    sentence: ordinal,
    range,
    passages,
  }
}

/** The chain of one clause: the innermost speaker first, then those who relay it, outwards to the copy. */
function chainOf(
  material: Material,
  s: CopySentence['tokens'],
  range: Range,
  pieces: readonly Piece[],
): { passages: number[]; hops: Hop[]; content: Range } {
  if (pieces.length === 0) return { passages: [], hops: [], content: range }
  const covering = pieces.flatMap((piece) => {
    const passage = material.passages[piece.passage]
    const voicing = material.voicings[piece.passage]
    if (!passage || !voicing || voicing.own) return []
    return touches(piece.ranges, range) && coverage(s, range, piece, passage).covered >= 0.5
      ? [{ ...piece, passage: piece.passage, data: passage, voicing, size: piece.ranges.reduce((n, [a, b]) => n + b - a, 0) }]
      : []
  })
  covering.sort((a, b) => a.size - b.size || a.passage - b.passage)
  const outermost = covering.at(-1)
  const hops: Hop[] = []
  const passages: number[] = []
  for (const item of covering) {
    // Inside another's words only what somebody else said counts: "she said he told police" has one origin at least, "she believes" none.
    if (item !== outermost && (item.data.frame.force === 'thought' || pronounSource(s, item.data, item.own))) continue
    if (item !== outermost && item.data.frame.source && outermost && !item.data.inner) continue
    passages.push(item.passage)
    for (const hop of item.voicing.hops) if (!hops.some((known) => known.sourceIndex === hop.sourceIndex)) hops.push(hop)
  }
  const inner = covering.find((item) => passages.includes(item.passage))
  const ranges = inner?.ranges.map(([a, b]): Range => [Math.max(a, range[0]), Math.min(b, range[1])]).filter(([a, b]) => b > a) ?? []
  const content: Range = ranges.length > 0 ? [ranges[0]?.[0] ?? range[0], ranges.at(-1)?.[1] ?? range[1]] : range
  return { passages, hops, content }
}

function pronounSource(s: CopySentence['tokens'], passage: Passage, own: boolean): boolean {
  const source = passage.frame.source
  return own && source !== null && source[1] - source[0] === 1 && s[source[0]]?.pos === 'PRON'
}

/** Whether any content lies in a clause. */
const touches = (ranges: readonly Range[], [from, to]: Range): boolean => ranges.some(([a, b]) => a < to && from < b)

const within = (ranges: readonly Range[], k: number): boolean => ranges.some(([a, b]) => k >= a && k < b)

/** Which share of a clause's words an attribution accounts for, its own cue and source included. */
function coverage(s: CopySentence['tokens'], range: Range, piece: Piece, passage: Passage): { covered: number } {
  const ranges = [...piece.ranges]
  if (piece.own) {
    ranges.push(passage.frame.cue, ...passage.frame.relays, ...passage.frame.asides)
    for (const extra of [passage.frame.source, passage.frame.audience, passage.frame.origin]) if (extra) ranges.push(extra)
  }
  let words = 0
  let covered = 0
  let content = 0
  for (let k = range[0]; k < range[1]; k++) {
    if (!isWord(s[k])) continue
    words++
    const said = within(piece.ranges, k)
    if (said) content++
    if (said || within(ranges, k)) covered++
  }
  // What follows the speaker's own words ("…, he said, speaking in the town hall") is about the speaking.
  const after =
    piece.own && passage.frame.trailing ? wordCount(s, [Math.max(passage.frame.cue[1], passage.frame.source?.[1] ?? 0), range[1]]) : 0
  return { covered: words === 0 || content === 0 ? 0 : Math.min(1, (covered + Math.max(0, after)) / words) }
}

/** Direct where nearly all attributed words stand in quotation marks, mixed where some do. */
export function quoteKind(s: CopySentence['tokens'], [from, to]: Range): Exclude<QuoteKind, 'none'> {
  let words = 0
  let quoted = 0
  for (let k = from; k < to; k++) {
    if (!isWord(s[k])) continue
    words++
    if (s[k]?.quoted) quoted++
  }
  if (quoted === 0) return 'indirect'
  return quoted >= words * 0.95 ? 'direct' : 'mixed'
}

/** Surer with a named source and a plain verb of saying; least sure where nobody is named. */
export function confidenceOf(material: Material, hops: readonly Hop[], passage: number | null): number {
  if (!material.english) {
    if (!material.grammar) return hops.length > 0 ? 0.4 : 0.3
    // Rules without a tagger: surer than none, less sure than in English.
    return hops.length === 0 ? 0.5 : hops.some((hop) => hop.sourceIndex === null) ? 0.4 : 0.7
  }
  if (hops.length === 0 || passage === null) return 0.7
  const frame = material.passages[passage]?.frame
  if (!frame) return 0.7
  const base = { speech: 0.93, act: 0.82, thought: 0.72, stance: 0.5 }[frame.force]
  const unsure = hops.some((hop) => hop.sourceIndex === null) ? 0.3 : 0
  const s = material.sentences[material.passages[passage]?.sentence ?? -1]?.tokens
  const pronoun = frame.source && frame.source[1] - frame.source[0] === 1 && s?.[frame.source[0]]?.pos === 'PRON' ? 0.13 : 0
  return Math.round((base - unsure - pronoun) * 100) / 100
}
