import { describe, expect, test } from 'vitest'
import type { Db } from '../../src/db/open.ts'
import { lastEventOn } from '../../src/claims/queries.ts'
import { events } from '../../src/events/schema.ts'
import type { FindingForm } from '../../src/reviews/reviews.ts'
import { routes } from '../../src/routes.ts'
import { sources } from '../../src/sources/schema.ts'
import { serve } from '../support/app.ts'
import { newsroom, type Person } from '../support/newsroom.ts'
import { addEvidence, find, takeSecond } from './scene.ts'

/** Two first findings that have nothing in common. */
const secrets: Record<'one' | 'other', Partial<FindingForm>> = {
  one: { said: 'not_found', outcome: 'outdated', confidence: 'high', reason: 'Zebra quartz: right until Monday 2 March, and on no wire.' },
  other: {
    said: 'altered',
    outcome: 'not_checkable',
    confidence: 'low',
    reason: 'Velvet harpoon: a belief, and the number was changed in the desk’s own edit.',
  },
}

/** A newsroom in which Cal has filed this first finding on claim 1 and nothing else differs. */
function newsroomWith(secret: Partial<FindingForm>, blind: Person): Db {
  const db = newsroom()
  addEvidence(db, 1)
  find(db, 'cal', 1, secret)
  find(db, 'cal', 2)
  takeSecond(db, blind, 1)
  return db
}

/** Every address that somebody can look at in this newsroom. */
function addresses(db: Db): string[] {
  const ids: Record<string, number[]> = {
    articleId: [1],
    claimId: [1, 2],
    deskId: [1],
    versionId: [1],
    userId: [5],
    evidenceId: [1],
    sourceId: db
      .select({ id: sources.id })
      .from(sources)
      .all()
      .map((row) => row.id),
    eventId: db
      .select({ id: events.id })
      .from(events)
      .all()
      .map((row) => row.id),
  }
  const pages = routes
    .filter((route) => route.method === 'get')
    .flatMap(({ path }) => {
      const [name] = /(?<=:)\w+/.exec(path) ?? []
      return name ? (ids[name] ?? [1]).map((id) => path.replace(`:${name}`, String(id))) : [path]
    })
  return [
    ...pages,
    '/articles/1/desk?claim=1',
    '/articles/1/desk?claim=1&outcome=outdated',
    '/articles/1/desk?claim=1&outcome=not_checkable',
    '/articles/1/desk?claim=2&checker=5',
    '/articles/1/desk?outcome=hidden',
    '/?show=mine',
    '/history?article=1',
    '/history?q=zebra',
    '/search?q=zebra',
    '/search?q=outdated',
    '/search?q=killed',
    '/search?q=velvet',
  ]
}

/** Without digests, salts and times: those differ between any two newsrooms. */
const timeless = (page: string): string =>
  page.replaceAll(/\b[0-9a-f]{8,64}\b|\b[0-9a-f]{4} [0-9a-f]{4}\b/g, 'DIGEST').replaceAll(/T?\d{2}:\d{2}(:\d{2}(\.\d+)?Z?)?/g, 'TIME')

async function look(app: Awaited<ReturnType<typeof serve>>, who: Person, address: string): Promise<string> {
  const answer = await app.get(who, address)
  return `${answer.status} ${timeless(await answer.text())}`
}

describe.each(['ruth', 'edith', 'ada'] as const)('until %s has filed the second check', (who) => {
  test('no page, list, search or export that they get depends on what was found first', async () => {
    const [one, other] = [newsroomWith(secrets.one, who), newsroomWith(secrets.other, who)]
    const [first, second] = [await serve(one), await serve(other)]
    let shown = 0
    for (const address of addresses(one)) {
      const [here, there] = [await look(first, who, address), await look(second, who, address)]
      if (here.startsWith('200')) shown += 1
      expect(here, address).not.toMatch(/zebra quartz/i)
      expect(here.replaceAll('zebra', '').replaceAll('velvet', ''), address).toBe(there.replaceAll('zebra', '').replaceAll('velvet', ''))
    }
    expect(shown).toBeGreaterThan(20)
  })

  test('a refused form, a refused sign-off and a conflict tell nothing of it either', async () => {
    const answers = await Promise.all(
      Object.values(secrets).map(async (secret) => {
        const db = newsroomWith(secret, who)
        const app = await serve(db)
        const seen = lastEventOn(db, 1)
        const posts = [
          app.post(who, '/claims/1/findings', { seen, said: 'confirmed_relay', outcome: 'disputed', confidence: 'low', reason: 'Both.' }),
          app.post(who, '/claims/1/findings', {
            seen,
            opinion: 'final',
            said: 'confirmed_relay',
            outcome: 'contradicted',
            confidence: 'low',
            reason: 'No.',
          }),
          app.post(who, '/claims/1/findings', { seen: 0 }),
          app.post(who, '/claims/1/second-checks', { seen }),
          app.post(who, '/articles/1/sign-off', { sha256: 'none' }),
        ]
        return timeless((await Promise.all(posts.map(async (post) => `${(await post).status} ${await (await post).text()}`))).join('\n'))
      }),
    )
    expect(answers[0]).toBe(answers[1])
    expect(answers[0]).not.toMatch(/zebra quartz/i)
  })
})

test('with their own finding filed, everything of the first is there', async () => {
  const db = newsroomWith(secrets.one, 'ruth')
  const app = await serve(db)
  const filed = await app.post('ruth', '/claims/1/findings', {
    seen: lastEventOn(db, 1),
    opinion: 'second',
    said: 'not_found',
    outcome: 'outdated',
    confidence: 'low',
    reason: 'Not on the wire; the count changed on 3 March.',
  })
  expect(filed.status).toBe(303)
  for (const address of [
    '/articles/1/desk?claim=1',
    '/claims/1',
    '/articles/1/report',
    '/articles/1/report.json',
    '/articles/1/claims.csv',
    '/history',
  ]) {
    expect(await app.text('ruth', address), address).toContain('Zebra quartz')
  }
})

test('everybody else sees the first finding all the while', async () => {
  const app = await serve(newsroomWith(secrets.one, 'ruth'))
  for (const who of ['cal', 'rory', 'idris', 'edith'] as const)
    expect(await app.text(who, '/articles/1/desk?claim=1')).toContain('Zebra quartz')
})

test('on the desk the claim says that it is withheld, and who holds the check', async () => {
  const app = await serve(newsroomWith(secrets.one, 'ruth'))
  const page = await app.text('ruth', '/articles/1/desk?claim=1')
  expect(page).toContain('Your second check is open')
  expect(page).toContain('data-outcome="hidden"')
  expect(await app.text('rory', '/articles/1/desk?claim=1')).toMatch(/With Ruth since/)
})
