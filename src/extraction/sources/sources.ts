import type { Passage } from '../frames/attributions.ts'
import { mayBeMedium, mediumByWords, mediumRange, namesMedium } from './channels.ts'
import type { Desk } from './desk.ts'
import type { Frame } from '../frames/frames.ts'
import type { CopySentence } from '../layout/layout.ts'
import { ADDRESSED } from '../words/lexicon.ts'
import { readMention } from './mentions.ts'
import { type Range, textOf } from '../words/phrases.ts'
import { outerSource, publisherBefore, quotedOrigin, speakerAtEnd } from './outer-source.ts'
import { recordingBefore, TAKING_UP } from './pronouns.ts'
import { resolve } from './resolve.ts'
import type { Span } from '../types.ts'

export { openDesk } from './desk.ts'

type Tokens = readonly CopySentence['tokens'][number][]

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
    const known = frame.source && !desk.read ? desk.ledger.find(readMention(desk.text, s, frame.source, desk.known)) : null
    return { hops: [], sourceIndex: known, own: false }
  }
  // "A bid was put together by X": done, not said.
  if (passage.inner && frame.lemma === 'put' && /^(?:together|up|down|in|on|away)$/u.test(s[frame.verb[1]]?.lower ?? ''))
    return { hops: [], sourceIndex: null, own: false }
  if (frame.unclear) return { hops: [{ sourceIndex: null, verb, cue }], sourceIndex: null, own: false }
  const place = { sentence: passage.sentence, lemma: frame.lemma }
  const cited = frame.origin ?? (frame.source && !desk.read ? quotedOrigin(s, frame.source[0], frame.cue[0]) : null)
  const origin = cited ? resolve(desk, s, cited, place) : 'own'
  const seen = frame.source && !desk.read && !passage.inner ? recordingShowing(desk, s, frame.source, passage.sentence) : null
  if (seen !== null) {
    push(seen)
    return { hops, sourceIndex: seen, own: false }
  }
  const source = frame.source && !desk.read ? speakerOf(s, frame.source, passage) : frame.source
  const main = source ? resolve(desk, s, source, place) : null
  push(origin)
  // "The agency quoted him as telling local radio that": his words came to the agency through the radio.
  if (cited && frame.audience && mediumByWords(s, frame.audience) === 'yes')
    push(resolve(desk, s, mediumRange(s, frame.audience), place, 'medium'))
  push(main)
  if (origin !== 'own' && typeof main === 'number' && !desk.read) quotesOthers(desk, main)
  const publisher = source && !desk.read ? publisherBefore(s, source[0], frame.cue) : null
  if (publisher && (mediumByWords(s, publisher) === 'yes' || namesMedium(s, publisher))) push(resolve(desk, s, publisher, place, 'medium'))
  for (const relay of relaysOf(desk, s, frame, passage.sentence)) push(resolve(desk, s, relay, place, 'medium'))
  if (!desk.read && !passage.inner) keepThread(desk, s, passage, hops, push)
  return { hops, sourceIndex: main === 'own' ? null : main, own: main === 'own' && hops.length === 0 }
}

/** "In it a man shouts", "in another, filmed from a roof, two men argue": what is seen there rests on the recording. */
function recordingShowing(desk: Desk, s: Tokens, [from]: Range, sentence: number): number | null {
  if (!/^(?:an?|two|three|several|some)$/u.test(s[from]?.lower ?? '')) return null
  for (let k = from - 2; k >= 0 && k >= from - 14; k--) {
    if (s[k]?.quoted || s[k]?.text === ';') return null
    if (s[k]?.lower !== 'in' || !TAKING_UP.test(s[k + 1]?.lower ?? '')) continue
    const opens = k === 0 || s[k - 1]?.text === ';' || s[k - 1]?.text === ','
    const end = s[from - 1]?.text === ',' ? from - 1 : from
    const plain = end === k + 2 || s[k + 2]?.text === ','
    return opens && plain ? recordingBefore(desk, textOf(desk.text, s, [k + 1, end]), { sentence, lemma: 'in it' }, k + 1) : null
  }
  return null
}

/** Who speaks: the phrase next to the verb, or the one that it only describes. */
function speakerOf(s: Tokens, source: Range, { frame, inner }: Passage): Range {
  const last = frame.force === 'act' && !inner ? speakerAtEnd(s, frame.cue) : null
  return last ?? outerSource(s, source, inner ? null : frame.origin)
}

/** Whoever quotes others and is no person is a medium: "the state agency X, quoting an officer". */
function quotesOthers(desk: Desk, index: number): void {
  const entry = desk.ledger.entries[index]
  if (!entry || entry.proper.length === 0) return
  if (entry.roles.has('agency') && entry.kind === 'official_body') entry.kind = 'news_agency'
  else if (entry.kind === 'unknown') entry.kind = 'outlet'
}

/** "Staff at the site run by X said": X runs the site, and carries no words. */
const RUNS = /^(?:run|owned|operated|managed|led|built|employed|hired|funded|backed)$/u

/** The media an attribution names, in the order of the copy: the one told, and those that carried the words. */
function relaysOf(desk: Desk, s: Tokens, frame: Frame, sentence: number): Range[] {
  const carried = frame.relays.filter(([from]) => !(s[from - 1]?.lower === 'by' && RUNS.test(s[from - 2]?.lower ?? '')))
  const untold = frame.lemma === 'tell' && !frame.audience && !desk.read ? toldRange(s, frame) : null
  if (untold) return [untold, ...carried]
  const told =
    frame.audience && (frame.lemma === 'tell' || ADDRESSED.has(frame.lemma)) && isMedium(desk, s, frame.audience, frame.lemma, sentence)
  const audience = told && frame.audience ? [desk.read ? frame.audience : mediumRange(s, frame.audience)] : []
  return [...audience, ...carried.map((relay) => (desk.read ? relay : mediumRange(s, relay)))].sort((a, b) => a[0] - b[0])
}

/** "told the state-owned X agency that": a phrase that the tagger broke off. */
function toldRange(s: Tokens, frame: Frame): Range | null {
  const from = frame.cue[1]
  let to = from
  while (to < s.length && to < from + 9 && s[to]?.text !== ',' && s[to]?.lower !== 'that' && !s[to]?.quoted) to++
  return to > from && s[to]?.lower === 'that' && mediumByWords(s, [from, to]) === 'yes' ? mediumRange(s, [from, to]) : null
}

/** Whether the one told is a medium that passes the words on, not an audience in general or a private person. */
function isMedium(desk: Desk, s: Tokens, range: Range, lemma: string, sentence: number): boolean {
  if (lemma !== 'tell') return false
  const judged = mediumByWords(s, range)
  if (judged !== 'name') return judged === 'yes'
  const mention = readMention(desk.text, s, mediumRange(s, range), desk.known)
  const entry = desk.ledger.entries[desk.ledger.find(mention) ?? -1]
  if (entry) return /^(?:outlet|news_agency|party_media)$/u.test(entry.kind) || entry.roles.has('agency') || mayBeMedium(entry)
  return !desk.topics
    .slice(0, 1000)
    .some(
      ({ mention: other, sentence: where }) =>
        where <= sentence + 200 &&
        other.kind === 'person' &&
        other.identified === 'named_with_role' &&
        (other.proper.join(' ') === mention.proper.join(' ') || (mention.proper.length === 1 && other.proper.at(-1) === mention.proper[0])),
    )
}

const OWN_PAPER = new Set(
  'statement note letter post email e-mail memo release circular tweet message blog newsletter communique communiqué affidavit filing declaration'.split(
    ' ',
  ),
)

/**
 * Follows who is speaking: a bare "he said" after "he told Radio X" still came through Radio X, and so does "he was quoted as saying".
 * Remembers whose statement or letter it was, and that a person wrote in a paper the copy knows.
 */
function keepThread(desk: Desk, s: Tokens, { frame, sentence }: Passage, hops: readonly Hop[], push: (index: number) => void): void {
  const speaker = hops[0]?.sourceIndex ?? null
  if (speaker === null) return
  const named = paperNamed(s, frame)
  if (named) {
    const known = hops.length === 1 ? knownPaper(desk, s, named, speaker) : null
    if (known === null) desk.papers.set(s[named[1] - 1]?.lower ?? '', speaker)
    else push(known)
  }
  if (hops.length === 1 && frame.relays.length === 0 && !frame.audience && !named) {
    for (const relay of kept(desk, s, frame, sentence, speaker)) push(relay)
  }
  const relays = hops.slice(1).flatMap((hop) => hop.sourceIndex ?? [])
  if (relays.length > 0) desk.heardThrough.set(speaker, relays)
  desk.thread = { origin: speaker, relays, sentence: Math.max(sentence, desk.thread?.origin === speaker ? desk.thread.sentence : 0) }
}

/** The media that go on carrying the same speaker's words. */
function kept(desk: Desk, s: Tokens, frame: Frame, sentence: number, speaker: number): readonly number[] {
  // "Mr Lee was quoted as saying": by those who quoted him before.
  if (frame.lemma === 'quote' && frame.origin === null) return desk.heardThrough.get(speaker) ?? []
  const { thread } = desk
  if (!thread || thread.origin !== speaker || thread.relays.length === 0 || !frame.source) return []
  const apart = (desk.sentences[sentence]?.paragraph ?? 0) - (desk.sentences[thread.sentence]?.paragraph ?? 0)
  const words = frame.source[1] - frame.source[0]
  const pronoun = words === 1 && s[frame.source[0]]?.pos === 'PRON'
  const taken = words === 2 && s[frame.source[0]]?.lower === 'the'
  if (pronoun || taken) return apart <= 2 && sentence - thread.sentence <= 6 ? thread.relays : []
  // By name again in the same breath: “…,” Lee said.
  return apart === 0 && words <= 2 && sentence - thread.sentence <= 2 ? thread.relays : []
}

/** The paper a speaker spoke in, outside what was said: "in a statement", "in the memo". */
function paperNamed(s: Tokens, frame: Frame): Range | null {
  const from = Math.max(0, Math.min(frame.cue[0], frame.source?.[0] ?? frame.cue[0]) - 8)
  for (let k = from; k + 2 < s.length && k < frame.cue[1] + 16; k++) {
    if ((s[k]?.lower !== 'in' && s[k]?.lower !== 'via') || s[k]?.quoted || s[k + 1]?.pos === 'PROPN') continue
    if (frame.content.some(([a, b]) => k >= a && k < b) && k < frame.cue[1]) continue
    for (let end = k + 2; end < Math.min(s.length, k + 6); end++) {
      if (OWN_PAPER.has(s[end]?.lower ?? '') && /^(?:a|an|the|its|his|her|their|that|this)$/u.test(s[k + 1]?.lower ?? ''))
        return [k + 1, end + 1]
      if (s[end]?.pos !== 'ADJ' && s[end]?.pos !== 'NOUN' && s[end]?.pos !== 'NUM' && s[end]?.pos !== 'PROPN') break
    }
  }
  return null
}

/** "Ann Lee wrote in the memo": a paper that the copy has used as a source already passes her words on. */
function knownPaper(desk: Desk, s: Tokens, paper: Range, speaker: number): number | null {
  if (!/^(?:the|that|this)$/u.test(s[paper[0]]?.lower ?? '') || desk.ledger.entries[speaker]?.kind !== 'person') return null
  const mention = readMention(desk.text, s, paper, desk.known)
  const noun = mention.roles.at(-1) ?? ''
  const index = desk.ledger.lastSpeaker((entry) => /^(?:document|court_record)$/u.test(entry.kind) && noun !== '' && entry.roles.has(noun))
  if (index !== null) desk.ledger.alsoCalled(index, mention.text)
  return index
}
