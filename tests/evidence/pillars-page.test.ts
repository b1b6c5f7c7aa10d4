import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findClaim } from '../../src/claims/queries.ts'
import { claims } from '../../src/claims/schema.ts'
import { pillarsSection } from '../../src/evidence/pillars-page.ts'
import type { Outcome, Voice } from '../../src/vocabulary.ts'
import { newsroom, viewerIn } from '../support/newsroom.ts'

const inHand = { seen: 0, back: '/claims/6', mayCheck: false }

function tellingOf(outcome: Outcome | 'hidden', voice: Voice) {
  const db = newsroom()
  db.update(claims).set({ voice }).where(eq(claims.id, 6)).run()
  return pillarsSection(findClaim(db, viewerIn(db, 'cal'), 6), { answers: [], evidence: [], outcome }, inHand, null).telling
}

test('unverified with a caveat in the copy, and without one, look and read differently', () => {
  expect(tellingOf('unverified', 'attributed_with_caveat')).toEqual({
    className: 'chip',
    mark: 'unverified',
    words: 'Unverified, and the copy says so',
  })
  expect(tellingOf('unverified', 'own_voice')).toEqual({
    className: 'chip warn',
    mark: 'error',
    words: 'Unverified, and the copy does not say so',
  })
})

test('nothing is told of an outcome that is withheld, or that is another', () => {
  expect(tellingOf('hidden', 'own_voice')).toBeNull()
  expect(tellingOf('verified', 'own_voice')).toBeNull()
})
