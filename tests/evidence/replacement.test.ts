import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { attributions, claims } from '../../src/claims/schema.ts'
import { write } from '../../src/db/open.ts'
import { evidence } from '../../src/evidence/schema.ts'
import { events } from '../../src/events/schema.ts'
import { sourceAliases, sources } from '../../src/sources/schema.ts'
import { makeSource } from '../../src/sources/sources.ts'
import { articleOfOlga } from '../sources/other-desk.ts'
import { serve } from '../support/app.ts'
import { newsroom, people } from '../support/newsroom.ts'

/** The directory has the agency already, from another article of the desk. */
function withTheRealTarn() {
  const db = newsroom()
  const real = write(db, (tx) =>
    makeSource(tx, people.cal, 1, {
      name: 'Tarn News Agency Ltd',
      aliases: [],
      kind: 'news_agency',
      unnamed: false,
      affiliatedTo: null,
      standing: 'corrected',
    }),
  )
  return { db, real, typed: `Tarn News Agency Ltd · News agency · #${real.id}` }
}

test('every hop and all evidence of a source in the article is tied to the one the directory has, as one event', async () => {
  const { db, real, typed } = withTheRealTarn()
  const app = await serve(db)
  await app.post('cal', '/claims/2/evidence', {
    kind: 'note',
    note: 'Asked them.',
    stance: 'supports',
    basis: 'first_hand',
    who: 'Tarn news agency · News agency · #1',
  })
  const count = db.select().from(events).all().length
  expect((await app.post('cal', '/claims/1/sources/1/replacement', { who: typed, alias: 'yes' })).status).toBe(303)

  expect(db.select().from(attributions).where(eq(attributions.sourceId, 1)).all()).toEqual([])
  expect(db.select().from(attributions).where(eq(attributions.sourceId, real.id)).all()).toHaveLength(2)
  expect(db.select().from(evidence).get()?.sourceId).toBe(real.id)
  expect(db.select({ standing: claims.standing }).from(claims).where(eq(claims.id, 3)).get()?.standing).toBe('corrected')
  expect(db.select({ name: sourceAliases.name }).from(sourceAliases).where(eq(sourceAliases.sourceId, real.id)).all()).toEqual([
    { name: 'Tarn news agency' },
  ])
  const all = db.select().from(events).all()
  expect(all).toHaveLength(count + 1)
  expect(all.at(-1)).toMatchObject({ act: 'source.replaced', subjects: ['source:1', `source:${real.id}`, 'claim:1', 'claim:2', 'claim:3'] })
  expect((await app.get('cal', '/sources/1')).status).toBe(404)
})

test('what belonged to a source that is met nowhere any more belongs to the one in its place', async () => {
  const { db, real, typed } = withTheRealTarn()
  const app = await serve(db)
  await app.post('cal', '/claims/4/sources/3/replacement', { who: typed })
  expect(db.select({ up: sources.affiliatedTo }).from(sources).where(eq(sources.id, 4)).get()?.up).toBe(real.id)
})

test('a name that is not kept as another name becomes none', async () => {
  const { db, real, typed } = withTheRealTarn()
  const app = await serve(db)
  await app.post('cal', '/claims/1/sources/1/replacement', { who: typed })
  expect(db.select().from(sourceAliases).where(eq(sourceAliases.sourceId, real.id)).all()).toEqual([])
})

test('only a source that the viewer may see takes another’s place, and not its own', async () => {
  const { db } = withTheRealTarn()
  const { sourceId } = articleOfOlga(db)
  const app = await serve(db)
  const answers = await Promise.all(
    [`Mayor Tilda Quist · Person · #${sourceId}`, 'Nobody · Person · #999', 'Tarn news agency · News agency · #1', 'Tarn'].map((who) =>
      app.post('cal', '/claims/1/sources/1/replacement', { who, hop: 1 }),
    ),
  )
  expect(answers.map((answer) => answer.status)).toEqual([422, 422, 422, 422])
  expect((await app.post('cal', `/claims/1/sources/${sourceId}/replacement`, { who: 'Tarn news agency · News agency · #1' })).status).toBe(
    404,
  )
  expect((await app.post('idris', '/claims/1/sources/1/replacement', { who: 'x' })).status).toBe(403)
})
