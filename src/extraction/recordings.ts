import { frame, type Frame } from './frames.ts'
import { RECORDINGS } from './lexicon.ts'
import { capitalised, hasFiniteVerb, nominal, phraseBefore, phraseFrom, type Range, trimmed } from './phrases.ts'
import type { Token } from './tokens.ts'

const SHOWING = new Set([
  'show',
  'shows',
  'showed',
  'showing',
  'captured',
  'captures',
  'capture',
  'depict',
  'depicts',
  'depicted',
  'reveal',
  'reveals',
  'revealed',
  'appears',
  'appear',
  'appeared',
  'purport',
  'purports',
  'purported',
  'purporting',
  'features',
  'featured',
])
const MAKING = new Set([
  'shot',
  'filmed',
  'recorded',
  'took',
  'taken',
  'captured',
  'posted',
  'uploaded',
  'shared',
  'published',
  'released',
  'made',
])

/** The tagger takes the capital of a sentence's first word for a name's; one in the middle is a name's ("Image Weekly"). */
const holdsRecording = (s: readonly Token[], [from, to]: Range): boolean =>
  s.slice(from, to).some((token, k) => RECORDINGS.has(token.lower) && (token.pos !== 'PROPN' || (from + k === 0 && !capitalised(s[1]))))

/**
 * What a video, photo or recording shows, as an attribution to the recording itself: "In one video, …", "Footage showed …",
 * "… can be seen in the clip". Null where the sentence speaks of a recording without saying what is in it.
 */
export function recordingFrame(s: readonly Token[], taken: readonly Frame[]): Frame | null {
  let end = s.length
  while (end > 0 && s[end - 1]?.text === '.') end--
  if (end > 200) return null
  const found = introduced(s, end) ?? showing(s, end) ?? seenIn(s, end)
  if (!found) return null
  const clash = taken.some(
    (other) => other.source && found.source && other.source[0] < found.source[1] && found.source[0] < other.source[1],
  )
  return clash ? null : found
}

function introduced(s: readonly Token[], end: number): Frame | null {
  if (!/^(?:in|on)$/u.test(s[0]?.lower ?? '')) return null
  const phrase = phraseFrom(s, 1, Math.min(end, 20), false)
  if (!phrase || !holdsRecording(s, phrase)) return null
  let comma = phrase[1]
  while (comma < end && comma < phrase[1] + 14 && s[comma]?.text !== ',') comma++
  if (s[comma]?.text !== ',' || !hasFiniteVerb(s, [comma, end])) return null
  return frame([0, phrase[1]], [0, phrase[1]], 'in', 'speech', phrase, [trimmed(s, [comma, end])])
}

function showing(s: readonly Token[], end: number): Frame | null {
  for (let k = 1; k < end; k++) {
    const verb = s[k]
    if (!verb || verb.quoted || !SHOWING.has(verb.lower)) continue
    let from = k
    while (from > 0 && (s[from - 1]?.pos === 'AUX' || s[from - 1]?.pos === 'ADV')) from--
    const subject = [phraseBefore(s, from), postModified(s, from)].find((phrase) => phrase && holdsRecording(s, phrase))
    if (!subject) continue
    let to = k + 1
    if (s[to]?.lower === 'to' && s[to + 1]?.pos === 'VERB') to += 2
    if (to >= end) return null
    return frame([from, to], [k, k + 1], 'show', 'speech', subject, [trimmed(s, [to, end])])
  }
  return null
}

/** "Videos posted on social media showed": the subject with a participle after it. */
function postModified(s: readonly Token[], end: number): Range | null {
  for (let k = end - 1; k > 0 && k > end - 14; k--) {
    if (
      !MAKING.has(s[k]?.lower ?? '') &&
      !/^(?:circulating|obtained|seen|circulated|aired|broadcast|verified|that|which)$/u.test(s[k]?.lower ?? '')
    )
      continue
    const head = phraseBefore(s, k)
    if (head && holdsRecording(s, head)) return [head[0], end]
  }
  return null
}

function seenIn(s: readonly Token[], end: number): Frame | null {
  for (let k = 1; k + 2 < end; k++) {
    if (!/^(?:seen|heard)$/u.test(s[k]?.lower ?? '') || s[k - 1]?.lower !== 'be') continue
    for (let at = k + 1; at + 1 < end; at++) {
      if (!/^(?:in|on)$/u.test(s[at]?.lower ?? '') || !nominal(s[at + 1])) continue
      const phrase = phraseFrom(s, at + 1, end, false)
      if (phrase && holdsRecording(s, phrase)) return frame([k, k + 1], [k, k + 1], 'see', 'speech', phrase, [trimmed(s, [0, at])])
    }
  }
  return null
}

/** Who made a recording, when a sentence says so: "residents filmed videos", "footage shot by a passer-by". Ranges count tokens. */
export function makerOf(s: readonly Token[]): { recording: Range; maker: Range } | null {
  for (let k = 1; k + 1 < Math.min(s.length, 200); k++) {
    if (!MAKING.has(s[k]?.lower ?? '') || s[k]?.quoted) continue
    if (s[k + 1]?.lower === 'by') {
      const maker = phraseFrom(s, k + 2, s.length, false)
      const recording = phraseBefore(s, k)
      if (maker && recording && holdsRecording(s, recording)) return { recording, maker }
    }
    const maker = phraseBefore(s, s[k - 1]?.pos === 'AUX' || s[k - 1]?.pos === 'ADV' ? k - 1 : k)
    let to = k + 1
    while (to < s.length && to < k + 6 && nominal(s[to]) && !RECORDINGS.has(s[to]?.lower ?? '')) to++
    if (maker && RECORDINGS.has(s[to]?.lower ?? '') && !holdsRecording(s, maker)) return { recording: [k + 1, to + 1], maker }
  }
  return null
}
