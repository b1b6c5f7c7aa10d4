/** What a look at a stretch tells the next one: the columns of the second look, and those of a frame. */

import { addressOf, Column, read, Sort, sortOf, VERB, write } from './columns'
import { bucket, fineBucket, level, mix } from './steps'

const LABELS: i32 = 7
const SOURCE: i32 = 1
const CUE: i32 = 3
const CONTENT: i32 = 5

/** The role of a label: none, source, cue, content. */
function roleOf(path: usize, k: i32): i32 {
  return (<i32>load<u8>(path + k) + 1) >> 1
}
const CUE_ROLE = 2

/** Fills the columns of the second look at `n` words, from the first one's probabilities (seven a word) and best path. `scratch` needs forty bytes. */
export function secondLook(columns: usize, probabilities: usize, path: usize, n: i32, scratch: usize): void {
  for (let k = 0; k < n; k++) {
    const at = probabilities + <usize>(k * LABELS * 4)
    const source = <f64>load<f32>(at + SOURCE * 4)
    const cue = <f64>load<f32>(at + CUE * 4)
    const content = <f64>load<f32>(at + CONTENT * 4)
    write(addressOf(columns, Column.tag), k, load<u8>(path + k))
    write(addressOf(columns, Column.asSource), k, level(source + <f64>load<f32>(at + SOURCE * 4 + 4)))
    write(addressOf(columns, Column.asCue), k, level(cue + <f64>load<f32>(at + CUE * 4 + 4)))
    write(addressOf(columns, Column.asContent), k, level(content + <f64>load<f32>(at + CONTENT * 4 + 4)))
    write(addressOf(columns, Column.surest), k, level(source) * 64 + level(cue) * 8 + level(content))
  }
  lookBack(columns, path, n, 1, scratch, Column.rolesLeft, Column.rolesLeftShort, Column.tagLeftLemma, Column.runBefore)
  lookBack(columns, path, n, -1, scratch, Column.rolesRight, Column.rolesRightShort, Column.tagRightLemma, Column.runAfter)
}

/** No further than this do changes of role, or cues, count. */
const SIGHT: i32 = 60
const BOUNDARY: i32 = 9

// The last few changes of role, newest first: what they were and where.
const MOST_CHANGES: i32 = 5
let changes: i32 = 0

function remember(list: usize, role: i32, at: i32): void {
  memory.copy(list + 8, list, 8 * (MOST_CHANGES - 1))
  write(list, 0, role)
  write(list, 1, at)
  changes = min(changes + 1, MOST_CHANGES)
}

/** Walks in one direction and writes what lies behind each word. Behind `lemma` stand the columns of distance and sentences. */
function lookBack(
  columns: usize,
  path: usize,
  n: i32,
  step: i32,
  list: usize,
  roles: Column,
  short: Column,
  lemma: Column,
  run: Column,
): void {
  const sentence = addressOf(columns, Column.sentence)
  changes = 0
  let cue = -1
  let length = 0
  for (let k = step > 0 ? 0 : n - 1; k >= 0 && k < n; k += step) {
    const role = roleOf(path, k)
    const before = k - step
    const inside = before >= 0 && before < n
    const previous = inside ? roleOf(path, before) : -1
    if (inside && previous != role) remember(list, previous, before)
    if (inside && read(sentence, before) != read(sentence, k)) remember(list, BOUNDARY, before)
    length = previous == role ? length + 1 : 0
    write(addressOf(columns, run), k, bucket(min(30, length)) * 4 + role)
    let hash = role + 17
    let brief = 0
    let count = 0
    for (let c = 0; c < changes && count < 4; c++) {
      if (abs(k - read(list, 2 * c + 1)) > SIGHT) break
      hash = mix(hash, read(list, 2 * c))
      if (++count == 2) brief = hash
    }
    write(addressOf(columns, short), k, count < 2 ? hash : brief)
    write(addressOf(columns, roles), k, hash)
    const sees = cue >= 0 && abs(k - cue) <= SIGHT
    write(addressOf(columns, lemma), k, sees ? read(addressOf(columns, Column.lemma), cue) : -1)
    write(addressOf(columns, lemma + 1), k, sees ? bucket(abs(k - cue)) : 0)
    write(addressOf(columns, lemma + 2), k, sees ? min(4, abs(read(sentence, k) - read(sentence, cue))) : 0)
    if (role == CUE_ROLE) cue = k
  }
}

/**
 * Fills what depends on the cue `[from, to)`, for the words `[first, last)` of a stretch of `n`: `path` is the second look's. `probability` is
 * how sure it is of the cue; `ruled` whether the careful rules know the cue.
 */
export function frameLook(
  columns: usize,
  path: usize,
  n: i32,
  from: i32,
  to: i32,
  first: i32,
  last: i32,
  probability: f64,
  ruled: i32,
): void {
  const words = addressOf(columns, Column.word)
  const sentence = addressOf(columns, Column.sentence)
  const lemma = read(addressOf(columns, Column.lemma), to - 1)
  const pos = read(addressOf(columns, Column.pos), to - 1)
  const tense = read(addressOf(columns, Column.suffix2), to - 1)
  const next = to < n ? read(words, to) : 1
  const previous = from > 0 ? read(words, from - 1) : 1
  const quote = read(addressOf(columns, Column.quote), from)
  const firstLemma = read(addressOf(columns, Column.lemma), from)
  const sure = level(probability)
  const home = read(sentence, from)
  for (let k = first; k < last; k++) {
    write(addressOf(columns, Column.cuePrevious), k, previous)
    write(addressOf(columns, Column.cueLemma), k, lemma)
    write(addressOf(columns, Column.cuePos), k, pos)
    write(addressOf(columns, Column.cueTense), k, tense)
    write(addressOf(columns, Column.cueNext), k, next)
    write(addressOf(columns, Column.cueQuote), k, quote)
    write(addressOf(columns, Column.cueSure), k, sure)
    write(addressOf(columns, Column.cueFirst), k, firstLemma)
    write(addressOf(columns, Column.sentences), k, max(-3, min(4, read(sentence, k) - home)))
    write(addressOf(columns, Column.ruling), k, ruled)
  }
  for (let k = from; k < to; k++) {
    write(addressOf(columns, Column.side), k, k == from ? 2 : 3)
    write(addressOf(columns, Column.distance), k, 0)
    write(addressOf(columns, Column.between), k, 0)
    write(addressOf(columns, Column.betweenShort), k, 0)
    write(addressOf(columns, Column.path), k, 0)
    write(addressOf(columns, Column.cuesBetween), k, 0)
    write(addressOf(columns, Column.sameQuote), k, 0)
    write(addressOf(columns, Column.ownCue), k, 0)
  }
  walk(columns, path, to, last, 1, to - 1)
  walk(columns, path, from - 1, first - 1, -1, from)
}

/** Changes of role on the way are told up to this many. */
const LONGEST_PATH: i32 = 6

/** Walks away from the cue, whose nearest word is `cue`, and writes what lies between. */
function walk(columns: usize, path: usize, begin: i32, end: i32, step: i32, cue: i32): void {
  const quotes = addressOf(columns, Column.quote)
  const sentence = addressOf(columns, Column.sentence)
  let commas = 0
  let that = 0
  let verbs = 0
  let marks = 0
  let relative = 0
  let joins = 0
  let ends = 0
  let cues = 0
  let pathHash = step > 0 ? 11 : 12
  let pathLength = 0
  let lastRole = CUE_ROLE
  let inQuote = read(quotes, cue) == 2 ? 1 : 0
  for (let k = begin; k != end; k += step) {
    const quote = read(quotes, k)
    if (read(sentence, k) != read(sentence, k - step)) {
      ends++
      if (pathLength < LONGEST_PATH) {
        pathHash = mix(pathHash, BOUNDARY)
        pathLength++
      }
    }
    const role = roleOf(path, k)
    if (role != lastRole && pathLength < LONGEST_PATH) {
      pathHash = mix(pathHash, role + 1)
      pathLength++
    }
    if (role == CUE_ROLE && lastRole != CUE_ROLE) cues++
    lastRole = role
    write(addressOf(columns, Column.side), k, step > 0 ? 4 : 1)
    write(addressOf(columns, Column.distance), k, fineBucket(abs(k - begin)) * step)
    const between = min(3, commas) + 4 * that + 8 * min(2, verbs) + 32 * min(3, marks) + 128 * relative + 256 * joins + 512 * min(2, ends)
    write(addressOf(columns, Column.between), k, between)
    write(addressOf(columns, Column.betweenShort), k, min(2, commas) + 4 * that + 8 * min(3, marks) + 32 * min(2, ends))
    write(addressOf(columns, Column.path), k, pathHash)
    write(addressOf(columns, Column.cuesBetween), k, min(3, cues))
    write(addressOf(columns, Column.sameQuote), k, inQuote * 4 + min(3, marks))
    write(addressOf(columns, Column.ownCue), k, min(2, ends) * 4 + min(3, cues))
    const traits = read(addressOf(columns, Column.traits), k)
    const sort = sortOf(traits)
    if (sort == Sort.comma) commas++
    else if (sort == Sort.that) that = 1
    else if (sort == Sort.relative) relative = 1
    else if (sort == Sort.joining) joins = 1
    else if (quote == 1 || quote == 3) {
      marks++
      inQuote = (quote == 1) == step > 0 ? 1 : 0
    } else if (traits & VERB) verbs++
  }
}
