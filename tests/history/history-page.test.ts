import { expect, test } from 'vitest'
import { write } from '../../src/db/open.ts'
import { acts } from '../../src/events/acts.ts'
import { record } from '../../src/events/events.ts'
import { claimHistorySection } from '../../src/history/pages.ts'
import { claimHistory } from '../../src/history/queries.ts'
import { actKinds } from '../../src/history/queries.ts'
import { plain, sentenceFor } from '../../src/history/sentences.ts'
import { serve } from '../support/app.ts'
import { newsroom, viewerIn } from '../support/newsroom.ts'
import { acting } from '../support/scene.ts'

const count = (html: string): number => html.match(/<time datetime/g)?.length ?? 0
const name = (subject: string) => ({ text: subject, href: null, isolate: false })
const words = (html: string): string => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')

test('what was done reads as sentences, with the reason below', async () => {
  const db = newsroom()
  const cal = acting(db, 'cal')
  cal.addsEvidence(2, 'Road authority notice')
  cal.finds(6, 'unverified', 'No second angle.')
  cal.asks(3, 'Which day?')
  const ruth = acting(db, 'ruth')
  ruth.takesSecondCheck(6)
  ruth.finds(6, 'unverified', 'Nothing else either.')
  const text = words(await (await serve(db)).text('idris', '/history'))
  for (const sentence of [
    'Cal split “Bridge at Orme closed after overnight blast” into claims.',
    'Cal added evidence “Road authority notice” to claim 2.',
    'Cal recorded a finding on claim 6: relay only; unverified, low confidence.No second angle.',
    'Cal asked the reporter about claim 3.Which day?',
    'Ruth took the second check of claim 6.',
    'Ruth recorded the second finding on claim 6: relay only; unverified, low confidence.',
  ])
    expect(text).toContain(sentence)
})

test('every act has words, even where what it kept was purged or is of an unknown shape', () => {
  const event = {
    id: 9,
    at: '2026-03-02T08:00:00.000Z',
    actorId: 1,
    actorName: 'Ada',
    subjects: ['claim:1'],
    articleId: 1,
    deskId: 1,
    beforeDigest: null,
    afterDigest: null,
    undoes: null,
    previous: '',
    digest: '',
  }
  for (const act of acts) {
    for (const kept of [undefined, null, {}, [], 'words', { claims: 'x', reason: 7, said: '__proto__', role: 'constructor' }]) {
      const sentence = plain(sentenceFor({ event: { ...event, act }, before: kept, after: kept, name, withheld: false }))
      expect(sentence, act).toMatch(/^Ada \S.*\.$/)
      expect(sentence, act).not.toMatch(/undefined|null|\[object|NaN| {2}| \./)
    }
  }
})

test('a desk reads its own history and no other’s; people and desks are for admins', async () => {
  const db = newsroom()
  write(db, (tx) => {
    record(tx, viewerIn(db, 'ada'), {
      act: 'person.invited',
      subjects: ['desk:1'],
      place: { deskId: 1 },
      after: { email: 'new@example.org', role: 'checker' },
    })
    record(tx, viewerIn(db, 'olga'), { act: 'desk.settings_changed', subjects: ['desk:2'], place: { deskId: 2 } })
    record(tx, viewerIn(db, 'cal'), { act: 'person.password_changed', subjects: ['person:5'], place: { deskId: null } })
  })
  const app = await serve(db)
  const [ada, idris, cal, olga] = await Promise.all(
    (['ada', 'idris', 'cal', 'olga'] as const).map(async (who) => words(await app.text(who, '/history'))),
  )
  expect(ada).toContain('Ada invited new@example.org as checker.')
  expect(idris).not.toContain('new@example.org')
  expect(cal).toContain('Cal changed their password.')
  expect(ada).not.toContain('changed their password')
  expect(olga).toContain('Olga changed the settings of City desk.')
  expect(olga).not.toMatch(/Bridge|Cal|Ada/)
  expect((await app.get('olga', '/history/1')).status).toBe(404)
})

test('an article that moved to another desk takes its history along', async () => {
  const db = newsroom()
  db.$client.exec('UPDATE articles SET desk_id = 2')
  const app = await serve(db)
  expect(await app.text('ada', '/history')).not.toContain('Bridge')
  expect(await app.text('olga', '/history')).toContain('Bridge')
  expect((await app.get('olga', '/history/2')).status).toBe(200)
  expect((await app.get('ada', '/history/2')).status).toBe(404)
})

test('the history is filtered by article, person and kind, and read a hundred events at a time', async () => {
  const db = newsroom()
  acting(db, 'cal').asks(3, 'Which day?')
  write(db, (tx) => {
    for (let i = 0; i < 150; i++)
      record(tx, viewerIn(db, 'rory'), { act: 'claim.confirmed', subjects: ['claim:1'], place: { articleId: 1, deskId: 1 } })
  })
  const app = await serve(db)
  const first = await app.text('cal', '/history')
  expect(count(first)).toBe(100)
  const older = /href="(\/history\?before=\d+)" rel="next"/.exec(first)?.[1] ?? ''
  expect(count(await app.text('cal', older))).toBe(53)
  expect(count(await app.text('cal', '/history?person=5&kind=query'))).toBe(1)
  expect(count(await app.text('cal', '/history?article=2'))).toBe(0)
  for (const odd of ['?before=x', '?kind=x', '?person=-1', '?article=1e99', '?article=1&article=2'])
    expect((await app.get('cal', `/history${odd}`)).status, odd).toBe(200)
})

test('a claim’s own history holds what was done to it, and withholds what is withheld', () => {
  const db = newsroom()
  acting(db, 'cal').finds(6, 'missing_context', 'The wind is not mentioned.')
  const ruth = viewerIn(db, 'ruth')
  const read = (withheld: number[]) =>
    claimHistorySection(claimHistory(db, ruth, 6, new Set(withheld))).events.map(
      (event) => event.words.map((word) => word.text).join('') + (event.because ?? ''),
    )
  expect(read([])[0]).toBe('Cal recorded a finding on claim 6: relay only; missing context, low confidence.The wind is not mentioned.')
  expect(read([6])[0]).toBe('Cal recorded a finding on claim 6 (withheld until you have filed yours).')
  expect(claimHistory(db, viewerIn(db, 'olga'), 6, new Set())).toEqual([])
})

test('every kind of act can be asked for by itself, but for the two that are done once', () => {
  const kinds = new Set<string>(acts.map((act) => act.split('.')[0] ?? ''))
  expect(kinds).toEqual(new Set<string>([...actKinds, 'setup', 'samples']))
})
