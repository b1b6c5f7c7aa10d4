import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { desks } from '../../src/accounts/schema.ts'
import { articles, sentences, signOffs } from '../../src/articles/schema.ts'
import { claims } from '../../src/claims/schema.ts'
import type { Db } from '../../src/db/open.ts'
import { evidence } from '../../src/evidence/schema.ts'
import { payloadOf } from '../../src/events/events.ts'
import { events } from '../../src/events/schema.ts'
import { askQuery } from '../../src/reviews/queries-to-reporter.ts'
import { findSignOffIfAny } from '../../src/reviews/queries.ts'
import { reopen, signOff, SignOffRefused } from '../../src/reviews/sign-offs.ts'
import { sourcePlaces, sources } from '../../src/sources/schema.ts'
import { serve } from '../support/app.ts'
import { newsroom, people } from '../support/newsroom.ts'
import { addEvidence, bridgeSha, checking, decideTheRest, editing, find, finishEverything, takeSecond } from './scene.ts'

const done = () => {
  const db = newsroom()
  finishEverything(db)
  return db
}
const sign = (db: Db, sha256 = bridgeSha): void => {
  const { viewer, article } = editing(db, 'edith')
  signOff(db, viewer, article, { sha256 })
}
const refusal = (db: Db): SignOffRefused => {
  try {
    sign(db)
  } catch (error) {
    if (error instanceof SignOffRefused) return error
    throw error
  }
  throw new Error('it was signed off')
}
const states = (db: Db) =>
  new Set(
    db
      .select({ state: claims.state })
      .from(claims)
      .all()
      .map((claim) => claim.state),
  )

describe('signing off', () => {
  test('is refused with everything that is open', () => {
    const { message, progress } = refusal(newsroom())
    expect(message).toBe('Not ready to sign off: 9 undecided sentences and 6 unchecked claims.')
    expect(progress.undecided.map((sentence) => sentence.number)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(progress.unchecked.map((claim) => claim.number)).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('binds the editor to the hash of the exact text, and sets its claims to signed off', () => {
    const db = done()
    sign(db)
    expect(findSignOffIfAny(db, { id: 1 })).toMatchObject({
      sha256: bridgeSha,
      signedBy: people.edith.id,
      signedByName: 'Edith',
      versionId: 1,
    })
    expect(states(db)).toEqual(new Set(['signed_off']))
    const event = db.select().from(events).where(eq(events.act, 'article.signed_off')).get()
    expect(payloadOf(db, event?.afterDigest ?? null)).toMatchObject({ sha256: bridgeSha, claims: 6 })
    expect(payloadOf(db, event?.beforeDigest ?? null)).toMatchObject({ claims: [{ id: 1, state: 'in_review' }, {}, {}, {}, {}, {}] })
  })

  test('is refused for another text than the one that was shown', () => {
    expect(() => sign(done(), 'f'.repeat(64))).toThrow('The text is not the one you were shown.')
  })

  test('is refused for an undecided sentence', () => {
    const db = done()
    db.update(sentences).set({ noneBy: null }).where(eq(sentences.position, 9)).run()
    expect(refusal(db).message).toBe('Not ready to sign off: 1 undecided sentence.')
  })

  test('is refused for a sentence of which the engine says that it holds none, until a person says so', () => {
    const db = done()
    db.update(sentences).set({ none: 'caveat', noneBy: null }).where(eq(sentences.position, 8)).run()
    expect(refusal(db).progress.undecided).toHaveLength(1)
  })

  test('is refused for an open query', () => {
    const db = done()
    const { viewer, claim, seen } = checking(db, 'cal', 3)
    askQuery(db, viewer, claim, { seen, question: 'Ten days, or eleven?' })
    expect(refusal(db).message).toBe('Not ready to sign off: 1 open query.')
  })

  test('is refused for a claim without its second check, where the desk asks for it', () => {
    const db = newsroom()
    decideTheRest(db)
    for (const claimId of [1, 2, 3, 4, 5, 6]) find(db, 'cal', claimId)
    expect(refusal(db).message).toBe('Not ready to sign off: 6 claims without a second check.')
    takeSecond(db, 'ruth', 1)
    db.update(desks).set({ secondCheck: false }).where(eq(desks.id, 1)).run()
    expect(refusal(db).progress.withoutSecondCheck).toEqual([{ id: 1, number: 1 }])
    find(db, 'ruth', 1)
    sign(db)
  })

  test('is refused while two opinions differ', () => {
    const db = done()
    find(db, 'cal', 4, { said: 'altered', reason: 'They said a column, not a convoy.' })
    expect(refusal(db).message).toBe('Not ready to sign off: 1 claim on which two opinions differ.')
    find(db, 'edith', 4, { opinion: 'final', said: 'altered', reason: 'Checked against the post.' })
    sign(db)
  })

  test('is refused where the evidence was withdrawn that a finding needs', () => {
    const db = done()
    const relied = addEvidence(db, 4)
    find(db, 'cal', 4, { outcome: 'verified', reason: 'The convoy’s own log.' })
    find(db, 'edith', 4, { opinion: 'final', outcome: 'verified', reason: 'The log is genuine.' })
    db.update(evidence).set({ withdrawnAt: '2026-03-02T12:00:00.000Z' }).where(eq(evidence.id, relied)).run()
    expect(refusal(db).message).toBe('Not ready to sign off: 1 finding that lost its evidence.')
    addEvidence(db, 4)
    sign(db)
  })

  describe('is refused where a finding would not be accepted now', () => {
    const why = 'Not ready to sign off: 1 finding that lost its evidence.'
    /** Claim 4 verified by two people on two first-hand sources. */
    const verified = () => {
      const db = done()
      const [one = 0, other = 0] = db
        .insert(sources)
        .values(
          ['Dora Hale', 'Tomas Reed'].map((name) => ({
            name,
            kind: 'person' as const,
            standing: 'confirmed' as const,
            createdAt: '2026-03-02',
          })),
        )
        .returning()
        .all()
        .map((source) => source.id)
      db.insert(sourcePlaces)
        .values([one, other].map((sourceId) => ({ sourceId, articleId: 1 })))
        .run()
      const items = [one, other].map((sourceId) => addEvidence(db, 4, { basis: 'first_hand', sourceId }))
      find(db, 'cal', 4, { outcome: 'verified', reason: 'Both saw it.' })
      find(db, 'edith', 4, { opinion: 'final', outcome: 'verified', reason: 'Both are sound.' })
      return { db, one, other, items }
    }

    test('its sources turn out to belong together', () => {
      const { db, one, other } = verified()
      db.update(sources).set({ affiliatedTo: one }).where(eq(sources.id, other)).run()
      expect(refusal(db).message).toBe(why)
      db.update(sources).set({ affiliatedTo: null }).where(eq(sources.id, other)).run()
      sign(db)
    })

    test('its sources turn out to be one', async () => {
      const { db, other } = verified()
      const app = await serve(db)
      await app.post('cal', '/claims/4/hops', { seen: 999, who: `Tomas Reed · Person · #${other}` })
      expect((await app.post('cal', `/claims/4/sources/${other}/replacement`, { who: 'Dora Hale · Person · #6' })).status).toBe(303)
      expect(refusal(db).progress.unsupported).toEqual([{ id: 4, number: 4 }])
    })

    test('the desk asks for more than it did', () => {
      const { db } = verified()
      db.update(desks).set({ independentSources: 3 }).where(eq(desks.id, 1)).run()
      expect(refusal(db).message).toBe(why)
    })

    test('what it rests on is known to be relayed', () => {
      const { db, items } = verified()
      db.update(evidence)
        .set({ basis: 'relayed' })
        .where(eq(evidence.id, items[0] ?? 0))
        .run()
      expect(refusal(db).message).toBe(why)
    })

    test('but not for one in whose place a final opinion has decided', () => {
      const db = done()
      addEvidence(db, 4)
      find(db, 'cal', 4, { outcome: 'verified', reason: 'The convoy’s own log.' })
      find(db, 'edith', 4, { opinion: 'final', reason: 'The log is of another day.' })
      db.update(evidence).set({ withdrawnAt: '2026-03-02T12:00:00.000Z' }).run()
      sign(db)
    })
  })

  test('is refused to an editor who holds an open second check', () => {
    const db = newsroom()
    decideTheRest(db)
    for (const claimId of [1, 2, 3, 4, 5, 6]) find(db, 'cal', claimId)
    for (const claimId of [2, 3, 4, 5, 6]) {
      takeSecond(db, 'ruth', claimId)
      find(db, 'ruth', claimId)
    }
    takeSecond(db, 'edith', 1)
    expect(refusal(db).progress).toMatchObject({ withoutSecondCheck: [{ id: 1, number: 1 }], unchecked: [] })
  })

  test('leaves cut and dropped claims as they are', () => {
    const db = done()
    db.update(claims).set({ state: 'cut' }).where(eq(claims.id, 1)).run()
    db.update(claims).set({ state: 'not_a_claim', dropReason: 'opinion' }).where(eq(claims.id, 2)).run()
    sign(db)
    expect(states(db)).toEqual(new Set(['cut', 'not_a_claim', 'signed_off']))
  })

  test('is refused twice, and before the article is split', () => {
    const db = done()
    db.update(articles).set({ stage: 'recognised' }).run()
    expect(() => sign(db)).toThrow('has not been split into claims yet')
    db.update(articles).set({ stage: 'on_desk' }).run()
    sign(db)
    expect(() => sign(db)).toThrow('This article is signed off.')
  })

  test('closes every act on its claims', () => {
    const db = done()
    sign(db)
    expect(() => find(db, 'cal', 1)).toThrow('This article is signed off. An editor can reopen it, with a reason')
    expect(() => takeSecond(db, 'rory', 1)).toThrow('This article is signed off.')
  })
})

describe('reopening', () => {
  test('needs a reason, keeps the sign-off on record, and reopens its claims', () => {
    const db = done()
    sign(db)
    const { viewer, article } = editing(db, 'edith')
    reopen(db, viewer, article, { reason: 'The governor has called.' })
    expect(findSignOffIfAny(db, { id: 1 })).toBeUndefined()
    expect(db.select().from(signOffs).all()).toMatchObject([{ reopenedBy: people.edith.id, reopenedReason: 'The governor has called.' }])
    expect(states(db)).toEqual(new Set(['reopened']))
    expect(() => reopen(db, viewer, article, { reason: 'Again.' })).toThrow('is not signed off')
    expect(() => db.delete(signOffs).run()).toThrow('a sign-off is reopened, never deleted')
  })

  test('lets it be signed off again once what changed is checked', () => {
    const db = done()
    sign(db)
    const { viewer, article } = editing(db, 'edith')
    reopen(db, viewer, article, { reason: 'A late number.' })
    find(db, 'cal', 1, { reason: 'Rang a third time.' })
    sign(db)
    expect(db.select().from(signOffs).all()).toHaveLength(2)
  })
})

describe('on the desk', () => {
  test('an editor sees what is open, each thing a link, and is told again on trying', async () => {
    const app = await serve(newsroom())
    const page = await app.text('edith', '/articles/1/desk')
    expect(page).toContain('Not ready: 9 undecided sentences and 6 unchecked claims')
    const refused = await app.post('edith', '/articles/1/sign-off', { sha256: bridgeSha })
    const shown = await refused.text()
    expect(refused.status).toBe(409)
    expect(shown).toContain('Not ready to sign off: 9 undecided sentences and 6 unchecked claims.')
    expect(shown).toContain('<a href="/articles/1/desk?claim=4#claim">Claim 4 is not checked</a>')
    expect(shown).toContain('Sentence 2 is not decided')
  })

  test('an editor signs off and reopens; nobody smaller is offered it', async () => {
    const db = done()
    const app = await serve(db)
    expect(await app.text('ruth', '/articles/1/desk')).not.toContain('action="/articles/1/sign-off"')
    expect((await app.post('ruth', '/articles/1/sign-off', { sha256: bridgeSha })).status).toBe(403)
    expect((await app.post('edith', '/articles/1/sign-off', { sha256: bridgeSha })).status).toBe(303)
    expect(await app.text('cal', '/articles/1/desk')).toContain('Signed off by Edith')
    const refused = await app.post('edith', '/articles/1/reopening', { reason: ' ' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Say why the article is reopened.')
    expect((await app.post('edith', '/articles/1/reopening', { reason: 'A correction came in.' })).status).toBe(303)
    expect(await app.text('cal', '/articles/1/desk')).not.toContain('Signed off by Edith')
  })
})
