import { and, desc, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm'
import type { Cleared } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Article } from '../articles/schema.ts'
import { type Db, type Reader, write } from '../db/open.ts'
import { Conflict } from '../errors.ts'
import type { Act } from '../events/acts.ts'
import { payloadOf, record } from '../events/events.ts'
import { type Event, events } from '../events/schema.ts'
import { requireOpen } from './open.ts'
import { restore, type Snapshot, snapshotOf } from './snapshot.ts'

/** The acts that undo reverses: those whose before and after are snapshots. Findings, evidence and queries are never undone, only followed. */
export const undoable = [
  'claim.made',
  'claim.split',
  'claim.merged',
  'claim.recut',
  'claim.dropped',
  'claim.taken_back',
  'claim.confirmed',
  'claim.details_changed',
  'sentence.marked_none',
  'sentence.confirmed',
  'chain.hop_added',
  'chain.hop_changed',
  'chain.hop_removed',
  'chain.hop_moved',
] as const satisfies readonly Act[]

/** The viewer's latest act on an article that can be undone and has not been. */
export function latestUndoable(db: Reader, viewer: Viewer, articleId: number): Event | undefined {
  const undone = db
    .select({ id: events.undoes })
    .from(events)
    .where(and(eq(events.articleId, articleId), eq(events.actorId, viewer.id), sql`${events.undoes} is not null`))
    .all()
  return db
    .select()
    .from(events)
    .where(
      and(
        eq(events.articleId, articleId),
        eq(events.actorId, viewer.id),
        inArray(events.act, [...undoable]),
        isNull(events.undoes),
        notInArray(
          events.id,
          undone.map((event) => event.id ?? 0),
        ),
      ),
    )
    .orderBy(desc(events.id))
    .limit(1)
    .get()
}

/** Reverses the viewer's own latest act by a new event. Refused if anybody has changed the same claims or sentences since. */
export function undoLatest(db: Db, viewer: Viewer, article: Cleared<'check', Article>): void {
  write(db, (tx) => {
    requireOpen(tx, article.id)
    const event = latestUndoable(tx, viewer, article.id)
    if (!event)
      throw new Conflict('There is nothing of yours to undo in this article. A finding is not undone: file another, and both are kept.')
    const before = (payloadOf(tx, event.beforeDigest) ?? { claims: [], sentences: [] }) as Snapshot
    const after = payloadOf(tx, event.afterDigest) as Snapshot | null
    if (after === null) throw new Conflict('What this act changed has been purged, so it cannot be undone.')

    const now = snapshotOf(
      tx,
      after.claims.map((claim) => claim.id),
      after.sentences.map((sentence) => sentence.id),
    )
    // A finding confirms the claim as well: once one was recorded, taking the confirmation back would leave it without.
    const same = event.act.endsWith('.confirmed') ? JSON.stringify(now) === JSON.stringify(after) : cutting(now) === cutting(after)
    if (!same) {
      throw new Conflict(
        'Your latest act cannot be undone: the same words have been changed since. The history of the claim shows by whom.',
      )
    }
    const gone = after.claims.filter((claim) => !before.claims.some((one) => one.id === claim.id)).map((claim) => claim.id)
    restore(tx, withPresentStates(before, after, now), gone)
    record(tx, viewer, {
      act: 'act.undone',
      subjects: event.subjects,
      place: { articleId: article.id, deskId: article.deskId },
      undoes: event.id,
      before: now,
      after: snapshotOf(
        tx,
        now.claims.map((claim) => claim.id),
        now.sentences.map((sentence) => sentence.id),
      ),
    })
  })
}

/** Who must act may have moved on since, without the cutting having changed: states are not compared. */
const cutting = (snapshot: Snapshot): string =>
  JSON.stringify({ ...snapshot, claims: snapshot.claims.map(({ state: _, ...claim }) => claim) })

/** A state is put back only where the undone act had set it and nothing has set it since. */
function withPresentStates(before: Snapshot, after: Snapshot, now: Snapshot): Snapshot {
  const stateIn = (snapshot: Snapshot, id: number) => snapshot.claims.find((claim) => claim.id === id)?.state
  return {
    ...before,
    claims: before.claims.map((claim) => {
      const present = stateIn(now, claim.id)
      return present === stateIn(after, claim.id) || present === undefined ? claim : { ...claim, state: present }
    }),
  }
}
