import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { listSentences } from '../../src/articles/queries.ts'
import { articles, versions } from '../../src/articles/schema.ts'
import type { Db } from '../../src/db/open.ts'
import { payloadOf, sha256 } from '../../src/events/events.ts'
import { events } from '../../src/events/schema.ts'
import { serve } from '../support/app.ts'
import { newsroom } from '../support/newsroom.ts'
import { fixture } from '../documents/files.ts'

const piece = `Home

Ferry to Aldin stopped after engine fire

By Mila Roth

3 March 2026

The ferry between Port Selm and Aldin has been stopped, the harbour authority said on Tuesday. Nobody was hurt.

Subscribe to our newsletter
`

interface Sending {
  text?: string
  html?: string
  file?: { name: string; bytes: Buffer | string }
  [field: string]: string | Sending['file']
}

/** The form of the page as a browser sends it. */
function formOf({ file, ...fields }: Sending): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries({
    publication: 'draft',
    deskId: '1',
    text: '',
    html: '',
    outlet: '',
    byline: '',
    url: '',
    publishedAt: '',
    dueAt: '',
    ...fields,
  })) {
    form.append(name, value.replace(/\n/g, '\r\n'))
  }
  if (file) form.append('file', new Blob([typeof file.bytes === 'string' ? file.bytes : new Uint8Array(file.bytes)]), file.name)
  return form
}

const newest = (db: Db) => {
  const article = db.select().from(articles).all().at(-1)
  const version = db.select().from(versions).all().at(-1)
  if (!article || !version) throw new Error('nothing was brought in')
  return { article, version }
}
const count = (db: Db): number => db.select().from(articles).all().length

describe('bringing an article in', () => {
  it('keeps a pasted text exactly, with its hash, and fills in what it recognises', async () => {
    const db = newsroom()
    const app = await serve(db)
    const answer = await app.post('cal', '/articles', formOf({ text: piece, dueAt: '2026-03-04T17:30' }))
    const { article, version } = newest(db)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/articles/${article.id}/recognised`])
    expect(version).toMatchObject({ number: 1, text: piece, sha256: sha256(piece), format: 'text', fileName: '' })
    expect(article).toMatchObject({
      deskId: 1,
      stage: 'recognised',
      publication: 'draft',
      headline: 'Ferry to Aldin stopped after engine fire',
      byline: 'Mila Roth',
      publishedAt: '2026-03-03',
      outlet: 'The Meridian',
      language: 'en',
      createdBy: 5,
      dueAt: new Date('2026-03-04T17:30').toISOString(),
    })
  })

  it('records it with everything that it was created with', async () => {
    const db = newsroom()
    const app = await serve(db)
    await app.post('cal', '/articles', formOf({ text: piece }))
    const { article, version } = newest(db)
    const event = db.select().from(events).all().at(-1)
    expect(event).toMatchObject({ act: 'article.brought_in', actorName: 'Cal', articleId: article.id, deskId: 1, beforeDigest: null })
    expect(payloadOf(db, event?.afterDigest ?? null)).toMatchObject({
      headline: article.headline,
      sha256: version.sha256,
      byline: 'Mila Roth',
      publication: 'draft',
      desk: 'World desk',
    })
  })

  it('takes what the person says before what was recognised', async () => {
    const db = newsroom()
    const app = await serve(db)
    await app.post(
      'cal',
      '/articles',
      formOf({
        text: piece,
        outlet: 'The Selm Post',
        byline: 'M. Roth',
        url: 'HTTPS://Selm.Example/ferry',
        publishedAt: '2026-03-02 18:00',
        publication: 'published',
      }),
    )
    expect(newest(db).article).toMatchObject({
      outlet: 'The Selm Post',
      byline: 'M. Roth',
      url: 'https://selm.example/ferry',
      publishedAt: '2026-03-02T18:00',
      publication: 'published',
      dueAt: null,
    })
  })

  it('keeps paragraphs and headings of a rich paste', async () => {
    const db = newsroom()
    const app = await serve(db)
    await app.post(
      'cal',
      '/articles',
      formOf({
        text: 'Ferry stopped The ferry has been stopped.',
        html: '<h1>Ferry stopped</h1><p>The ferry has been <b>stopped</b>.</p>',
      }),
    )
    const { version } = newest(db)
    expect(version.format).toBe('html')
    expect(version.blocks.map((block) => [block.kind, version.text?.slice(block.start, block.end)])).toEqual([
      ['heading', 'Ferry stopped'],
      ['paragraph', 'The ferry has been stopped.'],
    ])
  })

  it.each([
    ['article.md', 'markdown'],
    ['pandoc.docx', 'docx'],
    ['libreoffice.docx', 'docx'],
    ['pandoc.html', 'html'],
    ['libreoffice.html', 'html'],
    ['windows-1256.txt', 'text'],
    ['utf-16le.txt', 'text'],
  ])('reads the file %s', async (name, format) => {
    const db = newsroom()
    const app = await serve(db)
    expect((await app.post('cal', '/articles', formOf({ file: { name, bytes: fixture(name) } }))).status).toBe(303)
    expect(newest(db).version).toMatchObject({ format, fileName: name })
  })

  it('keeps a file name in any script', async () => {
    const db = newsroom()
    const app = await serve(db)
    await app.post('cal', '/articles', formOf({ file: { name: 'ميناء – où.txt', bytes: piece } }))
    expect(newest(db).version.fileName).toBe('ميناء – où.txt')
  })

  it('holds every non-space character of an upload in its ledger', async () => {
    const db = newsroom()
    const app = await serve(db)
    await app.post('cal', '/articles', formOf({ file: { name: 'article.md', bytes: fixture('article.md') } }))
    const { version } = newest(db)
    const rows = listSentences(db, version.id)
    const without = rows.reduceRight((text, row) => text.slice(0, row.start) + text.slice(row.end), version.text ?? '')
    expect(without.trim()).toBe('')
  })
})

describe('what cannot be brought in', () => {
  const refused: [why: string, sending: Sending, field: string, sentence: string][] = [
    ['nothing at all', {}, 'text', 'There is nothing here yet'],
    ['a text without a letter in it', { text: ' – … ' }, 'text', 'There is no text here'],
    ['a text of more than 2 MB', { text: 'word '.repeat(450_000) }, 'text', 'This text is longer than 2 MB'],
    [
      'both a text and a file',
      { text: piece, file: { name: 'a.txt', bytes: piece } },
      'text',
      'You pasted a text and chose a file as well',
    ],
    ['an empty file', { file: { name: 'a.txt', bytes: '' } }, 'file', 'This file is empty'],
    [
      'a file of more than 20 MB',
      { file: { name: 'a.docx', bytes: Buffer.alloc(20 * 1024 * 1024 + 1, 'a') } },
      'file',
      'This file is larger than 20 MB',
    ],
    ['a picture', { file: { name: 'really-a-png.txt', bytes: fixture('really-a-png.txt') } }, 'file', 'save the article as .docx or .txt'],
    ['a PDF', { file: { name: 'really-a-pdf.txt', bytes: fixture('really-a-pdf.txt') } }, 'file', 'PDF files are not read yet'],
    ['a broken Word file', { file: { name: 'a.docx', bytes: fixture('pandoc.docx').subarray(0, 3000) } }, 'file', 'choose it again'],
    ['a file of an unknown kind', { file: { name: 'a.odt', bytes: 'words' } }, 'file', 'Files ending in .odt are not read'],
    ['an address that is none', { text: piece, url: 'ferry' }, 'url', 'Give a web address'],
    ['a day that there is not', { text: piece, publishedAt: '2026-02-30' }, 'publishedAt', 'Write the date as'],
    ['a due time that is none', { text: piece, dueAt: 'tomorrow' }, 'dueAt', 'Give the day and the time'],
  ]

  it.each(refused)('refuses %s in one sentence and keeps what was typed', async (_, sending, field, sentence) => {
    const db = newsroom()
    const app = await serve(db)
    const before = count(db)
    const answer = await app.post(
      'cal',
      '/articles',
      formOf({ byline: 'Mila Roth', outlet: 'A & B <Post>', publication: 'published', ...sending }),
    )
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(aboutOf(html, field)).toContain(sentence)
    expect(html).toContain('value="Mila Roth"')
    expect(html).toContain('value="A &amp; B &lt;Post&gt;"')
    expect(html).toMatch(/value="published" checked/)
    if (sending.text && sending.text.length < 1000) expect(html).toContain(sending.text)
    expect(count(db)).toBe(before)
  })

  it('says that a chosen file has to be chosen again, whatever was wrong', async () => {
    const app = await serve(newsroom())
    const html = await (await app.post('cal', '/articles', formOf({ url: 'ferry', file: { name: 'ferry.txt', bytes: piece } }))).text()
    expect(aboutOf(html, 'file')).toContain('Choose ferry.txt again: browsers do not keep a file')
    const broken = await (await app.post('cal', '/articles', formOf({ file: { name: 'ferry.docx', bytes: 'no' } }))).text()
    expect(aboutOf(broken, 'file')).toContain('Browsers do not keep a file')
  })

  it('keeps the rich form of a paste when the page is shown again', async () => {
    const app = await serve(newsroom())
    const html = await (await app.post('cal', '/articles', formOf({ text: 'Ferry', html: '<p>Ferry "stopped"</p>', url: 'ferry' }))).text()
    expect(html).toContain('id="paste-html" name="html" value="&lt;p&gt;Ferry &#34;stopped&#34;&lt;/p&gt;"')
  })

  it('says so when a form does not arrive whole', async () => {
    const app = await serve(newsroom())
    const answer = await fetch(`${app.base}/articles`, {
      method: 'POST',
      body: '--x\r\nContent-Disposition: form-data; name="text"\r\n\r\ncut off',
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'Sec-Fetch-Site': 'same-origin', cookie: app.cookieOf('cal') },
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('did not arrive whole')
  })

  it('does not let a reader bring anything in, and says why', async () => {
    const db = newsroom()
    const app = await serve(db)
    const before = count(db)
    const page = await app.get('idris', '/articles/new')
    expect([page.status, (await page.text()).includes('to check articles you need to be a checker')]).toEqual([403, true])
    expect((await app.post('idris', '/articles', formOf({ text: piece }))).status).toBe(403)
    expect(count(db)).toBe(before)
  })

  it('does not bring anything in to a desk that is not one of theirs', async () => {
    const db = newsroom()
    const app = await serve(db)
    expect((await app.post('olga', '/articles', formOf({ text: piece, deskId: '1' }))).status).toBe(404)
    expect(count(db)).toBe(1)
  })
})

describe('an article that is already here', () => {
  const again = 'You already have this'

  it('is shown with who brought it in, and can be brought in anyway', async () => {
    const db = newsroom()
    const app = await serve(db)
    await app.post('edith', '/articles', formOf({ text: piece }))
    const { article } = newest(db)
    const answer = await app.post('cal', '/articles', formOf({ text: piece, byline: 'Somebody' }))
    const html = await answer.text()
    expect(answer.status).toBe(409)
    expect(html).toContain(again)
    expect(html).toContain(`<a href="/articles/${article.id}">`)
    expect(html).toContain('has the same text; it was brought in by Edith on')
    expect(html).toContain('value="Somebody"')
    expect(html).toContain('The ferry between Port Selm and Aldin has been stopped')
    expect((await app.post('cal', '/articles', formOf({ text: piece, anyway: 'yes' }))).status).toBe(303)
  })

  it('is known by its address, however that is written', async () => {
    const db = newsroom()
    const app = await serve(db)
    await app.post('edith', '/articles', formOf({ text: piece, url: 'https://selm.example/News/ferry?id=7&part=2' }))
    const same = [
      'https://SELM.example/News/ferry/?part=2&id=7',
      'http://selm.example/News/ferry?id=7&part=2&utm_source=x&fbclid=y#comments',
    ]
    for (const url of same)
      expect(await (await app.post('cal', '/articles', formOf({ text: 'Another text.', url }))).text()).toContain(again)
    const others = [
      'https://selm.example/news/ferry?id=7&part=2',
      'https://selm.example/News/ferry?id=8&part=2',
      'https://selm.example/News/ferry-2?id=7&part=2',
    ]
    for (const [index, url] of others.entries())
      expect((await app.post('cal', '/articles', formOf({ text: `Yet another text ${index}.`, url }))).status).toBe(303)
  })

  it('is known by the address that its page declares', async () => {
    const db = newsroom()
    const app = await serve(db)
    await app.post('edith', '/articles', formOf({ text: piece, url: 'https://selm.example/ferry' }))
    const page =
      '<html><head><link rel="canonical" href="https://selm.example/ferry?utm_medium=mail"><title>Ferry</title></head><body><h1>Ferry</h1><p>Words on a page.</p></body></html>'
    const html = await (await app.post('cal', '/articles', formOf({ file: { name: 'ferry.html', bytes: page } }))).text()
    expect(html).toContain('has the same address')
    expect(html).toContain('choose ferry.html again first')
  })

  it('is not spoken of where it lies on another desk', async () => {
    const db = newsroom()
    const app = await serve(db)
    await app.post('cal', '/articles', formOf({ text: piece, url: 'https://selm.example/ferry' }))
    const answer = await app.post('olga', '/articles', formOf({ text: piece, url: 'https://selm.example/ferry', deskId: '2' }))
    expect(answer.status).toBe(303)
    expect(db.select().from(articles).where(eq(articles.deskId, 2)).all()).toHaveLength(1)
  })
})

/** What a page says beside a field. */
function aboutOf(html: string, field: string): string {
  const about = html.split(`id="${field}-about"`)[1]?.split('</div>')[0]
  if (about === undefined) throw new Error(`nothing is said of ${field}`)
  return about.replace(/&#39;/g, '’')
}

describe('the length of an article', () => {
  it('is at most 5,000 sentences: more are refused with what was typed, and nothing is stored', async () => {
    const db = newsroom()
    const app = await serve(db)
    const before = count(db)
    const answer = await app.post('cal', '/articles', formOf({ text: 'It rained hard. '.repeat(5_100), byline: 'Mila Roth' }))
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('This text has more than 5,000 sentences: split it and bring in the parts one by one.')
    expect(page).toContain('value="Mila Roth"')
    expect(page).toContain('It rained hard. It rained hard.')
    expect(count(db)).toBe(before)
  }, 60_000)

  it('of just under 5,000 sentences is kept whole, each sentence in the ledger', async () => {
    const db = newsroom()
    const app = await serve(db)
    const answer = await app.post('cal', '/articles', formOf({ text: 'It rained hard. '.repeat(4_900) }))
    expect(answer.status).toBe(303)
    expect(listSentences(db, newest(db).version.id)).toHaveLength(4_900)
  }, 60_000)
})
