import { frame, type Frame } from './frames.ts'
import { hasFiniteVerb, type Range, trimmed } from '../words/phrases.ts'
import { canSpeak } from './relays.ts'
import type { Token } from '../words/tokens.ts'

/** Longest source in brackets, in words, and longest line that is read as a list of figures. */
const LONGEST_SOURCE = 8
const LONGEST_LINE = 60

/**
 * Figures with their source in brackets, as boxes and tables give them: "Depth: 40 metres (harbour office); 38 metres (divers)".
 * Only in a line without a verb, and only behind a figure.
 */
export function bracketFrames(s: readonly Token[], end: number): Frame[] {
  if (end > LONGEST_LINE || hasFiniteVerb(s, [0, end])) return []
  const frames: Frame[] = []
  let from = 0
  for (let k = 1; k < end; k++) {
    if (s[k]?.text === ';') from = k + 1
    if (s[k]?.text !== '(' || s[k]?.quoted) continue
    const close = closing(s, k, end)
    const source: Range = [k + 1, close]
    const figure = s.slice(from, k).some((token) => token.pos === 'NUM' || /\d/u.test(token.text))
    if (close < 0 || !figure || s.slice(...source).some((token) => /\d/u.test(token.text))) continue
    if (canSpeak(s, source) && ends(s[close + 1]))
      frames.push(frame([k, k + 1], [k, k + 1], 'according to', 'speech', source, [trimmed(s, [from, k])]))
    from = close + 1
  }
  return frames
}

const ends = (token: Token | undefined): boolean => token === undefined || /^[.,;]$/u.test(token.text)

function closing(s: readonly Token[], open: number, end: number): number {
  for (let k = open + 2; k < Math.min(end, open + LONGEST_SOURCE + 2); k++) if (s[k]?.text === ')') return k
  return -1
}
