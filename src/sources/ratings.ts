import { desc, eq, inArray } from 'drizzle-orm'
import type { Cleared } from '../accounts/policy.ts'
import { users } from '../accounts/schema.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { type Db, type Reader, write } from '../db/open.ts'
import { record } from '../events/events.ts'
import type { Reliability } from '../vocabulary.ts'
import { type SourceRating, sourceRatings } from './schema.ts'
import type { SourceOnDesk } from './sources.ts'

/** Rates how reliable a source is, with the reason; what was rated before stays below it. */
export function rateSource(
  db: Db,
  viewer: Viewer,
  source: Cleared<'check', SourceOnDesk>,
  { letter, reason }: { letter: Reliability; reason: string },
): void {
  write(db, (tx) => {
    const rating = tx
      .insert(sourceRatings)
      .values({ sourceId: source.id, letter, reason, ratedBy: viewer.id, ratedAt: new Date().toISOString() })
      .returning()
      .get()
    record(tx, viewer, { act: 'source.rated', subjects: [`source:${source.id}`], place: { deskId: source.deskId }, after: rating })
  })
}

/** The ratings of some sources that have been found through a viewer, the newest first. */
export function listRatings(db: Reader, sourceIds: readonly number[]): (SourceRating & { by: string })[] {
  return db
    .select({ rating: sourceRatings, by: users.name })
    .from(sourceRatings)
    .innerJoin(users, eq(users.id, sourceRatings.ratedBy))
    .where(inArray(sourceRatings.sourceId, [...sourceIds]))
    .orderBy(desc(sourceRatings.id))
    .all()
    .map(({ rating, by }) => ({ ...rating, by }))
}
