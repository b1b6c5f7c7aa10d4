import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { can, type Cleared } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { type Db, type Reader, type Tx, write } from '../db/open.ts'
import { Conflict, Unusable } from '../errors.ts'
import { record } from '../events/events.ts'
import { entriesOf, rowsOfEntry } from './entries.ts'
import { aliasesOf, findSourceIfAny, desksKnowing } from './queries.ts'
import { type Source, type SourceMerge, sourceMerges } from './schema.ts'
import type { SourceOnDesk } from './sources.ts'
import { signedNamesBoth } from './use.ts'

/**
 * Says that another entry of the directory is the same source: from now on it is entered with this one, counted with it and found with it.
 * Nothing moves: every claim keeps the name that its copy gave, and `partSources` brings back exactly what was there before.
 */
export function mergeSources(db: Db, viewer: Viewer, source: Cleared<'check', SourceOnDesk>, otherId: number, reason: string): void {
  write(db, (tx) => {
    const other = findSourceIfAny(tx, viewer, otherId)
    if (!other) throw new Unusable('There is no such source, or it was met on no desk of yours. Pick one from the list.', 'same')
    if (source.unnamed || other.unnamed)
      throw new Unusable('A source that the copy does not name cannot be known to be the same as another.', 'same')
    const entryOf = entriesOf(tx, [source.id, other.id])
    const [into, from] = [entryOf(source.id), entryOf(other.id)]
    if (!mayCheck(tx, viewer, into) || !mayCheck(tx, viewer, from)) throw new Unusable(elsewhere, 'same')
    if (into === from) throw new Unusable(`“${other.name}” is entered with this source already.`, 'same')
    requireUnsigned(tx, into, from, 'merged')
    const made = tx
      .insert(sourceMerges)
      .values({ sourceId: from, intoId: into, reason, mergedBy: viewer.id, mergedAt: new Date().toISOString() })
      .returning()
      .get()
    record(tx, viewer, {
      act: 'source.merged',
      subjects: [`source:${from}`, `source:${into}`],
      place: { deskId: commonDesk(tx, viewer, from, into) },
      after: made,
    })
  })
}

/** Says that two that were entered as one are two after all; what was merged into either before stays with it. */
export function partSources(db: Db, viewer: Viewer, source: Cleared<'check', SourceOnDesk>, mergeId: number, reason: string): void {
  write(db, (tx) => {
    const merge = tx.select().from(sourceMerges).where(eq(sourceMerges.id, mergeId)).get()
    const here = rowsOfEntry(tx, source.id)
    if (
      !merge ||
      merge.partedAt !== null ||
      !here.includes(merge.sourceId) ||
      ![merge.sourceId, merge.intoId].every((id) => mayCheck(tx, viewer, id))
    )
      throw new Conflict('There is nothing to part here any more. Look at the page as it is now.')
    const after = { partedReason: reason, partedBy: viewer.id, partedAt: new Date().toISOString() }
    tx.update(sourceMerges).set(after).where(eq(sourceMerges.id, merge.id)).run()
    requireUnsigned(tx, merge.intoId, merge.sourceId, 'parted')
    record(tx, viewer, {
      act: 'source.parted',
      subjects: [`source:${merge.sourceId}`, `source:${merge.intoId}`],
      place: { deskId: commonDesk(tx, viewer, merge.sourceId, merge.intoId) },
      before: merge,
      after: { ...after, reason },
    })
  })
}

/** A merge with both its rows, as the viewer may see them. */
export interface SeenMerge extends SourceMerge {
  source: Source
  into: Source
  /** The other names of `source`. */
  aliases: string[]
  by: string
}

/** What is entered as one with a source and stands now, and what was and was parted again; as far as the viewer may see. */
export function mergesOf(db: Reader, viewer: Viewer, id: number): { standing: SeenMerge[]; parted: SeenMerge[] } {
  const rows = rowsOfEntry(db, id)
  const touching = sql`(${inArray(sourceMerges.sourceId, rows)} or ${inArray(sourceMerges.intoId, rows)})`
  const of = (ended: boolean): SeenMerge[] =>
    db
      .select({
        merge: sourceMerges,
        by: sql<string>`(select name from users where id = coalesce(${sourceMerges.partedBy}, ${sourceMerges.mergedBy}))`,
      })
      .from(sourceMerges)
      .where(and(touching, ended ? isNotNull(sourceMerges.partedAt) : isNull(sourceMerges.partedAt)))
      .orderBy(sourceMerges.id)
      .all()
      .flatMap(({ merge, by }) => {
        const [source, into] = [findSourceIfAny(db, viewer, merge.sourceId), findSourceIfAny(db, viewer, merge.intoId)]
        return source && into ? [{ ...merge, source, into, aliases: aliasesOf(db, source.id), by }] : []
      })
  return {
    standing: of(false),
    // Two that are one again, either way round, stand above.
    parted: of(true).filter((merge) => !rows.includes(merge.sourceId) || !rows.includes(merge.intoId)),
  }
}

/** Said alike whatever the reason: that a source is entered with one on another desk is that desk's affair. */
const elsewhere =
  'Those two cannot be entered as one by you: both, and what either is entered with, must have been met on a desk on which you may check.'

const mayCheck = (tx: Tx, viewer: Viewer, id: number): boolean =>
  (desksKnowing(tx, viewer, [id]).get(id) ?? []).some((desk) => can(viewer, 'check', desk))

/** A desk of the viewer's that has met both: whoever reads its history may know of either. */
function commonDesk(tx: Tx, viewer: Viewer, one: number, other: number): number | null {
  const knowing = desksKnowing(tx, viewer, [one, other])
  const common = (knowing.get(one) ?? []).filter((desk) => knowing.get(other)?.includes(desk))
  return common.length === 0 ? null : Math.min(...common)
}

/** A signed report counts as it was signed: where an article names something of either, what they are to each other stays. */
function requireUnsigned(tx: Tx, one: number, other: number, done: string): void {
  if (signedNamesBoth(tx, one, other))
    throw new Conflict(
      `A signed-off article names both, or what belongs to them, and its report would count them differently if they were ${done} now. An editor reopens it first.`,
    )
}
