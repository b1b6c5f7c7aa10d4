import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { clear } from '../../src/accounts/policy.ts'
import { memberships } from '../../src/accounts/schema.ts'
import { articles, versions } from '../../src/articles/schema.ts'
import { claims } from '../../src/claims/schema.ts'
import { listDesksToCheck } from '../../src/articles/queries.ts'
import type { Db } from '../../src/db/open.ts'
import { leadsOut, openContainer } from '../../src/imports/container.ts'
import { beginImport } from '../../src/imports/importer.ts'
import { bringInAll } from '../../src/imports/importing.ts'
import { itemsIn } from '../../src/imports/items.ts'
import { importItems, imports } from '../../src/imports/schema.ts'
import { storeInPlace } from '../../src/imports/storing.ts'
import { serve, temporaryFolder, workers } from '../support/app.ts'
import { newsroom, people, viewerIn } from '../support/newsroom.ts'

const piece = (n: number): string =>
  `Harbour ${n} closed after storm\n\nThe harbour of Port ${n} was closed on Monday, the harbour authority said. Two ferries were turned back.\n\n“We had no choice,” said Ilse Korn, the harbour master of Port ${n}.\n`

const form = (name: string, bytes: Buffer | string, fields: Record<string, string> = {}): FormData => {
  const data = new FormData()
  for (const [key, value] of Object.entries({ deskId: '1', publication: 'published', ...fields })) data.set(key, value)
  data.set('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), name)
  return data
}

/** Waits until an import is over, as its page tells. */
async function over(app: Awaited<ReturnType<typeof serve>>, address: string): Promise<string> {
  for (;;) {
    const answer = await app.get('cal', address)
    if (answer.headers.get('refresh') === null) return answer.text()
    await new Promise((done) => setTimeout(done, 50))
  }
}

async function send(app: Awaited<ReturnType<typeof serve>>, data: FormData): Promise<string> {
  const answer = await app.post('cal', '/imports', data)
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

const headlines = (db: Db): string[] =>
  db
    .select()
    .from(articles)
    .all()
    .slice(1)
    .map(({ headline }) => headline)

test('an archive of files and a table that names some of them comes in whole, split into claims; what cannot be read is told', async () => {
  const db = newsroom()
  db.insert(memberships).values({ userId: people.cal.id, deskId: 2, role: 'checker' }).run()
  const app = await serve(db)
  const zip = new JSZip()
  zip.file(
    'pieces/index.csv',
    '\ufeffHeadline;Author;Date;Desk;URL;File\r\n"Storm; the first";Ann Ayre;2026-01-02;City desk;https://m.example/1;one.txt\r\nSecond;;yesterday;;;two.txt\r\nThird;;;Sports;;one.txt\r\nFourth;;;;;../secret.txt\r\nFifth;;;;;gone.txt\r\nSixth;;;;;\r\n',
  )
  zip.file('pieces/one.txt', piece(1))
  zip.file('pieces/two.txt', piece(2))
  zip.file('loose.md', `# ${piece(3)}`)
  zip.file('empty.txt', '')
  zip.file('photo.jpg', 'no article')
  zip.file('__MACOSX/._loose.md', 'rubbish')
  const page = await over(app, await send(app, form('pieces.zip', await zip.generateAsync({ type: 'nodebuffer' }))))
  expect(page).toContain('Done: 2 pieces brought in, 7 refused.')
  expect(headlines(db).sort()).toEqual(['Harbour 3 closed after storm', 'Storm; the first'])
  const [first] = db
    .select()
    .from(articles)
    .all()
    .slice(1)
    .filter(({ headline }) => headline === 'Storm; the first')
  expect(first).toMatchObject({
    deskId: 2,
    byline: 'Ann Ayre',
    publishedAt: '2026-01-02',
    url: 'https://m.example/1',
    publication: 'published',
    stage: 'on_desk',
  })
  expect(
    db
      .select()
      .from(claims)
      .all()
      .filter(({ articleId }) => articleId === first?.id).length,
  ).toBeGreaterThan(1)
  for (const told of [
    'Write the date as 2026-03-31',
    'on a desk called “Sports”',
    'There is no file “../secret.txt” in what was sent',
    'There is no file “gone.txt”',
    'neither a text nor the name of a file',
    'This file is empty',
    'Only .txt, .md, .html and .docx files',
  ])
    expect(page).toContain(told)
  expect(page).not.toContain('MACOSX')
  expect(await app.text('cal', '/history')).toContain('brought in 2 pieces from pieces.zip')
})

test('a table of texts comes in as CSV or JSON Lines; the same again is recognised, by its words and by its address', async () => {
  const db = newsroom()
  const app = await serve(db)
  const lines = [
    { title: 'One', body: piece(1), authors: ['Ann', 'Ben'], tags: ['War', 'Kirkuk', 'war'], url: 'https://m.example/a?utm_source=x' },
    { headline: 'Again', text: piece(1) },
    { headline: 'Other words', text: piece(5), url: 'https://m.example/a' },
    { headline: 'Nested', text: { of: 'objects' } },
    { headline: 'No text' },
  ].map((line) => JSON.stringify(line))
  const page = await over(app, await send(app, form('year.jsonl', `${lines.join('\n')}\nnot json\n[1]\n`)))
  expect(page).toContain('Done: 1 piece brought in, 2 here already, 4 refused.')
  expect(page).toContain('The same text is here already.')
  expect(page).toContain('The same address is here already.')
  expect(page).toContain('year.jsonl, row 6')
  expect(headlines(db)).toEqual(['One'])
  expect(db.select().from(articles).all()[1]?.byline).toBe('Ann, Ben')
  expect(db.select().from(articles).all()[1]?.subjects).toBe('War, Kirkuk')
  const again = await over(
    app,
    await send(app, form('year.csv', `headline,text\nOnce more,"${piece(1).replaceAll('"', '""')}"\nNew,"${piece(7)}"\n`)),
  )
  expect(again).toContain('Done: 1 piece brought in, 1 here already.')
})

test('what is no archive, no table or no file at all is refused with a sentence, and nothing is kept', async () => {
  const db = newsroom()
  const app = await serve(db)
  const none = await app.post('cal', '/imports', { deskId: 1, publication: 'published' })
  expect([none.status, (await none.text()).includes('Choose a file first')]).toEqual([422, true])
  const unsaid = await app.post('cal', '/imports', form('a.csv', 'text\nx', { publication: 'both' }))
  expect([unsaid.status, (await unsaid.text()).includes('Say whether these are drafts')]).toEqual([422, true])
  for (const [name, bytes, told] of [
    ['broken.zip', 'PK\u0003\u0004 and no more', 'This archive is damaged, cut short or no ZIP file'],
    [
      'half.zip',
      (await new JSZip().file('a.txt', piece(1)).generateAsync({ type: 'nodebuffer' })).subarray(0, 120),
      'This archive is damaged',
    ],
  ] as const)
    expect(await over(app, await send(app, form(name, bytes)))).toContain(told)
  for (const [name, bytes, told] of [
    ['no-columns.csv', 'name,age\nAnn,7\n', 'This table has no column “text” and none “file”'],
    ['empty.csv', '\n', 'This table is empty'],
    ['open.csv', 'text\n"never closed\n', 'no CSV that can be read to its end'],
    ['list.pdf', '%PDF', 'Only .txt, .md, .html and .docx files'],
  ] as const)
    expect(await over(app, await send(app, form(name, bytes))), name).toContain(told)
  expect(headlines(db)).toEqual([])
  expect(
    db
      .select()
      .from(imports)
      .all()
      .map(({ state }) => state)
      .sort(),
  ).toEqual(['done', 'done', 'done', 'done', 'stopped', 'stopped'])
})

test('no archive and no folder leads out of itself, by a name or by a link', async () => {
  for (const name of ['/etc/passwd', '../a.txt', 'a/../../b.txt', 'C:\\a.txt', '\\\\host\\a.txt', 'a\0.txt', '..\\a.txt'])
    expect(leadsOut(name), name).toBe(true)
  for (const name of ['a.txt', 'a/b..c.txt', '...txt']) expect(leadsOut(name), name).toBe(false)
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'secret.txt'), 'The secret of the house.')
  const inside = path.join(folder, 'in')
  mkdirSync(inside)
  writeFileSync(path.join(inside, 'a.txt'), piece(1))
  symlinkSync(path.join(folder, 'secret.txt'), path.join(inside, 'b.txt'))
  symlinkSync(folder, path.join(inside, 'up'))
  const zip = new JSZip()
    .file('../../out.txt', piece(2), { createFolders: false })
    .file('link.txt', '/etc/passwd', { unixPermissions: 0o120777 })
    .file('in.txt', piece(3))
  writeFileSync(path.join(folder, 'evil.zip'), await zip.generateAsync({ type: 'nodebuffer', platform: 'UNIX' }))
  const told = async (place: string): Promise<string[]> => {
    const items = []
    for await (const item of itemsIn(await openContainer(place)))
      items.push('reason' in item ? `${item.name}: ${item.reason.slice(0, 14)}` : item.name)
    return items.sort()
  }
  expect(await told(inside)).toEqual(['a.txt', 'b.txt: This is a link', 'up: This is a link'])
  expect(await told(path.join(folder, 'evil.zip'))).toEqual(['../../out.txt: This name lead', 'in.txt', 'link.txt: This is a link'])
  await expect(openContainer(path.join(folder, 'nothing'))).rejects.toThrow('There is nothing at')
})

test('an import that is cut off goes on where it was: every piece once, none half', async () => {
  const db = newsroom()
  const folder = temporaryFolder()
  for (let n = 1; n <= 6; n++) writeFileSync(path.join(folder, `${n}.txt`), piece(n))
  const viewer = viewerIn(db, 'cal')
  const [desk] = listDesksToCheck(db, viewer)
  if (!desk) throw new Error('no desk')
  const importId = beginImport(db, viewer, clear(viewer, 'check', desk), { name: 'folder', path: folder, publication: 'draft' })
  const cut = new AbortController()
  await bringInAll({
    db,
    workers: workers(),
    storing: storeInPlace(db),
    importId,
    signal: cut.signal,
    tell: (done) => done === 2 && cut.abort(),
  })
  expect(headlines(db)).toHaveLength(2)
  expect(db.select().from(imports).get()).toMatchObject({ state: 'running', total: 6 })
  await bringInAll({ db, workers: workers(), storing: storeInPlace(db), importId, signal: new AbortController().signal })
  expect(headlines(db).sort()).toEqual([1, 2, 3, 4, 5, 6].map((n) => `Harbour ${n} closed after storm`))
  expect(
    db
      .select()
      .from(importItems)
      .all()
      .map(({ outcome }) => outcome),
  ).toEqual(Array.from({ length: 6 }, () => 'brought_in'))
  expect(db.select().from(imports).get()?.state).toBe('done')
  // What fails in the middle of one piece leaves neither the article nor its line.
  db.$client.exec("create trigger full_disk before insert on claims begin select raise(abort, 'disk full'); end")
  writeFileSync(path.join(folder, '7.txt'), piece(7))
  const second = beginImport(db, viewer, clear(viewer, 'check', desk), { name: 'folder', path: folder, publication: 'draft' })
  const before = db.select().from(versions).all().length
  await quietly(() =>
    bringInAll({ db, workers: workers(), storing: storeInPlace(db), importId: second, signal: new AbortController().signal }),
  )
  expect(db.select().from(versions).all()).toHaveLength(before)
  expect(db.select().from(imports).all().at(-1)).toMatchObject({ state: 'stopped' })
})

async function quietly(work: () => Promise<void>): Promise<void> {
  const { error } = console
  console.error = () => {}
  await work().finally(() => (console.error = error))
}

test('whoever loses the desk meanwhile brings nothing more in; a reader begins nothing, another desk sees nothing', async () => {
  const db = newsroom()
  const app = await serve(db)
  const address = await send(app, form('a.csv', `text\n"${piece(1)}"\n`))
  await over(app, address)
  expect((await app.get('idris', '/imports')).status).toBe(403)
  expect((await app.post('idris', '/imports', form('a.csv', 'text\nx'))).status).toBe(403)
  expect((await app.get('olga', address)).status).toBe(404)
  expect(await app.text('olga', '/imports')).not.toContain('a.csv')
  expect((await app.post('olga', `${address}/go-on`)).status).toBe(404)
  const viewer = viewerIn(db, 'cal')
  const [desk] = listDesksToCheck(db, viewer)
  if (!desk) throw new Error('no desk')
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'b.txt'), piece(2))
  const importId = beginImport(db, viewer, clear(viewer, 'check', desk), { name: 'b', path: folder, publication: 'draft' })
  db.update(memberships).set({ role: 'reader' }).run()
  await bringInAll({ db, workers: workers(), storing: storeInPlace(db), importId, signal: new AbortController().signal })
  expect(db.select().from(imports).all().at(-1)).toMatchObject({
    state: 'stopped',
    problem: expect.stringContaining('may no longer bring pieces in') as string,
  })
  expect(headlines(db)).toHaveLength(1)
})

test('one is stopped by hand and goes on by hand', async () => {
  const db = newsroom()
  const app = await serve(db)
  const rows = Array.from({ length: 12 }, (_, n) => JSON.stringify({ text: piece(n) })).join('\n')
  const address = await send(app, form('many.jsonl', rows))
  expect((await app.post('cal', `${address}/stop`)).status).toBe(303)
  const stopped = await over(app, address)
  expect(stopped).toContain('Stopped by Cal.')
  expect((await app.post('cal', `${address}/stop`)).status).toBe(409)
  expect((await app.post('cal', `${address}/go-on`)).status).toBe(303)
  expect(await over(app, address)).toContain('Done: 12 pieces brought in.')
  expect((await app.post('cal', `${address}/go-on`)).status).toBe(409)
})
