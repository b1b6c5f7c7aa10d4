import type { ClaimOpinions, FiledReview, OpenSecondCheck } from './queries.ts'
import type { Opinion } from './schema.ts'

interface Reworded {
  id: number
  wording: string
  mergedInto: number | null
}

/** Weighs the opinions of one version's claims: which of them count, and what the viewer may see. No viewer: nothing is withheld. */
export function weigh(
  claims: readonly Reworded[],
  filed: readonly FiledReview[],
  taken: readonly (Omit<OpenSecondCheck, 'mine'> & { claimId: number })[],
  viewerId: number | null,
): Map<number, ClaimOpinions> {
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const mine = new Set(taken.filter((check) => check.takenBy === viewerId).map((check) => check.claimId))
  const checks = new Map(taken.map(({ claimId, ...check }) => [claimId, { ...check, mine: check.takenBy === viewerId }]))
  const withheld = (id: number): boolean => wentInto(byId, id).some((one) => mine.has(one))
  const own = new Map<number, FiledReview[]>()
  const family = new Map<number, FiledReview[]>()
  for (const review of filed) {
    push(own, review.claimId, review)
    if (withheld(review.claimId) && review.reviewerId !== viewerId) continue
    for (const id of wentInto(byId, review.claimId)) push(family, id, review)
  }
  return new Map(
    claims.map((claim) => {
      const counting = withheld(claim.id) ? nothingYet : count(claim.wording, own.get(claim.id) ?? [])
      return [
        claim.id,
        { ...counting, all: family.get(claim.id) ?? [], withheld: withheld(claim.id), secondCheck: checks.get(claim.id) ?? null },
      ]
    }),
  )
}

type Counting = Pick<ClaimOpinions, 'first' | 'second' | 'final' | 'outcome' | 'said' | 'confidence' | 'differ'>

const nothingYet: Counting = {
  first: null,
  second: null,
  final: null,
  outcome: 'not_checked',
  said: 'not_checked',
  confidence: null,
  differ: false,
}

/** A second opinion counts beside another person's first; a final one decides between those two, not between later ones. */
function count(wording: string, filed: readonly FiledReview[]): Counting {
  const newest = (opinion: Opinion): FiledReview | null =>
    filed.findLast((review) => review.opinion === opinion && review.wording === wording) ?? null
  const first = newest('first')
  if (!first) return nothingYet
  const given = newest('second')
  const second = given && samePerson(first, given) ? null : given
  const decided = newest('final')
  const final = decided && decided.id > Math.max(first.id, second?.id ?? 0) ? decided : null
  const { outcome, said, confidence } = final ?? first
  return {
    first,
    second,
    final,
    outcome,
    said,
    confidence,
    differ: final === null && second !== null && (first.said !== second.said || first.outcome !== second.outcome),
  }
}

const samePerson = (one: FiledReview, other: FiledReview): boolean => one.reviewerId !== null && one.reviewerId === other.reviewerId

/** The claim itself, the one it was merged into, the one that went into, and so on. */
function wentInto(byId: ReadonlyMap<number, Reworded>, id: number): number[] {
  const line = [id]
  for (let next = byId.get(id)?.mergedInto ?? null; next !== null && !line.includes(next); next = byId.get(next)?.mergedInto ?? null)
    line.push(next)
  return line
}

function push<K, T>(groups: Map<K, T[]>, key: K, item: T): void {
  const group = groups.get(key)
  if (group) group.push(item)
  else groups.set(key, [item])
}
