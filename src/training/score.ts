import type { FoundAttribution, Span } from '../extraction/types.ts'
import type { MarkedArticle, MarkedAttribution } from './corpus.ts'

/** Hits, false alarms and misses; the three shares that follow from them lie between 0 and 1. */
export class Tally {
  hits = 0
  alarms = 0
  misses = 0

  get precision(): number {
    return this.hits + this.alarms === 0 ? 0 : this.hits / (this.hits + this.alarms)
  }
  get recall(): number {
    return this.hits + this.misses === 0 ? 0 : this.hits / (this.hits + this.misses)
  }
  get f1(): number {
    const both = 2 * this.hits + this.alarms + this.misses
    return both === 0 ? 0 : (2 * this.hits) / both
  }
}

export const QUOTES = ['direct', 'mixed', 'indirect'] as const
export const SOURCES = ['named or described', 'pronoun', 'none'] as const
type Quote = (typeof QUOTES)[number]
type SourceKind = (typeof SOURCES)[number]

/** How a reading went against the marking: over all, by kind of quotation, and by kind of source. */
export interface Score {
  /** Words and marks, each once an article. */
  tokens: Record<'content' | 'source' | 'cue', Tally>
  /** Content agrees by at least half (intersection over union of its words). */
  attribution: Tally
  /** By at least four fifths. */
  strict: Tally
  /** Agrees by half, and the source is the right one. */
  relation: Tally
  byQuote: Record<Quote, { attribution: Tally; relation: Tally }>
  bySource: Record<SourceKind, { marked: number; found: number; right: number }>
  /** One entry for each attribution read: how sure the engine was, and whether it was right. */
  judged: { confidence: number; right: boolean }[]
  articles: { id: string; marked: number; read: number; found: number; right: number; missed: string[]; invented: string[] }[]
}

interface Word {
  start: number
  end: number
  text: string
  isWord: boolean
  quoted: boolean
}

interface Item {
  content: Set<number>
  source: Set<number>
  cue: Set<number>
  quote: Quote
  kind: SourceKind
  confidence: number
  show: string
}

const WORD = /''|``|[\p{L}\p{N}\p{M}]+(?:['’.,\-‐‑&][\p{L}\p{N}\p{M}]+)*|[^\s]/gu
const PRONOUNS = new Set(
  'i me my mine we us our ours you your yours he him his she her hers it its they them their theirs who whom whose which that'.split(' '),
)
const LIGHT = new Set('the a an this that these those his her its their my our your some any of and & ’s'.split(' '))

/**
 * Scores readings against marked articles, pair by pair: each marked attribution goes with the reading whose content agrees best.
 * A source is right when it shares a word with the marked one (articles and the like aside), or when both have none.
 * Markings without content are left out, as are readings without any.
 */
export function scoreReadings(pairs: Iterable<{ article: MarkedArticle; read: readonly FoundAttribution[] }>): Score {
  const score: Score = {
    tokens: { content: new Tally(), source: new Tally(), cue: new Tally() },
    attribution: new Tally(),
    strict: new Tally(),
    relation: new Tally(),
    byQuote: Object.fromEntries(QUOTES.map((quote) => [quote, { attribution: new Tally(), relation: new Tally() }])) as Score['byQuote'],
    bySource: Object.fromEntries(SOURCES.map((kind) => [kind, { marked: 0, found: 0, right: 0 }])) as Score['bySource'],
    judged: [],
    articles: [],
  }
  for (const { article, read } of pairs) scoreArticle(score, article, read)
  return score
}

function scoreArticle(score: Score, { id, text, attributions }: MarkedArticle, read: readonly FoundAttribution[]): void {
  const words = wordsOf(text)
  const marked = attributions.map((attribution) => itemOf(text, words, attribution, 1)).filter(({ content }) => content.size > 0)
  const found = read
    .map((attribution) => itemOf(text, words, attribution, attribution.confidence))
    .filter(({ content }) => content.size > 0)
  for (const role of ['content', 'source', 'cue'] as const) {
    const gold = new Set(marked.flatMap((item) => [...item[role]]))
    const own = new Set(found.flatMap((item) => [...item[role]]))
    const shared = overlap(gold, own)
    add(score.tokens[role], shared, own.size - shared, gold.size - shared)
  }
  const pairs = matched(marked, found, 0.5)
  const strict = matched(marked, found, 0.8).size
  add(score.strict, strict, found.length - strict, marked.length - strict)
  const taken = new Set(pairs.values())
  let right = 0
  for (const [k, item] of marked.entries()) {
    const partner = pairs.has(k) ? found[pairs.get(k) ?? -1] : undefined
    const same = partner !== undefined && sameSource(words, item, partner)
    if (same) right++
    const source = score.bySource[item.kind]
    source.marked++
    if (partner) source.found++
    if (same) source.right++
    const quote = score.byQuote[item.quote]
    add(quote.attribution, partner ? 1 : 0, 0, partner ? 0 : 1)
    add(quote.relation, same ? 1 : 0, 0, same ? 0 : 1)
    if (partner && !same) score.byQuote[partner.quote].relation.alarms++
  }
  for (const [k, item] of found.entries()) {
    score.judged.push({ confidence: item.confidence, right: taken.has(k) })
    if (taken.has(k)) continue
    add(score.byQuote[item.quote].attribution, 0, 1, 0)
    add(score.byQuote[item.quote].relation, 0, 1, 0)
  }
  add(score.attribution, pairs.size, found.length - pairs.size, marked.length - pairs.size)
  add(score.relation, right, found.length - right, marked.length - right)
  score.articles.push({
    id,
    marked: marked.length,
    read: found.length,
    found: pairs.size,
    right,
    missed: marked.filter((_, k) => !pairs.has(k)).map(({ show }) => show),
    invented: found.filter((_, k) => !taken.has(k)).map(({ show }) => show),
  })
}

function add(tally: Tally, hits: number, alarms: number, misses: number): void {
  tally.hits += hits
  tally.alarms += alarms
  tally.misses += misses
}

function wordsOf(text: string): Word[] {
  let open = false
  let before = 0
  return [...text.matchAll(WORD)].map((match) => {
    const [word] = match
    const { index } = match
    if (text.slice(before, index).includes('\n')) open = false
    before = index + word.length
    const straight = word === '"' || word === "''" || word === '``'
    const opens = word === '“' || word === '«' || (straight && !open)
    const closes = word === '”' || word === '»' || (straight && open)
    const quoted = open || opens || closes
    if (opens) open = true
    else if (closes) open = false
    return { start: index, end: before, text: word, isWord: /[\p{L}\p{N}]/u.test(word), quoted }
  })
}

function itemOf(text: string, words: readonly Word[], attribution: MarkedAttribution, confidence: number): Item {
  const content = inSpans(words, attribution.content)
  const source = inSpans(words, attribution.source)
  const all = [...content].filter((k) => words[k]?.isWord)
  const quoted = all.filter((k) => words[k]?.quoted).length
  const named = [...source].filter((k) => words[k]?.isWord).map((k) => words[k]?.text.toLowerCase().replace(/['’].*$/u, '') ?? '')
  const show = (spans: readonly Span[]): string => spans.map(([from, to]) => text.slice(from, to).replace(/\s+/gu, ' ')).join(' … ')
  return {
    content,
    source,
    cue: inSpans(words, attribution.cue),
    quote: quoted === 0 ? 'indirect' : quoted >= 0.95 * all.length ? 'direct' : 'mixed',
    kind: named.length === 0 ? 'none' : named.length === 1 && PRONOUNS.has(named[0] ?? '') ? 'pronoun' : 'named or described',
    confidence,
    show: `${show(attribution.source) || '(nobody)'} | ${show(attribution.cue)} | ${show(attribution.content)}`,
  }
}

function inSpans(words: readonly Word[], spans: readonly Span[]): Set<number> {
  const found = new Set<number>()
  for (const [from, to] of spans) {
    let low = 0
    let high = words.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((words[middle]?.end ?? 0) > from) high = middle
      else low = middle + 1
    }
    for (let k = low; k < words.length && (words[k]?.start ?? Infinity) < to; k++) found.add(k)
  }
  return found
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0
  for (const k of a) if (b.has(k)) shared++
  return shared
}

/** Which reading goes with which marked attribution, by their places in the lists; the best agreement first. */
function matched(marked: readonly Item[], found: readonly Item[], least: number): Map<number, number> {
  const pairs: { gold: number; own: number; agreement: number }[] = []
  for (const [gold, item] of marked.entries())
    for (const [own, other] of found.entries()) {
      const shared = overlap(item.content, other.content)
      const agreement = shared / (item.content.size + other.content.size - shared)
      if (agreement >= least - 1e-9) pairs.push({ gold, own, agreement })
    }
  pairs.sort((a, b) => b.agreement - a.agreement || a.gold - b.gold || a.own - b.own)
  const chosen = new Map<number, number>()
  const used = new Set<number>()
  for (const { gold, own } of pairs) {
    if (chosen.has(gold) || used.has(own)) continue
    chosen.set(gold, own)
    used.add(own)
  }
  return chosen
}

function sameSource(words: readonly Word[], marked: Item, found: Item): boolean {
  if (marked.source.size === 0) return found.source.size === 0
  return overlap(heads(words, marked.source), heads(words, found.source)) > 0
}

function heads(words: readonly Word[], source: ReadonlySet<number>): Set<number> {
  const all = [...source].filter((k) => words[k]?.isWord)
  const heavy = all.filter((k) => !LIGHT.has(words[k]?.text.toLowerCase() ?? ''))
  return new Set(heavy.length > 0 ? heavy : all)
}
