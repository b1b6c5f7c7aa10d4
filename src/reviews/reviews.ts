import { eq } from 'drizzle-orm'
import { can, clear, type Cleared } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { confirm } from '../claims/decisions.ts'
import { nobodyElseChanged } from '../claims/desk-forms.ts'
import { FormRefused } from '../web/forms.ts'
import { requireOpen } from '../claims/open.ts'
import type { ClaimOnDesk } from '../claims/queries.ts'
import type { Claim } from '../claims/schema.ts'
import { type Db, type Tx, write } from '../db/open.ts'
import { Conflict } from '../errors.ts'
import type { EvidenceItem } from '../evidence/queries.ts'
import { record } from '../events/events.ts'
import { groundsOf, sourcesAskedBy, standingEvidence } from './grounds.ts'
import { type Finding, missingFor } from './minimum.ts'
import type { ClaimOpinions } from './queries.ts'
import { type Opinion, type Review, reviews, secondChecks } from './schema.ts'
import { claimInWork, opinionsAbout, placeOf, setState } from './work.ts'

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
    const found = opinionsAbout(tx, now)
    const opinion = opinionBy(viewer, claim, found, form.opinion)
    const standing = standingEvidence(tx, claim.id)
    requireMinimum(tx, claim, opinion, form, standing)

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
      place: placeOf(claim),
      before: { state: now.state, standing: now.standing },
      after: {
        opinion,
        said,
        outcome,
        confidence,
        reason,
        wording: now.wording,
        reliedOn: review.reliedOn,
        state,
        standing: standingAfter(now),
      },
    })
    return review
  })
}

function opinionBy(viewer: Viewer, claim: ClaimOnDesk, found: ClaimOpinions, asked: Opinion | undefined): Opinion {
  const { number } = claim
  if (found.secondCheck?.takenBy === viewer.id) {
    clear(viewer, 'review', claim)
    if (!found.first)
      throw new Conflict(`Claim ${number} has been worded anew, so its first finding counts no longer. Give your second check back first.`)
    return 'second'
  }
  if (asked === 'second') throw new Conflict(`You do not hold the second check of claim ${number}, or no longer. Take it first.`)
  const mayDecide = found.differ && can(viewer, 'review', claim.deskId) && found.first?.reviewerId !== viewer.id
  if (asked === 'final' || (asked === undefined && mayDecide)) {
    clear(viewer, 'review', claim)
    if (!found.differ) throw new Conflict(`The opinions on claim ${number} do not differ, or somebody has decided between them.`)
    if (!mayDecide)
      throw new Conflict(`You filed the first finding on claim ${number}. The final one is for somebody else; you may record yours anew.`)
    return 'final'
  }
  if (found.second?.reviewerId === viewer.id)
    throw new Conflict(`You gave the second check of claim ${number}; the first finding is for somebody else.`)
  return 'first'
}

function requireMinimum(tx: Tx, claim: ClaimOnDesk, opinion: Opinion, form: FindingForm, standing: readonly EvidenceItem[]): void {
  const errors: Record<string, string> = {}
  const both = opinion !== 'first'
  if (form.said === 'not_checked' && (both || form.outcome === 'not_checked')) errors.said = 'Choose whether they said it.'
  if (form.outcome === 'not_checked' && (both || form.said === 'not_checked')) errors.outcome = 'Choose whether it is so.'
  if (!both && errors.said) throw new FormRefused({ said: 'Choose at least one: whether they said it, or whether it is so.' })
  Object.assign(errors, missingFor(form, groundsOf(tx, claim.id, standing), sourcesAskedBy(tx, claim.deskId)))
  if (Object.keys(errors).length > 0) throw new FormRefused(errors)
}

/** While somebody holds the second check, or has given it, a finding is under review; before that it is proposed. */
function stateAfter(opinion: Opinion, { outcome }: Review, found: ClaimOpinions): Claim['state'] {
  if (opinion !== 'first' || found.secondCheck || found.second) return 'in_review'
  return outcome === 'not_checked' ? 'in_progress' : 'proposed'
}

const standingAfter = (claim: Claim): Claim['standing'] => (claim.standing === 'suggested' ? 'confirmed' : claim.standing)
