import { and, eq, isNull } from 'drizzle-orm'
import { type Db, type Reader, type Tx, write } from '../db/open.ts'
import { Conflict, Unusable } from '../errors.ts'
import { record, sha256 } from '../events/events.ts'
import { attempt, fromAddress, onAccount } from './attempts.ts'
import { endLinks, findLink, useLink } from './links.ts'
import { hashPassword, isPassword, refuseWeakPassword } from './passwords.ts'
import { findUserByEmailIfAny } from './queries.ts'
import { sessions, type User, users } from './schema.ts'
import { openSession } from './sessions.ts'
import type { Viewer } from './viewer.ts'

export interface Credentials {
  email: string
  password: string
}

/** Signs a person in and returns their session's token. One sentence for every reason not to, and the same time for each. */
export async function signIn(db: Db, given: Credentials, ip: string | undefined): Promise<string> {
  const user = await provePassword(db, given, ip)
  return write(db, (tx) => {
    const now = findUserByEmailIfAny(tx, given.email)
    // Proving took a moment, in which the password may have been changed to keep somebody out.
    if (now?.passwordHash !== user.passwordHash || now.deactivatedAt !== null) throw wrongPassword()
    return openSession(tx, user.id)
  })
}

/** The account whose e-mail address and password these are. Tries are counted, by account and by where they come from. */
export function provePassword(db: Db, { email, password }: Credentials, ip: string | undefined): Promise<User> {
  return attempt(db, [fromAddress(ip), onAccount(email)], async () => {
    const user = findUserByEmailIfAny(db, email)
    const right = await isPassword(user?.passwordHash, password)
    if (!user || !right || user.deactivatedAt !== null) throw wrongPassword()
    return user
  })
}

const wrongPassword = (): Unusable =>
  new Unusable(
    'That e-mail address and password do not belong together here. Try again, or ask an admin of your desk for a new password link.',
  )

export function signOut(db: Db, token: string | undefined): void {
  if (token)
    write(db, (tx) => {
      tx.delete(sessions)
        .where(eq(sessions.tokenHash, sha256(token)))
        .run()
    })
}

/** Ends every session of the person, this one too. */
export function signOutEverywhere(db: Db, viewer: Viewer): void {
  write(db, (tx) => {
    const ended = endSessions(tx, viewer.id)
    record(tx, viewer, {
      act: 'person.signed_out_everywhere',
      subjects: [`person:${viewer.id}`],
      place: { deskId: null },
      after: { sessions: ended },
    })
  })
}

/** Changes the person's own password, ends all their sessions, and returns the token of a new one. */
export async function changePassword(
  db: Db,
  viewer: Viewer,
  form: { current: string; password: string },
  ip: string | undefined,
): Promise<string> {
  refuseWeakPassword(form.password, viewer)
  const proved = await attempt(db, [fromAddress(ip), onAccount(viewer.email)], async () => {
    const user = findUserByEmailIfAny(db, viewer.email)
    if (!(await isPassword(user?.passwordHash, form.current))) throw new Unusable('This is not your present password.', 'current')
    return user
  })
  const passwordHash = await hashPassword(form.password)
  return write(db, (tx) => {
    const now = findUserByEmailIfAny(tx, viewer.email)
    if (!now || now.passwordHash !== proved?.passwordHash || now.deactivatedAt !== null)
      throw new Conflict('Your password or your account was changed meanwhile, so nothing was done. Sign in again.')
    return putPassword(tx, now, passwordHash, 'own')
  })
}

/** Consumes a link to a new password, ends all sessions of its person, and returns the token of a new one. */
export async function chooseNewPassword(db: Db, token: string, password: string): Promise<string> {
  refuseWeakPassword(password, personOfLink(db, token))
  const passwordHash = await hashPassword(password)
  return write(db, (tx) => {
    const link = findLink(tx, 'password_reset', token)
    const person = personOfLink(tx, token)
    useLink(tx, link)
    return putPassword(tx, person, passwordHash, 'link')
  })
}

/** Whose new password a link is for. */
export function personOfLink(db: Reader, token: string): User {
  const link = findLink(db, 'password_reset', token)
  const person =
    link.userId === null
      ? undefined
      : db
          .select()
          .from(users)
          .where(and(eq(users.id, link.userId), isNull(users.deactivatedAt)))
          .get()
  if (!person) throw new Conflict('This account is deactivated. Ask an admin of your desk to reactivate it.')
  return person
}

export function setShortcuts(db: Db, viewer: Viewer, shortcuts: boolean): void {
  write(db, (tx) => {
    tx.update(users).set({ shortcuts }).where(eq(users.id, viewer.id)).run()
    record(tx, viewer, {
      act: 'person.settings_changed',
      subjects: [`person:${viewer.id}`],
      place: { deskId: null },
      before: { shortcuts: viewer.shortcuts },
      after: { shortcuts },
    })
  })
}

function putPassword(tx: Tx, person: { id: number; name: string }, passwordHash: string, by: 'own' | 'link'): string {
  tx.update(users).set({ passwordHash }).where(eq(users.id, person.id)).run()
  endLinks(tx, { purpose: 'password_reset', userId: person.id })
  const ended = endSessions(tx, person.id)
  record(tx, person, {
    act: 'person.password_changed',
    subjects: [`person:${person.id}`],
    place: { deskId: null },
    after: { by, sessionsEnded: ended },
  })
  return openSession(tx, person.id)
}

/** Ends every session of a person; returns how many there were. */
export function endSessions(tx: Tx, userId: number): number {
  return tx.delete(sessions).where(eq(sessions.userId, userId)).run().changes
}
