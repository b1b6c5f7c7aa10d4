import { stringHash } from './hash.ts'

/** What is known of a word's spelling: hashes of it and of its parts, and what it looks like. */
export interface Spelling {
  word: number
  start6: number
  suffix3: number
  suffix2: number
  shape: number
  /** No letter and no number in it. */
  mark: boolean
  /** It begins with a capital. */
  capital: boolean
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
      mark: !hasLetterOrNumber(text),
      capital: kindOf(text) === 'X',
    }
    if (spellings.size < AT_HAND) spellings.set(text, spelling)
  }
  return spelling
}

/** The kind of the first character: X for a capital, x for a small letter, d for a number, itself for any other. */
function kindOf(text: string): string {
  const code = text.charCodeAt(0)
  if (code < 128) return code >= 65 && code <= 90 ? 'X' : code >= 97 && code <= 122 ? 'x' : code >= 48 && code <= 57 ? 'd' : text.charAt(0)
  return /^\p{Lu}/u.test(text)
    ? 'X'
    : /^\p{Ll}/u.test(text)
      ? 'x'
      : /^\p{N}/u.test(text)
        ? 'd'
        : String.fromCodePoint(text.codePointAt(0) ?? 0)
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

function hasLetterOrNumber(text: string): boolean {
  for (let k = 0; k < text.length; k++) {
    const code = text.charCodeAt(k)
    if (code > 127) return /[\p{L}\p{N}]/u.test(text)
    if ((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return true
  }
  return false
}
