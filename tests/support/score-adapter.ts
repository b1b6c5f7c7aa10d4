import type { Reading } from '../../src/extraction/types.ts'

/** One document as the claim scorer wants it: claims with their sources by name, the origin first. */
export interface ScoredDocument {
  id: string
  claims: { exact: string; start: number; end: number; sources: { name: string; id: string }[]; checkable: boolean; caveat: string[] }[]
  caveats: string[]
}

/** Turns a reading into the claim scorer's format. A hop to nobody in particular names no source. */
export function forScorer(id: string, text: string, reading: Reading): ScoredDocument {
  const caveatText = (index: number): string => {
    const caveat = reading.caveats[index]
    return caveat ? text.slice(caveat.start, caveat.end) : ''
  }
  return {
    id,
    claims: reading.claims.map((claim) => ({
      exact: claim.text,
      start: claim.spans[0]?.[0] ?? 0,
      end: claim.spans.at(-1)?.[1] ?? 0,
      sources: claim.chain.flatMap((hop) => {
        const source = hop.sourceIndex === null ? undefined : reading.sources[hop.sourceIndex]
        return source ? [{ name: source.name, id: String(hop.sourceIndex) }] : []
      }),
      checkable: claim.checkable,
      caveat: claim.caveats.map(caveatText),
    })),
    caveats: reading.caveats.map((_, k) => caveatText(k)),
  }
}
