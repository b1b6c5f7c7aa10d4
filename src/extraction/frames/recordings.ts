import { frame, type Frame } from './frames.ts'
import { RECORDINGS } from '../words/lexicon.ts'
import { capitalised, hasFiniteVerb, nextComma, nominal, phraseBefore, phraseFrom, type Range, trimmed } from '../words/phrases.ts'
import { gives, signal } from '../words/signals.ts'
import type { Token } from '../words/tokens.ts'

const RECORDED = signal(RECORDINGS)
/** What can be done with a picture: "can be seen in the clip". */
const SEEN = new Set(['seen', 'heard', 'shown', 'filmed', 'visible'])
const SEES = signal(SEEN)

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const SHOWING = words(
  'show shows showed showing captured captures capture depict depicts depicted reveal reveals revealed appears appear appeared purport purports purported purporting seems seem seemed features featured records recorded films catches caught',
)
/** Verbs that say only with "to show" what a recording shows. */
const SEEMING = words('appears appear appeared purport purports purported purporting seems seem seemed claims claimed')
const DISPLAY = words('show depict capture feature be have record portray reveal')
const MAKING = words('shot filmed recorded took taken captured posted uploaded shared published released made')
const AFTER_NOUN = new Set(
  'circulating obtained seen circulated aired broadcast verified viewed reviewed geolocated sent provided supplied distributed carried that which from of on by'.split(
    ' ',
  ),
)
/** "It purports to show", "One, posted on X, shows": what takes up a recording named before. */
const TAKING_UP = words('it they one another both these this others')
/** Sentences longer than this are not searched. */
const LONGEST = 200

/** The tagger takes the capital of a sentence's first word for a name's; one in the middle is a name's ("Image Weekly"). */
const holdsRecording = (s: readonly Token[], [from, to]: Range): boolean =>
  s.slice(from, to).some((token, k) => RECORDINGS.has(token.lower) && (token.pos !== 'PROPN' || (from + k === 0 && !capitalised(s[1]))))

/**
 * What videos, photos or recordings show, as attributions to the recording itself: "In one video, …", "Footage showed …",
 * "… can be seen in the clip", "It purports to show". One for each stretch between semicolons; none where a recording is only spoken of.
 */
export function recordingFrames(s: readonly Token[], taken: readonly Frame[]): Frame[] {
  let end = s.length
  while (end > 0 && s[end - 1]?.text === '.') end--
  if (end > LONGEST) return []
  return stretches(s, end).flatMap(([from, to]) => {
    const found = introduced(s, from, to) ?? showing(s, from, to) ?? takenUp(s, from, to) ?? seenIn(s, from, to)
    return found && !clashes(found, taken) ? [found] : []
  })
}

const JOINING = words('and but while')

/** The stretches of a sentence between semicolons, an opening conjunction cut off. */
function stretches(s: readonly Token[], end: number): Range[] {
  const found: Range[] = []
  let from = 0
  for (let k = 0; k <= end; k++) {
    if (k < end && s[k]?.text !== ';') continue
    while (from < k && JOINING.has(s[from]?.lower ?? '')) from++
    if (k - from > 2) found.push([from, k])
    from = k + 1
  }
  return found
}

const clashes = (found: Frame, taken: readonly Frame[]): boolean =>
  taken.some((other) => other.source && found.source && other.source[0] < found.source[1] && found.source[0] < other.source[1])

/** "In one video, a man …", "In a shorter clip a man …". */
function introduced(s: readonly Token[], from: number, end: number): Frame | null {
  if (!/^(?:in|on)$/u.test(s[from]?.lower ?? '')) return null
  // "In it, a man shouts": the recording of the sentence before; who speaks in it has a frame of its own.
  if (s[from + 1]?.lower === 'it' && s[from + 2]?.text === ',' && hasFiniteVerb(s, [from + 3, end]))
    return frame([from, from + 2], [from, from + 1], 'in it', 'speech', [from + 1, from + 2], [trimmed(s, [from + 3, end])])
  const phrase = phraseFrom(s, from + 1, Math.min(end, from + 20), false)
  if (!phrase) return null
  const clip = withoutSubject(s, phrase)
  if (!holdsRecording(s, clip)) return null
  let start = clip[1]
  const split = clip[1] < phrase[1] || s[start]?.pos === 'DET'
  if (!split) while (start < end && start < phrase[1] + 14 && s[start]?.text !== ',') start++
  if (!split && (s[start]?.text !== ',' || !hasFiniteVerb(s, [start, end]))) return null
  return frame([from, clip[1]], [from, clip[1]], 'in', 'speech', clip, [trimmed(s, [start, end])])
}

/** In copy that spares its commas the subject follows the recording at once: "in a shorter clip | a man points". */
function withoutSubject(s: readonly Token[], [from, to]: Range): Range {
  for (let k = from + 1; k < to; k++) if (RECORDINGS.has(s[k - 1]?.lower ?? '') && s[k]?.pos === 'DET') return [from, k]
  return [from, to]
}

function showing(s: readonly Token[], start: number, end: number): Frame | null {
  if (!gives(s, RECORDED)) return null
  for (let k = start + 1; k < end; k++) {
    const verb = s[k]
    if (!verb || verb.quoted || !SHOWING.has(verb.lower)) continue
    let from = k
    while (from > start && (s[from - 1]?.pos === 'AUX' || s[from - 1]?.pos === 'ADV')) from--
    const subject = [phraseBefore(s, from), postModified(s, start, from), glossed(s, start, from)].find(
      (phrase) => phrase && phrase[0] >= start && holdsRecording(s, phrase),
    )
    if (subject) return shown(s, [from, k], subject, end)
  }
  return null
}

/** The frame of "… shows …" with its verb at `k`; null where nothing is shown. */
function shown(s: readonly Token[], [from, k]: Range, subject: Range, end: number): Frame | null {
  let to = k + 1
  if (s[to]?.lower === 'to' && (s[to + 1]?.pos === 'VERB' || DISPLAY.has(s[to + 1]?.lower ?? ''))) to += 2
  else if (SEEMING.has(s[k]?.lower ?? '')) return null
  return to < end ? frame([from, to], [k, k + 1], 'show', 'speech', subject, [trimmed(s, [to, end])]) : null
}

/** "Videos posted on social media showed": the subject with a participle after it. */
function postModified(s: readonly Token[], start: number, end: number): Range | null {
  for (let k = end - 1; k > start && k > end - 24; k--) {
    if (s[k]?.text === ',') return null
    if (!MAKING.has(s[k]?.lower ?? '') && !AFTER_NOUN.has(s[k]?.lower ?? '')) continue
    const head = phraseBefore(s, k)
    if (head && head[0] >= start && holdsRecording(s, head)) return [head[0], end]
  }
  return null
}

/** "A second clip, shared in four districts, appears to show": the subject with an apposition between commas. */
function glossed(s: readonly Token[], start: number, end: number): Range | null {
  if (s[end - 1]?.text !== ',') return null
  for (let k = end - 2; k > start && k > end - 34; k--) {
    if (s[k]?.text !== ',') continue
    const head = phraseBefore(s, k) ?? postModified(s, start, k)
    if (head && head[0] >= start && holdsRecording(s, head)) return [head[0], end]
  }
  return null
}

/** "It purports to show …", "One, posted on X, shows …": the recordings are named in a sentence before. */
function takenUp(s: readonly Token[], start: number, end: number): Frame | null {
  if (!TAKING_UP.has(s[start]?.lower ?? '')) return null
  const counted = /^(?:one|another|others)$/u.test(s[start]?.lower ?? '')
  let at = start + 1
  if (s[at]?.text === ',') {
    const close = nextComma(s, at + 1, Math.min(end, at + 30))
    if (!counted || s[close]?.text !== ',') return null
    at = close + 1
  }
  const to = at
  while (at < end && (s[at]?.pos === 'ADV' || s[at]?.pos === 'AUX')) at++
  const verb = s[at]
  if (!verb || verb.quoted || !SHOWING.has(verb.lower)) return null
  const seems = SEEMING.has(verb.lower) && s[at + 1]?.lower === 'to' && DISPLAY.has(s[at + 2]?.lower ?? '')
  // "It shows that …" may be any finding; "it shows a man running" is a picture.
  const next = s[at + 1]
  const plain =
    !SEEMING.has(verb.lower) &&
    (counted ? next?.lower !== 'that' && next?.pos !== 'PUNCT' : next?.pos === 'DET' || next?.pos === 'NOUN' || next?.pos === 'NUM')
  return seems || plain ? shown(s, [to, at], [start, to], end) : null
}

function seenIn(s: readonly Token[], start: number, end: number): Frame | null {
  if (!gives(s, SEES)) return null
  for (let k = start + 1; k + 2 < end; k++) {
    if (!SEEN.has(s[k]?.lower ?? '') || !/^(?:be|is|are|was|were)$/u.test(s[k - 1]?.lower ?? '')) continue
    for (let at = k + 1; at + 1 < end; at++) {
      if (!/^(?:in|on)$/u.test(s[at]?.lower ?? '') || !(nominal(s[at + 1]) || s[at + 1]?.lower === 'it')) continue
      if (s[at + 1]?.lower === 'it') return frame([k, k + 1], [k, k + 1], 'in it', 'speech', [at + 1, at + 2], [trimmed(s, [start, at])])
      const phrase = phraseFrom(s, at + 1, end, false)
      if (phrase && holdsRecording(s, phrase)) return frame([k, k + 1], [k, k + 1], 'see', 'speech', phrase, [trimmed(s, [start, at])])
    }
  }
  return null
}

/** Who made a recording, when a sentence says so: "residents filmed videos", "footage shot by a passer-by". Ranges count tokens. */
export function makerOf(s: readonly Token[]): { recording: Range; maker: Range } | null {
  if (!gives(s, RECORDED)) return null
  for (let k = 1; k + 1 < Math.min(s.length, LONGEST); k++) {
    if (!MAKING.has(s[k]?.lower ?? '') || s[k]?.quoted) continue
    if (s[k + 1]?.lower === 'by') {
      const maker = phraseFrom(s, k + 2, s.length, false)
      const recording = phraseBefore(s, k)
      if (maker && recording && holdsRecording(s, recording)) return { recording, maker }
    }
    let to = k + 1
    while (to < s.length && to < k + 6 && nominal(s[to]) && !RECORDINGS.has(s[to]?.lower ?? '')) to++
    if (!RECORDINGS.has(s[to]?.lower ?? '')) continue
    const maker = phraseBefore(s, s[k - 1]?.pos === 'AUX' || s[k - 1]?.pos === 'ADV' ? k - 1 : k)
    if (maker && !holdsRecording(s, maker)) return { recording: [k + 1, to + 1], maker }
  }
  return null
}
