import type { CopySentence } from '../layout/layout.ts'
import { ORGANISED } from './ledger.ts'
import { BODIES, MEDIA_WORDS, NGO_WORDS, ORGANISATIONS } from '../words/lexicon.ts'
import { type Mention, readMention } from './mentions.ts'
import { headEnd, type KnownNames, runsIn } from './names.ts'
import { isPersonNoun } from './people.ts'
import { capitalised, hasFiniteVerb, isFinite, nextComma, phraseBefore, phraseFrom, type Range } from '../words/phrases.ts'

type Tokens = CopySentence['tokens']

/** Somebody or something the copy brings up, whether or not it speaks: who "she", "the mayor" or "the ministry" may mean later. */
export interface Topic {
  mention: Mention
  sentence: number
  /** The first token. */
  at: number
  /** The grammatical subject of its clause, and so what the copy is about at that point. */
  subject: boolean
}

const OPENS_CLAUSE = new Set('and but while whereas yet so or although though'.split(' '))
/** Longer sentences are none: nothing is looked for in them. */
const LONGEST_SENTENCE = 400
/** No phrase is longer, appositions included; it bounds the work. */
const LONGEST = 30

/** Capitalised runs that stand by themselves in the article, in lower case. */
export function knownNames(sentences: readonly CopySentence[]): KnownNames {
  const known = new Set<string>()
  for (const { tokens: s } of sentences) {
    for (let k = 0; k < s.length; k++) {
      if (!capitalised(s[k])) continue
      let end = k + 1
      while (end < s.length && end - k < 5 && capitalised(s[end])) end++
      const from = k === 0 && s[k]?.pos !== 'PROPN' ? k + 1 : k
      // A single word at the start of a sentence may have its capital from there.
      if (end < s.length && s[end]?.pos !== 'PROPN' && end > from && end > 1) {
        known.add(lowered(s, [from, end]))
        // "Loretta Stamm's kitchen": "Stamm" at a sentence's start is a name too.
        if (end - from === 2 && from > 0) known.add(s[end - 1]?.lower ?? '')
      }
      k = end - 1
    }
  }
  return known
}

const lowered = (s: Tokens, [from, to]: Range): string =>
  s
    .slice(from, to)
    .map((token) => token.lower)
    .join(' ')

/** What one sentence brings up: people by name and role, bodies by name, and the subjects of its clauses. In the order of the text. */
export function topicsIn(text: string, sentence: CopySentence, ordinal: number, known: KnownNames): Topic[] {
  const s = sentence.tokens
  const topics: Topic[] = []
  if (s.length > LONGEST_SENTENCE) return topics
  const add = (range: Range, at: number, subject: boolean): void => {
    const mention = readMention(text, s, range, known)
    // The capital of a sentence's first word makes no name of it.
    const stray = range[0] === 0 && range[1] === 1 && mention.kind === 'unknown' && !known.has(s[0]?.lower ?? '')
    if (!mention.pronoun && !stray) topics.push({ mention, sentence: ordinal, at, subject })
  }
  for (const range of subjectsIn(s)) add(range, range[0], true)
  for (const range of introductionsIn(s))
    if (!topics.some((topic) => topic.at === range[0] && topic.mention.proper.length > 0)) add(range, range[0], false)
  const runs = runsIn(s, 0, s.length)
  for (const range of bodiesIn(s, runs)) add(range, range[0], false)
  for (const range of employersIn(s, runs)) {
    const mention = readMention(text, s, range, known)
    if (mention.proper.length > 0)
      topics.push({
        mention: { ...mention, kind: ORGANISED.has(mention.kind) ? mention.kind : 'organisation', plural: false },
        sentence: ordinal,
        at: range[0],
        subject: true,
      })
  }
  return topics.sort((a, b) => a.at - b.at)
}

/** The subjects of the sentence's main clauses, outside quotation marks. */
function subjectsIn(s: Tokens): Range[] {
  const found: Range[] = []
  for (const start of clauseStarts(s)) {
    const phrase = subjectFrom(s, start)
    if (!phrase || (s[phrase[0]]?.pos === 'PRON' && !OWNED.test(s[phrase[0]]?.lower ?? ''))) continue
    const after = afterAside(s, phrase[1])
    const relative = s[after]?.lower === 'who' || s[after]?.lower === 'which' || s[after]?.lower === 'whose'
    if (relative || verbSoon(s, after)) found.push(phrase)
  }
  return found
}

/** "Her agent": a phrase that begins with whose it is; "her" by itself begins none. */
const OWNED = /^(?:his|her|its|their)$/u

/** The phrase at a clause's start; an adjective there may look like a verb ("The met office", "The injured driver"). */
function subjectFrom(s: Tokens, start: number): Range | null {
  const phrase = phraseFrom(s, start, Math.min(s.length, start + LONGEST), true)
  const opens = s[start]?.pos === 'DET' && s[start + 1]?.pos === 'VERB' && s[start + 2]?.pos === 'NOUN'
  if (!opens || (phrase && phrase[1] > start + 2)) return phrase
  const rest = phraseFrom(s, start + 2, Math.min(s.length, start + LONGEST), true)
  return rest ? [start, rest[1]] : phrase
}

/** Behind a comma, or what brackets say of a name: "Ann Lee (Green, Harbury) called". */
function afterAside(s: Tokens, at: number): number {
  if (s[at]?.text === ',') return at + 1
  if (s[at]?.text !== '(') return at
  const close = s.findIndex((token, k) => k > at && token.text === ')')
  return close > 0 && close < at + 12 ? close + 1 : at
}

const verbSoon = (s: Tokens, from: number): boolean =>
  isFinite(s, from) || pastBefore(s, from) || (s[from]?.pos === 'ADV' && isFinite(s, from + 1)) || s[from]?.pos === 'VERB'

/** "Branded the decision", "rubbished it": a verb that the tagger takes for an adjective. */
const pastBefore = (s: Tokens, k: number): boolean =>
  s[k]?.pos === 'ADJ' && (s[k]?.lower.endsWith('ed') ?? false) && (s[k + 1]?.pos === 'DET' || s[k + 1]?.pos === 'PRON')

const OPENING = new Set(['ADP', 'SCONJ', 'ADV'])

/** Where main clauses begin: the sentence, after an opening adverbial, after ", and", ", but" and a semicolon. */
function clauseStarts(s: Tokens): number[] {
  const starts: number[] = []
  let first = 0
  while (first < s.length && !s[first]?.quoted && (OPENS_CLAUSE.has(s[first]?.lower ?? '') || s[first]?.pos === 'PUNCT')) first++
  if (s[first]?.quoted) return starts
  const opening = OPENING.has(s[first]?.pos ?? '') || /(?:ing|ed)$/u.test(s[first]?.lower ?? '')
  starts.push(first)
  const comma = opening ? nextComma(s, first, Math.min(s.length, first + LONGEST)) : -1
  if (comma > 0 && s[comma]?.text === ',' && !s[comma + 1]?.quoted) starts.push(comma + 1)
  for (let k = first + 3; k + 2 < s.length; k++) {
    if (s[k]?.quoted || s[k + 1]?.quoted) continue
    if (s[k]?.text === ';') starts.push(k + 1)
    else if (s[k]?.text === ',' && OPENS_CLAUSE.has(s[k + 1]?.lower ?? '')) starts.push(k + 2)
  }
  return starts.slice(0, 6)
}

/** "Mayor Ann Lee", "striker Ann Lee", "Ann Lee, the mayor", "the mayor, Ann Lee", wherever they stand outside quotation marks. */
function introductionsIn(s: Tokens): Range[] {
  const found: Range[] = []
  for (let k = 0; k < s.length; k++) {
    if (!capitalised(s[k]) || s[k]?.quoted) continue
    let end = k
    while (end < s.length && capitalised(s[end]) && end - k < 6) end++
    const before = s[k - 1]
    const called = before !== undefined && !capitalised(before) && (isPersonNoun(before) || (before.pos === 'NOUN' && end - k >= 2))
    const titled = end - k >= 2 && isPersonNoun(s[k])
    const close = s[end]?.text === ',' && end - k >= 2 ? nextComma(s, end + 1, Math.min(s.length, end + 16)) : -1
    const gloss: Range = [end + 1, close]
    const glossed = s[close]?.text === ',' && !hasFiniteVerb(s, gloss) && saysWho(s, gloss)
    const role = before?.text === ',' && end - k >= 2 && (s[end]?.text === ',' || s[end]?.text === '.') && isPersonNoun(s[k - 2])
    if (called || titled || glossed || role) {
      const phrase = k > 0 ? phraseBefore(s, role ? k - 1 : end) : null
      const left = phrase ? Math.max(phrase[0], k - 8) : k
      const joined = s.slice(left, k).findLastIndex((token) => token.lower === 'and' || token.text === ',')
      found.push([role ? left : left + joined + 1, glossed ? close : end])
    }
    k = Math.max(k, end - 1)
  }
  return found
}

/** Whether an apposition says what somebody is, or their age. */
function saysWho(s: Tokens, [from, to]: Range): boolean {
  const first = s[from]?.lower ?? ''
  if (/^\d{1,2}$/u.test(first) || first === 'who') return true
  const end = headEnd(s, from, to)
  return s.slice(from, Math.max(end, from + 1)).some((token) => isPersonNoun(token))
}

/** Ends the name of a company and of nothing else. */
const INCORPORATED = /^(?:plc|inc|ltd|limited|corp|llc|gmbh)\.?$/u

/** Names of bodies, in whatever place: "the Rivers Authority", "the Ministry of Health". */
function bodiesIn(s: Tokens, runs: readonly Range[]): Range[] {
  const found: Range[] = []
  for (const [from, to] of runs) {
    const called = from > 0 && !s[from - 1]?.quoted && !capitalised(s[from - 1]) && isBodyWord(s[from - 1]?.lower ?? '')
    if (called && to - from <= 8) found.push([from - 1, to])
    let nouns = to
    while (nouns < to + 3 && isBodyWord(s[nouns]?.lower ?? '') && !capitalised(s[nouns])) nouns++
    if (nouns > to && !s[from]?.quoted && to - from <= 5) found.push([from, nouns])
    if (to - from >= 2 && to - from <= 6 && INCORPORATED.test(s[to - 1]?.lower ?? '') && !s[from]?.quoted) found.push([from, to])
    if (!s.slice(from, to).some((token) => isBodyWord(token.lower)) || to - from > 8) continue
    let end = to
    if (/^(?:of|for)$/u.test(s[end]?.lower ?? '')) {
      const after = runsIn(s, end + 1, Math.min(s.length, end + 6))[0]
      if (after && after[0] <= end + 2) end = after[1]
    }
    const article = s[from - 1]?.lower === 'the' ? from - 1 : from
    if (end - from >= 2) found.push([article, end])
  }
  return found
}

const COMPANY_ROLE = new Set(
  'chief executive ceo cfo director chairman chairwoman chair founder co-founder owner boss spokesman spokeswoman spokesperson'.split(' '),
)

/** "Lee Industries chief executive Ann Moor", "Lee's chairman": whom somebody speaks for is brought up too. */
function employersIn(s: Tokens, runs: readonly Range[]): Range[] {
  return runs.flatMap(([from, to]): Range[] => {
    const role = s[to]?.lower === "'s" || s[to]?.text === '’' ? to + 1 : to
    if (!COMPANY_ROLE.has(s[role]?.lower ?? '') || capitalised(s[role])) return []
    const adjective = to - from === 1 && /(?:ian|ish|ese|ch|an)$/u.test(s[from]?.lower ?? '')
    const titled = s.slice(from, to).some((token) => isPersonNoun(token)) || s[from]?.quoted
    return adjective || titled ? [] : [[from, to]]
  })
}

const isBodyWord = (word: string): boolean => BODIES.has(word) || ORGANISATIONS.has(word) || NGO_WORDS.has(word) || MEDIA_WORDS.has(word)

/** The last topics up to a place in the text, the latest few hundred of them; topics stand in the order of the text. */
export function topicsBefore(topics: readonly Topic[], sentence: number, at: number): readonly Topic[] {
  let low = 0
  let high = topics.length
  while (low < high) {
    const middle = (low + high) >> 1
    const topic = topics[middle]
    if (topic && (topic.sentence < sentence || (topic.sentence === sentence && topic.at < at))) low = middle + 1
    else high = middle
  }
  return topics.slice(Math.max(0, low - 300), low)
}
