/** What a character is, as bits of one number. */
export const LETTER = 1
export const NUMBER = 2
/** An accent or vowel sign that stands on the letter before it. */
export const ACCENT = 4
export const CAPITAL = 8
export const SMALL = 16
export const SPACE = 32
export const LATIN = 64
export const ARABIC = 128
/** Not asked of anybody yet. */
const UNKNOWN = 0
const KNOWN = 256

/** What words are made of. */
export const WORDLY = LETTER | NUMBER | ACCENT

const PROPERTIES: readonly (readonly [number, RegExp])[] = [
  [LETTER, /\p{L}/u],
  [NUMBER, /\p{N}/u],
  [ACCENT, /\p{M}/u],
  [CAPITAL, /\p{Lu}/u],
  [SMALL, /\p{Ll}/u],
  [SPACE, /\s/u],
  [LATIN, /\p{Script=Latin}/u],
  [ARABIC, /\p{Script=Arabic}/u],
]

/** By code unit: the Latin letters and marks of print stand here from the start, others once they are met. */
const CLASSES = new Uint16Array(0x10000)

function fill(first: number, last: number, bits: number): void {
  for (let code = first; code <= last; code++) CLASSES[code] = KNOWN | bits
}
fill(0x00, 0x7f, 0)
fill(0x09, 0x0d, SPACE)
fill(0x20, 0x20, SPACE)
fill(0x30, 0x39, NUMBER)
fill(0x41, 0x5a, LETTER | CAPITAL | LATIN)
fill(0x61, 0x7a, LETTER | SMALL | LATIN)
fill(0xa0, 0xa0, SPACE)
fill(0xc0, 0xd6, LETTER | CAPITAL | LATIN)
fill(0xd8, 0xde, LETTER | CAPITAL | LATIN)
fill(0xdf, 0xf6, LETTER | SMALL | LATIN)
fill(0xf8, 0xff, LETTER | SMALL | LATIN)
// Dashes, quotation marks, the bullet, the ellipsis, the narrow space, the euro.
fill(0x2010, 0x2027, 0)
fill(0x202f, 0x202f, SPACE)
fill(0x20ac, 0x20ac, 0)

/** The first half of a character of two code units: alone it is nothing, so it stays out of the table. */
const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00

function classify(character: string): number {
  let bits = KNOWN
  for (const [bit, property] of PROPERTIES) if (property.test(character)) bits |= bit
  return bits
}

/** What the code unit `code` is; of a surrogate by itself, nothing. */
export function classOf(code: number): number {
  const known = CLASSES[code] ?? UNKNOWN
  if (known !== UNKNOWN || isHigh(code)) return known
  return (CLASSES[code] = classify(String.fromCharCode(code)))
}

/** What the character at `at` is, be it of two code units; 0 behind the end. */
export function classAt(text: string, at: number): number {
  if (at >= text.length) return 0
  const code = text.charCodeAt(at)
  const known = CLASSES[code] ?? UNKNOWN
  if (known !== UNKNOWN) return known
  return isHigh(code) ? classify(text.slice(at, at + sizeAt(text, at))) : classOf(code)
}

/** How many code units the character at `at` has. */
export function sizeAt(text: string, at: number): 1 | 2 {
  if (!isHigh(text.charCodeAt(at))) return 1
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0
  return next >= 0xdc00 && next < 0xe000 ? 2 : 1
}

/** Whether the first character of a text is one of these. */
export const startsWith = (text: string, bits: number): boolean => (classAt(text, 0) & bits) !== 0

/** Whether any character of a text is one of these. */
export function holds(text: string, bits: number): boolean {
  for (let at = 0; at < text.length; at += sizeAt(text, at)) if ((classAt(text, at) & bits) !== 0) return true
  return false
}
