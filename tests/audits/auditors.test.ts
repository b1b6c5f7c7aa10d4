import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { articles } from '../../src/articles/schema.ts'
import { ruleSwitches } from '../../src/audits/rules/schema.ts'
import { attributions, claims } from '../../src/claims/schema.ts'
import { events } from '../../src/events/schema.ts'
import { sources } from '../../src/sources/schema.ts'
import { serve } from '../support/app.ts'
import { newsroom, people } from '../support/newsroom.ts'
import { piecesFrom } from '../support/rule-cases.ts'

const published = `Skating rink may close by spring

“We lost forty thousand last winter,” said Petra Lund, who runs the town rink. Sources say the rink will close.`
const draft = `Harbour crane stands idle

“The crane has not moved since May,” said Quentin Draftname, a docker at the port.`

/** The World desk with one published piece and one draft; Olga, of the other desk, is to audit it. */
const scene = async () => {
  const db = newsroom()
  const [one, two] = piecesFrom([published, draft], db)
  if (!one || !two) throw new Error('the pieces were not read')
  db.update(articles).set({ publication: 'draft' }).where(eq(articles.id, two.id)).run()
  db.insert(ruleSwitches).values({ deskId: 1, rule: 'bare-source', on: true }).run()
  const app = await serve(db)
  const letIn = () => app.post('ada', '/desks/1/auditors', { email: 'olga@example.org' })
  return { db, app, letIn, published: one.id, draft: two.id }
}

test('somebody who is let in by an admin reads the audits of a desk that they are not on, published pieces only, and nothing else of it', async () => {
  const { db, app, letIn, ...piece } = await scene()
  expect(await app.text('olga', '/audits/pieces')).not.toContain('Skating rink')
  expect((await app.get('olga', `/articles/${piece.published}/audit`)).status).toBe(404)
  expect((await letIn()).status).toBe(303)

  const audit = await app.text('olga', '/audits')
  expect(audit).toContain('(audited, published pieces)')
  expect(audit).toContain('Petra Lund')
  expect(audit).not.toContain('Draftname')
  expect(audit).not.toContain('/sources/')
  const pieces = await app.text('olga', '/audits/pieces')
  expect(pieces).toContain('Skating rink')
  expect(pieces).not.toContain('Harbour crane')
  const behind = await app.text('olga', '/audits/claims')
  expect(behind).toContain('We lost forty thousand last winter')
  expect(behind).not.toContain('crane')
  expect(behind).not.toMatch(/href="\/claims\/\d/)
  const one = await app.text('olga', `/articles/${piece.published}/audit`)
  expect(one).toContain('Petra Lund')
  expect(one).not.toContain(`/articles/${piece.published}/desk`)
  expect(one).not.toMatch(/href="\/claims\/\d/)
  expect(await app.text('olga', '/audits/rules/findings?figure=bare-source')).toContain('Sources say the rink will close')
  for (const extension of ['json', 'csv']) {
    const exported = await app.text('olga', `/audits.${extension}`)
    expect([extension, exported.includes('Draftname')]).toEqual([extension, false])
  }

  // Not a draft, by whatever name it is asked for; and what is no audit stays closed.
  const hidden = db.select().from(sources).where(eq(sources.name, 'Quentin Draftname')).get()
  expect(hidden).toBeDefined()
  expect(await app.text('olga', `/audits?source=${hidden?.id}`)).not.toContain('Draftname')
  const claim = db.select({ id: claims.id }).from(claims).where(eq(claims.articleId, piece.published)).get()
  for (const path of [
    `/articles/${piece.draft}/audit`,
    `/audits/claims?article=${piece.draft}`,
    `/articles/${piece.published}`,
    `/articles/${piece.published}/desk`,
    `/articles/${piece.published}/rules`,
    `/articles/${piece.published}/report`,
    `/articles/${piece.published}/corrections`,
    `/claims/${claim?.id}`,
    `/sources/${hidden?.id}`,
    '/desks/1/auditors',
  ])
    expect([path, (await app.get('olga', path)).status]).toEqual([path, 404])
  for (const path of ['/', '/search?q=rink', '/sources', '/history', '/audits?desk=2'])
    expect([path, /Skating rink|Petra Lund/.test(await app.text('olga', path))]).toEqual([path, false])
  expect(db.select().from(attributions).all().length).toBeGreaterThan(0)
})

test('each reading is on the desk’s record once, and the right ends when it is taken away', async () => {
  const { db, app, letIn } = await scene()
  await letIn()
  expect((await letIn()).status).toBe(409)
  for (const path of ['/audits', '/audits/claims', '/audits.csv']) await app.text('olga', path)
  const read = () => db.select().from(events).where(eq(events.act, 'audit.read')).all()
  expect(read()).toHaveLength(1)
  expect(await app.text('ada', '/history')).toMatch(/Olga<\/bdi>[\s\S]{0,40}read an audit with pieces of/)
  // Their own desk alone is nobody else's business.
  await app.text('olga', '/audits?desk=2')
  expect(read()).toHaveLength(1)
  expect((await app.post('edith', '/desks/1/auditors', { email: 'olga@example.org' })).status).toBe(403)
  const page = await app.text('ada', '/desks/1/auditors')
  expect(page).toContain('olga@example.org')
  expect((await app.post('ada', '/desks/1/auditors/removal', { person: people.olga.id })).status).toBe(303)
  expect((await app.post('ada', '/desks/1/auditors/removal', { person: people.olga.id })).status).toBe(409)
  expect(await app.text('olga', '/audits/pieces')).not.toContain('Skating rink')
  const unknown = await app.post('ada', '/desks/1/auditors', { email: 'nobody@example.org' })
  expect(unknown.status).toBe(422)
  expect(await unknown.text()).toContain('Nobody with an account here has this address')
  expect(await (await app.post('ada', '/desks/1/auditors', { email: 'cal@example.org' })).text()).toContain('is on this desk')
})
