import { type Cue, type Force, needsThat } from './cues.ts'
import { ADJUNCT_STARTS } from '../words/lexicon.ts'
import { hasFiniteVerb, isFinite, nominal, phraseFrom, type Range } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import type { Start } from './content.ts'

/** With a mere thing as their object these say that a subject was touched on, not what was said of it. */
const TOUCHED = new Set(
  'note cite reveal acknowledge mention recall outline suggest recommend propose observe admit concede assert argue tweet'.split(' '),
)
const OBJECT_PRONOUNS = new Set(['me', 'him', 'her', 'them', 'us', 'you', 'it'])
/** Speech verbs whose bare object is what was said: "announced a curfew", "warned of floods". */
const WITH_OBJECT = new Set(
  'announce allege confirm predict deny pledge promise describe warn report estimate stress emphasise emphasize explain vow reckon log document contest dispute rebut refute underscore underline'.split(
    ' ',
  ),
)

/** "declined to comment", "refused to say": not to speak is what the source did with its words. */
const isNoComment = (s: readonly Token[], cue: Cue): boolean =>
  /^(?:decline|refuse)$/u.test(cue.lemma) && s[cue.group[1]]?.lower === 'to' && UNSAID.test(s[cue.group[1] + 1]?.lower ?? '')
/** "has not said who", "did not say when": that nothing was said is the copy's own finding. */
export const wasNotSaid = (s: readonly Token[], cue: Cue, first: Token | undefined): boolean =>
  /^(?:say|specify|disclose|reveal|explain|confirm|name|identify)$/u.test(cue.lemma) &&
  /^(?:who|whose|when|where|why|how|what|which|whether|if)$/u.test(first?.lower ?? '') &&
  s.slice(...cue.group).some(({ lower }) => /^(?:not|n't|never)$/u.test(lower)) &&
  s.slice(...cue.group).some(({ lower }) => /^(?:did|do|does|has|have|had)$/u.test(lower))
const UNSAID =
  /^(?:comment|say|answer|discuss|confirm|elaborate|respond|speak|take|give|name|identify|disclose|reveal|provide|explain|specify|detail|address|be|talk|speculate|clarify|deny)$/u

/** Things one claims by saying so; towns and titles are claimed otherwise. */
const CLAIMED = new Set(['responsibility', 'credit', 'victory', 'innocence', 'ignorance', 'support', 'fraud'])

/** "called the plan dangerous", "called him a liar": an object and a name for it; "called a strike" is none. */
function isNaming(s: readonly Token[], at: number, limit: number): boolean {
  const object: Range | null = s[at]?.pos === 'PRON' ? [at, at + 1] : phraseFrom(s, at, limit, false)
  if (!object) return s[at]?.opens === true
  const next = s[object[1]]
  if (s[object[1] - 1]?.pos === 'ADJ' && object[1] - object[0] > 1) return true
  return object[1] < limit && (next?.opens === true || /^(?:DET|ADJ|ADV|PRON|VERB)$/u.test(next?.pos ?? ''))
}

/** "conceded the plan had been late": a subject and its auxiliary, with "that" left out. */
function opensClause(s: readonly Token[], at: number, limit: number): boolean {
  const phrase: Range | null = /^(?:he|she|they|it|there|we|i)$/u.test(s[at]?.lower ?? '') ? [at, at + 1] : phraseFrom(s, at, limit, false)
  if (!phrase) return false
  // "claimed he once left the keys": behind a pronoun any finite verb will do.
  const verb = s[phrase[1]]?.pos === 'ADV' ? phrase[1] + 1 : phrase[1]
  return s[verb]?.pos === 'AUX' || (phrase[1] === at + 1 && s[at]?.pos === 'PRON' && isFinite(s, verb))
}

const WRITTEN =
  /^(?:dates?|names?|numbers?|figures?|words?|lines?|sentences?|warnings?|signatures?|titles?|prices?|totals?|clauses?|entry|entries|notes?|passages?)$/u

/** "The manifest lists 79 passengers", "the memo puts the cost at": a paper that says something says it whatever the verb. */
export function paperSays(s: readonly Token[], cue: Cue, start: Start, limit: number): Force | null {
  const first = s[start.at]
  if (start.at >= limit || first?.lower === 'to') return null
  // A coffee ring is carried by the paper too, but it says nothing.
  if (/^(?:carry|bear)$/u.test(cue.lemma) && !s.slice(start.at, start.at + 6).some(({ lower }) => WRITTEN.test(lower))) return null
  // "a statement published on Friday": nothing is said yet.
  if (/^(?:in|on|by|at|from|with|during|under)$/u.test(first?.lower ?? '')) return null
  const object = nominal(first) || first?.opens === true || start.opened || first?.pos === 'PRON' || first?.lower === 'no'
  return object || /^(?:for|of|as|against)$/u.test(first?.lower ?? '') ? (cue.speech || !cue.act ? 'speech' : 'act') : null
}

/** Whether what follows can be what was said, and with which force; null where the verb is used in another sense. */
export function fits(s: readonly Token[], cue: Cue, start: Start, limit: number): Force | null {
  if (start.at >= limit) return 'speech'
  const first = s[start.at]
  if (isNoComment(s, cue)) return 'act'
  if (wasNotSaid(s, cue, first)) return null
  if (cue.figure) return 'speech'
  if (DONE_ING.test(cue.lemma) && first?.pos === 'VERB' && first.lower.endsWith('ing')) return 'speech'
  if (cue.phrasal && cue.act) return nominal(first) || first?.pos === 'PRON' || first?.pos === 'ADP' || first?.quoted ? 'act' : null
  if (cue.phrasal && !start.opened && cue.group[1] - cue.at > 1 && nominal(first)) return 'speech'
  if (takesClause(s, cue, start, limit)) return cue.speech ? 'speech' : 'thought'
  if (isInfinitive(s, start)) {
    if ((cue.act || cue.speech) && (start.audience || WITH_INFINITIVE.test(cue.lemma))) return 'act'
    if (cue.stance) return 'stance'
  }
  if (cue.act && start.audience) return 'act'
  return takesObject(s, cue, start, limit)
}

/** "reported hearing blasts", "denied taking anything". */
const DONE_ING = /^(?:deny|admit|acknowledge|describe|recall|report|concede|confess)$/u
const WITH_INFINITIVE = /^(?:vow|pledge|promise|threaten|ask|urge|demand|agree|refuse|claim|offer|order)$/u

const isInfinitive = (s: readonly Token[], start: Start): boolean => s[start.at]?.lower === 'to' && s[start.at + 1]?.pos !== 'DET'

/** "said (that) …", "asked whether …", "thinks the bridge is safe": a clause, a colon or a quotation follows. */
function takesClause(s: readonly Token[], cue: Cue, start: Start, limit: number): boolean {
  const first = s[start.at]
  const word = first?.lower ?? ''
  if (!cue.speech && !cue.thought) return false
  if (start.opened && !/^(?:who|when|where)$/u.test(word)) return true
  if ((needsThat(cue) || /^(?:claim|declare)$/u.test(cue.lemma)) && !opensClause(s, start.at, limit)) return false
  // The tagger may miss the verb of what was said; "say" hardly ever has another object.
  const clause = hasFiniteVerb(s, [start.at, limit]) || (cue.lemma === 'say' && limit - start.at > 3 && !SAID_OBJECT.test(word))
  if (!clause || isInfinitive(s, start) || (ADJUNCT_STARTS.has(word) && word !== 'to')) return false
  return nominal(first) || /^(?:no|not)$/u.test(word) || /^(?:DET|PRON|ADV|SCONJ|ADP)$/u.test(first?.pos ?? '')
}

/** What one says without saying anything of the world: "said goodbye to its founder". */
const SAID_OBJECT =
  /^(?:goodbye|farewell|hello|thanks|thank|prayers|mass|grace|yes|no|so|little|nothing|something|much|more|sorry|his|her|their)$/u

/** "blamed the weather", "announced a curfew", "backs the plan": an object follows, or a preposition and an object. */
function takesObject(s: readonly Token[], cue: Cue, start: Start, limit: number): Force | null {
  const first = s[start.at]
  const word = first?.lower ?? ''
  if (cue.lemma === 'call' && !cue.phrasal && !isNaming(s, start.at, limit)) return null
  if (/^(?:claim|declare)$/u.test(cue.lemma) && (first?.opens || CLAIMED.has(word))) return 'speech'
  const object =
    nominal(first) ||
    first?.quoted ||
    /^(?:this|these|those)$/u.test(word) ||
    (word === 'that' && start.at + 1 >= limit) ||
    OBJECT_PRONOUNS.has(word) ||
    /^(?:for|on|about|against|of|over|any|all|having)$/u.test(word)
  if (!object) return null
  if (cue.act && !needsThat(cue)) return 'act'
  if (cue.speech && WITH_OBJECT.has(cue.lemma)) return 'speech'
  if (cue.act || (cue.speech && TOUCHED.has(cue.lemma))) return 'stance'
  return cue.stance && !/^(?:for|of|on|about|all|any)$/u.test(word) ? 'stance' : null
}
