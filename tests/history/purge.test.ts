import { existsSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { clear } from '../../src/accounts/policy.ts'
import { memberships } from '../../src/accounts/schema.ts'
import { changeDetails } from '../../src/articles/articles.ts'
import { findArticle, listDesksToCheck } from '../../src/articles/queries.ts'
import { findClaim, lastEventOn } from '../../src/claims/queries.ts'
import type { Db } from '../../src/db/open.ts'
import { addEvidence, type NewEvidence } from '../../src/evidence/evidence.ts'
import { keepFile, pathOf } from '../../src/evidence/store.ts'
import { verifyRecord } from '../../src/history/verify.ts'
import { serve } from '../support/app.ts'
import { claimOfOlga } from '../sources/other-desk.ts'
import { newsroom, people, viewerIn } from '../support/newsroom.ts'
import { acting } from '../support/scene.ts'

const reason = 'Court order 12/26 of the Orme district court.'
const secret = 'Zanzibar told us this in confidence.'

async function scene() {
  const db = newsroom()
  const app = await serve(db)
  const kept = await keepFile(app.settings.dataFolder, Buffer.from('the exact bytes of a notice'))
  const cal = acting(db, 'cal')
  cal.addsEvidence(2, 'Road authority notice', { ...kept, name: 'notice.txt' })
  cal.finds(6, 'unverified', secret)
  const event = (act: string): number => db.$client.prepare('SELECT max(id) FROM events WHERE act = ?').pluck().get(act) as number
  return { db, app, kept, event, place: pathOf(app.settings.dataFolder, kept.sha256) }
}

const noteWithFile = (db: Db, claimId: number): NewEvidence => ({
  seen: lastEventOn(db, claimId),
  kind: 'file',
  title: 'Ours too',
  url: '',
  locator: '',
  passage: '',
  withWhom: '',
  happenedOn: '',
  note: '',
  stance: 'supports',
  basis: 'primary_record',
  source: { is: 'unclear' },
})
const said = (db: Db, folder: string) => verifyRecord(db, folder)

test('an admin purges what an event kept: the event and its digest stay, and verify says that it was purged', async () => {
  const { db, app, event } = await scene()
  const id = event('finding.filed')
  const before = db.$client.prepare('SELECT * FROM events WHERE id = ?').get(id)
  const answer = await app.post('ada', `/history/${id}/purges`, { what: 'payload', reason })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/history/${id}`])

  expect(db.$client.prepare('SELECT * FROM events WHERE id = ?').get(id)).toEqual(before)
  expect(await app.text('ada', '/history')).not.toContain(secret)
  expect(await app.text('ada', `/history/${id}`)).toContain('Purged. Its digest stays')
  expect(await app.text('idris', '/history')).toContain(reason)
  const { ok, lines } = said(db, app.settings.dataFolder)
  expect(ok).toBe(true)
  expect(lines).toContain('Purged, as the history says: 2 pieces of what events kept.')
  expect((await app.post('ada', `/history/${id}/purges`, { what: 'payload', reason })).status).toBe(409)
})

test('what was purged is not left in the file of the database', async () => {
  const { db, app, event } = await scene()
  await app.post('ada', `/history/${event('finding.filed')}/purges`, { what: 'payload', reason })
  db.$client.exec(
    'PRAGMA foreign_keys = OFF; DROP TRIGGER reviews_are_kept; PRAGMA secure_delete = ON; DELETE FROM reviews; PRAGMA secure_delete = OFF',
  )
  expect(db.$client.serialize().includes(secret)).toBe(false)
})

test('an admin purges the text of a version: its hash and the claims stay, and pages say so', async () => {
  const { db, app, event } = await scene()
  await app.post('ada', `/history/${event('article.split')}/purges`, { what: 'version', reason })
  expect(db.$client.prepare('SELECT text FROM versions').pluck().get()).toBeNull()
  expect(db.$client.prepare("SELECT count(*) FROM claim_spans WHERE before <> '' OR after <> ''").pluck().get()).toBe(0)

  const report = await app.text('idris', '/articles/1/report')
  expect(report).toContain('The text of this version has been purged for a legal reason')
  expect(report).toContain('Engineers have closed the crossing to traffic.')
  expect(report).not.toContain('It was a long night.')
  for (const url of ['/articles/1/report.json', '/articles/1/claims.csv', '/history', '/search?q=bridge'])
    expect((await app.get('idris', url)).status, url).toBe(200)
  const { ok, lines } = said(db, app.settings.dataFolder)
  expect(ok).toBe(true)
  expect(lines).toContain('Purged, as the history says: the text of 1 version.')
})

test('an admin purges an uploaded file: it leaves the disk, the evidence stays', async () => {
  const { db, app, event, place } = await scene()
  expect(existsSync(place)).toBe(true)
  await app.post('ada', `/history/${event('evidence.added')}/purges`, { what: 'file', reason })
  expect(existsSync(place)).toBe(false)
  expect(await app.text('idris', '/articles/1/report')).toContain('(the file itself was purged)')
  expect(await app.text('idris', '/history')).toContain('purged an uploaded file (notice.txt)')
  expect(said(db, app.settings.dataFolder)).toMatchObject({ ok: true })
})

test('a file that another desk relies on too leaves this desk alone, and nobody is told of the other', async () => {
  const { db, app, event, place, kept } = await scene()
  const ours = event('evidence.added')
  const claimId = claimOfOlga(db)
  const olga = viewerIn(db, 'olga')
  addEvidence(db, olga, clear(olga, 'check', findClaim(db, olga, claimId)), noteWithFile(db, claimId), { ...kept, name: 'theirs.txt' })
  const url = `/history/${ours}/purges`
  const answer = await app.post('ada', url, { what: 'file', reason })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, url.replace('/purges', '')])
  expect(existsSync(place)).toBe(true)
  expect((await app.get('cal', '/evidence/1/file')).status).toBe(404)
  expect((await app.get('olga', '/evidence/2/file')).status).toBe(200)
  expect(said(db, app.settings.dataFolder)).toMatchObject({ ok: true })
  // With the last that relied on it, the file goes.
  await app.post('olga', `/history/${event('evidence.added')}/purges`, { what: 'file', reason })
  expect(existsSync(place)).toBe(false)
  expect(said(db, app.settings.dataFolder)).toMatchObject({ ok: true })
})

test('what one desk did is not purged through another that the article has been moved to', async () => {
  const { db, app, event, place } = await scene()
  const events = ['finding.filed', 'article.split', 'evidence.added'].map(event)
  db.insert(memberships).values({ userId: people.edith.id, deskId: 2, role: 'admin' }).run()
  const edith = viewerIn(db, 'edith')
  const article = clear(edith, 'check', findArticle(db, edith, 1))
  const [, there] = listDesksToCheck(db, edith).sort((one, other) => one.id - other.id)
  if (!there) throw new Error('no second desk')
  const { headline, outlet, byline, url, publishedAt, subjects, publication, dueAt } = article
  const moved = { headline, outlet, byline, url, publishedAt, subjects, publication, dueAt, assigneeId: null, seen: 9999 }
  changeDetails(db, edith, article, clear(edith, 'check', there), moved)
  const purges = async (id: number, what: string) => (await app.post('edith', `/history/${id}/purges`, { what, reason })).status
  for (const id of events) for (const what of ['payload', 'version']) expect([id, what, await purges(id, what)]).toEqual([id, what, 403])
  expect(await purges(event('evidence.added'), 'file')).toBe(403)
  expect(await app.text('edith', `/history/${event('evidence.added')}`)).not.toContain('/purges')
  // What happens on the new desk is its admin's to purge; the text came in on the old one.
  expect(await purges(event('article.details_changed'), 'version')).toBe(403)
  expect(await purges(event('article.details_changed'), 'payload')).toBe(303)
  expect(existsSync(place)).toBe(true)
  expect(db.$client.prepare('SELECT count(*) FROM versions WHERE text IS NULL').pluck().get()).toBe(0)
  db.update(memberships).set({ role: 'admin' }).where(eq(memberships.userId, people.edith.id)).run()
  expect((await app.post('edith', `/history/${event('evidence.added')}/purges`, { what: 'file', reason })).status).toBe(303)
  expect(existsSync(place)).toBe(false)
})

test('only an admin of the desk purges, and only with a reason; what was typed stays', async () => {
  const { app, event } = await scene()
  const url = `/history/${event('finding.filed')}`
  expect((await app.get('edith', url)).status).toBe(403)
  expect((await app.post('edith', `${url}/purges`, { what: 'payload', reason })).status).toBe(403)
  expect((await app.get('olga', url)).status).toBe(404)
  expect((await app.post('olga', `${url}/purges`, { what: 'payload', reason })).status).toBe(404)

  const refused = await app.post('ada', `${url}/purges`, { what: 'payload', reason: 'because' })
  expect(refused.status).toBe(422)
  const html = await refused.text()
  expect(html).toContain('State the legal reason')
  expect(html).toContain('>because</textarea>')
})

test('the database refuses to take anything away without the event that says so', async () => {
  const { db } = await scene()
  expect(() => db.$client.exec('UPDATE payloads SET body = NULL')).toThrow('a payload goes only by a purge')
  expect(() => db.$client.exec('UPDATE versions SET text = NULL, purged_by = 1')).toThrow('never changed')
  expect(() => db.$client.exec('DELETE FROM events')).toThrow('append-only')
})
