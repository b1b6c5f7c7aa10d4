import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { Forbidden } from '../errors.ts'

/**
 * Refuses a post from another site, and one that does not say where it comes from.
 * Every browser says so by `Sec-Fetch-Site`, older ones by `Origin`; `Host` is what the visitor's own address bar holds.
 */
export const sameOrigin: RequestHandler = (req, _res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') return next()
  const site = req.get('Sec-Fetch-Site')
  const ours = site ? site === 'same-origin' : hostOf(req.get('Origin')) === req.get('Host')
  next(
    ours
      ? undefined
      : new Forbidden('This form came from another site, or did not say where it came from. Open the page here and send it again.'),
  )
}

const hostOf = (origin = ''): string | null => (URL.canParse(origin) ? new URL(origin).host : null)

/** Headers for every answer: nothing from elsewhere, nothing inline, framed by nobody, no address told to other sites. */
export function headers(secure: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'"],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    // Not `no-referrer`: under it browsers post `Origin: null`, and a newsroom reached by plain http could send no form.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure,
  })
}

/** Pages may hold secret drafts: no cache keeps them, the back button asks again. */
export const notStored: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store')
  next()
}
