import type { Caveat } from '../caveats/caveats.ts'
import type { Frame } from '../frames/frames.ts'
import type { Judged } from '../claims/kinds.ts'
import type { CopySentence } from '../layout/layout.ts'
import { type Range, wordCount } from '../words/phrases.ts'
import type { Grammar } from '../tongues.ts'
import type { Token } from '../words/tokens.ts'
import { opensAt, romanceFrames } from './frames.ts'
import { romanceMention } from './mentions.ts'
import { capital, isComma } from './phrases.ts'
import type { Table } from './table.ts'

/** The rules of the Romance languages, working from one language's table. */
export const grammarFrom = (t: Table): Grammar => ({
  frames: (s) => romanceFrames(t, s),
  mention: (s, range, printed) => romanceMention(t, s, range, printed),
  caveat: (sentence, ordinal) => caveatIn(t, sentence, ordinal),
  clauses: (s, frames, caveat) => clausesOf(t, s, frames, caveat),
  judge: (s, piece, content, lemma) => judge(t, s, piece, content, lemma),
  statements: t.statements,
})

/** The words of a caveat in a sentence, and whether they are all of it, a closing clause, or two words within. */
function caveatIn(t: Table, sentence: CopySentence, ordinal: number): Caveat | null {
  const s = sentence.tokens
  if (s.length > 200 || sentence.role === 'heading') return null
  const starts: number[] = []
  let line = ''
  for (const token of s) {
    starts.push(line.length)
    line += `${token.quoted ? '·'.repeat(token.lower.length) : token.lower} `
  }
  const match = t.caveat.exec(line)
  if (!match) return null
  const first = starts.findIndex((start, k) => start + (s[k]?.lower.length ?? 0) > match.index)
  const after = starts.findIndex((start) => start >= match.index + match[0].length)
  const last = after < 0 ? s.length : after
  const about = (from: number, to: number): string[] => [
    ...new Set(s.slice(from, to).flatMap((token) => t.about.find(([pattern]) => pattern.test(token.lower))?.[1] ?? [])),
  ]
  let from = first
  while (from > 0 && !isComma(s[from - 1])) from--
  if (from > 0 && t.caveatClause.test(s[from]?.lower ?? '') && (wordCount(s, [0, from]) > 3 || s[from]?.lower === 'qui')) {
    const to = s.findIndex((token, k) => k > last && isComma(token))
    return {
      sentence: ordinal,
      range: [from, to > 0 && to < s.length - 4 ? to : s.length],
      whole: false,
      about: about(from, s.length),
      owner: [],
    }
  }
  if (/^(?:non|sans|sin) /u.test(match[0]) && first > 2)
    return { sentence: ordinal, range: [first, last], whole: false, about: about(first, last), owner: [] }
  return { sentence: ordinal, range: [0, s.length], whole: true, about: about(0, s.length), owner: [] }
}

/** Cuts a sentence into its assertions: "et que", a second speaker, "et" before a subject and verb of its own, a caveat's clause. */
function clausesOf(t: Table, s: readonly Token[], frames: readonly Frame[], caveat: Range | null): Range[] {
  const cuts = new Set<number>()
  for (const found of frames) {
    const at = opensAt(t, s, found, frames)
    if (at === null) continue
    // "Dans un communiqué, le groupe a indiqué": a circumstance before the speaker is no statement.
    const stated =
      frames.some((other) => other.cue[0] < found.cue[0]) || s.slice(0, at).some((token) => !token.quoted && t.finite.test(token.lower))
    if (stated) cuts.add(at)
  }
  for (let k = 2; k < s.length - 2; k++) if (!s[k]?.quoted && ownStatement(t, s, k, frames)) cuts.add(k)
  const ranges: Range[] = []
  // A caveat between two commas after the first words stays with its clause: "Le bilan, qui n'a pu être vérifié, s'élève …".
  if (caveat && wordCount(s, [0, caveat[0]]) > 3) cuts.add(caveat[0]).add(caveat[1])
  let from = 0
  for (const at of [...cuts].sort((a, b) => a - b)) {
    const isCaveat = caveat !== null && (at === caveat[0] || at === caveat[1])
    if (at >= s.length - 1 || (!isCaveat && (wordCount(s, [from, at]) < 3 || wordCount(s, [at, s.length]) < 3))) continue
    if (at > from) ranges.push(trimmed(t, s, [from, at]))
    from = at
  }
  ranges.push(trimmed(t, s, [from, s.length]))
  return ranges.filter(([a, b]) => b > a)
}

/** A clause without the conjunction and comma between it and the one before. */
function trimmed(t: Table, s: readonly Token[], [from, to]: Range): Range {
  let a = from
  if (a > 0) while (a < to && (isComma(s[a]) || t.and.test(s[a]?.lower ?? ''))) a++
  let b = to
  while (b > a && b < s.length && (isComma(s[b - 1]) || s[b - 1]?.text === ';')) b--
  return [a, b]
}

function ownStatement(t: Table, s: readonly Token[], k: number, frames: readonly Frame[]): boolean {
  const word = s[k]?.lower ?? ''
  if (!t.and.test(word)) return false
  if (t.that.test(s[k + 1]?.lower ?? '')) return frames.some(({ content }) => content.some(([a, b]) => k > a && k < b))
  const finite = (from: number, to: number): boolean =>
    s.slice(from, to).some((token) => !token.quoted && t.finite.test(token.lower) && !t.notFinite.test(token.lower))
  if (!finite(0, k)) return false
  // A subject of its own: an article, number or name, and a finite verb within a few words.
  const first = s[k + 1]
  if (
    !first ||
    !(
      t.articles.has(first.lower) ||
      t.elided.test(first.lower) ||
      t.number.test(first.lower) ||
      capital(first) ||
      /^\p{N}/u.test(first.text) ||
      t.pronouns.has(first.lower)
    )
  )
    return false
  for (let at = k + 2; at < Math.min(s.length, k + 9); at++) {
    const next = s[at]
    if (!next || next.quoted || isComma(next) || t.and.test(next.lower) || /^(?:qui|que|où)$/u.test(next.lower)) return false
    if (t.finite.test(next.lower) && !t.notFinite.test(next.lower)) return true
  }
  return false
}

function judge(t: Table, s: readonly Token[], piece: Range, content: Range, lemma: string | null): Judged {
  const no = (kind: Judged['kind']): Judged => ({ kind, checkable: false })
  if (lemma === 'predict') return no('prediction')
  if (lemma === 'promise') return no('promise')
  if (lemma === 'urge') return no('instruction')
  if (lemma === 'condemn' || lemma === 'welcome') return no('opinion')
  if (lemma !== null) {
    const said = s.slice(...content).slice(0, 14)
    const future = said.find((token) => t.future.test(token.lower) && !capital(token))
    if (future) return no(said.some((token) => t.weSay.test(token.lower)) && lemma !== 'announce' ? 'promise' : 'prediction')
    if (said.some((token) => t.opinion.test(token.lower) && (token.quoted || lemma === 'consider'))) return no('opinion')
  }
  const counted = s
    .slice(...piece)
    .some((token) => (/^\p{N}/u.test(token.text) && !/^\p{N}{4}$/u.test(token.text)) || t.number.test(token.lower.split('-')[0] ?? ''))
  return { kind: counted ? 'number' : 'fact', checkable: true }
}
