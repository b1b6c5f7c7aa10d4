import {
  CLUSTERS,
  cutWord,
  EXPANSIONS,
  indexOf,
  lemmatize,
  type Lookup,
  POS_NAMES,
  POS_NUMBERS,
  posOfNew,
  property,
  type Receiver,
  SIZE,
  VALUES,
  WORD,
} from './model.ts'

/** A word, or a piece of one, as the tagger knows it. */
export interface Lexeme {
  /** How many letters of the text it takes. */
  length: number
  /** The part of speech that it most often is. */
  usual: number
  /** What the machines read in place of its part of speech; 0 where they read that. */
  hint: number
  /** The parts of speech that it can be. */
  can: ReadonlySet<number>
  /** In a contraction part of speech and lemma are settled. */
  settled: boolean
  /** The lemma whatever the part of speech; null where that decides. */
  lemma: string | null
  /** The form that lemmas are made of. */
  normal: string
  /** Lemmas made so far, by part of speech. */
  lemmas: (string | undefined)[] | null
}

const NOUN = POS_NUMBERS['NOUN'] ?? 8
/** A corpus has so many words that the lexicon has not; beyond that the memory starts anew. */
const MOST_NEW = 50_000

/** The words of the lexicon as far as they were met, and those that it does not hold. */
const met = new Map<string, readonly Lexeme[]>()
let newWords = 0

const respelled = (index: number): number => (property(index, 'isSpellingMapped') === 1 ? property(index, 'lemma') : index)
const normalOf = (index: number): number =>
  property(index, 'isSpellingMapped') === 1 ? property(index, 'lemma') : index + property(index, 'normal')
const clusterOf = (index: number): ReadonlySet<number> => CLUSTERS[property(index, 'lexemeCID')] ?? new Set()
const isContraction = (index: number): boolean => property(index, 'isContraction') === 1

const lookup: Lookup = {
  lookup(text) {
    const index = indexOf(text)
    if (index === undefined) return [SIZE]
    return isContraction(index) ? expansionsOf(index).map((at) => EXPANSIONS[at] ?? 0) : [index]
  },
  intrinsicSize: () => SIZE,
  posOf: (index) => property(index, 'pos'),
  hasSamePOS(text, pos) {
    const index = indexOf(text)
    if (index === undefined || isContraction(index) || property(index, 'isBaseForm') === 0) return false
    return clusterOf(index).has(POS_NUMBERS[pos] ?? -1)
  },
}

/** Where the words of a contraction stand in the list of expansions. */
function expansionsOf(index: number): number[] {
  const packed = property(index, 'lemma')
  const [first, count] = [packed & 0x3fff, (packed >> 14) & 0x1f]
  return Array.from({ length: count / 4 }, (_, k) => first + 4 * k)
}

function expansion(at: number): Lexeme {
  const [index = 0, normal = 0, lemma = 0, pos = 0] = EXPANSIONS.subarray(at, at + 4)
  return {
    length: (VALUES[index] ?? '').trim().length,
    usual: pos,
    hint: property(index, 'posHint'),
    can: clusterOf(normal),
    settled: true,
    lemma: (VALUES[lemma] ?? '').toLowerCase(),
    normal: VALUES[normal] ?? '',
    lemmas: null,
  }
}

function lexeme(index: number): Lexeme {
  const spelled = respelled(index)
  const normal = normalOf(index)
  return {
    length: (VALUES[index] ?? '').trim().length,
    usual: property(spelled, 'pos') || NOUN,
    hint: property(index, 'posHint'),
    can: clusterOf(normal),
    settled: false,
    lemma: property(spelled, 'isSLemma') === 1 ? (VALUES[property(spelled, 'lemma')] ?? '').toLowerCase() : null,
    normal: VALUES[normal] ?? '',
    lemmas: null,
  }
}

/** Learns a word that the lexicon does not hold, and its small letters with it: what it is was read off its form. */
function learn(word: string, category: number): void {
  const small = word.toLowerCase()
  const inside = indexOf(small)
  const normal = inside === undefined ? -1 : respelled(inside)
  const learned = (form: string): Lexeme => ({
    length: form.trim().length,
    usual: posOfNew(form, category, lookup) || NOUN,
    hint: 0,
    can: (normal >= 0 ? clusterOf(normal) : CLUSTERS[0]) ?? new Set(),
    settled: false,
    lemma: null,
    normal: normal >= 0 ? (VALUES[normal] ?? '') : small,
    lemmas: null,
  })
  met.set(word, [learned(word)])
  if (small !== word && inside === undefined && !met.has(small)) met.set(small, [learned(small)])
  newWords += 2
}

/** What the lexicon holds, or what was learned, as it stands. */
function known(word: string): readonly Lexeme[] | undefined {
  const before = met.get(word)
  if (before) return before
  const index = indexOf(word)
  if (index === undefined) return undefined
  const found = isContraction(index) ? expansionsOf(index).map(expansion) : [lexeme(index)]
  met.set(word, found)
  return found
}

/** A word cut into what the lexicon holds or learns from it. */
export interface Pieces {
  /** One for most words, more for contractions and for what the cutter takes apart. */
  lexemes: readonly Lexeme[]
  /** What was looked for in vain on the way: once one of these is learned the word may be cut otherwise. */
  absent: readonly string[]
}

const NONE: readonly string[] = []
const LETTERS = /^[A-Za-z]+$/u

/** A word's pieces. */
export function piecesOf(word: string): Pieces {
  const found = known(word)
  if (found) return { lexemes: found, absent: NONE }
  if (newWords > MOST_NEW) {
    met.clear()
    newWords = 0
  }
  // The cutter takes nothing off a word of letters; most new words are names, and asking it is dear.
  if (LETTERS.test(word)) {
    learn(word, WORD)
    return { lexemes: met.get(word) ?? [], absent: NONE }
  }
  const lexemes: Lexeme[] = []
  const absent: string[] = []
  const look = (text: string): readonly Lexeme[] | undefined => {
    const there = known(text)
    if (!there) absent.push(text)
    return there
  }
  const receiver: Receiver = {
    _addToken(text, category) {
      if (!known(text)) learn(text, category)
      // A contraction goes by its parts only where it is looked up; here it is one word.
      const index = indexOf(text)
      lexemes.push(index === undefined ? (met.get(text)?.[0] as Lexeme) : lexeme(index))
    },
    _addTokenIfInCache(text) {
      const there = look(text)
      if (there) lexemes.push(...there)
      return there ? 1 : 0
    },
    isLexeme: look,
  }
  cutWord(receiver, word)
  return { lexemes, absent: known(word) ? NONE : absent }
}

/** Whether a word is still cut as it was. */
export const holdsGood = ({ absent }: Pieces): boolean => absent.length === 0 || !absent.some(known)

/** The lemma of a lexeme as this part of speech, in small letters. */
export function lemmaOf(lexeme: Lexeme, pos: number): string {
  return lexeme.lemma ?? ((lexeme.lemmas ??= [])[pos] ??= lemmatize(lexeme.normal, POS_NAMES[pos] ?? '', lookup).toLowerCase())
}
