import mammoth from 'mammoth'
import type { ReadDocument } from './types.ts'
import { UnreadableDocument } from './errors.ts'
import { readHtml } from './html.ts'
import { seemsToBe } from './signatures.ts'
import { checkZip } from './zip.ts'

/** Styles by the names that Word and LibreOffice give them, beside those mammoth knows already. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  "p[style-name='Quotations'] => blockquote:fresh",
  "p[style-name='Block Text'] => blockquote:fresh",
  'comment-reference => sup.comment',
]

/** Reads a DOCX file: its words, headings, lists and tables; footnotes and comments follow at the end, set aside. Pictures are left out. */
export async function readDocx(bytes: Buffer): Promise<Pick<ReadDocument, 'text' | 'blocks' | 'declared'>> {
  if (!checkZip(bytes).some((name) => /^word\/document.*\.xml$/i.test(name))) {
    const seems = seemsToBe(bytes) ?? 'something else'
    throw new UnreadableDocument('broken', `This file is named .docx but seems to be ${seems}: open it in Word and save it as .docx.`)
  }
  const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))
  const { value } = await mammoth.convertToHtml({ buffer: bytes }, { styleMap, convertImage, externalFileAccess: false })
  return { ...readHtml(setNotesAside(value)), declared: {} }
}

/**
 * Mammoth ends the page with lists of notes and comments. They become asides; a footnote keeps its mark in the text (it is a source the
 * writer gives), a comment loses it (it would come between the words of the copy).
 */
function setNotesAside(html: string): string {
  let notes = 0
  return html
    .replace(/<sup class="comment">.*?<\/sup>/g, '')
    .replace(/ ?<a href="#(?:footnote|endnote|comment)-ref-[^"]*">↑<\/a>/g, '')
    .replace(/<li id="(?:footnote|endnote)-[^"]*">(<p>)?/g, (_, paragraph = '') => `<li role="doc-footnote">${paragraph}[${(notes += 1)}] `)
    .replace(/<dl>/g, '<dl role="doc-endnotes">')
}
