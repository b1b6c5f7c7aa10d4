import { and, asc, eq, getTableColumns } from 'drizzle-orm'
import { users } from '../accounts/schema.ts'
import { type Claim, claims, secondChecks } from '../claims/schema.ts'
import { stillOpen } from '../claims/under-check.ts'
import type { Tx } from '../db/open.ts'
import { Conflict } from '../errors.ts'
import type { WorkflowState } from '../vocabulary.ts'
import { sourcesInChain } from './chains.ts'
import { weigh } from './opinions.ts'
import { type ClaimOpinions, named } from './queries.ts'
import { reviews } from './schema.ts'

/** The building blocks of the acts on a claim: each works inside the transaction of its caller. */

/** The claim as it is now. Refuses one that needs no finding: withdrawn, cut from the copy or dropped. */
export function claimInWork(tx: Tx, claimId: number): Claim {
  const claim = claimNow(tx, claimId)
  if (claim.withdrawn) throw new Conflict(`Claim ${claim.number} no longer stands in the copy; its record is kept.`)
  if (claim.state === 'cut') throw new Conflict(`Claim ${claim.number} is cut from the copy. Bring it back first.`)
  if (claim.state === 'not_a_claim') throw new Conflict(`Claim ${claim.number} was dropped as not a claim. Take it back first.`)
  return claim
}

export function claimNow(tx: Tx, claimId: number): Claim {
  const claim = tx.select().from(claims).where(eq(claims.id, claimId)).get()
  if (!claim) throw new Error(`no claim ${claimId}`)
  return claim
}

/** Everything filed on one claim, withheld from nobody: an act decides by what there is, and shows nothing of it. */
export function opinionsAbout(tx: Tx, claim: Claim): ClaimOpinions {
  const filed = tx
    .select({ ...getTableColumns(reviews), reviewerName: users.name })
    .from(reviews)
    .leftJoin(users, eq(users.id, reviews.reviewerId))
    .where(eq(reviews.claimId, claim.id))
    .orderBy(asc(reviews.id))
    .all()
  const taken = tx
    .select({
      id: secondChecks.id,
      claimId: secondChecks.claimId,
      takenBy: secondChecks.takenBy,
      takenByName: users.name,
      takenAt: secondChecks.takenAt,
    })
    .from(secondChecks)
    .innerJoin(users, eq(users.id, secondChecks.takenBy))
    .where(and(eq(secondChecks.claimId, claim.id), stillOpen))
    .all()
  const chain = sourcesInChain(tx, claim.id)
  const found = weigh([{ ...claim, chain, mergedInto: null }], filed.map(named), taken, null).get(claim.id)
  if (!found) throw new Error(`no opinions on claim ${claim.id}`)
  return found
}

/** Where a claim stands by what has been filed on it, once it waits for nobody. */
export function stateOfWork(found: ClaimOpinions): WorkflowState {
  if (found.secondCheck || found.second || found.final) return 'in_review'
  return found.outcome === 'not_checked' ? 'in_progress' : 'proposed'
}

/** Sets who must act on a claim; it then waits for nothing. */
export function setState(tx: Tx, claimId: number, state: WorkflowState): void {
  tx.update(claims).set({ state, waitingFor: null, waitingSince: null }).where(eq(claims.id, claimId)).run()
}

/** What the history keeps of where a claim stands. */
export const standingOf = ({ state, waitingFor, waitingSince }: Claim) =>
  waitingFor === null ? { state } : { state, waitingFor, waitingSince }
