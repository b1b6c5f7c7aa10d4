import type { FurniturePassage, Parts, ReadOptions, Span } from '../types.ts'
import { signers } from './bylines.ts'
import { DATELINE_ABROAD } from './furniture-abroad.ts'
import { rolesOf } from './furniture.ts'
import { blanked, wordsOf } from '../words/marks.ts'
import { lifeAtEnd, titleEnd, topMatterOf } from './one-line.ts'
import { type Paragraph, paragraphsOf } from './paragraphs.ts'
import type { Role } from './roles.ts'
import { sentencesOf } from './sentences.ts'
import { telltale, wordsIn } from './telltales.ts'
import { type Token, tokensOf } from '../words/tokens.ts'

/** One sentence with its words, and the paragraph it stands in. */
export interface CopySentence {
  start: number
  end: number
  /** Without the marks at its edges; what a claim over the whole sentence covers. */
  words: Span
  /** Ordinal of the paragraph; sentences of one paragraph share it. */
  paragraph: number
  role: 'copy' | 'headline' | 'heading' | 'repeat'
  tokens: Token[]
}

/** A text laid out: its parts, its furniture, and the sentences that hold the rest. */
export interface Layout {
  parts: Parts
  furniture: FurniturePassage[]
  sentences: CopySentence[]
}

/** "LONDON (Agency) — ", "PARIS, France, March 3 -": a place in capitals, then a dash. */
const DATELINE =
  /^(?:\p{Lu}[\p{Lu}’'.-]+(?:[ ,/]+\p{Lu}[\p{L}’'.-]*){0,5}(?:[ ,]+\d{1,2})?(?:\s*\([^)]{1,40}\))?|\p{Lu}[\p{L}’'.-]+(?:[ ,/]+\p{Lu}[\p{L}’'.-]*){0,4}\s*\([^)]{1,40}\))\s*(?:[—–]|-{1,2}|:)\s+(?=[\p{Lu}“"‘\p{N}])/u

/**
 * Lays a text out. Every non-space character ends up in exactly one sentence, piece of furniture, or part other than the headline
 * (the headline is a part and a sentence). With `plain` everything is sentences; with `given` a person's parts and furniture stand.
 */
export function layOut(text: string, options: ReadOptions, language: string): Layout {
  const english = language === 'en'
  const parts: Parts = { headline: null, byline: null, dateline: null, published: null, outlet: null }
  const layout: Layout = { parts, furniture: [], sentences: [] }
  const add: Add = (paragraph, ordinal, role, sieve) =>
    addSentences(text, layout, { ...paragraph, ordinal, role, sieve, english, language })

  if (options.plain) {
    for (const [ordinal, paragraph] of paragraphsOf(text).entries()) add(paragraph, ordinal, 'copy', false)
    return layout
  }
  if (options.given) {
    layout.parts = options.given.parts
    layout.furniture = options.given.furniture.map((passage) => ({ ...passage }))
    const headline = layout.parts.headline
    for (const [ordinal, stretch] of aroundGiven(text, options).entries()) {
      const isHeadline = headline !== null && stretch.start >= headline[0] && stretch.end <= headline[1]
      const heading = !isHeadline && stretch.block?.kind === 'heading'
      add(stretch, ordinal, isHeadline ? 'headline' : heading || unfinishedQuestion(stretch.text) ? 'heading' : 'copy', false)
    }
    return layout
  }
  const paragraphs = paragraphsOf(text, options.blocks)
  const roles = rolesOf(paragraphs)
  for (const [ordinal, paragraph] of paragraphs.entries()) place(layout, paragraph, roles[ordinal] ?? { is: 'copy' }, ordinal, options, add)
  return layout
}

const unfinishedQuestion = (text: string): boolean =>
  wordsIn(text.slice(0, 200)) <= 8 && !/[.!…؟۔。!]["”’»)]*$/u.test(text) && text.length < 200

type Add = (paragraph: { start: number; end: number; words: Span }, ordinal: number, role: CopySentence['role'], sieve: boolean) => void

function place(layout: Layout, paragraph: Paragraph, role: Role, ordinal: number, options: ReadOptions, add: Add): void {
  const span: Span = [paragraph.start, paragraph.end]
  if (role.is === 'furniture') {
    if (options.outlet && layout.parts.outlet === null && sameName(paragraph.text, options.outlet)) setPart(layout, 'outlet', paragraph)
    else layout.furniture.push({ start: span[0], end: span[1], kind: role.kind })
  } else if (role.is === 'part') {
    setPart(layout, role.part, paragraph, role.iso, role.dateAt)
  } else if (role.is === 'headline') {
    layout.parts.headline = paragraph.words
    add(paragraph, ordinal, 'headline', false)
  } else if (role.is === 'copy') {
    if (ordinal === 0 && runIn(layout, paragraph, add)) return
    if (labelled(layout, paragraph, ordinal, add)) return
    const dateline =
      layout.parts.dateline === null
        ? (DATELINE.exec(paragraph.text.slice(0, 120)) ?? DATELINE_ABROAD.exec(paragraph.text.slice(0, 120)))
        : null
    if (!dateline) return add(paragraph, ordinal, 'copy', true)
    const [from, to] = paragraph.words
    const start = from + dateline[0].length
    layout.parts.dateline = [from, from + dateline[0].trimEnd().length]
    if (from > paragraph.start) layout.furniture.push({ start: paragraph.start, end: from, kind: 'other' })
    add({ start, end: paragraph.end, words: [start, to] }, ordinal, 'copy', true)
  } else add(paragraph, ordinal, role.is === 'repeat' ? 'repeat' : 'heading', false)
}

/** "UPDATE (6:40 p.m.): ": a label before the copy. */
const LABEL = /^(?:UPDATED?|Updated?|BREAKING|JUST IN)\b(?:,?\s*\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?|\s*\([^)]{1,30}\))?\s*[:—–]\s+(?=\S)/u

function labelled(layout: Layout, paragraph: Paragraph, ordinal: number, add: Add): boolean {
  const label = LABEL.exec(paragraph.text.slice(0, 80))?.[0]
  if (!label) return false
  const from = paragraph.words[0] + label.length
  layout.furniture.push({ start: paragraph.start, end: paragraph.words[0] + label.trimEnd().length, kind: 'date' })
  add({ start: from, end: paragraph.end, words: [from, paragraph.words[1]] }, ordinal, 'copy', true)
  return true
}

/** Headline, byline, date and outlet that run into the copy of a text without line breaks. */
function runIn(layout: Layout, paragraph: Paragraph, add: Add): boolean {
  const top = layout.parts.headline === null && layout.parts.published === null ? topMatterOf(paragraph.text) : null
  if (!top) return false
  const [first, last] = paragraph.words
  const here = ([from, to]: Span): Span => [first + from, first + to]
  const headline = here(top.headline)
  layout.parts.headline = headline
  if (top.label) layout.furniture.push({ start: paragraph.start, end: here(top.label)[1], kind: 'menu' })
  if (top.hours) layout.furniture.push({ start: here(top.hours)[0], end: here(top.hours)[1], kind: 'date' })
  add({ start: top.label ? headline[0] : paragraph.start, end: headline[1], words: headline }, 0, 'headline', false)
  if (top.byline) layout.parts.byline = here(top.byline)
  if (top.published) layout.parts.published = { span: here(top.published.span), iso: top.published.iso }
  if (top.outlet) layout.parts.outlet = here(top.outlet)
  add({ start: first + top.copy, end: paragraph.end, words: [first + top.copy, last] }, 0, 'copy', true)
  if (top.byline) setLifeAside(layout, paragraph.text, first, top.byline)
  return true
}

/** Sentences about the writer at the end of a text without line breaks are furniture. */
function setLifeAside(layout: Layout, text: string, first: number, byline: Span): void {
  const told = layout.sentences.map(({ words: [from, to] }) => text.slice(from - first, to - first))
  const count = lifeAtEnd(told, signers(text.slice(...byline)))
  for (const { start, end } of layout.sentences.splice(layout.sentences.length - count, count))
    layout.furniture.push({ start, end, kind: 'biography' })
}

/** A part is the words of its paragraph; marks around them are set aside. "By Ann Lee, 3 May 2020" is a byline and a date. */
function setPart(layout: Layout, part: Exclude<keyof Parts, 'headline'>, paragraph: Paragraph, iso = '', dateAt?: number): void {
  const { start, end, words } = paragraph
  const aside = (from: number, to: number): void => {
    if (to > from) layout.furniture.push({ start: from, end: to, kind: 'other' })
  }
  aside(start, words[0])
  aside(words[1], end)
  if (dateAt !== undefined) {
    const name = paragraph.text.slice(0, dateAt)
    const nameEnd = words[0] + name.replace(/[\s,،|·•–—-]+$/u, '').length
    const spaces = /^\s*/u.exec(paragraph.text.slice(nameEnd - words[0]))?.[0].length ?? 0
    layout.parts.byline = [words[0], nameEnd]
    layout.parts.published = { span: [nameEnd + spaces, words[1]], iso }
  } else if (part === 'published') layout.parts.published = { span: words, iso }
  else layout.parts[part] = words
}

const sameName = (text: string, name: string): boolean => text.length < 200 && text.trim().toLowerCase() === name.trim().toLowerCase()

interface Stretch {
  start: number
  end: number
  words: Span
  ordinal: number
  role: CopySentence['role']
  sieve: boolean
  english: boolean
  language: string
}

/** Cuts a stretch into sentences with their tokens. With `sieve`, a sentence inside the copy that is plainly furniture becomes furniture. */
function addSentences(text: string, layout: Layout, stretch: Stretch): void {
  const spans = sentencesOf(text, stretch.start, stretch.end, stretch.language)
  const tokens = tokensOf(text, stretch.words[0], stretch.words[1], stretch.english)
  let at = 0
  for (const [start, end] of spans) {
    const first = at
    while (at < tokens.length && (tokens[at]?.start ?? 0) < end) at++
    const own = tokens.slice(first, at)
    const kind =
      stretch.sieve && (spans.length > 1 || /[.!?]$/u.test(text.slice(end - 1, end)))
        ? telltale(blanked(text.slice(...wordsOf(text, [start, Math.min(end, start + 500)], start === stretch.start))).trim())
        : null
    const title = kind === 'related' ? start + titleEnd(text.slice(start, Math.min(end, start + 400))) : end
    if (kind && kind !== 'menu' && title >= end) layout.furniture.push({ start, end, kind })
    else if (kind && kind !== 'menu') {
      // The title has no stop and runs into the copy.
      const last = text.slice(start, title).trimEnd().length
      layout.furniture.push({ start, end: start + last, kind })
      addRest(text, layout, [title, end], own, stretch)
    } else
      layout.sentences.push({
        start,
        end,
        words: bareSentence(text, [start, end], stretch),
        paragraph: stretch.ordinal,
        role: stretch.role,
        tokens: own,
      })
  }
}

/** What a title without a stop ran into: a sentence of the copy. */
function addRest(text: string, layout: Layout, [start, end]: Span, tokens: Token[], stretch: Stretch): void {
  const words = bareSentence(text, [start, end], { ...stretch, start })
  layout.sentences.push({
    start,
    end,
    words,
    paragraph: stretch.ordinal,
    role: stretch.role,
    tokens: tokens.filter((token) => token.start >= start),
  })
}

/** The words of one sentence of a stretch. */
function bareSentence(text: string, [start, end]: Span, { words }: Stretch): Span {
  const from = Math.max(start, words[0])
  const to = Math.min(end, Math.max(words[1], from))
  return from < to ? wordsOf(text, [from, to], false) : [start, end]
}

/** The stretches of text that a person's parts and furniture leave over, paragraph by paragraph; the headline is one of them. */
function aroundGiven(text: string, options: ReadOptions): Paragraph[] {
  const given = options.given
  if (!given) return []
  const { parts, furniture } = given
  const taken: Span[] = [
    parts.byline,
    parts.dateline,
    parts.published?.span ?? null,
    parts.outlet,
    ...furniture.map((f): Span => [f.start, f.end]),
  ].filter((span): span is Span => span !== null)
  const edges = [...taken, ...(parts.headline ? [parts.headline] : [])].map(([start, end]) => ({ start, end, kind: 'paragraph' as const }))
  const inside = (at: number): boolean => taken.some(([start, end]) => at >= start && at < end)
  return paragraphsOf(text, edges, true).filter((paragraph) => !inside(paragraph.start))
}
