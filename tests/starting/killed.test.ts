import path from 'node:path'
import { expect, test } from 'vitest'
import { databaseIn } from '../../src/data-folder.ts'
import { type Db, openDatabase } from '../../src/db/open.ts'
import { verifyRecord } from '../../src/history/verify.ts'
import { temporaryFolder } from '../support/app.ts'
import { bridgeText } from '../support/newsroom.ts'
import { post, type Started, start } from './process.ts'

const rounds = 4
/** How many browsers post at once, each as soon as it has its answer. */
const browsers = 6

interface Act {
  page: string
  form: Record<string, string>
  file?: File
}
const evidence = { stance: 'context', basis: 'first_hand', who: '' }
/** Each act's form holds a mark of its own, by which it is found again. */
const acts: ((mark: string) => Act)[] = [
  (mark) => ({ page: 'findings', form: { said: 'not_found', outcome: 'unverified', confidence: 'low', reason: mark } }),
  (mark) => ({ page: 'queries', form: { question: mark } }),
  (mark) => ({ page: 'evidence', form: { ...evidence, kind: 'link', title: mark, url: 'https://tarn.example/night' } }),
  (mark) => ({ page: 'evidence', form: { ...evidence, kind: 'file', title: mark }, file: new File([mark], `${mark}.txt`) }),
]

test('killed at any moment of a busy day, it has lost nothing that it acknowledged, and kept no act by half', async () => {
  const folder = temporaryFolder()
  let server = await start({ LINECHECK_DATA: folder })
  const cookie = await setUp(server)
  const claimIds = await bringBridgeToDesk(server, cookie, folder)
  const acknowledged = new Set<string>()
  const sent = new Set<string>()

  for (let round = 1; round <= rounds; round++) {
    if (round > 1) server = await start({ LINECHECK_DATA: folder })
    const before = acknowledged.size
    const work = async (browser: number): Promise<void> => {
      for (let number = 1; ; number++) {
        const mark = `${round}-${browser}-${number}`
        const { page, form, file } = acts[(browser + number) % acts.length]?.(mark) ?? expect.fail()
        sent.add(mark)
        const answer = await send(server, cookie, `/claims/${claimIds[number % claimIds.length]}/${page}`, form, file).catch(() => null)
        if (answer === null) return
        expect(answer.status, `${mark} was refused`).toBe(303)
        acknowledged.add(mark)
      }
    }
    const day = Promise.all(Array.from({ length: browsers }, (_, browser) => work(browser)))
    await new Promise((resolve) => setTimeout(resolve, 250 + Math.random() * 750))
    server.process.kill('SIGKILL')
    expect(await server.ended).toBe('SIGKILL')
    await day

    expect(acknowledged.size, 'nothing was acknowledged in this round').toBeGreaterThan(before)
    examine(folder, acknowledged, sent)
  }
}, 60_000)

/** Opens what the killed process left behind, and holds it against what it had answered. */
function examine(folder: string, acknowledged: ReadonlySet<string>, sent: ReadonlySet<string>): void {
  const db = openDatabase(databaseIn(folder))
  try {
    const { ok, lines } = verifyRecord(db, folder)
    expect(ok, lines.join('\n')).toBe(true)
    const there = marked(db)
    const told = toldMarks(db)
    expect(
      [...acknowledged].filter((mark) => !there.includes(mark)),
      'acknowledged, but lost',
    ).toEqual([])
    expect(
      there.filter((mark) => !sent.has(mark)),
      'there, but never sent',
    ).toEqual([])
    expect(new Set(there).size, 'an act was done twice').toBe(there.length)
    expect(told, 'what the history tells is not what there is').toEqual(there)
  } finally {
    db.$client.close()
  }
}

/** The marks of the acts whose things are there. */
function marked(db: Db): string[] {
  const all = 'SELECT reason AS mark FROM reviews UNION ALL SELECT question FROM queries UNION ALL SELECT title FROM evidence'
  return db.$client.prepare<[], string>(all).pluck().all().sort()
}

/** The marks of the acts that the history tells of, each read from what its event kept. */
function toldMarks(db: Db): string[] {
  const kept = `SELECT coalesce(after ->> 'reason', after ->> 'question', after ->> 'title') FROM (
    SELECT json_extract(body, '$.value') AS after FROM events JOIN payloads ON payloads.digest = events.after_digest
    WHERE act IN ('finding.filed', 'query.asked', 'evidence.added'))`
  return db.$client.prepare<[], string>(kept).pluck().all().sort()
}

async function setUp({ url, setup }: Started): Promise<string> {
  const token = String(setup).split('token=')[1] ?? ''
  const form = {
    token,
    name: 'Ada Reyes',
    email: 'ada@example.org',
    password: 'three plain words',
    desk: 'World desk',
    outlet: 'The Meridian',
  }
  const cookies = (await post(`${url}/setup`, form)).headers.getSetCookie()
  return cookies.find((one) => one.startsWith('linecheck='))?.split(';')[0] ?? ''
}

/** Brings the bridge article in, splits it, and returns the ids of its claims. */
async function bringBridgeToDesk(server: Started, cookie: string, folder: string): Promise<number[]> {
  const arrived = await send(server, cookie, '/articles', { publication: 'draft', deskId: '1', text: bridgeText })
  const recognised = arrived.headers.get('location') ?? ''
  const split = await send(server, cookie, recognised.replace('recognised', 'split'), {})
  expect(path.basename(split.headers.get('location') ?? '')).toBe('desk')
  const db = openDatabase(databaseIn(folder), { readonly: true })
  const ids = db.$client.prepare<[], number>('SELECT id FROM claims').pluck().all()
  db.$client.close()
  return ids
}

function send({ url }: Started, cookie: string, page: string, form: Record<string, string>, file?: File): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) body.set(name, value)
  if (file) body.set('file', file)
  const multipart = page === '/articles' || page.endsWith('/evidence')
  const headers = { cookie, 'Sec-Fetch-Site': 'same-origin' }
  return fetch(url + page, { method: 'POST', redirect: 'manual', headers, body: multipart ? body : new URLSearchParams(form) })
}
