import type { Passage } from '../frames/attributions.ts'
import {
  ADDING,
  AFTER_COMMA_ONLY,
  CLAUSE_OPENERS,
  CONCESSIVE,
  COORDINATORS,
  FOCUS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
} from './clause-words.ts'
import { ACT, FORMS, SPEECH, THOUGHT } from '../words/lexicon.ts'
import { hasFiniteVerb, isFinite, nextComma, type Range, wordCount } from '../words/phrases.ts'
import { addedClause, type Cut } from './relatives.ts'
import { closesList, leansOnPassive, ownSubject, predicateOf } from './subject-clauses.ts'
import type { Token } from '../words/tokens.ts'

/**
 * Cuts a sentence into assertions: clauses joined with subjects of their own, an adverbial clause that holds somebody else's statement,
 * a relative clause that adds a statement, a second verb of saying with a clause of its own. Verb phrases that share a subject, participles
 * and other adverbial clauses stay. Ranges count tokens, in order, without overlap; together they need not hold every word
 * (a concession about what was said before is left out).
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
    if (!mayCut(s, k)) continue
    const cut =
      coordination(s, k, end, passages) ??
      furtherThat(s, k, end) ??
      furtherReport(s, k, end, passages) ??
      adding(s, k, end) ??
      reportingRelative(s, k, end) ??
      addedClause(s, k, end, passages)
    if (cut) cuts.push(cut)
  }
  const opening = concession(s, end)
  if (opening) cuts.push(opening)
  return assemble(s, cuts, end)
}

/** Marks and words at which a clause may be cut off; behind any other word only "that" and "who" begin one. */
const JOINTS: ReadonlySet<string> = new Set([...COORDINATORS, ...ADDING, 'then', 'which', ',', ';', '—', '–', '-'])

function mayCut(s: readonly Token[], k: number): boolean {
  const next = s[k + 1]?.lower
  return next === 'that' || next === 'who' || JOINTS.has(s[k]?.lower ?? '')
}

function assemble(s: readonly Token[], cuts: Cut[], end: number): Range[] {
  cuts.sort((a, b) => a.from - b.from || a.to - b.to)
  const ranges: Range[] = []
  let start = 0
  for (const cut of cuts) {
    if (cut.from < start) continue
    const piece = trimEdges(s, [start, cut.from])
    const rest: Range = [cut.to, end]
    // "which it denied" is a statement of three words; "and others" is none.
    if (wordCount(s, rest) < 3 || (!cut.drop && wordCount(s, piece) < 3)) continue
    if (!cut.drop) ranges.push(piece)
    start = cut.to
  }
  ranges.push(trimEdges(s, [start, end]))
  return ranges.filter(([from, to]) => to > from)
}

const EDGES = new Set([',', ';', '—', '–', '-'])

/** Takes commas off both edges, but keeps quotation marks and the sentence's own stop. */
function trimEdges(s: readonly Token[], [from, to]: Range): Range {
  let a = from
  let b = to
  while (a < b && EDGES.has(s[a]?.text ?? '')) a++
  while (b > a && EDGES.has(s[b - 1]?.text ?? '')) b--
  return [a, b]
}

/** "A did B, especially after C called on D to …": the adverbial clause is a statement of C and stands by itself. */
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

/** The comma before a joining word goes with it. */
const joint = (s: readonly Token[], k: number): number => (s[k - 1]?.text === ',' ? k - 1 : k)

/** "A did this; in May B did that": both sides are clauses, not entries of a list. */
function semicolon(s: readonly Token[], k: number, end: number): Cut | null {
  let at = k + 1
  if (/^(?:and|but|or|yet|so)$/u.test(s[at]?.lower ?? '')) at++
  const clause = ownSubject(s, at, end) || (SUBORDINATORS.has(s[at]?.lower ?? '') && hasFiniteVerb(s, [at, end]))
  return clause && hasFiniteVerb(s, [0, k]) ? { from: k, to: at } : null
}

/** "A did this and B did that": the right side has a subject of its own, and neither side is an adverbial clause. */
function coordination(s: readonly Token[], k: number, end: number, passages: readonly Passage[]): Cut | null {
  const token = s[k]
  if (!token || token.quoted) return null
  if (token.text === ';') return semicolon(s, k, end)
  if (!COORDINATORS.has(token.lower) || (AFTER_COMMA_ONLY.has(token.lower) && s[k - 1]?.text !== ',')) return null
  const verb = predicateOf(s, k + 1, end)
  if (verb < 0) return null
  if (/^(?:all|none|nothing|anything|everything|anyone|nobody)$/u.test(s[k - 1]?.lower ?? '') && token.lower === 'but') return null
  const spoken = Math.max(
    0,
    ...passages
      .filter(takesClause(s))
      .map(({ frame }) => frame.cue[1])
      .filter((cue) => cue <= k),
  )
  const listed = closesList(s, k)
  // "…, and B did that", "… but B did that": there the left side need not be looked at closely.
  const plain = (s[k - 1]?.text === ',' && !listed) || token.lower === 'but'
  if (!hasFiniteVerb(s, [plain ? 0 : Math.max(clauseStart(s, k, spoken), lastComma(s, k)), k]) && !endsAttribution(s, k, passages))
    return null
  if (token.lower !== 'but' && insideAdverbial(s, k, spoken)) return null
  if (leansOnPassive(s, k, verb)) return null
  if (listed && s[verb]?.pos !== 'AUX' && !reports(s[verb])) return null
  if (s.slice(Math.max(0, k - 6), k).some((word) => word.lower === 'between' || word.lower === 'both')) return null
  return { from: joint(s, k), to: k + 1 }
}

/** A verb of saying or thinking with a clause behind it, not "called for …" or "hopes to …". */
const takesClause =
  (s: readonly Token[]) =>
  ({ frame }: Passage): boolean =>
    frame.force !== 'act' && !/^(?:to|for)$/u.test(s[frame.cue[1]]?.lower ?? '') && !/^(?:to|for)$/u.test(s[frame.cue[1] - 1]?.lower ?? '')

/** The comma before `k`: "when he came, she and her husband left" joins two names, not two clauses. */
function lastComma(s: readonly Token[], k: number): number {
  for (let at = k - 1; at > 0 && at > k - 30; at--) if (s[at]?.text === ',') return at
  return 0
}

/** Where the clause that ends before `k` begins: behind the last verb of saying, or its "that". */
function clauseStart(s: readonly Token[], k: number, spoken: number): number {
  for (let at = k - 1; at > spoken && at > k - 40; at--) {
    const token = s[at]
    if (token && CLAUSE_OPENERS.has(token.lower) && !(token.lower === 'that' && s[at + 1]?.pos !== 'DET' && token.pos === 'PRON')) return at
    if (token && /^(?:after|before|since)$/u.test(token.lower) && token.pos === 'SCONJ') return at
    if (token?.lower === 'as' && (s[at + 1]?.pos === 'PROPN' || s[at + 1]?.lower === 'the')) return at
  }
  return spoken
}

/** "The engine had died, she said on Thursday, but …": an attribution put last stands right before. */
function endsAttribution(s: readonly Token[], k: number, passages: readonly Passage[]): boolean {
  return passages.some(({ frame }) => {
    const last = Math.max(frame.cue[1], frame.source?.[1] ?? 0)
    return frame.trailing && last <= k && k - last <= 12 && !hasFiniteVerb(s, [last, k]) && hasFiniteVerb(s, [0, frame.cue[0]])
  })
}

/** Whether the words before `k` belong to a clause that opened with a subordinator or relative and has not been closed by a comma or a verb of saying. */
function insideAdverbial(s: readonly Token[], k: number, spoken: number): boolean {
  for (let at = k - 1; at >= spoken && at > k - 30; at--) {
    const token = s[at]
    if (!token) return false
    if (token.text === ',' || token.text === ';' || token.closes) return false
    if (SUBORDINATORS.has(token.lower) && hasFiniteVerb(s, [at + 1, k]) && hasFiniteVerb(s, [0, at])) return true
    if (SUBORDINATORS.has(token.lower) && at === 0) return true
    if ((token.lower === 'who' || token.lower === 'which' || token.lower === 'whose') && at > 0) return true
  }
  return false
}

/** "… that A did this and that B did that": each "that" opens a statement. */
function furtherThat(s: readonly Token[], k: number, end: number): Cut | null {
  const token = s[k]
  if (!token || token.quoted || s[k + 1]?.lower !== 'that' || s[k + 1]?.quoted) return null
  if (!/^(?:and|but|or)$/u.test(token.lower) && !(token.text === ',' && lastThatFollows(s, k + 2, end))) return null
  if (!hasFiniteVerb(s, [0, k]) || !ownSubject(s, k + 2, end)) return null
  return { from: joint(s, k), to: k + 1 }
}

/** "…, that B, and that C": the last of the row. */
function lastThatFollows(s: readonly Token[], from: number, end: number): boolean {
  for (let at = from; at < end - 1 && at < from + 40; at++)
    if (/^(?:and|or)$/u.test(s[at]?.lower ?? '') && s[at + 1]?.lower === 'that') return true
  return false
}

const reports = (token: Token | undefined): boolean =>
  token?.pos === 'VERB' && (SPEECH.has(token.lemma) || THOUGHT.has(token.lemma) || ACT.has(token.lemma))

/** A verb of saying, whatever the tagger calls it: "states that", "point out that". */
const reportsAt = (s: readonly Token[], k: number): boolean =>
  reports(s[k]) ||
  (FORMS.has(s[k]?.lower ?? '') && s[k + 1]?.lower === 'that') ||
  (/^point(?:s|ed)?$/u.test(s[k]?.lower ?? '') && s[k + 1]?.lower === 'out')

/** "She conceded that A, but denied that B": a second verb of saying with a clause of its own is a second statement. */
function furtherReport(s: readonly Token[], k: number, end: number, passages: readonly Passage[]): Cut | null {
  const token = s[k]
  if (!token || token.quoted || !/^(?:and|but|then)$/u.test(token.lower)) return null
  let verb = k + 1
  while (verb < end && (s[verb]?.pos === 'ADV' || s[verb]?.lower === 'later' || s[verb]?.lower === 'then')) verb++
  if (!reportsAt(s, verb) || s[verb]?.quoted || (s[verb]?.pos === 'VERB' && !isFinite(s, verb))) return null
  if (!hasFiniteVerb(s, [0, k]) || !passages.some(({ frame }) => frame.cue[0] < k) || insideAdverbial(s, k, 0)) return null
  // A refusal is half of what follows it: "declined to comment but said …".
  if (s.slice(0, k).some((word) => /^(?:declin|refus)/u.test(word.lower))) return null
  return opensClause(s, verb + 1, end) ? { from: joint(s, k), to: k + 1 } : null
}

/** "…, retorted Ann Lee, who noted that B": the relative clause holds a second statement of the speaker. */
function reportingRelative(s: readonly Token[], k: number, end: number): Cut | null {
  // "… according to Ann Lee who said B": behind a name a writer may leave the comma out.
  const bare = s[k]?.pos === 'PROPN'
  if ((s[k]?.text !== ',' && !bare) || s[k]?.quoted || s[k + 1]?.lower !== 'who' || !hasFiniteVerb(s, [0, k])) return null
  const verb = s[k + 2]?.pos === 'ADV' ? k + 3 : k + 2
  if (!reportsAt(s, verb) || !opensClause(s, verb + 1, end)) return null
  return bare ? { from: k + 1, to: k + 1 } : { from: k, to: k + 1 }
}

/** Behind a verb of saying: "that" within a few words, or a subject with its verb. */
function opensClause(s: readonly Token[], from: number, end: number): boolean {
  for (let at = from; at < Math.min(end, from + 7); at++) {
    if (s[at]?.lower === 'that' && !s[at]?.quoted) return hasFiniteVerb(s, [at + 1, end])
    if (s[at]?.text === ',' || s[at]?.text === '—') break
  }
  return ownSubject(s, from, end)
}

/** ", adding that B": a second statement by the same speaker. */
function adding(s: readonly Token[], k: number, end: number): Cut | null {
  const token = s[k]
  if (!token || token.quoted || !ADDING.has(token.lower) || !hasFiniteVerb(s, [0, k])) return null
  const next = s[k + 1]
  if (next?.lower !== 'that' && next?.text !== ':' && !next?.opens && !ownSubject(s, k + 1, end)) return null
  return { from: joint(s, k), to: k }
}

/** "Although they were told to stay, residents left": a concession that leans on what was said before is no new assertion. */
function concession(s: readonly Token[], end: number): Cut | null {
  const at = s[0]?.lower === 'even' ? 1 : 0
  if (!CONCESSIVE.has(s[at]?.lower ?? '')) return null
  const comma = closingComma(s, at, end)
  if (comma >= end || !hasFiniteVerb(s, [at, comma])) return null
  return SUBJECT_PRONOUNS.has(s[at + 1]?.lower ?? '') ? { from: comma, to: comma + 1, drop: true } : null
}
