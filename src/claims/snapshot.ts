import { asc, eq, inArray } from 'drizzle-orm'
import { type Sentence, sentences } from '../articles/schema.ts'
import type { Reader, Tx } from '../db/open.ts'
import { meetSource } from '../sources/sources.ts'
import type { WorkflowState } from '../vocabulary.ts'
import { type Attribution, attributions, type Claim, claimCaveats, claims, type ClaimSpan, claimSpans } from './schema.ts'

/** The cutting and attribution of some claims and sentences at one moment: what an act may change, and undo brings back. */
export interface Snapshot {
  claims: (Pick<Claim, (typeof cutting)[number]> & {
    id: number
    number: number
    spans: Omit<ClaimSpan, 'claimId'>[]
    caveatIds: number[]
    chain: Attribution[]
  })[]
  sentences: Pick<Sentence, 'id' | 'none' | 'noneBy'>[]
}

/** The columns of a claim that cutting, correcting and confirming change. Who must act, and by when, is not among them. */
const cutting = [
  'wording',
  'kind',
  'checkable',
  'voice',
  'quote',
  'restsOnMedia',
  'standing',
  'state',
  'dropReason',
  'duplicateOf',
  'mergedInto',
  'withdrawn',
] as const

/** The state of a claim of which something no longer holds that was found about it: it must be looked at again. */
export const reopened = (state: WorkflowState): WorkflowState => (state === 'proposed' || state === 'in_review' ? 'reopened' : state)

/** Who stands in a chain and in which order: what a finding of who said it is about. Verbs and facets are no part of it. */
export const sourcesIn = (chain: readonly Pick<Attribution, 'sourceId'>[]): string => JSON.stringify(chain.map((hop) => hop.sourceId))

/** How these claims and sentences stand now, in the order of their ids, so that two snapshots of the same state are equal. */
export function snapshotOf(tx: Reader, claimIds: readonly number[], sentenceIds: readonly number[] = []): Snapshot {
  const ids = [...new Set(claimIds)]
  return {
    claims: tx
      .select()
      .from(claims)
      .where(inArray(claims.id, ids))
      .orderBy(asc(claims.id))
      .all()
      .map((claim) => ({
        ...(Object.fromEntries(cutting.map((column) => [column, claim[column]])) as Pick<Claim, (typeof cutting)[number]>),
        id: claim.id,
        number: claim.number,
        spans: tx
          .select()
          .from(claimSpans)
          .where(eq(claimSpans.claimId, claim.id))
          .orderBy(asc(claimSpans.position))
          .all()
          .map(({ claimId: _, ...span }) => span),
        caveatIds: tx
          .select()
          .from(claimCaveats)
          .where(eq(claimCaveats.claimId, claim.id))
          .orderBy(asc(claimCaveats.caveatId))
          .all()
          .map((link) => link.caveatId),
        chain: tx.select().from(attributions).where(eq(attributions.claimId, claim.id)).orderBy(asc(attributions.position)).all(),
      })),
    sentences: tx
      .select({ id: sentences.id, none: sentences.none, noneBy: sentences.noneBy })
      .from(sentences)
      .where(inArray(sentences.id, [...new Set(sentenceIds)]))
      .orderBy(asc(sentences.id))
      .all(),
  }
}

/** Puts claims and sentences back as a snapshot has them. A claim of `gone` was made by the act that is undone: it is withdrawn. */
export function restore(tx: Tx, snapshot: Snapshot, gone: readonly number[]): void {
  for (const { id, number: _, spans, caveatIds, chain, ...columns } of snapshot.claims) {
    tx.update(claims).set(columns).where(eq(claims.id, id)).run()
    tx.delete(claimSpans).where(eq(claimSpans.claimId, id)).run()
    if (spans.length > 0)
      tx.insert(claimSpans)
        .values(spans.map((span) => ({ ...span, claimId: id })))
        .run()
    tx.delete(claimCaveats).where(eq(claimCaveats.claimId, id)).run()
    if (caveatIds.length > 0)
      tx.insert(claimCaveats)
        .values(caveatIds.map((caveatId) => ({ caveatId, claimId: id })))
        .run()
    tx.delete(attributions).where(eq(attributions.claimId, id)).run()
    if (chain.length > 0) tx.insert(attributions).values(chain).run()
    for (const hop of chain) if (hop.sourceId !== null) meetSource(tx, hop.sourceId, articleOf(tx, id))
  }
  for (const { id, none, noneBy } of snapshot.sentences) tx.update(sentences).set({ none, noneBy }).where(eq(sentences.id, id)).run()
  if (gone.length > 0)
    tx.update(claims)
      .set({ withdrawn: true })
      .where(inArray(claims.id, [...gone]))
      .run()
}

function articleOf(tx: Tx, claimId: number): number {
  return tx.select({ articleId: claims.articleId }).from(claims).where(eq(claims.id, claimId)).get()?.articleId ?? 0
}
