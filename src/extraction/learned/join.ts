import type { Passage } from '../frames/attributions.ts'
import { frame, type Frame } from '../frames/frames.ts'
import { type CopySentence } from '../layout/layout.ts'
import { ACT, SPEECH, STANCE, THOUGHT } from '../words/lexicon.ts'
import { hasFiniteVerb, type Range } from '../words/phrases.ts'
import type { LearnedAttribution } from './attributions.ts'

/** What both readers make of an article together. */
export interface Joined {
  /** The attributions that claims and chains rest on: the rules' own, and what only the learned reader sees and is sure of. */
  passages: Passage[]
  /** The learned reader's opinion of a passage, where it has one. */
  opinions: Map<Passage, LearnedAttribution>
  /** Those that only the learned reader sees. */
  added: Set<Passage>
}

/** What only the learned reader sees becomes a passage from this confidence on. */
const SURE = 0.75

/**
 * Joins the careful rules' attributions with the learned reader's. The rules know more of each (whom it was told, through whom it came),
 * so theirs stays wherever both see the same cue or the same words; the learned reader adds what the rules do not know.
 */
export function joinReaders(sentences: readonly CopySentence[], rules: readonly Passage[], learned: readonly LearnedAttribution[]): Joined {
  const opinions = new Map<Passage, LearnedAttribution>()
  const own = new Map<number, Passage[]>()
  for (const rule of rules) {
    const list = own.get(rule.sentence)
    if (list) list.push(rule)
    else own.set(rule.sentence, [rule])
  }
  const added = new Set<Passage>()
  for (const attribution of learned) {
    const near = own.get(attribution.cue.sentence) ?? []
    const same =
      near.find((rule) => !opinions.has(rule) && meets(rule.frame.cue, attribution.cue.range)) ??
      near.find((rule) => !opinions.has(rule) && agrees(rule, attribution))
    if (same) opinions.set(same, attribution)
    else if (!attribution.doubtful && attribution.confidence >= SURE && !near.some((rule) => known(rule, attribution))) {
      const passage = passageOf(sentences, attribution)
      if (!passage) continue
      added.add(passage)
      opinions.set(passage, attribution)
    }
  }
  const passages = [...rules, ...added].sort(
    (a, b) => a.sentence - b.sentence || (added.has(a) || added.has(b) ? a.frame.cue[0] - b.frame.cue[0] : 0),
  )
  return { passages, opinions, added }
}

const meets = (a: Range, b: Range): boolean => a[0] < b[1] && b[0] < a[1]

/** Whether both attribute about the same words: at least half of all of them, or nearly all of the shorter one's. */
function agrees(rule: Passage, attribution: LearnedAttribution): boolean {
  const size = (pieces: readonly { range: Range }[]): number => pieces.reduce((sum, { range }) => sum + range[1] - range[0], 0)
  let shared = 0
  for (const piece of rule.content)
    for (const { sentence, range } of attribution.content)
      if (sentence === piece.sentence) shared += Math.max(0, Math.min(range[1], piece.range[1]) - Math.max(range[0], piece.range[0]))
  const [own, other] = [size(rule.content), size(attribution.content)]
  return shared > 0 && (2 * shared >= own + other - shared || shared >= 0.9 * Math.min(own, other))
}

/** Whether a rule already tells of what the learned reader sees: the same words, the same people, or an attribution around it. */
function known(rule: Passage, attribution: LearnedAttribution): boolean {
  const { cue, source, origin, audience, relays } = rule.frame
  const spoken = [cue, source, origin, audience, ...relays].filter((range): range is Range => range !== null)
  return (
    covers(rule, attribution) ||
    agrees(rule, attribution) ||
    spoken.some((range) => meets(range, attribution.cue.range)) ||
    [origin, audience, ...relays].some((range) => range !== null && attribution.source.some((piece) => meets(range, piece.range)))
  )
}

/** Whether a rule's attribution already holds the cue among the words it attributes: the outermost one counts. */
function covers(rule: Passage, { cue }: LearnedAttribution): boolean {
  return rule.content.some((piece) => piece.sentence === cue.sentence && cue.range[0] >= piece.range[0] && cue.range[1] <= piece.range[1])
}

/** What only the learned reader sees, as a frame; null where nobody in the cue's own sentence says it. */
function passageOf(sentences: readonly CopySentence[], { cue, source, content }: LearnedAttribution): Passage | null {
  const tokens = sentences[cue.sentence]?.tokens ?? []
  const [who] = source
  if (source.length !== 1 || who?.sentence !== cue.sentence || content.length === 0) return null
  let verb = cue.range[1] - 1
  while (verb > cue.range[0] && tokens[verb]?.pos !== 'VERB') verb--
  const lemma = tokens[verb]?.lemma ?? ''
  const first = content[0]
  const words = sentences[first?.sentence ?? -1]?.tokens ?? []
  const quoted = content.some((piece) => sentences[piece.sentence]?.tokens.slice(...piece.range).some((token) => token.quoted) === true)
  const clause = first !== undefined && (words[first.range[0]]?.lower === 'that' || hasFiniteVerb(words, first.range))
  const found = frame(
    cue.range,
    [verb, verb + 1],
    lemma,
    forceOf(lemma, quoted, clause),
    who.range,
    content.filter((piece) => piece.sentence === cue.sentence).map(({ range }) => range),
  )
  found.trailing =
    first !== undefined && (first.sentence < cue.sentence || (first.sentence === cue.sentence && first.range[0] < cue.range[0]))
  return { sentence: cue.sentence, frame: found, content: content.map(({ sentence, range }) => ({ sentence, range })), inner: false }
}

/** A cue that no table knows speaks where words are quoted or a clause follows; else it is an attitude, and gives nobody a voice. */
function forceOf(lemma: string, quoted: boolean, clause: boolean): Frame['force'] {
  if (SPEECH.has(lemma)) return quoted || clause ? 'speech' : 'stance'
  if (ACT.has(lemma)) return 'act'
  if (THOUGHT.has(lemma)) return 'thought'
  if (STANCE.has(lemma)) return 'stance'
  return quoted ? 'speech' : 'stance'
}
