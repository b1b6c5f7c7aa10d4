import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { hashPassword } from '../../src/accounts/passwords.ts'
import { makePasswordLinkAtConsole } from '../../src/accounts/people.ts'
import { desks, links, memberships, users } from '../../src/accounts/schema.ts'
import type { Db } from '../../src/db/open.ts'
import type { Role } from '../../src/vocabulary.ts'
import { serve } from '../support/app.ts'
import { newsroom, type Person, people } from '../support/newsroom.ts'
import { givePassword, goodPassword, linkOn, sessionOf, signIn, tokenOf } from './door.ts'

type App = Awaited<ReturnType<typeof serve>>

/** Ada and Edith are admins, so that either may be taken away. */
function newsroomOfTwoAdmins(): Db {
  const db = newsroom()
  setRole(db, 'edith', 'admin')
  return db
}
const setRole = (db: Db, who: Person, role: Role): void => {
  db.update(memberships).set({ role }).where(eq(memberships.userId, people[who].id)).run()
}
const invite = async (app: App, email = 'new@example.org'): Promise<string> =>
  tokenOf(linkOn(await (await app.post('edith', '/desks/1/invitations', { email, role: 'admin' })).text()))
const passwordLink = async (app: App): Promise<string> =>
  tokenOf(linkOn(await (await app.post('edith', '/desks/1/people/5/password-link')).text()))
const status = async (app: App, path: string, token: string): Promise<number> => (await app.get(null, `${path}?token=${token}`)).status

const losses: [what: string, path: string, form: Record<string, string>][] = [
  ['is removed from the desk', '/desks/1/people/2/removal', {}],
  ['is no admin any more', '/desks/1/people/2/role', { role: 'editor' }],
  ['is deactivated', '/desks/1/people/2/deactivation', {}],
]

test.each(losses)('what an admin made opens nothing once she %s, nor ever again', async (_what, path, form) => {
  const db = newsroomOfTwoAdmins()
  const app = await serve(db)
  const [invitation, reset] = [await invite(app), await passwordLink(app)]
  expect([await status(app, '/join', invitation), await status(app, '/new-password', reset)]).toEqual([200, 200])

  expect((await app.post('ada', path, form)).status).toBe(303)

  expect([await status(app, '/join', invitation), await status(app, '/new-password', reset)]).toEqual([410, 410])
  expect((await app.post(null, '/join', { token: invitation, name: 'New', password: goodPassword })).status).toBe(410)
  expect((await app.post(null, '/new-password', { token: reset, password: goodPassword })).status).toBe(410)
  expect(await app.text('ada', '/people')).not.toContain('new@example.org')

  db.update(users).set({ deactivatedAt: null }).run()
  db.insert(memberships).values({ userId: 2, deskId: 1, role: 'admin' }).onConflictDoNothing().run()
  setRole(db, 'edith', 'admin')
  expect([await status(app, '/join', invitation), await status(app, '/new-password', reset)]).toEqual([410, 410])
})

test('whoever made a link must still have the right when it is used, however they lost it', async () => {
  const db = newsroomOfTwoAdmins()
  const app = await serve(db)
  const [invitation, reset] = [await invite(app), await passwordLink(app)]
  setRole(db, 'edith', 'editor')
  expect([await status(app, '/join', invitation), await status(app, '/new-password', reset)]).toEqual([410, 410])
})

test('an invitation of which nobody knows who made it opens nothing', async () => {
  const db = newsroom()
  const app = await serve(db)
  setRole(db, 'edith', 'admin')
  const invitation = await invite(app)
  db.update(links).set({ madeBy: null }).run()
  expect(await status(app, '/join', invitation)).toBe(410)
})

test('what one admin made stays good when another one goes', async () => {
  const app = await serve(newsroomOfTwoAdmins())
  const [invitation, reset] = [await invite(app), await passwordLink(app)]
  await app.post('edith', '/desks/1/people/1/removal')
  expect([await status(app, '/join', invitation), await status(app, '/new-password', reset)]).toEqual([200, 200])
})

test('a password link ends when its person joins another desk: it would open that desk too', async () => {
  const db = newsroomOfTwoAdmins()
  const app = await serve(db)
  const reset = await passwordLink(app)
  const invited = await app.post('olga', '/desks/2/invitations', { email: 'cal@example.org', role: 'reader' })
  expect((await app.post('cal', '/join/session', { token: tokenOf(linkOn(await invited.text())) })).status).toBe(303)

  expect(await status(app, '/new-password', reset)).toBe(410)
  expect((await app.post(null, '/new-password', { token: reset, password: goodPassword })).status).toBe(410)
  expect(db.select().from(links).where(eq(links.purpose, 'password_reset')).all()).toEqual([])
})

test('a password link ends when its person comes to run a desk of their own', async () => {
  const db = newsroomOfTwoAdmins()
  const app = await serve(db)
  const reset = await passwordLink(app)
  const desk = db.insert(desks).values({ name: 'Night desk', createdAt: new Date().toISOString() }).returning().get()
  db.insert(memberships).values({ userId: 5, deskId: desk.id, role: 'admin' }).run()
  expect(await status(app, '/new-password', reset)).toBe(410)
})

test('a password link ends when its person changes their password', async () => {
  const db = newsroomOfTwoAdmins()
  const app = await serve(db)
  await givePassword(db, 'cal')
  const reset = await passwordLink(app)
  const cal = sessionOf(await signIn(app, 'cal@example.org'))
  await app.post(null, '/account/password', { current: goodPassword, password: 'four other plain words' }, cal)
  expect(await status(app, '/new-password', reset)).toBe(410)
})

test('a link made at the console is Linecheck’s own, and hangs on nobody', async () => {
  const db = newsroomOfTwoAdmins()
  const app = await serve(db)
  const { token } = makePasswordLinkAtConsole(db, 'cal@example.org')
  await app.post('ada', '/desks/1/people/2/removal')
  expect(await status(app, '/new-password', token)).toBe(200)
})

test('a password that is being changed gives way to one that was chosen by a link meanwhile', async () => {
  const db = newsroomOfTwoAdmins()
  const app = await serve(db)
  await givePassword(db, 'cal')
  const thief = sessionOf(await signIn(app, 'cal@example.org'))
  const chosen = await hashPassword('four other plain words')
  const changing = app.post(null, '/account/password', { current: goodPassword, password: 'the words of a thief' }, thief)
  // Proving the old password and hashing the new one take longer than this.
  await new Promise((done) => setTimeout(done, 15))
  db.update(users).set({ passwordHash: chosen }).where(eq(users.id, people.cal.id)).run()

  expect([409, 422]).toContain((await changing).status)
  expect((await signIn(app, 'cal@example.org', 'the words of a thief')).status).toBe(422)
  expect((await signIn(app, 'cal@example.org', 'four other plain words')).status).toBe(303)
})
