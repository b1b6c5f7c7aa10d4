import type { ReadDocument } from './types.ts'
import { UnreadableDocument } from './errors.ts'
import { readHtml } from './html.ts'
import { checkText, maxFileBytes, tooMuchText } from './limits.ts'

/**
 * Reads what was pasted: the rich form if it holds words, so that paragraphs and headings are kept, else the plain form exactly as it is.
 * Throws `UnreadableDocument` and nothing else.
 */
export function readPaste(plain: string, html: string | null): ReadDocument {
  try {
    return readRich(html) ?? readPlain(plain)
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error
    throw new UnreadableDocument('broken', 'The pasted text is written in an unusual way: paste it without formatting instead.')
  }
}

function readRich(html: string | null): ReadDocument | null {
  if (html === null || html.trim() === '') return null
  if (html.length > maxFileBytes) throw tooMuchText()
  const { text, blocks } = readHtml(copiedPart(html))
  if (!/[\p{L}\p{N}]/u.test(text)) return null
  // What a pasted fragment says of itself is what the program it came from says, not the article.
  return { text: checkText(text, 'paste'), blocks, format: 'html', encoding: 'UTF-8', declared: {} }
}

function readPlain(plain: string): ReadDocument {
  if (plain.includes('\0')) {
    throw new UnreadableDocument('binary', 'What was pasted is not only text: copy the article again, without pictures or files.')
  }
  return { text: checkText(plain, 'paste'), blocks: [], format: 'text', encoding: 'UTF-8', declared: {} }
}

/** Windows puts a whole page on the clipboard, and marks the part that was copied. */
function copiedPart(html: string): string {
  const start = html.indexOf('<!--StartFragment')
  const end = html.lastIndexOf('<!--EndFragment')
  if (start === -1) return html
  const from = html.indexOf('-->', start) + 3
  return html.slice(from, end > from ? end : undefined)
}
