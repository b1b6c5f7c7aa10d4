import type { Request, Response } from 'express'
import { cookie } from './cookies.ts'

const name = 'flash'

/** The app's own setting that says whether cookies are only for https. */
export const secureCookies = 'secure cookies'

/** Leaves one sentence for the page that the browser is being sent to. */
export function flash(res: Response, sentence: string): void {
  res.cookie(name, sentence, { ...options(res), maxAge: 60_000, encode: encodeURIComponent })
}

/** The sentence left by the page before, once. */
export function takeFlash(req: Request, res: Response): string | null {
  const left = cookie(req, name)
  if (left === undefined) return null
  res.clearCookie(name, options(res))
  try {
    return decodeURIComponent(left)
  } catch {
    return null
  }
}

/** Secure wherever the session's cookie is: the app says so once. */
const options = (res: Response) => ({ httpOnly: true, sameSite: 'lax', secure: Boolean(res.app.get(secureCookies)) }) as const
