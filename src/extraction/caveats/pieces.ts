import { DOCUMENTS, RECORDINGS } from '../words/lexicon.ts'
import { COUNTED, SAYINGS } from './words.ts'

// Pieces of which the patterns of `unsettled.ts` and `ungiven.ts` are put together.

/** Alternatives out of sets. */
export const choice = (...sets: Iterable<string>[]): string => `(?:${sets.flatMap((set) => [...set]).join('|')})`
/** Words divided by spaces. */
export const list = (words: string): string[] => words.trim().split(/\s+/u)

/** What was said, written or shown, as a subject: without the bare pronouns, and without what is as often a thing of its own. */
export const THING = choice(
  [...SAYINGS, ...RECORDINGS, ...DOCUMENTS].filter(
    (word) => !/^(?:that|this|it|these|those|order|charges?|index|news|census|poll|information|film|livestream|audio)$/u.test(word),
  ),
  list('screenshot screenshots quotation quotations post posts messages rumour rumor list lists contract signature'),
)
/** What is counted or measured. */
export const FIGURES = choice(COUNTED, ['data', 'results', 'statistics'])
/** What follows a noun and still belongs to it. */
export const OF = String.raw`(?: (?:of|by|in|from|that|about|on|for|against|given|made|published|released|presented|cited|issued|itself|themselves)(?: [^,;"]{1,50}?)?)?`
/** Is, or has been. */
export const BE = String.raw`(?:is|are|was|were|remains?|remained|has been|have been)`
/** What denies. */
export const NEG = String.raw`(?:not|n't|never|neither|none|no|yet|rarely|seldom|hardly)`
/** What is done to find out whether a thing is so. */
export const CHECKED = choice(
  list(`verified confirmed corroborated checked assessed reviewed tested examined audited evaluated measured investigated validated analysed
  analyzed established determined replicated reproduced scrutinised scrutinized observed counted authenticated substantiated vetted`),
)
/** Who could bear a thing out and is not a party to it. */
export const OUTSIDER = String.raw`(?:independent|outside|neutral|foreign|international|third-party|impartial)`

/** Whole words that match one of these. */
export const re = (...patterns: string[]): RegExp => new RegExp(String.raw`\b(?:${patterns.join('|')})(?![\w-])`)
