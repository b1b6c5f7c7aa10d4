import { NUMBER, startsWith } from '../words/characters.ts'
import { abbreviated, BODIES, MEDIA_WORDS, NGO_WORDS, ORGANISATIONS, TITLE } from '../words/lexicon.ts'
import { isPersonNoun, isPersonWord, maySurname, RANK, rolesOf } from './people.ts'
import { capitalised, type Range, RELATIVE } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'

/** Capitalised sequences that stand by themselves somewhere in the article, so that "Mayor of X Ann Lee" can be cut after X. */
export type KnownNames = ReadonlySet<string>

const PARTICLES = new Set('al el bin ibn abu de da di del della van von der den la le dos du am für of the - &'.split(' '))
const PREPOSITION = new Set(
  'of on in at by for from to with over since during after before as near inside outside into under between close familiar aboard via within back'.split(
    ' ',
  ),
)
/** What ends the title of an office before the name: "Secretary of State Ann Lee", "Superintendent of Police Ann Lee". */
const OFFICE_END = new Set(
  'state police staff defence defense health parliament communications operations operation finance education justice interior tourism transport trade agriculture energy war mission news the'.split(
    ' ',
  ),
)
/** Words that end the name of a place, never that of a person. */
const PLACE_END = new Set(
  'province city county state district region islands island republic council borough town village valley primary school college university hospital party group bank union commerce nations police court club'.split(
    ' ',
  ),
)

/** Before a name, these leave no doubt that a person bears it: "Mr Brand". */
export const HONORIFIC = abbreviated('mr mrs ms mx miss dr sir dame prof professor judge')

const isOrganisationWord = (word: string): boolean =>
  ORGANISATIONS.has(word) || BODIES.has(word) || NGO_WORDS.has(word) || MEDIA_WORDS.has(word)

const HEAD_MARKS = new Set([',', '(', '–', '—', ':', ';'])
const HEAD_RELATIVES = new Set([...RELATIVE, 'whose', 'where'])
const NAME_ARTICLES = new Set(['a', 'an', 'the'])

/** The end of the head of a noun phrase: before its first preposition, relative pronoun, participle, mark or second article. */
export function headEnd(s: readonly Token[], from: number, to: number): number {
  for (let k = from; k < to; k++) {
    const token = s[k]
    if (!token) return k
    if (HEAD_MARKS.has(token.text)) return k
    if (k === from) continue
    if (PREPOSITION.has(token.lower) && !(capitalised(token) && capitalised(s[k - 1]))) return k
    if (HEAD_RELATIVES.has(token.lower)) return k
    // "Ann Lee a volunteer": an apposition in copy that spares its commas.
    if (NAME_ARTICLES.has(token.lower) && capitalised(s[k - 1]) && !capitalised(token)) return k
    if ((token.pos !== 'VERB' && token.pos !== 'AUX') || capitalised(token)) continue
    const inName = PARTICLES.has(token.lower) && capitalised(s[k - 1]) && capitalised(s[k + 1]) && k + 1 < to
    if (!inName && !nounFollows(s, k, to)) return k
  }
  return to
}

/** "a rate-setting committee", "the leading party": a participle in front of its noun. */
function nounFollows(s: readonly Token[], k: number, to: number): boolean {
  const next = s[k + 1]
  return k + 1 < to && (next?.pos === 'NOUN' || next?.pos === 'PROPN' || isPersonNoun(next)) && /(?:ing|ed)$/u.test(s[k]?.lower ?? '')
}

/** A common noun whose capital is only the sentence's: "Unions said". */
const isCommon = (word: string): boolean =>
  isPersonWord(word) || (word.endsWith('s') && isOrganisationWord(word.replace(/ies$/u, 'y').replace(/s$/u, '')))

function isNamePart(s: readonly Token[], k: number, from: number, to: number): boolean {
  const token = s[k]
  if (!token) return false
  if (capitalised(token)) {
    if (k > 0) return true
    if (!capitalised(s[1]) && isCommon(token.lower)) return false
    return token.pos === 'PROPN' || (k + 1 < to && capitalised(s[k + 1]))
  }
  // "al-Nahr", "d'Amico": a small word joined to a name.
  if (token.text !== token.lower && /^\p{Ll}{1,3}[-‐'’]\p{Lu}/u.test(token.text)) return true
  if (startsWith(token.text, NUMBER)) return k > from && capitalised(s[k - 1]) && s[k - 1]?.pos === 'PROPN'
  if (k + 1 >= to || !PARTICLES.has(token.lower) || token.lower === 'of' || token.lower === 'the') return false
  const joins = (other: Token | undefined): boolean =>
    capitalised(other) || (other !== undefined && PARTICLES.has(other.lower) && other.pos === 'PROPN')
  // "al-Amin", "van Olst" may begin a name that stands after a title.
  if (k === from) return token.pos === 'PROPN' && capitalised(s[k + 1])
  return joins(s[k - 1]) && (joins(s[k + 1]) || (capitalised(s[k + 2]) && PARTICLES.has(s[k + 1]?.lower ?? '')))
}

/** The runs of capitalised words in a range. */
export function runsIn(s: readonly Token[], from: number, to: number): Range[] {
  const runs: Range[] = []
  for (let k = from; k < to; k++) {
    if (!isNamePart(s, k, from, to)) continue
    let end = k + 1
    while (end < to && isNamePart(s, end, from, to)) end++
    runs.push([k, end])
    k = end
  }
  return runs
}

/** The last word of a head that says what a person is: the name, if any, follows it. -1 where there is none. */
function lastRole(s: readonly Token[], from: number, to: number, article: boolean): number {
  for (let k = to - 1; k >= from; k--) {
    const token = s[k]
    const titleBefore = capitalised(token) && capitalised(s[k + 1]) && k + 1 < to && RANK.has(token?.lower ?? '')
    if (!titleBefore && !isPersonNoun(token)) continue
    if (k === to - 1 && !article && maySurname(token) && k > from && capitalised(s[k - 1])) continue
    return k
  }
  return -1
}

/**
 * The proper name in the head of a phrase, titles and callings before it cut off, or null where the phrase only describes
 * somebody: "Coast Guard officer at X" has none, "Coast Guard officer Ann Lee" has.
 */
export function properName(s: readonly Token[], [from, to]: Range, known: KnownNames): Range | null {
  const head = headEnd(s, from, to)
  const article = /^(?:the|an?|its|his|her|their|our)$/u.test(s[from - 1]?.lower ?? '')
  const last = s[head - 1]
  const organised = last !== undefined && isOrganisationWord(last.lower) && !isPersonNoun(last) && !HONORIFIC.has(s[from]?.lower ?? '')
  const role = organised ? -1 : lastRole(s, from, head, article)
  if (role >= 0) {
    const named = runsIn(s, role + 1, head)[0]
    if (named) return withoutRanks(s, named)
    return article || !capitalised(s[from]) ? null : afterOffice(s, head, to, known)
  }
  const runs = runsIn(s, from, head)
  const first = runs[0]
  if (!first) return runsIn(s, from, Math.min(to, head))[0] ?? null
  // "Similar scares": the capital is the sentence's, unless the word is a name elsewhere.
  const openingWord = first[0] === 0 && first[1] === 1 && head > 1 && runs.length === 1 && !capitalised(s[1])
  if (openingWord && !known.has(s[0]?.lower ?? '') && !isOrganisationWord(s[1]?.lower ?? '')) return null
  const medium = s.slice(from, head).findLastIndex((token) => MEDIA_WORDS.has(token.lower) && !capitalised(token))
  const after = medium >= 0 ? runs.find((run) => run[0] > from + medium) : undefined
  if (after) return after
  // "Lift maker Hallmer Group" at the start of a sentence: the first capital is only the sentence's.
  const chosen = first[0] === 0 && first[1] === 1 && runs.length > 1 && !capitalised(s[1]) ? (runs[1] as Range) : first
  return widened(s, chosen, head, to, article)
}

function withoutRanks(s: readonly Token[], [from, to]: Range): Range | null {
  let a = from
  while (a < to - 1 && (TITLE.has(s[a]?.lower ?? '') || RANK.has(s[a]?.lower ?? ''))) a++
  return a < to ? [a, to] : null
}

/** "Front for Lake Renewal", "Ministry of Health": a body's name goes on after its preposition; a person's does not. */
function widened(s: readonly Token[], run: Range, head: number, to: number, article: boolean): Range {
  if (run[1] !== head || head >= to) return run
  const body = article || run[1] - run[0] === 1 || s.slice(...run).some((token) => isOrganisationWord(token.lower))
  if (!body || !/^(?:of|for|on|to|against|and)$/u.test(s[head]?.lower ?? '')) return run
  let k = head + 1
  while (k < to && /^(?:the|and|of|for)$/u.test(s[k]?.lower ?? '')) k++
  if (!capitalised(s[k]) || k >= to) return run
  const rest = runsIn(s, k, to)[0]
  return rest && rest[0] === k ? widened(s, [run[0], rest[1]], rest[1], to, article) : run
}

/** The name after "Mayor of X", "Secretary of State": whole where the office ends first, else what a known place leaves over. */
function afterOffice(s: readonly Token[], head: number, to: number, known: KnownNames): Range | null {
  if (!/^(?:of|for)$/u.test(s[head]?.lower ?? '')) return null
  const run = runsIn(s, head + 1, to)[0]
  if (!run) return null
  const [from, end] = run
  if (PLACE_END.has(s[end - 1]?.lower ?? '')) return null
  if (end - from > 1 && OFFICE_END.has(s[from]?.lower ?? '')) return withoutRanks(s, [from + 1, end])
  for (let k = end - 1; k > from; k--) {
    const place = s
      .slice(from, k)
      .map((token) => token.lower)
      .join(' ')
    if (known.has(place)) return [k, end]
  }
  return end - from >= 3 ? [end - 2, end] : null
}

/** The name with which an apposition begins, its titles cut off: "Gen Abakar Lee" in "its spokesman, Gen Abakar Lee,". */
export function nameOpening(s: readonly Token[], [from, to]: Range): Range | null {
  const first = s[from]
  if (!first || !capitalised(first)) return null
  const run = runsIn(s, from, headEnd(s, from, to))[0]
  if (!run || run[0] !== from) return null
  return withoutRanks(s, run)
}

/** The noun a phrase turns on, in lower case: the last word of its head. */
export function headNounOf(s: readonly Token[], [from, to]: Range): string {
  const end = headEnd(s, from, to)
  for (let k = end - 1; k >= from; k--) if (/\p{L}/u.test(s[k]?.text ?? '')) return s[k]?.lower ?? ''
  return ''
}

/** The nouns by which somebody described so may be called later. */
export function rolesIn(s: readonly Token[], [from, to]: Range, named: Range | null): string[] {
  const end = headEnd(s, from, to)
  const roles: string[] = []
  for (let k = from; k < end; k++) {
    const token = s[k]
    if (!token || (named && k >= named[0] && k < named[1] && !isOrganisationWord(token.lower))) continue
    const beforeName = !capitalised(token) && token.pos === 'NOUN' && (k === end - 1 || k + 1 === named?.[0])
    if (
      isPersonWord(token.lower) ||
      isOrganisationWord(token.lower) ||
      beforeName ||
      /^(?:figures?|report|study|document|statement|letter|memo|survey|data|paper|ruling|filing|transcript|bulletin|email|review|audit|order|note|release)s?$/u.test(
        token.lower,
      )
    )
      roles.push(...rolesOf(token.lower))
  }
  return roles
}
