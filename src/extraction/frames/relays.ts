import { mediumByWords, wholeName } from '../sources/channels.ts'
import type { Frame } from './frames.ts'
import { BODIES, DAYS, DOCUMENTS, MEDIA_WORDS, ORGANISATIONS, PAPERS } from '../words/lexicon.ts'
import { isPersonNoun } from '../sources/people.ts'
import { capitalised, nextComma, phraseFrom, type Range, trimmed } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Ways a speaker's words are said to have come through a medium: the word, then the preposition, then the medium. */
const THROUGH: readonly [ReadonlySet<string>, ReadonlySet<string>][] = [
  [
    words(
      'interview interviews conversation call comment comments remark remarks statement email message letter speech address article essay column',
    ),
    words('with to for on in'),
  ],
  [
    words(
      'carried published broadcast aired quoted cited relayed released obtained printed distributed reviewed seen run shown televised reported circulated issued translated',
    ),
    words('by on in through via'),
  ],
  [words('speaking spoke talking talked speaks interviewed'), words('to with on by')],
]
/** Behind these the medium stands at once. */
const STRAIGHT = words('on via through')
const LINKS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  THROUGH.flatMap(([nouns, links]) => [...nouns].map((noun) => [noun, links])),
)
const cameThrough = (word: string, next: string): boolean => LINKS.get(word)?.has(next) === true || STRAIGHT.has(word)
const CITING = words('citing quoting')
const CITED = words('quoted cited quotes cites')
/** Passes words on whatever stands before it; the rest only where they are no part of the source's own description. */
const CARRIED = new Set('carried broadcast aired quoted relayed printed cited run televised obtained reviewed seen'.split(' '))
/** A journal that prints a paper is part of what the paper is. */
const IN_JOURNAL = new Set('study paper research analysis review preprint trial survey report figures data warning statement'.split(' '))
const STUDIES = new Set('study studies research analysis preprint trial survey'.split(' '))
/** Verbs that take the one spoken to with "to": "claimed to Radio X that". */
const SAYS_TO =
  /^(?:say|claim|concede|confirm|admit|explain|complain|insist|acknowledge|suggest|describe|confide|state|comment|speak|reveal|disclose|repeat|reiterate|deny|announce|indicate)$/u
/** What is cited as a reason, not as somebody who said it. */
const REASONS =
  /^(?:concerns?|reasons?|lack|need|fears?|risks?|costs?|security|safety|privacy|policy|policies|weather|rules?|law|laws|health|threats?|problems?|difficulties|pressure|grounds|uncertainty|confidentiality|sensitivity|protocol|conditions|demand|examples?|article|section|precedent|shortages?|delays?)$/u

/** Whether a noun phrase can be leaned on: it names somebody or something, or ends in a noun for people, bodies or papers. */
export function canSpeak(s: readonly Token[], [from, to]: Range): boolean {
  for (let k = from; k < to; k++) {
    const token = s[k]
    if (!token) continue
    if (token.pos === 'PROPN' && k >= from) return true
    if (
      isPersonNoun(token) ||
      BODIES.has(token.lower) ||
      ORGANISATIONS.has(token.lower) ||
      DOCUMENTS.has(token.lower) ||
      MEDIA_WORDS.has(token.lower)
    )
      return true
  }
  return false
}

/** Whether somebody is cited: a person, a body, a paper, or a plural of people; not a reason ("citing safety concerns"). */
function isCited(s: readonly Token[], [from, to]: Range): boolean {
  const end = Array.from({ length: to - from }, (_, k) => from + k).find((k) => k > from && s[k]?.pos === 'ADP') ?? to
  const head = s[end - 1]
  if (head && REASONS.test(head.lower) && !capitalised(head)) return false
  return (
    canSpeak(s, [from, to]) ||
    PAPERS.has(head?.lower ?? '') ||
    /(?:[^s]s|men|women|people)$/u.test(s[to - 1]?.lower ?? '') ||
    s[from]?.pos === 'NUM'
  )
}

/** Adds to a frame whom its source cites ("quoting X") and the media its words came through ("in an interview with X"). */
export function addRelays(s: readonly Token[], found: Frame, end: number): void {
  if (found.force === 'stance' || found.force === 'thought') return
  quotesInside(s, found, end)
  citedRightAfter(s, found, end)
  const inside = (k: number): boolean => found.content.some(([from, to]) => k >= from && k < to)
  const from = Math.max(0, Math.min(found.cue[0], found.source?.[0] ?? found.cue[0]) - 16)
  for (let k = from; k + 1 < Math.min(end, found.cue[1] + 60); k++) {
    const token = s[k]
    const next = s[k + 1]
    if (!token || !next || token.quoted || (k >= found.cue[0] && k < found.cue[1])) continue
    const cites = CITING.has(token.lower) || (CITED.has(token.lower) && s[k - 1]?.lower === 'which')
    const through = k + 2 < end && cameThrough(token.lower, next.lower)
    if (!cites && !through) continue
    if (inside(k) && !(found.content.length === 1 && cites && s[k - 1]?.text === ',')) continue
    if (cites && found.origin === null) cite(s, found, k + 1, end)
    else if (through) throughAt(s, found, k, end)
  }
  namedCited(s, found)
  askedBy(s, found, end)
  spokenTo(s, found, end)
  quotedAsSaying(s, found, end)
}

/** "The agency quoting an official reported": copy that spares its commas. */
function quotesInside(s: readonly Token[], found: Frame, end: number): void {
  if (!found.source) return
  const [from, to] = found.source
  for (let k = from + 1; k < to; k++) {
    if (!CITING.has(s[k]?.lower ?? '') || s[k]?.quoted) continue
    cite(s, found, k + 1, end)
    if (found.origin && s[k - 1]?.text !== ',') found.source = [from, k]
    return
  }
}

/** "According to X, quoting Y, the bridge fell": Y stands between commas before what was said. */
function citedRightAfter(s: readonly Token[], found: Frame, end: number): void {
  const first = found.content[0]
  if (!first || found.content.length !== 1) return
  const word = s[first[0]]?.lower ?? ''
  if (CITING.has(word)) cite(s, found, first[0] + 1, end)
  else if (CARRIED.has(word) && s[first[0] + 1]?.lower === 'by') pushRelay(s, found, first[0] + 2, end, 'name')
  else return
  const comma = nextComma(s, first[0], first[1])
  if ((found.origin || found.relays.length > 0) && comma < first[1] - 1) found.content = [trimmed(s, [comma + 1, first[1]])]
}

/** "Citing its commander, Col. Ann Lee, the radio said", "…, shells fell": the name between commas belongs to whoever is cited. */
function namedCited(s: readonly Token[], found: Frame): void {
  const { origin } = found
  const first = found.content[0]
  if (!origin || !first || s[origin[1]]?.text !== ',') return
  const from = origin[1] + 1
  const to = nextComma(s, from, Math.min(s.length, from + 7))
  if (s[to]?.text !== ',' || !namesRole(s, origin, [from, to])) return
  if (first[0] === from && to < first[1] - 1) found.content = [trimmed(s, [to + 1, first[1]]), ...found.content.slice(1)]
  else if (first[0] < to && first[1] > from) return
  found.origin = [origin[0], to]
}

/** A role with no name of its own, and between commas nothing but a name of two to six words. */
const namesRole = (s: readonly Token[], origin: Range, name: Range): boolean =>
  name[1] - name[0] >= 2 &&
  name[1] - name[0] <= 6 &&
  s.slice(...name).every((token) => capitalised(token) && !token.quoted) &&
  !s.slice(...origin).some((token) => capitalised(token)) &&
  isPersonNoun(s[origin[1] - 1])

function cite(s: readonly Token[], found: Frame, from: number, end: number): void {
  const origin = whoseWords(s, citedPhrase(s, from, end), end)
  if (origin && isCited(s, origin)) found.origin = origin
}

const WORDS = /^(?:remarks|comments|words|testimony|speech|statements?|interviews?)$/u

/** "citing remarks made by its chairman": the chairman; "a draft note by the port authority": the note with its author. */
function whoseWords(s: readonly Token[], phrase: Range | null, end: number): Range | null {
  if (!phrase) return null
  let by = phrase[1]
  if (/^(?:made|given|delivered|written|drawn|prepared|issued|signed)$/u.test(s[by]?.lower ?? ''))
    by = s[by + 1]?.lower === 'up' ? by + 2 : by + 1
  if (!/^(?:by|from)$/u.test(s[by]?.lower ?? '')) return phrase
  const author = phraseFrom(s, by + 1, end, false)
  if (!author || !canSpeak(s, author)) return phrase
  const noun = s[phrase[1] - 1]?.lower ?? ''
  if (WORDS.test(noun)) return author
  return by === phrase[1] && (PAPERS.has(noun) || DOCUMENTS.has(noun)) ? [phrase[0], author[1]] : phrase
}

/** The phrase after "citing": "a leaked report", "a person close to her" and "officials who …" whole. */
function citedPhrase(s: readonly Token[], from: number, end: number): Range | null {
  let phrase = phraseFrom(s, from, end, false)
  const stop = phrase?.[1] ?? from + (s[from]?.pos === 'DET' ? 1 : 0)
  // "a leaked report": a participle before its noun, which the tagger takes for a verb.
  if (
    /(?:ed|en|ing)$/u.test(s[stop]?.lower ?? '') &&
    s[stop]?.pos === 'VERB' &&
    (stop === from || s[stop - 1]?.pos === 'DET' || s[stop - 1]?.pos === 'ADJ')
  ) {
    const rest = phraseFrom(s, stop + 1, end, false)
    if (rest) phrase = [from, rest[1]]
  }
  if (!phrase) return null
  const last = s[phrase[1] - 1]?.lower ?? ''
  if (!/^(?:close|familiar|privy|opposed|near)$/u.test(last) || !/^(?:to|with)$/u.test(s[phrase[1]]?.lower ?? '')) return phrase
  const rest = s[phrase[1] + 1]?.pos === 'PRON' ? ([0, phrase[1] + 2] as const) : phraseFrom(s, phrase[1] + 1, end, false)
  return rest ? [phrase[0], rest[1]] : phrase
}

/** A medium after "in an interview with", "carried by", "speaking to", "on". */
function throughAt(s: readonly Token[], found: Frame, k: number, end: number): void {
  const word = s[k]?.lower ?? ''
  // A journal is where a study is, not who passes it on.
  if (/^(?:published|released|posted|issued)$/u.test(word) && s.slice(Math.max(0, k - 6), k).some((token) => STUDIES.has(token.lower)))
    return
  const inSource = found.source ? k >= found.source[0] && k < found.source[1] : false
  if (inSource && !CARRIED.has(word)) return
  if (
    inSource &&
    s.slice(found.source?.[0] ?? k, k).some((token) => IN_JOURNAL.has(token.lower)) &&
    !/^(?:carried|seen|obtained|reviewed|quoted|cited)$/u.test(word)
  )
    return
  const bare = STRAIGHT.has(word)
  // Published, released, issued by a ministry: its own paper, passed on by nobody.
  const own = /^(?:published|released|issued|circulated|reported|distributed|shown|run|in|on)$/u.test(word)
  pushRelay(s, found, bare ? k + 1 : k + 2, end, bare ? 'yes' : own ? 'released' : 'name')
}

function pushRelay(s: readonly Token[], found: Frame, from: number, end: number, least: 'yes' | 'name' | 'released'): void {
  const phrase = DAYS.has(s[from]?.lower ?? '') ? null : phraseFrom(s, from, end, false)
  if (!phrase) return
  const medium = withGivenName(s, wholeName(s, phrase, end), end)
  if (isOwnPage(s, medium) || (least === 'yes' && !broadcast(s, medium))) return
  const judged = mediumByWords(s, medium)
  if (judged === 'no' && !(least === 'released' && distributes(s, medium))) return
  if (judged === 'name' && least === 'yes') return
  if (!found.relays.some((other) => other[0] === medium[0])) found.relays.push(medium)
}

/** "Its own news agency, Fajr, …": the name that an agency or station without one is given between commas. */
function withGivenName(s: readonly Token[], [from, to]: Range, end: number): Range {
  if (s[to]?.text !== ',' || !PASSES_ON.test(s[to - 1]?.lower ?? '')) return [from, to]
  const close = nextComma(s, to + 1, end)
  const name = s.slice(to + 1, close)
  return name.length > 0 && name.length <= 4 && s[close]?.text === ',' && name.every((token) => capitalised(token) && !token.quoted)
    ? [from, close]
    : [from, to]
}

/** Media that somebody can own and that still stand between its words and the copy, unlike its website. */
const PASSES_ON = /^(?:agency|newswire|radio|station|television|tv|channel|broadcaster|newspaper|daily|weekly|magazine|arm|wing|outlet)$/u

/** A body's own page is no medium between it and the copy: "in a statement on its website", "on the company's blog". */
const isOwnPage = (s: readonly Token[], range: Range): boolean =>
  /^(?:websites?|sites?|pages?|blogs?|accounts?|feeds?|wall)$/u.test(s[range[1] - 1]?.lower ?? '') &&
  (/^(?:its|their|his|her|my|our)$/u.test(s[range[0]]?.lower ?? '') || !s.slice(...range).some((token) => capitalised(token)))

/** Whether words can be heard on it: a named station or programme, or the state's; not "its website", "the record" or "Friday". */
function broadcast(s: readonly Token[], [from, to]: Range): boolean {
  const last = s[to - 1]
  if (s.slice(from, to).some((token) => capitalised(token) && token.pos !== 'DET')) return true
  return (
    /^(?:radio|television|tv)$/u.test(last?.lower ?? '') ||
    (/^(?:its|their)$/u.test(s[from]?.lower ?? '') && PASSES_ON.test(last?.lower ?? '') && last?.lower !== 'channel') ||
    (/^(?:the|that|this)$/u.test(s[from]?.lower ?? '') && /^(?:same|state|national|public)$/u.test(s[from + 1]?.lower ?? ''))
  )
}

/** A body whose work it is to pass on what others say: "comments released by the Science Briefing Centre". */
const distributes = (s: readonly Token[], range: Range): boolean =>
  s.slice(...range).some(capitalised) &&
  /^(?:centre|center|service|office|network|institute|forum|foundation|agency|club)$/u.test(s[range[1] - 1]?.lower ?? '')

const ASKED = words('asked pressed questioned interviewed approached contacted reached')

/** "Lee, asked about it by the same station, said": whoever asks passes the answer on. */
function askedBy(s: readonly Token[], found: Frame, end: number): void {
  const from = Math.max(0, (found.source?.[0] ?? found.cue[0]) - 14)
  for (let k = from; k < Math.min(end, found.cue[1] + 14); k++) {
    if (!ASKED.has(s[k]?.lower ?? '') || s[k]?.quoted) continue
    if (k >= found.cue[0] && k < found.cue[1]) continue
    for (let by = k + 1; by < Math.min(end, k + 9) && s[by]?.text !== ','; by++)
      if (s[by]?.lower === 'by') return pushRelay(s, found, by + 1, end, 'yes')
  }
}

/** "claimed to Radio X", "conceded to the same paper". */
function spokenTo(s: readonly Token[], found: Frame, end: number): void {
  if (!SAYS_TO.test(found.lemma)) return
  for (let k = found.cue[1]; k < Math.min(end, found.cue[1] + 4); k++) {
    if (s[k]?.lower !== 'to' || s[k]?.quoted) continue
    pushRelay(s, found, k + 1, end, 'name')
    return
  }
}

/** "A quoted B as saying that", "B was quoted as saying by A": B is the origin and A the relay; the content begins after "saying". */
function quotedAsSaying(s: readonly Token[], found: Frame, end: number): void {
  if (found.lemma !== 'quote' && found.lemma !== 'cite') return
  const saying = s.findIndex(
    (token, k) => k >= found.cue[0] && k < found.cue[1] + 4 && token.lower === 'saying' && s[k - 1]?.lower === 'as',
  )
  const passive = s.slice(found.cue[0], found.cue[1]).some((token) => /^(?:was|were|is|are|been|being)$/u.test(token.lower))
  if (saying >= 0 && passive) {
    for (let k = saying + 1; k < Math.min(end, saying + 8); k++)
      if (s[k]?.lower === 'by' && !s[k]?.quoted) pushRelay(s, found, k + 1, end, 'name')
    return
  }
  if (found.relays.length > 0 || !found.source) return
  const origin = phraseFrom(s, found.cue[1], end, true)
  if (!origin) return
  const as = s[origin[1]]?.text === ',' ? origin[1] + 1 : origin[1]
  if (s[as]?.lower !== 'as') return
  found.origin = origin
  found.content = [[Math.min(as + 2, end - 1), end]]
}
