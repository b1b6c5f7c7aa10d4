import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeSetupLink } from './accounts/joining.ts'
import { addressOf } from './accounts/pages.ts'
import { createApp } from './app.ts'
import { createAuditor } from './audits/auditor.ts'
import { onPort, type Settings } from './config.ts'
import { type DataFolder, importsIn, openDataFolder } from './data-folder.ts'
import { createImporter } from './imports/importer.ts'
import type { Db } from './db/open.ts'
import { Refusal } from './errors.ts'
import { createWorkers, type Workers } from './workers/pool.ts'

export interface Running {
  settings: Settings
  db: Db
  workers: Workers
  /** Ends what is under way, then lets everything go. */
  stop(): Promise<void>
}

/** How long answers under way may take once Linecheck is asked to stop. */
const secondsToFinish = 3

/** Starts Linecheck. The port comes first: while another process has it, nothing is touched. */
export async function start(wanted: Settings): Promise<Running> {
  const door = createDoor()
  const settings = onPort(wanted, await listen(door.server, wanted))
  let data: DataFolder
  try {
    data = await openDataFolder(settings.dataFolder)
  } catch (error) {
    await door.close()
    throw error
  }
  const { db } = data
  const workers = createWorkers()
  const auditor = createAuditor(db)
  const importer = createImporter(db, workers, importsIn(settings.dataFolder))
  door.open(createApp({ db, settings, workers, auditor, importer }))
  importer.wake()
  return {
    settings,
    db,
    workers,
    async stop() {
      await door.close()
      await importer.close()
      await Promise.all([workers.close(), auditor.close()])
      data.close()
    },
  }
}

/** The address of a new setup link, or null once anybody has an account. */
export function newSetupAddress({ db, settings }: Pick<Running, 'db' | 'settings'>): string | null {
  const link = makeSetupLink(db)
  return link && addressOf(settings, link.path)
}

/**
 * Resolves when the process is asked to stop. A signal well after the first ends it at once;
 * one right after it is the same request, passed on by npm as well as by the terminal.
 */
export function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | null = null
    const hear = (): void => {
      if (first !== null && Date.now() - first > 500) process.exit(1)
      first ??= Date.now()
      resolve()
    }
    process.on('SIGTERM', hear).on('SIGINT', hear)
  })
}

const notYet: RequestListener = (_req, res) => {
  res.writeHead(503, { 'Retry-After': '2', 'Content-Type': 'text/plain' }).end('Linecheck is starting.\n')
}

/** A server that says to wait until it is opened, and that closes without cutting answers short. */
function createDoor(): { server: Server; open(app: RequestListener): void; close(): Promise<void> } {
  const underWay = new Set<ServerResponse>()
  let closing = false
  let answer = notYet
  const server = createServer((req, res) => {
    underWay.add(res)
    if (closing) res.setHeader('Connection', 'close')
    res.once('close', () => {
      underWay.delete(res)
      if (closing) server.closeIdleConnections()
    })
    answer(req, res)
  })
  return {
    server,
    open: (app) => {
      answer = app
    },
    close: () =>
      new Promise((resolve) => {
        closing = true
        for (const res of underWay) if (!res.headersSent) res.setHeader('Connection', 'close')
        const deadline = setTimeout(() => server.closeAllConnections(), secondsToFinish * 1000)
        server.close(() => {
          clearTimeout(deadline)
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}

/** Takes the port and returns it. */
function listen(server: Server, { host, port }: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusalFor(error, host, port)))
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}

function refusalFor(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new Refusal(`Port ${port} on ${host} is in use. Stop what uses it, or set PORT to another port; nothing was changed.`)
  if (error.code === 'EACCES')
    return new Refusal(`Linecheck may not listen on port ${port}. Set PORT to one above 1023; nothing was changed.`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') {
    return new Refusal(
      `This machine has no address ${host} to listen on. Set HOST to one that it has, or leave it out; nothing was changed.`,
    )
  }
  return error
}
