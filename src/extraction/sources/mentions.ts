import type { Identification, SourceKind } from '../../vocabulary.ts'
import { DAYS } from '../words/lexicon.ts'
import { headEnd, headNounOf, type KnownNames, nameOpening, properName, rolesIn } from './names.ts'
import { isPersonNoun } from './people.ts'
import { capitalised, type Range, RELATIVE, textOf } from '../words/phrases.ts'
import { identify, isPluralNoun, kindOf } from './source-kinds.ts'
import type { Token } from '../words/tokens.ts'

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
  /** An article stands before the name: "the Front" is nobody's name. */
  article?: boolean
  /** The initials that the copy puts in brackets after the name, in lower case. */
  initials?: string
}

const ARTICLES = new Set(
  'the a an another one this that these those some several many two three other both his her its their same own'.split(' '),
)
const INDEFINITE = new Set('a an another one some several many two three four five six seven other no'.split(' '))
const LINK = new Set('on in at by for from of to with over since during after before as'.split(' '))
const PRONOUNS = new Set('he she they it we i you who which that others some many all one him her them'.split(' '))
/** Words inside a name that tell it from no other. */
const JOINING = new Set('of for the and'.split(' '))
const COUNTED = new Set('another two three four five six seven'.split(' '))
/** What may stand at the end of a phrase and puts the speaking in time or sets it against something. */
const TRAILING = new Set(
  'last this late early earlier later however meanwhile also too himself herself itself themselves then separately again'.split(' '),
)
const FEMALE =
  /^(?:mrs|ms|miss|mme|\p{L}*woman|mother|daughter|sister|wife|queen|princess|duchess|actress|girl|aunt|lady|dame|widow|niece|grandmother|waitress|landlady|headmistress|midwife|señora|frau|she|madam)\.?$/u
const MALE =
  /^(?:mr|sir|spokesman|chairman|\p{L}*(?:congress|police|business|fisher|crew|trawler|gun|states|trades|noble|clergy|alder)man|father|son|brother|husband|king|prince|man|boy|uncle|lord|sheikh|imam|widower|nephew|grandfather|waiter|landlord|headmaster|señor|herr|he|pope|duke|priest|cardinal)\.?$/u

/** Reads a noun phrase as a source. `range` counts tokens of the sentence `s`; never throws. */
export function readMention(text: string, s: readonly Token[], range: Range, known: KnownNames): Mention {
  const first = s[range[0]]
  if (range[1] - range[0] === 1 && first && (PRONOUNS.has(first.lower) || RELATIVE.has(first.lower))) return pronoun(first)
  const end = firstMark(s, range)
  const gloss: Range | null = end.mark < range[1] ? [end.mark + 1, range[1]] : null
  const head: Range = [range[0], end.mark]
  const from = skipArticles(s, head)
  const bare = withoutTail(s, [from, head[1]])
  const owner = ownerOf(s, bare)
  const owned: Range = owner ? [skipArticles(s, [owner[1] + 1, bare[1]]), bare[1]] : bare
  const inHead = properName(s, owned, known)
  const noun = headNounOf(s, owned)
  const opening = inHead === null && gloss ? glossName(s, owned, gloss) : null
  const named = inHead ?? opening
  const article = from > head[0] || owner !== null
  const kind =
    opening && isPersonNoun(s[headEnd(s, ...owned) - 1]) ? 'person' : kindOf(s, { bare: owned, noun, named: inHead, owner, gloss, article })
  const definite = !INDEFINITE.has(s[head[0]]?.lower ?? '')
  const roles = [...new Set(rolesIn(s, owned, inHead).concat(gloss ? rolesIn(s, skipped(s, gloss), opening) : []))]
  const nameRange = nameRangeOf(s, { bare, owned, owner, named, kind, opening })
  const proper = named ? s.slice(...named).filter((token) => token.worded && !JOINING.has(token.lower)) : []
  const printed = flat(textOf(text, s, head))
  return {
    text: printed,
    name: nameOf(flat(textOf(text, s, nameRange)) || printed, named === null ? (s[head[0]]?.lower ?? '') : ''),
    proper: proper.map((token) => token.lower),
    pronoun: null,
    kind,
    definite,
    roles,
    gender: genderOf(s, range),
    plural: isPluralNoun(noun) && (named === null || kind === 'collective'),
    owner: named && owner ? owner : null,
    article,
    ...(end.initials ? { initials: end.initials } : {}),
    ...identify({ kind, named: named !== null, roles, noun, definite, size: bare[1] - bare[0] }),
  }
}

/** Line ends inside a name are the page's, not the name's. */
const flat = (printed: string): string => (/\s{2}|[^\S ]/u.test(printed) ? printed.replace(/\s+/gu, ' ') : printed)

/** "Another official" is not the official before, and two people are not people in general. */
const nameOf = (printed: string, first: string): string =>
  COUNTED.has(first) && !printed.toLowerCase().startsWith(first) ? `${first} ${printed}` : printed

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

/** Where the phrase proper ends: at a comma, a bracket or a relative pronoun; with the initials in brackets, if that is what they hold. */
function firstMark(s: readonly Token[], [from, to]: Range): { mark: number; initials: string | null } {
  let initials: string | null = null
  let mark = -1
  for (let k = from + 1; k < to && mark < 0; k++) {
    const token = s[k]
    if (token?.text === ',' || token?.text === '(' || token?.text === '–' || token?.text === '—') mark = k
    // "Ann Lee a volunteer who …": the second article begins an apposition.
    else if ((token?.lower === 'a' || token?.lower === 'an') && s[k - 1]?.pos === 'PROPN' && capitalised(s[k - 1]))
      mark = k - 1 >= from ? k : -1
  }
  for (let k = from + 1; k + 1 < to; k++)
    if (s[k]?.text === '(' && s[k + 2]?.text === ')' && /^\p{Lu}[\p{Lu}\p{N}.&-]{1,9}$/u.test(s[k + 1]?.text ?? '')) {
      initials = s[k + 1]?.lower.replace(/\./gu, '') ?? null
      break
    }
  // "The refugee agency, UNRA,": initials as an apposition.
  if (
    mark > 0 &&
    s[mark]?.text === ',' &&
    (mark + 2 === to || s[mark + 2]?.text === ',') &&
    /^\p{Lu}[\p{Lu}\p{N}]{2,9}$/u.test(s[mark + 1]?.text ?? '')
  )
    initials ??= s[mark + 1]?.lower ?? null
  return { mark: mark < 0 ? to : mark, initials }
}

function skipArticles(s: readonly Token[], [from, to]: Range): number {
  let k = from
  // "two of the members" are two of them: the number is the head.
  while (
    k < to - 1 &&
    ARTICLES.has(s[k]?.lower ?? '') &&
    s[k + 1]?.lower !== 'of' &&
    !(capitalised(s[k]) && k > 0 && capitalised(s[k + 1]) && !/^(?:The|An?)$/u.test(s[k]?.text ?? ''))
  )
    k++
  return k
}

/** An apposition without its article, comma or bracket: "the region's coordinator" in ", the region's coordinator,". */
const skipped = (s: readonly Token[], [from, to]: Range): Range => {
  const a = skipArticles(s, [from, to])
  const owner = ownerOf(s, [a, headEnd(s, a, to)])
  return [owner ? owner[1] + 1 : a, to]
}

/** "Figures published by the board on", "Radio X last": what puts the speaking in time belongs to the speaking. */
function withoutTail(s: readonly Token[], [from, to]: Range): Range {
  let end = to
  for (;;) {
    const word = s[end - 1]
    if (end <= from + 1 || !word || capitalised(word)) break
    if (word.pos !== 'ADP' && word.pos !== 'ADV' && !LINK.has(word.lower) && !TRAILING.has(word.lower) && word.text !== ',') break
    end--
  }
  if (end > from + 2 && DAYS.has(s[end - 1]?.lower ?? '') && LINK.has(s[end - 2]?.lower ?? '')) return withoutTail(s, [from, end - 1])
  return [from, end]
}

/** Nothing after a source's own words: "a spokesman who". */
function beforeRelative(s: readonly Token[], [from, to]: Range): Range {
  for (let k = from + 1; k < to; k++) if (s[k]?.lower === 'who' || s[k]?.lower === 'which' || s[k]?.lower === 'whose') return [from, k]
  return [from, to]
}

/** The possessor in "the group's X agency": up to the last possessive mark before the head ends. */
function ownerOf(s: readonly Token[], [from, to]: Range): Range | null {
  const end = headEnd(s, from, to)
  for (let k = end - 2; k > from; k--) {
    const token = s[k]
    if (token && (token.lower === "'s" || token.text === '’' || token.text === "'")) return [from, k]
  }
  return null
}

/** "Its spokesman, Gen Abakar Lee,", "The operator, Lee Shipping Lines,": the name that an apposition gives to a mere role. */
function glossName(s: readonly Token[], owned: Range, gloss: Range): Range | null {
  const role = s[headEnd(s, ...owned) - 1]
  if (!role || (capitalised(role) && !isPersonNoun(role))) return null
  return nameOpening(s, gloss)
}

interface Naming {
  bare: Range
  owned: Range
  owner: Range | null
  named: Range | null
  kind: SourceKind
  opening: Range | null
}

/** What the source is called in the ledger: a person's or body's name, else the description without what follows "who". */
function nameRangeOf(s: readonly Token[], { bare, owned, owner, named, kind, opening }: Naming): Range {
  if (named && (kind === 'person' || opening)) return named
  if (!named) return beforeRelative(s, bare)
  const whole = owner ? owned : bare
  const before = s.slice(whole[0], named[0])
  // "Lift maker Lee Group", "the sports daily Lee": a calling before the name is no part of it; "the Lee news agency" is all name.
  const called = before.length > 0 && before.every((token) => !capitalised(token) || token === s[0]) && headEnd(s, ...whole) <= named[1]
  return called || (before.length > 0 && headEnd(s, ...whole) <= named[1] && !capitalised(s[named[0] - 1]))
    ? named
    : beforeRelative(s, whole)
}

function genderOf(s: readonly Token[], [from, to]: Range): 'm' | 'f' | null {
  for (let k = from; k < to; k++) {
    const word = s[k]?.lower ?? ''
    // "A teacher, whose nephew is missing": relatives have a sex of their own.
    if (word === 'whose') return null
    // Possessors and whom somebody is a spokesman for have a sex of their own.
    if (k > from && (word === 'of' || word === 'for' || word === 'to')) return null
    if (s[k + 1]?.lower === "'s") continue
    if (FEMALE.test(word)) return 'f'
    if (MALE.test(word)) return 'm'
  }
  return null
}
