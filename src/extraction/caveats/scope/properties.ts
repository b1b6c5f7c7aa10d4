import type { Caveat } from '../caveats.ts'
import { DOCUMENTS, RECORDINGS } from '../../words/lexicon.ts'
import { isFinite } from '../../words/phrases.ts'
import { mentions, sentenceOf, shows, type View } from './view.ts'

/** What is unknown of a recording or paper, where the copy names the property alone: "the date, however, could not be established". */
const PROPERTY = /^(?:date|dates|location|locations|distance|time|timing|place|contents?|author|authorship|age|context|where|when)$/u
/** Of the things on paper a property is named of, beside the documents. */
const PAPER = /^(?:sheet|page|pages|list|note|notes|screenshot|printout|leaflet|table|chart|map|folder|file|files)$/u
/** The thing is looked for over so many claims. */
const NEAR = 6

/**
 * The claims about the recording or the paper whose date, place or contents could not be established, or null where the caveat is of
 * something else: "its contents" are those of what its own sentence names, "the date" that of the recording spoken of last.
 */
export function ofProperty(caveat: Caveat, view: View, before: readonly number[], here: readonly number[]): number[] | null {
  const s = view.sentences[caveat.sentence]?.tokens ?? []
  const [from, to] = caveat.range
  const at = s.findIndex((token, k) => k >= from && k < Math.min(to, from + 6) && PROPERTY.test(token.lower))
  if (at < 0 || s[at + 1]?.lower === 'of' || caveat.about.some((noun) => !PROPERTY.test(noun))) return null
  const near = [...before.slice(-NEAR), ...here.filter((k) => (view.claims[k]?.range[0] ?? 0) < from)]
  const shown = near.filter((k) => shows(view, k)).at(-1)
  if (shown !== undefined) return near.filter((k) => k === shown || (sentenceOf(view, k) === sentenceOf(view, shown) && shows(view, k)))
  const verb = s.findIndex((_, k) => k < from && isFinite(s, k))
  const thing = s.slice(0, Math.max(0, verb)).findLast((token) => isPaper(token.lower))?.lower
  if (thing === undefined) return null
  const named = before.findLast((k) => mentions(view, k, [thing]))
  return named === undefined ? null : before.filter((k) => k >= named && sentenceOf(view, k) === sentenceOf(view, named))
}

const isPaper = (word: string): boolean => DOCUMENTS.has(word) || RECORDINGS.has(word) || PAPER.test(word)
