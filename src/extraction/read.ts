import type { FoundAttribution, FoundCaveat, FoundClaim, FoundSource, Reading, ReadOptions, Span } from './types.ts'
import { attributionsOf, type Passage } from './frames/attributions.ts'
import { caveatIn } from './caveats/caveats.ts'
import { claimsOf, confidenceOf, type DraftClaim, type Drafts, type Material, quoteKind } from './claims/claims.ts'
import { conflictsOf } from './conflicts/conflicts.ts'
import { identifyLanguage } from './language.ts'
import { judgeClaims, passageConfidence, type Thoughts } from './confidence.ts'
import { type CopySentence, layOut } from './layout/layout.ts'
import { learnedAttributions, type LearnedAttribution } from './learned/attributions.ts'
import { joinReaders } from './learned/join.ts'
import type { Entry } from './sources/ledger.ts'
import { outletFromCaveats, outletNames } from './sources/outlet.ts'
import type { Range } from './words/phrases.ts'
import { scopeOf } from './caveats/scope.ts'
import type { View } from './caveats/scope/view.ts'
import { openDesk, voice } from './sources/sources.ts'
import { statementsOf } from './claims/statements.ts'
import { grammarOf } from './tongues.ts'

/**
 * Reads an article: its parts and furniture, its sentences, who said what through whom, its claims and their caveats.
 *
 * Pure: the same text and options give the same record. All offsets are UTF-16 units into `text`, all indices point into the
 * record's own lists. Never throws, whatever the text; what it cannot attribute is the copy's own voice, with low confidence.
 */
export function readArticle(text: string, options: ReadOptions = {}): Reading {
  const draft = draftOf(text, options)
  const { language, direction, parts, furniture, material, drafts, sources, thoughts } = draft
  const { sentences, passages, english, grammar } = material
  // What qualifies, disputes or contradicts the claims.
  const caveats = tieCaveats(draft)
  const statements = english || grammar ? statementsOf(text, sentences, drafts.claims, grammar?.statements) : []
  const conflicts = english ? conflictsOf(sentences, drafts.claims) : []
  const resting = claimsByPassage(drafts.claims)
  const attributions = thoughts
    ? bothReaders(material, thoughts, resting)
    : passages.flatMap((passage, k) => asAttribution(material, resting.get(k) ?? [], passage, k) ?? [])
  return {
    language,
    direction,
    parts,
    furniture: [...furniture].sort((a, b) => a.start - b.start),
    sentences: drafts.sentences,
    sources,
    attributions,
    claims: drafts.claims.map(asClaim),
    caveats,
    statements,
    conflicts,
  }
}

/** An article read as far as its claims and what its caveats say; no caveat is tied to a claim yet. */
export interface Draft extends Pick<Reading, 'language' | 'direction' | 'parts' | 'furniture' | 'sources'> {
  material: Material
  drafts: Drafts
  /** What the learned reader thought; null where only rules read. */
  thoughts: Thoughts | null
}

export function draftOf(text: string, options: ReadOptions = {}): Draft {
  const { language, direction } = identifyLanguage(text)
  const english = language === 'en'
  // Blocks and furniture, parts, sentences, words.
  const { parts, furniture, sentences } = layOut(text, options, language)
  // Who is said to say what, and what is said not to be verified.
  const grammar = english ? null : grammarOf(language)
  const rules = english || grammar ? attributionsOf(sentences, grammar) : []
  const both = english && options.rulesOnly !== true
  const learned = both ? learnedAttributions(sentences, rules) : []
  const { passages, opinions, added } = joinReaders(sentences, rules, learned)
  const caveatOf = english ? caveatIn : (grammar?.caveat ?? (() => null))
  const found = sentences.flatMap((sentence, k) => caveatOf(sentence, k) ?? [])
  // Sources, in the order in which the copy brings them.
  const caveatSentences = new Set(found.filter((caveat) => caveat.whole).map((caveat) => sentences[caveat.sentence]))
  const outlet = outletFromCaveats(text, sentences, outletNames(options.outlet), (sentence) => caveatSentences.has(sentence))
  const desk = openDesk(text, sentences, outlet, grammar?.mention ?? null)
  const voicings = passages.map((passage) => voice(desk, passage))
  const sources = desk.ledger.entries.map(asSource)
  const material: Material = { text, sentences, passages, voicings, caveats: found, english, grammar }
  const drafts = claimsOf(material)
  const thoughts: Thoughts | null = both ? { opinions, learned, added } : null
  if (thoughts) judgeClaims(material, drafts.claims, thoughts)
  return { language, direction, parts, furniture, sources, material, drafts, thoughts }
}

function asSource({ name, aliases, kind, identified, unnamed, affiliatedTo, stake }: Entry): FoundSource {
  return { name, aliases, kind, identified, unnamed, affiliatedTo, stake }
}

function asClaim({ spans, text, kind, checkable, voice: how, quote, chain, caveats, confidence, reasons }: DraftClaim): FoundClaim {
  return { spans, text, kind, checkable, voice: how, quote, chain, caveats, confidence, reasons }
}

/** Writes every caveat's claims, and on every claim its caveats. */
function tieCaveats({ material: { caveats, sentences, english }, drafts: { claims }, sources }: Draft): FoundCaveat[] {
  const view: View = { claims, sources, sentences, caveats }
  const tied = caveats.map((caveat) => scopeOf(caveat, view, english))
  for (const [k, found] of tied.entries())
    for (const index of found) {
      const claim = claims[index]
      if (!claim) continue
      claim.caveats.push(k)
      if (claim.voice === 'own_voice') claim.voice = 'own_voice_with_caveat'
      if (claim.voice === 'attributed') claim.voice = 'attributed_with_caveat'
    }
  return caveats.map((caveat, k) => {
    const [start, end] = caveat.whole ? wholeOf(sentences[caveat.sentence]) : spanOf(sentences[caveat.sentence], caveat.range)
    return { start, end, claims: tied[k] ?? [] }
  })
}

const wholeOf = (sentence: CopySentence | undefined): Span => [sentence?.start ?? 0, sentence?.end ?? 0]

function spanOf(sentence: CopySentence | undefined, [from, to]: Range): Span {
  const s = sentence?.tokens ?? []
  return [s[from]?.start ?? 0, s[to - 1]?.end ?? 0]
}

/** The claims that rest on each passage. */
function claimsByPassage(claims: readonly DraftClaim[]): Map<number, number[]> {
  const index = new Map<number, number[]>()
  for (const [k, claim] of claims.entries()) {
    for (const passage of claim.passages) {
      const known = index.get(passage)
      if (known) known.push(k)
      else index.set(passage, [k])
    }
  }
  return index
}

/**
 * The attributions of an English article in the order of their cues: as the learned reader cuts them, and those that only the rules see
 * and that no words of the learned reader's cover.
 */
function bothReaders(material: Material, thoughts: Thoughts, resting: ReadonlyMap<number, number[]>): FoundAttribution[] {
  const { passages, voicings, sentences } = material
  const standing = thoughts.learned.filter(({ doubtful }) => !doubtful)
  const indexOf = new Map<LearnedAttribution, number>()
  for (const [k, passage] of passages.entries()) {
    const opinion = thoughts.opinions.get(passage)
    if (opinion && !opinion.doubtful) indexOf.set(opinion, k)
  }
  const found = standing.map((attribution): FoundAttribution => {
    const k = indexOf.get(attribution) ?? -1
    const span = (piece: { sentence: number; range: Range }): Span => spanOf(sentences[piece.sentence], piece.range)
    return {
      content: joined(attribution.content.map(span)),
      cue: [span(attribution.cue)],
      source: joined(attribution.source.map(span)),
      sourceIndex: voicings[k]?.sourceIndex ?? null,
      quote: quoteOf(material, attribution.content),
      claims: resting.get(k) ?? [],
      confidence: rounded(attribution.confidence),
    }
  })
  const taken = found.flatMap(({ content }) => content)
  for (const [k, passage] of passages.entries()) {
    const opinion = thoughts.opinions.get(passage)
    if ((opinion && !opinion.doubtful) || passage.inner || passage.frame.force !== 'speech' || voicings[k]?.own) continue
    const attribution = asAttribution(material, resting.get(k) ?? [], passage, k)
    if (!attribution || attribution.content.some(([start, end]) => taken.some(([a, b]) => start < b && a < end))) continue
    found.push({ ...attribution, confidence: rounded(passageConfidence(passage, thoughts)) })
  }
  return found.sort((a, b) => (a.cue[0]?.[0] ?? 0) - (b.cue[0]?.[0] ?? 0))
}

const rounded = (confidence: number): number => Math.round(confidence * 100) / 100

/** The record of an outermost attribution; null for one that stands inside another's words, or that is the outlet's own. */
function asAttribution(material: Material, claims: number[], passage: Passage, index: number): FoundAttribution | null {
  if (passage.inner) return null
  const { sentences, voicings } = material
  const sentence = sentences[passage.sentence]
  const voicing = voicings[index]
  const { cue, source } = passage.frame
  return {
    content: joined(passage.content.map((piece) => spanOf(sentences[piece.sentence], piece.range))),
    cue: [spanOf(sentence, cue)],
    source: source && source !== cue ? [spanOf(sentence, source)] : [],
    sourceIndex: voicing?.sourceIndex ?? null,
    quote: quoteOf(material, passage.content),
    claims,
    confidence: confidenceOf(material, voicing?.hops ?? [{ sourceIndex: null, verb: '', cue: null }], index),
  }
}

function quoteOf({ sentences }: Material, content: readonly { sentence: number; range: Range }[]): FoundAttribution['quote'] {
  const kinds = new Set(content.map((piece) => quoteKind(sentences[piece.sentence]?.tokens ?? [], piece.range)))
  return kinds.size === 1 ? ([...kinds][0] ?? 'indirect') : 'mixed'
}

/** Joins pieces of content that only white space parts. */
function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const span of spans) {
    const last = out.at(-1)
    if (last && span[0] >= last[0] && span[0] - last[1] <= 2 && span[0] - last[1] >= 0) out[out.length - 1] = [last[0], span[1]]
    else out.push(span)
  }
  return out
}
