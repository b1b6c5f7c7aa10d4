import { and, eq, isNull } from 'drizzle-orm'
import { type Db, type Tx, write } from '../db/open.ts'
import { Conflict, Refusal, Unusable } from '../errors.ts'
import { type Actor, record, theProgram } from '../events/events.ts'
import type { Role } from '../vocabulary.ts'
import { endLinks, endLinksWithoutRight, type MadeLink, makeLink } from './links.ts'
import type { Cleared } from './policy.ts'
import { countOtherAdmins, deskIdsOf, type DeskOfMine, findUserByEmailIfAny, type Invitation, type Member } from './queries.ts'
import { desks, memberships, users } from './schema.ts'
import { endSessions } from './signing-in.ts'
import type { Viewer } from './viewer.ts'

/** Makes a one-time link by which somebody joins the desk. An earlier one to the same address ends. */
export function invite(db: Db, viewer: Viewer, desk: Cleared<'administer', DeskOfMine>, form: { email: string; role: Role }): MadeLink {
  return write(db, (tx) => {
    const there = findUserByEmailIfAny(tx, form.email)
    if (there && deskIdsOf(tx, there.id).includes(desk.id)) throw new Unusable(`${there.name} is on this desk already.`, 'email')
    endLinks(tx, { purpose: 'invitation', deskId: desk.id, email: form.email })
    const link = makeLink(tx, { purpose: 'invitation', deskId: desk.id, madeBy: viewer.id, ...form })
    record(tx, viewer, { act: 'person.invited', subjects: [`desk:${desk.id}`], place: desk, after: { ...form, expiresAt: link.expiresAt } })
    return link
  })
}

/** Ends an invitation that nobody has used. */
export function withdrawInvitation(
  db: Db,
  viewer: Viewer,
  desk: Cleared<'administer', DeskOfMine>,
  invitation: Pick<Invitation, 'email'>,
): void {
  write(db, (tx) => {
    if (endLinks(tx, { purpose: 'invitation', deskId: desk.id, email: invitation.email }) === 0) {
      throw new Conflict('This invitation has been used, has expired or was withdrawn already.')
    }
    record(tx, viewer, {
      act: 'person.invitation_withdrawn',
      subjects: [`desk:${desk.id}`],
      place: desk,
      before: { email: invitation.email },
    })
  })
}

/** Gives a person another role on the desk. The last admin stays one. */
export function changeRole(db: Db, viewer: Viewer, member: Cleared<'administer', Member>, role: Role): void {
  if (role === member.role) return
  write(db, (tx) => {
    if (role !== 'admin') keepAnAdmin(tx, member.deskId, member)
    const changed = tx
      .update(memberships)
      .set({ role })
      .where(and(eq(memberships.userId, member.id), eq(memberships.deskId, member.deskId), eq(memberships.role, member.role)))
      .run()
    if (changed.changes === 0) throw new Conflict(`Somebody else has just changed the role of ${member.name}. Look again.`)
    endLinksWithoutRight(tx, member.id)
    record(tx, viewer, {
      ...about(member, 'person.role_changed'),
      before: { name: member.name, role: member.role },
      after: { name: member.name, role },
    })
  })
}

/** Takes a person off the desk; what they did there stays. */
export function removeFromDesk(db: Db, viewer: Viewer, member: Cleared<'administer', Member>): void {
  write(db, (tx) => {
    keepAnAdmin(tx, member.deskId, member)
    const gone = tx
      .delete(memberships)
      .where(and(eq(memberships.userId, member.id), eq(memberships.deskId, member.deskId)))
      .run()
    if (gone.changes === 0) throw new Conflict(`${member.name} is no longer on this desk.`)
    endLinksWithoutRight(tx, member.id)
    record(tx, viewer, { ...about(member, 'person.removed'), before: { name: member.name, role: member.role } })
  })
}

/** Closes a person's account: their sessions and links end, and nothing opens it but reactivating. */
export function deactivate(db: Db, viewer: Viewer, member: Cleared<'whole_account', Member>): void {
  if (member.id === viewer.id) throw new Conflict('You cannot deactivate your own account. Ask another admin.')
  write(db, (tx) => {
    for (const deskId of deskIdsOf(tx, member.id)) keepAnAdmin(tx, deskId, member)
    const closed = tx
      .update(users)
      .set({ deactivatedAt: new Date().toISOString() })
      .where(and(eq(users.id, member.id), isNull(users.deactivatedAt)))
      .run()
    if (closed.changes === 0) throw new Conflict(`The account of ${member.name} is deactivated already.`)
    endSessions(tx, member.id)
    endLinks(tx, { purpose: 'password_reset', userId: member.id })
    endLinksWithoutRight(tx, member.id)
    record(tx, viewer, { ...about(member, 'person.deactivated'), before: { name: member.name } })
  })
}

export function reactivate(db: Db, viewer: Viewer, member: Cleared<'whole_account', Member>): void {
  if (member.deactivatedAt === null) throw new Conflict(`The account of ${member.name} is open.`)
  write(db, (tx) => {
    tx.update(users).set({ deactivatedAt: null }).where(eq(users.id, member.id)).run()
    record(tx, viewer, { ...about(member, 'person.reactivated'), after: { name: member.name } })
  })
}

/** Makes a one-time link by which a person chooses a new password. An earlier one ends. */
export function makePasswordLink(db: Db, viewer: Viewer, member: Cleared<'whole_account', Member>): MadeLink {
  return write(db, (tx) => passwordLink(tx, viewer, member, member.deskId))
}

/** The same for whoever runs Linecheck, at its console: where the last admin has lost their password, nobody else can. */
export function makePasswordLinkAtConsole(db: Db, email: string): MadeLink {
  return write(db, (tx) => {
    const person = findUserByEmailIfAny(tx, email.trim().toLowerCase())
    if (!person) throw new Refusal(`Nobody has an account with the e-mail address ${email}.`)
    return passwordLink(tx, theProgram, person, null)
  })
}

function passwordLink(tx: Tx, actor: Actor, person: Pick<Member, 'id' | 'name' | 'deactivatedAt'>, deskId: number | null): MadeLink {
  if (person.deactivatedAt !== null) throw new Conflict(`The account of ${person.name} is deactivated. Reactivate it first.`)
  endLinks(tx, { purpose: 'password_reset', userId: person.id })
  const link = makeLink(tx, { purpose: 'password_reset', userId: person.id, madeBy: actor.id })
  record(tx, actor, {
    act: 'person.password_link_made',
    subjects: [`person:${person.id}`],
    place: { deskId },
    after: { name: person.name, expiresAt: link.expiresAt },
  })
  return link
}

function about(member: Member, act: 'person.role_changed' | 'person.removed' | 'person.deactivated' | 'person.reactivated') {
  return { act, subjects: [`person:${member.id}`], place: { deskId: member.deskId } }
}

/** A desk that nobody could run any more would be lost. */
function keepAnAdmin(tx: Tx, deskId: number, member: Pick<Member, 'id' | 'name'>): void {
  const theirs = tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.userId, member.id), eq(memberships.deskId, deskId)))
    .get()
  if (theirs?.role !== 'admin' || countOtherAdmins(tx, deskId, member.id) > 0) return
  const desk = tx.select({ name: desks.name }).from(desks).where(eq(desks.id, deskId)).get()
  throw new Conflict(`${member.name} is the last admin of ${desk?.name ?? 'this desk'}. Make somebody else an admin first.`)
}
