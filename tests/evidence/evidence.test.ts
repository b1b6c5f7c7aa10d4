import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { lastEventOn } from '../../src/claims/queries.ts'
import { claims } from '../../src/claims/schema.ts'
import { evidenceOfVersion } from '../../src/evidence/queries.ts'
import { evidence, pillarAnswers } from '../../src/evidence/schema.ts'
import { events } from '../../src/events/schema.ts'
import { articleOfOlga } from '../sources/other-desk.ts'
import { serve } from '../support/app.ts'
import { newsroom } from '../support/newsroom.ts'

const link = { kind: 'link', url: 'https://roads.example/closures', title: 'Closure notice', stance: 'supports', basis: 'primary_record' }

test('a link is kept with what it shows, opens without telling where from, and stands with its host', async () => {
  const db = newsroom()
  const app = await serve(db)
  const answer = await app.post('cal', '/claims/2/evidence', { ...link, passage: 'closed until further notice', locator: 'second table' })
  expect(answer.status).toBe(303)
  expect(db.select().from(evidence).get()).toMatchObject({
    claimId: 2,
    kind: 'link',
    url: link.url,
    stance: 'supports',
    basis: 'primary_record',
    addedBy: 5,
  })

  const page = await app.text('cal', '/claims/2')
  expect(page).toContain('<a href="https://roads.example/closures" rel="noreferrer noopener"><bdi>roads.example</bdi></a>')
  expect(page).toContain('closed until further notice')
  expect(db.select({ state: claims.state }).from(claims).where(eq(claims.id, 2)).get()?.state).toBe('in_progress')
  expect(db.select().from(events).all().at(-1)).toMatchObject({ act: 'evidence.added', subjects: ['claim:2', 'evidence:1'] })
})

test('an address that is none of the web is refused', async () => {
  const db = newsroom()
  const app = await serve(db)
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'roads.example']) {
    const answer = await app.post('cal', '/claims/2/evidence', { ...link, url })
    expect(answer.status, url).toBe(422)
  }
  expect(db.select().from(evidence).all()).toEqual([])
})

test('each kind asks for what it cannot do without, all at once, and keeps what was typed', async () => {
  const app = await serve(newsroom())
  const refused = async (form: Record<string, string>): Promise<string> => (await app.post('cal', '/claims/2/evidence', form)).text()

  expect(await refused({ kind: 'link', note: 'seen at noon' })).toMatch(/Give the address of the page\.[\s\S]*seen at noon/)
  const passage = await refused({ kind: 'passage', stance: 'supports', basis: 'primary_record' })
  for (const sentence of ['Say which document it is.', 'Say where in the document', 'Copy the exact words you rely on.'])
    expect(passage).toContain(sentence)
  const interview = await refused({ kind: 'interview' })
  for (const sentence of [
    'Say whom you spoke to.',
    'Say when you spoke to them.',
    'Write down what they said.',
    'Say whether it supports the claim',
    'Say what it rests on.',
  ]) {
    expect(interview).toContain(sentence)
  }
  expect(await refused({ kind: 'note', stance: 'context', basis: 'relayed' })).toContain('Write the note.')
  expect(await refused({ kind: 'file', stance: 'context', basis: 'relayed' })).toContain('Choose the file to keep.')
})

test('evidence may come from a source quoted in the piece, also where it contradicts, and from a new one', async () => {
  const db = newsroom()
  const app = await serve(db)
  const interview = {
    kind: 'interview',
    withWhom: 'Lena Varro',
    happenedOn: '3 March, by telephone',
    note: 'It reopens on Friday.',
    basis: 'first_hand',
  }
  await app.post('cal', '/claims/3/evidence', { ...interview, stance: 'contradicts', who: 'Lena Varro · Person · #2' })
  await app.post('cal', '/claims/3/evidence', {
    ...interview,
    withWhom: 'a ferryman',
    stance: 'supports',
    who: 'Tom Ressel',
    sourceKind: 'person',
  })

  expect(db.select({ sourceId: evidence.sourceId }).from(evidence).all()).toEqual([{ sourceId: 2 }, { sourceId: 6 }])
  const page = await app.text('cal', '/claims/3')
  expect(page).toContain('from Lena Varro')
  expect(page).toContain('2 items, 1 independent first-hand')
})

test('a source of another desk cannot be named by its number', async () => {
  const db = newsroom()
  const { sourceId } = articleOfOlga(db)
  const app = await serve(db)
  const answer = await app.post('cal', '/claims/2/evidence', { ...link, who: `Mayor Tilda Quist · Person · #${sourceId}` })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('There is no such source')
})

test('withdrawn evidence stays on the record with the reason, and is withdrawn once', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/2/evidence', link)
  const unexplained = await app.post('cal', '/claims/2/evidence/1/withdrawal', { evidence: 1, reason: ' ' })
  expect(unexplained.status).toBe(422)
  expect(await unexplained.text()).toContain('Say why it is withdrawn')

  await app.post('cal', '/claims/2/evidence/1/withdrawal', { reason: 'The page was about another bridge.' })
  const page = await app.text('cal', '/claims/2')
  expect(page).toContain('1 withdrawn')
  expect(page).toContain('The page was about another bridge.')
  expect(page).toContain('Closure notice')
  expect((await app.post('cal', '/claims/2/evidence/1/withdrawal', { reason: 'Again.' })).status).toBe(409)
  expect(() => db.delete(evidence).run()).toThrow('evidence is withdrawn, never deleted')
})

test('evidence is withdrawn from the claim it stands on, and from no other', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/2/evidence', link)
  expect((await app.post('cal', '/claims/3/evidence/1/withdrawal', { reason: 'x' })).status).toBe(404)
})

test('two people: evidence withdrawn by one is not withdrawn by the other without seeing it', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/2/evidence', link)
  const seen = lastEventOn(db, 2)
  await app.post('cal', '/claims/2/evidence', { ...link, title: 'Second notice' })
  const answer = await app.post('ruth', '/claims/2/evidence/1/withdrawal', { seen, evidence: 1, reason: 'Wrong bridge, I think.' })
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('Wrong bridge, I think.')
})

test('what was recorded on a claim is read with the one it was merged into', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/2/evidence', link)
  db.update(claims).set({ mergedInto: 1, withdrawn: true }).where(eq(claims.id, 2)).run()
  db.update(claims).set({ mergedInto: 3, withdrawn: true }).where(eq(claims.id, 1)).run()
  expect([...evidenceOfVersion(db, 1)].map(([claimId, items]) => [claimId, items.length])).toEqual([[3, 1]])
  expect(await app.text('cal', '/claims/3')).toContain('Closure notice')
  expect((await app.post('cal', '/claims/2/evidence', link)).status).toBe(409)
})

test('readers read evidence and add none', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/2/evidence', link)
  expect((await app.post('idris', '/claims/2/evidence', link)).status).toBe(403)
  expect((await app.post('olga', '/claims/2/evidence', link)).status).toBe(404)
  const page = await app.text('idris', '/claims/2')
  expect(page).toContain('Closure notice')
  expect(page).not.toContain('Add evidence')
  expect(page).not.toContain('>Withdraw<')
})

test('a pillar is answered with confidence and evidence; the newest answer counts and earlier ones are kept', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/claims/6/evidence', { ...link, title: 'Earliest post' })
  await app.post('cal', '/claims/6/pillars', { pillar: 'date', answer: 'Posted on Monday.', confidence: 'low', evidenceId: 1 })
  await app.post('cal', '/claims/6/pillars', { pillar: 'date', answer: 'Filmed on Sunday.', confidence: 'high', evidenceId: '' })
  await app.post('cal', '/claims/6/pillars', { pillar: 'motivation', answer: 'Account closed since.', confidence: 'not_known' })

  const page = await app.text('cal', '/claims/6')
  expect(page).toContain('2 of 5 answered')
  expect(page).toContain('1 earlier answer')
  expect(page).toMatch(/Posted on Monday\. \(low, Cal, /)
  expect(page).toContain('Who captured it?')
  expect(db.select({ confidence: pillarAnswers.confidence }).from(pillarAnswers).all()).toEqual([
    { confidence: 'low' },
    { confidence: 'high' },
    { confidence: null },
  ])
})

test('a pillar needs an answer and how sure it is, and only of a claim that rests on footage, with evidence of its own', async () => {
  const db = newsroom()
  const app = await serve(db)
  const refused = await app.post('cal', '/claims/6/pillars', { pillar: 'location', answer: 'The east bank.', confidence: '' })
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('Say how sure you are, or that it is not known.')
  expect(page).toContain('The east bank.')

  await app.post('cal', '/claims/2/evidence', link)
  expect((await app.post('cal', '/claims/6/pillars', { pillar: 'location', answer: 'x', confidence: 'low', evidenceId: 1 })).status).toBe(
    422,
  )
  expect((await app.post('cal', '/claims/2/pillars', { pillar: 'location', answer: 'x', confidence: 'low' })).status).toBe(409)
  expect(db.select().from(pillarAnswers).all()).toEqual([])
})
