import type { Sentence } from '../articles/schema.ts'
import { claimKindLabels, claimKinds, quoteKinds, quoteLabels, voiceLabels, voices } from '../vocabulary.ts'
import { fieldsOf, optionsOf, type Refusals } from '../web/fields.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import { shorten } from '../web/words.ts'
import type { DeskForm } from './desk-forms.ts'
import { overlaps, wordsIn } from './place.ts'
import type { PlacedClaim } from './queries.ts'
import { type Caveat, type DropReason, dropReasons } from './schema.ts'

/** What every form beside a claim carries: the last event it has seen, and the page to come back to. */
export interface Carried {
  seen: number
  back: string
}

/** Words to choose one of: what splitting and trimming need without a pointer. */
export interface WordChoice {
  legend: string
  name: string
  /** The direction of the copy: words are laid out as it runs. */
  direction: string
  words: { id: string; value: string; word: string; checked: boolean }[]
}

interface Posted extends Carried {
  action: string
  error: string | null
}

/** How a claim is cut, corrected and dropped where it stands. */
export interface CutsSection {
  takeBack: Posted | null
  split: (Posted & { words: WordChoice }) | null
  merge: Posted & { into: SharedPartials['shared/_select'] }
  trim: Posted & { from: WordChoice; to: WordChoice }
  drop: (Posted & { reason: SharedPartials['shared/_select']; duplicateOf: SharedPartials['shared/_field'] }) | null
  details: Posted & {
    selects: SharedPartials['shared/_select'][]
    ticks: SharedPartials['shared/_checkbox'][]
    caveats: SharedPartials['shared/_choices'] | null
  }
  /** Which of the forms stands open because it was refused. */
  open: { split: boolean; merge: boolean; trim: boolean; drop: boolean; details: boolean }
}

export interface CutsInput {
  claim: PlacedClaim
  claims: readonly PlacedClaim[]
  caveats: readonly Caveat[]
  sentences: readonly Sentence[]
  text: string
  direction: string
  carried: Carried
  refused: (Refusals & { form: DeskForm }) | null
}

const dropLabels: Record<DropReason, string> = {
  opinion: 'It is an opinion',
  question: 'It is a question',
  scene_setting: 'It sets the scene',
  duplicate: 'It duplicates another claim',
}

export function cutsSection(input: CutsInput): CutsSection {
  const { claim, carried } = input
  const dropped = claim.state === 'not_a_claim'
  const posted = (what: string): Posted => ({ ...carried, action: `/claims/${claim.id}/${what}`, error: null })
  const cut = input.refused?.form === 'cut' ? input.refused : null
  const drop = input.refused?.form === 'drop' ? input.refused : null
  const details = input.refused?.form === 'details' ? input.refused : null
  const words = wordsIn(
    input.text,
    claim.spans.map(({ start, end }) => [start, end]),
  )
  // Three forms share one name: a refusal that belongs to no field stands beside the one that was sent.
  const sent = cut && ('at' in cut.typed ? 'at' : 'with' in cut.typed ? 'with' : 'spans')
  const wrong = (field: string): string | null => cut?.errors[field] ?? (sent === field ? (cut?.errors.form ?? null) : null)
  const dropFields = fieldsOf('drop', drop)
  return {
    takeBack: dropped ? posted('taking-back') : null,
    split: words.length > 1 ? { ...posted('cuts'), error: wrong('at'), words: splitWords(words, input.direction, cut?.typed.at) } : null,
    merge: { ...posted('merges'), error: wrong('with'), into: mergeChoices(input) },
    trim: { ...posted('passages'), error: wrong('spans'), ...trimWords(input) },
    drop: dropped
      ? null
      : {
          ...posted('drop'),
          error: drop?.errors.form ?? null,
          reason: dropFields.select('reason', 'Why it is not a claim', optionsOf(dropReasons, dropLabels), 'opinion'),
          duplicateOf: dropFields.text('duplicateOf', 'Duplicate of claim number', '', { hint: 'Only for a duplicate.' }),
        },
    details: { ...posted('details'), error: details?.errors.form ?? null, ...detailFields(input, details) },
    open: {
      split: wrong('at') !== null,
      merge: wrong('with') !== null,
      trim: wrong('spans') !== null,
      drop: drop !== null,
      details: details !== null,
    },
  }
}

function splitWords(words: readonly { start: number; word: string }[], direction: string, typed: string | undefined): WordChoice {
  return {
    legend: 'The second half begins with',
    name: 'at',
    direction,
    words: words
      .slice(1)
      .map(({ start, word }) => ({ id: `split-${start}`, value: String(start), word, checked: String(start) === typed })),
  }
}

/** The words of the claim's sentences and of one more on each side, so that a claim can be extended too. */
function trimWords({ claim, sentences, text, direction }: CutsInput): { from: WordChoice; to: WordChoice } {
  const touched = sentences.flatMap((sentence, index) =>
    claim.spans.some((span) => overlaps([span.start, span.end], [sentence.start, sentence.end])) ? [index] : [],
  )
  const [first, last] = [touched[0] ?? 0, touched.at(-1) ?? 0]
  const near = sentences.slice(Math.max(0, first - 1), last + 2).filter((sentence) => sentence.furniture === null)
  const words = wordsIn(
    text,
    near.map((sentence) => [sentence.start, sentence.end]),
  )
  const begin = claim.spans[0]?.start ?? 0
  const end = claim.spans.at(-1)?.end ?? 0
  const choice = (name: 'from' | 'to', legend: string, chosen: (word: { start: number; end: number }) => boolean): WordChoice => {
    const current = name === 'from' ? words.find(chosen) : words.findLast(chosen)
    return {
      legend,
      name,
      direction,
      words: words.map((word) => ({
        id: `${name}-${word.start}`,
        value: `${word.start}-${word.end}`,
        word: word.word,
        checked: word === current,
      })),
    }
  }
  return {
    from: choice('from', 'From this word', (word) => word.end > begin),
    to: choice('to', 'To this word', (word) => word.start < end),
  }
}

function mergeChoices({ claim, claims }: CutsInput): SharedPartials['shared/_select'] {
  const at = claims.findIndex((one) => one.id === claim.id)
  const neighbour = claims[at + 1] ?? claims[at - 1]
  return {
    id: 'merge-with',
    name: 'with',
    label: 'Merge with',
    error: null,
    hint: 'Evidence, queries and opinions of both are kept; the wording becomes that of both together.',
    options: claims
      .filter((one) => one.id !== claim.id)
      .map((one) => ({ value: String(one.id), label: `${one.number} ${shorten(one.wording, 60)}`, selected: one.id === neighbour?.id })),
  }
}

function detailFields({ claim, caveats, refused }: CutsInput, details: CutsInput['refused']) {
  const { select, tick } = fieldsOf('details', details)
  return {
    selects: [
      select('kind', 'Kind', optionsOf(claimKinds, claimKindLabels), claim.kind),
      select('voice', 'How the copy puts it', optionsOf(voices, voiceLabels), claim.voice),
      select('quote', 'Quotation', optionsOf(quoteKinds, quoteLabels), claim.quote),
    ],
    ticks: [
      tick('checkable', 'It can be checked', claim.checkable, 'Not for opinions, predictions and promises.'),
      tick('restsOnMedia', 'It rests on a video, photo or audio', claim.restsOnMedia, 'Then it carries the five pillars.'),
    ],
    caveats:
      caveats.length === 0
        ? null
        : {
            id: 'details-caveats',
            name: 'caveats',
            legend: 'Caveats in the copy that qualify it',
            type: 'checkbox' as const,
            hint: null,
            error: refused?.errors.caveats ?? null,
            options: caveats.map((caveat) => ({
              id: `details-caveat-${caveat.id}`,
              value: String(caveat.id),
              label: shorten(caveat.quoted, 120),
              hint: null,
              checked: claim.caveatIds.includes(caveat.id),
            })),
          },
  }
}
