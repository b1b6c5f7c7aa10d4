import { and, asc, desc, eq, getTableColumns, inArray, isNull, like, lt, or, type SQL, sql } from 'drizzle-orm'
import { can } from '../accounts/policy.ts'
import { memberships, users } from '../accounts/schema.ts'
import { deskIds, type Viewer } from '../accounts/viewer.ts'
import { articles } from '../articles/schema.ts'
import type { Reader } from '../db/open.ts'
import { NotFound } from '../errors.ts'
import { nameSubjects } from './names.ts'
import { type Event, events, eventSubjects, payloads } from '../events/schema.ts'
import { sentenceFor } from './sentences.ts'
import { type Name, type Sentence, text } from './telling.ts'

/** Acts on these are for admins alone to read of. */
const adminKinds = ['setup', 'desk', 'person', 'auditor'] as const
/** What an act is done to: the part of its name before the point. */
export const actKinds = [
  'import',
  'article',
  'sentence',
  'claim',
  'chain',
  'source',
  'vault',
  'evidence',
  'pillar',
  'finding',
  'second_check',
  'query',
  'challenge',
  'correction',
  'recheck',
  'rule',
  'coding',
  'audit',
  'act',
  'person',
  'auditor',
  'desk',
  'payload',
  'version',
  'file',
] as const
export type ActKind = (typeof actKinds)[number]

/** An event belongs to the desk on which its article lies now, or else to the one it was done on. */
const columns = {
  ...getTableColumns(events),
  deskId: sql<number | null>`coalesce(${articles.deskId}, ${events.deskId})`,
  happenedOn: events.deskId,
}
export type EventNow = Event & { happenedOn: number | null }

/** An event as a page shows it. */
export interface ToldEvent {
  id: number
  at: string
  /** The desk that it belongs to now. */
  deskId: number | null
  sentence: Sentence
  article: Name | null
  digest: string
  /** What was kept of before or after, or both, has been purged. */
  purged: boolean
}

export interface HistoryFilter {
  articleId: number | null
  personId: number | null
  kind: ActKind | null
  before: number | null
}
export const historyPageLength = 100

/** The newest events that the viewer may read of, and whether older ones follow. `withheld`: claims whose findings are not for them yet. */
export function listHistory(
  db: Reader,
  viewer: Viewer,
  filter: HistoryFilter,
  withheld: ReadonlySet<number>,
): { events: ToldEvent[]; older: number | null } {
  const rows = db
    .select(columns)
    .from(events)
    .leftJoin(articles, eq(articles.id, events.articleId))
    .where(
      and(
        visibleTo(viewer),
        filter.articleId === null ? undefined : eq(events.articleId, filter.articleId),
        filter.personId === null ? undefined : eq(events.actorId, filter.personId),
        filter.kind === null ? undefined : like(events.act, `${filter.kind}.%`),
        filter.before === null ? undefined : lt(events.id, filter.before),
      ),
    )
    .orderBy(desc(events.id))
    .limit(historyPageLength + 1)
    .all()
  const page = rows.slice(0, historyPageLength)
  return { events: tell(db, viewer, page, withheld), older: rows.length > page.length ? (page.at(-1)?.id ?? null) : null }
}

/** Everything that was done to one claim, newest first. The claim must have been found through a viewer. */
export function claimHistory(db: Reader, viewer: Viewer, claimId: number, withheld: ReadonlySet<number>): ToldEvent[] {
  const rows = db
    .select(columns)
    .from(eventSubjects)
    .innerJoin(events, eq(events.id, eventSubjects.eventId))
    .innerJoin(articles, eq(articles.id, events.articleId))
    .where(and(eq(eventSubjects.subject, `claim:${claimId}`), visibleTo(viewer)))
    .orderBy(desc(events.id))
    .limit(historyPageLength)
    .all()
  return tell(db, viewer, rows, withheld)
}

/** One event that the viewer may read of; otherwise it does not exist. */
export function findEvent(db: Reader, viewer: Viewer, id: number): EventNow {
  const event = db
    .select(columns)
    .from(events)
    .leftJoin(articles, eq(articles.id, events.articleId))
    .where(and(eq(events.id, id), visibleTo(viewer)))
    .get()
  if (!event) throw new NotFound('event')
  return event
}

/** Events as sentences, with the names of what they are about. */
export function tell(db: Reader, viewer: Viewer, found: readonly Event[], withheld: ReadonlySet<number>): ToldEvent[] {
  const kept = bodiesOf(db, found)
  const name = nameSubjects(
    db,
    found.flatMap((event) => [
      ...event.subjects,
      ...(event.articleId === null ? [] : [`article:${event.articleId}`]),
      ...(event.undoes === null ? [] : [`event:${event.undoes}`]),
      `person:${text(kept.get(event.afterDigest ?? ''), 'assigneeId')}`,
    ]),
  )
  const value = (digest: string | null): unknown => (digest === null ? undefined : (kept.get(digest) ?? null))
  return found.map((event) => ({
    id: event.id,
    at: event.at,
    deskId: event.deskId,
    sentence: sentenceFor({
      event,
      before: value(event.beforeDigest),
      after: value(event.afterDigest),
      name,
      withheld: isWithheld(event, viewer, withheld),
    }),
    article: event.articleId === null ? null : name(`article:${event.articleId}`),
    digest: event.digest,
    purged: [event.beforeDigest, event.afterDigest].some((digest) => digest !== null && !kept.has(digest)),
  }))
}

/** Whether an event says what somebody else found on a claim that the viewer is checking blind. */
export function isWithheld(event: Event, viewer: Viewer, withheld: ReadonlySet<number>): boolean {
  return (
    event.act === 'finding.filed' &&
    event.actorId !== viewer.id &&
    event.subjects.some((subject) => subject.startsWith('claim:') && withheld.has(Number(subject.slice(6))))
  )
}

/** The people on the viewer's desks, for the filter. */
export function listColleagues(db: Reader, viewer: Viewer): { id: number; name: string }[] {
  return db
    .selectDistinct({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(inArray(memberships.deskId, deskIds(viewer)))
    .orderBy(asc(users.name))
    .all()
}

/** The newest articles of the viewer's desks, for the filter. */
export function listArticlesInHistory(db: Reader, viewer: Viewer): { id: number; headline: string }[] {
  return db
    .select({ id: articles.id, headline: articles.headline })
    .from(articles)
    .where(inArray(articles.deskId, deskIds(viewer)))
    .orderBy(desc(articles.id))
    .limit(200)
    .all()
}

/**
 * Ring two for the record: an article's events are for those who may read the article where it lies now; other events for their desk;
 * those about people and desks for the desk's admins, and one's own for oneself.
 */
function visibleTo(viewer: Viewer): SQL | undefined {
  const administered = deskIds(viewer).filter((deskId) => can(viewer, 'administer', deskId))
  const aboutPeople = or(...adminKinds.map((kind) => like(events.act, `${kind}.%`)))
  return or(
    inArray(articles.deskId, deskIds(viewer)),
    and(isNull(events.articleId), inArray(events.deskId, administered)),
    and(isNull(events.articleId), inArray(events.deskId, deskIds(viewer)), sql`not ${aboutPeople}`),
    and(isNull(events.articleId), isNull(events.deskId), eq(events.actorId, viewer.id)),
  )
}

function bodiesOf(db: Reader, found: readonly Event[]): Map<string, unknown> {
  const digests = found.flatMap((event) => [event.beforeDigest, event.afterDigest]).filter((digest) => digest !== null)
  const rows = db.select({ digest: payloads.digest, body: payloads.body }).from(payloads).where(inArray(payloads.digest, digests)).all()
  return new Map(rows.flatMap(({ digest, body }) => (body === null ? [] : [[digest, (JSON.parse(body) as { value: unknown }).value]])))
}
