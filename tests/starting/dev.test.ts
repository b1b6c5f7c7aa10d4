import path from 'node:path'
import { expect, test } from 'vitest'
import { users } from '../../src/accounts/schema.ts'
import { castDevNewsroom } from '../../src/dev-cast.ts'
import { serve, temporaryFolder, workers } from '../support/app.ts'
import { emptyNewsroom, sessionOf } from '../accounts/door.ts'
import { root, run } from './process.ts'

test('the development newsroom has a login for each role, drawn once, that works', async () => {
  const db = emptyNewsroom()
  const folder = temporaryFolder()
  const logins = await castDevNewsroom(db, workers(), folder)
  const app = await serve(db)

  const seen: string[] = []
  for (const { email, password } of logins) {
    const session = sessionOf(await app.post(null, '/sign-in', { email, password }))
    seen.push(await (await app.get(null, '/account', session)).text())
  }
  for (const role of ['Reader', 'Checker', 'Reviewer', 'Editor', 'Admin'])
    expect(
      seen.some((page) => page.includes(role)),
      role,
    ).toBe(true)
  expect(seen[0]).not.toContain('City desk')
  expect(seen.at(-1)).not.toContain('World desk')

  expect(await castDevNewsroom(db, workers(), folder)).toEqual(logins)
  expect(db.select().from(users).all()).toHaveLength(7)
  const others = await castDevNewsroom(emptyNewsroom(), workers(), temporaryFolder())
  expect(others.map((login) => login.password)).not.toContain(logins[0]?.password)
}, 60_000)

test('npm run dev refuses any data folder but its own', async () => {
  const running = run({ LINECHECK_DATA: path.join(root, 'data') }, [process.execPath, '--import', 'tsx', 'src/dev.ts'])
  expect(await running.ended).toBe(1)
  expect(running.err()).toContain('npm run dev works on')
})
