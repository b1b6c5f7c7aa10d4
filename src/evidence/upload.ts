import express, { type Request, type RequestHandler } from 'express'
import multer from 'multer'
import { memory } from '../articles/upload.ts'
import { maxFileBytes } from '../documents/limits.ts'
import { Unusable } from '../errors.ts'

const multipart = multer({
  storage: memory,
  // Browsers send file names in the page's encoding.
  defParamCharset: 'utf8',
  limits: { files: 1, fields: 40, parts: 50, fieldSize: 256 * 1024 },
}).single('file')
const plain = express.urlencoded({ extended: false, limit: '1mb' })

const spoilt = new WeakSet<Request>()

/** Reads the evidence form, with or without a file. What did not arrive whole is told by `uploadIn`, so that what did is not lost. */
export const evidenceBody: RequestHandler = (req, res, next) => {
  if (!req.is('multipart/form-data')) return plain(req, res, next)
  multipart(req, res, (error: unknown) => {
    if (error) spoilt.add(req)
    next()
  })
}

/** The file that came with the form, if one was chosen. Throws `Unusable` where it cannot be kept. */
export function uploadIn(req: Request): { name: string; bytes: Buffer } | null {
  if (spoilt.has(req)) throw new Unusable('What was sent did not arrive whole. Choose the file again, and send the form once more.', 'file')
  if (!req.file) return null
  if (req.file.buffer.length > maxFileBytes)
    throw new Unusable('This file is larger than 20 MB. Keep it elsewhere, and add a link or the passage you rely on.', 'file')
  if (req.file.buffer.length === 0) throw new Unusable('This file is empty. Choose another.', 'file')
  return { name: plainName(req.file.originalname), bytes: req.file.buffer }
}

/** The last part of a name as some system wrote it, without what could not be shown or would turn the line round. */
export function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const shown = last.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, '').trim()
  return /^\.*$/.test(shown) ? 'file' : [...shown].slice(-200).join('')
}
