import type { FurnitureKind, PartKind } from '../vocabulary.ts'
import { readDate } from './dates.ts'
import { isMark } from './marks.ts'
import type { Paragraph } from './paragraphs.ts'

/** What a paragraph is to the reader of the article. */
export type Role =
  | { is: 'copy' }
  | { is: 'headline' }
  | { is: 'heading' }
  | { is: 'repeat' }
  | { is: 'part'; part: Exclude<PartKind, 'headline'>; iso?: string; dateAt?: number }
  | { is: 'furniture'; kind: FurnitureKind }

/** Furniture that gives itself away by its own words, wherever it stands. The first rule that fits decides. */
const TELLTALE: readonly [FurnitureKind, RegExp][] = [
  [
    'legal',
    /^(?:©|\(c\)\s|copyright\b)|\ball rights reserved\b|^terms (?:of|and)\b|\bprivacy policy\b|\bcookies?\b.{0,80}\b(?:use|accept|consent|settings|policy|website|site|experience)\b|\b(?:use|uses|accept|store|manage) (?:all )?cookies\b/iu,
  ],
  [
    'legal',
    /^(?:correction|clarification|editor[’']s note)\b\s*[:—–-]|^this (?:article|story|report|piece|headline) (?:was|has been|is)\b.{0,60}\b(?:amended|corrected|updated|first published|republished|published|edited)\b|^an earlier version of this\b|\b(?:may not|must not) be (?:reproduced|republished|published)\b|\blicen[cs]ed under\b/iu,
  ],
  [
    'newsletter',
    /\bnewsletters?\b.{0,80}\b(?:sign|subscribe|inbox|free|daily|weekly|get|email|delivered|join)|\b(?:sign up|subscribe|register)\b.{0,80}\b(?:newsletters?|inbox|updates|alerts|briefing|emails?|today|now|free|unlimited|stories)\b|^(?:sign up|subscribe|sign in|log in|register|enter your e-?mail)\b|\b(?:delivered|straight|direct) to your inbox\b|^(?:get|want) (?:the|our|more)\b.{0,80}\binbox\b/iu,
  ],
  [
    'share',
    /^(?:share|tweet|retweet|pin it|e-?mail|print|copy link|whatsapp|facebook|twitter|telegram|linkedin|reddit|messenger|like|follow us|save|bookmark|listen|comments?)(?:[\s|·•,/]+(?:share|this|article|story|on|via|tweet|pin|it|e-?mail|print|copy|link|whatsapp|facebook|twitter|x|telegram|linkedin|reddit|messenger|like|follow|us|save|bookmark|or|and|with|friends?|by|to|\d+(?:\.\d)?k?))*[.:!]?$|^follow (?:us|@?\w+) on\b|^share (?:this|on|via|by)\b/iu,
  ],
  [
    'advert',
    /^(?:adverti[sz]ements?|advertising|sponsored(?: content| by .*)?|ad|ads|promoted(?: content)?|paid (?:content|post)|(?:story |article )?continues (?:below|after).*|continue reading(?: the main story| below)?|skip (?:past |ad|advert).*|donate.{0,60}|support (?:us|our|independent).{0,80})[.:]?$|\b(?:make a donation|become a (?:member|supporter|subscriber)|support our (?:journalism|work))\b/iu,
  ],
  [
    'related',
    /^(?:read|see|watch|listen|find out|learn|hear)\s*(?:more|also|next|now|:)\s*(?:[:»>—–-]|$|(?=\p{L}))|^(?:related|recommended|most (?:read|popular|viewed|shared)|trending|more (?:from|on|stories|news|in|like this)|you (?:may|might) (?:also )?(?:like|be interested)|in (?:case you missed|this story|pictures)|also (?:read|see)|latest (?:news|stories|headlines|videos?)|top stories|editor[’']s? picks?|what to read next|up next|keep reading|explore more|topics|tags?|filed under|in other news|further reading|don[’']t miss|must[- ]reads?|popular now)\b[^.]{0,60}[:»>]?(?:$|\s*[:»>—–])|^(?:related|recommended|see also|read also|also read|read more|tags?|topics|filed under|watch|video|opinion|analysis|gallery|in pictures|listen|podcast)\s*:/iu,
  ],
  [
    'comment',
    /^(?:\d[\d,]*\s+comments?|leave a (?:comment|reply)|post a comment|view comments|comments? (?:are|is) closed|join the (?:conversation|discussion)|add (?:a|your) comment|show comments|have your say|what do you think\?.*|reply|log in to comment)\b/iu,
  ],
  [
    'credit',
    /^(?:photo(?:graph|graphs|s|graphy)?|images?|picture|pictures|credit|video|graphic|illustration|source|courtesy)\s*(?:credit|courtesy|by|of|source)?\s*[:©/|]|^(?:photographs?|photos?|pictures?|images?|video) (?:by|courtesy)\b|^(?:getty images|(?:file|handout|stock) (?:photo|image|picture))\b|^\(?(?:additional )?(?:reporting|editing|writing)(?: (?:and|by|editing|reporting|writing))* by\b|^with (?:files|additional reporting|reporting) (?:from|by)\b|^\(?©/iu,
  ],
  [
    'caption',
    /^\[?(?:a )?(?:file (?:photo|picture|image)|(?:an? )?(?:undated|handout|screen ?grab|aerial|archive|illustrative|stock|representational) (?:photo|picture|image|photograph|view|shot)|pictured\b|photo shows|image shows|above:|below:|caption:|image caption|media caption)|[[(](?:photo|image|picture|file|credit)\b[^\])]{0,80}[\])]\.?$/iu,
  ],
  // "A man waits at the station. [Ann Lee/Marl Photos]": names with a stroke after the stop.
  ['caption', /[[(](?=\p{Lu})[^\])]{2,50}(?:\/[^\])]{2,40}){1,3}[^\])]{0,80}[\])]$/u],
  [
    'menu',
    /^(?:skip to|jump to|go to|back to) (?:the )?(?:main |top|content|navigation|search|home)|^(?:home|menu|search|navigation|close|clear|open|toggle|sections?|login|sign in|log in|my account|contact(?: us)?|about(?: us)?|subscribe|next|previous|back|loading|submit|more|all|view all|see all|show more|load more|en|news|sport|business|opinion|world|politics|culture|video|live|weather|breaking)(?:[\s|·•>/›»,]+\p{L}[\p{L}&’'-]*)*\s?$/iu,
  ],
  [
    'date',
    /^\d+\s+(?:min(?:ute)?s?|hours?|days?|weeks?|months?)\s+(?:ago|read)\b|^(?:\d+|a|one|two|three|four|five)[\s-]min(?:ute)?s? read\b|^(?:last )?(?:updated|modified|published|posted)\b.{0,60}\d/iu,
  ],
]

const BIOGRAPHY =
  /^(?:\p{Lu}[\p{L}.’'-]+\s+){1,4}(?:is|was|covers?|reports?|writes?|joined|has (?:covered|reported|written))\b.{0,160}\b(?:journalist|reporter|correspondent|editor|columnist|freelance|writer|newsroom|covers?|covering|reports? (?:on|from|for)|writes (?:about|on|for)|author of|contributor|producer|photographer|bureau chief)\b/u
const ABOUT_AUTHOR =
  /^(?:about the (?:author|writer|reporter)|(?:the )?(?:author|writer) is\b|(?:he|she|they) (?:can be (?:reached|contacted)|tweets|previously (?:worked|reported|covered)|has (?:previously )?(?:written|reported|worked)|holds an? |lives in|is (?:based in|the author|a graduate)))/iu
const BYLINE =
  /^(?:by|from|reported by|written by|words by|story by|report by)\s+(?:\p{Lu}[\p{L}.’'-]*|the|staff|our|and|of|in|at|news|desk|correspondents?|reporters?|agencies|[,|&·-])(?:\s*[,|&·-]\s*|\s+)*(?:(?:\p{Lu}[\p{L}.’'-]*|the|staff|our|and|of|in|at|for|news|desk|correspondents?|reporters?|agencies|editor|\d+)(?:\s*[,|&·-]\s*|\s+)*){0,14}$/iu
const BYLINE_CASE = /^(?:by|from|reported by|written by|words by|story by|report by)\s+(?:\p{Lu}|(?:our|staff|the)\b)/iu
const ARABIC_BYLINE =
  /^(?:(?:كتبت?|بقلم)(?:\s*[:：|–-]\s*|\s+)|(?:إعداد|اعداد|تقرير|تحرير|متابعة)\s*[:：|–-]\s*)\p{Script=Arabic}[\p{Script=Arabic}\p{M}\s،.|/–-]{2,80}$/u
const STAFF_LINE = /^(?:staff (?:writer|reporter|report)|(?:\p{L}+\s){0,3}(?:correspondent|staff|agencies|news desk|newsroom|web desk))$/iu
const TERMINAL = /[.!?…؟۔。！？]["'”’»)\]]*$/u
const DATE_WORDS =
  /(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|(?<!\p{L})(?:ال[إا]ثنين|الثلاثاء|ال[أا]ربعاء|الخميس|الجمعة|السبت|ال[أا]حد|يوم|نشر|نُشر|في|بتاريخ|تاريخ|النشر|آخر|تحديث|الساعة|بتوقيت|غرينتش|صباحا|مساء|هـ|م)(?!\p{L})|\b(?:last|first)?\s*(?:published|updated|posted|modified|on|at|gmt|utc|bst|est|edt|cet|et|am|pm|a\.m\.|p\.m\.|local time|time|date)\b|[\s|·•,:;()–—.-])+/giu

export const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.,-]*/gu)?.length ?? 0

/** Whether a paragraph reads as running copy: long enough, and finished like a sentence. */
function isProse(text: string): boolean {
  const head = text.length > 4000 ? text.slice(0, 4000) : text
  const words = wordsIn(head)
  if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Thai}|\p{Script=Khmer}/u.test(head)) return text.length >= 15
  if (words >= 6 && TERMINAL.test(text)) return true
  if (words >= 4 && /[.!?…؟۔]["”’»)]*$/u.test(text) && !/[?؟]$/u.test(text)) return true
  return words >= 25
}

/** The kind of furniture a short paragraph or sentence gives itself away as, or null. Looks at its first 400 units only. */
export function telltale(text: string): FurnitureKind | null {
  if (text.length > 400 || wordsIn(text) > 45) return null
  for (const [kind, pattern] of TELLTALE) {
    if (pattern.test(text)) return kind
  }
  return null
}

const normal = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function byDate(text: string): { iso: string } | null {
  if (text.length > 120) return null
  const found = readDate(text)
  if (!found) return null
  // A date line says the date and little else; a sentence with a date in it is copy.
  return wordsIn(found.rest.replace(DATE_WORDS, ' ')) <= (TERMINAL.test(text) ? 0 : 4) ? { iso: found.iso } : null
}

/** "By Ann Lee, 3 May 2020": the byline, and where in it the date begins. */
function bylineAndDate(text: string): Role | null {
  if (text.length > 120) return null
  const name = /^[^,،|·•–—\d٠-٩]{4,80}?(?=\s*[,،|·•–—]|\s+[\d٠-٩])/u.exec(text)?.[0].trimEnd() ?? ''
  const dated = name !== '' && asByline(name) ? byDate(text.slice(name.length)) : null
  return dated ? { is: 'part', part: 'byline', iso: dated.iso, dateAt: name.length } : null
}

function asByline(text: string): boolean {
  if (ARABIC_BYLINE.test(text)) return wordsIn(text) <= 5 && !TERMINAL.test(text)
  return text.length <= 120 && wordsIn(text) <= 16 && ((BYLINE_CASE.test(text) && BYLINE.test(text)) || STAFF_LINE.test(text))
}

/**
 * Says of each paragraph what it is. Lines that give themselves away are judged by their words; the rest by where they stand:
 * the headline is the last title-like line above the copy, a short unfinished line between paragraphs is a heading,
 * and what is left above the headline or under the last paragraph is furniture.
 */
export function rolesOf(paragraphs: readonly Paragraph[]): Role[] {
  const telling = paragraphs.map((paragraph) => fromMarkup(paragraph) ?? fromWords(paragraph.text))
  const prose = paragraphs.map((paragraph, k) => telling[k] === null && paragraph.block?.kind !== 'heading' && isProse(paragraph.text))
  const first = prose.indexOf(true)
  if (first < 0) return withoutCopy(paragraphs, telling)
  const last = prose.lastIndexOf(true)
  const headline = headlineAbove(paragraphs, telling, first)
  const title = headline >= 0 ? normal(paragraphs[headline]?.text ?? '') : ''

  let published = false
  let bylined = false
  let inRelated = false
  const roles = paragraphs.map((paragraph, k): Role => {
    if (k === headline) return { is: 'headline' }
    const told = telling[k]
    if (told?.is === 'part' && told.part === 'published') {
      if (published || k > last + 3) return { is: 'furniture', kind: 'date' }
      published = true
      return told
    }
    if (told?.is === 'part' && told.part === 'byline') {
      if (bylined || (told.dateAt !== undefined && published)) return { is: 'furniture', kind: 'credit' }
      bylined = true
      if (told.dateAt !== undefined) published = true
      return told
    }
    if (told) {
      inRelated = told.is === 'furniture' && told.kind === 'related' && wordsIn(paragraph.text) <= 5
      return told
    }
    if (title !== '' && sameTitle(title, normal(paragraph.text.slice(0, 300))))
      return k < headline ? { is: 'furniture', kind: 'menu' } : { is: 'repeat' }
    if (prose[k]) {
      // Titles listed under "Related" end where an ordinary paragraph begins.
      if (inRelated && wordsIn(paragraph.text) <= 14 && !paragraph.spaced) return { is: 'furniture', kind: 'related' }
      inRelated = false
      return { is: 'copy' }
    }
    if (inRelated) return { is: 'furniture', kind: 'related' }
    return unfinished(paragraph, k, { first, last, headline })
  })
  return markBiography(paragraphs, roles, last)
}

function fromMarkup(paragraph: Paragraph): Role | null {
  if (paragraph.block?.kind === 'menu') return { is: 'furniture', kind: 'menu' }
  if (paragraph.block?.kind === 'caption')
    return TERMINAL.test(paragraph.text) && wordsIn(paragraph.text) > 7 ? null : { is: 'furniture', kind: 'caption' }
  return null
}

function fromWords(text: string): Role | null {
  if (isMark(text)) return { is: 'furniture', kind: 'other' }
  const both = bylineAndDate(text)
  if (both) return both
  const dated = byDate(text)
  if (dated) return { is: 'part', part: 'published', iso: dated.iso }
  if (asByline(text)) return { is: 'part', part: 'byline' }
  const kind = telltale(text)
  return kind ? { is: 'furniture', kind } : null
}

function sameTitle(title: string, other: string): boolean {
  return other.length > 0 && (other === title || (title.length > 20 && other.startsWith(title) && other.length < title.length + 40))
}

/** The headline: a heading of level one, else the title-like line closest above the copy. -1 where there is none. */
function headlineAbove(paragraphs: readonly Paragraph[], telling: readonly (Role | null)[], first: number): number {
  const marked = paragraphs.findIndex(
    (paragraph, k) => telling[k] === null && paragraph.block?.kind === 'heading' && paragraph.block.level === 1,
  )
  if (marked >= 0) return marked
  let best = -1
  for (let k = first - 1; k >= 0 && k > first - 14; k--) {
    const paragraph = paragraphs[k]
    if (!paragraph || telling[k] !== null || paragraph.text.length > 250) continue
    if (paragraph.block?.kind === 'list_item') continue
    const words = wordsIn(paragraph.text)
    const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(paragraph.text)
    // Right above the byline or date even two words are a title.
    const fewest = telling[k + 1]?.is === 'part' ? 2 : rightToLeft ? 3 : 4
    if (words < fewest || words > 30) continue
    // Two title-like lines above the copy: the upper is the headline and the lower its standfirst only if it is much longer.
    if (best < 0 || (words >= 5 && wordsIn(paragraphs[best]?.text ?? '') > Math.max(16, words + 6))) best = k
  }
  return best
}

/** Where nothing reads as running copy, the longest line that gives nothing away is what there is. */
function withoutCopy(paragraphs: readonly Paragraph[], telling: readonly (Role | null)[]): Role[] {
  let published = false
  let bylined = false
  return paragraphs.map((_, k): Role => {
    const told = telling[k]
    if (!told) return { is: 'copy' }
    if (told.is === 'part' && told.part === 'published') {
      if (published) return { is: 'furniture', kind: 'date' }
      published = true
    }
    if (told.is === 'part' && told.part === 'byline') {
      if (bylined || (told.dateAt !== undefined && published)) return { is: 'furniture', kind: 'credit' }
      bylined = true
      if (told.dateAt !== undefined) published = true
    }
    return told
  })
}

/** A short line that is no sentence: furniture above the headline and below the copy, a heading in between. */
function unfinished(paragraph: Paragraph, k: number, at: { first: number; last: number; headline: number }): Role {
  const words = wordsIn(paragraph.text)
  if (paragraph.block?.kind === 'heading') return k > at.last ? { is: 'furniture', kind: 'related' } : { is: 'heading' }
  if (paragraph.block?.kind === 'list_item' && k > at.first && k < at.last && words > 3) return { is: 'copy' }
  if (k < at.first) {
    if (k > at.headline && at.headline >= 0 && words >= 8) return { is: 'copy' }
    return { is: 'furniture', kind: words >= 4 ? 'tagline' : 'menu' }
  }
  if (k > at.last) return { is: 'furniture', kind: words >= 4 ? 'related' : 'menu' }
  return { is: 'heading' }
}

/** Paragraphs about the writer stand at the end; what follows the first of them is theirs too. */
function markBiography(paragraphs: readonly Paragraph[], roles: Role[], last: number): Role[] {
  let opened = false
  for (let k = Math.max(1, last - 2); k < roles.length; k++) {
    const text = paragraphs[k]?.text ?? ''
    if (roles[k]?.is !== 'copy' || text.length > 600) continue
    const head = text.slice(0, 300)
    if (/\b(?:said|told|according to)\b/u.test(head)) continue
    if (BIOGRAPHY.test(head) || ABOUT_AUTHOR.test(head)) opened = true
    else if (!opened) continue
    if (opened) roles[k] = { is: 'furniture', kind: 'biography' }
  }
  return roles
}
