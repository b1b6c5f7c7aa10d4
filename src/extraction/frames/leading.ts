import { type Cue, isPaper } from './cues.ts'
import { audienceIn, frame, type Frame } from './frames.ts'
import { MEDIA_WORDS } from '../words/lexicon.ts'
import { hasFiniteVerb, phraseBefore, phraseFrom, type Range, trimmed } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import { beforeJoined, beforeSemicolon, endOfContent, startOfContent } from './content.ts'
import { fits, paperSays, wasNotSaid } from './fit.ts'
import { passiveFrame } from './passive.ts'
import { speakerOf } from './speaker.ts'

/** "X said (that) …", "X told Y that …", "X asked Y to …", "X: “…”", "X was quoted as saying". Null where nothing follows. */
export function leadingFrame(s: readonly Token[], cue: Cue, limit: number, earlier: readonly Frame[]): Frame | null {
  if (cue.passive) return passiveFrame(s, cue, limit)
  const source = speakerOf(s, cue, earlier)
  if (!source) return null
  const start = startOfContent(s, cue, limit)
  if (!start) return null
  if (/^(?:quote|cite)$/u.test(cue.lemma)) return quotedFrame(s, cue, source, limit)
  const force =
    (cue.paper || cue.speech) && isPaper(s, antecedent(s, source)) && !leftOut(s, cue, s[start.at])
      ? paperSays(s, cue, start, limit)
      : fits(s, cue, start, limit)
  if (!force) return null
  const whole = endOfContent(s, start.at, limit, source)
  const object = cue.act && !start.opened
  const to = force === 'act' && object ? beforeJoined(s, start.at, whole) : object ? beforeSemicolon(s, start.at, whole) : whole
  const content = trimmed(s, [start.at, to])
  const found = frame([cue.group[0], Math.max(cue.group[1], start.cueEnd)], [cue.at, cue.at + 1], cue.lemma, force, source, [content])
  found.audience = start.audience
  found.asides = preambles(s, cue, source)
  const medium = mediumTold(s, cue, start.at)
  if (medium) found.relays.push(medium)
  found.opensColon = s[limit - 1]?.text === ':' && (start.at >= limit || isEmpty(s, content))
  if (found.opensColon) found.content = []
  return content[1] > content[0] || found.opensColon ? found : null
}

/** "The report does not say how many": what a paper leaves out is the copy's finding; whose order it leaves out is its silence. */
const leftOut = (s: readonly Token[], cue: Cue, first: Token | undefined): boolean =>
  wasNotSaid(s, cue, first) && !/^(?:who|whose)$/u.test(first?.lower ?? '')

/** "the Act, which punishes": the paper before the relative pronoun. */
function antecedent(s: readonly Token[], source: Range): Range {
  if (source[1] - source[0] !== 1 || !/^(?:which|that)$/u.test(s[source[0]]?.lower ?? '')) return source
  return phraseBefore(s, s[source[0] - 1]?.text === ',' ? source[0] - 1 : source[0]) ?? source
}

/** "A quoted B as saying that", "A quoted B saying": A passes on what B says. */
function quotedFrame(s: readonly Token[], cue: Cue, source: Range, limit: number): Frame | null {
  const from = cue.group[1]
  let saying = from
  while (saying < Math.min(limit, from + 24) && !/^(?:saying|telling)$/u.test(s[saying]?.lower ?? '')) saying++
  const told = s[saying]?.lower === 'telling'
  if (!s[saying] || saying === from + 24 || s[saying]?.quoted || (told && s[saying - 1]?.lower !== 'as')) return null
  // "… as telling local radio that": whom the words were told stands before them.
  const audience = told ? phraseFrom(s, saying + 1, limit, false) : null
  const origin: Range = [from, s[saying - 1]?.lower === 'as' ? saying - 1 : saying]
  const content = trimmed(s, [audience?.[1] ?? saying + 1, limit])
  if (origin[1] <= origin[0] || content[1] <= content[0]) return null
  const found = frame(cue.group, [cue.at, cue.at + 1], cue.lemma, 'speech', source, [content])
  found.origin = origin
  found.audience = audience
  return found
}

/** "conceded to the same paper that", "claimed to Radio Marl that": a medium that was spoken to. */
function mediumTold(s: readonly Token[], cue: Cue, content: number): Range | null {
  if (s[cue.group[1]]?.lower !== 'to' || !cue.speech) return null
  const phrase = phraseFrom(s, cue.group[1] + 1, content, false)
  return phrase && s.slice(...phrase).some((token) => MEDIA_WORDS.has(token.lower)) ? audienceIn(s, phrase) : null
}

const SPOKEN_WHEN = new Set(
  'asked pressed questioned challenged speaking responding replying writing testifying addressing reached contacted quoting citing in'.split(
    ' ',
  ),
)

/** How and when somebody came to speak, before or behind the name: "Asked whether …, she said", "Lee, pressed on this, said". */
function preambles(s: readonly Token[], cue: Cue, source: Range): Range[] {
  const found: Range[] = []
  if (s[source[0] - 1]?.text === ',' && SPOKEN_WHEN.has(s[0]?.lower ?? '') && !s[0]?.quoted) found.push([0, source[0]])
  if (s[source[1]]?.text === ',' && cue.group[0] > source[1] && SPOKEN_WHEN.has(s[source[1] + 1]?.lower ?? ''))
    found.push([source[1], cue.group[0]])
  return found
}

/** "found that:", "wrote to a colleague on 2 March:", "said the following:" leave all that is said to what follows. */
const isEmpty = (s: readonly Token[], range: Range): boolean => range[1] - range[0] <= 10 && !hasFiniteVerb(s, range)
