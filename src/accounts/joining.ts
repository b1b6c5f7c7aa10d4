import { and, eq } from 'drizzle-orm'
import { type Db, type Reader, type Tx, write } from '../db/open.ts'
import { Conflict } from '../errors.ts'
import { record } from '../events/events.ts'
import type { Role } from '../vocabulary.ts'
import { DeadLink, endLinks, findLink, type MadeLink, makeLink, useLink } from './links.ts'
import { hashPassword, refuseWeakPassword } from './passwords.ts'
import { findUserByEmailIfAny, isEmpty } from './queries.ts'
import { desks, memberships, type User, users } from './schema.ts'
import { desksOf, openSession } from './sessions.ts'
import type { Viewer } from './viewer.ts'

/** A door opened by a link: who came in, and the token of their session. */
export interface Entered {
  viewer: Viewer
  deskId: number
  token: string
}

/** Makes the link to set Linecheck up, and ends those made before; null once anybody has an account. */
export function makeSetupLink(db: Db): MadeLink | null {
  return write(db, (tx) => {
    if (!isEmpty(tx)) return null
    endLinks(tx, { purpose: 'setup' })
    return makeLink(tx, { purpose: 'setup' })
  })
}

/** The setup link, while it is good and nobody has an account. */
export function checkSetupLink(db: Reader, token: string): ReturnType<typeof findLink> {
  if (!isEmpty(db)) throw new DeadLink()
  return findLink(db, 'setup', token)
}

export interface Setup {
  name: string
  email: string
  password: string
  desk: string
  outlet: string
}

/** Makes the first admin and the first desk, and consumes the link. */
export async function completeSetup(db: Db, token: string, form: Setup): Promise<Entered> {
  checkSetupLink(db, token)
  refuseWeakPassword(form.password, form)
  const passwordHash = await hashPassword(form.password)
  return write(db, (tx) => {
    useLink(tx, checkSetupLink(tx, token))
    const createdAt = new Date().toISOString()
    const desk = tx.insert(desks).values({ name: form.desk, outlet: form.outlet, createdAt }).returning().get()
    const user = addUser(tx, form, passwordHash)
    tx.insert(memberships).values({ userId: user.id, deskId: desk.id, role: 'admin' }).run()
    record(tx, user, {
      act: 'setup.completed',
      subjects: [`desk:${desk.id}`, `person:${user.id}`],
      place: { deskId: desk.id },
      after: { name: user.name, email: user.email, desk: desk.name, outlet: desk.outlet },
    })
    return enter(tx, user, desk.id)
  })
}

/** An invitation, while it is good. `account` is there if somebody with its e-mail address has one already. */
export interface OpenInvitation {
  token: string
  deskId: number
  desk: string
  role: Role
  email: string
  account: User | null
}

export function findInvitation(db: Reader, token: string): OpenInvitation {
  const { deskId, role, email } = findLink(db, 'invitation', token)
  const desk = deskId === null ? undefined : db.select().from(desks).where(eq(desks.id, deskId)).get()
  if (!desk || role === null || email === null) throw new DeadLink()
  return { token, deskId: desk.id, desk: desk.name, role, email, account: findUserByEmailIfAny(db, email) ?? null }
}

/** Joins the desk of an invitation as somebody new, and consumes the link. */
export async function join(db: Db, token: string, form: { name: string; password: string }): Promise<Entered> {
  const { email } = findInvitation(db, token)
  refuseWeakPassword(form.password, { name: form.name, email })
  const passwordHash = await hashPassword(form.password)
  return write(db, (tx) => {
    const invitation = findInvitation(tx, token)
    if (invitation.account)
      throw new Conflict(
        'An account with this e-mail address was made meanwhile. Open the link again, and give the password of that account.',
      )
    return enterBy(tx, invitation, addUser(tx, { name: form.name, email }, passwordHash))
  })
}

/** Whose account it is; with the hash of the password that proved it, where one did. */
type Proved = Pick<User, 'id'> & Partial<Pick<User, 'passwordHash'>>

/** Joins the desk of an invitation with the account one has, once its password or a session has proved whose it is. */
export function joinWithAccount(db: Db, token: string, proved: Proved): Entered {
  return write(db, (tx) => {
    const invitation = findInvitation(tx, token)
    if (!invitation.account || invitation.account.id !== proved.id) {
      throw new Conflict(`This invitation is for ${invitation.email}. Sign in with that address to use it.`)
    }
    // Proving took a moment, in which the password may have been changed to keep somebody out.
    if (proved.passwordHash !== undefined && proved.passwordHash !== invitation.account.passwordHash)
      throw new Conflict('The password of this account was changed meanwhile. Open the link again, and give the new one.')
    return enterBy(tx, invitation, invitation.account)
  })
}

function enterBy(tx: Tx, invitation: OpenInvitation, user: User): Entered {
  if (user.deactivatedAt !== null) throw new Conflict('This account is deactivated. Ask an admin of your desk to reactivate it.')
  useLink(tx, findLink(tx, 'invitation', invitation.token))
  const there = tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.userId, user.id), eq(memberships.deskId, invitation.deskId)))
    .get()
  if (there) throw new Conflict('You are on this desk already. An admin of the desk can change your role.')
  tx.insert(memberships).values({ userId: user.id, deskId: invitation.deskId, role: invitation.role }).run()
  // Whoever made a link to this account may know nothing of the desk that it now opens too.
  endLinks(tx, { purpose: 'password_reset', userId: user.id })
  record(tx, user, {
    act: 'person.joined',
    subjects: [`person:${user.id}`, `desk:${invitation.deskId}`],
    place: { deskId: invitation.deskId },
    after: { name: user.name, email: user.email, role: invitation.role },
  })
  return enter(tx, user, invitation.deskId)
}

function addUser(tx: Tx, { name, email }: { name: string; email: string }, passwordHash: string): User {
  return tx.insert(users).values({ name, email, passwordHash, createdAt: new Date().toISOString() }).returning().get()
}

function enter(tx: Tx, user: User, deskId: number): Entered {
  const { id, name, email, shortcuts } = user
  return { viewer: { id, name, email, shortcuts, desks: desksOf(tx, id) }, deskId, token: openSession(tx, id) }
}
