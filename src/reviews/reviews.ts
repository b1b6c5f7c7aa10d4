import { eq } from 'drizzle-orm'
import { can, clear, type Cleared } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { confirm } from '../claims/decisions.ts'
import { nobodyElseChanged } from '../claims/desk-forms.ts'
import { FormRefused } from '../web/forms.ts'
import { requireOpen } from '../articles/open.ts'
import type { ClaimOnDesk } from '../claims/queries.ts'
import { type Claim, secondChecks } from '../claims/schema.ts'
import { type Db, type Tx, write } from '../db/open.ts'
import { Conflict } from '../errors.ts'
import { justMade, sameFields } from '../claims/sent-again.ts'
import { record } from '../events/events.ts'
import { sourcesInChain } from './chains.ts'
import { groundsOf, sourcesAskedBy, standingEvidence } from './grounds.ts'
import { type Finding, type Grounds, missingFor } from './minimum.ts'
import type { ClaimOpinions } from './queries.ts'
import { type Opinion, type Review, reviews } from './schema.ts'
import { claimInWork, opinionsAbout, setState } from './work.ts'

/** `opinion` is left out where it follows from who files: the second by whoever holds the check, else the first. */
export interface FindingForm extends Finding {
  seen: number
  opinion?: Opinion | undefined
}

/**
 * Files an opinion on a claim: the first, the second by whoever has taken that check, or the final one where two differ.
 * Recording a finding confirms the claim. Every opinion is kept for ever; a later one of its kind counts in its place.
 */
export function fileFinding(db: Db, viewer: Viewer, claim: Cleared<'check', ClaimOnDesk>, form: FindingForm): Review {
  return write(db, (tx) => {
    nobodyElseChanged(tx, viewer, claim, form.seen)
    requireOpen(tx, claim.articleId)
    const now = claimInWork(tx, claim.id)
    const repeated = sentAgain(tx, viewer, claim.id, form)
    if (repeated) return repeated
    const found = opinionsAbout(tx, now)
    const opinion = opinionBy(viewer, claim, found, form.opinion)
    const standing = standingEvidence(tx, claim.id)
    const chain = sourcesInChain(tx, claim.id)
    requireMinimum(form, opinion, groundsOf(standing, chain.length), sourcesAskedBy(tx, claim.deskId))

    const { said, outcome, reason } = form
    const confidence = outcome === 'not_checked' ? null : form.confidence
    const filedAt = new Date().toISOString()
    const review = tx
      .insert(reviews)
      .values({
        claimId: claim.id,
        opinion,
        reviewerId: viewer.id,
        said,
        outcome,
        confidence,
        reason,
        wording: now.wording,
        chain,
        reliedOn: standing.map((item) => item.id),
        filedAt,
      })
      .returning()
      .get()
    if (opinion === 'second' && found.secondCheck)
      tx.update(secondChecks).set({ filedAt }).where(eq(secondChecks.id, found.secondCheck.id)).run()
    confirm(tx, [claim.id])
    const state = stateAfter(opinion, review, found)
    setState(tx, claim.id, state)
    record(tx, viewer, {
      act: 'finding.filed',
      subjects: [`claim:${claim.id}`, `review:${review.id}`],
      place: claim,
      before: { state: now.state, standing: now.standing },
      after: {
        opinion,
        said,
        outcome,
        confidence,
        reason,
        wording: now.wording,
        chain,
        reliedOn: review.reliedOn,
        filedAt,
        state,
        standing: standingAfter(now),
      },
    })
    return review
  })
}

/** An editor may always decide between two opinions; another reviewer only between those of others. */
export const mayDecideBetween = (viewer: Viewer, claim: { deskId: number }, { first, second }: ClaimOpinions): boolean =>
  can(viewer, 'edit', claim.deskId) ||
  (can(viewer, 'review', claim.deskId) && first?.reviewerId !== viewer.id && second?.reviewerId !== viewer.id)

function opinionBy(viewer: Viewer, claim: ClaimOnDesk, found: ClaimOpinions, asked: Opinion | undefined): Opinion {
  const { number } = claim
  if (found.secondCheck?.takenBy === viewer.id) {
    clear(viewer, 'review', claim)
    if (!found.first)
      throw new Conflict(`Claim ${number} has been worded anew, so its first finding counts no longer. Give your second check back first.`)
    return 'second'
  }
  if (asked === 'second') throw new Conflict(`You do not hold the second check of claim ${number}, or no longer. Take it first.`)
  const mayDecide = found.differ && mayDecideBetween(viewer, claim, found)
  if (asked === 'final' || (asked === undefined && mayDecide)) {
    clear(viewer, 'review', claim)
    if (!found.differ) throw new Conflict(`The opinions on claim ${number} do not differ, or somebody has decided between them.`)
    if (!mayDecide)
      throw new Conflict(
        found.first?.reviewerId === viewer.id
          ? `You filed the first finding on claim ${number}. The final one is for somebody else; you may record yours anew.`
          : `You gave the second check of claim ${number}. The final finding is for a reviewer who filed neither, or an editor.`,
      )
    return 'final'
  }
  if (found.second?.reviewerId === viewer.id)
    throw new Conflict(`You gave the second check of claim ${number}; the first finding is for somebody else.`)
  return 'first'
}

/** The finding that a second click on the same button sent once more: it is the last thing that happened to the claim. */
function sentAgain(tx: Tx, viewer: Viewer, claimId: number, form: FindingForm): Review | null {
  const id = justMade(tx, viewer, claimId, 'finding.filed', 'review')
  const review = id === null ? undefined : tx.select().from(reviews).where(eq(reviews.id, id)).get()
  const { said, outcome, reason } = form
  const confidence = outcome === 'not_checked' ? null : form.confidence
  const opinion = form.opinion ?? review?.opinion
  return review && sameFields(review, { said, outcome, reason, confidence, opinion }) ? review : null
}

function requireMinimum(form: FindingForm, opinion: Opinion, grounds: Grounds, independentSources: number): void {
  const errors: Record<string, string> = {}
  const both = opinion !== 'first'
  if (form.said === 'not_checked' && (both || form.outcome === 'not_checked')) errors.said = 'Choose whether they said it.'
  if (form.outcome === 'not_checked' && (both || form.said === 'not_checked')) errors.outcome = 'Choose whether it is so.'
  if (!both && errors.said) throw new FormRefused({ said: 'Choose at least one: whether they said it, or whether it is so.' })
  Object.assign(errors, missingFor(form, grounds, independentSources))
  if (Object.keys(errors).length > 0) throw new FormRefused(errors)
}

/** While somebody holds the second check, or has given it, a finding is under review; before that it is proposed. */
function stateAfter(opinion: Opinion, { outcome }: Review, found: ClaimOpinions): Claim['state'] {
  if (opinion !== 'first' || found.secondCheck || found.second) return 'in_review'
  return outcome === 'not_checked' ? 'in_progress' : 'proposed'
}

const standingAfter = (claim: Claim): Claim['standing'] => (claim.standing === 'suggested' ? 'confirmed' : claim.standing)
