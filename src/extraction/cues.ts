import { ACT, BE, FORMS, IN_VERB_GROUP, NEEDS_THAT, NOUN_TOO, SPEECH, STANCE, THOUGHT } from './lexicon.ts'
import type { Range } from './phrases.ts'
import type { Token } from './tokens.ts'

/** What a cue says of its source: it spoke, it did something by speaking, it thinks, or it merely wants or supports. */
export type Force = 'speech' | 'act' | 'thought' | 'stance'

export interface Cue {
  /** The verb itself. */
  at: number
  lemma: string
  /** The verb with its auxiliaries and adverbs. */
  group: Range
  speech: boolean
  act: boolean
  thought: boolean
  stance: boolean
  passive: boolean
}

function lemmaOf(token: Token): string | null {
  const known = FORMS.get(token.lower)
  if (known && (token.pos === 'VERB' || !NOUN_TOO.has(token.lower))) return known
  return token.pos === 'VERB' ? token.lemma : null
}

/** The verb at `at` as a cue with its verb group, or null where it is none: quoted, an infinitive of something else, or no verb of saying. */
export function cueAt(s: readonly Token[], at: number, end: number): Cue | null {
  const token = s[at]
  if (!token || token.quoted) return null
  const lemma = lemmaOf(token)
  if (!lemma) return null
  const cue = { speech: SPEECH.has(lemma), act: ACT.has(lemma), thought: THOUGHT.has(lemma), stance: STANCE.has(lemma) }
  if (!cue.speech && !cue.act && !cue.thought && !cue.stance) return null
  const before = s[at - 1]
  // "a suggested route", "its promised reform": participles in front of a noun.
  if (
    before &&
    (before.pos === 'DET' || before.lower === 'its' || before.lower === 'their') &&
    !/^(?:all|both|some|many)$/u.test(before.lower)
  )
    return null
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
    if (!belongs || /^(?:when|where|how|why|who|there|here)$/u.test(left.lower)) break
    from--
  }
  if (s[from - 1]?.lower === 'to') return null
  let to = at + 1
  while (to < end && s[to]?.pos === 'ADV' && IN_VERB_GROUP.has(s[to]?.lower ?? '')) to++
  const auxiliaries = s.slice(from, at)
  const passive = auxiliaries.some((word) => BE.has(word.lower)) && !token.lower.endsWith('ing')
  return { at, lemma, group: [from, to], ...cue, passive }
}

export const needsThat = (cue: Cue): boolean => NEEDS_THAT.has(cue.lemma)
