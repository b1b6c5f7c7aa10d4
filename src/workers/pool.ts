import { Piscina } from 'piscina'
import { UnreadableDocument } from '../documents/errors.ts'
import { tooMuchMarkup } from '../documents/limits.ts'
import type { ReadDocument } from '../documents/types.ts'
import type { ReadOptions, Reading } from '../extraction/types.ts'
import { threadFile } from './thread-file.ts'
import { createTurns } from './turns.ts'
import type { Answer, Task } from './worker.ts'

export interface WorkerSettings {
  /** How many tasks run at once. */
  threads?: number
  /** How much memory one task may use for what it makes of a document. */
  maxMemoryMb?: number
  /** How long one task may take once its turn has come. */
  maxSeconds?: number
}

/** Reads what came from outside, in threads that may fail without harm. What cannot be read is refused as `UnreadableDocument`. */
export interface Workers {
  readDocument(bytes: Buffer, fileName: string): Promise<ReadDocument>
  readPaste(plain: string, html: string | null): Promise<ReadDocument>
  readArticle(text: string, options?: ReadOptions): Promise<Reading>
  /** Stops the threads; tasks under way are given up. */
  close(): Promise<void>
}

/** Makes the pool. No thread starts before the first task, and idle threads keep no process alive. */
export function createWorkers({ threads = 2, maxMemoryMb = 768, maxSeconds = 30 }: WorkerSettings = {}): Workers {
  let pool: Piscina | undefined
  let closed = false
  const takeTurn = createTurns(threads)

  async function run(task: Task): Promise<unknown> {
    const answer = await takeTurn(async () => {
      if (closed) throw new Error('The workers are closed.')
      pool ??= startPool(threads, maxMemoryMb)
      return runInTime(pool, task, maxSeconds)
    })
    if (!answer.ok) throw new UnreadableDocument(answer.reason, answer.message)
    return answer.value
  }

  return {
    readDocument: (bytes, fileName) => run({ work: 'readDocument', bytes, fileName }) as Promise<ReadDocument>,
    readPaste: (plain, html) => run({ work: 'readPaste', plain, html }) as Promise<ReadDocument>,
    readArticle: (text, options) => run({ work: 'readArticle', text, options }) as Promise<Reading>,
    async close() {
      closed = true
      await pool?.destroy()
    },
  }
}

function startPool(threads: number, maxMemoryMb: number): Piscina {
  const pool = new Piscina({
    ...threadFile(import.meta.url, './worker'),
    minThreads: 0,
    maxThreads: threads,
    // Kept warm: starting a thread and loading the engine costs more than the memory they hold.
    idleTimeout: Infinity,
    resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb, stackSizeMb: 4 },
  })
  // A thread that dies without a task has nobody to tell; without a listener it would end the process.
  pool.on('error', () => {})
  return pool
}

async function runInTime(pool: Piscina, task: Task, maxSeconds: number): Promise<Answer> {
  const outOfTime = new AbortController()
  const timer = setTimeout(() => outOfTime.abort(), maxSeconds * 1000)
  try {
    return (await pool.run(task, { signal: outOfTime.signal })) as Answer
  } catch (error) {
    if (outOfTime.signal.aborted) {
      const limit = `${maxSeconds} ${maxSeconds === 1 ? 'second' : 'seconds'}`
      throw new UnreadableDocument('took_too_long', `Reading this took longer than ${limit}: split it, or paste it without formatting.`)
    }
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      throw tooMuchMarkup()
    }
    throw error
  } finally {
    clearTimeout(timer)
  }
}
