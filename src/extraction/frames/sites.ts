import { frame, type Frame } from './frames.ts'
import { FORMS } from '../words/lexicon.ts'
import { capitalised, hasFiniteVerb, phraseFrom, type Range, trimmed } from '../words/phrases.ts'
import { subjectOf } from './subject.ts'
import { isPaper } from './cues.ts'
import type { Token } from '../words/tokens.ts'

const SITES =
  /^(?:site|website|tracker|app|map|maps|database|register|registry|dashboard|page|portal|platform|feed|calendar|timetable|chart|spreadsheet)$/u
const STANDING = /^(?:ahead|behind|leading|trailing|winning|losing|level|at|on|up|down|in|neck|first|second|third)$/u

/**
 * What a site or a poll gives, without a verb of saying: "On the tracking site SkyMap, the flight vanishes", "the poll had her ahead by four
 * points". None where somebody in the same sentence speaks.
 */
export function siteFrames(s: readonly Token[], end: number): Frame[] {
  const found = onSite(s, end) ?? pollHas(s, end)
  return found ? [found] : []
}

function onSite(s: readonly Token[], end: number): Frame | null {
  if (s[0]?.lower !== 'on') return null
  const phrase = phraseFrom(s, 1, Math.min(end, 16), false)
  if (!phrase || s[phrase[1]]?.text !== ',') return null
  const words = s.slice(...phrase)
  const site = words.findIndex((token) => SITES.test(token.lower))
  if (site < 0 || !words.slice(site).some((token, k) => capitalised(token) && site + k > 0)) return null
  const rest: Range = [phrase[1] + 1, end]
  if (
    !hasFiniteVerb(s, rest) ||
    s.slice(...rest).some((token) => token.quoted || FORMS.has(token.lower) || /^(?:he|she|they|we|i)$/u.test(token.lower))
  )
    return null
  return frame([0, 1], [0, 1], 'on', 'speech', phrase, [trimmed(s, rest)])
}

const HAVE = new Set(['had', 'has', 'have'])

function pollHas(s: readonly Token[], end: number): Frame | null {
  for (let k = 1; k + 2 < end; k++) {
    if (!HAVE.has(s[k]?.lower ?? '') || s[k]?.quoted) continue
    const object = s[k + 1]?.pos === 'PRON' ? k + 2 : (phraseFrom(s, k + 1, end, false)?.[1] ?? -1)
    if (object < 0 || !STANDING.test(s[object]?.lower ?? '')) continue
    const source = subjectOf(s, k)
    if (source && isPaper(s, source))
      return frame([k, k + 1], [k, k + 1], 'have', 'speech', source, [trimmed(s, [k + 1, clauseEnd(s, k, end)])])
  }
  return null
}

function clauseEnd(s: readonly Token[], from: number, end: number): number {
  for (let k = from; k < end; k++) if (s[k]?.text === ';' && !s[k]?.quoted) return k
  return end
}

/** "Lee put turnout at 68 percent and Moor at 71": the second figure is the second one's, though its verb is left out. */
export function gappedFrames(s: readonly Token[], frames: readonly Frame[], end: number): Frame[] {
  return frames.flatMap((first) => {
    const content = first.content.at(-1)
    if (!/^(?:put|place|peg|estimate|value|assess|set|reckon|calculate)$/u.test(first.lemma) || first.trailing || !content) return []
    const at = figureAt(s, content[0], content[1])
    if (at < 0) return []
    for (let k = at + 2; k + 3 < Math.min(end, content[1]); k++) {
      if (s[k]?.quoted || !/^(?:and|but|while|;)$/u.test(s[k]?.lower ?? '')) continue
      const source = phraseFrom(s, k + 1, end, false)
      if (!source || source[1] >= content[1] || s[source[1]]?.lower !== 'at' || figureAt(s, source[1], source[1] + 3) !== source[1])
        continue
      first.content = [...first.content.slice(0, -1), trimmed(s, [content[0], s[k - 1]?.text === ',' ? k - 1 : k])]
      return [
        frame([source[1], source[1] + 1], [source[1], source[1] + 1], first.lemma, 'speech', source, [trimmed(s, [source[1], content[1]])]),
      ]
    }
    return []
  })
}

function figureAt(s: readonly Token[], from: number, to: number): number {
  for (let k = from; k < to; k++)
    if (s[k]?.lower === 'at' && s.slice(k + 1, k + 5).some((token) => token.pos === 'NUM' || /\d/u.test(token.text))) return k
  return -1
}
