import {
  confidenceLabels,
  needLabels,
  noneLabels,
  outcomeLabels,
  type Pillar,
  pillarLabels,
  type Reliability,
  reliabilityLabels,
  roleLabels,
  saidLabels,
} from '../vocabulary.ts'
import { listed } from '../web/words.ts'
import type { Act } from '../events/acts.ts'
import type { Event } from '../events/schema.ts'
import { items, label, type Name, nothing, say, type Sentence, type Telling, text } from './telling.ts'

/** What a sentence is made from: the event, what it kept of before and after, and what its subjects are called. */
export interface Told {
  event: Event
  /** `undefined` where there was nothing, `null` where it has been purged. */
  before: unknown
  after: unknown
  /** What a subject such as `claim:12` is called today. */
  name: (subject: string) => Name
  /** The viewer has an open second check on the claim: what was found is not for them yet. */
  withheld: boolean
}

/** The event as one sentence: who did what, and why if they said so. */
export function sentenceFor(told: Told): Sentence {
  const { words, because } = tellings[told.event.act](told)
  return { words: [{ text: told.event.actorName, href: null, isolate: true }, ...say` `.words, ...words], because }
}

export const plain = (sentence: Sentence): string => sentence.words.map((word) => word.text).join('')

/** Every act has its words; a new one does not compile without. */
const tellings: Record<Act, (told: Told) => Telling> = {
  'setup.completed': () => say`set Linecheck up.`,
  'samples.brought_in': () => say`brought the sample articles in.`,

  'desk.made': (told) => say`made the desk ${first(told)}.`,
  'desk.settings_changed': (told) => say`changed the settings of ${first(told)}.`,
  'person.invited': (told) => say`invited ${text(told.after, 'email') || 'a person'}${asRole(told.after)}.`,
  'person.invitation_withdrawn': (told) => say`withdrew the invitation of ${text(told.before, 'email') || 'a person'}.`,
  'person.joined': (told) => say`joined${asRole(told.after)}.`,
  'person.role_changed': (told) => say`changed the role of ${first(told)}${fromTo(role(told.before), role(told.after))}.`,
  'person.removed': (told) => say`removed ${first(told)} from the desk.`,
  'person.deactivated': (told) => say`deactivated the account of ${first(told)}.`,
  'person.reactivated': (told) => say`reactivated the account of ${first(told)}.`,
  'person.password_link_made': (told) => say`made a link for ${first(told)} to choose a new password.`,
  'person.password_changed': () => say`changed their password.`,
  'person.signed_out_everywhere': () => say`signed out everywhere.`,
  'person.settings_changed': () => say`changed their own settings.`,

  'article.brought_in': (told) => say`brought ${first(told)} in.`,
  'article.recognition_changed': (told) => say`changed what was recognised in ${first(told)}.`,
  'article.details_changed': (told) => say`changed ${details(told.after)} of ${first(told)}.`,
  'article.split': (told) => say`split ${first(told)} into claims.`,
  'article.assigned': (told) => say`${handed(told)} ${first(told)}.`,
  'article.signed_off': (told) => say`signed off ${first(told)}${digest(told.after)}.`,
  'article.reopened': (told) => say`reopened ${first(told)}.`.why(reason(told.after)),

  'sentence.marked_none': (told) => say`marked ${first(told)} as holding no claim${noneReason(told)}.`,
  'sentence.confirmed': (told) => say`confirmed ${first(told)}${alsoConfirmed(told)}.`,
  'claim.made': (told) => say`made ${first(told)} of words in the copy.`.why(wording(told.after)),
  'claim.split': (told) => say`split ${first(told)}; the second half is ${second(told)}.`,
  'claim.merged': (told) => say`merged ${second(told)} into ${first(told)}.`,
  'claim.recut': (told) => say`cut ${first(told)} anew.`.why(wording(told.after)),
  'claim.dropped': (told) => say`dropped ${first(told)}${dropped(told)}.`,
  'claim.taken_back': (told) => say`took ${first(told)} back onto the desk.`.why(reason(told.after)),
  'claim.cut': (told) => say`marked ${first(told)} as cut from the copy.`.why(reason(told.after)),
  'claim.confirmed': (told) => say`confirmed ${first(told)} as it stands.`,
  'claim.details_changed': (told) => say`corrected the details of ${first(told)}.`,
  'claim.caveats_changed': (told) => say`changed which caveats qualify ${first(told)}.`,
  'claim.assigned': (told) => say`${handed(told)} ${first(told)}.`,
  'claim.waiting': (told) =>
    say`set ${first(told)} to wait for ${label(needLabels, text(told.after, 'waitingFor')) || 'something'}.`.why(reason(told.after)),
  'claim.resumed': (told) => say`took up ${first(told)} again.`,

  'chain.hop_added': (told) => say`added ${who(told, told.after)} to the chain of ${first(told)}.`,
  'chain.hop_changed': (told) => say`changed ${who(told, told.after)} in the chain of ${first(told)}.`,
  'chain.hop_removed': (told) => say`took ${who(told, told.before)} out of the chain of ${first(told)}.`,
  'chain.hop_moved': (told) => say`moved ${who(told, told.after)} in the chain of ${first(told)}.`,
  'source.made': (told) => say`made the source ${first(told)}.`,
  'source.changed': (told) => say`changed what is known of ${first(told)}.`,
  'source.merged': (told) => say`said that ${first(told)} and ${second(told)} are one source.`.why(text(told.after, 'reason')),
  'source.parted': (told) => say`said that ${first(told)} and ${second(told)} are two sources.`.why(text(told.after, 'reason')),
  'source.rated': (told) => say`rated ${first(told)}: ${reliability(told.after)}.`.why(text(told.after, 'reason')),
  'source.replaced': (told) => say`put ${second(told)} in the place of ${first(told)}.`,

  'evidence.added': (told) => say`added evidence ${evidence(told)} to ${claim(told)}.`.why(text(told.after, 'passage')),
  'evidence.withdrawn': (told) => say`withdrew evidence ${evidence(told)} from ${claim(told)}.`.why(reason(told.after)),
  'pillar.answered': (told) => say`answered the pillar “${pillar(told.after)}” of ${claim(told)}.`.why(text(told.after, 'answer')),
  'finding.filed': finding,
  'second_check.taken': (told) => say`took the second check of ${claim(told)}.`,
  'second_check.given_back': (told) => say`gave the second check of ${claim(told)} back.`.why(reason(told.after)),
  'query.asked': (told) => say`asked the reporter about ${claim(told)}.`.why(text(told.after, 'question')),
  'query.answered': (told) => say`recorded the reporter’s answer about ${claim(told)}.`.why(text(told.after, 'answer')),

  'act.undone': (told) => say`took back ${told.event.undoes === null ? 'an act' : told.name(`event:${told.event.undoes}`)}${about(told)}.`,
  'payload.purged': (told) => say`purged what ${first(told)} kept.`.why(reason(told.after)),
  'version.purged': (told) => say`purged the text of ${first(told)}.`.why(reason(told.after)),
  'file.purged': (told) => say`purged an uploaded file${fileName(told.after)}.`.why(reason(told.after)),
}

/** Where a finding is withheld, that it was filed is said, and nothing of what it says. */
function finding(told: Told): Telling {
  if (told.withheld) return say`recorded a finding on ${claim(told)} (withheld until you have filed yours).`
  const said = label(saidLabels, text(told.after, 'said'))
  const outcome = label(outcomeLabels, text(told.after, 'outcome'))
  const confidence = label(confidenceLabels, text(told.after, 'confidence'))
  const opinion = text(told.after, 'opinion')
  const kind = opinion === 'second' ? 'the second finding' : opinion === 'final' ? 'the final finding' : 'a finding'
  if (!said || !outcome) return say`recorded ${kind} on ${claim(told)}.`
  return say`recorded ${kind} on ${claim(told)}: ${said}; ${outcome}${confidence && `, ${confidence} confidence`}.`.why(reason(told.after))
}

const first = (told: Told): Name => named(told, told.event.subjects[0])
const second = (told: Told): Name => named(told, told.event.subjects[1])
const named = (told: Told, subject: string | undefined): Name => (subject === undefined ? nothing : told.name(subject))
const ofKind = (told: Told, kind: string): Name | null => {
  const subject = told.event.subjects.find((one) => one.startsWith(`${kind}:`))
  return subject === undefined ? null : told.name(subject)
}
const claim = (told: Told): Name => ofKind(told, 'claim') ?? first(told)
const evidence = (told: Told): Name => ofKind(told, 'evidence') ?? nothing

/** The letter of a rating with what it says. */
const reliability = (kept: unknown): string =>
  Object.hasOwn(reliabilityLabels, text(kept, 'letter')) ? reliabilityLabels[text(kept, 'letter') as Reliability] : 'no longer on record'

/** The source of a hop: by its subject where the act names it, or by what was kept. */
const who = (told: Told, kept: unknown): Name | string => ofKind(told, 'source') ?? (text(kept, 'who') || text(kept, 'name') || 'a hop')

const role = (kept: unknown): string => label(roleLabels, text(kept, 'role'))
const asRole = (kept: unknown): string => (role(kept) ? ` as ${role(kept)}` : '')
const fromTo = (from: string, to: string): string => `${from && ` from ${from}`}${to && ` to ${to}`}`
const reason = (kept: unknown): string => text(kept, 'reason') || text(kept, 'reopenedReason') || text(kept, 'withdrawnReason')
const digest = (kept: unknown): string => (text(kept, 'sha256') ? `, text ${text(kept, 'sha256').slice(0, 8)}` : '')
const fileName = (kept: unknown): string => (text(kept, 'fileName') ? ` (${text(kept, 'fileName')})` : '')

/** The wording of the first claim that a cut left. */
const wording = (kept: unknown): string => text(items(kept, 'claims')[0], 'wording')

function noneReason(told: Told): string {
  const why = label(noneLabels, text(items(told.after, 'sentences')[0], 'none'))
  return why && `: ${why}`
}

function dropped(told: Told): string {
  const why = label(noneLabels, text(items(told.after, 'claims')[0], 'dropReason'))
  return why && `: ${why}`
}

function alsoConfirmed(told: Told): string {
  const count = told.event.subjects.filter((subject) => subject.startsWith('claim:')).length
  return count === 0 ? '' : count === 1 ? ' and its claim' : ` and its ${count} claims`
}

/** Who was given something. */
function handed(told: Told): Telling | string {
  const id = text(told.after, 'assigneeId')
  return id ? say`gave ${told.name(`person:${id}`)}` : 'took away from everybody'
}

const detailLabels: Record<string, string> = {
  headline: 'the headline',
  outlet: 'the outlet',
  byline: 'the byline',
  url: 'the address',
  publishedAt: 'the date',
  dueAt: 'the due time',
  publication: 'draft or published',
  deskId: 'the desk',
  assigneeId: 'the assignment',
}

function details(kept: unknown): string {
  const changed = typeof kept === 'object' && kept !== null ? Object.keys(kept).flatMap((key) => detailLabels[key] ?? []) : []
  return listed(changed) || 'the details'
}

function pillar(kept: unknown): string {
  const key = text(kept, 'pillar')
  return Object.hasOwn(pillarLabels, key) ? pillarLabels[key as Pillar].name.toLowerCase() : 'unknown'
}

const about = (told: Told): Telling | string => (told.event.subjects.length > 0 ? say` on ${first(told)}` : '')
