import { readFileSync } from 'node:fs'
import { type Counts, lexiconOf } from './cue-lexicon.ts'
import type { Model } from './look.ts'
import { weightTable } from './model.ts'
import { type PackedModel, unpackModel } from './weights.ts'

/** Where the trainer writes and the engine reads. */
export const WEIGHTS_FILE = new URL('./weights.bin', import.meta.url)
export const LEXICON_FILE = new URL('./cue-words.tsv', import.meta.url)

let loaded: Model | null = null

/** The committed model; read from disk at the first call, about a third of a second. Throws when its files are missing or broken. */
export function learnedModel(): Model {
  loaded ??= modelOf(unpackModel(readFileSync(WEIGHTS_FILE)), countsIn(readFileSync(LEXICON_FILE, 'utf8')))
  return loaded
}

export function modelOf(packed: PackedModel, counts: ReadonlyMap<string, Counts>): Model {
  const { tagger, second, frames, decision } = packed
  return {
    lexicon: lexiconOf(counts),
    words: weightTable([tagger.words, second.words, frames.words]),
    second: weightTable([second.own]),
    frames: weightTable([frames.own]),
    chains: { tagger, second, frames },
    decision,
  }
}

/** One lemma a line: lemma, how often in a cue, how often in a source, how often at all; tabs between. */
export function countsIn(table: string): Map<string, Counts> {
  const counts = new Map<string, Counts>()
  for (const line of table.split('\n')) {
    const [lemma = '', cue, source, all] = line.split('\t')
    if (all !== undefined) counts.set(lemma, [Number(cue), Number(source), Number(all)])
  }
  return counts
}
