import type { Db } from '../db/open.ts'
import { plural } from '../web/words.ts'
import { digestOf, genesis, sha256 } from '../events/events.ts'
import type { Event } from '../events/schema.ts'
import type { Findings } from './verify.ts'

/** Where the chain ended at some moment: how many events there were, and the digest of the last. */
export interface Head {
  events: number
  digest: string
}

type Row = Omit<Event, 'subjects'> & { subjects: string }

const eventRows = `SELECT id, at, actor_id AS actorId, actor_name AS actorName, act, subjects, article_id AS articleId, desk_id AS deskId,
  before_digest AS beforeDigest, after_digest AS afterDigest, undoes, previous, digest FROM events ORDER BY id`

/** Walks the whole chain, event by event, and holds it against a head printed earlier. */
export function checkChain(db: Db, found: Findings, expected?: Head): void {
  let head: Head = { events: 0, digest: genesis }
  let printed: string | null = expected?.events === 0 ? genesis : null
  function* broken(): Generator<string> {
    for (const row of db.$client.prepare<[], Row>(eventRows).iterate()) {
      if (row.id !== head.events + 1) yield gap(head.events + 1, row.id)
      if (digestNow(row) !== row.digest) yield `event ${row.id} is not what was written: its digest does not fit it.`
      else if (row.previous !== head.digest) yield `event ${row.id} does not follow on the event before it, which has another digest now.`
      head = { events: row.id, digest: row.digest }
      if (row.id === expected?.events) printed = row.digest
    }
  }
  found.all(broken(), () => `The chain holds: ${plural(head.events, 'event')}, each sealed over the one before.`)
  found.say(`Head of the chain: event ${head.events}, ${head.digest}`)
  found.all(unlisted(db), () => 'Every event is found under what it is about.')
  if (expected) holdAgainst(found, expected, head, printed)
}

function holdAgainst(found: Findings, expected: Head, head: Head, printed: string | null): void {
  if (expected.events > head.events) {
    found.problem(
      `the record ends at event ${head.events}, before event ${expected.events} that was printed: events have been taken away, or this is an older copy.`,
    )
  } else if (printed !== expected.digest) {
    found.problem(`event ${expected.events} has another digest now than was printed: the past was rewritten.`)
  } else {
    const since = head.events - expected.events
    found.say(`The head that was printed is contained unchanged; ${since === 0 ? 'nothing was done' : plural(since, 'event')} since.`)
  }
}

function digestNow(row: Row): string {
  try {
    return digestOf({ ...row, subjects: JSON.parse(row.subjects) as string[] })
  } catch {
    return 'unreadable'
  }
}

const gap = (from: number, next: number): string =>
  next - from === 1 ? `event ${from} is missing.` : `events ${from} to ${next - 1} are missing.`

/** What an event is about; nothing where that can no longer be read, which the chain then tells. */
const listed = "CASE WHEN json_valid(events.subjects) THEN events.subjects ELSE '[]' END"

/** Events that the index of subjects leaves out or makes up: they would be missing from, or added to, the history of a claim. */
function* unlisted(db: Db): Generator<string> {
  const missing = db.$client.prepare<
    [],
    { id: number; subject: string }
  >(`SELECT events.id, subject.value AS subject FROM events, json_each(${listed}) AS subject
    WHERE NOT EXISTS (SELECT 1 FROM event_subjects s WHERE s.subject = subject.value AND s.event_id = events.id)`)
  for (const row of missing.iterate()) yield `event ${row.id} is not found under ${row.subject}, which it is about.`
  const added = db.$client.prepare<
    [],
    { id: number; subject: string }
  >(`SELECT s.event_id AS id, s.subject FROM event_subjects s LEFT JOIN events ON events.id = s.event_id
    WHERE events.id IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(${listed}) AS subject WHERE subject.value = s.subject)`)
  for (const row of added.iterate()) yield `event ${row.id} is listed under ${row.subject}, which it is not about.`
}

interface Payload {
  digest: string
  body: string | null
  purgedBy: number | null
  act: string | null
  subjects: string | null
}

/** Holds what events kept against its digests. What was purged must have been purged by an event that says so. */
export function checkPayloads(db: Db, found: Findings): void {
  let kept = 0
  let purged = 0
  function* broken(): Generator<string> {
    const rows = db.$client.prepare<[], Payload>(
      `SELECT p.digest, p.body, p.purged_by AS purgedBy, e.act, e.subjects FROM payloads p LEFT JOIN events e ON e.id = p.purged_by`,
    )
    for (const { digest, body, purgedBy, act, subjects } of rows.iterate()) {
      if (body !== null) {
        kept++
        if (sha256(body) !== digest) yield `what ${holders(db, digest)} kept was changed after it was written.`
      } else if (act === 'payload.purged' && subjects?.includes(`"payload:${digest}"`)) {
        purged++
      } else {
        yield `what ${holders(db, digest)} kept is gone, and ${purgedBy === null ? 'no event' : `not event ${purgedBy}`} says that it was purged.`
      }
    }
    for (const { id } of db.$client
      .prepare<[], { id: number }>(`SELECT e.id FROM events e
      WHERE (e.before_digest IS NOT NULL AND NOT EXISTS (SELECT 1 FROM payloads WHERE digest = e.before_digest))
         OR (e.after_digest IS NOT NULL AND NOT EXISTS (SELECT 1 FROM payloads WHERE digest = e.after_digest))`)
      .iterate()) {
      yield `what event ${id} kept is missing altogether.`
    }
  }
  found.all(broken(), () => `What the events kept fits its digests: ${plural(kept, 'piece')}.`)
  if (purged > 0) found.say(`Purged, as the history says: ${plural(purged, 'piece')} of what events kept.`)
}

/** The event that a digest belongs to, for a sentence. */
function holders(db: Db, digest: string): string {
  const event = db.$client
    .prepare<[string, string], { id: number }>('SELECT id FROM events WHERE before_digest = ? OR after_digest = ?')
    .get(digest, digest)
  return event ? `event ${event.id}` : `no event (digest ${digest.slice(0, 8)})`
}
