import type { Token } from './tokens.ts'

/**
 * Quotation marks outside English. Which mark closes depends on which one opened: « » and » «, „ “ and „ ”, “ ” and ” “ (right to
 * left copy may have them either way round), ‹ ›, 「 」, straight ones, two brackets, and single ones in scripts that have no apostrophe.
 */
const CLOSING = new Map([
  ['«', '»'],
  ['»', '«'],
  ['„', '“”"'],
  ['“', '”"'],
  ['”', '“”'],
  ['‹', '›'],
  ['「', '」'],
  ['『', '』'],
  ['〝', '〟'],
  ['"', '"'],
  ['״', '״'],
  ['‘', '’'],
  ['’', '‘’'],
])
const NO_APOSTROPHE = /\p{Script=Arabic}/u
/** A quotation that is not closed within so many words was none: a stray mark does not swallow the paragraph. */
const LONGEST = 250

const touches = (a: Token | undefined, b: Token | undefined): boolean => a !== undefined && b !== undefined && a.end === b.start
const isLetter = (token: Token | undefined): boolean => /^[\p{L}\p{N}]/u.test(token?.text ?? '')

/** A straight mark between two letters is none: צה"ל is one word. */
const insideWord = (tokens: readonly Token[], k: number): boolean =>
  /^["״‘’]$/u.test(tokens[k]?.text ?? '') &&
  touches(tokens[k - 1], tokens[k]) &&
  touches(tokens[k], tokens[k + 1]) &&
  isLetter(tokens[k - 1]) &&
  isLetter(tokens[k + 1])

function opensAt(tokens: readonly Token[], k: number): boolean {
  const mark = tokens[k]?.text ?? ''
  if (!CLOSING.has(mark) || insideWord(tokens, k)) return false
  // A mark that hangs on the word before it and not on the next closes something; it opens nothing.
  const hangs = touches(tokens[k - 1], tokens[k]) && isLetter(tokens[k - 1]) && !touches(tokens[k], tokens[k + 1])
  if (mark === '’' || mark === '‘') return !hangs && isLetter(tokens[k + 1]) && NO_APOSTROPHE.test(tokens[k + 1]?.text ?? '')
  return !(hangs && mark !== '«' && mark !== '„' && mark !== '“')
}

/** The places of one kind of mark in order, and the first of them that still lies ahead. */
interface Places {
  at: number[]
  next: number
}

/** Where the quotation that opens at `k` closes; -1 where nothing closes it. */
function closesAt(tokens: readonly Token[], k: number, places: ReadonlyMap<string, Places>): number {
  let best = -1
  for (const mark of CLOSING.get(tokens[k]?.text ?? '') ?? '') {
    const list = places.get(mark)
    if (!list) continue
    while (list.next < list.at.length && (list.at[list.next] ?? 0) <= k) list.next++
    const at = list.at[list.next]
    if (at !== undefined && at - k <= LONGEST && (best < 0 || at < best)) best = at
  }
  // A quotation may run on into the next paragraph.
  const rest = tokens.length - 1
  return best < 0 && /^[«„“]$/u.test(tokens[k]?.text ?? '') && rest > k && rest - k <= LONGEST ? rest : best
}

/** Marks what stands in quotation marks in the tokens of one paragraph that is not English. Nested marks belong to the outer quotation. */
export function markQuotesAbroad(tokens: readonly Token[]): void {
  const places = new Map<string, Places>()
  for (const [k, token] of tokens.entries())
    if (/^[«»„“”‹›「」『』〝〟"״‘’]$/u.test(token.text) && !insideWord(tokens, k)) {
      const known = places.get(token.text)
      if (known) known.at.push(k)
      else places.set(token.text, { at: [k], next: 0 })
    }
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k]
    const close = token && opensAt(tokens, k) ? closesAt(tokens, k, places) : -1
    if (!token || close < 0) continue
    token.opens = true
    for (let at = k; at <= close; at++) {
      const inner = tokens[at]
      if (inner) inner.quoted = true
    }
    const last = tokens[close]
    if (last && CLOSING.get(token.text)?.includes(last.text)) last.closes = true
    k = close
  }
}
