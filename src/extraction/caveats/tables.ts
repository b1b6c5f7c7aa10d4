import { type Found, phraseIn, reported, type Wording } from './wording.ts'

/** A pattern, with pieces of words without which it cannot match: of every group one must stand in the line. */
export interface Table {
  needs: readonly (readonly string[])[]
  /** Built when it is first asked. */
  pattern: () => RegExp
  holds: (match: RegExpExecArray, line: string) => boolean
}

/** One group of a table's pieces, divided by spaces; an underscore stands for a space. */
export const one = (pieces: string): readonly string[] =>
  pieces
    .trim()
    .split(/\s+/u)
    .map((piece) => piece.replaceAll('_', ' '))

/** Puts a pattern off until somebody asks for it: most articles ask for few. */
export function later(build: () => RegExp): () => RegExp {
  let built: RegExp | null = null
  return () => (built ??= build())
}

export const table = (needs: Table['needs'], build: () => RegExp, holds: Table['holds'] = () => true): Table => ({
  needs,
  pattern: later(build),
  holds,
})

/** Whether a line holds one piece of every group. The line is looked at in small letters with a space at either end. */
export const mayHold = (line: string, needs: Table['needs']): boolean => needs.every((group) => group.some((piece) => line.includes(piece)))

/** The first and last word of what the first table finds that nobody else is said to have found, or null. */
export function firstIn(wording: Wording, tables: readonly Table[]): Found {
  const spaced = ` ${wording.line} `
  for (const { needs, pattern, holds } of tables) {
    if (!mayHold(spaced, needs)) continue
    const found = phraseIn(wording, pattern(), (match) => holds(match, wording.line))
    if (found && !reported(wording, ...found)) return found
  }
  return null
}
