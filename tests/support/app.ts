import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { openSession } from '../../src/accounts/sessions.ts'
import { createApp } from '../../src/app.ts'
import { createAuditor } from '../../src/audits/auditor.ts'
import type { Settings } from '../../src/config.ts'
import { type Db, write } from '../../src/db/open.ts'
import { createImporter, type Importer } from '../../src/imports/importer.ts'
import { createWorkers, type Workers } from '../../src/workers/pool.ts'
import { type Person, people } from './newsroom.ts'

/** One pool of workers for all tests of a file: starting one takes longer than most tests. */
let shared: Workers | undefined
export const workers = (): Workers => (shared ??= createWorkers({ threads: 1 }))

/** What brings many pieces in; its folder goes when the test ends, and so does it. */
export function importerIn(db: Db, folder = temporaryFolder()): Importer {
  const importer = createImporter(db, workers(), folder)
  onTestFinished(() => importer.close())
  return importer
}

/** An empty folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'linecheck-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface Form {
  [name: string]: string | number | string[]
}

/** The real app on a real port, over the given database. People sign in by a session of their own. */
export async function serve(db: Db, changed: Partial<Settings> = {}) {
  const settings: Settings = {
    dataFolder: temporaryFolder(),
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://desk.example',
    secure: false,
    trustProxy: false,
    vaultKey: null,
    ...changed,
  }
  const server = createApp({ db, settings, workers: workers(), auditor: createAuditor(db), importer: importerIn(db) }).listen(
    0,
    '127.0.0.1',
  )
  await new Promise((done) => server.once('listening', done))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const tokens = new Map<Person, string>()

  /** A signed-in person's cookie. */
  const cookieOf = (who: Person): string => {
    const token = tokens.get(who) ?? write(db, (tx) => openSession(tx, people[who].id))
    tokens.set(who, token)
    return `${settings.secure ? '__Host-linecheck' : 'linecheck'}=${token}`
  }
  const send = (who: Person | null, url: string, init: RequestInit = {}): Promise<Response> =>
    fetch(base + url, {
      redirect: 'manual',
      ...init,
      headers: { 'Sec-Fetch-Site': 'same-origin', ...(who && { cookie: cookieOf(who) }), ...init.headers },
    })

  return {
    base,
    settings,
    cookieOf,
    get: (who: Person | null, url: string, headers: Record<string, string> = {}) => send(who, url, { headers }),
    text: async (who: Person | null, url: string) => (await send(who, url)).text(),
    post: (who: Person | null, url: string, form: Form | FormData = {}, headers: Record<string, string> = {}) =>
      send(who, url, { method: 'POST', body: form instanceof FormData ? form : encode(form), headers }),
  }
}

function encode(form: Form): URLSearchParams {
  return new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, String(one)])),
  )
}
