import { DOCUMENTS, PAPER_VERBS, PAPERS, PEOPLE_NOUNS } from './lexicon.ts'
import type { Token } from './tokens.ts'
import type { Word } from './words.ts'

const PARTICLES = new Set('van von der den de da di del della bin ibn al el ter dos du la le ó mac'.split(' '))

/** Corrects in place where the tagger is known to be wrong in news copy: names that are also words, participles, verbs of saying. */
export function correctTags(tokens: Token[], words: readonly Word[]): void {
  for (let k = 0; k < tokens.length; k++) {
    const [token, word] = [tokens[k], words[k]]
    if (!token || !word) continue
    if (!word.worded) token.pos = 'PUNCT'
    else if (token.pos === 'PUNCT') token.pos = word.capital ? 'PROPN' : 'NOUN'
    if (token.pos !== 'VERB' && mayReport(token.lower) && isReportingPlace(tokens, k)) token.pos = 'VERB'
    const before = tokens[k - 1]
    // Inside a sentence a capital makes a name of what the tagger does not know, and of a verb that follows another name.
    if (word.capital && before && words[k - 1]?.worded && isNameInside(token, before)) token.pos = 'PROPN'
    const next = tokens[k + 1]
    if (token.pos === 'VERB') token.pos = correctedVerb(tokens, k, word.capital)
    // "told Wow! magazine": the mark belongs to the name.
    else if (token.text === '!' && !token.quoted && words[k - 1]?.capital && words[k + 1]?.uncapital) token.pos = 'PROPN'
    // "Tomas van der Aalt": small words inside a name.
    if (before && PARTICLES.has(token.lower)) {
      if (words[k - 1]?.capital && behindParticles(words, k)?.capital) token.pos = 'PROPN'
      else if (before.pos === 'PROPN' && PARTICLES.has(before.lower)) token.pos = 'PROPN'
    }
    if (token.lower === "'s" && before?.pos === 'PROPN' && next?.pos !== 'VERB') token.pos = 'PART'
  }
}

/** The first of the next two words that is no particle. */
function behindParticles(words: readonly Word[], k: number): Word | undefined {
  const next = words[k + 1]
  if (next && !PARTICLES.has(next.lower)) return next
  const second = words[k + 2]
  return second && !PARTICLES.has(second.lower) ? second : undefined
}

/** Whether a word with a capital behind another word is a name, whatever the tagger takes it for. */
function isNameInside(token: Token, before: Token): boolean {
  switch (token.pos) {
    case 'X':
    case 'INTJ':
    case 'SYM':
    case 'PUNCT':
      return true
    case 'AUX':
      return /^\p{Lu}[\p{Lu}\p{N}]+(?:-[\p{Lu}\p{N}]+)*$/u.test(token.text)
    case 'VERB':
    case 'ADV':
    case 'ADP':
      return before.pos === 'PROPN' || PARTICLES.has(before.lower) || /[^\p{ASCII}]/u.test(token.text)
    default:
      return false
  }
}

/** What a verb is if it is none. */
function correctedVerb(tokens: readonly Token[], k: number, capital: boolean): Token['pos'] {
  const token = tokens[k]
  const [before, next] = [tokens[k - 1], tokens[k + 1]]
  const lower = token?.lower ?? ''
  // "…, Sue Pellow, told": a name behind a comma that is also a verb. "the failing bank", "the firm's managing director".
  if (capital && next?.pos === 'PROPN' && (before?.text === ',' || isOwner(tokens, k - 1))) return 'PROPN'
  // "of registered voters", "by armed men", "the injured man".
  if (
    next?.pos === 'NOUN' &&
    (lower.endsWith('ed') || lower.endsWith('en')) &&
    (isOwner(tokens, k - 1) || HOLDING.has(before?.lower ?? ''))
  )
    return 'ADJ'
  if ((next?.pos === 'NOUN' || next?.pos === 'PROPN') && lower.endsWith('ing') && isOwner(tokens, k - 1)) return 'ADJ'
  if (lower === 'police') return 'NOUN'
  // "Canada-listed", "state-owned".
  if (next?.pos === 'PROPN' && /\p{L}-(?:listed|based|born|owned|backed|led|run|funded|registered|built|made)$/u.test(lower)) return 'ADJ'
  return 'VERB'
}

/** Prepositions between which and a noun a participle is an adjective. */
const HOLDING = new Set(['of', 'by', 'for', 'with', 'from', 'among', 'between', 'against'])
/** An article, a possessive pronoun or the end of a genitive. */
const OWNERS = new Set("the a an his her its their 's".split(' '))
const isOwner = (tokens: readonly Token[], k: number): boolean => {
  const token = tokens[k]
  if (!token) return false
  return OWNERS.has(token.lower) || ((token.text === '’' || token.text === "'") && (tokens[k - 1]?.lower ?? '').endsWith('s'))
}

/** Forms that the tagger takes for nouns where they report: "…, campaigners claim.", "the United Nations estimates that". */
const PLURAL_REPORT = new Set(
  'claim claims show report fear warn estimate say write argue believe suggest allege hope note insist state caution dispute contend reckon swear deny doubt predict complain contest question'.split(
    ' ',
  ),
)
const SINGULAR_REPORT = new Set('claims estimates reports fears shows warns notes states hopes promises argues says'.split(' '))

const DISPUTES = new Set('dispute disputes contest contests question questions doubt doubts denies'.split(' '))

/** Whether a form reports anywhere; only then its place is looked at. */
const mayReport = (form: string): boolean =>
  SINGULAR_REPORT.has(form) ||
  PLURAL_REPORT.has(form) ||
  DISPUTES.has(form) ||
  PAPER_VERBS.has(form.endsWith('s') ? form.slice(0, -1) : form)

/** "…, the paper reports.": an article, a paper or name, and the verb at the end. */
function reportsLast(tokens: readonly Token[], k: number): boolean {
  const [before, article] = [tokens[k - 1], tokens[k - 2]]
  if (!SINGULAR_REPORT.has(tokens[k]?.lower ?? '') || article?.lower !== 'the' || tokens[k - 3]?.text !== ',') return false
  const next = tokens[k + 1]
  return (
    (next === undefined || /^[.,]$/u.test(next.text)) &&
    (DOCUMENTS.has(before?.lower ?? '') || PAPERS.has(before?.lower ?? '') || before?.pos === 'PROPN')
  )
}

/** The noun a phrase is about: the last one before its first preposition. */
function headOf(tokens: readonly Token[], from: number, to: number): Token | undefined {
  for (let k = from + 1; k < to; k++) if (tokens[k]?.pos === 'ADP') return tokens[k - 1]
  return tokens[to - 1]
}

/** "An annex lists three …", "the minutes record it as": after a paper, a form that can be a verb is one if an object follows. */
function paperSays(tokens: readonly Token[], k: number): boolean {
  const form = tokens[k]?.lower ?? ''
  if (!PAPER_VERBS.has(form.replace(/s$/u, ''))) return false
  let noun = k - 1
  // "Figures released by the ministry show a fall": the paper stands before its participle.
  for (let at = k - 1; at > 0 && k - at < 10 && /[\p{L}\p{N}]/u.test(tokens[at]?.text ?? ''); at--)
    if (tokens[at]?.pos === 'VERB' && (tokens[at + 1]?.pos === 'ADP' || tokens[at + 1]?.pos === 'PROPN')) noun = at - 1
  // "tests it commissioned show lead": a relative clause without its pronoun.
  if (tokens[k - 1]?.pos === 'VERB' && tokens[k - 2]?.pos === 'PRON' && tokens[k - 3]?.pos === 'NOUN') noun = k - 3
  const paper = tokens[noun]?.lower ?? ''
  if (!(PAPERS.has(paper) || DOCUMENTS.has(paper))) return false
  const next = tokens[k + 1]
  if (/^(?:bars|bans|limits|caps|requires|allows|permits|forbids|punishes|exempts)$/u.test(form) && k - 1 === noun && next?.pos === 'NOUN')
    return true
  const plural = paper.endsWith('s') || paper === 'data'
  const agrees = form.endsWith('s') !== plural
  if (agrees && form === 'show' && noun < k - 1 && next?.pos === 'NOUN') return true
  return agrees && (next?.pos === 'DET' || next?.pos === 'PRON' || next?.pos === 'NUM' || next?.lower === 'that' || next?.text === '“')
}

/** "Doctors fear the number could rise": after people in the plural, before a clause. */
const peopleSay = (tokens: readonly Token[], k: number): boolean =>
  PLURAL_REPORT.has(tokens[k]?.lower ?? '') &&
  PEOPLE_NOUNS.has(tokens[k - 1]?.lower ?? '') &&
  /[^s]s$|^police$|^people$/u.test(tokens[k - 1]?.lower ?? '') &&
  /^(?:DET|PRON|SCONJ|PROPN)$/u.test(tokens[k + 1]?.pos ?? '')

/** "Nurses on the unit dispute the figure", "the firm, which owns it, disputes this": a form that needs an object, before one. */
function disputes(tokens: readonly Token[], k: number): boolean {
  const form = tokens[k]?.lower ?? ''
  const next = tokens[k + 1]
  if (!DISPUTES.has(form)) return false
  if (!/^(?:the|this|that|these|those|his|her|its|their|it|both|any)$/u.test(next?.lower ?? '')) return false
  const before = tokens[k - 1]
  const open = before?.pos === 'NOUN' || before?.pos === 'PROPN' || before?.text === ','
  if (
    !open ||
    tokens.slice(0, k).some((token, at) => token.pos === 'VERB' && tokens[at - 1]?.lower !== 'which' && tokens[at - 1]?.lower !== 'who')
  )
    return false
  const plural = /[^s]s$|^(?:police|people|men|women|staff)$/u.test(tokens[0]?.lower ?? '') || /[^s]s$/u.test(tokens[1]?.lower ?? '')
  return form.endsWith('s') || plural || /[^s]s$/u.test(before?.lower ?? '')
}

function isReportingPlace(tokens: readonly Token[], k: number): boolean {
  const token = tokens[k]
  const before = tokens[k - 1]
  const next = tokens[k + 1]
  if (!token || !before) return false
  if (token.pos === 'NOUN' && (paperSays(tokens, k) || peopleSay(tokens, k) || disputes(tokens, k))) return true
  if (/^claims?$/u.test(token.lower) && next?.lower === 'to' && /^(?:be|have)$/u.test(tokens[k + 2]?.lower ?? '')) return true
  const name = before.pos === 'PROPN' || before.pos === 'NOUN'
  if (
    SINGULAR_REPORT.has(token.lower) &&
    name &&
    next?.lower === 'that' &&
    !/^(?:are|were|have|is|was|had|led|made)$/u.test(tokens[k + 2]?.lower ?? '')
  )
    return true
  if (reportsLast(tokens, k)) return true
  if (!PLURAL_REPORT.has(token.lower) || !(next === undefined || /^[.,;]$/u.test(next.text))) return false
  // "…, port logs show.": a plural after a comma or a closing mark, and nothing behind.
  let from = k
  while (from > 0 && k - from < 8 && /[\p{L}\p{N}’']/u.test(tokens[from - 1]?.text ?? '')) from--
  const opener = tokens[from - 1]
  const head = headOf(tokens, from, k)
  const plural = /[^s]s$|^(?:police|people|men|women|data|they)$/u.test(head?.lower ?? '')
  if (!plural || from === k || (opener?.text !== ',' && opener?.closes !== true)) return false
  if (before.pos === 'VERB') before.pos = 'NOUN'
  return true
}
