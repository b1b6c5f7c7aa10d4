import { expect, test } from 'vitest'
import { claimOfOlga } from '../sources/other-desk.ts'
import { serve } from '../support/app.ts'
import { newsroom } from '../support/newsroom.ts'

test('an act on the piece that is refused comes back with what was in hand and what was typed', async () => {
  const app = await serve(newsroom())
  const answer = await app.post('edith', '/articles/1/sign-off', { sha256: 'x', back: '/articles/1/desk?claim=4' })
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('data-claim="4"')
})

test('whatever the address that it carries back names, the desk is shown and what was typed is kept', async () => {
  const db = newsroom()
  const claimId = claimOfOlga(db)
  const app = await serve(db)
  for (const claim of [String(claimId), '999', '0', '-1', '1.5', '1e400', 'x', '%00', '']) {
    for (const back of [`/articles/1/desk?claim=${claim}`, `?claim=${claim}&outcome[]=x`, `https://elsewhere.example/?claim=${claim}`]) {
      const answer = await app.post('edith', '/articles/1/assignment', { assignee: '3', due: 'on Tuesday', back })
      expect(answer.status, back).toBe(422)
      const page = await answer.text()
      expect(page).toContain('Give a due date and time, or leave it empty.')
      expect(page).toContain('value="on Tuesday"')
    }
  }
})
