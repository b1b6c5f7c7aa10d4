import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import yauzl, { type Entry } from 'yauzl'
import { maxFileBytes } from '../documents/limits.ts'
import { Refusal } from '../errors.ts'

/** Files that came together: a folder, an archive, or one file by itself. Names are relative, with forward slashes. */
export interface Container {
  /** What can be read, and of what was refused the reason; in the order of the names. */
  names: readonly string[]
  refused: ReadonlyMap<string, string>
  /** Rejects with a `Refusal` where the file is too large or damaged. */
  read(name: string): Promise<Buffer>
  close(): void
}

const megabyte = 1024 * 1024
/** What an archive may hold, and unpack to. */
export const maxEntries = 50_000
export const maxUnpackedInAll = 4096 * megabyte
/** The table of an import, which is no article and may be longer than one. */
export const maxTableBytes = 256 * megabyte

/** Opens what lies at a path; one file by itself goes by the name it was `called`. A link in it, and a name that leads out of it, is refused and the rest is read. */
export async function openContainer(place: string, called = path.basename(place)): Promise<Container> {
  const about = await stat(place).catch(() => null)
  if (!about) throw new Refusal(`There is nothing at ${place}. Give the path of a folder, a .zip, a .csv or a .jsonl file.`)
  if (about.isDirectory()) return openFolder(place)
  return /\.zip$/i.test(place) ? openZip(place) : openFile(place, called)
}

function openFile(place: string, name: string): Container {
  return { names: [name], refused: new Map(), read: () => readFile(place), close: () => {} }
}

async function openFolder(place: string): Promise<Container> {
  const root = await realpath(place)
  const names: string[] = []
  const refused = new Map<string, string>()
  const walk = async (under: string): Promise<void> => {
    for (const name of (await readdir(path.join(root, under))).sort()) {
      if (isNoise(name)) continue
      const relative = under === '' ? name : `${under}/${name}`
      const about = await lstat(path.join(root, relative))
      if (about.isSymbolicLink()) refused.set(relative, link)
      else if (about.isDirectory()) await walk(relative)
      else if (about.isFile()) names.push(relative)
      if (names.length > maxEntries)
        throw new Refusal(`This folder holds more than ${maxEntries.toLocaleString('en-GB')} files: bring it in by parts.`)
    }
  }
  await walk('')
  return {
    names,
    refused,
    read: async (name) => {
      const file = path.join(root, name)
      const about = await lstat(file).catch(() => null)
      if (!about?.isFile() || !names.includes(name)) throw missing(name)
      if (about.size > limitOf(name)) throw tooLarge(name)
      return readFile(file)
    },
    close: () => {},
  }
}

const link = 'This is a link to somewhere else, which is never followed: put the file itself there.'
const outside = 'This name leads out of the archive, so it was not read: pack the files again with plain names.'

async function openZip(place: string): Promise<Container> {
  const zip = await yauzl.openPromise(place, { decodeStrings: false, autoClose: false }).catch(() => {
    throw new Refusal('This archive is damaged, cut short or no ZIP file: pack it again, and choose it once more.')
  })
  const entries = new Map<string, Entry>()
  const refused = new Map<string, string>()
  let unpacked = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const written = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true)
      const name = written.replaceAll('\\', '/')
      const out = leadsOut(written)
      if (name.endsWith('/') || (!out && name.split('/').some(isNoise))) continue
      if (entries.size + refused.size >= maxEntries)
        throw new Refusal(`This archive holds more than ${maxEntries.toLocaleString('en-GB')} files: bring it in by parts.`)
      if (out) refused.set(name.slice(0, 300), outside)
      else if (isLink(entry)) refused.set(name, link)
      else if (entry.isEncrypted()) refused.set(name, 'This file is locked with a password: pack it again without one.')
      else if (entries.has(name)) refused.set(`${name} (again)`, 'A file of this name came before in the archive.')
      else entries.set(name, entry)
      unpacked += entry.uncompressedSize
      if (unpacked > maxUnpackedInAll) throw new Refusal('This archive unpacks to more than 4 GB: bring it in by parts.')
    }
  } catch (error) {
    zip.close()
    throw error instanceof Refusal ? error : new Refusal('This archive is damaged or cut short: pack it again, and choose it once more.')
  }
  return {
    names: [...entries.keys()].sort(),
    refused,
    read: async (name) => {
      const entry = entries.get(name)
      if (!entry) throw missing(name)
      if (entry.uncompressedSize > limitOf(name)) throw tooLarge(name)
      try {
        // The size in the entry is held against what comes out: an archive that lies is refused half-way.
        return await buffer(await zip.openReadStreamPromise(entry))
      } catch {
        throw new Refusal(`${name} is damaged in the archive, or packed in a way that is not read here.`)
      }
    },
    close: () => zip.close(),
  }
}

/** Absolute, with a drive, or upwards: never within. */
export function leadsOut(name: string): boolean {
  return name === '' || name.includes('\0') || /^(?:[/\\]|[A-Za-z]:)/u.test(name) || name.split(/[/\\]/u).includes('..')
}

/** The mode of a symbolic link, as archives made on Unix carry it in the upper half of their attributes. */
const isLink = ({ externalFileAttributes }: Entry): boolean => ((externalFileAttributes >>> 16) & 0o170000) === 0o120000

/** What systems leave beside files. */
const isNoise = (name: string): boolean => name === '__MACOSX' || name.startsWith('.') || /^(?:thumbs\.db|desktop\.ini)$/iu.test(name)

const limitOf = (name: string): number => (/\.(?:csv|jsonl|ndjson)$/iu.test(name) ? maxTableBytes : maxFileBytes)
const missing = (name: string): Refusal => new Refusal(`There is no file ${name} in what was sent.`)
const tooLarge = (name: string): Refusal => new Refusal(`${name} is larger than ${limitOf(name) / megabyte} MB.`)
