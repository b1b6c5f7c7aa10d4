import type { Passage } from './attributions.ts'
import { frame } from './frames.ts'
import type { CopySentence } from '../layout/layout.ts'
import { capitalised, isFinite, isWord, phraseFrom, trimmed, wordCount } from '../words/phrases.ts'

/** A block quotation or a list behind a colon is followed over so many sentences at most. */
const LONGEST_RUN = 60

/** The share of a sentence's words that stand in quotation marks. */
export function quotedShare(sentence: CopySentence): number {
  let [words, quoted] = [0, 0]
  for (const token of sentence.tokens) {
    if (!isWord(token)) continue
    words++
    if (token.quoted) quoted++
  }
  return words === 0 ? 0 : quoted / words
}

/** Whether a quotation is still open where a sentence ends. */
const leftOpen = (sentence: CopySentence): boolean => sentence.tokens.at(-1)?.quoted === true && sentence.tokens.at(-1)?.closes !== true

/**
 * A quotation with its speaker only at the end: the content reaches back to where the marks opened, over paragraphs if each of them
 * opens with a mark and leaves it unclosed. `taken` tells which sentences have attributions of their own; those reached are added.
 */
export function reachBack(sentences: readonly CopySentence[], own: readonly Passage[], k: number, taken: Set<number>): void {
  const passage = own.find((candidate) => !candidate.inner && candidate.frame.trailing)
  const first = passage?.content[0]
  if (!passage || first?.sentence !== k || first.range[0] !== 0) return
  for (let at = k; at > 0 && k - at < LONGEST_RUN; at--) {
    const here = sentences[at]
    const before = sentences[at - 1]
    if (!here || !before || taken.has(at - 1) || before.role !== 'copy' || !here.tokens[0]?.quoted) return
    const goesBack =
      here.paragraph === before.paragraph
        ? !here.tokens[0].opens && before.tokens.at(-1)?.quoted === true
        : here.tokens[0].opens && here.paragraph - before.paragraph === 1 && leftOpen(before)
    if (!goesBack) return
    const opens = before.tokens.findLastIndex((token) => token.opens)
    const range = trimmed(before.tokens, [Math.max(0, opens), before.tokens.length])
    if (wordCount(before.tokens, range) > 0) passage.content.unshift({ sentence: at - 1, range })
    taken.add(at - 1)
    if (opens > 0) return
  }
}

/** A sentence wholly in quotation marks goes on with the speaker before it, in the same paragraph or right at the next one's start. */
export function goesOn(sentences: readonly CopySentence[], open: Passage, k: number): boolean {
  const sentence = sentences[k]
  const last = open.content.at(-1)?.sentence ?? open.sentence
  const before = sentences[last]
  if (!sentence || !before || k - last > 1) return false
  const follows =
    sentence.paragraph === before.paragraph || (sentence.paragraph - before.paragraph === 1 && sentence.tokens[0]?.quoted === true)
  return follows && quotedShare(sentence) >= 0.9
}

/** Words of somebody who speaks of himself. */
export const FIRST_PERSON = /^(?:i|we|my|our|us|me|mine|ours)$/u

/**
 * The sentences that an attribution ending in a colon opens: a list of points, a quotation in marks, or a block quotation without any,
 * that goes on for as long as it speaks of itself as "I" or "we".
 */
export function behindColon(sentences: readonly CopySentence[], k: number): number[] {
  const opener = sentences[k]
  let from = k + 1
  // A post that is quoted keeps its account and time in lines of their own.
  while (from < k + 5 && sentences[from]?.role === 'heading' && !isPoint(sentences[from]) && startsHandle(sentences, from)) from++
  const start = sentences[from]
  if (!opener || !start || start.role === 'repeat') return []
  const inParagraph = start.paragraph === opener.paragraph
  const run: number[] = []
  let [paragraph, speaksOfItself] = [start.paragraph, true]
  for (let at = from; at < Math.min(sentences.length, from + LONGEST_RUN); at++) {
    const here = sentences[at]
    if (!here || here.role === 'headline' || here.role === 'repeat') break
    if (isPoint(start)) {
      if (!isPoint(here)) break
    } else if (here.role === 'heading') break
    else if (inParagraph || start.tokens[0]?.quoted) {
      if (at > from && quotedShare(here) < 0.9) break
    } else if (here.paragraph !== paragraph) {
      paragraph = here.paragraph
      speaksOfItself = speaksFirst(sentences, at)
      if (!speaksOfItself) break
    }
    run.push(at)
  }
  return run
}

/** A list item: its mark is part of the sentence but not of its words. */
const isPoint = (sentence: CopySentence | undefined): boolean => sentence !== undefined && (sentence.tokens[0]?.start ?? 0) > sentence.start

const startsHandle = (sentences: readonly CopySentence[], at: number): boolean =>
  sentences.slice(at, at + 3).some(({ role, tokens }) => role === 'heading' && tokens.some((token) => token.text.startsWith('@')))

/** Whether a paragraph outside quotation marks speaks as "I" or "we", and nobody else speaks in it. */
function speaksFirst(sentences: readonly CopySentence[], from: number): boolean {
  let first = false
  for (let at = from; sentences[at]?.paragraph === sentences[from]?.paragraph && at < from + 12; at++) {
    const tokens = sentences[at]?.tokens ?? []
    if (tokens.some((token) => token.quoted || /^(?:said|says|told|according)$/u.test(token.lower))) return false
    if (tokens.some((token) => FIRST_PERSON.test(token.lower))) first = true
  }
  return first
}

/**
 * A quotation that stands alone behind a sentence about somebody: "Lee waved to the crowd. “We did it.”" Null unless the sentence before,
 * in the same paragraph, has a person or pronoun as its subject.
 */
export function orphanQuote(sentences: readonly CopySentence[], k: number): Passage | null {
  const sentence = sentences[k]
  const before = sentences[k - 1]
  if (!sentence || !before || before.paragraph !== sentence.paragraph || before.role !== 'copy') return null
  if (!sentence.tokens[0]?.opens || quotedShare(sentence) < 0.95 || wordCount(sentence.tokens, [0, sentence.tokens.length]) < 3) return null
  const s = before.tokens
  if (s.some((token) => token.quoted)) return null
  const pronoun = /^(?:he|she|they)$/u.test(s[0]?.lower ?? '')
  const subject = pronoun ? ([0, 1] as const) : phraseFrom(s, 0, Math.min(20, s.length))
  if (!subject || (!pronoun && !s.slice(...subject).some((token, at) => at > 0 && capitalised(token) && token.pos === 'PROPN'))) return null
  const verb = subject[1] + (s[subject[1]]?.text === ',' || s[subject[1]]?.pos === 'ADV' ? 1 : 0)
  if (!isFinite(s, verb)) return null
  const found = frame([verb, verb + 1], [verb, verb + 1], s[verb]?.lemma ?? '', 'speech', subject, [])
  return {
    sentence: k - 1,
    frame: found,
    content: [{ sentence: k, range: trimmed(sentence.tokens, [0, sentence.tokens.length]) }],
    inner: false,
  }
}
