/** What the tagger says of a word: outside, or beginning or going on with a source, a cue, or content. */
export const SOURCE = 1
export const CUE = 3
export const CONTENT = 5
export const LABELS = 7

/** Whether a label may follow another; -1 is the beginning. Only what has begun goes on. */
export const follows = (before: number, label: number): boolean =>
  label === 0 || label % 2 === 1 || before === label || before === label - 1

export const ALLOWED = Uint8Array.from({ length: LABELS * LABELS }, (_, k) => (follows(Math.floor(k / LABELS), k % LABELS) ? 1 : 0))
export const MAY_BEGIN = Uint8Array.from({ length: LABELS }, (_, label) => (follows(-1, label) ? 1 : 0))
