import type { Paragraph } from './paragraphs.ts'
import type { Role } from './roles.ts'
import { isBareName, TERMINAL } from './bylines.ts'
import { wordsIn } from './telltales.ts'

/** How many lines above the copy are looked at, and how many paragraphs of copy a headline's words are looked for in. */
const REACH = 24
const COPY = 40
const TITLE_LENGTH = 250

const EMPTY = new Set(
  'what when where which while with from this that these those have been will would could their there about after before over into than then they them your know live news latest more most here also some says said'.split(
    ' ',
  ),
)

/** The words of a line that carry meaning, cut to their stems' beginnings, so that "floods" meets "flooded". */
function stems(text: string): string[] {
  const words =
    text
      .slice(0, 3000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{4,}/gu) ?? []
  return words.filter((word) => !EMPTY.has(word)).map((word) => word.slice(0, 5))
}

/**
 * The headline: a heading of level one, else the upper one of the title-like lines above the copy whose words the copy takes up again
 * (a site's motto, a ticker or a menu shares none with it). Where no line shares any, the title-like line closest above the copy. -1 for none.
 */
export function headlineAbove(paragraphs: readonly Paragraph[], telling: readonly (Role | null)[], first: number): number {
  const copy = new Set(paragraphs.slice(first, first + COPY).flatMap((paragraph) => stems(paragraph.text)))
  const shared = (paragraph: Paragraph): number => stems(paragraph.text).filter((stem) => copy.has(stem)).length
  // Two words that happen to recur say less than half a line that does.
  const share = (paragraph: Paragraph): number => shared(paragraph) / (stems(paragraph.text).length + 1)
  const marked = paragraphs.flatMap((paragraph, k) =>
    telling[k] === null && paragraph.block?.kind === 'heading' && paragraph.block.level === 1 ? [k] : [],
  )
  const [top] = marked
  if (top !== undefined) {
    // Some pages print their own name as a heading of level one, too.
    return marked.reduce((best, k) => (share(at(paragraphs, k)) > share(at(paragraphs, best)) ? k : best), top)
  }
  const from = Math.max(0, first - REACH)
  const titles = paragraphs.slice(from, first).flatMap((paragraph, offset) => {
    const k = from + offset
    return isTitleLike(paragraph, telling, k)
      ? [{ k, share: share(paragraph), shared: shared(paragraph), words: wordsIn(paragraph.text) }]
      : []
  })
  // What stands under the byline (key points, captions) is no headline where a line above it can be.
  const byline = telling.findIndex((role, k) => k >= from && k < first && role?.is === 'part' && role.part === 'byline')
  const signed = titles.some(({ k, shared: many, words }) => k < byline && many >= 2 && words >= 5)
  const candidates = signed ? titles.filter(({ k }) => k < byline) : titles
  const most = Math.max(0, ...candidates.map((candidate) => candidate.share))
  if (most >= 0.3) {
    // A motto of two words that the copy happens to use is short of the headline's many.
    const enough = Math.max(...candidates.filter((candidate) => candidate.share >= 0.3).map((candidate) => candidate.shared)) * 0.4
    const taken = candidates.find(
      (candidate) => candidate.share >= Math.max(0.3, most * 0.6) && candidate.shared >= enough && candidate.words >= 3,
    )
    if (taken) return taken.k
  }
  return closest(candidates)
}

/** Two title-like lines above the copy: the upper is the headline and the lower its standfirst only if it is much longer. */
function closest(candidates: readonly { k: number; words: number }[]): number {
  let best: { k: number; words: number } | null = null
  for (const candidate of [...candidates].reverse().slice(0, 14)) {
    if (!best || (candidate.words >= 5 && best.words > Math.max(16, candidate.words + 6))) best = candidate
  }
  return best?.k ?? -1
}

const at = (paragraphs: readonly Paragraph[], k: number): Paragraph => paragraphs[k] as Paragraph

function isTitleLike(paragraph: Paragraph, telling: readonly (Role | null)[], k: number): boolean {
  const { text, block } = paragraph
  if (telling[k] !== null || text.length > TITLE_LENGTH || block?.kind === 'list_item' || block?.kind === 'caption') return false
  if (/^\p{Lu}[\p{Lu} ]{3,16}:\s/u.test(text) || /^(?:just in|breaking|live|latest)\s*:/iu.test(text)) return false
  const words = wordsIn(text)
  const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(text)
  // Right above the byline or date even two words are a title, if they are not a name.
  const beforePart = telling[k + 1]?.is === 'part'
  if (isBareName(text) && !(beforePart && words === 2 && k === 0)) return false
  const fewest = beforePart ? 2 : rightToLeft ? 3 : 4
  // A headline may be two sentences, but a whole paragraph is none.
  return words >= fewest && words <= 34 && !(words > 16 && TERMINAL.test(text))
}
