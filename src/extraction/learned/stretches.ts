import type { Passage } from '../frames/attributions.ts'
import type { CopySentence } from '../layout/layout.ts'

/** A stretch holds at most this many words: a wall of text is read piece by piece. */
const LONGEST = 1500

/**
 * Which sentences are read together, as ordinals: those of a paragraph; a paragraph that ends in a colon with the one it announces;
 * a signature after a dash with the quotation above it.
 */
export function stretchesIn(sentences: readonly CopySentence[]): number[][] {
  const stretches: number[][] = []
  let words = 0
  for (const [k, sentence] of sentences.entries()) {
    const before = sentences[k - 1]
    const together =
      before !== undefined &&
      words < LONGEST &&
      (sentence.paragraph === before.paragraph || (sentence.paragraph - before.paragraph === 1 && (announces(before) || signs(sentence))))
    if (!together) {
      stretches.push([])
      words = 0
    }
    stretches.at(-1)?.push(k)
    words += sentence.tokens.length
  }
  return stretches
}

const announces = ({ tokens }: CopySentence): boolean => tokens.at(-1)?.text === ':'

const signs = ({ tokens }: CopySentence): boolean =>
  tokens.length <= 16 &&
  /^(?:[—–―-]|--)$/u.test(tokens[0]?.text ?? '') &&
  /^\p{Lu}/u.test(tokens[1]?.text ?? '') &&
  tokens.every((token) => token.pos !== 'VERB')

/** Sorts the rules' attributions by the stretch that their cue stands in. */
export function rulesByStretch(stretches: readonly (readonly number[])[], rules: readonly Passage[]): Passage[][] {
  const home = new Map<number, number>()
  for (const [k, ordinals] of stretches.entries()) for (const ordinal of ordinals) home.set(ordinal, k)
  const sorted: Passage[][] = stretches.map(() => [])
  for (const rule of rules) sorted[home.get(rule.sentence) ?? -1]?.push(rule)
  return sorted
}
