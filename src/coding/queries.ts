import { and, asc, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import { deskIds, type Viewer } from '../accounts/viewer.ts'
import { articles } from '../articles/schema.ts'
import { claims } from '../claims/schema.ts'
import type { Reader } from '../db/open.ts'
import { NotFound } from '../errors.ts'
import { type Coding, codingClaims, type CodingRound, codingRounds, codings } from './schema.ts'

/** A round with how many claims its sample holds, and the names of the two. */
export interface RoundOnDesk extends CodingRound {
  claims: number
  names: readonly [one: string, two: string]
}

const columns = {
  ...getTableColumns(codingRounds),
  claims: sql<number>`(select count(*) from coding_claims where round_id = ${codingRounds.id})`,
  one: sql<string>`(select name from users where id = ${codingRounds.coderOne})`,
  two: sql<string>`(select name from users where id = ${codingRounds.coderTwo})`,
}
const asRound = ({ one, two, ...round }: CodingRound & { claims: number; one: string; two: string }): RoundOnDesk => ({
  ...round,
  names: [one, two],
})

/** The rounds of the viewer's desks, the newest first. */
export const listRounds = (db: Reader, viewer: Viewer): RoundOnDesk[] =>
  db
    .select(columns)
    .from(codingRounds)
    .where(inArray(codingRounds.deskId, deskIds(viewer)))
    .orderBy(desc(codingRounds.id))
    .all()
    .map(asRound)

/** Throws `NotFound` for a round that is not on a desk of the viewer's. */
export function findRound(db: Reader, viewer: Viewer, id: number): RoundOnDesk {
  const round = db
    .select(columns)
    .from(codingRounds)
    .where(and(eq(codingRounds.id, id), inArray(codingRounds.deskId, deskIds(viewer))))
    .get()
  if (!round) throw new NotFound('sample')
  return asRound(round)
}

/** How many claims each of the two has coded. */
export function doneBy(db: Reader, round: CodingRound): [one: number, two: number] {
  const count = (coderId: number): number =>
    db
      .select({ n: sql<number>`count(*)` })
      .from(codings)
      .where(and(eq(codings.roundId, round.id), eq(codings.coderId, coderId)))
      .get()?.n ?? 0
  return [count(round.coderOne), count(round.coderTwo)]
}

/** What one person has coded, in the order of the sample. */
export const codingsBy = (db: Reader, round: CodingRound, coderId: number): Coding[] =>
  db
    .select()
    .from(codings)
    .where(and(eq(codings.roundId, round.id), eq(codings.coderId, coderId)))
    .orderBy(asc(codings.position))
    .all()

/** A claim of a sample with where it stands. */
export interface SampledClaim {
  position: number
  claimId: number
  wording: string
  articleId: number
  headline: string
  outlet: string
  versionId: number
}

export const listSampled = (db: Reader, round: CodingRound): SampledClaim[] =>
  db
    .select({
      position: codingClaims.position,
      claimId: claims.id,
      wording: claims.wording,
      articleId: articles.id,
      headline: articles.headline,
      outlet: articles.outlet,
      versionId: claims.versionId,
    })
    .from(codingClaims)
    .innerJoin(claims, eq(claims.id, codingClaims.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(eq(codingClaims.roundId, round.id))
    .orderBy(asc(codingClaims.position))
    .all()

/** The copy round a claim: its sentences, whole, with what comes just before and after; the claim's own words marked. */
export interface Passage {
  before: string
  words: string
  after: string
}

/** So much of the copy stands round a claim, in characters. */
const AROUND = 600

export function passageOf(db: Reader, { claimId, versionId }: Pick<SampledClaim, 'claimId' | 'versionId'>): Passage | null {
  const row = db.get<{ start: number; end: number; text: string | null } | undefined>(
    sql`select min(p.start) as start, max(p."end") as "end", v.text from claim_spans p join versions v on v.id = ${versionId} where p.claim_id = ${claimId}`,
  )
  if (!row?.text) return null
  const { text, start, end } = row
  return {
    before: text.slice(Math.max(0, start - AROUND), start).replace(/^\S*\s/u, start > AROUND ? '… ' : '$&'),
    words: text.slice(start, end),
    after: text.slice(end, end + AROUND).replace(/\s\S*$/u, end + AROUND < text.length ? ' …' : '$&'),
  }
}
