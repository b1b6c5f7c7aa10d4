import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Cleared } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { textOf } from '../articles/queries.ts'
import { type Sentence, sentences } from '../articles/schema.ts'
import { type Db, type Tx, write } from '../db/open.ts'
import { Conflict, Unusable } from '../errors.ts'
import { record } from '../events/events.ts'
import type { NoneReason } from '../vocabulary.ts'
import { nobodyElseChanged } from './desk-forms.ts'
import { requireOriginalsStand, whyGone } from './duplicates.ts'
import { requireOpen } from '../articles/open.ts'
import { overlaps } from './place.ts'
import { type ClaimOnDesk, listClaims, type PlacedClaim, type SentenceOnDesk } from './queries.ts'
import { versionOf } from './rows.ts'
import { attributions, caveats, claims, type DropReason } from './schema.ts'
import { snapshotOf } from './snapshot.ts'
import { requireNoOpenCheck } from './under-check.ts'

/** What a person decides about claims and sentences. A suggestion of the engine decides nothing until one of these was done. */

/** Confirms a claim and its chain as they stand. */
export function confirmClaim(db: Db, viewer: Viewer, claim: Cleared<'check', ClaimOnDesk>, form: { seen: number }): void {
  write(db, (tx) => {
    nobodyElseChanged(tx, viewer, claim, form.seen)
    requireOpen(tx, claim.articleId)
    const before = snapshotOf(tx, [claim.id])
    confirm(tx, [claim.id])
    record(tx, viewer, {
      act: 'claim.confirmed',
      subjects: [`claim:${claim.id}`],
      place: claim,
      before,
      after: snapshotOf(tx, [claim.id]),
    })
  })
}

/** Confirms everything suggested about a sentence: its claims as they stand, or that it holds none. */
export function confirmSentence(db: Db, viewer: Viewer, sentence: Cleared<'check', SentenceOnDesk>): void {
  write(db, (tx) => {
    requireOpen(tx, sentence.articleId)
    const touching = claimsTouching(tx, sentence)
    const suggested = touching.filter((claim) => claim.standing === 'suggested').map((claim) => claim.id)
    const none = touching.length === 0 && sentence.none !== null && sentence.noneBy === null
    if (suggested.length === 0 && !none) {
      throw new Conflict(
        touching.length > 0 || sentence.noneBy !== null
          ? 'This sentence is already decided.'
          : 'Nothing is suggested for this sentence. Make a claim of its words, or mark it as holding none.',
      )
    }
    const before = snapshotOf(tx, suggested, [sentence.id])
    confirm(tx, suggested)
    if (none) tx.update(sentences).set({ noneBy: viewer.id }).where(eq(sentences.id, sentence.id)).run()
    record(tx, viewer, {
      act: 'sentence.confirmed',
      subjects: [`sentence:${sentence.id}`, ...suggested.map((id) => `claim:${id}`)],
      place: sentence,
      before,
      after: snapshotOf(tx, suggested, [sentence.id]),
    })
  })
}

/** Marks a sentence as holding no claim. Claims that lie in it alone are dropped for the same reason. */
export function markNone(db: Db, viewer: Viewer, sentence: Cleared<'check', SentenceOnDesk>, reason: NoneReason): void {
  write(db, (tx) => {
    requireOpen(tx, sentence.articleId)
    const standing = claimsTouching(tx, sentence).filter((claim) => claim.state !== 'not_a_claim' && claim.state !== 'cut')
    const wider = standing.find((claim) => claim.spans.some((span) => span.start < sentence.start || span.end > sentence.end))
    if (wider) throw new Conflict(`Claim ${wider.number} holds words of other sentences too. Trim it first, then mark this sentence.`)
    const dropped = standing.map((claim) => claim.id)
    requireNoOpenCheck(tx, viewer, dropped)
    const before = snapshotOf(tx, dropped, [sentence.id])
    const dropReason: DropReason = reason === 'caveat' || reason === 'heading' ? 'scene_setting' : reason
    if (dropped.length > 0)
      tx.update(claims).set({ state: 'not_a_claim', standing: 'corrected', dropReason }).where(inArray(claims.id, dropped)).run()
    requireOriginalsStand(tx, dropped)
    tx.update(sentences).set({ none: reason, noneBy: viewer.id }).where(eq(sentences.id, sentence.id)).run()
    if (reason === 'caveat') makeCaveat(tx, sentence)
    record(tx, viewer, {
      act: 'sentence.marked_none',
      subjects: [`sentence:${sentence.id}`, ...dropped.map((id) => `claim:${id}`)],
      place: sentence,
      before,
      after: snapshotOf(tx, dropped, [sentence.id]),
    })
  })
}

/** Drops what is not a claim, with the reason; a duplicate says of which. */
export function dropClaim(
  db: Db,
  viewer: Viewer,
  claim: Cleared<'check', ClaimOnDesk>,
  form: { seen: number; reason: DropReason; duplicateOf: number | null },
): void {
  write(db, (tx) => {
    nobodyElseChanged(tx, viewer, claim, form.seen)
    requireOpen(tx, claim.articleId)
    if (claim.withdrawn) throw new Conflict(`Claim ${claim.number} no longer stands in the copy; there is nothing to drop.`)
    requireNoOpenCheck(tx, viewer, [claim.id])
    const original = form.reason === 'duplicate' ? originalOf(tx, claim, form.duplicateOf) : null
    const before = snapshotOf(tx, [claim.id])
    tx.update(claims)
      .set({ state: 'not_a_claim', standing: 'corrected', dropReason: form.reason, duplicateOf: original })
      .where(eq(claims.id, claim.id))
      .run()
    requireOriginalsStand(tx, [claim.id])
    record(tx, viewer, {
      act: 'claim.dropped',
      subjects: [`claim:${claim.id}`],
      place: claim,
      before,
      after: snapshotOf(tx, [claim.id]),
    })
  })
}

/** Takes a dropped claim back onto the desk. */
export function takeBackClaim(db: Db, viewer: Viewer, claim: Cleared<'check', ClaimOnDesk>): void {
  write(db, (tx) => {
    requireOpen(tx, claim.articleId)
    if (claim.state !== 'not_a_claim') throw new Conflict('This claim has not been dropped.')
    const before = snapshotOf(tx, [claim.id])
    tx.update(claims).set({ state: 'in_progress', dropReason: null, duplicateOf: null }).where(eq(claims.id, claim.id)).run()
    record(tx, viewer, {
      act: 'claim.taken_back',
      subjects: [`claim:${claim.id}`],
      place: claim,
      before,
      after: snapshotOf(tx, [claim.id]),
    })
  })
}

/** Marks suggested claims and their suggested hops as confirmed; what was corrected stays so. */
export function confirm(tx: Tx, claimIds: readonly number[]): void {
  if (claimIds.length === 0) return
  tx.update(claims)
    .set({ standing: 'confirmed' })
    .where(and(inArray(claims.id, [...claimIds]), eq(claims.standing, 'suggested')))
    .run()
  tx.update(attributions)
    .set({ standing: 'confirmed' })
    .where(and(inArray(attributions.claimId, [...claimIds]), eq(attributions.standing, 'suggested')))
    .run()
}

function claimsTouching(tx: Tx, sentence: Sentence): PlacedClaim[] {
  return listClaims(tx, sentence.versionId).filter((claim) =>
    claim.spans.some((span) => overlaps([span.start, span.end], [sentence.start, sentence.end])),
  )
}

function makeCaveat(tx: Tx, sentence: SentenceOnDesk): void {
  const known = tx.select({ start: caveats.start, end: caveats.end }).from(caveats).where(eq(caveats.versionId, sentence.versionId)).all()
  if (known.some((caveat) => overlaps([caveat.start, caveat.end], [sentence.start, sentence.end]))) return
  const quoted = textOf(versionOf(tx, sentence.versionId)).slice(sentence.start, sentence.end)
  tx.insert(caveats)
    .values({ versionId: sentence.versionId, start: sentence.start, end: sentence.end, quoted, standing: 'corrected' })
    .run()
}

function originalOf(tx: Tx, claim: ClaimOnDesk, number: number | null): number {
  const original =
    number === null
      ? undefined
      : tx
          .select()
          .from(claims)
          .where(
            and(eq(claims.articleId, claim.articleId), eq(claims.number, number), ne(claims.id, claim.id), eq(claims.withdrawn, false)),
          )
          .get()
  if (!original) throw new Unusable('Say which claim it duplicates: give the number of another claim of this article.', 'duplicateOf')
  const why = whyGone(original)
  if (why) throw new Unusable(`Claim ${original.number} ${why}. Give the number of a claim that is checked.`, 'duplicateOf')
  return original.id
}
