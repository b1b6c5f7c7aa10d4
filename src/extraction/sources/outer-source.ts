import { capitalised, phraseBefore, type Range } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'

const REPORTS = /^(?:report|reports|reported|say|says|said|write|writes|wrote|claim|claims|claimed|add|adds|added)$/u

/**
 * Who speaks where the phrase next to the verb is only part of the speaker's description: "Ann Lee, who runs the Harbour Forum, said"
 * (Lee, not the forum), or somebody in a medium's report: "The Post, quoting a clerk, reported that the board had threatened" (the Post).
 */
export function outerSource(s: readonly Token[], source: Range, origin: Range | null): Range {
  return reportingMedium(s, source, origin) ?? describedPerson(s, source) ?? source
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
