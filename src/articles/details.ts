import type { ReadDocument } from '../documents/types.ts'
import type { Parts, Reading, Span } from '../extraction/types.ts'
import { shorten } from '../web/words.ts'
import { writtenOut } from './addresses.ts'
import type { Publication } from './schema.ts'

/** What is known of an article besides its text. Empty means not known. */
export interface Details {
  headline: string
  outlet: string
  byline: string
  url: string
  /** An ISO date, or date and time. */
  publishedAt: string
  /** Subject tags, apart by a comma and a space. */
  subjects: string
}

/** What the person who brings an article in says of it; what they leave empty is filled in. */
export interface GivenDetails extends Omit<Details, 'headline' | 'subjects'> {
  /** Where somebody has given one; otherwise it is read from the text. */
  headline?: string
  subjects?: string
  publication: Publication
  /** ISO, UTC. */
  dueAt: string | null
}

/**
 * The details of an article: as the person gave them, else as the document declares them, else as they were recognised in its text.
 * Only the headline is taken from the text first: what pages declare of it often carries the outlet's name too.
 */
export function fillIn(
  given: Omit<Details, 'headline' | 'subjects'> & { headline?: string; subjects?: string },
  document: ReadDocument,
  reading: Reading,
  deskOutlet: string,
): Details {
  const { text, declared } = document
  const recognised = recognisedIn(text, reading.parts)
  return {
    headline: first(
      given.headline,
      recognised.headline,
      shorten(declared.headline ?? '', 300),
      openingWords(text, reading),
      'Without a headline',
    ),
    outlet: first(given.outlet, declared.outlet?.slice(0, 200), recognised.outlet, deskOutlet),
    byline: first(given.byline, declared.byline?.slice(0, 200), recognised.byline),
    url: first(given.url, writtenOut(declared.url ?? '')),
    publishedAt: first(given.publishedAt, declared.publishedAt, recognised.publishedAt),
    subjects: given.subjects ?? '',
  }
}

const first = (...values: (string | undefined)[]): string => values.find((value) => value !== undefined && value !== '') ?? ''

/** What the parts of a text can say of it. */
type Recognised = Omit<Details, 'url' | 'subjects'>

/** What the parts of a text say of it. */
export function recognisedIn(text: string, parts: Parts): Recognised {
  const words = (span: Span | null): string =>
    span
      ? text
          .slice(...span)
          .replace(/\s+/g, ' ')
          .trim()
      : ''
  return {
    headline: shorten(words(parts.headline), 300),
    outlet: words(parts.outlet).slice(0, 200),
    byline: nameIn(words(parts.byline)).slice(0, 200),
    publishedAt: parts.published?.iso ?? '',
  }
}

/** The details that came from one reading of the parts and are other in the next; what a person has typed stays. */
export function movedDetails(now: Details, before: Recognised, after: Recognised): Partial<Details> {
  return Object.fromEntries(
    (['headline', 'outlet', 'byline', 'publishedAt'] as const)
      .filter((name) => now[name] === before[name] && after[name] !== before[name] && after[name] !== '')
      .map((name) => [name, after[name]]),
  )
}

/** A piece without a headline goes by its first words. */
function openingWords(text: string, { sentences }: Reading): string {
  const opening = sentences[0]
  return opening ? shorten(text.slice(opening.start, opening.end).replace(/\s+/g, ' '), 90) : ''
}

/** `By Jane Doe` is Jane Doe. */
const nameIn = (byline: string): string => byline.replace(/^(?:by|von|par|por|di|door|بقلم|كتب|كتبت)(?:\s*:\s*|\s+)/iu, '')
