import { type Cue, needsThat } from './cues.ts'
import { frame, type Frame } from './frames.ts'
import { subjectBefore } from './frames-trailing.ts'
import { ADDRESSED, ADJUNCT_STARTS, DAYS } from './lexicon.ts'
import { hasFiniteVerb, isFinite, nominal, phraseBefore, phraseFrom, type Range, RELATIVE, trimmed } from './phrases.ts'
import type { Token } from './tokens.ts'

/** "is believed to", "it was reported that": said by somebody the copy does not name. */
const UNCLEAR = new Set('believe think say report suspect understand fear rumour rumor allege estimate presume'.split(' '))
/** With a mere thing as their object these say that a subject was touched on, not what was said of it. */
const TOUCHED = new Set(
  'note cite reveal acknowledge mention recall outline suggest recommend propose observe admit concede assert argue tweet insist maintain'.split(
    ' ',
  ),
)
const CLAUSE_OPENERS = new Set(['that', 'whether', 'how', 'why', 'what', 'if', 'when', 'where', 'who'])
const SUBORDINATORS = new Set([
  'after',
  'when',
  'while',
  'although',
  'though',
  'as',
  'because',
  'before',
  'since',
  'if',
  'once',
  'until',
  'where',
])
const OBJECT_PRONOUNS = new Set(['me', 'him', 'her', 'them', 'us', 'you', 'it'])
/** What ends reported words and goes on about the speaking. */
const AFTERWARDS = new Set(
  'adding citing noting referring saying telling quoting arguing claiming warning insisting stressing according explaining'.split(' '),
)

interface Start {
  at: number
  cueEnd: number
  audience: Range | null
  opened: boolean
}

/** "X said (that) …", "X told Y that …", "X asked Y to …", "X: “…”", "X was quoted as saying". Null where nothing follows. */
export function leadingFrame(s: readonly Token[], cue: Cue, limit: number, earlier: readonly Frame[]): Frame | null {
  if (cue.passive) return passiveFrame(s, cue, limit)
  const source = sourceOf(s, cue, earlier)
  if (!source) return null
  const start = startOfContent(s, cue, limit)
  if (!start) return null
  const force = fits(s, cue, start, limit)
  if (!force) return null
  const to = endOfContent(s, start.at, limit, source)
  const content = trimmed(s, [start.at, to])
  const found = frame([cue.group[0], Math.max(cue.group[1], start.cueEnd)], [cue.at, cue.at + 1], cue.lemma, force, source, [content])
  found.audience = start.audience
  found.opensColon = start.at >= limit && s[limit - 1]?.text === ':'
  return content[1] > content[0] || found.opensColon ? found : null
}

/** The subject left of the cue; for "and said", ", adding", the speaker of the cue before it. */
function sourceOf(s: readonly Token[], cue: Cue, earlier: readonly Frame[]): Range | null {
  const from = cue.group[0]
  const before = s[from - 1]
  const participle = (s[cue.at]?.lower ?? '').endsWith('ing')
  if (!participle) {
    const subject = before?.text === ',' ? subjectBefore(s, from) : phraseBefore(s, from)
    // "said in a statement published on Friday": the statement publishes nothing.
    const published = subject !== null && /^(?:publish|post)$/u.test(cue.lemma) && /^(?:in|on)$/u.test(s[subject[0] - 1]?.lower ?? '')
    if (published) return null
    if (subject && !(before?.text === ',' && s[subject[0]]?.pos === 'NUM')) return subject
    // "that" after a noun that can speak is a relative pronoun: "a report that said".
    if (before?.lower === 'that' && nominal(s[from - 2])) return [from - 1, from]
  }
  const joined =
    before?.lower === 'and' || before?.lower === 'but' || before?.text === ',' || before?.lower === 'while' || before?.lower === 'or'
  if (!joined) return null
  for (const found of [...earlier].reverse()) {
    if (found.force !== 'stance' && found.source && found.cue[1] <= from && found.source[1] <= from) return found.source
  }
  const conjoined = before?.lower === 'and' || before?.lower === 'but'
  return cue.speech && (participle ? before?.text === ',' : conjoined) ? sentenceSubject(s, from) : null
}

/** "The minister defended the plan, saying …", "… resigned and said …": without an earlier speaker, the subject of the sentence speaks. */
function sentenceSubject(s: readonly Token[], before: number): Range | null {
  if (s[0]?.quoted) return null
  const phrase = phraseFrom(s, 0, Math.min(before, 20), false)
  return phrase && isFinite(s, phrase[1]) ? phrase : null
}

/** Where the content begins, past the person told, the day, and the place of speaking. */
function startOfContent(s: readonly Token[], cue: Cue, limit: number): Start | null {
  let at = cue.group[1]
  let audience: Range | null = null
  if (ADDRESSED.has(cue.lemma) && !CLAUSE_OPENERS.has(s[at]?.lower ?? '') && !s[at]?.opens) {
    const object: Range | null = OBJECT_PRONOUNS.has(s[at]?.lower ?? '') ? [at, at + 1] : phraseFrom(s, at, limit, false)
    if (
      object &&
      (cue.lemma === 'tell' ||
        ['that', 'to', 'of', 'about', 'not', 'against', 'over', 'for', ':'].includes(s[object[1]]?.lower ?? '') ||
        s[object[1]]?.opens ||
        s[object[1]]?.text === ',')
    ) {
      audience = object
      at = object[1]
    }
  }
  at = pastAdjuncts(s, at, limit)
  let cueEnd = cue.group[1]
  if (s[at]?.text === ',' && (s[at + 1]?.opens || s[at + 1]?.lower === 'that')) at++
  if (s[at]?.text === ':') {
    at++
    cueEnd = audience ? cueEnd : at
  }
  if (at >= limit) return s[limit - 1]?.text === ':' ? { at: limit, cueEnd, audience, opened: true } : null
  const first = s[at]
  return { at, cueEnd, audience, opened: first?.opens === true || CLAUSE_OPENERS.has(first?.lower ?? '') || s[at - 1]?.text === ':' }
}

/** Skips "on Tuesday", "in a statement", "to reporters" as long as what is said still follows. */
function pastAdjuncts(s: readonly Token[], from: number, limit: number): number {
  let at = from
  while (at < limit && DAYS.has(s[at]?.lower ?? '')) at++
  if (!ADJUNCT_STARTS.has(s[at]?.lower ?? '') || s[at]?.quoted) return at
  const horizon = Math.min(limit, at + 22)
  for (let k = at; k < horizon; k++) {
    const token = s[k]
    if (token?.opens || (token?.lower === 'that' && k > at + 1) || token?.text === ':') return k
  }
  // "said on Monday the bridge …": the adjunct is a preposition and a day, and a clause follows.
  let k = at + 1
  while (k < horizon && (DAYS.has(s[k]?.lower ?? '') || s[k]?.pos === 'NUM' || s[k]?.lower === 'late' || s[k]?.lower === 'early')) k++
  if (k > at + 1 && k < limit) return k
  // "said in a statement the bridge …", "said in an interview on Friday he …".
  const phrase = phraseFrom(s, at + 1, limit, false)
  if (
    phrase &&
    /^(?:statement|interview|report|letter|post|tweet|email|briefing|release|speech|conference|message|memo|filing|address|video|call|article|blog)$/u.test(
      s[phrase[1] - 1]?.lower ?? '',
    )
  )
    return pastAdjuncts(s, phrase[1], limit)
  return at
}

/** Whether what follows can be what was said, and with which force; null where the verb is used in another sense. */
function fits(s: readonly Token[], cue: Cue, start: Start, limit: number): Frame['force'] | null {
  if (start.at >= limit) return 'speech'
  const first = s[start.at]
  const rest: Range = [start.at, limit]
  const clause = hasFiniteVerb(s, rest)
  const adjunct = ADJUNCT_STARTS.has(first?.lower ?? '') && first?.lower !== 'to'
  const toInfinitive = first?.lower === 'to' && s[start.at + 1]?.pos !== 'DET'
  const said = cue.speech || cue.thought
  if (cue.lemma === 'quote' || cue.lemma === 'cite')
    return s.slice(start.at, limit).some((token, k, all) => token.lower === 'as' && all[k + 1]?.lower === 'saying') ? 'speech' : null
  if (said && start.opened && first?.lower !== 'who' && first?.lower !== 'when' && first?.lower !== 'where')
    return cue.speech ? 'speech' : 'thought'
  if (
    said &&
    !needsThat(cue) &&
    clause &&
    !adjunct &&
    !toInfinitive &&
    (nominal(first) || first?.pos === 'PRON' || first?.pos === 'ADV' || first?.pos === 'SCONJ' || first?.pos === 'ADP')
  )
    return cue.speech ? 'speech' : 'thought'
  if (
    toInfinitive &&
    (cue.act || cue.speech) &&
    (start.audience || /^(?:vow|pledge|promise|threaten|ask|urge|demand|agree|refuse|claim|offer|order)$/u.test(cue.lemma))
  )
    return 'act'
  if (toInfinitive && cue.stance) return 'stance'
  if (cue.act && start.audience) return 'act'
  const object =
    nominal(first) ||
    first?.quoted ||
    OBJECT_PRONOUNS.has(first?.lower ?? '') ||
    /^(?:for|on|about|against|of|over|any|all|having)$/u.test(first?.lower ?? '')
  if (cue.act && object && !needsThat(cue)) return 'act'
  if (
    cue.speech &&
    object &&
    /^(?:announce|claim|declare|allege|confirm|predict|deny|pledge|promise|describe|warn|report|estimate|stress|emphasize|emphasise|explain|vow)$/u.test(
      cue.lemma,
    )
  )
    return 'speech'
  if (object && (cue.act || (cue.speech && TOUCHED.has(cue.lemma)))) return 'stance'
  if (cue.stance && object && !/^(?:for|of|on|about|all|any)$/u.test(first?.lower ?? '')) return 'stance'
  return null
}

/** Where reported words stop: at a second cue with the same speaker, at the clause that the whole hangs from, or at the sentence's end. */
function endOfContent(s: readonly Token[], from: number, limit: number, source: Range): number {
  const subordinate = SUBORDINATORS.has(s[source[0] - 1]?.lower ?? '') && source[0] <= 2
  const relative = RELATIVE.has(s[source[0]]?.lower ?? '')
  for (let k = from + 1; k < limit - 1; k++) {
    const token = s[k]
    const next = s[k + 1]
    if (!token || !next || token.quoted) continue
    if (token.text === ',' && AFTERWARDS.has(next.lower) && !next.quoted) return k
    if (token.text === ',' && (subordinate || relative) && hasFiniteVerb(s, [k + 1, Math.min(limit, k + (relative ? 4 : 14))])) return k
    if (
      (token.lower === 'and' || token.lower === 'but') &&
      !next.quoted &&
      /^(?:said|added|told|warned|says|adds|called|urged|insisted|asked|claimed|accused|denied|vowed|declared|announced|noted)$/u.test(
        next.lower,
      )
    )
      return k
    if (
      (token.lower === 'and' || token.lower === 'but') &&
      next.pos === 'ADV' &&
      /^(?:said|added|told|warned|called|urged|asked|claimed)$/u.test(s[k + 2]?.lower ?? '')
    )
      return k
  }
  return limit
}

/** "X was quoted as saying", "it is believed that", "… is thought to be". Other passives are no attributions: nobody speaks. */
function passiveFrame(s: readonly Token[], cue: Cue, limit: number): Frame | null {
  const [from, to] = cue.group
  const subject = phraseBefore(s, from) ?? (s[from - 1]?.text === ',' ? subjectBefore(s, from) : null)
  if (cue.lemma === 'quote' || cue.lemma === 'cite') {
    let saying = to
    while (saying < Math.min(limit, to + 14) && s[saying]?.lower !== 'saying') saying++
    if (s[saying]?.lower !== 'saying' || !subject) return null
    const found = frame([from, saying + 1], [cue.at, cue.at + 1], cue.lemma, 'speech', subject, [trimmed(s, [saying + 1, limit])])
    const by = s.findIndex((token, k) => k >= to && k < saying && token.lower === 'by')
    const relay = by >= 0 ? phraseFrom(s, by + 1, saying, false) : null
    if (relay) found.relays.push(relay)
    return found
  }
  if (!UNCLEAR.has(cue.lemma) || !subject) return null
  const impersonal = s[subject[0]]?.lower === 'it' && s[to]?.lower === 'that'
  if (!impersonal && s[to]?.lower !== 'to') return null
  const content: Range[] = impersonal ? [trimmed(s, [to, limit])] : [trimmed(s, [subject[0], from]), trimmed(s, [to, limit])]
  const found = frame(cue.group, [cue.at, cue.at + 1], cue.lemma, 'speech', null, content)
  found.unclear = true
  return found
}
