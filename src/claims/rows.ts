import { asc, eq, max } from 'drizzle-orm'
import { type Version, versions } from '../articles/schema.ts'
import { textOf } from '../articles/queries.ts'
import type { Reader, Tx } from '../db/open.ts'
import type { Span } from '../extraction/types.ts'
import { placeOf, wordingOf } from './place.ts'
import { type Claim, claims, claimSpans } from './schema.ts'

/** The building blocks of every act that cuts claims: each works inside the transaction of its caller. */

export function versionOf(tx: Reader, versionId: number): Version {
  const version = tx.select().from(versions).where(eq(versions.id, versionId)).get()
  if (!version) throw new Error(`no version ${versionId}`)
  return version
}

export function spansOf(tx: Reader, claimId: number): Span[] {
  return tx
    .select({ start: claimSpans.start, end: claimSpans.end })
    .from(claimSpans)
    .where(eq(claimSpans.claimId, claimId))
    .orderBy(asc(claimSpans.position))
    .all()
    .map(({ start, end }) => [start, end])
}

/** The next number that no claim of the article has ever had. */
export function nextNumber(tx: Reader, articleId: number): number {
  return (
    (tx
      .select({ last: max(claims.number) })
      .from(claims)
      .where(eq(claims.articleId, articleId))
      .get()?.last ?? 0) + 1
  )
}

/** Gives a claim its place: the spans with their words, and the wording they make. */
export function placeClaim(tx: Tx, claimId: number, text: string, spans: readonly Span[]): void {
  tx.delete(claimSpans).where(eq(claimSpans.claimId, claimId)).run()
  tx.insert(claimSpans)
    .values(spans.map((span, position) => ({ claimId, position, ...placeOf(text, span) })))
    .run()
  tx.update(claims)
    .set({ wording: wordingOf(text, spans) })
    .where(eq(claims.id, claimId))
    .run()
}

export type NewClaim = Omit<typeof claims.$inferInsert, 'id' | 'wording' | 'articleId' | 'versionId'>

export function insertClaim(tx: Tx, version: Version, spans: readonly Span[], claim: NewClaim): Claim {
  const text = textOf(version)
  const row = tx
    .insert(claims)
    .values({ ...claim, articleId: version.articleId, versionId: version.id, wording: wordingOf(text, spans) })
    .returning()
    .get()
  tx.insert(claimSpans)
    .values(spans.map((span, position) => ({ claimId: row.id, position, ...placeOf(text, span) })))
    .run()
  return row
}
