import { frame, type Frame } from '../frames/frames.ts'
import { isWord, type Range } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import { capital, isColon, isComma, isStop, mediaIn, mediumAt, originIn, phraseAt, phraseEnd, subjectBefore } from './phrases.ts'
import { accordingTo, inverted, put, recorded } from './reports.ts'
import type { Table, Telling } from './table.ts'

/** No sentence of news is longer; a stretch that is holds no attribution. It bounds the work. */
const LONGEST = 400
const REACH = 30
/** Verbs that say something without "that": whom they urge, what they promise or deny is their object. */
const ACTS = new Set([
  'urge',
  'promise',
  'accuse',
  'deny',
  'condemn',
  'welcome',
  'predict',
  'announce',
  'warn',
  'reveal',
  'admit',
  'claim',
  'confirm',
])

/** The attributions of one sentence of a Romance language, in the order of their cues. */
export function romanceFrames(t: Table, s: readonly Token[]): Frame[] {
  if (s.length > LONGEST) return []
  let end = s.length
  while (end > 0 && s[end - 1]?.text === '.' && !s[end - 1]?.quoted) end--
  const found: Frame[] = []
  for (let k = 0; k < end; k++) {
    if (s[k]?.quoted) continue
    const next = cueAt(t, s, k, end, found)
    if (!next) continue
    found.push(next)
    const own = next.trailing ? Math.max(next.cue[1], next.source?.[1] ?? 0) : Math.max(next.cue[1], next.content[0]?.[0] ?? 0)
    k = Math.max(k, own - 1)
  }
  closeOff(t, s, found)
  return found.filter(({ content, opensColon }) => opensColon || content.some((range) => s.slice(...range).some(isWord)))
}

function cueAt(t: Table, s: readonly Token[], k: number, end: number, earlier: readonly Frame[]): Frame | null {
  const phrase = t.according.find((words) => words.every((word, n) => s[k + n]?.lower === word))
  if (phrase) {
    const found = accordingTo(t, s, k, k + phrase.length, end, phrase)
    if (found) return found
  }
  const shown = recorded(t, s, k, end)
  if (shown) return shown
  const asked = inverted(t, s, k, end)
  if (asked) return asked
  const idiom = t.idioms.test(`${s[k]?.lower} ${s[k + 1]?.lower}`)
  if (idiom) {
    const form = s[k]?.lower === 'fait' && t.auxiliary.has(s[k - 1]?.lower ?? '') ? 'participle' : 'finite'
    const telling: Telling = { lemma: /^(?:état|part)$/u.test(s[k + 1]?.lower ?? '') ? 'announce' : 'say', form }
    const verb = verbStart(t, s, k, telling)
    return verb === null ? null : told(t, s, verb, k + 1, end, telling, earlier)
  }
  const telling = t.tellings.get(s[k]?.lower ?? '')
  if (!telling || (capital(s[k]) && k > 0)) return null
  if (telling.form === 'gerund') return besides(t, s, k, end, telling, earlier)
  const verb = verbStart(t, s, k, telling)
  return verb === null ? null : told(t, s, verb, k, end, telling, earlier)
}

/** Where the verb begins: at "has" before a participle. Null for a noun or adjective that looks like a verb. */
function verbStart(t: Table, s: readonly Token[], k: number, telling: Telling): number | null {
  for (let back = 1; back <= 3 && k - back >= 0; back++) {
    const word = s[k - back]?.lower ?? ''
    if (t.auxiliary.has(word)) return k - back
    if (
      !t.between.has(word) &&
      !/^\p{L}+(?:ment|mente)$/u.test(word) &&
      !/^(?:bien|lui|leur|me|nous|se|le|lo|la|les|y|d'abord)$/u.test(word)
    )
      break
  }
  if (telling.form === 'participle') return null
  const before = s[k - 1]?.lower ?? ''
  const object = /^(?:le|la|les|lo|se|y|lui|leur)$/u.test(before) && k > 1 && !isStop(s[k - 2])
  return (t.articles.has(before) || t.prepositions.has(before) || /^(?:de|del|du|des|cette|cet|l'|d')$/u.test(before)) && !object ? null : k
}

interface Opening {
  at: number
  from: number
  colon: boolean
}

/** What opens the attributed words after a verb: "that", a colon, a quotation mark. */
function openingAfter(t: Table, s: readonly Token[], k: number, end: number): Opening | null {
  for (let at = k + 1; at < Math.min(end, k + REACH); at++) {
    const word = s[at]?.lower ?? ''
    // "confirmó el acuerdo y adelantó que": the "that" is the next verb's.
    if (t.and.test(s[at - 1]?.lower ?? '') && (t.tellings.get(word)?.form === 'finite' || t.auxiliary.has(word))) return null
    if (t.that.test(word)) return { at, from: at, colon: false }
    if (isColon(s[at])) return { at, from: at + 1, colon: true }
    if (s[at]?.opens) return { at, from: at, colon: false }
    if (/^(?:qui|quien|cuando|quand|lorsque|dont)$/u.test(word)) return null
  }
  return null
}

function told(
  t: Table,
  s: readonly Token[],
  verb: number,
  k: number,
  end: number,
  telling: Telling,
  earlier: readonly Frame[],
): Frame | null {
  const opening = openingAfter(t, s, k, end)
  const direct = opening !== null && (opening.at <= k + 1 || !s.slice(k + 1, opening.at).some((token) => isComma(token)))
  const afterComma = isComma(s[verb - 1]) || s[verb - 1]?.closes === true || /^[—–-]$/u.test(s[verb - 1]?.text ?? '')
  const closes = s[verb - 1]?.closes === true || (isComma(s[verb - 1]) && s[verb - 2]?.closes === true)
  // A relative clause between two commas ("al que ha tenido acceso este diario") is no statement put first.
  const gloss = s.findLastIndex((token, n) => n < verb - 1 && isComma(token))
  const relative =
    gloss > 0 &&
    s.slice(gloss + 1, gloss + 4).some((token) => /^(?:qui|que|dont|où|quien|cuyo|cuya|donde|auquel|laquelle|lequel)$/u.test(token.lower))
  const before = relative ? gloss : verb
  const said = s.slice(0, before).some((token) => !token.quoted && t.finite.test(token.lower)) || earlier.length > 0
  const infinitive = t.infinitive.test(s[k + 1]?.lower ?? '')
  const thatNext = opening !== null && !opening.colon && t.that.test(s[opening.at]?.lower ?? '') && direct
  if (
    afterComma &&
    verb > 1 &&
    (closes
      ? !(thatNext && opening.at === k + 1)
      : !thatNext && !(opening?.colon && direct) && (closes || !infinitive) && (said || !ACTS.has(telling.lemma)))
  ) {
    const trailing = saidLast(t, s, verb, k, end, telling)
    if (trailing) return trailing
  }
  const used = opening && (direct || telling.form === 'participle' || subjectBefore(t, s, floorOf(s, verb, earlier), verb)) ? opening : null
  if (!used && !ACTS.has(telling.lemma) && !infinitive) return null
  return leading(t, s, verb, k, end, telling, used, earlier)
}

/** Where the clause of a verb can begin: after the attributed words' "that", or the end of an attribution put before it. */
function floorOf(s: readonly Token[], verb: number, earlier: readonly Frame[]): number {
  let floor = 0
  for (const other of earlier) {
    const first = other.content.find(([, to]) => to > verb)?.[0] ?? 0
    if (!other.trailing && first <= verb) floor = Math.max(floor, first + (s[first]?.quoted ? 0 : 1))
    if (other.trailing && other.cue[1] <= verb) floor = Math.max(floor, other.source?.[1] ?? other.cue[1])
  }
  while (floor < verb && isComma(s[floor])) floor++
  return floor
}

function leading(
  t: Table,
  s: readonly Token[],
  verb: number,
  k: number,
  end: number,
  telling: Telling,
  opening: Opening | null,
  earlier: readonly Frame[],
): Frame | null {
  const floor = floorOf(s, verb, earlier)
  const relative = /^(?:qui|quien)$/u.test(s[verb - 1]?.lower ?? '')
  // "Il assure que … et précise que …": the same speaker goes on.
  const joined = t.and.test(s[verb - 1]?.lower ?? '')
  const edge = relative ? (isComma(s[verb - 2]) ? verb - 2 : verb - 1) : verb
  const sharing = joined ? (earlier.findLast((other) => other.source !== null)?.source ?? phraseAt(t, s, floor, verb)) : null
  // "Une estimation que conteste la maire : «…»": the subject stands after its verb.
  const turned = verb > 0 && t.that.test(s[verb - 1]?.lower ?? '') ? subjectAfter(t, s, k + 1, opening?.at ?? end) : null
  const subject = sharing ?? turned ?? subjectBefore(t, s, floor, edge)
  // "Según X, …": its words stand first; "Interrogée, X a dit" has none.
  const pronoun =
    !subject &&
    t.dropsSubject &&
    (verb === floor ||
      isStop(s[verb - 1]) ||
      s.slice(floor, verb).every((token) => t.conjunctions.has(token.lower) || t.between.has(token.lower)))
  // Spanish may put the subject after its verb even before "that": "Informó la policía que".
  const after = !subject || pronoun ? subjectAfter(t, s, k + 1, opening?.at ?? Math.min(end, k + 1)) : null
  if (!subject && !pronoun && !after) return null
  const comma = relative && !opening ? s.findIndex((token, n) => n > k && n < end && isComma(token)) : -1
  const content: Range = [opening?.from ?? k + 1, comma > 0 ? comma : end]
  const found = frame([verb, k + 1], [verb, k + 1], telling.lemma, 'speech', subject ?? after, [content])
  if (!found.source) found.source = found.cue
  found.opensColon = opening?.colon === true && opening.from >= end
  const limit = opening?.at ?? end
  const before: Range = [floor, verb]
  found.origin = originIn(t, s, ...before) ?? (opening ? originIn(t, s, k + 1, limit) : null)
  found.relays = [...mediaIn(t, s, ...before), ...mediaIn(t, s, k + 1, limit)].filter(
    ([from]) => !(found.source && from >= found.source[0] && from < found.source[1]),
  )
  found.asides = [before, ...(opening ? [[k + 1, limit] as Range] : [])].filter(([a, b]) => b > a)
  return found
}

/** The subject after a verb, past days ("mardi", "este martes") and whom it was told ("a La Voz"). */
function subjectAfter(t: Table, s: readonly Token[], from: number, limit: number): Range | null {
  let at = from
  while (
    at < limit &&
    t.between.has(s[at]?.lower ?? '') &&
    !(/^(?:el|su|sa|de|la)$/u.test(s[at]?.lower ?? '') && !t.between.has(s[at + 1]?.lower ?? ''))
  )
    at++
  if (t.to.test(s[at]?.lower ?? '')) {
    const medium = mediumAt(t, s, at + 1, limit)
    const close = medium?.[1] ?? phraseEnd(t, s, at + 1, limit)
    if (close <= at + 1 || close >= limit) return null
    at = close
  }
  if (isComma(s[at])) return null
  const first = s[at]?.lower ?? ''
  if (at >= limit || isStop(s[at]) || (t.prepositions.has(first) && !t.articles.has(first))) return null
  return phraseAt(t, s, at, limit)
}

/** "« … », a déclaré X", "…, informó la Gobernación", "«…», agregó": the words stand first. */
function saidLast(t: Table, s: readonly Token[], verb: number, k: number, end: number, telling: Telling): Frame | null {
  const source = subjectAfter(t, s, k + 1, end)
  const pronoun = !source && t.dropsSubject && (k + 1 >= end || isStop(s[k + 1]) || t.prepositions.has(s[k + 1]?.lower ?? ''))
  if (!source && !pronoun) return null
  return put(t, s, frame([verb, k + 1], [verb, k + 1], telling.lemma, 'speech', source, []), verb, source?.[1] ?? k + 1, end)
}

/** "…, ajoutant que …", "…, añadiendo que …": the speaker before goes on. */
function besides(t: Table, s: readonly Token[], k: number, end: number, telling: Telling, earlier: readonly Frame[]): Frame | null {
  const before = earlier.findLast((other) => other.source !== null)
  const opening = openingAfter(t, s, k, end)
  if (!before || !opening || opening.at > k + 4) return null
  const found = frame([k, k + 1], [k, k + 1], telling.lemma, 'speech', before.source, [[opening.from, end]])
  found.relays = before.relays
  found.origin = before.origin
  return found
}

/** An attribution's words end where the next one's clause begins. */
function closeOff(t: Table, s: readonly Token[], found: Frame[]): void {
  for (const [n, next] of found.entries()) {
    if (n === 0) continue
    const opens = opensAt(t, s, next, found)
    for (const other of found.slice(0, n)) {
      if (next.trailing) {
        if (other.trailing)
          next.content = next.content.map(
            ([a, b]): Range => (a === 0 ? [Math.min(b, Math.max(other.cue[1], other.source?.[1] ?? 0)), b] : [a, b]),
          )
        else other.content = other.content.filter(([a]) => a < next.cue[0] || !/^,$/u.test(s[next.cue[0] - 1]?.text ?? ''))
        continue
      }
      if (opens === null) continue
      other.content = other.content
        .map(([a, b]): Range => (a < opens && b > opens ? [a, opens] : [a, b]))
        .filter(([a, b]) => b > a && (a < opens || !other.trailing))
    }
  }
}

/** Where a new attribution begins a clause of its own; null where it stands inside another's words. */
export function opensAt(t: Table, s: readonly Token[], next: Frame, frames: readonly Frame[]): number | null {
  if (next.trailing) return null
  const shared =
    next.source !== null && frames.some((other) => other !== next && other.source === next.source && other.cue[0] < next.cue[0])
  const gerund = t.tellings.get(s[next.cue[0]]?.lower ?? '')?.form === 'gerund'
  let at = shared || gerund || !next.source || next.source === next.cue ? next.cue[0] : Math.min(next.cue[0], next.source[0])
  while (
    at > 0 &&
    (t.conjunctions.has(s[at - 1]?.lower ?? '') ||
      (/^(?:que|tandis|mientras)$/u.test(s[at - 1]?.lower ?? '') && /^(?:tandis|mientras|alors)$/u.test(s[at - 2]?.lower ?? '')))
  )
    at--
  const joined = at > 0 && (isComma(s[at - 1]) || s[at - 1]?.text === ';' || t.conjunctions.has(s[at]?.lower ?? ''))
  return joined ? at : null
}
