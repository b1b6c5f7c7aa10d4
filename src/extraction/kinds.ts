import type { ClaimKind } from '../vocabulary.ts'
import { isFinite, type Range } from './phrases.ts'
import type { Token } from './tokens.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))

/** Words of judgement: what they say of a thing cannot be looked up. */
const EVALUATIVE = words(`
  troubling worrying alarming disturbing shocking disgraceful shameful outrageous unacceptable wonderful terrible horrible horrific awful tragic
  heroic brilliant fantastic amazing incredible beautiful ugly disgusting cowardly brave courageous unfair fair unjust wrong right foolish stupid
  irresponsible reckless absurd ridiculous nonsense excellent great good bad best worst better worse important crucial vital essential necessary
  inevitable unfortunate regrettable sad proud happy delighted disappointed disappointing heartbroken devastated thrilled grateful thankful sorry
  hopeful optimistic pessimistic confident impressive remarkable extraordinary historic significant encouraging promising welcome positive negative
  dangerous barbaric evil heinous despicable betrayal disgrace scandal triumph tragedy disaster catastrophe nightmare failure success mistake
  insult mockery joke shame pleasure honour honor wake-up`)
const OBLIGATION = words('should must ought needs deserve deserves')
const ORDER = words('ask urge order call demand tell advise instruct request invite appeal warn')
const PROMISE = words('vow pledge promise')
const VERDICT = words('condemn criticize criticise praise denounce welcome thank hail applaud slam blast rebuke decry dismiss')
const FORETELL = words('predict forecast')
const SETTLED = words('announce confirm order rule decide report publish')
const BIG_WORDS = words(
  'hundred hundreds thousand thousands million millions billion billions trillion dozen dozens percent per cent half third quarter two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety',
)
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/u

export interface Judged {
  kind: ClaimKind
  checkable: boolean
}

/**
 * What kind of assertion a range of tokens makes. `lemma` is the cue's verb and `content` the attributed words, when it is attributed.
 * Opinions, predictions, promises and instructions cannot be checked.
 */
export function judge(s: readonly Token[], piece: Range, content: Range, lemma: string | null, toInfinitive: boolean): Judged {
  const no = (kind: ClaimKind): Judged => ({ kind, checkable: false })
  if (lemma && PROMISE.has(lemma)) return no('promise')
  if (lemma && VERDICT.has(lemma)) return no('opinion')
  if (lemma && ORDER.has(lemma) && toInfinitive) return no('instruction')
  if (lemma && FORETELL.has(lemma)) return no('prediction')
  const verb = firstFinite(s, content)
  const first = s[verb]?.lower ?? ''
  const firstPerson = s.slice(...content).some((token) => token.quoted && /^(?:i|we)$/u.test(token.lower))
  if (
    (first === 'will' || first === "'ll" || first === 'would' || first === 'wo' || first === "won't" || first === 'shall') &&
    !(lemma && SETTLED.has(lemma))
  ) {
    if (firstPerson && first !== 'would') return no('promise')
    if (first !== 'would' || lemma) return no('prediction')
  }
  if (expected(s, content, verb)) return no('prediction')
  if (
    obliges(s, content, verb) ||
    valued(s, content, verb) ||
    (firstPerson && /^(?:think|believe|feel|hope|want|love|hate|fear)$/u.test(s[verb]?.lemma ?? ''))
  )
    return no('opinion')
  return { kind: countsSomething(s, piece) ? 'number' : 'fact', checkable: true }
}

function firstFinite(s: readonly Token[], [from, to]: Range): number {
  for (let k = from; k < to; k++) if (isFinite(s, k)) return k
  return -1
}

function expected(s: readonly Token[], [, to]: Range, verb: number): boolean {
  if (verb < 0) return false
  const next = s
    .slice(verb, Math.min(to, verb + 4))
    .map((token) => token.lower)
    .join(' ')
  return (
    /^(?:is|are|was|were)(?: \w+)? (?:expected|likely|set|due|poised|bound|forecast|predicted|projected) to\b/u.test(next) ||
    /^(?:could|may|might)(?: \w+)? (?:become|lead|rise|fall|take|face|trigger|worsen)\b/u.test(next)
  )
}

function obliges(s: readonly Token[], [from, to]: Range, verb: number): boolean {
  if (verb >= 0 && OBLIGATION.has(s[verb]?.lower ?? '')) return true
  if (
    verb >= 0 &&
    /^(?:have|has|need|needs)$/u.test(s[verb]?.lower ?? '') &&
    s[verb + 1]?.lower === 'to' &&
    s.slice(from, to).some((token) => token.quoted)
  )
    return true
  return false
}

/** "… is a troubling development": a verb of being, and soon after it a word of judgement. */
function valued(s: readonly Token[], [, to]: Range, verb: number): boolean {
  if (verb < 0) return false
  const head = s[verb]
  const being = head?.pos === 'AUX' || /^(?:represent|mark|remain|seem|constitute|prove|look|sound|feel|become)$/u.test(head?.lemma ?? '')
  if (!being) return false
  for (let k = verb + 1; k < Math.min(to, verb + 7); k++) {
    const token = s[k]
    if (!token || /^[,;:]$/u.test(token.text)) return false
    if (token.pos === 'VERB' && !EVALUATIVE.has(token.lower) && !/^(?:been|being)$/u.test(token.lower)) return false
    if (token.pos === 'ADP' && !/^(?:of|for|a)$/u.test(token.lower)) return false
    if (EVALUATIVE.has(token.lower))
      return (
        !(token.lower === 'right' || token.lower === 'best' || token.lower === 'worst' || token.lower === 'good') || s[k + 1]?.pos !== 'NUM'
      )
  }
  return false
}

/** Whether a range counts or measures something; years, dates, ages of day and "one" alone do not count. */
function countsSomething(s: readonly Token[], [from, to]: Range): boolean {
  for (let k = from; k < to; k++) {
    const token = s[k]
    if (!token) continue
    if (BIG_WORDS.has(token.lower)) return true
    if (!/^\p{N}/u.test(token.text)) continue
    if (/^\d{4}$/u.test(token.text) || token.text.includes(':')) continue
    if (MONTH.test(s[k - 1]?.lower ?? '') || MONTH.test(s[k + 1]?.lower ?? '')) continue
    return true
  }
  return false
}
