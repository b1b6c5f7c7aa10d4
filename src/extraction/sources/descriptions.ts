import { spoke, topicIndex } from './brought-up.ts'
import { knownMedium, mayBeMedium } from './channels.ts'
import type { Desk, Place } from './desk.ts'
import { fitsPronoun } from './ledger.ts'
import type { Mention } from './mentions.ts'
import { type Topic, topicsBefore } from './topics.ts'

/** A name or description: whoever is known by it, whoever it was said of before, or somebody new. */
export function resolveNoun(desk: Desk, mention: Mention, place: Place, at: number): number | null {
  const { ledger } = desk
  const medium = mediumInShort(desk, mention) ?? studyAsPaper(desk, mention, place)
  if (medium !== null) {
    ledger.alsoCalled(medium, mention.text)
    return spoke(desk, medium, place)
  }
  const here = namedHere(desk, mention, place, at)
  if (here !== null) {
    ledger.alsoCalled(here, mention.text)
    return spoke(desk, here, place)
  }
  const nation = mention.article === true && mention.proper.length === 1 && PERSONAL.test(mention.name) && !NO_PERSON.test(mention.name)
  if ((mention.proper.length === 0 || nation) && mention.definite && ledger.find(mention) === null) {
    const meant = meantByRole(desk, mention, place, at)
    if (meant !== null) {
      ledger.alsoCalled(meant, mention.text)
      return spoke(desk, meant, place)
    }
  } else if (mention.proper.length === 1 && (mention.kind === 'person' || mention.kind === 'unknown') && !mention.article)
    bringForward(desk, mention, place, at)
  else if (mention.proper.length > 0 && mention.kind !== 'person' && ledger.find(mention) === null) fullNameOf(desk, mention, place, at)
  return ledger.resolve(mention, place.sentence)
}

/** "Ostra Dawn" for the Ostra Dawn News Agency heard before: no person's name. */
function mediumInShort({ ledger }: Desk, mention: Mention): number | null {
  if (mention.kind !== 'person' || mention.identified !== 'named' || mention.gender !== null || mention.proper.length < 2) return null
  const start = `${mention.proper.join(' ')} `
  return ledger.lastSpeaker((entry) => /^(?:outlet|news_agency|party_media)$/u.test(entry.kind) && entry.proper.join(' ').startsWith(start))
}

/** "The paper says" in a report on a study is the study, unless a newspaper spoke just before. */
function studyAsPaper({ ledger }: Desk, mention: Mention, { lemma, sentence }: Place): number | null {
  if (!/^the paper$/iu.test(mention.text) || /^(?:report|quote|cite|print|publish)$/u.test(lemma)) return null
  const study = ledger.lastSpeaker(
    (entry) => entry.kind === 'document' && [...entry.roles].some((role) => /^(?:study|research|preprint|paper)$/u.test(role)),
  )
  const press = ledger.lastSpeaker((entry) => entry.kind === 'outlet')
  return press !== null && (ledger.entries[press]?.spoke ?? -1) >= sentence - 2 ? null : study
}

/** "Lee" may mean the Ann Lee introduced earlier who has not spoken yet. */
function bringForward(desk: Desk, mention: Mention, { sentence }: Place, at: number): void {
  const [name] = mention.proper
  const fits = topicsBefore(desk.topics, sentence, at).filter(
    ({ mention: other }) => other.kind === 'person' && other.proper.length > 1 && other.proper.at(-1) === name,
  )
  const names = new Set(fits.map(({ mention: other }) => other.proper.join(' ')))
  const fullest = fits.reduce<Topic | null>(
    (best, item) => (best && best.mention.proper.length >= item.mention.proper.length ? best : item),
    null,
  )
  const [first, ...rest] = names
  const one = first !== undefined && rest.every((other) => other.endsWith(` ${name ?? ''}`) && other.split(' ')[0] === first.split(' ')[0])
  if (one && fullest) desk.ledger.resolve({ ...fullest.mention }, sentence)
}

/** "The Front" may mean the Lowland Front brought up before, "the NFA" the agency with these initials. */
function fullNameOf(desk: Desk, mention: Mention, { sentence }: Place, at: number): void {
  const wanted = mention.proper.join(' ')
  const fuller = topicsBefore(desk.topics, sentence, at).findLast(
    ({ mention: other }) =>
      other.kind !== 'person' &&
      (((other.proper.length > mention.proper.length ||
        (other.kind !== 'unknown' && mention.kind === 'unknown' && other.proper.length === mention.proper.length)) &&
        ` ${other.proper.join(' ')} `.includes(` ${wanted} `)) ||
        (other.initials !== undefined && other.initials === wanted.replace(/\./gu, ''))),
  )
  if (fuller) desk.ledger.resolve({ ...fuller.mention }, sentence)
}

/** "The strength of the group X is put at 40; the group says": of several such bodies the one that this sentence has just named. */
function namedHere(desk: Desk, mention: Mention, { sentence }: Place, at: number): number | null {
  const noun = mention.roles.at(-1) ?? ''
  if (mention.proper.length > 0 || !/^the \S+$/iu.test(mention.text) || !TAKES_UP_BODY.has(noun)) return null
  const words = new Set((desk.sentences[sentence]?.tokens ?? []).slice(0, at).map(({ lower }) => lower))
  if (words.size === 0) return null
  const found = topicsBefore(desk.topics, sentence, at).findLast(
    ({ mention: other }) => other.proper.length > 0 && other.roles.includes(noun) && other.proper.every((word) => words.has(word)),
  )
  return found ? topicIndex(desk, found, { sentence }) : null
}

const TAKES_UP_BODY = new Set('group party movement company firm union charity club association agency ministry council bank'.split(' '))

/** Bodies that a plain noun takes up: the noun, the kinds of source it can stand for, and what they must not be called. */
const CLASSES: readonly (readonly [RegExp, RegExp, RegExp])[] = [
  [
    /^(?:company|firm|business|maker|manufacturer|retailer|operator|carrier|airline|lender|developer|supplier|insurer|startup|builder|producer|corporation|giant|contractor)$/u,
    /^(?:organisation|unknown)$/u,
    /\b(?:union|party|charity|club|school|university|hospital|church|league|team|movement|campaign|association|ministry|agency|newspaper|website|daily|weekly|channel)\b/u,
  ],
  [
    /^(?:club|side|team|charity|union|association|federation|foundation|party|institute|campaign|coalition|alliance|society|trust|network|organisation|organization|group|movement|front|militia)$/u,
    /^(?:organisation|ngo|armed_group|unknown)$/u,
    /\b(?:ministry|council|agency|newspaper|website|daily|weekly|channel)\b/u,
  ],
  [
    /^(?:watchdog|monitor)$/u,
    /^(?:official_body|ngo|organisation|unknown)$/u,
    /\b(?:police|army|court|council|ministry|embassy|government|newspaper|channel|company|union)\b/u,
  ],
  [
    /^(?:regulator|agency|body|ombudsman|inspectorate)$/u,
    /^(?:official_body|ngo|unknown)$/u,
    /\b(?:police|army|court|council|ministry|embassy|government|newspaper|channel)\b/u,
  ],
]
/** "The 41-year-old", "the Spaniard", "the striker": words that take up a person already named. */
const PERSONAL =
  /^(?:\d{1,3}-year-old|\p{Lu}\p{Ll}+(?:ard|man|woman|ese|ian|ean)|Briton|Scot|Swede|Dane|Finn|Pole|Turk|Greek|Dutchman|American|German|Italian|Mexican|Korean|African|Kenyan|Moroccan|Republican|Democrat|Liberal|Conservative|Social Democrat)$/u
/** Ends like a word for a national, but is a paper's name, or no person. */
const NO_PERSON = /^(?:Guardian|Australian|Scotsman|Irishman|Englishman|Caspian|Italian Republic)$/u
const TAKEN_UP =
  /^(?:midfielder|striker|defender|goalkeeper|keeper|winger|forward|batsman|bowler|sprinter|swimmer|boxer|athlete|player|actor|actress|singer|musician|artist|writer|author|novelist|poet|politician|lawmaker|legislator|congressman|congresswoman|senator|parliamentarian|billionaire|entrepreneur|businessman|businesswoman|tycoon|veteran|pensioner|teenager|father|mother|grandmother|grandfather|widow|widower|cleric|pontiff|monarch|scientist|academic|surgeon|tailor|fisherman|farmer|shopkeeper|trader|republican|democrat)$/iu

/** Bodies that are many in one piece: with a word of its own before it, each is another. */
const BROUGHT_UP = /^(?:union|association|federation|trust|institute|society|alliance|coalition)$/u

const PRINTS = /^(?:newspaper|daily|weekly|magazine|tabloid|broadcaster|station|website|outlet)$/u

/** Whom a bare description takes up: "the mayor" introduced by name, "the ministry", "the company", "the 41-year-old". */
function meantByRole(desk: Desk, mention: Mention, { sentence }: Place, at: number): number | null {
  const words = mention.text.split(' ')
  const noun = words.at(-1) ?? ''
  if (!/^(?:the|its|their|his|her|this|that)$/iu.test(words[0] ?? '') || words.length > 4 || mention.plural) return null
  const before = topicsBefore(desk.topics, sentence, at)
  const role = mention.roles.at(-1) ?? noun.toLowerCase()
  if (!/^the$/iu.test(words[0] ?? '')) return null
  const wanted = words.slice(1).map((word) => word.toLowerCase())
  const named = before.findLast(
    ({ mention: other }) => other.proper.length > 0 && other.roles.includes(role) && describes(other, wanted) && sameFamily(other, mention),
  )
  if (named) return topicIndex(desk, named, { sentence })
  if (words.length > 3) return null
  if (words.length === 2 && (PERSONAL.test(noun) || TAKEN_UP.test(noun))) return lastPerson(desk, before, sentence, mention.gender)
  const medium =
    knownMedium(desk.ledger, { ...mention, proper: [] }) ??
    (PRINTS.test(noun) ? desk.ledger.lastSpeaker((entry) => mayBeMedium(entry) && entry.kind === 'unknown') : null)
  if (medium !== null) return medium
  const classed = CLASSES.find(([nouns]) => nouns.test(noun))
  if (!classed || !/^\p{Ll}/u.test(words[1] ?? '')) return null
  // "The seafarers' union", "the hospital trust": a body that says whose or what it is has not been named before, unless it plainly was.
  const brought = words.length === 3 && (/['’]s?$/u.test(words[1] ?? '') || BROUGHT_UP.test(noun))
  if (brought) return lastBody(desk, before, sentence, classed, true)
  return lastBody(desk, before, sentence, classed) ?? mistakenForPerson(desk, sentence)
}

/** Every word of the description is among what is known: "the health minister" is not any minister. */
function describes(other: Mention, wanted: readonly string[]): boolean {
  const known = new Set([
    ...other.text.toLowerCase().split(/[^\p{L}\p{N}]+/u),
    ...other.name.toLowerCase().split(/[^\p{L}\p{N}]+/u),
    ...other.roles,
  ])
  return wanted.every((word) => known.has(word) || /^(?:former|acting|same|own|official)$/u.test(word))
}

const sameFamily = (other: Mention, mention: Mention): boolean =>
  mention.kind === 'person'
    ? other.kind === 'person'
    : mention.kind === 'collective'
      ? other.kind === 'collective'
      : mention.kind === 'unknown' || other.kind !== 'person'

function lastPerson(desk: Desk, before: readonly Topic[], sentence: number, gender: 'm' | 'f' | null): number | null {
  // "One member of the squad said … He described … said the player": nobody with a name has spoken since.
  const nearest = desk.ledger.lastSpeaker((entry) => fitsPronoun(entry, 'he', gender))
  const near = nearest === null ? undefined : desk.ledger.entries[nearest]
  if (near?.unnamed && near.spoke >= sentence - 2 && desk.sentences[near.spoke]?.paragraph === desk.sentences[sentence]?.paragraph)
    return nearest
  const speaker = desk.ledger.lastSpeaker((entry) => fitsPronoun(entry, 'he', gender) && entry.proper.length > 0)
  const since = speaker === null ? -1 : (desk.ledger.entries[speaker]?.spoke ?? -1)
  const topic = before.findLast(
    (item) => item.mention.kind === 'person' && item.mention.proper.length > 0 && item.sentence > since && item.sentence >= sentence - 6,
  )
  if (topic) return topicIndex(desk, topic, { sentence })
  return since >= sentence - 8 ? speaker : null
}

/** The body that spoke or was the subject last, of the kinds a noun can stand for; one plainly of that kind before a bare name. */
/** A name with these at its end is a company's, wherever it stands. */
const INCORPORATED = /\b(?:plc|inc|ltd|limited|corp|llc|gmbh)\.?$/iu
/** A "group" or "society" is a firm only where nothing else is. */
const SOCIETY = /\b(?:group|society|forum|network|council|committee|friends|watch)\b/u

function lastBody(
  desk: Desk,
  before: readonly Topic[],
  sentence: number,
  [, kinds, unlike]: (typeof CLASSES)[number],
  plain = false,
): number | null {
  for (const [plainly, strict] of plain ? PLAINLY : EITHER) {
    const called = (names: readonly string[]): boolean =>
      !unlike.test(names.join(' ').toLowerCase()) && !(strict && SOCIETY.test(names.join(' ').toLowerCase()) && unlike === CLASSES[0]?.[2])
    const speaker = desk.ledger.lastSpeaker(
      (entry) =>
        bodily(entry.kind, entry.proper.length, plainly, kinds) &&
        (entry.kind !== 'unknown' || entry.impersonal || (entry.proper.length === 1 && mayBeBody(entry.name, entry.roles.size))) &&
        called([entry.name, ...entry.aliases, ...entry.roles]),
    )
    const since = speaker === null ? -1 : (desk.ledger.entries[speaker]?.spoke ?? -1)
    const topic = before.findLast(
      ({ mention, subject, sentence: where }) =>
        (subject || INCORPORATED.test(mention.name)) &&
        where > since &&
        mention.gender === null &&
        bodily(mention.kind, mention.proper.length, plainly, kinds) &&
        (mention.kind !== 'unknown' || (mention.proper.length === 1 && mayBeBody(mention.name, mention.roles.length))) &&
        called([mention.name, ...mention.roles]),
    )
    const found = topic ? topicIndex(desk, topic, { sentence }) : speaker
    if (found !== null) return found
  }
  return null
}

/** A bare name of two words that "the company" or "it" takes up at once was no person's. */
export function mistakenForPerson(desk: Desk, sentence: number, within = 2): number | null {
  const index = desk.ledger.lastSpeaker((entry) => entry.proper.length > 0)
  const entry = index === null ? undefined : desk.ledger.entries[index]
  if (!entry || !mayBeMedium(entry) || entry.spoke < sentence - within) return null
  entry.kind = 'organisation'
  entry.identified = 'organisation_only'
  return index
}

const PLAINLY = [
  [true, true],
  [true, false],
] as const
const EITHER = [...PLAINLY, [false, false]] as const

/** A bare name may be a body's; "the ferry Gull" and "nurses at St Brannoc's" are called something else. */
const mayBeBody = (name: string, roles: number): boolean => roles === 0 && !/\s(?:at|of|in|from|for|on|near)\s/u.test(name)

const bodily = (kind: string, names: number, plainly: boolean, kinds: RegExp): boolean =>
  names > 0 && kinds.test(kind) && (!plainly || kind !== 'unknown')
