import { expect, test } from 'vitest'
import { codings } from '../../src/coding/schema.ts'
import { serve } from '../support/app.ts'
import { bridgeClaims, newsroom, people } from '../support/newsroom.ts'

const asOrigin = { voice: 'attributed', kind: 'person', identified: 'named', proximity: 'unknown', stake: 'unknown' }
const sample = { name: 'Bridge sample', deskId: '1', size: '6', coderOne: people.cal.id, coderTwo: people.rory.id, from: '' }

test('two people code the same claims blind; when both are done, their agreement and where they differ is shown', async () => {
  const db = newsroom()
  const app = await serve(db)
  const drawn = await app.post('edith', '/coding', sample)
  expect(drawn.status).toBe(303)
  const round = drawn.headers.get('location') ?? ''
  expect(await app.text('edith', round)).toContain('6 claims of 6')

  // In whatever order they were drawn, each claim stands in its copy, marked; nothing that anybody recorded of it does.
  const read: string[] = []
  for (let k = 1; k <= 6; k++) {
    const page = await app.text('cal', `${round}/claims/${k}`)
    read.push(/<mark>([^<]*)<\/mark>/.exec(page)?.[1] ?? '')
    expect(page).not.toMatch(/Tarn news agency<\/|selected>(?!Choose)/)
  }
  expect(read.map((words) => words.replaceAll('&#39;', '’')).sort()).toEqual(Object.values(bridgeClaims).sort())

  for (let k = 1; k <= 6; k++) {
    const answer = await app.post('cal', `${round}/claims/${k}`, asOrigin)
    expect(answer.headers.get('location')).toBe(k < 6 ? `${round}/claims/${k + 1}` : round)
  }
  expect(await app.text('cal', round)).toContain('You are done.')
  for (const who of ['rory', 'edith', 'ada'] as const) {
    expect(await app.text(who, round)).toContain('shown to nobody until both are done')
    expect(await app.text(who, `${round}/claims/1`)).not.toContain('selected>Named')
  }
  for (let k = 1; k <= 6; k++)
    await app.post('rory', `${round}/claims/${k}`, k < 3 ? { ...asOrigin, voice: 'own_voice', kind: 'none', identified: 'none' } : asOrigin)

  const results = await app.text('idris', round)
  expect(results).toMatch(/How the copy puts it<\/th><td[^>]*>67 % of 6<\/td><td[^>]*>0\.00/)
  expect(results).toMatch(/Its stake in the event<\/th><td[^>]*>100 % of 6<\/td><td[^>]*>–/)
  expect(results.match(/Cal<\/bdi> <b>Attributed<\/b>, <bdi>Rory<\/bdi> <b>Own voice<\/b>/g)).toHaveLength(2)
  // What stands now stands.
  expect((await app.post('cal', `${round}/claims/1`, { ...asOrigin, stake: 'party' })).status).toBe(409)
  expect(await app.text('ada', '/history')).toContain('coded 6 claims of Bridge sample')
})

test('a sample is drawn by an editor of the desk, for two who may check there; nobody else codes it', async () => {
  const db = newsroom()
  const app = await serve(db)
  expect((await app.post('cal', '/coding', sample)).status).toBe(403)
  expect((await app.post('olga', '/coding', sample)).status).toBe(404)
  for (const [wrong, sentence] of [
    [{ coderTwo: people.cal.id }, 'Choose two different people'],
    [{ coderTwo: people.idris.id }, 'Choose people of this desk who may check'],
    [{ coderTwo: people.olga.id }, 'Choose people of this desk who may check'],
    [{ size: '1' }, 'from 2 to 200'],
    [{ size: 'all' }, 'from 2 to 200'],
    [{ name: ' ' }, 'Give the sample a name'],
    [{ from: 'outlet=Nowhere' }, 'There is no claim to draw from'],
  ] as const) {
    const answer = await app.post('edith', '/coding', { ...sample, ...wrong })
    expect(answer.status, sentence).toBe(422)
    const page = await answer.text()
    expect(page).toContain(sentence)
    if (!('name' in wrong)) expect(page).toContain('value="Bridge sample"')
  }
  const round = (await app.post('edith', '/coding', sample)).headers.get('location') ?? ''
  for (const who of ['edith', 'ruth', 'idris'] as const) {
    expect((await app.get(who, `${round}/claims/1`)).status, who).toBe(404)
    expect((await app.post(who, `${round}/claims/1`, asOrigin)).status, who).toBe(404)
  }
  expect((await app.get('olga', round)).status).toBe(404)
  expect(await app.text('olga', '/coding')).not.toContain('Bridge sample')
  expect((await app.get('cal', `${round}/claims/7`)).status).toBe(404)
  const unfinished = await app.post('cal', `${round}/claims/1`, { ...asOrigin, stake: '' })
  expect(unfinished.status).toBe(422)
  const again = await unfinished.text()
  expect(again).toContain('Choose one.')
  expect(again).toMatch(/value="attributed" selected/)
  expect(db.select().from(codings).all()).toEqual([])
})
