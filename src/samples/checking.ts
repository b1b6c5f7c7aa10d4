import { clear } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { currentVersion, listSentences, textOf } from '../articles/queries.ts'
import type { Article, Sentence } from '../articles/schema.ts'
import { addHop, type HopFacets, removeHop } from '../claims/chain.ts'
import { chainOf } from '../claims/chain-queries.ts'
import { confirmSentence, markNone } from '../claims/decisions.ts'
import { changeDetails } from '../claims/details.ts'
import { overlaps } from '../claims/place.ts'
import { type ClaimOnDesk, findClaim, findSentence, listCaveats, listClaims } from '../claims/queries.ts'
import type { Db } from '../db/open.ts'
import { addEvidence, type NewEvidence } from '../evidence/evidence.ts'
import { answerPillar } from '../evidence/pillars.ts'
import { isDecided } from '../reviews/progress.ts'
import { answerQuery, askQuery } from '../reviews/queries-to-reporter.ts'
import { fileFinding } from '../reviews/reviews.ts'
import { aliasesOf, listSourcesCalled } from '../sources/queries.ts'
import { changeSource, type SourceChoice } from '../sources/sources.ts'
import type { SampleCheck, SampleHop, SampleSource } from './sample.ts'

const mine = { seen: 0 }

/** Does the checks one after another, each by the verb that a page would call. */
export function doChecks(db: Db, viewer: Viewer, article: Article, checks: readonly SampleCheck[]): void {
  for (const check of checks) {
    const find = () => clear(viewer, 'check', findClaim(db, viewer, claimWith(db, article, check.words)))
    if (check.chain) putChain(db, viewer, article, find, check.chain)
    if (check.video) putVideo(db, viewer, article, find, check.video.caveat)
    for (const { source, ...item } of check.evidence ?? []) {
      addEvidence(
        db,
        viewer,
        find(),
        { ...emptyEvidence, ...item, source: source ? choose(db, viewer, article, source) : { is: 'unclear' } },
        null,
      )
    }
    for (const answer of check.video?.pillars ?? []) answerPillar(db, viewer, find(), { ...mine, ...answer, evidenceId: null })
    if (check.finding) fileFinding(db, viewer, find(), { ...mine, ...check.finding })
    if (check.query) {
      const query = askQuery(db, viewer, find(), { ...mine, question: check.query.question })
      if (check.query.answer) answerQuery(db, viewer, find(), query, check.query.answer)
    }
  }
}

/** Decides these sentences, found by words that they hold; all of them where none are named. */
export function decideSentences(db: Db, viewer: Viewer, article: Article, words?: readonly string[]): void {
  const version = currentVersion(db, article)
  const text = textOf(version)
  const rows = listSentences(db, version.id)
  const named = words?.map((some) => found(rows, (row) => text.slice(row.start, row.end).includes(some), some))
  for (const row of named ?? rows.filter(mayHoldClaims)) decide(db, viewer, row)
}

/** The first sentence of an article that begins with these words. */
export function sentenceWith(db: Db, article: Article, words: string): Sentence {
  const version = currentVersion(db, article)
  return found(listSentences(db, version.id), (row) => textOf(version).startsWith(words, row.start), words)
}

const emptyEvidence: Omit<NewEvidence, 'kind' | 'title' | 'stance' | 'basis' | 'source'> = {
  ...mine,
  url: '',
  locator: '',
  passage: '',
  withWhom: '',
  happenedOn: '',
  note: '',
}

/** The shortest claim that holds the words: where a sentence was split, the part that says it. */
function claimWith(db: Db, article: Article, words: string): number {
  const claims = listClaims(db, currentVersion(db, article).id).sort((one, other) => one.wording.length - other.wording.length)
  return found(claims, (claim) => claim.wording.includes(words), words).id
}

function putChain(
  db: Db,
  viewer: Viewer,
  article: Article,
  find: () => ReturnType<typeof clear<'check', ClaimOnDesk>>,
  wanted: readonly SampleHop[],
): void {
  const chain = chainOf(db, find().id)
  const right =
    chain.length === wanted.length &&
    wanted.every((hop, place) => listSourcesCalled(db, viewer, hop.name).some((source) => source.id === chain[place]?.sourceId))
  if (right) return
  for (const hop of chain) removeHop(db, viewer, find(), hop.id, mine.seen)
  for (const { name, kind, unnamed = false, inCopy, ...facets } of wanted) {
    addHop(db, viewer, find(), {
      ...mine,
      ...plainHop,
      ...facets,
      position: null,
      source: choose(db, viewer, article, { name, kind, unnamed, ...(inCopy !== undefined && { inCopy }) }),
    })
  }
}

const plainHop: Omit<HopFacets, 'verb'> = {
  channel: null,
  saidOn: '',
  seenByUs: false,
  identified: 'named',
  stake: 'unknown',
  proximity: 'unknown',
  groundRule: 'unknown_from_copy',
}

function putVideo(
  db: Db,
  viewer: Viewer,
  article: Article,
  find: () => ReturnType<typeof clear<'check', ClaimOnDesk>>,
  words: string,
): void {
  const caveat = found(listCaveats(db, currentVersion(db, article).id), (one) => one.quoted.includes(words), words)
  const { kind, checkable } = find()
  changeDetails(db, viewer, find(), {
    ...mine,
    kind,
    checkable,
    voice: 'attributed_with_caveat',
    quote: 'indirect',
    restsOnMedia: true,
    caveatIds: [caveat.id],
  })
}

function choose(db: Db, viewer: Viewer, article: Article, { name, kind, unnamed = false, inCopy }: SampleSource): SourceChoice {
  const [known] = listSourcesCalled(db, viewer, name)
  if (known) return { is: 'existing', id: known.id, typed: known.name.trim().replace(/\s+/g, ' ') }
  const suggested =
    inCopy === undefined ? undefined : listSourcesCalled(db, viewer, inCopy).find((source) => source.standing === 'suggested')
  if (!suggested) return { is: 'new', name, kind, unnamed, another: false }
  const { id, affiliatedTo, affiliatedSince, affiliatedUntil, note } = suggested
  const aliases = [...new Set([suggested.name, ...aliasesOf(db, id)])]
  changeSource(db, viewer, clear(viewer, 'check', { ...suggested, deskId: article.deskId }), mine.seen, {
    name,
    aliases,
    kind,
    unnamed,
    affiliatedTo,
    affiliatedSince,
    affiliatedUntil,
    note,
  })
  return { is: 'existing', id, typed: name }
}

const mayHoldClaims = (row: Sentence): boolean => row.furniture === null && (row.part === null || row.part === 'headline')

function decide(db: Db, viewer: Viewer, row: Sentence): void {
  const held = listClaims(db, row.versionId).filter((claim) =>
    claim.spans.some((span) => overlaps([span.start, span.end], [row.start, row.end])),
  )
  if (isDecided(row, held)) return
  const sentence = clear(viewer, 'check', findSentence(db, viewer, row.id))
  if (row.none !== null || held.length > 0) confirmSentence(db, viewer, sentence)
  else markNone(db, viewer, sentence, 'scene_setting')
}

function found<T>(things: readonly T[], test: (thing: T) => boolean, words: string): T {
  const thing = things.find(test)
  if (thing === undefined) throw new Error(`The sample article has nothing with the words “${words}”.`)
  return thing
}
