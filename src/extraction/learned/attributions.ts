import type { Passage } from '../frames/attributions.ts'
import type { CopySentence } from '../layout/layout.ts'
import type { Range } from '../words/phrases.ts'
import { stretchOf } from './columns.ts'
import { LONGEST } from './kernel/sheet.ts'
import { learnedModel } from './load.ts'
import { type Learned, readStretch } from './look.ts'
import { rulesByStretch, stretchesIn } from './stretches.ts'

/** Words of one sentence: its ordinal in the article, and a range of its tokens. */
export interface Piece {
  sentence: number
  range: Range
}

/** An attribution as the learned reader sees it, by sentence. */
export interface LearnedAttribution {
  cue: Piece
  source: Piece[]
  content: Piece[]
  /** How often attributions like this one are right. */
  confidence: number
  /** Too unlikely to stand; kept to tell where the reader hesitated. */
  doubtful: boolean
}

/** The learned reader's attributions of an article, given what the careful rules read in it. In the order of the text. */
export function learnedAttributions(sentences: readonly CopySentence[], rules: readonly Passage[]): LearnedAttribution[] {
  const model = learnedModel()
  const { sheet } = model
  const readable = sentences.map(({ role }) => role === 'copy' || role === 'headline')
  const stretches = stretchesIn(sentences).map((ordinals) => ordinals.filter((ordinal) => readable[ordinal]))
  const sorted = rulesByStretch(stretches, rules)
  return stretches.flatMap((ordinals, k) => {
    const words = ordinals.reduce((sum, ordinal) => sum + (sentences[ordinal]?.tokens.length ?? 0), 0)
    if (words > LONGEST) return []
    const stretch = stretchOf(sheet, sentences, ordinals, sorted[k] ?? [], model.lexicon)
    const piecesOf = (words: readonly number[]): Piece[] => {
      const pieces: { sentence: number; range: [number, number] }[] = []
      for (const word of words) {
        const sentence = stretch.sentence[word] ?? 0
        const at = word - (stretch.from[word] ?? 0)
        const last = pieces.at(-1)
        if (last && last.sentence === sentence && last.range[1] === at) last.range[1]++
        else pieces.push({ sentence, range: [at, at + 1] })
      }
      return pieces
    }
    return readStretch(model, stretch).flatMap(({ cue, source, content, confidence, doubtful }: Learned): LearnedAttribution[] => {
      const [words] = piecesOf(Array.from({ length: cue[1] - cue[0] }, (_, j) => cue[0] + j))
      return words ? [{ cue: words, source: piecesOf(source), content: piecesOf(content), confidence, doubtful }] : []
    })
  })
}
