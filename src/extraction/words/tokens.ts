import { cutWords } from './cutting.ts'
import { blanked } from './marks.ts'
import { markQuotesAbroad } from './quote-marks.ts'
import { tagWords } from './tagger.ts'
import { correctTags } from './tags.ts'
import { type Word, wordOf } from './words.ts'
import type { PartOfSpeech } from 'wink-nlp'

export interface Token {
  start: number
  end: number
  text: string
  lower: string
  /** Universal part of speech; `X` where the language has no tagger here. */
  pos: PartOfSpeech
  lemma: string
  /** It has a letter or a figure in it. */
  worded: boolean
  /** It begins with a capital. */
  capital: boolean
  /** Stands between quotation marks, the marks included. */
  quoted: boolean
  opens: boolean
  closes: boolean
}

/** The tagger is asked about this many words at a time, up to the next full stop. */
const CHUNK = 400

/**
 * The tokens of one paragraph, tagged when it is English, with the state of quotation marks.
 * `start` and `end` are offsets into the text; so are the tokens'.
 */
export function tokensOf(text: string, start: number, end: number, english: boolean): Token[] {
  const tokens: Token[] = []
  const words: Word[] = []
  const add = (word: Word, at: number): void => {
    words.push(word)
    tokens.push({
      start: at,
      end: at + word.text.length,
      text: word.text,
      lower: word.lower,
      pos: 'X',
      lemma: word.small,
      worded: word.worded,
      capital: word.capital,
      quoted: false,
      opens: false,
      closes: false,
    })
  }
  cutWords(blanked(text.slice(start, end)), (written, at) => {
    const word = wordOf(written)
    if (word.clitic === 0) return add(word, start + at)
    add(wordOf(written.slice(0, word.clitic)), start + at)
    add(wordOf(written.slice(word.clitic)), start + at + word.clitic)
  })
  if (!english) markQuotesAbroad(tokens)
  else {
    markQuotes(tokens)
    tag(tokens, words)
  }
  return tokens
}

function tag(tokens: Token[], words: readonly Word[]): void {
  for (let from = 0; from < tokens.length; ) {
    let to = Math.min(tokens.length, from + CHUNK)
    while (to < tokens.length && to < from + 2 * CHUNK && tokens[to - 1]?.text !== '.') to++
    tagWords(tokens, words, from, to)
    from = to
  }
  correctTags(tokens, words)
}

const AT_EDGE = /^[,.?!;:)—–]$/u
const LONGEST_QUOTE = 400

/**
 * The places of single quotation marks, opening and closing. An apostrophe looks the same: a mark closes next to a stop or comma, or
 * else at the first place where a word ends with it; a mark without a partner is none.
 */
function singleQuotes(tokens: readonly Token[]): ReadonlySet<number> {
  const places = new Set<number>()
  let fruitless = 0
  for (let k = 0; k < tokens.length && fruitless < 20; k++) {
    const token = tokens[k]
    if (token?.text !== '‘' && token?.text !== "'") continue
    const next = tokens[k + 1]
    const before = tokens[k - 1]
    const adjacent =
      token?.end === next?.start && (before === undefined || before.end < (token?.start ?? 0) || /^[(“"—]$/u.test(before.text))
    if (!token || !next || !(token.text === '‘' || (token.text === "'" && adjacent && /^[\p{L}\p{N}]/u.test(next.text)))) continue
    const close = closingSingle(tokens, k, token.text === '‘' ? '’' : "'")
    if (close < 0) {
      fruitless++
      continue
    }
    places.add(k).add(close)
    k = close
  }
  return places
}

function closingSingle(tokens: readonly Token[], open: number, mark: string): number {
  let fallback = -1
  for (let k = open + 2; k < Math.min(tokens.length, open + LONGEST_QUOTE); k++) {
    const token = tokens[k]
    if (token?.text === '‘') break
    if (token?.text !== mark || tokens[k - 1]?.end !== token.start) continue
    if (AT_EDGE.test(tokens[k - 1]?.text ?? '') || AT_EDGE.test(tokens[k + 1]?.text ?? '') || k === tokens.length - 1) return k
    if (fallback < 0) fallback = k
  }
  return mark === '’' ? fallback : -1
}

const STRAIGHT = new Set(['"', "''", '``'])
const MARKS = new Set([...STRAIGHT, '“', '«', '„', '‘', "'"])

/** Marks what stands in quotation marks: curly, straight, two apostrophes, single. */
function markQuotes(tokens: readonly Token[]): void {
  if (!tokens.some((token) => MARKS.has(token.text))) return
  let straightLeft = 0
  for (const token of tokens) if (STRAIGHT.has(token.text)) straightLeft++
  const singles = singleQuotes(tokens)
  let closing = ''
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k]
    if (!token) continue
    const mark = token.text
    const isStraight = STRAIGHT.has(mark)
    if (isStraight) straightLeft--
    if (closing === '') {
      if (mark === '“' || mark === '«' || mark === '„') closing = mark === '«' ? '»' : '”'
      else if (isStraight && (straightLeft > 0 || k === 0)) closing = '"'
      else if (singles.has(k)) closing = '’'
      if (closing !== '') token.quoted = token.opens = true
      continue
    }
    token.quoted = true
    const ends = closing === '"' ? isStraight : closing === '’' ? singles.has(k) : mark === closing || (closing === '”' && isStraight)
    if (ends) {
      token.closes = true
      closing = ''
    }
  }
}
