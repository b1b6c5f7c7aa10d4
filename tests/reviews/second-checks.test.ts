import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { clear } from '../../src/accounts/policy.ts'
import { claims, secondChecks } from '../../src/claims/schema.ts'
import type { Db } from '../../src/db/open.ts'
import { Conflict, Forbidden } from '../../src/errors.ts'
import { opinionsOn, progressOn, withheldClaims } from '../../src/reviews/queries.ts'
import { findSecondCheck, giveBackSecondCheck } from '../../src/reviews/second-checks.ts'
import { cutClaim } from '../../src/reviews/workflow.ts'
import { newsroom, type Person, viewerIn } from '../support/newsroom.ts'
import { checking, find, takeSecond } from './scene.ts'

const stateOf = (db: Db, id: number) => db.select({ state: claims.state }).from(claims).where(eq(claims.id, id)).get()?.state
const giveBack = (db: Db, who: Person, checkId: number): void => {
  const viewer = viewerIn(db, who)
  giveBackSecondCheck(db, viewer, clear(viewer, 'read', findSecondCheck(db, viewer, checkId)))
}
const seenBy = (db: Db, who: Person, claimId: number) => opinionsOn(db, viewerIn(db, who), 1).get(claimId)

describe('taking the second check', () => {
  test('puts the claim in review and names who has it', () => {
    const db = newsroom()
    find(db, 'cal', 1)
    takeSecond(db, 'ruth', 1)
    expect(stateOf(db, 1)).toBe('in_review')
    expect(seenBy(db, 'edith', 1)?.secondCheck).toMatchObject({ takenByName: 'Ruth', mine: false })
  })

  test('comes after a first finding, never before', () => {
    const db = newsroom()
    expect(() => takeSecond(db, 'ruth', 1)).toThrow('the second check comes after the first')
    find(db, 'cal', 1, { outcome: 'not_checked', confidence: null })
    expect(() => takeSecond(db, 'ruth', 1)).toThrow(Conflict)
  })

  test('is refused to whoever filed the first, also where somebody filed it anew', () => {
    const db = newsroom()
    find(db, 'ruth', 1)
    expect(() => takeSecond(db, 'ruth', 1)).toThrow('You filed the first finding on claim 1')
    find(db, 'cal', 1)
    expect(() => takeSecond(db, 'ruth', 1)).toThrow('You filed the first finding on claim 1')
    takeSecond(db, 'rory', 1)
  })

  test('is refused while somebody has it, and once it is given', () => {
    const db = newsroom()
    find(db, 'cal', 1)
    takeSecond(db, 'ruth', 1)
    expect(() => takeSecond(db, 'rory', 1)).toThrow('Ruth has taken the second check of claim 1.')
    expect(() => takeSecond(db, 'ruth', 1)).toThrow('You have taken this second check already.')
    find(db, 'ruth', 1)
    expect(() => takeSecond(db, 'rory', 1)).toThrow('has its second check')
  })

  test('is refused to whoever gave it back, since they could look; somebody else may take it', () => {
    const db = newsroom()
    find(db, 'cal', 1)
    const check = takeSecond(db, 'ruth', 1)
    giveBack(db, 'ruth', check.id)
    expect(stateOf(db, 1)).toBe('proposed')
    expect(() => takeSecond(db, 'ruth', 1)).toThrow('could see the first finding since')
    takeSecond(db, 'rory', 1)
  })

  test('is for a reviewer', () => {
    const db = newsroom()
    find(db, 'ruth', 1)
    expect(() => takeSecond(db, 'cal', 1)).toThrow(Forbidden)
  })
})

describe('giving it back', () => {
  test('is for whoever has it, or an editor', () => {
    const db = newsroom()
    find(db, 'cal', 1)
    const check = takeSecond(db, 'ruth', 1)
    expect(() => giveBack(db, 'rory', check.id)).toThrow(Forbidden)
    giveBack(db, 'edith', check.id)
    expect(() => giveBack(db, 'ruth', check.id)).toThrow('already been filed or given back')
  })

  test('is not for another desk, where it does not exist', () => {
    const db = newsroom()
    find(db, 'cal', 1)
    const check = takeSecond(db, 'ruth', 1)
    expect(() => giveBack(db, 'olga', check.id)).toThrow('There is no such second check')
  })
})

describe('filing it', () => {
  test('makes the second opinion, closes the check, and asks for both findings', () => {
    const db = newsroom()
    find(db, 'cal', 1)
    takeSecond(db, 'ruth', 1)
    expect(() => find(db, 'ruth', 1, { said: 'not_checked' })).toThrow('Choose whether they said it.')
    expect(() => find(db, 'ruth', 1, { outcome: 'not_checked' })).toThrow('Choose whether it is so.')
    expect(() => find(db, 'ruth', 1, { outcome: 'verified' })).toThrow('Verified needs')
    expect(find(db, 'ruth', 1).opinion).toBe('second')
    expect(db.select().from(secondChecks).all()[0]?.filedAt).not.toBeNull()
    expect(seenBy(db, 'ruth', 1)).toMatchObject({ withheld: false, differ: false, outcome: 'unverified', second: { reviewerName: 'Ruth' } })
  })

  test('is refused once the check is no longer theirs, rather than counting as a first finding', () => {
    const db = newsroom()
    find(db, 'cal', 1)
    const check = takeSecond(db, 'ruth', 1)
    giveBack(db, 'edith', check.id)
    expect(() => find(db, 'ruth', 1, { opinion: 'second' })).toThrow('You do not hold the second check of claim 1')
  })

  test('leaves the first finding to others', () => {
    const db = newsroom()
    find(db, 'cal', 1)
    takeSecond(db, 'ruth', 1)
    find(db, 'ruth', 1)
    expect(() => find(db, 'ruth', 1, { opinion: 'first' })).toThrow('the first finding is for somebody else')
  })

  test('is refused where the claim was worded anew under it', () => {
    const db = newsroom()
    find(db, 'cal', 1)
    takeSecond(db, 'ruth', 1)
    db.update(claims).set({ wording: 'Two people were killed' }).where(eq(claims.id, 1)).run()
    expect(() => find(db, 'ruth', 1)).toThrow('worded anew')
  })
})

describe('what is withheld', () => {
  const blind = () => {
    const db = newsroom()
    find(db, 'cal', 1, { reason: 'Rang the agency twice.' })
    takeSecond(db, 'ruth', 1)
    return db
  }

  test('is everything of the first opinion, from this person only', () => {
    const db = blind()
    expect(seenBy(db, 'ruth', 1)).toMatchObject({
      withheld: true,
      first: null,
      all: [],
      outcome: 'not_checked',
      said: 'not_checked',
      confidence: null,
    })
    expect(seenBy(db, 'rory', 1)).toMatchObject({ withheld: false, outcome: 'unverified' })
    expect([...withheldClaims(db, viewerIn(db, 'ruth'))]).toEqual([1])
    expect([...withheldClaims(db, viewerIn(db, 'rory'))]).toEqual([])
  })

  test('includes what was filed on it while the check is open', () => {
    const db = blind()
    find(db, 'cal', 1, { outcome: 'not_checkable', reason: 'A matter of belief.' })
    expect(seenBy(db, 'ruth', 1)).toMatchObject({ withheld: true, all: [], outcome: 'not_checked' })
    expect(stateOf(db, 1)).toBe('in_review')
  })

  test('is hidden in the progress of the piece', () => {
    const db = blind()
    expect(progressOn(db, viewerIn(db, 'ruth'), { deskId: 1 }, 1).segments).toContainEqual({ outcome: 'hidden', count: 1 })
    expect(progressOn(db, viewerIn(db, 'rory'), { deskId: 1 }, 1).segments).toContainEqual({ outcome: 'unverified', count: 1 })
  })

  test('cannot be brought out by merging the claim into another', () => {
    const db = blind()
    db.update(claims).set({ withdrawn: true, mergedInto: 2 }).where(eq(claims.id, 1)).run()
    expect(seenBy(db, 'ruth', 2)?.all).toEqual([])
    expect(seenBy(db, 'ruth', 1)).toMatchObject({ withheld: true, all: [] })
    expect(seenBy(db, 'rory', 2)?.all).toHaveLength(1)
  })

  test('reaches the claims that were merged into the one in hand', () => {
    const db = newsroom()
    find(db, 'cal', 1)
    find(db, 'cal', 2, { reason: 'Saw the barriers.' })
    db.update(claims).set({ withdrawn: true, mergedInto: 1 }).where(eq(claims.id, 2)).run()
    takeSecond(db, 'ruth', 1)
    expect(seenBy(db, 'ruth', 1)?.all).toEqual([])
    expect(seenBy(db, 'ruth', 2)).toMatchObject({ withheld: true, first: null, all: [] })
    expect(withheldClaims(db, viewerIn(db, 'ruth'))).toEqual(new Set([1, 2]))
  })

  test('stays so where the claim is worded anew meanwhile', () => {
    const db = blind()
    db.update(claims).set({ wording: 'Two people were killed' }).where(eq(claims.id, 1)).run()
    expect(seenBy(db, 'ruth', 1)).toMatchObject({ withheld: true, all: [] })
  })

  test('a claim is not cut from the copy under an open second check', () => {
    const db = blind()
    const { viewer, claim, seen } = checking(db, 'cal', 1)
    expect(() => cutClaim(db, viewer, claim, { seen, reason: 'Gone.' })).toThrow('Ruth holds the second check of claim 1')
  })
})
