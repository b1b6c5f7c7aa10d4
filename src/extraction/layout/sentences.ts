import { abbreviatesAbroad } from './abbreviations.ts'
import { classOf, LETTER, NUMBER, SMALL, SPACE } from '../words/characters.ts'
import type { Span } from '../types.ts'

/** Abbreviations that do not end a sentence when a name or number follows. */
const TITLES =
  'mr mrs ms mx dr prof sen sens gov govs rep reps gen lt col sgt cpl capt maj cmdr adm insp supt det rev hon pres amb st mt no vs fig vol jan feb mar apr jun jul aug sept sep oct nov dec approx dept est'
const NEVER_LAST = new Set(TITLES.split(' '))
/** Abbreviations that may end a sentence: they do when a word follows that starts sentences. */
const MAYBE_LAST = new Set('inc corp co ltd jr sr bros a.m p.m i.e e.g etc u.s u.k u.n e.u d.c plc llc ave blvd rd'.split(' '))
/** A capitalised small word after an abbreviation begins a new sentence; a name does not. */
const STARTERS = new Set(
  'the a an this that these those he she it they we i you his her its their our my in on at after before but and or when while if as for from with by there here what who how why some many most all no not one two since during however according officials police'.split(
    ' ',
  ),
)
const codes = (marks: string): ReadonlySet<number> => new Set(Array.from(marks, (mark) => mark.charCodeAt(0)))
/** What may end a sentence, of that what needs no space behind it, and what may stand behind it and still belongs to it. */
const STOPS = codes('.!?…؟۔。！？')
const WIDE_STOPS = codes('。！？')
const CLOSERS = codes(`"'”’»)]›*_‘“`)
/** Marks inside a word. */
const INNER = codes(".’'")
const SPEECH_AFTER_QUOTE =
  /\s+(?:\p{Lu}[\p{L}.’'-]*\s+){1,4}(?:said|says|asked|added|wrote|told|replied|shouted|tweeted|posted|wondered)\b/uy
/** Written without spaces and without full stops: only a dictionary finds their sentences. Chinese and Japanese have stops of their own. */
const DICTIONARY_LANGUAGES = new Set(['th', 'km', 'lo', 'my', 'bo'])
/** The segmenter is asked about this much at a time: it slows down out of proportion on longer stretches. */
const SEGMENT = 5000

const isWordly = (code: number): boolean => (classOf(code) & (LETTER | NUMBER)) !== 0
const isInWord = (code: number): boolean => INNER.has(code) || isWordly(code)
const isSpace = (text: string, at: number): boolean => at < text.length && (classOf(text.charCodeAt(at)) & SPACE) !== 0

/** The word that ends at `at` (exclusive), at most 20 units back. */
function wordBefore(text: string, at: number, from: number): string {
  let start = at
  while (start > from && at - start < 20 && isInWord(text.charCodeAt(start - 1))) start--
  return text.slice(start, at)
}

function wordAfter(text: string, at: number, end: number): string {
  let stop = at
  while (stop < end && stop - at < 20 && isWordly(text.charCodeAt(stop))) stop++
  return text.slice(at, stop)
}

/** Whether the full stop at `at` belongs to its word rather than to the sentence. */
function abbreviates(text: string, at: number, from: number, next: number, end: number): boolean {
  const word = wordBefore(text, at, from).toLowerCase()
  const following = wordAfter(text, next, end)
  const startsAnew = STARTERS.has(following.toLowerCase())
  if (NEVER_LAST.has(word)) return !(startsAnew && word !== 'no') && (following !== '' || text[next] === '(')
  if (MAYBE_LAST.has(word)) return !startsAnew && !/^[“"‘]/u.test(text[next] ?? '')
  // Initials and dotted capitals: "J. Smith", "U.S. Army".
  if (word.length > 2 && !word.includes('.')) return false
  if (/^(?:\p{L}\.)*\p{L}$/u.test(word) && /\p{Lu}/u.test(wordBefore(text, at, from))) return !startsAnew && /^\p{Lu}/u.test(following)
  return false
}

/** French sets its closing mark off with a space: « Partez ! », a-t-il dit. */
const closesAfterSpace = (text: string, at: number): boolean =>
  text[at + 1] === '»' && isSpace(text, at) && !isWordly(text.charCodeAt(at + 2))

const STOP = /[.!?…؟۔。！？]/gu

function nextStop(text: string, from: number): number {
  STOP.lastIndex = from
  return STOP.exec(text)?.index ?? text.length
}

/** Cuts one paragraph `[start, end)` into sentences. They hold every non-space character of it, in order, without overlap. */
export function sentencesOf(text: string, start: number, end: number, language: string): Span[] {
  if (DICTIONARY_LANGUAGES.has(language)) return segmented(text, start, end, language)
  const spans: Span[] = []
  let from = start
  for (let at = nextStop(text, start); at < end; at = nextStop(text, at + 1)) {
    const mark = text.charCodeAt(at)
    let after = at + 1
    while (after < end && STOPS.has(text.charCodeAt(after))) after++
    let closed = after
    while (closed < end && CLOSERS.has(text.charCodeAt(closed))) closed++
    if (closesAfterSpace(text, closed)) closed += 2
    if (closed < end && !isSpace(text, closed) && !WIDE_STOPS.has(mark)) {
      // Straight quotes and footnote numbers aside, a stop with no space after it is inside a word, a number or an address.
      at = closed - 1
      continue
    }
    let next = closed
    while (next < end && isSpace(text, next)) next++
    const quoted = closed > after
    if (next < end && !endsHere(text, { at, after, closed, next, from, end, quoted }, language)) {
      at = closed - 1
      continue
    }
    spans.push([from, closed])
    from = next
    at = next - 1
  }
  if (from < end) spans.push([from, end])
  return spans.filter(([a, b]) => b > a)
}

interface Stop {
  at: number
  after: number
  closed: number
  next: number
  from: number
  end: number
  quoted: boolean
}

function endsHere(text: string, stop: Stop, language: string): boolean {
  const mark = text[stop.at]
  const following = text[stop.next] ?? ''
  if (following !== '' && (classOf(following.charCodeAt(0)) & SMALL) !== 0) return false
  // “…” — Ann Lee: a signature belongs to the quotation before it.
  if (stop.quoted && /^[—–―]{1,2}\s*\p{Lu}/u.test(text.slice(stop.next, stop.next + 6))) return false
  // "Col. (ret.) Ann Lee", "Sam Oder (Ind.) won": a short word in brackets.
  if (mark === '.' && text[stop.after] === ')' && /\([\p{L}.]{1,8}$/u.test(text.slice(Math.max(stop.from, stop.at - 10), stop.at)))
    return false
  // "[...]" stands for words left out of the middle.
  if (text[stop.at - 1] === '[' && text[stop.after] === ']') return false
  if (mark === '.' && stop.after === stop.at + 1 && !stop.quoted && abbreviates(text, stop.at, stop.from, stop.next, stop.end)) return false
  if (
    language !== 'en' &&
    mark === '.' &&
    !stop.quoted &&
    abbreviatesAbroad(language, wordBefore(text, stop.at, stop.from), wordAfter(text, stop.next, stop.end))
  )
    return false
  if (stop.quoted && mark !== '.') {
    SPEECH_AFTER_QUOTE.lastIndex = stop.closed
    if (SPEECH_AFTER_QUOTE.test(text)) return false
  }
  // A list number: "2. The council".
  return stop.at - stop.from > 4 || !/^\s*\(?\p{N}{1,2}$/u.test(text.slice(stop.from, Math.min(stop.at, stop.from + 6)))
}

function segmented(text: string, start: number, end: number, language: string): Span[] {
  const spans: Span[] = []
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  for (let from = start; from < end; from += SEGMENT) {
    for (const { segment, index } of segmenter.segment(text.slice(from, Math.min(end, from + SEGMENT)))) {
      const trimmed = segment.trim()
      if (trimmed === '') continue
      const at = from + index + segment.indexOf(trimmed)
      spans.push([at, at + trimmed.length])
    }
  }
  return spans
}
