import { can } from '../accounts/policy.ts'
import type { Carried } from '../claims/cuts-page.ts'
import type { Refused } from '../claims/desk-forms.ts'
import { moment } from '../web/words.ts'
import type { InHand } from './findings-page.ts'
import { counts } from './progress.ts'
import type { ClaimOpinions } from './queries.ts'

export interface SecondCheckSection {
  status: string
  error: string | null
  take: (Carried & { action: string }) | null
  giveBack: { action: string; back: string; label: string } | null
}

/** Where the second check of a claim stands; null where there is none and none is asked for. */
export function secondCheckSection(hand: InHand, found: ClaimOpinions, asked: boolean, refused: Refused | null): SecondCheckSection | null {
  const { viewer, claim } = hand
  const { first, second, secondCheck } = found
  // An open check is shown wherever its claim has gone, so that it can be given back.
  if (!secondCheck && (!counts(claim) || claim.withdrawn || (!asked && !second))) return null
  const takeable = first !== null && first.outcome !== 'not_checked' && !second && !secondCheck
  const own = found.all.some(
    (review) =>
      review.opinion === 'first' && review.claimId === claim.id && review.wording === claim.wording && review.reviewerId === viewer.id,
  )
  const mayTake = takeable && !own && !hand.signedOff && can(viewer, 'review', claim.deskId)
  const mayGiveBack = secondCheck !== null && (secondCheck.mine || can(viewer, 'edit', claim.deskId))
  return {
    status: statusOf(found, own),
    error: refused?.form === 'second' ? (refused.errors.form ?? null) : null,
    take: mayTake ? { seen: hand.seen, back: hand.back, action: `/claims/${claim.id}/second-checks` } : null,
    giveBack: mayGiveBack
      ? {
          action: `/second-checks/${secondCheck.id}/return`,
          back: hand.back,
          label: secondCheck.mine ? 'Give it back' : 'Give it back for them',
        }
      : null,
  }
}

function statusOf({ first, second, final, secondCheck, differ }: ClaimOpinions, own: boolean): string {
  if (secondCheck?.mine) return `Yours since ${moment(secondCheck.takenAt)}. Record your finding to close it.`
  if (secondCheck) return `With ${secondCheck.takenByName} since ${moment(secondCheck.takenAt)}.`
  if (second) {
    const result = final
      ? `, and ${final.reviewerName} filed the final opinion`
      : differ
        ? '; it differs from the first'
        : ', who found the same'
    return `Given by ${second.reviewerName}${result}.`
  }
  if (!first || first.outcome === 'not_checked') return 'Follows the first finding.'
  return own ? 'Needed, by somebody other than you.' : `Needed, by somebody other than ${first.reviewerName}.`
}
