import { DAYS, PEOPLE_NOUNS } from '../../words/lexicon.ts'
import { isWord, type Range } from '../../words/phrases.ts'
import type { Token } from '../../words/tokens.ts'
import type { Assertion } from './clause.ts'
import { gives, signal } from '../../words/signals.ts'
import { CALLS_FOR_LOOK, IDIOM, VERDICT_ON } from './idioms.ts'
import { EVALUATIVE, PLAIN } from './words.ts'

const BE = /^(?:is|are|am|'s|'re|'m|’s|’re|’m)$/u
const PRESENT_AUX = /^(?:is|are|am|'s|'re|'m|’s|’re|’m|has|have|do|does|can|could|cannot|ca)$/u
/** Present and past alike: no telling when. */
const SAME_FORM = /^(?:put|hit|cut|read|set|let|shut|hurt|cost|cast|burst|beat|spread|quit)$/u
/** What holds mostly, or of many, is counted rather than coined. */
const MEASURED =
  /^(?:often|usually|generally|typically|normally|sometimes|mostly|rarely|seldom|many|most|some|several|few|currently|now|here|there|still|already|daily|since|until|per|all)$/u
const INSIDE = /^(?:not|n't|n’t|never|just|only|simply|merely|really|always|all|but|also|quite|so|nothing|ever|no|more|less|than)$/u
/** A maxim is short. */
const LONGEST = 18

/**
 * "The dead do not vote", "a promise is a cheque without a date", "the rest is noise", "the market always wins": somebody's own words, in the
 * present, of the world at large or in an image. Where there is a number, a name, a day or a place, something can be looked up.
 */
export function speaksAtLarge({ s, content: [from, to], verb }: Assertion): boolean {
  const start = /^(?:[Bb]ut|[Aa]nd|[Ss]o|because|that|yet)$/u.test(s[from]?.text ?? '') ? from + 1 : from
  const at = s[verb - 1]?.lower === 'cannot' ? verb - 1 : verb
  if (at <= start - 1 || at < 0 || !present(s, at)) return false
  const said = s.slice(start, to).filter(isWord)
  if (said.length > LONGEST || said.some((token, k) => looksUp(token, k))) return false
  if (never(s, start, at, to) || (BE.test(s[at]?.lower ?? '') && images(s, start, at, to))) return true
  // "You could see smoke": what there was to see.
  if (s.slice(at, at + 4).some((token) => /^(?:see|hear|smell|feel|find)$/u.test(token.lower))) return false
  // "Nobody is in the building": somewhere, now.
  if (BE.test(s[at]?.lower ?? '') && s[at + 1]?.pos === 'ADP') return false
  return generic(s, start, at) && !inProgress(s, at, to)
}

/** Whether the verb at `at` stands in the present, alone or with "do" or "can". */
function present(s: readonly Token[], at: number): boolean {
  const token = s[at]
  if (!token) return false
  if (PRESENT_AUX.test(token.lower)) return true
  return (
    token.pos === 'VERB' &&
    !SAME_FORM.test(token.lower) &&
    (token.lower === token.lemma || /[^s]s$/u.test(token.lower)) &&
    !token.lower.endsWith('ed')
  )
}

const looksUp = (token: Token, k: number): boolean =>
  token.pos === 'NUM' ||
  /^\p{N}/u.test(token.text) ||
  (token.pos === 'PROPN' && k > 0 && token.text !== 'I') ||
  DAYS.has(token.lower) ||
  MEASURED.test(token.lower)

/** "is closed", "are digging", "has gone": what is going on or done. */
function inProgress(s: readonly Token[], at: number, to: number): boolean {
  if (!/^(?:is|are|am|has|have|'s|'re|'m|’s|’re|’m)$/u.test(s[at]?.lower ?? '')) return false
  let k = at + 1
  while (k < to && INSIDE.test(s[k]?.lower ?? '')) k++
  return (s[k]?.pos === 'VERB' && s[k]?.lower !== s[k]?.lemma) || s[k]?.lower === 'been' || s[k]?.lower === 'being'
}

/** What maxims are made of; at the head of a quotation the tagger takes them for names. */
const ABSTRACT = new Set(
  `money time war hope blood fear love justice truth history trust power politics football art music grief hunger memory silence peace freedom democracy
  water bread death life luck pride faith talk anger patience nature poverty corruption violence science law work land gold oil fame victory defeat`
    .trim()
    .split(/\s+/u),
)

/** Nobody and nothing in particular: "you", "nobody", "a promise", "the dead", "every number", "families". */
function generic(s: readonly Token[], from: number, at: number): boolean {
  const [first, second, third] = [s[from], s[from + 1], s[from + 2]]
  if (!first || from >= at) return false
  if (/^(?:you|one|nobody|everybody|everyone|anyone|anybody|people|those|nothing)$/u.test(first.lower)) return true
  if (/^(?:every|any|no|an?)$/u.test(first.lower)) return second?.pos === 'NOUN' || second?.pos === 'ADJ'
  if (first.lower === 'the') return second?.pos === 'ADJ' && from + 2 === at && third !== undefined
  // A bare noun that opens the quotation: "families are large", "money talks".
  if (from + 1 !== at) return false
  return first.pos === 'NOUN' || (first.pos === 'PROPN' && (ABSTRACT.has(first.lower) || /[^s]s$/u.test(first.lower)))
}

/** "is a shroud", "is noise", "is the salt of the earth", "are ahead": what a thing is likened to. */
function images(s: readonly Token[], from: number, at: number, to: number): boolean {
  let k = at + 1
  while (k < to && INSIDE.test(s[k]?.lower ?? '')) k++
  const head = s[k]
  if (!head || s[from]?.lower === 'i' || s[from]?.lower === 'there') return false
  const rest = s.slice(k, to).filter(isWord)
  if (rest.some((token) => PEOPLE_NOUNS.has(token.lower) || PLAIN.test(token.lower))) return false
  const joined = rest.some((token) => /^(?:of|with|without|in|for|to|that|who|and)$/u.test(token.lower))
  if (/^an?$/u.test(head.lower))
    return joined || rest.some((token) => EVALUATIVE.has(token.lower)) || !/^(?:he|she|i|my|his|her)$/u.test(s[from]?.lower ?? '')
  if (head.lower === 'the') return joined && /^(?:he|she|they|it|this|that|we|you)$/u.test(s[from]?.lower ?? '')
  if (/^(?:ahead|yet|to)$/u.test(head.lower)) return head.lower === 'ahead' || s[k + 1]?.lower === 'come'
  // No verb stands bare after "is": the tagger took a noun for one.
  return (head.pos === 'NOUN' || (head.pos === 'VERB' && head.lower === head.lemma)) && rest.length < 4 && head.lower.length > 3
}

/** "The market always wins", "they never listen": of all times. */
const never = (s: readonly Token[], from: number, at: number, to: number): boolean =>
  s.slice(Math.max(from, at - 2), Math.min(to, at + 2)).some((token) => /^(?:always|never|forever)$/u.test(token.lower)) &&
  !inProgress(s, at, to)

const ATTITUDE =
  /^(?:but |and |because )?(?:he|she|they|it|these people|some people|people)(?: only| just| all| really| simply| do n['’]t| does n['’]t| do not| does not)* (?:wants?|cares?|loves?|hates?|likes?|knows?|thinks?|believes?|feels?|fears?|deserves?|longs?|wish(?:es)?)\b/u
const NOT_THAT = /, not (?:the|an?|for|from|because|out of|about|to) [\w' -]+$/u
const BLANK =
  /\b(?:do|did|does|can|could)(?: not| ?n['’]t) (?:recall|remember|imagine|believe) (?:anyone|anybody|any|a |ever|why|how|what|that|it|this)/u
/** "It is about dignity", "I could have wept", "it was heaven", "a giant of a man", "what a mess", "has no heart". */
const PLAIN_TALK =
  /^(?:(?:it|this|that)(?: is| was| ?['’]s) (?:all |only )?about [\w -]{3,30}$|what an? |so much for |how (?:dare|could)\b)|\bi could have (?:wept|cried|died|screamed|hugged|kissed|sunk)|\ban? \w+ of a (?:man|woman|day|night|game|match|year|place|job|boy|girl|player|mess)\b|\b(?:has|have|had|show(?:s|ed)?) no (?:heart|shame|soul|backbone|spine|idea|clue|mercy|vision|conscience|respect|regard|interest|business|right|decency|pity|compassion|sense)\b|^(?:it|that|this) was (?:heaven|hell|bliss|magic|madness|chaos|carnage|pandemonium|murder|agony|torture|paradise|luck|fate)$/u
const MORE_THAN =
  /\b(?:more|fewer|less) \w+ than (?!\d|half|ever|usual|expected|before|last|any|in|we (?:had|have)|the (?:previous|year|same)|a (?:year|third|quarter|half|month))/u
/** Somebody's own words that are attitude, contrast, comparison or a turn of phrase. */
export function figurative(s: readonly Token[], [from, to]: Range): boolean {
  const line = s
    .slice(from, Math.min(to, from + 40))
    .filter((token) => isWord(token) || token.text === ',' || /^['’]/u.test(token.text))
    .map((token) => token.lower)
    .join(' ')
    .replace(/[ ,]+$/u, '')
  if (/^(?:we|they|he|she|i) (?:have|has|['’]ve got|['’]s got) an? [\w-]+ to [\w-]+/u.test(line)) return true
  if (s[to - 1]?.text === '!' || s[to - 2]?.text === '!') return true
  return (
    ATTITUDE.test(line) ||
    NOT_THAT.test(line) ||
    BLANK.test(line) ||
    PLAIN_TALK.test(line) ||
    IDIOM.test(line) ||
    (MORE_THAN.test(line) && !/\d/u.test(line))
  )
}

const TOO =
  /\b(?:is|was|are|were|'s|’s|looks?|feels?|seems?|remains?) (?:far |much |simply |just |all |a little |a bit )*too (?!\d|(?:late|many|small|narrow|big|large|heavy|high|low|fast|hot|cold|wet|dry|thin|thick|deep|shallow|wide|close|loud|dark|young|old|ill|sick|tired|frightened|afraid|scared)\b)[\w-]+\b/u

/** Why somebody did a thing, as others see it. */
const MOTIVE =
  /\bout of (?:spite|love|jealousy|greed|fear|pity|malice|vanity|habit|kindness|hatred|envy|anger|boredom|loyalty|shame|guilt|revenge|cowardice|arrogance|ignorance|desperation)\b/u

const CALLS = signal(CALLS_FOR_LOOK)

/** A verdict on a thing in whoever's words: "a missed opportunity", "does not go far enough", "is too long". */
export function verdict(s: readonly Token[], [from, to]: Range): boolean {
  if (!gives(s, CALLS) || !s.slice(from, to).some((token) => CALLS_FOR_LOOK.has(token.lower))) return false
  const line = s
    .slice(from, Math.min(to, from + 40))
    .map((token) => token.lower)
    .join(' ')
  return VERDICT_ON.test(line) || MOTIVE.test(line) || TOO.test(line) || IDIOM.test(line)
}
