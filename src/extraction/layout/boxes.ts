import type { FurnitureKind } from '../../vocabulary.ts'
import { signers } from './bylines.ts'
import type { Paragraph } from './paragraphs.ts'
import { furniture, type Role } from './roles.ts'
import { isHandle, telltaleParagraph, wordsIn } from './telltales.ts'

const SAYS = /\b(?:said|says|told|according to|added|asked|warned)\b/u

/** Stretches inside the copy: embedded posts, corrections under a heading of their own, an analysis beside the report. */
export function markBoxes(paragraphs: readonly Paragraph[], roles: Role[]): void {
  for (let k = 0; k < paragraphs.length; k++) {
    const text = paragraphs[k]?.text ?? ''
    if (isQuotedPost(paragraphs, roles, k)) roles[k] = { is: 'copy' }
    else if (roles[k]?.is !== 'part' && isHandle(text)) k = markPost(paragraphs, roles, k)
    else if (isLetterPrompt(roles[k])) markLetterBox(paragraphs, roles, k)
    else if (CORRECTION_TITLE.test(text)) k = markCorrection(paragraphs, roles, k)
    else if (roles[k]?.is === 'heading' || (roles[k]?.is === 'furniture' && text.length < 80)) k = markAnalysis(paragraphs, roles, k)
  }
}

const isLetterPrompt = (role: Role | undefined): boolean => role?.is === 'furniture' && role.kind === 'newsletter'

/** "Correction", "13.15 Correction" in a live ticker. */
const CORRECTION_TITLE = /^(?:\d{1,2}[:.h]\d{2}(?:\s*[ap]\.?m\.?)?[\s|·•:–—-]*)?(?:corrections?|clarifications?)(?:\s*[:.])?$/iu

/** What the markup calls an embedded post is copy where the copy before it leads up to it: "The embassy answered with the words:". */
function isQuotedPost(paragraphs: readonly Paragraph[], roles: readonly Role[], k: number): boolean {
  const { text, block } = paragraphs[k] as Paragraph
  if (block?.furniture !== 'other' || isHandle(text) || UNDER_A_POST.test(text) || wordsIn(text) < 4 || telltaleParagraph(text))
    return false
  let before = k - 1
  while (before > k - 3 && paragraphs[before]?.block?.furniture === 'other' && isHandle(paragraphs[before]?.text ?? '')) before--
  return roles[before]?.is === 'copy' && /[:：]$/u.test(paragraphs[before]?.text ?? '')
}

/** Words with which a page speaks to its reader of itself, never to a reader of news. */
const TO_READER = /\b(?:you|your|you[’'](?:re|ve|ll)|inbox|unsubscribe)\b/iu
const BOX_LINE = 40

/** Right under "Sign up to our newsletter", what the letter brings, and the small print: "Every Friday in your inbox. You can leave at any time." */
function markLetterBox(paragraphs: readonly Paragraph[], roles: Role[], prompt: number): void {
  for (let k = prompt + 1; k < paragraphs.length && k - prompt <= 3; k++) {
    const { text, spaced } = paragraphs[k] as Paragraph
    if (
      spaced ||
      (roles[k]?.is === 'copy' && (!TO_READER.test(text) || SAYS.test(text) || /["“”]/u.test(text) || wordsIn(text) > BOX_LINE))
    )
      return
    if (roles[k]?.is === 'copy') roles[k] = furniture('newsletter')
  }
}

const UNDER_A_POST =
  /^\d{1,2}[:.]\d{2}\s*(?:[AP]M)?\s*[·•]|^(?:\d[\d.,]*[KM]?\s+(?:likes?|reposts?|retweets?|views?|replies|shares|comments?|reactions)\b)|^(?:show more|view thread|reply|copy link|see more|translate post|quote|read \d[\d,]* repl)/iu
const INTRODUCES_POST = /[:：]["”’]?$|\b(?:posts?|posted|posting|tweets?|tweeted|wrote|writes|shared this|statement)\b[^.]{0,60}[.:]?$/iu

/** An embedded post: furniture, unless the copy before it says that here comes what somebody posted. Answers the last line of the post. */
function markPost(paragraphs: readonly Paragraph[], roles: Role[], handle: number): number {
  let top = handle
  // The name on the account, and "View this post on …", stand right above the handle.
  while (top > 0 && handle - top < 3 && !paragraphs[top]?.spaced && isLabel(paragraphs[top - 1]?.text ?? '', roles[top - 1])) top--
  const before = paragraphs[top - 1]?.text ?? ''
  const introduced = roles[top - 1]?.is !== 'furniture' && INTRODUCES_POST.test(before.slice(-160))
  let end = handle + 1
  while (end < paragraphs.length && end - handle <= 6 && !UNDER_A_POST.test(paragraphs[end]?.text ?? '')) end++
  const closed = end < paragraphs.length && end - handle <= 6
  if (!closed) {
    end = handle + 1
    while (end < paragraphs.length && end - handle <= 4 && !paragraphs[end]?.spaced) end++
  }
  for (let k = top; k <= handle; k++) if (roles[k]?.is !== 'copy') roles[k] = furniture('other')
  for (let k = handle + 1; k < end; k++) {
    if (roles[k]?.is === 'headline' || (introduced && roles[k]?.is === 'furniture')) continue
    roles[k] = introduced ? { is: 'copy' } : furniture('other')
  }
  if (closed) while (end < paragraphs.length && UNDER_A_POST.test(paragraphs[end]?.text ?? '')) roles[end++] = furniture('other')
  return end - 1
}

const isLabel = (text: string, role: Role | undefined): boolean =>
  /^view (?:this|the)\b/iu.test(text) ||
  (role?.is !== 'headline' && role?.is !== 'copy' && wordsIn(text) <= 6 && !INTRODUCES_POST.test(text) && !text.endsWith('.'))

/** Under the heading "Correction" one paragraph quotes what was wrong. */
function markCorrection(paragraphs: readonly Paragraph[], roles: Role[], heading: number): number {
  if (roles[heading]?.is !== 'headline') roles[heading] = furniture('legal')
  const next = roles[heading + 1]
  const words = wordsIn(paragraphs[heading + 1]?.text ?? '')
  if (next?.is !== 'copy' || words > 120) return heading
  roles[heading + 1] = furniture('legal')
  return heading + 1
}

const ANALYSIS =
  /^(?:analysis|expert (?:analysis|view|comment)|at the scene|on the ground|our correspondent[’']?s (?:view|analysis)|comment|commentary|opinion|viewpoint|perspective|column|sketch|the view from .{2,40}|(?:reporter|correspondent|editor)[’']s (?:notebook|view|take|analysis))(?:\s*(?:[:|–—-]|by\b).{0,60})?$/iu
const BOX_PARAGRAPHS = 6
/** Between a box's label and its first paragraph stand at most these many lines: who signs, and a title. */
const BOX_TOP = 3

/**
 * "Analysis / Ann Lee, political editor / Why it matters / …": a commentator's box. It ends at the next heading, prompt or line about its writer,
 * or with the lines that stand close together where the article's paragraphs do not. Without such an end nothing is taken.
 */
function markAnalysis(paragraphs: readonly Paragraph[], roles: Role[], heading: number): number {
  if (!ANALYSIS.test(paragraphs[heading]?.text ?? '')) return heading
  let from = heading + 1
  while (from < paragraphs.length && from - heading <= BOX_TOP && roles[from]?.is !== 'copy') from++
  const signed = from > heading + 1 && from - heading <= BOX_TOP + 1
  const bySomebody = /\bby\s+\p{Lu}|\|\s*\p{Lu}/u.test(paragraphs[heading]?.text ?? '')
  if (roles[from]?.is !== 'copy' || (!signed && !bySomebody)) return heading
  const names = paragraphs.slice(heading, from).flatMap(({ text }) => signers(text.replace(/^.{0,40}\bby\s+(?=\p{Lu})/iu, '')))
  // Lines close together under a label that stands off: the next empty line ends the box.
  const tight = paragraphs[heading]?.spaced === true && paragraphs.slice(heading + 1, from + 1).every(({ spaced }) => !spaced)
  let end = from
  let closed = false
  while (end < paragraphs.length && end - from <= BOX_PARAGRAPHS && roles[end]?.is === 'copy') {
    const { text, spaced } = paragraphs[end] as Paragraph
    if (end > from && tight && spaced) {
      closed = true
      break
    }
    end++
    if (end - 1 > from && aboutSigner(text, names)) {
      closed = true
      break
    }
  }
  const within = end - from <= BOX_PARAGRAPHS
  const allTight = paragraphs.slice(from, end).every((paragraph) => !paragraph.spaced)
  if (!within || (!closed && roles[end]?.is === 'copy' && !allTight)) return heading
  roles[heading] = furniture('other')
  for (let k = heading + 1; k < end; k++) roles[k] = furniture(k < from ? 'credit' : 'other')
  return end - 1
}

/** "Lee writes about the economy on Sundays.": the line that closes a column. */
function aboutSigner(text: string, names: readonly string[]): boolean {
  const lower = text.slice(0, 300).toLowerCase()
  const last = names.flatMap((name) => [name, name.split(' ').at(-1) ?? name])
  return (
    last.some((name) => lower.startsWith(name) && LIFE.test(text.slice(name.length, 300))) ||
    ABOUT_AUTHOR.test(text) ||
    BIOGRAPHY.test(text.slice(0, 300))
  )
}

const BIOGRAPHY =
  /^(?:\p{Lu}[\p{L}.’'-]+\s+){2,4}(?:is|was|covers|reports|writes|joined|has (?:covered|reported|written|worked))\b.{0,160}\b(?:journalist|reporter|correspondent|editor|columnist|freelance|writer|newsroom|covers|covering|reports (?:on|from|for)|writes (?:about|on|for)|author of|contributor|producer|photographer|bureau chief)\b|^(?:\p{Lu}[\p{L}.’'-]+\s+){2,4}(?:(?:reports on|reports from|writes about|writes on|edits) \p{L}[^.“"]{2,120}\.(?:\s|$)|covers [^.“"]{2,100} (?:for|at) (?:the )?\p{Lu})/u
const ABOUT_AUTHOR =
  /^(?:about the (?:author|writer|reporter)s?\b|(?:the )?(?:author|writer) is\b|(?:he|she|they) (?:can be (?:reached|contacted)|tweets|previously (?:worked|reported|covered)|has (?:previously )?(?:written|reported|worked)|holds an? |lives in|is (?:based in|the author|a graduate)))/iu
/** What a biography says of the one who signs the piece. */
const LIFE =
  /^\s*(?:,[^.]{2,80},)?\s*(?:is|was|has|have|had|covers?|reports?|writes?|edits?|lectures|teaches|joined|lives|works?|worked|holds|studied|hosts|presents|grew up|can be|tweets|runs|leads|contribut\w+|specialis\w+|specializ\w+)\b/u

/** The end of the article is certain here: its tags, its comments, its copyright line, its writer's life. */
const ENDS: ReadonlySet<FurnitureKind> = new Set(['comment', 'biography', 'related', 'legal', 'newsletter'])
const LIST_OF_TAGS = /^(?:tags?|topics|filed under)\b/iu

/** What stands after the article: who wrote it, the comments, the titles of others. */
export function markAfterwords(paragraphs: readonly Paragraph[], roles: Role[], first: number): void {
  markBiography(paragraphs, roles, first)
  const before: number[] = []
  let sum = 0
  for (const [k, role] of roles.entries()) {
    before.push(sum)
    if (role.is === 'copy') sum += wordsIn(paragraphs[k]?.text ?? '')
  }
  let tries = 0
  for (const [k, role] of roles.entries()) {
    if (role.is !== 'furniture' || !ENDS.has(role.kind)) continue
    const words = before[k] ?? 0
    // Each try looks at all that follows: a page of nothing but prompts gets a few.
    if (words >= 80 && sum > words && ++tries > 30) return
    if (words < 80 || !isOver(paragraphs, roles, k, role.kind, sum - words, words)) continue
    for (let j = k + 1; j < roles.length; j++) if (roles[j]?.is === 'copy' || roles[j]?.is === 'heading') roles[j] = furniture(role.kind)
    return
  }
}

/** Whether nothing of the article can follow: little is left, and it reads like the furniture it follows. Losing copy is worse than a leak. */
function isOver(
  paragraphs: readonly Paragraph[],
  roles: readonly Role[],
  k: number,
  kind: FurnitureKind,
  left: number,
  words: number,
): boolean {
  if (left === 0) return false
  const text = paragraphs[k]?.text ?? ''
  const rest = roles.flatMap((role, j) => (j > k && role.is === 'copy' ? [paragraphs[j]?.text ?? ''] : []))
  const voices = rest.some((line) => SAYS.test(line) && wordsIn(line) > 12)
  if (kind === 'comment') {
    const controls = paragraphs
      .slice(k + 1)
      .some(
        ({ text: line }) => /^(?:reply|report|like|share|flag|upvote|\d+ (?:hours?|minutes?|days?) ago)\b/iu.test(line) && line.length < 60,
      )
    return left <= words * 0.35 || controls
  }
  if (kind === 'related' && !LIST_OF_TAGS.test(text)) return left <= words * 0.2 && !voices && rest.every((line) => wordsIn(line) <= 20)
  // A box for a newsletter may stand before the last paragraphs, too.
  if (kind === 'newsletter' && !rest.every((line) => TO_READER.test(line) || wordsIn(line) <= 12)) return false
  return left <= words * 0.25 && !voices && rest.every((line) => wordsIn(line) <= 45)
}

/** Paragraphs about the writer stand at the end; what follows the first of them is theirs too. */
function markBiography(paragraphs: readonly Paragraph[], roles: Role[], first: number): void {
  const names = paragraphs.flatMap((paragraph, k) => (roles[k]?.is === 'part' ? signers(paragraph.text) : []))
  const lastCopy = roles.findLastIndex((role) => role.is === 'copy')
  let copies = 0
  let opened = false
  // From the end: the last few paragraphs of copy are the only ones looked at.
  let from = lastCopy
  while (from > first && copies < 4) if (roles[--from]?.is === 'copy') copies++
  for (let k = Math.max(from, first + 1); k <= lastCopy; k++) {
    const text = paragraphs[k]?.text ?? ''
    if (roles[k]?.is !== 'copy' || text.length > 700) continue
    const head = text.slice(0, 300)
    const lower = head.toLowerCase()
    const signed = names.some((name) => lower.startsWith(name) && LIFE.test(head.slice(name.length)))
    if (!signed && SAYS.test(head)) {
      opened = false
      continue
    }
    if (signed || BIOGRAPHY.test(head) || ABOUT_AUTHOR.test(head)) opened = true
    if (opened) roles[k] = furniture('biography')
  }
}

const SHINGLE = 5
const isShort = (words: readonly string[]): boolean => words.length > SHINGLE && words.length <= 70

/** Whether the first words of any short paragraph stand in another one of the copy at all. */
function anyRepeats(wordsOf: readonly (readonly string[])[], roles: readonly Role[]): boolean {
  const copies = wordsOf.map((words, k) => (roles[k]?.is === 'copy' ? ` ${words.join(' ')} ` : ''))
  return wordsOf.some((words, k) => {
    if (!isShort(words)) return false
    const first = ` ${words.slice(0, SHINGLE).join(' ')} `
    return copies.some((copy, home) => home !== k && copy.includes(first))
  })
}

/** A pull-quote or repeated standfirst says again, word by word, what a longer paragraph says: it is no second claim. */
export function markRepeats(paragraphs: readonly Paragraph[], roles: Role[]): void {
  const homes = new Map<string, Set<number>>()
  const wordsOf = paragraphs.map(({ text }, k) =>
    roles[k]?.is === 'copy' || roles[k]?.is === 'heading'
      ? (text
          .slice(0, 6000)
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? [])
      : [],
  )
  if (!anyRepeats(wordsOf, roles)) return
  for (const [k, words] of wordsOf.entries()) {
    if (roles[k]?.is !== 'copy') continue
    for (let at = 0; at + SHINGLE <= words.length; at++) {
      const shingle = words.slice(at, at + SHINGLE).join(' ')
      const known = homes.get(shingle)
      if (!known) homes.set(shingle, new Set([k]))
      // A shingle that stands everywhere says nothing.
      else if (known.size < 8) known.add(k)
    }
  }
  for (const [k, words] of wordsOf.entries()) {
    if (!isShort(words)) continue
    let shared: Set<number> | null = null
    for (let at = 0; at + SHINGLE <= words.length; at++) {
      const here: ReadonlySet<number> = homes.get(words.slice(at, at + SHINGLE).join(' ')) ?? new Set<number>()
      const base: Iterable<number> = shared ?? here
      shared = new Set([...base].filter((home) => home !== k && here.has(home)))
      if (shared.size === 0) break
    }
    const longer = [...(shared ?? [])].some((home) => {
      const size = wordsOf[home]?.length ?? 0
      return roles[home]?.is === 'copy' && (size > words.length || (size === words.length && home < k))
    })
    if (longer) roles[k] = { is: 'repeat' }
  }
}
