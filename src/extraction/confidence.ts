import type { Passage } from './frames/attributions.ts'
import type { DraftClaim, Material } from './claims/claims.ts'
import type { LearnedAttribution, Piece } from './learned/attributions.ts'
import { isWord, type Range } from './words/phrases.ts'
import type { FoundReason, Span } from './types.ts'

/** How often an attribution is right that only the rules see, by what the cue says of its source; measured on the train part of the corpus. */
const RULES_ONLY = { speech: 0.62, act: 0.5, thought: 0.4, stance: 0.3 } as const
/** Who a pronoun means is one more thing to get wrong; so is a speaker carried over from the sentence before. */
const PRONOUN = 0.9
const NOBODY = 0.7
const CARRIED = 0.85
/** Nothing in the sentence says that somebody said it. */
const OWN_VOICE = 0.92

/** What both readers thought, for judging how sure a claim is. */
export interface Thoughts {
  opinions: ReadonlyMap<Passage, LearnedAttribution>
  learned: readonly LearnedAttribution[]
  /** What only the learned reader sees. */
  added: ReadonlySet<Passage>
}

/** How sure the reading of an attribution is: the learned reader's calibrated opinion, or how often the rules are right alone. */
export function passageConfidence(passage: Passage, { opinions }: Thoughts): number {
  const opinion = opinions.get(passage)
  if (opinion) return opinion.confidence
  return RULES_ONLY[passage.frame.force]
}

/** Sets how sure the engine is of who says each claim, and why. Lists of claims and passages as in `material`. */
export function judgeClaims(material: Material, claims: readonly DraftClaim[], thoughts: Thoughts): void {
  const bySentence = new Map<number, LearnedAttribution[]>()
  for (const attribution of thoughts.learned)
    for (const { sentence } of attribution.content) {
      const list = bySentence.get(sentence)
      if (!list) bySentence.set(sentence, [attribution])
      else if (!list.includes(attribution)) list.push(attribution)
    }
  for (const claim of claims) {
    const judged =
      claim.chain.length > 0 ? attributed(material, claim, thoughts) : ownVoice(material, claim, bySentence.get(claim.sentence) ?? [])
    claim.confidence = Math.round(judged.confidence * 100) / 100
    claim.reasons = judged.reasons
  }
}

interface Judged {
  confidence: number
  reasons: FoundReason[]
}

function attributed(material: Material, claim: DraftClaim, thoughts: Thoughts): Judged {
  const { passages, sentences } = material
  const reasons: FoundReason[] = []
  const index = claim.passages[0]
  const passage = index === undefined ? undefined : passages[index]
  if (!passage) return { confidence: NOBODY, reasons: [{ code: 'no_source', span: null }] }
  let confidence = passageConfidence(passage, thoughts)
  const { cue, source } = passage.frame
  const at = (range: Range): Span | null => spanOf(material, { sentence: passage.sentence, range })
  reasons.push({ code: 'cue', span: at(cue) })
  if (source && source !== cue) {
    const tokens = sentences[passage.sentence]?.tokens ?? []
    const pronoun = source[1] - source[0] === 1 && tokens[source[0]]?.pos === 'PRON'
    reasons.push({ code: pronoun ? 'pronoun' : 'source', span: at(source) })
    if (pronoun) confidence *= PRONOUN
  }
  if (claim.chain.some((hop) => hop.sourceIndex === null)) {
    reasons.push({ code: 'no_source', span: null })
    confidence *= NOBODY
  }
  if (passage.sentence !== claim.sentence) {
    reasons.push({ code: 'carried_on', span: at(cue) })
    confidence *= CARRIED
  }
  const opinion = thoughts.opinions.get(passage)
  if (!opinion || opinion.doubtful) reasons.push({ code: 'rules_only', span: at(cue) })
  else if (thoughts.added.has(passage)) reasons.push({ code: 'learned_only', span: at(cue) })
  return { confidence, reasons }
}

/** The outlet's own voice, unless the learned reader saw an attribution over most of the claim's words. */
function ownVoice(material: Material, claim: DraftClaim, near: readonly LearnedAttribution[]): Judged {
  let strongest: LearnedAttribution | null = null
  for (const attribution of near)
    if (share(material, claim, attribution.content) >= 0.5 && (!strongest || attribution.confidence > strongest.confidence))
      strongest = attribution
  if (!strongest) return { confidence: OWN_VOICE, reasons: [{ code: 'own_voice', span: null }] }
  const reasons: FoundReason[] = [{ code: 'maybe_cue', span: spanOf(material, strongest.cue) }]
  return { confidence: Math.min(OWN_VOICE, 1 - strongest.confidence), reasons }
}

function share({ sentences }: Material, { sentence, range }: DraftClaim, content: readonly Piece[]): number {
  const tokens = sentences[sentence]?.tokens ?? []
  let words = 0
  let covered = 0
  for (let k = range[0]; k < range[1]; k++) {
    if (!isWord(tokens[k])) continue
    words++
    if (content.some((piece) => piece.sentence === sentence && k >= piece.range[0] && k < piece.range[1])) covered++
  }
  return words === 0 ? 0 : covered / words
}

function spanOf({ sentences }: Material, { sentence, range }: Piece): Span | null {
  const tokens = sentences[sentence]?.tokens ?? []
  const first = tokens[range[0]]
  const last = tokens[range[1] - 1]
  return first && last ? [first.start, last.end] : null
}
