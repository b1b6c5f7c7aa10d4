import { and, asc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import { users } from '../accounts/schema.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { claims } from '../claims/schema.ts'
import type { Reader } from '../db/open.ts'
import { theProgram } from '../history/history.ts'
import type { Confidence, Outcome, SaidFinding } from '../vocabulary.ts'
import { weigh } from './opinions.ts'
import { type Review, reviews, secondChecks } from './schema.ts'

export interface FiledReview extends Review { reviewerName: string }

export interface OpenSecondCheck { id: number; takenBy: number; takenByName: string; takenAt: string; mine: boolean }

/** What has been found about one claim, as one viewer may see it. */
export interface ClaimOpinions {
  /** The opinions that count: the newest of each kind about the claim's present wording. All null where withheld. */
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
 * The opinions on every claim of a version, as this viewer may see them. `everyone` withholds nothing: for the operator's command line only.
 * Opinions on a claim that was merged away are listed with the one it went into, but do not count there.
 */
export function opinionsOn(db: Reader, viewer: Viewer | 'everyone', versionId: number): Map<number, ClaimOpinions> {
  const all = db.select({ id: claims.id, wording: claims.wording, mergedInto: claims.mergedInto }).from(claims).where(eq(claims.versionId, versionId)).all()
  const filed = db
    .select({ ...getTableColumns(reviews), reviewerName: users.name })
    .from(reviews)
    .innerJoin(claims, eq(claims.id, reviews.claimId))
    .leftJoin(users, eq(users.id, reviews.reviewerId))
    .where(eq(claims.versionId, versionId))
    .orderBy(asc(reviews.id))
    .all()
  const taken = db
    .select({ id: secondChecks.id, claimId: secondChecks.claimId, takenBy: secondChecks.takenBy, takenByName: users.name, takenAt: secondChecks.takenAt })
    .from(secondChecks)
    .innerJoin(claims, eq(claims.id, secondChecks.claimId))
    .innerJoin(users, eq(users.id, secondChecks.takenBy))
    .where(and(eq(claims.versionId, versionId), stillOpen))
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

/** A second check that has been neither filed nor given back. */
export const stillOpen = and(isNull(secondChecks.filedAt), isNull(secondChecks.givenBackAt))

/** What the samples brought along was filed by nobody who has an account. */
const named = <T extends { reviewerName: string | null }>(review: T): T & { reviewerName: string } => ({ ...review, reviewerName: review.reviewerName ?? theProgram.name })
