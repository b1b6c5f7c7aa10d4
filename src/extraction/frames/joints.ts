import type { Frame } from './frames.ts'
import { hasFiniteVerb, nextComma, nominal, phraseFrom, type Range, RELATIVE, trimmed } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'

const CONTRAST = new Set(['but', 'while', 'whereas', 'though', 'although', 'yet'])

/**
 * Settles the borders between the attributions of one sentence: words with a speaker of their own leave the ones before, and a clause
 * joined on behind an attribution in the middle goes with it. Changes the frames' contents in place; the frames stand in order of cue.
 */
export function settleJoints(s: readonly Token[], frames: readonly Frame[], end: number): void {
  for (const [k, found] of frames.entries()) {
    if (!found.trailing) for (const other of frames.slice(k + 1)) leaveTo(s, found, other)
  }
  for (const found of frames) if (found.trailing) takeJoined(s, found, frames, end)
}

/** "X says four died; Y says six": what Y says is not X's. Also "…, a figure the rebels dismissed as", "…, which Lee called". */
function leaveTo(s: readonly Token[], found: Frame, other: Frame): void {
  const last = found.content.at(-1)
  if (!last || !other.source || other.trailing || other.force === 'stance' || other.force === 'thought') return
  if (sameSpeaker(found, other)) {
    const joint = jointBefore(s, other.cue[0], last)
    if (joint > last[0]) found.content = [...found.content.slice(0, -1), trimmed(s, [last[0], joint])]
    return
  }
  if (other.cue[0] < last[0] || other.cue[1] > last[1] || other.source[0] <= last[0] || s[other.source[0]]?.quoted) return
  const border = borderBefore(s, other, last[0])
  if (border <= last[0]) return
  found.content = [...found.content.slice(0, -1), trimmed(s, [last[0], border])]
}

const sameSpeaker = (one: Frame, other: Frame): boolean =>
  one.source !== null && other.source !== null && one.source[0] === other.source[0] && one.source[1] === other.source[1]

/** "said A but insists B", "suggested A, and argued B": where the second verb of one speaker is joined on; -1 if it is not. */
function jointBefore(s: readonly Token[], cue: number, [from, to]: Range): number {
  if (cue <= from || cue >= to || !/^(?:and|but)$/u.test(s[cue - 1]?.lower ?? '') || s[cue - 1]?.quoted) return -1
  return s[cue - 2]?.text === ',' ? cue - 2 : cue - 1
}

const LEGAL = /^(?:punish|require|bar|ban|forbid|prohibit|permit|oblige|entitle|exempt|allow|limit|cap|define|provide)$/u

/** Where the words before another's clause end, or -1 if that clause lies inside them. */
function borderBefore(s: readonly Token[], other: Frame, from: number): number {
  const at = other.source?.[0] ?? 0
  let edge = at - 1
  while (edge > from && (s[edge]?.pos === 'ADV' || s[edge]?.text === '•')) edge--
  const before = s[edge]
  if (!before || before.quoted) return -1
  // "the Act, which punishes": what the law says is nobody's who names it.
  if (other.source && s[at]?.lower === 'which' && before.text === ',' && LEGAL.test(other.lemma)) return edge
  const pronoun = s[at]?.pos === 'PRON'
  if (before.text === ';') return edge
  if (CONTRAST.has(before.lower) && !pronoun) return s[edge - 1]?.text === ',' ? edge - 1 : edge
  // "and one crew said": but "he said that … and that the mayor had said" is his.
  const past = s.slice(other.cue[0], other.cue[1]).some((token) => token.pos === 'AUX')
  if (before.lower === 'and' && !pronoun && !past) return s[edge - 1]?.text === ',' ? edge - 1 : edge
  if (before.lower === 'which' && s[edge - 1]?.text === ',') return edge - 1
  if (/^[—–]$/u.test(before.text) && nominal(s[at])) return edge
  return appositive(s, at, from)
}

/** "…, a charge the club called": a noun after a comma, and right behind it somebody else's word on it. */
function appositive(s: readonly Token[], at: number, from: number): number {
  let k = at - 1
  while (k > from && at - k < 8 && nominal(s[k])) k--
  return k < at - 1 &&
    k > from &&
    (s[k]?.text === ',' || /^[—–]$/u.test(s[k]?.text ?? '')) &&
    (s[k + 1]?.pos === 'DET' || s[k + 1]?.lower === 'something')
    ? k
    : -1
}

/** "Nothing had been hidden, he insisted, and the clerk had acted alone": both clauses are his. */
function takeJoined(s: readonly Token[], found: Frame, frames: readonly Frame[], end: number): void {
  const from = Math.max(found.cue[1], found.source?.[1] ?? 0, found.audience?.[1] ?? 0, ...found.content.map((range) => range[1]))
  const comma = commaAfter(s, from, end)
  if (found.force !== 'speech' || s[comma]?.text !== ',' || s[comma + 1]?.lower !== 'and' || s[comma + 1]?.quoted) return
  const [first] = found.content
  if (!first || s[first[0]]?.quoted) return
  const clause: Range = [comma + 2, Math.min(end, nextOf(frames, found, comma))]
  if (clause[1] - clause[0] < 3 || !ownSubject(s, clause)) return
  found.content = [...found.content, trimmed(s, clause)]
}

/** The comma behind the speaker; day, place and listeners may stand before it ("told members in a letter on Friday, and"). */
function commaAfter(s: readonly Token[], from: number, end: number): number {
  if (s[from - 1]?.text === ',') return from - 1
  const comma = nextComma(s, from, Math.min(end, from + 12))
  return hasFiniteVerb(s, [from, comma]) ? from : comma
}

/** Where the next attribution after a place begins. */
function nextOf(frames: readonly Frame[], found: Frame, after: number): number {
  let next = Infinity
  for (const other of frames) {
    if (other === found) continue
    const start = Math.min(other.cue[0], other.source?.[0] ?? Infinity, ...other.content.map((range) => range[0]))
    if (start > after) next = Math.min(next, start)
  }
  return next
}

function ownSubject(s: readonly Token[], [from, to]: Range): boolean {
  let at = from
  while (at < to && s[at]?.pos === 'ADV') at++
  if (RELATIVE.has(s[at]?.lower ?? '')) return s[at]?.lower === 'that'
  const subject = s[at]?.pos === 'PRON' ? at + 1 : (phraseFrom(s, at, to, false)?.[1] ?? at)
  return subject > at && hasFiniteVerb(s, [subject, Math.min(to, subject + 4)])
}
