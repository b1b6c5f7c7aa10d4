import { UnreadableDocument, type UnreadableReason } from '../documents/errors.ts'
import type { ReadDocument } from '../documents/types.ts'
import type { ReadOptions, Reading } from '../extraction/types.ts'

/** One piece of work for a worker thread. */
export type Task =
  | { work: 'readDocument'; bytes: Uint8Array; fileName: string }
  | { work: 'readPaste'; plain: string; html: string | null }
  | { work: 'readArticle'; text: string; options: ReadOptions | undefined }

/** What a worker answers: errors lose their class between threads, so a refusal travels as plain data. */
export type Answer = { ok: true; value: ReadDocument | Reading } | { ok: false; reason: UnreadableReason; message: string }

/** Does one task in a worker thread. Each reader is loaded when it is first needed: the engine is heavy, a text file is not. */
export default async function perform(task: Task): Promise<Answer> {
  try {
    return { ok: true, value: await read(task) }
  } catch (error) {
    if (error instanceof UnreadableDocument) return { ok: false, reason: error.reason, message: error.message }
    throw error
  }
}

async function read(task: Task): Promise<ReadDocument | Reading> {
  switch (task.work) {
    case 'readDocument': {
      const { readDocument } = await import('../documents/read.ts')
      return readDocument(Buffer.from(task.bytes.buffer, task.bytes.byteOffset, task.bytes.byteLength), task.fileName)
    }
    case 'readPaste': {
      const { readPaste } = await import('../documents/paste.ts')
      return readPaste(task.plain, task.html)
    }
    case 'readArticle': {
      const { readArticle } = await import('../extraction/read.ts')
      return readArticle(task.text, task.options)
    }
  }
}
