import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../db/open.ts'
import { Conflict } from '../errors.ts'
import { listed } from '../web/words.ts'
import { type Claim, claims } from './schema.ts'

/** Why a claim does not stand in the copy, as the end of a sentence; null where it stands. */
export function whyGone({ withdrawn, state }: Pick<Claim, 'withdrawn' | 'state'>): string | null {
  if (withdrawn) return 'no longer stands in the copy'
  if (state === 'cut') return 'is cut from the copy'
  return state === 'not_a_claim' ? 'was itself dropped' : null
}

/**
 * A claim dropped as a duplicate is checked with the one it repeats, so that one has to stand: it is not dropped, cut or merged away,
 * nor is a dropped one repeated. So no two are duplicates of each other either, in whatever order acts are done and undone.
 */
export function requireOriginalsStand(tx: Tx, claimIds: readonly number[]): void {
  const now = tx
    .select()
    .from(claims)
    .where(inArray(claims.id, [...claimIds]))
    .all()
  for (const claim of now) {
    const repeating = whyGone(claim) === null ? [] : duplicatesOf(tx, claim.id)
    if (repeating.length > 0) {
      const which = `${repeating.length === 1 ? 'claim' : 'claims'} ${listed(repeating.map(String))}`
      throw new Conflict(`Claim ${claim.number} is checked for ${which} too, dropped as repeating it. Take ${which} back first.`)
    }
    const original =
      claim.duplicateOf === null || claim.withdrawn ? undefined : tx.select().from(claims).where(eq(claims.id, claim.duplicateOf)).get()
    const why = original && whyGone(original)
    if (why) throw new Conflict(`Claim ${claim.number} cannot be a duplicate of claim ${original.number}, which ${why}.`)
  }
}

/** The numbers of the claims that were dropped as duplicates of this one. */
const duplicatesOf = (tx: Tx, claimId: number): number[] =>
  tx
    .select({ number: claims.number })
    .from(claims)
    .where(and(eq(claims.duplicateOf, claimId), eq(claims.state, 'not_a_claim'), eq(claims.withdrawn, false)))
    .orderBy(asc(claims.number))
    .all()
    .map((claim) => claim.number)
