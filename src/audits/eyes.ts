import type { SignedInVisit } from '../accounts/access.ts'
import { and, desc, eq, gt, inArray } from 'drizzle-orm'
import type { Viewer } from '../accounts/viewer.ts'
import { visibleTo } from '../articles/queries.ts'
import { articles } from '../articles/schema.ts'
import { type Db, type Reader, write } from '../db/open.ts'
import { record } from '../events/events.ts'
import { events } from '../events/schema.ts'
import type { Selection } from './selection.ts'

/** A viewer as audits see them: of the desks that they only audit, they read published pieces as a reader would. */
export function auditing(viewer: Viewer): Viewer {
  const { desks, audits = [] } = viewer
  if (audits.length === 0) return viewer
  return {
    ...viewer,
    desks: [...desks, ...audits.map((desk) => ({ ...desk, role: 'reader' as const }))],
    publishedOnly: audits.map(({ id }) => id),
  }
}

/** Which of some articles the viewer may open, not only see counted. */
export function openTo(db: Reader, viewer: Viewer, ids: readonly number[]): Set<number> {
  const rows = db
    .select({ id: articles.id })
    .from(articles)
    .where(and(inArray(articles.id, [...ids]), visibleTo(viewer)))
    .all()
  return new Set(rows.map(({ id }) => id))
}

/** Once an audit of a desk is on record, so long passes before the next is written down, in milliseconds: pages behind one are part of it. */
const ONE_READING = 10 * 60_000

/** Puts on record that somebody reads audits of desks that they are not on. */
function noteReading(db: Db, viewer: Viewer, { desks }: Pick<Selection, 'desks'>): void {
  const read = (viewer.audits ?? []).filter(({ id }) => desks.length === 0 || desks.includes(id))
  const since = new Date(Date.now() - ONE_READING).toISOString()
  const isNew = (reader: Reader, deskId: number): boolean =>
    reader
      .select({ id: events.id })
      .from(events)
      .where(and(eq(events.act, 'audit.read'), eq(events.actorId, viewer.id), eq(events.deskId, deskId), gt(events.at, since)))
      .orderBy(desc(events.id))
      .get() === undefined
  if (!read.some(({ id }) => isNew(db, id))) return
  write(db, (tx) => {
    for (const { id, name } of read)
      if (isNew(tx, id)) record(tx, viewer, { act: 'audit.read', subjects: [`desk:${id}`], place: { deskId: id }, after: { name } })
  })
}

/** The viewer as audits see them; that they read those of desks they are not on goes on record. */
export function eyesOf({ db, viewer }: Pick<SignedInVisit, 'db' | 'viewer'>, selection: Pick<Selection, 'desks'>): Viewer {
  noteReading(db, viewer, selection)
  return auditing(viewer)
}
