import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sentences } from '../../src/articles/schema.ts'
import { claims } from '../../src/claims/schema.ts'
import type { Db } from '../../src/db/open.ts'
import { serve } from '../support/app.ts'
import { bridgeClaims, bridgeText, newsroom, spanOf } from '../support/newsroom.ts'

const claim = (db: Db, number: number) => db.select().from(claims).where(eq(claims.number, number)).get()
const as = (duplicateOf: number) => ({ seen: 999, reason: 'duplicate', duplicateOf })

async function desk() {
  const db = newsroom()
  return { db, app: await serve(db) }
}

test('a claim is no duplicate of one that is itself dropped or cut from the copy', async () => {
  const { db, app } = await desk()
  await app.post('cal', '/claims/5/drop', { seen: 999, reason: 'opinion' })
  await app.post('cal', '/claims/4/cut', { seen: 999, cutReason: 'The paragraph went.' })
  for (const [number, why] of [
    [5, 'Claim 5 was itself dropped.'],
    [4, 'Claim 4 is cut from the copy.'],
  ] as const) {
    const answer = await app.post('cal', '/claims/6/drop', as(number))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(`${why} Give the number of a claim that is checked.`)
  }
  expect(claim(db, 6)).toMatchObject({ state: 'new', duplicateOf: null })
})

test('a claim that others were dropped as duplicates of is not dropped, cut or merged away, nor its sentence marked as holding none', async () => {
  const { db, app } = await desk()
  await app.post('cal', '/claims/5/drop', as(6))
  await app.post('cal', '/claims/2/drop', as(6))
  const [start] = spanOf(bridgeText, bridgeClaims[6])
  const sentence = db
    .select()
    .from(sentences)
    .where(and(eq(sentences.versionId, 1), eq(sentences.start, start)))
    .get()
  for (const [path, form] of [
    ['/claims/6/drop', { seen: 999, reason: 'opinion' }],
    ['/claims/6/drop', as(3)],
    ['/claims/6/cut', { seen: 999, cutReason: 'The paragraph went.' }],
    ['/claims/4/merges', { seen: 999, with: 6 }],
    [`/sentences/${sentence?.id}/none`, { reason: 'opinion' }],
  ] as const) {
    const answer = await app.post('cal', path, form)
    expect(answer.status, path).toBe(409)
    expect(await answer.text()).toContain(
      'Claim 6 is checked for claims 2 and 5 too, dropped as repeating it. Take claims 2 and 5 back first.',
    )
  }
  expect(claim(db, 6)).toMatchObject({ state: 'new', withdrawn: false })
  await app.post('cal', '/claims/5/taking-back', { seen: 999 })
  await app.post('cal', '/claims/2/taking-back', { seen: 999 })
  expect((await app.post('cal', '/claims/6/drop', { seen: 999, reason: 'opinion' })).status).toBe(303)
})

test('two claims are never duplicates of each other, by no order of acts and undoing', async () => {
  const { db, app } = await desk()
  await app.post('cal', '/claims/5/drop', as(6))
  expect((await app.post('cal', '/claims/6/drop', as(5))).status).toBe(422)

  await app.post('cal', '/claims/5/taking-back', { seen: 999 })
  await app.post('ruth', '/claims/6/drop', as(5))
  const answer = await app.post('cal', '/articles/1/undo')
  expect(answer.status).toBe(409)
  expect(claim(db, 5)).toMatchObject({ state: 'in_progress', duplicateOf: null })
})

test('a claim that another repeats is not unmade by undo', async () => {
  const { db, app } = await desk()
  await app.post('cal', '/articles/1/claims', { spans: spanOf(bridgeText, 'ten days').join('-') })
  await app.post('ruth', '/claims/3/drop', as(7))
  const answer = await app.post('cal', '/articles/1/undo')
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('Claim 7 is checked for claim 3 too')
  expect(claim(db, 7)?.withdrawn).toBe(false)
})

test('a claim that is gone is neither dropped nor merged with: no claim ends in itself', async () => {
  const { db, app } = await desk()
  await app.post('cal', '/claims/1/merges', { seen: 999, with: 2 })
  expect((await app.post('cal', '/claims/2/merges', { seen: 999, with: 1 })).status).toBe(409)
  expect((await app.post('cal', '/claims/2/drop', { seen: 999, reason: 'opinion' })).status).toBe(409)
  expect([claim(db, 1)?.mergedInto, claim(db, 2)?.mergedInto]).toEqual([null, 1])
  await app.post('cal', '/claims/5/drop', { seen: 999, reason: 'opinion' })
  expect((await app.post('cal', '/claims/5/merges', { seen: 999, with: 6 })).status).toBe(409)
  expect(claim(db, 6)?.withdrawn).toBe(false)
})
