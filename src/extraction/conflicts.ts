import type { DraftClaim } from './claims.ts'
import type { CopySentence } from './layout.ts'
import type { FoundConflict, Span } from './types.ts'

const NUMBER_WORDS = new Map(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, k) => [word, k + 1]),
)
const LOSS = /^(?:dead|killed|died|injured|wounded|missing|arrested|detained|hurt|deaths)$/u
const PEOPLE =
  /^(?:people|persons|men|women|children|soldiers|officers|passengers|workers|civilians|residents|others|victims|students|protesters)$/u
const APPROXIMATE = /^(?:least|than|about|around|nearly|almost|some|over|under|up|roughly|approximately)$/u

interface Count {
  claim: number
  value: number
  span: Span
  about: string
  exact: boolean
}

/**
 * Counts of the same loss that differ between claims: "12 people were killed" and "nine killed". Only plain cardinal numbers of people
 * killed, hurt, missing or held are compared, and only between claims with different chains: better none than a wrong one.
 */
export function conflictsOf(sentences: readonly CopySentence[], claims: readonly DraftClaim[]): FoundConflict[] {
  const counts = claims.flatMap((claim, k) => countIn(sentences, claim, k) ?? [])
  const conflicts: FoundConflict[] = []
  const firstOf = new Map<string, Count>()
  for (const count of counts) {
    const first = firstOf.get(count.about)
    if (!first) {
      firstOf.set(count.about, count)
      continue
    }
    if (first.value === count.value || !first.exact || !count.exact || origin(claims, first) === origin(claims, count)) continue
    conflicts.push({ claims: [first.claim, count.claim], about: 'number', spans: [first.span, count.span] })
  }
  return conflicts
}

const origin = (claims: readonly DraftClaim[], count: Count): string =>
  JSON.stringify(claims[count.claim]?.chain.map((hop) => hop.sourceIndex))

function countIn(sentences: readonly CopySentence[], claim: DraftClaim, index: number): Count | null {
  const s = sentences[claim.sentence]?.tokens.slice(...claim.range) ?? []
  for (const [k, token] of s.entries()) {
    const value = NUMBER_WORDS.get(token.lower) ?? (/^\d{1,3}(?:,\d{3})*$/u.test(token.text) ? Number(token.text.replace(/,/gu, '')) : null)
    if (value === null || value < 2) continue
    const after = s.slice(k + 1, k + 6)
    const people = after[0] && (PEOPLE.test(after[0].lower) || LOSS.test(after[0].lower))
    const loss = after.find((word) => LOSS.test(word.lower))
    if (!people || !loss) continue
    const exact = !s.slice(Math.max(0, k - 2), k).some((word) => APPROXIMATE.test(word.lower))
    return {
      claim: index,
      value,
      span: [token.start, token.end],
      about: loss.lower.replace(/^(?:dead|died|deaths)$/u, 'killed').replace(/^(?:wounded|hurt)$/u, 'injured'),
      exact,
    }
  }
  return null
}
