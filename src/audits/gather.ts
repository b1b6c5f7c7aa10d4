import { asc, sql } from 'drizzle-orm'
import { desks } from '../accounts/schema.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { articles } from '../articles/schema.ts'
import { groupBy } from '../claims/queries.ts'
import type { Claim } from '../claims/schema.ts'
import { fold } from '../db/fold.ts'
import type { Reader } from '../db/open.ts'
import type { Support } from '../evidence/independence.ts'
import { opinionsOnTouched } from '../reviews/queries.ts'
import { reviews } from '../reviews/schema.ts'
import type { SourceKind } from '../vocabulary.ts'
import type { Span } from '../extraction/types.ts'
import { affiliationsOf, entriesOf } from '../sources/entries.ts'
import { findSourceIfAny } from '../sources/queries.ts'
import type { ClaimFacts, HopFacts, PieceFacts } from './facts.ts'
import { articlesOf, dayOf, isNarrowed, type Selection } from './selection.ts'

/** So many pieces are read at a time: an audit of a hundred thousand holds no more of them than these. */
const PIECES = 400

export interface Wanted {
  /** Where claims stand in the text; counting does not ask, and all of them are at 0 then. */
  places: boolean
}

/** How many pieces a selection holds. */
export const countPieces = (db: Reader, viewer: Viewer, selection: Selection): number =>
  db.select({ n: sql<number>`count(*)` }).from(articles).where(articlesOf(viewer, selection)).get()?.n ?? 0

/** The pieces of a selection with their claims as this viewer may see them, the oldest first, so many at a time. */
export function* piecesOf(
  db: Reader,
  viewer: Viewer,
  selection: Selection,
  { places }: Wanted = { places: true },
): Generator<PieceFacts[]> {
  const ids = db
    .select({ id: articles.id })
    .from(articles)
    .where(articlesOf(viewer, selection))
    .orderBy(dayOf, asc(articles.id))
    .all()
    .map(({ id }) => id)
  const directory: Directory = { belongsTo: belongings(db), known: new Map() }
  for (let from = 0; from < ids.length; from += PIECES)
    yield piecesBy(db, viewer, selection, { ids: ids.slice(from, from + PIECES), directory, places })
}

type BelongsTo = (id: number) => readonly number[]

/** What is known of sources so far; pieces that follow one another quote the same ones. */
interface Directory {
  belongsTo: BelongsTo
  known: Map<number, Pick<HopFacts, 'entryId' | 'heard' | 'kind'>>
}

/** Pieces to be read at a time. */
interface Part extends Wanted {
  ids: readonly number[]
  directory: Directory
}

/** Whom sources belong to or are the same as. Most belong to nobody: those are not asked one by one. */
function belongings(db: Reader): BelongsTo {
  const tied = new Set(
    db
      .all<{ id: number }>(
        sql`select id from sources where affiliated_to is not null union select source_id from source_merges where parted_at is null
        union select into_id from source_merges where parted_at is null`,
      )
      .map(({ id }) => id),
  )
  const known = new Map<number, readonly number[]>()
  return (id) => {
    if (!tied.has(id)) return []
    const found = known.get(id) ?? affiliationsOf(db, id)
    known.set(id, found)
    return found
  }
}

function piecesBy(db: Reader, viewer: Viewer, selection: Selection, part: Part): PieceFacts[] {
  const { ids } = part
  const heads = db
    .select({
      id: articles.id,
      headline: articles.headline,
      outlet: articles.outlet,
      byline: articles.byline,
      publication: articles.publication,
      desk: sql<string>`(select ${desks.name} from ${desks} where ${desks.id} = ${articles.deskId})`,
      day: dayOf,
      // Named in full: Drizzle leaves the table out where only one is selected from, and both have an id.
      corrections: sql<number>`(select count(*) from corrections c where c.article_id = "articles"."id" and c.withdrawn_at is null)`,
    })
    .from(articles)
    .where(sql`${articles.id} in (${oneOf(ids)})`)
    .all()
  const source = selection.source === null ? null : heardIn(db, viewer, selection.source)
  const byPiece = groupBy(claimsOf(db, viewer, part), ({ articleId }) => articleId)
  const place = new Map(ids.map((id, k) => [id, k]))
  return heads
    .sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
    .map((head) => {
      const claims = byPiece.get(head.id) ?? []
      return { ...head, claims: isNarrowed(selection) ? claims.filter((claim) => passes(selection, source, claim)) : claims }
    })
}

function passes({ outcome, standing }: Selection, source: string | null, claim: ClaimFacts): boolean {
  return (
    (source === null || claim.chain.some(({ heard }) => heard === source)) &&
    (outcome === '' || (!claim.withheld && claim.outcome === outcome)) &&
    (standing === '' || claim.confirmed === (standing === 'confirmed'))
  )
}

/** Rows as arrays: of a hundred thousand, objects with names cost more than what is counted. */
type ClaimRow = [id: number, articleId: number, versionId: number, number: number, facets: string]

function claimsOf(db: Reader, viewer: Viewer, { ids, directory, places }: Part): (ClaimFacts & { articleId: number })[] {
  const rows = db.values<ClaimRow>(sql`
    select c.id, c.article_id, c.version_id, c.number, c.voice || ' ' || c.kind || ' ' || c.standing from claims c
    where c.article_id in (${oneOf(ids)}) and not c.withdrawn and c.state not in ('cut', 'not_a_claim')
      and c.version_id in (select max(v.id) from versions v where v.article_id in (${oneOf(ids)}) group by v.article_id)
    ${places ? sql`order by c.article_id, c.number` : sql``}`)
  const inPieces = sql`select id from claims where article_id in (${oneOf(ids)})`
  const chains = chainsOf(db, ids, directory)
  const caveats = caveatsOf(db, inPieces)
  const supports = supportOf(db, ids, directory.belongsTo)
  const found = findingsOf(db, viewer, rows, inPieces)
  const spans = places ? placesOf(db, inPieces) : null
  return rows.map(([id, articleId, , number, facets]) => {
    const [voice, kind, standing] = apart(facets) as [Claim['voice'], Claim['kind'], Claim['standing']]
    const chain = chains.get(id) ?? nobody
    const origin = chain[0]?.entryId ?? null
    const { said, outcome, withheld } = found.get(id) ?? unchecked
    const [start, end] = spans?.get(id) ?? nowhere
    return {
      id,
      articleId,
      number,
      start,
      end,
      voice,
      kind,
      confirmed: standing !== 'suggested',
      chain,
      said,
      outcome,
      withheld,
      caveatIds: caveats.get(id) ?? none,
      support: supports.get(id) ?? none,
      affiliations: origin === null ? none : directory.belongsTo(origin),
    }
  })
}

const none: readonly never[] = []
const nobody: readonly HopFacts[] = none
const nowhere: Span = [0, 0]
const unchecked: Pick<ClaimFacts, 'said' | 'outcome' | 'withheld'> = { said: 'not_checked', outcome: 'not_checked', withheld: false }

function placesOf(db: Reader, inPieces: InPieces): Map<number, Span> {
  const rows = db.values<[number, number, number]>(
    sql`select claim_id, min(start), max("end") from claim_spans where claim_id in (${inPieces}) group by claim_id`,
  )
  return new Map(rows.map(([claimId, start, end]) => [claimId, [start, end]]))
}

function caveatsOf(db: Reader, inPieces: InPieces): Map<number, number[]> {
  const rows = db.values<[number, number]>(sql`select claim_id, caveat_id from claim_caveats where claim_id in (${inPieces})`)
  const caveats = new Map<number, number[]>()
  for (const [claimId, caveatId] of rows) caveats.set(claimId, [...(caveats.get(claimId) ?? []), caveatId])
  return caveats
}

/** Many ids as one value of a query. */
const oneOf = (ids: readonly number[]) => sql`select value from json_each(${JSON.stringify(ids)})`

type InPieces = ReturnType<typeof sql>

const words = new Map<string, readonly string[]>()

/**
 * The words of a line, the same ones each time: a row brings new copies of what a column can hold, and to compare those by their letters
 * costs more than all else that is counted.
 */
function apart(line: string): readonly string[] {
  const known = words.get(line)
  if (known) return known
  const fresh = line.split(' ').map((word) => alone.get(word) ?? word)
  for (const word of fresh) alone.set(word, word)
  words.set(line, fresh)
  return fresh
}
const alone = new Map<string, string>()

type HopRow = [claimId: number, position: number, sourceId: number | null, facets: string]

function chainsOf(db: Reader, ids: readonly number[], directory: Directory): Map<number, HopFacts[]> {
  const rows = db.values<HopRow>(sql`
    select a.claim_id, a.position, a.source_id, a.identified || ' ' || a.stake || ' ' || a.proximity
    from claims c join attributions a on a.claim_id = c.id where c.article_id in (${oneOf(ids)})`)
  look(
    db,
    rows.map(([, , sourceId]) => sourceId),
    directory,
  )
  const chains = new Map<number, HopFacts[]>()
  // The one hop that most chains have is its chain; only longer ones are put in their order.
  const longer = new Map<number, [position: number, hop: HopFacts][]>()
  for (const [claimId, position, sourceId, facets] of rows) {
    const [identified, stake, proximity] = apart(facets) as [HopFacts['identified'], HopFacts['stake'], HopFacts['proximity']]
    const { entryId, heard, kind } = (sourceId === null ? undefined : directory.known.get(sourceId)) ?? unclear
    const hop: HopFacts = { entryId, heard, kind, identified, stake, proximity }
    const first = chains.get(claimId)
    if (!first) chains.set(claimId, [hop])
    if (!first && position === 0) continue
    longer.set(claimId, [...(longer.get(claimId) ?? (first ?? []).map((one): [number, HopFacts] => [0, one])), [position, hop]])
  }
  for (const [claimId, hops] of longer)
    chains.set(
      claimId,
      hops.sort(([a], [b]) => a - b).map(([, hop]) => hop),
    )
  return chains
}

const unclear: Pick<HopFacts, 'entryId' | 'heard' | 'kind'> = { entryId: null, heard: null, kind: null }

/** Looks up those sources that are not known yet. */
function look(db: Reader, sourceIds: readonly (number | null)[], { known }: Directory): void {
  const fresh = [...new Set(sourceIds)].filter((id): id is number => id !== null && !known.has(id))
  if (fresh.length === 0) return
  const entryOf = entriesOf(db, fresh)
  const rows = db.values<[id: number, kind: string, name: string, unnamed: number]>(
    sql`select id, kind, name, unnamed from sources where id in (${oneOf(fresh)})`,
  )
  const headed = rows.map(([id]) => id).filter((id) => entryOf(id) !== id)
  const byHead = heardAs(db, headed.map(entryOf))
  for (const [id, kind, name, unnamed] of rows) {
    const entryId = entryOf(id)
    known.set(id, { entryId, heard: entryId === id ? heardBy(id, name, unnamed) : byHead(entryId), kind: apart(kind)[0] as SourceKind })
  }
}

const heardBy = (id: number, name: string, unnamed: number): string => (unnamed ? `#${id}` : fold(name))

/** Under what entries are heard: named ones under their name, the others each by itself. */
export function heardAs(db: Reader, entries: readonly number[]): (entryId: number) => string {
  if (entries.length === 0) return (entryId) => `#${entryId}`
  const rows = db.values<[id: number, name: string, unnamed: number]>(
    sql`select id, name, unnamed from sources where id in (${oneOf([...new Set(entries)])})`,
  )
  const names = new Map(rows.map(([id, name, unnamed]) => [id, heardBy(id, name, unnamed)]))
  return (entryId) => names.get(entryId) ?? `#${entryId}`
}

/** Under what one source is heard, whatever row it is; nothing goes by the name of one out of the viewer's sight. */
export function heardIn(db: Reader, viewer: Viewer, sourceId: number): string {
  if (!findSourceIfAny(db, viewer, sourceId)) return ''
  const entry = entriesOf(db, [sourceId])(sourceId)
  return heardAs(db, [entry])(entry)
}

type SupportRow = [claimId: number, mergedInto: number | null, sourceId: number | null, facets: string]

/** Evidence that stands, by the claim it is read with: that on a claim merged away goes with the one it went into. */
function supportOf(db: Reader, ids: readonly number[], belongsTo: BelongsTo): Map<number, Support[]> {
  const rows = db.values<SupportRow>(sql`
    select e.claim_id, c.merged_into, e.source_id, e.basis || ' ' || e.stance
    from claims c join evidence e on e.claim_id = c.id where c.article_id in (${oneOf(ids)}) and e.withdrawn_at is null`)
  const supports = new Map<number, Support[]>()
  for (const [claimId, mergedInto, sourceId, facets] of rows) {
    const [basis, stance] = apart(facets) as [Support['basis'], Support['stance']]
    const support = { sourceId, basis, stance, withdrawnAt: null, affiliations: sourceId === null ? [] : belongsTo(sourceId) }
    const readWith = mergedInto === null ? claimId : lastOf(db, mergedInto)
    const known = supports.get(readWith)
    if (known) known.push(support)
    else supports.set(readWith, [support])
  }
  return supports
}

/** The claim that one went into, and that one into another, to the last. */
const lastOf = (db: Reader, claimId: number): number =>
  db.get<{ id: number }>(sql`with recursive up(id, next) as (select id, merged_into from claims where id = ${claimId}
    union select c.id, c.merged_into from claims c join up on c.id = up.next) select id from up where next is null`).id

/** What was found on each claim; only versions on which anything was filed or is being checked are looked into. */
function findingsOf(
  db: Reader,
  viewer: Viewer,
  rows: readonly ClaimRow[],
  inPieces: InPieces,
): Map<number, Pick<ClaimFacts, 'said' | 'outcome' | 'withheld'>> {
  const filed = new Set(
    db
      .all<{ version: number }>(
        sql`select distinct c.version_id as version from ${reviews} r join claims c on c.id = r.claim_id where r.claim_id in (${inPieces})`,
      )
      .map(({ version }) => version),
  )
  const versions = new Set(rows.map(([, , versionId]) => versionId).filter((id) => filed.has(id)))
  return versions.size === 0 ? new Map() : opinionsOnTouched(db, viewer, [...versions])
}
