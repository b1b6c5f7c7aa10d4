import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { currentVersion, listSentences, textOf } from '../../src/articles/queries.ts'
import { articles, type Sentence, sentences } from '../../src/articles/schema.ts'
import { claims } from '../../src/claims/schema.ts'
import type { Db } from '../../src/db/open.ts'
import { payloadOf } from '../../src/events/events.ts'
import { events } from '../../src/events/schema.ts'
import { serve } from '../support/app.ts'
import { newsroom } from '../support/newsroom.ts'
import { articleTo } from './scene.ts'

const page = '/articles/2/recognised'
const post = '/articles/2/recognition'

/** The sentence of article 2 that begins with these words. */
function rowOf(db: Db, words: string): Sentence {
  const version = currentVersion(db, { id: 2 })
  const row = listSentences(db, version.id).find((one) => textOf(version).slice(one.start).startsWith(words))
  if (!row) throw new Error(`no sentence begins with: ${words}`)
  return row
}
const changesIn = (db: Db) =>
  db
    .select()
    .from(events)
    .all()
    .filter((event) => event.act === 'article.recognition_changed')

describe('the recognised page', () => {
  it('shows what came in as text only, whatever is in it', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db, { text: 'Ferry stopped\n\n<script>alert(1)</script> & <b onclick="x()">bold</b> words.\n\nThe ferry has been stopped.' })
    const html = await app.text('cal', page)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b onclick=&#34;x()&#34;&gt;bold&lt;/b&gt; words.')
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<b onclick')
  })

  it('shows a text exactly, from its first line break on', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db, { text: '\n\n  Ferry stopped\n\nThe ferry has been stopped.' })
    expect(await app.text('cal', page)).toMatch(/<pre class="raw"[^>]*>\n\n\n {2}Ferry stopped/)
  })

  it('strikes furniture through with its kind, and offers to restore it', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    const html = await app.text('cal', page)
    const row = rowOf(db, 'Subscribe')
    expect(html).toMatch(/<li class="furniture">\s*<span class="text" dir="auto">Subscribe to our newsletter\.<\/span>/)
    expect(html).toContain('<option value="furniture:newsletter" selected>Newsletter prompt</option>')
    expect(html).toContain(`value="${row.id}=copy">Restore`)
    expect(html).toMatch(/<li class="headline">\s*<span class="text" dir="auto">Ferry to Aldin stopped<\/span>/)
  })

  it('offers a reader nothing to change', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    const html = await app.text('idris', page)
    expect(html).toContain('Ferry to Aldin stopped')
    expect(html).toContain('<span class="chip">Newsletter prompt</span>')
    expect(html).not.toContain('<form id="recognition"')
    expect(html).not.toContain('Split into claims')
    expect((await app.post('idris', post, {})).status).toBe(403)
  })

  it('does not exist for another desk', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    for (const url of ['/articles/2', page, '/articles/2/details']) expect((await app.get('olga', url)).status).toBe(404)
    for (const url of [post, '/articles/2/details']) expect((await app.post('olga', url, {})).status).toBe(404)
  })

  it('is where an article is found until it is split, and the desk from then on', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    expect((await app.get('cal', '/articles/2')).headers.get('location')).toBe(page)
    expect((await app.get('cal', '/articles/1')).headers.get('location')).toBe('/articles/1/desk')
  })

  it('shows a very long article on several pages', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db, {
      text: `Ferry stopped\n\n${Array.from({ length: 900 }, (_, number) => `The ferry made trip number ${number} on time.`).join(' ')}`,
    })
    const first = await app.text('cal', page)
    expect(first).toContain(`href="${page}?page=2"`)
    expect(first.match(/<span class="text"/g)).toHaveLength(400)
    const last = await app.text('cal', `${page}?page=3`)
    expect(last).toContain(`action="${post}?page=3"`)
    expect(last).toContain('trip number 899')
    const row = rowOf(db, 'The ferry made trip number 899')
    expect((await app.post('cal', `${post}?page=3`, { seen: 99, set: `${row.id}=furniture:other` })).headers.get('location')).toBe(
      `${page}?page=3`,
    )
  })
})

describe('changing what was recognised', () => {
  it('restores furniture sentence by sentence, and records what was and what is', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    const row = rowOf(db, 'Subscribe')
    const neighbour = rowOf(db, 'It is free')
    expect([row.furniture, neighbour.furniture]).toEqual(['newsletter', 'newsletter'])
    const answer = await app.post('cal', post, { seen: 99, set: `${row.id}=copy` })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, page])
    expect(rowOf(db, 'Subscribe')).toMatchObject({ furniture: null, part: null, suggestedFurniture: 'newsletter' })
    expect(rowOf(db, 'It is free').furniture).toBe('newsletter')
    const [event, ...more] = changesIn(db)
    expect(more).toEqual([])
    expect(event).toMatchObject({ actorName: 'Cal', articleId: 2, deskId: 1, subjects: ['article:2', `sentence:${row.id}`] })
    expect(payloadOf(db, event?.beforeDigest ?? null)).toEqual({
      sentences: [{ sentence: row.id, words: 'Subscribe to our newsletter.', part: null, furniture: 'newsletter' }],
      details: {},
    })
    expect(payloadOf(db, event?.afterDigest ?? null)).toEqual({
      sentences: [{ sentence: row.id, words: 'Subscribe to our newsletter.', part: null, furniture: null }],
      details: {},
    })
    expect(await app.text('cal', page)).toContain('<span class="flag">was newsletter prompt</span>')
  })

  it('sets a sentence aside with a kind', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    const row = rowOf(db, 'Nobody was hurt')
    await app.post('cal', post, { seen: 99, [`row-${row.id}`]: 'furniture:advert' })
    expect(rowOf(db, 'Nobody was hurt')).toMatchObject({ furniture: 'advert', suggestedFurniture: null })
  })

  it('moves a part: there is one headline', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    const [old, now] = [rowOf(db, 'Ferry to Aldin stopped'), rowOf(db, 'Nobody was hurt')]
    await app.post('cal', post, { seen: 99, [`row-${old.id}`]: 'part:headline', [`row-${now.id}`]: 'part:headline' })
    expect([rowOf(db, 'Ferry to Aldin stopped').part, rowOf(db, 'Nobody was hurt').part]).toEqual([null, 'headline'])
    expect(changesIn(db)).toHaveLength(1)
  })

  it('takes the article’s headline and byline along, unless a person has typed them', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db, { byline: 'Typed' })
    await app.post('cal', post, {
      seen: 99,
      [`row-${rowOf(db, 'Nobody was hurt').id}`]: 'part:headline',
      [`row-${rowOf(db, 'It is free').id}`]: 'part:byline',
    })
    expect(db.select().from(articles).all()[1]).toMatchObject({ headline: 'Nobody was hurt.', byline: 'Typed' })
    expect(payloadOf(db, changesIn(db)[0]?.afterDigest ?? null)).toMatchObject({ details: { headline: 'Nobody was hurt.' } })
  })

  it('lets two sentences change places in one go', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    const [headline, byline] = [rowOf(db, 'Ferry to Aldin stopped'), rowOf(db, 'By Mila Roth')]
    await app.post('cal', post, { seen: 99, [`row-${headline.id}`]: 'part:byline', [`row-${byline.id}`]: 'part:headline' })
    expect([rowOf(db, 'Ferry to Aldin stopped').part, rowOf(db, 'By Mila Roth').part]).toEqual(['byline', 'headline'])
  })

  it('refuses two sentences for one part, and keeps what was chosen', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    const [one, other] = [rowOf(db, 'The ferry between'), rowOf(db, 'Nobody was hurt')]
    const answer = await app.post('cal', post, { seen: 99, [`row-${one.id}`]: 'part:outlet', [`row-${other.id}`]: 'part:outlet' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('Two sentences are chosen for outlet: choose one of them.')
    expect(html.match(/value="part:outlet" selected/g)).toHaveLength(2)
    expect(changesIn(db)).toEqual([])
  })

  it('lets the button of a sentence win over the field beside it', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    const row = rowOf(db, 'Subscribe')
    await app.post('cal', post, { seen: 99, [`row-${row.id}`]: 'furniture:newsletter', set: `${row.id}=copy` })
    expect(rowOf(db, 'Subscribe').furniture).toBeNull()
  })

  it('records nothing where nothing was changed', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    expect((await app.post('cal', post, { seen: 99, [`row-${rowOf(db, 'Subscribe').id}`]: 'furniture:newsletter' })).status).toBe(303)
    expect(changesIn(db)).toEqual([])
  })

  it('does not touch a sentence of another article', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    const [foreign] = listSentences(db, 1)
    expect((await app.post('cal', post, { seen: 99, [`row-${foreign?.id}`]: 'part:byline' })).status).toBe(404)
    expect(listSentences(db, 1)[0]?.part).toBeNull()
  })

  it('does not overwrite what somebody else has changed meanwhile, and keeps what was chosen', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    const seen = /name="seen" value="(\d+)"/.exec(await app.text('cal', page))?.[1] ?? ''
    const row = rowOf(db, 'Subscribe')
    await app.post('edith', post, { seen, set: `${row.id}=copy` })
    const answer = await app.post('cal', post, { seen, [`row-${row.id}`]: 'furniture:advert' })
    const html = await answer.text()
    expect(answer.status).toBe(409)
    expect(html).toContain('Edith has changed this article since you opened the page.')
    expect(html).toContain('<option value="furniture:advert" selected>')
    expect(rowOf(db, 'Subscribe').furniture).toBeNull()
  })

  it('saves what was chosen before it goes on to the split', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    const row = rowOf(db, 'Subscribe')
    const answer = await app.post('cal', post, { seen: 99, [`row-${row.id}`]: 'copy', next: 'split' })
    expect([answer.status, answer.headers.get('location')]).toEqual([307, '/articles/2/split'])
    expect(rowOf(db, 'Subscribe').furniture).toBeNull()
  })

  it('is refused in a sentence once the article has been split', async () => {
    const db = newsroom()
    const app = await serve(db)
    const row = db.select().from(sentences).all()[0]
    const answer = await app.post('cal', '/articles/1/recognition', { seen: 9999, set: `${row?.id}=copy` })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain(
      'This article has been split into claims: what is copy and what is set aside can no longer be changed here.',
    )
    expect(await app.text('cal', '/articles/1/recognised')).not.toContain('<form id="recognition"')
  })

  it('makes claims of restored words, and none of what was set aside', async () => {
    const db = newsroom()
    const app = await serve(db)
    articleTo(db)
    const [back, away] = [rowOf(db, 'It is free'), rowOf(db, 'Nobody was hurt')]
    await app.post('cal', post, { seen: 99, [`row-${back.id}`]: 'copy', [`row-${away.id}`]: 'furniture:other' })
    const split = await app.post('cal', '/articles/2/split', {})
    expect(split.status).toBe(303)
    expect(db.select().from(articles).all()[1]?.stage).toBe('on_desk')
    const wordings = db
      .select({ wording: claims.wording })
      .from(claims)
      .where(eq(claims.articleId, 2))
      .all()
      .map((claim) => claim.wording)
    expect(wordings).toContain('It is free.')
    expect(wordings).not.toContain('Nobody was hurt.')
  })
})
