import type { PartOfSpeech } from 'wink-nlp'
import { lemmaOf, type Lexeme } from './tagger/lexicon.ts'
import { settle } from './tagger/machine.ts'
import { POS_NAMES } from './tagger/model.ts'
import { askedOf, type Word } from './words.ts'

/** What the tagger says of a word, and the form that is its lemma where it has none to say. */
export interface Tagged {
  lower: string
  pos: PartOfSpeech
  lemma: string
}

/**
 * The parts of speech and lemmas of the words from `from` to `to`: as wink-nlp tags them when they stand in one text, one space between
 * them. A word of several pieces takes the tag of its last piece.
 */
export function tagWords(tokens: readonly Tagged[], words: readonly Word[], from: number, to: number): void {
  const lexemes: Lexeme[] = []
  for (let k = from; k < to; k++) {
    const word = words[k]
    if (word) for (const lexeme of askedOf(word).pieces.lexemes) lexemes.push(lexeme)
  }
  const tags = new Int16Array(lexemes.length)
  for (let k = 0; k < lexemes.length; k++) tags[k] = lexemes[k]?.usual ?? 0
  settle(lexemes, tags)
  let at = 0
  for (let k = from; k < to; k++) {
    const [token, word] = [tokens[k], words[k]]
    if (token && word) at = tell(token, word.asked?.length ?? 0, lexemes, tags, at)
  }
}

/** Tells a word what its pieces are, of which the first is that at `first`. Returns where the next word's pieces begin. */
function tell(token: Tagged, length: number, lexemes: readonly Lexeme[], tags: Int16Array, first: number): number {
  // Counting letters finds the pieces.
  let at = first
  let left = length
  let pieces = 0
  let last = first
  while (left > 0 && at < lexemes.length) {
    const size = lexemes[at]?.length ?? 0
    if (size > left) break
    left -= size
    if (size > 0) {
      pieces++
      last = at
    }
    at++
  }
  const lexeme = pieces > 0 ? lexemes[last] : undefined
  token.lemma = token.lower
  if (!lexeme) return at
  const pos = lexeme.settled ? lexeme.usual : (tags[last] ?? 0)
  token.pos = (POS_NAMES[pos] ?? token.pos) as PartOfSpeech
  if (pieces === 1) token.lemma = lemmaOf(lexeme, pos)
  return at
}
