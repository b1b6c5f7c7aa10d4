import type { DraftClaim } from './claims.ts'
import type { CopySentence } from '../layout/layout.ts'

/** A quotation longer than this many units is no one opinion. */
const LONGEST = 1200

/** “They never asked. They never do,” he said: a quotation that is one opinion is one claim, however many sentences it has. */
export function goesOn(sentences: readonly CopySentence[], before: DraftClaim, claim: DraftClaim): boolean {
  if (before.kind !== 'opinion' || claim.kind !== 'opinion' || before.checkable || claim.checkable) return false
  if (claim.sentence === before.sentence || claim.range[0] > 0 || claim.quote === 'none' || before.quote === 'none') return false
  const upper = sentences[claim.sentence - 1]
  const lower = sentences[claim.sentence]
  const [start, end] = before.spans.at(-1) ?? [0, 0]
  if (!upper || !lower || upper.paragraph !== lower.paragraph || lower.end - start > LONGEST) return false
  // Nothing else stands between: the claim so far reaches to the end of the sentence above.
  const adjoining = end >= upper.words[1] && end <= lower.start
  const quoted = lower.tokens[0]?.opens === true || lower.tokens[0]?.quoted === true
  return adjoining && quoted && before.chain.length > 0 && before.chain[0]?.sourceIndex === claim.chain[0]?.sourceIndex
}

/** Adds the next sentence of one opinion to its claim. */
export function joinOpinion(text: string, before: DraftClaim, claim: DraftClaim): void {
  const last = before.spans.at(-1)
  const end = claim.spans.at(-1)?.[1]
  if (!last || end === undefined) return
  before.spans = [...before.spans.slice(0, -1), [last[0], end]]
  before.text = before.spans.map((span) => text.slice(...span)).join(' ')
  before.passages = [...new Set([...before.passages, ...claim.passages])]
  if (claim.chain.length > before.chain.length) before.chain = claim.chain
  before.confidence = Math.min(before.confidence, claim.confidence)
}
