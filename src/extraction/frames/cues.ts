import {
  ACT,
  BE,
  COUNTED,
  DOCUMENTS,
  FORMS,
  IN_VERB_GROUP,
  NEEDS_THAT,
  NOUN_TOO,
  PAPER_VERBS,
  PAPERS,
  PHRASAL,
  SET_AT,
  SPEECH,
  STANCE,
  THOUGHT,
} from '../words/lexicon.ts'
import { isFinite, nominal, type Range } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'

/** What a cue says of its source: it spoke, it did something by speaking, it thinks, or it merely wants or supports. */
export type Force = 'speech' | 'act' | 'thought' | 'stance'

export interface Cue {
  /** The verb itself. */
  at: number
  lemma: string
  /** The verb with its auxiliaries, adverbs and particle. */
  group: Range
  speech: boolean
  act: boolean
  thought: boolean
  stance: boolean
  passive: boolean
  /** A verb of two words: "brush aside", "point out". */
  phrasal: boolean
  /** Gives a figure its source: "put the toll at nine". */
  figure: boolean
  /** Says so only of a paper: "the manifest lists". */
  paper: boolean
}

/** Lemmas that the tagger's own list gets wrong. */
const LEMMAS: ReadonlyMap<string, string> = new Map([
  ['puts', 'put'],
  ['putting', 'put'],
  ['pegged', 'peg'],
  ['pegs', 'peg'],
  ['labelled', 'label'],
  ['labels', 'label'],
  ['counts', 'count'],
  ['count', 'count'],
  ['claim', 'claim'],
  ['read', 'read'],
  ['reads', 'read'],
])

const KNOWN: ReadonlyMap<string, string> = new Map([...LEMMAS, ...FORMS])

function lemmaOf(s: readonly Token[], at: number, end: number): string | null {
  const token = s[at]
  if (!token) return null
  const known = KNOWN.get(token.lower)
  if (token.pos === 'VERB') return known ?? token.lemma
  if (!known) return null
  if (FORMS.has(token.lower) && !NOUN_TOO.has(token.lower)) return known
  // "The Front claims 60,000.": a noun by the tagger, but the sentence has no other verb.
  if (COUNTED.has(known) && nominal(s[at - 1]) && isFigure(s, at + 1) && !s.slice(0, end).some((_, k) => isFinite(s, k))) return known
  return null
}

/** Participles that are never a predicate by themselves: "a commander known as Bahr". */
const ONLY_PARTICIPLE = new Set('known seen shown written forgotten sworn given'.split(' '))

/** The verb at `at` as a cue with its verb group, or null where it is none: quoted, an infinitive of something else, or no verb of saying. */
export function cueAt(s: readonly Token[], at: number, end: number): Cue | null {
  const token = s[at]
  if (!token || token.quoted) return null
  const lemma = lemmaOf(s, at, end)
  if (!lemma) return null
  const particle = token.pos === 'VERB' ? particleOf(s, at, lemma) : null
  const figure = givesFigure(s, at, lemma, end)
  const known = {
    speech: particle ? particle.force === 'speech' : SPEECH.has(lemma) || figure,
    act: particle ? particle.force === 'act' : ACT.has(lemma),
    thought: !particle && THOUGHT.has(lemma),
    stance: !particle && STANCE.has(lemma),
    phrasal: particle !== null,
    figure,
    paper: !particle && token.pos === 'VERB' && PAPER_VERBS.has(lemma),
  }
  if (!known.speech && !known.act && !known.thought && !known.stance && !known.paper) return null
  const before = s[at - 1]
  // "a suggested route", "its promised reform": participles in front of a noun.
  if (
    before &&
    (before.pos === 'DET' || before.lower === 'its' || before.lower === 'their') &&
    !/^(?:all|both|some|many|this|that|another)$/u.test(before.lower)
  )
    return null
  const from = groupStart(s, at)
  if (s[from - 1]?.lower === 'to') return null
  const auxiliaries = s.slice(from, at)
  if (ONLY_PARTICIPLE.has(token.lower) && auxiliaries.every((word) => word.pos !== 'AUX')) return null
  let to = at + 1
  while (to < end && s[to]?.pos === 'ADV' && IN_VERB_GROUP.has(s[to]?.lower ?? '')) to++
  if (particle) to = Math.max(to, particle.end)
  const passive = auxiliaries.some((word) => BE.has(word.lower)) && !token.lower.endsWith('ing')
  return { at, lemma, group: [from, to], ...known, passive }
}

function groupStart(s: readonly Token[], at: number): number {
  let from = at
  while (from > 0) {
    const left = s[from - 1]
    if (!left || left.quoted) break
    const belongs =
      left.pos === 'AUX' ||
      left.pos === 'ADV' ||
      IN_VERB_GROUP.has(left.lower) ||
      (left.lower === 'to' && (s[from - 2]?.pos === 'VERB' || s[from - 2]?.pos === 'AUX')) ||
      (left.pos === 'VERB' && s[from]?.lower === 'to')
    if (!belongs || /^(?:when|where|how|why|who|there|here|however|as|meanwhile)$/u.test(left.lower)) break
    from--
  }
  return from
}

/** The second word of a verb of two words; "had made it clear", "went on to say" are not among them. */
function particleOf(s: readonly Token[], at: number, lemma: string): { end: number; force: 'speech' | 'act' } | null {
  const particles = PHRASAL.get(lemma)
  if (!particles) return null
  for (const k of [at + 1, at + 2]) {
    const force = particles.get(s[k]?.lower ?? '')
    // One short object may stand between: "made it clear", "brushed them aside".
    const short = k === at + 1 || s[at + 1]?.pos === 'PRON' || /^(?:very|the)$/u.test(s[at + 1]?.lower ?? '')
    if (force && short && !s[k]?.quoted)
      return { end: /^(?:for|on|of|to|at|about)$/u.test(s[k]?.lower ?? '') && force === 'act' ? at + 1 : k + 1, force }
  }
  return null
}

const APPROXIMATELY = new Set(
  'about around some roughly nearly almost over under more less fewer than at least most no up to only just close approximately between well as many the a an what it called'.split(
    ' ',
  ),
)

/** Whether a number begins at `k`, words like "about" before it aside. */
function isFigure(s: readonly Token[], k: number): boolean {
  let at = k
  while (at < k + 6 && (APPROXIMATELY.has(s[at]?.lower ?? '') || s[at]?.opens)) at++
  while (/^[$€£₹¥]$/u.test(s[at]?.text ?? '')) at++
  return s[at]?.pos === 'NUM' || /^\p{Sc}?\d/u.test(s[at]?.text ?? '')
}

function givesFigure(s: readonly Token[], at: number, lemma: string, end: number): boolean {
  if (COUNTED.has(lemma) && isFigure(s, at + 1)) return true
  if (!SET_AT.has(lemma)) return false
  for (let k = at + 2; k < Math.min(end, at + 18); k++) {
    const token = s[k]
    if (!token || token.text === ',' || token.text === ';') return false
    if (token.lower === 'at' && isFigure(s, k + 1)) return true
  }
  return false
}

/** Services that show what they record, so that what one shows is its own: "the tracker shows the ship off Marl". */
const SERVICES = new Set(
  'tracker trackers map maps app database dashboard gauge gauges sensor sensors radar sonar scanner monitor calculator simulator'.split(
    ' ',
  ),
)

/** Whether a subject is a paper: its head noun, before any "of" or "from", is one. */
export function isPaper(s: readonly Token[], [from, to]: Range): boolean {
  let head = from
  while (head < to && s[head]?.text !== ',' && s[head]?.pos !== 'ADP' && s[head]?.pos !== 'VERB') head++
  // "Article 162 of the Act", "section 9", "Exhibit B": the noun is before its number.
  if (head - 1 > from && s[head - 1]?.pos === 'NUM') head--
  const noun = s[head - 1]?.lower ?? ''
  if (head <= from) return false
  // "the tracker ShipLens", "SkyMap": what it is stands before its name, or its name is written as one of a service.
  let name = head
  while (name - 1 > from && /^\p{Lu}/u.test(s[name - 1]?.text ?? '')) name--
  const called = s[name - 1]?.lower ?? ''
  if (name < head && (PAPERS.has(called) || SERVICES.has(called))) return true
  return DOCUMENTS.has(noun) || PAPERS.has(noun) || SERVICES.has(noun) || /^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u.test(s[head - 1]?.text ?? '')
}

/** "saying" by itself, not "is saying". */
export const isParticiple = (s: readonly Token[], cue: Cue): boolean =>
  (s[cue.at]?.lower ?? '').endsWith('ing') && !s.slice(cue.group[0], cue.at).some((token) => token.pos === 'AUX')

/** Whether a verb counts only with "that", a quotation or a comma before its speaker. */
export const needsThat = (cue: Cue): boolean => !cue.figure && NEEDS_THAT.has(cue.lemma)
