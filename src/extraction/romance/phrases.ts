import type { Range } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import type { Table } from './table.ts'

export const isComma = (token: Token | undefined): boolean => token?.text === ','
export const isColon = (token: Token | undefined): boolean => token?.text === ':'
export const isStop = (token: Token | undefined): boolean => token === undefined || /^[,;:.?!()—–-]$/u.test(token.text) || token.quoted
export const capital = (token: Token | undefined): boolean => /^\p{Lu}/u.test(token?.text ?? '')

/** A word without the article or "of" written onto it: "l'agence" is "agence". */
export const bare = (t: Table, word: string): string =>
  t.elided.source === '^$' ? word : word.replace(new RegExp(t.elided.source, 'iu'), '')
export const nounOf = (t: Table, token: Token | undefined): string => bare(t, token?.lower ?? '').toLowerCase()

const isOf = (word: string): boolean => /^(?:de|du|des|del|d['’].*)$/u.test(word)

/** Where a noun phrase that begins at `from` ends: before a comma, a verb of saying, a day, a preposition other than "of", a second article. */
export function phraseEnd(t: Table, s: readonly Token[], from: number, limit: number): number {
  let k = from
  while (k < limit && !isStop(s[k])) {
    const word = s[k]?.lower ?? ''
    const before = s[k - 1]?.lower ?? ''
    if (t.that.test(word) || /^(?:qui|quien|dont|où|cuando|quand|lorsque)$/u.test(word)) break
    if (k > from) {
      if (t.citing.test(word) || t.citedBy.test(word)) break
      if (t.articles.has(word) && !isOf(before) && !isOf(word) && !capital(s[k]) && !/^(?:y|e|et)$/u.test(before)) break
      if (t.between.has(word) && !capital(s[k]) && !t.particles.has(word) && !t.articles.has(word)) break
      if (t.prepositions.has(word) && !isOf(word) && !capital(s[k])) break
      if (t.tellings.get(word)?.form === 'finite' && !capital(s[k]) && !isOf(before) && !t.articles.has(before)) break
      if (t.auxiliary.has(word)) break
    }
    k++
  }
  while (
    k > from &&
    (/^(?:et|y|e|ou|o|[ld]['’])$/u.test(s[k - 1]?.lower ?? '') ||
      isOf(s[k - 1]?.text ?? '') ||
      (t.articles.has(s[k - 1]?.lower ?? '') && k - 1 > from))
  )
    k--
  return k
}

/** A noun phrase with the name or office that a comma adds to it: "la portavoz de la compañía, Marta Ordóñez". */
export function phraseAt(t: Table, s: readonly Token[], from: number, limit: number): Range | null {
  const end = phraseEnd(t, s, from, limit)
  if (end <= from || !s.slice(from, end).some((token) => /\p{L}/u.test(token.text))) return null
  if (!isComma(s[end])) return [from, end]
  const close = phraseEnd(t, s, end + 1, limit)
  return close > end + 1 && addsName(t, s, [from, end], [end + 1, close]) ? [from, close] : [from, end]
}

/** Whether what stands after a comma is the name to an office, or the office to a name. */
export function addsName(t: Table, s: readonly Token[], head: Range, gloss: Range): boolean {
  const words = s.slice(...gloss)
  if (words.length === 0 || words.length > 14) return false
  const name =
    words.length <= 6 &&
    words.every((token) => capital(token) || t.particles.has(token.lower) || t.titles.test(token.lower)) &&
    capital(words.at(-1))
  const office = words.slice(0, 3).some((token) => t.people.test(nounOf(t, token)))
  const headIsOffice = s.slice(...head).some((token) => t.people.test(nounOf(t, token)))
  return (name && headIsOffice) || office
}

const isMedium = (t: Table, noun: string): boolean =>
  t.kinds.some(([pattern, kind]) => (kind === 'outlet' || kind === 'news_agency') && pattern.test(noun))

/** A medium at `from`: "la agencia Noticias del Sur", "La Gazette du Lac", "l'AFP". Null where it is a person or an audience. */
export function mediumAt(t: Table, s: readonly Token[], from: number, limit: number): Range | null {
  let at = from
  if (t.articles.has(s[at]?.lower ?? '') && !capital(s[at])) at++
  const first = s[at]
  if (!first || at >= limit) return null
  const noun = nounOf(t, first)
  const articled = capital(first) && t.articles.has(first.lower) && capital(s[at + 1])
  const acronym = /^(?:[ld]['’])?\p{Lu}{2,6}$/u.test(first.text)
  const named = at > from && capital(first) && !t.people.test(noun)
  if (!isMedium(t, noun) && !articled && !acronym && !named && !(capital(first) && /^(?:au|aux|al)$/u.test(s[from - 1]?.lower ?? '')))
    return null
  let to = at + 1
  while (
    to < limit &&
    (capital(s[to]) ||
      (t.particles.has(s[to]?.lower ?? '') && nextCapital(t, s, to + 1, limit)) ||
      (to === at + 1 && isMedium(t, noun) && !capital(s[to]) && /\p{L}/u.test(s[to]?.text ?? '') && capital(s[to + 1])))
  )
    to++
  if (isMedium(t, noun) && to === at + 1 && !capital(first)) return at > from && t.station.test(s[to]?.lower ?? '') ? [from, to + 1] : null
  return [from, to]
}

const nextCapital = (t: Table, s: readonly Token[], at: number, limit: number): boolean =>
  at < limit && (capital(s[at]) || (t.particles.has(s[at]?.lower ?? '') && capital(s[at + 1])))

/** The media words came through: "à La Gazette", "a la agencia X", "dans un entretien avec X", "sur la chaîne X", "cité par X". */
export function mediaIn(t: Table, s: readonly Token[], from: number, to: number): Range[] {
  const found: Range[] = []
  for (let k = from; k < to; k++) {
    if (s[k]?.quoted) continue
    const word = s[k]?.lower ?? ''
    const cited = t.citedBy.test(word) && /^(?:par|por)$/u.test(s[k + 1]?.lower ?? '')
    const carried = t.carriedBy.test(s[k - 1]?.lower ?? '') && /^(?:par|por)$/u.test(word)
    const broadcast = carried || /^(?:sur|avec|con|en)$/u.test(word)
    if (!cited && !broadcast && !t.to.test(word)) continue
    const at = cited ? k + 2 : k + 1
    const medium = cited
      ? ((): Range | null => {
          const end = phraseEnd(t, s, at, to)
          return end > at ? [at, end] : null
        })()
      : mediumAt(t, s, at, to)
    if (!medium || (broadcast && !s.slice(...medium).some((token) => isMedium(t, nounOf(t, token))))) continue
    found.push(medium)
    k = medium[1] - 1
  }
  return found
}

/** Whom a medium leans on: "citant une source judiciaire", "citando a un funcionario". */
export function originIn(t: Table, s: readonly Token[], from: number, to: number): Range | null {
  for (let k = from; k + 1 < to; k++) {
    if (s[k]?.quoted || !t.citing.test(s[k]?.lower ?? '')) continue
    const at = t.to.test(s[k + 1]?.lower ?? '') ? k + 2 : k + 1
    const end = phraseEnd(t, s, at, to)
    return end > at ? [at, end] : null
  }
  return null
}

/**
 * The subject before a verb: the last comma's piece of its clause, or, where the verb follows a comma, the piece before that one, which
 * then only adds a name or a circumstance. `floor` is where the clause begins.
 */
export function subjectBefore(t: Table, s: readonly Token[], floor: number, verb: number): Range | null {
  const pieces: Range[] = []
  let from = floor
  for (let k = floor; k <= verb; k++) {
    if (k < verb && !isComma(s[k])) continue
    pieces.push([from, k])
    from = k + 1
  }
  const last = pieces.at(-1)
  if (!last) return null
  if (last[1] > last[0]) return cleaned(t, s, last)
  // "X, gloss, verb": the gloss may be a name, an office, "citing Y", "she for her part".
  for (let n = pieces.length - 3; n >= 0; n--) {
    const head = pieces[n] ? cleaned(t, s, pieces[n] ?? [0, 0]) : null
    if (!head) continue
    const gloss = pieces[n + 1]
    return gloss && addsName(t, s, head, gloss) ? [head[0], gloss[1]] : head
  }
  const only = pieces[0]
  return only ? cleaned(t, s, only) : null
}

/** A piece as a subject: without conjunctions before it and adverbs after; null where it begins like none, or is too long to be one. */
function cleaned(t: Table, s: readonly Token[], [from, to]: Range): Range | null {
  let a = from
  let b = to
  // "La région compte 200 écoles et le rectorat annonce …": the subject stands after the clause before it.
  const stated = (k: number): boolean =>
    !s[k]?.quoted && !capital(s[k]) && t.finite.test(s[k]?.lower ?? '') && !t.notFinite.test(s[k]?.lower ?? '')
  const verb = s.findIndex((_, k) => k >= a && k < b && stated(k))
  if (verb >= 0) {
    const and = s.findLastIndex((token, k) => k > verb && k < b && t.and.test(token.lower))
    if (and < 0) return null
    a = and + 1
  }
  while (
    a < b &&
    (t.conjunctions.has(s[a]?.lower ?? '') ||
      (a > from && /^(?:que|qu')$/u.test(s[a]?.lower ?? '')) ||
      isColon(s[a]) ||
      (s[a]?.closes ?? false))
  )
    a++
  while (b > a && (t.conjunctions.has(s[b - 1]?.lower ?? '') || (t.between.has(s[b - 1]?.lower ?? '') && b - a > 1))) b--
  const relative = s.findIndex((token, k) => k > a && k < b && /^(?:qui|que|quien)$/u.test(token.lower))
  if (relative > a) b = relative
  if (b <= a || b - a > 16) return null
  const first = s[a]?.lower ?? ''
  if (t.prepositions.has(first) && !capital(s[a + 1])) return null
  if (t.prepositions.has(first) || s.slice(a, b).some((token) => token.quoted && token.opens && a === s.indexOf(token))) return null
  if (t.citedBy.test(first) || /^(?:contactée?s?|interrogée?s?|sollicitée?s?|consultad[oa]s?|preguntad[oa]s?)$/u.test(first)) return null
  const cut = phraseEnd(t, s, a, b)
  const pronoun = t.pronouns.has(first) && !t.articles.has(first)
  if (pronoun) return [a, a + 1]
  return cut > a ? [a, cut] : null
}
