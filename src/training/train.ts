import { statSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { BEGINS_IN_TRAINING, type Candidate, candidatesOf } from '../extraction/learned/candidates.ts'
import type { Stretch } from '../extraction/learned/columns.ts'
import { type CueLexicon, lexiconOf, RARE } from '../extraction/learned/cue-lexicon.ts'
import { EVIDENCE, evidenceFor } from '../extraction/learned/decision.ts'
import { ALL_COLUMNS } from '../extraction/learned/column-names.ts'
import { questionsOf } from '../extraction/learned/features.ts'
import { fillFrame } from '../extraction/learned/frame-columns.ts'
import { CUE, LABELS } from '../extraction/learned/labels.ts'
import { GRANTED } from '../extraction/learned/look.ts'
import { LEXICON_FILE, WEIGHTS_FILE } from '../extraction/learned/load.ts'
import { orphansOf } from '../extraction/learned/orphans.ts'
import { type Proposal, proposalsOf } from '../extraction/learned/proposals.ts'
import { FRAME_TEMPLATES, FRAME_WORD_TEMPLATES, SECOND_TEMPLATES, TAGGER_TEMPLATES } from '../extraction/learned/templates.ts'
import { type PackedChain, type PackedRows, packModel } from '../extraction/learned/weights.ts'
import { trainBoosted } from './boosting.ts'
import { bestPath } from './chain.ts'
import { type MarkedAttribution, readCorpus } from './corpus.ts'
import { bound, fillFeatures } from './features.ts'
import { type Opinions, type Schedule, type Trained, trainFolds } from './folds.ts'
import { layOutAgain, trainingSheet } from './looks.ts'
import { countLemmas, labelsOf, layOutArticle, stretchesOf, sumCounts, within } from './prepare.ts'
import { RawSet } from './sets.ts'

/** Every model is trained once on all articles, and once without each fifth of them, to see how it does on what it has not seen. */
const FOLDS = 5
const foldOf = (article: number): number => article % FOLDS

/** Settings found on a tenth of the train part that was held out for it. */
const TAGGER: Schedule = { epochs: 8, dropout: 0.7, rate: 0.01, averageFrom: 5, seed: 7, decay: 0.02 }
const FRAMES: Schedule = { epochs: 5, dropout: 0.7, rate: 0.007, averageFrom: 3, seed: 7, decay: 0.02 }
const DECISION = { trees: 150, depth: 5, rate: 0.08, least: 20, penalty: 2 }
/** Features seen less often are not kept. */
const TAGGER_CUT = 3
const FRAMES_CUT = 4
/** So many features of each chain go into the file: those with the largest weights. More of them read no better. */
const KEPT = { tagger: 100_000, second: 110_000, frames: 90_000 }

interface Piece {
  article: number
  stretch: Stretch
  lexicon: CueLexicon
  /** First word among the words of all pieces. */
  base: number
}

const log = (line: string): void => void process.stdout.write(`${process.uptime().toFixed(0).padStart(5)} s  ${line}\n`)

/** `npm run train -- --corpus FOLDER`: learns everything the engine learns from the corpus's train part, and writes it beside the engine. */
async function train(): Promise<void> {
  const { values } = parseArgs({
    options: { corpus: { type: 'string' }, out: { type: 'string' }, part: { type: 'string', default: 'train' } },
  })
  if (!values.corpus) throw new Error('Say where the corpus lies: npm run train -- --corpus FOLDER')
  const articles = readCorpus(path.join(values.corpus, values.part)).map(layOutArticle)
  const counts = articles.map(countLemmas)
  const total = sumCounts(counts)
  let words = 0
  const pieces: Piece[] = articles.flatMap((laidOut, article) => {
    const lexicon = lexiconOf(total, counts[article])
    return stretchesOf(laidOut, lexicon).map((stretch) => {
      const piece = { article, stretch, lexicon, base: words }
      words += stretch.tokens.length
      return piece
    })
  })
  const marked = articles.map(({ article }) => article.attributions)
  log(`${articles.length} articles, ${words} words, ${marked.flat().length} attributions`)
  const first = await lookOver('first look', pieces, words, marked, null)
  const second = await lookOver('second look', pieces, words, marked, first)
  const { opinions: frames, read } = await readFrames(pieces, second, marked)
  const decision = decide(pieces, second, frames, read, marked)
  const bytes = packModel({
    tagger: pack(first.full, KEPT.tagger),
    second: pack(second.full, KEPT.second),
    frames: pack(frames.full, KEPT.frames),
    decision,
  })
  const rows = [...total].filter(([, [, , all]]) => all >= RARE).sort(([a], [b]) => (a < b ? -1 : 1))
  const folder = values.out
  const weightsFile = folder ? path.join(folder, 'weights.bin') : WEIGHTS_FILE
  writeFileSync(weightsFile, bytes)
  writeFileSync(
    folder ? path.join(folder, 'cue-words.tsv') : LEXICON_FILE,
    rows.map(([lemma, row]) => `${lemma}\t${row.join('\t')}\n`).join(''),
  )
  log(`weights: ${(statSync(weightsFile).size / 1e6).toFixed(2)} MB; lexicon: ${rows.length} lemmas`)
}

/** Trains the first or, with the first's opinions, the second look. */
async function lookOver(
  name: string,
  pieces: readonly Piece[],
  words: number,
  marked: readonly MarkedAttribution[][],
  before: Opinions | null,
): Promise<Opinions> {
  const lines = TAGGER_TEMPLATES.trim() + (before ? `\n${SECOND_TEMPLATES.trim()}` : '')
  const width = lines.split('\n').length
  const set = new RawSet(width, words)
  const questions = questionsOf(lines, ALL_COLUMNS)
  for (const { article, stretch, base } of pieces) {
    const n = stretch.tokens.length
    const columns = before ? layOutAgain(trainingSheet, stretch, opinionOn(before, base, n)) : Object.values(stretch.columns)
    fillFeatures(bound(questions, columns), 0, n, set.features, base * width)
    set.gold.set(labelsOf(stretch.tokens, marked[article] ?? []), base)
    set.joints.set(stretch.joints, base)
    set.close(n, article)
  }
  log(`${name}: ${width} features a word`)
  return trainFolds(name, set, FOLDS, foldOf, TAGGER, { shared: sharedIn(lines), cut: TAGGER_CUT, atOnce: lanes(), log })
}

const asked = new Set(TAGGER_TEMPLATES.trim().split('\n'))
const sharedIn = (lines: string): Uint8Array => Uint8Array.from(lines.split('\n'), (line) => (asked.has(line) ? 1 : 0))

const lanes = (): number => Math.max(1, Math.min(3, availableParallelism()))

function opinionOn({ probabilities, paths }: Opinions, base: number, n: number): [Float32Array, Uint8Array] {
  return [probabilities.subarray(base * LABELS, (base + n) * LABELS), paths.subarray(base, base + n)]
}

/** The candidates of one piece, and where each of their windows lies among the words of the frame reader's set. */
type Read = { candidate: Candidate; at: number }[][]

/** Trains the reader of frames on every candidate that the second look (or the rules) proposes. */
async function readFrames(
  pieces: readonly Piece[],
  second: Opinions,
  marked: readonly MarkedAttribution[][],
): Promise<{ opinions: Opinions; read: Read }> {
  const lines = `${FRAME_WORD_TEMPLATES.trim()}\n${FRAME_TEMPLATES.trim()}`
  const width = lines.split('\n').length
  const candidates = pieces.map(({ stretch, base }) =>
    candidatesOf(stretch, opinionOn(second, base, stretch.tokens.length)[0], BEGINS_IN_TRAINING),
  )
  const words = candidates.flat().reduce((sum, { window: [from, to] }) => sum + to - from, 0)
  const set = new RawSet(width, words)
  const questions = questionsOf(lines, ALL_COLUMNS)
  const read: Read = []
  for (const [k, { article, stretch, base }] of pieces.entries()) {
    const n = stretch.tokens.length
    const templates = bound(questions, layOutAgain(trainingSheet, stretch, opinionOn(second, base, n)))
    const owner = cueOwners(stretch, marked[article] ?? [])
    read.push(
      (candidates[k] ?? []).map((candidate) => {
        const [from, to] = candidate.window
        fillFrame(trainingSheet, stretch, candidate)
        fillFeatures(templates, from, to, set.features, set.words * width)
        const gold = owner.get(
          [...Array(candidate.to - candidate.from).keys()].map((d) => candidate.from + d).find((at) => owner.has(at)) ?? -1,
        )
        if (gold) {
          const labels = labelsOf(stretch.tokens, [gold]).subarray(from, to)
          set.gold.set(labels, set.words)
          // What goes on from before the window begins in it.
          const opening = labels[0] ?? 0
          if (opening > 0 && opening % 2 === 0) set.gold[set.words] = opening - 1
        }
        set.joints.set(stretch.joints.subarray(from, to), set.words)
        const at = set.words
        set.close(to - from, article)
        return { candidate, at }
      }),
    )
  }
  log(`frames: ${candidates.flat().length} candidates, ${words} words, ${width} features a word`)
  return {
    opinions: await trainFolds('frames', set, FOLDS, foldOf, FRAMES, { shared: sharedIn(lines), cut: FRAMES_CUT, atOnce: lanes(), log }),
    read,
  }
}

function cueOwners({ tokens }: Stretch, attributions: readonly MarkedAttribution[]): Map<number, MarkedAttribution> {
  const owners = new Map<number, MarkedAttribution>()
  for (const attribution of attributions)
    for (const span of attribution.cue) for (const k of within(tokens, span)) owners.set(k, attribution)
  return owners
}

/** Trains the decision between proposals; a proposal is right when its content agrees with a marked one by at least half. */
function decide(pieces: readonly Piece[], second: Opinions, frames: Opinions, read: Read, marked: readonly MarkedAttribution[][]) {
  const rows: number[][] = []
  const right: number[] = []
  for (const [k, { article, stretch, lexicon, base }] of pieces.entries()) {
    const moves = frames.moves.get(foldOf(article))
    if (!moves) continue
    const [probabilities, tags] = opinionOn(second, base, stretch.tokens.length)
    const proposals: Proposal[] = (read[k] ?? []).flatMap(({ candidate, at }) => {
      const { window } = candidate
      const [from, to] = [at * LABELS, (at + window[1] - window[0]) * LABELS]
      const scores = frames.scores.slice(from, to)
      const head = (candidate.from - window[0]) * LABELS + CUE
      scores[head] = (scores[head] as number) + GRANTED
      const best = bestPath({ scores, joints: stretch.joints.subarray(...window), moves })
      return proposalsOf({ candidate, probabilities: frames.probabilities.subarray(from, to), best }, tags)
    })
    proposals.push(...orphansOf(stretch, probabilities, tags, proposals))
    const golds = (marked[article] ?? []).map((attribution) => contentWords(stretch, attribution)).filter((gold) => gold.inside.size > 0)
    for (const proposal of proposals) {
      rows.push(evidenceFor(proposal, proposals, stretch, tags, lexicon))
      right.push(golds.some((gold) => agreement(proposal.content, gold) >= 0.5) ? 1 : 0)
    }
  }
  const flat = new Float32Array(rows.length * EVIDENCE.length)
  for (const [k, row] of rows.entries()) flat.set(row, k * EVIDENCE.length)
  const decision = trainBoosted(flat, EVIDENCE.length, Uint8Array.from(right), DECISION)
  log(`decision: ${rows.length} proposals, ${right.reduce((sum, value) => sum + value, 0)} of them right`)
  return decision
}

function contentWords({ tokens }: Stretch, { content }: MarkedAttribution): { inside: Set<number>; outside: number } {
  const first = tokens[0]?.start ?? 0
  const last = tokens.at(-1)?.end ?? 0
  const inside = new Set(content.flatMap((span) => within(tokens, span)))
  // Six characters stand for a word where the words themselves lie elsewhere.
  const outside = content.reduce(
    (sum, [from, to]) => sum + Math.max(0, Math.min(to, first) - from) + Math.max(0, to - Math.max(from, last)),
    0,
  )
  return { inside, outside: Math.round(outside / 6) }
}

function agreement(content: readonly number[], gold: { inside: ReadonlySet<number>; outside: number }): number {
  let shared = 0
  for (const k of content) if (gold.inside.has(k)) shared++
  return shared / (content.length + gold.inside.size - shared + gold.outside)
}

/** Rounds weights to whole numbers of one byte, and leaves out the features that say least. */
function pack({ keys, weights, shared }: Trained, most: number): PackedChain {
  const tops = Float32Array.from(keys, (_, row) => {
    let top = 0
    for (let label = 0; label < LABELS; label++) top = Math.max(top, Math.abs(weights.states[row * LABELS + label] as number))
    return top
  })
  const sorted = tops.slice().sort()
  const largest = sorted.at(-1) ?? 1
  // What rounds to nothing says nothing.
  const least = Math.max(sorted[Math.max(0, sorted.length - most)] ?? 0, largest / 254)
  const kept = [...keys.keys()].filter((row) => (tops[row] as number) >= least)
  const scale = largest / 127
  const rows = (which: 0 | 1): PackedRows => {
    const own = kept.filter((row) => shared[row] === which)
    const states = new Int8Array(own.length * LABELS)
    for (const [k, row] of own.entries())
      for (let label = 0; label < LABELS; label++)
        states[k * LABELS + label] = Math.round((weights.states[row * LABELS + label] as number) / scale)
    return { keys: Uint32Array.from(own, (row) => keys[row] as number), states }
  }
  log(`${kept.length} of ${keys.length} features kept (from ${least.toFixed(4)} on), one step is ${scale.toFixed(4)}`)
  return { words: rows(1), own: rows(0), scale, moves: weights.moves }
}

await train()
