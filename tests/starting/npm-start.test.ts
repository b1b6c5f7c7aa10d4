import { cpSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/app.ts'
import { root, start } from './process.ts'

/** A clone to build in, so that no other test meets a half-built `dist`. */
function clone(): string {
  const folder = temporaryFolder()
  for (const name of ['src', 'views', 'public', 'migrations', 'package.json', 'tsconfig.json', 'tsconfig.build.json']) {
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true })
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  return folder
}

const isThere = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** The signals as they come: a service manager tells npm, a terminal tells the whole group. */
test('npm start builds, runs, and ends cleanly with npm; no process remains', async () => {
  const folder = clone()
  for (const [signal, whom] of [
    ['SIGTERM', 'npm'],
    ['SIGINT', 'group'],
  ] as const) {
    const { process: npm, url, ended } = await start({ LINECHECK_DATA: path.join(folder, 'data') }, ['npm', 'start'], folder)
    expect((await fetch(`${url}/health`)).status).toBe(200)
    const pid = npm.pid ?? 0

    process.kill(whom === 'group' ? -pid : pid, signal)

    expect(await ended, signal).toBe(0)
    expect(isThere(-pid), 'a process of the group remains').toBe(false)
    await expect(fetch(`${url}/health`)).rejects.toThrow()
  }
}, 120_000)
