import { capitalised } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import { isOutletLike, subjectEnd } from './unable.ts'
import { MEDIUM, NOT, PRONOUN, SAYINGS } from './words.ts'

/** Whose names are held back. */
const HIDDEN =
  /^(?:dead|deceased|victims?|suspects?|man|men|woman|women|boy|girl|officers?|people|person|attackers?|gunman|gunmen|accused|drivers?|juveniles?|child|children|teenagers?|soldiers?|pilots?|passengers?|him|her|them|those|injured|wounded|killed|detainees?|employees?|students?|patients?|source|sources)$/u

/** "The allegations have not been proven in court." */
export const unproven = (words: readonly string[], k: number): boolean =>
  words.slice(Math.max(0, k - 5), k).some((word) => NOT.has(word) || word === 'yet') &&
  words[k - 1] === 'been' &&
  (words
    .slice(k + 1, k + 4)
    .join(' ')
    .startsWith('in court') ||
    words.slice(Math.max(0, k - 10), k).some((word) => SAYINGS.has(word) && !PRONOUN.test(word)))

/** "This newspaper has not seen the letter." */
export function unseen(s: readonly Token[], words: readonly string[], k: number): boolean {
  const not = words.slice(Math.max(0, k - 3), k).findIndex((word) => NOT.has(word) && word !== 'never')
  if (not < 0 || words.slice(k - 3, k).includes('been')) return false
  const at = subjectEnd(s, Math.max(0, k - 3) + not)
  const last = s[at - 1]
  // "The Courier was told of it and has not seen the contract."
  if (/^(?:and|but)$/u.test(last?.lower ?? ''))
    return isOutletLike(s, at) && s.slice(0, at).some((token) => MEDIUM.has(token.lower) || token.lower === 'we')
  return (
    last !== undefined &&
    (MEDIUM.has(last.lower) ? capitalised(last) || /^(?:this|our)$/u.test(words[at - 2] ?? '') : last.lower === 'we' && !last.quoted)
  )
}

/** "has not been peer-reviewed", "have not been published or seen by independent scientists". */
export function unreviewed(words: readonly string[], k: number): boolean {
  const before = words.slice(Math.max(0, k - 6), k)
  if (!before.some((word) => NOT.has(word) || word === 'yet')) return false
  if (/peer-review/u.test(words[k] ?? '')) return true
  if (
    /^(?:(?:or|and|by) (?:\p{L}+ )*?)?by (?:\p{L}+ )?(?:independent|outside|other|external|experts?|scientists?|peers?|researchers?)/u.test(
      words.slice(k + 1, k + 8).join(' '),
    )
  )
    return true
  // Without outsiders named it is of results only; "has not seen", "were never examined" are other news.
  if (words[k - 1] !== 'been' || /^(?:reviewed|examined|seen)$/u.test(words[k] ?? '')) return false
  const subject = words.slice(Math.max(0, k - 12), k)
  return subject.some((word) =>
    /^(?:data|results?|findings?|study|trial|research|paper|preprint|evidence|analysis|figures?|which|method\w*)$/u.test(word),
  )
}

/** "The ministry has not named the dead", "officials have yet to release the figures": those who would know have not confirmed. */
export function withheld(s: readonly Token[], words: readonly string[]): number {
  for (let k = 1; k + 2 < s.length; k++) {
    const word = words[k] ?? ''
    if (!/^(?:has|have|had)$/u.test(word)) continue
    const next = words.slice(k + 1, k + 3)
    if (!next.some((other) => other === 'not' || other === "n't" || other === 'yet')) continue
    const at = s.findIndex(
      (token, j) =>
        j > k + 1 && j < k + 6 && /^(?:named?|identif(?:y|ied)|acknowledged?|release[d]?|publish(?:ed)?|provided?)$/u.test(token.lower),
    )
    if (at < 0 || words[at] === '"') continue
    if ((words[at] ?? '').startsWith('acknowl')) return at
    if (/^(?:nam|identif)/u.test(words[at] ?? '')) {
      const people = [...words.slice(at + 1, at + 8), ...(words[at - 1] === 'been' ? words.slice(0, k) : [])]
      if (people.some((other) => HIDDEN.test(other))) return at
      continue
    }
    const object = words.slice(at + 1, at + 7)
    if (object.some((other) => /^(?:evidence|proof|figures?|names?|toll|footage|identit(?:y|ies)|casualties|breakdown)$/u.test(other)))
      return at
  }
  return -1
}
