type Signature = readonly [what: string, at: number, bytes: string]

/** What files that are not text begin with, and what to call them. Binary strings: one character is one byte. */
const signatures: readonly Signature[] = [
  ['a PDF', 0, '%PDF-'],
  ['an old Office document', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['a ZIP archive', 0, 'PK\x03\x04'],
  ['a ZIP archive', 0, 'PK\x05\x06'],
  ['a PNG picture', 0, '\x89PNG\r\n'],
  ['a JPEG picture', 0, '\xff\xd8\xff'],
  ['a GIF picture', 0, 'GIF8'],
  ['a TIFF picture', 0, 'II*\0'],
  ['a TIFF picture', 0, 'MM\0*'],
  ['a WebP picture', 8, 'WEBP'],
  ['a sound recording', 8, 'WAVE'],
  ['a sound recording', 0, 'ID3'],
  ['a sound recording', 0, 'OggS'],
  ['a sound recording', 0, 'fLaC'],
  ['a video or sound recording', 4, 'ftyp'],
  ['a video', 0, '\x1a\x45\xdf\xa3'],
  ['a gzip archive', 0, '\x1f\x8b'],
  ['a 7-Zip archive', 0, "7z\xbc\xaf'\x1c"],
  ['a RAR archive', 0, 'Rar!\x1a\x07'],
  ['a rich text (RTF) document', 0, '{\\rtf'],
  ['a database', 0, 'SQLite format 3\0'],
  ['a program', 0, '\x7fELF'],
  ['a program', 0, 'MZ\x90\0'],
]

/** What the bytes seem to be, in words (`a PDF`), or null if they may be text. */
export function seemsToBe(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 64).toString('latin1')
  const found = signatures.find(([, at, start]) => head.startsWith(start, at))
  if (!found) return null
  return found[0] === 'a ZIP archive' ? seemsToHold(bytes) : found[0]
}

/** A ZIP archive is often a document of some kind; the names of its first and last files tell which. */
function seemsToHold(bytes: Buffer): string {
  const names = bytes.subarray(0, 65_536).toString('latin1') + bytes.subarray(-65_536).toString('latin1')
  if (names.includes('word/document')) return 'a Word document'
  if (names.includes('application/vnd.oasis.opendocument.text')) return 'an OpenDocument text (ODT)'
  if (names.includes('application/vnd.oasis.opendocument')) return 'an OpenDocument file'
  if (names.includes('xl/workbook')) return 'an Excel workbook'
  if (names.includes('ppt/presentation')) return 'a PowerPoint presentation'
  if (names.includes('application/epub+zip')) return 'an e-book (EPUB)'
  if (names.includes('Index/Document.iwa')) return 'a Pages document'
  return 'a ZIP archive'
}
