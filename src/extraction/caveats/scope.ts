import type { Caveat } from './caveats.ts'
import { isOutletLike } from './unable.ts'
import { COUNTED, MEDIUM, SAYINGS } from './words.ts'
import { linkedBy } from './links/links.ts'
import { DOCUMENTS, PAPERS, RECORDINGS } from '../words/lexicon.ts'
import { isFinite } from '../words/phrases.ts'
import { answersNothing, looks } from './scope/answers.ts'
import { leanedOn } from './scope/documents.ts'
import { accused, carried } from './scope/carried.ts'
import { eachOwner, ownedBy, partiesOf } from './scope/owners.ts'
import { numberOf, ofTopic, rivalsOf } from './scope/figures.ts'
import { ofProperty } from './scope/properties.ts'
import { reached, withLike } from './scope/reach.ts'
import { recordingsMeant } from './scope/recordings.ts'
import { seriesOf } from './scope/series.ts'
import { lastSides, numbered } from './scope/sides.ts'
import { claimsMeant, namedSubject, pronounOf, spokenOf } from './scope/speakers.ts'
import { thingOf } from './scope/things.ts'
import { counts, rivalTolls, tollsMeant } from './scope/tolls.ts'
import {
  between,
  FARTHEST,
  firstFrom,
  nameWords,
  originOf,
  paragraphOf,
  said,
  sameOrigin,
  sentenceOf,
  singular,
  type View,
  wordsOf,
} from './scope/view.ts'
import type { FoundSource } from '../types.ts'

/**
 * The claims a caveat qualifies, by index. One inside a sentence qualifies that sentence's claims, and, where it hangs on a document or a
 * recording, whatever else rests on that. One that is a sentence reaches back to what it names, over paragraphs if need be: the
 * recordings, one party's claims, both sides' tolls, the figures; else to what was said last.
 */
export function scopeOf(caveat: Caveat, view: View, english: boolean): number[] {
  const ruled = ruledScope(caveat, view)
  return english ? linkedBy(caveat, view, ruled) : ruled
}

/** The claims a caveat qualifies as the rules see it. */
export function ruledScope(caveat: Caveat, view: View): number[] {
  const { claims } = view
  const end = firstFrom(claims, caveat.sentence)
  const here = between(end, firstFrom(claims, caveat.sentence + 1))
  // What nobody could check anyway (an opinion, a promise) is not what was not verified.
  const all = between(Math.max(0, end - FARTHEST), end)
  const before = all.some((k) => claims[k]?.checkable) ? all.filter((k) => claims[k]?.checkable) : all
  const opens = caveat.range[0] === 0 && caveat.form === 'sentence'
  const property = ofProperty(caveat, view, before, here)
  if (property) return property
  if (!caveat.whole && !opens && here.length > 0) {
    const looking = [...before, ...here.filter((k) => (view.claims[k]?.range[0] ?? 0) < caveat.range[0])]
    if (takesUp(caveat, view, here)) return back(caveat, view, looking.slice(0, -1))
    if (joinedOn(caveat) && (caveat.pair || caveat.sides)) return back(caveat, view, looking)
    if ((caveat.form === 'phrase' || joinedOn(caveat)) && before.length > 0 && leansBack(caveat, view, here))
      return back(caveat, view, before)
    const meant = joinedOn(caveat) ? withSentence(caveat, view) : caveat
    const elsewhere = joinedOn(caveat) || caveat.form === 'concession'
    const earlier = elsewhere ? recordingsMeant(meant, view, [...before, ...here]) : []
    if (caveat.form === 'concession' && earlier.length === 0 && leansBack(caveat, view, here)) return back(caveat, view, before)
    return earlier.length > 0 ? earlier : (onPaper(caveat, view, before) ?? within(caveat, view, here))
  }
  return back(caveat, view, before)
}

/** "Although the claim could not be verified, shares fell": about what was said before; "although it was not verified, he said" is not. */
const leansBack = (caveat: Caveat, view: View, here: readonly number[]): boolean =>
  caveat.about.some((noun) => SAYINGS.has(noun) && !/^(?:it|this|that)$/u.test(noun)) && !here.some((k) => said(view, k))

/**
 * "It first ran on a blog, and no other outlet has confirmed it", "their paper is a preprint that nobody has reviewed": the sentence
 * speaks of what was said before, and so does its caveat.
 */
function takesUp(caveat: Caveat, view: View, here: readonly number[]): boolean {
  if (caveat.form !== 'clause' && caveat.form !== 'relative') return false
  const own = here.filter((k) => (view.claims[k]?.range[0] ?? 0) <= caveat.range[0]).slice(-1)
  const target = own[0]
  if (target === undefined) return false
  const words = wordsOf(view, target)
  // "Meridian identified the room but could not determine what the papers were."
  if (caveat.form === 'clause' && looks(view, target)) return true
  if (words.slice(0, 6).some((token) => LEARNED.test(token.lower))) return false
  // "The Courier rang eleven of them; none could confirm it": what the outlet did to find out.
  const verb = words.findIndex((_, k) => isFinite(words, k))
  if (caveat.form === 'clause' && verb > 0 && verb < 5 && isOutletLike(words, verb) && !said(view, target))
    return MEDIUM.has(words[verb - 1]?.lower ?? '') || words[0]?.lower === 'the' || words[0]?.lower === 'we'
  // "Police did not comment, and there is no receipt."
  if (
    caveat.form === 'clause' &&
    words.some((token) => /^(?:comment|respond|reply|answer|discuss|elaborate)$/u.test(token.lower) && !token.quoted)
  )
    return true
  const [first, second] = words.map((token) => token.lower)
  if (first === undefined || second === undefined) return false
  if (/^(?:it|this|neither|none|both|they|he|she)$/u.test(first)) return caveat.form === 'clause' && !said(view, target)
  const thing = SAYINGS.has(second) || DOCUMENTS.has(second)
  return /^(?:its|their|his|her|these|those|this|that)$/u.test(first) && thing
}

/** "The Voice understands that a fifth was sold but could not confirm it": a claim of its own. */
const LEARNED = /^(?:understands?|understood|learn(?:ed|t|s)|reports?|reported|hears?|believes?)$/u

/** "The paper placed the second clip in the town but could not say when it was made": the clause says of what its sentence names. */
const joinedOn = (caveat: Caveat): boolean => caveat.form === 'clause'

/** "The ministry would not say whether the letter was real, and the paper could not authenticate it": what rests on the letter. */
function onPaper(caveat: Caveat, view: View, before: readonly number[]): number[] | null {
  const s = view.sentences[caveat.sentence]?.tokens ?? []
  if (!joinedOn(caveat) || !s.slice(...caveat.range).some((token) => token.lower.startsWith('authentic'))) return null
  const paper = s
    .slice(0, caveat.range[0])
    .findLast((token, k) => DOCUMENTS.has(token.lower) && /^(?:the|that|this)$/u.test(s[k - 1]?.lower ?? ''))
  return paper ? named({ ...caveat, about: [paper.lower] }, view, before) : null
}

function withSentence(caveat: Caveat, { sentences }: View): Caveat {
  const words = sentences[caveat.sentence]?.tokens.slice(0, caveat.range[0]) ?? []
  if (caveat.about.some((noun) => RECORDINGS.has(noun))) return caveat
  const named = words.findLastIndex((token) => RECORDINGS.has(token.lower))
  if (
    named < 0 ||
    !/^(?:the|that|this|either|both|these|those|first|second|third|other|latter|former)$/u.test(words[named - 1]?.lower ?? '')
  )
    return caveat
  const ordinal = { first: 0, former: 0, second: 1, third: 2, latter: -1 }[words[named - 1]?.lower ?? '']
  return { ...caveat, about: [words[named]?.lower ?? ''], ordinal: ordinal ?? caveat.ordinal ?? null }
}

/** In its own sentence a caveat belongs to the claim it stands in or follows, and to what the same words attribute beside it. */
function within(caveat: Caveat, view: View, here: readonly number[]): number[] {
  const leading = caveat.form === 'concession'
  const holding = leading ? here.slice(0, 1) : here.filter((k) => (view.claims[k]?.range[0] ?? 0) <= caveat.range[0]).slice(-1)
  const target = holding[0] ?? here[0]
  if (target === undefined) return []
  const document = caveat.form === 'relative' ? leanedOn(caveat, view, target) : []
  if (document.length > 0) return document
  if (caveat.form !== 'phrase' && caveat.form !== 'modifier' && !leading) return [target]
  const passages = new Set(view.claims[target]?.passages)
  return here.filter((k) => k === target || (k > target && view.claims[k]?.passages.some((passage) => passages.has(passage))))
}

/** What a caveat that is a sentence by itself reaches back to. */
function back(caveat: Caveat, view: View, told: readonly number[]): number[] {
  const telling = told.filter((k) => !answersNothing(view, k))
  const before = telling.length > 0 ? telling : told
  const recordings = recordingsMeant(caveat, view, before)
  if (recordings.length > 0) return recordings
  if (caveat.sides) {
    const parties = partiesOf(view, before)
    if (parties.length > 0) return parties
  }
  const counted = caveat.about.some((noun) => COUNTED.has(noun)) || numberOf(caveat, view)
  const owners = eachOwner(caveat, view, before)
  if (owners.length > 1)
    return [...new Set(owners.flatMap((claims) => (counted ? claims.filter((k) => numbered(view, k)) : claims).slice(-1)))]
  if (counted && owners.length === 0 && caveat.owner.length === 0) {
    const words = view.sentences[caveat.sentence]?.tokens.slice(...caveat.range).map(({ lower }) => lower) ?? []
    const tolls = tollsMeant(view, words, before)
    if (tolls.length > 1) return tolls
  }
  if (counted && caveat.several) {
    const rivals = rivalTolls(view, before)
    if (rivals.length > 0 && !caveat.about.some((noun) => /^(?:figures|numbers)$/u.test(noun))) return rivals
  }
  const three = setsThree(caveat, view)
  if (three || (caveat.pair && ofSayings(caveat))) {
    const sides = lastSides(view, three ? heard(caveat, view).filter((k) => !answersNothing(view, k)) : before, three ? 3 : 2, counted)
    if (sides.length > 1) return sides
  }
  const owned = ownedBy(caveat, view, before)
  if (counted) {
    const givers = namedSubject(caveat, view, before)
    const numbers = (owned.length > 0 ? owned : givers.length > 0 ? givers : before).filter((k) => counts(view, k) && said(view, k))
    const last = numbers.at(-1)
    if (last !== undefined)
      return caveat.several ? rivalsOf(view, numbers, rivalTolls(view, before)) : [ofTopic(caveat, view, numbers) ?? last]
  }
  if (owned.length > 0) {
    if (caveat.several || caveat.about.length === 0) return owned
    if (caveat.about.includes('claim')) return withLead(view, owned)
    return runOf(view, owned, caveat.about.some((noun) => ACCOUNT.test(noun)) ? 2 : 0)
  }
  return (
    bySpeaker(caveat, view, before) ??
    carried(caveat, view, heard(caveat, view)) ??
    accused(caveat, view, before) ??
    named(caveat, view, before) ??
    saidLast(caveat, view, before)
  )
}

/** What a pair is set between: things said, whatever else the caveat's sentence names. */
const ofSayings = ({ about }: Caveat): boolean => !about.some((noun) => RECORDINGS.has(noun))

/** "The three figures", "none of the three versions". */
function setsThree(caveat: Caveat, { sentences }: View): boolean {
  const s = sentences[caveat.sentence]?.tokens.slice(...caveat.range) ?? []
  return s.some((token, k) => token.lower === 'three' && !token.quoted && SAYINGS.has(s[k + 1]?.lower ?? ''))
}

/** "What she said", "his readings", "Mr Holub offered no proof": the claims of whoever is meant. Null where nobody is. */
function bySpeaker(caveat: Caveat, view: View, before: readonly number[]): number[] | null {
  const all = heard(caveat, view)
  const pronoun = pronounOf(caveat, view)
  // "The minister gave no evidence for his claim": whoever gave none.
  const subject = namedSubject(caveat, view, all)
  const spoken = subject.length > 0 ? subject : pronoun ? claimsMeant(view, all, pronoun) : spokenOf(caveat, view, all)
  if (spoken.length === 0) return null
  const checkable = spoken.filter((k) => before.includes(k))
  const theirs = checkable.length > 0 ? checkable : spoken
  const s = view.sentences[caveat.sentence]?.tokens.slice(...caveat.range) ?? []
  const ofAll = s[0]?.lower === 'what' || caveat.about.some((noun) => ACCOUNT.test(noun) || DOCUMENTS.has(noun) || ALL_OF.test(noun))
  if (ofAll) return runOf(view, theirs, 2)
  return reached(caveat, view, theirs) ?? withLead(view, theirs)
}

const ALL_OF = /^(?:statements|claims|allegations|accusations|assertions|remarks)$/u

const ACCOUNT = /^(?:account|version|story|testimony|narrative)$/u

/** The claims of one source that stand together with the last of them: in its sentence, or right before, within so many paragraphs. */
function runOf(view: View, claims: readonly number[], paragraphs: number): number[] {
  const last = claims.at(-1)
  if (last === undefined) return []
  return claims.filter(
    (k) => sentenceOf(view, k) === sentenceOf(view, last) || (paragraphOf(view, last) - paragraphOf(view, k) <= paragraphs && last - k < 6),
  )
}

/** What a source said last, and, where that is all quotation, what it led up to: "She said he had been hit. “Hard,” she said." */
function withLead(view: View, claims: readonly number[]): number[] {
  const run = runOf(view, claims, -1)
  const [first] = run
  if (first === undefined || wordsOf(view, first)[0]?.quoted !== true) return run
  const lead = claims.findLast((k) => k < first && first - k < 3)
  return lead === undefined ? run : [lead, ...run]
}

/** All claims before a caveat, an opinion or instruction too. */
function heard(caveat: Caveat, { claims }: View): number[] {
  const end = firstFrom(claims, caveat.sentence)
  return between(Math.max(0, end - FARTHEST), end)
}

/** What a noun names: "the letter" is all that rests on the letter, "the transfer" the claim that spoke of it last. */
function named(caveat: Caveat, view: View, before: readonly number[]): number[] | null {
  const things = caveat.about.filter((noun) => !SAYINGS.has(noun) && noun !== 'independent')
  const found =
    things.length === 0 ? null : (seriesOf(view, things, heard(caveat, view), caveat.sentence) ?? onPaperNamed(view, things, before))
  const tied = found ?? reached(caveat, view, before)
  return tied ? withLike(view, before, tied) : null
}

/** What rests on the paper named last, and right before it on the same under another name: "an internal document", then "the memo". */
function onPaperNamed(view: View, things: readonly string[], before: readonly number[]): number[] | null {
  const documents = things.filter((noun) => DOCUMENTS.has(noun) || PAPERS.has(noun)).map(singular)
  if (documents.length === 0) return null
  const resting = before.filter((k) => nameWords(view, originOf(view, k)).some((word) => documents.includes(singular(word))))
  if (resting.length === 0) return null
  const run = sameOrigin(view, resting)
  const first = run[0] ?? 0
  const alike = things.some((noun) => DOCUMENTS.has(noun))
  const paper = (k: number): boolean => alike && nameWords(view, originOf(view, k)).some((word) => thingOf(word) === 'document')
  return [...before.filter((k) => k < first && first - k < 4 && paper(k)), ...run]
}

/** Who is said not to confirm: "the hospital has not confirmed the breach" is not of what the hospital said. */
function unconfirming(caveat: Caveat, { sentences, sources }: View): ReadonlySet<number | null> {
  const s = sentences[caveat.sentence]?.tokens.slice(...caveat.range) ?? []
  const verb = s.findIndex((token) => token.pos === 'AUX' || token.pos === 'VERB')
  const group = s.slice(verb, verb + 5).map(({ lower }) => lower)
  if (verb < 1 || group.includes('been') || !group.some((word) => /^(?:confirm|verif|acknowledg)/u.test(word))) return new Set()
  const names = s.slice(0, verb).flatMap((token) => (/^(?:PROPN|NOUN)$/u.test(token.pos) ? [token.lower] : []))
  const withholds = ({ kind, name }: FoundSource): boolean =>
    kind !== 'document' && names.every((word) => name.toLowerCase().includes(word))
  return new Set(names.length === 0 ? [] : sources.flatMap((source, k) => (withholds(source) ? [k] : [])))
}

/** "This": the sentence right before. "His account": what that person said in its paragraph. "The claims": the run by whoever spoke last. */
function saidLast(caveat: Caveat, view: View, before: readonly number[]): number[] {
  const spoken = before.filter((k) => said(view, k))
  const others = spoken.filter((k) => !unconfirming(caveat, view).has(originOf(view, k)))
  const candidates = others.length > 0 ? others : spoken.length > 0 ? spoken : before
  const last = candidates.at(-1)
  if (last === undefined) return []
  const origin = originOf(view, last)
  const told = caveat.owner.length > 0 || caveat.about.some((noun) => ACCOUNT.test(noun))
  const farthest = caveat.several ? 3 : told ? 0 : -1
  const run: number[] = []
  for (const k of [...candidates].reverse()) {
    const together = sentenceOf(view, k) === sentenceOf(view, last)
    const near = paragraphOf(view, last) - paragraphOf(view, k) <= farthest && (run[0] ?? k) - k < 4
    if (!together && !(near && origin !== null && originOf(view, k) === origin)) break
    run.unshift(k)
  }
  // "The claims", after one of either side.
  if (run.length > 1 || caveat.owner.length > 0 || !caveat.about.some((noun) => /^(?:claims|accounts|versions|statements)$/u.test(noun)))
    return run
  const sides = lastSides(view, before, 2, false)
  return sides.length > 1 && sides.at(-1) === last ? sides : run
}
