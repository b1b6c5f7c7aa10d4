import { getLIDModel } from 'fasttext.wasm.js'
import { ARABIC, classAt, LATIN, LETTER, sizeAt } from './words/characters.ts'

/** What the language of a text is (a BCP 47 tag, `und` where no letters tell) and which way it runs. */
export interface Tongue {
  language: string
  direction: 'ltr' | 'rtl'
}

/** As much of a text as the identifier needs; more costs time and changes nothing. */
const SAMPLE = 4000

const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'fa', 'he', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv', 'arz', 'azb', 'pnb', 'mzn', 'lrc'])

/** fastText knows Kurmanji as plain `ku`; Norwegian as `no`; the rest of its labels are BCP 47 already or close enough. */
const LABELS: Record<string, string> = { ku: 'kmr', no: 'nb', als: 'gsw', sh: 'sr' }

/** Small words that only English uses together; they settle short texts full of foreign names. */
const ENGLISH = new Set(
  'the of and to in a is that for was on with as by it said at from be were has have an are he she they after who which not but'.split(' '),
)

// Loaded once, when the module is: from then on identification is synchronous.
const identifier = await (await getLIDModel()).load()

function topLabel(sample: string): { label: string; chance: number } {
  const found: unknown = identifier.predict(sample, 1, 0)
  const vector = found as { size(): number; get(index: number): [number, string] }
  if (vector.size() === 0) return { label: 'und', chance: 0 }
  const [chance, label] = vector.get(0)
  return { label: label.replace('__label__', ''), chance }
}

/** How often what tells languages apart occurs in a text. */
interface Counts {
  letters: number
  arabic: number
  latin: number
  words: number
  /** Of the words, those that only English uses together. */
  english: number
}
const LONGEST_ENGLISH = Math.max(...Array.from(ENGLISH, (word) => word.length))

/** Counts in one go. No letter changes its script when it is made small. */
function countsOf(sample: string): Counts {
  const text = sample.toLowerCase()
  const counts: Counts = { letters: 0, arabic: 0, latin: 0, words: 0, english: 0 }
  // Where the word begins that goes on here.
  let start = 0
  const endWord = (at: number): void => {
    if (at === start) return
    counts.words++
    if (at - start <= LONGEST_ENGLISH && ENGLISH.has(text.slice(start, at))) counts.english++
  }
  let at = 0
  while (at < text.length) {
    const kind = classAt(text, at)
    if ((kind & LATIN) !== 0) counts.latin++
    else if ((kind & ARABIC) !== 0) counts.arabic++
    if ((kind & LETTER) !== 0) {
      counts.letters++
      at += text.charCodeAt(at) < 0xd800 ? 1 : sizeAt(text, at)
    } else {
      endWord(at)
      start = ++at
    }
  }
  endWord(at)
  return counts
}

/** The share of some letters in a text among others. */
function share(sample: string, letters: RegExp, of: RegExp): number {
  const all = sample.match(of)?.length ?? 0
  return all === 0 ? 0 : (sample.match(letters)?.length ?? 0) / all
}

/** Identifies the language of a text. Never throws; a text without letters is `und`, left to right. */
export function identifyLanguage(text: string): Tongue {
  const middle = Math.max(0, Math.min(Math.floor(text.length / 3), text.length - SAMPLE))
  const excerpt = text.slice(middle, middle + SAMPLE)
  const counts = countsOf(excerpt)
  if (counts.letters === 0) return { language: 'und', direction: 'ltr' }

  const arabicShare = counts.arabic / counts.letters
  const english = counts.english / Math.max(1, counts.words)
  if (arabicShare <= 0.5 && counts.latin / counts.letters > 0.5 && english > 0.2) return { language: 'en', direction: 'ltr' }
  // Lone surrogates and control characters mean nothing to the model, and line breaks end its input.
  const sample = excerpt.replace(/[\p{Cs}\p{Cc}\s]+/gu, ' ').trim()
  if (arabicShare > 0.5) {
    // Sorani spells its vowels with letters that Arabic, Persian and Urdu do without.
    const sorani = share(sample, /[ەێۆڕڵ]/gu, /\p{Script=Arabic}/gu)
    if (sorani > 0.05 && /[ێۆڕڵ]/u.test(sample)) return { language: 'ckb', direction: 'rtl' }
  }
  const { label, chance } = topLabel(sample)
  // A few words of Latin script that nothing claims with confidence are most often an English headline with names in it.
  const unsure = chance < 0.3 && arabicShare === 0 && /^[\p{Script=Latin}\P{L}]*$/u.test(sample)
  const language = unsure ? 'en' : (LABELS[label] ?? label)
  const direction = RIGHT_TO_LEFT.has(language) || arabicShare > 0.5 ? 'rtl' : 'ltr'
  return { language, direction }
}
