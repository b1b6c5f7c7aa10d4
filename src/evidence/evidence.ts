import { and, eq, isNotNull } from 'drizzle-orm'
import type { Cleared } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { articles } from '../articles/schema.ts'
import { type ClaimOnDesk, familyOf } from '../claims/queries.ts'
import { claims } from '../claims/schema.ts'
import { justMade, sameFields } from '../claims/sent-again.ts'
import { type Db, type Reader, type Tx, write } from '../db/open.ts'
import { Conflict, NotFound, Unusable } from '../errors.ts'
import { record } from '../events/events.ts'
import { type SourceChoice, sourceState, takeSource } from '../sources/sources.ts'
import type { Basis, EvidenceKind, Stance } from '../vocabulary.ts'
import { requireReady, startWork } from './ready.ts'
import { type Evidence, evidence, files } from './schema.ts'
import type { Kept } from './store.ts'

export interface NewEvidence {
  seen: number
  kind: EvidenceKind
  title: string
  url: string
  locator: string
  passage: string
  withWhom: string
  happenedOn: string
  note: string
  stance: Stance
  basis: Basis
  source: SourceChoice
}
/** A file that lies in the store already, and what its owner called it. */
export interface KeptUpload extends Kept {
  name: string
}

/** Puts evidence on a claim. It is never taken away again, only withdrawn with a reason. */
export function addEvidence(
  db: Db,
  viewer: Viewer,
  claim: Cleared<'check', ClaimOnDesk>,
  form: NewEvidence,
  upload: KeptUpload | null,
): Evidence {
  return write(db, (tx) => {
    requireReady(tx, viewer, claim, form.seen)
    const { seen: _, source: choice, ...facets } = form
    const repeated = sentAgain(tx, viewer, claim.id, facets, choice, upload)
    if (repeated) return repeated
    if (upload) enterFile(tx, claim.deskId, upload)
    const place = { articleId: claim.articleId, deskId: claim.deskId }
    const source = takeSource(tx, viewer, claim.articleId, choice)
    if (source && choice.is === 'new')
      record(tx, viewer, { act: 'source.made', subjects: [`source:${source.id}`], place, after: sourceState(tx, source.id) })

    const added = tx
      .insert(evidence)
      .values({
        ...facets,
        claimId: claim.id,
        sourceId: source?.id ?? null,
        fileSha256: upload?.sha256 ?? null,
        fileName: upload?.name ?? '',
        addedBy: viewer.id,
        addedAt: new Date().toISOString(),
      })
      .returning()
      .get()
    startWork(tx, claim)
    record(tx, viewer, {
      act: 'evidence.added',
      subjects: [`claim:${claim.id}`, `evidence:${added.id}`, ...aboutSource(added)],
      place,
      after: added,
    })
    return added
  })
}

/** The evidence that a second click on the same button sent once more. By then, what the form calls a new source is known. */
function sentAgain(
  tx: Tx,
  viewer: Viewer,
  claimId: number,
  facets: Omit<NewEvidence, 'seen' | 'source'>,
  choice: SourceChoice,
  upload: KeptUpload | null,
): Evidence | null {
  const id = justMade(tx, viewer, claimId, 'evidence.added', 'evidence')
  const last = id === null ? undefined : tx.select().from(evidence).where(eq(evidence.id, id)).get()
  if (!last || !sameFields(last, { ...facets, fileSha256: upload?.sha256 ?? null, fileName: upload?.name ?? '' })) return null
  const source = last.sourceId === null ? null : sourceState(tx, last.sourceId)
  const sameSource =
    choice.is === 'existing' ? choice.id === last.sourceId : choice.is === 'new' ? choice.name === source?.name : source === null
  return sameSource ? last : null
}

/** Withdraws evidence: it stays on the record with the reason, and counts for nothing any more. */
export function withdrawEvidence(
  db: Db,
  viewer: Viewer,
  claim: Cleared<'check', ClaimOnDesk>,
  evidenceId: number,
  form: { seen: number; reason: string },
): void {
  write(db, (tx) => {
    requireReady(tx, viewer, claim, form.seen)
    const before = findOnClaimIfAny(tx, claim, evidenceId)
    if (!before) throw new NotFound('evidence')
    if (before.withdrawnAt !== null) throw new Conflict('This evidence is withdrawn already.')
    const after = tx
      .update(evidence)
      .set({ withdrawnAt: new Date().toISOString(), withdrawnReason: form.reason })
      .where(eq(evidence.id, before.id))
      .returning()
      .get()
    record(tx, viewer, {
      act: 'evidence.withdrawn',
      subjects: [`claim:${claim.id}`, `evidence:${before.id}`, ...aboutSource(before)],
      place: { articleId: claim.articleId, deskId: claim.deskId },
      before,
      after,
    })
  })
}

/**
 * Refuses bytes that were purged from the evidence of a desk: what went for a legal reason does not come back there by another upload.
 * To every other desk the file is like any other: whether somebody else had it, and lost it, is not told.
 */
export function requireNotPurged(db: Reader, deskId: number, hash: string): void {
  const purged = db
    .select({ id: evidence.id })
    .from(evidence)
    .innerJoin(claims, eq(claims.id, evidence.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(and(eq(evidence.fileSha256, hash), isNotNull(evidence.filePurgedBy), eq(articles.deskId, deskId)))
    .get()
  if (purged)
    throw new Unusable('This very file was purged from this desk, so it is not kept again. An admin of the desk knows why.', 'file')
}

/** The evidence, if it is read with this claim: its own, or that of one merged into it. */
export function findOnClaimIfAny(tx: Tx, claim: ClaimOnDesk, evidenceId: number): Evidence | undefined {
  const found = tx.select().from(evidence).where(eq(evidence.id, evidenceId)).get()
  return found && familyOf(tx, claim.id).includes(found.claimId) ? found : undefined
}

/** Bytes that nobody relied on any more are kept anew: the evidence from which they were purged still does not lead to them. */
function enterFile(tx: Tx, deskId: number, { sha256, size, mediaType }: KeptUpload): void {
  requireNotPurged(tx, deskId, sha256)
  tx.insert(files)
    .values({ sha256, size, mediaType, createdAt: new Date().toISOString() })
    .onConflictDoUpdate({ target: files.sha256, set: { purgedBy: null } })
    .run()
}

const aboutSource = ({ sourceId }: Evidence): string[] => (sourceId === null ? [] : [`source:${sourceId}`])
