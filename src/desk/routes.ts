import type { ErrorRequestHandler } from 'express'
import { z } from 'zod'
import { frameFor, signedIn, viewerOf } from '../accounts/access.ts'
import { findArticle } from '../articles/queries.ts'
import { RefusedOnDesk } from '../claims/desk-forms.ts'
import { findClaim } from '../claims/queries.ts'
import type { Context } from '../context.ts'
import { NotFound } from '../errors.ts'
import { render } from '../web/render.ts'
import { get, id, type Route } from '../web/route.ts'
import { boardFilters, listChecks } from './board.ts'
import { countDue } from '../rechecks/queries.ts'
import { today } from '../web/words.ts'
import { boardPage } from './board-page.ts'
import { filterQuery } from './filters.ts'
import { gatherDesk } from './gather.ts'
import { gatherClaim } from './hand.ts'
import { helpPage } from './help-page.ts'
import { claimPage } from './pages.ts'
import { showDesk, showRefused } from './show.ts'

const idInAddress = z.coerce.number().int().positive().nullable().default(null).catch(null)
const handQuery = z.object({ claim: idInAddress, sentence: idInAddress })
const boardQuery = z.object({
  show: z.enum(boardFilters).catch('open'),
  desk: idInAddress,
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

export const deskRoutes: readonly Route[] = [
  get('/', signedIn, (visit) => {
    const { db, viewer, req } = visit
    const filter = boardQuery.parse(req.query)
    render(visit, 'desk/board', boardPage(viewer, filter, listChecks(db, viewer, filter), countDue(db, viewer, today()), new Date()))
  }),

  get('/articles/:articleId/desk', signedIn, (visit) => {
    const { db, viewer, req, res } = visit
    const article = findArticle(db, viewer, id(req, 'articleId'))
    if (article.stage === 'recognised') return res.redirect(303, `/articles/${article.id}/recognised`)
    const hand = handQuery.parse(req.query)
    if (hand.claim !== null && findClaim(db, viewer, hand.claim).articleId !== article.id) throw new NotFound('claim in this article')
    showDesk(visit, article, { filter: filterQuery.parse(req.query), claimId: hand.claim, sentenceId: hand.sentence })
  }),

  get('/claims/:claimId', signedIn, (visit) => {
    const { db, viewer, req } = visit
    const claim = findClaim(db, viewer, id(req, 'claimId'))
    const article = findArticle(db, viewer, claim.articleId)
    render(visit, 'desk/claim', claimPage(gatherDesk(db, viewer, article), gatherClaim(db, viewer, claim.id, null), viewer))
  }),

  get('/help', signedIn, (visit) => render(visit, 'desk/help', helpPage())),
]

/** A form on the desk that was refused is shown again on the desk, with everything that was typed. */
export function answerOnDesk(context: Context): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const viewer = viewerOf({ ...context, req })
    if (!(error instanceof RefusedOnDesk) || !viewer || res.headersSent) return next(error)
    showRefused({ ...context, req, res, viewer, frame: frameFor(viewer) }, error)
  }
}
