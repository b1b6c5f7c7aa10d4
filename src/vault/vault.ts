import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Cleared } from '../accounts/policy.ts'
import { listColleagues } from '../accounts/queries.ts'
import { users } from '../accounts/schema.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { type Db, type Reader, type Tx, write } from '../db/open.ts'
import { Conflict, Forbidden, Unusable } from '../errors.ts'
import { record } from '../events/events.ts'
import { desksKnowing } from '../sources/queries.ts'
import type { SourceOnDesk } from '../sources/sources.ts'
import { type Identity, readIdentity } from './identity.ts'
import { type VaultEntry, vaultEntries, vaultReaders } from './schema.ts'
import { keyIdOf, seal, unseal } from './sealing.ts'

/** Who may look at one source's identity, as a page lists them. */
export interface VaultReader {
  userId: number
  name: string
  addedAt: string
}

/** What stands in the vault for a source; undefined where nothing does, or it was destroyed. */
export const findEntry = (db: Reader, sourceId: number): VaultEntry | undefined =>
  db
    .select()
    .from(vaultEntries)
    .where(and(eq(vaultEntries.sourceId, sourceId), isNull(vaultEntries.destroyedAt)))
    .orderBy(desc(vaultEntries.id))
    .limit(1)
    .get()

export const listReaders = (db: Reader, sourceId: number): VaultReader[] =>
  db
    .select({ userId: vaultReaders.userId, name: users.name, addedAt: vaultReaders.addedAt })
    .from(vaultReaders)
    .innerJoin(users, eq(users.id, vaultReaders.userId))
    .where(and(eq(vaultReaders.sourceId, sourceId), isNull(vaultReaders.removedAt)))
    .orderBy(vaultReaders.id)
    .all()

export const mayLook = (db: Reader, viewer: Viewer, sourceId: number): boolean =>
  listReaders(db, sourceId).some(({ userId }) => userId === viewer.id)

/** The people of the viewer's own desks that have met a source: whom they may let look. */
export function colleaguesOf(db: Reader, viewer: Viewer, sourceId: number): { id: number; name: string }[] {
  return listColleagues(db, desksKnowing(db, viewer, [sourceId]).get(sourceId) ?? [])
}

type Source = Cleared<'check', SourceOnDesk>
const aboutSource = (source: SourceOnDesk) => ({ subjects: [`source:${source.id}`], place: { deskId: source.deskId } })

/** Seals who a source is. Whoever does it first is the first who may look; afterwards only those who may look seal it anew. */
export function sealIdentity(db: Db, viewer: Viewer, source: Source, key: Buffer | null, identity: Identity): void {
  if (!key) throw new Conflict(noKey)
  write(db, (tx) => {
    const standing = findEntry(tx, source.id)
    if (standing) requireReader(tx, viewer, source.id)
    const now = new Date().toISOString()
    tx.insert(vaultEntries)
      .values({
        sourceId: source.id,
        sealed: seal(key, source.id, JSON.stringify(identity)),
        keyId: keyIdOf(key),
        sealedBy: viewer.id,
        sealedAt: now,
      })
      .run()
    if (!standing) addReaderRow(tx, source.id, viewer.id, viewer.id, now)
    record(tx, viewer, { act: standing ? 'vault.sealed_anew' : 'vault.sealed', ...aboutSource(source) })
  })
}

/** Opens who a source is, for one who may look. That they looked is on record before they see anything. */
export function lookAtIdentity(db: Db, viewer: Viewer, source: SourceOnDesk, key: Buffer | null): Identity {
  if (!key) throw new Conflict(noKey)
  const entry = write(db, (tx) => {
    requireReader(tx, viewer, source.id)
    const standing = findEntry(tx, source.id)
    if (!standing) throw new Conflict('Nothing is sealed for this source any more.')
    record(tx, viewer, { act: 'vault.looked', ...aboutSource(source) })
    return standing
  })
  return readIdentity(unseal(key, source.id, entry.sealed ?? ''))
}

/** Lets somebody look. They must be able to see the source itself. */
export function addReader(db: Db, viewer: Viewer, source: SourceOnDesk, userId: number): void {
  write(db, (tx) => {
    requireReader(tx, viewer, source.id)
    const person = colleaguesOf(tx, viewer, source.id).find((one) => one.id === userId)
    if (!person) throw new Unusable('Choose somebody of a desk that has met this source.', 'reader')
    if (listReaders(tx, source.id).some((one) => one.userId === userId)) throw new Unusable(`${person.name} may look already.`, 'reader')
    addReaderRow(tx, source.id, userId, viewer.id, new Date().toISOString())
    record(tx, viewer, { act: 'vault.reader_added', ...aboutSource(source), after: { reader: person.name } })
  })
}

function addReaderRow(tx: Tx, sourceId: number, userId: number, addedBy: number, addedAt: string): void {
  tx.insert(vaultReaders).values({ sourceId, userId, addedBy, addedAt }).run()
}

/** Takes somebody's leave to look away; somebody has to keep it. */
export function removeReader(db: Db, viewer: Viewer, source: SourceOnDesk, userId: number): void {
  write(db, (tx) => {
    requireReader(tx, viewer, source.id)
    const standing = listReaders(tx, source.id)
    const person = standing.find((one) => one.userId === userId)
    if (!person) throw new Unusable('Choose somebody who may look.', 'reader')
    if (standing.length === 1)
      throw new Unusable('Nobody could look any more: let somebody else look first, or destroy what is sealed.', 'reader')
    tx.update(vaultReaders)
      .set({ removedBy: viewer.id, removedAt: new Date().toISOString() })
      .where(and(eq(vaultReaders.sourceId, source.id), eq(vaultReaders.userId, userId), isNull(vaultReaders.removedAt)))
      .run()
    record(tx, viewer, { act: 'vault.reader_removed', ...aboutSource(source), after: { reader: person.name } })
  })
}

/** Destroys what was ever sealed for a source. That it was there, and who looked, stays on record. */
export function destroyIdentity(db: Db, viewer: Viewer, source: SourceOnDesk, reason: string): void {
  write(db, (tx) => {
    requireReader(tx, viewer, source.id)
    const destroyed = { sealed: null, destroyedBy: viewer.id, destroyedAt: new Date().toISOString() }
    tx.update(vaultEntries)
      .set(destroyed)
      .where(and(eq(vaultEntries.sourceId, source.id), isNull(vaultEntries.destroyedAt)))
      .run()
    tx.update(vaultReaders)
      .set({ removedBy: viewer.id, removedAt: destroyed.destroyedAt })
      .where(and(eq(vaultReaders.sourceId, source.id), isNull(vaultReaders.removedAt)))
      .run()
    record(tx, viewer, { act: 'vault.destroyed', ...aboutSource(source), after: { reason } })
  })
}

const noKey =
  'No key is set, so nothing can be sealed or opened here. Whoever runs Linecheck sets LINECHECK_VAULT_KEY_FILE; docs/self-hosting.md says how.'

function requireReader(db: Reader, viewer: Viewer, sourceId: number): void {
  if (!mayLook(db, viewer, sourceId)) throw new Forbidden('Only the people named on this page may do this. One of them can let you look.')
}
