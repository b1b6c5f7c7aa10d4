import { withoutAsides } from './asides.ts'
import { type Cue, cueAt, type Force } from './cues.ts'
import { leadingFrame } from './leading.ts'
import { accordingFrames } from './according.ts'
import { bracketFrames } from './brackets.ts'
import { colonFrame } from './colon.ts'
import { copularFrames } from './copular.ts'
import { findingFrames, objectFrames } from './findings.ts'
import { settleJoints } from './joints.ts'
import { nounFrames } from './nouns.ts'
import { gappedFrames, siteFrames } from './sites.ts'
import { trailingFrame } from './trailing.ts'
import { type Range, trimmed, wordCount } from '../words/phrases.ts'
import { addRelays } from './relays.ts'
import type { Token } from '../words/tokens.ts'

/** One attribution as it stands in one sentence: who, the words that say so, and what is attributed. Ranges count tokens. */
export interface Frame {
  cue: Range
  /** The verb (or "according to") as the copy prints it is cut from here. */
  verb: Range
  lemma: string
  force: Force
  source: Range | null
  content: Range[]
  /** The person or medium spoken to: "told X". */
  audience: Range | null
  /** Whom the source itself leans on: "citing X", "quoted X as saying". */
  origin: Range | null
  /** Media the words came through: "in an interview with X", "a statement carried by X". */
  relays: Range[]
  /** Attributed, but the copy does not say to whom: "is believed to", "it was reported that". */
  unclear: boolean
  /** The content stands before the source: the attribution was put last. */
  trailing: boolean
  /** Ends in a colon with nothing after it: what is said stands in the next sentence or paragraph. */
  opensColon: boolean
  /** Clauses about the speaker that no attribution is looked for in: why somebody is not named. */
  asides: readonly Range[]
}

export const frame = (cue: Range, verb: Range, lemma: string, force: Force, source: Range | null, content: Range[]): Frame => ({
  cue,
  verb,
  lemma,
  force,
  source,
  content,
  audience: null,
  origin: null,
  relays: [],
  unclear: false,
  trailing: false,
  opensColon: false,
  asides: [],
})

export const forceOf = (cue: Cue): Force => (cue.speech ? 'speech' : cue.act ? 'act' : cue.thought ? 'thought' : 'stance')

const PLACING = new Set(['from', 'at', 'in', 'on', 'with', 'near', 'by'])

/** "told Radio Marl from her hospital bed": where she spoke is no part of whom she told. */
export function audienceIn(s: readonly Token[], phrase: Range | null): Range | null {
  if (!phrase) return null
  const [from, to] = phrase
  for (let k = from + 1; k < to; k++) if (PLACING.has(s[k]?.lower ?? '')) return [from, k]
  return phrase
}

/** Where the content of an attribution put last can begin: after the one before it. */
export function contentStart(frames: readonly Frame[], before: number): number {
  let start = 0
  for (const found of frames) {
    if (!found.trailing) continue
    const end = Math.max(found.cue[1], found.source?.[1] ?? 0, ...found.content.map((range) => range[1]))
    if (Math.max(found.cue[1], found.source?.[1] ?? 0) <= before && end <= before) start = Math.max(start, end)
  }
  return start
}

/** A range without the commas and conjunctions before it. */
export function withoutConjunction(s: readonly Token[], [from, to]: Range): Range {
  const joining = new Set(from > 0 ? [',', ';', 'and', 'but'] : [',', ';'])
  let a = from
  while (a < to && joining.has(s[a]?.lower ?? '')) a++
  return trimmed(s, [a, to])
}

/** Sentences longer than this are no sentences; nothing is attributed in them. It bounds the work, which is quadratic in commas. */
const LONGEST_SENTENCE = 400

/**
 * The attributions of one sentence, in the order of their cues. Attributions put last are looked for first, because they close off
 * what stands before them. Never throws; returns none for what is not English prose.
 */
export function framesOf(s: readonly Token[]): Frame[] {
  return s.length > LONGEST_SENTENCE ? [] : withoutAsides(s, framesIn)
}

/** "her teams had counted 57 bodies" inside her words: the count is hers to report. */
const countsInside = (found: Frame, frames: readonly Frame[]): boolean =>
  /^(?:count|tally|register|log|list|document|record)$/u.test(found.lemma) &&
  frames.some((other) => other !== found && other.content.some(([from, to]) => found.cue[0] >= from && found.cue[1] <= to))

function framesIn(s: readonly Token[]): Frame[] {
  let end = s.length
  while (end > 0 && s[end - 1]?.text === '.' && !s[end - 1]?.quoted) end--
  const frames: Frame[] = accordingFrames(s, end)
  const taken = frames.map((found): Range => [found.cue[0], found.source?.[1] ?? found.cue[1]])
  const isTaken = (at: number): boolean => taken.some(([from, to]) => at >= from && at < to)
  const cues: Cue[] = []
  for (let k = 0; k < end; k++) {
    const cue = cueAt(s, k, end)
    if (cue && !isTaken(k)) cues.push(cue)
  }
  const used = new Set<Cue>()
  for (const cue of cues) {
    const found = trailingFrame(s, cue, end, frames)
    if (!found) continue
    frames.push(found)
    used.add(cue)
  }
  const tails = frames.filter((found) => found.trailing)
  for (const cue of cues) {
    if (used.has(cue)) continue
    const limit = tails.reduce((min, tail) => {
      const start = Math.min(tail.cue[0], tail.source?.[0] ?? tail.cue[0])
      return start > cue.at ? Math.min(min, start) : min
    }, end)
    const found = leadingFrame(s, cue, limit, frames)
    if (found) frames.push(found)
  }
  frames.push(...nounFrames(s, end, isTaken), ...copularFrames(s, end, frames), ...objectFrames(s, end, frames))
  frames.push(...findingFrames(s, end, frames))
  frames.push(...gappedFrames(s, frames, end))
  if (!frames.some((found) => found.force === 'speech')) frames.push(...siteFrames(s, end))
  if (frames.length === 0) frames.push(...bracketFrames(s, end))
  if (!frames.some((found) => found.opensColon || found.force === 'speech')) {
    const opening = colonFrame(s)
    if (opening) frames.push(opening)
  }
  const good = frames
    .filter((found) => !countsInside(found, frames))
    .filter((found) => found.opensColon || found.content.some((range) => wordCount(s, range) > 0))
  good.sort((a, b) => a.cue[0] - b.cue[0])
  settleJoints(s, good, end)
  for (const found of good) addRelays(s, found, end)
  return good
}
