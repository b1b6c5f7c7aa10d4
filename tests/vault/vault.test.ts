import { randomBytes } from 'node:crypto'
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readSettings } from '../../src/config.ts'
import { backupEverything } from '../../src/db/backup.ts'
import { openDatabase } from '../../src/db/open.ts'
import { events } from '../../src/events/schema.ts'
import { routes } from '../../src/routes.ts'
import { seal, unseal } from '../../src/vault/sealing.ts'
import { vaultEntries, vaultReaders } from '../../src/vault/schema.ts'
import { serve, temporaryFolder } from '../support/app.ts'
import { newsroom, people } from '../support/newsroom.ts'

const key = randomBytes(32)
const secret = 'Wilhelmina Quaxley'
const identity = {
  identity: secret,
  contact: 'quaxley@example.org, by night only',
  why: 'safety',
  agreed: 'To be called a bridge engineer, said Quaxley.',
  knownTo: 'Cal and Edith',
  approvedBy: 'Edith',
  agreedOn: '2026-03-01',
  vital: 'yes',
}

test('an identity is opened by those named, each look on record; nobody else opens it, whatever their role', async () => {
  const db = newsroom()
  const app = await serve(db, { vaultKey: key })
  expect((await app.post('idris', '/sources/2/vault', identity)).status).toBe(403)
  expect((await app.post('olga', '/sources/2/vault', identity)).status).toBe(404)
  expect((await app.post('cal', '/sources/2/vault', identity)).status).toBe(303)
  expect(await app.text('cal', '/sources/2/vault')).toContain('May look: Cal. Each look stands in the history.')
  for (const who of ['ada', 'edith', 'ruth', 'idris'] as const) {
    expect((await app.post(who, '/sources/2/vault/look')).status, who).toBe(403)
    expect((await app.post(who, '/sources/2/vault/readers', { reader: people[who].id })).status, who).toBe(403)
    expect((await app.post(who, '/sources/2/vault/destruction', { reason: 'Mine.' })).status, who).toBe(403)
  }
  expect((await app.post('ada', '/sources/2/vault', identity)).status).toBe(403)
  expect((await app.post('olga', '/sources/2/vault/look')).status).toBe(404)
  const opened = await (await app.post('cal', '/sources/2/vault/look')).text()
  for (const told of [secret, 'by night only', 'To be called a bridge engineer', 'It is vital to the report'])
    expect(opened).toContain(told)
  expect(db.select().from(events).all().at(-1)).toMatchObject({
    act: 'vault.looked',
    actorName: 'Cal',
    subjects: ['source:2'],
    afterDigest: null,
  })
  expect(await app.text('idris', '/history')).toContain('looked at who')
  // A page that is only fetched shows nothing, also to who may look.
  expect(await app.text('cal', '/sources/2/vault')).not.toContain(secret)
})

test('whoever may look lets others look and takes it back, but never so that nobody can', async () => {
  const db = newsroom()
  const app = await serve(db, { vaultKey: key })
  await app.post('cal', '/sources/2/vault', identity)
  expect((await app.post('cal', '/sources/2/vault/readers', { reader: people.edith.id })).status).toBe(303)
  expect(await (await app.post('edith', '/sources/2/vault/look')).text()).toContain(secret)
  const outsider = await app.post('cal', '/sources/2/vault/readers', { reader: people.olga.id })
  expect([outsider.status, (await outsider.text()).includes('Olga')]).toEqual([422, false])
  expect((await app.post('edith', '/sources/2/vault/readers/removal', { reader: people.cal.id })).status).toBe(303)
  expect((await app.post('cal', '/sources/2/vault/look')).status).toBe(403)
  const last = await app.post('edith', '/sources/2/vault/readers/removal', { reader: people.edith.id })
  expect([last.status, (await last.text()).includes('Nobody could look any more')]).toEqual([422, true])
  // Sealed anew by one who may look; a look shows the newest.
  expect((await app.post('cal', '/sources/2/vault', { ...identity, identity: 'Somebody else' })).status).toBe(403)
  expect((await app.post('edith', '/sources/2/vault', { ...identity, identity: 'Wilhelmina Q.' })).status).toBe(303)
  expect(await (await app.post('edith', '/sources/2/vault/look')).text()).toContain('Wilhelmina Q.')
  expect((await app.post('edith', '/sources/2/vault/destruction', { reason: 'The source asked for it.' })).status).toBe(303)
  expect(
    db
      .select()
      .from(vaultEntries)
      .all()
      .map(({ sealed }) => sealed),
  ).toEqual([null, null])
  expect(await app.text('edith', '/sources/2/vault')).toContain('Nothing is sealed for this source.')
  expect(await app.text('idris', '/history')).toContain('The source asked for it.')
  expect(() => db.delete(vaultReaders).run()).toThrow('stays on record')
  expect(() => db.delete(vaultEntries).run()).toThrow('stays')
})

test('the identity is on no page, in no export, search, log, backup or error, and in no byte on the disk', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'linecheck.db')
  writeFileSync(file, newsroom().$client.serialize())
  const db = openDatabase(file)
  onTestFinished(() => void db.$client.close())
  const logged: string[] = []
  for (const method of ['log', 'error', 'warn', 'info'] as const)
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => void logged.push(words.map(String).join(' ')))
  onTestFinished(() => void vi.restoreAllMocks())
  const app = await serve(db, { vaultKey: key })
  await app.post('cal', '/sources/2/vault', identity)
  expect(await (await app.post('cal', '/sources/2/vault/look')).text()).toContain(secret)
  const given = /Quaxley|by night only|bridge engineer/
  const addresses = routes
    .filter(({ method }) => method === 'get')
    .map((route) => route.path.replace('/sources/:sourceId', '/sources/2').replaceAll(/:\w+/g, '1'))
  for (const who of ['cal', 'ada', 'edith'] as const) {
    for (const address of [
      ...addresses,
      '/history?who=5',
      '/articles/1/report.json',
      '/articles/1/claims.csv',
      '/audits.json',
      '/audits.csv',
    ])
      expect(await app.text(who, address), `${who} ${address}`).not.toMatch(given)
    // A search for the name finds what a search for no name at all finds.
    for (const address of ['/search?q=', '/sources?q=', '/claims/1/source-options?q=']) {
      const found = async (word: string): Promise<string> => (await app.text(who, address + word)).replaceAll(word, '…')
      expect(await found('Quaxley'), `${who} ${address}`).toBe(await found('Zorblatt'))
    }
  }
  // Refused for other reasons, what was typed comes back to who typed it, and to nobody's log.
  const refused = await app.post('cal', '/sources/2/vault', { ...identity, agreedOn: 'soon' })
  expect([refused.status, (await refused.text()).includes(secret)]).toEqual([422, true])
  // Opened with another key: a sentence, and nothing of the text.
  const wrong = await serve(db, { vaultKey: randomBytes(32) })
  const answer = await wrong.post('cal', '/sources/2/vault/look')
  const words = await answer.text()
  expect([answer.status, words.includes('sealed with another key')]).toEqual([409, true])
  expect(words).not.toMatch(given)
  const backup = path.join(folder, 'copy.db')
  await backupEverything(db, path.join(folder, 'files'), backup)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.db(?:-wal|-shm)?$/.test(name)) continue
    const bytes = readFileSync(path.join(folder, name)).toString('latin1')
    expect(given.test(bytes), name).toBe(false)
    expect(bytes.includes(key.toString('latin1')) || bytes.includes(key.toString('hex')), name).toBe(false)
  }
  expect(logged.join('\n')).not.toMatch(given)
})

test('what is sealed opens with its key for its source only, unchanged, and its length tells nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.nat(), (text, source) => {
      const sealed = seal(key, source, JSON.stringify(text))
      expect(JSON.parse(unseal(key, source, sealed))).toBe(text)
      expect(() => unseal(key, source + 1, sealed)).toThrow('cannot be opened')
      expect(() => unseal(randomBytes(32), source, sealed)).toThrow('cannot be opened')
      const changed = Buffer.from(sealed, 'base64')
      changed[source % changed.length] = (changed[source % changed.length] ?? 0) ^ 1
      expect(() => unseal(key, source, changed.toString('base64'))).toThrow('cannot be opened')
    }),
    { numRuns: 60 },
  )
  expect(seal(key, 1, 'a').length).toBe(seal(key, 1, 'a'.repeat(900)).length)
  expect(seal(key, 1, 'a')).not.toBe(seal(key, 1, 'a'))
})

test('without a key nothing is sealed, and the page says who sets it', async () => {
  const app = await serve(newsroom())
  expect(await app.text('cal', '/sources/2/vault')).toContain('LINECHECK_VAULT_KEY_FILE')
  const answer = await app.post('cal', '/sources/2/vault', identity)
  expect([answer.status, (await answer.text()).includes('No key is set')]).toEqual([409, true])
})

test('the key comes from the environment or from a file for its owner alone; no refusal repeats it', () => {
  const hex = key.toString('hex')
  expect(readSettings({}).vaultKey).toBeNull()
  expect(readSettings({ LINECHECK_VAULT_KEY: hex }).vaultKey).toEqual(key)
  const file = path.join(temporaryFolder(), 'key')
  writeFileSync(file, `${hex}\n`, { mode: 0o600 })
  expect(readSettings({ LINECHECK_VAULT_KEY_FILE: file }).vaultKey).toEqual(key)
  const refusalOf = (env: Record<string, string>): string => {
    try {
      readSettings(env)
    } catch (error) {
      return (error as Error).message
    }
    return ''
  }
  for (const env of [
    { LINECHECK_VAULT_KEY: hex.slice(1) },
    { LINECHECK_VAULT_KEY: hex, LINECHECK_VAULT_KEY_FILE: file },
    { LINECHECK_VAULT_KEY_FILE: `${file}.gone` },
  ] as Record<string, string>[]) {
    expect(refusalOf(env)).not.toBe('')
    expect(refusalOf(env)).not.toContain(hex.slice(1))
  }
  chmodSync(file, 0o644)
  expect(refusalOf({ LINECHECK_VAULT_KEY_FILE: file })).toContain('Others on this machine may read the key file')
  writeFileSync(file, `${hex}${hex}`)
  chmodSync(file, 0o600)
  expect(refusalOf({ LINECHECK_VAULT_KEY_FILE: file })).toContain('holds no key')
  expect(refusalOf({ LINECHECK_VAULT_KEY_FILE: file })).not.toContain(hex)
})
