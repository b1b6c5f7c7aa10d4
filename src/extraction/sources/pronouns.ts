import { mistakenForPerson } from './descriptions.ts'
import type { Desk, Place } from './desk.ts'
import { type Entry, fitsPronoun, ORGANISED } from './ledger.ts'
import { RECORDINGS } from '../words/lexicon.ts'
import type { Mention } from './mentions.ts'
import { takenUpRecording } from './recording-sources.ts'
import { spoke, topicIndex } from './brought-up.ts'
import { type Topic, topicsBefore } from './topics.ts'

/** What only somebody who can act does: a report or a video cannot be meant by its "it". */
const AGENT = new Set(
  'tell urge deny accuse call demand promise vow pledge condemn refuse decline apologise apologize ask order threaten appeal insist dismiss reject announce claim complain welcome thank blame criticise criticize hope believe expect fear'.split(
    ' ',
  ),
)
const PAPERS = new Set('document dataset court_record media social_post'.split(' '))

/** A pronoun means the last speaker that fits, or whoever the copy has since made its subject; never merely the last name. */
export function resolvePronoun(desk: Desk, mention: Mention, place: Place, at: number): number | null {
  const pronoun = mention.pronoun ?? ''
  const { ledger } = desk
  const acts = AGENT.has(place.lemma)
  const shows = place.lemma === 'show'
  const fits = (entry: Entry): boolean =>
    fitsPronoun(entry, pronoun, mention.gender) &&
    !(acts && PAPERS.has(entry.kind)) &&
    !(shows && entry.kind === 'person') &&
    !(!shows && entry.kind === 'media')
  const speaker = speakerFor(desk, pronoun, fits)
  const since = speaker === null ? -1 : (ledger.entries[speaker]?.spoke ?? -1)
  // "X quoted him": not himself.
  const before = topicsBefore(desk.topics, place.sentence, /^(?:him|her|them)$/u.test(pronoun) ? 0 : at)
  const named = namedInWords(desk, mention, place, before, speaker)
  if (named) return topicIndex(desk, named, place)
  const topic = before.findLast(
    (item) => item.subject && item.sentence > since && meantBy(item, mention, acts) && !clashes(desk, item, fits),
  )
  if (topic && topic.sentence >= place.sentence - 4) return topicIndex(desk, topic, place)
  const mistaken = pronoun === 'it' ? mistakenForPerson(desk, place.sentence, 1) : null
  if (mistaken !== null) return spoke(desk, mistaken, place)
  if (speaker !== null) {
    const entry = ledger.entries[speaker]
    if (entry) entry.gender ??= mention.gender
    return spoke(desk, speaker, place)
  }
  // Nobody has spoken yet: the person introduced last, as subject or not.
  const introduced = before.findLast((item) => meantBy(item, mention, acts) && (pronoun !== 'it' || item.subject))
  return introduced ? topicIndex(desk, introduced, place) : null
}

/** "A source told X that Ann Lee had been offered it. She confirmed": the person talked about, since nobody knows the source's sex. */
function namedInWords(desk: Desk, mention: Mention, place: Place, before: readonly Topic[], speaker: number | null): Topic | null {
  const entry = speaker === null ? undefined : desk.ledger.entries[speaker]
  if (!/^(?:he|she)$/u.test(mention.pronoun ?? '') || !entry?.unnamed || entry.gender !== null || entry.spoke !== place.sentence - 1)
    return null
  if (!/^(?:confirm|deny|reject|dismiss|dispute|admit|acknowledge|concede)$/u.test(place.lemma) || !entry.roles.has('source')) return null
  return before.findLast((item) => item.sentence === entry.spoke && item.mention.proper.length > 0 && meantBy(item, mention, true)) ?? null
}

/** "They" prefers those who are many; a body may be "they" too. */
function speakerFor(desk: Desk, pronoun: string, fits: (entry: Entry) => boolean): number | null {
  if (pronoun !== 'they') return desk.ledger.lastSpeaker(fits)
  const many = desk.ledger.lastSpeaker((entry) => fits(entry) && (entry.plural || entry.kind === 'collective'))
  return many ?? desk.ledger.lastSpeaker(fits)
}

function meantBy({ mention }: Topic, { pronoun, gender }: Mention, acts: boolean): boolean {
  const clash = mention.gender !== null && gender !== null && mention.gender !== gender
  if (/^(?:he|she|him|her)$/u.test(pronoun ?? '')) return (mention.kind === 'person' || bareName(mention)) && !mention.plural && !clash
  if (pronoun === 'they') return mention.plural && (mention.kind === 'collective' || mention.kind === 'person')
  if (pronoun !== 'it') return false
  if (mention.plural || mention.gender !== null) return false
  if (mention.kind === 'media') return false
  if (PAPERS.has(mention.kind)) return !acts
  return ORGANISED.has(mention.kind)
}

/** "Lee": a name by itself, which may be a person's. */
const bareName = ({ kind, proper, article, name, text }: Mention): boolean =>
  kind === 'unknown' && proper.length === 1 && article !== true && text === name && !/^[\p{Lu}\p{N}.&-]{2,}$/u.test(name)

/** Whether the ledger knows better of somebody brought up: that she is no he. */
function clashes(desk: Desk, { mention }: Topic, fits: (entry: Entry) => boolean): boolean {
  const known = desk.ledger.find(mention)
  const entry = known === null ? undefined : desk.ledger.entries[known]
  return entry !== undefined && !fits(entry)
}

/** Words that take up a recording spoken of before. */
export const TAKING_UP = /^(?:it|they|one|another|both|these|this|others)$/u

/** "It purports to show", "One, filmed from a roof, shows": the recording that was spoken of in the sentences before. */
export function recordingBefore(desk: Desk, printed: string, { sentence }: Place, at: number): number | null {
  const noun = lastRecordingNoun(desk, sentence, at)
  const topic = topicsBefore(desk.topics, sentence, at).findLast((item) => item.mention.kind === 'media')
  const speaker = desk.ledger.lastSpeaker((entry) => entry.kind === 'media')
  const since = speaker === null ? -1 : (desk.ledger.entries[speaker]?.spoke ?? -1)
  const lately =
    topic && topic.sentence > since && topic.sentence >= sentence - 4
      ? topicIndex(desk, topic, { sentence })
      : since >= sentence - 4
        ? speaker
        : null
  return takenUpRecording(desk.ledger, printed, noun, lately, sentence)
}

/** The word for the recordings last spoken of, in this sentence or the three before it. */
function lastRecordingNoun(desk: Desk, sentence: number, at: number): string | null {
  for (let k = sentence; k >= 0 && k >= sentence - 3; k--) {
    const tokens = desk.sentences[k]?.tokens ?? []
    const found = tokens.findLast((token, n) => RECORDINGS.has(token.lower) && !token.quoted && (k < sentence || n < at))
    if (found) return found.lower
  }
  return null
}
