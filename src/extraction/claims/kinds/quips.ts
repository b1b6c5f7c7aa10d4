import { isWord, type Range } from '../../words/phrases.ts'
import type { Token } from '../../words/tokens.ts'
import { gives, signal } from '../../words/signals.ts'
import { PLAIN } from './words.ts'

const BE = /^(?:is|are|was|were|be|been|being|'s|'re|became|remains|remained)$/u
const HAVE = /^(?:has|have|had|with)$/u
const LEADING = /^(?:like|nothing|little|merely|simply|just|not|only|no|less|more|such|hardly|all)$/u
const HAS_TROUBLE =
  /^(?:problem|problems|crisis|mess|headache|habit|obsession|addiction|appetite|blind|chip|deficit|attitude|ear|heart|spine|soul|nerve|gift|genius|talent|knack)$/u

/**
 * "The closing was “a gut punch with a press release”", "the country had “more tests than toilets”", "will show whether the state is “a
 * referee or a shareholder”": copy puts only the speaker's own image for a thing in quotation marks. What is counted, and plain nouns of
 * what a thing was ("an old draft"), can be checked.
 */
export function quips(s: readonly Token[], [from, to]: Range): boolean {
  for (let k = Math.max(from, 1); k < to; k++) {
    if (!s[k]?.opens) continue
    const start = isWord(s[k]) ? k : k + 1
    const end = closing(s, start, to)
    const inside = s.slice(start, end).filter(isWord)
    if (inside.length < 2 || inside.length > 16) continue
    const before = lastWords(s, k)
    const words = inside.map((token) => token.lower)
    if (compares(words)) return true
    if (BE.test(before) && imaged(inside)) return true
    if (HAVE.test(before) && /^an?$/u.test(words[0] ?? '') && words.slice(1, 5).some((word) => HAS_TROUBLE.test(word))) return true
    if (before === 'by' && /^(?:people|those|men|someone|somebody)$/u.test(words[0] ?? '') && /^(?:who|with|in)$/u.test(words[1] ?? ''))
      return true
    if (/^(?:can|cannot|can't|should|must|deserves?|ought)$/u.test(words[0] ?? '') && !counted(inside)) return true
  }
  return false
}

/** The word right before a quotation, past "nothing but", "simply", "more like". */
function lastWords(s: readonly Token[], k: number): string {
  let at = k - 1
  while (at > 0 && at > k - 4 && (!isWord(s[at]) || LEADING.test(s[at]?.lower ?? ''))) at--
  if (s[at]?.lower === 'to' && /^(?:amount|come)/u.test(s[at - 1]?.lower ?? '')) return 'is'
  return s[at]?.quoted ? '' : (s[at]?.lower ?? '')
}

function closing(s: readonly Token[], start: number, to: number): number {
  let end = start
  while (end < to && s[end]?.quoted) end++
  return end
}

/** A noun phrase with something hung on it: "a photograph of the road and not of the destination", "arithmetic for people who never buy onions". */
function imaged(inside: readonly Token[]): boolean {
  const words = inside.map((token) => token.lower)
  if (counted(inside) || inside.slice(0, 4).some((token) => PLAIN.test(token.lower))) return false
  const joint = words.findIndex((word) => /^(?:of|with|without|for|in|on|from|to|that|who|which|or|and|than|i|we|you)$/u.test(word))
  if (/^(?:an?)$/u.test(words[0] ?? '')) return joint > 0 || inside.length < 5
  if (words[0] === 'the') return joint > 0 && !/(?:est)$/u.test(words[1] ?? '') && /^(?:i|we|you|that)$/u.test(words[joint] ?? '')
  return inside[0]?.pos === 'NOUN' && joint > 0 && joint < 3
}

/** "More tests than toilets", "all hat and no cattle", "too little, too late". */
const compares = (words: readonly string[]): boolean =>
  (words[0] === 'more' &&
    words.indexOf('than') > 1 &&
    words.indexOf('than') < 5 &&
    words.length < 9 &&
    !/^(?:\d|half|ever|usual|expected)/u.test(words[words.indexOf('than') + 1] ?? '')) ||
  (words[0] === 'all' && /^(?:and|but) no$/u.test(words.slice(2, 4).join(' '))) ||
  (words[0] === 'too' && /^(?:little|late|much|many|slow|weak|far|cosy)$/u.test(words[1] ?? ''))

const counted = (inside: readonly Token[]): boolean => inside.some((token) => /^\p{N}/u.test(token.text) || token.pos === 'NUM')

/** Accusing verbs: what somebody is said to have done to the public or to the facts is the speaker's reading of it. */
const TAUNTS =
  /^(?:politici[sz](?:ing|ed)|scaremonger(?:ing|ed)|grandstand(?:ing|ed)|electioneer(?:ing|ed)|weaponi[sz](?:ing|ed)|pander(?:ing|ed)|dither(?:ing|ed)|squander(?:ing|ed)|betray(?:ing|ed)|pontificating|posturing|virtue-signalling|gaslighting|bullying|demoni[sz](?:ing|ed)|trampl(?:ing|ed)|confusing|peddling|gambling|meddling|whitewash(?:ing|ed)|sugar-coat(?:ing|ed)|bottl(?:ing|ed)|shirk(?:ing|ed)|abdicat(?:ing|ed))$/u
const TAUNT_PHRASE =
  /\b(?:play(?:ing|ed) (?:politics|games|god|with fire|to the gallery)|turn(?:ing|ed) (?:its|their|his|her) backs?|asleep at the wheel|out of (?:touch|its depth|their depth|ideas)|out of control|let(?:ting)? (?:\w+ ){1,3}down|fail(?:ed|ing) (?:the (?:country|people|public|nation|victims|voters|city|town)|our|its own|their own|ordinary|working)|head(?:s)? in the sand|kick(?:ing|ed) the can|move(?:d|ing)? the goalposts|hid(?:ing|den)? behind|in denial|lost the plot|too little,? too late|lost (?:all )?touch|on the wrong side|beyond a joke|gone too far|making a mockery|sending (?:out )?the wrong (?:message|signal))\b/u
/** A word that each of the phrases has. */
const IN_TAUNTS =
  /\b(?:play(?:ing|ed)|turn(?:ing|ed)|asleep|out|let(?:ting)?|fail(?:ed|ing)|heads?|kick(?:ing|ed)|move[ds]?|moving|hid(?:ing|den)?|denial|lost|too|wrong|beyond|gone|making|sending)$/u
const MAY_TAUNT = signal(TAUNTS) | signal(IN_TAUNTS)

/** "Accused ministers of …" reports an act; "said ministers were playing politics" gives a view. */
export function taunts(s: readonly Token[], [from, to]: Range, lemma: string | null): boolean {
  if (lemma === null || lemma === 'accuse' || !gives(s, MAY_TAUNT)) return false
  const words = s.slice(from, to)
  return words.some((token) => TAUNTS.test(token.lower)) || TAUNT_PHRASE.test(words.map((token) => token.lower).join(' '))
}

const OWN_COMMENT =
  /\b(?:(?:cannot|can ?n[o']t|ca n't) (?:both|all) be (?:right|true)|both cannot be|(?:remains|has yet) to be seen|time will tell|only time|(?:is|are|was) (?:any(?:body|one) 's guess|anyone's guess|another (?:matter|story|question)|a different matter|the (?:real |big |obvious )?question|small wonder|no wonder|hardly (?:a )?surpris\w+|no surprise|easier said than done|harder to say|little comfort|cold comfort)|(?:does|do|did) (?:not|n't) (?:help|matter|bode|add up|make sense|inspire)|makes? (?:little|no|perfect) sense|bodes? (?:well|ill)|speaks? volumes|so much for|it is hard to (?:see|imagine|escape)|(?:is|are) hard to (?:defend|justify|ignore|overstate))\b/u
/** A word that each of them has. */
const MAY_COMMENT = signal(
  /\b(?:both|all|seen|tell|only|guess|matter|story|question|wonder|surpris\w+|easier|harder|comfort|help|bodes?|add|make|inspire|sense|volumes|much|hard)$/u,
)

/** The outlet's own remarks on what it reports: "both cannot be right", "that remains to be seen". */
export const comments = (s: readonly Token[], [from, to]: Range): boolean =>
  gives(s, MAY_COMMENT) &&
  OWN_COMMENT.test(
    s
      .slice(from, Math.min(to, from + 40))
      .map((token) => (token.quoted ? '"' : token.lower))
      .join(' '),
  )
