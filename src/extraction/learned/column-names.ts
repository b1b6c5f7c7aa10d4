/**
 * What is asked about each word: one column of whole numbers per property, one row per word. Words and tags are hashed; the rest are small
 * counts. kernel/assembly/columns.ts repeats the names in this order.
 */

/** The properties of a word by themselves, before templates join them. Words and tags are hashed; the rest are small counts. */
export const COLUMN_NAMES = [
  // The word.
  'word',
  'lemma',
  'pos',
  'shape',
  'suffix3',
  'suffix2',
  'start6',
  // How often its lemma was (part of) a cue, or a source, in the corpus.
  'cue',
  'speaker',
  // Quotation marks: outside, opening, inside, closing; distances to the marks on both sides.
  'quote',
  'quoteLeft',
  'quoteRight',
  // Where it stands in its sentence and what that sentence is like.
  'fromStart',
  'toEnd',
  'toEndExact',
  'first',
  'second',
  'quotedShare',
  'edgeQuotes',
  'before',
  'after',
  'among',
  // The nearest probable cue on the left: its lemma, tag, neighbours, distance, and what lies between.
  'leftLemma',
  'leftPos',
  'leftCue',
  'leftDistance',
  'leftBetween',
  'leftBetweenShort',
  'leftTense',
  // The same on the right.
  'rightLemma',
  'rightPos',
  'rightCue',
  'rightDistance',
  'rightBetween',
  'rightBetweenShort',
  'rightNext',
  'rightMark',
  // What the careful rules read here.
  'rule',
  'ruleForce',
] as const
/** One column for each name. */
export type Columns = Record<(typeof COLUMN_NAMES)[number], Int32Array>

/** What the second look knows beside the first: the first look's opinion of the word and of what stands around it. */
export const SECOND_COLUMN_NAMES = [
  // The first look's label, and how sure it was of source, cue and content.
  'tag',
  'asSource',
  'asCue',
  'asContent',
  'surest',
  // The order of roles to the left and to the right of the word.
  'rolesLeft',
  'rolesRight',
  'rolesLeftShort',
  'rolesRightShort',
  // The nearest cue of the first look on both sides.
  'tagLeftLemma',
  'tagLeftDistance',
  'tagLeftSentences',
  'tagRightLemma',
  'tagRightDistance',
  'tagRightSentences',
  // How long the run of the word's own role is, before and after it.
  'runBefore',
  'runAfter',
] as const
export type SecondColumns = Record<(typeof SECOND_COLUMN_NAMES)[number], Int32Array>

/** What depends on the cue that a frame is read for. */
export const FRAME_COLUMN_NAMES = [
  // Where it stands from the cue: side, distance, sentences, what lies between, the tagger's spans between.
  'side',
  'distance',
  'sentences',
  'between',
  'betweenShort',
  'path',
  'cuesBetween',
  // The cue: its lemma, tag, ending, neighbours, what is quoted, how sure the tagger is of it.
  'cueLemma',
  'cuePos',
  'cueTense',
  'cueNext',
  'cuePrevious',
  'cueQuote',
  'cueSure',
  'cueFirst',
  // Pairs of quotation marks between the word and the cue; whether the word's sentence holds a cue of its own.
  'sameQuote',
  'ownCue',
  // What the careful rules say of the word for this very cue.
  'ruling',
] as const
export type FrameColumns = Record<(typeof FRAME_COLUMN_NAMES)[number], Int32Array>

/** The names of all columns: of the word, of the look before, of the cue. */
export const ALL_COLUMNS: readonly string[] = [...COLUMN_NAMES, ...SECOND_COLUMN_NAMES, ...FRAME_COLUMN_NAMES]
