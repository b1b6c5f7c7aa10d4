import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Db } from '../../src/db/open.ts'
import { evidence, files } from '../../src/evidence/schema.ts'
import { sniff } from '../../src/evidence/sniff.ts'
import { plainName } from '../../src/evidence/upload.ts'
import { sha256 } from '../../src/events/events.ts'
import { verifyRecord } from '../../src/history/verify.ts'
import { claimOfOlga } from '../sources/other-desk.ts'
import { serve } from '../support/app.ts'
import { newsroom } from '../support/newsroom.ts'

function upload(bytes: Uint8Array<ArrayBuffer> | string, name: string, fields: Record<string, string> = {}): FormData {
  const form = new FormData()
  for (const [key, value] of Object.entries({ kind: 'file', stance: 'supports', basis: 'primary_record', ...fields }))
    form.append(key, value)
  form.append('file', new Blob([bytes], { type: 'image/png' }), name)
  return form
}
const lastEvent = (db: Db): number => db.$client.prepare('SELECT max(id) FROM events').pluck().get() as number
const storedIn = (folder: string): string[] =>
  readdirSync(path.join(folder, 'files'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(path.join(folder, 'files', name)).isFile(),
  )

test('a file is kept under its hash, readable by its owner only, and comes back byte for byte', async () => {
  const db = newsroom()
  const app = await serve(db)
  const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 1, 2, 255])
  expect((await app.post('cal', '/claims/2/evidence', upload(bytes, 'bridge.png', { title: 'Photo from the bank' }))).status).toBe(303)

  const hash = sha256(Buffer.from(bytes))
  expect(storedIn(app.settings.dataFolder)).toEqual([`${hash.slice(0, 2)}/${hash}`])
  expect(statSync(path.join(app.settings.dataFolder, 'files', hash.slice(0, 2), hash)).mode & 0o777).toBe(0o600)
  expect(db.select().from(files).get()).toMatchObject({ sha256: hash, size: 12, mediaType: 'image/png' })

  const answer = await app.get('cal', '/evidence/1/file')
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="bridge.png"; filename*=UTF-8''bridge.png`)
  expect(answer.headers.get('content-type')).toBe('image/png')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
})

test('a page with a script in it comes back as plain text to download, whatever its name and type say', async () => {
  const app = await serve(newsroom())
  for (const [number, content] of [
    '<!doctype html><script>alert(1)</script>',
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    '<?xml version="1.0"?><x/>',
  ].entries()) {
    await app.post('cal', '/claims/2/evidence', upload(content, 'page.html'))
    const answer = await app.get('cal', `/evidence/${number + 1}/file`)
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    await answer.arrayBuffer()
  }
})

test('a hostile file name names nothing but the download', async () => {
  const db = newsroom()
  const app = await serve(db)
  const names = {
    '../../../etc/passwd': 'passwd',
    'C:\\Windows\\evil.exe': 'evil.exe',
    'a"; filename=x.html': 'a"; filename=x.html',
    'صورة الجسر.jpg': 'صورة الجسر.jpg',
    'photo\u202Egpj.exe': 'photogpj.exe',
    "l'été 50%.pdf": "l'été 50%.pdf",
  }
  for (const [index, [given, kept]] of Object.entries(names).entries()) {
    await app.post('cal', '/claims/2/evidence', upload(`words ${index}`, given))
    expect(
      db
        .select()
        .from(evidence)
        .where(eq(evidence.id, index + 1))
        .get()?.fileName,
      given,
    ).toBe(kept)
    const disposition = (await app.get('cal', `/evidence/${index + 1}/file`)).headers.get('content-disposition') ?? ''
    expect(disposition).toMatch(/^attachment; filename="[\w .-]*"; filename\*=UTF-8''[\w.%!~-]+$/)
    expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe(kept)
  }
  expect(storedIn(app.settings.dataFolder).every((name) => /^[0-9a-f]{2}\/[0-9a-f]{64}$/.test(name))).toBe(true)
  expect(plainName(`${'x'.repeat(300)}.pdf`)).toHaveLength(200)
  expect(plainName('..')).toBe('file')
  expect(plainName('a\r\nSet-Cookie: b')).toBe('aSet-Cookie: b')
})

test('a file that is too large is refused with a sentence, and what was typed stays', async () => {
  const db = newsroom()
  const app = await serve(db)
  const answer = await app.post(
    'cal',
    '/claims/2/evidence',
    upload(new Uint8Array(20 * 1024 * 1024 + 1), 'film.mp4', { title: 'The film from the bank', note: 'Shot at dawn' }),
  )
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('This file is larger than 20 MB.')
  expect(page).toContain('value="The film from the bank"')
  expect(page).toContain('Shot at dawn')
  expect(db.select().from(files).all()).toEqual([])
})

test('an empty file is refused', async () => {
  const app = await serve(newsroom())
  const answer = await app.post('cal', '/claims/2/evidence', upload('', 'nothing.txt'))
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('This file is empty.')
})

test('a form that was cut off on its way is refused with a sentence', async () => {
  const app = await serve(newsroom())
  const answer = await fetch(`${app.base}/claims/2/evidence`, {
    method: 'POST',
    redirect: 'manual',
    body: '--x\r\nContent-Disposition: form-data; name="kind"\r\n\r\nlink',
    headers: { 'Content-Type': 'multipart/form-data; boundary=x', 'Sec-Fetch-Site': 'same-origin', cookie: app.cookieOf('cal') },
  })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('did not arrive whole')
})

test('the same file twice is stored once and stands on both claims', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/2/evidence', upload('the same words', 'a.txt'))
  await app.post('cal', '/claims/3/evidence', upload('the same words', 'b.txt'))
  expect(db.select().from(files).all()).toHaveLength(1)
  expect(db.select().from(evidence).all()).toHaveLength(2)
  expect((await app.get('cal', '/evidence/2/file')).headers.get('content-disposition')).toContain('b.txt')
})

test('a file is reached only through evidence that the viewer may open', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/2/evidence', upload('secret words', 'a.txt'))
  expect((await app.get('idris', '/evidence/1/file')).status).toBe(200)
  expect((await app.get('olga', '/evidence/1/file')).status).toBe(404)
  expect((await app.get(null, '/evidence/1/file')).status).toBe(303)
  expect((await app.get('cal', '/evidence/2/file')).status).toBe(404)
})

test('a purged file is gone for reading, and does not come back to that desk by another upload', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/2/evidence', upload('words to purge', 'a.txt'))
  await app.post('ada', `/history/${lastEvent(db)}/purges`, { what: 'file', reason: 'Court order 12/26.' })
  expect((await app.get('cal', '/evidence/1/file')).status).toBe(404)
  const again = await app.post('cal', '/claims/3/evidence', upload('words to purge', 'a.txt'))
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('This very file was purged from this desk')
  expect(await app.text('cal', '/claims/2')).toContain('the file has been purged')
  expect(storedIn(app.settings.dataFolder)).toEqual([])
})

test('what one desk purged is to another like any file: it is kept, comes back there, and nowhere else', async () => {
  const db = newsroom()
  const app = await serve(db)
  const claimId = claimOfOlga(db)
  await app.post('cal', '/claims/2/evidence', upload('words to purge', 'a.txt'))
  await app.post('ada', `/history/${lastEvent(db)}/purges`, { what: 'file', reason: 'Court order 12/26.' })
  const answer = await app.post('olga', `/claims/${claimId}/evidence`, upload('words to purge', 'b.txt'))
  expect(answer.status).toBe(303)
  expect(await app.text('olga', '/evidence/2/file')).toBe('words to purge')
  expect((await app.get('cal', '/evidence/1/file')).status).toBe(404)
  expect(verifyRecord(db, app.settings.dataFolder).lines.filter((line) => line.startsWith('Problem'))).toEqual([])
})

test('a file that the disk has lost is said to be lost', async () => {
  const app = await serve(newsroom())
  await app.post('cal', '/claims/2/evidence', upload('words', 'a.txt'))
  rmSync(path.join(app.settings.dataFolder, 'files'), { recursive: true })
  const answer = await app.get('cal', '/evidence/1/file')
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('linecheck verify')
})

test('the type of a file is what its bytes say', () => {
  const cases: [string, Buffer][] = [
    ['application/pdf', Buffer.from('%PDF-1.7\n')],
    ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['image/gif', Buffer.from('GIF89a')],
    ['image/webp', Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1')],
    ['audio/wav', Buffer.from('RIFF\0\0\0\0WAVEfmt ', 'latin1')],
    ['audio/mpeg', Buffer.from('ID3\x03\0', 'latin1')],
    ['video/mp4', Buffer.from('\0\0\0\x18ftypmp42', 'latin1')],
    ['application/zip', Buffer.from('PK\x03\x04\x14\0', 'latin1')],
    [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      readFileSync(new URL('../fixtures/files/pandoc.docx', import.meta.url)),
    ],
    ['text/plain', Buffer.from('كلمات\n')],
    ['application/octet-stream', Buffer.from([0, 1, 2, 3])],
    ['application/octet-stream', Buffer.from([0xff, 0xfe, 0x41])],
  ]
  for (const [mediaType, bytes] of cases) expect(sniff(bytes)).toBe(mediaType)
})
