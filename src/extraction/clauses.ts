import type { Passage } from './attributions.ts'
import { hasFiniteVerb, isFinite, nextComma, phraseFrom, type Range, RELATIVE, wordCount } from './phrases.ts'
import type { Token } from './tokens.ts'

const SUBORDINATORS = new Set([
  'after',
  'before',
  'as',
  'when',
  'because',
  'since',
  'although',
  'though',
  'while',
  'whereas',
  'if',
  'until',
  'once',
  'where',
  'unless',
  'so',
])
const CONCESSIVE = new Set(['although', 'though', 'while', 'whereas', 'despite', 'whilst'])
const COORDINATORS = new Set(['and', 'but', 'while', 'whereas', 'yet', 'or', 'so'])
/** Words before a subordinate clause that belong to it: "especially after", "just as". */
const FOCUS = new Set([
  'especially',
  'even',
  'just',
  'only',
  'shortly',
  'soon',
  'immediately',
  'hours',
  'days',
  'particularly',
  'mainly',
  'partly',
  'not',
  'long',
])
const PRONOUNS = new Set([
  'he',
  'she',
  'it',
  'they',
  'we',
  'i',
  'you',
  'there',
  'this',
  'that',
  'these',
  'those',
  'others',
  'some',
  'many',
  'one',
  'none',
  'all',
])

/**
 * Cuts a sentence into assertions: clauses joined with subjects of their own, an adverbial clause that holds somebody else's statement,
 * and a relative clause that adds a statement by the source. Verb phrases that share a subject, participles and other adverbial clauses stay.
 * Ranges count tokens, in order, without overlap; together they need not hold every word (a concession about what was said before is left out).
 */
export function clausesOf(s: readonly Token[], passages: readonly Passage[]): Range[] {
  const end = s.length
  if (end > 400) return [[0, end]]
  const cuts: Cut[] = []
  for (const passage of passages) {
    const cut = statementInClause(s, passage, end)
    if (cut) cuts.push(cut)
  }
  for (let k = 1; k < end - 2; k++) {
    const cut = coordination(s, k, end) ?? addedRelative(s, k, end, passages)
    if (cut) cuts.push(cut)
  }
  const opening = concession(s, end)
  if (opening) cuts.push(opening)
  return assemble(s, cuts, end)
}

/** What stands from `from` to `to` (a conjunction, say) belongs to neither side; what stands before, down to `drop`, is left out. */
interface Cut {
  from: number
  to: number
  drop?: boolean
}

function assemble(s: readonly Token[], cuts: Cut[], end: number): Range[] {
  cuts.sort((a, b) => a.from - b.from || a.to - b.to)
  const ranges: Range[] = []
  let start = 0
  for (const cut of cuts) {
    if (cut.from < start) continue
    const piece = trimEdges(s, [start, cut.from])
    const rest: Range = [cut.to, end]
    if (wordCount(s, rest) < 3 || (!cut.drop && wordCount(s, piece) < 3)) continue
    if (!cut.drop) ranges.push(piece)
    start = cut.to
  }
  ranges.push(trimEdges(s, [start, end]))
  return ranges.filter(([from, to]) => to > from)
}

/** Takes commas off both edges, but keeps quotation marks and the sentence's own stop. */
function trimEdges(s: readonly Token[], [from, to]: Range): Range {
  let a = from
  let b = to
  while (a < b && /^[,;—–-]$/u.test(s[a]?.text ?? '')) a++
  while (b > a && /^[,;—–]$/u.test(s[b - 1]?.text ?? '')) b--
  return [a, b]
}

/** "…, especially after the council announced that …": the adverbial clause is somebody's statement of its own. */
function statementInClause(s: readonly Token[], passage: Passage, end: number): Cut | null {
  const { frame } = passage
  if (passage.inner || frame.trailing || !frame.source || (frame.force !== 'speech' && frame.force !== 'act')) return null
  const at = frame.source[0]
  if (!SUBORDINATORS.has(s[at - 1]?.lower ?? '')) return null
  let from = at - 1
  while (from > 0 && (FOCUS.has(s[from - 1]?.lower ?? '') || s[from - 1]?.text === ',')) from--
  if (from > 0) return hasFiniteVerb(s, [0, from]) ? { from, to: at } : null
  const comma = closingComma(s, at, end)
  return comma < end ? { from: comma, to: comma + 1 } : null
}

function closingComma(s: readonly Token[], from: number, end: number): number {
  for (let k = nextComma(s, from, end); k < end; k = nextComma(s, k + 1, end)) {
    if (
      !s[k]?.quoted &&
      hasFiniteVerb(s, [from, k]) &&
      hasFiniteVerb(s, [k, end]) &&
      !/^(?:and|or|who|which)$/u.test(s[k + 1]?.lower ?? '')
    )
      return k
  }
  return end
}

/** "A did this and B did that": the right side has a subject of its own, and neither side is an adverbial clause. */
function coordination(s: readonly Token[], k: number, end: number): Cut | null {
  const token = s[k]
  if (!token || token.quoted) return null
  const semicolon = token.text === ';'
  if (!semicolon && !COORDINATORS.has(token.lower)) return null
  const spoken = /^(?:while|whereas|yet|so|or)$/u.test(token.lower)
  if (spoken && s[k - 1]?.text !== ',') return null
  if (!hasFiniteVerb(s, [0, k]) || !ownSubject(s, k + 1, end)) return null
  if (!semicolon && insideAdverbial(s, k)) return null
  if (s.slice(Math.max(0, k - 6), k).some((word) => word.lower === 'between' || word.lower === 'both')) return null
  const from = s[k - 1]?.text === ',' ? k - 1 : k
  return { from, to: k + 1 }
}

function ownSubject(s: readonly Token[], from: number, end: number): boolean {
  let at = from
  while (at < end && (s[at]?.pos === 'ADV' || (s[at]?.text === ',' && at > from))) at++
  if (s[at]?.quoted) return false
  let verb = at
  if (PRONOUNS.has(s[at]?.lower ?? '')) verb = at + 1
  else {
    const phrase = phraseFrom(s, at, Math.min(end, at + 14), false)
    if (!phrase) return false
    verb = phrase[1]
  }
  while (verb < end && s[verb]?.pos === 'ADV') verb++
  const found = s[verb]
  if (!found || found.quoted || !isFinite(s, verb)) return false
  // "two officers wounded by": a participle, not a predicate.
  return !(
    found.pos === 'VERB' &&
    /(?:ed|en|own|orn)$/u.test(found.lower) &&
    /^(?:by|in|at|from|with|to)$/u.test(s[verb + 1]?.lower ?? '') &&
    !hasFiniteVerb(s, [verb + 1, end]) &&
    s[verb + 1]?.lower === 'by'
  )
}

/** Whether the words before `k` belong to a clause that opened with a subordinator or relative and has not been closed by a comma. */
function insideAdverbial(s: readonly Token[], k: number): boolean {
  for (let at = k - 1; at >= 0 && at > k - 30; at--) {
    const token = s[at]
    if (!token) return false
    if (token.text === ',' || token.text === ';' || token.closes) return false
    if (SUBORDINATORS.has(token.lower) && hasFiniteVerb(s, [at + 1, k]) && hasFiniteVerb(s, [0, at])) return true
    if (SUBORDINATORS.has(token.lower) && at === 0) return true
    if ((token.lower === 'who' || token.lower === 'which' || token.lower === 'whose') && at > 0) return true
  }
  return false
}

/** "…, which is what they are doing": within attributed words, a closing relative clause is one more statement by the source. */
function addedRelative(s: readonly Token[], k: number, end: number, passages: readonly Passage[]): Cut | null {
  if (s[k]?.text !== ',' || s[k]?.quoted || !RELATIVE.has(s[k + 1]?.lower ?? '') || s[k + 1]?.lower === 'that' || s[k + 1]?.quoted)
    return null
  const covering = passages.find(
    (passage) => passage.frame.force !== 'stance' && passage.frame.content.some(([from, to]) => k > from && k < to),
  )
  if (!covering || wordCount(s, [k + 1, end]) < 5) return null
  if (covering.frame.content.every(([from]) => !hasFiniteVerb(s, [from, k]))) return null
  // The relative clause must close the sentence: no second main verb after another comma.
  const [, contentEnd] = covering.frame.content.find(([from, to]) => k > from && k < to) ?? [0, end]
  const comma = nextComma(s, k + 1, contentEnd)
  if (comma < contentEnd && isFinite(s, comma + 1)) return null
  return { from: k, to: k + 1 }
}

/** "Although they were told to stay, residents left": a concession that leans on what was said before is no new assertion. */
function concession(s: readonly Token[], end: number): Cut | null {
  const at = s[0]?.lower === 'even' ? 1 : 0
  if (!CONCESSIVE.has(s[at]?.lower ?? '')) return null
  const comma = closingComma(s, at, end)
  if (comma >= end || !hasFiniteVerb(s, [at, comma])) return null
  return { from: comma, to: comma + 1, drop: PRONOUNS.has(s[at + 1]?.lower ?? '') }
}
