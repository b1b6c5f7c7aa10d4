import type { CopySentence } from '../layout/layout.ts'
import { Ledger } from './ledger.ts'
import type { Mention } from './mentions.ts'
import type { KnownNames } from './names.ts'
import type { Range } from '../words/phrases.ts'
import { nameRecordings } from './recording-sources.ts'
import { knownNames, type Topic, topicsIn } from './topics.ts'

type MentionReader = (s: readonly CopySentence['tokens'][number][], range: Range, printed: string) => Mention

/** Everything needed to turn the noun phrases of an article into sources. */
export interface Desk {
  text: string
  sentences: readonly CopySentence[]
  known: KnownNames
  outlet: ReadonlySet<string>
  ledger: Ledger
  /** Whom and what the copy brings up, in the order of the text. */
  topics: Topic[]
  recordings: Map<string, string>
  /** Reads a source's phrase in a language other than English. */
  read: MentionReader | null
  /** Who spoke last, and through which media. */
  thread: Thread | null
  /** The media through which a source was last heard. */
  heardThrough: Map<number, readonly number[]>
  /** Phrases already resolved, by sentence and first word: "a source said … and added" is one source. */
  resolved: Map<string, number>
  /** Whose statement, letter or post "the statement", "the letter" or "the post" is. */
  papers: Map<string, number>
}

/** Where a phrase stands, and with which verb. */
export interface Place {
  sentence: number
  /** The verb's lemma; what only people and bodies do cannot be done by a paper. */
  lemma: string
}

/** The last speaker of the copy, so that a bare "he said" after "he told Radio X" stays with Radio X. */
export interface Thread {
  origin: number
  relays: readonly number[]
  sentence: number
}

/** Opens the desk for an article: reads the sentences once for whom and what they bring up. */
export function openDesk(
  text: string,
  sentences: readonly CopySentence[],
  outlet: ReadonlySet<string>,
  read: MentionReader | null = null,
): Desk {
  const known = knownNames(sentences)
  const desk: Desk = {
    text,
    sentences,
    known,
    outlet,
    ledger: new Ledger(),
    topics: [],
    recordings: new Map(),
    read,
    thread: null,
    heardThrough: new Map(),
    resolved: new Map(),
    papers: new Map(),
  }
  for (const [k, sentence] of sentences.entries()) {
    if (sentence.role === 'repeat') continue
    if (!read && sentence.role !== 'heading') for (const topic of topicsIn(text, sentence, k, known)) desk.topics.push(topic)
    nameRecordings(desk.recordings, text, sentence)
  }
  return desk
}
