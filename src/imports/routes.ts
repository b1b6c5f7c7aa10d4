import { checkersOnly, type SignedInVisit, viewerNow } from '../accounts/access.ts'
import { clear } from '../accounts/policy.ts'
import { findDesk } from '../accounts/queries.ts'
import { listDesksToCheck } from '../articles/queries.ts'
import { flash } from '../web/flash.ts'
import { type FieldErrors, readForm, typedIn } from '../web/forms.ts'
import { uploadIn } from '../web/multipart.ts'
import { render } from '../web/render.ts'
import { get, id, post, type Route } from '../web/route.ts'
import { newImportForm, pageIn, uploadForm, uploadProblem } from './forms.ts'
import { importPage, importsPage } from './pages.ts'
import { findShownImport, listImports, listLeftOut } from './queries.ts'

/** Imports, and pieces left out, on one page. */
const perPage = 50

export const importRoutes: readonly Route[] = [
  get('/imports', checkersOnly, (visit) => showImports(visit)),
  post(
    '/imports',
    checkersOnly,
    (visit) => {
      const { db, importer, req, res } = visit
      const viewer = viewerNow(visit)
      const file = uploadIn(req)
      const problem = uploadProblem(req, file?.bytes.length ?? null)
      const form = readForm(newImportForm, req)
      if (!form.ok || problem || !file) {
        const errors = { ...(form.ok ? {} : form.errors), ...(problem && { file: problem }) }
        return showImports(visit, errors, 422)
      }
      const desk = clear(viewer, 'check', findDesk(db, viewer, form.value.deskId))
      const started = importer.begin(viewer, desk, file, form.value.publication)
      res.redirect(303, `/imports/${started}`)
    },
    uploadForm,
  ),
  get('/imports/:importId', checkersOnly, (visit) => {
    const { db, viewer, req, res } = visit
    const shown = findShownImport(db, viewer, id(req, 'importId'))
    const page = pageIn(req)
    const leftOut = listLeftOut(db, viewer, shown.id, { limit: perPage + 1, offset: (page - 1) * perPage })
    if (shown.state === 'running') res.set('Refresh', '2')
    render(visit, 'imports/show', importPage(shown, leftOut.slice(0, perPage), { page, further: leftOut.length > perPage }))
  }),
  post('/imports/:importId/stop', checkersOnly, (visit) => {
    const { db, viewer, importer, req, res } = visit
    const shown = findShownImport(db, viewer, id(req, 'importId'))
    importer.stop(viewer, clear(viewer, 'check', shown))
    flash(res, 'Stopped. What was brought in stays.')
    res.redirect(303, `/imports/${shown.id}`)
  }),
  post('/imports/:importId/go-on', checkersOnly, (visit) => {
    const { db, viewer, importer, req, res } = visit
    const shown = findShownImport(db, viewer, id(req, 'importId'))
    importer.goOn(viewer, clear(viewer, 'check', shown))
    res.redirect(303, `/imports/${shown.id}`)
  }),
]

function showImports(visit: SignedInVisit, errors: FieldErrors = {}, status = 200): void {
  const { db, viewer, req } = visit
  render(visit, 'imports/index', importsPage(listDesksToCheck(db, viewer), listImports(db, viewer, perPage), errors, typedIn(req)), status)
}
