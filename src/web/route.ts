import express, { type Express, type Request, type RequestHandler, type Response } from 'express'
import type { Context } from '../context.ts'
import { NotFound } from '../errors.ts'
import type { Frame } from './render.ts'
import { createRoom } from './room.ts'

/** One request, with what the app is made of and what stands around its page. */
export interface Visit extends Context {
  req: Request
  res: Response
  frame: Frame
}

/** Who may make a request at all. Returns what the handler gets, or answers the request itself and returns null. */
export interface Access<V extends Visit> {
  name: string
  admit(visit: Visit): V | null
}

/** Open to the world; a handler behind it has no viewer. */
export const anyone: Access<Visit> = { name: 'anyone', admit: (visit) => visit }

export interface Route {
  method: 'get' | 'post'
  path: string
  access: string
  answer(visit: Visit, formBody: RequestHandler): Promise<void>
}

type Handle<V> = (visit: V) => void | Promise<void>

export function get<V extends Visit>(path: string, access: Access<V>, handle: Handle<V>): Route {
  return {
    method: 'get',
    path,
    access: access.name,
    answer: async (visit) => {
      const admitted = access.admit(visit)
      if (admitted) await handle(admitted)
    },
  }
}

/** Reads a form of a few short fields. At a door that is all there is: a stranger gets no room for more. */
export const shortForm: RequestHandler = express.urlencoded({ extended: false, limit: '64kb', inflate: false })

/** What is shorter than this is read at once; what is longer waits for room, which it keeps until it has been dealt with. */
const atOnce = 256 * 1024
const room = createRoom(64 * 1024 * 1024, 10_000)

/**
 * The body is read only once the visitor has been admitted: a stranger's upload is never parsed.
 * A body may arrive slowly, so they are admitted again afterwards: the handler gets them as they are by then.
 */
export function post<V extends Visit>(path: string, access: Access<V>, handle: Handle<V>, body?: RequestHandler): Route {
  return {
    method: 'post',
    path,
    access: access.name,
    answer: async (visit, formBody) => {
      if (!access.admit(visit)) return
      const giveBack = body === shortForm ? () => {} : await roomFor(visit.req)
      try {
        // Whoever went away while waiting sends nothing any more: there would be no end to wait for.
        if (visit.req.destroyed) return
        await readBody(body ?? formBody, visit.req, visit.res)
        const admitted = access.admit(visit)
        if (admitted) await handle(admitted)
      } finally {
        giveBack()
      }
    },
  }
}

/** Puts the site map on the app. Express 5 passes a rejected promise to the error handler. */
export function mount(app: Express, context: Context, routes: readonly Route[], frame: Frame, formBody: RequestHandler): void {
  for (const route of routes) app[route.method](route.path, (req, res) => route.answer({ ...context, req, res, frame }, formBody))
}

/** Every browser says how much it sends; what does not may be of any length. */
function roomFor(req: Request): Promise<() => void> | (() => void) {
  const announced = req.get('Content-Length')
  const bytes = announced === undefined && req.get('Transfer-Encoding') !== undefined ? Infinity : Number(announced ?? 0)
  return bytes > atOnce ? room.take(bytes) : () => {}
}

function readBody(read: RequestHandler, req: Request, res: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    void read(req, res, (error?: unknown) => (error ? reject(error as Error) : resolve()))
  })
}

/** A positive whole number from the path; anything else is a page that does not exist. */
export function id(req: Request, name: string): number {
  const value = Number(req.params[name])
  if (!Number.isSafeInteger(value) || value < 1) throw new NotFound('page')
  return value
}
