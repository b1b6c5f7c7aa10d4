import { randomBytes } from 'node:crypto'
import type { ErrorRequestHandler } from 'express'
import { Conflict, Forbidden, NotFound, Refusal, Unusable } from '../errors.ts'
import { type Frame, render } from './render.ts'
import { Busy } from './room.ts'

interface Answer {
  status: number
  title: string
  message: string
  id: string | null
}

/** The one place where a refusal becomes a status and a page. */
export function answerErrors(frameFor: (req: Parameters<ErrorRequestHandler>[1]) => Frame): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error)
    const answer = answerTo(error)
    if (answer.id) console.error(`${answer.id} ${req.method} ${req.path}`, error)
    const back = { href: '/', label: 'Back to the board' }
    try {
      render(
        { req, res, frame: frameFor(req) },
        'errors/error',
        { title: answer.title, message: answer.message, id: answer.id, back },
        answer.status,
      )
    } catch {
      res.status(answer.status).type('text').send(answer.message)
    }
  }
}

function answerTo(error: unknown): Answer {
  if (error instanceof NotFound) return { status: 404, title: 'Not found', message: error.message, id: null }
  if (error instanceof Forbidden) return { status: 403, title: 'Not yours to do', message: error.message, id: null }
  if (error instanceof Conflict) return { status: 409, title: 'Not possible now', message: error.message, id: null }
  if (error instanceof Busy) return { status: 503, title: 'Busy just now', message: error.message, id: null }
  if (error instanceof Unusable || error instanceof Refusal)
    return { status: 422, title: 'That did not work', message: error.message, id: null }
  const status = (error as { status?: unknown } | null)?.status
  if (status === 413)
    return { status, title: 'Too large', message: 'What was sent is too large. Text may have 2 MB, a file 20 MB.', id: null }
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return { status, title: 'That did not work', message: 'What was sent could not be read. Go back, and send the form again.', id: null }
  }
  const id = randomBytes(4).toString('hex')
  return {
    status: 500,
    title: 'Something broke',
    message: 'This is our fault, and nothing was changed. Whoever runs Linecheck finds it in the log under this number:',
    id,
  }
}
