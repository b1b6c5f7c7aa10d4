import type { CopySentence } from '../layout/layout.ts'
import type { Entry, Ledger } from './ledger.ts'
import { RECORDINGS } from '../words/lexicon.ts'
import type { Mention } from './mentions.ts'
import { textOf } from '../words/phrases.ts'
import { makerOf } from '../frames/recordings.ts'

const MADE = new Set('shot filmed recorded taken captured posted uploaded shared published released took made'.split(' '))

const familyOf = (noun: string): string =>
  noun
    .replace(/s$/u, '')
    .replace(/^(?:clip|footage)$/u, 'video')
    .replace(/^(?:photograph|picture|image)$/u, 'photo')

/** Remembers who made the recordings of each family: "residents filmed videos" names the videos after the residents. */
export function nameRecordings(names: Map<string, string>, text: string, sentence: CopySentence): void {
  const made = makerOf(sentence.tokens)
  if (!made) return
  const noun = sentence.tokens.slice(...made.recording).findLast((token) => RECORDINGS.has(token.lower))
  const verb = sentence.tokens.find((token, k) => k >= Math.min(made.recording[1], made.maker[1]) && MADE.has(token.lower))
  if (!noun) return
  const family = familyOf(noun.lower)
  const participle = verb?.lower === 'took' ? 'taken' : (verb?.lower ?? 'made')
  if (!names.has(family)) names.set(family, `${noun.lower} ${participle} by ${textOf(text, sentence.tokens, made.maker)}`)
}

/** All recordings of a family that one maker is named for are one source; otherwise each new "a video" is its own. */
export function resolveRecording(ledger: Ledger, names: ReadonlyMap<string, string>, mention: Mention, sentence: number): number | null {
  const noun =
    mention.text
      .toLowerCase()
      .split(/\s+/u)
      .findLast((word) => RECORDINGS.has(word)) ?? 'video'
  const name = names.get(familyOf(noun))
  if (name) mention.name = name
  mention.proper = []
  const entries = ledger.entries
  const known = entries.findLastIndex(
    (entry) =>
      entry.kind === 'media' &&
      (name
        ? entry.name === name
        : mention.definite && !/^(?:another|other|second)\b/iu.test(mention.text) && entry.roles.has(familyOf(noun))),
  )
  mention.roles = [familyOf(noun)]
  if (known < 0) {
    mention.definite = false
    const index = ledger.resolve(mention, sentence)
    if (index !== null && name) alias(entries[index], noun)
    return index
  }
  alias(entries[known], mention.text)
  ledger.speaks(known, sentence)
  return known
}

/** "It", "one, filmed from a roof": a recording by way of the recordings before it. Null where none was named lately. */
export function takenUpRecording(
  ledger: Ledger,
  printed: string,
  noun: string | null,
  lately: number | null,
  sentence: number,
): number | null {
  const [first = '', ...rest] = printed.split(',')
  if (/^(?:it|they|both|these|this)$/iu.test(first.trim())) return lately
  if (noun === null) return null
  const kind = noun.replace(/s$/u, '')
  const gloss = rest.join(',').trim()
  const name = gloss ? `${kind} ${gloss}` : `${first.trim().toLowerCase()} ${kind}`
  return ledger.resolve(
    {
      text: name,
      name,
      proper: [],
      pronoun: null,
      kind: 'media',
      identified: 'organisation_only',
      unnamed: true,
      definite: false,
      roles: [familyOf(noun)],
      owner: null,
      gender: null,
      plural: false,
    },
    sentence,
  )
}

function alias(entry: Entry | undefined, form: string): void {
  if (entry && entry.name !== form && !entry.aliases.includes(form)) entry.aliases.push(form)
}
