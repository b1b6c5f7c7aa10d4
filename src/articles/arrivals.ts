import { UnreadableDocument } from '../documents/errors.ts'
import { maxSentences, tooManySentences } from '../documents/limits.ts'
import type { ReadDocument } from '../documents/types.ts'
import { Unusable } from '../errors.ts'
import type { Workers } from '../workers/pool.ts'
import { type Arrival, storable } from './articles.ts'
import type { GivenDetails } from './details.ts'
import type { Upload } from './upload.ts'

/** What a person pasted or chose. */
export interface Sent {
  text: string
  html: string
  file: Upload | null
}

/** Reads what came in, in a worker. Refuses with the field that what is wrong belongs to: `text` or `file`. */
export async function readSent(workers: Workers, { text, html, file }: Sent): Promise<ReadDocument> {
  if (file && text.trim() !== '')
    throw new Unusable('You pasted a text and chose a file as well: empty this box, or send the text without the file.', 'text')
  if (!file && text.trim() === '' && html.trim() === '')
    throw new Unusable('There is nothing here yet: paste the article, or choose a file.', 'text')
  return storable(
    await besideItsField(file ? 'file' : 'text', () =>
      file ? workers.readDocument(file.bytes, file.name) : workers.readPaste(text, html.trim() === '' ? null : html),
    ),
  )
}

/** Has the engine read a document for a desk's outlet: with that, it can be brought in. */
export async function readArrival(
  workers: Workers,
  document: ReadDocument,
  file: Upload | null,
  details: GivenDetails,
  deskOutlet: string,
): Promise<Arrival> {
  const reading = await besideItsField(file ? 'file' : 'text', () =>
    workers.readArticle(document.text, { outlet: details.outlet || deskOutlet, blocks: document.blocks }),
  )
  // Refused before the main thread goes through them.
  if (reading.sentences.length > maxSentences) throw new Unusable(tooManySentences().message, file ? 'file' : 'text')
  return { document, reading, details, fileName: file?.name.slice(0, 300) ?? '' }
}

async function besideItsField<T>(field: 'text' | 'file', read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw error instanceof UnreadableDocument ? new Unusable(error.message, field) : error
  }
}
