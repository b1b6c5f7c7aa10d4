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
export function later<T>(build: () => T): () => T {
  let built: T | null = null
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

const PREFIX = 4

/** Many tables, each found by how one word begins that it cannot do without: most sentences hold the words of few. */
export interface Shelf {
  tables: readonly Table[]
  byPrefix: ReadonlyMap<string, readonly number[]>
  /** Those without such a word. */
  always: readonly number[]
}

const lastWord = (piece: string): string => piece.trim().split(' ').at(-1) ?? ''

/** Puts tables on a shelf. */
export function shelved(tables: readonly Table[]): Shelf {
  const byPrefix = new Map<string, number[]>()
  const always: number[] = []
  for (const [k, { needs }] of tables.entries()) {
    const keys = needs
      .map((group) => group.map(lastWord))
      .filter((group) => group.every((word) => word.length >= PREFIX))
      .sort((a, b) => a.length - b.length)[0]
    if (!keys) always.push(k)
    for (const prefix of new Set(keys?.map((word) => word.slice(0, PREFIX)))) byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), k])
  }
  return { tables, byPrefix, always }
}

/** As `firstIn`, of a shelf. */
export function firstOf(wording: Wording, { tables, byPrefix, always }: Shelf): Found {
  const asked = new Set(always)
  for (const token of wording.s) {
    const found = token.quoted ? undefined : byPrefix.get(token.lower.slice(0, PREFIX))
    if (found) for (const k of found) asked.add(k)
  }
  if (asked.size === 0) return null
  return firstIn(
    wording,
    [...asked].sort((a, b) => a - b).flatMap((k) => tables[k] ?? []),
  )
}
