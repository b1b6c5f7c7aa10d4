import type { Caveat } from '../caveats.ts'
import { answersNothing } from '../scope/answers.ts'
import { accused, carried } from '../scope/carried.ts'
import { ownedBy, partiesOf } from '../scope/owners.ts'
import { ofProperty } from '../scope/properties.ts'
import { reached } from '../scope/reach.ts'
import { recordingsMeant } from '../scope/recordings.ts'
import { seriesOf } from '../scope/series.ts'
import { lastSides, numbered } from '../scope/sides.ts'
import { claimsMeant, namedSubject, pronounOf } from '../scope/speakers.ts'
import { thingOf, thingsIn } from '../scope/things.ts'
import { rivalTolls, tollsMeant } from '../scope/tolls.ts'
import { mentions, nameWords, originOf, paragraphOf, said, sentenceOf, shows, type View, wordsOf } from '../scope/view.ts'
import { COUNTED, SAYINGS } from '../words.ts'
import { DOCUMENTS, PAPERS, RECORDINGS } from '../../words/lexicon.ts'
import { line } from './candidates.ts'
import { runsOf } from './runs.ts'

const ACCOUNT = /^(?:accounts?|versions?|story|testimony|narrative)$/u
const PRONOUN = /^(?:it|this|that|these|those)$/u
const ASKS = /^(?:whether|if|how|when|where|who|why)$/u
const DENIES = /^(?:denied|denies|deny|rejected|dismissed|declined)$/u
const ALLEGES = /^(?:alleg\w+|accus\w+|claim(?:s|ed|ing)?)$/u
const UNNAMED = /\b(?:anonym\w+|(?:not|n't) (?:to|want to|wish to) be (?:named|identified)|be (?:named|identified)|asked not)\b/u
const GIVEN_BY = /^(?:made|levelled|posted|given|put|raised)$/u
const BEGINS = /^(?:he|she|it|they|his|her|its|their|this|these)$/u
const MEDIA = /^(?:outlet|news_agency|party_media)$/u
const QUOTES = { none: 0, indirect: 1, mixed: 2, direct: 3 } as const

const bit = (is: boolean | undefined): number => (is ? 1 : 0)
const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))

/** The evidence for each of the claims `candidates` being what a caveat is about: a row for each, in the order of `EVIDENCE`. */
export function evidenceOf(caveat: Caveat, view: View, candidates: readonly number[]): number[][] {
  const { claims, sources, sentences } = view
  const { about } = caveat
  const own = (sentences[caveat.sentence]?.tokens ?? []).slice(...caveat.range).filter((token) => !token.quoted)
  const named = about.filter((noun) => !SAYINGS.has(noun) && noun !== 'independent')
  const counted = about.some((noun) => COUNTED.has(noun))
  const ofRecordings = about.some((noun) => RECORDINGS.has(noun))
  const asked = [
    ofRecordings,
    about.some((noun) => DOCUMENTS.has(noun) || PAPERS.has(noun)),
    about.some((noun) => ACCOUNT.test(noun)),
    about.some((noun) => SAYINGS.has(noun) && noun.endsWith('s') && noun !== 'this'),
    about.some((noun) => SAYINGS.has(noun) && !PRONOUN.test(noun) && !noun.endsWith('s')),
    about.some((noun) => /^reports?$/u.test(noun)),
    counted,
    about.every((noun) => PRONOUN.test(noun)),
    named.length > 0,
    caveat.several,
    caveat.pair,
    caveat.sides,
    own.some(({ lower }) => ASKS.test(lower)),
  ].map(bit)

  const stands = (k: number): boolean =>
    sentenceOf(view, k) < caveat.sentence || (sentenceOf(view, k) === caveat.sentence && (claims[k]?.range[0] ?? 0) <= caveat.range[0])
  const before = candidates.filter(stands)
  const rank = new Map(before.map((k, at) => [k, before.length - 1 - at]))
  const telling = before.filter((k) => !answersNothing(view, k))
  const spoken = telling.filter((k) => said(view, k))
  const spokenRank = new Map(spoken.map((k, at) => [k, spoken.length - 1 - at]))
  const lastOrigin = originOf(view, spoken.at(-1) ?? -1)
  const shown = before.filter((k) => shows(view, k))
  const shownRank = new Map(shown.map((k, at) => [k, shown.length - 1 - at]))
  const turns = runsOf(view, before)

  const things = new Set(thingsIn(own))
  const shared = new Map(candidates.map((k) => [k, thingsIn(wordsOf(view, k)).filter((thing) => things.has(thing)).length]))
  const most = Math.max(0, ...before.map((k) => shared.get(k) ?? 0))
  const sharing = most > 0 ? before.findLast((k) => shared.get(k) === most) : undefined
  const checkable = telling.filter((k) => claims[k]?.checkable)
  const notes = new Set(candidates.filter((k) => UNNAMED.test(line(view, k))))
  const alleging = new Set(candidates.filter((k) => wordsOf(view, k).some((token) => !token.quoted && ALLEGES.test(token.lower))))
  const lastChecked = checkable.findLast((k) => said(view, k) && !notes.has(k) && claims[k]?.voice !== 'denied')
  const madeBy = own.findIndex(({ lower }, k) => lower === 'by' && GIVEN_BY.test(own[k - 1]?.lower ?? ''))
  const makers = own
    .slice(madeBy + 1, madeBy < 0 ? 0 : madeBy + 6)
    .flatMap(({ pos, lower }) => (pos === 'NOUN' || pos === 'PROPN' ? [lower] : []))

  const pronoun = pronounOf(caveat, view)
  const here = candidates.filter((k) => sentenceOf(view, k) === caveat.sentence)
  const set = (found: readonly number[] | null): ReadonlySet<number> => new Set(found)
  const owned = set(ownedBy(caveat, view, before))
  const meant = set(pronoun ? claimsMeant(view, before, pronoun) : [])
  const gave = set(namedSubject(caveat, view, before))
  const recordings = set(recordingsMeant(caveat, view, checkable))
  const reported = set(carried(caveat, view, checkable))
  const accusing = set(accused(caveat, view, checkable))
  const speaking = set(reached(caveat, view, checkable))
  const series = set(named.length > 0 ? seriesOf(view, named, telling, caveat.sentence) : null)
  const sides = set(caveat.pair ? lastSides(view, checkable, 2, counted) : caveat.sides ? partiesOf(view, checkable) : [])
  const property = set(ofProperty(caveat, view, checkable, here))
  const tolls = set([
    ...tollsMeant(
      view,
      own.map(({ lower }) => lower),
      checkable,
    ),
    ...(counted ? rivalTolls(view, checkable) : []),
  ])
  // "Police have not confirmed it": what police said themselves is not meant.
  const opening = own.slice(
    0,
    Math.max(
      0,
      own.findIndex(({ pos }) => pos === 'AUX' || pos === 'VERB'),
    ),
  )
  const withholding = new Set(opening.flatMap(({ pos, lower }) => (pos === 'NOUN' || pos === 'PROPN' ? [lower] : [])))
  const betweenThem = (other: Caveat, k: number): boolean =>
    other.sentence >= Math.min(caveat.sentence, sentenceOf(view, k)) && other.sentence <= Math.max(caveat.sentence, sentenceOf(view, k))
  const anyAlleges = before.slice(-6).some((k) => alleging.has(k))

  return candidates.map((k) => {
    const claim = claims[k]
    const origin = originOf(view, k)
    const source = origin === null ? undefined : sources[origin]
    const words = wordsOf(view, k)
    const gap = caveat.sentence - sentenceOf(view, k)
    const names = nameWords(view, origin)
    const turn = turns.get(k)
    const sameAsChecked =
      lastChecked !== undefined &&
      origin !== null &&
      origin === originOf(view, lastChecked) &&
      Math.abs(sentenceOf(view, lastChecked) - sentenceOf(view, k)) < 4
    return [
      within(gap, -3, 15),
      within((sentences[caveat.sentence]?.paragraph ?? 0) - paragraphOf(view, k), -3, 10),
      Math.min(15, rank.get(k) ?? -1),
      Math.min(15, spokenRank.get(k) ?? 20),
      bit(gap === 0 && rank.has(k)),
      bit(gap === 0 && !rank.has(k)),
      bit(gap < 0),
      bit(k < 2),
      Math.min(5, k),
      ...asked,
      bit(said(view, k)),
      bit(claim?.checkable),
      bit(claim?.voice === 'denied' || words.some((token) => !token.quoted && DENIES.test(token.lower))),
      bit(answersNothing(view, k)),
      bit(shows(view, k)),
      bit(numbered(view, k)),
      bit(source?.kind === 'document'),
      bit(source?.kind === 'media'),
      bit(source?.kind === 'person'),
      bit(source !== undefined && (source.stake === 'party' || source.affiliatedTo !== null)),
      bit(source?.unnamed),
      bit(origin === null),
      QUOTES[claim?.quote ?? 'none'],
      bit((claim?.chain.length ?? 0) > 1),
      bit(words.every((token) => token.quoted || token.pos === 'PUNCT')),
      bit(alleging.has(k)),
      bit(notes.has(k)),
      bit(rank.has(k) && claims[k + 1]?.voice === 'denied'),
      Math.min(4, shared.get(k) ?? 0),
      Math.min(4, most),
      bit(sharing === k),
      bit(named.length > 0 && mentions(view, k, named)),
      bit(owned.has(k)),
      bit(owned.size > 0),
      bit(meant.has(k)),
      bit(meant.size > 0),
      bit(gave.has(k)),
      bit(gave.size > 0),
      bit(origin !== null && origin === lastOrigin),
      turn?.number ?? 9,
      Math.min(8, turn?.size ?? 0),
      turn?.place ?? 9,
      shownRank.get(k) ?? 9,
      bit(named.some((noun) => DOCUMENTS.has(noun) && names.some((name) => thingOf(name) === thingOf(noun)))),
      bit(makers.some((maker) => names.includes(maker) || words.some(({ lower }) => lower === maker))),
      bit(k === lastChecked),
      bit(sameAsChecked),
      bit(anyAlleges),
      bit(shown.length > 0),
      Math.min(4, here.length),
      bit(recordings.has(k)),
      bit(recordings.size > 0),
      bit(reported.has(k)),
      bit(reported.size > 0),
      bit(accusing.has(k)),
      bit(accusing.size > 0),
      bit(speaking.has(k)),
      bit(speaking.size > 0),
      bit(series.has(k)),
      bit(series.size > 0),
      bit(sides.has(k)),
      bit(property.has(k)),
      bit(property.size > 0),
      bit(tolls.has(k)),
      bit(
        origin === null &&
          shows(view, k - 1) &&
          words.some(({ lower, lemma, pos }) => pos === 'VERB' && lower !== lemma && lower.endsWith('s')),
      ),
      bit(BEGINS.test(words.find((token) => token.worded)?.lower ?? '')),
      bit(words.slice(0, 8).some(({ lower }) => DOCUMENTS.has(lower) || PAPERS.has(lower))),
      bit(claim?.chain.some(({ sourceIndex }) => MEDIA.test(sources[sourceIndex ?? -1]?.kind ?? ''))),
      bit(names.some((name) => name.length > 2 && withholding.has(name))),
      bit(caveat.whole),
      bit(own[0]?.lower === 'which' || own[0]?.lower === 'whose' || own[1]?.lower === 'which'),
      view.caveats.filter((other) => other !== caveat && betweenThem(other, k)).length,
      bit(view.caveats.some((other) => other !== caveat && other.sentence === sentenceOf(view, k))),
      bit(sentences[caveat.sentence]?.paragraph !== sentences[caveat.sentence - 1]?.paragraph),
      bit(sentences[caveat.sentence]?.paragraph === paragraphOf(view, k)),
      bit(paragraphOf(view, k) !== paragraphOf(view, k - 1)),
      Math.min(6, before.filter((other) => paragraphOf(view, other) === sentences[caveat.sentence]?.paragraph).length),
      words.filter(({ lower }) => /\d/u.test(lower) && own.some((token) => token.lower === lower)).length,
      bit(origin !== null && origin === originOf(view, before.at(-1) ?? -1)),
      bit(origin !== null && here.some((other) => other !== k && originOf(view, other) === origin)),
      bit(origin !== null && candidates.find((other) => originOf(view, other) === origin) === k),
      origin === null ? 0 : Math.min(8, before.filter((other) => originOf(view, other) === origin).length),
      bit(words.some(({ lower }) => RECORDINGS.has(lower))),
      new Set(before.slice(before.indexOf(k) + 1).map((other) => originOf(view, other))).size,
      bit(opening.some(({ pos }) => pos === 'PROPN')),
    ]
  })
}
