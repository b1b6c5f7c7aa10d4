import type { Frame } from '../frames/frames.ts'
import { type Range, wordCount } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import { opensAt } from './frames.ts'
import { ASIDE, fold, isComma, isThat, tellingOf } from './words.ts'

/**
 * Verbs of events: after "and", followed by a noun, they begin a statement with a subject of its own ("وأصيب سبعة"), since the verb
 * stands first. Past forms, of a man and of a woman.
 */
const EVENTS = new Set(
  `اصيب قتل جرح توفي لقي نزح تضرر انهار ارتفع انخفض تراجع بلغ اندلع وقع سقط لحق نشب غرق انقطع توقف احترق
  وصل انطلق بدا انتهى ازداد استقر عاد علق انتشر هطل الغي اجل احيل دفن شيع`
    .trim()
    .split(/\s+/u)
    .flatMap((verb) => [verb, `${verb.replace(/ى$/u, '')}ت`]),
)

const CIRCUMSTANCE = /^[وف]?(?:في|خلال|من|على|بعد|قبل|عقب|مع|منذ|عبر|ردا|تعليقا|بدوره|بدورها|الى|عن|اثر|رغم|فور|لدى|اما|ختاما|لاحقا)$/u

const isEvent = (token: Token | undefined): boolean => {
  const word = fold(token)
  return word.startsWith('و') && EVENTS.has(word.slice(1))
}

/** Cuts an Arabic sentence into its assertions; commas stay with what stands before them. */
export function arabicClauses(s: readonly Token[], frames: readonly Frame[], caveat: Range | null): Range[] {
  const cuts = new Set<number>()
  for (const found of frames) {
    const at = opensAt(s, found)
    // "وفي مقابلة مع قناة X، قال": a circumstance before the verb is no statement.
    const first = frames.every((other) => other === found || other.cue[0] >= found.cue[0])
    if (at !== null && !(first && CIRCUMSTANCE.test(fold(s[0])))) cuts.add(at)
  }
  for (let k = 2; k < s.length - 2; k++) {
    if (s[k]?.quoted && !s[k]?.opens) continue
    if (ownStatement(s, k, frames)) cuts.add(k)
  }
  if (caveat) {
    cuts.add(caveat[0])
    if (caveat[1] < s.length - 1) cuts.add(caveat[1])
  }
  const ranges: Range[] = []
  let from = 0
  for (const at of [...cuts].sort((a, b) => a - b)) {
    const isCaveat = caveat !== null && (at === caveat[0] || at === caveat[1])
    if (!isCaveat && (wordCount(s, [from, at]) < 3 || wordCount(s, [at, s.length]) < 3)) continue
    if (at > from) ranges.push([from, at])
    from = at
  }
  ranges.push([from, s.length])
  return ranges
}

/** "… وأن الجسر مغلق", "… وأصيب سبعة آخرون", "…، لكن الطريق مفتوح". */
function ownStatement(s: readonly Token[], k: number, frames: readonly Frame[]): boolean {
  const word = fold(s[k])
  const next = fold(s[k + 1])
  if (/^و[ب]?ان(?:ه|ها|هم|هما)?$/u.test(word) && isThat(s[k])) return frames.some(({ content }) => content.some(([a, b]) => k > a && k < b))
  if (isEvent(s[k])) return next !== '' && !ASIDE.has(next) && !/^[بل](?:ال|\p{L}{4})/u.test(next) && !isThat(s[k + 1]) && !s[k + 1]?.opens
  if (!isComma(s[k - 1])) return false
  return /^و?لكن(?:ه|ها|هم)?$/u.test(word) && !tellingOf(s[k + 1]) && next !== 'من'
}
