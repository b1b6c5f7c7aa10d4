import { and, asc, eq, isNull } from 'drizzle-orm'
import { type Db, type Reader, write } from '../db/open.ts'
import { Conflict, Unusable } from '../errors.ts'
import { record } from '../events/events.ts'
import type { Cleared } from './policy.ts'
import { auditorRights, desks, memberships, users } from './schema.ts'
import type { Viewer } from './viewer.ts'

/** Somebody who may read a desk's audits without being on it. */
export interface AuditorOfDesk {
  userId: number
  name: string
  email: string
  givenBy: string
  givenAt: string
}

const standing = isNull(auditorRights.withdrawnAt)

/** The desks that a person may audit without being on them, by name. */
export function auditedBy(db: Reader, userId: number): { id: number; name: string }[] {
  const own = db.select({ deskId: memberships.deskId }).from(memberships).where(eq(memberships.userId, userId)).all()
  return db
    .select({ id: desks.id, name: desks.name })
    .from(auditorRights)
    .innerJoin(desks, eq(desks.id, auditorRights.deskId))
    .where(and(eq(auditorRights.userId, userId), standing))
    .orderBy(asc(desks.name))
    .all()
    .filter(({ id }) => !own.some(({ deskId }) => deskId === id))
}

/** Who may audit a desk without being on it, by name. For its admins. */
export function listAuditors(db: Reader, { deskId }: Cleared<'administer', { deskId: number }>): AuditorOfDesk[] {
  const names = new Map(
    db
      .select({ id: users.id, name: users.name })
      .from(users)
      .all()
      .map(({ id, name }) => [id, name]),
  )
  return db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      givenBy: auditorRights.givenBy,
      givenAt: auditorRights.givenAt,
    })
    .from(auditorRights)
    .innerJoin(users, eq(users.id, auditorRights.userId))
    .where(and(eq(auditorRights.deskId, deskId), standing))
    .orderBy(asc(users.name))
    .all()
    .map((one) => ({ ...one, givenBy: names.get(one.givenBy) ?? '' }))
}

/**
 * Lets somebody who has an account read the audits of a desk. Throws `Unusable` where nobody has such an account or they are on the
 * desk, `Conflict` where they have the right already.
 */
export function letAudit(db: Db, viewer: Viewer, desk: Cleared<'administer', { deskId: number }>, email: string): string {
  return write(db, (tx) => {
    const person = tx
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(and(eq(users.email, email), isNull(users.deactivatedAt)))
      .get()
    if (!person)
      throw new Unusable('Nobody with an account here has this address. Invite them to a desk first; a reader’s role will do.', 'email')
    const member = tx
      .select({ role: memberships.role })
      .from(memberships)
      .where(and(eq(memberships.userId, person.id), eq(memberships.deskId, desk.deskId)))
      .get()
    if (member) throw new Unusable(`${person.name} is on this desk and reads its audits anyway.`, 'email')
    if (auditedBy(tx, person.id).some(({ id }) => id === desk.deskId))
      throw new Conflict(`${person.name} may read the audits of this desk already.`)
    tx.insert(auditorRights).values({ userId: person.id, deskId: desk.deskId, givenBy: viewer.id, givenAt: new Date().toISOString() }).run()
    record(tx, viewer, about('auditor.let_in', desk.deskId, person))
    return person.name
  })
}

/** Takes the right away again; that it stood, and since when, stays on record. */
export function removeAuditor(db: Db, viewer: Viewer, desk: Cleared<'administer', { deskId: number }>, userId: number): void {
  write(db, (tx) => {
    const gone = tx
      .update(auditorRights)
      .set({ withdrawnBy: viewer.id, withdrawnAt: new Date().toISOString() })
      .where(and(eq(auditorRights.userId, userId), eq(auditorRights.deskId, desk.deskId), standing))
      .run()
    if (gone.changes === 0) throw new Conflict('They no longer have this right.')
    const person = tx.select({ id: users.id, name: users.name }).from(users).where(eq(users.id, userId)).get()
    record(tx, viewer, about('auditor.removed', desk.deskId, { id: userId, name: person?.name ?? '' }))
  })
}

const about = (act: 'auditor.let_in' | 'auditor.removed', deskId: number, { id, name }: { id: number; name: string }) => ({
  act,
  subjects: [`person:${id}`],
  place: { deskId },
  after: { name },
})
