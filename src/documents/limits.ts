import { UnreadableDocument } from './errors.ts'

const megabyte = 1024 * 1024

/** The longest text that is taken in, in bytes of UTF-8: some 300,000 words. */
export const maxTextBytes = 2 * megabyte

/** The largest file that is taken in. */
export const maxFileBytes = 20 * megabyte

/** How large a DOCX file may become when unpacked: all of it, any one page of its markup, and how many files it may hold. */
export const maxUnpackedBytes = 100 * megabyte
export const maxPartBytes = 24 * megabyte
export const maxZipEntries = 2000

/** How many times its own size a DOCX file may unpack to, once it unpacks to more than `ratioMattersFrom`. */
export const maxUnpackedRatio = 150
export const ratioMattersFrom = 10 * megabyte

/**
 * How many tags a page or a part of a DOCX file may hold, and how many tags, attributes and character references together. A thread that
 * runs out of memory in one large step takes the whole process with it, so nothing may come near: these keep a document under half a limit.
 */
export const maxTags = 250_000
export const maxMarks = 750_000

/** How deep elements may stand in one another. Pages stay under a hundred; the parser's work grows with the square of this. */
export const maxDepth = 2000

/** How many sentences an article may have: more than any checking desk reads, and as many rows as a page can be answered from in time. */
export const maxSentences = 5_000

/** Refuses a text with nothing to check in it, or with too much: too long, or of too many paragraphs. */
export function checkText(text: string, what: 'file' | 'paste'): string {
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new UnreadableDocument(
      'empty',
      what === 'file'
        ? 'This file holds no text: choose another file, or paste the article instead.'
        : 'There is no text here: paste the article and try again.',
    )
  }
  // UTF-8 never takes fewer bytes than there are UTF-16 units, so the cheap test comes first.
  if (text.length > maxTextBytes || Buffer.byteLength(text) > maxTextBytes) throw tooMuchText()
  checkParagraphs(text)
  return text
}

/** Refuses a text that must have too many sentences, since it has more paragraphs, before anybody reads them one by one. */
function checkParagraphs(text: string): void {
  let paragraphs = 0
  let apart = true
  for (let from = 0; from < text.length; ) {
    const next = text.indexOf('\n', from)
    const end = next === -1 ? text.length : next
    const blank = text.slice(from, end).trim() === ''
    if (!blank && apart) paragraphs += 1
    apart = blank
    from = end + 1
  }
  if (paragraphs > maxSentences) throw tooManySentences()
}

/** The sentence for a text of too many sentences. */
export function tooManySentences(): UnreadableDocument {
  const most = maxSentences.toLocaleString('en-GB')
  return new UnreadableDocument('too_large', `This text has more than ${most} sentences: split it and bring in the parts one by one.`)
}

/** The sentence for a text that is too long. */
export function tooMuchText(): UnreadableDocument {
  const most = `${maxTextBytes / megabyte} MB`
  return new UnreadableDocument('too_large', `This text is longer than ${most}: split it and bring in the parts one by one.`)
}

export interface MarkupWeight {
  tags: number
  marks: number
}

/** What a piece of markup weighs. Counts high: whatever could begin an attribute counts as one. */
export function weigh(markup: string | Buffer): MarkupWeight {
  const weight = { tags: 0, marks: 0 }
  let space = false
  for (let at = 0; at < markup.length; at += 1) {
    const code = typeof markup === 'string' ? markup.charCodeAt(at) : (markup[at] ?? 0)
    const afterSpace = space
    space = code <= 0x20
    if (code === 0x3c) weight.tags += 1
    // A less-than sign, an ampersand, an equals sign, a slash, or the first letter after a run of spaces.
    if (code === 0x3c || code === 0x26 || code === 0x3d || code === 0x2f || (afterSpace && !space)) weight.marks += 1
  }
  return weight
}

/** Refuses markup that would fill the memory, before anything is made of it. */
export function checkWeight({ tags, marks }: MarkupWeight): void {
  if (tags > maxTags || marks > maxMarks) throw tooMuchMarkup()
}

/** The sentence for a document whose markup is out of all proportion. */
export function tooMuchMarkup(): UnreadableDocument {
  const sentence = 'This document is too complicated to read: split it, or paste the text without formatting.'
  return new UnreadableDocument('too_much_memory', sentence)
}

/** The sentence for markup whose elements stand too deep in one another. */
export function tooDeeplyNested(): UnreadableDocument {
  const most = maxDepth.toLocaleString('en-GB')
  const sentence = `This document is nested more than ${most} levels deep: paste the text without formatting instead.`
  return new UnreadableDocument('too_much_memory', sentence)
}

/** Refuses a file that is empty or too large to look into. */
export function checkFileSize(bytes: Buffer): void {
  const most = `${maxFileBytes / megabyte} MB`
  if (bytes.length === 0) throw new UnreadableDocument('empty', 'This file is empty: check that it was saved, and choose it again.')
  if (bytes.length > maxFileBytes) {
    throw new UnreadableDocument('too_large', `This file is larger than ${most}: remove its pictures, or paste the text instead.`)
  }
}
