import { Worker } from 'node:worker_threads'
import type { Weights } from './chain-trainer.ts'
import type { FoldJob } from './fold-worker.ts'
import { LABELS } from '../extraction/learned/labels.ts'
import type { RawSet } from './sets.ts'

export interface Trained {
  keys: Uint32Array
  weights: Weights
  /** 1 for the features that come from questions all chains ask. */
  shared: Uint8Array
}

/** What out-of-fold models think of every word: seven probabilities and the best label. */
export interface Opinions {
  probabilities: Float32Array
  paths: Uint8Array
  scores: Float32Array
  /** The moves of the model that judged the articles of each fold. */
  moves: Map<number, Float32Array>
  /** The model learned from everything. */
  full: Trained
}

export type Schedule = FoldJob['schedule']

/**
 * Trains one model on everything, and one without each fold, which judges the articles of that fold. `foldOf` gives an article's fold.
 * Runs `atOnce` trainings at a time.
 */
export async function trainFolds(
  name: string,
  set: RawSet,
  folds: number,
  foldOf: (article: number) => number,
  schedule: Schedule,
  options: { shared: Uint8Array; cut: number; atOnce: number; log?: (line: string) => void },
): Promise<Opinions> {
  const starts = Uint32Array.from(set.starts)
  const probabilities = new Float32Array(new SharedArrayBuffer(set.words * LABELS * 4))
  const paths = new Uint8Array(new SharedArrayBuffer(Math.max(1, set.words)))
  const scores = new Float32Array(new SharedArrayBuffer(set.words * LABELS * 4))
  const moves = new Map<number, Float32Array>()
  const all = [...set.article.keys()]
  const fold = set.article.map(foldOf)
  const job = (label: string, learn: number[], judge: number[], wantWeights: boolean): FoldJob => ({
    width: set.width,
    features: set.features.subarray(0, set.words * set.width),
    gold: set.gold,
    joints: set.joints,
    starts,
    learn: Uint32Array.from(learn),
    judge: Uint32Array.from(judge),
    probabilities,
    paths,
    scores,
    shared: options.shared,
    cut: options.cut,
    schedule,
    name: `${name} ${label}`,
    wantWeights,
  })
  const jobs: { fold: number | null; job: FoldJob }[] = [{ fold: null, job: job('all', all, [], true) }]
  for (let f = 0; f < folds; f++)
    jobs.push({
      fold: f,
      job: job(
        `fold ${f + 1}`,
        all.filter((k) => fold[k] !== f),
        all.filter((k) => fold[k] === f),
        false,
      ),
    })
  let full: Trained | null = null
  const waiting = [...jobs]
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const trained = await run(next.job, options.log)
      if (next.fold !== null) moves.set(next.fold, trained.moves)
      if (trained.full) full = trained.full
    }
  }
  await Promise.all(Array.from({ length: options.atOnce }, lane))
  if (!full) throw new Error('The training ended without a model')
  return { probabilities, paths, scores, moves, full }
}

function run(job: FoldJob, log?: (line: string) => void): Promise<{ full: Trained | null; moves: Float32Array }> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./fold-worker.ts', import.meta.url), {
      workerData: job,
      execArgv: ['--import', new URL('../workers/from-source.mjs', import.meta.url).href],
    })
    worker.on(
      'message',
      (message: {
        log?: string
        done?: boolean
        keys: Uint32Array | null
        weights: Weights | null
        moves: Float32Array
        shared: Uint8Array
      }) => {
        if (message.log) log?.(message.log)
        if (message.done)
          resolve({
            full: message.keys && message.weights ? { keys: message.keys, weights: message.weights, shared: message.shared } : null,
            moves: message.moves,
          })
      },
    )
    worker.on('error', reject)
    worker.on('exit', (code) => {
      if (code !== 0) reject(new Error(`A training ended with code ${code}`))
    })
  })
}
