import { CAPITAL, classAt, holds, LETTER, NUMBER, SMALL, startsWith } from '../words/characters.ts'
import { stringHash } from './hash.ts'
import { traitsOf } from './traits.ts'

/** What is known of a word's spelling: hashes of it and of its parts, and what it looks like. */
export interface Spelling {
  word: number
  start6: number
  suffix3: number
  suffix2: number
  shape: number
  /** What it is, in one number: see `traitsOf`. */
  traits: number
}

/** As many spellings are kept at hand: news says the same words again and again. */
const AT_HAND = 50_000
const spellings = new Map<string, Spelling>()

export function spellingOf(text: string, lower: string): Spelling {
  let spelling = spellings.get(text)
  if (!spelling) {
    const long = lower.length > 3
    const whole = stringHash(lower)
    spelling = {
      word: whole,
      start6: lower.length > 6 ? stringHash(lower.slice(0, 6)) : whole,
      suffix3: long ? stringHash(lower.slice(-3)) : 0,
      suffix2: long ? stringHash(lower.slice(-2)) : 0,
      shape: stringHash(shapeOf(text.slice(0, 24))),
      traits: traitsOf(lower, !holds(text, LETTER | NUMBER), startsWith(text, CAPITAL)),
    }
    if (spellings.size < AT_HAND) spellings.set(text, spelling)
  }
  return spelling
}

/** The kind of the first character: X for a capital, x for a small letter, d for a number, itself for any other. */
function kindOf(character: string): string {
  const kind = classAt(character, 0)
  return (kind & CAPITAL) !== 0 ? 'X' : (kind & SMALL) !== 0 ? 'x' : (kind & NUMBER) !== 0 ? 'd' : character
}

/** The word's shape: runs of capitals as X or XX, of small letters as x, of numbers as d, anything else as it stands. At most eight units. */
function shapeOf(text: string): string {
  let shape = ''
  let run = ''
  let length = 0
  for (const character of text) {
    const kind = kindOf(character)
    if (kind === run && (kind === 'x' || kind === 'd' || kind === 'X')) {
      if (kind === 'X' && ++length === 2) shape += 'X'
      continue
    }
    shape += kind
    run = kind
    length = 1
  }
  return shape.slice(0, 8)
}
