import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { UnreadableDocument } from '../../src/documents/errors.ts'
import type { ReadDocument } from '../../src/documents/types.ts'

export function fixture(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/files/${name}`, import.meta.url))
}

/** Each block as its kind (with its level) and its words. */
export function blocksOf({ text, blocks }: Pick<ReadDocument, 'text' | 'blocks'>): [kind: string, words: string][] {
  return blocks.map(({ start, end, kind, level }) => [`${kind}${level ?? ''}`, text.slice(start, end)])
}

/** Waits for a refusal and answers it; anything else is thrown. */
export async function refusal(work: () => unknown): Promise<UnreadableDocument> {
  try {
    await work()
  } catch (error) {
    if (error instanceof UnreadableDocument) return error
    throw error
  }
  throw new Error('It was read, but should have been refused.')
}

interface Part {
  name: string
  content: Buffer
  method?: number
  flags?: number
  claimedSize?: number
}

/** A ZIP archive whose headers may lie. */
export function zip(parts: Part[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, method = 8, flags = 0, claimedSize = content.length } of parts) {
    const packed = method === 8 ? deflateRawSync(content) : content
    const named = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(method, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(claimedSize, 22)
    local.writeUInt16LE(named.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(claimedSize, 24)
    entry.writeUInt16LE(named.length, 28)
    entry.writeUInt32LE(at, 42)
    files.push(local, named, packed)
    directory.push(entry, named)
    at += local.length + named.length + packed.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, index, end])
}

const contentTypes =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const relationships =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'

/** A DOCX file with this inside its body. */
export function docx(body: string): Buffer {
  const document = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
  return zip([
    { name: '[Content_Types].xml', content: Buffer.from(contentTypes) },
    { name: '_rels/.rels', content: Buffer.from(relationships) },
    { name: 'word/document.xml', content: Buffer.from(document) },
  ])
}
