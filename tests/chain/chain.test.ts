import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { signOffs } from '../../src/articles/schema.ts'
import { lastEventOn } from '../../src/claims/queries.ts'
import { attributions, claims } from '../../src/claims/schema.ts'
import type { Db } from '../../src/db/open.ts'
import { write } from '../../src/db/open.ts'
import { events } from '../../src/events/schema.ts'
import { sources } from '../../src/sources/schema.ts'
import { articleOfOlga } from '../sources/other-desk.ts'
import { serve } from '../support/app.ts'
import { newsroom } from '../support/newsroom.ts'

const chainOf = (db: Db, claimId: number) =>
  db
    .select({ position: attributions.position, name: sources.name, verb: attributions.verb, standing: attributions.standing })
    .from(attributions)
    .leftJoin(sources, eq(sources.id, attributions.sourceId))
    .where(eq(attributions.claimId, claimId))
    .orderBy(asc(attributions.position))
    .all()
const hopIds = (db: Db, claimId: number): number[] =>
  db
    .select({ id: attributions.id })
    .from(attributions)
    .where(eq(attributions.claimId, claimId))
    .orderBy(asc(attributions.position))
    .all()
    .map((hop) => hop.id)
const claimOf = (db: Db, id: number) => db.select().from(claims).where(eq(claims.id, id)).get()
const acts = (db: Db): string[] =>
  db
    .select({ act: events.act })
    .from(events)
    .orderBy(asc(events.id))
    .all()
    .map((event) => event.act)

const tarn = 'Tarn news agency · News agency · #1'

test('a hop is added nearest the copy, and its claim becomes attributed, corrected and in progress', async () => {
  const db = newsroom()
  const app = await serve(db)
  const answer = await app.post('cal', '/claims/2/hops', {
    who: tarn,
    verb: 'reported',
    channel: 'agency_copy',
    seenByUs: 'yes',
    proximity: 'relayed',
  })

  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/articles/1/desk?claim=2#claim')
  expect(chainOf(db, 2)).toEqual([{ position: 0, name: 'Tarn news agency', verb: 'reported', standing: 'corrected' }])
  expect(claimOf(db, 2)).toMatchObject({ voice: 'attributed', standing: 'corrected', state: 'in_progress' })
  expect(acts(db).at(-1)).toBe('chain.hop_added')
})

test('a new source is made with its hop, and both are in the history', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/2/hops', { who: 'Orme road office', sourceKind: 'official_body', verb: 'said' })

  expect(db.select().from(sources).where(eq(sources.name, 'Orme road office')).get()).toMatchObject({
    kind: 'official_body',
    standing: 'corrected',
    createdBy: 5,
  })
  expect(acts(db).slice(-2)).toEqual(['source.made', 'chain.hop_added'])
})

test('a hop may go first as the origin, or between two others; the places stay without a gap', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/3/hops', { who: 'A witness', unnamed: 'yes', position: 0 })
  await app.post('cal', '/claims/3/hops', { who: 'A spokesman', position: 2 })

  expect(chainOf(db, 3).map((hop) => [hop.position, hop.name])).toEqual([
    [0, 'A witness'],
    [1, 'Lena Varro'],
    [2, 'A spokesman'],
    [3, 'Tarn news agency'],
  ])
})

test('who may stay unclear; such a hop still attributes the claim', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/2/hops', { unclear: 'yes', verb: 'it is said' })

  expect(chainOf(db, 2)).toEqual([{ position: 0, name: null, verb: 'it is said', standing: 'corrected' }])
  expect(claimOf(db, 2)?.voice).toBe('attributed')
})

test('a hop that says neither who nor that it is unclear is refused beside its form, with what was typed', async () => {
  const db = newsroom()
  const app = await serve(db)
  const answer = await app.post('cal', '/claims/2/hops', { hop: 'add', verb: 'whispered', back: '/articles/1/desk?claim=2' })
  const page = await answer.text()

  expect(answer.status).toBe(422)
  expect(page).toContain('Name who says so, or tick “unclear who”.')
  expect(page).toContain('value="whispered"')
  expect(chainOf(db, 2)).toEqual([])
})

test('a name that the directory has is not taken for a second one unless a person says so', async () => {
  const db = newsroom()
  const app = await serve(db)
  const refused = await app.post('cal', '/claims/2/hops', { hop: 'add', who: 'tarn', verb: 'reported' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('There is already a source called “Tarn news agency” (#1).')

  await app.post('cal', '/claims/2/hops', { who: 'Tarn', another: 'yes' })
  expect(db.select().from(sources).where(eq(sources.name, 'Tarn')).all()).toHaveLength(1)
})

test('a hop is changed where it stands', async () => {
  const db = newsroom()
  const app = await serve(db)
  const [governor = 0] = hopIds(db, 3)
  await app.post('cal', `/claims/3/hops/${governor}`, {
    who: 'Lena Varro · Person · #2',
    verb: 'told',
    channel: 'interview_by_another_outlet',
    identified: 'named_with_role',
    proximity: 'first_hand',
    stake: 'party',
    groundRule: 'on_record',
  })

  expect(db.select().from(attributions).where(eq(attributions.id, governor)).get()).toMatchObject({
    sourceId: 2,
    position: 0,
    proximity: 'first_hand',
    stake: 'party',
    groundRule: 'on_record',
    standing: 'corrected',
  })
  expect(acts(db).at(-1)).toBe('chain.hop_changed')
})

test('hops change places towards the origin and towards the copy, and no further', async () => {
  const db = newsroom()
  const app = await serve(db)
  const [governor = 0, agency = 0] = hopIds(db, 3)
  await app.post('cal', `/claims/3/hops/${agency}/place`, { direction: 'origin' })
  expect(hopIds(db, 3)).toEqual([agency, governor])
  await app.post('cal', `/claims/3/hops/${agency}/place`, { direction: 'copy' })
  expect(hopIds(db, 3)).toEqual([governor, agency])

  const refused = await app.post('cal', `/claims/3/hops/${agency}/place`, { hop: agency, direction: 'copy' })
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('This is nearest the copy already')
  expect(acts(db).slice(-2)).toEqual(['chain.hop_moved', 'chain.hop_moved'])
})

test('without its last hop a claim is the copy’s own voice again, caveat and all', async () => {
  const db = newsroom()
  const app = await serve(db)
  const [video = 0] = hopIds(db, 6)
  await app.post('cal', `/claims/6/hops/${video}/removal`)

  expect(chainOf(db, 6)).toEqual([])
  expect(claimOf(db, 6)?.voice).toBe('own_voice_with_caveat')
})

test('a denial stays a denial, with hops and without', async () => {
  const db = newsroom()
  const app = await serve(db)
  db.update(claims).set({ voice: 'denied' }).where(eq(claims.id, 1)).run()
  await app.post('cal', `/claims/1/hops/${hopIds(db, 1)[0]}/removal`)
  await app.post('cal', '/claims/1/hops', { who: tarn })
  expect(claimOf(db, 1)?.voice).toBe('denied')
})

test('a change of a chain can be undone', async () => {
  const db = newsroom()
  const app = await serve(db)
  const before = chainOf(db, 3)
  await app.post('cal', '/claims/3/hops', { who: 'A spokesman' })
  await app.post('cal', '/articles/1/undo')

  expect(chainOf(db, 3)).toEqual(before)
  expect(claimOf(db, 3)).toMatchObject({ standing: 'suggested', state: 'new' })
})

test('two people on one chain: the later one is told who was there first, and keeps what was typed', async () => {
  const db = newsroom()
  const app = await serve(db)
  const seen = lastEventOn(db, 2)
  await app.post('cal', '/claims/2/hops', { seen, who: tarn })
  const answer = await app.post('ruth', '/claims/2/hops', { seen, hop: 'add', who: 'Orme road office', verb: 'insisted' })
  const page = await answer.text()

  expect(answer.status).toBe(409)
  expect(page).toContain('Cal')
  expect(page).toContain('value="Orme road office"')
  expect(page).toContain('value="insisted"')
  expect(chainOf(db, 2)).toHaveLength(1)
})

test('a source of another desk is refused exactly as one that does not exist, and nothing of it is told', async () => {
  const db = newsroom()
  const { sourceId } = articleOfOlga(db)
  const app = await serve(db)
  const [theirs, nobodys] = await Promise.all([
    app.post('cal', '/claims/2/hops', { hop: 'add', who: `Mayor Tilda Quist · Person · #${sourceId}` }),
    app.post('cal', '/claims/2/hops', { hop: 'add', who: 'Mayor Tilda Quist · Person · #9999' }),
  ])
  const sentence = 'There is no such source, or it was met on no desk of yours.'
  expect([theirs.status, nobodys.status]).toEqual([422, 422])
  expect(await theirs.text()).toContain(sentence)
  expect(await nobodys.text()).toContain(sentence)
  expect(chainOf(db, 2)).toEqual([])
})

test('a number that fits another name than the one typed is refused', async () => {
  const db = newsroom()
  const app = await serve(db)
  expect((await app.post('cal', '/claims/2/hops', { hop: 'add', who: 'Lena Varro · Person · #1' })).status).toBe(422)
})

test('readers read the chain and cannot change it; another desk finds no claim', async () => {
  const db = newsroom()
  const app = await serve(db)
  expect((await app.post('idris', '/claims/2/hops', { who: tarn })).status).toBe(403)
  expect((await app.post('olga', '/claims/2/hops', { who: tarn })).status).toBe(404)
  const page = await app.text('idris', '/claims/3')
  expect(page).toContain('Lena Varro')
  expect(page).not.toContain('Add a hop')
})

test('the chain of a signed-off article stays as it is', async () => {
  const db = newsroom()
  const app = await serve(db)
  write(db, (tx) =>
    tx.insert(signOffs).values({ articleId: 1, versionId: 1, sha256: 'x', signedBy: 2, signedAt: '2026-03-02T09:00:00.000Z' }).run(),
  )
  expect((await app.post('cal', '/claims/2/hops', { who: tarn })).status).toBe(409)
  expect(chainOf(db, 2)).toEqual([])
})

test('the chain is drawn from the origin to the copy, with what to notice, and ends in the copy and its caveat', async () => {
  const db = newsroom()
  const app = await serve(db)
  const [claim4, claim6] = await Promise.all([app.text('cal', '/claims/4'), app.text('cal', '/claims/6')])
  const order = ['Free Orme group</bdi>', 'party to the event', 'Signal agency</bdi>', 'This copy'].map((words) => claim4.indexOf(words))
  expect(order).toEqual([...order].sort((one, other) => one - other))
  expect(order).not.toContain(-1)
  expect(claim4).toContain('1 outlet, 1 origin')
  expect(claim6).toContain('with the caveat “The Meridian could not independently verify the videos.”')
})
