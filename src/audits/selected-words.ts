import type { Viewer } from '../accounts/viewer.ts'
import { findArticle } from '../articles/queries.ts'
import type { Reader } from '../db/open.ts'
import type { Selection } from './selection.ts'
import { wordsOf } from './selection-page.ts'
import { seenBy } from './summary.ts'

/** What a selection is, in words with the names that the viewer may see; of one piece its headline. */
export function selectedWords(db: Reader, viewer: Viewer, selection: Selection): string {
  const source = selection.source === null ? null : (seenBy(db, viewer)(selection.source)?.name ?? null)
  const headline = selection.article === null ? null : findArticle(db, viewer, selection.article).headline
  return headline ?? wordsOf(selection, (desk) => viewer.desks.find((one) => one.id === desk)?.name ?? '', source)
}
