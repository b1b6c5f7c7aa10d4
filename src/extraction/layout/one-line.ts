import { isBareName } from './bylines.ts'
import { readDate } from './dates.ts'
import type { Span } from '../types.ts'

/** What stands before the copy in a text that has lost its line breaks. Offsets count in the paragraph. */
export interface TopMatter {
  headline: Span
  byline: Span | null
  /** Null where the page gives the hour only. */
  published: { span: Span; iso: string } | null
  /** The outlet and section run in before the headline: "The Marl Post CRIME & COURTS". */
  label: Span | null
  outlet: Span | null
  /** The hour of publication, where no date stands beside it. */
  hours?: Span
  /** Where the copy begins. */
  copy: number
}

const REACH = 300
const SHORTEST = 400
/** A date behind one of these belongs to a sentence: "arrested on 3 May 2024". */
const IN_A_SENTENCE = /\b(?:on|of|since|until|till|by|from|in|before|after|to|dated|and|between|through|for)\s+$/iu
const DAY = /(?:(?:published|updated|posted)\s*:?\s*)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[\s,]+)?$/iu
/** "Posted: 6:42 PM, " before a date. */
const HOUR_BEFORE =
  /(?:(?:first )?(?:published|updated|posted)\s*(?:at)?\s*:?\s*)?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+(?:GMT|UTC|[A-Z]{1,2}[SD]?T))?[\s,|·–—-]+$/iu
/** Behind a date, when the page was last changed. */
const CHANGED = /^[\s,|·•–—(-]*(?:and )?(?:last )?(?:updated|modified)\b\s*:?\s*/iu
const HOUR = /^[\s,|·-]*\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+(?:GMT|UTC|[A-Z]{2,3}T))?/u
/** Words that begin the copy behind the outlet's name. */
const BEGINS =
  /^(?:A|An|The|In|On|At|After|Two|Three|Four|Five|Six|Seven|Some|More|At least|Police|It|There|When|As|For|Hundreds|Thousands|Dozens|Residents|Officials)\s/u

/**
 * The headline, byline, date and outlet that run into the copy where all line breaks are lost: "Road closed after storm Ann Lee
 * Monday 3 May 2024 Marl Post A road was …". Null where no date stands near the beginning outside a sentence.
 */
export function topMatterOf(text: string): TopMatter | null {
  if (text.length < SHORTEST) return null
  const head = text.slice(0, REACH)
  const label = labelAt(head)
  const found = readDate(head)
  if (!found || found.at < 20) return hoursOnly(head, label)
  const day = found.at - (DAY.exec(head.slice(0, found.at))?.[0].length ?? 0)
  const dateStart = day - (HOUR_BEFORE.exec(head.slice(0, day))?.[0].length ?? 0)
  const before = head.slice(0, dateStart)
  if (IN_A_SENTENCE.test(before) || /[.!?]["”’)]*\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(before)) return null
  const first = found.at + found.length + (HOUR.exec(head.slice(found.at + found.length))?.[0].length ?? 0)
  const dateEnd = first + changedAt(head.slice(first))
  const rest = text.slice(dateEnd)
  const gap = /^[\s,|·•–—-]*/u.exec(rest)?.[0].length ?? 0
  // After a title comes a sentence of its own.
  if (!/^[\p{Lu}“"‘\p{N}]/u.test(rest.slice(gap))) return null
  const name = nameAtEnd(before)
  const titleEnd = before.slice(0, name?.[0] ?? before.length).replace(/[\s,|·•–—-]+$/u, '').length
  const dated = name ? name[1] : titleEnd
  const from = dated + (/^\s*/u.exec(text.slice(dated))?.[0].length ?? 0)
  const outlet = outletAt(text, dateEnd + gap)
  const spaces = outlet ? (/^[\s,|·•–—-]*/u.exec(text.slice(outlet[1]))?.[0].length ?? 0) : 0
  return {
    headline: [label ? label[1] + 1 : 0, titleEnd],
    label,
    byline: name,
    published: {
      span: [from, outlet || gap === 0 ? dateEnd : dateEnd + gap - (/\s*$/u.exec(rest.slice(0, gap))?.[0].length ?? 0)],
      iso: found.iso,
    },
    outlet: outlet ? [outlet[0], outlet[1] + spaces - (/\s*$/u.exec(text.slice(outlet[1], outlet[1] + spaces))?.[0].length ?? 0)] : null,
    copy: outlet ? outlet[1] + spaces : dateEnd + gap,
  }
}

/** How much says when the page was last changed: ", last updated 9:10 PM, Nov. 4, 2025". */
function changedAt(rest: string): number {
  const lead = CHANGED.exec(rest)?.[0].length ?? 0
  if (lead === 0) return 0
  const hour = /^\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+(?:GMT|UTC|[A-Z]{1,2}[SD]?T))?/iu.exec(rest.slice(lead))?.[0].length ?? 0
  const date = readDate(rest.slice(lead, lead + 60))
  const end = date && date.at <= hour + 8 ? lead + date.at + date.length : lead + hour
  return end > lead ? end + (HOUR.exec(rest.slice(end))?.[0].length ?? 0) : 0
}

/** Sections of a paper, in capitals before a headline. */
const SECTION =
  /^(?:\p{Lu}[\p{L}’'&.-]*\s){0,5}?(?:(?:NEWS|SPORTS?|CRIME|COURTS?|POLITICS|BUSINESS|WORLD|LOCAL|NATIONAL|REGIONAL|HEALTH|SCIENCE|EDUCATION|ENVIRONMENT|CULTURE|OPINION|METRO|EXCLUSIVE|LATEST|BREAKING|COUNCIL|TRANSPORT|COMMUNITY|LIFESTYLE|SHOWBIZ|FARMING|MARITIME)(?:\s(?:&|AND|\/|\|)\s|\s)?)+(?=\s?\p{Lu}[\p{Ll}’']|\s?\p{Lu}\s)/u

/** The outlet's name and section in capitals that run into the headline: "The Marl Post CRIME & COURTS Two held". */
function labelAt(head: string): Span | null {
  const found = SECTION.exec(head.slice(0, 90))?.[0].trimEnd()
  return found ? [0, found.length] : null
}

/** When the page went up, by the hour only: "PUBLISHED: 22:14 UPDATED: 07:51". */
const HOURS =
  /(?:\b(?:first )?(?:published|updated|posted)\s*:?\s*\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+(?:GMT|UTC|BST|[A-Z]{2}T))?[\s,|·–—-]*)+/iu

/** A title, "By …" and the hour, without any date: "Road closed after storm By ANN LEE Crime Reporter PUBLISHED: 22:14 A road was …". */
function hoursOnly(head: string, label: Span | null): TopMatter | null {
  const hours = HOURS.exec(head)
  if (!hours || hours.index < 20 || !/^\p{Lu}|^[“"‘\p{N}]/u.test(head.slice(hours.index + hours[0].length))) return null
  const before = head.slice(0, hours.index)
  const by = /\s[Bb][Yy]\s+((?:\p{Lu}[\p{L}.’'-]*\s+){1,8})$/u.exec(before)
  if (!by || /[.!?]["”’)]*\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(before)) return null
  return {
    headline: [label ? label[1] + 1 : 0, by.index],
    label,
    byline: [by.index + 1, before.trimEnd().length],
    published: null,
    hours: [hours.index, hours.index + hours[0].trimEnd().length],
    outlet: null,
    copy: hours.index + hours[0].length,
  }
}

/** A name at the end of a title: "By …", or capitals behind a word in small letters. */
function nameAtEnd(before: string): [number, number] | null {
  const trimmed = before.replace(/[\s,|·•–—-]+$/u, '')
  const run = /(?:(?<=\s)[Bb]y\s+)?(?:\p{Lu}[\p{L}.’'-]*\s+){1,3}\p{Lu}[\p{L}’'-]+$/u.exec(trimmed)
  if (!run) return null
  const signed = /^by\s/iu.test(run[0])
  const alone =
    /\p{Ll}\s+$/u.test(trimmed.slice(0, run.index)) &&
    !/\b(?:in|of|at|from|for|by|with|to|the|and|on|against|near|after|over)\s+$/iu.test(trimmed.slice(0, run.index))
  return signed || (alone && isBareName(run[0])) ? [run.index, trimmed.length] : null
}

/** The outlet's name between the date and the copy, if the text names the outlet again. */
function outletAt(text: string, at: number): [number, number] | null {
  const words = /^(?:\p{Lu}[\p{L}’'&.-]*\s+){1,4}/u.exec(text.slice(at, at + 80))?.[0] ?? ''
  const names = words.split(/(?<=\s)/u)
  for (let count = names.length; count >= 1; count--) {
    const name = names.slice(0, count).join('')
    const end = at + name.trimEnd().length
    if (!BEGINS.test(text.slice(at + name.length, at + name.length + 20))) continue
    const last = name.trim().split(/\s+/u).at(-1) ?? ''
    if (text.includes(name.trim(), end) || text.includes(`the ${last}`, end) || text.includes(`The ${last}`, end)) return [at, end]
  }
  return null
}

const WRITES =
  /^(?:joined|covers|reports|writes|edits|works|is an? |has (?:covered|reported|written|worked|been)|started|studied|lives|grew up)/u
const GOES_ON =
  /^(?:(?:He|She|They) (?:covers?|writes?|reports?|joined|previously|has (?:covered|reported|written|worked|been)|lives?|studied|is (?:based|a graduate|an? )|can be|holds|won)\b|Follow\b|E-?mail\b|Contact\b)/u

/** How many of a text's last sentences are about those who sign it: "Ann Lee joined the Post in 2019. She covers courts." */
export function lifeAtEnd(sentences: readonly string[], names: readonly string[]): number {
  for (let k = Math.max(1, sentences.length - 5); k < sentences.length; k++) {
    const sentence = sentences[k] ?? ''
    const lower = sentence.toLowerCase()
    const about = names.some((name) => lower.startsWith(`${name} `) && WRITES.test(sentence.slice(name.length + 1)))
    if (about && sentences.slice(k + 1).every((next) => GOES_ON.test(next))) return sentences.length - k
  }
  return 0
}

const PROMPT =
  /^(?:read|see|watch|listen)\s*(?:also|more|next|now)?\s*[:|»>—–-]\s*|^(?:also|don[’']t miss|related)\s*(?:read|see|watch)?\s*[:|]\s*/iu
/** Open a sentence of copy behind a title without a stop. */
const OPENS =
  /^(?:The|A|An|In|On|At|After|Under|But|And|He|She|It|They|His|Her|Its|Their|This|That|These|Those|There|When|While|As|For|Police|Mr|Mrs|Ms|Dr|Insp|Supt|Sgt|Cpl|Constable|Inspector|Superintendent|Prosecutor|Minister|President|Mayor|Gov|Sen|Rep|Gen|Capt|Judge|Justice|Prof|Pastor|Attorney|Residents|Officials|Witnesses|Figures|According)$/u
const EMPTY =
  /^(?:in|of|at|from|for|by|with|to|the|a|an|and|or|on|against|near|after|over|as|into|under|his|her|its|their|who|that|with|than|about)$/u
const LONGEST_TITLE = 22

/**
 * Where the title behind "READ ALSO:" ends, in a text that has lost its line breaks: the copy goes on with a word in capitals behind one in
 * small letters. The length of the text where no such place is found, and for anything else than such a prompt.
 */
export function titleEnd(text: string): number {
  const prompt = PROMPT.exec(text)?.[0].length ?? 0
  if (prompt === 0) return text.length
  const words = [...text.slice(prompt).matchAll(/\S+/gu)]
  let second = -1
  for (const [k, word] of words.entries()) {
    if (k < 3 || k > LONGEST_TITLE) continue
    const before = words[k - 1]?.[0] ?? ''
    if (!/^\p{Lu}/u.test(word[0]) || !/^[\p{Ll}\d]/u.test(before) || EMPTY.test(before) || words.length - k < 5) continue
    if (OPENS.test(word[0].replace(/[.,]$/u, ''))) return prompt + word.index
    if (second < 0) second = prompt + word.index
  }
  return second < 0 ? text.length : second
}
