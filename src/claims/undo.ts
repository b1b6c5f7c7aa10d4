import { and, asc, desc, eq, gt, inArray, isNull, notInArray, sql } from 'drizzle-orm'
import type { Cleared } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Article } from '../articles/schema.ts'
import { type Db, type Reader, write } from '../db/open.ts'
import { Conflict } from '../errors.ts'
import type { Act } from '../events/acts.ts'
import { payloadOf, record } from '../events/events.ts'
import { type Event, events, eventSubjects } from '../events/schema.ts'
import { requireOpen } from '../articles/open.ts'
import { requireOriginalsStand } from './duplicates.ts'
import { reopened, restore, type Snapshot, snapshotOf, sourcesIn } from './snapshot.ts'
import { requireNoOpenCheck } from './under-check.ts'

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

/** Reverses the viewer's own latest act by a new event. Refused if anybody has worked on the same claims or sentences since. */
export function undoLatest(db: Db, viewer: Viewer, article: Cleared<'check', Article>): void {
  write(db, (tx) => {
    requireOpen(tx, article.id)
    const event = latestUndoable(tx, viewer, article.id)
    if (!event)
      throw new Conflict('There is nothing of yours to undo in this article. A finding is not undone: file another, and both are kept.')
    requireUntouched(tx, viewer, event)
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
    const ids = now.claims.map((claim) => claim.id)
    if (cuts.has(event.act)) requireNoOpenCheck(tx, viewer, ids)
    restore(tx, withPresentStates(before, after, now), gone)
    requireOriginalsStand(tx, ids)
    record(tx, viewer, {
      act: 'act.undone',
      subjects: event.subjects,
      place: { articleId: article.id, deskId: article.deskId },
      undoes: event.id,
      before: now,
      after: snapshotOf(
        tx,
        ids,
        now.sentences.map((sentence) => sentence.id),
      ),
    })
  })
}

/** The acts that give claims other words, or take them away: undoing one takes the words from under whoever checks them. */
const cuts: ReadonlySet<Act> = new Set<Act>(['claim.made', 'claim.split', 'claim.merged', 'claim.recut', 'claim.taken_back'])

/** What to do instead of undoing an act by which a claim came or went, once something is recorded on it. */
const instead: Partial<Record<Act, string>> = {
  'claim.made': 'Drop it instead',
  'claim.split': 'Merge the two instead',
  'claim.merged': 'Split them again instead',
}

/** What people record on a claim: it must not lose the claim that it is about. */
const recorded: Partial<Record<Act, string>> = {
  'finding.filed': 'a finding was recorded',
  'evidence.added': 'evidence was added',
  'query.asked': 'the reporter was asked',
  'second_check.taken': 'its second check was taken',
  'pillar.answered': 'a pillar was answered',
}

/**
 * Refuses where somebody else has worked on the same claims or sentences since, whatever they did; and, for an act by which a claim
 * came or went, where anything has been recorded on it since, also by the viewer. A source is no part of this: other articles share it.
 */
function requireUntouched(tx: Reader, viewer: Viewer, event: Event): void {
  const since = tx
    .selectDistinct({ id: events.id, act: events.act, actorId: events.actorId, actorName: events.actorName })
    .from(eventSubjects)
    .innerJoin(events, eq(events.id, eventSubjects.eventId))
    .where(
      and(
        inArray(
          eventSubjects.subject,
          event.subjects.filter((subject) => /^(claim|sentence):/.test(subject)),
        ),
        gt(events.id, event.id),
      ),
    )
    .orderBy(asc(events.id))
    .all()
  const other = since.find((one) => one.actorId !== viewer.id)
  if (other) {
    throw new Conflict(
      `Your latest act cannot be undone: ${other.actorName} has worked on the same words since. The history of the claim shows what they did.`,
    )
  }
  const kept = since.map((one) => recorded[one.act]).find((words) => words !== undefined)
  const advice = instead[event.act]
  if (kept && advice) throw new Conflict(`Your latest act cannot be undone: ${kept} on the claim since, and would lose it. ${advice}.`)
}

/** Who must act may have moved on since, without the cutting having changed: states are not compared. */
const cutting = (snapshot: Snapshot): string =>
  JSON.stringify({ ...snapshot, claims: snapshot.claims.map(({ state: _, ...claim }) => claim) })

/**
 * A state is put back only where the undone act had set it and nothing has set it since.
 * What was found meanwhile was about the words and the chain that go now: the claim must be looked at again.
 */
function withPresentStates(before: Snapshot, after: Snapshot, now: Snapshot): Snapshot {
  return {
    ...before,
    claims: before.claims.map((claim) => {
      const present = now.claims.find((one) => one.id === claim.id)
      if (!present || present.state === after.claims.find((one) => one.id === claim.id)?.state) return claim
      const moved = present.wording !== claim.wording || sourcesIn(present.chain) !== sourcesIn(claim.chain)
      return { ...claim, state: moved ? reopened(present.state) : present.state }
    }),
  }
}
