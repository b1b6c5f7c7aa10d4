import { readFileSync } from 'node:fs'
import { type Boosted, probabilityOf } from '../../learned/decision.ts'
import type { Range } from '../../words/phrases.ts'
import type { Token } from '../../words/tokens.ts'
import { LACKING } from '../wording.ts'
import { INABILITY, NO_PART, NOT } from '../words.ts'
import { evidenceFor } from './evidence.ts'

/** Where the trainer writes and the engine reads. */
export const DOUBTS_FILE = new URL('./trees.json', import.meta.url)

/** From this probability on a word of doubt makes a caveat. */
const LIKELY = 0.5
export const isLikely = (probability: number): boolean => probability >= LIKELY

/** Words that deny, lack or doubt: each may be where a caveat turns. */
const DOUBTING: ReadonlySet<string> = new Set([...LACKING, ...NOT, ...INABILITY, ...NO_PART, 'still'])

/** A word of doubt that no rule has read as a caveat, and what is known of it. */
export interface Doubt {
  /** Its ordinal in the sentence. */
  at: number
  /** Numbers in the order of `EVIDENCE`. */
  evidence: number[]
}

/** The words of doubt of a sentence that stand in none of the caveats already found there. */
export function doubtsIn(s: readonly Token[], found: readonly Range[]): Doubt[] {
  const all = s.flatMap((token, k) => (DOUBTING.has(token.lower) && !token.quoted ? [k] : []))
  return all
    .filter((k) => !found.some(([from, to]) => k >= from && k < to))
    .map((at) => ({ at, evidence: evidenceFor(s, at, all.length, found.length > 0) }))
}

let trees: Boosted | null = null
const learned = (): Boosted => (trees ??= JSON.parse(readFileSync(DOUBTS_FILE, 'utf8')) as Boosted)

/** The words of doubt of a sentence that are likely to be caveats, as marked copy teaches: their ordinals, the likeliest first. */
export function likelyDoubts(s: readonly Token[], found: readonly Range[]): number[] {
  return doubtsIn(s, found)
    .map(({ at, evidence }) => ({ at, likely: probabilityOf(learned(), evidence) }))
    .filter(({ likely }) => isLikely(likely))
    .sort((a, b) => b.likely - a.likely)
    .map(({ at }) => at)
}
