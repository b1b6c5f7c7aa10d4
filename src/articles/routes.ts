import { checkersOnly, signedIn, type SignedInVisit, viewerNow } from '../accounts/access.ts'
import { clear } from '../accounts/policy.ts'
import { findDesk, listCheckers } from '../accounts/queries.ts'
import { Conflict, Unusable } from '../errors.ts'
import { sha256 } from '../events/events.ts'
import { flash } from '../web/flash.ts'
import { type FieldErrors, readForm, type Typed, typedIn } from '../web/forms.ts'
import { render } from '../web/render.ts'
import { get, id, post, type Route } from '../web/route.ts'
import { plural } from '../web/words.ts'
import { readArrival, readSent } from './arrivals.ts'
import { bringIn, changeDetails } from './articles.ts'
import { detailsPage } from './details-page.ts'
import { detailsForm, newArticleForm, pageIn, recognitionForm } from './forms.ts'
import { newArticlePage } from './new-page.ts'
import {
  currentVersion,
  type Duplicate,
  findArticle,
  lastEventOnArticle,
  listDesksToCheck,
  listDuplicates,
  listSentences,
  textOf,
} from './queries.ts'
import { changeRecognition, type Recognised } from './recognition.ts'
import { recognisedPage } from './recognised-page.ts'
import type { Article } from './schema.ts'
import { articleForm, uploadIn, uploadProblem } from './upload.ts'

export const articleRoutes: readonly Route[] = [
  get('/articles/new', checkersOnly, (visit) => {
    render(visit, 'articles/new', newArticlePage({ desks: listDesksToCheck(visit.db, visit.viewer) }))
  }),
  post(
    '/articles',
    checkersOnly,
    async (visit) => {
      const { db, viewer, workers, req, res } = visit
      const desks = listDesksToCheck(db, viewer)
      const file = uploadIn(req)
      const again = (errors: FieldErrors, duplicates: Duplicate[] = []): void =>
        render(
          visit,
          'articles/new',
          newArticlePage({ desks, errors, duplicates, typed: typedIn(req), fileName: file?.name ?? null }),
          duplicates.length > 0 ? 409 : 422,
        )
      const problem = uploadProblem(req)
      if (problem) return again({ text: problem })
      const form = readForm(newArticleForm, req)
      if (!form.ok) return again(form.errors)
      const desk = clear(viewer, 'check', findDesk(db, viewer, form.value.deskId))
      try {
        const document = await readSent(workers, { ...form.value, file })
        const here = form.value.anyway
          ? []
          : listDuplicates(db, viewerNow(visit), { url: form.value.url || (document.declared.url ?? ''), sha256: sha256(document.text) })
        if (here.length > 0) return again({}, here)
        const arrival = await readArrival(workers, document, file, form.value, desk.outlet)
        const now = viewerNow(visit)
        const article = bringIn(db, now, clear(now, 'check', findDesk(db, now, desk.id)), arrival)
        flash(res, 'Brought in. Look over what was recognised, then split it into claims.')
        res.redirect(303, `/articles/${article.id}/recognised`)
      } catch (error) {
        again(fieldErrors(error))
      }
    },
    articleForm,
  ),
  get('/articles/:articleId', signedIn, ({ db, viewer, req, res }) => {
    const article = findArticle(db, viewer, id(req, 'articleId'))
    res.redirect(303, `/articles/${article.id}/${article.stage === 'on_desk' ? 'desk' : 'recognised'}`)
  }),
  get('/articles/:articleId/recognised', signedIn, (visit) => {
    showRecognised(visit, findArticle(visit.db, visit.viewer, id(visit.req, 'articleId')))
  }),
  post('/articles/:articleId/recognition', signedIn, (visit) => {
    const { db, viewer, req, res } = visit
    const article = clear(viewer, 'check', findArticle(db, viewer, id(req, 'articleId')))
    const form = readForm(recognitionForm, req)
    if (!form.ok) return showRecognised(visit, article, form.errors, new Map(), 422)
    try {
      const changed = changeRecognition(db, viewer, article, form.value)
      // The browser sends the same form on to where claims are made: nothing that was chosen is lost between two buttons.
      if (form.value.split) return res.redirect(307, `/articles/${article.id}/split`)
      flash(res, changed === 0 ? 'Nothing was changed.' : `${plural(changed, 'sentence')} changed.`)
      const page = pageIn(req)
      res.redirect(303, `/articles/${article.id}/recognised${page > 1 ? `?page=${page}` : ''}`)
    } catch (error) {
      const chosen = new Map(form.value.changes.map(({ sentenceId, ...what }) => [sentenceId, what]))
      showRecognised(visit, article, fieldErrors(error), chosen, error instanceof Conflict ? 409 : 422)
    }
  }),
  get('/articles/:articleId/details', signedIn, (visit) => {
    showDetails(visit, clear(visit.viewer, 'check', findArticle(visit.db, visit.viewer, id(visit.req, 'articleId'))))
  }),
  post('/articles/:articleId/details', signedIn, (visit) => {
    const { db, viewer, req, res } = visit
    const article = clear(viewer, 'check', findArticle(db, viewer, id(req, 'articleId')))
    const form = readForm(detailsForm, req)
    if (!form.ok) return showDetails(visit, article, form.errors, form.typed, 422)
    const desk = clear(viewer, 'check', findDesk(db, viewer, form.value.deskId))
    try {
      changeDetails(db, viewer, article, desk, {
        ...form.value,
        assigneeId: form.value.assigneeId === undefined ? article.assigneeId : form.value.assigneeId,
      })
      flash(res, 'Details saved.')
      res.redirect(303, `/articles/${article.id}`)
    } catch (error) {
      showDetails(visit, article, fieldErrors(error), typedIn(req), error instanceof Conflict ? 409 : 422)
    }
  }),
]

function showRecognised(
  visit: SignedInVisit,
  article: Article,
  errors: FieldErrors = {},
  chosen: ReadonlyMap<number, Recognised> = new Map(),
  status = 200,
): void {
  const { db, viewer, req } = visit
  const version = currentVersion(db, article)
  render(
    visit,
    'articles/recognised',
    recognisedPage(
      {
        viewer,
        article,
        version,
        text: textOf(version),
        sentences: listSentences(db, version.id),
        deskName: findDesk(db, viewer, article.deskId).name,
        seen: lastEventOnArticle(db, article.id),
        page: pageIn(req),
      },
      errors,
      chosen,
    ),
    status,
  )
}

function showDetails(visit: SignedInVisit, article: Article, errors: FieldErrors = {}, typed?: Typed, status = 200): void {
  const { db, viewer } = visit
  const shown = {
    viewer,
    article,
    desks: listDesksToCheck(db, viewer),
    checkers: listCheckers(db, article.deskId),
    seen: lastEventOnArticle(db, article.id),
  }
  render(visit, 'articles/details', detailsPage(shown, errors, typed), status)
}

/** What a refusal says, beside the field it belongs to; anything that is no matter of the form goes on. */
function fieldErrors(error: unknown): FieldErrors {
  if (error instanceof Unusable) return { [error.field]: error.message }
  if (error instanceof Conflict) return { form: error.message }
  throw error
}
