import { frame, type Frame } from './frames.ts'
import { hasFiniteVerb, isFinite, isVerb, nominal, phraseFrom, type Range, trimmed } from '../words/phrases.ts'
import { canSpeak } from './relays.ts'
import { gives, signal } from '../words/signals.ts'
import type { Token } from '../words/tokens.ts'

/** Nouns for something said: with an owner or "by" and a clause they attribute it. */
const SAYINGS = new Set(
  'claim claims allegation allegations accusation accusations assertion assertions contention finding findings conclusion conclusions estimate estimates warning warnings promise promises prediction predictions forecast forecasts argument insistence complaint complaints denial admission announcement testimony belief fear fears charge charges suggestion suggestions assurance assurances pledge vow threat acknowledgement acknowledgment assessment ruling statement report remark comment'.split(
    ' ',
  ),
)
const SAYING = signal(SAYINGS)
const FIGURES = new Set(['estimate', 'count', 'tally', 'toll', 'figure', 'forecast', 'claim', 'projection'])

/**
 * Attributions by a noun: "the report's finding that the dam leaked", "a claim by the union that …", "the ministry's count of 40".
 * Only with somebody whose saying it is; a clause that follows a bare noun ("reports that") is nobody's.
 */
export function nounFrames(s: readonly Token[], end: number, taken: (at: number) => boolean): Frame[] {
  if (!gives(s, SAYING)) return []
  const frames: Frame[] = []
  for (let k = 1; k + 2 < end; k++) {
    const token = s[k]
    if (
      !token ||
      token.quoted ||
      (token.pos === 'VERB' && !(token.lower === 'finding' && s[k - 1]?.pos === 'PART')) ||
      !SAYINGS.has(token.lower) ||
      taken(k)
    )
      continue
    const found = owned(s, k, end) ?? byWhom(s, k, end)
    if (found) frames.push(found)
  }
  return frames
}

/** "the report's finding that", "his claim that", "the ministry's estimate of 40". */
function owned(s: readonly Token[], k: number, end: number): Frame | null {
  const opens =
    s[k + 1]?.lower === 'that' || (FIGURES.has(s[k]?.lower.replace(/s$/u, '') ?? '') && s[k + 1]?.lower === 'of' && s[k + 2]?.pos === 'NUM')
  if (!opens) return null
  let at = k - 1
  while (at > 0 && k - at < 4 && s[at]?.pos === 'ADJ') at--
  const pronoun = /^(?:his|her|their|its)$/u.test(s[at]?.lower ?? '')
  if (!pronoun && s[at]?.lower !== "'s" && s[at]?.text !== '’' && s[at]?.text !== "'") return null
  let from = at
  while (from > 0 && at - from < 8 && nominal(s[from - 1]) && !/^[’']$/u.test(s[from - 1]?.text ?? '')) from--
  const source: Range = pronoun ? [at, at + 1] : [from, at]
  if (source[1] <= source[0] || (!pronoun && !canSpeak(s, source))) return null
  return said(s, k, [k + 1, end], source)
}

/** "a claim by the union that", "allegations from residents that". */
function byWhom(s: readonly Token[], k: number, end: number): Frame | null {
  if (!/^(?:by|from|of)$/u.test(s[k + 1]?.lower ?? '')) return null
  const source = phraseFrom(s, k + 2, end, false)
  if (!source || !canSpeak(s, source) || s[source[1]]?.lower !== 'that') return null
  return said(s, k, [source[1], end], source)
}

function said(s: readonly Token[], k: number, [from, end]: Range, source: Range): Frame | null {
  const that = s[from]?.lower === 'that'
  if (that && !hasFiniteVerb(s, [from, end])) return null
  let to = from + 1
  // As the subject of its sentence the noun has a predicate behind the clause: "the claim that X was Y | has been denied".
  let predicates = that ? 0 : 1
  for (; to < end && s[to]?.text !== ',' && s[to]?.text !== ';'; to++) {
    if (k > 8 || !isFinite(s, to) || isVerb(s[to - 1])) continue
    if (++predicates > 1) break
  }
  return frame([k, k + 1], [k, k + 1], s[k]?.lower ?? 'claim', 'speech', source, [trimmed(s, [from, to])])
}
