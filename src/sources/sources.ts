import { and, eq, gt, ne, notInArray } from 'drizzle-orm'
import type { Cleared } from '../accounts/policy.ts'
import { deskIds, type Viewer } from '../accounts/viewer.ts'
import { type Tx, type Writer, write } from '../db/open.ts'
import { Conflict, NotFound, Unusable } from '../errors.ts'
import { record } from '../events/events.ts'
import { events, eventSubjects } from '../events/schema.ts'
import type { SourceKind, Standing } from '../vocabulary.ts'
import { listed, shorten } from '../web/words.ts'
import { affiliationsOf, rowsOfEntry } from './entries.ts'
import { aliasesOf, findSourceIfAny, listSourcesCalled } from './queries.ts'
import { type Source, sourceAliases, sourceDesks, sourcePlaces, sources } from './schema.ts'
import { signedArticlesQuoting } from './use.ts'

export interface NewSource {
  name: string
  aliases: readonly string[]
  kind: SourceKind
  unnamed: boolean
  affiliatedTo: number | null
  standing: Standing
}

/** Makes a source that was met in an article. Never looks for one of that name: two people may share it, and only a person may say they are one. */
export function makeSource(tx: Tx, actor: { id: number | null }, articleId: number, made: NewSource): Source {
  const source = addSource(tx, actor, { ...made, affiliatedSince: '', affiliatedUntil: '', note: '' })
  meetSource(tx, source.id, articleId)
  return source
}

/** Enters a source that no article has named yet: whoever is on the desk may see it. */
export function enterSource(tx: Tx, viewer: Viewer, desk: Cleared<'check', { deskId: number }>, details: SourceDetails): Source {
  if (details.affiliatedTo !== null && !findSourceIfAny(tx, viewer, details.affiliatedTo)) throw new NotFound('source')
  const source = addSource(tx, viewer, { ...details, standing: 'corrected' })
  tx.insert(sourceDesks).values({ sourceId: source.id, deskId: desk.deskId }).run()
  record(tx, viewer, {
    act: 'source.made',
    subjects: [`source:${source.id}`],
    place: { deskId: desk.deskId },
    after: sourceState(tx, source.id),
  })
  return source
}

function addSource(tx: Tx, actor: { id: number | null }, made: SourceDetails & { standing: Standing }): Source {
  const { aliases, ...row } = made
  const source = tx
    .insert(sources)
    .values({ ...row, createdBy: actor.id, createdAt: new Date().toISOString() })
    .returning()
    .get()
  giveAliases(tx, source, aliases)
  return source
}

/** Notes that a source was met in an article: whoever may open that article may see the source from now on. */
export function meetSource(tx: Tx, sourceId: number, articleId: number): void {
  tx.insert(sourcePlaces).values({ sourceId, articleId }).onConflictDoNothing().run()
}

/**
 * An article that no longer names a source is no place where it was met. One that was met nowhere else is gone from everybody's sight:
 * what belonged to it then belongs to `heir`, which was put in its place. Returns the ids of those.
 */
export function leaveArticle(tx: Tx, sourceId: number, articleId: number, heir: number): number[] {
  // One that others are entered with stays where it was met: else nobody could part them again.
  if (rowsOfEntry(tx, sourceId).length > 1) return []
  tx.delete(sourcePlaces)
    .where(and(eq(sourcePlaces.sourceId, sourceId), eq(sourcePlaces.articleId, articleId)))
    .run()
  if (tx.select({ id: sourcePlaces.articleId }).from(sourcePlaces).where(eq(sourcePlaces.sourceId, sourceId)).limit(1).get()) return []
  if (tx.select({ id: sourceDesks.deskId }).from(sourceDesks).where(eq(sourceDesks.sourceId, sourceId)).limit(1).get()) return []
  const kept = [heir, ...affiliationsOf(tx, heir)]
  const members = tx.select({ id: sources.id }).from(sources).where(eq(sources.affiliatedTo, sourceId)).all()
  // What a signed report says of a member stays as it was signed.
  const signedMembers = members.map((member) => member.id).filter((id) => signedArticlesQuoting(tx, [id]).length > 0)
  return tx
    .update(sources)
    .set({ affiliatedTo: heir })
    .where(and(eq(sources.affiliatedTo, sourceId), notInArray(sources.id, [...kept, ...signedMembers])))
    .returning({ id: sources.id })
    .all()
    .map((source) => source.id)
}

/** What a person chose in a source picker. */
export type SourceChoice =
  | { is: 'existing'; id: number; typed: string }
  | { is: 'new'; name: string; kind: SourceKind; unnamed: boolean; another: boolean }
  | { is: 'unclear' }

/**
 * The source that was chosen, for use in an article; null where it is unclear who.
 * One out of the viewer's sight is refused exactly as one that does not exist.
 */
export function takeSource(tx: Tx, viewer: Viewer, articleId: number, choice: SourceChoice): Source | null {
  if (choice.is === 'unclear') return null
  if (choice.is === 'existing') return takeExisting(tx, viewer, articleId, choice)
  const namesake = choice.another ? undefined : listSourcesCalled(tx, viewer, choice.name)[0]
  if (namesake) {
    throw new Unusable(
      `There is already a source called “${namesake.name}” (#${namesake.id}). Pick it from the list, or tick “somebody else of that name”.`,
      'who',
    )
  }
  const { name, kind, unnamed } = choice
  return makeSource(tx, viewer, articleId, { name, kind, unnamed, aliases: [], affiliatedTo: null, standing: 'corrected' })
}

function takeExisting(tx: Tx, viewer: Viewer, articleId: number, choice: { id: number; typed: string }): Source {
  const source = findSourceIfAny(tx, viewer, choice.id)
  if (!source || !choice.typed.startsWith(source.name.trim().replace(/\s+/g, ' '))) {
    throw new Unusable(
      'There is no such source, or it was met on no desk of yours. Pick one from the list, or type a new name without a number.',
      'who',
    )
  }
  meetSource(tx, source.id, articleId)
  if (source.standing === 'suggested') tx.update(sources).set({ standing: 'confirmed' }).where(eq(sources.id, source.id)).run()
  return source
}

export interface SourceDetails {
  name: string
  aliases: readonly string[]
  kind: SourceKind
  unnamed: boolean
  affiliatedTo: number | null
  /** From when and until when it belongs there: an ISO day, month or year; empty where nobody knows, or it still does. */
  affiliatedSince: string
  affiliatedUntil: string
  note: string
}

/** A source with the desk on which the viewer may change it. */
export type SourceOnDesk = Source & { deskId: number }

/** What a report says of a source, in its chains and by whom it counts as independent; other names and the note are for finding it. */
const signed = ['name', 'kind', 'unnamed', 'affiliatedTo'] as const

/**
 * Changes what is known of a source, for every desk that has met it; refused if somebody else has changed it since the form was shown.
 * While a sign-off stands over an article that quotes it, only its other names and its note change.
 */
export function changeSource(
  db: Writer,
  viewer: Viewer,
  source: Cleared<'check', SourceOnDesk>,
  seen: number,
  details: SourceDetails,
): void {
  write(db, (tx) => {
    nobodyElseChangedSource(tx, viewer, source, seen)
    const before = sourceState(tx, source.id)
    if (details.affiliatedTo !== null && details.affiliatedTo !== before.affiliatedTo)
      requireNoLoop(tx, viewer, source, details.affiliatedTo)
    // What it belongs to, every source that is entered as one with it belongs to as well.
    const moved = details.affiliatedTo !== before.affiliatedTo
    if (signed.some((name) => details[name] !== before[name])) requireUnsigned(tx, viewer, moved ? rowsOfEntry(tx, source.id) : [source.id])
    const { aliases, ...known } = details
    // Nobody belongs to nothing since March.
    const dates = details.affiliatedTo === null ? { affiliatedSince: '', affiliatedUntil: '' } : {}
    tx.update(sources)
      .set({ ...known, ...dates, standing: 'corrected' })
      .where(eq(sources.id, source.id))
      .run()
    tx.delete(sourceAliases).where(eq(sourceAliases.sourceId, source.id)).run()
    giveAliases(tx, { id: source.id, name: details.name }, aliases)
    record(tx, viewer, {
      act: 'source.changed',
      subjects: [`source:${source.id}`],
      place: { deskId: source.deskId },
      before,
      after: sourceState(tx, source.id),
    })
  })
}

/** Adds names that a source goes by; its own name is none of them. */
export function giveAliases(tx: Tx, source: Pick<Source, 'id' | 'name'>, names: readonly string[]): void {
  for (const name of new Set(names)) {
    if (name !== '' && name !== source.name) tx.insert(sourceAliases).values({ sourceId: source.id, name }).onConflictDoNothing().run()
  }
}

/** What history keeps of a source. */
export function sourceState(tx: Tx, id: number): Source & { aliases: string[] } {
  const source = tx.select().from(sources).where(eq(sources.id, id)).get()
  if (!source) throw new Error(`source ${id} is gone`)
  return { ...source, aliases: aliasesOf(tx, id) }
}

function nobodyElseChangedSource(tx: Tx, viewer: Viewer, source: SourceOnDesk, seen: number): void {
  const later = tx
    .select({ id: events.id })
    .from(eventSubjects)
    .innerJoin(events, eq(events.id, eventSubjects.eventId))
    .where(and(eq(eventSubjects.subject, `source:${source.id}`), gt(events.id, seen), ne(events.actorId, viewer.id)))
    .get()
  if (later)
    throw new Conflict(
      `Somebody else has changed “${source.name}” since you opened this page. What you typed is kept below; look at the change, then send it again.`,
    )
}

/** What stands over a signature stays as it was signed. An article out of the viewer's sight is not named. */
function requireUnsigned(tx: Tx, viewer: Viewer, sourceIds: readonly number[]): void {
  const quoting = signedArticlesQuoting(tx, sourceIds)
  if (quoting.length === 0) return
  const seen = quoting.filter((article) => deskIds(viewer).includes(article.deskId)).map((article) => `“${shorten(article.headline, 80)}”`)
  const only = 'Its other names and the note can still change.'
  throw new Conflict(
    seen.length === quoting.length
      ? `${listed(seen.slice(0, 3))}${seen.length > 3 ? ' and others' : ''} quoted this source and ${seen.length > 1 ? 'are' : 'is'} signed off: an editor reopens first, or you make a new source instead. ${only}`
      : `A signed-off article quotes this source: make a new source instead. ${only}`,
  )
}

/** A source belongs to another that the viewer may see, and never, by whatever way round, to itself. */
function requireNoLoop(tx: Tx, viewer: Viewer, source: Source, affiliatedTo: number): void {
  if (!findSourceIfAny(tx, viewer, affiliatedTo))
    throw new Unusable('There is no such source, or it was met on no desk of yours. Pick one from the list.', 'affiliatedTo')
  if ([affiliatedTo, ...affiliationsOf(tx, affiliatedTo)].includes(source.id)) {
    throw new Unusable('A source cannot belong to itself, nor to one that belongs to it.', 'affiliatedTo')
  }
}
