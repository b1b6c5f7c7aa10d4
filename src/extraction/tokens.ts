import model from 'wink-eng-lite-web-model'
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

const WORD = /''|``|(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen|Lt|Col|Sgt|Capt|Maj|Insp|Supt|Det|Rev|Prof|Jr|Sr|St|Inc|Corp|Co|Ltd|No|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.(?!\p{L})|(?:\p{L}\.){2,}|[\p{L}\p{N}\p{M}]+(?:['’.,\-‐‑&/][\p{L}\p{N}\p{M}]+)*|[^\s]/gu
const CLITIC = /^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$/iu
/** Longer "words" are addresses, hashes or noise: the tagger is not asked about them. */
const LONGEST_WORD = 60

/** Lone surrogates and control characters mean nothing to the tagger. */
const UNTAGGABLE = /\p{Cs}|\p{Cc}/u

/** Cuts a stretch of text into words and marks. Offsets count in the whole text. */
function cut(text: string, start: number, end: number): { start: number; end: number; text: string }[] {
  const pieces: { start: number; end: number; text: string }[] = []
  for (const match of text.slice(start, end).matchAll(WORD)) {
    const word = match[0]
    const at = start + match.index
    const clitic = word.length <= LONGEST_WORD ? CLITIC.exec(word) : null
    const stem = clitic?.[1]
    if (stem) {
      pieces.push({ start: at, end: at + stem.length, text: stem }, { start: at + stem.length, end: at + word.length, text: word.slice(stem.length) })
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
      start: piece.start, end: piece.end, text: piece.text, lower: lower.includes('’') ? lower.replaceAll('’', "'") : lower,
      pos: 'X', lemma: lower, quoted: false, opens: false, closes: false,
    }
  })
  markQuotes(tokens)
  if (english) tag(tokens)
  return tokens
}

/**
 * Our own words go to the tagger, one space between them; it may cut them further, never join them,
 * so counting letters finds them again. A word cut further takes the tag of its last piece.
 */
function tag(tokens: Token[]): void {
  if (tokens.length === 0) return
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
  correct(tokens)
}

/** Where the tagger is known to be wrong in news copy: capital initials at a sentence's start, months, verbs after subjects. */
function correct(tokens: Token[]): void {
  for (const [k, token] of tokens.entries()) {
    if (!/[\p{L}\p{N}]/u.test(token.text)) token.pos = 'PUNCT'
    if (token.lower === "'s" && tokens[k - 1]?.pos === 'PROPN' && tokens[k + 1]?.pos !== 'VERB') token.pos = 'PART'
  }
}

/** Marks what stands in quotation marks: curly, straight, two apostrophes, and single curly ones that close after a stop or comma. */
function markQuotes(tokens: Token[]): void {
  let closing = ''
  const straight = tokens.filter((token) => token.text === '"' || token.text === "''" || token.text === '``').length
  let straightLeft = straight
  const lastSingleClose = tokens.findLastIndex((token, k) => token.text === '’' && /^[,.?!]$/u.test(tokens[k - 1]?.text ?? ''))
  for (const [k, token] of tokens.entries()) {
    const mark = token.text
    const isStraight = mark === '"' || mark === "''" || mark === '``'
    if (isStraight) straightLeft--
    if (closing === '') {
      if (mark === '“' || mark === '«' || mark === '„') closing = mark === '«' ? '»' : '”'
      else if (isStraight && (straightLeft > 0 || k === 0)) closing = '"'
      else if (mark === '‘' && k < lastSingleClose) closing = '’'
      if (closing !== '') token.quoted = token.opens = true
      continue
    }
    token.quoted = true
    const ends = closing === '"' ? isStraight
      : closing === '’' ? mark === '’' && (/^[,.?!]$/u.test(tokens[k - 1]?.text ?? '') || k > lastSingleClose)
        : mark === closing || (closing === '”' && isStraight)
    if (ends) {
      token.closes = true
      closing = ''
    }
  }
}
