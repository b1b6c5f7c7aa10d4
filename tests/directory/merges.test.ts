import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { clear } from '../../src/accounts/policy.ts'
import { currentVersion, findArticle } from '../../src/articles/queries.ts'
import { attributions } from '../../src/claims/schema.ts'
import { type Db, write } from '../../src/db/open.ts'
import { listEvidence } from '../../src/evidence/queries.ts'
import { independentFirstHand } from '../../src/evidence/independence.ts'
import { evidence } from '../../src/evidence/schema.ts'
import { events } from '../../src/events/schema.ts'
import { reopen, signOff } from '../../src/reviews/sign-offs.ts'
import { affiliationsOf, entriesOf } from '../../src/sources/entries.ts'
import { sourceMerges, sourcePlaces, sources } from '../../src/sources/schema.ts'
import { makeSource, meetSource } from '../../src/sources/sources.ts'
import { articleOfOlga } from '../sources/other-desk.ts'
import { serve } from '../support/app.ts'
import { newsroom, people, type Person, viewerIn } from '../support/newsroom.ts'
import { checkedByTwo } from '../support/scene.ts'

/** The governor in another script, met in the bridge article: a source of her own so far. */
function governor(db: Db): number {
  return write(db, (tx) =>
    makeSource(tx, people.cal, 1, {
      name: 'لينا فارو',
      aliases: [],
      kind: 'person',
      unnamed: false,
      affiliatedTo: null,
      standing: 'corrected',
    }),
  ).id
}

const merge = (
  app: Awaited<ReturnType<typeof serve>>,
  who: Person,
  into: number,
  same: string,
  mergeReason = 'The office gave both spellings.',
) => app.post(who, `/sources/${into}/merge`, { same, mergeReason })
const part = (
  app: Awaited<ReturnType<typeof serve>>,
  who: Person,
  source: number,
  mergeId: number,
  partReason = 'Two women of one name.',
) => app.post(who, `/sources/${source}/merges/${mergeId}/parting`, { partReason })

test('a lookalike is proposed with its reason, merged with another, found under either name, and counted once', async () => {
  const db = newsroom()
  const other = governor(db)
  db.update(attributions).set({ sourceId: other }).where(eq(attributions.claimId, 2)).run()
  db.update(attributions).set({ sourceId: other }).where(eq(attributions.claimId, 1)).run()
  const app = await serve(db)
  const before = await app.text('cal', '/sources/2')
  expect(before).toContain('May be the same')
  expect(before).toContain('the same name in another script')
  expect(before).toContain(`href="/sources/2?same=${other}#merge"`)
  expect(await app.text('cal', `/sources/2?same=${other}`)).toContain(`value="لينا فارو · Person · #${other}"`)
  expect(await app.text('cal', '/sources')).toContain('6 sources')

  const answer = await merge(app, 'cal', 2, `لينا فارو · Person · #${other}`)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sources/2#entry'])
  const page = await app.text('cal', '/sources/2')
  expect(page).toContain('Entered as one with it')
  expect(page).toContain('The office gave both spellings.')
  expect(page).toContain('2 claims in 1 article')
  // The claim keeps what its copy called her.
  expect(page).toContain('named there “لينا فارو”')
  expect(page).not.toContain('May be the same')
  expect(db.select({ id: attributions.sourceId }).from(attributions).where(eq(attributions.claimId, 1)).all()[0]?.id).toBe(other)

  expect(await app.text('cal', '/sources')).toContain('5 sources')
  expect(await app.text('cal', '/sources')).toContain('Person · also Governor Lena Varro and لينا فارو')
  expect(await app.text('cal', `/sources?q=${encodeURIComponent('فارو')}`)).toContain('>Lena Varro</a>')
  expect((await app.get('cal', `/sources/${other}`)).headers.get('location')).toBe('/sources/2')
  expect(db.select().from(events).all().at(-1)).toMatchObject({
    act: 'source.merged',
    subjects: [`source:${other}`, 'source:2'],
    deskId: 1,
  })
  expect(await app.text('cal', '/history')).toContain('are one source')
})

test('parting brings back exactly what was there, with what had been merged into either before', async () => {
  const db = newsroom()
  const other = governor(db)
  const third = write(db, (tx) =>
    makeSource(tx, people.cal, 1, {
      name: 'L. Varro',
      aliases: [],
      kind: 'person',
      unnamed: false,
      affiliatedTo: null,
      standing: 'corrected',
    }),
  ).id
  const app = await serve(db)
  const [list, page] = [await app.text('cal', '/sources'), await app.text('cal', '/sources/2')]
  await merge(app, 'cal', other, `L. Varro · Person · #${third}`)
  const pair = await app.text('cal', `/sources/${other}`)
  await merge(app, 'cal', 2, `لينا فارو · Person · #${other}`)
  expect([other, third, 2].map(entriesOf(db, [other, third, 2]))).toEqual([2, 2, 2])
  expect((await part(app, 'ruth', 2, 2)).status).toBe(303)
  expect([other, third, 2].map(entriesOf(db, [other, third, 2]))).toEqual([other, other, 2])
  expect(plain(await app.text('cal', `/sources/${other}`))).toContain(plain(pair).slice(0, 40))
  expect((await part(app, 'ruth', other, 1)).status).toBe(303)
  expect(await app.text('cal', '/sources')).toBe(list)
  const after = await app.text('cal', '/sources/2')
  expect(after).toContain('Parted again')
  expect(after).toContain('Two women of one name.')
  expect(counted(after)).toEqual(counted(page))
  // And once more: nothing stands in the way of changing one's mind.
  expect((await merge(app, 'cal', 2, `لينا فارو · Person · #${other}`)).status).toBe(303)
  expect((await app.text('cal', '/sources/2')).match(/Enter as one after all/g)).toHaveLength(1)
  expect(db.select().from(sourceMerges).all()).toHaveLength(3)
})

test('merged sources are one origin, and so is whoever belongs to either; parted, they are two again', () => {
  const db = newsroom()
  const other = governor(db)
  write(db, (tx) => meetSource(tx, other, 1))
  const row = {
    claimId: 2,
    kind: 'note',
    title: 'Call',
    stance: 'supports',
    basis: 'first_hand',
    addedBy: people.cal.id,
    addedAt: '2026-03-02T09:00:00.000Z',
  } as const
  db.insert(evidence)
    .values([
      { ...row, sourceId: 2 },
      { ...row, sourceId: other },
      { ...row, sourceId: 4 },
    ])
    .run()
  const origins = (): number => independentFirstHand(listEvidence(db, [2]))
  expect(origins()).toBe(3)
  const { id } = db
    .insert(sourceMerges)
    .values({ sourceId: other, intoId: 2, reason: 'One.', mergedBy: people.cal.id, mergedAt: '2026-03-02T10:00:00.000Z' })
    .returning()
    .get()
  expect(origins()).toBe(2)
  // The Signal agency belongs to the other row of the entry.
  db.update(sources).set({ affiliatedTo: other }).where(eq(sources.id, 4)).run()
  expect(affiliationsOf(db, 4)).toEqual([other, 2])
  expect(origins()).toBe(1)
  db.update(sourceMerges)
    .set({ partedReason: 'Two.', partedBy: people.cal.id, partedAt: '2026-03-02T11:00:00.000Z' })
    .where(eq(sourceMerges.id, id))
    .run()
  expect(origins()).toBe(2)
  db.update(sources).set({ affiliatedTo: null }).where(eq(sources.id, 4)).run()
  expect(origins()).toBe(3)
})

test('the claim says which of its evidence counts once, and why', async () => {
  const db = newsroom()
  const other = governor(db)
  const app = await serve(db)
  const row = { claimId: 2, kind: 'note', title: 'Call', stance: 'supports', basis: 'first_hand' } as const
  const by = { addedBy: people.cal.id, addedAt: '2026-03-02T09:00:00.000Z' }
  db.insert(evidence)
    .values([2, other, 3, 4].map((sourceId) => ({ ...row, ...by, sourceId })))
    .run()
  expect(await app.text('cal', '/claims/2')).toContain('4 items, 4 first-hand sources, 3 independent origins')
  await merge(app, 'cal', 2, `لينا فارو · Person · #${other}`)
  const page = await app.text('cal', '/claims/2')
  expect(page).toContain('4 items, 4 first-hand sources, 2 independent origins')
  expect(page).toContain('لينا فارو and Lena Varro count once: they are one source by two names.')
  expect(page).toContain('Signal agency and Free Orme group count once: the first belongs to the second.')
})

test('what cannot be: without a reason, with itself, twice, with somebody unnamed, by a reader, from another desk', async () => {
  const db = newsroom()
  const other = governor(db)
  const app = await serve(db)
  const choice = `لينا فارو · Person · #${other}`
  for (const [same, reason, said] of [
    [choice, ' ', 'Say how you know'],
    ['', 'One.', 'Pick the source that is the same'],
    ['Lena Varro', 'One.', 'Pick a source from the list'],
    ['Lena Varro · Person · #2', 'One.', 'is entered with this source already'],
    ['videos shot by residents · Video, photo or audio · #5', 'One.', 'does not name'],
    ['Nobody · Person · #999', 'One.', 'There is no such source'],
  ] as const) {
    const answer = await merge(app, 'cal', 2, same, reason)
    const page = await answer.text()
    expect([same, answer.status]).toEqual([same, 422])
    expect(page).toContain(said)
    expect(page).toMatch(/<details class="more" open>\s*<summary>This is the same as another/)
    // What was typed stays.
    if (same !== '') expect(page).toContain(`value="${same}"`)
  }
  expect((await merge(app, 'idris', 2, choice)).status).toBe(403)
  expect((await merge(app, 'olga', 2, choice)).status).toBe(404)
  expect(await app.text('idris', '/sources/2')).not.toContain('This is the same as another')
  expect((await merge(app, 'cal', 2, choice)).status).toBe(303)
  expect((await merge(app, 'cal', 2, choice)).status).toBe(422)
  expect((await part(app, 'cal', 2, 1, '')).status).toBe(422)
  expect((await part(app, 'idris', 2, 1)).status).toBe(403)
  expect((await part(app, 'olga', 2, 1)).status).toBe(404)
  expect((await part(app, 'cal', 1, 1)).status).toBe(409)
  expect((await part(app, 'cal', 2, 1)).status).toBe(303)
  const late = await part(app, 'ruth', 2, 1)
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('nothing to part here any more')
})

test('who may not see the other sees no merge: not its name, not its claims, not in a search', async () => {
  const db = newsroom()
  const { sourceId } = articleOfOlga(db)
  db.insert(sourceMerges)
    .values({
      sourceId: 2,
      intoId: sourceId,
      reason: 'The mayor was governor.',
      mergedBy: people.olga.id,
      mergedAt: '2026-03-02T10:00:00.000Z',
    })
    .run()
  const app = await serve(db)
  const page = await app.text('cal', '/sources/2')
  expect(page).toContain('Lena Varro')
  expect(page).not.toMatch(/Quist|Entered as one|The mayor was/)
  expect(await app.text('cal', '/sources')).toContain('>Lena Varro</a>')
  expect(await app.text('cal', '/sources?q=quist')).toContain('No source of that name')
  expect(await app.text('olga', '/sources?q=varro')).toContain('No source of that name')
  expect(await app.text('olga', `/sources/${sourceId}`)).not.toContain('Varro')
})

test('nobody joins or parts what is entered with a source of another desk, and learns nothing of it', async () => {
  const db = newsroom()
  const { sourceId, articleId } = articleOfOlga(db)
  const zed = governor(db)
  write(db, (tx) => meetSource(tx, 2, articleId))
  const app = await serve(db)
  expect((await merge(app, 'olga', sourceId, 'Lena Varro · Person · #2')).status).toBe(303)
  for (const [into, same] of [
    [zed, 'Lena Varro · Person · #2'],
    [2, `لينا فارو · Person · #${zed}`],
  ] as const) {
    const answer = await merge(app, 'cal', into, same)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('cannot be entered as one by you')
    expect(page).not.toContain('Quist')
  }
  const [gone, theirs] = [await part(app, 'cal', 2, 999), await part(app, 'cal', 2, 1)]
  expect([gone.status, theirs.status]).toEqual([409, 409])
  expect(counted(await theirs.text())).toEqual(counted(await gone.text()))
  expect(await app.text('cal', '/history')).not.toContain('Quist')
  expect(entriesOf(db, [2])(2)).toBe(sourceId)
})

test('a head that only the engine suggested keeps its entry in the list', async () => {
  const db = newsroom()
  const app = await serve(db)
  expect((await merge(app, 'cal', 3, 'Tarn news agency · News agency · #1')).status).toBe(303)
  db.update(sources).set({ affiliatedTo: null }).run()
  db.update(attributions).set({ sourceId: 1 }).where(eq(attributions.sourceId, 3)).run()
  expect(await app.text('cal', '/sources?q=tarn')).toContain('>Free Orme group</a>')
})

test('two that are one again, the other way round, are not shown as parted', async () => {
  const db = newsroom()
  const other = governor(db)
  const app = await serve(db)
  await merge(app, 'cal', 2, `لينا فارو · Person · #${other}`)
  await part(app, 'cal', 2, 1)
  await merge(app, 'cal', other, 'Lena Varro · Person · #2')
  expect(await app.text('cal', `/sources/${other}`)).not.toContain('Parted again')
})

test('a signed report is counted as it was signed, whichever of its sources a merge would tie through others', async () => {
  const db = newsroom()
  const app = await serve(db)
  checkedByTwo(db)
  const edith = viewerIn(db, 'edith')
  const article = clear(edith, 'edit', findArticle(db, edith, 1))
  signOff(db, edith, article, { sha256: currentVersion(db, { id: 1 }).sha256 })
  // One that the article does not name, and that belongs to the agency that it names.
  const member = governor(db)
  db.update(sources).set({ affiliatedTo: 1 }).where(eq(sources.id, member)).run()
  const claims = async (): Promise<unknown> => (JSON.parse(await app.text('cal', '/articles/1/report.json')) as { claims: unknown }).claims
  const report = await claims()
  expect((await merge(app, 'cal', 2, `لينا فارو · Person · #${member}`)).status).toBe(409)
  expect(report).not.toBeUndefined()
  expect(await claims()).toEqual(report)
})

test('a signed report that rests on both stands: they are merged or parted after an editor reopens it', async () => {
  const db = newsroom()
  const app = await serve(db)
  checkedByTwo(db)
  // Claim 3: the governor (2) told the agency (1).
  const edith = viewerIn(db, 'edith')
  const article = () => clear(edith, 'edit', findArticle(db, edith, 1))
  signOff(db, edith, article(), { sha256: currentVersion(db, { id: 1 }).sha256 })
  const other = governor(db)
  const refused = await merge(app, 'cal', 2, 'Tarn news agency · News agency · #1')
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('A signed-off article names both')
  // With one that the report does not count beside her, nothing changes in it.
  const report = await app.text('cal', '/articles/1/claims.csv')
  expect((await merge(app, 'cal', 2, `لينا فارو · Person · #${other}`)).status).toBe(303)
  expect(await app.text('cal', '/articles/1/claims.csv')).toBe(report)
  // What she belongs to is what the signed one is counted with, by whichever of the two names.
  const moved = {
    seen: 9999,
    name: 'لينا فارو',
    kind: 'person',
    aliases: '',
    note: '',
    affiliatedTo: 'Tarn news agency · News agency · #1',
  }
  expect((await app.post('cal', `/sources/${other}`, moved)).status).toBe(409)
  expect(await app.text('cal', '/articles/1/claims.csv')).toBe(report)
  reopen(db, edith, article(), { reason: 'The agency is hers.' })
  expect((await merge(app, 'cal', 2, 'Tarn news agency · News agency · #1')).status).toBe(303)
})

test('the record of a merge is neither rewritten nor deleted', () => {
  const db = newsroom()
  const other = governor(db)
  db.insert(sourceMerges)
    .values({ sourceId: other, intoId: 2, reason: 'One.', mergedBy: people.cal.id, mergedAt: '2026-03-02T10:00:00.000Z' })
    .run()
  expect(() => db.delete(sourceMerges).run()).toThrow('stays on record')
  expect(() => db.update(sourceMerges).set({ reason: 'Another.' }).run()).toThrow('never rewritten')
  expect(() =>
    db
      .insert(sourceMerges)
      .values({ sourceId: other, intoId: 1, reason: 'Two.', mergedBy: people.cal.id, mergedAt: '2026-03-02T10:00:00.000Z' })
      .run(),
  ).toThrow(/UNIQUE/)
})

/** The words of a page, white space and tags aside. */
const plain = (html: string): string =>
  html
    .slice(html.indexOf('<h1'))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const counted = (html: string): string[] => html.match(/\d+ claims? in \d+ articles?/g) ?? []

test('in a directory of many thousands a lookalike is found wherever it stands in the alphabet', async () => {
  const db = newsroom()
  const now = '2026-01-01T00:00:00.000Z'
  const rows = Array.from({ length: 5_200 }, (_, k) => ({
    id: 100 + k,
    name: `Bystander ${k}`,
    kind: 'person' as const,
    standing: 'corrected' as const,
    createdAt: now,
  }))
  rows.push({ id: 9_000, name: 'Zeno Quarrie', kind: 'person', standing: 'corrected', createdAt: now })
  rows.push({ id: 9_001, name: 'Dr Zeno Quarrie', kind: 'person', standing: 'corrected', createdAt: now })
  for (let from = 0; from < rows.length; from += 500) {
    const piece = rows.slice(from, from + 500)
    db.insert(sources).values(piece).run()
    db.insert(sourcePlaces)
      .values(piece.map(({ id }) => ({ sourceId: id, articleId: 1 })))
      .run()
  }
  const page = await (await serve(db)).text('cal', '/sources/9001')
  expect(page).toContain('href="/sources/9000"')
  expect(page).toContain('without a title')
})
