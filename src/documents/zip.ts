import { inflateRawSync } from 'node:zlib'
import { UnreadableDocument } from './errors.ts'
import {
  checkWeight,
  type MarkupWeight,
  maxPartBytes,
  maxUnpackedBytes,
  maxUnpackedRatio,
  maxZipEntries,
  ratioMattersFrom,
  weigh,
} from './limits.ts'

interface Entry {
  name: string
  flags: number
  method: number
  packed: number
  unpacked: number
  at: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const endLength = 22
const entryLength = 46
const localLength = 30

/**
 * Checks that a DOCX file unpacks to what it says, and to no more than is allowed, and answers the names of its parts.
 * Every part is unpacked once here under its limit, so that whoever unpacks it next meets no surprise: sizes in a header may be lies.
 */
export function checkZip(bytes: Buffer): string[] {
  const entries = readDirectory(bytes)
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  if (total > maxUnpackedBytes || (total > ratioMattersFrom && total > bytes.length * maxUnpackedRatio)) throw swollen()
  const whole = { tags: 0, marks: 0 }
  for (const entry of entries) {
    const { tags, marks } = weighPart(unpack(bytes, entry))
    whole.tags += tags
    whole.marks += marks
  }
  checkWeight(whole)
  return entries.map(({ name }) => name)
}

function readDirectory(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06'))
  if (end === -1 || end + endLength > bytes.length || bytes.readUInt32LE(end) !== endSignature) throw cutShort()
  const count = bytes.readUInt16LE(end + 10)
  const size = bytes.readUInt32LE(end + 12)
  let at = bytes.readUInt32LE(end + 16)
  if (count > maxZipEntries) throw swollen()
  // Anything between the parts of the archive, before it, or in its 64-bit form: other readers may understand it otherwise than we do.
  if (count !== bytes.readUInt16LE(end + 8) || at + size !== end || bytes.readUInt32LE(0) !== localSignature) throw cutShort()

  const entries: Entry[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + entryLength > end || bytes.readUInt32LE(at) !== entrySignature) throw cutShort()
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + entryLength, at + entryLength + nameLength),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    })
    at += entryLength + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  // An entry beyond the count would be seen by a reader that does not count.
  if (at !== end) throw cutShort()
  return entries
}

function unpack(bytes: Buffer, { name, flags, method, packed, unpacked, at }: Entry): Buffer {
  if (flags & 1) throw locked()
  if (/\.(xml|rels)$/i.test(name) && unpacked > maxPartBytes) throw swollen()
  if (at + localLength > bytes.length || bytes.readUInt32LE(at) !== localSignature) throw cutShort()
  const start = at + localLength + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  if (start + packed > bytes.length) throw cutShort()
  if (method !== 0 && method !== 8) throw cutShort()
  const stored = bytes.subarray(start, start + packed)
  const content = method === 8 ? inflate(stored, unpacked) : stored
  if (content.length !== unpacked) throw cutShort()
  return content
}

/** A part that does not begin as markup does is a picture or a font: only what looks like tags is counted there, and that is little. */
function weighPart(content: Buffer): MarkupWeight {
  const weight = weigh(content)
  return /^[\s\ufeff]*</.test(content.toString('utf8', 0, 64)) ? weight : { tags: weight.tags, marks: 0 }
}

function inflate(packed: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) })
  } catch (error) {
    if (error instanceof RangeError) throw swollen()
    throw cutShort()
  }
}

/** The sentence for a document behind a password, however it is locked. */
export function locked(): UnreadableDocument {
  const sentence = 'This document is locked with a password: remove the password in Word, save it as .docx and choose it again.'
  return new UnreadableDocument('unknown_format', sentence)
}

function swollen(): UnreadableDocument {
  return new UnreadableDocument('too_large', 'This Word file unpacks to far more than an article needs: paste the text instead.')
}

function cutShort(): UnreadableDocument {
  return new UnreadableDocument('broken', 'This Word file is damaged or was cut short: open it in Word, save it again and choose it again.')
}
