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

/** Refuses a text with nothing to check in it, or with too much. */
export function checkText(text: string, what: 'file' | 'paste'): string {
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new UnreadableDocument('empty', what === 'file'
      ? 'This file holds no text: choose another file, or paste the article instead.'
      : 'There is no text here: paste the article and try again.')
  }
  // UTF-8 never takes fewer bytes than there are UTF-16 units, so the cheap test comes first.
  if (text.length > maxTextBytes || Buffer.byteLength(text) > maxTextBytes) throw tooMuchText()
  return text
}

export function tooMuchText(): UnreadableDocument {
  return new UnreadableDocument('too_large', `This text is longer than ${maxTextBytes / megabyte} MB: split it and bring in the parts one by one.`)
}

export function checkFileSize(bytes: Buffer): void {
  if (bytes.length > maxFileBytes) {
    throw new UnreadableDocument('too_large', `This file is larger than ${maxFileBytes / megabyte} MB: remove its pictures, or paste the text instead.`)
  }
  if (bytes.length === 0) throw new UnreadableDocument('empty', 'This file is empty: check that it was saved, and choose it again.')
}
