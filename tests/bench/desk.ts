import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import autocannon from 'autocannon'
import { type Figure, interleaved, rounded } from './figures.ts'
import { bringToDesk, freshFolder, startChild, startLinecheck, type Visitor } from './server.ts'

const rounds = 7
const seconds = 2
/** Enough to keep one server busy all the time; more would only wait. */
const connections = 8

/** The desk page of a long article against the very same bytes sent by Express. */
export async function desk(): Promise<Figure[]> {
  const folder = freshFolder()
  const linecheck = await startLinecheck(folder)
  const page = await halfChecked(linecheck.admin)
  const html = await linecheck.admin.get(page)
  const claims = new Set(html.match(/id="c\d+"/g)).size
  const file = path.join(folder, 'page.html')
  writeFileSync(file, html)
  const plain = await startChild(['--import', 'tsx', path.join(import.meta.dirname, 'static-server.ts'), file])
  try {
    const cookie = { cookie: linecheck.admin.cookie }
    const load = {
      desk: () => requestsPerSecond(linecheck.url + page, cookie),
      memory: () => requestsPerSecond(`${plain.url}/from-memory`),
      file: () => requestsPerSecond(`${plain.url}/page.html`),
    }
    await interleaved(1, load)
    const { desk: own, memory, file: fromFile } = await interleaved(rounds, load)
    const what = `desk page, ${claims} claims, ${Math.round(Buffer.byteLength(html) / 1024)} KB, a second`
    return [
      { what: `${what}; baseline res.send of a Buffer`, value: rounded(own), baseline: rounded(memory), ratio: own / memory },
      { what: `${what}; baseline express.static`, value: rounded(own), baseline: rounded(fromFile), ratio: own / fromFile },
    ]
  } finally {
    await Promise.all([linecheck.stop(), plain.stop()])
  }
}

/** A long article about half checked: findings, evidence and a query, so that the desk has all its parts. */
async function halfChecked(admin: Visitor): Promise<string> {
  const page = await bringToDesk(admin, readFileSync(path.join(import.meta.dirname, 'long-article.txt'), 'utf8'))
  const finding = {
    said: 'not_checked',
    outcome: 'unverified',
    confidence: 'low',
    reason: 'Asked the office that is named and two archives; no answer yet.',
  }
  for (let claim = 1; claim <= 20; claim++) await admin.post(`/claims/${claim}/findings`, finding)
  const evidence = {
    kind: 'link',
    title: 'The report',
    url: 'https://board.example/report',
    passage: 'the same words',
    stance: 'context',
    basis: 'primary_record',
    who: '',
  }
  for (const claim of [1, 2, 21]) await admin.post(`/claims/${claim}/evidence`, evidence)
  await admin.post('/claims/21/queries', { question: 'Which sample is meant here?' })
  return `${page}?claim=21`
}

async function requestsPerSecond(url: string, headers: Record<string, string> = {}): Promise<number> {
  const { requests, duration, non2xx, errors } = await autocannon({ url, connections, duration: seconds, headers })
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} answers that are no page, ${errors} errors`)
  return requests.total / duration
}
