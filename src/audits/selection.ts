import { and, eq, gte, inArray, lte, type SQL, sql } from 'drizzle-orm'
import type { Viewer } from '../accounts/viewer.ts'
import { visibleTo } from '../articles/queries.ts'
import { articles } from '../articles/schema.ts'
import { fold } from '../db/fold.ts'
import type { Outcome } from '../vocabulary.ts'

/** What is audited: pieces by where, by whom and when; and of their claims all, or those of one source, outcome or standing. */
export interface Selection {
  /** One piece; null for all that the rest lets through. */
  article: number | null
  /** The pieces that one import brought in. */
  import: number | null
  /** Empty: every desk of the viewer's. */
  desks: readonly number[]
  /** A part of the outlet's name. */
  outlet: string
  /** A part of the byline. */
  author: string
  /** A subject tag, whole. */
  subject: string
  publication: '' | 'draft' | 'published'
  /** ISO days, both included; empty for open ends. */
  from: string
  to: string
  /** An entry of the directory, anywhere in the chain. */
  source: number | null
  outcome: Outcome | ''
  standing: '' | 'confirmed' | 'suggested'
}

export const everything: Selection = {
  article: null,
  import: null,
  desks: [],
  outlet: '',
  author: '',
  subject: '',
  publication: '',
  from: '',
  to: '',
  source: null,
  outcome: '',
  standing: '',
}

/** The day an article counts for: that of publication, or of bringing it in where none is known. */
export const dayOf = sql<string>`substr(case when ${articles.publishedAt} = '' then ${articles.createdAt} else ${articles.publishedAt} end, 1, 10)`

/** The articles of a selection that exist for the viewer; of desks that they only audit, those published. */
export function articlesOf(
  viewer: Viewer,
  { article, import: importId, desks, outlet, author, subject, publication, from, to }: Selection,
): SQL | undefined {
  return and(
    eq(articles.stage, 'on_desk'),
    visibleTo(viewer),
    desks.length === 0 ? undefined : inArray(articles.deskId, [...desks]),
    article === null ? undefined : eq(articles.id, article),
    importId === null ? undefined : sql`${articles.id} in (select article_id from import_items where import_id = ${importId})`,
    outlet === '' ? undefined : sql`instr(fold(${articles.outlet}), ${fold(outlet)}) > 0`,
    author === '' ? undefined : sql`instr(fold(${articles.byline}), ${fold(author)}) > 0`,
    subject === '' ? undefined : sql`instr(', ' || fold(${articles.subjects}) || ', ', ${`, ${fold(subject)}, `}) > 0`,
    publication === '' ? undefined : eq(articles.publication, publication),
    from === '' ? undefined : gte(dayOf, from),
    to === '' ? undefined : lte(dayOf, to),
  )
}

/** Whether a selection takes some claims of its pieces only: then nothing can be said of whole pieces. */
export const isNarrowed = ({ source, outcome, standing }: Selection): boolean => source !== null || outcome !== '' || standing !== ''

/** The same pieces with all of their claims. */
export const withWholePieces = (selection: Selection): Selection => ({ ...selection, source: null, outcome: '', standing: '' })
