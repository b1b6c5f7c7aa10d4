import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { makeSetupLink } from '../../src/accounts/joining.ts'
import { makePasswordLinkAtConsole } from '../../src/accounts/people.ts'
import { links, users } from '../../src/accounts/schema.ts'
import { sha256 } from '../../src/events/events.ts'
import { serve } from '../support/app.ts'
import { newsroom } from '../support/newsroom.ts'
import { actsIn, emptyNewsroom, givePassword, goodPassword, linkOn, sessionOf, signIn, tokenOf } from './door.ts'

const hoursLeft = (expiresAt: string): number => Math.round((Date.parse(expiresAt) - Date.now()) / 3_600_000)
const setupForm = { name: 'Ada Reyes', email: 'ada@example.org', password: goodPassword, desk: 'World desk', outlet: '' }

test('a setup link is consumed by the post, not by looking', async () => {
  const db = emptyNewsroom()
  const app = await serve(db)
  const token = makeSetupLink(db)?.token ?? ''

  for (let look = 0; look < 3; look++) expect((await app.get(null, `/setup?token=${token}`)).status).toBe(200)
  expect((await app.post(null, '/setup', { ...setupForm, token })).status).toBe(303)

  expect((await app.get(null, `/setup?token=${token}`)).status).toBe(410)
  expect((await app.post(null, '/setup', { ...setupForm, email: 'eve@example.org', token })).status).toBe(410)
  expect(db.select().from(users).all()).toHaveLength(1)
})

test('two posts of one setup link at the same moment make one admin', async () => {
  const db = emptyNewsroom()
  const app = await serve(db)
  const token = makeSetupLink(db)?.token ?? ''

  const answers = await Promise.all(
    ['ada', 'eve', 'bob'].map((name) => app.post(null, '/setup', { ...setupForm, email: `${name}@example.org`, token })),
  )

  expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([303, 410, 410])
  expect(db.select().from(users).all()).toHaveLength(1)
})

test('each start prints a new setup link and ends the one before; with people there is none', async () => {
  const db = emptyNewsroom()
  const app = await serve(db)
  const first = makeSetupLink(db)?.token ?? ''
  const second = makeSetupLink(db)?.token ?? ''

  expect((await app.get(null, `/setup?token=${first}`)).status).toBe(410)
  expect((await app.get(null, `/setup?token=${second}`)).status).toBe(200)
  expect(makeSetupLink(newsroom())).toBeNull()
})

test('a setup link that was left over opens nothing once people are there', async () => {
  const db = emptyNewsroom()
  const app = await serve(db)
  const token = makeSetupLink(db)?.token ?? ''
  db.insert(users).values({ name: 'Ada', email: 'ada@example.org', passwordHash: 'none', createdAt: new Date().toISOString() }).run()

  expect((await app.post(null, '/setup', { ...setupForm, email: 'eve@example.org', token })).status).toBe(410)
})

test('what was typed at setup comes back, except the password', async () => {
  const db = emptyNewsroom()
  const app = await serve(db)

  const refused = await app.post(null, '/setup', {
    ...setupForm,
    token: makeSetupLink(db)?.token ?? '',
    password: 'short pw',
    desk: 'Night desk',
  })

  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('Give a password of at least 12 characters.')
  expect(page).toContain('value="Night desk"')
  expect(page).toContain('value="Ada Reyes"')
  expect(page).not.toContain('short pw')
  expect(db.select().from(links).get()?.usedAt).toBeNull()
})

test('links expire: the setup after a day, an invitation after a week', async () => {
  const empty = emptyNewsroom()
  const setup = makeSetupLink(empty)
  expect(hoursLeft(setup?.expiresAt ?? '')).toBe(24)
  empty
    .update(links)
    .set({ expiresAt: new Date(Date.now() - 1000).toISOString() })
    .run()
  expect((await (await serve(empty)).get(null, `/setup?token=${setup?.token}`)).status).toBe(410)

  const db = newsroom()
  const app = await serve(db)
  const link = linkOn(await (await app.post('ada', '/desks/1/invitations', { email: 'new@example.org', role: 'reader' })).text())
  expect(hoursLeft(db.select().from(links).get()?.expiresAt ?? '')).toBe(168)
  db.update(links)
    .set({ expiresAt: new Date(Date.now() - 1000).toISOString() })
    .run()
  expect((await app.get(null, `/join?token=${tokenOf(link)}`)).status).toBe(410)
  expect((await app.post(null, '/join', { token: tokenOf(link), name: 'New', password: goodPassword })).status).toBe(410)
  expect(await app.text('ada', '/people')).not.toContain('new@example.org')
})

test('an invitation works once, a second one to the same address ends the first, and a withdrawn one opens nothing', async () => {
  const db = newsroom()
  const app = await serve(db)
  const invite = async () =>
    tokenOf(linkOn(await (await app.post('ada', '/desks/1/invitations', { email: 'new@example.org', role: 'reader' })).text()))
  const join = (token: string) => app.post(null, '/join', { token, name: 'New Person', password: goodPassword })

  const first = await invite()
  const second = await invite()
  expect((await join(first)).status).toBe(410)
  await app.post('ada', '/desks/1/invitations/withdrawal', { email: 'new@example.org' })
  expect((await join(second)).status).toBe(410)
  const third = await invite()
  expect((await join(third)).status).toBe(303)
  expect((await join(third)).status).toBe(410)
  expect(actsIn(db).slice(-5)).toEqual([
    'person.invited',
    'person.invited',
    'person.invitation_withdrawn',
    'person.invited',
    'person.joined',
  ])
})

test('a link of one kind opens no other door', async () => {
  const db = newsroom()
  const app = await serve(db)
  const invitation = tokenOf(
    linkOn(await (await app.post('ada', '/desks/1/invitations', { email: 'new@example.org', role: 'reader' })).text()),
  )

  expect((await app.get(null, `/new-password?token=${invitation}`)).status).toBe(410)
  expect((await app.post(null, '/new-password', { token: invitation, password: goodPassword })).status).toBe(410)
  expect((await app.get(null, `/setup?token=${invitation}`)).status).toBe(410)
})

test('a password link sets a new password once and ends every session', async () => {
  const db = newsroom()
  const app = await serve(db)
  await givePassword(db, 'cal')
  const before = sessionOf(await signIn(app, 'cal@example.org'))
  const token = tokenOf(linkOn(await (await app.post('ada', '/desks/1/people/5/password-link')).text()))
  expect(await app.text(null, `/new-password?token=${token}`)).toContain('cal@example.org')

  const chosen = await app.post(null, '/new-password', { token, password: 'four other plain words' })

  expect((await app.get(null, '/account', sessionOf(chosen))).status).toBe(200)
  expect((await app.get(null, '/account', before)).status).toBe(303)
  expect((await app.post(null, '/new-password', { token, password: 'five other plain words' })).status).toBe(410)
  expect((await signIn(app, 'cal@example.org')).status).toBe(422)
  expect((await signIn(app, 'cal@example.org', 'four other plain words')).status).toBe(303)
})

test('the database holds hashes of tokens, never a token; the history holds neither', async () => {
  const db = newsroom()
  const app = await serve(db)
  await givePassword(db, 'cal')
  const token = tokenOf(linkOn(await (await app.post('ada', '/desks/1/invitations', { email: 'new@example.org', role: 'reader' })).text()))
  const session = sessionOf(await signIn(app, 'cal@example.org')).cookie.split('=')[1] ?? ''

  const everything = db.$client.serialize().toString('latin1')

  expect(everything).not.toContain(token)
  expect(everything).not.toContain(session)
  expect(everything).not.toContain(goodPassword)
  expect(
    db
      .select()
      .from(links)
      .where(eq(links.tokenHash, sha256(token)))
      .all(),
  ).toHaveLength(1)
})

test('links are built from the configured address, whatever Host says', async () => {
  const app = await serve(newsroom(), { publicUrl: 'https://check.example', secure: true })
  const forged = { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example', Forwarded: 'host=evil.example' }

  const page = await (await app.post('ada', '/desks/1/invitations', { email: 'new@example.org', role: 'reader' }, forged)).text()

  expect(linkOn(page)).toMatch(/^https:\/\/check\.example\/join\?token=/)
  expect(page).not.toContain('evil.example')
})

test('a link is shown once: the page opened again does not hold it, and no cookie carries it', async () => {
  const app = await serve(newsroom())
  const made = await app.post('ada', '/desks/1/invitations', { email: 'new@example.org', role: 'reader' })
  const token = tokenOf(linkOn(await made.text()))

  expect(made.headers.getSetCookie().join()).not.toContain(token)
  expect(made.headers.get('cache-control')).toBe('no-store')
  expect(await app.text('ada', '/people')).not.toContain(token)
})

test('guessing links is cut short, and the page says that it is', async () => {
  const app = await serve(newsroom())
  const answers: number[] = []
  for (let guess = 0; guess < 31; guess++) answers.push((await app.get(null, `/join?token=guess-${guess}`)).status)

  expect(new Set(answers.slice(0, 30))).toEqual(new Set([410]))
  expect(answers[30]).toBe(429)
  for (const refused of [
    await app.get(null, '/new-password?token=guess'),
    await app.post(null, '/join', { token: 'guess', name: 'Eve', password: goodPassword }),
    await app.post(null, '/new-password', { token: 'guess', password: goodPassword }),
  ]) {
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800)
    const page = await refused.text()
    expect(page).toContain('<h1>Too many tries</h1>')
    expect(page).toContain('Try again in 15 minutes.')
  }
})

test('a good link opens, however often others at the same address have guessed', async () => {
  const app = await serve(newsroom())
  for (let guess = 0; guess < 35; guess++) await app.get(null, `/join?token=guess-${guess}`)
  const invited = await app.post('ada', '/desks/1/invitations', { email: 'new@example.org', role: 'reader' })
  const token = tokenOf(linkOn(await invited.text()))

  for (let look = 0; look < 40; look++) expect((await app.get(null, `/join?token=${token}`)).status).toBe(200)
  expect((await app.post(null, '/join', { token, name: 'New Person', password: goodPassword })).status).toBe(303)
})

test('nothing long is read at a door', async () => {
  const app = await serve(newsroom())
  const answer = await app.post(null, '/sign-in', { email: 'cal@example.org', password: goodPassword, next: 'x'.repeat(100_000) })
  expect(answer.status).toBe(413)
})

test('whoever runs Linecheck makes a password link at the console, recorded as Linecheck’s own act', async () => {
  const db = newsroom()
  const app = await serve(db)
  const { token } = makePasswordLinkAtConsole(db, ' ADA@example.org ')

  expect((await app.post(null, '/new-password', { token, password: goodPassword })).status).toBe(303)
  expect((await signIn(app, 'ada@example.org')).status).toBe(303)
  expect(actsIn(db).slice(-2)).toEqual(['person.password_link_made', 'person.password_changed'])
  expect(() => makePasswordLinkAtConsole(db, 'nobody@example.org')).toThrow('Nobody has an account')
})
