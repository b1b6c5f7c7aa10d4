import { expect, test } from 'vitest'
import { clear } from '../../src/accounts/policy.ts'
import { findArticle } from '../../src/articles/queries.ts'
import { versions } from '../../src/articles/schema.ts'
import { reopen, signOff } from '../../src/reviews/sign-offs.ts'
import { serve } from '../support/app.ts'
import { newsroom } from '../support/newsroom.ts'
import { acting, checkedByTwo } from '../support/scene.ts'

const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('the report says on top that nobody has signed, and what is open', async () => {
  const db = newsroom()
  const cal = acting(db, 'cal')
  cal.finds(6, 'unverified', 'No second angle.')
  cal.asks(3, 'Which day?')
  const app = await serve(db)
  const text = words(await app.text('edith', '/articles/1/report'))
  expect(text).toContain('NOT SIGNED OFF. 6 claims in this text.')
  expect(text).toContain('Claims with an open query to the reporter: 3')
  expect(text).toContain('An editor of World desk has not signed this text')
})

test('the report shows the copy with numbered claims, and each claim with its chain, finding and evidence', async () => {
  const db = newsroom()
  const cal = acting(db, 'cal')
  cal.addsEvidence(2, 'Road authority notice')
  cal.finds(2, 'verified', 'The notice says so.', 'no_attribution')
  const app = await serve(db)
  const html = await app.text('idris', '/articles/1/report')
  expect(html).toContain('<a class="claim-in-place" data-outcome="verified" href="#claim-2">')
  const text = words(html)
  expect(text).toContain('Lena Varro (“told”, person, named, with role, not seen by us)')
  expect(text).toContain('The notice says so.')
  expect(text).toContain('Road authority notice')
  expect(text).toContain('The copy qualifies it: The Meridian could not independently verify the videos.')
  expect(text).toContain('not that it is true')
})

test('unverified is told apart by whether the copy says so', async () => {
  const db = newsroom()
  const cal = acting(db, 'cal')
  cal.finds(6, 'unverified', 'No second angle.')
  cal.finds(4, 'unverified', 'Only their own agency says so.')
  const text = words(await (await serve(db)).text('cal', '/articles/1/report'))
  expect(text.match(/Unverified, and the copy does not say so/g)).toHaveLength(1)
  expect(text.match(/Unverified, and the copy says so/g)).toHaveLength(1)
})

test('a signed-off report names who signed, and when', async () => {
  const db = newsroom()
  checkedByTwo(db)
  const edith = acting(db, 'edith').viewer
  const article = clear(edith, 'edit', findArticle(db, edith, 1))
  signOff(db, edith, article, { sha256: versionHash(db) })
  const app = await serve(db)
  const text = words(await app.text('idris', '/articles/1/report'))
  expect(text).toContain('Signed off by Edith on')
  expect(text).toContain('Second check by Ruth')
  expect(text).not.toContain('NOT SIGNED OFF')

  reopen(db, edith, article, { reason: 'The reporter corrected a figure.' })
  expect(words(await app.text('idris', '/articles/1/report'))).toMatch(
    /NOT SIGNED OFF.*reopened by Edith.*The reporter corrected a figure\./,
  )
})

test('another desk’s report does not exist, in any format', async () => {
  const app = await serve(newsroom())
  for (const url of ['/articles/1/report', '/articles/1/report.json', '/articles/1/claims.csv'])
    expect((await app.get('olga', url)).status).toBe(404)
})

test('a text in Arabic keeps its own direction, and markup in it is text', async () => {
  const db = newsroom()
  db.$client.exec("UPDATE articles SET headline = '<b>إغلاق الجسر</b>', direction = 'rtl', language = 'ar'")
  const html = await (await serve(db)).text('cal', '/articles/1/report')
  expect(html).toContain('&lt;b&gt;إغلاق الجسر&lt;/b&gt;')
  expect(html).toContain('dir="rtl" lang="ar"')
})

const versionHash = (db: ReturnType<typeof newsroom>): string => db.select({ sha256: versions.sha256 }).from(versions).get()?.sha256 ?? ''
