import { describe, expect, test } from 'vitest'
import { roleLabels } from '../../src/vocabulary.ts'
import { serve } from '../support/app.ts'
import { newsroom, type Person, people } from '../support/newsroom.ts'
import { bridgeSha, find, takeSecond } from './scene.ts'

/** Each act with the least role that may do it. What is posted need not succeed: it must not be the role that stops it. */
const acts = [
  ['/claims/1/findings', 'checker', { seen: 99, said: 'confirmed_relay' }],
  ['/claims/1/queries', 'checker', { seen: 99, question: 'Which?' }],
  ['/queries/1/answer', 'checker', { answer: 'That one.', answeredOn: '2026-03-02', answeredHow: 'by phone' }],
  ['/claims/1/waiting', 'checker', { seen: 99, need: 'source', since: '' }],
  ['/claims/1/resumption', 'checker', { seen: 99 }],
  ['/claims/1/cut', 'checker', { seen: 99, cutReason: 'Gone.' }],
  ['/claims/1/restoration', 'checker', { seen: 99, restoreReason: 'Back.' }],
  ['/claims/1/second-checks', 'reviewer', { seen: 99 }],
  ['/claims/1/assignment', 'editor', { seen: 99, assignee: String(people.ruth.id) }],
  ['/articles/1/assignment', 'editor', { assignee: '' }],
  ['/articles/1/sign-off', 'editor', { sha256: bridgeSha }],
  ['/articles/1/reopening', 'editor', { reason: 'A late number.' }],
] as const
const onTheDesk: readonly Person[] = ['idris', 'cal', 'rory', 'edith', 'ada']
const order = Object.keys(roleLabels)

describe.each(acts)('%s', (path, least, form) => {
  test(`is for a ${least} and above, and does not exist for another desk`, async () => {
    for (const who of onTheDesk) {
      const db = newsroom()
      const app = await serve(db)
      if (path.startsWith('/queries')) await app.post('cal', '/claims/1/queries', { seen: 99, question: 'Which?' })
      const { status } = await app.post(who, path, form)
      const allowed = order.indexOf(people[who].role) >= order.indexOf(least)
      expect(status === 403, `${who}: ${status}`).toBe(!allowed)
      expect((await app.post('olga', path, form)).status).toBe(404)
    }
  })
})

test('a second check is given back by whoever has it or an editor, and does not exist for another desk', async () => {
  const answers: Record<string, number> = {}
  for (const who of ['idris', 'cal', 'rory', 'olga', 'ruth', 'edith'] as const) {
    const db = newsroom()
    find(db, 'cal', 1)
    takeSecond(db, 'ruth', 1)
    answers[who] = (await (await serve(db)).post(who, '/second-checks/1/return')).status
  }
  expect(answers).toEqual({ idris: 403, cal: 403, rory: 403, olga: 404, ruth: 303, edith: 303 })
})
