import type { Writable } from 'node:stream'
import type { Request, RequestHandler } from 'express'
import multer, { type StorageEngine } from 'multer'

/** A file as it came: where it was larger than any file may be, only as much of it as shows that. */
export interface Upload {
  name: string
  bytes: Buffer
}

/** What a form with a file may hold, in bytes. */
export interface Limits {
  file: number
  /** The fields that carry text, and how much each. All others are short. */
  large: Readonly<Record<string, number>>
}

/** What was wrong with a form as it was sent: a field was too long, all of it was, or it did not arrive whole. */
export type Spoilt = { what: 'field'; name: string } | { what: 'all' } | { what: 'broken' }

const maxShortField = 16 * 1024
const maxFields = 40
/** Of a file that is too large the rest is read and let go, so that the fields after it still arrive; but not without end. */
const maxRequest = 64 * 1024 * 1024

const spoilt = new WeakMap<Request, Spoilt>()

/** Reads a form with one file, named `file`. What cannot be read is no error yet: `spoiltIn` tells, and what did arrive is in the body. */
export function multipartForm({ file, large }: Limits): RequestHandler {
  const mostOf = (name: string): number => large[name] ?? maxShortField
  const mostInFields = Object.values(large).reduce((sum, most) => sum + most, maxFields * maxShortField)
  const options: multer.Options & { streamHandler(req: Request, parser: Writable): void } = {
    storage: inMemory(file),
    // Browsers send file names in the page's encoding.
    defParamCharset: 'utf8',
    limits: { files: 1, fields: maxFields, parts: maxFields + 1, fieldSize: Math.max(maxShortField, ...Object.values(large)) },
    streamHandler: (req, parser) => {
      giveUpOver(req, parser, mostInFields)
      req.pipe(parser)
    },
  }
  const read = multer(options).single('file')

  return (req, res, next) => {
    read(req, res, (error: unknown) => {
      const body = (req.body ?? {}) as Record<string, unknown>
      const tooLong = Object.keys(body).filter((name) => sizeOf(body[name]) > mostOf(name))
      for (const name of tooLong) delete body[name]
      const [name = nameIn(error)] = tooLong
      if (name !== null) spoilt.set(req, { what: 'field', name })
      else if (error) spoilt.set(req, { what: error instanceof TooMuch ? 'all' : 'broken' })
      next()
    })
  }
}

export const spoiltIn = (req: Request): Spoilt | null => spoilt.get(req) ?? null

/** The file that was chosen, if one was. */
export const uploadIn = (req: Request): Upload | null => (req.file ? { name: req.file.originalname, bytes: req.file.buffer } : null)

class TooMuch extends Error {}

/** Stops parsing once the fields together, or the whole request, are larger than any form: many long fields are no less than one. */
function giveUpOver(req: Request, parser: Writable, mostInFields: number): void {
  let inFields = 0
  let inAll = 0
  const count = (sum: number, most: number): number => {
    if (sum > most && !parser.destroyed) parser.destroy(new TooMuch())
    return sum
  }
  parser.on('field', (_name: string, value: unknown) => (inFields = count(inFields + sizeOf(value), mostInFields)))
  req.on('data', (chunk: Buffer) => (inAll = count(inAll + chunk.length, maxRequest)))
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value)
  return Array.isArray(value) ? value.reduce((sum: number, one) => sum + sizeOf(one), 0) : 0
}

const nameIn = (error: unknown): string | null =>
  error instanceof multer.MulterError && error.code === 'LIMIT_FIELD_VALUE' ? (error.field ?? null) : null

/** Keeps a file in memory, and of one that is too large no more than shows it. */
function inMemory(maxFile: number): StorageEngine {
  return {
    _handleFile: (_req, file, done) => {
      const chunks: Buffer[] = []
      let size = 0
      file.stream.on('data', (chunk: Buffer) => {
        if (size <= maxFile) chunks.push(chunk)
        size += chunk.length
      })
      file.stream.on('end', () => done(null, { buffer: Buffer.concat(chunks), size }))
    },
    _removeFile: (_req, _file, done) => done(null),
  }
}
