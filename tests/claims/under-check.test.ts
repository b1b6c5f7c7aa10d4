import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sentences } from '../../src/articles/schema.ts'
import { claims } from '../../src/claims/schema.ts'
import { find, takeSecond } from '../reviews/scene.ts'
import { serve } from '../support/app.ts'
import { bridgeClaims, bridgeText, newsroom, spanOf } from '../support/newsroom.ts'

test('a claim is not cut, merged or dropped while somebody holds its second check', async () => {
  const db = newsroom()
  const app = await serve(db)
  find(db, 'cal', 3)
  takeSecond(db, 'ruth', 3)
  const [start] = spanOf(bridgeText, bridgeClaims[3])
  const sentence = db.select().from(sentences).where(eq(sentences.start, start)).get()
  const before = db.select().from(claims).all()
  const acts = [
    ['/claims/3/cuts', { seen: 999, at: bridgeText.indexOf('that the bridge would') }],
    ['/claims/3/passages', { seen: 999, spans: spanOf(bridgeText, 'Governor Lena Varro').join('-') }],
    ['/claims/3/merges', { seen: 999, with: 4 }],
    ['/claims/4/merges', { seen: 999, with: 3 }],
    ['/claims/3/drop', { seen: 999, reason: 'opinion' }],
    ['/claims/3/cut', { seen: 999, cutReason: 'The paragraph went.' }],
    [`/sentences/${sentence?.id}/none`, { reason: 'opinion' }],
  ] as const
  for (const [path, form] of acts) {
    const answer = await app.post('cal', path, form)
    expect(answer.status, path).toBe(409)
    expect(await answer.text(), path).toContain('Ruth holds the second check of claim 3. It is filed or given back first.')
  }
  expect(await (await app.post('ruth', '/claims/3/drop', { seen: 999, reason: 'opinion' })).text()).toContain(
    'You hold the second check of claim 3. File it or give it back first.',
  )
  expect(db.select().from(claims).all()).toEqual(before)

  await app.post('ruth', '/second-checks/1/return')
  expect((await app.post('cal', '/claims/3/drop', { seen: 999, reason: 'opinion' })).status).toBe(303)
  expect(db.select().from(claims).where(eq(claims.id, 3)).get()?.state).toBe('not_a_claim')
})
