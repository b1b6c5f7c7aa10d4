import type { Sentence } from '../articles/schema.ts'
import { overlaps } from '../claims/place.ts'
import { touching } from '../claims/touching.ts'
import type { Caveat } from '../claims/schema.ts'
import type { Span } from '../extraction/types.ts'

/** The copy as it lies on the desk: pure, from the exact text and what is known of it to what is drawn. */

/** A claim as far as the copy shows it. */
export interface MarkedClaim {
  id: number
  spans: readonly Span[] /** Names of its chain's sources, as the copy may word them. */
  names: readonly string[]
}

/** `start` is where the piece begins in the exact text; its words are as long as there, so that a selection can be counted. */
export interface Piece {
  start: number
  text: string
  says: boolean
  caveat: boolean
}
/** A run of the text in one state: within one claim (the first run of a claim carries its number), a caveat, or plain. */
export interface Run {
  claimId: number | null
  first: boolean
  caveatId: number | null
  pieces: Piece[]
}
export interface CopySentence {
  id: number
  headline: boolean
  runs: Run[]
  claimIds: number[]
}
export interface Paragraph {
  headline: boolean
  heading: boolean
  sentences: CopySentence[]
}

export interface CopyInput {
  text: string
  sentences: readonly Sentence[]
  claims: readonly MarkedClaim[]
  caveats: readonly Caveat[]
  /** The claim in hand lies on top where claims overlap. */
  selected: number | null
}

/** The running copy and the headline, in paragraphs; parts outside the copy and furniture are left out. */
export function layOut(input: CopyInput): Paragraph[] {
  const numbered = new Set<number>()
  const held = touching(input.sentences, input.claims, (claim) => claim.spans)
  const qualified = touching(input.sentences, input.caveats, (caveat) => [[caveat.start, caveat.end]])
  const paragraphs: Paragraph[] = []
  let last: Sentence | null = null
  for (const sentence of input.sentences) {
    const running = sentence.furniture === null && (sentence.part === null || sentence.part === 'headline')
    if (!running) continue
    const drawn = drawSentence(input, sentence, held.get(sentence.id) ?? [], qualified.get(sentence.id) ?? [], numbered)
    const headline = sentence.part === 'headline'
    const heading = sentence.none === 'heading'
    const current = paragraphs.at(-1)
    const apart =
      last === null || /\n/.test(input.text.slice(last.end, sentence.start)) || headline || current?.headline || heading || current?.heading
    if (apart || !current) paragraphs.push({ headline, heading, sentences: [drawn] })
    else current.sentences.push(drawn)
    last = sentence
  }
  return paragraphs
}

function drawSentence(
  input: CopyInput,
  sentence: Sentence,
  claims: readonly MarkedClaim[],
  caveats: readonly Caveat[],
  numbered: Set<number>,
): CopySentence {
  const inside: Span = [sentence.start, sentence.end]
  const says = claims.flatMap((claim) => mentions(input.text, claim))
  const edges = edgesOf(inside, [
    ...claims.flatMap((claim) => [...claim.spans]),
    ...caveats.map((caveat): Span => [caveat.start, caveat.end]),
    ...says,
  ])

  const runs: Run[] = []
  for (const [index, start] of edges.slice(0, -1).entries()) {
    const stretch: Span = [start, edges[index + 1] ?? start]
    const covers = (span: Span): boolean => span[0] <= stretch[0] && stretch[1] <= span[1]
    const claimId = onTop(
      claims.filter((claim) => claim.spans.some(covers)),
      input.selected,
    )
    const caveat = caveats.find((one) => covers([one.start, one.end]))
    const piece: Piece = {
      start,
      text: input.text.slice(...stretch).replaceAll('\r', ' '),
      says: says.some(covers),
      caveat: caveat !== undefined,
    }
    const run = runs.at(-1)
    const same = run && run.claimId === claimId && (claimId !== null || run.caveatId === (caveat?.id ?? null))
    if (same) run.pieces.push(piece)
    else
      runs.push({
        claimId,
        first: claimId !== null && !numbered.has(claimId),
        caveatId: claimId === null ? (caveat?.id ?? null) : null,
        pieces: [piece],
      })
    if (claimId !== null) numbered.add(claimId)
  }
  return { id: sentence.id, headline: sentence.part === 'headline', runs, claimIds: claims.map((claim) => claim.id) }
}

/** The claim in hand, or else the shortest: the longer ones still show around it. */
function onTop(claims: readonly MarkedClaim[], selected: number | null): number | null {
  const inHand = claims.find((claim) => claim.id === selected)
  const length = (claim: MarkedClaim): number => claim.spans.reduce((sum, [start, end]) => sum + end - start, 0)
  return (inHand ?? [...claims].sort((one, other) => length(one) - length(other))[0])?.id ?? null
}

/** Where a claim's own words name its sources: the longest name of each that stands there, once. */
function mentions(text: string, claim: MarkedClaim): Span[] {
  const found: Span[] = []
  for (const name of [...claim.names].sort((one, other) => other.length - one.length)) {
    if (name.length < 3) continue
    for (const [start, end] of claim.spans) {
      const at = text.slice(start, end).indexOf(name)
      const span: Span = [start + at, start + at + name.length]
      if (at >= 0 && !found.some((one) => overlaps(one, span))) found.push(span)
    }
  }
  return found
}

function edgesOf(inside: Span, spans: readonly Span[]): number[] {
  const edges = spans.flatMap((span) => [...span]).filter((edge) => edge > inside[0] && edge < inside[1])
  return [...new Set([inside[0], ...edges, inside[1]])].sort((one, other) => one - other)
}
