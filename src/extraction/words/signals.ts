import type { Token } from './tokens.ts'

/**
 * Words without which a rule finds nothing in a sentence. A rule declares its signal beside its own tables; one look at each word then
 * tells which of the rules are worth asking.
 */
export type Signal = number

type Given = ReadonlySet<string> | RegExp

const declared: Given[] = []
/** One bit each. */
const MOST_SIGNALS = 31

/** Declares the words, in small letters, that give a signal. Called while modules load, before any sentence is read. Throws when there are too many. */
export function signal(given: Given): Signal {
  if (declared.length === MOST_SIGNALS) throw new Error(`There are at most ${MOST_SIGNALS} signals`)
  return 1 << (declared.push(given) - 1)
}

/** Words come again and again; so many are kept in mind. */
const MOST_WORDS = 40_000
const words = new Map<string, number>()
/** What has been seen of a sentence already. */
const sentences = new WeakMap<readonly Token[], number>()

/** Whether any word of a sentence gives a signal. */
export function gives(s: readonly Token[], asked: Signal): boolean {
  let signals = sentences.get(s)
  if (signals === undefined) {
    signals = 0
    for (const { lower } of s) signals |= words.get(lower) ?? learn(lower)
    sentences.set(s, signals)
  }
  return (signals & asked) !== 0
}

function learn(word: string): number {
  let signals = 0
  for (const [k, given] of declared.entries()) if (given instanceof RegExp ? given.test(word) : given.has(word)) signals |= 1 << k
  if (words.size >= MOST_WORDS) words.clear()
  words.set(word, signals)
  return signals
}
