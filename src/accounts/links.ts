import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Reader, Tx } from '../db/open.ts'
import { Refusal } from '../errors.ts'
import { sha256 } from '../events/events.ts'
import { can, canManageWholly } from './policy.ts'
import { type Link, links, users } from './schema.ts'
import { desksOf, newToken } from './sessions.ts'

export type LinkPurpose = Link['purpose']

/** How long each link is good for, and where it leads. */
const lives: Record<LinkPurpose, { hours: number; path: string }> = {
  setup: { hours: 24, path: '/setup' },
  invitation: { hours: 7 * 24, path: '/join' },
  password_reset: { hours: 24, path: '/new-password' },
}

/** A link that was never made, was used, has expired, was replaced or lost its maker: which of these is nobody's business. */
export class DeadLink extends Refusal {
  constructor() {
    super('This link has been used, has expired, or was replaced by a newer one. Ask for a new one.')
  }
}

export interface MadeLink {
  token: string
  path: string
  expiresAt: string
}
type About = Pick<Link, 'purpose'> & Partial<Pick<Link, 'deskId' | 'role' | 'email' | 'userId' | 'madeBy'>>

/** Makes a one-time link. Its token is in what this returns and nowhere else: the database keeps only a hash. */
export function makeLink(tx: Tx, about: About): MadeLink {
  const token = newToken()
  const now = new Date()
  const { hours, path } = lives[about.purpose]
  const expiresAt = new Date(now.getTime() + hours * 3_600_000).toISOString()
  tx.delete(links).where(lt(links.expiresAt, now.toISOString())).run()
  tx.insert(links)
    .values({ ...about, tokenHash: sha256(token), createdAt: now.toISOString(), expiresAt })
    .run()
  return { token, path: `${path}?token=${token}`, expiresAt }
}

/** The link, while it is good and whoever made it still may. Looking does not consume it. */
export function findLink(db: Reader, purpose: LinkPurpose, token: string): Link {
  const link = db
    .select()
    .from(links)
    .where(and(eq(links.tokenHash, sha256(token)), live(purpose)))
    .get()
  if (!link || !makerMay(db, link)) throw new DeadLink()
  return link
}

/** Consumes a link: only one of two posts gets through. */
export function useLink(tx: Tx, link: Link): void {
  const used = tx
    .update(links)
    .set({ usedAt: new Date().toISOString() })
    .where(and(eq(links.tokenHash, link.tokenHash), live(link.purpose)))
    .run()
  if (used.changes === 0) throw new DeadLink()
}

/** Ends all unused links of a kind that are about the same thing; returns how many there were. */
export function endLinks(tx: Tx, about: About): number {
  return tx
    .delete(links)
    .where(
      and(
        eq(links.purpose, about.purpose),
        isNull(links.usedAt),
        about.deskId == null ? undefined : eq(links.deskId, about.deskId),
        about.email == null ? undefined : eq(links.email, about.email),
        about.userId == null ? undefined : eq(links.userId, about.userId),
      ),
    )
    .run().changes
}

/** Ends the unused links that a person made and may not make any more; for good, also if they are given the right again. */
export function endLinksWithoutRight(tx: Tx, makerId: number): void {
  const theirs = tx
    .select()
    .from(links)
    .where(and(eq(links.madeBy, makerId), isNull(links.usedAt)))
    .all()
  for (const link of theirs) if (!makerMay(tx, link)) tx.delete(links).where(eq(links.tokenHash, link.tokenHash)).run()
}

/** Whether whoever made a link may make it now. The setup link, and a password link made at the console, are Linecheck's own. */
function makerMay(db: Reader, { purpose, madeBy, deskId, userId }: Link): boolean {
  if (madeBy === null) return purpose !== 'invitation'
  const open = db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, madeBy), isNull(users.deactivatedAt)))
    .get()
  if (!open) return false
  const maker = { desks: desksOf(db, madeBy) }
  if (userId !== null) return canManageWholly(maker, { deskIds: desksOf(db, userId).map((desk) => desk.id) })
  return deskId !== null && can(maker, 'administer', deskId)
}

/** What makes a link good now. */
export const live = (purpose: LinkPurpose) =>
  and(eq(links.purpose, purpose), isNull(links.usedAt), gt(links.expiresAt, new Date().toISOString()))
