import { DAYS, SPEECH } from '../../words/lexicon.ts'
import { capitalised, isVerb, isWord, nominal, type Range } from '../../words/phrases.ts'
import type { Token } from '../../words/tokens.ts'
import { ahead, type Assertion, firstFinite, isFirstPerson } from './clause.ts'
import { figurative, speaksAtLarge, verdict } from './maxims.ts'
import { EVALUATIVE, EVALUATIVE_BEFORE_NOUN, FEELING, MINDING, NO_SUCH, OBLIGATION, SETTLED } from './words.ts'

/** Whether an assertion says what somebody thinks of a thing, and nothing that can be looked up. */
export function isOpinion(assertion: Assertion): boolean {
  return (
    obliges(assertion) ||
    valued(assertion) ||
    minds(assertion) ||
    noSuch(assertion) ||
    verdict(assertion.s, assertion.content) ||
    feelsSo(assertion) ||
    (assertion.direct && rhetorical(assertion))
  )
}

/** "should", "must"; "we need to", "it is time to" in somebody's own words. Rules and rulings lay down, they do not opine. */
function obliges({ s, content, lemma, verb, direct }: Assertion): boolean {
  if (verb < 0 || (lemma && SETTLED.has(lemma))) return false
  const word = s[verb]?.lower ?? ''
  // "A hospital must give notice", "the commission must certify by Friday": in the copy's own words a rule, and so it is under a number or a date.
  if (word === 'must' && !direct && (lemma === null || s.slice(...content).some((token) => token.pos === 'NUM' && !token.quoted)))
    return false
  if (OBLIGATION.has(word)) return !/^(?:should|must) have\b/u.test(ahead(s, verb, content[1], 3)) || direct
  if (/^deserves?$/u.test(word)) return true
  if (lemma !== null && /^needs?$/u.test(word) && s[verb + 1]?.lower === 'to' && s[verb + 2]?.lower !== 'be') return true
  if (!direct && !s.slice(...content).some((token) => token.quoted)) return false
  return (
    (/^(?:have|has|need|needs)$/u.test(word) && s[verb + 1]?.lower === 'to' && s[verb + 2]?.lower !== 'be') ||
    /^(?:is|'s|was) (?:now )?(?:high )?time\b/u.test(ahead(s, verb, content[1], 4))
  )
}

const BEING = /^(?:represent|mark|remain|seem|constitute|prove|look|sound|feel|become|amount)$/u
const MODAL = /^(?:has|have|had|would|could|may|might|can|will)$/u
const IS = /^(?:is|are|was|were|am|be|'s|'re|'m|has|have|had|would|could|may|might|can|will)$/u
const SUPERLATIVE = /^(?:worst|best|greatest|saddest|happiest|hardest|proudest|darkest|finest|biggest)$/u

/** "… is a troubling development", "it was an insult": a verb of being, and soon after it a word of judgement. */
function valued({ s, content: [, to], verb }: Assertion): boolean {
  if (verb < 0) return false
  const head = s[verb]
  if (!IS.test(head?.lower ?? '') && !BEING.test(head?.lemma ?? '')) return false
  if (MODAL.test(head?.lower ?? '') && !s.slice(verb + 1, verb + 4).some((token) => /^(?:be|been)$/u.test(token.lower))) return false
  for (let k = verb + 1; k < Math.min(to, verb + 8); k++) {
    const token = s[k]
    if (!token || /^[;:]$/u.test(token.text) || (token.text === ',' && !(s[k - 1]?.pos === 'ADJ' && s[k + 1]?.pos === 'ADJ'))) return false
    const judging = EVALUATIVE.has(token.lower) || (EVALUATIVE_BEFORE_NOUN.has(token.lower) && nominal(s[k + 1]) && s[k - 1]?.pos === 'DET')
    if (judging)
      return !(/^(?:right|best|worst|good|better|great)$/u.test(token.lower) && (s[k + 1]?.pos === 'NUM' || s[k + 1]?.lower === 'at'))
    if (token.pos === 'VERB' && !/^(?:been|being|said|called)$/u.test(token.lower)) return false
    if (token.pos === 'ADP' && !/^(?:of|for|a|like|to)$/u.test(token.lower)) return false
  }
  return false
}

/** "I think", "we are gravely concerned", "we would rather": a first person's mind, now. What they thought then is a matter of fact. */
function minds({ s, content: [from, to], direct, firstPerson, verb }: Assertion): boolean {
  if (!firstPerson) return false
  for (let k = from; k + 1 < to; k++) {
    if (!isFirstPerson(s[k])) continue
    let at = k + 1
    while (at < to && (s[at]?.pos === 'ADV' || /^(?:do|don|n't|not|can|ca|only|just|all|also)$/u.test(s[at]?.lower ?? ''))) at++
    const word = s[at]
    if (!word) continue
    const main = at === verb || k === from || verb < 0 || verb >= k
    if (main && MINDING.has(word.lower)) return !recalls(s, at, to)
    const group = ahead(s, at, to, 4)
    if (/^(?:would|'d) (?:much |far )?(?:rather|prefer|like|love)\b/u.test(group)) return true
    if (/^(?:ask|beg|urge|appeal|plead|demand|call)\b/u.test(group) && direct) return true
    if (
      /^(?:am|are|'m|'re) (?:not |n't |only |just |simply )*(?:asking|begging|urging|appealing|pleading|demanding|calling|praying|hoping|dreading|looking forward)\b/u.test(
        ahead(s, at, to, 5),
      ) &&
      direct
    )
      return true
    if (/^mean (?:it|every)\b/u.test(group)) return true
    if (/^(?:am|are|'m|'re|feel)\b/u.test(group) && s.slice(at + 1, Math.min(to, at + 5)).some((token) => FEELING.has(token.lower)))
      return true
  }
  return false
}

/** "The office said it was “alarmed” by the raid", "the mayor said she was proud of them": the speaker of himself, in the copy's words. That others are livid can be asked. */
function feelsSo({ s, content: [from, to], lemma, verb }: Assertion): boolean {
  if (lemma === null || verb < 1 || verb > from + 3 || !SPEECH.has(lemma)) return false
  if (s[verb - 1]?.quoted || !/^(?:he|she|it|they|we)$/u.test(s[verb - 1]?.lower ?? '')) return false
  // "Most said they were worried" is counted.
  if (
    s
      .slice(Math.max(0, verb - 8), verb)
      .some((token) => token.pos === 'NUM' || /^(?:most|many|percent|per|half|respondents|few)$/u.test(token.lower))
  )
    return false
  const group = s.slice(verb, Math.min(to, verb + 5))
  if (
    /^(?:loved|loves|hated|hates|regretted|regrets|enjoyed|adored|hoped|hopes|feared|fears|wished|wishes|worried|worries|missed|resented|despised)$/u.test(
      group[0]?.lower ?? '',
    )
  )
    return true
  if (!/^(?:is|are|was|were|am|'s|'re|felt|feels|feel|had|has)$/u.test(group[0]?.lower ?? '')) return false
  return group.some(
    (token, k) =>
      FEELING.has(token.lower) &&
      !/^(?:certain|sure|ready|sick|tired|fed|lucky)$/u.test(token.lower) &&
      !group.slice(0, k).some((other) => other.pos === 'NOUN'),
  )
}

/** "I think the driver was asleep": how sure somebody is of what happened; that it happened can be checked. */
function recalls(s: readonly Token[], at: number, to: number): boolean {
  if (!/^(?:think|believe|suspect|expect|doubt)$/u.test(s[at]?.lower ?? '')) return false
  const verb = firstFinite(s, [at + 1, to])
  if (verb < 0 || !/^(?:was|were|had|did|\p{L}+ed)$/u.test(s[verb]?.lower ?? '')) return false
  return !s.slice(verb, Math.min(to, verb + 7)).some((token) => EVALUATIVE.has(token.lower))
}

const SWEEPING = /^(?:whoever|whatever|anyone|anybody|everyone|everybody|those|nobody|no)$/u
const CANNOT_GO_ON =
  /^(?:we|i) (?:\w+ )?(?:cannot|ca n't|can not) (?:\w+ )?(?:go|accept|allow|tolerate|afford|ignore|continue|stand|let|keep|wait|sit|pretend|just|simply|be expected)/u

/** Ways of speaking that make no statement of fact: maxims, conditions, exclamations, figures of speech. For somebody's own words only. */
function rhetorical(assertion: Assertion): boolean {
  const { s, content, verb } = assertion
  const [from, to] = content
  const opening = s[from]?.lower ?? ''
  if (opening === 'if' || opening === 'unless') return true
  if (asks(s, content) || contrasts(s, content) || inAState(s, content) || everybody(s, content)) return true
  if (/^(?:whoever|whatever)$/u.test(opening) || (SWEEPING.test(opening) && /^(?:who|with|that|one who)$/u.test(s[from + 1]?.lower ?? '')))
    return true
  if (verb < 0)
    return (
      !lists(s, content) &&
      capitalised(s[from]) &&
      s.slice(from, to).filter(isWord).length > 2 &&
      !s.slice(from, to).some((token) => isVerb(token))
    )
  if (s.slice(from, to).some((token, k) => /^(?:we|i)$/u.test(token.lower) && CANNOT_GO_ON.test(ahead(s, from + k, to, 6)))) return true
  return maxim(s, content, verb) || superlative(s, content) || likened(s, content) || speaksAtLarge(assertion) || figurative(s, content)
}

/** "Eleven sheep, two llamas and the dog": counted, though no verb stands by it. "Five hundred families, and not so much as a call" is a reproach. */
const lists = (s: readonly Token[], [from, to]: Range): boolean =>
  s.slice(from, to).some((token) => token.pos === 'NUM' || DAYS.has(token.lower)) &&
  !s.slice(from, to).some((token) => /^(?:not|no|never|nothing)$/u.test(token.lower))

/** "What else is a field for?": a question asserts nothing. */
function asks(s: readonly Token[], [from, to]: Range): boolean {
  for (let k = from; k < Math.min(s.length, to + 2); k++) if (s[k]?.text === '?' && (s[k]?.quoted || k >= to - 2)) return true
  return false
}

const words = (s: readonly Token[], [from, to]: Range, count: number): string => ahead(s, from, to, count)

/** "It is not the money, it is the children", "this was not about cost, it was about safety", "not a bridge but a trap". */
const contrasts = (s: readonly Token[], range: Range): boolean =>
  /^(?:(?:but|and) )?(?:it|this|that|these|they)(?: is| was| are| were| ?['’]s| ?['’]re) ?(?:not|n['’]t|never)\b(?: about\b|[^.]{2,80}?(?:[,;—–]|-) ?(?:it|this|that|they)(?: is| was| are| were| ?['’]s| ?['’]re)\b)/u.test(
    words(s, range, 26),
  )

/** "He is in bits", "we are over the moon": idioms for how somebody feels. */
const inAState = (s: readonly Token[], range: Range): boolean =>
  /(?: is| are| was| were| ?['’](?:s|m|re)| am) (?:all |absolutely |just |completely |still |so |in )*(?:bits|pieces|tatters|limbo|despair|agony|seventh heaven|over the moon|on cloud nine|gutted|buzzing|lost for words|at breaking point|at (?:our|my|their) wits? ?'?s? end|on (?:our|their|its|his|her) knees|beside (?:himself|herself|themselves|myself|ourselves)|sick to (?:death|the)|fed up|living a nightmare|walking on air)\b/u.test(
    ` ${words(s, range, 24)}`,
  )

/** "Nobody is taking chances", "everyone knows who did it": of people at large, now. */
const everybody = (s: readonly Token[], range: Range): boolean =>
  /^(?:but |and )?(?:nobody|everybody|everyone|no one|people) (?:here )?(?:(?:is|are) (?!\w+ing (?:in|on|there|here)\b)\w+ing\b|wants?|likes?|knows?|cares?|deserves?|believes?|thinks?|trusts?|understands?|loves?|hates?|needs?)\b/u.test(
    words(s, range, 8),
  )

/** "You do not win a war with words": nobody in particular is meant. What you could see or hear is an observation. */
function maxim(s: readonly Token[], [from, to]: Range, verb: number): boolean {
  const subject = s.slice(from, verb + 1).findLast((token) => token.pos === 'PRON')
  const hedged = s
    .slice(from, to)
    .some((token, k) => token.lower === 'you' && /^(?:would|will|'d|'ll|must|should)$/u.test(s[from + k + 1]?.lower ?? ''))
  if (hedged) return true
  if (subject?.lower !== 'you' && subject?.lower !== 'one') return false
  const group = ahead(s, s[verb - 1]?.lower === 'cannot' ? verb - 1 : verb, to, 4)
  return /^(?:do|does|can|cannot|ca|never|always|ca|have|need)\b/u.test(group) && !/\b(?:see|hear|smell|feel|find)\b/u.test(group)
}

const superlative = (s: readonly Token[], [from, to]: Range): boolean =>
  s
    .slice(from, to)
    .some(
      (token, k) =>
        SUPERLATIVE.test(token.lower) &&
        s[from + k - 1]?.lower !== 'at' &&
        s.slice(from + k, Math.min(to, from + k + 6)).some((other) => /^(?:i|we|ever|life|lives)$/u.test(other.lower)),
    )

/** "like a dog", "like animals": said of what somebody did, not of how a thing looked or sounded. */
const likened = (s: readonly Token[], [from, to]: Range): boolean =>
  s
    .slice(from, to)
    .some(
      (token, k) =>
        token.lower === 'like' &&
        /^(?:a|an|animals|dogs|cattle|criminals|dirt|rubbish|children)$/u.test(s[from + k + 1]?.lower ?? '') &&
        !s
          .slice(Math.max(from, from + k - 2), from + k)
          .some((other) => /^(?:look|sound|seem|smell|feel|taste|something)/u.test(other.lower)),
    )

/** "There is no excuse", "it leaves no room for doubt". */
const noSuch = ({ s, content: [, to], verb }: Assertion): boolean =>
  verb >= 0 &&
  s
    .slice(verb, Math.min(to, verb + 7))
    .some((token, k) => token.quoted && token.lower === 'no' && NO_SUCH.has(s[verb + k + 1]?.lower ?? ''))
