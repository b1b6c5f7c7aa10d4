import type { Passage } from './attributions.ts'
import type { CopySentence } from './layout.ts'
import { type Entry, Ledger } from './ledger.ts'
import { ADDRESSED, DAYS, GENERIC_AUDIENCE, MEDIA_WORDS, ORGANISATIONS, PEOPLE_NOUNS, RECORDINGS, TITLE } from './lexicon.ts'
import { type KnownNames, type Mention, readMention } from './mentions.ts'
import { isOutlet } from './outlet.ts'
import { capitalised, hasFiniteVerb, nextComma, phraseBefore, phraseFrom, type Range, RELATIVE, textOf } from './phrases.ts'
import { makerOf } from './recordings.ts'
import type { Span } from './types.ts'

/** A hop of a chain as found in the copy: the origin first. */
export interface Hop {
  sourceIndex: number | null
  verb: string
  cue: Span | null
}

/** What an attribution says of its sources: the hops it adds, the source marked in the copy, and whether it is the outlet speaking. */
export interface Voicing {
  hops: Hop[]
  sourceIndex: number | null
  own: boolean
}

/** Capitalised runs that stand by themselves in the article, in lower case. */
export function knownNames(sentences: readonly CopySentence[]): KnownNames {
  const known = new Set<string>()
  for (const { tokens: s } of sentences) {
    for (let k = 0; k < s.length; k++) {
      if (!capitalised(s[k])) continue
      let end = k + 1
      while (end < s.length && end - k < 5 && capitalised(s[end])) end++
      if (end < s.length && s[end]?.pos !== 'PROPN') {
        const from = k === 0 && s[k]?.pos !== 'PROPN' ? k + 1 : k
        if (end > from)
          known.add(
            s
              .slice(from, end)
              .map((token) => token.lower)
              .join(' '),
          )
      }
      k = end - 1
    }
  }
  return known
}

type MentionReader = (s: readonly CopySentence['tokens'][number][], range: Range, printed: string) => Mention

/** Everything needed to turn the noun phrases of an article into sources. */
export interface Desk {
  text: string
  sentences: readonly CopySentence[]
  known: KnownNames
  outlet: ReadonlySet<string>
  ledger: Ledger
  introductions: Introduction[]
  recordings: Map<string, string>
  /** Reads a source's phrase in a language other than English. */
  read: MentionReader | null
}

/** A person or body the copy introduces by name and role before it speaks: "Mayor Ann Lee opened the bridge." */
interface Introduction {
  mention: Mention
  sentence: number
}

export function openDesk(
  text: string,
  sentences: readonly CopySentence[],
  outlet: ReadonlySet<string>,
  read: MentionReader | null = null,
): Desk {
  const known = knownNames(sentences)
  const desk: Desk = { text, sentences, known, outlet, ledger: new Ledger(), introductions: [], recordings: new Map(), read }
  for (const [k, sentence] of sentences.entries()) {
    if (sentence.role === 'repeat') continue
    introduce(desk, sentence, k)
    nameRecordings(desk, sentence)
  }
  return desk
}

/** Collects "Mayor Ann Lee", "Ann Lee, the mayor" wherever they stand, so that "the mayor said" later finds her. */
function introduce(desk: Desk, sentence: CopySentence, ordinal: number): void {
  const s = sentence.tokens
  for (let k = 1; k < s.length; k++) {
    if (!capitalised(s[k]) || s[k]?.quoted) continue
    const before = s[k - 1]
    const titled = before !== undefined && (PEOPLE_NOUNS.has(before.lower) || TITLE.test(before.lower))
    let end = k
    while (end < s.length && capitalised(s[end]) && end - k < 5) end++
    const close = nextComma(s, end + 1, Math.min(s.length, end + 16))
    const glossed =
      s[end]?.text === ',' &&
      s[close]?.text === ',' &&
      !hasFiniteVerb(s, [end + 1, close]) &&
      /^(?:the|a|an|its|their|who|\d{1,2}|head|chief|director|mayor)$/u.test(s[end + 1]?.lower ?? '') &&
      end - k >= 2
    if (titled || glossed) {
      const phrase = phraseBefore(s, end) ?? [k, end]
      const to = glossed ? close : end
      const mention = readMention(desk.text, s, [titled ? Math.max(phrase[0], k - 6) : k, to], desk.known)
      if (mention.kind === 'person' && mention.proper.length > 0) desk.introductions.push({ mention, sentence: ordinal })
    }
    k = end
  }
}

/** Remembers who made the recordings of each family: "residents filmed videos" names the videos after the residents. */
function nameRecordings(desk: Desk, sentence: CopySentence): void {
  const made = makerOf(sentence.tokens)
  if (!made) return
  const noun = sentence.tokens.slice(...made.recording).findLast((token) => RECORDINGS.has(token.lower))
  const verb = sentence.tokens
    .slice(0)
    .find(
      (token, k) =>
        k >= Math.min(made.recording[1], made.maker[1]) &&
        /^(?:shot|filmed|recorded|taken|captured|posted|uploaded|shared|published|released|took|made)$/u.test(token.lower),
    )
  if (!noun) return
  const family = familyOf(noun.lower)
  const participle = verb?.lower === 'took' ? 'taken' : (verb?.lower ?? 'made')
  if (!desk.recordings.has(family))
    desk.recordings.set(family, `${noun.lower} ${participle} by ${textOf(desk.text, sentence.tokens, made.maker)}`)
}

const familyOf = (noun: string): string =>
  noun
    .replace(/s$/u, '')
    .replace(/^(?:clip|footage)$/u, 'video')
    .replace(/^(?:photograph|picture|image)$/u, 'photo')

/** The voicing of one passage; resolves its phrases in the order of the text, so call it in that order. */
export function voice(desk: Desk, passage: Passage): Voicing {
  const s = desk.sentences[passage.sentence]?.tokens ?? []
  const { frame } = passage
  const first = s[frame.cue[0]]
  const last = s[frame.cue[1] - 1]
  const cue: Span | null = first && last ? [first.start, last.end] : null
  const verb = textOf(desk.text, s, frame.verb)
  const hops: Hop[] = []
  const push = (index: number | null | 'own'): void => {
    if (index === 'own' || hops.some((hop) => hop.sourceIndex === index && index !== null)) return
    hops.push({ sourceIndex: index, verb, cue })
  }
  // Who merely wants something has said nothing, and a belief inside somebody's words is theirs to report: neither becomes a source by it.
  if (frame.force === 'stance' || (passage.inner && frame.force === 'thought')) {
    const known = frame.source ? desk.ledger.find(readMention(desk.text, s, frame.source, desk.known)) : null
    return { hops: [], sourceIndex: known, own: false }
  }
  if (frame.unclear) return { hops: [{ sourceIndex: null, verb, cue }], sourceIndex: null, own: false }
  const origin = frame.origin ? resolve(desk, s, frame.origin, passage.sentence) : 'own'
  const main = frame.source ? resolve(desk, s, frame.source, passage.sentence) : null
  push(origin)
  push(main)
  const relays = frame.lemma === 'tell' || ADDRESSED.has(frame.lemma) ? [frame.audience, ...frame.relays] : frame.relays
  for (const relay of relays) {
    if (!relay || (relay === frame.audience && !isMedium(desk, s, relay, frame.lemma))) continue
    push(resolve(desk, s, relay, passage.sentence, 'medium'))
  }
  return { hops, sourceIndex: main === 'own' ? null : main, own: main === 'own' && hops.length === 0 }
}

/** Whether the one told is a medium that passes the words on, not an audience in general or a private person. */
function isMedium(desk: Desk, s: readonly CopySentence['tokens'][number][], range: Range, lemma: string): boolean {
  if (lemma !== 'tell') return false
  const words = s.slice(...range)
  if (words.every((token) => DAYS.has(token.lower))) return false
  if (
    words.some(
      (token) =>
        MEDIA_WORDS.has(token.lower) && (token.lower !== 'press' || capitalised(token)) && !/^(?:media|conference)$/u.test(token.lower),
    ) &&
    words.some(capitalised)
  )
    return true
  const named = words.filter((token) => capitalised(token) && token.pos !== 'DET')
  if (named.length === 0) return false
  if (words.some((token) => GENERIC_AUDIENCE.has(token.lower) || PEOPLE_NOUNS.has(token.lower) || ORGANISATIONS.has(token.lower)))
    return false
  const mention = readMention(desk.text, s, range, desk.known)
  const isIntroduced = desk.introductions
    .slice(0, 1000)
    .some(
      ({ mention: other }) =>
        other.proper.join(' ') === mention.proper.join(' ') || (mention.proper.length === 1 && other.proper.at(-1) === mention.proper[0]),
    )
  return !isIntroduced
}

function resolve(
  desk: Desk,
  s: readonly CopySentence['tokens'][number][],
  range: Range,
  sentence: number,
  as?: 'medium',
): number | null | 'own' {
  const printed = textOf(desk.text, s, range)
  if (isOutlet(printed, desk.outlet)) return 'own'
  if (desk.read) return desk.ledger.resolve(desk.read(s, range, printed), sentence)
  const mention = readMention(desk.text, s, range, desk.known)
  if (isOutlet(mention.name, desk.outlet)) return 'own'
  if (mention.pronoun === 'we' || mention.pronoun === 'i') return 'own'
  if (mention.pronoun && RELATIVE.has(mention.pronoun)) return antecedent(desk, s, range, sentence)
  if (mention.kind === 'media') return recording(desk, mention, sentence)
  if (as === 'medium' && (mention.kind === 'unknown' || mention.kind === 'person')) {
    mention.kind = 'outlet'
    mention.identified = 'organisation_only'
  }
  if (mention.pronoun) {
    const spoken = desk.ledger.resolve(mention, sentence)
    return preferIntroduced(desk, mention, sentence, spoken)
  }
  bringForward(desk, mention, sentence)
  const index = desk.ledger.resolve(mention, sentence)
  if (index !== null && mention.owner) affiliate(desk, s, mention.owner, index, sentence)
  return index
}

/** "the mayor" or "Lee" may mean somebody introduced earlier who has not spoken yet. */
function bringForward(desk: Desk, mention: Mention, sentence: number): void {
  if (mention.kind !== 'person' && mention.kind !== 'unknown') return
  if (mention.proper.length > 1 || !mention.definite) return
  const fits = earlierOnes(desk, sentence).filter(({ mention: other }) =>
    mention.proper.length === 1
      ? other.proper.length > 1 && other.proper.at(-1) === mention.proper[0]
      : mention.roles.length > 0 &&
        mention.text.split(' ').length <= 2 &&
        /^the\s/iu.test(mention.text) &&
        other.roles.includes(mention.roles.at(-1) ?? ''),
  )
  const names = new Set(fits.map(({ mention: other }) => other.proper.at(-1)))
  if (names.size === 1 && fits[0]) desk.ledger.resolve(fits[0].mention, sentence)
}

/** The introductions up to a sentence, the latest few hundred of them; they stand in the order of the text. */
function earlierOnes(desk: Desk, sentence: number): Introduction[] {
  let low = 0
  let high = desk.introductions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((desk.introductions[middle]?.sentence ?? 0) <= sentence) low = middle + 1
    else high = middle
  }
  return desk.introductions.slice(Math.max(0, low - 300), low)
}

/** Without a speaker so far, "she said" means the person introduced last. */
function preferIntroduced(desk: Desk, mention: Mention, sentence: number, spoken: number | null): number | null {
  if (mention.pronoun !== 'he' && mention.pronoun !== 'she') return spoken
  const last = spoken === null ? -1 : sentence - (desk.ledger.entries[spoken]?.spoke ?? -1)
  if (spoken !== null && last >= 0) return spoken
  const introduced = earlierOnes(desk, sentence).findLast(
    (item) => !(item.mention.gender && mention.gender && item.mention.gender !== mention.gender),
  )
  return introduced ? desk.ledger.resolve(introduced.mention, sentence) : spoken
}

/** "…, a fisherman who said": the phrase before the relative pronoun. */
function antecedent(desk: Desk, s: readonly CopySentence['tokens'][number][], range: Range, sentence: number): number | null | 'own' {
  const before = s[range[0] - 1]?.text === ',' ? range[0] - 1 : range[0]
  const phrase = before > 0 ? phraseBefore(s, before) : null
  return phrase && s[phrase[0]]?.pos !== 'PRON' ? resolve(desk, s, phrase, sentence) : null
}

/** All recordings of a family that one maker is named for are one source; otherwise each new "a video" is its own. */
function recording(desk: Desk, mention: Mention, sentence: number): number | null {
  const noun =
    mention.text
      .toLowerCase()
      .split(/\s+/u)
      .findLast((word) => RECORDINGS.has(word)) ?? 'video'
  const name = desk.recordings.get(familyOf(noun))
  if (name) mention.name = name
  mention.proper = []
  const entries = desk.ledger.entries
  const known = entries.findLastIndex(
    (entry) =>
      entry.kind === 'media' &&
      (name
        ? entry.name === name
        : mention.definite && !/^(?:another|other|second)\b/iu.test(mention.text) && entry.roles.has(familyOf(noun))),
  )
  mention.roles = [familyOf(noun)]
  if (known < 0) {
    mention.definite = false
    const index = desk.ledger.resolve(mention, sentence)
    if (index !== null && name) alias(entries[index], noun)
    return index
  }
  alias(entries[known], mention.text)
  return known
}

function alias(entry: Entry | undefined, form: string): void {
  if (entry && entry.name !== form && !entry.aliases.includes(form)) entry.aliases.push(form)
}

/** Ties "the group's X agency" to the group: by its name, or by whom the sentence is about. */
function affiliate(desk: Desk, s: readonly CopySentence['tokens'][number][], owner: Range, index: number, sentence: number): void {
  const entry = desk.ledger.entries[index]
  if (!entry || entry.affiliatedTo !== null || entry.kind !== 'party_media') return
  const printed = readMention(desk.text, s, owner, desk.known)
  const subject = printed.proper.length > 0 ? owner : phraseFrom(s, 0, Math.min(8, s.length), false)
  const mention = subject && subject[1] <= owner[0] ? readMention(desk.text, s, subject, desk.known) : printed
  if (mention.pronoun || mention.proper.length === 0) return
  mention.kind = /^(?:party|government|state|movement)$/u.test(printed.roles.at(-1) ?? '') ? 'organisation' : 'armed_group'
  mention.identified = 'organisation_only'
  mention.unnamed = false
  const group = desk.ledger.resolve(mention, sentence)
  if (group === null || group === index) return
  entry.affiliatedTo = group
  entry.stake = 'party'
  const party = desk.ledger.entries[group]
  if (party && party.stake === 'unknown') party.stake = 'party'
}
