import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')

/** A folder for one measure, gone when the benchmark ends. It lies where `TMPDIR` says: on the disk whose speed is asked about. */
export function freshFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'linecheck-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The program as `npm start` builds it, in a folder of its own: `dist` may be in use. */
export function build(folder: string): string {
  for (const name of ['src', 'tsconfig.json', 'tsconfig.build.json', 'package.json'])
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true })
  for (const name of ['views', 'public', 'migrations', 'node_modules']) symlinkSync(path.join(root, name), path.join(folder, name))
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: folder, stdio: 'inherit' })
  return path.join(folder, 'dist/server.js')
}

export interface Child {
  process: ChildProcess
  url: string
  output: () => string
  stop(): Promise<void>
}

/** A server in a process of its own, so that it shares no event loop with whoever loads it; ready once it has printed where it is. */
export async function startChild(words: string[], env: Record<string, string> = {}): Promise<Child> {
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.once('exit', () => child.kill('SIGKILL'))
  let output = ''
  child.stdout.on('data', (some) => {
    output += String(some)
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  for (;;) {
    const url = /is at (http\S+)\n/.exec(output)?.[1]
    if (url) return { process: child, url, output: () => output, stop: () => (child.kill('SIGTERM'), ended) }
    if (child.exitCode !== null) throw new Error(`it ended: ${output}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

/** Somebody who works on a running Linecheck through its pages. */
export interface Visitor {
  cookie: string
  get(page: string): Promise<string>
  /** Sends a form and returns where it leads. */
  post(page: string, form: Record<string, string> | FormData): Promise<string>
}

/** Starts Linecheck as it runs in production, on an empty data folder, with one admin signed in. */
export async function startLinecheck(folder: string, flags: string[] = []): Promise<Child & { admin: Visitor }> {
  const child = await startChild([...flags, build(folder)], { LINECHECK_DATA: path.join(folder, 'data'), PORT: '0' })
  const admin = visitor(child.url)
  const token = /setup\?token=(\S+)/.exec(child.output())?.[1] ?? ''
  await admin.post('/setup', {
    token,
    name: 'Ada Reyes',
    email: 'ada@example.org',
    password: 'three plain words',
    desk: 'World desk',
    outlet: 'The Meridian',
  })
  return { ...child, admin }
}

function visitor(url: string): Visitor {
  const self: Visitor = {
    cookie: '',
    async get(page) {
      const answer = await fetch(url + page, { redirect: 'manual', headers: { cookie: self.cookie } })
      const text = await answer.text()
      if (answer.status !== 200) throw new Error(`${page} answered ${answer.status}`)
      return text
    },
    async post(page, form) {
      const headers = { cookie: self.cookie, 'Sec-Fetch-Site': 'same-origin' }
      const answer = await fetch(url + page, {
        method: 'POST',
        redirect: 'manual',
        headers,
        body: form instanceof FormData ? form : new URLSearchParams(form),
      })
      await answer.text()
      if (answer.status !== 303) throw new Error(`${page} answered ${answer.status}`)
      const session = answer.headers.getSetCookie().find((one) => one.startsWith('linecheck='))
      if (session) self.cookie = session.split(';')[0] ?? ''
      return answer.headers.get('location') ?? ''
    },
  }
  return self
}

/** Brings an article in by its form, splits it into claims, and returns the address of its desk. */
export async function bringToDesk(admin: Visitor, text: string): Promise<string> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ publication: 'published', deskId: '1', outlet: 'The Meridian', text })) form.set(name, value)
  const recognised = await admin.post('/articles', form)
  return admin.post(recognised.replace('/recognised', '/split'), {})
}
