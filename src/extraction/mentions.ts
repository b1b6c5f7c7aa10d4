import type { Identification, SourceKind } from '../vocabulary.ts'
import { ARMED, BODIES, DAYS, DOCUMENTS, MEDIA_WORDS, NGO_WORDS, ORGANISATIONS, PEOPLE_NOUNS, RECORDINGS, TITLE } from './lexicon.ts'
import { capitalised, type Range, RELATIVE, textOf } from './phrases.ts'
import type { Token } from './tokens.ts'

/** What a noun phrase in the place of a source says of it, before anybody asks whether we have met it already. */
export interface Mention {
  /** The phrase as printed, without apposition. */
  text: string
  /** The name, or the description where there is none; no article before it. */
  name: string
  /** Lower-case words of a proper name; empty for a mere description. */
  proper: string[]
  pronoun: string | null
  kind: SourceKind
  identified: Identification
  unnamed: boolean
  definite: boolean
  /** Lower-case nouns by which it may be called later: "governor", "police chief", "agency". */
  roles: string[]
  /** The owner in "the group's agency", as printed. */
  owner: Range | null
  gender: 'm' | 'f' | null
  plural: boolean
}

const PARTICLES = new Set('al el bin ibn abu de da di del della van von der den la le dos du of the - &'.split(' '))
const ARTICLES = new Set(
  'the a an another one this that these those some several many two three other both his her its their own'.split(' '),
)
const LINK = /^(?:on|in|at|by|for|from|of|to|with|over|since|during|after|before|as)$/u
const PRONOUNS = new Set('he she they it we i you who which that others some many all one him her them'.split(' '))
const COURT = new Set('indictment affidavit lawsuit complaint filing filings ruling judgment judgement verdict order'.split(' '))
const DATA = new Set('data figures statistics census survey poll index'.split(' '))
const FEMALE =
  /^(?:mrs|ms|miss|spokeswoman|chairwoman|congresswoman|mother|daughter|sister|wife|queen|princess|actress|policewoman|businesswoman|woman|girl|aunt|lady|dame)\.?$/u
const MALE =
  /^(?:mr|sir|spokesman|chairman|congressman|father|son|brother|husband|king|prince|policeman|businessman|fisherman|man|boy|uncle|lord|sheikh|imam)\.?$/u
const PLURAL = /(?:[^s]s|people|men|women|police|children|media|staff)$/u

/** Capitalised sequences that stand by themselves somewhere in the article, so that "Mayor of X Ann Lee" can be cut after X. */
export type KnownNames = ReadonlySet<string>

/** Reads a noun phrase as a source. `range` counts tokens of the sentence `s`; never throws. */
export function readMention(text: string, s: readonly Token[], range: Range, known: KnownNames): Mention {
  const first = s[range[0]]
  if (range[1] - range[0] === 1 && first && (PRONOUNS.has(first.lower) || RELATIVE.has(first.lower))) return pronoun(first)
  const comma = s.findIndex((token, k) => k > range[0] && k < range[1] && (token.text === ',' || token.text === '('))
  const head: Range = [range[0], comma >= 0 ? comma : range[1]]
  const gloss: Range | null = comma >= 0 ? [comma + 1, range[1]] : null
  const from = skipArticles(s, head)
  const bare = withoutTail(s, [from, head[1]])
  const definite = !['a', 'an', 'another', 'one', 'some', 'several', 'many', 'two', 'three', 'other'].includes(s[head[0]]?.lower ?? '')
  const owner = ownerOf(s, bare)
  const owned: Range = owner ? [skipArticles(s, [owner[1] + 1, bare[1]]), bare[1]] : bare
  const named = properName(s, owned, known) ?? (owner ? null : properName(s, bare, known))
  const words = s.slice(...bare).map((token) => token.lower)
  const roles = rolesIn(s, owned).concat(gloss ? rolesIn(s, gloss) : [])
  const headNoun = headNounOf(s, owned)
  const kind = kindOf(s, bare, headNoun, named, owner, gloss)
  const genderWord = s.slice(range[0], range[1]).map((token) => token.lower)
  const gender = genderWord.some((word) => FEMALE.test(word)) ? 'f' : genderWord.some((word) => MALE.test(word)) ? 'm' : null
  const proper = named
    ? s
        .slice(...named)
        .filter((token) => /[\p{L}\p{N}]/u.test(token.text))
        .map((token) => token.lower)
    : []
  const isPerson = kind === 'person' && named !== null
  const nameRange = isPerson && named ? named : named && owner ? owned : trimTail(s, bare)
  const plural = PLURAL.test(headNoun) && !isPerson
  return {
    text: textOf(text, s, head),
    name: textOf(text, s, nameRange) || textOf(text, s, head),
    proper,
    pronoun: null,
    kind,
    definite,
    roles,
    gender,
    plural,
    owner: named && owner ? owner : null,
    ...identify({ kind, named: named !== null, roles, headNoun, definite, plural, owned: owner !== null, words }),
  }
}

function pronoun(token: Token): Mention {
  const gender = token.lower === 'she' || token.lower === 'her' ? 'f' : token.lower === 'he' || token.lower === 'him' ? 'm' : null
  return {
    text: token.text,
    name: token.text,
    proper: [],
    pronoun: token.lower,
    kind: 'unknown',
    identified: 'bare_anonymous',
    unnamed: true,
    definite: true,
    roles: [],
    owner: null,
    gender,
    plural: token.lower === 'they',
  }
}

function skipArticles(s: readonly Token[], [from, to]: Range): number {
  let k = from
  while (k < to - 1 && ARTICLES.has(s[k]?.lower ?? '') && !(capitalised(s[k]) && k > 0 && capitalised(s[k + 1]) && s[k]?.lower === 'al'))
    k++
  return k
}

/** "Figures published by the board on", "officials late": a preposition, adverb or day at the end belongs to the speaking. */
function withoutTail(s: readonly Token[], [from, to]: Range): Range {
  let end = to
  while (
    end > from + 1 &&
    !capitalised(s[end - 1]) &&
    (s[end - 1]?.pos === 'ADP' || s[end - 1]?.pos === 'ADV' || LINK.test(s[end - 1]?.lower ?? ''))
  )
    end--
  if (end > from + 2 && DAYS.has(s[end - 1]?.lower ?? '') && LINK.test(s[end - 2]?.lower ?? '')) return withoutTail(s, [from, end - 1])
  return [from, end]
}

/** Nothing after a source's own words: "officials on Monday", "a spokesman who". */
function trimTail(s: readonly Token[], [from, to]: Range): Range {
  for (let k = from + 1; k < to; k++) if (s[k]?.lower === 'who' || s[k]?.lower === 'which') return [from, k]
  return [from, to]
}

/** The possessor in "the group's X agency": the range before the last possessive mark. */
function ownerOf(s: readonly Token[], [from, to]: Range): Range | null {
  for (let k = to - 2; k > from; k--) {
    const token = s[k]
    if (token && (token.lower === "'s" || token.text === '’' || token.text === "'")) return [from, k]
  }
  return null
}

function isNamePart(s: readonly Token[], k: number, from: number, to: number): boolean {
  const token = s[k]
  if (!token) return false
  if (capitalised(token)) return k > 0 || token.pos === 'PROPN' || (k + 1 < to && capitalised(s[k + 1]))
  if (/^\p{N}/u.test(token.text)) return k > from && capitalised(s[k - 1])
  if (k === from || k + 1 >= to || !PARTICLES.has(token.lower) || token.lower === 'of' || token.lower === 'the') return false
  const joins = (other: Token | undefined): boolean => capitalised(other) || (other?.pos === 'PROPN' && PARTICLES.has(other.lower))
  return joins(s[k - 1]) && joins(s[k + 1])
}

/** The proper name in a phrase: a run of capitalised words, its titles and known places before it cut off. */
function properName(s: readonly Token[], [from, to]: Range, known: KnownNames): Range | null {
  const runs: Range[] = []
  for (let k = from; k < to; k++) {
    if (!isNamePart(s, k, from, to)) continue
    let end = k + 1
    while (end < to && isNamePart(s, end, from, to)) end++
    runs.push([k, end])
    k = end
  }
  // "Former minister Ann Lee" at the start of a sentence: a capital that is no name.
  if (runs.length > 1 && runs[0]?.[0] === 0 && runs[0][1] === 1 && /^\p{Ll}/u.test(s[1]?.text ?? '') && PEOPLE_NOUNS.has(s[1]?.lower ?? ''))
    runs.shift()
  const named = runs.map((run): Range => [afterTitles(s, run), run[1]]).filter(([a, b]) => b > a)
  if (named.length === 0) return null
  // "Governor of X Ann Lee" has its name last; "Ann Lee of X" and "Ministry of Health" have theirs first.
  const first = named[0] as Range
  const roleFirst =
    (runs[0]?.[0] ?? 0) >= from && s.slice(from, first[0]).some((token) => PEOPLE_NOUNS.has(token.lower)) && s[first[0] - 1]?.lower === 'of'
  if (roleFirst) {
    const cut = afterKnownPlace(s, first, known)
    return cut ?? (named.length > 1 ? (named.at(-1) as Range) : onlyPlace(first))
  }
  return first
}

/** In "governor of X", X is a place and the governor has no name; with three or more words, the last two are the name. */
const onlyPlace = ([from, to]: Range): Range | null => (to - from >= 3 ? [to - 2, to] : null)

function afterTitles(s: readonly Token[], [from, to]: Range): number {
  for (let k = to - 2; k >= from; k--) {
    const word = s[k]?.lower ?? ''
    if (TITLE.test(word) || (PEOPLE_NOUNS.has(word) && k < to - 1))
      return s[k + 1]?.lower === 'of' || s[k + 1]?.lower === '-' ? from : k + 1
  }
  return to - from === 1 && (TITLE.test(s[from]?.lower ?? '') || PEOPLE_NOUNS.has(s[from]?.lower ?? '')) ? to : from
}

function afterKnownPlace(s: readonly Token[], [from, to]: Range, known: KnownNames): Range | null {
  for (let k = to - 1; k > from; k--) {
    const place = s
      .slice(from, k)
      .map((token) => token.lower)
      .join(' ')
    if (known.has(place)) return [k, to]
  }
  return null
}

function rolesIn(s: readonly Token[], [from, to]: Range): string[] {
  const roles: string[] = []
  for (let k = from; k < to; k++) {
    const word = s[k]?.lower ?? ''
    if (
      PEOPLE_NOUNS.has(word) ||
      BODIES.has(word) ||
      ORGANISATIONS.has(word) ||
      MEDIA_WORDS.has(word) ||
      TITLE.test(word) ||
      DOCUMENTS.has(word)
    )
      roles.push(word.replace(/\.$/u, ''))
  }
  return roles
}

/** The noun the phrase turns on: the last one before a preposition. */
function headNounOf(s: readonly Token[], [from, to]: Range): string {
  let last = ''
  for (let k = from; k < to; k++) {
    const token = s[k]
    if (!token) break
    if (last !== '' && (token.pos === 'ADP' || token.lower === 'who' || token.pos === 'VERB' || token.text === ',')) break
    if (/[\p{L}]/u.test(token.text)) last = token.lower
  }
  return last
}

function kindOf(
  s: readonly Token[],
  bare: Range,
  headNoun: string,
  named: Range | null,
  owner: Range | null,
  gloss: Range | null,
): SourceKind {
  const words = s.slice(...bare).map((token) => token.lower)
  const singular = headNoun.replace(/(?:ie)?s$/u, '')
  if (RECORDINGS.has(headNoun)) return 'media'
  if (/^(?:posts?|tweets?|thread)$/u.test(headNoun)) return 'social_post'
  if (COURT.has(headNoun)) return 'court_record'
  if (DATA.has(headNoun)) return 'dataset'
  const glossRoles = gloss ? s.slice(...gloss).map((token) => token.lower) : []
  const spokenFor = PEOPLE_NOUNS.has(headNoun) || PEOPLE_NOUNS.has(singular)
  const personal = named !== null && words.some((word, k) => (TITLE.test(word) || PEOPLE_NOUNS.has(word)) && bare[0] + k < named[0])
  const mediaTitle = words.some((word) => MEDIA_WORDS.has(word))
  if (named && (headNoun === 'agency' || headNoun === 'newswire' || headNoun === 'wire') && mediaTitle)
    return owner && !properOwner(s, owner)
      ? 'party_media'
      : words.includes('news') || headNoun !== 'agency'
        ? 'news_agency'
        : 'official_body'
  if (personal) return 'person'
  if (spokenFor && ARMED.has(headNoun)) return 'armed_group'
  if (spokenFor && !named) return PLURAL.test(headNoun) ? 'collective' : 'person'
  if (MEDIA_WORDS.has(headNoun) && !BODIES.has(headNoun)) return owner && named && !properOwner(s, owner) ? 'party_media' : 'outlet'
  if (
    DOCUMENTS.has(headNoun) &&
    !(named && named[1] - named[0] > 1 && capitalised(s[named[1] - 1]) && !DOCUMENTS.has(s[named[1] - 1]?.lower ?? ''))
  )
    return 'document'
  if (NGO_WORDS.has(headNoun) || words.some((word) => NGO_WORDS.has(word))) return 'ngo'
  if (BODIES.has(headNoun)) return 'official_body'
  if (ARMED.has(headNoun) && headNoun !== 'group' && headNoun !== 'army' && headNoun !== 'movement') return 'armed_group'
  if (ORGANISATIONS.has(headNoun)) return 'organisation'
  if (words.some((word) => BODIES.has(word))) return 'official_body'
  if (words.some((word) => ORGANISATIONS.has(word))) return 'organisation'
  if (mediaTitle) return 'outlet'
  if (glossRoles.some((word) => PEOPLE_NOUNS.has(word) || /^(?:who|\d{1,2})$/u.test(word))) return 'person'
  if (glossRoles.some((word) => ORGANISATIONS.has(word) || BODIES.has(word))) return 'organisation'
  if (named) {
    const count = named[1] - named[0]
    const acronym = count === 1 && /^[\p{Lu}\p{N}.&-]{2,}$/u.test(s[named[0]]?.text ?? '')
    const article = s[bare[0] - 1]?.lower === 'the'
    return count >= 2 && count <= 5 && !acronym && !article && !words.includes('&') ? 'person' : 'unknown'
  }
  return PLURAL.test(headNoun) && !/(?:ss|us|is)$/u.test(headNoun) ? 'collective' : 'unknown'
}

/** "Britain's Sky News" is from a place; "the group's X agency" belongs to a party. */
const properOwner = (s: readonly Token[], [from, to]: Range): boolean =>
  !s
    .slice(from, to)
    .some((token) => ORGANISATIONS.has(token.lower) || ARMED.has(token.lower) || PEOPLE_NOUNS.has(token.lower) || BODIES.has(token.lower))

interface Seen {
  kind: SourceKind
  named: boolean
  roles: string[]
  headNoun: string
  definite: boolean
  plural: boolean
  owned: boolean
  words: string[]
}

function identify(seen: Seen): { identified: Identification; unnamed: boolean } {
  if (seen.kind === 'person') {
    if (seen.named) return { identified: seen.roles.length > 0 ? 'named_with_role' : 'named', unnamed: false }
    const bare = /^(?:source|person|insider|man|woman)$/u.test(seen.headNoun) && seen.words.length <= 2
    // "The police chief" can be looked up; "a spokesman", "the source" cannot.
    const office =
      seen.definite &&
      /^(?:chief|governor|mayor|minister|president|chairman|chairwoman|chair|director|head|commander|leader|premier|chancellor|coroner|king|queen|pope|ambassador|secretary|manager|judge|bishop|principal)$/u.test(
        seen.headNoun,
      )
    return { identified: bare ? 'bare_anonymous' : 'role_only', unnamed: !office }
  }
  if (seen.kind === 'collective')
    return { identified: /^sources?$/u.test(seen.headNoun) && seen.words.length === 1 ? 'bare_anonymous' : 'collective', unnamed: true }
  if (seen.kind === 'unknown' && !seen.named) return { identified: 'role_only', unnamed: true }
  if (seen.kind === 'unknown') return { identified: 'named', unnamed: false }
  return {
    identified: 'organisation_only',
    unnamed: seen.kind === 'media' || (seen.kind === 'organisation' && !seen.named && !seen.definite),
  }
}
