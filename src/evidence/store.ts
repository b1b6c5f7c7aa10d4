import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { sha256 } from '../events/events.ts'
import { sniff } from './sniff.ts'

/** A file that lies in the store: its hash is its name there. */
export interface Kept {
  sha256: string
  size: number
  mediaType: string
}

export const hashOf = (bytes: Buffer): string => sha256(bytes)

/** Where a file lies: `files/ab/abcdef…`, by its hash. */
export function pathOf(dataFolder: string, hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not a hash')
  return path.join(dataFolder, 'files', hash.slice(0, 2), hash)
}

/**
 * Puts bytes into the store before any transaction speaks of them: written aside, brought to the disk, then named.
 * The same bytes again replace themselves, so a copy that the disk has spoilt is mended.
 */
export async function keepFile(dataFolder: string, bytes: Buffer): Promise<Kept> {
  const hash = hashOf(bytes)
  const place = pathOf(dataFolder, hash)
  // The last evidence that relied on the same bytes may be purged while these are written: then they are written again.
  do await placeDurably(place, bytes)
  while (!existsSync(place))
  return { sha256: hash, size: bytes.length, mediaType: sniff(bytes) }
}

/** Whether a file lies in the store, with all its bytes. */
export async function isKept(dataFolder: string, hash: string, size: number): Promise<boolean> {
  return stat(pathOf(dataFolder, hash)).then(
    (found) => found.isFile() && found.size === size,
    () => false,
  )
}

async function placeDurably(place: string, bytes: Buffer): Promise<void> {
  const folder = path.dirname(place)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const aside = path.join(folder, `.${randomBytes(8).toString('hex')}`)
  try {
    await writeDurably(aside, bytes)
    await rename(aside, place)
    await bringToDisk(folder)
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}

async function writeDurably(place: string, bytes: Buffer): Promise<void> {
  const file = await open(place, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A new name is on the disk only once its folder is. */
async function bringToDisk(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
