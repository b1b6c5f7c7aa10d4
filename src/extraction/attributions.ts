import { arabicFrames } from './arabic.ts'
import { type Frame, frame, framesOf } from './frames.ts'
import type { CopySentence } from './layout.ts'
import { isWord, type Range, trimmed, wordCount } from './phrases.ts'
import { recordingFrame } from './recordings.ts'

/** An attribution in the article: a frame in its sentence, with what it covers beyond that sentence. */
export interface Passage {
  sentence: number
  frame: Frame
  /** Content per sentence: ordinal of the sentence, range of its tokens. In order of the text. */
  content: { sentence: number; range: Range }[]
  /** Lies inside the content of another attribution of the same sentence. */
  inner: boolean
}

/**
 * The attributions of an article in the order of the text, quotations that run on over sentences and paragraphs included.
 * Headings and repeats hold none.
 */
export function attributionsOf(sentences: readonly CopySentence[], arabic = false): Passage[] {
  const passages: Passage[] = []
  let open: Passage | null = null
  for (const [k, sentence] of sentences.entries()) {
    if (sentence.role === 'heading' || sentence.role === 'repeat') continue
    const own = passagesIn(sentence, k, arabic)
    if (own.length === 0) {
      open = open && goesOn(sentences, open, k) ? extend(open, sentence, k) : stillOpen(open, sentences, k)
      continue
    }
    reachBack(sentences, own, k, passages.slice(-40))
    passages.push(...own)
    open = own.findLast((passage) => !passage.inner && passage.frame.force !== 'stance') ?? null
  }
  return passages.filter((passage) => passage.content.length > 0)
}

function passagesIn(sentence: CopySentence, ordinal: number, arabic: boolean): Passage[] {
  const s = sentence.tokens
  const frames = arabic ? arabicFrames(s) : framesOf(s)
  const recording = arabic ? null : recordingFrame(s, frames)
  if (recording) frames.push(recording)
  const label = frames.length === 0 ? labelledQuote(sentence) : null
  if (label) frames.push(label)
  return frames.map((found) => ({
    sentence: ordinal,
    frame: found,
    content: found.content.filter(([from, to]) => to > from).map((range) => ({ sentence: ordinal, range })),
    inner: frames.some(
      (other) => other !== found && contains(other, found) && !(contains(found, other) && frames.indexOf(found) < frames.indexOf(other)),
    ),
  }))
}

/** Whether the cue of `inner` stands within what `outer` attributes. */
function contains(outer: Frame, inner: Frame): boolean {
  if (outer.force === 'stance' && inner.force !== 'stance') return false
  return outer.content.some(([from, to]) => inner.cue[0] >= from && inner.cue[1] <= to)
}

/** "Minister: “We will not yield.”" and interview copy: a name, a colon, a quotation. */
function labelledQuote(sentence: CopySentence): Frame | null {
  const s = sentence.tokens
  const colon = s.findIndex((token) => token.text === ':')
  if (colon < 1 || colon > 8 || !s[colon + 1]?.opens || s.slice(0, colon).some((token) => token.pos === 'VERB')) return null
  return frame([colon, colon + 1], [colon, colon + 1], ':', 'speech', [0, colon], [trimmed(s, [colon + 1, s.length])])
}

function quotedShare(sentence: CopySentence): number {
  const words = sentence.tokens.filter(isWord)
  return words.length === 0 ? 0 : words.filter((token) => token.quoted).length / words.length
}

/** A sentence wholly in quotation marks goes on with the speaker before it, in the same paragraph or right at the next one's start. */
function goesOn(sentences: readonly CopySentence[], open: Passage, k: number): boolean {
  const sentence = sentences[k]
  const last = open.content.at(-1)?.sentence ?? open.sentence
  const before = sentences[last]
  if (!sentence || !before || k - last > 1 || quotedShare(sentence) < 0.9) return false
  if (sentence.paragraph === before.paragraph) return true
  return sentence.paragraph - before.paragraph === 1 && sentence.tokens[0]?.quoted === true
}

function extend(open: Passage, sentence: CopySentence, k: number): Passage {
  open.content.push({ sentence: k, range: trimmed(sentence.tokens, [0, sentence.tokens.length]) })
  return open
}

/** A speaker stays at hand for a quotation that follows while the paragraph lasts. */
function stillOpen(open: Passage | null, sentences: readonly CopySentence[], k: number): Passage | null {
  return open && sentences[k]?.paragraph === sentences[open.sentence]?.paragraph ? open : null
}

/** A quotation of several sentences with its speaker only at the end: the content reaches back to where the marks opened. */
function reachBack(sentences: readonly CopySentence[], own: Passage[], k: number, earlier: readonly Passage[]): void {
  const sentence = sentences[k]
  const passage = own.find((candidate) => !candidate.inner && candidate.frame.trailing)
  const first = passage?.content[0]
  if (!sentence || !passage || !first) return
  const opening = sentence.tokens[first.range[0]]
  if (!opening?.quoted || opening.opens || first.range[0] !== 0) return
  for (let back = k - 1; back >= 0; back--) {
    const before = sentences[back]
    if (!before || before.paragraph !== sentence.paragraph || !before.tokens.at(-1)?.quoted) break
    if (earlier.some((other) => other.content.some((piece) => piece.sentence === back) || other.sentence === back)) break
    const opens = before.tokens.findLastIndex((token) => token.opens)
    const from = opens >= 0 ? opens : 0
    const range = trimmed(before.tokens, [from, before.tokens.length])
    if (wordCount(before.tokens, range) > 0) passage.content.unshift({ sentence: back, range })
    if (opens >= 0) break
  }
}
