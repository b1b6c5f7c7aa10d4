import type { Request, RequestHandler } from 'express'
import multer, { type StorageEngine } from 'multer'
import { maxFileBytes, maxTextBytes } from '../documents/limits.ts'

/** A file as it came: where it was larger than any file may be, only as much of it as shows that. */
export interface Upload {
  name: string
  bytes: Buffer
}

/** Keeps a file in memory, and of one that is too large no more than shows it, so that the fields after it still arrive. */
export const memory: StorageEngine = {
  _handleFile: (_req, file, done) => {
    const chunks: Buffer[] = []
    let size = 0
    file.stream.on('data', (chunk: Buffer) => {
      if (size <= maxFileBytes) chunks.push(chunk)
      size += chunk.length
    })
    file.stream.on('end', () => done(null, { buffer: Buffer.concat(chunks), size }))
  },
  _removeFile: (_req, _file, done) => done(null),
}

const read = multer({
  storage: memory,
  // Browsers send file names in the page's encoding.
  defParamCharset: 'utf8',
  // A line break is sent as two characters, and rich text is markup: the words themselves are measured once they have been read.
  limits: { files: 1, fields: 30, parts: 40, fieldSize: 8 * maxTextBytes },
}).single('file')

const problems = new WeakMap<Request, string>()

/** Reads the form of a new article. What cannot be read is no error yet: the page is shown again with what did arrive. */
export const articleForm: RequestHandler = (req, res, next) => {
  read(req, res, (error: unknown) => {
    if (error) problems.set(req, problemWith(error))
    next()
  })
}

/** What was wrong with the form as it was sent, in a sentence; null if it arrived whole. */
export const uploadProblem = (req: Request): string | null => problems.get(req) ?? null

/** The file that was chosen, if one was. */
export function uploadIn(req: Request): Upload | null {
  return req.file ? { name: req.file.originalname, bytes: req.file.buffer } : null
}

function problemWith(error: unknown): string {
  return error instanceof multer.MulterError && error.code === 'LIMIT_FIELD_VALUE'
    ? 'This text is longer than 2 MB: split it and bring in the parts one by one.'
    : 'What was sent did not arrive whole: paste the text or choose the file again, and send it once more.'
}
