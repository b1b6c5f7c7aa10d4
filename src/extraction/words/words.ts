import { CAPITAL, holds, LETTER, NUMBER, SMALL, startsWith } from './characters.ts'
import { holdsGood, type Pieces, piecesOf } from './tagger/lexicon.ts'

/** A word for the tagger: its length in the text, and what the lexicon makes of it. */
interface Asked {
  length: number
  pieces: Pieces
}

/** What is known of a word by its spelling alone, wherever it stands. */
export interface Word {
  text: string
  /** In small letters, with straight apostrophes. */
  lower: string
  /** In small letters as it is written. */
  small: string
  /** It begins with a capital. */
  capital: boolean
  /** It begins with a small letter. */
  uncapital: boolean
  /** It has a letter or a figure in it. */
  worded: boolean
  /** Where the clitic begins that is cut off ("does|n't", "Lee|'s"); 0 for none. */
  clitic: number
  /** What the tagger is asked about instead, and its pieces; null until it is asked. */
  asked: Asked | null
}

const CLITIC = /^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$/iu
/** Longer "words" are addresses, hashes or noise: the tagger is not asked about them, nor are they cut. */
const LONGEST_WORD = 60
/** Articles repeat their words, and each other's: so many are kept in mind. */
const MOST_WORDS = 40_000
const words = new Map<string, Word>()

/** The word that is written so. */
export function wordOf(text: string): Word {
  const before = words.get(text)
  if (before) return before
  if (words.size >= MOST_WORDS) words.clear()
  const word = describe(text.length < SLICED ? text : copied(text))
  words.set(word.text, word)
  return word
}

/** A long word cut out of an article would keep the whole article in memory. */
const SLICED = 13
const copied = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le')

function describe(text: string): Word {
  const small = text.toLowerCase()
  const apostrophe = text.includes('’') || text.includes("'")
  return {
    text,
    lower: apostrophe ? small.replaceAll('’', "'") : small,
    small,
    capital: startsWith(text, CAPITAL),
    uncapital: startsWith(text, SMALL),
    worded: holds(text, LETTER | NUMBER),
    clitic: apostrophe && text.length <= LONGEST_WORD ? (CLITIC.exec(text)?.[1]?.length ?? 0) : 0,
    asked: null,
  }
}

/** What the tagger is asked about a word. */
export function askedOf(word: Word): Asked {
  if (word.asked && holdsGood(word.asked.pieces)) return word.asked
  const text = word.text.length > LONGEST_WORD || isUntaggable(word.text) ? 'x' : word.text
  return (word.asked = { length: text.length, pieces: piecesOf(text) })
}

/** Lone surrogates and control characters mean nothing to the tagger; they stand by themselves. */
function isUntaggable(text: string): boolean {
  if (text.length > 1) return false
  const code = text.charCodeAt(0)
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code < 0xe000)
}
