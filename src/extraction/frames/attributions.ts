import { type Frame, frame, framesOf } from './frames.ts'
import type { CopySentence } from '../layout/layout.ts'
import { phraseFrom, type Range, trimmed } from '../words/phrases.ts'
import { behindColon, FIRST_PERSON, goesOn, orphanQuote, reachBack } from './quotations.ts'
import { recordingFrames } from './recordings.ts'
import type { Grammar } from '../tongues.ts'

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
 * Headings and repeats hold none, but a heading that ends in a colon can open a list or a quotation.
 */
export function attributionsOf(sentences: readonly CopySentence[], grammar: Grammar | null = null): Passage[] {
  const own = sentences.map((sentence, k) => ownPassages(sentence, k, grammar))
  for (const k of sentences.keys()) if (own[k]?.some((passage) => passage.frame.opensColon)) openColon(sentences, own, k)
  const taken = new Set(own.flatMap((passages, k) => (passages.length > 0 ? [k] : [])))
  for (const [k, passages] of own.entries()) {
    for (const { content } of passages) for (const piece of content) taken.add(piece.sentence)
    reachBack(sentences, passages, k, taken)
  }
  return carryOn(sentences, own, taken).filter((passage) => passage.content.length > 0)
}

function ownPassages(sentence: CopySentence, k: number, grammar: Grammar | null): Passage[] {
  if (sentence.role === 'repeat') return []
  if (sentence.role !== 'heading') return passagesIn(sentence, k, grammar)
  return sentence.tokens.at(-1)?.text === ':' ? passagesIn(sentence, k, grammar).filter((passage) => passage.frame.opensColon) : []
}

/** What stands behind the colon belongs to whoever speaks before it; so do its own wishes and acts. */
function openColon(sentences: readonly CopySentence[], own: Passage[][], k: number): void {
  const opener = own[k]?.findLast((passage) => passage.frame.opensColon)
  if (!opener) return
  const stretch = sentences[k]?.tokens ?? []
  for (const at of behindColon(sentences, k)) {
    const tokens = sentences[at]?.tokens ?? []
    opener.content.push({ sentence: at, range: trimmed(tokens, [0, tokens.length]) })
    own[at] = (own[at] ?? []).filter((passage) => passage.frame.force === 'speech' && passage.frame.source)
    for (const passage of own[at] ?? []) passage.inner = true
  }
  // Nothing is left of what followed, a post that is no part of the copy: that somebody spoke is all there is.
  const rest = trimmed(stretch, [opener.frame.cue[1], stretch.length - 1])
  if (opener.content.length === 0 && rest[1] > rest[0]) opener.content.push({ sentence: k, range: rest })
}

/** Quotations without a speaker of their own go to the last one, or to the person the sentence before is about. */
function carryOn(sentences: readonly CopySentence[], own: readonly Passage[][], taken: ReadonlySet<number>): Passage[] {
  const passages: Passage[] = []
  const reached = new Map<number, Passage>()
  for (const found of own) for (const passage of found) for (const piece of passage.content) reached.set(piece.sentence, passage)
  let open: Passage | null = null
  for (const [k, sentence] of sentences.entries()) {
    const here = own[k] ?? []
    passages.push(...here)
    if (here.length > 0) {
      const speaker = here.findLast((passage) => !passage.inner && passage.frame.force !== 'stance')
      open = speaker ?? reached.get(k) ?? null
    } else if (taken.has(k)) open = reached.get(k) ?? open
    else if (open && goesOn(sentences, open, k))
      open.content.push({ sentence: k, range: trimmed(sentence.tokens, [0, sentence.tokens.length]) })
    else if (sentence.role === 'copy' || sentence.role === 'headline') {
      const orphan: Passage | null = open && open.sentence === k - 1 ? null : orphanQuote(sentences, k)
      if (orphan) passages.push(orphan)
      open = orphan ?? (open && sentence.paragraph === sentences[open.sentence]?.paragraph ? open : null)
    }
  }
  return passages
}

function passagesIn(sentence: CopySentence, ordinal: number, grammar: Grammar | null): Passage[] {
  const s = sentence.tokens
  const frames = grammar ? grammar.frames(s) : framesOf(s)
  if (!grammar) frames.push(...recordingFrames(s, frames))
  const label = grammar === null || frames.length === 0 ? (labelledQuote(sentence, frames) ?? signedQuote(sentence, frames)) : null
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

/** Longest name or description that labels a quotation, in words. */
const LONGEST_LABEL = 8

/** "Minister: “We will not yield.”" and interview copy: a name, a colon, a quotation or somebody speaking as "I" or "we". */
function labelledQuote(sentence: CopySentence, frames: readonly Frame[]): Frame | null {
  const s = sentence.tokens
  const colon = s.slice(0, LONGEST_LABEL + 1).findIndex((token) => token.text === ':')
  if (colon < 1 || s.slice(0, colon).some((token) => token.pos === 'VERB' || token.quoted)) return null
  if (frames.some((found) => found.cue[0] <= colon)) return null
  const named = s.slice(0, colon).every((token) => token.pos === 'PROPN' || token.text === '.')
  const speaks = named && s.slice(colon + 1).some((token) => FIRST_PERSON.test(token.lower) && !token.quoted)
  if (!s[colon + 1]?.opens && !speaks) return null
  // "Ms Lee was blunt: “No.”": who, without what is said of her.
  const subject = s.slice(0, colon).some((token) => token.pos === 'AUX') ? phraseFrom(s, 0, colon, false) : null
  return frame([colon, colon + 1], [colon, colon + 1], ':', 'speech', subject ?? [0, colon], [trimmed(s, [colon + 1, s.length])])
}

const DASHES = new Set(['—', '–', '―', '-'])
/** Longest name or description that signs a quotation, in words. */
const LONGEST_SIGNATURE = 14

/** "“We will not yield.” — Ann Lee, farmer": a quotation signed after a dash. */
function signedQuote({ tokens: s }: CopySentence, frames: readonly Frame[]): Frame | null {
  for (let dash = s.length - 2; dash > 0 && s.length - dash <= LONGEST_SIGNATURE; dash--) {
    if (!DASHES.has(s[dash]?.text ?? '')) continue
    const signature = s.slice(dash + 1)
    const before = s[dash - 1]?.text === '-' ? dash - 1 : dash
    if (!s[before - 1]?.closes || !/^\p{Lu}/u.test(signature[0]?.text ?? '')) return null
    if (signature.some((token) => token.pos === 'VERB' || token.quoted) || frames.some((found) => found.cue[1] > dash)) return null
    const source = trimmed(s, [dash + 1, s.length])
    const found = frame([dash, dash + 1], [dash, dash + 1], '—', 'speech', source, [trimmed(s, [0, before])])
    found.trailing = true
    return found
  }
  return null
}
