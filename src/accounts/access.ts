import { day } from '../web/words.ts'
import type { Request, Response } from 'express'
import type { Settings } from '../config.ts'
import { cookie } from '../web/cookies.ts'
import { Forbidden } from '../errors.ts'
import type { Frame } from '../web/render.ts'
import type { Access, Visit } from '../web/route.ts'
import { can, requireChecker } from './policy.ts'
import { findViewerIfAny, sessionDays } from './sessions.ts'
import type { Viewer } from './viewer.ts'

export interface SignedInVisit extends Visit {
  viewer: Viewer
}

/** Gives the handler its viewer; sends everybody else to sign in, and back afterwards where they only wanted to look. */
export const signedIn: Access<SignedInVisit> = {
  name: 'signed in',
  admit: (visit) => {
    const viewer = viewerOf(visit)
    if (viewer) return { ...visit, viewer, frame: frameFor(viewer) }
    const next = visit.req.method === 'GET' && visit.req.originalUrl !== '/' ? `?next=${encodeURIComponent(visit.req.originalUrl)}` : ''
    visit.res.redirect(303, `/sign-in${next}`)
    return null
  },
}

/** For those who may check on some desk: what anybody else sends is not even read. */
export const checkersOnly: Access<SignedInVisit> = {
  name: 'checkers only',
  admit: (visit) => {
    const admitted = signedIn.admit(visit)
    if (admitted) requireChecker(admitted.viewer)
    return admitted
  },
}

/** The viewer as they are at this moment: for a handler that has waited since it was admitted and is about to write. */
export function viewerNow(visit: SignedInVisit): Viewer {
  const viewer = viewerOf(visit)
  if (!viewer) throw new Forbidden('You were signed out before this was done, so nothing was changed. Sign in, and send it again.')
  return viewer
}

export const viewerOf = (visit: Pick<Visit, 'db' | 'req' | 'settings'>): Viewer | undefined =>
  findViewerIfAny(visit.db, sessionToken(visit.req, visit.settings))

/** What stands around every page of a signed-in person. */
export function frameFor(viewer: Viewer): Frame {
  const nav = [
    { href: '/', label: 'Board' },
    { href: '/sources', label: 'Sources' },
    { href: '/audits', label: 'Audits' },
    { href: '/history', label: 'History' },
    ...(viewer.desks.some((desk) => can(viewer, 'administer', desk.id)) ? [{ href: '/people', label: 'People' }] : []),
    { href: '/help', label: 'Help', key: '?' },
  ]
  return { nav, viewer: { name: viewer.name, href: '/account', day: day(new Date().toISOString()) }, shortcuts: viewer.shortcuts }
}

/** Behind TLS the cookie's name forbids browsers to take it from any other host or path. */
const cookieName = (settings: Settings): string => (settings.secure ? '__Host-linecheck' : 'linecheck')
export const sessionToken = (req: Request, settings: Settings): string | undefined => cookie(req, cookieName(settings))

export function setSessionCookie(res: Response, settings: Settings, token: string): void {
  res.cookie(cookieName(settings), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: settings.secure,
    path: '/',
    maxAge: sessionDays * 86_400_000,
  })
}

export function clearSessionCookie(res: Response, settings: Settings): void {
  res.clearCookie(cookieName(settings), { httpOnly: true, sameSite: 'lax', secure: settings.secure, path: '/' })
}
