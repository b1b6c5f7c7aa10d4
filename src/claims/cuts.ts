import { and, eq } from 'drizzle-orm'
import type { Cleared } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { currentVersion, listSentences, textOf } from '../articles/queries.ts'
import type { Article } from '../articles/schema.ts'
import { type Db, type Tx, write } from '../db/open.ts'
import { Conflict, Unusable } from '../errors.ts'
import type { Span } from '../extraction/types.ts'
import type { Act } from '../events/acts.ts'
import { record } from '../events/events.ts'
import { nobodyElseChanged } from './desk-forms.ts'
import { requireOriginalsStand, whyGone } from './duplicates.ts'
import { requireOpen } from '../articles/open.ts'
import { overlaps, splitSpans, tidySpans } from './place.ts'
import { type ClaimOnDesk, listClaims } from './queries.ts'
import { insertClaim, nextNumber, placeClaim, spansOf, versionOf } from './rows.ts'
import { attributions, type Claim, claimCaveats, claims } from './schema.ts'
import { reopened, snapshotOf } from './snapshot.ts'
import { requireNoOpenCheck } from './under-check.ts'

type Cutting = Cleared<'check', ClaimOnDesk>

/** Cuts a claim in two at an offset of the text. The second half is a new claim with the same chain and caveats. Returns it. */
export function splitClaim(db: Db, viewer: Viewer, claim: Cutting, form: { seen: number; at: number }): Claim {
  return write(db, (tx) => {
    const before = begin(tx, viewer, claim, form.seen)
    const version = versionOf(tx, claim.versionId)
    const [left, right] = splitSpans(textOf(version), spansOf(tx, claim.id), form.at)
    if (left.length === 0 || right.length === 0)
      throw new Unusable('Choose a word inside the claim to split before; each half must keep at least one word.', 'at')

    placeClaim(tx, claim.id, textOf(version), left)
    const half = insertClaim(tx, version, right, {
      number: nextNumber(tx, claim.articleId),
      kind: claim.kind,
      checkable: claim.checkable,
      voice: claim.voice,
      quote: claim.quote,
      restsOnMedia: claim.restsOnMedia,
      standing: 'corrected',
      state: 'new',
      assigneeId: claim.assigneeId,
      dueAt: claim.dueAt,
    })
    copyChain(tx, claim.id, half.id)
    correct(tx, claim)
    finish(tx, viewer, claim, 'claim.split', [claim.id, half.id], before)
    return half
  })
}

/** Merges a claim with another; what was recorded on the other is read with this one from now on. Returns the other. */
export function mergeClaims(db: Db, viewer: Viewer, claim: Cutting, form: { seen: number; with?: number | undefined }): Claim {
  return write(db, (tx) => {
    begin(tx, viewer, claim, form.seen)
    const why = whyGone(claim)
    if (why) throw new Conflict(`Claim ${claim.number} ${why}. Bring it back first, or merge another claim with it.`)
    const other = otherToMerge(tx, claim, form.with)
    requireNoOpenCheck(tx, viewer, [other.id])
    const before = snapshotOf(tx, [claim.id, other.id])
    const text = textOf(versionOf(tx, claim.versionId))
    const spans = bridge(tx, claim, text, [...spansOf(tx, claim.id), ...spansOf(tx, other.id)])

    placeClaim(tx, claim.id, text, spans)
    tx.update(claims).set({ withdrawn: true, mergedInto: claim.id }).where(eq(claims.id, other.id)).run()
    requireOriginalsStand(tx, [other.id])
    const known = new Set(before.claims.find((one) => one.id === claim.id)?.caveatIds)
    const caveatIds = before.claims.find((one) => one.id === other.id)?.caveatIds.filter((id) => !known.has(id)) ?? []
    if (caveatIds.length > 0)
      tx.insert(claimCaveats)
        .values(caveatIds.map((caveatId) => ({ claimId: claim.id, caveatId })))
        .run()
    if (before.claims.find((one) => one.id === claim.id)?.chain.length === 0) takeChain(tx, claim, other)
    correct(tx, claim)
    finish(tx, viewer, claim, 'claim.merged', [claim.id, other.id], before)
    return other
  })
}

/** Trims or extends a claim to exactly these passages. */
export function recutClaim(db: Db, viewer: Viewer, claim: Cutting, form: { seen: number; spans: readonly Span[] }): void {
  write(db, (tx) => {
    const before = begin(tx, viewer, claim, form.seen)
    const text = textOf(versionOf(tx, claim.versionId))
    placeClaim(tx, claim.id, text, chosenSpans(text, form.spans))
    correct(tx, claim)
    finish(tx, viewer, claim, 'claim.recut', [claim.id], before)
  })
}

/** Makes a claim of one or several passages of an article's current version. */
export function makeClaim(db: Db, viewer: Viewer, article: Cleared<'check', Article>, form: { spans: readonly Span[] }): Claim {
  return write(db, (tx) => {
    requireOpen(tx, article.id)
    const version = currentVersion(tx, article)
    const made = insertClaim(tx, version, chosenSpans(textOf(version), form.spans), {
      number: nextNumber(tx, article.id),
      voice: 'own_voice',
      standing: 'corrected',
      state: 'new',
    })
    finish(tx, viewer, { ...made, deskId: article.deskId }, 'claim.made', [made.id], { claims: [], sentences: [] })
    return made
  })
}

function begin(tx: Tx, viewer: Viewer, claim: ClaimOnDesk, seen: number) {
  nobodyElseChanged(tx, viewer, claim, seen)
  requireOpen(tx, claim.articleId)
  if (claim.withdrawn) throw new Conflict('This claim is no longer in the copy: it was merged into another, or its making was undone.')
  requireNoOpenCheck(tx, viewer, [claim.id])
  return snapshotOf(tx, [claim.id])
}

/** A claim that was cut anew is corrected; what was found about its old words counts no longer, so it must be looked at again. */
function correct(tx: Tx, claim: Claim): void {
  const state = claim.state === 'new' || claim.state === 'assigned' ? 'in_progress' : reopened(claim.state)
  tx.update(claims).set({ standing: 'corrected', state }).where(eq(claims.id, claim.id)).run()
}

function finish(tx: Tx, viewer: Viewer, claim: ClaimOnDesk, act: Act, ids: readonly number[], before: ReturnType<typeof snapshotOf>): void {
  record(tx, viewer, {
    act,
    subjects: ids.map((id) => `claim:${id}`),
    place: { articleId: claim.articleId, deskId: claim.deskId },
    ...(before.claims.length > 0 && { before }),
    after: snapshotOf(tx, ids),
  })
}

function copyChain(tx: Tx, from: number, to: number): void {
  const hops = tx.select().from(attributions).where(eq(attributions.claimId, from)).all()
  if (hops.length > 0)
    tx.insert(attributions)
      .values(hops.map(({ id: _, ...hop }) => ({ ...hop, claimId: to })))
      .run()
  const links = tx.select().from(claimCaveats).where(eq(claimCaveats.claimId, from)).all()
  if (links.length > 0)
    tx.insert(claimCaveats)
      .values(links.map(({ caveatId }) => ({ caveatId, claimId: to })))
      .run()
}

/** Who said so is not lost with the claim that goes: where the one that stays has no chain, it takes the other's, and how the copy puts it. */
function takeChain(tx: Tx, claim: Claim, other: Claim): void {
  const hops = tx.select().from(attributions).where(eq(attributions.claimId, other.id)).all()
  if (hops.length === 0) return
  tx.insert(attributions)
    .values(hops.map(({ id: _, ...hop }) => ({ ...hop, claimId: claim.id })))
    .run()
  tx.update(claims).set({ voice: other.voice, quote: other.quote }).where(eq(claims.id, claim.id)).run()
}

/** The claim named, or else the next in the copy, or the one before where none follows. */
function otherToMerge(tx: Tx, claim: ClaimOnDesk, withId: number | undefined): Claim {
  if (withId !== undefined) {
    const other = tx
      .select()
      .from(claims)
      .where(and(eq(claims.id, withId), eq(claims.versionId, claim.versionId), eq(claims.withdrawn, false)))
      .get()
    if (!other || other.id === claim.id) throw new Unusable('Choose another claim of this article to merge with.', 'with')
    return other
  }
  const inOrder = listClaims(tx, claim.versionId)
  const at = inOrder.findIndex((one) => one.id === claim.id)
  const other = inOrder[at + 1] ?? inOrder[at - 1]
  if (at < 0 || !other) throw new Unusable('There is no other claim in this article to merge with.', 'with')
  return other
}

/** Words between two passages of one sentence that no other claim holds belong to the merged claim too. */
function bridge(tx: Tx, claim: ClaimOnDesk, text: string, spans: readonly Span[]): Span[] {
  const ledger = listSentences(tx, claim.versionId)
  const others = listClaims(tx, claim.versionId)
    .flatMap((one) => one.spans.map(({ start, end }): Span => [start, end]))
    .filter((span) => !spans.some((own) => own[0] === span[0] && own[1] === span[1]))
  const apart = tidySpans(text, spans)
  const bridged: Span[] = []
  for (const span of apart) {
    const last = bridged.at(-1)
    const gap: Span | undefined = last && [last[1], span[0]]
    const sameSentence = gap && ledger.some((sentence) => sentence.start <= gap[0] && gap[1] < sentence.end)
    if (last && gap && sameSentence && !others.some((other) => overlaps(other, gap))) bridged[bridged.length - 1] = [last[0], span[1]]
    else bridged.push(span)
  }
  return bridged
}

function chosenSpans(text: string, spans: readonly Span[]): Span[] {
  const chosen = tidySpans(text, spans)
  if (chosen.length === 0) throw new Unusable('Choose at least one word of the copy.', 'spans')
  return chosen
}
