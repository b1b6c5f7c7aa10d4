import type { ReadDocument } from './types.ts'
import { declaredCharset, decodeText } from './charset.ts'
import { readDocx } from './docx.ts'
import { UnreadableDocument } from './errors.ts'
import { readHtml } from './html.ts'
import { checkFileSize, checkText } from './limits.ts'
import { readMarkdown } from './markdown.ts'
import { seemsToBe } from './signatures.ts'
import { locked } from './zip.ts'

const formats = new Map<string, ReadDocument['format']>([
  ['txt', 'text'],
  ['text', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['docx', 'docx'],
])

/**
 * Reads an uploaded file. What it is, is decided by its name and its content together: where the two differ it is refused.
 * Throws `UnreadableDocument` and nothing else.
 */
export async function readDocument(bytes: Buffer, fileName: string): Promise<ReadDocument> {
  try {
    checkFileSize(bytes)
    const format = formatOf(bytes, fileName)
    const document = await (format === 'docx' ? readWord(bytes) : readText(bytes, format))
    checkText(document.text, 'file')
    return document
  } catch (error) {
    throw error instanceof UnreadableDocument ? error : damaged()
  }
}

async function readWord(bytes: Buffer): Promise<ReadDocument> {
  return { ...(await readDocx(bytes)), format: 'docx', encoding: 'UTF-8' }
}

function readText(bytes: Buffer, format: Exclude<ReadDocument['format'], 'docx'>): ReadDocument {
  const { text, encoding } = decodeText(bytes, format === 'html' ? declaredCharset(bytes) : null)
  if (format === 'html') return { ...readHtml(text), format, encoding }
  // Checked before it is looked through line by line.
  checkText(text, 'file')
  if (format === 'markdown') return { text, ...readMarkdown(text), format, encoding }
  return { text, blocks: [], declared: {}, format, encoding }
}

function formatOf(bytes: Buffer, fileName: string): ReadDocument['format'] {
  const ending = /\.([^./\\]+)$/.exec(fileName.trim())?.[1]?.toLowerCase() ?? ''
  const seems = seemsToBe(bytes)
  const named = formats.get(ending)
  if (seems === 'a PDF') {
    throw new UnreadableDocument('unknown_format', 'PDF files are not read yet: paste the text, or upload the article as .docx.')
  }
  if (seems === 'an old Office document') throw oldOffice(bytes, ending)
  if (named === 'docx') {
    if (seems === 'a Word document') return named
    // A ZIP archive that shows no Word document may still be one: the reader looks inside.
    if (seems === 'a ZIP archive') return named
    throw new UnreadableDocument(
      'broken',
      seems
        ? `This file is named .docx but seems to be ${seems}: open it in Word, save it as .docx and choose it again.`
        : 'This file is named .docx but is not a Word document: open it in Word, save it as .docx and choose it again.',
    )
  }
  if (seems) {
    const reason = named || ending === '' ? 'binary' : 'unknown_format'
    throw new UnreadableDocument(
      reason,
      seems === 'a Word document'
        ? 'This file seems to be a Word document: name it .docx and choose it again.'
        : `This file seems to be ${seems}: save the article as .docx or .txt, or paste the text instead.`,
    )
  }
  if (/^(MIME-Version|From): /.test(bytes.subarray(0, 32).toString('latin1')) && named === 'html') {
    const sentence = 'This is a web archive or a mail, not a page: save it as “Web page, HTML only”, or paste the text instead.'
    throw new UnreadableDocument('unknown_format', sentence)
  }
  if (named) return named
  if (ending !== '') {
    const files = `Files ending in .${ending.slice(0, 20)}`
    throw new UnreadableDocument('unknown_format', `${files} are not read: save the article as .txt, .md, .html or .docx, or paste it.`)
  }
  return /^\s*<(!doctype html|html|head|body)\b/i.test(bytes.subarray(0, 512).toString('latin1')) ? 'html' : 'text'
}

/** Word encrypts a .docx by putting it inside the container of its old formats, under a name written in UTF-16. */
function oldOffice(bytes: Buffer, ending: string): UnreadableDocument {
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    return locked()
  }
  const isWord = ending === 'doc' || ending === 'docx' || bytes.includes(Buffer.from('WordDocument', 'utf16le'))
  const what = isWord ? 'an old Word document (.doc)' : 'an old Office document'
  return new UnreadableDocument('unknown_format', `This is ${what}: open it in Word or LibreOffice, save it as .docx and choose it again.`)
}

function damaged(): UnreadableDocument {
  const sentence = 'This file is damaged or unusual: open it in the program it came from and save it again, or paste the text instead.'
  return new UnreadableDocument('broken', sentence)
}
