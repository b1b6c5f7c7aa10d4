import { eq } from 'drizzle-orm'
import { can, type Cleared } from '../accounts/policy.ts'
import { listCheckers } from '../accounts/queries.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { type Db, type Tx, type Writer, write } from '../db/open.ts'
import { inPieces } from '../db/pieces.ts'
import { maxSentences, tooManySentences } from '../documents/limits.ts'
import type { ReadDocument } from '../documents/types.ts'
import { Conflict, Forbidden, Unusable } from '../errors.ts'
import type { Reading } from '../extraction/types.ts'
import { record, sha256 } from '../events/events.ts'
import { type Details, fillIn, type GivenDetails } from './details.ts'
import { ledgerFrom } from './ledger.ts'
import { isUnderSecondCheck, requireOpen } from './open.ts'
import { articleChangesSince, type DeskPlace } from './queries.ts'
import { type Article, articles, type Publication, sentences, versions } from './schema.ts'

/** An article that has been read and may now be stored. */
export interface Arrival {
  document: ReadDocument
  reading: Reading
  details: GivenDetails
  /** Empty for a paste. */
  fileName: string
}

/** Brings an article in: its exact text as version 1, what was recognised in it, and the ledger of its sentences. */
export function bringIn(db: Writer, viewer: Viewer, desk: Cleared<'check', DeskPlace>, arrival: Arrival): Article {
  const { reading, fileName } = arrival
  const document = storable(arrival.document)
  const { publication, dueAt } = arrival.details
  const details = fillIn(arrival.details, document, reading, desk.outlet)
  const ledger = ledgerFrom(document.text, reading)
  if (ledger.length > maxSentences) throw new Unusable(tooManySentences().message, 'text')
  return write(db, (tx) => {
    const createdAt = new Date().toISOString()
    const article = tx
      .insert(articles)
      .values({
        ...details,
        publication,
        dueAt,
        deskId: desk.id,
        language: reading.language,
        direction: reading.direction,
        createdAt,
        createdBy: viewer.id,
      })
      .returning()
      .get()
    const version = tx
      .insert(versions)
      .values({
        articleId: article.id,
        number: 1,
        text: document.text,
        sha256: sha256(document.text),
        format: document.format,
        encoding: document.encoding,
        fileName,
        blocks: document.blocks,
        createdAt,
      })
      .returning({ id: versions.id, sha256: versions.sha256 })
      .get()
    addLedger(tx, version.id, ledger)
    record(tx, viewer, {
      act: 'article.brought_in',
      subjects: [`article:${article.id}`],
      place: { articleId: article.id, deskId: desk.id },
      after: {
        ...details,
        publication,
        dueAt,
        desk: desk.name,
        language: reading.language,
        version: 1,
        sha256: version.sha256,
        format: document.format,
        encoding: document.encoding,
        fileName,
        sentences: ledger.length,
        furniture: ledger.filter((row) => row.furniture).length,
      },
    })
    return article
  })
}

/** SQLite keeps text as UTF-8: half of a character that UTF-8 cannot hold becomes the sign for one, before anything is counted or hashed. */
export function storable(document: ReadDocument): ReadDocument {
  return { ...document, text: Buffer.from(document.text).toString() }
}

export interface ChangedDetails extends Details {
  publication: Publication
  dueAt: string | null
  /** Null: with nobody. */
  assigneeId: number | null
  /** The last event on the article that the form showed. */
  seen: number
}

/** What a signature says nothing about: it may change while a sign-off stands. */
const neverSigned = ['assigneeId', 'dueAt']

/**
 * Changes what is known of an article, its due time, its desk and who has it. Only editors of the desk give it to somebody or move it;
 * while a sign-off stands, only who has it and when it is due can be changed.
 */
export function changeDetails(
  db: Db,
  viewer: Viewer,
  article: Cleared<'check', Article>,
  desk: Cleared<'check', DeskPlace>,
  { seen, ...changed }: ChangedDetails,
): void {
  write(db, (tx) => {
    nobodyElseChangedArticle(tx, viewer, article, seen)
    const assigneeId = assigneeFor(tx, viewer, article, desk, changed.assigneeId)
    const after = onlyChanges(article, { ...changed, assigneeId, deskId: desk.id })
    const names = Object.keys(after)
    if (names.length === 0) return
    if (names.some((name) => !neverSigned.includes(name))) requireOpen(tx, article.id)
    if (desk.id !== article.deskId) requireMovable(tx, viewer, article)
    const before = Object.fromEntries(names.map((name) => [name, article[name as keyof Article]]))
    tx.update(articles).set(after).where(eq(articles.id, article.id)).run()
    record(tx, viewer, {
      act: names.join() === 'assigneeId' ? 'article.assigned' : 'article.details_changed',
      subjects: [`article:${article.id}`],
      place: { articleId: article.id, deskId: desk.id },
      before,
      after,
    })
  })
}

/** Refuses if somebody else has changed the article itself since the form was made. */
export function nobodyElseChangedArticle(tx: Tx, viewer: Viewer, article: Article, seen: number): void {
  const last = articleChangesSince(tx, viewer, article.id, seen).at(-1)
  if (last)
    throw new Conflict(
      `${last.actorName} has changed this article since you opened the page. What you chose is kept below; look at it again, then save.`,
    )
}

/** On another desk other people sign, see and purge: so moving an article is for editors of the desk that lets it go, and not while somebody checks it blind. */
function requireMovable(tx: Tx, viewer: Viewer, article: Article): void {
  if (!can(viewer, 'edit', article.deskId)) throw new Forbidden('Only an editor of the desk moves an article to another desk.')
  if (isUnderSecondCheck(tx, article.id)) {
    throw new Unusable(
      'Somebody holds a second check on a claim of this article: once it is filed or given back, the article can be moved.',
      'deskId',
    )
  }
}

/** On another desk, an article is with nobody until an editor there gives it to somebody. */
function assigneeFor(tx: Tx, viewer: Viewer, article: Article, desk: DeskPlace, wanted: number | null): number | null {
  if (desk.id !== article.deskId && wanted === article.assigneeId) return null
  if (wanted === article.assigneeId) return wanted
  if (!can(viewer, 'edit', desk.id)) throw new Forbidden('Only an editor of the desk gives an article to somebody.')
  if (wanted !== null && !listCheckers(tx, desk.id).some((person) => person.id === wanted)) {
    throw new Unusable('Choose somebody who may check on this desk.', 'assigneeId')
  }
  return wanted
}

function onlyChanges(article: Article, wanted: Partial<Article>): Partial<Article> {
  return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => article[name as keyof Article] !== value))
}

function addLedger(tx: Tx, versionId: number, ledger: ReturnType<typeof ledgerFrom>): void {
  const rows = ledger.map((row, position) => ({ ...row, versionId, position, suggestedPart: row.part, suggestedFurniture: row.furniture }))
  for (const piece of inPieces(rows)) tx.insert(sentences).values(piece).run()
}
