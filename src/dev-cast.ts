import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeDesk } from './accounts/desks.ts'
import { completeSetup, join, joinWithAccount, makeSetupLink } from './accounts/joining.ts'
import { invite, removeFromDesk } from './accounts/people.ts'
import { clear, clearForMakingDesk } from './accounts/policy.ts'
import { findDesk, findMember } from './accounts/queries.ts'
import { desksOf } from './accounts/sessions.ts'
import type { Viewer } from './accounts/viewer.ts'
import type { Db } from './db/open.ts'
import { Refusal } from './errors.ts'
import { bringInSamples } from './samples/samples.ts'
import type { Role } from './vocabulary.ts'
import type { Workers } from './workers/pool.ts'

export interface Login {
  email: string
  password: string
  does: string
}

const cast = [
  { key: 'edith', name: 'Edith Moor', role: 'editor', does: 'Editor on World desk, checker on City desk' },
  { key: 'ruth', name: 'Ruth Sand', role: 'reviewer', does: 'Reviewer on World desk' },
  { key: 'rory', name: 'Rory Blake', role: 'reviewer', does: 'Another reviewer on World desk' },
  { key: 'cal', name: 'Cal Dunn', role: 'checker', does: 'Checker on World desk' },
  { key: 'idris', name: 'Idris Vale', role: 'reader', does: 'Reader on World desk' },
] as const satisfies { key: string; name: string; role: Role; does: string }[]
const emailOf = (key: string): string => `${key}@dev.example`

/**
 * Fills an empty development folder with people of every role and the sample articles, by the same verbs as the pages.
 * Passwords are drawn once and kept in the folder: none stands in the source.
 */
export async function castDevNewsroom(db: Db, workers: Workers, folder: string): Promise<Login[]> {
  const file = path.join(folder, 'logins.json')
  const setup = makeSetupLink(db)
  if (!setup) {
    if (!existsSync(file)) throw new Refusal(`${folder} has accounts, but not their logins. Remove the folder, and start again.`)
    return JSON.parse(readFileSync(file, 'utf8')) as Login[]
  }
  const logins = [
    { key: 'ada', does: 'Admin on World desk' },
    ...cast,
    { key: 'olga', does: 'Admin on City desk; sees nothing of World desk' },
  ].map(({ key, does }): Login => ({ email: emailOf(key), password: randomBytes(12).toString('base64url'), does }))
  writeFileSync(file, JSON.stringify(logins, null, 2), { mode: 0o600 })
  const passwordOf = (key: string): string => logins.find((login) => login.email === emailOf(key))?.password ?? ''

  const { viewer: ada, deskId } = await completeSetup(db, setup.token, {
    name: 'Ada Reyes',
    email: emailOf('ada'),
    password: passwordOf('ada'),
    desk: 'World desk',
    outlet: 'The Meridian',
  })
  const joined = new Map<string, Viewer>()
  for (const { key, name, role } of cast) {
    const { viewer } = await join(db, inviteTo(db, ada, deskId, key, role), { name, password: passwordOf(key) })
    joined.set(key, viewer)
  }
  await bringInSamples(db, workers, ada, deskId)
  await castCityDesk(db, ada, joined.get('edith') ?? ada, passwordOf('olga'))
  return logins
}

async function castCityDesk(db: Db, ada: Viewer, edith: Viewer, password: string): Promise<void> {
  const city = makeDesk(db, ada, clearForMakingDesk(ada, { name: 'City desk', outlet: 'The Meridian' }))
  const { viewer: olga } = await join(db, inviteTo(db, seenNow(db, ada), city.id, 'olga', 'admin'), { name: 'Olga Frost', password })
  joinWithAccount(db, inviteTo(db, olga, city.id, 'edith', 'checker'), edith)
  removeFromDesk(db, olga, clear(olga, 'administer', findMember(db, olga, city.id, ada.id)))
}

/** A viewer with the desks they are on by now. */
const seenNow = (db: Db, viewer: Viewer): Viewer => ({ ...viewer, desks: desksOf(db, viewer.id) })

function inviteTo(db: Db, admin: Viewer, deskId: number, key: string, role: Role): string {
  return invite(db, admin, clear(admin, 'administer', findDesk(db, admin, deskId)), { email: emailOf(key), role }).token
}
