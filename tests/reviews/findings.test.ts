import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { desks } from '../../src/accounts/schema.ts'
import { cutClaim } from '../../src/reviews/workflow.ts'
import { attributions, claims } from '../../src/claims/schema.ts'
import type { Db } from '../../src/db/open.ts'
import { Conflict, Forbidden } from '../../src/errors.ts'
import { payloadOf } from '../../src/events/events.ts'
import { events } from '../../src/events/schema.ts'
import { opinionsOn } from '../../src/reviews/queries.ts'
import { reviews } from '../../src/reviews/schema.ts'
import { sources } from '../../src/sources/schema.ts'
import { serve } from '../support/app.ts'
import { newsroom, people, viewerIn } from '../support/newsroom.ts'
import { addEvidence, checking, find, takeSecond } from './scene.ts'

const claimIn = (db: Db, id: number) => db.select().from(claims).where(eq(claims.id, id)).get()
const firstHand = (db: Db, name: string): number =>
  db.insert(sources).values({ name, kind: 'person', standing: 'confirmed', createdAt: '2026-03-02T09:00:00.000Z' }).returning().get().id

describe('recording a finding', () => {
  test('confirms the claim and its chain, and proposes the outcome', () => {
    const db = newsroom()
    find(db, 'cal', 1)
    expect(claimIn(db, 1)).toMatchObject({ standing: 'confirmed', state: 'proposed' })
    expect(
      db
        .select()
        .from(attributions)
        .where(eq(attributions.claimId, 1))
        .all()
        .map((hop) => hop.standing),
    ).toEqual(['confirmed'])
  })

  test('of the attribution alone leaves the claim in progress', () => {
    const db = newsroom()
    find(db, 'cal', 1, { outcome: 'not_checked', confidence: null, reason: '' })
    expect(claimIn(db, 1)).toMatchObject({ standing: 'confirmed', state: 'in_progress' })
  })

  test('writes one event that keeps everything that was said, and what it rested on', () => {
    const db = newsroom()
    const relied = addEvidence(db, 1)
    addEvidence(db, 1, { withdrawnAt: '2026-03-02T10:00:00.000Z' })
    const review = find(db, 'cal', 1, { outcome: 'verified', confidence: 'high', reason: 'The register has both deaths.' })
    expect(review.reliedOn).toEqual([relied])
    const event = db.select().from(events).where(eq(events.act, 'finding.filed')).all()
    expect(event).toHaveLength(1)
    expect(event[0]?.subjects).toEqual(['claim:1', `review:${review.id}`])
    expect(payloadOf(db, event[0]?.afterDigest ?? null)).toMatchObject({
      opinion: 'first',
      said: 'confirmed_relay',
      outcome: 'verified',
      confidence: 'high',
      reason: 'The register has both deaths.',
      reliedOn: [relied],
      state: 'proposed',
    })
  })

  test('a later one by anybody counts in its place, and both are kept', () => {
    const db = newsroom()
    find(db, 'cal', 1)
    find(db, 'rory', 1, { outcome: 'missing_context', reason: 'Both were soldiers.' })
    const found = opinionsOn(db, viewerIn(db, 'idris'), 1).get(1)
    expect(found).toMatchObject({ outcome: 'missing_context', first: { reviewerName: 'Rory' } })
    expect(found?.all.map((review) => review.reviewerName)).toEqual(['Cal', 'Rory'])
    expect(() => db.delete(reviews).run()).toThrow('every opinion is kept')
    expect(() => db.update(reviews).set({ reason: '' }).run()).toThrow('every opinion is kept')
  })

  test('about earlier words counts no longer', () => {
    const db = newsroom()
    find(db, 'cal', 1)
    db.update(claims).set({ wording: 'Two people were killed' }).where(eq(claims.id, 1)).run()
    const found = opinionsOn(db, viewerIn(db, 'cal'), 1).get(1)
    expect(found).toMatchObject({ first: null, outcome: 'not_checked' })
    expect(found?.all).toHaveLength(1)
  })

  test('on a claim merged away is listed with the one it went into, and does not count there', () => {
    const db = newsroom()
    find(db, 'cal', 2, { reason: 'Saw the barriers.' })
    db.update(claims).set({ withdrawn: true, mergedInto: 1 }).where(eq(claims.id, 2)).run()
    const found = opinionsOn(db, viewerIn(db, 'cal'), 1).get(1)
    expect(found?.all.map((review) => review.reason)).toEqual(['Saw the barriers.'])
    expect(found).toMatchObject({ first: null, outcome: 'not_checked' })
  })

  test('tells the later of two people what has happened, and records nothing of theirs', () => {
    const db = newsroom()
    const { seen } = checking(db, 'rory', 1)
    find(db, 'cal', 1)
    expect(() => find(db, 'rory', 1, { seen })).toThrow(Conflict)
    expect(() => find(db, 'rory', 1, { seen })).toThrow('Cal has changed claim 1 since you opened it.')
    expect(db.select().from(reviews).all()).toHaveLength(1)
  })

  test('is refused on a claim that is cut or dropped', () => {
    const db = newsroom()
    const { viewer, claim, seen } = checking(db, 'cal', 1)
    cutClaim(db, viewer, claim, { seen, reason: 'The paragraph went.' })
    expect(() => find(db, 'cal', 1)).toThrow('Claim 1 is cut from the copy. Bring it back first.')
    db.update(claims).set({ state: 'not_a_claim' }).where(eq(claims.id, 2)).run()
    expect(() => find(db, 'cal', 2)).toThrow('Take it back first.')
  })
})

describe('verified', () => {
  const verified = { outcome: 'verified', confidence: 'high', reason: 'Both say so.' } as const

  test('is not met by two outlets of one origin, nor by evidence that names no source', () => {
    const db = newsroom()
    const origin = firstHand(db, 'Dora Hale')
    addEvidence(db, 1, { basis: 'first_hand', sourceId: origin })
    addEvidence(db, 1, { basis: 'first_hand', sourceId: origin })
    addEvidence(db, 1, { basis: 'first_hand' })
    addEvidence(db, 1, { basis: 'relayed', sourceId: firstHand(db, 'The Evening Post') })
    expect(() => find(db, 'cal', 1, verified)).toThrow('two independent first-hand sources')
    addEvidence(db, 1, { basis: 'first_hand', sourceId: firstHand(db, 'Tomas Reed') })
    expect(find(db, 'cal', 1, verified).outcome).toBe('verified')
  })

  test('asks for as many sources as the desk does', () => {
    const db = newsroom()
    db.update(desks).set({ independentSources: 1 }).where(eq(desks.id, 1)).run()
    addEvidence(db, 1, { basis: 'first_hand', sourceId: firstHand(db, 'Dora Hale') })
    expect(find(db, 'cal', 1, verified).outcome).toBe('verified')
  })

  test('may rest on evidence of a claim that was merged into it', () => {
    const db = newsroom()
    addEvidence(db, 2)
    db.update(claims).set({ withdrawn: true, mergedInto: 1 }).where(eq(claims.id, 2)).run()
    expect(find(db, 'cal', 1, verified).outcome).toBe('verified')
  })

  test('does not rest on evidence that contradicts', () => {
    const db = newsroom()
    addEvidence(db, 1, { stance: 'contradicts' })
    expect(() => find(db, 'cal', 1, verified)).toThrow('Verified needs')
  })
})

describe('the form on the desk', () => {
  const good = { seen: 99, said: 'confirmed_relay', outcome: 'unverified', confidence: 'low', reason: 'Rang twice.' }

  test('records a finding and comes back to the claim', async () => {
    const db = newsroom()
    const app = await serve(db)
    const answer = await app.post('cal', '/claims/1/findings', { ...good, back: '/articles/1/desk?claim=1&outcome=unverified' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/articles/1/desk?claim=1&outcome=unverified#claim'])
    expect(db.select().from(reviews).all()).toMatchObject([{ reviewerId: people.cal.id, outcome: 'unverified', opinion: 'first' }])
  })

  test('keeps what was typed, and says beside it what is missing', async () => {
    const app = await serve(newsroom())
    const answer = await app.post('cal', '/claims/1/findings', { ...good, outcome: 'verified', reason: 'A <draft> of mine.' })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('needs your own observation, a primary record, or two independent first-hand sources that support it')
    expect(page).toContain('A &lt;draft&gt; of mine.')
    expect(page).toMatch(/value="verified"[^>]* checked/)
    expect(page).toMatch(/value="low"[^>]* checked/)
  })

  test('asks for at least one of the two findings', async () => {
    const answer = await (await serve(newsroom())).post('cal', '/claims/1/findings', { seen: 99, reason: 'Hm.' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Choose at least one: whether they said it, or whether it is so.')
  })

  test('refuses what is no outcome', async () => {
    const answer = await (await serve(newsroom())).post('cal', '/claims/1/findings', { ...good, outcome: 'true' })
    expect(answer.status).toBe(422)
  })

  test('shows the later of two people the conflict, with what they typed', async () => {
    const db = newsroom()
    const app = await serve(db)
    const { seen } = checking(db, 'rory', 1)
    find(db, 'cal', 1)
    const answer = await app.post('rory', '/claims/1/findings', { ...good, seen, reason: 'My own long reason.' })
    const page = await answer.text()
    expect(answer.status).toBe(409)
    expect(page).toContain('Cal has changed claim 1 since you opened it.')
    expect(page).toContain('My own long reason.')
  })

  test('is not there for a reader, who sees what was filed', async () => {
    const db = newsroom()
    find(db, 'cal', 1)
    const page = await (await serve(db)).text('idris', '/articles/1/desk?claim=1')
    expect(page).toContain('Rang the agency twice')
    expect(page).not.toContain('Record finding')
  })
})

describe('where first and second differ', () => {
  const differing = () => {
    const db = newsroom()
    find(db, 'cal', 1)
    takeSecond(db, 'ruth', 1)
    addEvidence(db, 1, { stance: 'contradicts' })
    find(db, 'ruth', 1, { outcome: 'contradicted', reason: 'The ministry counted none.', confidence: 'high' })
    return db
  }

  test('the first counts until somebody decides, and that they differ is said', () => {
    const found = opinionsOn(differing(), 'everyone', 1).get(1)
    expect(found).toMatchObject({ differ: true, outcome: 'unverified', second: { outcome: 'contradicted' }, final: null })
  })

  test('a final opinion with a reason decides, and all three are kept', () => {
    const db = differing()
    expect(() => find(db, 'edith', 1, { outcome: 'contradicted', reason: '', opinion: 'final' })).toThrow(
      'Say in a sentence what is wrong.',
    )
    find(db, 'edith', 1, { outcome: 'contradicted', reason: 'The ministry’s count is the record.', opinion: 'final' })
    const found = opinionsOn(db, 'everyone', 1).get(1)
    expect(found).toMatchObject({ differ: false, outcome: 'contradicted', final: { reviewerName: 'Edith' } })
    expect(found?.all.map((review) => review.opinion)).toEqual(['first', 'second', 'final'])
  })

  test('the final opinion is neither a checker’s nor that of whoever filed the first', () => {
    const db = newsroom()
    find(db, 'rory', 1)
    takeSecond(db, 'ruth', 1)
    find(db, 'ruth', 1, { said: 'not_found', reason: 'Not on the wire.' })
    expect(() => find(db, 'cal', 1, { opinion: 'final' })).toThrow(Forbidden)
    expect(() => find(db, 'rory', 1, { opinion: 'final' })).toThrow('The final one is for somebody else')
  })

  test('nor that of a reviewer who gave the second check; an editor may always decide, also on a finding of their own', async () => {
    const db = newsroom()
    find(db, 'edith', 1)
    takeSecond(db, 'ruth', 1)
    find(db, 'ruth', 1, { said: 'not_found', reason: 'Not on the wire.' })
    expect(() => find(db, 'ruth', 1, { opinion: 'final', said: 'not_found' })).toThrow(
      'The final finding is for a reviewer who filed neither, or an editor.',
    )
    const app = await serve(db)
    expect(await app.text('ruth', '/articles/1/desk?claim=1')).not.toContain('This will be the final opinion.')
    for (const who of ['edith', 'rory'] as const)
      expect(await app.text(who, '/articles/1/desk?claim=1')).toContain('This will be the final opinion.')
    expect(find(db, 'edith', 1, { opinion: 'final', reason: 'Heard it again on tape.' }).opinion).toBe('final')
  })

  test('whoever filed the first may come round to the second instead', () => {
    const db = differing()
    find(db, 'cal', 1, { outcome: 'contradicted', reason: 'The ministry is right.' })
    expect(opinionsOn(db, 'everyone', 1).get(1)).toMatchObject({ differ: false, outcome: 'contradicted', final: null })
  })

  test('a first finding filed after the final one is decided anew', () => {
    const db = differing()
    find(db, 'edith', 1, { outcome: 'contradicted', reason: 'The count stands.', opinion: 'final' })
    find(db, 'cal', 1, { outcome: 'outdated', reason: 'Right until Tuesday 3 March.' })
    expect(opinionsOn(db, 'everyone', 1).get(1)).toMatchObject({ differ: true, outcome: 'outdated', final: null })
  })

  test('no final opinion is filed where nothing differs', () => {
    const db = newsroom()
    find(db, 'cal', 1)
    expect(() => find(db, 'edith', 1, { opinion: 'final' })).toThrow('do not differ')
  })
})
