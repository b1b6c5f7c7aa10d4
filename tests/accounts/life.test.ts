import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, onTestFinished, test, vi } from 'vitest'
import { makeSetupLink } from '../../src/accounts/joining.ts'
import { accountRoutes } from '../../src/accounts/routes.ts'
import { users } from '../../src/accounts/schema.ts'
import { findViewerIfAny } from '../../src/accounts/sessions.ts'
import { createAuditor } from '../../src/audits/auditor.ts'
import { readSettings } from '../../src/config.ts'
import { frameForStrangers } from '../../src/web/render.ts'
import { mount } from '../../src/web/route.ts'
import { sameOrigin } from '../../src/web/security.ts'
import { importerIn, serve, workers } from '../support/app.ts'
import { newsroom } from '../support/newsroom.ts'
import { actsIn, emptyNewsroom, givePassword, goodPassword, linkOn, sessionOf, signIn, tokenOf } from './door.ts'

test('the whole life of a person: setup, invitation, joining, signing in, a new role, a new password, the end', async () => {
  const db = emptyNewsroom()
  const app = await serve(db)
  const setup = await app.post(null, '/setup', {
    token: makeSetupLink(db)?.token ?? '',
    name: 'Ada Reyes',
    email: ' Ada@Example.ORG ',
    password: goodPassword,
    desk: 'World desk',
    outlet: 'The Meridian',
  })
  expect(setup.status).toBe(303)
  const ada = sessionOf(setup)
  expect(await (await app.get(null, '/account', ada)).text()).toContain('ada@example.org')

  const invited = await app.post(null, '/desks/1/invitations', { email: 'cal@example.org', role: 'checker' }, ada)
  const link = linkOn(await invited.text())
  const joinPage = await (await app.get(null, new URL(link).pathname + new URL(link).search)).text()
  expect(joinPage).toContain('You are invited to World desk as checker')
  const joined = await app.post(null, '/join', { token: tokenOf(link), name: 'Cal Dunn', password: goodPassword })
  expect(joined.status).toBe(303)

  const signedIn = await signIn(app, 'CAL@example.org')
  const cal = sessionOf(signedIn)
  expect(await (await app.get(null, '/account', cal)).text()).toContain('Checker')

  await app.post(null, '/desks/1/people/2/role', { role: 'editor' }, ada)
  expect(await (await app.get(null, '/account', cal)).text()).toContain('Editor')

  const changed = await app.post(null, '/account/password', { current: goodPassword, password: 'four other plain words' }, cal)
  expect(changed.status).toBe(303)
  expect((await signIn(app, 'cal@example.org')).status).toBe(422)
  const again = sessionOf(await signIn(app, 'cal@example.org', 'four other plain words'))

  await app.post(null, '/desks/1/people/2/deactivation', {}, ada)
  expect((await app.get(null, '/account', again)).headers.get('location')).toContain('/sign-in')
  expect((await signIn(app, 'cal@example.org', 'four other plain words')).status).toBe(422)
  await app.post(null, '/desks/1/people/2/reactivation', {}, ada)
  expect((await signIn(app, 'cal@example.org', 'four other plain words')).status).toBe(303)

  await app.post(null, '/desks/1/people/2/removal', {}, ada)
  expect(
    await (await app.get(null, '/account', sessionOf(await signIn(app, 'cal@example.org', 'four other plain words')))).text(),
  ).toContain('You are on no desk')

  expect(actsIn(db)).toEqual([
    'setup.completed',
    'person.invited',
    'person.joined',
    'person.role_changed',
    'person.password_changed',
    'person.deactivated',
    'person.reactivated',
    'person.removed',
  ])
})

test('samples that fail do not undo the setup: the person is in, and told so', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  const db = emptyNewsroom()
  const app = express().use(sameOrigin)
  const settings = readSettings({})
  mount(
    app,
    { db, settings, workers: workers(), auditor: createAuditor(db), importer: importerIn(db) },
    accountRoutes(() => Promise.reject(new Error('no samples today'))),
    frameForStrangers,
    express.urlencoded({ extended: false }),
  )
  const server = app.listen(0)
  onTestFinished(() => {
    server.close()
  })
  const { port } = server.address() as AddressInfo

  const answer = await fetch(`http://127.0.0.1:${port}/setup`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({
      token: makeSetupLink(db)?.token ?? '',
      name: 'Ada',
      email: 'ada@example.org',
      password: goodPassword,
      desk: 'World desk',
      samples: 'yes',
    }),
  })

  expect(answer.status).toBe(303)
  expect(findViewerIfAny(db, sessionOf(answer).cookie.split('=')[1])?.name).toBe('Ada')
  expect(decodeURIComponent(answer.headers.getSetCookie().join())).toContain('the sample articles could not be brought in')
  expect(logged).toHaveBeenCalledOnce()
  logged.mockClear()
})

test('somebody with an account joins another desk with its password', async () => {
  const db = newsroom()
  const app = await serve(db)
  await givePassword(db, 'cal')
  const link = linkOn(await (await app.post('olga', '/desks/2/invitations', { email: 'cal@example.org', role: 'reader' })).text())
  expect(await app.text(null, `/join?token=${tokenOf(link)}`)).toContain('You have an account here already')
  expect((await app.post(null, '/join/account', { token: tokenOf(link), password: 'not my password' })).status).toBe(422)

  const joined = await app.post(null, '/join/account', { token: tokenOf(link), password: goodPassword })

  expect(await (await app.get(null, '/account', sessionOf(joined))).text()).toMatch(/City desk[\s\S]*World desk/)
  expect(db.select().from(users).all()).toHaveLength(7)
})

test('somebody signed in joins another desk at once; somebody else’s invitation does not let them in', async () => {
  const app = await serve(newsroom())
  const link = linkOn(await (await app.post('olga', '/desks/2/invitations', { email: 'cal@example.org', role: 'reader' })).text())
  expect(await app.text('cal', `/join?token=${tokenOf(link)}`)).not.toContain('type="password"')

  expect((await app.post('ruth', '/join/session', { token: tokenOf(link) })).status).toBe(409)
  const joined = await app.post('cal', '/join/session', { token: tokenOf(link) })

  expect(await (await app.get(null, '/account', sessionOf(joined))).text()).toContain('City desk')
})

test('an address that has an account cannot be taken over by joining with a new password', async () => {
  const db = newsroom()
  const app = await serve(db)
  const link = linkOn(await (await app.post('olga', '/desks/2/invitations', { email: 'cal@example.org', role: 'reader' })).text())

  const joined = await app.post(null, '/join', { token: tokenOf(link), name: 'Not Cal', password: goodPassword })

  expect(joined.status).toBe(409)
  expect(joined.headers.getSetCookie().join()).not.toContain('linecheck=')
  expect(await app.text(null, `/join?token=${tokenOf(link)}`)).toContain('You have an account here already')
})

test('single-key shortcuts are switched off and on by the person', async () => {
  const app = await serve(newsroom())
  expect(await app.text('cal', '/account')).toContain('data-shortcuts="on"')

  await app.post('cal', '/account/shortcuts', {})
  expect(await app.text('cal', '/account')).toContain('data-shortcuts="off"')

  await app.post('cal', '/account/shortcuts', { shortcuts: 'on' })
  expect(await app.text('cal', '/account')).toContain('data-shortcuts="on"')
})

test('signing out everywhere ends every session of that person and of nobody else', async () => {
  const db = newsroom()
  const app = await serve(db)
  await givePassword(db, 'cal')
  const elsewhere = sessionOf(await signIn(app, 'cal@example.org'))
  expect((await app.get(null, '/account', elsewhere)).status).toBe(200)

  await app.post('cal', '/account/sign-out-everywhere')

  expect((await app.get(null, '/account', elsewhere)).status).toBe(303)
  expect((await app.get('cal', '/account')).status).toBe(303)
  expect((await app.get('ruth', '/account')).status).toBe(200)
})

test('changing a password needs the present one, ends the other sessions and keeps this one', async () => {
  const db = newsroom()
  const app = await serve(db)
  await givePassword(db, 'cal')
  const here = sessionOf(await signIn(app, 'cal@example.org'))
  const elsewhere = sessionOf(await signIn(app, 'cal@example.org'))

  const wrong = await app.post(null, '/account/password', { current: 'a wrong password', password: 'four other plain words' }, here)
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('This is not your present password.')

  const right = await app.post(null, '/account/password', { current: goodPassword, password: 'four other plain words' }, here)
  expect((await app.get(null, '/account', sessionOf(right))).status).toBe(200)
  expect((await app.get(null, '/account', elsewhere)).status).toBe(303)
  expect((await app.get(null, '/account', here)).status).toBe(303)
})

test('signing out ends the session, not only the cookie', async () => {
  const db = newsroom()
  const app = await serve(db)
  await givePassword(db, 'cal')
  const session = sessionOf(await signIn(app, 'cal@example.org'))

  await app.post(null, '/sign-out', {}, session)

  expect((await app.get(null, '/account', session)).status).toBe(303)
})
