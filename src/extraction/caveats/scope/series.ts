import { DOCUMENTS, PAPERS, RECORDINGS } from '../../words/lexicon.ts'
import { thingOf } from './things.ts'
import { originOf, nameWords, said, sentenceOf, type View, wordsOf } from './view.ts'

/** The thing is looked for over so many sentences. */
const FAR = 14
/** "In it a man shouts", "In one of them he writes", "Another shows", "It puts the cost at", "They list": the copy goes on with the thing. */
const GOES_ON =
  /^(?:in (?:it|one|another|them|others)|one of them|another|others|(?:a|the) (?:second|third|fourth|other|last|first),? (?=shows?|says|filmed|is|was|has|purports?|lists?|,)|(?:it|they) (?:also )?(?:says?|puts?|names?|lists?|adds?|shows?|describes?|gives?|lasts?|claims?|warns?|quotes?|sets?|details?|records?))\b/u
/** Handing it on, where the sentence does not tell what stands in it. */
const HANDED_ON = /^(?:posted|shared|published|circulat\w+|released|leaked|sent|obtained|put|spread|uploaded|carried)$/u
const TELLS =
  /^(?:shows?|showed|says?|said|claims?|claimed|describes?|names?|lists?|purports?|alleges?|writes|puts|appears?|seems?|states?)$/u

/**
 * All that the copy tells of a document, a clip or messages since it brought them up: the sentence that names the thing and those that go
 * on with it, over other people's in between. Null where it names none, or goes on with none.
 */
export function seriesOf(view: View, things: readonly string[], before: readonly number[], caveat: number): number[] | null {
  const wanted = new Set(things.map(thingOf))
  if (wanted.size === 0) return null
  const anchor = anchorOf(view, caveat, wanted)
  if (anchor < 0) return null
  const rests = (k: number): boolean => nameWords(view, originOf(view, k)).some((word) => wanted.has(thingOf(word)))
  const goesOn = (k: number): boolean => GOES_ON.test(opening(view, sentenceOf(view, k)))
  const later = before.filter((k) => sentenceOf(view, k) > anchor && (goesOn(k) || rests(k)))
  const first = before.filter((k) => sentenceOf(view, k) === anchor && (rests(k) || said(view, k)))
  const told = first.filter((k) => later.length === 0 || tells(view, k))
  const found = [...told, ...later]
  return found.length > 1 || later.some(goesOn) ? found : null
}

/** The sentence that brought the thing up last and does not merely go on with it, or -1. */
function anchorOf(view: View, caveat: number, wanted: ReadonlySet<string>): number {
  let opener = -1
  let taken = -1
  for (let at = caveat - 1; at >= 0 && at >= caveat - FAR; at--) {
    const words = view.sentences[at]?.tokens ?? []
    const thing = words.findIndex(
      (token) => !token.quoted && (token.pos === 'NOUN' || token.pos === 'PROPN') && wanted.has(thingOf(token.lower)),
    )
    const names = thing >= 0
    // "His office said the emails were forged": somebody speaks of what was brought up before.
    const material = names && [DOCUMENTS, RECORDINGS, PAPERS].some((set) => set.has(words[thing]?.lower ?? ''))
    if (material && DEFINITE.test(words[thing - 1]?.lower ?? '') && thing > 2) taken = Math.max(taken, at)
    else if (names && !GOES_ON.test(opening(view, at))) return at
    if (names) opener = at
  }
  // "In one of the messages, posted on Monday, …": the first words bring the thing up.
  return Math.max(opener, taken)
}

const DEFINITE = /^(?:the|those|these)$/u

const opening = ({ sentences }: View, at: number): string =>
  (sentences[at]?.tokens ?? [])
    .slice(0, 4)
    .map((token) => token.lower)
    .join(' ')

function tells(view: View, k: number): boolean {
  const words = wordsOf(view, k).filter((token) => !token.quoted)
  // "posted screenshots of what it says are messages": the words for the thing, not what stands in it.
  const named = (at: number): boolean => words.slice(Math.max(0, at - 4), at).some((token) => token.lower === 'what')
  return words.some((token, at) => TELLS.test(token.lower) && !named(at)) || !words.some((token) => HANDED_ON.test(token.lower))
}
