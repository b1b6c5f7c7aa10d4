import { and, asc, desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import { users } from '../accounts/schema.ts'
import { claims } from '../claims/schema.ts'
import type { Reader } from '../db/open.ts'
import { type Challenge, challenges, type Correction, corrections } from './schema.ts'

/** A challenge with the number of its claim and the people who recorded and answered it. */
export interface ShownChallenge extends Challenge {
  claimNumber: number | null
  recorder: string
  answerer: string | null
}

/** The challenges to a piece, open ones first, then the newest. */
export const listChallenges = (db: Reader, articleId: number): ShownChallenge[] =>
  db
    .select({
      ...getTableColumns(challenges),
      claimNumber: claims.number,
      recorder: sql<string>`(select name from users where id = ${challenges.recordedBy})`,
      answerer: users.name,
    })
    .from(challenges)
    .leftJoin(claims, eq(claims.id, challenges.claimId))
    .leftJoin(users, eq(users.id, challenges.answeredBy))
    .where(eq(challenges.articleId, articleId))
    .orderBy(sql`${challenges.answer} is not null`, desc(challenges.receivedOn), desc(challenges.id))
    .all()

/** A correction with the number of its claim and who recorded it. */
export interface ShownCorrection extends Correction {
  claimNumber: number | null
  recorder: string
}

/** The corrections of a piece in the order in which they were published; those withdrawn are left out unless they are asked for. */
export const listCorrections = (db: Reader, articleId: number, withdrawn = false): ShownCorrection[] =>
  db
    .select({ ...getTableColumns(corrections), claimNumber: claims.number, recorder: users.name })
    .from(corrections)
    .innerJoin(users, eq(users.id, corrections.recordedBy))
    .leftJoin(claims, eq(claims.id, corrections.claimId))
    .where(and(eq(corrections.articleId, articleId), withdrawn ? undefined : isNull(corrections.withdrawnAt)))
    .orderBy(asc(corrections.publishedOn), asc(corrections.id))
    .all()

/** The claims of a piece's newest version that somebody may challenge, by number. */
export const listChallengeable = (db: Reader, versionId: number): { id: number; number: number; wording: string }[] =>
  db
    .select({ id: claims.id, number: claims.number, wording: claims.wording })
    .from(claims)
    .where(and(eq(claims.versionId, versionId), eq(claims.withdrawn, false)))
    .orderBy(asc(claims.number))
    .all()
