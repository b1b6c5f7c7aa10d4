import { eq } from 'drizzle-orm'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { events } from '../../src/events/schema.ts'
import { sourceAliases, sourceDesks, sources } from '../../src/sources/schema.ts'
import { articleOfOlga } from '../sources/other-desk.ts'
import { serve } from '../support/app.ts'
import { newsroom, type Person } from '../support/newsroom.ts'

type App = Awaited<ReturnType<typeof serve>>

const tableOf = (text: string | Buffer, deskId = '1'): FormData => {
  const data = new FormData()
  data.set('deskId', deskId)
  data.set('file', new Blob([new Uint8Array(Buffer.from(text))]), 'sources.csv')
  return data
}
const preview = async (app: App, who: Person, text: string | Buffer, deskId = '1') => {
  const answer = await app.post(who, '/sources/table', tableOf(text, deskId))
  return { status: answer.status, page: await answer.text() }
}
const unescaped = (html: string): string =>
  html
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
const hidden = (page: string, name: string): string => unescaped(new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '')
/** What the button under a preview sends, line ends as a browser sends them. */
const agreed = (page: string) => ({
  table: hidden(page, 'table').replaceAll(/\r?\n/g, '\r\n'),
  deskId: hidden(page, 'deskId'),
  seen: hidden(page, 'seen'),
})
const agree = (app: App, who: Person, page: string) => app.post(who, '/sources/table/changes', agreed(page))

const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true })

test('the directory is given out as a table, as far as the viewer may see, and read again it changes nothing', async () => {
  const db = newsroom()
  articleOfOlga(db)
  db.update(sources).set({ note: '=SUM(1)\n“second line”', affiliatedTo: 3 }).where(eq(sources.id, 4)).run()
  const app = await serve(db)
  const csv = await app.text('cal', '/sources.csv')
  const rows = rowsOf(csv)
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['Tarn news agency', 'Lena Varro', 'Free Orme group']))
  expect(rows).toHaveLength(5)
  expect(csv).not.toContain('Quist')
  expect(rows.find(({ number }) => number === '4')).toMatchObject({
    note: "'=SUM(1)\n“second line”",
    belongs_to: expect.stringMatching(/ #3$/) as string,
  })
  expect(rowsOf(await app.text('cal', '/sources.csv?kind=news_agency')).map(({ name }) => name)).toEqual(['Tarn news agency'])
  const before = db.select().from(events).all().length
  const { page } = await preview(app, 'cal', csv)
  expect(page).toContain('0 new · 0 changed · 5 as they are · 0 that cannot be used')
  expect(page).toContain('Nothing would change.')
  expect(db.select().from(events).all()).toHaveLength(before)
})

test('what a table would change is shown first, and then made as it was shown: each an act of its own', async () => {
  const db = newsroom()
  const app = await serve(db)
  const csv = [
    'Number;Name;Other names;Kind;Unnamed;Belongs to;Note',
    '1;Tarn News Agency;Tarn | TNA;News agency;no;;Called in 2026',
    ';Ministry of Ports;وزارة الموانئ;official_body;;;',
    ';Pia Sand;;person;no;Ministry of Ports;spokeswoman',
    ';Lena Varro;;person;;;',
    '99;Nobody;;;;;',
    ';Whoever;;planet;;;',
    ';Nephew;;person;;An unknown house;',
  ].join('\n')
  const { status, page } = await preview(app, 'cal', csv)
  expect(status).toBe(200)
  expect(page).toContain('2 new · 1 changed · 0 as they are · 4 that cannot be used')
  expect(page).toContain('<del dir="auto">Tarn news agency</del> <ins dir="auto">Tarn News Agency</ins>')
  const text = unescaped(page)
  expect(text).toMatch(/There is already a source called “Lena Varro” \(#\d+\)/)
  expect(text).toContain('There is no source with the number 99')
  expect(text).toContain('There is no kind “planet”')
  expect(text).toContain('No source on your desks is called “An unknown house”')
  expect(db.select().from(sources).all()).toHaveLength(5)

  expect((await agree(app, 'cal', page)).status).toBe(303)
  const ministry = db.select().from(sources).where(eq(sources.name, 'Ministry of Ports')).get()
  const pia = db.select().from(sources).where(eq(sources.name, 'Pia Sand')).get()
  expect(ministry).toMatchObject({ kind: 'official_body', standing: 'corrected' })
  expect(pia).toMatchObject({ affiliatedTo: ministry?.id, note: 'spokeswoman' })
  expect(
    db
      .select()
      .from(sourceAliases)
      .where(eq(sourceAliases.sourceId, 1))
      .all()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['TNA', 'Tarn'])
  expect(db.select().from(sourceDesks).all()).toHaveLength(2)
  expect(await app.text('idris', '/sources?q=موانئ')).toContain('Ministry of Ports')
  expect(await app.text('olga', '/sources')).not.toContain('Ministry of Ports')
  expect((await app.get('olga', `/sources/${ministry?.id}`)).status).toBe(404)
  expect(await app.text('idris', '/history')).toContain('made the source')
  expect(await app.text('idris', '/search?q=Ports')).toContain('Ministry of <mark>Ports</mark>')
  expect(await app.text('olga', '/search?q=Ports')).not.toContain('Ministry')
  // It is a source like any other: it can be changed on its page.
  expect((await app.get('cal', `/sources/${pia?.id}`)).status).toBe(200)

  // The same table once more: what it made is there already.
  const again = await preview(app, 'cal', csv)
  expect(again.page).toContain('0 new · 0 changed · 3 as they are · 4 that cannot be used')
})

test('what somebody else changed meanwhile is shown anew, and nothing is made unseen', async () => {
  const db = newsroom()
  const app = await serve(db)
  const { page } = await preview(app, 'cal', 'number,note\n1,Checked by phone\n')
  db.update(sources).set({ note: 'Closed down' }).where(eq(sources.id, 1)).run()
  const answer = await agree(app, 'cal', page)
  expect(answer.status).toBe(409)
  const anew = await answer.text()
  expect(anew).toContain('The directory has changed since you looked')
  expect(anew).toContain('<del dir="auto">Closed down</del>')
  expect(db.select().from(sources).where(eq(sources.id, 1)).get()?.note).toBe('Closed down')
  expect((await agree(app, 'cal', anew)).status).toBe(303)
  expect(db.select().from(sources).where(eq(sources.id, 1)).get()?.note).toBe('Checked by phone')
})

test('who may not is refused; another desk’s sources can neither be changed nor found out', async () => {
  const db = newsroom()
  const { sourceId } = articleOfOlga(db)
  const app = await serve(db)
  expect((await app.get('idris', '/sources/table')).status).toBe(403)
  expect((await app.post('idris', '/sources/table', tableOf('name\nX\n'))).status).toBe(403)
  expect((await app.get('idris', '/sources.csv')).status).toBe(200)
  const theirs = unescaped(
    (await preview(app, 'cal', `number,name,belongs_to\n${sourceId},Mine,\n,New,#${sourceId}\n,Newer,Mayor Tilda Quist\n`)).page,
  )
  expect(theirs).toContain(`There is no source with the number ${sourceId} on a desk of yours`)
  expect(theirs).toContain(`“#${sourceId}” names no source on a desk of yours`)
  expect(theirs).toContain('0 new')
  expect((await preview(app, 'cal', 'name\nX\n', '2')).page).toContain('no such desk')
  // A name that only another desk knows is free.
  expect((await preview(app, 'cal', 'name\nMayor Tilda Quist\n')).page).toContain('1 new')
})

test.each([
  ['an empty file', '', 'Choose a table first'],
  ['no CSV', 'name\n"open', 'no CSV that can be read'],
  ['no column it knows', 'headline,text\na,b\n', 'The first row has to name the columns'],
  ['another encoding', Buffer.from('name\nRenée\n', 'latin1'), 'not in UTF-8'],
  ['too many rows', `name\n${Array.from({ length: 1001 }, (_, k) => `Person ${k}`).join('\n')}`, 'at most 1,000'],
])('%s is refused in a sentence', async (_, text, sentence) => {
  const app = await serve(newsroom())
  const { status, page } = await preview(app, 'cal', text)
  expect(status).toBe(422)
  expect(unescaped(page)).toContain(sentence)
})

test('two rows of one name are two people only if the table says so', async () => {
  const db = newsroom()
  const app = await serve(db)
  const { page } = await preview(app, 'cal', 'number,name\n,Jo Reed\n,jo reed\nnew,Jo Reed\n')
  expect(page).toContain('2 new · 0 changed · 0 as they are · 1 that cannot be used')
  expect(unescaped(page)).toContain('Row 2 has the same name.')
})
