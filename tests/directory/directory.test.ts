import { eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { clear } from '../../src/accounts/policy.ts'
import { currentVersion, findArticle } from '../../src/articles/queries.ts'
import { attributions } from '../../src/claims/schema.ts'
import { write } from '../../src/db/open.ts'
import { events } from '../../src/events/schema.ts'
import { secondChecks } from '../../src/claims/schema.ts'
import { reviews } from '../../src/reviews/schema.ts'
import { reopen, signOff } from '../../src/reviews/sign-offs.ts'
import { lastEventOnSource } from '../../src/sources/queries.ts'
import { sourceAliases, sources } from '../../src/sources/schema.ts'
import { meetSource } from '../../src/sources/sources.ts'
import { articleOfOlga } from '../sources/other-desk.ts'
import { serve } from '../support/app.ts'
import { newsroom, people, viewerIn } from '../support/newsroom.ts'
import { checkedByTwo } from '../support/scene.ts'

const details = { name: 'Tarn news agency', kind: 'news_agency', aliases: 'Tarn', affiliatedTo: '', note: '' }

test('the list shows what the viewer’s articles name, how often, and under which other names', async () => {
  const app = await serve(newsroom())
  const page = await app.text('idris', '/sources')
  for (const name of ['Tarn news agency', 'Lena Varro', 'Free Orme group', 'Signal agency', 'videos shot by residents'])
    expect(page).toContain(`>${name}</a>`)
  expect(page).toContain('2 claims in 1 article')
  expect(page).toContain('News agency · also Tarn')
  expect(page).toContain('5 sources')
})

test('it is searched by name or other name, letter forms aside, and by kind', async () => {
  const app = await serve(newsroom())
  const found = await app.text('cal', `/sources?q=${encodeURIComponent('GÓVERNOR')}`)
  expect(found).toContain('Lena Varro')
  expect(found).not.toContain('Tarn news agency')
  expect(await app.text('cal', '/sources?kind=armed_group')).toContain('1 source<')
  expect(await app.text('cal', '/sources?q=zzz')).toContain('No source of that name or kind')
  expect((await app.get('cal', '/sources?page=-1&kind=rubbish')).status).toBe(200)
})

test('another desk’s sources do not exist: not in the list, not by number, not as relations', async () => {
  const db = newsroom()
  const { articleId, sourceId } = articleOfOlga(db)
  write(db, (tx) => meetSource(tx, 1, articleId))
  db.update(sources).set({ affiliatedTo: sourceId }).where(eq(sources.id, 1)).run()
  const app = await serve(db)

  expect(await app.text('cal', '/sources')).not.toContain('Quist')
  expect((await app.get('cal', `/sources/${sourceId}`)).status).toBe(404)
  expect(await app.text('cal', '/sources/1')).not.toMatch(/Quist|Mayor weighs/)
  const theirs = await app.text('olga', '/sources/1')
  expect(theirs).toContain('Mayor Tilda Quist')
  expect(theirs).not.toContain('Bridge at Orme')
  expect(theirs).toContain('0 claims in 1 article')
  expect(await app.text('olga', '/sources')).not.toContain('Varro')

  // Saving what one sees takes nothing away that one does not see.
  await app.post('cal', '/sources/1', { ...details, seen: lastEventOnSource(db, 1) })
  expect(db.select({ up: sources.affiliatedTo }).from(sources).where(eq(sources.id, 1)).get()?.up).toBe(sourceId)
})

test('a source’s page shows every claim it stands behind, as origin or relay, and how the copy puts it', async () => {
  const app = await serve(newsroom())
  const page = await app.text('idris', '/sources/1')
  expect(page).toMatch(/As origin · “reported” · attributed · claim 1 of/)
  expect(page).toMatch(/As relay · attributed · claim 3 of/)
  expect(page).toContain('Not checked')
  expect(page).not.toContain('Change what is known')
})

test('evidence that comes from a source is listed with it', async () => {
  const app = await serve(newsroom())
  await app.post('cal', '/claims/2/evidence', {
    kind: 'note',
    title: 'Call to the desk',
    note: 'They stand by it.',
    stance: 'supports',
    basis: 'first_hand',
    who: 'Tarn news agency · News agency · #1',
  })
  const page = await app.text('cal', '/sources/1')
  expect(page).toContain('href="/claims/2#evidence-1"')
  expect(page).toContain('Call to the desk')
})

test('an outcome is absent from the page of one whose second check of it is open', async () => {
  const db = newsroom()
  const app = await serve(db)
  db.insert(reviews)
    .values({
      claimId: 1,
      opinion: 'first',
      reviewerId: people.cal.id,
      said: 'confirmed_relay',
      outcome: 'contradicted',
      confidence: 'high',
      reason: 'Three, not two.',
      wording: 'Two people were killed when a device went off under the Orme bridge on Monday night, the Tarn news agency reported.',
      reliedOn: [],
      filedAt: '2026-03-02T09:00:00.000Z',
    })
    .run()
  db.insert(secondChecks).values({ claimId: 1, takenBy: people.ruth.id, takenAt: '2026-03-02T10:00:00.000Z' }).run()
  expect(await app.text('cal', '/sources/1')).toContain('Contradicted')
  const blind = await app.text('ruth', '/sources/1')
  expect(blind).not.toContain('Contradicted')
  expect(blind).toContain('Withheld')
})

test('a checker changes what is known: name, kind, other names, what it belongs to', async () => {
  const db = newsroom()
  const app = await serve(db)
  const answer = await app.post('cal', '/sources/4', {
    name: 'Signal',
    kind: 'party_media',
    aliases: 'Signal agency\r\nوكالة سيغنال\r\n\r\nSignal',
    affiliatedTo: 'Lena Varro · Person · #2',
    unnamed: 'yes',
    note: 'Posts first on its own channel.',
  })
  expect(answer.status).toBe(303)
  expect(db.select().from(sources).where(eq(sources.id, 4)).get()).toMatchObject({
    name: 'Signal',
    affiliatedTo: 2,
    unnamed: true,
    standing: 'corrected',
  })
  expect(
    db
      .select({ name: sourceAliases.name })
      .from(sourceAliases)
      .where(eq(sourceAliases.sourceId, 4))
      .all()
      .map((alias) => alias.name)
      .sort(),
  ).toEqual(['Signal agency', 'وكالة سيغنال'])
  expect(db.select().from(events).all().at(-1)).toMatchObject({ act: 'source.changed', subjects: ['source:4'], deskId: 1 })
})

test('a source never belongs to itself, by whatever way round; what was typed stays', async () => {
  const db = newsroom()
  const app = await serve(db)
  const answer = await app.post('cal', '/sources/3', {
    ...details,
    name: 'Orme front',
    kind: 'armed_group',
    affiliatedTo: 'Signal agency · Media arm of a party · #4',
  })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('A source cannot belong to itself')
  expect(page).toContain('value="Orme front"')
  expect((await app.post('cal', '/sources/3', { ...details, affiliatedTo: 'somebody' })).status).toBe(422)
  expect((await app.post('cal', '/sources/3', { ...details, name: ' ' })).status).toBe(422)
  expect(db.select({ name: sources.name }).from(sources).where(eq(sources.id, 3)).get()?.name).toBe('Free Orme group')
})

test('two people on one source: the later one sees that it changed, and nothing typed is lost', async () => {
  const db = newsroom()
  const app = await serve(db)
  const seen = lastEventOnSource(db, 1)
  await app.post('cal', '/sources/1', { ...details, seen, name: 'Tarn News' })
  const answer = await app.post('ruth', '/sources/1', { ...details, seen, note: 'Owned by the state since May.' })
  const page = await answer.text()
  expect(answer.status).toBe(409)
  expect(page).toContain('Somebody else has changed “Tarn News”')
  expect(page).toContain('Owned by the state since May.')
})

test('readers change no source, and another desk finds none', async () => {
  const app = await serve(newsroom())
  expect((await app.post('idris', '/sources/1', details)).status).toBe(403)
  expect((await app.post('olga', '/sources/1', details)).status).toBe(404)
})

test('what a signed report says of a source stands; its other names and note still change', async () => {
  const db = newsroom()
  const app = await serve(db)
  checkedByTwo(db)
  const edith = viewerIn(db, 'edith')
  signOff(db, edith, clear(edith, 'edit', findArticle(db, edith, 1)), { sha256: currentVersion(db, { id: 1 }).sha256 })
  const report = await app.text('cal', '/articles/1/claims.csv')
  const now = { ...details, seen: 9999 }
  const changes = [{ name: 'Tarn lies' }, { kind: 'party_media' }, { unnamed: 'yes' }, { affiliatedTo: 'Lena Varro · Person · #2' }]
  for (const who of ['cal', 'edith'] as const)
    for (const changed of changes) {
      const answer = await app.post(who, '/sources/1', { ...now, ...changed })
      expect([changed, answer.status]).toEqual([changed, 409])
      expect(await answer.text()).toContain('“Bridge at Orme closed after overnight blast” quoted this source and is signed off')
    }
  expect(await app.text('cal', '/articles/1/claims.csv')).toBe(report)
  expect((await app.post('cal', '/sources/1', { ...now, aliases: 'Tarn\nTNA', note: 'State-owned.' })).status).toBe(303)
  expect(db.select({ note: sources.note }).from(sources).where(eq(sources.id, 1)).get()?.note).toBe('State-owned.')

  reopen(db, edith, clear(edith, 'edit', findArticle(db, edith, 1)), { reason: 'The agency has another name.' })
  expect((await app.post('cal', '/sources/1', { ...now, name: 'Tarn News' })).status).toBe(303)
})

test('another desk’s signed article holds a source too, and is not named', async () => {
  const db = newsroom()
  const app = await serve(db)
  const { articleId } = articleOfOlga(db)
  write(db, (tx) => meetSource(tx, 1, articleId))
  checkedByTwo(db)
  const edith = viewerIn(db, 'edith')
  signOff(db, edith, clear(edith, 'edit', findArticle(db, edith, 1)), { sha256: currentVersion(db, { id: 1 }).sha256 })
  const answer = await app.post('olga', '/sources/1', { ...details, seen: 9999, name: 'Tarn lies' })
  const page = await answer.text()
  expect(answer.status).toBe(409)
  expect(page).toContain('A signed-off article quotes this source: make a new source instead.')
  expect(page).not.toContain('Bridge')
})

test('a suggestion that nothing rests on any more is not listed; one that a person has touched is', async () => {
  const db = newsroom()
  const app = await serve(db)
  db.delete(attributions)
    .where(inArray(attributions.sourceId, [3, 5]))
    .run()
  const page = await app.text('cal', '/sources')
  expect(page).not.toContain('videos shot by residents')
  expect(page).toContain('4 sources')
  // Another source belongs to this one still.
  expect(page).toContain('Free Orme group')
  db.update(sources).set({ standing: 'confirmed' }).where(eq(sources.id, 5)).run()
  expect(await app.text('cal', '/sources')).toContain('videos shot by residents')
})

test('a source’s page says beside whom it is quoted, in the viewer’s articles alone, and leads to its audit', async () => {
  const app = await serve(newsroom())
  const page = await app.text('idris', '/sources/1')
  const beside = /Quoted beside[\s\S]*?<\/section>/.exec(page)?.[0] ?? ''
  for (const name of ['Lena Varro', 'Free Orme group', 'Signal agency']) expect(beside).toContain(name)
  expect(beside).not.toContain('Tarn news agency')
  expect(beside).toContain('1 article')
  expect(page).toContain('/audits?source=1#groups')
})

test('from when and until when it belongs to another is told as far as it is known; what ends before it begins is refused', async () => {
  const db = newsroom()
  const app = await serve(db)
  const to = (dates: object) =>
    app.post('cal', '/sources/1', {
      ...details,
      affiliatedTo: 'Free Orme group · Armed group · #3',
      ...dates,
      seen: lastEventOnSource(db, 1),
    })
  for (const wrong of [
    { affiliatedSince: 'last spring' },
    { affiliatedSince: '2024-02-31' },
    { affiliatedSince: '2024-03', affiliatedUntil: '2023' },
  ]) {
    const refused = await to(wrong)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(wrong.affiliatedSince)
  }
  expect((await to({ affiliatedSince: '2019', affiliatedUntil: '2024-03' })).status).toBe(303)
  const page = await app.text('idris', '/sources/1')
  expect(page).toContain('since 2019 · until March 2024')
  expect(await app.text('idris', '/sources/3')).toContain('since 2019 · until March 2024')
  // Whoever takes the tie away takes its dates away.
  await app.post('cal', '/sources/1', { ...details, affiliatedSince: '2019', seen: lastEventOnSource(db, 1) })
  expect(db.select().from(sources).where(eq(sources.id, 1)).get()).toMatchObject({
    affiliatedTo: null,
    affiliatedSince: '',
    affiliatedUntil: '',
  })
})
