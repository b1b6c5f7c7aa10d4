import { fold } from '../db/fold.ts'
import type { SourceKind } from '../vocabulary.ts'

/** A source as its names show it. */
export interface Named {
  name: string
  aliases: readonly string[]
  kind: SourceKind
  unnamed: boolean
}

/**
 * Why two entries may be the same source, in words for a person who decides; null where nothing in their names says so. Never by a surname
 * alone, never for a source that the copy does not name, never for a person and an organisation.
 */
export function likeness(one: Named, other: Named): Reason | null {
  if (one.unnamed || other.unnamed || !mayBeOne(one.kind, other.kind)) return null
  const whys = [one.name, ...one.aliases].flatMap((name) =>
    [other.name, ...other.aliases].flatMap((also) => sameName(name, also, one.kind, other.kind) ?? []),
  )
  return whys.sort((a, b) => reasons.indexOf(a) - reasons.indexOf(b))[0] ?? null
}

/** Why two may be one, from the plainest to the boldest. */
export const reasons = [
  'the same name',
  'the same name without a title',
  'the same name in another spelling',
  'the same name in another script',
  'an initial for a given name',
  'the initials of the other’s name',
] as const
export type Reason = (typeof reasons)[number]

const isPerson = (kind: SourceKind): boolean => kind === 'person' || kind === 'own_reporter'
/** Things that are told apart by more than a name: two videos may both be called “video”. */
const isThing = (kind: SourceKind): boolean => /^(?:document|dataset|court_record|social_post|media|collective)$/u.test(kind)
const mayBeOne = (one: SourceKind, other: SourceKind): boolean =>
  one === other || one === 'unknown' || other === 'unknown' || (!isPerson(one) && !isPerson(other) && isThing(one) === isThing(other))

function sameName(name: string, other: string, kind: SourceKind, otherKind: SourceKind): Reason | null {
  const [one, two] = [formsOf(name), formsOf(other)]
  if (one.words.length === 0 || two.words.length === 0) return null
  if (one.folded === two.folded) return 'the same name'
  if (isThing(kind) || isThing(otherKind)) return null
  const person = isPerson(kind) || isPerson(otherKind)
  // A surname, or a given name, is many people's.
  if (person && (one.person.length < 2 || two.person.length < 2)) return null
  if (person && one.untitled === two.untitled) return 'the same name without a title'
  const [heard, alsoHeard] = person ? [one.heardUntitled, two.heardUntitled] : [one.heard, two.heard]
  if (heard === alsoHeard && heard.length >= 4)
    return one.arabic === two.arabic ? 'the same name in another spelling' : 'the same name in another script'
  if (person) return byInitials(one.person, two.person) ? 'an initial for a given name' : null
  return one.initials === other || two.initials === name ? 'the initials of the other’s name' : null
}

/** What is compared of a name. */
interface Forms {
  words: readonly string[]
  folded: string
  heard: string
  /** Without titles, as a person's name. */
  person: readonly string[]
  untitled: string
  heardUntitled: string
  arabic: boolean
  initials: string
}

/** A name is compared with thousands, again and again: its forms are kept, of the last names that were asked for. */
const kept = new Map<string, Forms>()
const KEPT = 20_000

function formsOf(name: string): Forms {
  const known = kept.get(name)
  if (known) return known
  const words = wordsOf(name)
  const person = untitled(words)
  const forms = {
    words,
    folded: words.join(' '),
    heard: sounds(words),
    person,
    untitled: person.join(' '),
    heardUntitled: sounds(person),
    arabic: /\p{Script=Arabic}/u.test(name),
    initials: initialsOf(name),
  }
  if (kept.size >= KEPT) kept.clear()
  kept.set(name, forms)
  return forms
}

/** “J. M. Okafor” and “Josephine Okafor”: the same last word, and given names that begin alike, one of each pair cut to its first letter or left out. */
function byInitials(one: readonly string[], two: readonly string[]): boolean {
  if (one.at(-1) !== two.at(-1)) return false
  const [short, long] = one.length <= two.length ? [one, two] : [two, one]
  const given = short.slice(0, -1)
  const fits = given.every((word, k) => {
    const also = long[k] ?? ''
    return word === also || (word[0] === also[0] && (word.length === 1 || also.length === 1))
  })
  // What the longer one has besides is a middle name.
  return fits && given.length > 0
}

/** The words of a name: letter forms, case, full stops and hyphens aside. */
const wordsOf = (name: string): string[] =>
  fold(name)
    .replaceAll(/[.,'’‘"“”()]/gu, ' ')
    .replaceAll(/[-‐-–]/gu, ' ')
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '' && word !== 'the')

const TITLES = new Set(
  `mr mrs ms miss dr prof professor sir dame lord lady president premier chancellor minister governor mayor senator sen rep representative
  congressman congresswoman councillor cllr ambassador judge justice king queen prince princess sheikh shaykh imam ayatollah mullah father
  fr rev reverend bishop archbishop cardinal pope rabbi col colonel gen general brig brigadier maj major capt captain cpt lt lieutenant sgt
  sergeant insp inspector supt superintendent det detective chief commander cmdr admiral adm spokesman spokeswoman spokesperson hon mp
  الدكتور دكتور السيد السيده الشيخ اللواء العميد العقيد الرائد النقيب المقدم الفريق الرئيس الوزير المحافظ النائب القاضي الاستاذ`.split(
    /\s+/u,
  ),
)
function untitled(words: readonly string[]): string[] {
  const first = words.findIndex((word) => !TITLES.has(word))
  return first < 0 ? [] : words.slice(first)
}

/** What copy of different schools writes differently: vowels, doubled letters, and one consonant for another. Arabic letters beside Latin ones. */
const CONSONANTS: readonly (readonly [RegExp, string])[] = [
  [/(?<letter>\p{L})\k<letter>/gu, '$<letter>'],
  [/kh|خ/gu, 'k'],
  [/gh|غ/gu, 'g'],
  [/sh|ش|س|ص/gu, 's'],
  [/th|ث|ط|ت/gu, 't'],
  [/dh|ذ|ض|د/gu, 'd'],
  [/ph|[vف]/gu, 'f'],
  [/[qcكق]/gu, 'k'],
  [/[jج]/gu, 'g'],
  [/[zزظ]/gu, 'z'],
  [/[pب]/gu, 'b'],
  [/[hحه]/gu, 'h'],
  [/ر/gu, 'r'],
  [/ل/gu, 'l'],
  [/م/gu, 'm'],
  [/ن/gu, 'n'],
  [/[aeiouywاأإآىيوءعئؤة]/gu, ''],
]
/** A name by its consonants alone; an h at the end of a word is written or not. */
function sounds(words: readonly string[]): string {
  const heard = words.map((word) =>
    CONSONANTS.reduce((left, [pattern, letter]) => left.replaceAll(pattern, letter), word).replace(/h$/u, ''),
  )
  return heard.join('').replaceAll(/(?<letter>\p{L})\k<letter>/gu, '$<letter>')
}

/** “World Health Organization” is WHO; small words have no letter in it. Empty for fewer than three. */
function initialsOf(name: string): string {
  const letters = (name.match(/(?<![\p{L}\p{N}])\p{Lu}/gu) ?? []).join('')
  return letters.length >= 3 ? letters : ''
}
