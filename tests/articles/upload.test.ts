import { createConnection, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { memberships, users } from '../../src/accounts/schema.ts'
import { createApp } from '../../src/app.ts'
import { createAuditor } from '../../src/audits/auditor.ts'
import { articles, sentences } from '../../src/articles/schema.ts'
import { claims } from '../../src/claims/schema.ts'
import type { Db } from '../../src/db/open.ts'
import { evidence } from '../../src/evidence/schema.ts'
import { Busy, createRoom } from '../../src/web/room.ts'
import type { Workers } from '../../src/workers/pool.ts'
import { importerIn, serve, workers } from '../support/app.ts'
import { newsroom, type Person, people } from '../support/newsroom.ts'

type App = Awaited<ReturnType<typeof serve>>
const megabyte = 1024 * 1024
const text = 'The harbour at Port Selm was closed on Monday, the harbour authority said. Nobody was hurt.'

function formOf(fields: Record<string, string>, file?: Blob): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  if (file) form.set('file', file, 'file.txt')
  return form
}
const fieldsFor = {
  '/articles': { text, publication: 'draft', deskId: '1' },
  '/claims/2/evidence': { seen: '999', kind: 'note', stance: 'supports', basis: 'own_observation', note: 'Seen at noon.' },
}
type Path = keyof typeof fieldsFor

/** A post whose body one sends oneself, as slowly as one likes. */
function slowPost(app: App, who: Person, path: string, headers: Record<string, string>) {
  const socket: Socket = createConnection(Number(new URL(app.base).port), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  let heard = ''
  socket.on('data', (chunk) => (heard += chunk.toString()))
  socket.on('error', () => {})
  const head = { Host: 'x', Cookie: app.cookieOf(who), 'Sec-Fetch-Site': 'same-origin', ...headers }
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
  return {
    socket,
    async answer(): Promise<{ status: number; head: string }> {
      await expect.poll(() => heard, { timeout: 5000 }).toMatch(/^HTTP\/1\.1 \d{3}[\s\S]*\r\n\r\n/)
      return { status: Number(heard.slice(9, 12)), head: heard }
    },
  }
}

/** A whole form in two parts: while the second is on its way, something happens. */
async function whileSending(app: App, path: Path, happens: () => void) {
  const sent = new Response(formOf(fieldsFor[path]))
  const body = Buffer.from(await sent.arrayBuffer())
  const post = slowPost(app, 'cal', path, { 'Content-Type': sent.headers.get('content-type') ?? '', 'Content-Length': String(body.length) })
  post.socket.write(body.subarray(0, 60))
  await new Promise((done) => setTimeout(done, 150))
  happens()
  post.socket.write(body.subarray(60))
  return post.answer()
}

const happenings: [what: string, status: number, happens: (db: Db) => void][] = [
  ['deactivated', 303, (db) => db.update(users).set({ deactivatedAt: new Date().toISOString() }).where(eq(users.id, people.cal.id)).run()],
  ['demoted', 403, (db) => db.update(memberships).set({ role: 'reader' }).where(eq(memberships.userId, people.cal.id)).run()],
  ['taken off the desk', 403, (db) => db.delete(memberships).where(eq(memberships.userId, people.cal.id)).run()],
]

test.each(['/articles', '/claims/1/evidence'])('nothing of what a reader sends to %s is read', async (path) => {
  const app = await serve(newsroom())
  const headers = { 'Content-Type': 'multipart/form-data; boundary=x', 'Content-Length': String(400 * megabyte) }
  expect((await slowPost(app, 'idris', path, headers).answer()).status).toBe(403)
})

test.each(happenings)('somebody %s while their form arrives has done nothing', async (_what, status, happens) => {
  for (const path of ['/articles', '/claims/2/evidence'] as const) {
    const db = newsroom()
    const before = db.select().from(articles).all().length
    const app = await serve(db)
    expect((await whileSending(app, path, () => happens(db))).status, path).toBe(status)
    expect([db.select().from(articles).all().length, db.select().from(evidence).all().length]).toEqual([before, 0])
  }
})

test('the same forms are taken where nothing happens meanwhile', async () => {
  const db = newsroom()
  const app = await serve(db)
  for (const path of ['/articles', '/claims/2/evidence'] as const)
    expect((await whileSending(app, path, () => {})).head, path).toMatch(/^HTTP\/1\.1 303[\s\S]*location: \/(articles|claims)\//i)
  expect([db.select().from(articles).all().length, db.select().from(evidence).all().length]).toEqual([2, 1])
})

test.each(happenings)('somebody %s while the engine reads has neither brought in nor split an article', async (_what, _status, happens) => {
  const db = newsroom()
  const real = workers()
  let happen = false
  const meanwhile: Workers = {
    ...real,
    readArticle: async (...given) => {
      const reading = await real.readArticle(...given)
      if (happen) happens(db)
      return reading
    },
  }
  const app = await serve(db)
  const own = createApp({ db, settings: app.settings, workers: meanwhile, auditor: createAuditor(db), importer: importerIn(db) }).listen(
    0,
    '127.0.0.1',
  )
  onTestFinished(() => void own.close())
  await new Promise((done) => own.once('listening', done))
  const post = (path: string, body: FormData | URLSearchParams) =>
    fetch(`http://127.0.0.1:${(own.address() as AddressInfo).port}${path}`, {
      method: 'POST',
      redirect: 'manual',
      body,
      headers: { cookie: app.cookieOf('cal'), 'Sec-Fetch-Site': 'same-origin' },
    })
  const backToWork = (): void => {
    db.update(users).set({ deactivatedAt: null }).run()
    db.insert(memberships)
      .values({ userId: people.cal.id, deskId: 1, role: 'checker' })
      .onConflictDoUpdate({ target: [memberships.userId, memberships.deskId], set: { role: 'checker' } })
      .run()
  }

  happen = true
  expect([403, 404]).toContain((await post('/articles', formOf(fieldsFor['/articles']))).status)
  expect(db.select().from(articles).all()).toHaveLength(1)

  happen = false
  backToWork()
  expect((await post('/articles', formOf(fieldsFor['/articles']))).status).toBe(303)
  const made = db.select().from(claims).all().length
  happen = true
  expect([403, 404]).toContain((await post('/articles/2/split', new URLSearchParams())).status)
  expect(db.select().from(claims).all()).toHaveLength(made)
  expect(db.select().from(sentences).all().length).toBeGreaterThan(0)
})

test('only the fields that carry text may be long; everything else that was typed comes back', async () => {
  const db = newsroom()
  const app = await serve(db)
  const long = 'x'.repeat(17 * 1024)
  const refused = await app.post('cal', '/articles', formOf({ ...fieldsFor['/articles'], byline: long, outlet: 'The Meridian' }))
  const page = await refused.text()
  expect(refused.status).toBe(422)
  expect(page).toContain('Something in this form is far too long')
  expect(page).toContain('value="The Meridian"')
  expect(page).toContain('The harbour at Port Selm')
  expect(page).not.toContain(long)

  const beside = await app.post('cal', '/claims/2/evidence', formOf({ ...fieldsFor['/claims/2/evidence'], title: long, locator: 'page 4' }))
  expect(beside.status).toBe(422)
  const desk = await beside.text()
  expect(desk).toContain('Something in this form is far too long')
  expect(desk).toContain('Seen at noon.')
  expect(desk).not.toContain(long)
  expect(db.select().from(articles).all()).toHaveLength(1)
})

test('many long fields are refused in one sentence, and none of them comes back', async () => {
  const app = await serve(newsroom())
  const many = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`field${index}`, 'y'.repeat(9 * megabyte)]))
  for (const path of ['/articles', '/claims/2/evidence'] as const) {
    const refused = await app.post('cal', path, formOf({ ...fieldsFor[path], ...many }))
    expect(refused.status, path).toBe(422)
    const page = await refused.text()
    expect(page, path).toMatch(/far too long|far too large/)
    expect(page, path).not.toContain('yyyyyyyyyy')
  }
})

test('more than any form holds is not read to its end; what came before it comes back', async () => {
  const app = await serve(newsroom())
  const film = new Blob([new Uint8Array(70 * megabyte)])
  const refused = await app.post('cal', '/claims/2/evidence', formOf(fieldsFor['/claims/2/evidence'], film))
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('This file is larger than 20 MB.')
  expect(page).toContain('Seen at noon.')

  const article = await app.post('cal', '/articles', formOf({ ...fieldsFor['/articles'], outlet: 'The Meridian' }, film))
  expect(article.status).toBe(422)
  expect(await article.text()).toMatch(/What was sent is far too large[\s\S]*value="The Meridian"/)
})

test('those who go away in the middle of a long form take no room from the others', async () => {
  const app = await serve(newsroom())
  const headers = { 'Content-Type': 'multipart/form-data; boundary=x', 'Content-Length': String(60 * megabyte) }
  const gone = Array.from({ length: 6 }, () => slowPost(app, 'cal', '/articles', headers))
  await new Promise((done) => setTimeout(done, 200))
  for (const { socket } of gone) socket.destroy()

  const from = performance.now()
  const file = new Blob([text, ' '.repeat(19 * megabyte)])
  expect((await app.post('cal', '/articles', formOf({ publication: 'draft', deskId: '1' }, file))).status).toBeLessThan(500)
  expect(performance.now() - from).toBeLessThan(8000)
})

test('there is room for so much at once; others wait their turn, and whoever waits too long is told', async () => {
  const room = createRoom(100, 50)
  const first = await room.take(1000)
  const second = await room.take(40)
  const order: string[] = []
  const third = room.take(50).then((giveBack) => (order.push('third'), giveBack))
  const fourth = room.take(5).then((giveBack) => (order.push('fourth'), giveBack))
  expect(order).toEqual([])
  first()
  ;(await third)()
  ;(await fourth)()
  expect(order).toEqual(['third', 'fourth'])

  const again = await room.take(50)
  await expect(room.take(50)).rejects.toThrow(Busy)
  again()
  second()
  expect(await room.take(50)).toBeTypeOf('function')
})
