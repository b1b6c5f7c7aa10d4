import { auditedBy } from './auditors.ts'
import { randomBytes } from 'node:crypto'
import { and, asc, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Reader, Tx } from '../db/open.ts'
import { sha256 } from '../events/events.ts'
import { desks, memberships, sessions, users } from './schema.ts'
import type { Viewer } from './viewer.ts'

/** How long a session lasts without signing in again. */
export const sessionDays = 14

/** A secret for a cookie or a one-time link: 256 random bits. Only its hash is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Opens a session and returns its token, for the cookie. Expired sessions go at the same time. */
export function openSession(tx: Tx, userId: number): string {
  const token = newToken()
  const now = new Date()
  tx.delete(sessions).where(lt(sessions.expiresAt, now.toISOString())).run()
  tx.insert(sessions)
    .values({
      tokenHash: sha256(token),
      userId,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + sessionDays * 86_400_000).toISOString(),
    })
    .run()
  return token
}

/** The person whose session this is, with their roles as they are now; undefined once it ended or the person was deactivated. */
export function findViewerIfAny(db: Reader, token: string | undefined): Viewer | undefined {
  if (!token) return undefined
  const user = db
    .select({ id: users.id, name: users.name, email: users.email, shortcuts: users.shortcuts })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.tokenHash, sha256(token)), gt(sessions.expiresAt, new Date().toISOString()), isNull(users.deactivatedAt)))
    .get()
  return user && { ...user, desks: desksOf(db, user.id), audits: auditedBy(db, user.id) }
}

/** A person as they are now, for what goes on in their name when they are not there; undefined once they were deactivated. */
export function findActiveViewer(db: Reader, userId: number): Viewer | undefined {
  const user = db
    .select({ id: users.id, name: users.name, email: users.email, shortcuts: users.shortcuts })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deactivatedAt)))
    .get()
  return user && { ...user, desks: desksOf(db, user.id), audits: auditedBy(db, user.id) }
}

export function desksOf(db: Reader, userId: number): Viewer['desks'] {
  return db
    .select({ id: desks.id, name: desks.name, role: memberships.role })
    .from(memberships)
    .innerJoin(desks, eq(desks.id, memberships.deskId))
    .where(eq(memberships.userId, userId))
    .orderBy(asc(desks.name))
    .all()
}
