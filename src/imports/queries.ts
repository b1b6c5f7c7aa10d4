import { and, count, desc, eq, inArray, ne } from 'drizzle-orm'
import { desks, users } from '../accounts/schema.ts'
import { can } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { articles } from '../articles/schema.ts'
import type { Reader } from '../db/open.ts'
import { NotFound } from '../errors.ts'
import { type Import, importItems, imports, type ItemOutcome } from './schema.ts'

/** How many pieces of an import came to what. */
export type Outcomes = Record<ItemOutcome, number>

/** An import with the names around it. */
export interface ShownImport extends Import {
  deskName: string
  by: string
  outcomes: Outcomes
}

export const findImport = (db: Reader, id: number): Import | undefined => db.select().from(imports).where(eq(imports.id, id)).get()

export function outcomesOf(db: Reader, importId: number): Outcomes {
  const rows = db
    .select({ outcome: importItems.outcome, n: count() })
    .from(importItems)
    .where(eq(importItems.importId, importId))
    .groupBy(importItems.outcome)
    .all()
  const of = (outcome: ItemOutcome): number => rows.find((row) => row.outcome === outcome)?.n ?? 0
  return { brought_in: of('brought_in'), here_already: of('here_already'), refused: of('refused') }
}

/** The imports onto desks where the viewer may check, the newest first. */
export function listImports(db: Reader, viewer: Viewer, limit: number): ShownImport[] {
  return selectImports(db, viewer)
    .orderBy(desc(imports.id))
    .limit(limit)
    .all()
    .map((row) => ({ ...row.import, deskName: row.deskName, by: row.by, outcomes: outcomesOf(db, row.import.id) }))
}

/** The import, if the viewer may check on its desk; otherwise it does not exist. */
export function findShownImport(db: Reader, viewer: Viewer, id: number): ShownImport {
  const row = selectImports(db, viewer, id).get()
  if (!row) throw new NotFound('import')
  return { ...row.import, deskName: row.deskName, by: row.by, outcomes: outcomesOf(db, id) }
}

function selectImports(db: Reader, viewer: Viewer, id?: number) {
  const own = viewer.desks.filter((desk) => can(viewer, 'check', desk.id)).map((desk) => desk.id)
  return db
    .select({ import: imports, deskName: desks.name, by: users.name })
    .from(imports)
    .innerJoin(desks, eq(desks.id, imports.deskId))
    .innerJoin(users, eq(users.id, imports.createdBy))
    .where(and(inArray(imports.deskId, own), id === undefined ? undefined : eq(imports.id, id)))
    .$dynamic()
}

/** The pieces of an import that were not brought in, with why; an article that was here already only where the viewer may open it. */
export function listLeftOut(db: Reader, viewer: Viewer, importId: number, page: { limit: number; offset: number }) {
  const own = viewer.desks.map((desk) => desk.id)
  return db
    .select({
      name: importItems.name,
      outcome: importItems.outcome,
      reason: importItems.reason,
      articleId: articles.id,
      headline: articles.headline,
    })
    .from(importItems)
    .leftJoin(articles, and(eq(articles.id, importItems.articleId), inArray(articles.deskId, own)))
    .where(and(eq(importItems.importId, importId), ne(importItems.outcome, 'brought_in')))
    .orderBy(importItems.id)
    .limit(page.limit)
    .offset(page.offset)
    .all()
}

/** The refused pieces of an import, for whoever runs it on the command line. */
export const listProblems = (db: Reader, importId: number): { name: string; reason: string }[] =>
  db
    .select({ name: importItems.name, reason: importItems.reason })
    .from(importItems)
    .where(and(eq(importItems.importId, importId), eq(importItems.outcome, 'refused')))
    .orderBy(importItems.id)
    .all()

/** The imports that were going on when the program last ended. */
export const listRunning = (db: Reader): Import[] => db.select().from(imports).where(eq(imports.state, 'running')).orderBy(imports.id).all()
