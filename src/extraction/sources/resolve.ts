import { spoke, topicIndex } from './brought-up.ts'
import { isAkin, knownMedium, mayBeMedium, wholeName, withoutProgramme } from './channels.ts'
import { resolveNoun } from './descriptions.ts'
import type { Desk, Place } from './desk.ts'
import type { CopySentence } from '../layout/layout.ts'
import { type Mention, readMention } from './mentions.ts'
import { isOutlet } from './outlet.ts'
import { capitalised, phraseBefore, phraseFrom, type Range, RELATIVE, textOf } from '../words/phrases.ts'
import { recordingBefore, resolvePronoun, TAKING_UP } from './pronouns.ts'
import { resolveRecording } from './recording-sources.ts'
import { topicsBefore } from './topics.ts'
import { whoGoesOn } from './speakers.ts'

type Tokens = readonly CopySentence['tokens'][number][]

/** A phrase turned into a source: its place in the ledger, null for nobody the copy names, 'own' for the outlet itself. */
export type Resolved = number | null | 'own'

/** Resolves the phrase of a source to an entry of the ledger. Call it in the order of the text. */
export function resolve(desk: Desk, s: Tokens, range: Range, place: Place, as?: 'medium'): Resolved {
  const printed = textOf(desk.text, s, range)
  if (isOutlet(printed, desk.outlet)) return 'own'
  if (desk.read) return resolveAbroad(desk, desk.read(s, range, printed), place, as)
  if (place.lemma === 'in it') return recordingBefore(desk, printed, place, range[0]) ?? 'own'
  if (place.lemma === 'show' && TAKING_UP.test(s[range[0]]?.lower ?? '')) {
    const recording = recordingBefore(desk, printed, place, range[0])
    if (recording !== null) return recording
  }
  const mention = readMention(desk.text, s, as === 'medium' ? withoutProgramme(s, wholeName(s, range, s.length)) : range, desk.known)
  if (isOutlet(mention.name, desk.outlet) || isOutlet(mention.text, desk.outlet)) return 'own'
  if (mention.pronoun === 'we' || mention.pronoun === 'i' || mention.pronoun === 'us') return 'own'
  if (mention.pronoun && RELATIVE.has(mention.pronoun)) return antecedent(desk, s, range, place)
  if (mention.kind === 'media' && as !== 'medium') return resolveRecording(desk.ledger, desk.recordings, mention, place.sentence)
  if (as === 'medium') return resolveMedium(desk, mention, place)
  if (mention.pronoun) return resolvePronoun(desk, mention, place, range[0])
  const other = anotherOf(desk, mention)
  if (other) return desk.ledger.resolve(other, place.sentence)
  const paper = ownPaper(desk, mention)
  if (paper !== null) return spoke(desk, paper, place)
  const key = `${place.sentence}:${range[0]}`
  const again = desk.resolved.get(key)
  if (again !== undefined) return spoke(desk, again, place)
  const index = resolveNoun(desk, mention, place, range[0])
  if (index !== null) desk.resolved.set(key, index)
  if (index !== null && mention.kind === 'party_media') {
    const group = mention.owner ?? runBy(s, range)
    if (group) affiliate(desk, s, group, index, place.sentence)
  }
  return index
}

function resolveAbroad(desk: Desk, mention: Mention, { sentence }: Place, as?: 'medium'): Resolved {
  if (mention.pronoun === 'we' || isOutlet(mention.name, desk.outlet)) return 'own'
  if (as === 'medium') asOutlet(mention)
  if (mention.pronoun === 'speaker') return whoGoesOn(desk.ledger, mention.gender)
  return desk.ledger.resolve(mention, sentence)
}

function asOutlet(mention: Mention): void {
  const agency = mention.kind === 'official_body' && mention.roles.includes('agency')
  if (!agency && mention.kind !== 'unknown' && mention.kind !== 'person' && mention.kind !== 'document') return
  mention.kind = agency ? 'news_agency' : 'outlet'
  mention.identified = 'organisation_only'
}

/** "The magazine" may be a weekly that the copy has named in passing. */
function mediumBroughtUp(desk: Desk, mention: Mention, sentence: number): number | null {
  if (mention.proper.length > 0 || !/^the (?:\S+ )?\S+$/iu.test(mention.text) || /\b(?:state|national|local)\b/iu.test(mention.text))
    return null
  const topic = topicsBefore(desk.topics, sentence + 1, 0).findLast(
    (item) => /^(?:outlet|news_agency|party_media)$/u.test(item.mention.kind) && item.mention.proper.length > 0,
  )
  return topic ? topicIndex(desk, topic, { sentence }) : null
}

/** A medium of the kind that the word means, named since any other medium spoke: "the gossip weekly X … the friend told the magazine". */
function akinBroughtUp(desk: Desk, mention: Mention, sentence: number): number | null {
  if (mention.proper.length > 0 || !/^the \S+$/iu.test(mention.text)) return null
  const last = desk.ledger.lastSpeaker((entry) => /^(?:outlet|news_agency|party_media)$/u.test(entry.kind))
  const since = last === null ? -1 : (desk.ledger.entries[last]?.spoke ?? -1)
  const topic = topicsBefore(desk.topics, sentence + 1, 0).findLast(
    ({ mention: other }) => other.proper.length > 0 && isAkin(mention, other),
  )
  return topic && topic.sentence > since && topic.sentence >= sentence - 6 ? topicIndex(desk, topic, { sentence }) : null
}

function resolveMedium(desk: Desk, mention: Mention, { sentence }: Place): number | null {
  const known = akinBroughtUp(desk, mention, sentence) ?? knownMedium(desk.ledger, mention) ?? mediumBroughtUp(desk, mention, sentence)
  if (known !== null) {
    desk.ledger.alsoCalled(known, mention.text)
    return known
  }
  asOutlet(mention)
  const index = desk.ledger.resolve(mention, sentence)
  const entry = index === null ? undefined : desk.ledger.entries[index]
  // A bare name that spoke before turns out to be a medium's.
  if (entry && mayBeMedium(entry)) entry.kind = 'outlet'
  return index
}

/** "Another swore", "a third was adamant": one more of those who spoke before, by their name. */
function anotherOf(desk: Desk, mention: Mention): Mention | null {
  if (!/^(?:another|others|(?:a|the) (?:second|third|fourth|fifth|other))$/iu.test(mention.text)) return null
  const last = desk.ledger.lastSpeaker((entry) => entry.proper.length === 0 && /^(?:person|collective)$/u.test(entry.kind))
  const noun = last === null ? undefined : [...(desk.ledger.entries[last]?.roles ?? [])].at(-1)
  if (!noun) return null
  const name = `${mention.text.toLowerCase()} ${noun}`
  return { ...mention, text: name, name, kind: 'person', definite: false, unnamed: true, roles: [noun] }
}

/** "The statement read", "the note did not say": whose paper it is, if the copy brought it up as somebody's. */
function ownPaper(desk: Desk, mention: Mention): number | null {
  const words = mention.text.toLowerCase().split(' ')
  if (mention.proper.length > 0 || words.length !== 2 || !/^(?:the|that|this)$/u.test(words[0] ?? '')) return null
  const noun = words[1] ?? ''
  // A paper that has spoken for itself goes on doing so.
  if (desk.ledger.lastSpeaker((entry) => entry.kind === 'document' && entry.roles.has(noun)) !== null) return null
  return desk.papers.get(noun) ?? null
}

/** "…, a fisherman who said": the phrase before the relative pronoun. */
function antecedent(desk: Desk, s: Tokens, range: Range, place: Place): Resolved {
  const before = s[range[0] - 1]?.text === ',' ? range[0] - 1 : range[0]
  const phrase = before > 0 ? phraseBefore(s, before) : null
  if (!phrase || s[phrase[0]]?.pos === 'PRON') return null
  // "Ann Lee, a nurse at the clinic who saw it": the phrase is an apposition to a name.
  const comma = phrase[0] - 1
  const name = s[comma]?.text === ',' && /^(?:an?|the|one)$/u.test(s[phrase[0]]?.lower ?? '') ? phraseBefore(s, comma) : null
  const named = name !== null && name[0] <= 1 && capitalised(s[comma - 1]) && capitalised(s[comma - 2])
  return resolve(desk, s, named ? [name[0], phrase[1]] : phrase, place)
}

/** Who runs a medium, in the copy's words: "the channel run by the general staff". */
function runBy(s: Tokens, [from, to]: Range): Range | null {
  for (let k = from + 1; k + 1 < to; k++)
    if (
      /^(?:by|with|to|of|for)$/u.test(s[k]?.lower ?? '') &&
      /^(?:run|owned|operated|controlled|funded|financed|founded|backed|affiliated|aligned|linked|mouthpiece|arm|organ)$/u.test(
        s[k - 1]?.lower ?? '',
      )
    )
      return phraseFrom(s, k + 1, to, false)
  return null
}

/** Ties "the group's X agency" to the group: by its name, or by whom the sentence is about. */
function affiliate(desk: Desk, s: Tokens, owner: Range, index: number, sentence: number): void {
  const entry = desk.ledger.entries[index]
  if (!entry || entry.affiliatedTo !== null || entry.kind !== 'party_media') return
  const printed = readMention(desk.text, s, owner, desk.known)
  const subject = printed.proper.length > 0 ? owner : phraseFrom(s, 0, Math.min(8, s.length), false)
  const mention = subject && subject[1] <= owner[0] ? readMention(desk.text, s, subject, desk.known) : printed
  if (mention.pronoun || (mention.proper.length === 0 && subject === null)) return
  if (mention.proper.length === 0 && printed.proper.length === 0 && !/^the$/iu.test(mention.text.split(' ')[0] ?? '')) return
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
