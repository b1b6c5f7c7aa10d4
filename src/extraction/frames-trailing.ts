import type { Cue } from './cues.ts'
import { forceOf, frame, type Frame } from './frames.ts'
import { ADJUNCT_STARTS, DAYS } from './lexicon.ts'
import {
  hasFiniteVerb,
  hasVerb,
  isFinite,
  isVerb,
  nextComma,
  nominal,
  phraseBefore,
  phraseFrom,
  type Range,
  RELATIVE,
  trimmed,
  wordCount,
} from './phrases.ts'
import type { Token } from './tokens.ts'

/** What may follow a speech verb that has its content before it: adverbial clauses, not more of what was said. */
const AFTER_SPEECH = new Set(
  'adding citing noting referring speaking quoting while as after before when in on at during following to from with without and but who whose describing explaining calling pointing according saying though although because by via through last this late early yesterday today earlier later that'.split(
    ' ',
  ),
)

/** Where the content of an attribution put last can begin: after the one before it. */
function contentStart(frames: readonly Frame[], before: number): number {
  let start = 0
  for (const found of frames) {
    if (!found.trailing) continue
    const end = Math.max(found.cue[1], found.source?.[1] ?? 0, ...found.content.map((range) => range[1]))
    if (Math.max(found.cue[1], found.source?.[1] ?? 0) <= before && end <= before) start = Math.max(start, end)
  }
  return start
}

function withoutConjunction(s: readonly Token[], [from, to]: Range): Range {
  const joining = new Set(from > 0 ? [',', ';', 'and', 'but'] : [',', ';'])
  let a = from
  while (a < to && joining.has(s[a]?.lower ?? '')) a++
  return trimmed(s, [a, to])
}

/** "According to X, …", "…, according to X", "…, according to X, …"; also "per X" after a comma and "in the words of X". */
export function accordingFrames(s: readonly Token[], end: number): Frame[] {
  const frames: Frame[] = []
  for (let k = 0; k + 1 < end; k++) {
    const token = s[k]
    if (!token || token.quoted) continue
    const according = token.lower === 'according' && s[k + 1]?.lower === 'to'
    const per = token.lower === 'per' && s[k - 1]?.text === ',' && nominal(s[k + 1]) && s[k + 1]?.pos === 'PROPN'
    if (!according && !per) continue
    const cue: Range = [k, k + (according ? 2 : 1)]
    const source = phraseFrom(s, cue[1], end) ?? participialSource(s, cue[1], end)
    if (!source) continue
    frames.push(placeAccording(s, cue, source, end, frames))
  }
  return frames
}

/** "according to leaked documents seen by X": a phrase the tagger starts with a verb. */
function participialSource(s: readonly Token[], from: number, end: number): Range | null {
  let stop = Math.min(nextComma(s, from, end), from + 8)
  while (stop > from + 1 && (DAYS.has(s[stop - 1]?.lower ?? '') || s[stop - 1]?.pos === 'ADP')) stop--
  return stop > from + 1 && isVerb(s[from]) ? [from, stop] : null
}

function placeAccording(s: readonly Token[], cue: Range, source: Range, end: number, frames: readonly Frame[]): Frame {
  let after = source[1]
  // A relative clause or participle about the source belongs to it: "according to police, who …", "figures released on Monday".
  if (!(s[after]?.text === ',') && after < end) after = Math.min(nextComma(s, after, end), end)
  const start = contentStart(frames, cue[0])
  const left = withoutConjunction(s, [start, cue[0]])
  const right = trimmed(s, [after, end])
  const initial = wordCount(s, left) <= 1 || (!hasVerb(s, left) && wordCount(s, left) <= 4 && ADJUNCT_STARTS.has(s[left[0]]?.lower ?? ''))
  const found = frame(cue, cue, 'according to', 'speech', source, initial ? [right] : [left])
  if (initial) return found
  found.trailing = true
  // "The fire, according to police, began": the clause goes on after the attribution.
  if (!hasFiniteVerb(s, left) && right[1] > right[0]) found.content = [left, right]
  return found
}

/** "…, X said", "…, said X", "“A,” X said, “B”", "The plan, X said, is …". Null where the content does not stand before the cue. */
export function trailingFrame(s: readonly Token[], cue: Cue, end: number, frames: readonly Frame[]): Frame | null {
  if (cue.passive && cue.lemma !== 'quote') return null
  if (!cue.speech && !cue.thought) return null
  if (s[cue.at]?.lower.endsWith('ing')) return null
  return invertedFrame(s, cue, end, frames) ?? subjectFirstFrame(s, cue, end, frames)
}

function invertedFrame(s: readonly Token[], cue: Cue, end: number, frames: readonly Frame[]): Frame | null {
  const before = s[cue.group[0] - 1]
  if (!cue.speech || cue.group[0] !== cue.at || !(before?.text === ',' || before?.closes) || !nominal(s[cue.group[1]])) return null
  // "…, told reporters" has its subject elsewhere; only plain speech verbs stand before their subject.
  if (/^(?:tell|find|show|hold|suggest|post|call)$/u.test(cue.lemma) && !before.closes) return null
  const source = phraseFrom(s, cue.group[1], end)
  const start = contentStart(frames, cue.at)
  const left = withoutConjunction(s, [start, cue.at])
  // "Police, citing witnesses, said a van had fled": what follows the verb is what was said, not who said it.
  if (!source || wordCount(s, left) < 1 || (!before.closes && isFinite(s, source[1]))) return null
  // "The minister, said to be ill, …": what stands before must be able to be a saying.
  if (!before.closes && !hasVerb(s, left)) return null
  return around(s, frame(cue.group, [cue.at, cue.at + 1], cue.lemma, forceOf(cue), source, [left]), source[1], end)
}

/** The subject between the content and its verb, with appositions: "…, John Smith, the mayor, said". */
export function subjectBefore(s: readonly Token[], end: number): Range | null {
  if (s[end - 1]?.text !== ',') return phraseBefore(s, end)
  let open = end - 2
  while (open > 0 && s[open]?.text !== ',') open--
  const gloss: Range = [open + 1, end - 1]
  if (open <= 0 || end - open > 30 || s.slice(open, end).some((token) => token.quoted)) return null
  const relative = RELATIVE.has(s[gloss[0]]?.lower ?? '') || s[gloss[0]]?.lower === 'whose'
  if (!relative && hasFiniteVerb(s, gloss)) return null
  const head = phraseBefore(s, open)
  return head ? [head[0], end] : null
}

function subjectFirstFrame(s: readonly Token[], cue: Cue, end: number, frames: readonly Frame[]): Frame | null {
  const source = subjectBefore(s, cue.group[0])
  if (!source || RELATIVE.has(s[source[0]]?.lower ?? '')) return null
  const before = s[source[0] - 1]
  const asSaid = before?.lower === 'as' && s[source[0] - 2]?.text === ','
  if (!before || !(before.text === ',' || before.closes || before.text === '—' || before.text === '–' || asSaid)) return null
  const start = contentStart(frames, cue.at)
  const left = withoutConjunction(s, [start, asSaid ? source[0] - 1 : source[0]])
  if (wordCount(s, left) < 2 && !s[left[0]]?.quoted) return null
  let adverbs = cue.group[1]
  while (DAYS.has(s[adverbs]?.lower ?? '')) adverbs++
  const next = s[adverbs]
  if (next?.lower === 'that' || next?.text === ':') return null
  const quotedLeft = s[left[1] - 1]?.quoted === true
  // Without quotation marks the left side must be a clause of its own, or a subject whose verb follows on the right.
  const rest: Range = [adverbs, end]
  const atEnd = wordCount(s, rest) === 0
  const goesOn = next?.text === ',' || atEnd || AFTER_SPEECH.has(next?.lower ?? '') || next?.opens === true
  if (!quotedLeft) {
    if (startsSubordinate(s, left)) return null
    const told = cue.lemma === 'tell' && s.slice(cue.group[1], end).every((token) => token.lower !== 'that')
    const adjunctOnly = !hasFiniteVerb(s, rest)
    if (!goesOn && !told && !adjunctOnly) return null
    if (!hasFiniteVerb(s, left) && next?.text !== ',') return null
    if (hasFiniteVerb(s, rest) && next?.text !== ',' && !AFTER_SPEECH.has(next?.lower ?? '') && !told) return null
    if (told && hasFiniteVerb(s, rest)) return null
    if (cue.thought && !cue.speech && !atEnd && next?.text !== ',') return null
  } else if (!goesOn && cue.lemma !== 'tell' && hasFiniteVerb(s, rest) && !s.slice(...rest).some((token) => token.opens)) return null
  const found = frame(cue.group, [cue.at, cue.at + 1], cue.lemma, forceOf(cue), source, [left])
  if (cue.lemma === 'tell') found.audience = phraseFrom(s, cue.group[1], end, false)
  return around(s, found, cue.group[1], end)
}

/** "When the police arrived, Smith said …" begins with an adverbial clause, not with something said. */
function startsSubordinate(s: readonly Token[], [from, to]: Range): boolean {
  const first = s[from]
  if (!first) return true
  if (
    /^(?:when|while|although|though|after|before|as|if|since|because|once|despite|asked|speaking|following|however|instead|meanwhile|unlike)$/u.test(
      first.lower,
    )
  ) {
    // A second comma means a whole clause follows the adverbial: "On Monday, the bridge fell, Smith said".
    const comma = nextComma(s, from, to)
    return comma >= to - 1 || !hasFiniteVerb(s, [comma, to])
  }
  return false
}

/** Adds what goes on after the speaker: the second half of a quotation, or the predicate of an interrupted clause. */
function around(s: readonly Token[], found: Frame, from: number, end: number): Frame {
  found.trailing = true
  const left = found.content[0]
  if (!left) return found
  const quotedLeft = s[left[1] - 1]?.quoted === true || s[left[0]]?.quoted === true
  for (let k = from; k < end; k++) {
    if (s[k]?.opens && quotedLeft && k - from < 25) {
      found.content = [left, trimmed(s, [k, end])]
      return found
    }
  }
  if (s[from]?.text === ',' && !hasFiniteVerb(s, left) && isFiniteSoon(s, from + 1, end) && !quotedLeft)
    found.content = [left, trimmed(s, [from + 1, end])]
  return found
}

function isFiniteSoon(s: readonly Token[], from: number, end: number): boolean {
  for (let k = from; k < Math.min(end, from + 4); k++) if (isFinite(s, k)) return true
  return false
}
