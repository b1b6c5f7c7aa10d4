import type { ClaimOpinions, FiledReview, OpenSecondCheck } from './queries.ts'
import type { Opinion, SourcesInChain } from './schema.ts'

interface Weighed {
  id: number
  wording: string
  chain: SourcesInChain
  mergedInto: number | null
}

/** Weighs the opinions of one version's claims: which of them count, and what the viewer may see. No viewer: nothing is withheld. */
export function weigh(
  claims: readonly Weighed[],
  filed: readonly Omit<FiledReview, 'earlierChain'>[],
  taken: readonly (Omit<OpenSecondCheck, 'mine'> & { claimId: number })[],
  viewerId: number | null,
): Map<number, ClaimOpinions> {
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const mine = new Set(taken.filter((check) => check.takenBy === viewerId).map((check) => check.claimId))
  const checks = new Map(taken.map(({ claimId, ...check }) => [claimId, { ...check, mine: check.takenBy === viewerId }]))
  const withheld = (id: number): boolean => wentInto(byId, id).some((one) => mine.has(one))
  const own = new Map<number, FiledReview[]>()
  const family = new Map<number, FiledReview[]>()
  for (const one of filed) {
    const review = { ...one, earlierChain: !sameChain(byId.get(one.claimId)?.chain ?? [], one.chain) }
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

/**
 * A second opinion counts beside another person's first; a final one decides between those two, not between later ones.
 *
 * An opinion about an earlier chain says nothing any more of whether they said it, and goes on counting for whether it is so.
 * Only sources and their order make a chain another one: a source replaced by its twin in the directory too, since nobody has found
 * that this one said it. A second opinion that so lost its half has to be given again, unless it differs on the content:
 * that difference does not go away by changing the chain.
 */
function count(wording: string, filed: readonly FiledReview[]): Counting {
  const newest = (opinion: Opinion): FiledReview | null => {
    const found = filed.findLast((review) => review.opinion === opinion && review.wording === wording)
    return found ? { ...found, said: found.earlierChain ? 'not_checked' : found.said } : null
  }
  const first = newest('first')
  if (!first) return nothingYet
  const given = newest('second')
  const second = given && (samePerson(first, given) || (given.earlierChain && given.outcome === first.outcome)) ? null : given
  const decided = newest('final')
  const final = decided && decided.id > Math.max(first.id, second?.id ?? 0) ? decided : null
  const { outcome, said, confidence } = final ?? first
  const differOnSaid = second !== null && !first.earlierChain && !second.earlierChain && first.said !== second.said
  return {
    first,
    second,
    final,
    outcome,
    said,
    confidence,
    differ: final === null && second !== null && (differOnSaid || first.outcome !== second.outcome),
  }
}

const sameChain = (one: SourcesInChain, other: SourcesInChain): boolean => JSON.stringify(one) === JSON.stringify(other)

const samePerson = (one: FiledReview, other: FiledReview): boolean => one.reviewerId !== null && one.reviewerId === other.reviewerId

/** The claim itself, the one it was merged into, the one that went into, and so on. */
function wentInto(byId: ReadonlyMap<number, Weighed>, id: number): number[] {
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
