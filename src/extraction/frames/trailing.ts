import { type Cue, isParticiple } from './cues.ts'
import { audienceIn, contentStart, forceOf, frame, type Frame, withoutConjunction } from './frames.ts'
import { BODIES, DAYS, DOCUMENTS, ORGANISATIONS, PEOPLE_NOUNS } from '../words/lexicon.ts'
import {
  capitalised,
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
} from '../words/phrases.ts'
import { subjectOf } from './subject.ts'
import type { Token } from '../words/tokens.ts'

/** What may follow a speech verb that has its content before it: adverbial clauses, not more of what was said. */
const AFTER_SPEECH = new Set(
  'adding citing noting referring speaking quoting while as after before when in on at during following to from with without and but who whose describing explaining calling pointing according saying though although because by via through last this late early yesterday today earlier later that'.split(
    ' ',
  ),
)

/** "…, X said", "…, said X", "“A,” X said, “B”", "The plan, X said, is …". Null where the content does not stand before the cue. */
export function trailingFrame(s: readonly Token[], cue: Cue, end: number, frames: readonly Frame[]): Frame | null {
  if (cue.passive && cue.lemma !== 'quote') return null
  if (!cue.speech && !cue.thought) return null
  if (isParticiple(s, cue)) return null
  return invertedFrame(s, cue, end, frames) ?? subjectFirstFrame(s, cue, end, frames) ?? bareFrame(s, cue, end, frames)
}

function invertedFrame(s: readonly Token[], cue: Cue, end: number, frames: readonly Frame[]): Frame | null {
  const before = s[cue.group[0] - 1]
  if (!cue.speech || cue.group[0] !== cue.at || !(before?.text === ',' || before?.closes) || !nominal(s[cue.group[1]])) return null
  // "…, told reporters" has its subject elsewhere; only plain speech verbs stand before their subject.
  if (/^(?:tell|find|show|hold|suggest|post|call)$/u.test(cue.lemma) && !before.closes) return null
  const source = phraseFrom(s, cue.group[1], end)
  const start = contentStart(frames, cue.at)
  const left = withoutConjunction(s, [start, cue.at])
  // "Radio Marl, the channel of the general staff, said 17 cars …": what stands before is the speaker.
  const subject = before.closes ? null : subjectOf(s, cue.at)
  const interrupts = source !== null && s[source[1]]?.text === ',' && isFiniteSoon(s, source[1] + 1, end)
  if (subject && subject[0] <= left[0] && !interrupts) return null
  // "Police, citing witnesses, said a van had fled": what follows the verb is what was said, not who said it.
  if (!source || wordCount(s, left) < 1 || (!before.closes && isFinite(s, source[1]))) return null
  // "The minister, said to be ill, …": what stands before must be able to be a saying.
  if (!before.closes && !hasVerb(s, left) && !interrupts) return null
  return around(s, frame(cue.group, [cue.at, cue.at + 1], cue.lemma, forceOf(cue), source, [left]), source[1], end)
}

function subjectFirstFrame(s: readonly Token[], cue: Cue, end: number, frames: readonly Frame[]): Frame | null {
  const source = subjectOf(s, cue.group[0])
  if (!source || RELATIVE.has(s[source[0]]?.lower ?? '')) return null
  const before = s[source[0] - 1]
  const asSaid = before?.lower === 'as' && s[source[0] - 2]?.text === ','
  if (!before || !(before.text === ',' || before.closes || before.text === '—' || before.text === '–' || asSaid)) return null
  const inRelative = relativeInterrupted(s, cue, source, end)
  if (inRelative) return inRelative
  const start = contentStart(frames, cue.at)
  const left = withoutConjunction(s, [start, asSaid ? source[0] - 1 : source[0]])
  if (wordCount(s, left) < 2 && !s[left[0]]?.quoted) return null
  let adverbs =
    cue.lemma === 'tell' && s[cue.group[1]]?.lower !== 'that'
      ? (phraseFrom(s, cue.group[1], end, false)?.[1] ?? cue.group[1])
      : cue.group[1]
  while (DAYS.has(s[adverbs]?.lower ?? '')) adverbs++
  const next = s[adverbs]
  if (next?.lower === 'that' || next?.text === ':') return null
  const quotedLeft = s[left[1] - 1]?.quoted === true
  // Without quotation marks the left side must be a clause of its own, or a subject whose verb follows on the right.
  const rest: Range = [adverbs, end]
  const atEnd = wordCount(s, rest) === 0
  const goesOn = /^[,—–]$/u.test(next?.text ?? '') || atEnd || AFTER_SPEECH.has(next?.lower ?? '') || next?.opens === true
  if (!quotedLeft) {
    const interrupts = next?.text === ',' && hasFiniteVerb(s, [adverbs + 1, end])
    if (startsSubordinate(s, left) && !interrupts) return null
    const told = cue.lemma === 'tell' && s.slice(cue.group[1], end).every((token) => token.lower !== 'that')
    const toldOn = told && hasFiniteVerb(s, [adverbs, nextComma(s, adverbs, end)])
    const adjunctOnly = !hasFiniteVerb(s, rest)
    if (!goesOn && !told && !adjunctOnly) return null
    if (!hasFiniteVerb(s, left) && next?.text !== ',') return null
    if (hasFiniteVerb(s, rest) && !/^[,—–]$/u.test(next?.text ?? '') && !AFTER_SPEECH.has(next?.lower ?? '') && !told) return null
    if (toldOn) return null
    if (cue.thought && !cue.speech && !atEnd && next?.text !== ',') return null
  } else if (!goesOn && cue.lemma !== 'tell' && hasFiniteVerb(s, rest) && !s.slice(...rest).some((token) => token.opens)) return null
  const found = frame(cue.group, [cue.at, cue.at + 1], cue.lemma, forceOf(cue), source, [left])
  if (cue.lemma === 'tell') found.audience = audienceIn(s, phraseFrom(s, cue.group[1], end, false))
  return around(s, found, adverbs, end)
}

/** "a sheet that, an aide said, held the counts": only the relative clause is hers. */
function relativeInterrupted(s: readonly Token[], cue: Cue, source: Range, end: number): Frame | null {
  const pronoun = source[0] - 2
  if (s[source[0] - 1]?.text !== ',' || !RELATIVE.has(s[pronoun]?.lower ?? '') || !nominal(s[pronoun - 1])) return null
  if (s[cue.group[1]]?.text !== ',' || !isFiniteSoon(s, cue.group[1] + 1, end)) return null
  const found = frame(cue.group, [cue.at, cue.at + 1], cue.lemma, forceOf(cue), source, [
    [pronoun, pronoun + 1],
    trimmed(s, [cue.group[1] + 1, end]),
  ])
  found.trailing = true
  return found
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
  // "The rules were, she said, “a disaster”.": the clause ends in the quotation.
  if (s[from]?.text === ',' && s[from + 1]?.opens && !quotedLeft) found.content = [left, trimmed(s, [from + 1, end])]
  // "In 2016, it said, he gave …", "If the dam breaks, she said, the valley will flood".
  else if (s[from]?.text === ',' && !quotedLeft && goesOnAfter(s, left, from + 1, end)) found.content = [left, trimmed(s, [from + 1, end])]
  return found
}

/** Whether the clause begun before the attribution goes on behind it. */
function goesOnAfter(s: readonly Token[], left: Range, from: number, end: number): boolean {
  if (startsSubordinate(s, left)) return hasFiniteVerb(s, [from, end])
  if (hasFiniteVerb(s, left)) return false
  return (
    isFiniteSoon(s, from, end) || (s[left[0]]?.pos === 'ADP' && hasFiniteVerb(s, [from, end]) && !AFTER_SPEECH.has(s[from]?.lower ?? ''))
  )
}

function isFiniteSoon(s: readonly Token[], from: number, end: number): boolean {
  for (let k = from; k < Math.min(end, from + 4); k++) if (isFinite(s, k)) return true
  return false
}

/**
 * "The engine had died and water was over the boards Ann Lee said.": copy that spares the comma before the speaker. Only where nothing
 * can follow as what was said, and where who stands there can speak.
 */
function bareFrame(s: readonly Token[], cue: Cue, end: number, frames: readonly Frame[]): Frame | null {
  if (!cue.speech || !PLAIN.has(s[cue.at]?.lower ?? '')) return null
  const after = restAfter(s, cue, end)
  if (after < 0) return null
  const source = bareSpeaker(s, cue.group[0])
  if (!source || s[source[0] - 1]?.text === ';') return null
  const left = withoutConjunction(s, [contentStart(frames, cue.at), source[0]])
  if (wordCount(s, left) < 3 || !hasFiniteVerb(s, left) || startsSubordinate(s, left) || OPEN_END.test(s[source[0] - 1]?.lower ?? ''))
    return null
  const found = frame(cue.group, [cue.at, cue.at + 1], cue.lemma, forceOf(cue), source, [left])
  if (cue.lemma === 'tell') found.audience = audienceIn(s, phraseFrom(s, cue.group[1], end, false))
  found.trailing = true
  return found
}

const PLAIN = new Set('said says say told tells reported wrote testified claimed added stated heard confirmed'.split(' '))
/** After these a noun phrase is an object or a subject of its own clause, not a speaker after a whole clause. */
const OPEN_END = /^(?:that|who|which|whom|as|what|how|where|when|and|or|but|while|if|because|the|of)$/u

/** Where the sentence goes on after the verb, at its end or at a conjunction; -1 if words follow that can be what was said. */
function restAfter(s: readonly Token[], cue: Cue, end: number): number {
  let k = cue.group[1]
  if (cue.lemma === 'tell') k = phraseFrom(s, k, end, false)?.[1] ?? k
  while (
    k < end &&
    (s[k]?.pos === 'ADP' ||
      DAYS.has(s[k]?.lower ?? '') ||
      (s[k]?.pos === 'NUM' && k > cue.group[1]) ||
      /^(?:last|late|early|this|earlier)$/u.test(s[k]?.lower ?? ''))
  )
    k++
  const next = s[k]
  if (k >= end || next?.text === '.') return k
  if (/^(?:adding|citing|saying|noting|warning)$/u.test(next?.lower ?? '')) return k
  return /^(?:but|while|although|though)$/u.test(next?.lower ?? '') && hasFiniteVerb(s, [k, end]) ? k : -1
}

/** The speaker right before the verb: a capitalised name, or a phrase with a noun for people, bodies, groups or papers. */
function bareSpeaker(s: readonly Token[], end: number): Range | null {
  const phrase = phraseBefore(s, end)
  if (!phrase || isVerb(s[end - 1])) return null
  if (s[phrase[0]]?.pos === 'PRON') return null
  let name = end
  while (name > phrase[0] && capitalised(s[name - 1])) name--
  if (name < end && name > phrase[0] && !isTitleNoun(s[name - 1]) && s[name - 1]?.pos === 'NOUN') return [name, end]
  const able = s.slice(...phrase).some((token) => isTitleNoun(token) || token.pos === 'PROPN')
  return able ? phrase : null
}

const isTitleNoun = (token: Token | undefined): boolean =>
  token !== undefined &&
  (PEOPLE_NOUNS.has(token.lower) || BODIES.has(token.lower) || ORGANISATIONS.has(token.lower) || DOCUMENTS.has(token.lower))
