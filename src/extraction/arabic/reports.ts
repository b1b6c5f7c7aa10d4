import { frame, type Frame } from '../frames/frames.ts'
import type { Range } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import { openingAfter, topicBefore } from './openings.ts'
import { kindRow, mediaIn, originIn, sourceAt, sourceEnd } from './phrases.ts'
import { ACCORDING_CLAUSE, fold, isColon, isComma, isStop, isThat, RECORDING, RECORDING_TAIL, SAYING_OF, tellingOf } from './words.ts'

/** "نقلت الوكالة عن X قوله إن": X is the origin, the agency the relay. "ونُقل عن X": nobody relays. */
export function quotedFrom(s: readonly Token[], k: number, end: number, earlier: readonly Frame[]): Frame | null {
  const from = s.findIndex((token, j) => j > k && j < Math.min(end, k + 12) && fold(token) === 'عن')
  if (from < 0) return null
  const that = s.findIndex(
    (token, j) =>
      j > from + 1 &&
      j < Math.min(end, from + 30) &&
      (isThat(token) || SAYING_OF.test(fold(token)) || isColon(token) || (token.opens && j > from + 2)),
  )
  if (that < 0 || that + 1 >= end) return null
  const content: Range = [
    s[that]?.opens ? that : SAYING_OF.test(fold(s[that])) && (isThat(s[that + 1]) || isColon(s[that + 1])) ? that + 2 : that + 1,
    end,
  ]
  const origin = sourceAt(s, from + 1, that)
  // "وكانت الوكالة قد نقلت، مساء الجمعة، عن": the agency stands first.
  const relay = (from > k + 1 ? sourceAt(s, k + 1, from) : null) ?? topicBefore(s, k, earlier)
  const found = frame([k, k + 1], [k, k + 1], 'quote', 'speech', relay ?? origin, [content])
  if (relay) found.origin = origin
  found.relays = mediaIn(s, origin?.[1] ?? from, that)
  const asides: Range = [origin?.[1] ?? from, that]
  if (asides[1] > asides[0]) found.asides = [asides]
  return origin ? found : null
}

/** "جاء في تقرير للبنك أن": the document speaks. */
export function written(s: readonly Token[], k: number, end: number): Frame | null {
  const opening = openingAfter(s, k, end)
  if (!opening || !kindRow(s[k + 2]?.text ?? '')) return null
  const to = Math.min(opening.that, sourceEnd(s, k + 2, opening.that))
  const found = frame([k, k + 1], [k, k + 2], 'write', 'speech', [k + 2, to], [[opening.from, end]])
  found.asides = [[to, opening.that]]
  return found
}

/** "أظهرت مقاطع مصورة …", "ويظهر في المقطع …", "في مقطع مصور، يظهر …": the recording is the source of what it shows. */
export function recorded(s: readonly Token[], k: number, end: number): Frame | null {
  const word = fold(s[k])
  const shows = /^[وف]?(?:اظهرت?|[تي]ظهر|بينت|[تي]بين|توثق|وثقت?|يوثق)$/u.test(word)
  const at =
    shows && RECORDING.test(fold(s[k + 1])) ? k + 1 : shows && fold(s[k + 1]) === 'في' && RECORDING.test(fold(s[k + 2])) ? k + 2 : -1
  if (at < 0) {
    const opens = k === 0 && /^و?في$/u.test(word) && RECORDING.test(fold(s[1]))
    if (!opens) return null
    const seen = s.findIndex(
      (token, j) => j > 1 && j < Math.min(end, 24) && /^(?:[تي]ظهر|[تي]سمع|[تي]رى|[تي]شاهد|[تي]بدو)(?:ون)?$/u.test(fold(token)),
    )
    return seen > 0 && seen + 1 < end
      ? frame([seen, seen + 1], [seen, seen + 1], 'show', 'speech', [1, recordingEnd(s, 1, seen)], [[seen, end]])
      : null
  }
  const to = recordingEnd(s, at, end)
  return to < end ? frame([k, k + 1], [k, k + 1], 'show', 'speech', [at, to], [[isThat(s[to]) ? to + 1 : to, end]]) : null
}

export function recordingEnd(s: readonly Token[], from: number, limit: number): number {
  let to = from + 1
  while (to < limit && RECORDING_TAIL.test(fold(s[to]))) to++
  return to
}

/** "According to X, …", "…، بحسب X", "…، كما أفاد X", "…، على حد قول X"; in the middle too. */
export function accordingTo(s: readonly Token[], k: number, end: number): Frame | null {
  if (k > 0 && !isStop(s[k - 1]) && !s[k - 1]?.closes && !/^(?:وفق|بحسب|حسبما|نقلا|وفقا)$/u.test(fold(s[k]))) return null
  let from = k + 1
  const word = fold(s[k]).replace(/^و(?=بحسب|حسب|وفق|كما)/u, '')
  if (word === 'على') from = k + 2
  if (/^(?:عن|ما|الى)$/u.test(fold(s[from]))) from++
  if (word === 'على' && /^(?:قول|تعبير|وصف)(?:ه|ها|هم)?$/u.test(fold(s[from]))) from++
  const clause = ACCORDING_CLAUSE.has(word) || (from > k + 1 && tellingOf(s[from]) !== null)
  if (ACCORDING_CLAUSE.has(word) && !tellingOf(s[from])) return null
  if (clause && /^كما$/u.test(word) && (k === 0 || isThat(s[from + 1]))) return null
  if (clause) from++
  // "كما جاء في بيان X"
  const source = sourceAt(s, from, end)
  const pronoun = /^(?:قول|تعبير|وصف)(?:ه|ها|هم)$/u.test(fold(s[from - 1])) || (clause && !source)
  if (!source && !pronoun) return null
  if (clause && source && openingAfter(s, from - 1, Math.min(end, source[1] + 2))) return null
  const to = source?.[1] ?? from
  const content: Range[] = []
  if (k > 0) content.push([0, isComma(s[k - 1]) ? k - 1 : k])
  const rest = restAfter(s, to, end)
  if (rest) content.push(rest)
  const found = frame([k, Math.max(from, k + 1)], [k, Math.max(from, k + 1)], 'according to', 'speech', source, content)
  if (!source) found.source = found.cue
  found.trailing = k > 0
  const stop = rest?.[0] ?? end
  found.origin = originIn(s, to, stop)
  found.relays = mediaIn(s, to, stop)
  found.asides = [[to, stop]]
  return found
}

/** What goes on after an attribution and still belongs to it: not a new sentence by "and", not another's words. */
export function restAfter(s: readonly Token[], from: number, end: number): Range | null {
  let at = from
  while (at < end && !isComma(s[at]) && !/^ف[ا]?ن|^فقد$/u.test(fold(s[at]))) at++
  if (at >= end) return null
  if (isComma(s[at])) at++
  const word = fold(s[at])
  if (/^نقلا$/u.test(word)) return restAfter(s, at + 1, end)
  return at < end - 1 ? [at, end] : null
}
