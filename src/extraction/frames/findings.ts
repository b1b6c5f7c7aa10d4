import { frame, type Frame } from './frames.ts'
import { isFinite, nominal, phraseBefore, phraseFrom, type Range, RELATIVE, trimmed } from '../words/phrases.ts'
import { gives, signal } from '../words/signals.ts'
import { subjectOf } from './subject.ts'
import type { Token } from '../words/tokens.ts'

/** What people find who find things out for a living. */
const FINDING = new Set(
  'matched traced geolocated dated identified located pinpointed compared linked measured placed calculated counted authenticated verified ruled'.split(
    ' ',
  ),
)
const FINDS = signal(FINDING)
/** What is done with an account: "— an account that residents rejected". */
const DISPUTING = new Set(
  'denied denies deny rejected rejects reject disputed disputes dispute dismissed dismisses contested contests confirmed confirms made repeated echoed questioned challenged condemned criticised criticized defended disowned backed put'.split(
    ' ',
  ),
)
const DISPUTES = signal(DISPUTING)
/** Who finds things out for a living: what they matched, traced or dated is theirs to answer for. */
const FINDERS =
  /^(?:\p{L}*(?:ologist|ographer)|(?:fact-?)?checker|analyst|expert|engineer|researcher|scientist|investigator|specialist|surveyor|historian|auditor|examiner|statistician|linguist|economist|academic|forensic|lab|laboratory|verifier|monitor)s?$/u

/** "Two engineers consulted by the paper traced the crack to a weld": a finding of those whose work is to find. */
export function findingFrames(s: readonly Token[], end: number, taken: readonly Frame[]): Frame[] {
  if (!gives(s, FINDS)) return []
  const frames: Frame[] = []
  for (let k = 1; k + 1 < end; k++) {
    const verb = s[k]
    if (!verb || verb.quoted || !FINDING.has(verb.lower) || !nominal(s[k + 1])) continue
    const from = s[k - 1]?.lower === 'have' || s[k - 1]?.lower === 'has' || s[k - 1]?.pos === 'ADV' ? k - 1 : k
    const source = subjectOf(s, from)
    if (!source || !finds(s, source)) continue
    const found = frame([from, k + 1], [k, k + 1], verb.lower, 'speech', source, [trimmed(s, [k + 1, clauseEnd(s, k, end)])])
    if (!taken.some((other) => overlaps(other, found))) frames.push(found)
  }
  return frames
}

const overlaps = (one: Frame, other: Frame): boolean =>
  [one.cue, ...one.content].some(([from, to]) => other.cue[0] < to && other.cue[0] >= from)

function finds(s: readonly Token[], [from, to]: Range): boolean {
  for (let k = from; k < to; k++) {
    if (s[k]?.pos === 'ADP' || s[k]?.pos === 'VERB' || s[k]?.text === ',') return FINDERS.test(s[k - 1]?.lower ?? '')
  }
  return FINDERS.test(s[to - 1]?.lower ?? '')
}

function clauseEnd(s: readonly Token[], from: number, end: number): number {
  for (let k = from; k < end; k++) if (s[k]?.text === ';' && !s[k]?.quoted) return k
  return end
}

/** "— an account that residents rejected", "a charge the club denies": the noun is what was said of. */
export function objectFrames(s: readonly Token[], end: number, taken: readonly Frame[]): Frame[] {
  if (!gives(s, DISPUTES)) return []
  const frames: Frame[] = []
  for (let k = 3; k < end; k++) {
    if (!DISPUTING.has(s[k]?.lower ?? '') || s[k]?.quoted || !(k + 1 >= end || /^[,.;—–]$/u.test(s[k + 1]?.text ?? ''))) continue
    const from = s[k - 1]?.pos === 'AUX' || s[k - 1]?.pos === 'ADV' ? k - 1 : k
    const that = relativeBefore(s, from)
    const subject: Range = [that + 1, from]
    if (that < 1 || subject[1] <= subject[0] || !opensSubject(s, subject)) continue
    const object = phraseBefore(s, that)
    if (!object || taken.some((other) => other.cue[0] === from || other.cue[0] === k)) continue
    frames.push(frame([from, k + 1], [k, k + 1], s[k]?.lemma ?? 'deny', 'act', subject, [[object[0], that + 1]]))
  }
  return frames
}

/** The "that" or "which" before a short subject, or -1; nothing finite may stand between. */
function relativeBefore(s: readonly Token[], at: number): number {
  for (let k = at - 1; k > 0 && at - k < 12; k--) {
    if (s[k]?.quoted || isFinite(s, k)) return -1
    if (RELATIVE.has(s[k]?.lower ?? '')) return s[k]?.lower !== 'who' && nominal(s[k - 1]) ? k : -1
  }
  return -1
}

const opensSubject = (s: readonly Token[], [from, to]: Range): boolean => {
  if (/^(?:neither|nobody|none|no)$/u.test(s[from]?.lower ?? '')) return false
  const phrase: Range | null = s[from]?.pos === 'PRON' ? [from, from + 1] : phraseFrom(s, from, to, false)
  return phrase !== null && (phrase[1] === to || /^(?:them|us|whom|those)$/u.test(s[to - 1]?.lower ?? ''))
}
