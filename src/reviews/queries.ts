import { and, asc, eq, getTableColumns, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { desks, users } from '../accounts/schema.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { listSentences } from '../articles/queries.ts'
import { type SignOff, signOffs } from '../articles/schema.ts'
import { groupBy, listClaims } from '../claims/queries.ts'
import { claims, secondChecks } from '../claims/schema.ts'
import { stillOpen } from '../claims/under-check.ts'
import type { Reader } from '../db/open.ts'
import { theProgram } from '../events/events.ts'
import type { Confidence, Outcome, SaidFinding } from '../vocabulary.ts'
import { sourcesWhere } from './chains.ts'
import { unsupportedClaims } from './grounds.ts'
import { weigh } from './opinions.ts'
import { type Progress, progressOf } from './progress.ts'
import { type Query, queries, type Review, reviews } from './schema.ts'

export interface FiledReview extends Review {
  reviewerName: string
  /** Others stood in the chain when it was filed: of whether they said it, it counts no longer. */
  earlierChain: boolean
}

export interface OpenSecondCheck {
  id: number
  takenBy: number
  takenByName: string
  takenAt: string
  mine: boolean
}

/** What has been found about one claim, as one viewer may see it. */
export interface ClaimOpinions {
  /**
   * The opinions that count: the newest of each kind about the claim's present wording. All null where withheld.
   * In one about an earlier chain, `said` is `not_checked`.
   */
  first: FiledReview | null
  second: FiledReview | null
  final: FiledReview | null
  /** Every opinion ever filed that this viewer may see, oldest first, also about earlier wordings and on claims merged into this one. */
  all: FiledReview[]
  /** This viewer has taken the second check and not filed it: nothing of the first opinion is here. */
  withheld: boolean
  secondCheck: OpenSecondCheck | null
  /** What counts: the final opinion, else the first; `not_checked` where there is none or it is withheld. */
  outcome: Outcome
  said: SaidFinding
  confidence: Confidence | null
  /** First and second say different things, and nobody has filed a final opinion since. */
  differ: boolean
}

/**
 * The opinions on every claim of a version, as this viewer may see them.
 * `everyone` withholds nothing: for the operator's command line only.
 * Opinions on a claim that was merged away are listed with the one it went into, but do not count there.
 */
export const opinionsOn = (db: Reader, viewer: Viewer | 'everyone', versionId: number): Map<number, ClaimOpinions> =>
  opinionsIn(db, viewer, [versionId])

/** The same of several versions at once. */
export const opinionsIn = (db: Reader, viewer: Viewer | 'everyone', versions: readonly number[]): Map<number, ClaimOpinions> =>
  opinionsWhere(db, viewer, inArray(claims.versionId, [...versions]))

/** The same of those claims only on which anything was filed, that somebody is checking, or that went into others: all else is not checked. */
export const opinionsOnTouched = (db: Reader, viewer: Viewer, versions: readonly number[]): Map<number, ClaimOpinions> =>
  opinionsWhere(
    db,
    viewer,
    and(
      inArray(claims.versionId, [...versions]),
      // Named in full: of a single table Drizzle leaves the name out, and every one of these has an id.
      sql`("claims"."merged_into" is not null or exists (select 1 from reviews r where r.claim_id = "claims"."id")
        or exists (select 1 from second_checks s where s.claim_id = "claims"."id"))`,
    ),
  )

function opinionsWhere(db: Reader, viewer: Viewer | 'everyone', within: SQL | undefined): Map<number, ClaimOpinions> {
  const chains = sourcesWhere(db, within)
  const all = db
    .select({ id: claims.id, wording: claims.wording, mergedInto: claims.mergedInto })
    .from(claims)
    .where(within)
    .all()
    .map((claim) => ({ ...claim, chain: chains.get(claim.id) ?? [] }))
  const filed = db
    .select({ ...getTableColumns(reviews), reviewerName: users.name })
    .from(reviews)
    .innerJoin(claims, eq(claims.id, reviews.claimId))
    .leftJoin(users, eq(users.id, reviews.reviewerId))
    .where(within)
    .orderBy(asc(reviews.id))
    .all()
  const taken = db
    .select({
      id: secondChecks.id,
      claimId: secondChecks.claimId,
      takenBy: secondChecks.takenBy,
      takenByName: users.name,
      takenAt: secondChecks.takenAt,
    })
    .from(secondChecks)
    .innerJoin(claims, eq(claims.id, secondChecks.claimId))
    .innerJoin(users, eq(users.id, secondChecks.takenBy))
    .where(and(within, stillOpen))
    .all()
  return weigh(all, filed.map(named), taken, viewer === 'everyone' ? null : viewer.id)
}

/**
 * The claims whose first opinion is withheld from this viewer: they have taken the second check and not filed it.
 * Everything that shows opinions, outcomes or their history leaves these claims' out.
 */
export function withheldClaims(db: Reader, viewer: Viewer): Set<number> {
  const rows = db.all<{ id: number }>(sql`
    with recursive withheld(id) as (
      select claim_id from second_checks where taken_by = ${viewer.id} and filed_at is null and given_back_at is null
      union
      select claims.id from claims join withheld on claims.merged_into = withheld.id
    )
    select id from withheld`)
  return new Set(rows.map((row) => row.id))
}

/** What the samples brought along was filed by nobody who has an account. */
export const named = <T extends { reviewerName: string | null }>(review: T): T & { reviewerName: string } => ({
  ...review,
  reviewerName: review.reviewerName ?? theProgram.name,
})

/** How far the check of a version is, as this viewer may see it. */
export function progressOn(db: Reader, viewer: Viewer | 'everyone', article: { deskId: number }, versionId: number): Progress {
  const opinions = opinionsOn(db, viewer, versionId)
  return progressOf({
    sentences: listSentences(db, versionId),
    claims: listClaims(db, versionId),
    opinions,
    openQueries: openQueriesOf(queriesOn(db, versionId)),
    secondCheck: asksForSecondCheck(db, article.deskId),
    unsupported: unsupportedClaims(db, article, versionId, opinions),
  })
}

export const asksForSecondCheck = (db: Reader, deskId: number): boolean =>
  db.select({ asks: desks.secondCheck }).from(desks).where(eq(desks.id, deskId)).get()?.asks ?? true

export interface AskedQuery extends Query {
  askedByName: string
  recordedByName: string | null
  claimNumber: number
  open: boolean
}

/** The queries of a version by claim, oldest first; those of a claim merged away are read with the one it went into. */
export function queriesOn(db: Reader, versionId: number): Map<number, AskedQuery[]> {
  const recorders = alias(users, 'recorders')
  const all = db
    .select({ id: claims.id, number: claims.number, mergedInto: claims.mergedInto, withdrawn: claims.withdrawn })
    .from(claims)
    .where(eq(claims.versionId, versionId))
    .all()
  const byId = new Map(all.map((claim) => [claim.id, claim]))
  const rootOf = (id: number) => {
    let claim = byId.get(id)
    while (claim && claim.mergedInto !== null) claim = byId.get(claim.mergedInto)
    return claim
  }
  const asked = db
    .select({ ...getTableColumns(queries), askedByName: users.name, recordedByName: recorders.name })
    .from(queries)
    .innerJoin(claims, eq(claims.id, queries.claimId))
    .leftJoin(users, eq(users.id, queries.askedBy))
    .leftJoin(recorders, eq(recorders.id, queries.recordedBy))
    .where(eq(claims.versionId, versionId))
    .orderBy(asc(queries.id))
    .all()
  const read = asked.flatMap((query) => {
    const root = rootOf(query.claimId)
    if (!root || root.withdrawn) return []
    const askedByName = query.askedByName ?? theProgram.name
    return [{ ...query, askedByName, open: query.recordedAt === null, claimNumber: root.number, rootId: root.id }]
  })
  return groupBy(read, (query) => query.rootId)
}

/** Of these, the ones that block sign-off, numbered by claim. */
export function openQueriesOf(asked: ReadonlyMap<number, readonly AskedQuery[]>): Progress['openQueries'] {
  return [...asked].flatMap(([claimId, group]) =>
    group.flatMap((query, index) => (query.open ? [{ id: query.id, number: index + 1, claimId, claimNumber: query.claimNumber }] : [])),
  )
}

export interface StandingSignOff extends SignOff {
  signedByName: string
}

/** The sign-off that stands on an article, if one does. */
export function findSignOffIfAny(db: Reader, article: { id: number }): StandingSignOff | undefined {
  return db
    .select({ ...getTableColumns(signOffs), signedByName: users.name })
    .from(signOffs)
    .innerJoin(users, eq(users.id, signOffs.signedBy))
    .where(and(eq(signOffs.articleId, article.id), isNull(signOffs.reopenedAt)))
    .get()
}
