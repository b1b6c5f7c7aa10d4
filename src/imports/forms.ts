import type { Request } from 'express'
import { z } from 'zod'
import { publications } from '../articles/schema.ts'
import { idField } from '../web/forms.ts'
import { multipartForm, spoiltIn } from '../web/multipart.ts'

/** The largest upload; what is larger comes by `linecheck import`. */
const maxUploadBytes = 60 * 1024 * 1024

export const uploadForm = multipartForm({ file: maxUploadBytes, large: {} })

export const newImportForm = z.object({
  publication: z.enum(publications, 'Say whether these are drafts or have been published.'),
  deskId: idField('Choose a desk.'),
})

/** What was wrong with the upload, in a sentence; null if it arrived whole. `size`: of the file, null where none was chosen. */
export function uploadProblem(req: Request, size: number | null): string | null {
  if (spoiltIn(req) || (size ?? 0) > maxUploadBytes)
    return 'This is larger than 60 MB, or did not arrive whole: split it, or ask whoever runs Linecheck to use “linecheck import” on the server.'
  if (size === null) return 'Choose a file first: a .zip of articles, or a table as .csv or .jsonl.'
  if (size === 0) return 'This file is empty: check that it was saved, and choose it again.'
  return null
}

export const pageIn = (req: Request): number => z.coerce.number().int().min(1).max(100_000).catch(1).parse(req.query.page)
