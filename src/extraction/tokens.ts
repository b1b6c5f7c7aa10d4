import { correctTags } from './tags.ts'
import model from 'wink-eng-lite-web-model'
import { blanked } from './marks.ts'
import { markQuotesAbroad } from './quote-marks.ts'
import winkNLP, { type PartOfSpeech } from 'wink-nlp'

export interface Token {
  start: number
  end: number
  text: string
  lower: string
  /** Universal part of speech; `X` where the language has no tagger here. */
  pos: PartOfSpeech
  lemma: string
  /** Stands between quotation marks, the marks included. */
  quoted: boolean
  opens: boolean
  closes: boolean
}

const tagger = winkNLP(model, ['sbd', 'pos'])

const WORD =
  /''|``|(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen|Lt|Col|Sgt|Capt|Maj|Cmdr|Adm|Brig|Cpl|Pvt|Insp|Supt|Det|Rev|Prof|Engr|Atty|Hon|Cllr|Msgr|Amb|Jr|Sr|St|Inc|Corp|Co|Ltd|No|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.(?!\p{L})|(?:\p{L}\.){2,}|(?<![\p{L}\p{N}])\p{Lu}\.(?=\s\p{Lu}\p{Ll})|[\p{L}\p{N}\p{M}]+(?:['’.,\-‐‑&/][\p{L}\p{N}\p{M}]+)*|[^\s]/gu
const CLITIC = /^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$/iu
/** Longer "words" are addresses, hashes or noise: the tagger is not asked about them. */
const LONGEST_WORD = 60

/** The tagger is asked about this many words at a time, up to the next full stop. */
const CHUNK = 400
/** Lone surrogates and control characters mean nothing to the tagger. */
const UNTAGGABLE = /\p{Cs}|\p{Cc}/u

/** Cuts a stretch of text into words and marks. Offsets count in the whole text. */
function cut(text: string, start: number, end: number): { start: number; end: number; text: string }[] {
  const pieces: { start: number; end: number; text: string }[] = []
  for (const match of blanked(text.slice(start, end)).matchAll(WORD)) {
    const word = match[0]
    const at = start + match.index
    const clitic = word.length <= LONGEST_WORD ? CLITIC.exec(word) : null
    const stem = clitic?.[1]
    if (stem) {
      pieces.push(
        { start: at, end: at + stem.length, text: stem },
        { start: at + stem.length, end: at + word.length, text: word.slice(stem.length) },
      )
    } else pieces.push({ start: at, end: at + word.length, text: word })
  }
  return pieces
}

/**
 * The tokens of one paragraph, tagged when it is English, with the state of quotation marks.
 * `start` and `end` are offsets into the text; so are the tokens'.
 */
export function tokensOf(text: string, start: number, end: number, english: boolean): Token[] {
  const tokens: Token[] = cut(text, start, end).map((piece) => {
    const lower = piece.text.toLowerCase()
    return {
      start: piece.start,
      end: piece.end,
      text: piece.text,
      lower: lower.includes('’') ? lower.replaceAll('’', "'") : lower,
      pos: 'X',
      lemma: lower,
      quoted: false,
      opens: false,
      closes: false,
    }
  })
  if (!english) markQuotesAbroad(tokens)
  else {
    markQuotes(tokens)
    tag(tokens)
  }
  return tokens
}

/**
 * Our own words go to the tagger, one space between them; it may cut them further, never join them,
 * so counting letters finds them again. A word cut further takes the tag of its last piece.
 */
function tag(tokens: Token[]): void {
  for (let from = 0; from < tokens.length; ) {
    let to = Math.min(tokens.length, from + CHUNK)
    while (to < tokens.length && to < from + 2 * CHUNK && tokens[to - 1]?.text !== '.') to++
    tagChunk(tokens.slice(from, to))
    from = to
  }
  correctTags(tokens)
}

function tagChunk(tokens: Token[]): void {
  const asked = tokens.map((token) => (token.text.length > LONGEST_WORD || UNTAGGABLE.test(token.text) ? 'x' : token.text))
  const read = tagger.readDoc(asked.join(' ')).tokens()
  const words = read.out()
  const tags = read.out(tagger.its.pos)
  const lemmas = read.out(tagger.its.lemma as typeof tagger.its.value)
  let at = 0
  for (const [k, token] of tokens.entries()) {
    let left = asked[k]?.length ?? 0
    let pieces = 0
    let last = at
    while (left > 0 && at < words.length) {
      const size = words[at]?.trim().length ?? 0
      if (size > left) break
      left -= size
      if (size > 0) {
        pieces++
        last = at
      }
      at++
    }
    const pos = tags[last]
    if (pieces > 0 && pos) token.pos = pos as PartOfSpeech
    if (pieces === 1) token.lemma = (lemmas[last] ?? token.lower).toLowerCase()
    else token.lemma = token.lower
  }
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

/** Marks what stands in quotation marks: curly, straight, two apostrophes, single. */
function markQuotes(tokens: Token[]): void {
  let closing = ''
  const straight = tokens.filter((token) => token.text === '"' || token.text === "''" || token.text === '``').length
  let straightLeft = straight
  const singles = singleQuotes(tokens)
  for (const [k, token] of tokens.entries()) {
    const mark = token.text
    const isStraight = mark === '"' || mark === "''" || mark === '``'
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
