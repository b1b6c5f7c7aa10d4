import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { users } from '../accounts/schema.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Tx } from '../db/open.ts'
import { Conflict } from '../errors.ts'
import { claims, secondChecks } from './schema.ts'

/** A second check that has been neither filed nor given back. */
export const stillOpen = and(isNull(secondChecks.filedAt), isNull(secondChecks.givenBackAt))

/** Refuses to cut, merge or drop claims under somebody who holds the second check of one: they would be left with nothing to file it on. */
export function requireNoOpenCheck(tx: Tx, viewer: Viewer, claimIds: readonly number[]): void {
  const held = tx
    .select({ number: claims.number, takenBy: secondChecks.takenBy, name: users.name })
    .from(secondChecks)
    .innerJoin(claims, eq(claims.id, secondChecks.claimId))
    .innerJoin(users, eq(users.id, secondChecks.takenBy))
    .where(and(inArray(secondChecks.claimId, [...claimIds]), stillOpen))
    .orderBy(asc(claims.number))
    .get()
  if (!held) return
  throw new Conflict(
    held.takenBy === viewer.id
      ? `You hold the second check of claim ${held.number}. File it or give it back first.`
      : `${held.name} holds the second check of claim ${held.number}. It is filed or given back first.`,
  )
}

/** Whether somebody holds the second check of a claim. */
export const isUnderCheck = (tx: Tx, claimId: number): boolean =>
  tx
    .select({ id: secondChecks.id })
    .from(secondChecks)
    .where(and(eq(secondChecks.claimId, claimId), stillOpen))
    .get() !== undefined
