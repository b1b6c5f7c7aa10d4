import type { Frame } from './frames.ts'
import { nominal, type Range } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'

/** Why somebody is not named, or dares not be: said about the speaker, never by the speaker. */
const UNNAMED =
  /^(?:on (?:the )?condition (?:of anonymity|that|of not)|anonymously|(?:ask|asked|asks|asking|requested|requesting|wished|wishing|wanted|preferred|preferring|declined|declining|refused) (?:not )?(?:to (?:be (?:named|identified|quoted)|remain (?:anonymous|unnamed)|stay anonymous|give (?:his|her|their) (?:full |real |last )?name)|for anonymity|anonymity|that (?:his|her|their) name)|(?:not|n't) (?:want(?:ing)? to be (?:named|identified|quoted)|(?:authori[sz]ed|allowed|permitted|cleared) to))\b/u
/** "because he feared …", "as she was worried …". */
const REASON =
  /^(?:because|as|since) (?:he|she|they) (?:(?:was|were|is|are|had|has|have) )?(?:fear(?:s|ed)?|worr(?:y|ies|ied)|afraid|asked|not (?:authori[sz]ed|allowed|permitted|cleared)|scared|concerned)\b/u
/** The words with which the patterns above begin; "anonymously" may go on after a hyphen. */
const FIRST_WORDS = new Set(
  "on ask asked asks asking requested requesting wished wishing wanted preferred preferring declined declining refused not n't because as since".split(
    ' ',
  ),
)
const OPENERS = new Set(['who', 'speaking', 'asking', 'because', 'talking'])
const RUNS_ON = new Set('and or because as since for out citing fearing'.split(' '))
const PLAIN_SPEECH = new Set(
  'said says told tells added adds confirmed warned claimed stated explained estimated described argued'.split(' '),
)
const LONGEST = 45

/** The clauses of a sentence that say why a speaker is not named: "…, who spoke on condition of anonymity because he feared for his job,". */
export function asidesOf(s: readonly Token[]): Range[] {
  const asides: Range[] = []
  for (let k = 1; k < s.length; k++) {
    const word = s[k]
    if (!word || word.quoted || !(FIRST_WORDS.has(word.lower) || word.lower.startsWith('anonymously'))) continue
    const last = asides.at(-1)
    if (last && k < last[1]) continue
    const ahead = s
      .slice(k, k + 8)
      .map((token) => token.lower)
      .join(' ')
    if (!UNNAMED.test(ahead) && !(REASON.test(ahead) && (relativeBefore(s, k) >= 0 || s[k - 1]?.text === ','))) continue
    const aside = around(s, k)
    if (aside[0] > 0 && aside[1] > aside[0]) asides.push(aside)
  }
  return asides
}

function relativeBefore(s: readonly Token[], at: number): number {
  for (let k = at - 1; k > 0 && k > at - 14; k--) {
    if (s[k]?.quoted || s[k]?.text === ',') return -1
    if (s[k]?.lower === 'who') return k
  }
  return -1
}

function around(s: readonly Token[], at: number): Range {
  let from = at
  for (let k = at; k > 0 && k > at - 14 && s[k]?.text !== ',' && !s[k]?.quoted; k--) {
    if (OPENERS.has(s[k]?.lower ?? '')) from = k
    if (s[k]?.lower === 'who') break
  }
  if (s[from - 1]?.text === ',') from--
  const limit = Math.min(s.length, from + LONGEST)
  for (let k = at + 1; k < limit; k++) {
    const token = s[k]
    if (!token || token.opens || token.text === ':') return [from, k]
    if (token.text === ',' && !RUNS_ON.has(s[k + 1]?.lower ?? '')) return [from, s[from]?.text === ',' ? k + 1 : k]
    if (token.lower === 'that' && k > at + 3 && s[k - 1]?.lower !== 'condition') return [from, k]
    if (PLAIN_SPEECH.has(token.lower) && (nominal(s[k - 1]) || (k > at + 3 && /^(?:VERB|ADV|ADJ)$/u.test(s[k - 1]?.pos ?? ''))))
      return [from, k]
    if (token.text === '.' && k >= s.length - 2) return [from, k]
  }
  return [from, limit]
}

/** Looks for frames as if the asides were not there, and puts what it finds back into the sentence as it stands. */
export function withoutAsides(s: readonly Token[], find: (s: readonly Token[]) => Frame[]): Frame[] {
  const asides = asidesOf(s)
  if (asides.length === 0) return find(s)
  const kept = Array.from(s.keys()).filter((k) => !asides.some(([from, to]) => k >= from && k < to))
  const back = ([from, to]: Range): Range => {
    const start = kept[from] ?? s.length
    return [start, to > from ? (kept[to - 1] ?? s.length - 1) + 1 : start]
  }
  const maybe = (range: Range | null): Range | null => range && back(range)
  const found = find(kept.flatMap((k) => s[k] ?? []))
  return found.map((frame) => ({
    ...frame,
    cue: back(frame.cue),
    verb: back(frame.verb),
    source: maybe(frame.source),
    content: frame.content.map(back),
    audience: maybe(frame.audience),
    origin: maybe(frame.origin),
    relays: frame.relays.map(back),
    asides: [...asides, ...frame.asides.map(back)],
  }))
}
