import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Db } from '../../src/db/open.ts'
import { evidence } from '../../src/evidence/schema.ts'
import { events } from '../../src/events/schema.ts'
import { queries, reviews } from '../../src/reviews/schema.ts'
import { sources } from '../../src/sources/schema.ts'
import type { Act } from '../../src/events/acts.ts'
import { serve } from '../support/app.ts'
import { newsroom } from '../support/newsroom.ts'
import { find, takeSecond } from './scene.ts'

const happened = (db: Db, act: Act): number => db.select().from(events).where(eq(events.act, act)).all().length
const finding = { seen: 99, said: 'confirmed_relay', outcome: 'unverified', confidence: 'low', reason: 'Rang twice.' }
const note = { seen: 99, kind: 'note', note: 'Asked them.', stance: 'supports', basis: 'first_hand' }

/** A button pressed twice before the first answer is there: both posts say the same and have seen the same. */
async function twice(
  app: Awaited<ReturnType<typeof serve>>,
  path: string,
  form: Record<string, string | number>,
  who: 'cal' | 'ruth' = 'cal',
) {
  const [one, other] = [await app.post(who, path, form), await app.post(who, path, form)]
  expect([one.status, other.status]).toEqual([303, 303])
  expect(other.headers.get('location')).toBe(one.headers.get('location'))
}

test('a finding sent twice by one click too many is recorded once', async () => {
  const db = newsroom()
  await twice(await serve(db), '/claims/1/findings', finding)
  expect(db.select().from(reviews).all()).toHaveLength(1)
  expect(happened(db, 'finding.filed')).toBe(1)
})

test('a second check sent twice is recorded once, though it is no longer held', async () => {
  const db = newsroom()
  find(db, 'cal', 1)
  takeSecond(db, 'ruth', 1)
  await twice(await serve(db), '/claims/1/findings', { ...finding, opinion: 'second' }, 'ruth')
  expect(
    db
      .select()
      .from(reviews)
      .all()
      .map((review) => review.opinion),
  ).toEqual(['first', 'second'])
})

test('a query sent twice is asked once', async () => {
  const db = newsroom()
  await twice(await serve(db), '/claims/1/queries', { seen: 99, question: 'Which report?' })
  expect(db.select().from(queries).all()).toHaveLength(1)
  expect(happened(db, 'query.asked')).toBe(1)
})

test.each([
  ['from nobody in particular', {}],
  ['from a known source', { who: 'Lena Varro · Person · #2' }],
  ['from a new source', { who: 'Tom Ressel', sourceKind: 'person' }],
])('evidence %s sent twice is added once', async (_, source: Record<string, string>) => {
  const db = newsroom()
  const known = db.select().from(sources).all().length
  await twice(await serve(db), '/claims/2/evidence', { ...note, ...source })
  expect(db.select().from(evidence).all()).toHaveLength(1)
  expect(happened(db, 'evidence.added')).toBe(1)
  expect(db.select().from(sources).all()).toHaveLength(source.sourceKind ? known + 1 : known)
})

test('a file sent twice is added once; another file under the same words is another piece', async () => {
  const db = newsroom()
  const app = await serve(db)
  const form = (bytes: string) => {
    const data = new FormData()
    for (const [name, value] of Object.entries({ seen: '99', kind: 'file', title: 'Log', stance: 'supports', basis: 'primary_record' }))
      data.set(name, value)
    data.set('file', new Blob([bytes]), 'log.txt')
    return data
  }
  for (const bytes of ['one\n', 'one\n', 'two\n']) expect((await app.post('cal', '/claims/2/evidence', form(bytes))).status).toBe(303)
  expect(db.select().from(evidence).all()).toHaveLength(2)
})

test('the same words are recorded again by somebody else, in other words, or once something has happened since', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/1/findings', finding)
  await app.post('rory', '/claims/1/findings', finding)
  await app.post('cal', '/claims/1/findings', finding)
  await app.post('cal', '/claims/1/findings', { ...finding, reason: 'Rang three times.' })
  expect(db.select().from(reviews).all()).toHaveLength(4)
  await app.post('cal', '/claims/2/queries', { seen: 99, question: 'Since when?' })
  await app.post('cal', '/queries/1/answer', { answer: 'Monday.', answeredOn: '2026-03-02T15:00', answeredHow: 'by phone' })
  await app.post('cal', '/claims/2/queries', { seen: 99, question: 'Since when?' })
  expect(db.select().from(queries).all()).toHaveLength(2)
})
