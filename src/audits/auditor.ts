import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { Viewer } from '../accounts/viewer.ts'
import type { Db } from '../db/open.ts'
import { threadFile } from '../workers/thread-file.ts'
import { openFigure, openPieces, type OpenedClaims, type OpenedPieces, type Page, type Progress, runAudit } from './run.ts'
import { openFindings, type OpenedFindings, type RuleProgress, runRules } from './rules/run.ts'
import type { Selection } from './selection.ts'
import type { AuditTask } from './thread.ts'

/** Makes audits beside the server. */
export interface Auditor {
  /** An audit when it is done, or after `patience` milliseconds what has been counted so far; asked again, it goes on from there. */
  audit(viewer: Viewer, selection: Selection, patience: number): Promise<{ done: boolean; progress: Progress }>
  /** The same of what the house rules find. */
  rules(viewer: Viewer, selection: Selection, patience: number): Promise<{ done: boolean; progress: RuleProgress }>
  /** One page of the claims that a figure counts. */
  claims(viewer: Viewer, selection: Selection, page: Page): Promise<OpenedClaims>
  /** One page of the pieces that a figure counts. */
  pieces(viewer: Viewer, selection: Selection, page: Page): Promise<OpenedPieces>
  /** One page of what a rule found. */
  findings(viewer: Viewer, selection: Selection, page: Page): Promise<OpenedFindings>
  /** Stops the threads; audits under way are given up. */
  close(): Promise<void>
}

/** What is counted piece by piece, and told while it goes on. */
interface Counted {
  audit: Progress
  rules: RuleProgress
}

/** An audit or a check by the rules under way. */
interface Job {
  latest: unknown
  done: boolean
  failed: unknown
  /** Whoever waits for the next that is told. */
  waiting: Set<() => void>
  asked: number
  abort: AbortController
}

/** An audit nobody has asked after for so long is given up, in milliseconds. */
const FORGOTTEN = 20_000

/** Audits of a database in a file are made in a thread; one in memory, as tests have it, is audited where it is. */
export function createAuditor(db: Db): Auditor {
  if (db.$client.memory) return inPlace(db)
  const file = db.$client.name
  const jobs = new Map<string, Job>()
  let pool: Piscina | undefined
  let closed = false

  /** Two, so that a figure opens while an audit is counted. */
  function run<Answer>(task: AuditTask, options: Parameters<Piscina['run']>[1] = {}): Promise<Answer> {
    if (closed) throw new Error('The auditor is closed.')
    pool ??= new Piscina({ ...threadFile(import.meta.url, './thread'), minThreads: 0, maxThreads: 2, idleTimeout: 60_000 })
    return pool.run(task, options) as Promise<Answer>
  }

  function begin(work: keyof Counted, viewer: Viewer, selection: Selection, key: string): Job {
    const job: Job = { latest: null, done: false, failed: null, waiting: new Set(), asked: Date.now(), abort: new AbortController() }
    jobs.set(key, job)
    const { port1, port2 } = new MessageChannel()
    const heard = (): void => {
      for (const wake of job.waiting) wake()
    }
    port1.on('message', (progress: unknown) => {
      job.latest = progress
      const awaited = job.waiting.size > 0
      heard()
      if (!awaited && Date.now() - job.asked > FORGOTTEN) job.abort.abort()
    })
    const task: AuditTask = { work, file, viewer, selection, port: port2 }
    void run<unknown>(task, { transferList: [port2], signal: job.abort.signal })
      .then(
        (whole) => {
          job.latest = whole
          job.done = true
        },
        (error: unknown) => {
          job.failed = error
          jobs.delete(key)
        },
      )
      .finally(() => {
        port1.close()
        heard()
      })
    return job
  }

  async function follow<Work extends keyof Counted>(work: Work, viewer: Viewer, selection: Selection, patience: number) {
    const key = JSON.stringify([work, viewer.id, viewer.desks, selection])
    const job = jobs.get(key) ?? begin(work, viewer, selection, key)
    job.asked = Date.now()
    const until = performance.now() + patience
    // Somebody who has waited long enough gets what there is, but never nothing.
    while (!job.done && job.failed === null && (job.latest === null || performance.now() < until))
      await nextOf(job, job.latest === null ? Infinity : until - performance.now())
    if (job.failed !== null) throw job.failed
    // The next who asks gets the records as they are then.
    if (job.done) jobs.delete(key)
    return { done: job.done, progress: job.latest as Counted[Work] }
  }

  return {
    audit: (viewer, selection, patience) => follow('audit', viewer, selection, patience),
    rules: (viewer, selection, patience) => follow('rules', viewer, selection, patience),
    claims: (viewer, selection, page) => run({ work: 'claims', file, viewer, selection, page }),
    pieces: (viewer, selection, page) => run({ work: 'pieces', file, viewer, selection, page }),
    findings: (viewer, selection, page) => run({ work: 'findings', file, viewer, selection, page }),
    async close() {
      closed = true
      await pool?.destroy()
    },
  }
}

function nextOf(job: Job, most: number): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer)
      job.waiting.delete(wake)
      resolve()
    }
    const timer = most === Infinity ? undefined : setTimeout(wake, Math.max(0, most))
    job.waiting.add(wake)
  })
}

function inPlace(db: Db): Auditor {
  return {
    audit: (viewer, selection) => Promise.resolve({ done: true, progress: db.transaction((tx) => runAudit(tx, viewer, selection)) }),
    rules: (viewer, selection) => Promise.resolve({ done: true, progress: db.transaction((tx) => runRules(tx, viewer, selection)) }),
    findings: (viewer, selection, page) => Promise.resolve(openFindings(db, viewer, selection, page)),
    claims: (viewer, selection, page) => Promise.resolve(openFigure(db, viewer, selection, page)),
    pieces: (viewer, selection, page) => Promise.resolve(openPieces(db, viewer, selection, page)),
    close: () => Promise.resolve(),
  }
}
