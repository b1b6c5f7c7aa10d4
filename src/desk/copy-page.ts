import { furnitureLabels, type Standing, standingLabels } from '../vocabulary.ts'
import { plural, shorten } from '../web/words.ts'
import { type CopySentence, layOut, type Piece, type Run } from './copy.ts'
import { deskQuery, type Filter, passes, shownOutcome, shownOutcomeLabel } from './filters.ts'
import type { OnDesk } from './gather.ts'
import { isUnsure } from './unsure.ts'

/** The claim or the sentence that the viewer has in hand; at most one of them. */
export interface Hand {
  claim: number | null
  sentence: number | null
}

export interface RunView {
  claim: {
    id: string | null
    href: string
    outcome: string
    standing: Standing
    current: boolean
    label: string
    number: number | null
    dim: boolean
    unsure: boolean
    query: boolean
  } | null
  caveat: { href: string | null; linked: boolean; ties: string } | null
  pieces: Piece[]
}
export interface SentenceView {
  kind: { undecided: boolean; none: boolean }
  link: { href: string; label: string; current: boolean } | null
  runs: RunView[]
}
export interface CopyView {
  direction: string
  language: string
  furniture: { summary: string; items: { kind: string; words: string }[] } | null
  paragraphs: { standing: boolean; heading: boolean; plain: boolean; sentences: SentenceView[] }[]
}

/** The copy with every claim marked in its place. */
export function copyView(desk: OnDesk, filter: Filter, hand: Hand): CopyView {
  const names = new Map(desk.sources.map((source) => [source.id, [source.name, ...source.aliases]]))
  const paragraphs = layOut({
    text: desk.text,
    sentences: desk.sentences,
    caveats: desk.caveats,
    selected: hand.claim,
    claims: desk.claims.map((claim) => ({
      id: claim.id,
      spans: claim.spans.map(({ start, end }): [number, number] => [start, end]),
      names: (desk.chains.get(claim.id) ?? []).flatMap((hop) => names.get(hop.sourceId ?? 0) ?? []),
    })),
  })
  const undecided = new Set(desk.progress.undecided.map((item) => item.id))
  return {
    direction: desk.article.direction,
    language: desk.article.language === 'und' ? '' : desk.article.language,
    furniture: furnitureOf(desk),
    paragraphs: paragraphs.map(({ headline, heading, sentences }) => ({
      standing: headline,
      heading: heading && !headline,
      plain: !heading && !headline,
      sentences: sentences.map((sentence) => sentenceView(desk, filter, hand, sentence, undecided.has(sentence.id))),
    })),
  }
}

function sentenceView(desk: OnDesk, filter: Filter, hand: Hand, sentence: CopySentence, undecided: boolean): SentenceView {
  const bare = sentence.runs.every((run) => run.claimId === null && run.caveatId === null)
  const words = shorten(sentence.runs.flatMap((run) => run.pieces.map((piece) => piece.text)).join(''), 60)
  return {
    kind: { undecided, none: !undecided && sentence.claimIds.length === 0 },
    link: bare
      ? {
          href: `${deskQuery(filter, { sentence: sentence.id })}#claim`,
          current: hand.sentence === sentence.id,
          label: `${undecided ? 'Undecided sentence' : 'Sentence without a claim'}: ${words}`,
        }
      : null,
    runs: sentence.runs.map((run) => runView(desk, filter, hand, run, undecided ? sentence.id : null)),
  }
}

function runView(desk: OnDesk, filter: Filter, hand: Hand, run: Run, undecidedSentence: number | null): RunView {
  return {
    // A run that is a caveat as a whole is marked once, around its pieces.
    pieces: run.caveatId === null ? run.pieces : run.pieces.map((piece) => ({ ...piece, caveat: false })),
    claim: run.claimId === null ? null : claimView(desk, filter, hand, run.claimId, run.first),
    caveat: run.caveatId === null ? null : caveatView(desk, filter, hand, run.caveatId, undecidedSentence),
  }
}

function claimView(desk: OnDesk, filter: Filter, hand: Hand, id: number, first: boolean): RunView['claim'] {
  const claim = desk.claimById.get(id)
  if (!claim) return null
  const opinions = desk.opinions.get(id)
  const outcome = shownOutcome(opinions)
  const unsure = isUnsure(claim)
  const dropped = claim.state === 'not_a_claim' ? ', not a claim' : claim.state === 'cut' ? ', cut from the copy' : ''
  return {
    id: first ? `c${id}` : null,
    href: `${deskQuery(filter, { claim: id })}#claim`,
    outcome,
    standing: claim.standing,
    current: hand.claim === id,
    label: `Claim ${claim.number}, ${shownOutcomeLabel(outcome).toLowerCase()}, ${standingLabels[claim.standing].toLowerCase()}${unsure ? ', engine unsure' : ''}${dropped}`,
    unsure,
    number: first ? claim.number : null,
    dim: dropped !== '' || !passes(filter, { claim, chain: desk.chains.get(id) ?? [], opinions }),
    query: desk.progress.openQueries.some((query) => query.claimId === id),
  }
}

/** A caveat says which claims it qualifies, and stands out while one of them is in hand. It leads to its sentence until that is decided. */
function caveatView(desk: OnDesk, filter: Filter, hand: Hand, id: number, undecidedSentence: number | null): RunView['caveat'] {
  const qualified = desk.claims.filter((claim) => claim.caveatIds.includes(id))
  const first = qualified[0]
  return {
    href:
      undecidedSentence !== null
        ? `${deskQuery(filter, { sentence: undecidedSentence })}#claim`
        : first
          ? `${deskQuery(filter, { claim: first.id })}#claim`
          : null,
    linked: qualified.some((claim) => claim.id === hand.claim),
    ties: qualified.length > 0 ? `↳ ${qualified.map((claim) => claim.number).join(', ')}` : '',
  }
}

function furnitureOf(desk: OnDesk): CopyView['furniture'] {
  const aside = desk.sentences.filter((sentence) => sentence.furniture !== null || (sentence.part !== null && sentence.part !== 'headline'))
  if (aside.length === 0) return null
  const items = aside.map((sentence) => ({
    kind: sentence.furniture === null ? 'Part of the piece' : furnitureLabels[sentence.furniture],
    words: shorten(desk.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' '), 160),
  }))
  return { summary: `${plural(aside.length, 'line')} set aside: page furniture, byline and date`, items }
}
