/** The columns of the sheet: one whole number a word. */

/** The columns in the order of `ALL_COLUMNS`, and the two that no template asks of. */
export enum Column {
  word,
  lemma,
  pos,
  shape,
  suffix3,
  suffix2,
  start6,
  cue,
  speaker,
  quote,
  quoteLeft,
  quoteRight,
  fromStart,
  toEnd,
  toEndExact,
  first,
  second,
  quotedShare,
  edgeQuotes,
  before,
  after,
  among,
  leftLemma,
  leftPos,
  leftCue,
  leftDistance,
  leftBetween,
  leftBetweenShort,
  leftTense,
  rightLemma,
  rightPos,
  rightCue,
  rightDistance,
  rightBetween,
  rightBetweenShort,
  rightNext,
  rightMark,
  rule,
  ruleForce,
  tag,
  asSource,
  asCue,
  asContent,
  surest,
  rolesLeft,
  rolesRight,
  rolesLeftShort,
  rolesRightShort,
  tagLeftLemma,
  tagLeftDistance,
  tagLeftSentences,
  tagRightLemma,
  tagRightDistance,
  tagRightSentences,
  runBefore,
  runAfter,
  side,
  distance,
  sentences,
  between,
  betweenShort,
  path,
  cuesBetween,
  cueLemma,
  cuePos,
  cueTense,
  cueNext,
  cuePrevious,
  cueQuote,
  cueSure,
  cueFirst,
  sameQuote,
  ownCue,
  ruling,
  traits,
  sentence,
}

/** Where a column begins: `columns` holds their addresses. */
export function addressOf(columns: usize, column: Column): usize {
  return load<usize>(columns + ((<usize>column) << 2))
}

export function read(column: usize, k: i32): i32 {
  return load<i32>(column + ((<usize>k) << 2))
}

export function write(column: usize, k: i32, value: i32): void {
  store<i32>(column + ((<usize>k) << 2), value)
}

/** What a word is, in one number: see traits.ts, which packs it. */
export function sortOf(traits: i32): Sort {
  return traits & 15
}
/** Nought for all other words. */
export enum Sort {
  comma = 1,
  that,
  joining,
  relative,
  dash,
}
export function jointOf(traits: i32): i32 {
  return (traits >> 4) & 15
}
export const CAPITAL: i32 = 1 << 8
export const NEVER_ALONE: i32 = 1 << 9
export const STOP: i32 = 1 << 10
export const OPENS: i32 = 1 << 11
export const CLOSES: i32 = 1 << 12
export const QUOTED: i32 = 1 << 13
export const VERB: i32 = 1 << 14

/** Wipes the columns `[first, last)` for a stretch of `n` words, and writes `outside` into the `reach` places behind it. */
export function wipe(columns: usize, first: i32, last: i32, n: i32, reach: i32, outside: i32): void {
  for (let c = first; c < last; c++) {
    const at = addressOf(columns, c)
    memory.fill(at, 0, (<usize>n) << 2)
    for (let k = n; k < n + reach; k++) write(at, k, outside)
  }
}
