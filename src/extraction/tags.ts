import { DOCUMENTS, PAPER_VERBS, PAPERS, PEOPLE_NOUNS } from './lexicon.ts'
import type { Token } from './tokens.ts'

const PARTICLE = /^(?:van|von|der|den|de|da|di|del|della|bin|ibn|al|el|ter|dos|du|la|le|ó|mac)$/u

/** Corrects in place where the tagger is known to be wrong in news copy: names that are also words, participles, verbs of saying. */
export function correctTags(tokens: Token[]): void {
  for (const [k, token] of tokens.entries()) {
    if (!/[\p{L}\p{N}]/u.test(token.text)) token.pos = 'PUNCT'
    else if (token.pos === 'PUNCT') token.pos = /^\p{Lu}/u.test(token.text) ? 'PROPN' : 'NOUN'
    if (token.pos !== 'VERB' && isReportingPlace(tokens, k)) token.pos = 'VERB'
    const before = tokens[k - 1]
    const afterWord = before !== undefined && /[\p{L}\p{N}]/u.test(before.text)
    // Inside a sentence a capital makes a name of what the tagger does not know, and of a verb that follows another name.
    if (afterWord && /^\p{Lu}/u.test(token.text)) {
      const unknown = token.pos === 'X' || token.pos === 'INTJ' || token.pos === 'SYM' || token.pos === 'PUNCT'
      if (
        unknown ||
        (token.pos === 'AUX' && /^\p{Lu}[\p{Lu}\p{N}]+(?:-[\p{Lu}\p{N}]+)*$/u.test(token.text)) ||
        ((token.pos === 'VERB' || token.pos === 'ADV' || token.pos === 'ADP') &&
          (before.pos === 'PROPN' || PARTICLE.test(before.lower) || /[^\p{ASCII}]/u.test(token.text)))
      )
        token.pos = 'PROPN'
    }
    // "…, Sue Pellow, told": a name behind a comma that is also a verb. "the failing bank", "the firm's managing director".
    const next = tokens[k + 1]
    if (token.pos === 'VERB' && (before?.text === ',' || isOwner(tokens, k - 1)) && /^\p{Lu}/u.test(token.text) && next?.pos === 'PROPN')
      token.pos = 'PROPN'
    // "of registered voters", "by armed men", "the injured man".
    else if (
      token.pos === 'VERB' &&
      /(?:ed|en)$/u.test(token.lower) &&
      next?.pos === 'NOUN' &&
      (isOwner(tokens, k - 1) || HOLDING.has(before?.lower ?? ''))
    )
      token.pos = 'ADJ'
    else if (
      token.pos === 'VERB' &&
      token.lower.endsWith('ing') &&
      (next?.pos === 'NOUN' || next?.pos === 'PROPN') &&
      isOwner(tokens, k - 1)
    )
      token.pos = 'ADJ'
    else if (token.lower === 'police' && token.pos === 'VERB') token.pos = 'NOUN'
    // "Canada-listed", "state-owned".
    else if (
      token.pos === 'VERB' &&
      next?.pos === 'PROPN' &&
      /\p{L}-(?:listed|based|born|owned|backed|led|run|funded|registered|built|made)$/u.test(token.lower)
    )
      token.pos = 'ADJ'
    // "told Wow! magazine": the mark belongs to the name.
    else if (token.text === '!' && !token.quoted && /^\p{Lu}/u.test(before?.text ?? '') && /^\p{Ll}/u.test(next?.text ?? ''))
      token.pos = 'PROPN'
    // "Tomas van der Aalt": small words inside a name.
    if (
      PARTICLE.test(token.lower) &&
      before &&
      /^\p{Lu}/u.test(before.text) &&
      /^\p{Lu}/u.test(tokens.slice(k + 1, k + 3).find((next) => !PARTICLE.test(next.lower))?.text ?? '')
    )
      token.pos = 'PROPN'
    else if (PARTICLE.test(token.lower) && before?.pos === 'PROPN' && PARTICLE.test(before.lower)) token.pos = 'PROPN'
    if (token.lower === "'s" && tokens[k - 1]?.pos === 'PROPN' && tokens[k + 1]?.pos !== 'VERB') token.pos = 'PART'
  }
}

/** Prepositions between which and a noun a participle is an adjective. */
const HOLDING = new Set(['of', 'by', 'for', 'with', 'from', 'among', 'between', 'against'])
/** An article, a possessive pronoun or the end of a genitive. */
const isOwner = (tokens: readonly Token[], k: number): boolean =>
  /^(?:the|an?|his|her|its|their|'s)$/u.test(tokens[k]?.lower ?? '') ||
  (/^[’']$/u.test(tokens[k]?.text ?? '') && (tokens[k - 1]?.lower ?? '').endsWith('s'))

/** Forms that the tagger takes for nouns where they report: "…, campaigners claim.", "the United Nations estimates that". */
const PLURAL_REPORT = new Set(
  'claim claims show report fear warn estimate say write argue believe suggest allege hope note insist state caution dispute contend reckon swear deny doubt predict complain contest question'.split(
    ' ',
  ),
)
const SINGULAR_REPORT = new Set('claims estimates reports fears shows warns notes states hopes promises argues says'.split(' '))

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
  let noun = k - 1
  // "Figures released by the ministry show a fall": the paper stands before its participle.
  for (let at = k - 1; at > 0 && k - at < 10 && /[\p{L}\p{N}]/u.test(tokens[at]?.text ?? ''); at--)
    if (tokens[at]?.pos === 'VERB' && (tokens[at + 1]?.pos === 'ADP' || tokens[at + 1]?.pos === 'PROPN')) noun = at - 1
  // "tests it commissioned show lead": a relative clause without its pronoun.
  if (tokens[k - 1]?.pos === 'VERB' && tokens[k - 2]?.pos === 'PRON' && tokens[k - 3]?.pos === 'NOUN') noun = k - 3
  const paper = tokens[noun]?.lower ?? ''
  const form = tokens[k]?.lower ?? ''
  if (!(PAPERS.has(paper) || DOCUMENTS.has(paper)) || !PAPER_VERBS.has(form.replace(/s$/u, ''))) return false
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
  if (!/^(?:disputes?|contests?|questions?|doubts?|denies)$/u.test(form)) return false
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
