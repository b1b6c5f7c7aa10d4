import { fold } from '../db/fold.ts'

/** What somebody looks for: whole words, and the beginning of the last one. */
export interface Wanted {
  /** Folded as the index is. */
  words: readonly string[]
  /** Whether the last word may go on. */
  open: boolean
}

/** More words than this are left out: nobody reads the difference, and each costs time. */
const most = 12
const longest = 200

/** What was typed into the search box, as words. Empty where there is nothing to look for. */
export function wantedIn(typed: string): Wanted {
  const words = wordsIn(fold(typed.slice(0, longest))).slice(0, most)
  return { words, open: (words.at(-1)?.length ?? 0) > 1 }
}

/** The query as FTS5 reads it. Every word is quoted, so nothing that is typed can be an operator. */
export function matchExpression({ words, open }: Wanted): string {
  return words.map((word, index) => `"${word}"${open && index === words.length - 1 ? '*' : ''}`).join(' ')
}

/** Whether a folded word is one of those wanted. */
export function isWanted(word: string, { words, open }: Wanted): boolean {
  return words.includes(word) || (open && word.startsWith(words.at(-1) ?? word))
}

/** Words as the index's tokenizer sees them. */
export const wordsIn = (folded: string): string[] => folded.match(/[\p{L}\p{N}\p{Co}]+/gu) ?? []
