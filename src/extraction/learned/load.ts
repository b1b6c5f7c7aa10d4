import { readFileSync } from 'node:fs'
import { type Counts, lexiconOf } from './cue-lexicon.ts'
import { questionsOf } from './features.ts'
import { startKernel } from './kernel/kernel.ts'
import { openSheet, type Questions, questionsFor } from './kernel/sheet.ts'
import { moveTables, weightTable } from './kernel/tables.ts'
import { ALL_COLUMNS } from './column-names.ts'
import type { Chain, Model } from './look.ts'
import { FRAME_TEMPLATES, FRAME_WORD_TEMPLATES, SECOND_TEMPLATES, TAGGER_TEMPLATES } from './templates.ts'
import { type PackedChain, type PackedModel, unpackModel } from './weights.ts'

/** Where the trainer writes and the engine reads. */
export const WEIGHTS_FILE = new URL('./weights.bin', import.meta.url)
export const LEXICON_FILE = new URL('./cue-words.tsv', import.meta.url)

// What all chains ask of a word is asked of it once.
const asked = new Set(TAGGER_TEMPLATES.trim().split('\n'))
const TAGGED_WORD_TEMPLATES = FRAME_WORD_TEMPLATES.trim()
  .split('\n')
  .filter((line) => !asked.has(line))
  .join('\n')

let loaded: Model | null = null

/** The committed model; read from disk at the first call, which takes about a seventh of a second. Throws when its files are missing or broken. */
export function learnedModel(): Model {
  loaded ??= modelOf(unpackModel(readFileSync(WEIGHTS_FILE)), countsIn(readFileSync(LEXICON_FILE, 'utf8')))
  return loaded
}

function modelOf({ tagger, second, frames, decision }: PackedModel, counts: ReadonlyMap<string, Counts>): Model {
  const kernel = startKernel()
  const sheet = openSheet(kernel)
  const questions = (lines: string): Questions => questionsFor(kernel, sheet, questionsOf(lines, ALL_COLUMNS))
  const chain = ({ scale, moves }: PackedChain): Chain => ({ scale, ...moveTables(kernel, moves) })
  return {
    kernel,
    sheet,
    lexicon: lexiconOf(counts),
    questions: {
      words: questions(TAGGER_TEMPLATES),
      second: questions(SECOND_TEMPLATES),
      taggedWords: questions(TAGGED_WORD_TEMPLATES),
      frames: questions(FRAME_TEMPLATES),
    },
    weights: {
      words: weightTable(kernel, [tagger.words, second.words, frames.words]),
      second: weightTable(kernel, [second.own]),
      frames: weightTable(kernel, [frames.own]),
    },
    chains: { tagger: chain(tagger), second: chain(second), frames: chain(frames) },
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
