import type { Identification, SourceKind } from '../../vocabulary.ts'
import type { Mention } from '../sources/mentions.ts'
import { plainMention } from '../sources/plain-mention.ts'
import type { Range } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import { isDefinite, isNisba, kindRow, mediumAfterLam, nameAt, nounOf, roleOf } from './phrases.ts'
import { fold, foldText, isComma, MEDIA, OWNED, participleOf, RECORDING, tellingOf, TITLES } from './words.ts'

const SELF = /^(?:نفسه|نفسها|ذاته|ذاتها|المذكور|المذكورة)$/u
const FEMALE = /^(?:ال)?\p{L}+ة$|^(?:ال)?ام$|^سيدة$/u
/** Nouns that take a man's verb although they end like a woman's, or the other way round. */
const MASCULINE = /^(?:خليفة|علامة)$/u

/** What an Arabic phrase in the place of a source says of it. A verb in that place stands for whoever spoke last. */
export function arabicMention(s: readonly Token[], [from, to]: Range, printed: string): Mention {
  const verb = to - from === 1 ? (tellingOf(s[from]) ?? participleOf(s[from])) : null
  const first = s[from]
  if (
    (verb && roleOf(first?.text ?? '') === null && !isDefinite(first?.text ?? '')) ||
    /^(?:قول|تعبير|وصف|حد)(?:ه|ها|هم)$/u.test(fold(s[to - 1]))
  )
    return spoken(printed, verb?.gender ?? null)
  const words = wordsOf(s, [from, to])
  const comma = s.slice(from, to).findIndex((token) => isComma(token))
  const headCount = comma < 0 ? words.length : wordsOf(s, [from, from + comma]).length
  return describe(words, headCount, OWNED.has(fold(s[to])), quotedAfterLam(s, from))
}

const spoken = (printed: string, gender: 'm' | 'f' | null): Mention => ({
  ...plainMention(printed),
  pronoun: 'speaker',
  identified: 'bare_anonymous',
  unnamed: true,
  gender,
})

const quotedAfterLam = (s: readonly Token[], from: number): boolean => s[from - 1]?.opens === true && fold(s[from - 2]) === 'ل'

/** The words of a phrase, its first one without a preposition written onto it: "وفقاً لمصدر", "للوزارة", "لإذاعة". */
function wordsOf(s: readonly Token[], [from, to]: Range): string[] {
  const words: string[] = []
  const after = /^و?(?:وفقا|طبقا|استنادا)$/u.test(fold(s[from - 1]))
  for (let k = from; k < to; k++) {
    const token = s[k]
    if (!token || !/[\p{L}\p{N}]/u.test(token.text) || SELF.test(foldText(token.text))) continue
    let word = token.text
    if (k === from && (after || mediumAfterLam(token))) word = word.replace(/^لل/u, 'ال').replace(/^ل(?=\p{L}{3})/u, '')
    if (k === from) word = word.replace(/^و(?=ال\p{L}{2})/u, '')
    words.push(word)
  }
  return words
}

function describe(words: string[], headCount: number, owned: boolean, medium: boolean): Mention {
  const text = words.slice(0, headCount).join(' ')
  const head = words[0] ?? ''
  const row = kindRow(head)
  if (medium || MEDIA.has(nounOf(head))) {
    const kind: SourceKind = owned ? 'party_media' : nounOf(head) === 'وكالة' ? 'news_agency' : 'outlet'
    return {
      ...plainMention(text),
      kind,
      identified: 'organisation_only',
      gender: 'f',
      roles: rolesFor(head),
      proper: nameWords(words.slice(1)),
      definite: true,
    }
  }
  if (RECORDING.test(foldText(head)))
    return {
      ...plainMention(text),
      kind: 'media',
      identified: 'organisation_only',
      unnamed: true,
      roles: rolesFor(head),
      definite: isDefinite(head),
    }
  const called = words.findIndex((word) => /^و?(?:يدعى|تدعى|اسمه|اسمها)$/u.test(foldText(word)))
  if (called > 0 && words[called + 1]) return person(words.slice(called + 1).join(' '), words.slice(called + 1), [], text, head)
  if (row && roleOf(head) === null) return body(words.slice(0, headCount), row, text)
  if (roleOf(head) !== null || TITLES.has(foldText(head))) return official(words, headCount, text)
  const gloss = words.slice(headCount)
  // A name, and perhaps the office that a comma adds.
  if (gloss.length > 0)
    return person(
      text,
      words.slice(0, headCount),
      gloss.flatMap((word) => rolesFor(word)),
      text,
      gloss[0] ?? '',
    )
  const two = words.length >= 2 && !isDefinite(head)
  return { ...plainMention(text), kind: two ? 'person' : 'unknown', identified: 'named', proper: words.map(foldText) }
}

/** A role with and without its article, so that "المصدر" finds "مصدر طبي". */
function rolesFor(word: string): string[] {
  const role = roleOf(word) ?? (kindRow(word) ? nounOf(word) : null)
  if (role === null) return []
  const noun = nounOf(word)
  return [...new Set([foldText(word), noun, `ال${noun}`, role])]
}

const nameWords = (words: readonly string[]): string[] => words.map(foldText).filter((word) => !/^(?:لل|الى)/u.test(word) && !isNisba(word))

function person(name: string, proper: string[], roles: string[], text: string, head: string): Mention {
  const identified: Identification = roles.length > 0 ? 'named_with_role' : 'named'
  const noun = foldText(head)
  const gender = head !== '' && roleOf(head) !== null ? (FEMALE.test(noun) && !MASCULINE.test(noun) ? 'f' : 'm') : null
  return { ...plainMention(text), name, proper: proper.map(foldText), kind: 'person', identified, roles, gender }
}

/** An organisation, a document, or people in a group. */
function body(words: string[], row: NonNullable<ReturnType<typeof kindRow>>, text: string): Mention {
  const [, kind, identified, unnamed] = row
  const head = words[0] ?? ''
  const single = !words.some((word) => isDefinite(word))
  const noun = nounOf(head)
  const gender = kind === 'person' || /(?:ة|ات)$/u.test(noun) ? (/(?:ة|ات)$/u.test(noun) ? 'f' : 'm') : kind === 'collective' ? null : 'm'
  const anonymous = unnamed && !isDefinite(head)
  return {
    ...plainMention(text),
    kind,
    identified,
    unnamed,
    gender,
    plural: kind === 'collective',
    roles: rolesFor(head),
    // Two unnamed sources are two, even in the same words; a body is one, under its whole name or its first noun alone.
    definite: !(anonymous || (single && kind !== 'armed_group' && kind !== 'official_body')),
  }
}

/** "وزير المالية هادي الصباغ": the office first, then the name; or only the office. */
function official(words: string[], headCount: number, text: string): Mention {
  const inHead = words.slice(0, headCount)
  const gloss = words.slice(headCount)
  const roles = inHead.slice(0, 6).flatMap((word, k) => (k === 0 || roleOf(word) !== null ? rolesFor(word) : []))
  const at = nameAt(inHead)
  const named = at < inHead.length ? inHead.slice(at) : withoutTitles(gloss)
  if (named.length > 0 && named.length <= 5) {
    const extra = at < inHead.length ? gloss : []
    return person(named.join(' '), named, [...roles, ...extra.flatMap((word) => rolesFor(word))], inHead.join(' '), inHead[0] ?? '')
  }
  const head = inHead[0] ?? ''
  const definite = inHead.some((word) => isDefinite(word))
  const noun = foldText(head)
  return {
    ...plainMention(text),
    kind: 'person',
    identified: 'role_only',
    unnamed: !definite || /^(?:متحدث|ناطق|ضابط|طبيب|محام|خبير|عضو|ممثل)/u.test(nounOf(head)),
    definite: isDefinite(head) || definite,
    roles,
    gender: FEMALE.test(noun) ? 'f' : 'm',
  }
}

function withoutTitles(words: readonly string[]): string[] {
  let k = 0
  while (k < words.length - 1 && TITLES.has(foldText(words[k] ?? ''))) k++
  return words.slice(k)
}
