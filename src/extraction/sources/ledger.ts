import type { FoundSource } from '../types.ts'
import type { Mention } from './mentions.ts'

/** A source as the ledger keeps it while the article is read. */
export interface Entry extends FoundSource {
  proper: string[]
  roles: Set<string>
  gender: 'm' | 'f' | null
  plural: boolean
  /** Ordinal of the sentence in which it last spoke. */
  spoke: number
  /** Cannot be a person's name: it stands with an article, or in capitals only. */
  impersonal: boolean
  /** The initials the copy gives in brackets. */
  initials: string | null
}

/** So many entries under one word are compared at most: the latest ones. */
const MOST_ALIKE = 40

const isPersonal = (entry: Entry): boolean =>
  entry.kind === 'person' || (entry.kind === 'unknown' && entry.proper.length > 0 && !entry.impersonal)
const words = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(?:the|a|an)\s+/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
/** Kinds of source that are no people: "it" may mean one of them. */
export const ORGANISED: ReadonlySet<string> = new Set([
  'organisation',
  'official_body',
  'news_agency',
  'outlet',
  'armed_group',
  'party_media',
  'ngo',
  'document',
  'dataset',
  'court_record',
])

/** The words and forms under which an entry is looked up. */
function keysOf(entry: Entry): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const word of entry.proper) {
    keys.add(word)
    for (const part of word.split(/[-’']/u)) keys.add(part)
  }
  keys.add(entry.proper.map((word) => word[0] ?? '').join(''))
  if (entry.initials) keys.add(entry.initials)
  if (entry.proper[0]) keys.add(entry.proper[0].replaceAll('.', ''))
  keys.add(`= ${words(entry.name)}`)
  for (const alias of entry.aliases) keys.add(`= ${words(alias)}`)
  for (const role of entry.roles) keys.add(`as ${role}`)
  return keys
}

/** The sources of one article: each real one once, under every name the copy gives it. */
export class Ledger {
  readonly entries: Entry[] = []
  /** Entries by every word of their names, by initials, by whole names and by roles, so that a long article costs no more per name. */
  readonly #byKey = new Map<string, number[]>()
  /** Entries in the order in which they spoke, the last one last. */
  readonly #order: number[] = []

  /** The entry for a mention, made if it is new. Null for a pronoun that fits nobody. */
  resolve(mention: Mention, sentence: number): number | null {
    const found = this.find(mention)
    if (found !== null) return this.#spoken(found, sentence, mention)
    if (mention.pronoun) return null
    this.entries.push({
      name: mention.name,
      aliases: mention.text === mention.name ? [] : [mention.text],
      kind: mention.kind,
      identified: mention.identified,
      unnamed: mention.unnamed,
      affiliatedTo: null,
      stake: mention.kind === 'party_media' ? 'party' : 'unknown',
      proper: mention.proper,
      roles: new Set(mention.roles),
      gender: mention.gender,
      plural: mention.plural,
      spoke: sentence,
      impersonal: mention.article === true || /^[\p{Lu}\p{N}.&-]{2,}$/u.test(mention.name),
      initials: mention.initials ?? null,
    })
    const index = this.entries.length - 1
    this.#index(index)
    this.#order.push(index)
    return index
  }

  #index(index: number): void {
    const entry = this.entries[index]
    if (!entry) return
    for (const key of keysOf(entry)) {
      const known = this.#byKey.get(key)
      if (!known) this.#byKey.set(key, [index])
      else if (!known.includes(index, Math.max(0, known.length - MOST_ALIKE))) known.push(index)
    }
  }

  /** The entries under any of some keys, the latest few of each. */
  #under(keys: readonly string[]): number[] {
    return [...new Set(keys.flatMap((key) => this.#byKey.get(key)?.slice(-MOST_ALIKE) ?? []))].sort((a, b) => a - b)
  }

  /** The entry a mention means, if there is one already; adds nothing. */
  find(mention: Mention): number | null {
    if (mention.pronoun) return this.#byPronoun(mention.pronoun, mention.gender)
    return mention.proper.length > 0 ? this.#byName(mention) : this.#byDescription(mention)
  }

  /** Notes that an entry speaks in a sentence; pronouns after it may mean it. */
  speaks(index: number, sentence: number): void {
    const entry = this.entries[index]
    if (!entry) return
    entry.spoke = sentence
    if (this.#order.at(-1) !== index) this.#order.push(index)
  }

  /** Notes another form under which the copy speaks of an entry. */
  alsoCalled(index: number, form: string): void {
    const entry = this.entries[index]
    if (!entry || entry.name === form || entry.aliases.includes(form)) return
    entry.aliases.push(form)
    this.#index(index)
  }

  #spoken(index: number | null, sentence: number, mention: Mention): number | null {
    const entry = index === null ? undefined : this.entries[index]
    if (!entry) return null
    if (index !== null) this.speaks(index, sentence)
    entry.gender ??= mention.gender
    entry.initials ??= mention.initials ?? null
    for (const role of mention.roles) entry.roles.add(role)
    if (!mention.pronoun) {
      this.#learnName(entry, mention)
      if (index !== null) this.#index(index)
    }
    return index
  }

  /** A fuller name replaces a shorter one of a person; every form met is kept as an alias. */
  #learnName(entry: Entry, mention: Mention): void {
    const fuller = mention.kind === 'person' && mention.proper.length > entry.proper.length && mention.proper.length > 0
    if (fuller) {
      entry.aliases.push(entry.name)
      entry.name = mention.name
      entry.proper = mention.proper
      entry.kind = 'person'
      entry.identified = mention.identified
      entry.unnamed = false
    }
    if (entry.kind === 'unknown' && mention.kind !== 'unknown' && mention.kind !== 'person') {
      entry.kind = mention.kind
      entry.identified = mention.identified
    }
    if (entry.identified === 'named' && mention.identified === 'named_with_role') entry.identified = 'named_with_role'
    for (const form of [mention.text, mention.name]) if (form !== entry.name && !entry.aliases.includes(form)) entry.aliases.push(form)
  }

  /** By proper name: the whole name, a unique surname, a unique part of an organisation's name, or its initials. */
  #byName(mention: Mention): number | null {
    const wanted = mention.proper.join(' ')
    const printed = words(mention.text)
    const near = this.#under([
      ...mention.proper,
      mention.proper.map((word) => word[0] ?? '').join(''),
      `= ${printed}`,
      ...mention.proper.map((word) => word.replace(/\./gu, '')),
      ...(mention.initials ? [mention.initials] : []),
    ]).filter((k) => (this.entries[k]?.proper.length ?? 0) > 0 && this.#compatible(k, mention))
    const same = near.find(
      (k) =>
        this.entries[k]?.proper.join(' ') === wanted ||
        [this.entries[k]?.name ?? '', ...(this.entries[k]?.aliases ?? [])].some((name) => words(name) === printed),
    )
    if (same !== undefined) return same
    const initialled = near.filter((k) => sameInitials(this.entries[k], mention))
    if (initialled.length === 1) return initialled[0] ?? null
    const candidates = near.filter((k) => partOf(this.entries[k], mention))
    // A surname that two people bear says nothing; a title may tell them apart.
    if (candidates.length === 1) return candidates[0] ?? null
    const told = candidates.filter((k) => mention.roles.some((role) => this.entries[k]?.roles.has(role)))
    return told.length === 1 ? (told[0] ?? null) : null
  }

  #compatible(index: number, mention: Mention): boolean {
    const entry = this.entries[index]
    if (!entry) return false
    const people = [entry.kind, mention.kind].filter((kind) => kind === 'person').length
    const organised = [entry.kind, mention.kind].filter((kind) => ORGANISED.has(kind)).length
    if (people === 1 && organised === 1) return false
    return !(entry.gender && mention.gender && entry.gender !== mention.gender)
  }

  /** By description: the same words again, or "the governor" for the one governor met so far. An indefinite description is always somebody new. */
  #byDescription(mention: Mention): number | null {
    const wanted = words(mention.text)
    if (mention.definite) {
      const same = this.#under([`= ${wanted}`]).findLast((k) => this.entries[k]?.proper.length === 0)
      if (same !== undefined) return same
      const role = mention.roles.at(-1)
      if (!role || /^(?:no|other|further)\b/u.test(wanted)) return null
      const singleWord = wanted.split(' ').length <= 2
      const fitting = this.#under([`as ${role}`]).filter((k) => {
        const entry = this.entries[k]
        return entry && singleWord && entry.plural === mention.plural && familyFits(entry, mention) && describedBy(entry, wanted)
      })
      if (fitting.length > 0) return fitting.sort((a, b) => (this.entries[b]?.spoke ?? 0) - (this.entries[a]?.spoke ?? 0))[0] ?? null
    }
    return null
  }

  /** A pronoun means the last speaker that fits, not the last name mentioned. */
  #byPronoun(pronoun: string, gender: 'm' | 'f' | null): number | null {
    return this.lastSpeaker((entry) => fitsPronoun(entry, pronoun, gender))
  }

  /** The last one who spoke and fits; only the last two hundred are asked. */
  lastSpeaker(fits: (entry: Entry) => boolean): number | null {
    for (let k = this.#order.length - 1; k >= 0 && k > this.#order.length - 200; k--) {
      const index = this.#order[k] ?? -1
      const entry = this.entries[index]
      if (entry && fits(entry)) return index
    }
    return null
  }
}

/** Whether a source can be meant by a pronoun: number, gender, and a person or not. */
export function fitsPronoun(entry: Entry, pronoun: string, gender: 'm' | 'f' | null): boolean {
  const other = entry.gender !== null && gender !== null && entry.gender !== gender
  if (/^(?:he|she|him|her)$/u.test(pronoun)) return isPersonal(entry) && !entry.plural && !other
  if (pronoun === 'it')
    return (
      !entry.plural &&
      (ORGANISED.has(entry.kind) || entry.kind === 'social_post' || entry.kind === 'media' || (entry.kind === 'unknown' && !entry.gender))
    )
  if (pronoun === 'they') return entry.plural || entry.kind === 'collective' || ORGANISED.has(entry.kind)
  // In some languages the verb alone says that the last speaker, a person or a body, goes on.
  if (pronoun === 'speaker') return !other && entry.kind !== 'media'
  return pronoun === 'who'
}

/** Every qualifying word of the description must fit what is known: "the health minister" is not any minister. */
function describedBy(entry: Entry, wanted: string): boolean {
  const known = new Set(words([entry.name, ...entry.aliases, ...entry.roles].join(' ')).split(' '))
  return wanted.split(' ').every((word) => known.has(word))
}

function familyFits(entry: Entry, mention: Mention): boolean {
  if (mention.kind === 'person') return isPersonal(entry)
  if (mention.kind === 'collective') return entry.kind === 'collective'
  return mention.kind === 'unknown' || entry.kind !== 'person'
}

function sameInitials(entry: Entry | undefined, mention: Mention): boolean {
  if (!entry || entry.kind === 'person') return false
  const short = mention.proper.length === 1 ? (mention.proper[0] ?? '').replace(/\./gu, '') : ''
  const known = entry.proper.length === 1 ? (entry.proper[0] ?? '').replace(/\./gu, '') : ''
  return (
    (entry.initials !== null && entry.initials === short) ||
    (mention.initials !== undefined && mention.initials === (known || entry.initials))
  )
}

function partOf(entry: Entry | undefined, mention: Mention): boolean {
  if (!entry) return false
  const [long, short] = entry.proper.length >= mention.proper.length ? [entry.proper, mention.proper] : [mention.proper, entry.proper]
  if (short.length === 0) return false
  if (isAcronym(short, long)) return true
  const person = entry.kind === 'person' || mention.kind === 'person'
  if (person) {
    if (short.length === 1)
      return long.at(-1) === short[0] || (long[0] === short[0] && long.length === 1) || long.at(-1)?.split(/[-’']/u).at(-1) === short[0]
    return long.slice(-short.length).join(' ') === short.join(' ') || (long[0] === short[0] && long.at(-1) === short.at(-1))
  }
  return ` ${long.join(' ')} `.includes(` ${short.join(' ')} `)
}

function isAcronym(short: readonly string[], long: readonly string[]): boolean {
  const letters = (short[0] ?? '').replace(/\./gu, '')
  return short.length === 1 && long.length > 1 && letters.length >= 2 && long.map((word) => word[0]).join('') === letters
}
