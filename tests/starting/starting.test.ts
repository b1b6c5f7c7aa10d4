import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../src/db/open.ts'
import { temporaryFolder } from '../support/app.ts'
import { post, run, runToEnd, start } from './process.ts'

const mode = (place: string): string => (statSync(place).mode & 0o777).toString(8)
const setupForm = { name: 'Ada Reyes', email: 'ada@example.org', password: 'three plain words', desk: 'World desk', outlet: '' }
/** One sentence or two on one line, and nothing of the program's inside. */
const sentence = /^[A-Z][^\n]*\.\n$/

async function portInUse(): Promise<number> {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  onTestFinished(() => {
    other.close()
  })
  return (other.address() as { port: number }).port
}

test('on an empty folder it makes what it needs for its owner alone, answers, prints a setup link, and ends cleanly when asked', async () => {
  const folder = path.join(temporaryFolder(), 'deep/data')
  const { process: child, url, setup, ended, output } = await start({ LINECHECK_DATA: folder })

  expect(await (await fetch(`${url}/health`)).text()).toBe('ok\n')
  expect(output()).toContain(`Set it up here, within 24 hours: ${url}/setup?token=`)
  expect((await fetch(url + String(setup))).status).toBe(200)
  expect([mode(folder), mode(`${folder}/linecheck.db`), mode(`${folder}/linecheck.db-wal`)]).toEqual(['700', '600', '600'])

  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(existsSync(`${folder}/linecheck.db-wal`)).toBe(false)
  expect(existsSync(`${folder}/backups`)).toBe(false)
})

test('Ctrl-C ends it too, with an idle connection still open', async () => {
  const { process: child, url, ended } = await start({ LINECHECK_DATA: temporaryFolder() })
  await (await fetch(`${url}/health`)).text()
  child.kill('SIGINT')
  expect(await ended).toBe(0)
})

test('a request that never comes to its end does not keep it running; a second signal ends it at once', async () => {
  for (const again of [false, true]) {
    const { process: child, url, setup, ended } = await start({ LINECHECK_DATA: temporaryFolder() })
    const stuck = request(`${url}/setup`, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' },
    })
    stuck.on('error', () => {}).write(`token=${String(setup).split('token=')[1]}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
    const from = Date.now()
    child.kill('SIGTERM')
    if (again) setTimeout(() => child.kill('SIGTERM'), 700)

    expect(await ended).toBe(again ? 1 : 0)
    expect(Date.now() - from).toBeLessThan(again ? 2500 : 6000)
  }
})

test('a killed process loses nothing that was acknowledged', async () => {
  const folder = temporaryFolder()
  const first = await start({ LINECHECK_DATA: folder })
  const set = await post(`${first.url}/setup`, { ...setupForm, token: String(first.setup).split('token=')[1] ?? '' })
  const cookie =
    set.headers
      .getSetCookie()
      .find((one) => one.startsWith('linecheck='))
      ?.split(';')[0] ?? ''
  for (let number = 1; number <= 5; number++)
    expect((await post(`${first.url}/desks`, { name: `Desk ${number}` }, { cookie })).status).toBe(303)
  first.process.kill('SIGKILL')
  expect(await first.ended).toBe('SIGKILL')

  const second = await start({ LINECHECK_DATA: folder })

  expect(second.setup).toBeNull()
  const account = await (await fetch(`${second.url}/account`, { headers: { cookie } })).text()
  for (let number = 1; number <= 5; number++) expect(account).toContain(`Desk ${number}`)
  expect((await post(`${second.url}/sign-in`, { email: setupForm.email, password: setupForm.password })).status).toBe(303)
})

test('each start prints a new setup link while nobody has an account, and the one before opens nothing', async () => {
  const folder = temporaryFolder()
  const first = await start({ LINECHECK_DATA: folder })
  first.process.kill('SIGTERM')
  await first.ended
  const second = await start({ LINECHECK_DATA: folder })

  expect(second.setup).not.toBe(first.setup)
  expect((await fetch(second.url + String(first.setup))).status).toBe(410)
  expect((await fetch(second.url + String(second.setup))).status).toBe(200)
})

test('a port in use is said in one sentence, and nothing is touched', async () => {
  const folder = path.join(temporaryFolder(), 'data')
  const port = await portInUse()

  const { code, out, err } = await runToEnd({ LINECHECK_DATA: folder, PORT: String(port) })

  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(sentence)
  expect(err).toContain(`Port ${port} on 127.0.0.1 is in use.`)
  expect(existsSync(folder)).toBe(false)
})

test('a data folder that cannot be made or written to is said in one sentence', async () => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'a-file'), 'kept')

  for (const place of ['a-file', 'a-file/data']) {
    const { code, err } = await runToEnd({ LINECHECK_DATA: path.join(folder, place) })
    expect(code).toBe(1)
    expect(err).toMatch(sentence)
    expect(err).toContain('cannot be made or written to')
  }
  expect(readFileSync(path.join(folder, 'a-file'), 'utf8')).toBe('kept')
})

test('a setting that cannot be used is said in one sentence, and nothing is touched', async () => {
  const folder = path.join(temporaryFolder(), 'data')
  for (const wrong of [{ PORT: 'eighty' }, { PUBLIC_URL: 'check.example.org' }, { HOST: '203.0.113.7' }]) {
    const { code, err } = await runToEnd({ LINECHECK_DATA: folder, ...wrong })
    expect(code).toBe(1)
    expect(err).toMatch(sentence)
    expect(err).toContain(Object.keys(wrong)[0])
  }
  expect(existsSync(folder)).toBe(false)
})

test('a second process on the same data folder is refused, and the first goes on; once that one is killed the folder is free', async () => {
  const folder = temporaryFolder()
  const first = await start({ LINECHECK_DATA: folder })

  const { code, err } = await runToEnd({ LINECHECK_DATA: folder })
  expect(code).toBe(1)
  expect(err).toMatch(sentence)
  expect(err).toContain('Another Linecheck is running on the data folder')
  expect((await fetch(first.url + String(first.setup))).status).toBe(200)

  first.process.kill('SIGKILL')
  await first.ended
  expect((await start({ LINECHECK_DATA: folder })).setup).not.toBeNull()
})

test('a database and folder that others could read are closed to them', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'linecheck.db')
  const first = await start({ LINECHECK_DATA: folder })
  first.process.kill('SIGTERM')
  await first.ended
  const db = openDatabase(file)
  db.$client.close()
  mkdirSync(path.join(folder, 'files'))
  chmodSync(file, 0o644)
  chmodSync(folder, 0o755)
  chmodSync(path.join(folder, 'files'), 0o755)

  await start({ LINECHECK_DATA: folder })

  expect([mode(folder), mode(file), mode(path.join(folder, 'files'))]).toEqual(['700', '600', '700'])
})

test('a public address is printed and used in links as it is given', async () => {
  const { output } = await start({ LINECHECK_DATA: temporaryFolder(), PUBLIC_URL: 'https://check.example/' })
  expect(output()).toMatch(
    /^Linecheck is at https:\/\/check\.example\nSet it up here, within 24 hours: https:\/\/check\.example\/setup\?token=[\w-]{43}\n$/,
  )
})

test('a signal before it is ready ends it all the same', async () => {
  const running = run({ LINECHECK_DATA: temporaryFolder(), PORT: '0' })
  await new Promise((resolve) => setTimeout(resolve, 150))
  running.process.kill('SIGTERM')
  expect([0, 'SIGTERM']).toContain(await running.ended)
})
