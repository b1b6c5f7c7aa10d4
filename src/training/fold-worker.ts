import { parentPort, workerData } from 'node:worker_threads'
import { bestPath, marginals } from './chain.ts'
import { trainChain } from './chain-trainer.ts'
import { indexFeatures } from './feature-index.ts'
import { LABELS as Y } from '../extraction/learned/labels.ts'

/** What one training run needs: the shared sequences, which of them to learn from, and which to judge afterwards. */
export interface FoldJob {
  width: number
  features: Uint32Array
  gold: Uint8Array
  joints: Uint8Array
  starts: Uint32Array
  learn: Uint32Array
  judge: Uint32Array
  /** Seven probabilities a word, written for the judged sequences. */
  probabilities: Float32Array
  paths: Uint8Array
  /** Log scores behind the probabilities, for decoding again. */
  scores: Float32Array
  /** Which of the templates all chains ask: 1 for each of them, 0 for the chain's own. */
  shared: Uint8Array
  cut: number
  schedule: { epochs: number; dropout: number; rate: number; averageFrom: number; seed: number; decay: number }
  name: string
  wantWeights: boolean
}

const job = workerData as FoldJob
const { width, starts } = job
const index = indexFeatures(
  job.features,
  [...job.learn].map((k) => [(starts[k] as number) * width, (starts[k + 1] as number) * width] as const),
  job.cut,
)
const dense = new Int32Array(job.features.length)
for (let k = 0; k < dense.length; k++) dense[k] = index.find(job.features[k] as number)
const weights = trainChain({ width, starts, gold: job.gold, joints: job.joints, features: dense }, job.learn, index.count, {
  ...job.schedule,
  log: (line) => parentPort?.postMessage({ log: `${job.name} ${line}` }, []),
})
for (const sequence of job.judge) {
  const from = starts[sequence] as number
  const n = (starts[sequence + 1] as number) - from
  const scores = new Float32Array(n * Y)
  for (let i = 0; i < n; i++)
    for (let f = 0; f < width; f++) {
      const id = dense[(from + i) * width + f] as number
      if (id >= 0) for (let y = 0; y < Y; y++) scores[i * Y + y] = (scores[i * Y + y] as number) + (weights.states[id * Y + y] as number)
    }
  const lattice = { scores, joints: job.joints.subarray(from, from + n), moves: weights.moves }
  job.scores.set(scores, from * Y)
  job.probabilities.set(marginals(lattice), from * Y)
  job.paths.set(bestPath(lattice), from)
}
// A feature belongs to the questions it was an answer to.
const shared = new Uint8Array(index.count)
if (job.wantWeights)
  for (let k = 0; k < dense.length; k++) if ((dense[k] as number) >= 0) shared[dense[k] as number] = job.shared[k % width] as number
parentPort?.postMessage(
  {
    done: true,
    shared,
    keys: job.wantWeights ? index.keys : null,
    weights: job.wantWeights ? weights : null,
    moves: weights.moves,
  },
  [],
)
