import type { WordChoice } from '../claims/cuts-page.ts'
import { overlaps, wordsIn } from '../claims/place.ts'
import type { Span } from '../extraction/types.ts'
import type { PlacedClaim } from '../claims/queries.ts'
import type { Sentence } from '../articles/schema.ts'
import { counts } from '../reviews/progress.ts'
import { noneLabels, noneReasons } from '../vocabulary.ts'
import { optionsOf } from '../web/fields.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import { listed } from '../web/words.ts'
import { unsureTouching, type UnsureView } from './engine-page.ts'
import { deskQuery, type Filter } from './filters.ts'
import type { OnDesk } from './gather.ts'

/** A sentence in hand: what it is thought to be, and what a person can make of it. */
export interface SentenceHand {
  id: number
  title: string
  wording: string
  state: string
  /** The claims that it qualifies, where it is a caveat. */
  qualifies: { href: string; label: string }[]
  /** Claims suggested in it that the engine is unsure of. */
  unsure: { href: string; label: string; unsure: UnsureView | null }[]
  previous: string | null
  next: string | null
  forms: {
    back: string
    /** What confirming says, where something is suggested. */
    confirm: { action: string; label: string } | null
    none: { action: string; reason: SharedPartials['shared/_select'] }
    make: { action: string; from: WordChoice; to: WordChoice }
  } | null
}

export function sentenceHand(desk: OnDesk, filter: Filter, id: number, back: string, mayCheck: boolean): SentenceHand | null {
  const sentence = desk.sentences.find((one) => one.id === id)
  if (!sentence) return null
  const undecided = desk.progress.undecided.map((item) => item.id)
  const at = undecided.indexOf(id)
  const other = (step: number): string | null => {
    const index = at < 0 ? -1 : at + step
    const neighbour = undecided[index]
    return neighbour === undefined ? null : `${deskQuery(filter, { sentence: neighbour })}#claim`
  }
  return {
    id,
    title: `Sentence ${sentence.position + 1}`,
    wording: desk.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' '),
    state: stateOf(sentence.none, sentence.noneBy !== null, at >= 0),
    qualifies: qualifiedBy(desk, filter, [sentence.start, sentence.end]),
    unsure: unsureTouching(desk, filter, [[sentence.start, sentence.end]], null),
    previous: other(-1),
    next: other(1),
    forms: mayCheck
      ? {
          back,
          confirm: confirmation(desk, sentence),
          none: {
            action: `/sentences/${id}/none`,
            reason: {
              id: 'none-reason',
              name: 'reason',
              label: 'It holds no claim, because it is',
              hint: null,
              error: null,
              options: optionsOf(noneReasons, noneLabels).map(([value, label]) => ({
                value,
                label,
                selected: value === (sentence.none ?? 'scene_setting'),
              })),
            },
          },
          make: { action: `/articles/${desk.article.id}/claims`, ...makeWords(desk, [sentence.start, sentence.end]) },
        }
      : null,
  }
}

/** Confirming a sentence confirms the claims suggested in it, or else that it holds none. */
function confirmation(desk: OnDesk, sentence: Sentence): NonNullable<SentenceHand['forms']>['confirm'] {
  const action = `/sentences/${sentence.id}/confirmation`
  const suggested = suggestedIn(desk, sentence)
  if (suggested.length > 0) return { action, label: `Confirm claim ${listed(suggested.map((claim) => String(claim.number)))} as suggested` }
  return sentence.none !== null && sentence.noneBy === null
    ? { action, label: `Confirm: no claim, ${noneLabels[sentence.none].toLowerCase()}` }
    : null
}

/** The claims in a sentence that nobody has decided yet. */
export function suggestedIn(desk: OnDesk, sentence: Sentence): PlacedClaim[] {
  return desk.claims.filter(
    (claim) =>
      claim.standing === 'suggested' &&
      counts(claim) &&
      claim.spans.some((span) => overlaps([span.start, span.end], [sentence.start, sentence.end])),
  )
}

/** Where the first undecided sentence is looked at: by the first claim suggested in it, or else by itself. */
export function firstUndecided(desk: OnDesk, filter: Filter): string | null {
  const first = desk.progress.undecided[0]
  const sentence = desk.sentences.find((one) => one.id === first?.id)
  if (!sentence) return null
  const claim = suggestedIn(desk, sentence)[0]
  return `${deskQuery(filter, claim ? { claim: claim.id } : { sentence: sentence.id })}#claim`
}

function stateOf(none: (typeof noneReasons)[number] | null, decided: boolean, undecided: boolean): string {
  if (decided && none !== null) return `Holds no claim: ${noneLabels[none].toLowerCase()}`
  if (undecided && none !== null) return `Undecided; suggested: no claim, ${noneLabels[none].toLowerCase()}`
  return undecided ? 'Undecided: nobody has said what it holds' : 'Decided'
}

function qualifiedBy(desk: OnDesk, filter: Filter, span: Span): SentenceHand['qualifies'] {
  const caveats = desk.caveats.filter((caveat) => overlaps([caveat.start, caveat.end], span)).map((caveat) => caveat.id)
  return desk.claims
    .filter((claim) => claim.caveatIds.some((id) => caveats.includes(id)))
    .map((claim) => ({ href: `${deskQuery(filter, { claim: claim.id })}#claim`, label: `Claim ${claim.number}` }))
}

/** The whole sentence is the first choice; both ends can be moved in. */
function makeWords(desk: OnDesk, span: readonly [number, number]): { from: WordChoice; to: WordChoice } {
  const words = wordsIn(desk.text, [span])
  const choice = (name: 'from' | 'to', legend: string, chosen: number): WordChoice => ({
    legend,
    name,
    direction: desk.article.direction,
    words: words.map((word, index) => ({
      id: `make-${name}-${word.start}`,
      value: `${word.start}-${word.end}`,
      word: word.word,
      checked: index === chosen,
    })),
  })
  return { from: choice('from', 'From this word', 0), to: choice('to', 'To this word', words.length - 1) }
}
