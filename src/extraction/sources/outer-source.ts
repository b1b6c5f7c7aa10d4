import { capitalised, isFinite, phraseBefore, phraseFrom, type Range } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'

const REPORTS = /^(?:report|reports|reported|say|says|said|write|writes|wrote|claim|claims|claimed|add|adds|added)$/u

/**
 * Who speaks where the phrase next to the verb is only part of the speaker's description: "Ann Lee, who runs the Harbour Forum, said"
 * (Lee, not the forum), or somebody in a medium's report: "The Post, quoting a clerk, reported that the board had threatened" (the Post).
 */
export function outerSource(s: readonly Token[], source: Range, origin: Range | null): Range {
  return withWholeName(
    s,
    reportingMedium(s, source, origin) ?? beforeBrackets(s, source) ?? describedPerson(s, source) ?? describedHead(s, source) ?? source,
  )
}

/** "The chair, Ann Lee (Green, Harbury), said": where the reader took the words in brackets, the name before them. */
function beforeBrackets(s: readonly Token[], [from, to]: Range): Range | null {
  let open = from
  while (open >= 0 && open > from - 8 && s[open]?.text !== '(' && s[open]?.text !== ')') open--
  if (s[open]?.text !== '(' || s[from]?.quoted) return null
  const close = s.findIndex((token, k) => k >= from && token.text === ')')
  // Words in brackets at the end of a line may be its source.
  if (close < 0 || close > to || !(s[close + 1]?.text === ',' || isFinite(s, close + 1))) return null
  const name = open > 0 ? phraseBefore(s, open) : null
  if (!name) return null
  // "The chair, Ann Lee (…)": the role before the comma belongs to her.
  const role = s[name[0] - 1]?.text === ',' ? phraseBefore(s, name[0] - 1) : null
  return role && role[0] <= 1 ? [role[0], name[1]] : name
}

/** A name's first word that the tagger took for a verb: "Rose Garden said", "Will Moss said". */
function withWholeName(s: readonly Token[], [from, to]: Range): Range {
  const before = s[from - 1]
  const broken = capitalised(s[from]) && capitalised(before) && !before?.quoted && before?.pos === 'VERB'
  return broken && !(from === 1 && (before?.text.length ?? 0) < 3) ? [from - 1, to] : [from, to]
}

const AGENTS = /^(?:by|through|under|via|to|from|with|in|on|of|at|after|for)$/u
/** How a paper or recording came to light: what stands behind is not what speaks. */
const CAME_BY =
  /^(?:obtained|published|seen|reviewed|released|leaked|issued|shown|sent|given|posted|shared|filed|lodged|laid|tabled|compiled|prepared|commissioned|carried|broadcast|aired|printed|circulated|written|submitted|drawn|provided|supplied|made|signed|dated|read|passed|handed|kept|held|taken|filmed|shot|recorded|produced|conducted|examined|viewed|uploaded|circulating|quoted|cited|funded|backed)$/u

/**
 * What speaks where words about it stand between it and the verb: "Reports obtained by the Post through a request show" (the reports),
 * "Channel X which dropped the show The Rival said" (Channel X).
 */
function describedHead(s: readonly Token[], source: Range): Range | null {
  const [from, to] = source
  if (from < 3 || s[from]?.quoted) return null
  const start = s[0]?.pos === 'CCONJ' ? 1 : 0
  // "Leaked minutes": the tagger takes the adjective for a verb.
  const adjective = s[start]?.pos === 'VERB' && s[start]?.lower.endsWith('ed') && s[start + 1]?.pos === 'NOUN' ? 1 : 0
  const phrase = phraseFrom(s, start + adjective, from, false)
  const head: Range | null = phrase ? [start, phrase[1]] : null
  if (!head || head[1] >= from || s[head[0]]?.pos === 'PRON') return null
  let k = head[1]
  // "Minutes of a January meeting": a phrase breaks off before the name of a month.
  while (k < from && (s[k]?.pos === 'NOUN' || s[k]?.pos === 'PROPN')) k++
  const whole: Range = [head[0], k]
  if (s[k]?.text === ',') k++
  const relative = s[k]?.lower === 'which' || s[k]?.lower === 'who'
  // "The rebels held the town": with an object behind it, the same word is the verb.
  const participle = CAME_BY.test(s[k]?.lower ?? '') && (AGENTS.test(s[k + 1]?.lower ?? '') || s[k + 1]?.lower === 'and')
  if (!relative && !participle) return null
  const between = s.slice(k + 1, from)
  if (
    between.some(
      ({ quoted, text, lower }) =>
        quoted || text === ';' || text === ':' || lower === 'that' || lower === 'according' || REPORTS.test(lower),
    )
  )
    return null
  const finite = between.filter((_, n) => isFinite(s, k + 1 + n) && !CAME_BY.test(s[k + 1 + n]?.lower ?? '')).length
  // The relative clause has its verb already, and the next one is the sentence's own.
  if (relative) return between.some(({ text }) => text === ',') || finite !== 1 ? null : whole
  const near = AGENTS.test(s[from - 1]?.lower ?? '') || CAME_BY.test(s[from - 1]?.lower ?? '')
  return finite === 0 && near && to > from ? whole : null
}

/** The medium that published what speaks: "Minutes published by the weekly X show". */
export function publisherBefore(s: readonly Token[], from: number, cue: Range): Range | null {
  const end = PUBLISHED.test(s[cue[0]]?.lower ?? '') ? Math.min(s.length, cue[1] + 8) : cue[0]
  for (let k = from + 1; k + 2 < end; k++) {
    // What a medium writes itself has nobody behind it.
    if (s[k]?.quoted || OWN_WORK.test(s[k - 1]?.lower ?? '')) return null
    if (PUBLISHED.test(s[k]?.lower ?? '') && s[k + 1]?.lower === 'by') return phraseFrom(s, k + 2, end, false)
  }
  return null
}

const OWN_WORK = /^(?:articles?|stor(?:y|ies)|editorials?|interviews?|columns?|reports?|pieces?|polls?|surveys?)$/u
const PUBLISHED = /^(?:published|printed|aired|broadcast|reproduced)$/u

/** Whom a medium quotes in marks: "The site X, quoting “insiders”, claimed". */
export function quotedOrigin(s: readonly Token[], from: number, end: number): Range | null {
  for (let k = from + 1; k + 2 < end; k++) {
    if (!/^(?:quoting|citing)$/u.test(s[k]?.lower ?? '') || s[k - 1]?.text !== ',' || !s[k + 1]?.quoted) continue
    let to = k + 1
    while (to < end && s[to]?.quoted) to++
    const first = s[k + 1]?.pos === 'PUNCT' ? k + 2 : k + 1
    const last = s[to - 1]?.pos === 'PUNCT' ? to - 1 : to
    return s[to]?.text === ',' && last > first && last - first <= 6 ? [first, last] : null
  }
  return null
}

/** "Her client would call ten witnesses, she said": who speaks stands last, where the reader saw another cue only. */
export function speakerAtEnd(s: readonly Token[], cue: Range): Range | null {
  let end = s.length
  while (end > 0 && s[end - 1]?.pos === 'PUNCT') end--
  const pronoun = s[end - 2]
  return end - 2 > cue[1] &&
    !pronoun?.quoted &&
    /^(?:he|she|they)$/u.test(pronoun?.lower ?? '') &&
    /^(?:said|says|added)$/u.test(s[end - 1]?.lower ?? '')
    ? [end - 2, end - 1]
    : null
}

/** "NAME, who VERB …," right before the source: the name. */
function describedPerson(s: readonly Token[], [from]: Range): Range | null {
  for (let k = from - 1; k > 1 && k >= from - 6; k--) {
    const word = s[k]
    if (!word || word.quoted || word.text === ',' || word.text === ';') return null
    if (word.lower !== 'who') continue
    // Straight after a name and its comma; with a verb of the clause between, else the source is the clause's own subject.
    if (s[k - 1]?.text !== ',' || !capitalised(s[k - 2]) || !s.slice(k + 1, from).some(({ pos }) => pos === 'VERB' || pos === 'AUX'))
      return null
    if (s.slice(k + 1, from).some(({ lower }) => REPORTS.test(lower) || lower === 'that')) return null
    return phraseBefore(s, k - 1)
  }
  return null
}

/** The medium before ", quoting somebody, reported that", when what the source did is inside the report. */
function reportingMedium(s: readonly Token[], source: Range, origin: Range | null): Range | null {
  if (!origin || origin[1] > source[0] || origin[0] < 3) return null
  const between = s.slice(origin[1], source[0])
  if (between.length > 6 || !between.some(({ lower, quoted }) => !quoted && REPORTS.test(lower))) return null
  const cites = s[origin[0] - 1]
  return /^(?:quoting|citing)$/u.test(cites?.lower ?? '') && s[origin[0] - 2]?.text === ','
    ? (phraseBefore(s, origin[0] - 2) ?? opening(s, origin[0] - 2))
    : null
}

/** A sentence's opening words up to a comma, where a foreign name misleads the tagger: "The daily Il-Post tal-Marl,". */
function opening(s: readonly Token[], end: number): Range | null {
  const from = /^(?:but|and|yet|so)$/u.test(s[0]?.lower ?? '') ? 1 : 0
  const words = s.slice(from, end)
  const plain = words.length >= 2 && words.length <= 8 && words.every(({ text, quoted }) => !quoted && text !== ',')
  return plain && words.slice(1).some(capitalised) ? [from, end] : null
}
