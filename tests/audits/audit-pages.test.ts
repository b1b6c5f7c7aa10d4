import path from 'node:path'
import { expect, test } from 'vitest'
import { secondChecks } from '../../src/claims/schema.ts'
import { createAuditor } from '../../src/audits/auditor.ts'
import { definitions } from '../../src/audits/definitions.ts'
import { everything } from '../../src/audits/selection.ts'
import { openDatabase } from '../../src/db/open.ts'
import { sourceMerges, sourcePlaces, sources } from '../../src/sources/schema.ts'
import { serve, temporaryFolder } from '../support/app.ts'
import { readCsv } from '../support/csv.ts'
import { newsroom, people, viewerIn } from '../support/newsroom.ts'
import { randomNewsroom } from '../support/random-newsroom.ts'
import { acting } from '../support/scene.ts'

test('the audit of a piece shows who speaks, claim by claim, and what holds of the whole', async () => {
  const app = await serve(newsroom())
  const page = await app.text('idris', '/articles/1/audit')
  expect(page).toContain(
    'aria-label="The claims along the text: own voice 2, a named source 2, a party to the event 1, an unnamed source 1"',
  )
  expect(page.match(/<a href="\/claims\/\d" aria-label="Claim/g)).toHaveLength(6)
  expect(page).toContain('\u2068Lena Varro\u2069 → \u2068Tarn news agency\u2069')
  expect(page).toMatch(/Relayed by other media[\s\S]*?75 %[\s\S]*?3 of 4 attributed claims · 0 confirmed/)
  expect(page).toContain('machine-read only')
  expect(page).toContain('One party only')
  expect(page).not.toContain('Single-origin pieces')
})

test('every figure has its paragraph, and every link to one leads to it', async () => {
  const app = await serve(randomNewsroom(5, 20).db)
  const told = await app.text('idris', '/audits/definitions')
  const ids = new Set([...told.matchAll(/<div id="([\w-]+)">/g)].map((match) => match[1]))
  for (const { id, words } of definitions.flatMap(({ all }) => all)) {
    expect(ids, id).toContain(id)
    expect(words.length, id).toBeGreaterThan(60)
  }
  for (const page of ['/audits', '/articles/1/audit'])
    for (const [, id] of (await app.text('idris', page)).matchAll(/\/audits\/definitions#([\w-]+)/g)) expect(ids, page).toContain(id)
})

test('what somebody checks blind is in none of their figures, and they are told so', async () => {
  const db = newsroom()
  const app = await serve(db)
  acting(db, 'cal').finds(2, 'unverified', 'The engineers do not answer.', 'no_attribution')
  const overClaim = /Unverified, but in our own voice[\s\S]*?class="sample">([^<]*)</
  expect(overClaim.exec(await app.text('cal', '/audits'))?.[1]).toMatch(/^1 of 1 checked claims/)
  db.insert(secondChecks).values({ claimId: 2, takenBy: people.ruth.id, takenAt: '2026-03-02T10:00:00.000Z' }).run()
  for (const page of ['/audits', '/articles/1/audit']) {
    const blind = await app.text('ruth', page)
    expect(overClaim.exec(blind)?.[1] ?? 'no checked claims').toBe('no checked claims')
    expect(blind).toContain('What was found on 1 claim is withheld from you')
  }
  expect(await app.text('ruth', '/audits/claims?figure=over-claim')).toContain('No claim counts here.')
  expect(await app.text('ruth', '/audits/claims?outcome=unverified')).toContain('No claim counts here.')
  expect(await app.text('ruth', '/audits.json')).not.toContain('"count": 1,\n      "of": 1,\n      "among": "checked claims"')
})

test('sources that were merged count as one; one that another desk alone knows lends no name', async () => {
  const db = newsroom()
  const app = await serve(db)
  const heard = async (): Promise<string> =>
    / sources heard<\/dt><dd>(\d+)|<dt>sources heard<\/dt><dd>(\d+)/.exec(await app.text('cal', '/audits'))?.[2] ?? ''
  expect(await heard()).toBe('4')
  db.insert(sources)
    .values({ id: 50, name: 'Secret Ministry', kind: 'person', standing: 'confirmed', createdAt: '2026-03-02T10:00:00.000Z' })
    .run()
  db.insert(sourceMerges)
    .values([
      { sourceId: 2, intoId: 50, reason: 'One.', mergedBy: people.olga.id, mergedAt: '2026-03-02T10:00:00.000Z' },
      { sourceId: 3, intoId: 50, reason: 'One.', mergedBy: people.olga.id, mergedAt: '2026-03-02T10:00:00.000Z' },
    ])
    .run()
  expect(await heard()).toBe('3')
  const page = (await app.text('cal', '/audits')) + (await app.text('cal', '/articles/1/audit')) + (await app.text('cal', '/audits.json'))
  expect(page).not.toContain('Secret Ministry')
  // Nor does a filter tell whether a source out of sight has the name of one in sight.
  db.insert(sources)
    .values({ id: 51, name: 'Tarn news agency', kind: 'news_agency', standing: 'confirmed', createdAt: '2026-03-02T10:00:00.000Z' })
    .run()
  expect(await app.text('cal', '/audits/claims?source=1')).toContain('ten days')
  expect(await app.text('cal', '/audits/claims?source=51')).toContain('No claim counts here.')
  expect(page).toContain('Lena Varro')
  db.insert(sourcePlaces).values({ sourceId: 50, articleId: 1 }).run()
  expect(await app.text('cal', '/audits')).toContain('Secret Ministry')
})

test('an audit leaves as JSON and as a table with every definition; another desk exports nothing of it', async () => {
  const app = await serve(randomNewsroom(9, 30).db)
  const [head, ...rows] = readCsv(await app.text('edith', '/audits.csv?publication=published')).map((row) => row.map(({ value }) => value))
  expect(head).toEqual(['figure', 'label', 'count', 'of', 'among', 'share', 'low', 'high', 'confirmed', 'definition'])
  const json = JSON.parse(await app.text('edith', '/audits.json?publication=published')) as {
    format: string
    selection: object
    figures: { figure: string; count: number }[]
  }
  expect(json).toMatchObject({ format: 'linecheck-audit', selection: { publication: 'published', outlet: '' } })
  expect(rows.map((row) => [row[0], Number(row[2])])).toEqual(json.figures.map(({ figure, count }) => [figure, count]))
  expect((await app.get('edith', '/audits.csv')).headers.get('content-disposition')).toContain('attachment; filename=audit-2')
  const other = JSON.parse(await (await serve(newsroom())).text('olga', '/audits.json')) as { claims: number; sources: object[] }
  expect(other).toMatchObject({ claims: 0, sources: [] })
})

test('two selections stand side by side, figure by figure', async () => {
  const app = await serve(randomNewsroom(11, 40).db)
  const page = await app.text('cal', `/audits?outlet=Harbour+Post&against=${encodeURIComponent('outlet=The Meridian&publication=draft')}`)
  expect(page).toMatch(
    /<th scope="col"><bdi>\u2068Harbour Post\u2069<\/bdi><\/th><th scope="col"><bdi>\u2068The Meridian\u2069, drafts<\/bdi><\/th>/,
  )
  expect(page).toMatch(
    /In our own voice<\/a><\/th><td data-label="[^"]*Harbour Post[^"]*"><a href="[^"]*figure=own-voice[^"]*">\d+ % of \d+<\/a><\/td><td data-label="[^"]*The Meridian[^"]*"><a href="[^"]*">\d+ % of \d+<\/a><\/td><td data-label="Difference">[+−]?\d+ points/,
  )
  expect(page).toContain('name="against" value="outlet=The+Meridian&amp;publication=draft"')
})

test('an audit of a database in a file is made beside the server, and tells meanwhile how far it is', async () => {
  const file = path.join(temporaryFolder(), 'linecheck.db')
  await randomNewsroom(13, 450).db.$client.backup(file)
  const db = openDatabase(file)
  const auditor = createAuditor(db)
  const viewer = viewerIn(db, 'cal')
  const first = await auditor.audit(viewer, everything, 60_000)
  expect(first.done).toBe(true)
  expect(first.progress.read).toBe(first.progress.total)
  const inPlace = await createAuditor(randomNewsroom(13, 450).db).audit(viewer, everything, 0)
  expect(first.progress.summary).toEqual(inPlace.progress.summary)
  const [one, other] = await Promise.all([auditor.audit(viewer, everything, 0), auditor.audit(viewer, everything, 60_000)])
  expect(one.progress.summary.pieces).toBeLessThanOrEqual(other.progress.summary.pieces)
  expect((await auditor.claims(viewer, everything, { figure: 'unnamed', page: 2, perPage: 10 })).opened).toHaveLength(10)
  await auditor.close()
  await expect(auditor.audit(viewer, everything, 0)).rejects.toThrow()
  db.$client.close()
}, 60_000)

test('a name heard in two pieces ranks as one, and opens the claims of both; the unnamed are heard apart', async () => {
  const db = newsroom()
  const app = await serve(db)
  const texts = [1, 2].map(
    (n) => `The mayor of Port ${n}, Ilse Korn, said the quay would be shut for ${n} weeks.\n\nA dockworker said nobody had been told.`,
  )
  const rows = texts.map((text) => JSON.stringify({ text, date: '2026-04-01' })).join('\n')
  const data = new FormData()
  for (const [key, value] of Object.entries({ deskId: '1', publication: 'published' })) data.set(key, value)
  data.set('file', new Blob([rows]), 'two.jsonl')
  const address = (await app.post('cal', '/imports', data)).headers.get('location') ?? ''
  await expect.poll(() => app.text('cal', address), { timeout: 20_000 }).toContain('Done: 2 pieces brought in.')
  const page = await app.text('cal', '/audits?publication=published')
  const [, korn] = /<a href="\/sources\/(\d+)"><bdi>Ilse Korn<\/bdi>/.exec(page) ?? []
  expect(page).toContain('2 claims and 2 pieces')
  expect(page.match(/<bdi>Ilse Korn<\/bdi>/g)).toHaveLength(1)
  const claims = await app.text('cal', `/audits/claims?publication=published&source=${korn}`)
  expect(claims).toContain('Port 1')
  expect(claims).toContain('Port 2')
  expect(page.match(/dockworker/gi)?.length).toBe(2)
})

test('where only some claims of each piece are selected, nothing is said of whole pieces', async () => {
  const app = await serve(newsroom())
  const pieces = async (query: string): Promise<string[]> =>
    (JSON.parse(await app.text('cal', `/audits.json${query}`)) as { figures: { figure: string }[] }).figures.map(({ figure }) => figure)
  expect(await pieces('')).toContain('single-origin')
  for (const narrowed of ['?source=1', '?outcome=not_checked', '?standing=suggested']) {
    expect(await pieces(narrowed)).not.toContain('single-origin')
    const page = await app.text('cal', `/audits${narrowed}`)
    expect(page).toContain('nothing can be said of whole pieces')
    expect(page).not.toContain('One party only')
    // Whoever opens such a figure all the same is told of whole pieces.
    expect(await app.text('cal', `/audits/pieces${narrowed}&figure=single-origin`)).toContain('No piece counts here.')
  }
})

test('a line of the network opens the claims that went that way, as many as it says', async () => {
  const app = await serve(newsroom())
  const page = await app.text('cal', '/audits')
  const rows = [...page.matchAll(/Relayed by"><bdi>([^<]*)<\/bdi><\/td><td[^>]*><a href="([^"]*)">(\d+)<\/a>/g)]
  expect(rows.map(([, to]) => to)).toEqual(expect.arrayContaining(['Tarn news agency', 'Signal agency']))
  expect(page.match(/<a href="[^"]*figure=relay-/g)).toHaveLength(2 * rows.length)
  for (const [, to, href, count] of rows) {
    const opened = await app.text('cal', (href ?? '').replaceAll('&amp;', '&'))
    expect(opened).toMatch(new RegExp(`Words of [^<]* relayed by [^<]*${to ?? ''}`))
    expect(opened.match(/<li class="entry">/g)).toHaveLength(Number(count))
  }
  expect(await app.text('cal', '/audits/claims?figure=relay-1-999')).toContain('No claim counts here.')
})
