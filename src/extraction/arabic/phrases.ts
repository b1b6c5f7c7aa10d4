import type { Range } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import {
  AGENT,
  ASIDE,
  CARRIED,
  fold,
  foldText,
  isComma,
  isStop,
  isThat,
  KINDS,
  MEDIA,
  OCCASION,
  OWNED,
  ROLES,
  tellingOf,
  TITLES,
} from './words.ts'

/** A word without its article and, for people, without the feminine ending: the form of the tables of kinds and roles. */
export const nounOf = (word: string): string => foldText(word).replace(/^ال(?=\p{L}{2})/u, '')
export const roleOf = (word: string): string | null => {
  const noun = nounOf(word)
  for (const form of [noun, noun.replace(/ة$/u, ''), noun.replace(/ا$/u, ''), noun.replace(/ية$/u, 'ي')]) if (ROLES.has(form)) return form
  return null
}
export const kindRow = (word: string): (typeof KINDS)[number] | undefined => KINDS.find(([pattern]) => pattern.test(nounOf(word)))
export const isDefinite = (word: string): boolean => /^(?:[وف])?ال\p{L}{2}/u.test(foldText(word))
/** "الأمني", "الحكومية": an adjective of belonging, never a new noun. */
export const isNisba = (word: string): boolean =>
  /^(?:و)?ال\p{L}{2,}(?:ي|ية|يين|يون|ني|وي)$/u.test(foldText(word)) ||
  /^ال(?:عام|عامة|اعلى|عليا|اهلي|حالي|سابق|سابقة|جديد|مركزي|اول|خاص|خاصة|محلية)$/u.test(foldText(word))

/** A preposition written onto its noun, before something that can be a medium: "لقناة", "لإذاعة", "للتلفزيون". */
export function mediumAfterLam(token: Token | undefined): boolean {
  const word = fold(token)
  return (word.startsWith('لل') && MEDIA.has(word.slice(2))) || (word.startsWith('ل') && MEDIA.has(word.slice(1)))
}

/** "لمراسلنا", "لموقعنا": spoken to the copy's own outlet. */
const isOurs = (word: string): boolean => /^ل\p{L}{3,}نا$/u.test(word)

/**
 * Where the phrase of a source that begins at `from` ends: before a comma, a place or time, an audience. "مصدر في الشرطة" is who it is;
 * "قال الوزير في مؤتمر" is where he spoke.
 */
export function sourceEnd(s: readonly Token[], from: number, limit: number): number {
  const office =
    !isDefinite(s[from]?.text ?? '') &&
    (roleOf(s[from]?.text ?? '') !== null || kindRow(s[from]?.text ?? '')?.[1] === 'person' || AGENT.test(nounOf(s[from]?.text ?? '')))
  let end = from
  let linked = false
  while (end < limit) {
    const token = s[end]
    if (token?.text === '.' && end > from && fold(s[end - 1]).length === 1) {
      end++
      continue
    }
    if (isStop(token)) {
      // A name in quotation marks: "حزب «الغد»".
      const close = token?.opens && end > from ? s.findIndex((other, k) => k > end && k < Math.min(limit, end + 6) && other.closes) : -1
      if (close < 0) break
      end = close + 1
      continue
    }
    const word = fold(token)
    if (end > from && (isThat(token) || CARRIED.test(word) || OWNED.has(word) || mediumAfterLam(token) || isOurs(word) || word === 'ل'))
      break
    if (end > from && tellingOf(token) && !ROLES.has(nounOf(word)) && !isDefinite(word)) break
    if (ASIDE.has(word)) {
      const inside =
        (word === 'في' || word === 'من' || word === 'لدى') &&
        office &&
        !linked &&
        end > from &&
        !OCCASION.has(fold(s[end + 1])) &&
        !/^\d/u.test(s[end + 1]?.text ?? '')
      if (!inside) break
      linked = true
    }
    end++
  }
  return end
}

/** The phrase of a source at `from`, with the name or office that a comma adds: "رئيس البلدية، فواز الريس،". Null where none begins. */
export function sourceAt(s: readonly Token[], from: number, limit: number): Range | null {
  const end = sourceEnd(s, from, limit)
  if (end <= from) return null
  if (!isComma(s[end])) return [from, end]
  let close = end + 1
  while (close < limit && close < end + 9 && !isComma(s[close]) && !isStop(s[close])) close++
  const gloss: Range = [end + 1, close]
  const words = s.slice(...gloss)
  if (close >= limit || !isComma(s[close]) || words.length === 0 || words.length > 8) return [from, end]
  const first = words[0]?.text ?? ''
  const called = /^و?(?:يدعى|تدعى|اسمه|اسمها)$/u.test(fold(words[0]))
  const office = roleOf(first) !== null || TITLES.has(foldText(first))
  const plain = words.every(
    (token) => !ASIDE.has(fold(token)) && !tellingOf(token) && !isThat(token) && !mediumAfterLam(token) && !/\p{N}/u.test(token.text),
  )
  const person = s.slice(from, end).some((token) => roleOf(token.text) !== null)
  if (called || (office && first !== '' && sourceEnd(s, gloss[0], close) === close)) return [from, close]
  return plain &&
    person &&
    words.length <= 4 &&
    !/^[ولب]/u.test(foldText(first).replace(/^(?:وليد|وائل|وسام|لينا|ليلى|لمى|بشار|بسام|بلال|بدر|لبنى|وفاء|وردة)$/u, ''))
    ? [from, close]
    : [from, end]
}

/**
 * The subject of a verb with an object ("اتهم النائب كمال حداد وزارة الأشغال بـ", "أكدت الوزارة تسجيل 30 إصابة"): a body with its
 * adjectives, or an office and a name of two words.
 */
export function subjectBeforeObject(s: readonly Token[], from: number, limit: number): Range | null {
  const end = sourceEnd(s, from, limit)
  if (end <= from) return null
  const words = s.slice(from, end).map((token) => token.text)
  const head = words[0] ?? ''
  if (s.slice(from, end).some((token) => token.quoted)) return [from, end]
  if (roleOf(head) === null && !TITLES.has(foldText(head))) return [from, from + bodyEnd(words)]
  const at = nameAt(words)
  let to = at
  while (to < words.length && to < at + 2 && isNameWord(words[to] ?? '')) to++
  // "محمد عبد الله", "هدى بن سعيد": a third part that only goes with the second.
  if (
    to < words.length &&
    (/^(?:عبد|ابو|بن|ابن|ال|بنت)$/u.test(foldText(words[to - 1] ?? '')) ||
      (isDefinite(words[to] ?? '') && to > at + 1 && !isDefinite(words[to - 1] ?? '')))
  )
    to++
  return [from, from + Math.max(1, to)]
}

/** Not a body, an office, a word with "his" or "its", or one with a preposition written onto it. */
const isNameWord = (word: string): boolean =>
  kindRow(word) === undefined &&
  !/(?:ه|ها|هم|تها|ته)$/u.test(foldText(word).replace(/(?:طه|عبده|نزيه|وجيه|نبيه)$/u, '')) &&
  !/^(?:لل|بال)/u.test(foldText(word)) &&
  !/\p{N}/u.test(word)

/** How many words of a phrase belong to the body it begins with: "حركة الأفق", "وزارة الصحة والبيئة", "الهلال الأحمر". */
function bodyEnd(words: readonly string[]): number {
  let k = 1
  if (!isDefinite(words[0] ?? '')) {
    while (k < words.length && !isDefinite(words[k - 1] ?? '') && (k === 1 || kindRow(words[k - 1] ?? '') !== undefined)) k++
  }
  while (
    k < words.length &&
    isDefinite(words[k - 1] ?? '') &&
    (isNisba(words[k] ?? '') ||
      foldText(words[k] ?? '').startsWith('وال') ||
      (k === 1 && isDefinite(words[k] ?? '') && /^(?:دفاع|هلال|صليب|نيابة|جيش|سلطات)$/u.test(nounOf(words[0] ?? ''))))
  )
    k++
  return Math.min(k, words.length)
}

const LINK = /^(?:في|من|لدى|باسم|لدي|عن|ب\p{L}{3,}|لل\p{L}{2,})$/u

/** Where in "رئيس بلدية السنديان فواز الريس" the name begins; the length where it has none. */
export function nameAt(words: readonly string[]): number {
  let k = 0
  const title = words.findLastIndex((word, n) => n < words.length - 1 && TITLES.has(foldText(word)))
  if (title >= 0) return title + 1
  if (isDefinite(words[0] ?? '')) {
    // "الخبير الاقتصادي سامر حداد", "المتحدث باسم الجيش نزار"
    k = 1
    while (
      k < words.length &&
      isDefinite(words[k] ?? '') &&
      (isNisba(words[k] ?? '') || roleOf(words[k] ?? '') !== null || (words[k] ?? '').endsWith('ة'))
    )
      k++
  } else {
    k = 1
    while (
      k < words.length - 1 &&
      !isDefinite(words[k] ?? '') &&
      (kindRow(words[k] ?? '') !== undefined || roleOf(words[k] ?? '') !== null)
    )
      k++
    k++
    while (
      k < words.length &&
      (isNisba(words[k] ?? '') ||
        foldText(words[k] ?? '').startsWith('وال') ||
        (isDefinite(words[k - 1] ?? '') && isDefinite(words[k] ?? '')))
    )
      k++
  }
  while (k < words.length && LINK.test(foldText(words[k] ?? ''))) {
    const alone = /^(?:في|من|لدى|لدي|عن|باسم)$/u.test(foldText(words[k] ?? ''))
    k++
    if (alone) {
      while (k < words.length - 1 && kindRow(words[k] ?? '') !== undefined && !isDefinite(words[k] ?? '')) k++
      k++
    }
    while (k < words.length && isDefinite(words[k] ?? '')) k++
  }
  return Math.min(k, words.length)
}

/** The media that words came through, named between two places: "لإذاعة X", "في مقابلة مع قناة X", "في بيان نشرته شبكة X", "لـ«X»". */
export function mediaIn(s: readonly Token[], from: number, to: number): Range[] {
  const found: Range[] = []
  for (let k = from; k < to; k++) {
    const word = fold(s[k])
    const beside = /^(?:مع|الى|عبر|على)$/u.test(word) || CARRIED.test(word)
    const at = mediumAfterLam(s[k]) ? k : beside && MEDIA.has(nounOf(s[k + 1]?.text ?? '')) ? k + 1 : -1
    if (at >= 0) {
      const end = Math.max(at + 1, sourceEnd(s, at, to))
      found.push([at, end])
      k = end - 1
    } else if (word === 'ل' && s[k + 1]?.opens) {
      const close = s.findIndex((token, j) => j > k + 1 && j < Math.min(to, k + 9) && token.closes)
      if (close > k + 2) found.push([k + 2, close])
    }
  }
  return found
}

/** Whom a medium itself leans on: "نقلاً عن مصدر". */
export function originIn(s: readonly Token[], from: number, to: number): Range | null {
  for (let k = from; k + 2 < to; k++) if (fold(s[k]) === 'نقلا' && fold(s[k + 1]) === 'عن') return sourceAt(s, k + 2, to)
  return null
}
