import type { Request } from 'express'
import { maxFileBytes, maxTextBytes } from '../documents/limits.ts'
import { multipartForm, spoiltIn } from '../web/multipart.ts'

export { type Upload, uploadIn } from '../web/multipart.ts'

/**
 * Reads the form of a new article. A line break is sent as two characters, and rich text is markup:
 * the words themselves are measured once they have been read.
 */
export const articleForm = multipartForm({ file: maxFileBytes, large: { text: 2 * maxTextBytes, html: 8 * maxTextBytes } })

/** What was wrong with the form as it was sent, in a sentence; null if it arrived whole. */
export function uploadProblem(req: Request): string | null {
  const spoilt = spoiltIn(req)
  if (!spoilt) return null
  if (spoilt.what === 'field' && (spoilt.name === 'text' || spoilt.name === 'html'))
    return 'This text is longer than 2 MB: split it and bring in the parts one by one.'
  if (spoilt.what === 'field')
    return 'Something in this form is far too long: shorten it, choose the file again if there was one, and send it once more.'
  if (spoilt.what === 'all')
    return 'What was sent is far too large. A text may have 2 MB, a file 20 MB: split it, and send the parts one by one.'
  return 'What was sent did not arrive whole: paste the text or choose the file again, and send it once more.'
}
