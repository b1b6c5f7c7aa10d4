import { type Caveat, SAYINGS } from './caveats.ts'
import type { DraftClaim } from './claims.ts'
import type { CopySentence } from './layout.ts'
import { RECORDINGS } from './lexicon.ts'
import type { FoundSource } from './types.ts'

/** A caveat does not reach back farther than this many claims: about two long articles. */
const FARTHEST = 200

const singular = (noun: string): string => noun.replace(/(?:ie)?s$/u, '')

/**
 * The claims a caveat qualifies, by index. A caveat that names a thing reaches back to the claims about that thing, over paragraphs
 * if need be: the recordings, one party's claims, the figures. One inside a sentence qualifies that sentence's claims.
 */
export function scopeOf(
  caveat: Caveat,
  claims: readonly DraftClaim[],
  sources: readonly FoundSource[],
  sentences: readonly CopySentence[],
): number[] {
  const here = between(firstFrom(claims, caveat.sentence), firstFrom(claims, caveat.sentence + 1))
  if (!caveat.whole && here.length > 0) return nearest(caveat, claims, here)
  const end = firstFrom(claims, caveat.sentence)
  const before = between(Math.max(0, end - FARTHEST), end)
  const recordings = caveat.about.filter((noun) => RECORDINGS.has(noun))
  if (recordings.length > 0) {
    const shown = before.filter((k) => sources[claims[k]?.chain[0]?.sourceIndex ?? -1]?.kind === 'media')
    if (shown.length > 0) return shown
    return before.filter((k) => mentions(sentences, claims[k], recordings)).slice(-1)
  }
  if (caveat.owner.length > 0) {
    const owned = before.filter((k) =>
      claims[k]?.chain.some((hop) => {
        const source = hop.sourceIndex === null ? undefined : sources[hop.sourceIndex]
        const group = source && source.affiliatedTo !== null ? sources[source.affiliatedTo] : undefined
        return [source, group].some(
          (entry) =>
            entry &&
            caveat.owner.some((word) =>
              [entry.name, ...entry.aliases]
                .join(' ')
                .toLowerCase()
                .split(/[^\p{L}\p{N}]+/u)
                .includes(word),
            ),
        )
      }),
    )
    if (owned.length > 0) return owned
  }
  const attributed = before.filter((k) => (claims[k]?.chain.length ?? 0) > 0)
  const things = caveat.about.filter((noun) => !SAYINGS.has(noun))
  if (caveat.about.some((noun) => /^(?:figures?|tolls?|numbers?|casualties)$/u.test(noun))) {
    const counted = attributed.filter((k) => claims[k]?.kind === 'number').slice(-1)
    if (counted.length > 0) return counted
  }
  if (things.length > 0) {
    const named = before.filter((k) => mentions(sentences, claims[k], things)).slice(-1)
    if (named.length > 0) return named
  }
  return spokenLast(caveat, claims, attributed.length > 0 ? attributed : before)
}

/** The first claim of a sentence or of what follows it; claims stand in the order of their sentences. */
function firstFrom(claims: readonly DraftClaim[], sentence: number): number {
  let low = 0
  let high = claims.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((claims[middle]?.sentence ?? 0) < sentence) low = middle + 1
    else high = middle
  }
  return low
}

const between = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k)

/** Inside a sentence of several claims the caveat belongs to the one it stands in or follows. */
function nearest(caveat: Caveat, claims: readonly DraftClaim[], here: readonly number[]): number[] {
  const holding = here.filter((k) => (claims[k]?.range[0] ?? 0) <= caveat.range[0])
  return holding.length > 0 ? holding.slice(-1) : here.slice(0, 1)
}

function mentions(sentences: readonly CopySentence[], claim: DraftClaim | undefined, nouns: readonly string[]): boolean {
  if (!claim) return false
  const wanted = new Set(nouns.map(singular))
  return sentences[claim.sentence]?.tokens.slice(...claim.range).some((token) => wanted.has(singular(token.lower))) ?? false
}

/** "The claims": the run of claims by the speaker quoted last. "The claim", "this": the last one. */
function spokenLast(caveat: Caveat, claims: readonly DraftClaim[], attributed: readonly number[]): number[] {
  const last = attributed.at(-1)
  if (last === undefined) return []
  const plural = caveat.about.some(
    (noun) => SAYINGS.has(noun) && ((noun.endsWith('s') && noun !== 'this') || noun === 'these' || noun === 'those'),
  )
  if (!plural) return [last]
  const origin = claims[last]?.chain[0]?.sourceIndex
  const run: number[] = []
  for (const k of [...attributed].reverse()) {
    if (claims[k]?.chain[0]?.sourceIndex !== origin) break
    run.unshift(k)
  }
  return run
}
