import { and, eq, isNull } from 'drizzle-orm'
import { can, type Cleared } from '../accounts/policy.ts'
import { memberships, users } from '../accounts/schema.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { type Article, articles } from '../articles/schema.ts'
import { nobodyElseChanged } from '../claims/desk-forms.ts'
import { requireOpen } from '../articles/open.ts'
import type { ClaimOnDesk } from '../claims/queries.ts'
import { claims } from '../claims/schema.ts'
import { requireOriginalsStand } from '../claims/duplicates.ts'
import { snapshotOf } from '../claims/snapshot.ts'
import { requireNoOpenCheck } from '../claims/under-check.ts'
import { type Db, type Tx, write } from '../db/open.ts'
import { Conflict, Forbidden, Unusable } from '../errors.ts'
import { record } from '../events/events.ts'
import type { Need } from '../vocabulary.ts'
import { claimInWork, claimNow, opinionsAbout, setState, standingOf, stateOfWork } from './work.ts'

/** Says what a claim waits for, and since when. */
export function setWaiting(
  db: Db,
  viewer: Viewer,
  claim: Cleared<'check', ClaimOnDesk>,
  form: { seen: number; need: Need; since: string },
): void {
  write(db, (tx) => {
    nobodyElseChanged(tx, viewer, claim, form.seen)
    requireOpen(tx, claim.articleId)
    const before = standingOf(claimInWork(tx, claim.id))
    const after = { state: 'waiting', waitingFor: form.need, waitingSince: form.since } as const
    tx.update(claims).set(after).where(eq(claims.id, claim.id)).run()
    record(tx, viewer, { act: 'claim.waiting', subjects: [`claim:${claim.id}`], place: claim, before, after })
  })
}

/** Takes a waiting claim up again, where its findings have it. */
export function resumeClaim(db: Db, viewer: Viewer, claim: Cleared<'check', ClaimOnDesk>, form: { seen: number }): void {
  write(db, (tx) => {
    nobodyElseChanged(tx, viewer, claim, form.seen)
    requireOpen(tx, claim.articleId)
    const now = claimInWork(tx, claim.id)
    if (now.state !== 'waiting') throw new Conflict(`Claim ${claim.number} is not waiting for anything.`)
    const state = stateOfWork(opinionsAbout(tx, now))
    setState(tx, claim.id, state)
    record(tx, viewer, {
      act: 'claim.resumed',
      subjects: [`claim:${claim.id}`],
      place: claim,
      before: standingOf(now),
      after: { state },
    })
  })
}

/** Who has it, and by when; `undefined` leaves the date as it is. */
export interface Assignment {
  assigneeId: number | null
  dueAt?: string | null | undefined
}

/** Gives a claim to somebody. An editor gives it to anyone who may check on the desk; a checker takes it, or lets go of their own. */
export function assignClaim(db: Db, viewer: Viewer, claim: Cleared<'check', ClaimOnDesk>, form: Assignment & { seen: number }): void {
  write(db, (tx) => {
    nobodyElseChanged(tx, viewer, claim, form.seen)
    requireOpen(tx, claim.articleId)
    const now = claimInWork(tx, claim.id)
    const theirOwn = form.assigneeId === viewer.id || (form.assigneeId === null && now.assigneeId === viewer.id)
    if (!can(viewer, 'edit', claim.deskId) && (!theirOwn || form.dueAt !== undefined)) {
      throw new Forbidden(
        'Only an editor gives claims to others or sets when they are due. You can take a claim yourself, or let go of your own.',
      )
    }
    const assignee = form.assigneeId === null ? null : checkerOn(tx, claim.deskId, form.assigneeId)
    const state = assignee && now.state === 'new' ? 'assigned' : !assignee && now.state === 'assigned' ? 'new' : now.state
    const dueAt = form.dueAt === undefined ? now.dueAt : form.dueAt
    tx.update(claims).set({ assigneeId: form.assigneeId, dueAt, state }).where(eq(claims.id, claim.id)).run()
    record(tx, viewer, {
      act: 'claim.assigned',
      subjects: [`claim:${claim.id}`],
      place: claim,
      before: { assigneeId: now.assigneeId, dueAt: now.dueAt, state: now.state },
      after: { assigneeId: form.assigneeId, assignee: assignee?.name ?? null, dueAt, state },
    })
  })
}

/** Gives the whole piece to somebody, and says by when. */
export function assignArticle(db: Db, editor: Viewer, article: Cleared<'edit', Article>, form: Assignment): void {
  write(db, (tx) => {
    const assignee = form.assigneeId === null ? null : checkerOn(tx, article.deskId, form.assigneeId)
    const dueAt = form.dueAt === undefined ? article.dueAt : form.dueAt
    tx.update(articles).set({ assigneeId: form.assigneeId, dueAt }).where(eq(articles.id, article.id)).run()
    record(tx, editor, {
      act: 'article.assigned',
      subjects: [`article:${article.id}`],
      place: { articleId: article.id, deskId: article.deskId },
      before: { assigneeId: article.assigneeId, dueAt: article.dueAt },
      after: { assigneeId: form.assigneeId, assignee: assignee?.name ?? null, dueAt },
    })
  })
}

/** Records that the words of a claim were removed from the copy. Its record stays; it needs no finding any more. */
export function cutClaim(db: Db, viewer: Viewer, claim: Cleared<'check', ClaimOnDesk>, form: { seen: number; reason: string }): void {
  write(db, (tx) => {
    nobodyElseChanged(tx, viewer, claim, form.seen)
    requireOpen(tx, claim.articleId)
    const now = claimInWork(tx, claim.id)
    requireNoOpenCheck(tx, viewer, [claim.id])
    setState(tx, claim.id, 'cut')
    requireOriginalsStand(tx, [claim.id])
    record(tx, viewer, {
      act: 'claim.cut',
      subjects: [`claim:${claim.id}`],
      place: claim,
      before: standingOf(now),
      after: { state: 'cut', reason: form.reason },
    })
  })
}

/** Brings a claim back whose words stand in the copy after all. */
export function restoreClaim(db: Db, viewer: Viewer, claim: Cleared<'check', ClaimOnDesk>, form: { seen: number; reason: string }): void {
  write(db, (tx) => {
    nobodyElseChanged(tx, viewer, claim, form.seen)
    requireOpen(tx, claim.articleId)
    if (claimNow(tx, claim.id).state !== 'cut') throw new Conflict(`Claim ${claim.number} has not been cut from the copy.`)
    const before = snapshotOf(tx, [claim.id])
    setState(tx, claim.id, 'reopened')
    record(tx, viewer, {
      act: 'claim.taken_back',
      subjects: [`claim:${claim.id}`],
      place: claim,
      before,
      after: { ...snapshotOf(tx, [claim.id]), reason: form.reason },
    })
  })
}

/** A person who may check on this desk; anybody else cannot be given anything here. */
function checkerOn(tx: Tx, deskId: number, userId: number): { name: string } {
  const person = tx
    .select({ name: users.name, role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.deskId, deskId), eq(memberships.userId, userId), isNull(users.deactivatedAt)))
    .get()
  if (!person || person.role === 'reader') throw new Unusable('Choose somebody who checks on this desk.', 'assignee')
  return person
}
