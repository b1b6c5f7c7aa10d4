import { isUtf8 } from 'node:buffer'
import chardet from 'chardet'
import iconv from 'iconv-lite'
import { UnreadableDocument } from './errors.ts'

export interface Decoded {
  text: string
  encoding: string
}

/** How much of a file is looked at to guess its encoding; more adds time and no certainty. */
const sampleBytes = 256 * 1024

/** What programs that say the first really write is the second, as every browser assumes. */
const supersets = new Map([
  ['iso-8859-1', 'windows-1252'],
  ['us-ascii', 'windows-1252'],
  ['ascii', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['iso-8859-9', 'windows-1254'],
  ['iso-8859-11', 'windows-874'],
  ['gb2312', 'gb18030'],
  ['gbk', 'gb18030'],
])

/**
 * Decodes the bytes of a text by its byte order mark, or as UTF-16 without one, or UTF-8, or what the document declares, or by a guess.
 * Nothing is trimmed: a byte order mark stays as the first unit of the text.
 */
export function decodeText(bytes: Buffer, declared: string | null = null): Decoded {
  const decoded = decodeMarked(bytes) ?? decodeUnmarkedUtf16(bytes) ?? decodeUtf8(bytes) ?? decodeLegacy(bytes, declared)
  if (looksBinary(decoded.text)) {
    throw new UnreadableDocument('binary', 'This file holds something other than text: save it as .txt or .docx, or paste the text.')
  }
  return decoded
}

/** The encoding that an HTML page declares in its first bytes, if any. */
export function declaredCharset(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 4096).toString('latin1')
  const found = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head) ?? /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i.exec(head)
  return found?.[1] ?? null
}

function decodeMarked(bytes: Buffer): Decoded | null {
  if (bytes.length >= 4 && bytes.readUInt32LE(0) === 0x0000feff) return decode(bytes, 'UTF-32LE')
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0x0000feff) return decode(bytes, 'UTF-32BE')
  if (bytes.length >= 2 && bytes.readUInt16LE(0) === 0xfeff) return decode(bytes, 'UTF-16LE')
  if (bytes.length >= 2 && bytes.readUInt16BE(0) === 0xfeff) return decode(bytes, 'UTF-16BE')
  return null
}

/** Text in UTF-16 is full of NULs (every space is one and 0x20), so bytes without a NUL are something else. */
function decodeUnmarkedUtf16(bytes: Buffer): Decoded | null {
  const sample = bytes.subarray(0, sampleBytes & ~1)
  if (bytes.length % 2 !== 0 || !sample.includes(0)) return null
  const tries = (['UTF-16LE', 'UTF-16BE'] as const).map((encoding) => ({ encoding, text: iconv.decode(sample, encoding) }))
  // Read the wrong way round, a space is U+2000 and letters fall among other scripts: the right way has the spaces.
  const [best] = tries
    .filter(({ text }) => !looksBinary(text) && !/\p{Co}|\p{Cn}|\uFFFD/u.test(text))
    .map((one) => ({ ...one, spaces: one.text.split(/[ \r\n]/).length - 1 }))
    .sort((one, other) => other.spaces - one.spaces)
  return best && best.spaces * 40 >= best.text.length ? decode(bytes, best.encoding) : null
}

function decodeUtf8(bytes: Buffer): Decoded | null {
  return isUtf8(bytes) ? { text: bytes.toString('utf8'), encoding: 'UTF-8' } : null
}

function decodeLegacy(bytes: Buffer, declared: string | null): Decoded {
  // A page that says it is UTF-8 and is not, or names an encoding that nobody knows, has to be guessed like any other file.
  const believed = declared !== null && !/^utf-?\d/i.test(declared) && iconv.encodingExists(declared)
  const named = believed ? declared : chardet.detect(bytes.subarray(0, sampleBytes))
  const encoding = named && (supersets.get(named.toLowerCase()) ?? named)
  if (!encoding || !iconv.encodingExists(encoding)) {
    throw new UnreadableDocument('binary', 'It is unclear how this file writes its letters: save it as UTF-8, or paste the text instead.')
  }
  return decode(bytes, encoding)
}

/** Never TextDecoder: on Node 20 it gives control characters for the quotation marks of windows-1252. */
function decode(bytes: Buffer, encoding: string): Decoded {
  return { text: iconv.decode(bytes, encoding, { stripBOM: false }), encoding }
}

/** A NUL, or more than one control character in two hundred: no program writes such text. */
function looksBinary(text: string): boolean {
  if (text.includes('\0')) return true
  const controls = text.match(/(?![\t\n\v\f\r\u0085])\p{Cc}/gu)?.length ?? 0
  return controls * 200 > text.length
}
