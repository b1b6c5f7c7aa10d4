import { createHash } from 'node:crypto'
import { z } from 'zod'
import { checkersOnly, type SignedInVisit, signedIn, viewerNow } from '../accounts/access.ts'
import { clear } from '../accounts/policy.ts'
import { findDesk } from '../accounts/queries.ts'
import { listDesksToCheck } from '../articles/queries.ts'
import { Refusal } from '../errors.ts'
import { type BroughtIn, bringInSources } from '../sources/bring-in.ts'
import { searchForm } from '../sources/forms.ts'
import { listTabledSources } from '../sources/queries.ts'
import { mostBytes, sourceRowsIn, tableHead, tableRows } from '../sources/table.ts'
import { flash } from '../web/flash.ts'
import { idField, parse, typedIn } from '../web/forms.ts'
import { multipartForm, spoiltIn, uploadIn } from '../web/multipart.ts'
import { render } from '../web/render.ts'
import { get, post, type Route } from '../web/route.ts'
import { today } from '../web/words.ts'
import { doneWords, sourceChangesPage, sourceTablePage } from './table-page.ts'

/** Sources written into an export at a time, between which others get their turn. */
const perPart = 500
const deskForm = z.object({ deskId: idField('Choose a desk.') })
const agreedForm = deskForm.extend({ table: z.string().max(2 * mostBytes), seen: z.string().length(64) })

export const tableRoutes: readonly Route[] = [
  get('/sources.csv', signedIn, async (visit) => {
    const { db, viewer, settings, req, res } = visit
    const search = searchForm.parse(req.query)
    res.attachment(`sources-${today()}.csv`).type('text/csv')
    res.write(tableHead())
    for (let after = 0; ; ) {
      const part = listTabledSources(db, viewer, { ...search, limit: perPart }, after)
      res.write(tableRows(part, settings.publicUrl))
      const last = part.at(-1)
      if (part.length < perPart || !last || res.destroyed) break
      after = last.id
      await new Promise((turn) => setImmediate(turn))
    }
    res.end()
  }),

  get('/sources/table', checkersOnly, (visit) => showUpload(visit, null)),

  post(
    '/sources/table',
    checkersOnly,
    (visit) => {
      const { req } = visit
      const file = uploadIn(req)
      if (spoiltIn(req) || (file?.bytes.length ?? 0) > mostBytes)
        return showUpload(visit, 'This is larger than 1 MB, or did not arrive whole: split the table, and send one part after the other.')
      if (!file || file.bytes.length === 0) return showUpload(visit, 'Choose a table first: a .csv file with a column “name” or “number”.')
      preview(visit, file.bytes, parse(deskForm, req).deskId)
    },
    multipartForm({ file: mostBytes, large: {} }),
  ),

  post('/sources/table/changes', checkersOnly, (visit) => {
    const { db, req, res } = visit
    const { table, deskId, seen } = parse(agreedForm, req)
    const bytes = Buffer.from(table)
    const viewer = viewerNow(visit)
    const desk = clear(viewer, 'check', findDesk(db, viewer, deskId))
    const rows = sourceRowsIn(bytes)
    // Nobody gets other changes than those they have looked at.
    const { found, kept } = bringInSources(db, viewer, desk, rows, (changes) => digestOf(changes) === seen)
    if (!kept)
      return show(visit, { found, bytes, deskId }, 'The directory has changed since you looked: this is what the table would change now.')
    flash(res, doneWords(found))
    res.redirect(303, '/sources')
  }),
]

const digestOf = (found: BroughtIn): string => createHash('sha256').update(JSON.stringify(found)).digest('hex')

/** Shows what a table would change, or why it is none. */
function preview(visit: SignedInVisit, bytes: Buffer, deskId: number): void {
  const { db } = visit
  const viewer = viewerNow(visit)
  try {
    const desk = clear(viewer, 'check', findDesk(db, viewer, deskId))
    const { found } = bringInSources(db, viewer, desk, sourceRowsIn(bytes), () => false)
    show(visit, { found, bytes, deskId })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    showUpload(visit, error.message)
  }
}

function show(
  visit: SignedInVisit,
  { found, bytes, deskId }: { found: BroughtIn; bytes: Buffer; deskId: number },
  problem: string | null = null,
): void {
  const page = sourceChangesPage(found, { table: bytes.toString(), deskId, seen: digestOf(found), problem })
  render(visit, 'directory/changes', page, problem === null ? 200 : 409)
}

function showUpload(visit: SignedInVisit, error: string | null): void {
  const { db, viewer, req } = visit
  const page = sourceTablePage(listDesksToCheck(db, viewer), error, typedIn(req).deskId ?? '')
  render(visit, 'directory/table', page, error === null ? 200 : 422)
}
