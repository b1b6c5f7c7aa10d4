import { expect, test } from 'vitest'
import { safeNext } from '../../src/accounts/forms.ts'
import { makeSetupLink } from '../../src/accounts/joining.ts'
import { serve } from '../support/app.ts'
import { newsroom } from '../support/newsroom.ts'
import { emptyNewsroom, givePassword, goodPassword, signIn } from './door.ts'

test('one sentence for every reason not to sign in', async () => {
  const db = newsroom()
  const app = await serve(db)
  await givePassword(db, 'cal')
  await givePassword(db, 'idris')
  await app.post('ada', '/desks/1/people/6/deactivation')
  const sentence = 'That e-mail address and password do not belong together here.'

  for (const [email, password] of [
    ['cal@example.org', 'a wrong password'],
    ['nobody@example.org', goodPassword],
    ['idris@example.org', goodPassword],
  ] as const) {
    const answer = await signIn(app, email, password)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(sentence)
    expect(page).toContain(`value="${email}"`)
    expect(page).not.toContain(password)
  }
})

test('an unknown address takes as long as a wrong password', async () => {
  const db = newsroom()
  const app = await serve(db)
  await givePassword(db, 'cal')
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  for (let turn = 0; turn < 9; turn++) {
    // In turns, so that a busy machine slows both alike.
    for (const who of ['known', 'unknown'] as const) {
      const from = performance.now()
      await (await signIn(app, who === 'known' ? 'cal@example.org' : `nobody-${turn}@example.org`, 'a wrong password')).text()
      times[who].push(performance.now() - from)
    }
  }
  const [known, unknown] = [Math.min(...times.known), Math.min(...times.unknown)]

  expect(unknown / known).toBeGreaterThan(0.4)
  expect(unknown / known).toBeLessThan(2.5)
})

test('an account is closed to tries after ten, says for how long, and a right password does not help', async () => {
  const db = newsroom()
  const app = await serve(db)
  await givePassword(db, 'cal')
  await givePassword(db, 'ruth')
  for (let turn = 0; turn < 10; turn++) expect((await signIn(app, 'cal@example.org', 'a wrong password')).status).toBe(422)

  const refused = await signIn(app, 'cal@example.org')

  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800)
  expect(await refused.text()).toContain('That was tried too often. Try again in 15 minutes.')
  expect((await signIn(app, 'ruth@example.org')).status).toBe(303)
})

test('tries at the same moment all count', async () => {
  const db = newsroom()
  const app = await serve(db)
  await givePassword(db, 'cal')

  const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(app, 'cal@example.org', 'a wrong password')))

  expect(answers.filter((answer) => answer.status === 422)).toHaveLength(10)
  expect(answers.filter((answer) => answer.status === 429)).toHaveLength(10)
})

test('signing in clears the count', async () => {
  const db = newsroom()
  const app = await serve(db)
  await givePassword(db, 'cal')
  for (let round = 0; round < 2; round++) {
    for (let turn = 0; turn < 9; turn++) await signIn(app, 'cal@example.org', 'a wrong password')
    expect((await signIn(app, 'cal@example.org')).status).toBe(303)
  }
})

test('an address that tries many accounts is closed, and one without a trusted proxy cannot change its address', async () => {
  const db = newsroom()
  const app = await serve(db)
  const statuses: number[] = []
  for (let turn = 0; turn < 101; turn += 20) {
    const answers = await Promise.all(
      Array.from({ length: Math.min(20, 101 - turn) }, (_, one) =>
        signIn(app, `nobody-${turn + one}@example.org`, 'a wrong password', { 'X-Forwarded-For': `203.0.113.${one}` }),
      ),
    )
    statuses.push(...answers.map((answer) => answer.status))
  }

  expect(statuses.filter((status) => status === 429)).toHaveLength(1)
}, 30_000)

test('over http the cookie is HttpOnly and SameSite; over https also Secure and bound to the host', async () => {
  for (const secure of [false, true]) {
    const db = newsroom()
    await givePassword(db, 'cal')
    const app = await serve(db, secure ? { secure, publicUrl: 'https://check.example' } : {})
    const cookie = (await signIn(app, 'cal@example.org')).headers.getSetCookie().find((one) => one.includes('linecheck=')) ?? ''

    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
    expect(cookie).toContain('Path=/')
    expect(cookie.includes('Secure')).toBe(secure)
    expect(cookie.startsWith('__Host-')).toBe(secure)
  }
})

test('a post that does not say where it comes from, or comes from elsewhere, is refused', async () => {
  const db = newsroom()
  await givePassword(db, 'cal')
  const app = await serve(db)
  const post = (headers: Record<string, string>) =>
    fetch(`${app.base}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ email: 'cal@example.org', password: goodPassword }),
      headers,
    })

  for (const headers of [
    {},
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
  ]) {
    expect((await post(headers as Record<string, string>)).status, JSON.stringify(headers)).toBe(403)
  }
  expect((await post({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(303)
  expect((await post({ Origin: app.base })).status).toBe(303)
})

test('after signing in one goes to the page that was asked for, and never to another site', async () => {
  const db = newsroom()
  await givePassword(db, 'cal')
  const app = await serve(db)
  expect((await app.get(null, '/people?desk=1')).headers.get('location')).toBe('/sign-in?next=%2Fpeople%3Fdesk%3D1')
  expect(await app.text(null, '/sign-in?next=%2Fpeople%3Fdesk%3D1')).toContain('value="/people?desk=1"')
  const answer = await app.post(null, '/sign-in', { email: 'cal@example.org', password: goodPassword, next: '/people?desk=1' })
  expect(answer.headers.get('location')).toBe('/people?desk=1')

  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '\\\\evil.example',
    '/a\r\nX: y',
    '',
    undefined,
    ['/a', '/b'],
    '/..//evil.example',
  ]
  for (const next of elsewhere) expect(safeNext(next), String(next)).toMatch(/^\/(?![/\\])/)
})

test('the sign-in page says so where nobody has set Linecheck up', async () => {
  const db = emptyNewsroom()
  const app = await serve(db)
  makeSetupLink(db)
  expect(await app.text(null, '/sign-in')).toContain('Nobody has an account yet.')
  expect(await (await serve(newsroom())).text(null, '/sign-in')).not.toContain('Nobody has an account yet.')
})
