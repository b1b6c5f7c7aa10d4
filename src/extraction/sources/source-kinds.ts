import type { Identification, SourceKind } from '../../vocabulary.ts'
import { ARMED, BODIES, DOCUMENTS, MEDIA_WORDS, NGO_WORDS, ORGANISATIONS, PEOPLE_NOUNS, RECORDINGS } from '../words/lexicon.ts'
import { headEnd, HONORIFIC } from './names.ts'
import { isPersonNoun, isPersonWord } from './people.ts'
import { knownMediumKind } from '../words/known-media.ts'
import { capitalised, type Range } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'

const COURT = new Set(
  'indictment affidavit lawsuit complaint filing filings ruling judgment judgement verdict order writ summons petition'.split(' '),
)
const DATA = new Set('data figures statistics census survey poll index numbers estimates'.split(' '))
/** Papers beyond those that often speak. */
const PAPERS = new Set(
  'manifest log logs minutes note notes memo memorandum decree contract contracts invoice invoices receipt receipts ledger spreadsheet slide slides presentation draft circular leaflet notice warning permit licence license certificate diary diaries messages annex appendix chapter preprint book textbook manual plan plans map fir bill act charter treaty agreement accounts'.split(
    ' ',
  ),
)
/** A medium that speaks for a party, in the copy's own words: "the channel run by the general staff". */
const RUN_BY =
  /\b(?:run|owned|operated|controlled|funded|financed|founded|backed|published) (?:and (?:run|owned|operated|controlled|funded|financed) )?by\b|\b(?:mouthpiece|organ|media arm|media wing|propaganda)\b|\b(?:affiliated|aligned|linked) (?:with|to)\b|\bown (?:\S+ ){0,2}(?:channel|outlet|agency|station|website|newspaper|paper|radio|television|tv|network|media)\b/u
const PLURAL = /(?:[^s]s|people|men|women|children|media)$/u

/** Nouns for bodies that are surnames too, where no article stands before the name: "Tom Brand", "Ann Church". */
const MAY_SURNAME = new Set('brand church house port force temple'.split(' '))

/** Last words of companies' names. */
const CORPORATE =
  /^(?:plc|inc|ltd|limited|corp|co|llc|gmbh|ag|s\.a|nv|bv|oy|ab|asa|spa|holdings?|industries|airlines|airways|motors|foods|labs|laboratories|steel|energy|power|gas|oil|electric|electronics|telecom|telecoms|pharmaceuticals|pharma|systems|technologies|partners|capital|brothers|sons|stores|supermarkets|railways?|rail|shipping|lines|mining|mines|petroleum|chemicals|textiles|insurance|securities|investments|solutions|software|games|studios|entertainment|water|logistics|properties|homes|hotels|cement|paper|biotech|therapeutics|dairies|mills|millers|metals|bakeries|brewers|breweries|farms|growers|minerals|resources|materials|plastics|ventures|dynamics|logistics|developers|legal|watch|united|city|rovers|wanderers|athletic|utd|nations|house)\.?$/u

/** Whether a head noun stands for more than one. */
export const isPluralNoun = (noun: string): boolean => PLURAL.test(noun) && !/(?:ss|us|is|news)$/u.test(noun)

export interface HeadOfPhrase {
  /** The phrase without its article and possessor. */
  bare: Range
  noun: string
  named: Range | null
  owner: Range | null
  gloss: Range | null
  /** An article or possessive stands before the phrase. */
  article: boolean
}

/** What kind of source a noun phrase is, by its head; what hangs from the head ("of the ministry") does not count. */
export function kindOf(s: readonly Token[], found: HeadOfPhrase): SourceKind {
  const { bare, noun, named, gloss } = found
  const end = headEnd(s, ...bare)
  const head = s.slice(bare[0], Math.max(end, named?.[1] ?? end))
  const words = head.map((token) => token.lower)
  const last = s[end - 1]
  // "A former line operator who": a firm is not "who".
  if (!named && s[end]?.lower === 'who' && /(?:[^p]er|or)$/u.test(noun) && !MEDIA_WORDS.has(noun)) return 'person'
  if (RECORDINGS.has(noun) && !(capitalised(last) && end - 1 > bare[0])) return 'media'
  if (/^(?:posts?|tweets?|thread|comments?)$/u.test(noun) && !capitalised(last)) return 'social_post'
  if (COURT.has(noun) && !capitalised(last)) return 'court_record'
  if (DATA.has(noun) && !capitalised(last)) return 'dataset'
  const medium = words.some((word) => MEDIA_WORDS.has(word))
  const roleBefore = s.slice(bare[0], named?.[0] ?? bare[0]).some((token) => isPersonNoun(token))
  if (named && HONORIFIC.has(words[0] ?? '')) return 'person'
  if (named && roleBefore && !(last && isOrganisation(last.lower) && !isPersonNoun(last))) return 'person'
  if (ARMED.has(noun) && isPersonWord(noun)) return 'armed_group'
  if (isPersonNoun(last, end === 1)) return isPluralNoun(noun) || /^(?:staff|family|crew|police)$/u.test(noun) ? 'collective' : 'person'
  if (/^(?:agency|newswire|wire)$/u.test(noun) && (named ? medium : /^(?:news|press)$/u.test(words.at(-2) ?? '')))
    return mediumKind(s, found, words, noun)
  const known = named && named[1] === end && knownMediumKind(nameIn(s, named))
  if (known) return partisan(s, found) ? 'party_media' : known
  // A body's own page is a paper of its, not a medium: "the council's website", "the ministry's monthly bulletin".
  if (/^(?:website|site|page|blog|bulletin|newsletter)$/u.test(noun) && !named && found.owner) return 'document'
  if (MEDIA_WORDS.has(noun) && !BODIES.has(noun)) return partisan(s, found) ? 'party_media' : 'outlet'
  if ((DOCUMENTS.has(noun) || PAPERS.has(noun)) && !(named && named[1] - named[0] > 1 && capitalised(last) && !DOCUMENTS.has(noun)))
    return 'document'
  if (named && words.includes('agency') && /^(?:news|press|wire)$/u.test(words[words.indexOf('agency') - 1] ?? ''))
    return mediumKind(s, found, words, noun)
  if (gloss && s[gloss[0]]?.lower === 'who') return 'person'
  const body = found.article || !MAY_SURNAME.has(noun) || !named || named[1] - named[0] > 3 ? bodyKind(noun, words) : null
  if (body) return body
  if (medium) return partisan(s, found) ? 'party_media' : words.includes('agency') && words.includes('news') ? 'news_agency' : 'outlet'
  if (gloss) {
    const glossed = glossKind(s, gloss)
    if (glossed === 'outlet') return partisan(s, found) ? 'party_media' : 'outlet'
    if (glossed) return glossed
  }
  if (named) return namedKind(s, found, words)
  return isPluralNoun(noun) ? 'collective' : 'unknown'
}

/** A name as it is listed, its article aside: "AP" in capitals is an agency, an "ap" is not. */
const nameIn = (s: readonly Token[], range: Range): string =>
  s
    .slice(...range)
    .map((token) => token.text)
    .join(' ')

const isOrganisation = (word: string): boolean =>
  ORGANISATIONS.has(word) || BODIES.has(word) || MEDIA_WORDS.has(word) || NGO_WORDS.has(word)

function mediumKind(s: readonly Token[], found: HeadOfPhrase, words: readonly string[], noun: string): SourceKind {
  if (partisan(s, found)) return 'party_media'
  return words.includes('news') || noun !== 'agency' ? 'news_agency' : 'official_body'
}

function bodyKind(noun: string, words: readonly string[]): SourceKind | null {
  if (NGO_WORDS.has(noun) || words.some((word) => NGO_WORDS.has(word))) return 'ngo'
  if (BODIES.has(noun)) return 'official_body'
  if (noun.endsWith('s') && ORGANISATIONS.has(noun.replace(/ies$/u, 'y').replace(/s$/u, ''))) return 'collective'
  if (ARMED.has(noun) && !/^(?:group|army|movement)$/u.test(noun)) return 'armed_group'
  if (ORGANISATIONS.has(noun)) return 'organisation'
  if (words.some((word) => BODIES.has(word)) || words.includes('guard')) return 'official_body'
  return words.some((word) => ORGANISATIONS.has(word)) ? 'organisation' : null
}

/** "Al-Sahil, the television channel …", "Ann Lee, a tailor …", "Ann Lee, 34,": what an apposition says of a name. */
function glossKind(s: readonly Token[], [from, to]: Range): SourceKind | null {
  const first = s[from]
  if (first?.lower === 'who' || (first?.pos === 'NUM' && to - from <= 2) || /^\d{1,3}$/u.test(first?.text ?? '')) return 'person'
  const end = headEnd(s, from, to)
  const words = s.slice(from, end).map((token) => token.lower)
  const last = s[end - 1]
  if (last && isPersonNoun(last)) return 'person'
  const noun = last?.lower ?? ''
  if (MEDIA_WORDS.has(noun) && !BODIES.has(noun)) return 'outlet'
  return bodyKind(noun, []) ?? (s.slice(from, end).some((token) => isPersonNoun(token)) && !words.includes('which') ? 'person' : null)
}

function namedKind(s: readonly Token[], { bare, named, article }: HeadOfPhrase, words: readonly string[]): SourceKind {
  const [from, to] = named ?? bare
  if (to - from >= 2 && CORPORATE.test(s[to - 1]?.lower ?? '')) return 'organisation'
  const acronym = to - from === 1 && /^[\p{Lu}\p{N}.&-]{2,}$/u.test(s[from]?.text ?? '')
  const linked = s.slice(from, to).some((token) => /^(?:of|for|and|the|&)$/u.test(token.lower))
  return to - from >= 2 && to - from <= 6 && !acronym && !article && !linked && !words.includes('&') ? 'person' : 'unknown'
}

/** Whether the copy calls a medium a party's own: "the group's X agency", "the channel run by the general staff", "its own outlet". */
function partisan(s: readonly Token[], { bare, named, owner, gloss }: HeadOfPhrase): boolean {
  const around = s
    .slice(Math.max(0, bare[0] - 3), gloss ? gloss[1] : bare[1])
    .map((token) => token.lower)
    .join(' ')
  if (RUN_BY.test(around)) return true
  // "Britain's Sky News" is from a place; "the group's X agency" belongs to a party.
  if (!owner) return /^(?:its|their)$/u.test(s[bare[0] - 1]?.lower ?? '') && (named !== null || s[bare[0]]?.lower === 'own')
  return s
    .slice(...owner)
    .some((token) => ORGANISATIONS.has(token.lower) || ARMED.has(token.lower) || PEOPLE_NOUNS.has(token.lower) || BODIES.has(token.lower))
}

export interface Seen {
  kind: SourceKind
  named: boolean
  roles: readonly string[]
  noun: string
  definite: boolean
  /** Words of the phrase. */
  size: number
}

/** Offices that one person holds: "the police chief" can be looked up; "a spokesman", "the source" cannot. */
const OFFICE =
  /^(?:chief|governor|mayor|minister|president|chairman|chairwoman|chair|director|head|commander|leader|premier|chancellor|coroner|king|queen|pope|ambassador|secretary|manager|judge|bishop|principal|ceo|executive|commissioner|magistrate|headteacher|owner)$/u

/** How the copy identifies a source, and whether it leaves it unnamed. */
export function identify({ kind, named, roles, noun, definite, size }: Seen): { identified: Identification; unnamed: boolean } {
  if (kind === 'person') {
    if (named) return { identified: roles.length > 0 ? 'named_with_role' : 'named', unnamed: false }
    const bare = /^(?:source|person|insider|man|woman)$/u.test(noun) && size <= 2
    return { identified: bare ? 'bare_anonymous' : 'role_only', unnamed: !(definite && OFFICE.test(noun)) }
  }
  if (kind === 'collective') return { identified: /^sources?$/u.test(noun) && size === 1 ? 'bare_anonymous' : 'collective', unnamed: true }
  if (kind === 'unknown') return named ? { identified: 'named', unnamed: false } : { identified: 'role_only', unnamed: true }
  return { identified: 'organisation_only', unnamed: kind === 'media' || (kind === 'organisation' && !named && !definite) }
}
