import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { onTestFinished } from 'vitest'

export const root = path.resolve(import.meta.dirname, '../..')

export interface Started {
  process: ChildProcess
  /** Where it says it is. */
  url: string
  /** The path of the setup link it printed, if any. */
  setup: string | null
  output: () => string
  /** Resolves with the exit code once it has ended, or the signal that ended it. */
  ended: Promise<number | string | null>
}

type Environment = Record<string, string>

/** Runs the server from its sources, as `npm start` runs it from what was built. It is killed with the test if it is still there. */
export function run(env: Environment, command = [process.execPath, '--import', 'tsx', 'src/server.ts'], cwd = root) {
  const [program = '', ...words] = command
  // A group of its own, so that the end of a test ends what the program has started too.
  const child = spawn(program, words, {
    cwd,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (words) => {
    out += String(words)
  })
  child.stderr.on('data', (words) => {
    err += String(words)
  })
  const ended = new Promise<number | string | null>((resolve) => child.on('close', (code, signal) => resolve(code ?? signal)))
  onTestFinished(() => endGroup(child))
  return { process: child, ended, out: () => out, err: () => err }
}

/** Runs it until it prints where it is. */
export async function start(env: Environment, command?: string[], cwd?: string): Promise<Started> {
  const running = run({ PORT: '0', ...env }, command, cwd)
  let over = false
  void running.ended.then(() => {
    over = true
  })
  for (;;) {
    const url = /Linecheck is at (http\S+)\n/.exec(running.out())?.[1]
    if (url)
      return {
        process: running.process,
        ended: running.ended,
        url,
        setup: /(\/setup\?token=\S+)/.exec(running.out())?.[1] ?? null,
        output: () => running.out() + running.err(),
      }
    if (over) throw new Error(`it ended: ${running.out()}${running.err()}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

/** Runs it to its end. */
export async function runToEnd(env: Environment): Promise<{ code: number | string | null; out: string; err: string }> {
  const running = run({ PORT: '0', ...env })
  const code = await running.ended
  return { code, out: running.out(), err: running.err() }
}

export const post = (url: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(form),
    headers: { 'Sec-Fetch-Site': 'same-origin', ...headers },
  })

function endGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
