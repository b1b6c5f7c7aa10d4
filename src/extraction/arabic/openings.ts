import type { Frame } from '../frames/frames.ts'
import type { Range } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import { kindRow, mediaIn, roleOf, sourceAt } from './phrases.ts'
import { ASIDE, BUT, CONJUNCTIONS, fold, isColon, isComma, isStop, isThat, participleOf, tellingOf } from './words.ts'

/** "That" stands at most so many words after its verb: a title, a name, an occasion and an audience fit. */
const REACH = 44

/** Whether a verb at `k` can begin its clause, so that its subject stands after it or in it. */
export const startsClause = (s: readonly Token[], k: number): boolean =>
  k === 0 || isStop(s[k - 1]) || s[k - 1]?.closes === true || CONJUNCTIONS.has(fold(s[k - 1]))

/** Where the words that belong together with the word at `k` begin: after the last comma, "that" or conjunction. */
export function clauseStart(s: readonly Token[], k: number): number {
  let at = k
  while (at > 0 && !isComma(s[at - 1]) && !isThat(s[at - 1]) && !s[at - 1]?.quoted && !isColon(s[at - 1])) at--
  return at
}

/** Where attributed words open after their verb, and where they begin. */
export interface Opening {
  that: number
  from: number
  colon: boolean
}

/** What opens the attributed words after a verb: "that", a colon, a quotation mark. */
export function openingAfter(s: readonly Token[], k: number, end: number): Opening | null {
  for (let at = k + 1; at < Math.min(end, k + REACH); at++) {
    const token = s[at]
    if (!token) break
    if (isThat(token)) return { that: at, from: at + 1, colon: false }
    if (isColon(token)) return { that: at, from: at + 1, colon: true }
    if (isComma(s[at - 1]) && (participleOf(token) || (fold(token).startsWith('و') && tellingOf(token)))) return null
    if (token.opens) {
      const close = s.findIndex((other, j) => j > at && other.closes)
      // A short name in quotation marks belongs to a party or a medium.
      const name =
        /^ل$/u.test(fold(s[at - 1])) || (close > 0 && close - at <= 3 && at > k + 1 && kindRow(s[at - 1]?.text ?? '') !== undefined)
      if (!name) return { that: at, from: at, colon: false }
      at = close
      continue
    }
    if (at > k + 1 && tellingOf(token) && !isComma(s[at - 1]) && !/^ب?ان/u.test(fold(s[at + 1])) && startsClause(s, at)) return null
  }
  return null
}

/** Whether a place lies within a range that may be none. */
export const inside = (at: number, range: Range | null): boolean => range !== null && at >= range[0] && at < range[1]

/** Whether an audience stands at a place, "لقناة X", "للصحافيين", where a subject would. */
export const audience = (s: readonly Token[], at: number): boolean =>
  (/^ل(?:ل|\p{L}{3})/u.test(fold(s[at])) && mediaIn(s, at, at + 1).length > 0) ||
  (fold(s[at]) === 'ل' && s[at + 1]?.opens === true) ||
  /^لل?(?:صحاف|صحف)/u.test(fold(s[at]))

/** The subject that stands before its verb: "لكن مصدراً طبياً، طلب عدم ذكر اسمه، قال إن"; "الوزير قال إن". */
export function topicBefore(s: readonly Token[], k: number, earlier: readonly Frame[]): Range | null {
  const floor = earlier.reduce(
    (most, other) => (other.content[0] && other.content[0][0] <= k ? Math.max(most, other.content[0][0]) : most),
    0,
  )
  let from = floor
  if (k - floor > 60) return null
  // "But", "however", "for his part": the subject begins after them.
  const opener = s.findIndex((token, j) => j >= floor && j < k && (BUT.has(fold(token)) || /^(?:غير|الا)$/u.test(fold(token))))
  if (opener >= 0) from = opener + 1
  while (from < k && (CONJUNCTIONS.has(fold(s[from])) || isThat(s[from]) || isComma(s[from]) || /^[وف]?كانت?$/u.test(fold(s[from])))) from++
  if (from >= k) return null
  const phrase = sourceAt(s, from, k)
  if (!phrase) return null
  const head = (s[from]?.text ?? '').replace(/^و(?=ال)/u, '')
  const known = roleOf(head) !== null || kindRow(head) !== undefined || opener >= 0
  const gap = s.slice(phrase[1], k).filter((token) => fold(token) !== 'قد')
  const aside = gap.length === 0 || (isComma(gap[0]) && isComma(gap.at(-1))) || !gap.some((token) => isComma(token))
  return (known || (gap.length === 0 && phrase[1] - phrase[0] <= 4)) && aside && !ASIDE.has(fold(s[from])) ? phrase : null
}
