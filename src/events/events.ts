import { createHash, randomBytes } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import type { Reader, Tx } from '../db/open.ts'
import { inPieces } from '../db/pieces.ts'
import type { Act } from './acts.ts'
import { type Event, events, eventSubjects, payloads } from './schema.ts'

/** Who acts: a person, or the program itself where nobody has signed in yet. */
export interface Actor {
  id: number | null
  name: string
}
export const theProgram: Actor = { id: null, name: 'Linecheck' }

/** Where an act belongs, and so who may read of it. Acts on people and desks have no article. */
export interface Place {
  articleId?: number | null
  deskId: number | null
}

export interface Change {
  act: Act
  /** The main thing first, e.g. `['claim:12', 'claim:13']`. */
  subjects: string[]
  place: Place
  /** What was there before; absent for what is new. */
  before?: unknown
  /** What is there now, creation values included; absent for what is gone. */
  after?: unknown
  undoes?: number
}

/** The digest that stands before the first event. */
export const genesis = '0'.repeat(64)

/**
 * Writes one event at the end of the chain and returns it.
 * Takes a transaction, never the database, so an event cannot outlive the change that it records.
 */
export function record(tx: Tx, actor: Actor, change: Change): Event {
  const last = tx.select({ id: events.id, digest: events.digest }).from(events).orderBy(desc(events.id)).limit(1).get()
  const unsealed = {
    id: (last?.id ?? 0) + 1,
    at: new Date().toISOString(),
    actorId: actor.id,
    actorName: actor.name,
    act: change.act,
    subjects: change.subjects,
    articleId: change.place.articleId ?? null,
    deskId: change.place.deskId,
    beforeDigest: keep(tx, change.before),
    afterDigest: keep(tx, change.after),
    undoes: change.undoes ?? null,
    previous: last?.digest ?? genesis,
  }
  const event = tx
    .insert(events)
    .values({ ...unsealed, digest: digestOf(unsealed) })
    .returning()
    .get()
  const subjects = [...new Set(change.subjects)].map((subject) => ({ subject, eventId: event.id }))
  for (const piece of inPieces(subjects)) tx.insert(eventSubjects).values(piece).run()
  return event
}

/** The SHA-256 (hexadecimal) that seals an event, over all its fields and so over the digest before it. */
export function digestOf(event: Omit<Event, 'digest'>): string {
  return sha256(
    JSON.stringify([
      event.id,
      event.at,
      event.actorId,
      event.actorName,
      event.act,
      event.subjects,
      event.articleId,
      event.deskId,
      event.beforeDigest,
      event.afterDigest,
      event.undoes,
      event.previous,
    ]),
  )
}

export function sha256(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Where the chain ends now: the number of events and the digest of the last. Printed on reports; later shown unchanged by `verify`. */
export function chainHead(db: Reader): { events: number; digest: string } {
  const last = db.select({ id: events.id, digest: events.digest }).from(events).orderBy(desc(events.id)).limit(1).get()
  return { events: last?.id ?? 0, digest: last?.digest ?? genesis }
}

/** What an event kept of before or after; undefined where there was nothing, `null` where it has been purged. */
export function payloadOf(db: Reader, digest: string | null): unknown {
  if (digest === null) return undefined
  const body = db.select({ body: payloads.body }).from(payloads).where(eq(payloads.digest, digest)).get()?.body
  return body == null ? null : (JSON.parse(body) as { value: unknown }).value
}

function keep(tx: Tx, value: unknown): string | null {
  if (value === undefined) return null
  const body = JSON.stringify({ salt: randomBytes(16).toString('hex'), value })
  const digest = sha256(body)
  tx.insert(payloads).values({ digest, body }).run()
  return digest
}
