import type { FieldErrors, Typed } from '../web/forms.ts'
import { clock, day, moment, short } from '../web/words.ts'
import type { ActKind, HistoryFilter, ToldEvent } from './queries.ts'
import { actKinds } from './queries.ts'
import type { Purgeable } from './purgeable.ts'
import type { Event } from '../events/schema.ts'
import type { Name } from './telling.ts'

/** An event, ready to read. */
export interface EventLine {
  at: string
  time: string
  words: Name[]
  because: string | null
  purged: boolean
  article: Name | null
  /** The event's own page, for those who may open it. */
  href: string | null
  digest: string
}

export interface ClaimHistorySection {
  count: string
  events: EventLine[]
}

interface Link {
  href: string
  label: string
}
interface Option {
  value: string
  label: string
  selected: boolean
}

export interface HistoryPage {
  title: string
  section: string
  articles: Option[]
  people: Option[]
  kinds: Option[]
  filtered: boolean
  days: { day: string; events: EventLine[] }[]
  pagination: { newer: Link | null; older: Link | null } | null
}

interface Side {
  label: string
  text: string | null
  note: string
}

export interface EventPage {
  title: string
  section: string
  event: EventLine
  facts: { term: string; value: string; mono: boolean }[]
  sides: Side[]
  purges: PurgeForm[]
}

/** One thing that an admin may purge from here. */
export interface PurgeForm {
  id: string
  action: string
  what: Purgeable
  heading: string
  explains: string
  button: string
  reason: string
  error: string | null
}

/** The views of this feature, and what each is given. */
export interface HistoryPages {
  'history/index': HistoryPage
  'history/event': EventPage
}

/** Its partials, and what each is given. */
export interface HistoryPartials {
  'history/_claim-history': ClaimHistorySection
  'history/_event': EventLine
}

const kindLabels: Record<ActKind, string> = {
  import: 'Imports',
  article: 'Articles',
  sentence: 'Sentences',
  claim: 'Claims',
  chain: 'Chains',
  source: 'Sources',
  vault: 'Confidential sources',
  evidence: 'Evidence',
  pillar: 'Pillars',
  finding: 'Findings',
  second_check: 'Second checks',
  query: 'Queries',
  challenge: 'Challenges',
  correction: 'Corrections',
  recheck: 'Checked again',
  rule: 'Waivers of house rules',
  coding: 'Coded by two',
  audit: 'Audits by others',
  act: 'Acts taken back',
  person: 'People',
  auditor: 'Auditors',
  desk: 'Desks',
  payload: 'Purges of the record',
  version: 'Purges of text',
  file: 'Purges of files',
}

const purgeWords: Record<Purgeable, { heading: string; explains: string; button: string }> = {
  payload: {
    heading: 'What this event kept',
    explains: 'Takes away what was there before and after this act. Other events may have kept the same words: each is purged by itself.',
    button: 'Purge what it kept',
  },
  version: {
    heading: 'The text of the article',
    explains:
      'Takes away the exact text that was checked, and what is kept around each claim. Its SHA-256 stays. So do the words of the claims and caveats themselves, since findings rest on them, and what the events of this article kept.',
    button: 'Purge the text',
  },
  file: {
    heading: 'The uploaded file',
    explains:
      'Takes the file away from all evidence of this desk that refers to it; its bytes go once no evidence refers to them. Its SHA-256 stays, and so does what the evidence says of it.',
    button: 'Purge the file',
  },
}

/** The record, a day at a time. `opens`: whether an event's own page is for this viewer. */
export function historyPage(
  filter: HistoryFilter,
  found: { events: ToldEvent[]; older: number | null },
  choices: { articles: { id: number; headline: string }[]; people: { id: number; name: string }[] },
  opens: (event: ToldEvent) => boolean,
): HistoryPage {
  const link = (before: number | null): string => {
    const asked = { article: filter.articleId, person: filter.personId, kind: filter.kind, before }
    return `/history?${new URLSearchParams(Object.entries(asked).flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, String(value)]]))).toString()}`
  }
  const days = new Map<string, EventLine[]>()
  for (const event of found.events) {
    const line = eventLine(event, opens(event), filter.articleId === null)
    days.set(day(event.at), [...(days.get(day(event.at)) ?? []), line])
  }
  return {
    title: 'History',
    section: '/history',
    articles: options(
      'All articles',
      choices.articles.map(({ id, headline }) => [String(id), headline || 'Without a headline']),
      filter.articleId,
    ),
    people: options(
      'Everybody',
      choices.people.map(({ id, name }) => [String(id), name]),
      filter.personId,
    ),
    kinds: options(
      'Everything',
      actKinds.map((kind) => [kind, kindLabels[kind]]),
      filter.kind,
    ),
    filtered: filter.articleId !== null || filter.personId !== null || filter.kind !== null,
    days: [...days].map(([name, events]) => ({ day: name, events })),
    pagination:
      filter.before === null && found.older === null
        ? null
        : {
            newer: filter.before === null ? null : { href: link(null), label: 'Newest' },
            older: found.older === null ? null : { href: link(found.older), label: 'Older' },
          },
  }
}

/** What has been done to one claim, for the panel beside the copy. */
export function claimHistorySection(found: readonly ToldEvent[]): ClaimHistorySection {
  const events = found.map((event) => ({ ...eventLine(event, false, false), time: moment(event.at) }))
  return { count: String(events.length), events }
}

/** One event with everything it kept. `kept` is null where it is withheld from this viewer. */
export function eventPage(told: ToldEvent, event: Event, kept: { before: unknown; after: unknown } | null, purges: PurgeForm[]): EventPage {
  return {
    title: `Event ${event.id}`,
    section: '/history',
    event: eventLine(told, false, true),
    facts: [
      fact('When', `${day(event.at)}, ${clock(event.at)}`),
      fact('Exact time', event.at, true),
      fact('Act', event.act, true),
      fact('About', event.subjects.join(', '), true),
      ...(event.undoes === null ? [] : [fact('Takes back', `event ${event.undoes}`)]),
      fact('Digest of this event', event.digest, true),
      fact('Digest of the event before', event.previous, true),
    ],
    sides: [
      side('Before', event.beforeDigest, kept && kept.before, kept === null),
      side('After', event.afterDigest, kept && kept.after, kept === null),
    ],
    purges,
  }
}

/** The forms by which an admin purges what an event leads to; empty, or as one was refused. */
export function purgeForms(
  eventId: number,
  offered: readonly Purgeable[],
  refused: { errors: FieldErrors; typed: Typed } | null,
): PurgeForm[] {
  return offered.map((what) => {
    const mine = refused?.typed.what === what ? refused : null
    return {
      id: `purge-${what}`,
      what,
      action: `/history/${eventId}/purges`,
      ...purgeWords[what],
      reason: mine?.typed.reason ?? '',
      error: mine ? (mine.errors.reason ?? mine.errors.form ?? null) : null,
    }
  })
}

function side(label: string, digest: string | null, value: unknown, withheld: boolean): Side {
  if (digest === null) return { label, text: null, note: 'Nothing was there.' }
  if (withheld) return { label, text: null, note: 'Withheld until you have filed your own finding on this claim.' }
  if (value === null) return { label, text: null, note: `Purged. Its digest stays: ${digest}` }
  return { label, text: JSON.stringify(value, null, 2), note: `Digest ${digest}` }
}

function eventLine(event: ToldEvent, opens: boolean, showArticle: boolean): EventLine {
  const { words, because } = event.sentence
  const named = event.article !== null && words.some((word) => word.text === event.article?.text)
  return {
    at: event.at,
    time: clock(event.at),
    words,
    because: because || null,
    purged: event.purged,
    article: showArticle && !named ? event.article : null,
    href: opens ? `/history/${event.id}` : null,
    digest: short(event.digest),
  }
}

function options(all: string, choices: [value: string, label: string][], chosen: string | number | null): Option[] {
  return [['', all] as const, ...choices].map(([value, label]) => ({ value, label, selected: value === String(chosen ?? '') }))
}

const fact = (term: string, value: string, mono = false) => ({ term, value, mono })
