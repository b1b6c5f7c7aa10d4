import { isOutletLike } from '../unable.ts'
import { capitalised, isFinite } from '../../words/phrases.ts'
import { originOf, said, type View, wordsOf } from './view.ts'

const ANSWER = /^(?:return|returned|respond|responded|reply|replied|answer|answered|comment|commented|elaborate|discuss|reached)$/u
const NONE = /^(?:not|n't|no|never|declined|refused|unanswered|without)$/u
/** "The person asked not to be named." */
const ANONYMOUS =
  /^(?:[\w-]+ ){1,4}(?:asked|requested|declined|spoke|insisted) (?:not to be|to remain|anonymity|to be (?:named|identified)|on (?:the )?condition)/u
/** Sentences that say nobody answered are short. */
const SHORT = 22
/** What an outlet does to find out, where its sentence tells no more. */
const LOOKED =
  /^(?:identified|located|geolocated|asked|rang|contacted|visited|compared|matched|placed|reviewed|examined|approached|traced|sent|put)$/u

/** Whether a claim holds nothing that a caveat can be of: "Her office did not return calls", "the Ledger identified the room". */
export function answersNothing(view: View, k: number): boolean {
  const words = wordsOf(view, k)
  if (words.length <= SHORT) {
    const answer = words.findIndex((token) => ANSWER.test(token.lower) && !token.quoted)
    if (answer > 0 && words.slice(Math.max(0, answer - 5), answer).some((token) => NONE.test(token.lower))) return true
    if (words.some((token) => token.lower === 'unanswered')) return true
    if (ANONYMOUS.test(words.map((token) => token.lower).join(' '))) return true
  }
  return looks(view, k)
}

/** The outlet's own search: "Meridian identified the room from the stove". */
export function looks(view: View, k: number): boolean {
  if (originOf(view, k) !== null && said(view, k)) return false
  const words = wordsOf(view, k)
  const verb = words.findIndex((_, at) => isFinite(words, at))
  return verb > 0 && verb < 5 && LOOKED.test(words[verb]?.lower ?? '') && capitalised(words[verb - 1]) && isOutletLike(words, verb)
}
