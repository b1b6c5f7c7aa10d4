import type { DraftClaim } from '../claims/claims.ts'
import { agesIn } from './ages.ts'
import { type Amount, amountIn, answerIn } from './answers.ts'
import { countsIn } from './counts.ts'
import { differ, NUMBER_WORDS, type Quantity } from './numbers.ts'
import { momentsIn } from './moments.ts'
import type { CopySentence } from '../layout/layout.ts'
import { gives, signal } from '../words/signals.ts'
import type { Token } from '../words/tokens.ts'
import type { FoundConflict } from '../types.ts'

interface Figure {
  claim: number
  about: string
  kind: 'number' | 'date'
  quantity: Quantity
  /** Names after "in" or "at", lower-case: two figures from two places are no conflict. */
  places: Set<string>
}

/** The amount spoken of last, with the words it stood among. */
interface Mentioned extends Figure {
  quantity: Amount
  words: ReadonlySet<string>
}

/** A figure is compared with this many before it under the same key. */
const COMPARED = 12
const LONGEST = 200
const FIGURE = signal(NUMBER_WORDS)

/**
 * Figures about the same thing that differ between claims: counts of people killed, hurt, missing, held or aboard, crowds, sums,
 * ages of one person, hours of one event, and a bare number that answers the one before ("the rebels put it at nine"). Between claims
 * of one source only ages and hours are compared: a source may count again. Better none than a wrong one.
 */
export function conflictsOf(sentences: readonly CopySentence[], claims: readonly DraftClaim[]): FoundConflict[] {
  const conflicts: FoundConflict[] = []
  const known = new Map<string, Figure[]>()
  let last: Mentioned | null = null
  const add = (one: Figure, other: Figure): void => {
    conflicts.push({
      claims: [one.claim, other.claim],
      about: one.kind,
      spans: [spanOf(sentences, claims, one), spanOf(sentences, claims, other)],
    })
  }
  for (const [k, claim] of claims.entries()) {
    const [from, to] = claim.range
    const sentence = sentences[claim.sentence]?.tokens
    if (!sentence || to - from > LONGEST || !gives(sentence, FIGURE)) continue
    const s = sentence.slice(from, to)
    const answer = answerIn(s)
    if (answer && last && answers(claims, last, k, answer) && namesSame(last, answer)) add(last, { ...last, claim: k, quantity: answer })
    const mentioned = answer ?? amountIn(s)
    if (mentioned)
      last = { claim: k, about: '', kind: 'number', quantity: mentioned, places: new Set(), words: new Set(s.map((token) => token.lower)) }
    if (background(s) || /^(?:when|where)$/u.test(s[0]?.lower ?? '')) continue
    const figures = figuresIn(s, k)
    for (const figure of figures) {
      const earlier = known.get(figure.about) ?? []
      const rival = earlier.find((other) => rivals(claims, other, figure))
      if (rival) add(rival, figure)
      known.set(figure.about, [...earlier.slice(-COMPARED), figure])
    }
  }
  return conflicts
}

function figuresIn(s: readonly Token[], claim: number): Figure[] {
  const places = placesIn(s)
  const figure = (about: string, kind: 'number' | 'date', quantity: Quantity): Figure => ({ claim, about, kind, quantity, places })
  return [
    ...countsIn(s).map((count) => figure(count.about, 'number', count)),
    ...agesIn(s).map((age) => figure(age.about, 'number', age)),
    ...momentsIn(s).map((moment) => figure(moment.about, 'date', moment)),
  ]
}

function rivals(claims: readonly DraftClaim[], one: Figure, other: Figure): boolean {
  if (one.claim === other.claim || !differ(one.quantity, other.quantity)) return false
  if (one.places.size > 0 && other.places.size > 0 && ![...one.places].some((place) => other.places.has(place))) return false
  return one.about.startsWith('age/') || one.kind === 'date' || origin(claims, one.claim) !== origin(claims, other.claim)
}

const origin = (claims: readonly DraftClaim[], k: number): string => JSON.stringify(claims[k]?.chain.map((hop) => hop.sourceIndex))

/** An earlier event (also the relative clause about it: "in 2008, when 51 died"), or a total over a longer time, is another thing: "in 2013", "last year", "so far this year", "since January". */
const background = (s: readonly Token[]): boolean =>
  s.some(({ lower }, k) => {
    const next = s[k + 1]?.lower ?? ''
    if (lower === 'since' || lower === 'annually') return true
    if (
      (lower === 'in' || lower === 'last') &&
      /^(?:(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december)$/u.test(next)
    )
      return true
    if (lower === 'years') return next === 'ago'
    return LATEST.has(lower) && /^(?:year|month|decade|summer|winter)$/u.test(next)
  })

const LATEST = new Set(['last', 'this', 'previous', 'past'])
const PLACING = new Set(['in', 'at', 'near', 'outside'])

function placesIn(s: readonly Token[]): Set<string> {
  const places = new Set<string>()
  for (let k = 0; k < s.length; k++) if (PLACING.has(s[k]?.lower ?? '') && s[k + 1]?.pos === 'PROPN') places.add(s[k + 1]?.lower ?? '')
  return places
}

/** A bare number answers the amount of the sentence before it, or of two before where it says "put the number at", given by somebody else. */
function answers(claims: readonly DraftClaim[], last: Mentioned, k: number, answer: Amount): boolean {
  const distance = (claims[k]?.sentence ?? 0) - (claims[last.claim]?.sentence ?? 0)
  if (distance > (answer.put ? 2 : 1) || k - last.claim > 4 || (answer.money && !last.quantity.money)) return false
  return origin(claims, last.claim) !== origin(claims, k) && differ(last.quantity, answer)
}

/** "put the front's losses at nine" answers no number of prisoners: where it names a thing, the number before must have been of that. */
const namesSame = (last: Mentioned, answer: Amount): boolean => answer.of.every((noun) => last.words.has(noun))

function spanOf(sentences: readonly CopySentence[], claims: readonly DraftClaim[], { claim, quantity }: Figure): [number, number] {
  const draft = claims[claim]
  const s = draft ? (sentences[draft.sentence]?.tokens.slice(...draft.range) ?? []) : []
  return [s[quantity.from]?.start ?? 0, s[quantity.to - 1]?.end ?? 0]
}
