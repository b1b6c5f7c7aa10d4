import type { Request, Response } from 'express'
import { cookie } from './cookies.ts'

const name = 'flash'

/** Leaves one sentence for the page that the browser is being sent to. */
export function flash(res: Response, sentence: string): void {
  res.cookie(name, sentence, { httpOnly: true, sameSite: 'lax', maxAge: 60_000, encode: encodeURIComponent })
}

/** The sentence left by the page before, once. */
export function takeFlash(req: Request, res: Response): string | null {
  const left = cookie(req, name)
  if (left === undefined) return null
  res.clearCookie(name, { httpOnly: true, sameSite: 'lax' })
  try {
    return decodeURIComponent(left)
  } catch {
    return null
  }
}
