import { eq } from 'drizzle-orm'
import { hashPassword } from '../../src/accounts/passwords.ts'
import { users } from '../../src/accounts/schema.ts'
import { migrateDatabase } from '../../src/db/migrate.ts'
import { type Db, openDatabase } from '../../src/db/open.ts'
import { events } from '../../src/events/schema.ts'
import type { serve } from '../support/app.ts'
import { type Person, people } from '../support/newsroom.ts'

export const goodPassword = 'three plain words here'

/** A Linecheck that nobody has set up yet. */
export function emptyNewsroom(): Db {
  const db = openDatabase(':memory:')
  migrateDatabase(db)
  return db
}

/** Gives one of the cast a password that they know. */
export async function givePassword(db: Db, who: Person, password = goodPassword): Promise<void> {
  db.update(users)
    .set({ passwordHash: await hashPassword(password) })
    .where(eq(users.id, people[who].id))
    .run()
}

/** What was done, in order, as recorded. */
export const actsIn = (db: Db): string[] =>
  db
    .select({ act: events.act })
    .from(events)
    .all()
    .map((event) => event.act)

/** The one-time link that a page shows. */
export function linkOn(html: string): string {
  const link = /value="(http[^"]+\?token=[\w-]+)"/.exec(html)?.[1]
  if (!link) throw new Error('no link on the page')
  return link
}
export const tokenOf = (link: string): string => new URL(link, 'http://here').searchParams.get('token') ?? ''

/** A browser's jar with the session that an answer set, as a `Cookie` header. */
export function sessionOf(response: Response): { cookie: string } {
  const set = response.headers.getSetCookie().find((one) => /^(__Host-)?linecheck=[\w-]/.test(one))
  if (!set) throw new Error(`no session: ${response.status}`)
  return { cookie: set.split(';')[0] ?? '' }
}

export const signIn = (
  app: Awaited<ReturnType<typeof serve>>,
  email: string,
  password = goodPassword,
  headers: Record<string, string> = {},
) => app.post(null, '/sign-in', { email, password }, headers)
