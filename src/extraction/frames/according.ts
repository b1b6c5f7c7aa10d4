import { isPaper } from './cues.ts'
import { contentStart, frame, type Frame, withoutConjunction } from './frames.ts'
import { ADJUNCT_STARTS, DAYS } from '../words/lexicon.ts'
import {
  capitalised,
  hasFiniteVerb,
  hasVerb,
  isVerb,
  nextComma,
  nominal,
  phraseFrom,
  type Range,
  trimmed,
  wordCount,
} from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'

/** Nouns for what somebody thinks or tells: "in her view", "by the mayor's own account", "in the words of". */
const VIEW = new Set(
  'view views opinion words account accounts telling eyes judgement judgment reckoning estimation estimate estimates count tally calculation calculations admission assessment version reading mind book'.split(
    ' ',
  ),
)
/** "as reported by", "as quoted in": the words after come from there. */
const AS_DONE = new Set(
  'reported reproduced quoted cited described recorded noted outlined stated announced confirmed recounted related told published set summarised summarized translated defined'.split(
    ' ',
  ),
)

/** The first words of "according to", "as per", "in the words of", "by his account", "to her mind". */
const OPENERS = new Set(['according', 'as', 'per', 'in', 'by', 'to'])

/** The words that stand for "according to" at a place, and the source after them or inside them. */
interface Opening {
  cue: Range
  source: Range | null
}

/**
 * Attributions by a prepositional phrase: "according to X" wherever it stands, "per X", "as per X", "in the words of X", "in X's view",
 * "by X's account", "as reported by X", "as X put it".
 */
export function accordingFrames(s: readonly Token[], end: number): Frame[] {
  const frames: Frame[] = []
  for (let k = 0; k + 1 < end; k++) {
    if (!OPENERS.has(s[k]?.lower ?? '') || s[k]?.quoted) continue
    const opening = openingAt(s, k, end)
    if (!opening?.source) continue
    frames.push(placed(s, opening.cue, opening.source, end, frames))
    k = Math.max(k, opening.cue[1] - 1)
  }
  return frames
}

function openingAt(s: readonly Token[], k: number, end: number): Opening | null {
  const word = s[k]?.lower ?? ''
  const next = s[k + 1]?.lower ?? ''
  if (word === 'according' && next === 'to') return { cue: [k, k + 2], source: after(s, k + 2, end) }
  if (word === 'as' && next === 'per') return { cue: [k, k + 2], source: after(s, k + 2, end) }
  const edge = k === 0 || s[k - 1]?.text === ',' || s[k - 1]?.closes === true
  if (word === 'per' && edge && nominal(s[k + 1]) && /^(?:PROPN|DET|NOUN)$/u.test(s[k + 1]?.pos ?? '')) {
    const source = phraseFrom(s, k + 1, end)
    const named = source !== null && (s.slice(...source).some((token, at) => capitalised(token) && at > 0) || s[k + 1]?.pos === 'PROPN')
    return source && ((named && s[k + 1]?.pos !== 'NOUN') || isPaper(s, source)) ? { cue: [k, k + 1], source } : null
  }
  if ((word === 'in' || word === 'by' || word === 'to') && edge) return viewAt(s, k, end)
  if (word === 'as' && edge) return asDone(s, k, end)
  return null
}

function after(s: readonly Token[], from: number, end: number): Range | null {
  const whole = phraseFrom(s, from, end)
  const name = phraseFrom(s, from, end, false)
  // "According to police, the man, 24, was armed": a gloss on the source has a clause behind it; here there is none.
  if (from <= 3 && whole && name && whole[1] > name[1]) {
    const subject = phraseFrom(s, whole[1] + 1, end, false)
    if (!subject || s[subject[1]]?.text === ',' || !hasFiniteVerb(s, [subject[1], subject[1] + 2])) return name
  }
  return whole ?? participialSource(s, from, end)
}

/** "in the words of X", "in X's view", "by her own account". */
function viewAt(s: readonly Token[], k: number, end: number): Opening | null {
  for (let at = k + 1; at < Math.min(end, k + 10); at++) {
    const token = s[at]
    if (!token || token.quoted || !(nominal(token) || token.lower === 'of')) return null
    if (!VIEW.has(token.lower) || token.pos === 'PROPN') continue
    if (s[at + 1]?.lower === 'of') {
      const source = phraseFrom(s, at + 2, end)
      return at <= k + 3 && source && s[k]?.lower === 'in' ? { cue: [k, at + 2], source } : null
    }
    // The owner: "the mayor's own account", "his view". It must be somebody's, and a clause must go with it.
    const owner = ownerBefore(s, k + 1, at)
    return owner && s[at + 1]?.text === ',' ? { cue: [k, at + 1], source: owner } : null
  }
  return null
}

function ownerBefore(s: readonly Token[], from: number, noun: number): Range | null {
  if (/^(?:his|her|their|its)$/u.test(s[from]?.lower ?? '')) return [from, from + 1]
  for (let k = noun - 1; k > from; k--) if (s[k]?.lower === "'s" || s[k]?.text === '’' || s[k]?.text === "'") return [from, k]
  return null
}

/** "as reported by X", "as reproduced in the report", "as the mayor put it". */
function asDone(s: readonly Token[], k: number, end: number): Opening | null {
  const verb = s[k + 1]?.pos === 'ADV' ? k + 2 : k + 1
  if (AS_DONE.has(s[verb]?.lower ?? '')) {
    const link = s[verb + 1]?.lower === 'out' ? verb + 2 : verb + 1
    if (!/^(?:by|in)$/u.test(s[link]?.lower ?? '')) return null
    return { cue: [k, link + 1], source: phraseFrom(s, link + 1, end) }
  }
  const source = /^(?:he|she|they)$/u.test(s[k + 1]?.lower ?? '')
    ? ([k + 1, k + 2] as const)
    : phraseFrom(s, k + 1, Math.min(end, k + 10), false)
  if (!source || !/^(?:put|puts|phrased|tells|told)$/u.test(s[source[1]]?.lower ?? '') || s[source[1] + 1]?.lower !== 'it') return null
  return { cue: [source[1], source[1] + 2], source }
}

/** "according to leaked documents seen by X": a phrase the tagger starts with a verb. */
function participialSource(s: readonly Token[], from: number, end: number): Range | null {
  let stop = Math.min(nextComma(s, from, end), from + 8)
  while (stop > from + 1 && (DAYS.has(s[stop - 1]?.lower ?? '') || s[stop - 1]?.pos === 'ADP')) stop--
  return stop > from + 1 && isVerb(s[from]) ? [from, stop] : null
}

function placed(s: readonly Token[], cue: Range, source: Range, end: number, frames: readonly Frame[]): Frame {
  const start = contentStart(frames, cue[0])
  // "as the mayor put it": the source may stand inside the words that attribute.
  const first = Math.min(cue[0], source[0])
  const opener = /^as$/iu.test(s[first - 1]?.text ?? '') ? first - 1 : first
  const left = withoutConjunction(s, [start, opener])
  const right = trimmed(s, [pastSource(s, Math.max(cue[1], source[1]), end), end])
  // "…, and, according to the log, it was": what stands before is a clause of its own.
  const joined = s[opener - 1]?.text === ',' && /^(?:and|but)$/u.test(s[opener - 2]?.lower ?? '')
  const initial =
    joined || wordCount(s, left) <= 1 || (!hasVerb(s, left) && wordCount(s, left) <= 4 && ADJUNCT_STARTS.has(s[left[0]]?.lower ?? ''))
  const found = frame(cue, cue, 'according to', 'speech', source, initial ? [right] : [left])
  if (initial) return found
  found.trailing = true
  // "The fire, according to police, began": the clause goes on after the attribution.
  if (!hasFiniteVerb(s, left) && right[1] > right[0]) found.content = [left, right]
  return found
}

/** Past what belongs to the source: "according to police, who …", "figures released on Monday", "the agency, quoting an officer,". */
function pastSource(s: readonly Token[], from: number, end: number): number {
  let at = from
  if (s[at]?.text !== ',' && at < end) at = Math.min(nextComma(s, at, end), end)
  // Copy that spares its commas: "according to the Mail quoting a letter from the port | the crane was unsafe".
  if (at >= end && /^(?:quoting|citing)$/u.test(s[from]?.lower ?? '')) return phraseFrom(s, from + 1, end, false)?.[1] ?? at
  if (s[at]?.text === ',' && /^(?:quoting|citing|who|which|whose|speaking)$/u.test(s[at + 1]?.lower ?? '')) {
    const close = nextComma(s, at + 1, end)
    if (close < end && hasFiniteVerb(s, [close, end])) return close
  }
  return at
}
