import { eq } from 'drizzle-orm'
import type { Cleared } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { type Db, type Tx, write } from '../db/open.ts'
import { Conflict, NotFound, Unusable } from '../errors.ts'
import { record } from '../events/events.ts'
import { type FurnitureKind, type PartKind, partLabels } from '../vocabulary.ts'
import { shorten } from '../web/words.ts'
import { nobodyElseChangedArticle } from './articles.ts'
import { movedDetails, recognisedIn } from './details.ts'
import { givenFrom } from './ledger.ts'
import { currentVersion, listSentences, textOf } from './queries.ts'
import { type Article, articles, type Sentence, sentences } from './schema.ts'

/** What a sentence is taken for: running copy where both are null. */
export interface Recognised {
  part: PartKind | null
  furniture: FurnitureKind | null
}
export interface RecognitionChange extends Recognised {
  sentenceId: number
}

/**
 * Changes what is taken for copy, for a part and for furniture. A part is one sentence: giving it to another takes it from the first.
 * Returns how many sentences were changed. Refused once the article's claims have been made.
 */
export function changeRecognition(
  db: Db,
  viewer: Viewer,
  article: Cleared<'check', Article>,
  { changes, seen }: { changes: readonly RecognitionChange[]; seen: number },
): number {
  return write(db, (tx) => {
    requireUnsplit(tx, article)
    nobodyElseChangedArticle(tx, viewer, article, seen)
    const version = currentVersion(tx, article)
    const rows = listSentences(tx, version.id)
    const settled = settle(rows, changes)
    if (settled.size === 0) return 0
    const changed = rows.filter((row) => settled.has(row.id))
    for (const row of changed)
      tx.update(sentences)
        .set(settled.get(row.id) as Recognised)
        .where(eq(sentences.id, row.id))
        .run()
    const text = textOf(version)
    const moved = moveDetails(tx, article, text, rows, settled)
    const words = (row: Sentence): string => shorten(text.slice(row.start, row.end).replace(/\s+/g, ' '), 120)
    record(tx, viewer, {
      act: 'article.recognition_changed',
      subjects: [`article:${article.id}`, ...changed.map((row) => `sentence:${row.id}`)],
      place: { articleId: article.id, deskId: article.deskId },
      before: {
        sentences: changed.map((row) => ({ sentence: row.id, words: words(row), part: row.part, furniture: row.furniture })),
        details: Object.fromEntries(Object.keys(moved).map((name) => [name, article[name as keyof Article]])),
      },
      after: { sentences: changed.map((row) => ({ sentence: row.id, words: words(row), ...settled.get(row.id) })), details: moved },
    })
    return changed.length
  })
}

function requireUnsplit(tx: Tx, article: Article): void {
  const stage = tx.select({ stage: articles.stage }).from(articles).where(eq(articles.id, article.id)).get()?.stage
  if (stage !== 'recognised') {
    throw new Conflict('This article has been split into claims: what is copy and what is set aside can no longer be changed here.')
  }
}

/** Where the article goes by a part that was recognised, it goes by the part that a person has put in its place. */
function moveDetails(
  tx: Tx,
  article: Article,
  text: string,
  rows: readonly Sentence[],
  settled: ReadonlyMap<number, Recognised>,
): Partial<Article> {
  const partsOf = (some: Parameters<typeof givenFrom>[1]) => recognisedIn(text, givenFrom(text, some).parts)
  const moved = movedDetails(article, partsOf(rows), partsOf(rows.map((row) => ({ ...row, ...settled.get(row.id) }))))
  if (Object.keys(moved).length > 0) tx.update(articles).set(moved).where(eq(articles.id, article.id)).run()
  return moved
}

/** What really changes, sentence by sentence, with the parts that moved away from where they were. */
function settle(rows: readonly Sentence[], changes: readonly RecognitionChange[]): Map<number, Recognised> {
  const settled = new Map<number, Recognised>()
  const taken = new Map<PartKind, number>()
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const { sentenceId, part, furniture } of changes) {
    const row = byId.get(sentenceId)
    if (!row) throw new NotFound('sentence')
    if (row.part === part && row.furniture === furniture) continue
    if (part && taken.has(part))
      throw new Unusable(`Two sentences are chosen for ${partLabels[part].toLowerCase()}: choose one of them.`, `row-${sentenceId}`)
    if (part) taken.set(part, sentenceId)
    settled.set(sentenceId, { part, furniture: part ? null : furniture })
  }
  for (const row of rows) {
    if (row.part && taken.has(row.part) && taken.get(row.part) !== row.id && !settled.has(row.id))
      settled.set(row.id, { part: null, furniture: null })
  }
  return settled
}
