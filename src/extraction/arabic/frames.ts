import { frame, type Frame } from '../frames/frames.ts'
import { isWord, type Range } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import { audience, clauseStart, inside, openingAfter, startsClause, topicBefore, type Opening } from './openings.ts'
import { kindRow, mediaIn, originIn, roleOf, sourceAt, subjectBeforeObject } from './phrases.ts'
import { accordingTo, quotedFrom, recorded, written } from './reports.ts'
import {
  ACCORDING,
  ACCORDING_CLAUSE,
  ASIDE,
  BETWEEN,
  BUT,
  CONJUNCTIONS,
  fold,
  isComma,
  isPassive,
  isStop,
  isThat,
  participleOf,
  QUOTING,
  type Telling,
  tellingOf,
} from './words.ts'

/** No sentence of news is longer; a stretch that is holds no attribution. It bounds the work. */
const LONGEST = 400

/** The attributions of one Arabic sentence, in the order of their cues: as many as it has. */
export function arabicFrames(s: readonly Token[]): Frame[] {
  if (s.length > LONGEST) return []
  let end = s.length
  while (end > 0 && s[end - 1]?.text === '.' && !s[end - 1]?.quoted) end--
  const found: Frame[] = []
  for (let k = 0; k < end; k++) {
    if (s[k]?.quoted) continue
    const next = cueAt(s, k, end, found)
    if (!next) continue
    found.push(next)
    k = Math.max(k, skipTo(next, k) - 1)
  }
  closeOff(s, found)
  return found.filter(({ content, opensColon }) => opensColon || content.some((range) => s.slice(...range).some(isWord)))
}

/** The rest of an attribution's own words holds no other one; what is attributed may. */
const skipTo = ({ cue, source, content, trailing }: Frame, k: number): number =>
  trailing ? Math.max(k + 1, source?.[1] ?? 0, cue[1]) : Math.max(k + 1, content[0]?.[0] ?? 0)

function cueAt(s: readonly Token[], k: number, end: number, earlier: readonly Frame[]): Frame | null {
  const word = fold(s[k])
  if (
    ACCORDING.has(word.replace(/^و(?=بحسب|حسب|وفق)/u, '')) ||
    ACCORDING_CLAUSE.has(word.replace(/^و(?=كما)/u, '')) ||
    (word === 'على' && /^(?:حد|ما)$/u.test(fold(s[k + 1])))
  )
    return accordingTo(s, k, end)
  if (/^[وف]?نقلت?$|^[تي]نقل$|^و[تي]نقل$/u.test(word) || QUOTING.has(word)) return quotedFrom(s, k, end, earlier)
  if (/^[وف]?(?:جاء|ورد)$/u.test(word) && fold(s[k + 1]) === 'في') return written(s, k, end)
  const shown = recorded(s, k, end)
  if (shown) return shown
  const participle = participleOf(s[k])
  if (participle) return besides(s, k, end, participle.lemma, earlier)
  const telling = NOUN_FOLLOWS.test(fold(s[k - 1])) ? null : tellingOf(s[k])
  // "عبر" is "across" unless it goes with "عن": "عبّر عن حزنه".
  if (telling && /^[وف]?[تي]?عبر/u.test(fold(s[k])) && !s.slice(k + 1, k + 11).some((token) => fold(token) === 'عن')) return null
  // "لم توقع" is "did not sign", never "expected": a past form follows no negation of the past.
  if (telling && !telling.present && /^و?(?:لم|لن)$/u.test(fold(s[k - 1]))) return null
  return telling ? told(s, k, end, telling, earlier) : null
}

/** After these stands a noun that only looks like a verb: "عدم ذكر اسمه". */
const NOUN_FOLLOWS = /^(?:عدم|دون|بدون|على|من|الى|رغم|بعد|قبل|في|عن|اي|حول|عند|حق|كل)$/u

/** "قال X إن", "وأضاف أن", "لكن X قال إن", "«…»، قال X": one verb of saying, with its subject on either side or in the verb itself. */
function told(s: readonly Token[], k: number, end: number, telling: Telling, earlier: readonly Frame[]): Frame | null {
  // "يُذكر أن" and "يُشار إلى أن" recall what is known: nobody is said to say it.
  const opening = openingAfter(s, k, end)
  const direct = opening ? opening.that === k + 1 || (opening.that === k + 2 && /^(?:الى|على|عن|من)$/u.test(fold(s[k + 1]))) : false
  if (telling.present && /^و?ي(?:ذكر|شار|عتقد|رى)$|^ويشار$/u.test(fold(s[k])) && direct && startsClause(s, k)) return null
  if (!opening || (telling.manner === 'say' && s[k - 1]?.closes) || (isComma(s[k - 1]) && s[k - 2]?.closes && !opening.colon && !direct)) {
    const trailing = saidLast(s, k, end, telling)
    if (trailing) return trailing
  }
  if (!opening && telling.manner === 'say') return null
  if (!startsClause(s, k) && clauseStart(s, k) === k) return null
  return leading(s, k, end, telling, opening, earlier)
}

function leading(
  s: readonly Token[],
  k: number,
  end: number,
  telling: Telling,
  opening: Opening | null,
  earlier: readonly Frame[],
): Frame | null {
  const limit = opening?.that ?? end
  let at = k + 1
  while (at < limit && BETWEEN.has(fold(s[at]))) at++
  // "وأعلن، الأربعاء، الجهاز": an aside between two commas before the subject.
  if (isComma(s[at]) && at < limit) {
    const close = s.findIndex((token, j) => j > at && j < Math.min(limit, at + 7) && isComma(token))
    if (close > 0) at = close + 1
  }
  const after = at < limit && !isStop(s[at]) && !ASIDE.has(fold(s[at])) ? at : -1
  // "وكان الاتحاد قد أعلن إلغاء المباراة": the subject stood before, what follows is announced.
  const stood = fold(s[k - 1]) === 'قد' ? topicBefore(s, k, earlier) : null
  const subject =
    stood || after < 0 || audience(s, after) ? null : opening ? subjectFor(s, after, limit, telling) : subjectBeforeObject(s, after, end)
  const topic = subject ? null : (stood ?? topicBefore(s, k, earlier))
  const passive = !subject && !topic && isPassive(s[k])
  const source: Range | null = subject ?? topic ?? (passive ? null : [k, k + 1])
  // A verb in the middle of a clause, with nobody before it, after it or spoken of so far, is no attribution.
  if (!subject && !topic && !startsClause(s, k)) return null
  if (!subject && !topic && !opening && telling.manner === 'state' && fold(s[k + 1]) === '') return null
  const content: Range = opening ? [opening.from, end] : [subject ? subject[1] : k + 1, end]
  const found = frame([k, k + 1], [k, k + 1], telling.lemma, 'speech', source, [content])
  // Without a word of its own the subject is the verb's: the same range says so.
  if (!subject && !topic && !passive) found.source = found.cue
  found.unclear = passive
  found.opensColon = opening?.colon === true && opening.from >= end
  const before = earlier.length === 0 ? 0 : clauseStart(s, k)
  const asides: Range = [subject ? subject[1] : k + 1, limit]
  found.relays = [...mediaIn(s, before, k), ...(opening ? mediaIn(s, ...asides) : [])].filter(([from]) => !inside(from, source))
  found.origin = opening ? originIn(s, ...asides) : null
  if (asides[1] > asides[0] && opening) found.asides = [asides]
  return found
}

function subjectFor(s: readonly Token[], from: number, limit: number, telling: Telling): Range | null {
  // "توقع الوزير انخفاض الأسعار … أن": what follows the subject may be a long object; an office and its name come first.
  const whole = sourceAt(s, from, limit)
  return whole && telling.manner === 'state' && whole[1] - whole[0] > 4 && whole[1] < limit && !isComma(s[whole[1]])
    ? (subjectBeforeObject(s, from, limit) ?? whole)
    : whole
}

/** "«…»، قال X" and "…، يقول X": the words stand first. */
function saidLast(s: readonly Token[], k: number, end: number, telling: Telling): Frame | null {
  if (k < 2 || (!isComma(s[k - 1]) && !s[k - 1]?.closes) || telling.lemma === 'urge') return null
  const quoted = s[k - 1]?.closes === true || s[k - 2]?.closes === true
  if (!quoted && telling.manner === 'state') return null
  const source = sourceAt(s, k + 1, end)
  const pronoun = !source && (k + 1 >= end || isComma(s[k + 1]))
  if (!source && !pronoun) return null
  const to = source?.[1] ?? k + 1
  const found = frame([k, k + 1], [k, k + 1], telling.lemma, 'speech', source, [[0, isComma(s[k - 1]) ? k - 1 : k]])
  if (!source) found.source = found.cue
  found.trailing = true
  const opens = s.findIndex((token, j) => j > to && token.opens)
  if (opens > 0) found.content.push([opens, end])
  const asides: Range = [to, opens > 0 ? opens : end]
  found.relays = mediaIn(s, ...asides)
  found.asides = [asides]
  return found
}

/** "مشيراً إلى أن", "مؤكدة أنها", "قائلاً إن": the speaker before goes on. */
function besides(s: readonly Token[], k: number, end: number, lemma: string, earlier: readonly Frame[]): Frame | null {
  if (k === 0 || (!isComma(s[k - 1]) && !fold(s[k]).startsWith('و') && s[k - 1]?.closes !== true)) return null
  const opening = openingAfter(s, k, end)
  const near = opening !== null && opening.that <= k + 4
  if (!near && !/^(?:urge|accuse|deny|predict|warn|say)$/u.test(lemma)) return null
  const before = earlier.findLast((other) => other.source !== null)
  const bare = (other: Frame): boolean => other.source === other.cue
  const found = frame([k, k + 1], [k, k + 1], lemma, 'speech', before && !bare(before) ? before.source : null, [
    [near ? opening.from : k + 1, end],
  ])
  if (!before || bare(before)) found.source = before ? before.source : (subjectOfSentence(s, k) ?? found.cue)
  if (before) {
    found.relays = before.relays
    found.origin = before.origin
  }
  return found
}

/** "ورفضت الوزارة الاتهام، مؤكدة أن": who the sentence is about, when its verb is none of saying. */
function subjectOfSentence(s: readonly Token[], k: number): Range | null {
  const at = /^(?:[وف])?\p{L}{3,}ت?$/u.test(fold(s[0])) ? 1 : 0
  const head = s[at]?.text ?? ''
  return kindRow(head) || roleOf(head) ? subjectBeforeObject(s, at, k) : null
}

/** An attribution's words end where the next one's clause begins; those put last cover what stands before them, down to the one before. */
function closeOff(s: readonly Token[], found: Frame[]): void {
  for (const [n, next] of found.entries()) {
    if (n === 0) continue
    const opens = opensAt(s, next)
    for (const other of found.slice(0, n)) {
      if (next.trailing) {
        if (other.trailing || other.content.every(([from]) => from >= next.cue[0]))
          next.content = next.content.map(([a, b]): Range => (a === 0 ? [Math.min(b, afterFrame(other)), b] : [a, b]))
        continue
      }
      if (opens === null) continue
      other.content = other.content
        .map(([a, b]): Range => (a < opens && b > opens ? [a, opens] : [a, b]))
        .filter(([a, b]) => b > a && (a < opens || !other.trailing))
    }
  }
}

const afterFrame = (other: Frame): number => (other.trailing ? Math.max(other.cue[1], other.source?.[1] ?? 0) + 1 : 0)

/** Where a new attribution begins a clause of its own: after a comma or conjunction. Null where it stands inside another's words. */
export function opensAt(s: readonly Token[], next: Frame): number | null {
  if (next.trailing) return null
  const first = next.source
    ? Math.min(next.cue[0], next.source[0] > 0 && next.source[0] < next.cue[0] && next.source !== next.cue ? next.source[0] : next.cue[0])
    : next.cue[0]
  let at = next.cue[0]
  const participle = participleOf(s[at]) !== null
  if (!participle && first < at) at = first
  while (
    at > 0 &&
    (CONJUNCTIONS.has(fold(s[at - 1])) || BUT.has(fold(s[at - 1])) || /^(?:في|غير|الا|وكانت?|كانت?)$/u.test(fold(s[at - 1])))
  )
    at--
  const joined = participle || isComma(s[at - 1]) || (at < next.cue[0] && at < first) || (at === next.cue[0] && fold(s[at]).startsWith('و'))
  return joined && at > 0 && !isThat(s[at - 1]) ? at : null
}
