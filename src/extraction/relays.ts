import type { Frame } from './frames.ts'
import { BODIES, DAYS, DOCUMENTS, MEDIA_WORDS, ORGANISATIONS, PEOPLE_NOUNS } from './lexicon.ts'
import { phraseFrom, type Range } from './phrases.ts'
import type { Token } from './tokens.ts'

/** Ways a speaker's words are said to have come through a medium: the word, then the preposition, then the medium. */
const THROUGH: readonly [RegExp, RegExp][] = [
  [/^(?:interview|interviews|conversation|call|comments?|remarks?|statement|email|message|letter)$/u, /^(?:with|to|for)$/u],
  [
    /^(?:carried|published|broadcast|aired|quoted|cited|relayed|released|obtained|printed|distributed|reviewed|seen)$/u,
    /^(?:by|on|in|through)$/u,
  ],
  [/^(?:speaking|spoke|talking)$/u, /^(?:to|with|on)$/u],
  [/^(?:via|through)$/u, /^(?:the)$/u],
]

/** Whether a noun phrase can be leaned on: it names somebody or something, or ends in a noun for people, bodies or papers. */
export function canSpeak(s: readonly Token[], [from, to]: Range): boolean {
  for (let k = from; k < to; k++) {
    const token = s[k]
    if (!token) continue
    if (token.pos === 'PROPN' && k >= from) return true
    if (
      PEOPLE_NOUNS.has(token.lower) ||
      BODIES.has(token.lower) ||
      ORGANISATIONS.has(token.lower) ||
      DOCUMENTS.has(token.lower) ||
      MEDIA_WORDS.has(token.lower)
    )
      return true
  }
  return false
}

/** Adds to a frame whom its source cites ("quoting X") and the media its words came through ("in an interview with X"). */
export function addRelays(s: readonly Token[], found: Frame, end: number): void {
  if (found.force === 'stance' || found.force === 'thought') return
  const inside = (k: number): boolean => found.content.some(([from, to]) => k >= from && k < to)
  const from = Math.max(0, Math.min(found.cue[0], found.source?.[0] ?? found.cue[0]) - 12)
  for (let k = from; k + 1 < Math.min(end, found.cue[1] + 40); k++) {
    const token = s[k]
    const next = s[k + 1]
    if (
      !token ||
      !next ||
      token.quoted ||
      (k >= found.cue[0] && k < found.cue[1]) ||
      (inside(k) && !(found.content.length === 1 && token.lower === 'citing'))
    )
      continue
    if ((token.lower === 'citing' || token.lower === 'quoting') && found.origin === null) {
      const origin = phraseFrom(s, k + 1, end, false)
      if (origin && canSpeak(s, origin)) found.origin = origin
    }
    if (token.lower === 'interview' && next.lower === 'with') pushRelay(s, found, k + 2, end)
    else if (
      THROUGH.some(([word, link]) => word.test(token.lower) && link.test(next.lower)) &&
      k + 2 < end &&
      token.lower !== 'interview'
    ) {
      const to = found.source ? k >= found.source[0] && k < found.source[1] : false
      if (!to || /^(?:carried|published|broadcast|aired|quoted|relayed|printed)$/u.test(token.lower)) pushRelay(s, found, k + 2, end)
    }
  }
  quotedAsSaying(s, found, end)
}

function pushRelay(s: readonly Token[], found: Frame, from: number, end: number): void {
  const medium = DAYS.has(s[from]?.lower ?? '') ? null : phraseFrom(s, from, end, false)
  if (medium && s.slice(...medium).some((token) => token.pos === 'PROPN' || MEDIA_WORDS.has(token.lower))) found.relays.push(medium)
}

/** "A quoted B as saying that": B is the origin and A the relay; the content begins after "saying". */
function quotedAsSaying(s: readonly Token[], found: Frame, end: number): void {
  if (found.lemma !== 'quote' && found.lemma !== 'cite') return
  if (found.relays.length > 0 || !found.source) return
  const origin = phraseFrom(s, found.cue[1], end, true)
  if (!origin || s[origin[1]]?.lower !== 'as') return
  found.origin = origin
  found.content = [[Math.min(origin[1] + 2, end - 1), end]]
}
