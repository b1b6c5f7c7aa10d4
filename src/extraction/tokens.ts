import model from 'wink-eng-lite-web-model'
import { blanked } from './marks.ts'
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
  /''|``|(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen|Lt|Col|Sgt|Capt|Maj|Insp|Supt|Det|Rev|Prof|Jr|Sr|St|Inc|Corp|Co|Ltd|No|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.(?!\p{L})|(?:\p{L}\.){2,}|(?<![\p{L}\p{N}])\p{Lu}\.(?=\s\p{Lu}\p{Ll})|[\p{L}\p{N}\p{M}]+(?:['’.,\-‐‑&/][\p{L}\p{N}\p{M}]+)*|[^\s]/gu
const CLITIC = /^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$/iu
/** Longer "words" are addresses, hashes or noise: the tagger is not asked about them. */
const LONGEST_WORD = 60

/** The tagger is asked about this many words at a time, up to the next full stop. */
const CHUNK = 400
const PARTICLE = /^(?:van|von|der|den|de|da|di|del|della|bin|ibn|al|el|ter|dos|du|la|le|ó|mac)$/u
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
  markQuotes(tokens)
  if (english) tag(tokens)
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
  correct(tokens)
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

/** Where the tagger is known to be wrong in news copy: capital initials at a sentence's start, months, verbs after subjects. */
function correct(tokens: Token[]): void {
  for (const [k, token] of tokens.entries()) {
    if (!/[\p{L}\p{N}]/u.test(token.text)) token.pos = 'PUNCT'
    const before = tokens[k - 1]
    const afterWord = before !== undefined && /[\p{L}\p{N}]/u.test(before.text)
    // Inside a sentence a capital makes a name of what the tagger does not know, and of a verb that follows another name.
    if (afterWord && /^\p{Lu}/u.test(token.text)) {
      const unknown = token.pos === 'X' || token.pos === 'INTJ' || token.pos === 'SYM' || token.pos === 'PUNCT'
      if (
        unknown ||
        ((token.pos === 'VERB' || token.pos === 'ADV' || token.pos === 'ADP') &&
          (before.pos === 'PROPN' || PARTICLE.test(before.lower) || /[^\p{ASCII}]/u.test(token.text)))
      )
        token.pos = 'PROPN'
    }
    // "Tomas van der Aalt": small words inside a name.
    if (
      PARTICLE.test(token.lower) &&
      before &&
      /^\p{Lu}/u.test(before.text) &&
      /^\p{Lu}/u.test(tokens.slice(k + 1, k + 3).find((next) => !PARTICLE.test(next.lower))?.text ?? '')
    )
      token.pos = 'PROPN'
    else if (PARTICLE.test(token.lower) && before?.pos === 'PROPN' && PARTICLE.test(before.lower)) token.pos = 'PROPN'
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
    const ends =
      closing === '"'
        ? isStraight
        : closing === '’'
          ? mark === '’' && (/^[,.?!]$/u.test(tokens[k - 1]?.text ?? '') || k > lastSingleClose)
          : mark === closing || (closing === '”' && isStraight)
    if (ends) {
      token.closes = true
      closing = ''
    }
  }
}
