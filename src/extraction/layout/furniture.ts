import { markAfterwords, markBoxes, markRepeats } from './boxes.ts'
import { isBareName, signatureOf, TERMINAL } from './bylines.ts'
import { headlineAbove } from './headline.ts'
import { isMark } from '../words/marks.ts'
import type { Paragraph } from './paragraphs.ts'
import { furniture, type Role } from './roles.ts'
import { isHandle, telltaleParagraph, wordsIn } from './telltales.ts'

/** Whether a paragraph reads as running copy: long enough, and finished like a sentence, or with a finished sentence in it. */
function isProse(text: string): boolean {
  const head = text.length > 4000 ? text.slice(0, 4000) : text
  const words = wordsIn(head)
  if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Thai}|\p{Script=Khmer}/u.test(head)) return text.length >= 15
  if (words >= 6 && TERMINAL.test(text)) return true
  if (words >= 4 && /[.!?…؟۔]["”’»)]*$/u.test(text) && !/[?؟]$/u.test(text)) return true
  if (words >= 8 && /\p{Ll}{2}[.!?]["”’)]*\s+["“‘(]?\p{Lu}/u.test(head) && /[.:)”"]$/u.test(text)) return true
  return words >= 25
}

/** A line that leads into what follows: "The study found that:", "She wrote to a colleague on Monday:". */
const leadsIn = (text: string): boolean => /[:：]["”’]?$/u.test(text) && wordsIn(text) >= 5

/** A line behind a bullet or number. */
const isBullet = (paragraph: Paragraph): boolean => paragraph.words[0] > paragraph.start || paragraph.block?.kind === 'list_item'

/**
 * Says of each paragraph what it is. Lines that give themselves away are judged by their words or by what the markup calls them;
 * the rest by where they stand: a short unfinished line between paragraphs is a heading, and what is left above the headline
 * or under the last paragraph is furniture. Then come the stretches: posts, related titles, what stands after the article.
 */
export function rolesOf(paragraphs: readonly Paragraph[]): Role[] {
  const telling = paragraphs.map((paragraph) => fromMarkup(paragraph) ?? fromWords(paragraph.text))
  const prose = paragraphs.map((paragraph, k) => telling[k] === null && paragraph.block?.kind !== 'heading' && isProse(paragraph.text))
  const first = firstCopy(paragraphs, prose)
  if (first < 0) return withoutCopy(paragraphs, telling)
  const last = prose.lastIndexOf(true)
  const headline = headlineAbove(paragraphs, telling, first)
  const title = headline >= 0 ? normal(paragraphs[headline]?.text ?? '') : ''

  const parts = { published: false, bylined: false }
  let inRelated = false
  const roles = paragraphs.map((paragraph, k): Role => {
    if (k === headline) return { is: 'headline' }
    const told = telling[k]
    if (told?.is === 'part') {
      // A date or a name far below the copy belongs to something else.
      if (k > last + 3) return furniture(told.part === 'byline' ? 'credit' : 'date')
      return onlyOnce(told, parts)
    }
    if (told) {
      inRelated = told.is === 'furniture' && told.kind === 'related' && opensList(paragraph)
      return told
    }
    if (title !== '' && sameTitle(title, normal(paragraph.text.slice(0, 300)))) return k < headline ? furniture('menu') : { is: 'repeat' }
    if (prose[k]) {
      // Above the headline stand mottos; titles listed under "Related" end where an ordinary paragraph begins.
      if (k < headline && wordsIn(paragraph.text) <= 14) return furniture('tagline')
      if (inRelated && wordsIn(paragraph.text) <= 14 && !paragraph.spaced) return furniture('related')
      inRelated = false
      return { is: 'copy' }
    }
    const between = k > first && k < last
    if (leadsIn(paragraph.text) && k > headline && k <= last && !inRelated) return { is: 'copy' }
    if (isBullet(paragraph) && !inRelated && wordsIn(paragraph.text) > 3 && (between || k === first - 1 || afterLeadIn(paragraphs, k)))
      return { is: 'copy' }
    if (inRelated) return furniture('related')
    if (!parts.bylined && k > headline && headline >= 0 && k < first && isBareName(paragraph.text)) {
      parts.bylined = true
      return { is: 'part', part: 'byline' }
    }
    return unfinished(paragraph, k, { first, last, headline })
  })
  markBoxes(paragraphs, roles)
  markAfterwords(paragraphs, roles, first)
  markRepeats(paragraphs, roles)
  return roles
}

/** The first paragraph of copy: not a motto of a few words, if longer paragraphs follow. */
function firstCopy(paragraphs: readonly Paragraph[], prose: readonly boolean[]): number {
  const first = prose.indexOf(true)
  const long = prose.findIndex((is, k) => is && wordsIn(paragraphs[k]?.text ?? '') >= 12)
  if (long < 0 || long - first > 12) return first
  // A short paragraph right before a long one is the copy's beginning.
  let from = long
  while (from > first && prose[from - 1]) from--
  return from
}

const afterLeadIn = (paragraphs: readonly Paragraph[], k: number): boolean => {
  for (let back = k - 1; back >= 0 && back > k - 12; back--) {
    const before = paragraphs[back]
    if (!before) return false
    if (!isBullet(before)) return leadsIn(before.text)
  }
  return false
}

/** "Related", "You may also like": a heading of a list, not one title with its prompt. */
const opensList = (paragraph: Paragraph): boolean => wordsIn(paragraph.text) <= 6 && !/[:|]\s+\S+\s+\S+\s+\S+/u.test(paragraph.text)

function onlyOnce(told: Extract<Role, { is: 'part' }>, parts: { published: boolean; bylined: boolean }): Role {
  const both = told.dateAt !== undefined
  if (told.part === 'published' ? parts.published : parts.bylined || (both && parts.published))
    return furniture(told.part === 'byline' ? 'credit' : 'date')
  if (told.part === 'published' || both) parts.published = true
  if (told.part === 'byline') parts.bylined = true
  return told
}

function fromMarkup(paragraph: Paragraph): Role | null {
  const { block, text } = paragraph
  if (block?.furniture) return furniture(block.furniture)
  if (block?.kind === 'menu') return furniture('menu')
  if (block?.kind === 'caption') return TERMINAL.test(text) && wordsIn(text) > 7 ? captionOrCopy(text) : furniture('caption')
  return null
}

/** A caption of whole sentences may hold news, unless it ends with its credit. */
const captionOrCopy = (text: string): Role | null => (telltaleParagraph(text) ? furniture('caption') : null)

function fromWords(text: string): Role | null {
  if (isMark(text)) return furniture('other')
  const signature = signatureOf(text)
  if (signature) return { is: 'part', ...signature }
  if (isHandle(text)) return furniture('other')
  const kind = telltaleParagraph(text)
  return kind ? furniture(kind) : null
}

const normal = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function sameTitle(title: string, other: string): boolean {
  return other.length > 0 && (other === title || (title.length > 20 && other.startsWith(title) && other.length < title.length + 40))
}

/** Where nothing reads as running copy, the lines that give nothing away are what there is. */
function withoutCopy(paragraphs: readonly Paragraph[], telling: readonly (Role | null)[]): Role[] {
  const parts = { published: false, bylined: false }
  return paragraphs.map((_, k): Role => {
    const told = telling[k]
    if (!told) return { is: 'copy' }
    return told.is === 'part' ? onlyOnce(told, parts) : told
  })
}

/** A short line that is no sentence: furniture above the headline and below the copy, a heading in between. */
function unfinished(paragraph: Paragraph, k: number, at: { first: number; last: number; headline: number }): Role {
  const words = wordsIn(paragraph.text)
  const aside = paragraph.block?.kind === 'aside'
  if (paragraph.block?.kind === 'heading' && !aside) return k > at.last ? furniture('related') : { is: 'heading' }
  if (k < at.first) {
    // A label right above the copy: "What we know so far".
    if (k === at.first - 1 && at.headline >= 0 && k > at.headline && words < 8 && !aside) return { is: 'heading' }
    if (k > at.headline && at.headline >= 0 && words >= 8 && !aside) return { is: 'copy' }
    return furniture(words >= 4 ? 'tagline' : 'menu')
  }
  if (k > at.last) return furniture(words >= 4 ? 'related' : 'menu')
  return aside ? furniture('related') : { is: 'heading' }
}
