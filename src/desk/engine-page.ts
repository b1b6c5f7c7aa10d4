import { overlaps } from '../claims/place.ts'
import type { PlacedClaim } from '../claims/queries.ts'
import type { FoundReason, Span } from '../extraction/types.ts'
import { reasonLabels, voiceLabels } from '../vocabulary.ts'
import { plural, shorten } from '../web/words.ts'
import { deskQuery, type Filter } from './filters.ts'
import type { OnDesk } from './gather.ts'
import { doubtsIn, engineReading, isUnsure, ofHundred, unsureFirst } from './unsure.ts'

/** A reason in words; what the copy says is put between `before` and `after`, in quotation marks. */
export interface ReasonView {
  before: string
  quoted: string | null
  after: string
}

/** What the engine is unsure of, in one line. */
export interface UnsureView {
  label: string
  reasons: ReasonView[]
}

/** The claims to look at first: the whole list folds, the next of them is one key away. */
export interface LookFirst {
  summary: string
  claims: { href: string; label: string; current: boolean; wording: string; unsure: UnsureView }[]
  more: string | null
  /** Shows them alone in the copy, or everything again. */
  alone: { href: string; label: string }
}

/** How the engine read a claim, for the claim in hand. */
export interface EngineSection {
  confidence: string
  open: boolean
  readAs: string
  sources: string[]
  passages: { pieces: { text: string; marked: boolean }[] }[]
  reasons: ReasonView[]
  note: string
}

/** How many claims the list names; beyond that, the filter shows them in the copy. */
const listed = 12
/** How many doubts one line names. */
const doubtsInLine = 2

export function unsureView(desk: Pick<OnDesk, 'text'>, claim: PlacedClaim): UnsureView | null {
  const reading = isUnsure(claim) ? engineReading(claim) : null
  if (!reading) return null
  const reasons = doubtsIn(reading).slice(0, doubtsInLine)
  return {
    label: `Engine unsure (${ofHundred(reading)} of 100)${reasons.length > 0 ? ':' : '.'}`,
    reasons: reasons.map((reason, index) => reasonView(desk.text, reason, index === reasons.length - 1 ? '.' : ';')),
  }
}

export function lookFirst(desk: OnDesk, filter: Filter, inHand: number | null): LookFirst | null {
  const unsure = unsureFirst(desk.claims)
  if (unsure.length === 0) return null
  const alone = filter.engine !== ''
  return {
    summary: plural(unsure.length, 'claim'),
    claims: unsure.slice(0, listed).flatMap((claim) => {
      const view = unsureView(desk, claim)
      return view ? [{ ...linkTo(claim, filter), current: claim.id === inHand, wording: shorten(claim.wording, 110), unsure: view }] : []
    }),
    more: unsure.length > listed ? `And ${unsure.length - listed} more.` : null,
    alone: alone
      ? { href: deskQuery({ ...filter, engine: '' }) || '?', label: 'Show every claim again' }
      : { href: deskQuery({ ...filter, engine: 'unsure' }), label: 'Show only these in the copy' },
  }
}

/** The next claim of the list after the one in hand, and the first again after the last. */
export function nextUnsure(desk: OnDesk, filter: Filter, inHand: number | null): string | null {
  const unsure = unsureFirst(desk.claims)
  const at = unsure.findIndex((claim) => claim.id === inHand)
  const next = unsure[at + 1] ?? unsure[0]
  return next && next.id !== inHand ? linkTo(next, filter).href : null
}

/** Claims that are unsure and touch these stretches: confirming a sentence confirms them as well. */
export function unsureTouching(desk: OnDesk, filter: Filter, stretches: readonly Span[], but: number | null) {
  return desk.claims
    .filter((claim) => claim.id !== but && isUnsure(claim))
    .filter((claim) => claim.spans.some((span) => stretches.some((stretch) => overlaps([span.start, span.end], stretch))))
    .map((claim) => ({ ...linkTo(claim, filter), unsure: unsureView(desk, claim) }))
}

export function engineSection(desk: OnDesk, claim: PlacedClaim, alone: boolean): EngineSection | null {
  const reading = engineReading(claim)
  const { suggestion } = claim
  if (!reading || !suggestion) return null
  const n = ofHundred(reading)
  return {
    confidence: `${n} of 100`,
    open: alone,
    readAs: voiceLabels[suggestion.claim.voice],
    sources: suggestion.sources.map((source) => source.name),
    passages: passagesOf(desk, suggestion.claim.spans, reading.reasons),
    reasons: reading.reasons.map((reason) => reasonView(desk.text, reason, '.')),
    note:
      claim.standing === 'suggested'
        ? `Of 100 readings like this one, about ${n} are right about who says it. Whether it is so is another question, and a suggestion decides nothing.`
        : 'This is how it was read when the article was split. Somebody has decided since, and only that counts.',
  }
}

function linkTo(claim: PlacedClaim, filter: Filter): { href: string; label: string } {
  return { href: `${deskQuery(filter, { claim: claim.id })}#claim`, label: `Claim ${claim.number}` }
}

function reasonView(text: string, { code, span }: FoundReason, end: string): ReasonView {
  const quoted = span ? shorten(text.slice(span[0], span[1]).replace(/\s+/g, ' ').trim(), 60) : ''
  const label = reasonLabels[code]
  if (quoted === '') return { before: `${label.plain}${end}`, quoted: null, after: '' }
  const [before = '', after = ''] = label.quoting.split('…')
  return { before, quoted, after: `${after}${end}` }
}

/** The sentences that the engine read the claim in, with the words that made it decide marked where they stand there. */
function passagesOf(desk: OnDesk, spans: readonly Span[], reasons: readonly FoundReason[]): EngineSection['passages'] {
  const marks = reasons.flatMap((reason) => (reason.span ? [reason.span] : []))
  return desk.sentences
    .filter(({ start, end }) => spans.some((span) => overlaps(span, [start, end])))
    .map(({ start, end }) => ({ pieces: piecesOf(desk.text, [start, end], marks) }))
    .filter(({ pieces }) => pieces.some((piece) => piece.text !== ''))
}

function piecesOf(text: string, [from, to]: Span, marks: readonly Span[]): { text: string; marked: boolean }[] {
  const edges = [...new Set([from, ...marks.flat().filter((edge) => edge > from && edge < to), to])].sort((one, other) => one - other)
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? to
    return { text: text.slice(start, end).replace(/\s+/g, ' '), marked: marks.some((mark) => mark[0] <= start && end <= mark[1]) }
  })
}
