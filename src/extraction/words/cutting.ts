import { CAPITAL, classAt, LETTER, NUMBER, sizeAt, SMALL, SPACE, WORDLY } from './characters.ts'

/** Abbreviations whose full stop belongs to them. */
const ABBREVIATIONS = new Set(
  'Mr Mrs Ms Dr Sen Gov Rep Gen Lt Col Sgt Capt Maj Cmdr Adm Brig Cpl Pvt Insp Supt Det Rev Prof Engr Atty Hon Cllr Msgr Amb Jr Sr St Inc Corp Co Ltd No Jan Feb Mar Apr Aug Sept Oct Nov Dec'.split(
    ' ',
  ),
)
const LONGEST_ABBREVIATION = 4
/** Marks inside a word, between two letters or figures. */
const JOINERS = new Set(Array.from("'’.,-‐‑&/", (mark) => mark.charCodeAt(0)))
const STOP = 0x2e
const APOSTROPHE = 0x27
const BACKTICK = 0x60

/** Cuts a text into words and marks and tells each, with the place where it begins. */
export function cutWords(text: string, tell: (word: string, at: number) => void): void {
  for (let at = 0; at < text.length; ) {
    const kind = classAt(text, at)
    if ((kind & SPACE) !== 0) {
      at++
      continue
    }
    const end = (kind & WORDLY) !== 0 ? wordEnd(text, at) : markEnd(text, at)
    tell(text.slice(at, end), at)
    at = end
  }
}

const codeAt = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) : 0)

/** Two apostrophes or backticks are a quotation mark; any other mark stands alone. */
function markEnd(text: string, at: number): number {
  const code = text.charCodeAt(at)
  const double = (code === APOSTROPHE || code === BACKTICK) && codeAt(text, at + 1) === code
  return double ? at + 2 : at + sizeAt(text, at)
}

/** Where a run of letters and figures ends. */
function runEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && (classAt(text, at) & WORDLY) !== 0) at += text.charCodeAt(at) < 0xd800 ? 1 : sizeAt(text, at)
  return at
}

/** Where the word ends that begins at `from`: an abbreviation or initials with their stops, or runs with a joiner between them. */
function wordEnd(text: string, from: number): number {
  let end = runEnd(text, from)
  if (codeAt(text, end) === STOP) {
    const stopped = stoppedEnd(text, from, end)
    if (stopped > 0) return stopped
  }
  while (JOINERS.has(codeAt(text, end)) && (classAt(text, end + 1) & WORDLY) !== 0) end = runEnd(text, end + 1)
  return end
}

/** The end of an abbreviation or initials, full stop included, whose first run of letters ends at `stop`; 0 for anything else. */
function stoppedEnd(text: string, from: number, stop: number): number {
  const inside = (classAt(text, stop + 1) & LETTER) !== 0
  if (!inside && stop - from <= LONGEST_ABBREVIATION && ABBREVIATIONS.has(text.slice(from, stop))) return stop + 1
  // "U.S.", "e.g.": letters with a stop behind each.
  let end = from
  let letters = 0
  while ((classAt(text, end) & LETTER) !== 0 && codeAt(text, end + sizeAt(text, end)) === STOP) {
    end += sizeAt(text, end) + 1
    letters++
  }
  if (letters >= 2) return end
  // "J. Smith": an initial before a name.
  const initial = letters === 1 && end === stop + 1 && (classAt(text, from) & CAPITAL) !== 0
  return initial && !followsWord(text, from) && nameFollows(text, end) ? end : 0
}

function followsWord(text: string, at: number): boolean {
  if (at === 0) return false
  const before = at > 1 && sizeAt(text, at - 2) === 2 ? at - 2 : at - 1
  return (classAt(text, before) & (LETTER | NUMBER)) !== 0
}

/** Behind one space, a capital and a small letter. */
function nameFollows(text: string, at: number): boolean {
  const next = at + 1
  return (
    (classAt(text, at) & SPACE) !== 0 && (classAt(text, next) & CAPITAL) !== 0 && (classAt(text, next + sizeAt(text, next)) & SMALL) !== 0
  )
}
