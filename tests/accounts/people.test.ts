import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { desks, memberships } from '../../src/accounts/schema.ts'
import { serve } from '../support/app.ts'
import { newsroom, type Person } from '../support/newsroom.ts'
import { actsIn } from './door.ts'

const everyPost: [string, Record<string, string>][] = [
  ['/desks/1/invitations', { email: 'new@example.org', role: 'admin' }],
  ['/desks/1/invitations/withdrawal', { email: 'new@example.org' }],
  ['/desks/1/people/5/role', { role: 'admin' }],
  ['/desks/1/people/5/removal', {}],
  ['/desks/1/people/5/password-link', {}],
  ['/desks/1/people/5/deactivation', {}],
  ['/desks/1/people/5/reactivation', {}],
  ['/desks/1/settings', { name: 'Taken over', independentSources: '1' }],
]

test('another desk’s admin has no power here: the desk and its people do not exist for them', async () => {
  const db = newsroom()
  const app = await serve(db)
  const before = actsIn(db).length

  for (const [url, form] of everyPost) expect((await app.post('olga', url, form)).status, url).toBe(404)
  for (const url of ['/people?desk=1', '/desks/1/settings']) expect((await app.get('olga', url)).status, url).toBe(404)

  expect(await app.text('olga', '/people')).not.toMatch(/Cal|World desk/)
  expect(actsIn(db)).toHaveLength(before)
})

test('nobody below an admin changes people or settings, or sees them', async () => {
  const db = newsroom()
  const app = await serve(db)
  const before = actsIn(db).length

  for (const who of ['edith', 'ruth', 'cal', 'idris'] satisfies Person[]) {
    for (const [url, form] of everyPost) expect((await app.post(who, url, form)).status, `${who} ${url}`).toBe(403)
    for (const url of ['/people', '/people?desk=1', '/desks/1/settings'])
      expect((await app.get(who, url)).status, `${who} ${url}`).toBe(403)
    expect((await app.post(who, '/desks', { name: 'Own desk' })).status).toBe(403)
    expect(await app.text(who, '/account')).not.toContain('href="/people"')
  }
  expect(actsIn(db)).toHaveLength(before)
})

test('the last admin of a desk stays one', async () => {
  const app = await serve(newsroom())
  for (const [url, form] of [
    ['/desks/1/people/1/role', { role: 'editor' }],
    ['/desks/1/people/1/removal', {}],
  ] as const) {
    const refused = await app.post('ada', url, form)
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('Ada is the last admin of World desk. Make somebody else an admin first.')
  }
  expect((await app.post('ada', '/desks/1/people/1/deactivation')).status).toBe(409)

  await app.post('ada', '/desks/1/people/2/role', { role: 'admin' })
  await app.post('edith', '/desks/1/people/1/role', { role: 'reader' })
  expect((await app.get('ada', '/people')).status).toBe(403)
  expect((await app.post('edith', '/desks/1/people/2/role', { role: 'reader' })).status).toBe(409)
})

test('a deactivated admin does not count as one who is left', async () => {
  const app = await serve(newsroom())
  await app.post('ada', '/desks/1/people/2/role', { role: 'admin' })
  await app.post('ada', '/desks/1/people/2/deactivation')

  expect((await app.post('ada', '/desks/1/people/1/role', { role: 'editor' })).status).toBe(409)
})

test('what reaches beyond one desk needs an admin of every desk the person is on', async () => {
  const db = newsroom()
  db.insert(memberships).values({ userId: 5, deskId: 2, role: 'reader' }).run()
  const app = await serve(db)
  expect(await app.text('ada', '/people')).not.toContain('Deactivate: Cal')

  for (const noun of ['password-link', 'deactivation', 'reactivation']) {
    const refused = await app.post('ada', `/desks/1/people/5/${noun}`)
    expect(refused.status, noun).toBe(403)
    expect(await refused.text()).not.toContain('City desk')
  }
  expect((await app.post('ada', '/desks/1/people/5/removal')).status).toBe(303)
  expect(db.select().from(memberships).where(eq(memberships.userId, 5)).all()).toEqual([{ userId: 5, deskId: 2, role: 'reader' }])
})

test('a role taken away is gone with the next request', async () => {
  const app = await serve(newsroom())
  await app.post('ada', '/desks/1/people/2/role', { role: 'admin' })
  expect((await app.get('edith', '/people')).status).toBe(200)
  await app.post('ada', '/desks/1/people/2/removal')
  expect((await app.get('edith', '/people')).status).toBe(403)
  expect((await app.get('edith', '/people?desk=1')).status).toBe(404)
})

test('somebody on the desk already is not invited again; what was typed stays', async () => {
  const app = await serve(newsroom())
  const refused = await app.post('ada', '/desks/1/invitations', { email: 'CAL@example.org', role: 'editor' })
  const page = await refused.text()

  expect(refused.status).toBe(422)
  expect(page).toContain('Cal is on this desk already.')
  expect(page).toContain('value="CAL@example.org"')
  expect(page).toContain('<option value="editor" selected>')
  expect((await app.post('ada', '/desks/1/invitations', { email: 'not an address', role: 'editor' })).status).toBe(422)
  expect((await app.post('ada', '/desks/1/invitations', { email: 'new@example.org', role: 'owner' })).status).toBe(422)
})

test('an admin makes another desk and is its admin; a name that is taken is refused', async () => {
  const db = newsroom()
  const app = await serve(db)

  const made = await app.post('ada', '/desks', { name: 'Night desk', outlet: 'The Meridian' })
  expect(made.headers.get('location')).toBe('/people?desk=3')
  expect(await app.text('ada', '/people?desk=3')).toContain('Night desk is made. You are its admin.'.slice(0, 10))
  expect((await app.get('cal', '/people?desk=3')).status).toBe(404)

  const again = await app.post('ada', '/desks', { name: 'Night desk' })
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('Another desk has this name.')
})

test('the settings of a desk are changed and recorded, and nonsense is refused with what was typed', async () => {
  const db = newsroom()
  const app = await serve(db)

  await app.post('ada', '/desks/1/settings', { name: 'World desk', outlet: 'The Meridian Weekly', independentSources: '3' })
  expect(db.select().from(desks).where(eq(desks.id, 1)).get()).toMatchObject({
    outlet: 'The Meridian Weekly',
    secondCheck: false,
    independentSources: 3,
  })
  expect(actsIn(db).at(-1)).toBe('desk.settings_changed')

  for (const independentSources of ['0', '6', '2.5', 'many']) {
    const refused = await app.post('ada', '/desks/1/settings', { name: 'World', outlet: '', independentSources })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Give a whole number from 1 to 5.')
  }
  const nameless = await app.post('ada', '/desks/1/settings', {
    name: ' ',
    outlet: 'Typed outlet',
    secondCheck: 'on',
    independentSources: '2',
  })
  expect(await nameless.text()).toContain('value="Typed outlet"')
  expect((await app.post('ada', '/desks/1/settings', { name: 'City desk', independentSources: '2' })).status).toBe(422)
})

test('setting the role somebody has already records nothing', async () => {
  const db = newsroom()
  const app = await serve(db)
  const before = actsIn(db).length
  expect((await app.post('ada', '/desks/1/people/5/role', { role: 'checker' })).status).toBe(303)
  expect(actsIn(db)).toHaveLength(before)
})
