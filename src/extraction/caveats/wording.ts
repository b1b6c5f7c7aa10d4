import { FORMS } from '../words/lexicon.ts'
import type { Token } from '../words/tokens.ts'

/** The words of a sentence as one line, for tables of phrases; quoted words are blanked. */
export interface Wording {
  s: readonly Token[]
  line: string
  /** Where in the line each word begins. */
  starts: readonly number[]
}

/** The ordinals of the first and last word of what was found, or null. */
export type Found = readonly [first: number, last: number] | null

/** Words without one of which no table of phrases is asked: nothing in the sentence denies, lacks or doubts. */
export const LACKING: ReadonlySet<string> = new Set(
  `no not n't never nor none nobody nothing neither little cannot without yet unable impossible unclear unknown uncertain unsuccessful fruitless vain
  failed fail fails refused denied rejected declined barred prevented blocked hearsay doubt question second-hand single alone only lacking missing
  absent elusive scant too anecdotal lack lacks lacked nowhere rarely seldom hardly preliminary provisional unaudited incomplete sketchy murky scarce
  disputed caution weak limited circumstantial inconclusive flimsy await awaits awaited awaiting pending verify authenticate corroborate verification
  difficult veracity authenticity unproven untested`
    .trim()
    .split(/\s+/u),
)

/** The sentence as a line of words, or null where no word of it lacks or denies anything. */
export function wordingOf(s: readonly Token[]): Wording | null {
  if (!s.some((token) => LACKING.has(token.lower) && !token.quoted)) return null
  const starts: number[] = []
  let line = ''
  for (const token of s) {
    if (line !== '') line += ' '
    starts.push(line.length)
    line += token.quoted ? '"' : token.lower
  }
  return { s, line, starts }
}

/** The ordinal of the word that holds a place of the line. */
export function wordAt({ starts }: Wording, place: number): number {
  const after = starts.findIndex((start) => start > place)
  return after < 0 ? starts.length - 1 : after - 1
}

/** The first and last word of the first match that holds for its own conditions, or null. */
export function phraseIn(wording: Wording, pattern: RegExp, holds: (match: RegExpExecArray) => boolean = () => true): Found {
  const match = pattern.exec(wording.line)
  if (!match || !holds(match)) return null
  // A comma or "and" that a table joins on by is no part of what it finds.
  const lead = /^(?:\s|[,;:(—–]|(?:but|and|though|while) )*/u.exec(match[0])?.[0].length ?? 0
  return [wordAt(wording, match.index + lead), wordAt(wording, match.index + match[0].trimEnd().length - 1)]
}

const BREAK = /^(?:but|though|although|which|whose|while|and|;|:|—|–|--|\(|,)$/u
/** "The inquest heard that no records were kept." */
const HEARD = /^(?:heard|hears|noted)$/u
/** Verbs of finding report what papers or reporters did as often as what somebody says. */
const SAYS = /^(?:find|show|confirm|believe|think|know|hope|expect|post|report|publish|reveal)$/u

/** Somebody else's finding, reported: "the lawyer said there was no document …", "no record was kept, its director said". */
export function reported({ s }: Wording, first: number, last: number): boolean {
  for (let k = first - 1; k >= 0; k--) {
    const token = s[k]
    if (!token || BREAK.test(token.lower)) break
    if (HEARD.test(token.lower) && s[k + 1]?.lower === 'that') return true
    const lemma = FORMS.get(token.lower)
    if (lemma !== undefined && !SAYS.test(lemma) && token.pos === 'VERB' && s[k - 1]?.pos !== 'DET') return true
  }
  // "…, its director said."
  let end = s.length
  while (end > 0 && !/\w/u.test(s[end - 1]?.text ?? '')) end--
  for (let k = end - 1; k > last && k > end - 8; k--) {
    const lemma = FORMS.get(s[k]?.lower ?? '')
    if (lemma === undefined || SAYS.test(lemma) || s[k]?.pos !== 'VERB') continue
    // "…, as he claims" says whose claim it is, not who found nothing.
    const lead = s.slice(Math.max(last, k - 7), k)
    if (lead.some((token) => token.lower === 'as')) continue
    return lead.some((token) => token.text === ',' || token.text === '”' || token.text === '"')
  }
  return false
}
