import type { DraftClaim } from './claims.ts'
import type { CopySentence } from './layout.ts'
import type { FoundStatement } from './types.ts'

/** Shown beside the claims, never as caveats: somebody denies, says nothing, or the copy hedges. Patterns run on one sentence each. */
const PATTERNS: readonly [FoundStatement['kind'], RegExp][] = [
  [
    'denial',
    /\b(?:denie[sd]|denying|deny|has rejected|rejected|rejects|refuted|disputed|disputes|dismissed)\b(?= (?:the |any |all |these |those |that |it |having |being |his |her |its |their |claims|reports|allegations|accusations|involvement|responsibility|wrongdoing|charges))/iu,
  ],
  [
    'no_comment',
    /\b(?:declin\w+ to (?:comment|be interviewed|answer|discuss|confirm|say|elaborate)|refus\w+ to (?:comment|answer|confirm|say)|(?:did|has|have|had) not (?:immediately |yet )?(?:respond|return|repl|answer|comment)\w*|no comment|(?:could not|couldn[’']t) (?:immediately )?be reached|was not (?:immediately )?available (?:for|to) comment|did not wish to comment)/iu,
  ],
  [
    'hedge',
    /\b(?:alleged(?:ly)?|reportedly|apparently|purported(?:ly)?|supposed(?:ly)?|so-called|believed to|thought to|said to be|appear(?:s|ed)? to|seem(?:s|ed)? to|may have|might have|could have been|rumou?red|suspected of|possibly|presumably)\b/iu,
  ],
]
const LONGEST = 3000

/** Denials, refusals to comment and hedges, with the claims of the same sentence that they stand in. */
export function statementsOf(text: string, sentences: readonly CopySentence[], claims: readonly DraftClaim[]): FoundStatement[] {
  const bySentence = new Map<number, number[]>()
  for (const [k, claim] of claims.entries()) bySentence.set(claim.sentence, [...(bySentence.get(claim.sentence) ?? []), k])
  const statements: FoundStatement[] = []
  for (const [ordinal, sentence] of sentences.entries()) {
    if (sentence.role !== 'copy' && sentence.role !== 'headline') continue
    const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + LONGEST))
    for (const [kind, pattern] of PATTERNS) {
      const match = pattern.exec(words)
      if (!match) continue
      const at = sentence.start + match.index
      const holding = (bySentence.get(ordinal) ?? []).filter((k) => claims[k]?.spans.some(([from, to]) => at >= from && at < to))
      const whole = kind !== 'hedge'
      statements.push({ start: whole ? sentence.start : at, end: whole ? sentence.end : at + match[0].length, kind, claims: holding })
    }
  }
  return statements
}
