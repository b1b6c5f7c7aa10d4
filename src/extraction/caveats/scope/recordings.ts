import type { Caveat } from '../caveats.ts'
import { SAYINGS } from '../words.ts'
import { RECORDINGS } from '../../words/lexicon.ts'
import { mentions, originOf, sentenceOf, shows, type View, wordsOf } from './view.ts'

/** The pictures or sound a caveat means: all of those the copy spoke of last, the one it names, or the first, second, last of them. */
export function recordingsMeant(caveat: Caveat, view: View, before: readonly number[]): number[] {
  const ofRecordings = caveat.about.some((noun) => RECORDINGS.has(noun)) || filmed(caveat, view)
  const ordinal = caveat.ordinal ?? null
  if (!ofRecordings && (ordinal === null || caveat.about.some((noun) => !SAYINGS.has(noun)))) return []
  const shown = before.filter((k) => shows(view, k))
  const last = shown.at(-1)
  if (last === undefined) return ofRecordings ? before.filter((k) => mentions(view, k, caveat.about)).slice(-1) : []
  if (ordinal !== null) {
    const cluster = shown.filter((k) => last - k < 12)
    if (!ofRecordings && (cluster.length < 2 || caveatFar(caveat, view, last))) return []
    return cluster.at(ordinal) === undefined ? [last] : [cluster.at(ordinal) ?? last]
  }
  const several = caveat.several || caveat.about.some((noun) => RECORDINGS.has(noun) && (noun.endsWith('s') || noun === 'footage'))
  if (several) return shown
  const origin = originOf(view, last)
  // "In it a woman shouts": with the sentence that brought the clip up.
  const opener = /^(?:in )?it$/u.test(opening(view, last)) ? shown.findLast((k) => k < last && last - k < 3) : undefined
  return shown.filter((k) => k === last || k === opener || (origin !== null && originOf(view, k) === origin))
}

/** "in it", "it": how a claim begins. */
function opening(view: View, k: number): string {
  const [first, second] = wordsOf(view, k).map((token) => token.lower)
  return first === 'in' ? `in ${second}` : (first ?? '')
}

/** "When or where it was filmed", "who had filmed it". */
function filmed(caveat: Caveat, { sentences }: View): boolean {
  const s = sentences[caveat.sentence]?.tokens.slice(...caveat.range) ?? []
  return s.some(
    (token, k) => /^(?:filmed|recorded)$/u.test(token.lower) && !token.quoted && s.slice(0, k).some(({ lower }) => ASKS.test(lower)),
  )
}

const ASKS = /^(?:when|where|who|how|whether)$/u

const caveatFar = (caveat: Caveat, view: View, k: number): boolean => caveat.sentence - sentenceOf(view, k) > 4
