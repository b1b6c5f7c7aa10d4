import { createRequire } from 'node:module'

/**
 * The English model of wink-nlp: its lexicon, its machines for parts of speech, its cutter of words and its lemmas. Only these are
 * loaded, piece by piece; the package as a whole would load what nobody here asks for (sentences, names, moods) and copy the lexicon.
 */
const require = createRequire(import.meta.url)

/** Where in a word's four numbers a property stands: which number, its mask, its shift. */
type Place = readonly [number, number, number]
type Property = 'pos' | 'posHint' | 'lexemeCID' | 'lemma' | 'normal' | 'isSLemma' | 'isBaseForm' | 'isContraction' | 'isSpellingMapped'

interface Core {
  packing: { size: number; layout: Record<Property, Place>; config: unknown }
  lexicon: string
  xpansions: string
  features: { lexeme: { list: string[] }; posClusters: { list: string[] }; pos: { list: string[] } }
  pos: { hash: Record<string, number> }
  tcat: { hash: Record<string, number> }
  trex: unknown
  preserve: unknown
}

/** What the cutter of words calls: `category` says what kind of word a new one is. */
export interface Receiver {
  _addToken(text: string, category: number): void
  /** 0 where the lexicon does not hold the word. */
  _addTokenIfInCache(text: string): number
  isLexeme(text: string): unknown
}
/** What finding a new word's part of speech or lemma asks of the lexicon. */
export interface Lookup {
  lookup(text: string): number[] | null
  intrinsicSize(): number
  posOf(index: number): number
  hasSamePOS(text: string, pos: string): boolean
}

const core = require('wink-eng-lite-web-model/dist/languages/cur/models/eng-core-web-model.json') as Core
const featuresFor = require('wink-eng-lite-web-model/dist/feature.js') as (config: unknown) => {
  pos(word: string, category: number, lookup: Lookup): number
}
const compile = require('wink-nlp/src/compile-trex.js') as (trex: unknown) => unknown
const cutterFor = require('wink-nlp/src/tokenizer.js') as (
  trex: unknown,
  categories: unknown,
  preserve: unknown,
) => (receiver: Receiver, text: string) => void

/** The lemma of a word as this part of speech. */
export const lemmatize = require('wink-eng-lite-web-model/dist/lemmatize.js') as (word: string, pos: string, lookup: Lookup) => string
/** The machines that correct parts of speech, as JSON. */
export const MACHINES = require('wink-eng-lite-web-model/dist/languages/cur/models/eng-pos-model.json') as string[]

/** Cuts what the lexicon does not hold as it stands into words and tells them to the receiver. */
export const cutWord = cutterFor(compile(core.trex), core.tcat.hash, core.preserve)
/** The category of a plain word. */
export const WORD = core.tcat.hash['word'] ?? 1
/** The part of speech of a word that the lexicon does not hold. */
export const posOfNew = featuresFor(core.packing.config).pos

/** The names of the parts of speech, by number, and their numbers. */
export const POS_NAMES = core.features.pos.list
export const POS_NUMBERS = core.pos.hash

export const VALUES = core.features.lexeme.list
/** How many words the lexicon holds. */
export const SIZE = VALUES.length
/** By cluster, the parts of speech that its words can be. */
export const CLUSTERS: readonly ReadonlySet<number>[] = core.features.posClusters.list.map(
  (cluster) => new Set(cluster.split('_').map((name) => POS_NUMBERS[name] ?? 0)),
)

/** Numbers of 32 bits, from base64. */
function numbers(base64: string): Uint32Array {
  const bytes = Buffer.from(base64, 'base64')
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}

/** What contractions expand to: for each word its number, its normal form's, its lemma's and its part of speech. */
export const EXPANSIONS = numbers(core.xpansions)

const LEXICON = numbers(core.lexicon)
const LAYOUT = core.packing.layout
const WIDTH = core.packing.size

/** A property of the word with this number. */
export function property(index: number, name: Property): number {
  const [offset, mask, shift] = LAYOUT[name]
  return ((LEXICON[index * WIDTH + offset] ?? 0) & mask) >>> shift
}

const INDEX = new Map<string, number>()
for (const [index, value] of VALUES.entries()) INDEX.set(value, index)

/** The number of a word; undefined where the lexicon does not hold it. */
export const indexOf = (word: string): number | undefined => INDEX.get(word)
