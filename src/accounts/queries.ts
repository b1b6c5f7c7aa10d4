import { and, asc, count, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Reader } from '../db/open.ts'
import { Forbidden, NotFound } from '../errors.ts'
import type { Role } from '../vocabulary.ts'
import { live } from './links.ts'
import { can } from './policy.ts'
import { type Desk, desks, links, memberships, type User, users } from './schema.ts'
import { roleOn, type Viewer } from './viewer.ts'

/** A desk as its admins see it. `deskId` is its own id: what the policy asks for. */
export interface DeskOfMine extends Desk {
  deskId: number
}

/** A person on a desk of the viewer's. */
export interface Member {
  id: number
  deskId: number
  name: string
  email: string
  role: Role
  deactivatedAt: string | null
  /** Every desk that the person is on, also those that do not exist for the viewer: for the policy, never for a page. */
  deskIds: number[]
}

export interface Invitation {
  email: string
  role: Role
  createdAt: string
  expiresAt: string
}

/** The desk, if the viewer is on it; otherwise it does not exist. */
export function findDesk(db: Reader, viewer: Viewer, id: number): DeskOfMine {
  const desk = roleOn(viewer, id) === null ? undefined : db.select().from(desks).where(eq(desks.id, id)).get()
  if (!desk) throw new NotFound('desk')
  return { ...desk, deskId: desk.id }
}

/** A person on one desk of the viewer's. */
export function findMember(db: Reader, viewer: Viewer, deskId: number, userId: number): Member {
  const member = listMembers(db, findDesk(db, viewer, deskId)).find((one) => one.id === userId)
  if (!member) throw new NotFound('person')
  return member
}

/** Everybody on a desk, by name, those deactivated last. For its admins only. */
export function listPeople(db: Reader, viewer: Viewer, deskId: number): Member[] {
  const desk = findDesk(db, viewer, deskId)
  if (!can(viewer, 'administer', desk.id)) throw new Forbidden('Only an admin of this desk sees its people.')
  return listMembers(db, desk)
}

/** Open invitations to a desk, oldest first. For its admins only. */
export function listInvitations(db: Reader, viewer: Viewer, deskId: number): Invitation[] {
  const desk = findDesk(db, viewer, deskId)
  if (!can(viewer, 'administer', desk.id)) throw new Forbidden('Only an admin of this desk sees its invitations.')
  return db
    .select({ email: links.email, role: links.role, createdAt: links.createdAt, expiresAt: links.expiresAt })
    .from(links)
    .where(and(eq(links.deskId, desk.id), live('invitation')))
    .orderBy(asc(links.createdAt))
    .all()
    .flatMap((row) => (row.email !== null && row.role !== null ? [{ ...row, email: row.email, role: row.role }] : []))
}

/** Whether nobody has been here yet: then a setup link opens the door, and nothing else does. */
export const isEmpty = (db: Reader): boolean => db.select({ id: users.id }).from(users).limit(1).get() === undefined

export const findUserByEmailIfAny = (db: Reader, email: string): User | undefined =>
  db.select().from(users).where(eq(users.email, email)).get()

export const deskIdsOf = (db: Reader, userId: number): number[] =>
  db
    .select({ id: memberships.deskId })
    .from(memberships)
    .where(eq(memberships.userId, userId))
    .all()
    .map((row) => row.id)

/** How many others could still run the desk without this person. */
export function countOtherAdmins(db: Reader, deskId: number, userId: number): number {
  const row = db
    .select({ count: count() })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.deskId, deskId), eq(memberships.role, 'admin'), isNull(users.deactivatedAt), ne(users.id, userId)))
    .get()
  return row?.count ?? 0
}

function listMembers(db: Reader, desk: DeskOfMine): Member[] {
  const rows = db
    .select({
      id: users.id,
      deskId: memberships.deskId,
      name: users.name,
      email: users.email,
      role: memberships.role,
      deactivatedAt: users.deactivatedAt,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.deskId, desk.id))
    .orderBy(asc(users.deactivatedAt), asc(users.name))
    .all()
  return rows.map((row) => ({ ...row, deskIds: deskIdsOf(db, row.id) }))
}

/** The people of a desk who may check there, by name: those who can be given something to do. */
export function listCheckers(db: Reader, deskId: number): { id: number; name: string }[] {
  return db
    .select({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.deskId, deskId), ne(memberships.role, 'reader'), isNull(users.deactivatedAt)))
    .orderBy(asc(users.name))
    .all()
}

/** Whose copy a desk checks: never taken for a source. */
export const deskOutlet = (db: Reader, deskId: number): string =>
  db.select({ outlet: desks.outlet }).from(desks).where(eq(desks.id, deskId)).get()?.outlet ?? ''

/** Everybody who can sign in and is on one of some desks, by name. */
export const listColleagues = (db: Reader, onDesks: readonly number[]): { id: number; name: string }[] =>
  db
    .selectDistinct({ id: users.id, name: users.name })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(and(inArray(memberships.deskId, [...onDesks]), isNull(users.deactivatedAt)))
    .orderBy(asc(users.name), asc(users.id))
    .all()

export const nameOfUser = (db: Reader, id: number): string =>
  db.select({ name: users.name }).from(users).where(eq(users.id, id)).get()?.name ?? ''
