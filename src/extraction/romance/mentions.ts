import type { SourceKind } from '../../vocabulary.ts'
import type { Mention } from '../sources/mentions.ts'
import { plainMention } from '../sources/plain-mention.ts'
import type { Range } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import { bare, capital, isComma, nounOf } from './phrases.ts'
import type { Table } from './table.ts'

/** What a phrase in the place of a source says of it. A verb in that place stands for whoever spoke last. */
export function romanceMention(t: Table, s: readonly Token[], range: Range, printed: string): Mention {
  const [from, to] = range
  const pronoun = to - from <= 2 ? pronounIn(t, s, range) : undefined
  if (pronoun !== undefined)
    return { ...plainMention(printed), pronoun: 'speaker', identified: 'bare_anonymous', unnamed: true, gender: pronoun }
  if (t.self.test(printed)) return { ...plainMention(printed), pronoun: 'we' }
  const comma = s.findIndex((token, k) => k > from && k < to && isComma(token))
  const head = withoutArticle(t, s, [from, comma >= 0 ? comma : to])
  const gloss: Range | null = comma >= 0 ? [comma + 1, to] : null
  return describe(t, s, head, gloss, from)
}

/** The gender a pronoun tells; undefined where the phrase is none. */
function pronounIn(t: Table, s: readonly Token[], [from, to]: Range): 'm' | 'f' | null | undefined {
  const words = s.slice(from, to).map((token) => token.lower)
  const inverted = t.inverted?.exec(words[0] ?? '')
  if (inverted) return t.pronouns.get(inverted[2] ?? '') ?? null
  if (t.pronouns.has(words.join(' '))) return t.pronouns.get(words.join(' '))
  const verb = words.every((word) => t.tellings.has(word) || t.auxiliary.has(word) || word === 'según')
  return (verb && !capital(s[to - 1])) || (verb && from === 0) ? null : undefined
}

const withoutArticle = (t: Table, s: readonly Token[], [from, to]: Range): Range => {
  let a = from
  while (a < to - 1 && t.articles.has(s[a]?.lower ?? '') && !(capital(s[a]) && a > 0 && capital(s[a + 1]))) a++
  return [a, to]
}

/** The words of a range, the first without the article written onto it. */
const wordsOf = (t: Table, s: readonly Token[], [from, to]: Range): string =>
  s
    .slice(from, to)
    .filter((token) => !/^["“”«»]$/u.test(token.text))
    .map((token, k) => (k === 0 ? bare(t, token.text) : token.text))
    .join(' ')

function describe(t: Table, s: readonly Token[], head: Range, gloss: Range | null, start: number): Mention {
  const text = wordsOf(t, s, head)
  const nouns = s.slice(...head).map((token) => nounOf(t, token))
  const noun = nouns[0] ?? ''
  const office = nouns.findIndex((word) => t.people.test(word))
  const titled = s.slice(...head).some((token) => t.titles.test(token.lower) && token !== s[head[1] - 1])
  const kind = kindOf(t, nouns)
  const lowered = s.slice(start, Math.min(head[1], Math.max(start, head[0]) + 1)).map((token) => nounOf(t, token).replace('.', ''))
  const article = s[start]?.lower ?? ''
  const indefinite = /^(?:une?|des|unos|unas|plusieurs|varios|varias|deux|dos|trois|tres|quelques|certains|algunos|algunas)$/u.test(article)
  const gender =
    lowered.some((word) => t.female.test(word)) || (/^(?:la|une?a?|las)$/u.test(article) && article !== 'un')
      ? 'f'
      : lowered.some((word) => t.male.test(word))
        ? 'm'
        : null
  const person = titled || (office >= 0 && (kind === null || office === 0 || t.kinds.every(([pattern]) => !pattern.test(noun))))
  if (!person && kind !== null) return body(t, s, head, text, kind, gender, indefinite || article === noun)
  // "Fuentes sanitarias" at a sentence's start: the capital makes no name of it.
  const common = head[0] === 0 && head[1] > 1 && !capital(s[1]) && !t.particles.has(s[1]?.lower ?? '') && t.anonymous.test(noun)
  const name = (common ? null : nameIn(t, s, head, person)) ?? (gloss && person ? nameIn(t, s, gloss, false) : null)
  const roles = [...nouns, ...(gloss ? s.slice(...gloss).map((token) => nounOf(t, token)) : [])].filter((word) => t.people.test(word))
  if (name) {
    const proper = properOf(s, name)
    const alone = !person && proper.length === 1 && !gloss
    return {
      ...plainMention(text),
      name: wordsOf(t, s, name),
      proper,
      kind: alone ? 'unknown' : 'person',
      identified: roles.length > 0 ? 'named_with_role' : 'named',
      roles,
      gender: roles.length > 0 || titled ? gender : null,
    }
  }
  const plural = t.plural.test(article) || t.plural.test(noun)
  const anonymous = t.anonymous.test(noun)
  const known = person || anonymous
  return {
    ...plainMention(text),
    kind: plural && known ? 'collective' : known ? 'person' : 'unknown',
    identified: plural && known ? 'collective' : 'role_only',
    unnamed: indefinite || anonymous || !known || start === head[0],
    definite: !indefinite && !(start === head[0] && anonymous),
    roles: roles.length > 0 ? roles : [noun],
    gender,
    plural,
  }
}

const kindOf = (t: Table, nouns: readonly string[]): SourceKind | null => {
  // "l'agence régionale", "agence Médiapresse": the first noun decides, an adjective before it aside.
  for (const noun of nouns.slice(0, 2)) {
    const row = t.kinds.find(([pattern]) => pattern.test(noun))
    if (row) return row[1]
  }
  return null
}

function body(
  t: Table,
  s: readonly Token[],
  head: Range,
  text: string,
  kind: SourceKind,
  gender: 'm' | 'f' | null,
  indefinite: boolean,
): Mention {
  const nouns = s.slice(...head).map((token) => nounOf(t, token))
  const noun = nouns[0] ?? ''
  const roles = nouns.filter((word) => t.kinds.some(([pattern]) => pattern.test(word))).slice(0, 3)
  const anonymous = kind === 'person'
  const named = s.slice(...head).some((token, k) => k > 0 && capital(token))
  const own = kind === 'news_agency' || kind === 'outlet' || kind === 'organisation' || kind === 'ngo'
  const proper =
    own && named
      ? s
          .slice(...head)
          .filter((token) => capital(token) && !t.articles.has(token.lower))
          .map((token) => token.lower)
      : []
  return {
    ...plainMention(text),
    kind: anonymous && t.plural.test(noun) ? 'collective' : kind,
    identified: anonymous ? 'role_only' : 'organisation_only',
    unnamed: anonymous || kind === 'media',
    definite: !(indefinite && (anonymous || kind === 'media' || kind === 'document')),
    roles,
    proper,
    gender,
  }
}

/** The proper name in a phrase: its last run of capitals, but not the place in "maire de X". */
function nameIn(t: Table, s: readonly Token[], [from, to]: Range, office: boolean): Range | null {
  let end = to
  while (end > from && !capital(s[end - 1])) end--
  if (end === from) return null
  let at = end - 1
  while (
    at > from &&
    (capital(s[at - 1]) ||
      (t.particles.has(s[at - 1]?.lower ?? '') && capital(s[at - 2]) && at - 2 >= from && !isPlaceLink(t, s, at - 1, from, office)))
  )
    at--
  const skips = (token: Token | undefined): boolean =>
    t.titles.test(token?.lower ?? '') || t.people.test(nounOf(t, token)) || (!office && t.articles.has(token?.lower ?? ''))
  while (at < end - 1 && skips(s[at])) at++
  const before = s[at - 1]?.lower ?? ''
  const place = office && at > from && /^(?:de|du|des|del|d'|la|l')$/u.test(before)
  if (place) return end - at >= 3 ? [end - 2, end] : null
  return at < end && !/^[ld]['’]/u.test(s[at]?.text ?? '') ? [at, end] : null
}

/** In "alcaldesa de Arrayanes", "of" leads to a place; in "Anne de Sorel" it belongs to the name. */
const isPlaceLink = (t: Table, s: readonly Token[], at: number, from: number, office: boolean): boolean =>
  office && at - 1 === from && t.people.test(nounOf(t, s[from]))

const properOf = (s: readonly Token[], range: Range): string[] =>
  s
    .slice(...range)
    .filter((token) => /[\p{L}\p{N}]/u.test(token.text))
    .map((token) => token.lower)
