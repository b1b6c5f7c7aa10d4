import express, { type Request, type RequestHandler } from 'express'
import { maxFileBytes } from '../documents/limits.ts'
import { Unusable } from '../errors.ts'
import * as multipart from '../web/multipart.ts'

const large = { passage: 128 * 1024, note: 128 * 1024 }
const withFile = multipart.multipartForm({ file: maxFileBytes, large })
const plain = express.urlencoded({ extended: false, limit: '1mb', inflate: false })

/** Reads the evidence form, with or without a file. What did not arrive whole is told by `uploadIn`, so that what did is not lost. */
export const evidenceBody: RequestHandler = (req, res, next) =>
  req.is('multipart/form-data') ? withFile(req, res, next) : plain(req, res, next)

/** The file that came with the form, if one was chosen. Throws `Unusable` where it cannot be kept, or something else was wrong with the form. */
export function uploadIn(req: Request): multipart.Upload | null {
  const spoilt = multipart.spoiltIn(req)
  if (spoilt?.what === 'field') throw tooLong(spoilt.name)
  if (spoilt?.what === 'all') throw tooLarge()
  if (spoilt) throw new Unusable('What was sent did not arrive whole. Choose the file again, and send the form once more.', 'file')
  const file = multipart.uploadIn(req)
  if (!file) return null
  if (file.bytes.length > maxFileBytes) throw tooLarge()
  if (file.bytes.length === 0) throw new Unusable('This file is empty. Choose another.', 'file')
  return { name: plainName(file.name), bytes: file.bytes }
}

const tooLong = (field: string): Unusable =>
  Object.hasOwn(large, field)
    ? new Unusable('This is far too long. Shorten it, choose the file again, and send the form once more.', field)
    : new Unusable('Something in this form is far too long. Shorten it, choose the file again, and send it once more.')

const tooLarge = (): Unusable =>
  new Unusable('This file is larger than 20 MB. Keep it elsewhere, and add a link or the passage you rely on.', 'file')

/** The last part of a name as some system wrote it, without what could not be shown or would turn the line round. */
export function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const shown = last.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, '').trim()
  return /^\.*$/.test(shown) ? 'file' : [...shown].slice(-200).join('')
}
