import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { Conflict } from '../errors.ts'
import type { StoredFile } from './schema.ts'
import { isKept, pathOf } from './store.ts'

/** Sends a stored file as a download, and as nothing else: no browser shows it, runs it or guesses what it is. */
export async function sendFile(req: Request, res: Response, dataFolder: string, file: StoredFile, name: string): Promise<void> {
  if (!(await isKept(dataFolder, file.sha256, file.size))) {
    throw new Conflict(
      'This file is not in the data folder as it was stored. Whoever runs Linecheck finds out more with `linecheck verify`.',
    )
  }
  res.set({
    'Content-Type': file.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : file.mediaType,
    'Content-Length': String(file.size),
    'Content-Disposition': `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${encodedName(name)}`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'no-store',
  })
  if (req.method === 'HEAD') return void res.end()
  try {
    await pipeline(createReadStream(pathOf(dataFolder, file.sha256)), res)
  } catch (error) {
    // A reader who went away is no fault of ours.
    if (!res.destroyed) throw error
  }
}

/** For programs that know no RFC 5987. */
const asciiName = (name: string): string => name.replace(/[^\w .-]/g, '_')

const encodedName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
