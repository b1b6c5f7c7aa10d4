import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { clear } from '../../src/accounts/policy.ts'
import { memberships } from '../../src/accounts/schema.ts'
import { addressKey } from '../../src/articles/addresses.ts'
import { currentVersion, findArticle } from '../../src/articles/queries.ts'
import { type Article, articles } from '../../src/articles/schema.ts'
import type { Db } from '../../src/db/open.ts'
import { payloadOf } from '../../src/events/events.ts'
import { events } from '../../src/events/schema.ts'
import { findSecondCheck, giveBackSecondCheck } from '../../src/reviews/second-checks.ts'
import { signOff } from '../../src/reviews/sign-offs.ts'
import { localMinute } from '../../src/web/words.ts'
import { serve } from '../support/app.ts'
import { newsroom, people, viewerIn } from '../support/newsroom.ts'
import { acting, checkedByTwo } from '../support/scene.ts'
import { articleTo } from './scene.ts'

const url = '/articles/2/details'
const stored = (db: Db, id = 2) => db.select().from(articles).where(eq(articles.id, id)).get() as Article
const newestEvent = (db: Db) => db.select().from(events).all().at(-1)

/** The details form of an article as the page fills it, with some fields changed. */
const formOf = (db: Db, changed: Record<string, string | number> = {}, id = 2) => {
  const { headline, outlet, byline, url: address, publishedAt, publication, deskId, dueAt } = stored(db, id)
  return { headline, outlet, byline, url: address, publishedAt, publication, deskId, dueAt: localMinute(dueAt), seen: 9999, ...changed }
}

describe('the details of an article', () => {
  it('take subject tags, each once, by which audits can be narrowed', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db, { subjects: 'Ferries, Aldin' })
    expect((await app.post('cal', url, formOf(db, { subjects: ' War،  Kirkuk ; war | كركوك , ,' }))).status).toBe(303)
    expect(stored(db).subjects).toBe('War, Kirkuk, كركوك')
    expect(await app.text('cal', url)).toContain('value="War, Kirkuk, كركوك"')
    expect(await app.text('cal', '/history')).toContain('the subjects')
    expect(await app.text('cal', '/audits?subject=Kirk')).toContain('value="Kirk"')
    expect(await app.text('cal', '/audits')).toContain('<option value="Kirkuk">')
    expect(await app.text('olga', '/audits')).not.toContain('<option value="Kirkuk">')
  })

  it('can be changed, and the change is recorded with what was before', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    const answer = await app.post(
      'cal',
      url,
      formOf(db, {
        headline: 'Aldin ferry stopped',
        outlet: 'Selm Post',
        url: 'https://selm.example/f',
        publication: 'published',
        dueAt: '2026-03-04T17:30',
      }),
    )
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/articles/2'])
    expect(stored(db)).toMatchObject({
      headline: 'Aldin ferry stopped',
      outlet: 'Selm Post',
      url: 'https://selm.example/f',
      publication: 'published',
      dueAt: new Date('2026-03-04T17:30').toISOString(),
      byline: 'Mila Roth',
      publishedAt: '2026-03-03',
    })
    const event = newestEvent(db)
    expect(event).toMatchObject({ act: 'article.details_changed', actorName: 'Cal', articleId: 2, deskId: 1 })
    expect(payloadOf(db, event?.beforeDigest ?? null)).toEqual({
      headline: 'Ferry to Aldin stopped',
      outlet: 'The Meridian',
      url: '',
      publication: 'draft',
      dueAt: null,
    })
    expect(payloadOf(db, event?.afterDigest ?? null)).toMatchObject({ headline: 'Aldin ferry stopped', publication: 'published' })
  })

  it('records nothing where nothing was changed', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db, { dueAt: '2026-03-04T17:30:00.000Z' })
    const before = newestEvent(db)
    expect((await app.post('cal', url, formOf(db))).status).toBe(303)
    expect(newestEvent(db)).toEqual(before)
  })

  it('asks for a headline and keeps what was typed', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    const answer = await app.post('cal', url, formOf(db, { headline: '', byline: 'Somebody <else>' }))
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('Give the article a headline to know it by.')
    expect(html).toContain('value="Somebody &lt;else&gt;"')
  })

  it('are given to a person by an editor, and by nobody else', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    expect(await app.text('cal', url)).not.toContain('assigneeId')
    expect((await app.post('cal', url, formOf(db, { assigneeId: people.ruth.id }))).status).toBe(403)
    expect(stored(db).assigneeId).toBeNull()
    expect((await app.post('edith', url, formOf(db, { assigneeId: people.ruth.id }))).status).toBe(303)
    expect(stored(db).assigneeId).toBe(people.ruth.id)
    expect(newestEvent(db)?.act).toBe('article.assigned')
    expect((await app.post('cal', url, formOf(db, { byline: 'M. Roth' }))).status).toBe(303)
    expect(stored(db)).toMatchObject({ assigneeId: people.ruth.id, byline: 'M. Roth' })
  })

  it('are not given to a reader, or to somebody of another desk', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    for (const id of [people.idris.id, people.olga.id, 999]) {
      const answer = await app.post('edith', url, formOf(db, { assigneeId: id }))
      expect([answer.status, (await answer.text()).includes('Choose somebody who may check on this desk.')]).toEqual([422, true])
    }
    expect(stored(db).assigneeId).toBeNull()
  })

  it('move an article only by an editor of its desk, and only to a desk where the person may check', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    expect((await app.post('edith', url, formOf(db, { deskId: 2 }))).status).toBe(404)
    db.insert(memberships).values({ userId: people.edith.id, deskId: 2, role: 'reader' }).run()
    expect((await app.post('edith', url, formOf(db, { deskId: 2 }))).status).toBe(403)
    db.update(memberships).set({ role: 'checker' }).where(eq(memberships.deskId, 2)).run()
    expect(await app.text('edith', url)).toContain('<option value="2">City desk</option>')
    expect((await app.post('edith', url, formOf(db, { deskId: 2 }))).status).toBe(303)
    expect(stored(db).deskId).toBe(2)
    expect((await app.get('cal', '/articles/2')).status).toBe(404)
    expect((await app.get('olga', '/articles/2')).status).toBe(303)
  })

  it('are not a way for a checker to carry an article to a desk where they are admin', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    db.insert(memberships).values({ userId: people.cal.id, deskId: 2, role: 'admin' }).run()
    expect(await app.text('cal', url)).not.toContain('City desk')
    expect((await app.post('cal', url, formOf(db, { deskId: 2 }))).status).toBe(403)
    expect(stored(db).deskId).toBe(1)
  })

  it('leave an article with nobody when it moves to another desk', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    db.update(articles).set({ assigneeId: people.ruth.id }).where(eq(articles.id, 2)).run()
    db.insert(memberships).values({ userId: people.edith.id, deskId: 2, role: 'checker' }).run()
    await app.post('edith', url, formOf(db, { deskId: 2, assigneeId: people.ruth.id }))
    expect(stored(db)).toMatchObject({ deskId: 2, assigneeId: null })
  })

  it('do not move an article while somebody holds a second check on it', async () => {
    const db = newsroom()
    const app = await serve(db)
    db.insert(memberships).values({ userId: people.edith.id, deskId: 2, role: 'checker' }).run()
    acting(db, 'cal').finds(2, 'unverified', 'Rang twice.', 'no_attribution')
    const check = acting(db, 'ruth').takesSecondCheck(2)
    const form = formOf(db, { deskId: 2 }, 1)
    const answer = await app.post('edith', '/articles/1/details', form)
    expect([answer.status, stored(db, 1).deskId]).toEqual([422, 1])
    expect(await answer.text()).toContain('Somebody holds a second check on a claim of this article')
    const ruth = viewerIn(db, 'ruth')
    giveBackSecondCheck(db, ruth, clear(ruth, 'read', findSecondCheck(db, ruth, check.id)))
    expect((await app.post('edith', '/articles/1/details', form)).status).toBe(303)
    expect(stored(db, 1).deskId).toBe(2)
  })

  it('stand as they were signed off: only who has the article and when it is due change', async () => {
    const db = newsroom()
    const app = await serve(db)
    checkedByTwo(db)
    const edith = viewerIn(db, 'edith')
    db.insert(memberships).values({ userId: people.edith.id, deskId: 2, role: 'checker' }).run()
    signOff(db, edith, clear(edith, 'edit', findArticle(db, edith, 1)), { sha256: currentVersion(db, { id: 1 }).sha256 })
    const before = stored(db, 1)
    for (const changed of [
      { headline: 'Another' },
      { outlet: 'Another' },
      { byline: 'Another' },
      { url: 'https://another.example' },
      { publishedAt: '2026-01-01' },
      { publication: 'published' },
      { deskId: 2 },
    ]) {
      const answer = await app.post('edith', '/articles/1/details', formOf(db, changed, 1))
      expect([changed, answer.status]).toEqual([changed, 409])
      expect(await answer.text()).toContain('This article is signed off. An editor can reopen it')
    }
    expect(stored(db, 1)).toEqual(before)
    const answer = await app.post('edith', '/articles/1/details', formOf(db, { assigneeId: people.ruth.id, dueAt: '2026-03-04T17:30' }, 1))
    expect([answer.status, stored(db, 1).assigneeId]).toEqual([303, people.ruth.id])
  })

  it('are not changed over what somebody else has changed meanwhile', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    const seen = /name="seen" value="(\d+)"/.exec(await app.text('cal', url))?.[1] ?? ''
    await app.post('edith', url, formOf(db, { seen, byline: 'Edith knows' }))
    const answer = await app.post('cal', url, formOf(db, { seen, byline: 'Cal knows' }))
    const html = await answer.text()
    expect(answer.status).toBe(409)
    expect(html).toContain('Edith has changed this article since you opened the page.')
    expect(html).toContain('value="Cal knows"')
    expect(stored(db).byline).toBe('Edith knows')
  })

  it('are closed to readers', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    expect((await app.get('idris', url)).status).toBe(403)
    expect((await app.post('idris', url, formOf(db))).status).toBe(403)
  })
})

describe('the key of an address', () => {
  it.each([
    ['https://Example.org/A/', 'http://example.org/A#top'],
    ['https://example.org', 'https://example.org/'],
    ['https://example.org/a?x=1&y=2', 'https://example.org/a?y=2&utm_source=mail&x=1&gclid=3'],
    ['https://example.org/caf%C3%A9', 'https://example.org/café'],
  ])('is the same for %s and %s', (one, other) => {
    expect(addressKey(one)).toBe(addressKey(other))
  })

  it.each([
    ['https://example.org/a', 'https://example.org/A'],
    ['https://example.org/a?x=1', 'https://example.org/a?x=2'],
    ['https://example.org/a', 'https://other.example.org/a'],
    ['https://example.org:8080/a', 'https://example.org/a'],
  ])('differs for %s and %s', (one, other) => {
    expect(addressKey(one)).not.toBe(addressKey(other))
  })

  it('is empty for what is no address', () => {
    expect([addressKey(''), addressKey('ferry')]).toEqual(['', ''])
  })
})
