/** What files begin with, where, and what that makes them. Binary strings: one character is one byte. */
const signatures: readonly (readonly [mediaType: string, at: number, bytes: string])[] = [
  ['application/pdf', 0, '%PDF-'],
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
  ['audio/wav', 8, 'WAVE'],
  ['audio/mpeg', 0, 'ID3'],
  ['audio/mpeg', 0, '\xff\xfb'],
  ['audio/mpeg', 0, '\xff\xf3'],
  ['video/mp4', 4, 'ftyp'],
]

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const unknown = 'application/octet-stream'

/**
 * The media type of an upload, from its bytes alone: neither its name nor what the browser says of it is believed.
 * Markup of any kind is text here, and stays so: it is never served as something that a browser would run.
 */
export function sniff(bytes: Buffer): string {
  const head = bytes.subarray(0, 32).toString('latin1')
  const found = signatures.find(([, at, start]) => head.startsWith(start, at))
  if (found) return found[0]
  if (head.startsWith('PK\x03\x04')) return bytes.subarray(0, 65_536).includes('word/') ? docx : 'application/zip'
  return isText(bytes) ? 'text/plain' : unknown
}

/** UTF-8 without control characters other than those of lines and tabs. */
function isText(bytes: Buffer): boolean {
  try {
    return !/[^\P{Cc}\t\n\v\f\r]/u.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return false
  }
}
