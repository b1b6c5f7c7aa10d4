import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { articles } from '../../src/articles/schema.ts'
import { challenges, corrections } from '../../src/corrections/schema.ts'
import { serve } from '../support/app.ts'
import { newsroom } from '../support/newsroom.ts'

const published = () => {
  const db = newsroom()
  db.update(articles).set({ publication: 'published' }).where(eq(articles.id, 1)).run()
  return db
}
const challenge = { claim: '3', challengedBy: 'The governor’s office', what: 'She said two days, not ten.', receivedOn: '2026-03-03' }
const correction = {
  text: 'An earlier version said ten days. It is two.',
  place: 'https://meridian.example/corrections/7',
  publishedOn: '2026-03-05',
}
const page = '/articles/1/corrections'

test('a challenge is recorded, answered once it was checked again, and its correction stands in audit, report and export', async () => {
  const db = published()
  const app = await serve(db)
  expect((await app.post('cal', `${page}/challenges`, challenge)).status).toBe(303)
  const open = await app.text('idris', page)
  expect(open).toContain('1 open challenge · 0 corrections')
  expect(open).toContain('href="/claims/3"')
  expect(open).not.toContain('<form class="form')

  const answer = { answer: 'corrected', why: 'The recording has two days.', ...correction }
  expect((await app.post('cal', `${page}/challenges/1/answer`, answer)).status).toBe(403)
  expect((await app.post('edith', `${page}/challenges/1/answer`, answer)).status).toBe(303)
  const done = await app.text('idris', page)
  expect(done).toContain('0 open challenges · 1 correction')
  expect(done).toContain('Corrected: Edith')
  expect(done).toContain(`<a href="${correction.place}" rel="noreferrer">`)
  expect(await app.text('idris', '/articles/1/audit')).toContain('Corrections (1)')
  expect(await app.text('idris', '/audits/pieces?figure=corrected')).toContain('Bridge at Orme')

  const report = (await (await app.get('idris', '/articles/1/report.json')).json()) as { corrections: unknown; challenges: unknown }
  expect(report.corrections).toEqual([
    {
      '@context': 'https://schema.org',
      '@type': 'CorrectionComment',
      identifier: 1,
      text: correction.text,
      datePublished: '2026-03-05',
      url: correction.place,
      place: correction.place,
      claim: 3,
    },
  ])
  expect(report.challenges).toMatchObject([{ claim: 3, what: challenge.what, answer: 'corrected', answeredBy: 'Edith' }])
  const paper = await app.text('idris', '/articles/1/report')
  expect(paper).toContain('Correction, claim 3, published 2026-03-05')
  // Who challenged it is for the desk only.
  for (const told of [JSON.stringify(report), paper]) expect(told).not.toContain('governor’s office')
  const history = await app.text('idris', '/history')
  expect(history).toContain('answered a challenge to')
  expect(history).toContain('recorded a correction of')
  expect((await app.post('edith', `${page}/challenges/1/answer`, answer)).status).toBe(409)
})

test('a challenge may also end with: it stands; and a desk corrects what it found itself, or takes that back with a reason', async () => {
  const db = published()
  const app = await serve(db)
  await app.post('cal', `${page}/challenges`, { ...challenge, claim: '' })
  expect((await app.post('edith', `${page}/challenges/1/answer`, { answer: 'stands', why: 'The recording has ten.' })).status).toBe(303)
  expect(await app.text('idris', page)).toContain('It stands: Edith')
  expect((await app.post('edith', page, { ...correction, place: 'page 2', claim: '' })).status).toBe(303)
  expect(await app.text('edith', page)).toContain('0 open challenges · 1 correction')
  expect((await app.post('edith', `${page}/withdrawal`, { correction: '1', reason: '' })).status).toBe(422)
  expect((await app.post('edith', `${page}/withdrawal`, { correction: '1', reason: 'It was another piece.' })).status).toBe(303)
  expect(await app.text('idris', page)).toMatch(/0 corrections[\s\S]*Withdrawn [^<]*It was another piece\./)
  const report = await app.text('idris', '/articles/1/report.json')
  expect(JSON.parse(report)).toMatchObject({ corrections: [], challenges: [{ answer: 'stands', why: 'The recording has ten.' }] })
  expect(() => db.delete(corrections).run()).toThrow('withdrawn, never deleted')
  expect(() => db.update(challenges).set({ what: 'Nothing.' }).run()).toThrow('answered, never rewritten')
})

test('what is missing is asked for, nothing typed is lost; drafts, other desks and readers have nothing to correct', async () => {
  const db = published()
  const app = await serve(db)
  const without = await app.post('edith', page, { ...correction, place: '', publishedOn: 'yesterday', claim: '' })
  expect(without.status).toBe(422)
  const again = await without.text()
  expect(again).toContain('Say where it was published')
  expect(again).toContain('Give the day on which it was published')
  expect(again).toContain(correction.text)
  await app.post('cal', `${page}/challenges`, challenge)
  const half = await app.post('edith', `${page}/challenges/1/answer`, { answer: 'corrected', why: 'It is wrong.', text: 'Two, not ten.' })
  expect(half.status).toBe(422)
  const halfway = await half.text()
  expect(halfway).toContain('Two, not ten.')
  expect(halfway).toContain('Say where it was published')
  expect((await app.post('cal', `${page}/challenges`, { ...challenge, claim: '99' })).status).toBe(422)
  expect((await app.post('idris', `${page}/challenges`, challenge)).status).toBe(403)
  expect((await app.get('olga', page)).status).toBe(404)
  expect((await app.post('olga', `${page}/challenges`, challenge)).status).toBe(404)
  db.update(articles).set({ publication: 'draft' }).where(eq(articles.id, 1)).run()
  expect(await app.text('edith', page)).toContain('This piece is a draft.')
  expect((await app.post('cal', `${page}/challenges`, challenge)).status).toBe(409)
  expect(db.select().from(challenges).all()).toHaveLength(1)
})
