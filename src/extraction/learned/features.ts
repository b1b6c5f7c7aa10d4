import { stringHash } from './hash.ts'

/** A template as it is written: which columns, by their place in the list of names, and how many words away. */
export interface Question {
  parts: { column: number; offset: number }[]
  seed: number
}

/** Beyond either end of a stretch every column reads as this. */
export const OUTSIDE = 0x7fffffff
/** No template looks further than this many words away. */
export const REACH = 2

/** Reads templates, one a line ("word-1 pos"), against the names of the columns. Throws on a name that is none of them, or too far a reach. */
export function questionsOf(lines: string, names: readonly string[]): Question[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => ({
      parts: line.split(' ').map((part) => {
        const [, name = '', offset] = /^(\w+?)([+-]\d)?$/u.exec(part) ?? []
        const column = names.indexOf(name)
        if (column < 0) throw new Error(`No column is called "${name}" (template "${line}")`)
        if (Math.abs(Number(offset ?? 0)) > REACH) throw new Error(`No template looks more than ${REACH} words away (template "${line}")`)
        return { column, offset: Number(offset ?? 0) }
      }),
      seed: stringHash(line),
    }))
}
