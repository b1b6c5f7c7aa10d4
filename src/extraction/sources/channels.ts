import { BODIES, DAYS, GENERIC_AUDIENCE, MEDIA_WORDS, ORGANISATIONS, TITLE } from '../words/lexicon.ts'
import type { Entry, Ledger } from './ledger.ts'
import type { Mention } from './mentions.ts'
import { isPersonNoun } from './people.ts'
import { capitalised, type Range } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'

/** Nouns for a medium, by the kind of thing it is, so that "the paper" can mean the daily named before. */
const FAMILIES: readonly ReadonlySet<string>[] = [
  new Set('newspaper paper daily weekly tabloid broadsheet gazette journal magazine fanzine'.split(' ')),
  new Set('radio station broadcaster channel television tv network'.split(' ')),
  new Set('agency newswire wire'.split(' ')),
  new Set('website site portal outlet blog newsletter podcast programme program show'.split(' ')),
]
const NOUNS = new Set(FAMILIES.flatMap((family) => [...family]))
/** "The fanzine Red Dust": a noun for a medium before a name. */
export const namesMedium = (s: readonly Token[], [from, to]: Range): boolean => {
  const noun = s.findIndex((token, k) => k >= from && k < to && NOUNS.has(token.lower) && token.lower !== 'journal')
  return noun >= 0 && noun + 1 < to && !capitalised(s[noun]) && capitalised(s[noun + 1])
}

/** In the plural, or with no article, these are the press in general. */
const IN_GENERAL = /^(?:media|press|reporters|journalists|newspapers|outlets|broadcasters|agencies|conference|correspondents)$/u
const PLACED =
  /^(?:state|national|public|local|foreign|international|domestic|government|pro-government|official|regional|private|independent)$/u

/** What may stand between the article and the noun that takes up a medium already named. */
const TAKES_UP = /^(?:same|news|daily|weekly|radio|television|tv|online|sports|business)$/u

/** The medium's own words in a phrase after "told" or "by": without place, time or purpose after it ("Radio X from her bed", "Channel X of state television"). */
export function mediumRange(s: readonly Token[], [from, to]: Range): Range {
  let end = from + 1
  while (end < to) {
    const token = s[end]
    // "Its own news agency, Fajr": the name is the agency's.
    if (token?.text === ',' && end + 1 < to && s.slice(end + 1, to).every((word) => capitalised(word))) return [from, to]
    if (!token || token.text === ',' || token.text === '(') break
    const joins = capitalised(s[end + 1]) && end + 1 < to
    if (/^(?:last|this|late|early|earlier|later|that|when|while|before|after|as)$/u.test(token.lower) && !capitalised(token)) break
    if (DAYS.has(token.lower) && !capitalised(s[end - 1]) && !(capitalised(token) && s[end - 1]?.lower === "'s")) break
    if (/^(?:from|in|at|on|by|with|to|during|over|via)$/u.test(token.lower) && !(joins && capitalised(token))) break
    if (/^(?:of|for|and)$/u.test(token.lower) && !joins) break
    end++
  }
  return [from, end]
}

/** Small words inside foreign names: "Der Kurier am Sonntag", "La Voz del Norte". */
const INSIDE = /^(?:am|an|der|die|das|du|des|de|da|do|dos|la|le|les|el|los|las|del|della|di|y|e|und|für|zur|al|van|von|et|of|the)$/u

/** A medium's phrase with the rest of a foreign name that the tagger broke off. */
export function wholeName(s: readonly Token[], [from, to]: Range, limit: number): Range {
  let end = to
  while (end < limit && (capitalised(s[end - 1]) || NOUNS.has(s[end - 1]?.lower ?? ''))) {
    if (capitalised(s[end]) && !s[end]?.quoted && !DAYS.has(s[end]?.lower ?? '')) end++
    else if (INSIDE.test(s[end]?.lower ?? '') && capitalised(s[end + 1])) end += 2
    else break
  }
  return [from, end]
}

/** "Channel Nine's Morning Hour", "ABC's Ann Lee", "the Herald's podcast": the medium is whose programme it is; not so "Britain's Sky News". */
export function withoutProgramme(s: readonly Token[], [from, to]: Range): Range {
  const mark = s.findIndex((token, k) => k > from && k < to && (token.lower === "'s" || token.text === '’'))
  if (mark < 0 || !s.slice(from, mark).some((token) => capitalised(token) && token.lower !== 'the')) return [from, to]
  const owner = s.slice(from, mark)
  const medium = owner.some((token) => MEDIA_WORDS.has(token.lower)) || /^\p{Lu}[\p{Lu}\p{N}&]+$/u.test(owner.at(-1)?.text ?? '')
  const programme = /^(?:show|podcast|programme|program|newsletter|bulletin|website|blog|hour|channel)$/u.test(s[to - 1]?.lower ?? '')
  return medium || programme ? [from, mark] : [from, to]
}

/**
 * Whether a phrase by itself names a medium, is no medium, or is a bare name that may be one: 'yes', 'no', 'name'.
 * "Radio X", "state television" and "the same paper" are; reporters, a court, a family, "Mr Lee" are not.
 */
export function mediumByWords(s: readonly Token[], range: Range): 'yes' | 'no' | 'name' {
  const words = s.slice(...mediumRange(s, range))
  const last = words.at(-1)
  if (!last || words.every((token) => DAYS.has(token.lower))) return 'no'
  const named = words.some((token) => capitalised(token) && token.pos !== 'DET')
  if (IN_GENERAL.test(last.lower) && !(capitalised(last) && named))
    return words.some((token) => PLACED.test(token.lower)) && last.lower === 'media' ? 'yes' : 'no'
  // A broadcaster may be a person, but not before the name of a station; nor is "local radio" a local.
  const isPerson = (token: Token): boolean =>
    isPersonNoun(token) && (token === last || (token.lower !== 'broadcaster' && token.pos !== 'ADJ'))
  if (words.some((token) => isPerson(token) || (TITLE.has(token.lower) && capitalised(token) && token !== last))) return 'no'
  const media = words.some((token) => MEDIA_WORDS.has(token.lower) || NOUNS.has(token.lower))
  if (media && named) return 'yes'
  if (NOUNS.has(last.lower))
    return words.length > 1 && last.lower !== 'site' && last.lower !== 'show' && last.lower !== 'network' ? 'yes' : 'no'
  if (!named) return 'no'
  if (words.some((token) => GENERIC_AUDIENCE.has(token.lower) || ORGANISATIONS.has(token.lower) || BODIES.has(token.lower))) return 'no'
  return 'name'
}

/** The last medium that "the paper", "the same station", "the weekly" can mean. Null where the phrase names one, or none fits. */
export function knownMedium(ledger: Ledger, mention: Mention): number | null {
  if (mention.proper.length > 0 || !mention.definite) return null
  const words = mention.text.toLowerCase().split(/\s+/u)
  const noun = words.at(-1) ?? ''
  if (!/^(?:the|that|this)$/u.test(words[0] ?? '') || !words.slice(1, -1).every((word) => TAKES_UP.test(word))) return null
  const family = FAMILIES.find((words) => words.has(noun))
  if (!family) return null
  const isMedium = (entry: Entry): boolean => /^(?:outlet|news_agency|party_media)$/u.test(entry.kind) && entry.proper.length > 0
  const called = (entry: Entry): string => [entry.name, ...entry.aliases, ...entry.roles].join(' ').toLowerCase()
  const akin = ledger.lastSpeaker(
    (entry) =>
      isMedium(entry) &&
      called(entry)
        .split(/[^\p{L}]+/u)
        .some((word) => family.has(word)),
  )
  return (
    akin ??
    ledger.lastSpeaker(
      (entry) =>
        isMedium(entry) &&
        ![...NOUNS].some((word) =>
          called(entry)
            .split(/[^\p{L}]+/u)
            .includes(word),
        ),
    )
  )
}

/** Whether a medium brought up by name is of the kind that a bare word means: "the magazine", of "the gossip weekly X". */
export function isAkin(mention: Mention, other: Mention): boolean {
  const noun = mention.text.toLowerCase().split(/\s+/u).at(-1) ?? ''
  const family = FAMILIES.find((words) => words.has(noun))
  return family !== undefined && [...other.text.toLowerCase().split(/[^\p{L}]+/u), ...other.roles].some((word) => family.has(word))
}

/** Whether a source is known by a name only that may be a person's or a medium's. */
export const mayBeMedium = (entry: Entry): boolean =>
  (entry.kind === 'person' || entry.kind === 'unknown') && entry.identified === 'named' && entry.gender === null
