import { expect, test } from 'vitest'
import { write } from '../../src/db/open.ts'
import { meetSource } from '../../src/sources/sources.ts'
import { serve } from '../support/app.ts'
import { newsroom } from '../support/newsroom.ts'
import { articleOfOlga } from './other-desk.ts'

type Options = { value: string; label: string }[]

test('one who types is offered the sources of the article first, with their other names and where else they were met', async () => {
  const db = newsroom()
  const app = await serve(db)
  const options = (await (await app.get('cal', '/sources/options?article=1&q=TARN')).json()) as Options
  expect(options).toEqual([{ value: 'Tarn news agency · News agency · #1', label: 'also Tarn · in this article' }])
})

test('an alias, a diacritic or another letter form finds a source too', async () => {
  const db = newsroom()
  const app = await serve(db)
  const options = (await (await app.get('cal', `/sources/options?article=1&q=${encodeURIComponent('góvernor')}`)).json()) as Options
  expect(options.map((option) => option.value)).toEqual(['Lena Varro · Person · #2'])
})

test('another desk’s sources are never offered, nor the articles in which they were met', async () => {
  const db = newsroom()
  const { articleId, sourceId } = articleOfOlga(db)
  const app = await serve(db)
  const offered = await app.text('cal', '/sources/options?article=1&q=quist')
  expect(JSON.parse(offered)).toEqual([])
  expect(await app.text('cal', '/claims/2')).not.toContain('Quist')
  expect((await app.get('cal', `/sources/options?article=${articleId}`)).status).toBe(404)

  // A source that both desks have met is offered to each, without the other's article.
  write(db, (tx) => meetSource(tx, 1, articleId))
  const [shared] = JSON.parse(await app.text('cal', '/sources/options?article=1&q=tarn')) as Options
  expect(shared?.label).toBe('also Tarn · in this article')
  const theirs = JSON.parse(await app.text('olga', `/sources/options?article=${articleId}`)) as Options
  expect(theirs.map((option) => option.value)).toEqual([`Mayor Tilda Quist · Person · #${sourceId}`, 'Tarn news agency · News agency · #1'])
  expect(theirs.at(-1)?.label).not.toContain('Bridge')
})

test('signs that mean something to SQL or to a pattern are only letters here', async () => {
  const app = await serve(newsroom())
  for (const q of ['%', '_', "'", '"', '\\', '*']) {
    expect(JSON.parse(await app.text('cal', `/sources/options?article=1&q=${encodeURIComponent(q)}`)), q).toEqual([])
  }
})

test('at most twenty are offered', async () => {
  const db = newsroom()
  const app = await serve(db)
  for (let number = 1; number <= 25; number += 1) await app.post('cal', '/claims/2/hops', { who: `Witness ${number}` })
  expect(JSON.parse(await app.text('cal', '/sources/options?article=1'))).toHaveLength(20)
})
