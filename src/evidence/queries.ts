import { and, asc, eq, getTableColumns, inArray, isNotNull, type SQL } from 'drizzle-orm'
import { users } from '../accounts/schema.ts'
import { deskIds, type Viewer } from '../accounts/viewer.ts'
import { articles } from '../articles/schema.ts'
import { groupBy } from '../claims/queries.ts'
import { claims } from '../claims/schema.ts'
import type { Reader } from '../db/open.ts'
import { NotFound } from '../errors.ts'
import { affiliationsOf, entriesOf } from '../sources/entries.ts'
import { sources } from '../sources/schema.ts'
import type { SourceKind } from '../vocabulary.ts'
import { type Evidence, evidence, files, type PillarAnswer, pillarAnswers, type StoredFile } from './schema.ts'

/** A piece of evidence with the source it comes from, and who added it; what counting and showing need. */
export interface EvidenceItem extends Evidence {
  sourceName: string | null
  sourceKind: SourceKind | null
  /** The sources that its source belongs to or is the same as, the nearest first. */
  affiliations: number[]
  /** The directory's entry of its source. */
  entryId: number | null
  fileSize: number | null
  fileType: string | null
  /** An admin has purged it: nothing leads from here to its bytes. */
  filePurged: boolean
  addedByName: string | null
}

export type EvidenceOnDesk = Evidence & { articleId: number; deskId: number }

/** The evidence, if its claim's article lies on a desk of the viewer's; otherwise it does not exist. Withdrawn evidence is found: its record stays. */
export function findEvidence(db: Reader, viewer: Viewer, id: number): EvidenceOnDesk {
  const found = db
    .select({ ...getTableColumns(evidence), articleId: claims.articleId, deskId: articles.deskId })
    .from(evidence)
    .innerJoin(claims, eq(claims.id, evidence.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(and(eq(evidence.id, id), inArray(articles.deskId, deskIds(viewer))))
    .get()
  if (!found) throw new NotFound('evidence')
  return found
}

/** The file that evidence keeps. Only through evidence: a hash by itself opens nothing. */
export function findFileOf(db: Reader, item: Evidence): StoredFile {
  if (item.filePurgedBy !== null) throw new NotFound('file: it has been purged')
  const file = item.fileSha256 === null ? undefined : db.select().from(files).where(eq(files.sha256, item.fileSha256)).get()
  if (!file) throw new NotFound('file')
  return file
}

/** The evidence on some claims that have been found through a viewer, oldest first, withdrawn ones included. */
export const listEvidence = (db: Reader, claimIds: readonly number[]): EvidenceItem[] =>
  select(db, inArray(evidence.claimId, [...claimIds]))

/** All evidence of a version by the claim with which it is read: that of a claim merged away is read with the one it went into. */
export function evidenceOfVersion(db: Reader, versionId: number): Map<number, EvidenceItem[]> {
  const rootOf = rootsOf(db, versionId)
  return groupBy(select(db, eq(claims.versionId, versionId)), (item) => rootOf(item.claimId))
}

/** The answers to the pillars of some claims, oldest first: the newest of a pillar counts. */
export function listPillarAnswers(db: Reader, claimIds: readonly number[]): AnsweredPillar[] {
  return selectAnswers(db, inArray(pillarAnswers.claimId, [...claimIds]))
}

/** The answers to the pillars of all claims of a version, by the claim with which they are read. */
export function pillarsOfVersion(db: Reader, versionId: number): Map<number, AnsweredPillar[]> {
  const rootOf = rootsOf(db, versionId)
  return groupBy(selectAnswers(db, eq(claims.versionId, versionId)), (answer) => rootOf(answer.claimId))
}
export interface AnsweredPillar extends PillarAnswer {
  answeredByName: string | null
}

/** The evidence that comes from some sources, in the articles that the viewer may open. */
export function listEvidenceFrom(
  db: Reader,
  viewer: Viewer,
  sourceIds: readonly number[],
): (EvidenceItem & { articleId: number; headline: string })[] {
  const items = select(db, and(inArray(evidence.sourceId, [...sourceIds]), inArray(articles.deskId, deskIds(viewer))))
  const places = new Map(
    db
      .select({ claimId: claims.id, articleId: articles.id, headline: articles.headline })
      .from(claims)
      .innerJoin(articles, eq(articles.id, claims.articleId))
      .where(
        inArray(
          claims.id,
          items.map((item) => item.claimId),
        ),
      )
      .all()
      .map((place) => [place.claimId, place]),
  )
  return items.flatMap((item) => {
    const place = places.get(item.claimId)
    return place ? [{ ...item, articleId: place.articleId, headline: place.headline }] : []
  })
}

function select(db: Reader, which: SQL | undefined): EvidenceItem[] {
  const rows = db
    .select({
      ...getTableColumns(evidence),
      sourceName: sources.name,
      sourceKind: sources.kind,
      fileSize: files.size,
      fileType: files.mediaType,
      addedByName: users.name,
    })
    .from(evidence)
    .innerJoin(claims, eq(claims.id, evidence.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .leftJoin(sources, eq(sources.id, evidence.sourceId))
    .leftJoin(files, eq(files.sha256, evidence.fileSha256))
    .leftJoin(users, eq(users.id, evidence.addedBy))
    .where(which)
    .orderBy(asc(evidence.id))
    .all()
  const known = new Map([...new Set(rows.map((row) => row.sourceId))].map((id) => [id, id === null ? [] : affiliationsOf(db, id)]))
  const entryOf = entriesOf(
    db,
    rows.map((row) => row.sourceId),
  )
  return rows.map((row) => ({
    ...row,
    entryId: row.sourceId === null ? null : entryOf(row.sourceId),
    affiliations: known.get(row.sourceId) ?? [],
    filePurged: row.filePurgedBy !== null,
  }))
}

function selectAnswers(db: Reader, which: SQL): AnsweredPillar[] {
  return db
    .select({ ...getTableColumns(pillarAnswers), answeredByName: users.name })
    .from(pillarAnswers)
    .innerJoin(claims, eq(claims.id, pillarAnswers.claimId))
    .leftJoin(users, eq(users.id, pillarAnswers.answeredBy))
    .where(which)
    .orderBy(asc(pillarAnswers.id))
    .all()
}

/** Which claim each claim of a version is read with: itself, or the last of those it was merged into. */
function rootsOf(db: Reader, versionId: number): (claimId: number) => number {
  const merged = new Map(
    db
      .select({ id: claims.id, into: claims.mergedInto })
      .from(claims)
      .where(and(eq(claims.versionId, versionId), isNotNull(claims.mergedInto)))
      .all()
      .map((claim) => [claim.id, claim.into]),
  )
  return (claimId) => {
    let root = claimId
    for (let steps = 0; steps < merged.size && merged.has(root); steps += 1) root = merged.get(root) ?? root
    return root
  }
}
