/** What stands around a word: quotation marks, its sentence, the nearest probable cues, the joint before it. */

import { addressOf, CAPITAL, CLOSES, Column, jointOf, NEVER_ALONE, OPENS, QUOTED, read, Sort, sortOf, STOP, VERB, write } from './columns'
import { bucket, mix } from './steps'

/**
 * Fills the columns that follow from the words of a stretch, for its `count` sentences. `bounds` holds the first word of each and the one
 * after its last; `scratch` needs twenty bytes for each sentence.
 */
export function describe(columns: usize, bounds: usize, count: i32, joints: usize, scratch: usize): void {
  if (count == 0) return
  const n = read(bounds, 2 * count - 1)
  fillQuotes(columns, n)
  for (let s = 0; s < count; s++) weighSentence(columns, read(bounds, 2 * s), read(bounds, 2 * s + 1), scratch + <usize>(s * FACTS))
  for (let s = 0; s < count; s++) {
    const from = read(bounds, 2 * s)
    const to = read(bounds, 2 * s + 1)
    fillSentence(columns, from, to, s, count, scratch)
    lookLeft(columns, from, to)
    lookRight(columns, from, to)
    fillJoints(columns, from, to, joints)
  }
}

function fillQuotes(columns: usize, n: i32): void {
  const traits = addressOf(columns, Column.traits)
  const quote = addressOf(columns, Column.quote)
  const left = addressOf(columns, Column.quoteLeft)
  const right = addressOf(columns, Column.quoteRight)
  for (let k = 0, last = -1; k < n; k++) {
    const own = read(traits, k)
    write(quote, k, own & OPENS ? 1 : own & CLOSES ? 3 : own & QUOTED ? 2 : 0)
    if (own & (OPENS | CLOSES)) last = k
    write(left, k, last < 0 ? 8 : bucket(k - last))
  }
  for (let k = n - 1, last = -1; k >= 0; k--) {
    if (read(traits, k) & (OPENS | CLOSES)) last = k
    write(right, k, last < 0 ? 8 : bucket(last - k))
  }
}

/** Whether a word is likely enough a cue by itself to orient its neighbours by. */
function isProbable(traits: i32, cue: i32, quote: i32): bool {
  return cue >= 3 && cue <= 6 && (traits & NEVER_ALONE) == 0 && quote == 0
}

// Of each sentence: how much of it is quoted, whether its edges are, how many probable cues, the first and the last of them.
const FACTS: i32 = 20

function weighSentence(columns: usize, from: i32, to: i32, facts: usize): void {
  const traits = addressOf(columns, Column.traits)
  const quote = addressOf(columns, Column.quote)
  const cue = addressOf(columns, Column.cue)
  let quoted = 0
  let cues = 0
  let first = -1
  let last = -1
  for (let k = from; k < to; k++) {
    if (read(quote, k) != 0) quoted++
    if (!isProbable(read(traits, k), read(cue, k), read(quote, k))) continue
    cues++
    if (first < 0) first = k
    last = k
  }
  const share = <f64>quoted / <f64>max(1, to - from)
  write(facts, 0, quoted == 0 ? 0 : share > 0.8 ? 3 : share > 0.4 ? 2 : 1)
  write(facts, 1, (read(quote, from) == 0 ? 0 : 1) + (read(quote, to - 1) == 0 ? 0 : 2))
  write(facts, 2, cues)
  write(facts, 3, first)
  write(facts, 4, last)
}

function fillSentence(columns: usize, from: i32, to: i32, s: i32, count: i32, scratch: usize): void {
  const facts = scratch + <usize>(s * FACTS)
  const earlier = facts - FACTS
  const later = facts + FACTS
  const before = s > 0 ? mix(read(earlier, 0) * 4 + read(earlier, 1), min(s, 8)) : 7
  const after = s + 1 < count ? read(later, 0) * 4 + min(3, read(later, 2)) + 1 : 0
  const words = addressOf(columns, Column.word)
  const first = read(words, from)
  const second = from + 1 < to ? read(words, from + 1) : 1
  const firstCue = read(facts, 3)
  const lastCue = read(facts, 4)
  for (let k = from; k < to; k++) {
    write(addressOf(columns, Column.fromStart), k, bucket(k - from))
    write(addressOf(columns, Column.toEnd), k, bucket(to - 1 - k))
    write(addressOf(columns, Column.toEndExact), k, to - 1 - k)
    write(addressOf(columns, Column.first), k, first)
    write(addressOf(columns, Column.second), k, second)
    write(addressOf(columns, Column.quotedShare), k, read(facts, 0))
    write(addressOf(columns, Column.edgeQuotes), k, read(facts, 1))
    write(addressOf(columns, Column.before), k, before)
    write(addressOf(columns, Column.after), k, after)
    write(addressOf(columns, Column.among), k, sideOf(k, firstCue) * 4 + sideOf(k, lastCue))
  }
}

function sideOf(k: i32, cue: i32): i32 {
  return cue < 0 ? 0 : k < cue ? 1 : k == cue ? 2 : 3
}

// What has been passed since the last probable cue.
let commas: i32 = 0
let that: i32 = 0
let quotes: i32 = 0
let verbs: i32 = 0
let joins: i32 = 0
let dashes: i32 = 0
let relatives: i32 = 0
let capitals: i32 = 0

function forget(): void {
  commas = that = quotes = verbs = joins = dashes = relatives = capitals = 0
}

function note(traits: i32): void {
  const sort = sortOf(traits)
  if (sort == Sort.comma) commas++
  else if (sort == Sort.that) that = 1
  else if (traits & (OPENS | CLOSES)) quotes = 1
  else if (sort == Sort.joining) joins = 1
  else if (sort == Sort.relative) relatives = 1
  else if (traits & VERB) verbs++
  else if (sort == Sort.dash) dashes = 1
  if (traits & CAPITAL) capitals = 1
}

function between(): i32 {
  return min(3, commas) + 4 * that + 8 * quotes + 16 * min(2, verbs) + 64 * joins + 128 * dashes + 256 * relatives + 512 * capitals
}

function betweenShort(): i32 {
  return min(2, commas) + 4 * that + 8 * min(2, verbs) + 32 * quotes + 64 * relatives
}

/** Passes a word: the cue to orient by from here on. */
function passed(columns: usize, k: i32, cue: i32): i32 {
  const traits = read(addressOf(columns, Column.traits), k)
  if (isProbable(traits, read(addressOf(columns, Column.cue), k), read(addressOf(columns, Column.quote), k))) {
    forget()
    return k
  }
  note(traits)
  return cue
}

function lookLeft(columns: usize, from: i32, to: i32): void {
  let cue = -1
  forget()
  for (let k = from; k < to; k++) {
    if (cue < 0) write(addressOf(columns, Column.leftLemma), k, -1)
    else {
      write(addressOf(columns, Column.leftLemma), k, read(addressOf(columns, Column.lemma), cue))
      write(addressOf(columns, Column.leftPos), k, read(addressOf(columns, Column.pos), cue))
      write(addressOf(columns, Column.leftCue), k, read(addressOf(columns, Column.cue), cue))
      write(addressOf(columns, Column.leftDistance), k, bucket(k - cue))
      write(addressOf(columns, Column.leftBetween), k, between())
      write(addressOf(columns, Column.leftBetweenShort), k, betweenShort())
      write(addressOf(columns, Column.leftTense), k, read(addressOf(columns, Column.suffix2), cue))
    }
    cue = passed(columns, k, cue)
  }
}

function lookRight(columns: usize, from: i32, to: i32): void {
  let cue = -1
  forget()
  for (let k = to - 1; k >= from; k--) {
    if (cue < 0) write(addressOf(columns, Column.rightLemma), k, -1)
    else {
      write(addressOf(columns, Column.rightLemma), k, read(addressOf(columns, Column.lemma), cue))
      write(addressOf(columns, Column.rightPos), k, read(addressOf(columns, Column.pos), cue))
      write(addressOf(columns, Column.rightCue), k, read(addressOf(columns, Column.cue), cue))
      write(addressOf(columns, Column.rightDistance), k, bucket(cue - k))
      write(addressOf(columns, Column.rightBetween), k, between())
      write(addressOf(columns, Column.rightBetweenShort), k, betweenShort())
      if (cue + 1 < to) {
        write(addressOf(columns, Column.rightNext), k, read(addressOf(columns, Column.word), cue + 1))
        write(addressOf(columns, Column.rightMark), k, markAt(columns, cue + 1))
      }
    }
    cue = passed(columns, k, cue)
  }
}

function markAt(columns: usize, k: i32): i32 {
  const traits = read(addressOf(columns, Column.traits), k)
  if (traits & OPENS) return 1
  if (sortOf(traits) == Sort.comma) return 2
  return traits & STOP ? 3 : read(addressOf(columns, Column.pos), k)
}

// Kinds of joint: those below stand whatever the cue.
const JOINT_OPENS = 1
const JOINT_CLOSES = 2
const LAST_BY_WORD = 8
const JOINT_CUE = 9

function fillJoints(columns: usize, from: i32, to: i32, joints: usize): void {
  const cues = addressOf(columns, Column.cue)
  for (let k = from; k < to; k++) {
    const traits = read(addressOf(columns, Column.traits), k)
    const cue = read(cues, k)
    let kind = jointOf(traits)
    if (traits & OPENS) kind = JOINT_OPENS
    else if (traits & CLOSES) kind = JOINT_CLOSES
    else if (kind > LAST_BY_WORD && cue >= 3 && cue <= 6) kind = JOINT_CUE
    store<u8>(joints + k, <u8>((kind * 2 + (traits & QUOTED ? 1 : 0)) * 2 + (k == from ? 1 : 0)))
  }
}
