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
import { listed, shorten } from '../web/words.ts'
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
  'desk.rules_switched': (told) => say`switched the house rules of ${first(told)}${switched(told.after)}.`,
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

  'recheck.asked': (told) =>
    say`asked for ${first(told)} to be checked again from ${kept(told.after, 'dueOn', 'a day')} on.`.why(text(told.after, 'why')),
  'recheck.done': (told) => say`checked ${first(told)} again.`.why(text(told.after, 'came')),

  'auditor.let_in': (told) => say`let ${kept(told.after, 'name', 'somebody')} read the audits of the desk.`,
  'auditor.removed': (told) => say`took from ${kept(told.after, 'name', 'somebody')} the right to read the audits of the desk.`,
  'audit.read': (told) => say`read an audit with pieces of ${first(told)}, as its auditor.`,

  'import.begun': (told) => say`began to bring in many pieces at once from ${kept(told.after, 'name', 'a file')}.`,
  'import.ended': (told) =>
    say`brought in ${kept(told.after, 'brought_in', 'some')} pieces from ${kept(told.after, 'name', 'a file')}; ${kept(told.after, 'here_already', 'some')} were here already and ${kept(told.after, 'refused', 'some')} refused.`,
  'import.stopped': (told) =>
    say`brought in ${kept(told.after, 'brought_in', 'some')} pieces from ${kept(told.after, 'name', 'a file')} before it stopped.`.why(
      text(told.after, 'problem'),
    ),
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
  'vault.sealed': (told) => say`sealed who ${first(told)} is.`,
  'vault.sealed_anew': (told) => say`sealed anew who ${first(told)} is.`,
  'vault.looked': (told) => say`looked at who ${first(told)} is.`,
  'vault.reader_added': (told) => say`let ${kept(told.after, 'reader', 'somebody')} look at who ${first(told)} is.`,
  'vault.reader_removed': (told) => say`took from ${kept(told.after, 'reader', 'somebody')} the leave to look at who ${first(told)} is.`,
  'vault.destroyed': (told) => say`destroyed what was sealed of who ${first(told)} is.`.why(text(told.after, 'reason')),
  'source.rated': (told) => say`rated ${first(told)}: ${reliability(told.after)}.`.why(text(told.after, 'reason')),
  'source.replaced': (told) => say`put ${second(told)} in the place of ${first(told)}.`,

  'evidence.added': (told) => say`added evidence ${evidence(told)} to ${claim(told)}.`.why(text(told.after, 'passage')),
  'evidence.withdrawn': (told) => say`withdrew evidence ${evidence(told)} from ${claim(told)}.`.why(reason(told.after)),
  'pillar.answered': (told) => say`answered the pillar “${pillar(told.after)}” of ${claim(told)}.`.why(text(told.after, 'answer')),
  'finding.filed': finding,
  'second_check.taken': (told) => say`took the second check of ${claim(told)}.`,
  'second_check.given_back': (told) => say`gave the second check of ${claim(told)} back.`.why(reason(told.after)),
  'challenge.recorded': (told) => say`recorded a challenge to ${first(told)}${onClaim(told)}.`.why(text(told.after, 'what')),
  'challenge.answered': (told) =>
    say`answered a challenge to ${first(told)}${onClaim(told)}: ${text(told.after, 'answer') === 'corrected' ? 'it is corrected' : 'it stands'}.`.why(
      text(told.after, 'why'),
    ),
  'correction.published': (told) => say`recorded a correction of ${first(told)}${onClaim(told)}.`.why(text(told.after, 'text')),
  'correction.withdrawn': (told) => say`withdrew a correction of ${first(told)}${onClaim(told)}.`.why(text(told.after, 'reason')),
  'coding.begun': (told) =>
    say`drew ${kept(told.after, 'claims', 'some')} claims to be coded by ${listed(strings(told.after, 'coders')) || 'two people'}: ${kept(told.after, 'name', 'a sample')}.`,
  'coding.finished': (told) => say`coded ${kept(told.after, 'claims', 'the')} claims of ${kept(told.after, 'name', 'a sample')}.`,
  'rule.waived': (told) => say`waived ${rule(told.after)}${passage(told.after)} in ${first(told)}.`.why(text(told.after, 'reason')),
  'rule.waiver_lifted': (told) => say`lifted the waiver of ${rule(told.before)} in ${first(told)}.`,
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

/** Which claim of a piece it was about, where it was about one. */
const onClaim = (told: Told): Telling | string => (told.event.subjects[1] ? say`, ${named(told, told.event.subjects[1])}` : '')

/** What was waived, where it is a sentence. */
function passage(kept: unknown): Telling | string {
  const quoted = text(kept, 'quoted')
  return quoted === '' ? '' : say` for ${{ text: `“${shorten(quoted, 90)}”`, href: null, isolate: true }}`
}

/** What was kept under a key, or words for what has been purged. */
const kept = (of: unknown, key: string, otherwise: string): string => text(of, key) || otherwise
const rule = (of: unknown): string => (text(of, 'rule') === '' ? 'a house rule' : `the rule “${text(of, 'rule')}”`)

const strings = (of: unknown, key: string): string[] => items(of, key).filter((one) => typeof one === 'string')

/** Which rules a desk switched: ": on …; off …". */
function switched(kept: unknown): string {
  const names = (key: string): string => listed(strings(kept, key))
  const parts = [names('on') && `on ${names('on')}`, names('off') && `off ${names('off')}`].filter(Boolean)
  return parts.length === 0 ? '' : `: ${parts.join('; ')}`
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
  subjects: 'the subjects',
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
