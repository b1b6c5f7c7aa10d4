import { frame, type Frame } from './frames.ts'
import { hasFiniteVerb, type Range, trimmed } from '../words/phrases.ts'
import { canSpeak } from './relays.ts'
import { gives, signal } from '../words/signals.ts'
import { subjectOf } from './subject.ts'
import type { Token } from '../words/tokens.ts'

/** What somebody is who says a thing firmly, and what somebody is who thinks it. */
const FIRM = new Set('adamant insistent unequivocal categorical emphatic blunt clear explicit dismissive scathing candid frank'.split(' '))
const MINDED = new Set(
  'certain sure convinced confident positive hopeful doubtful sceptical skeptical optimistic pessimistic persuaded unsure unconvinced'.split(
    ' ',
  ),
)
/** To be asked and not to say: "would not be drawn on whether", "would neither confirm nor deny". */
const UNSAID = new Set('comment say discuss elaborate answer confirm speak name identify disclose specify'.split(' '))
const MINDS = signal(new Set([...FIRM, ...MINDED, ...UNSAID, 'drawn']))
const COPULA = new Set("am is are was were been be remain remains remained seemed sounded 's 're".split(' '))
const BETWEEN = new Set("very quite just also equally still less more so absolutely fairly not n't never always both all too".split(' '))
/**
 * Attributions without a verb of saying: "the captain was adamant that …", "she is convinced …", and what somebody would not say:
 * "the police would not be drawn on …", "the firm would neither confirm nor deny …".
 */
export function copularFrames(s: readonly Token[], end: number, taken: readonly Frame[]): Frame[] {
  if (!gives(s, MINDS)) return []
  const frames: Frame[] = []
  for (let k = 1; k < end; k++) {
    if (s[k]?.quoted) continue
    const found = adamant(s, k, end) ?? unsaid(s, k, end)
    if (found && !taken.some((other) => other.cue[0] < found.cue[1] && found.cue[0] < other.cue[1])) frames.push(found)
  }
  return frames
}

function adamant(s: readonly Token[], k: number, end: number): Frame | null {
  const word = s[k]?.lower ?? ''
  const speech = FIRM.has(word)
  if (!speech && !MINDED.has(word)) return null
  let from = k
  while (from > 0 && BETWEEN.has(s[from - 1]?.lower ?? '')) from--
  if (!COPULA.has(s[from - 1]?.lower ?? '')) return null
  while (from > 0 && s[from - 1]?.pos === 'AUX') from--
  // "It is clear that" is the copy's own; only somebody can be clear that a thing is so.
  const source = speaker(s, from)
  const at = s[k + 1]?.lower
  const said = at === 'that' || (s[k + 1]?.text === ':' && s[k + 2]?.opens === true)
  if (!source || !said || !hasFiniteVerb(s, [k + 2, end])) return null
  return frame([from, k + 1], [k, k + 1], word, speech ? 'speech' : 'thought', source, [trimmed(s, [k + 1, end])])
}

function speaker(s: readonly Token[], at: number): Range | null {
  const source = subjectOf(s, at)
  if (!source) return null
  const word = s[source[0]]?.lower ?? ''
  if (source[1] - source[0] === 1 && /^(?:he|she|they|another|others|some|many|both)$/u.test(word)) return source
  if (/^(?:second|third|fourth|fifth|sixth)$/u.test(s[source[1] - 1]?.lower ?? '')) return source
  return word !== 'it' && canSpeak(s, source) ? source : null
}

function unsaid(s: readonly Token[], k: number, end: number): Frame | null {
  const word = s[k]?.lower ?? ''
  let from = k
  if (word === 'drawn') {
    if (s[k - 1]?.lower !== 'be') return null
    from = k - 1
  } else if (!UNSAID.has(word)) return null
  const neither = s[from - 1]?.lower === 'neither'
  const not = /^(?:not|n't)$/u.test(s[from - 1]?.lower ?? '')
  if (!neither && !not) return null
  const would = from - 2
  if (!/^(?:would|wo|will|could|can)$/u.test(s[would]?.lower ?? '')) return null
  const source = speaker(s, would)
  const content = trimmed(s, [k, Math.min(end, clauseEnd(s, k, end))])
  return source && content[1] > content[0] ? frame([would, k], [from, k + 1], 'decline', 'act', source, [content]) : null
}

function clauseEnd(s: readonly Token[], from: number, end: number): number {
  for (let k = from + 1; k < end; k++) if (/^[;,—–]$/u.test(s[k]?.text ?? '') && !s[k]?.quoted) return k
  return end
}
