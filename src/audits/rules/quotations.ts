import type { RulePiece, RuleSentence } from './piece.ts'

/** Words between quotation marks, over as many sentences as they run. */
export interface Quotation {
  start: number
  end: number
  /** Every sentence that any of its words stand in, in order. */
  sentences: readonly RuleSentence[]
}

interface Open {
  mark: string
  start: number
  sentences: RuleSentence[]
}

const openers = new Set(['“', '«', '„', '‘'])
const closerOf: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“', '‘': '’', '"': '"', "'": "'" }

/** The quotations of a piece, paragraph by paragraph. One left open goes on in the next paragraph if that begins with its mark again. */
export function quotationsOf({ sentences }: RulePiece): Quotation[] {
  const found: Quotation[] = []
  let open: Open | null = null
  let paragraph = -1
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph
      if (open && !sentence.text.trimStart().startsWith(open.mark)) open = null
    }
    open?.sentences.push(sentence)
    const { text, start } = sentence
    for (let k = 0; k < text.length; k++) {
      const mark = text[k] ?? ''
      if (open) {
        if (mark === closerOf[open.mark] && closes(text, k)) {
          found.push({ start: open.start, end: start + k + 1, sentences: open.sentences })
          open = null
        }
      } else if (opens(text, k, mark)) open = { mark, start: start + k, sentences: [sentence] }
    }
  }
  return found
}

/** A straight or single mark opens where a word begins after a space, and closes where one has ended. */
const opens = (text: string, k: number, mark: string): boolean =>
  (openers.has(mark) || mark === '"' || mark === "'") &&
  /^$|[\s([—–-]/u.test(text[k - 1] ?? '') &&
  /[\p{L}\p{N}$€£[…(]/u.test(text[k + 1] ?? '')

function closes(text: string, k: number): boolean {
  const mark = text[k]
  if (mark !== '’' && mark !== "'") return true
  return /[.,!?…;:)]/u.test(text[k - 1] ?? '') || (!/[\p{L}\p{N}]/u.test(text[k + 1] ?? '') && !/s/u.test(text[k - 1] ?? ''))
}
