import { type Cue, isPaper, isParticiple } from './cues.ts'
import type { Frame } from './frames.ts'
import { isFinite, isVerb, nominal, phraseBefore, phraseFrom, type Range, RELATIVE } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import { subjectOf } from './subject.ts'

/** Participles that bring in speech even without a comma before them. */
const SAYING = new Set('saying adding claiming insisting warning arguing alleging noting stressing'.split(' '))
const isWordlike = (token: Token): boolean =>
  token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'PRON' || token.pos === 'ADV' || token.pos === 'VERB'

/** The subject left of the cue; for "and said", ", adding", the speaker of the cue before it. */
export function speakerOf(s: readonly Token[], cue: Cue, earlier: readonly Frame[]): Range | null {
  const from = cue.group[0]
  const before = s[from - 1]
  const participle = isParticiple(s, cue)
  if (!participle) {
    const subject = subjectOf(s, from)
    // "said in a statement published on Friday": the statement publishes nothing.
    const published = subject !== null && /^(?:publish|post)$/u.test(cue.lemma) && /^(?:in|on)$/u.test(s[subject[0] - 1]?.lower ?? '')
    if (published) return null
    // "has not said who ordered it": a question, not a relative clause.
    const asked = subject !== null && /^who$/u.test(s[subject[0]]?.lower ?? '') && isVerb(s[subject[0] - 1])
    if (asked) return null
    if (subject) return subject
    // "that" after a noun that can speak is a relative pronoun: "a report that said".
    if (before?.lower === 'that' && nominal(s[from - 2])) return [from - 1, from]
  }
  // "quoted officials as saying" has its frame already.
  if (participle && earlier.some(({ origin }) => origin && origin[1] <= from && origin[1] >= from - 1)) return null
  // "an order stating that", "a letter warning of": the paper says so.
  if (participle && cue.speech && from === cue.at && before?.pos === 'NOUN') {
    const paper = phraseBefore(s, from)
    if (paper && isPaper(s, paper)) return paper
  }
  // "She objected to bail saying …": copy that spares its commas.
  if (participle && cue.speech && SAYING.has(s[cue.at]?.lower ?? '') && before && (isWordlike(before) || before.closes) && from === cue.at)
    return lastSpeaker(earlier, from) ?? sentenceSubject(s, from)
  const joined =
    before?.lower === 'and' || before?.lower === 'but' || before?.text === ',' || before?.lower === 'while' || before?.lower === 'or'
  if (!joined) return null
  const speaker = lastSpeaker(earlier, from)
  if (speaker) return speaker
  const conjoined = before?.lower === 'and' || before?.lower === 'but'
  return (cue.speech || cue.act) && (participle ? before?.text === ',' : conjoined) ? sentenceSubject(s, from) : null
}

const lastSpeaker = (earlier: readonly Frame[], from: number): Range | null =>
  earlier.findLast((found) => found.force !== 'stance' && found.source && found.cue[1] <= from && found.source[1] <= from)?.source ?? null

/** "The minister defended the plan, saying …", "… resigned and said …": without an earlier speaker, the subject of the sentence speaks. */
function sentenceSubject(s: readonly Token[], before: number): Range | null {
  if (s[0]?.quoted) return null
  const phrase = phraseFrom(s, 0, Math.min(before, 20), false)
  if (phrase && isFinite(s, phrase[1])) return phrase
  // "In May the company cut its forecast, blaming …", "Lee, who leads the union, resigned and said …".
  for (let k = 1; k < Math.min(before, 40); k++) {
    if (!isFinite(s, k) || isVerb(s[k - 1])) continue
    const subject = subjectOf(s, s[k - 1]?.pos === 'ADV' ? k - 1 : k)
    if (subject && !RELATIVE.has(s[subject[0]]?.lower ?? '')) return subject
  }
  return null
}
