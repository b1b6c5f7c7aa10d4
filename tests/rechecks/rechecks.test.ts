import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { rechecks } from '../../src/rechecks/schema.ts'
import { serve } from '../support/app.ts'
import { newsroom } from '../support/newsroom.ts'
import { acting } from '../support/scene.ts'

const ask = { dueOn: '2020-01-15', why: 'The coroner reports in January.' }

test('a claim is put down to be checked again, is on the list and the board when due, and off it with what came of it', async () => {
  const db = newsroom()
  const app = await serve(db)
  expect(await app.text('cal', '/rechecks')).toContain('Nobody has asked for a claim to be checked again')
  expect(await app.text('cal', '/')).toContain('Nothing is due to be checked again')
  expect(await app.text('cal', '/claims/1')).toContain('href="/claims/1/recheck"')
  const empty = await app.post('cal', '/claims/1/recheck', { dueOn: 'soon', why: ' ' })
  expect(empty.status).toBe(422)
  const again = await empty.text()
  expect(again).toContain('Give the day as 2026-03-31.')
  expect(again).toContain('Say what to look for then')
  expect((await app.post('idris', '/claims/1/recheck', ask)).status).toBe(403)
  expect((await app.post('olga', '/claims/1/recheck', ask)).status).toBe(404)

  expect((await app.post('cal', '/claims/1/recheck', ask)).status).toBe(303)
  expect(await app.text('cal', '/')).toContain('1 claim due to be checked again')
  expect(await app.text('olga', '/')).toContain('Nothing is due')
  expect(await app.text('olga', '/rechecks')).not.toContain('coroner')
  const list = await app.text('idris', '/rechecks')
  expect(list).toMatch(/<h2>Due<\/h2>[\s\S]*The coroner reports in January[\s\S]*asked by \u2068Cal\u2069 · nothing done on it since/)
  expect(list).toMatch(/[\d,]+ days overdue/)

  // Another day takes its place, and is later.
  expect((await app.post('ruth', '/claims/1/recheck', { dueOn: '2999-01-01', why: 'The inquest.' })).status).toBe(303)
  expect(db.select().from(rechecks).all()).toHaveLength(1)
  expect(await app.text('cal', '/rechecks')).toMatch(/<h2>Later<\/h2>[\s\S]*The inquest/)
  expect(await app.text('cal', '/')).toContain('Nothing is due')

  acting(db, 'cal').addsEvidence(1, 'The inquest’s list of hearings')
  expect(await app.text('idris', '/rechecks')).toContain('1 act on it since')
  const changed = await app.text('idris', '/claims/1/recheck')
  expect(changed).toMatch(/What changed since somebody asked to check it again[\s\S]*The inquest’s list of hearings/)
  expect((await app.post('cal', '/claims/1/recheck/done', { came: ' ' })).status).toBe(422)
  expect((await app.post('cal', '/claims/1/recheck/done', { came: 'The inquest was put off to May.' })).status).toBe(303)
  expect((await app.post('cal', '/claims/1/recheck/done', { came: 'Again.' })).status).toBe(409)
  const page = await app.text('idris', '/claims/1/recheck')
  expect(page).toMatch(/Checked again before[\s\S]*The inquest was put off to May/)
  expect(await app.text('cal', '/history')).toMatch(/checked[\s\S]{0,80}again\.[\s\S]{0,120}The inquest was put off to May/)
  const done = db.select().from(rechecks).where(eq(rechecks.claimId, 1)).get()
  expect(() =>
    db
      .update(rechecks)
      .set({ came: 'Other.' })
      .where(eq(rechecks.id, done?.id ?? 0))
      .run(),
  ).toThrow('stays as it was recorded')
  expect(() => db.delete(rechecks).run()).toThrow('stays on record')
})
