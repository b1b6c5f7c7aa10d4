import { and, asc, eq, getTableColumns, gt, inArray, ne } from 'drizzle-orm'
import { deskIds, type Viewer } from '../accounts/viewer.ts'
import { articles, type Sentence, sentences, versions } from '../articles/schema.ts'
import type { Reader } from '../db/open.ts'
import { NotFound } from '../errors.ts'
import { type Event, events, eventSubjects } from '../events/schema.ts'
import { type Caveat, type Claim, caveats, claimCaveats, claims, type ClaimSpan, claimSpans } from './schema.ts'

/** A claim with the desk it is checked on: what every act on it is cleared by. */
export type ClaimOnDesk = Claim & { deskId: number }

/** The claim, if its article lies on a desk of the viewer's; otherwise it does not exist. A withdrawn one is found: its record stays. */
export function findClaim(db: Reader, viewer: Viewer, id: number): ClaimOnDesk {
  const claim = db
    .select({ ...getTableColumns(claims), deskId: articles.deskId })
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(and(eq(claims.id, id), inArray(articles.deskId, deskIds(viewer))))
    .get()
  if (!claim) throw new NotFound('claim')
  return claim
}

/** A sentence with the article it stands in: what every decision about it is cleared by. */
export type SentenceOnDesk = Sentence & { articleId: number; deskId: number }

/** The sentence, if its article lies on a desk of the viewer's; otherwise it does not exist. */
export function findSentence(db: Reader, viewer: Viewer, id: number): SentenceOnDesk {
  const sentence = db
    .select({ ...getTableColumns(sentences), articleId: versions.articleId, deskId: articles.deskId })
    .from(sentences)
    .innerJoin(versions, eq(versions.id, sentences.versionId))
    .innerJoin(articles, eq(articles.id, versions.articleId))
    .where(and(eq(sentences.id, id), inArray(articles.deskId, deskIds(viewer))))
    .get()
  if (!sentence) throw new NotFound('sentence')
  return sentence
}

/** The claims that stand in a version, in the order of the copy, each with its spans and the caveats that qualify it. */
export interface PlacedClaim extends Claim {
  spans: ClaimSpan[]
  caveatIds: number[]
}

export function listClaims(db: Reader, versionId: number): PlacedClaim[] {
  const standing = db
    .select()
    .from(claims)
    .where(and(eq(claims.versionId, versionId), eq(claims.withdrawn, false)))
    .all()
  const spans = groupBy(
    db
      .select(getTableColumns(claimSpans))
      .from(claimSpans)
      .innerJoin(claims, eq(claims.id, claimSpans.claimId))
      .where(eq(claims.versionId, versionId))
      .orderBy(asc(claimSpans.position))
      .all(),
    (span) => span.claimId,
  )
  const links = groupBy(
    db
      .select(getTableColumns(claimCaveats))
      .from(claimCaveats)
      .innerJoin(claims, eq(claims.id, claimCaveats.claimId))
      .where(eq(claims.versionId, versionId))
      .all(),
    (link) => link.claimId,
  )
  return standing
    .map((claim) => ({ ...claim, spans: spans.get(claim.id) ?? [], caveatIds: (links.get(claim.id) ?? []).map((link) => link.caveatId) }))
    .sort((one, other) => (one.spans[0]?.start ?? 0) - (other.spans[0]?.start ?? 0) || one.number - other.number)
}

export function listCaveats(db: Reader, versionId: number): Caveat[] {
  return db.select().from(caveats).where(eq(caveats.versionId, versionId)).orderBy(asc(caveats.start)).all()
}

/** A claim's own id and those of all claims merged into it: what was recorded on them is read with it. */
export function familyOf(db: Reader, claimId: number): number[] {
  const family = [claimId]
  for (const id of family) {
    const merged = db.select({ id: claims.id }).from(claims).where(eq(claims.mergedInto, id)).all()
    family.push(...merged.map((claim) => claim.id).filter((one) => !family.includes(one)))
  }
  return family
}

/** The id of the last event about a claim; a form carries it, so that a later change by somebody else is noticed. */
export function lastEventOn(db: Reader, claimId: number): number {
  const ids = db
    .select({ id: eventSubjects.eventId })
    .from(eventSubjects)
    .where(eq(eventSubjects.subject, `claim:${claimId}`))
    .all()
  return Math.max(0, ...ids.map((row) => row.id))
}

/** What other people have done to a claim after the event that the viewer saw last. */
export function changesSince(db: Reader, viewer: Viewer, claimId: number, seen: number): Event[] {
  return db
    .select(getTableColumns(events))
    .from(eventSubjects)
    .innerJoin(events, eq(events.id, eventSubjects.eventId))
    .where(and(eq(eventSubjects.subject, `claim:${claimId}`), gt(events.id, seen), ne(events.actorId, viewer.id)))
    .orderBy(asc(events.id))
    .all()
}

export function groupBy<T, K>(rows: readonly T[], key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}
