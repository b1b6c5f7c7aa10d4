import { type Outcome, outcomes, type SaidFinding, saidFindings } from '../vocabulary.ts'

/** A claim that a source stands behind, and what our checks found of it; `null` where that is withheld from the viewer. */
export interface Judged {
  claimId: number
  /** The source is where the claim begins, and not only a relay. */
  origin: boolean
  found: { said: SaidFinding; outcome: Outcome } | null
}

/** What our own checks found of a source's claims: counts, never a score. */
export interface CheckRecord {
  claims: number
  /** Claims for which somebody has answered whether they were said, by the answer. */
  said: [SaidFinding, number][]
  /** Claims that begin with the source and have an outcome, by the outcome: whether it is so is no matter of a relay. */
  so: [Outcome, number][]
  withheld: number
}

/** Counts each claim once, however often the source stands in its chain. */
export function recordOf(judged: readonly Judged[]): CheckRecord {
  const byClaim = new Map<number, Judged>()
  for (const one of judged) byClaim.set(one.claimId, { ...one, origin: one.origin || byClaim.get(one.claimId)?.origin === true })
  const claims = [...byClaim.values()]
  const tally = <K extends string>(words: readonly K[], of: (one: Judged) => K | null): [K, number][] =>
    words.flatMap((word): [K, number][] => {
      const total = claims.filter((one) => of(one) === word).length
      return word === 'not_checked' || total === 0 ? [] : [[word, total]]
    })
  return {
    claims: claims.length,
    said: tally(saidFindings, ({ found }) => found?.said ?? null),
    so: tally(outcomes, ({ origin, found }) => (origin ? (found?.outcome ?? null) : null)),
    withheld: claims.filter(({ found }) => found === null).length,
  }
}
