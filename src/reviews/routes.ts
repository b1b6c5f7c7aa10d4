import { type SignedInVisit, signedIn } from '../accounts/access.ts'
import { clear } from '../accounts/policy.ts'
import { articlePost, backOnRefusal, backToDesk, claimPost } from '../claims/desk-forms.ts'
import { findClaim } from '../claims/queries.ts'
import { flash } from '../web/flash.ts'
import { parse } from '../web/forms.ts'
import { id, post, type Route } from '../web/route.ts'
import {
  answerForm,
  articleAssignmentForm,
  assignmentForm,
  cutForm,
  findingForm,
  queryForm,
  reopeningForm,
  restorationForm,
  seenForm,
  signOffForm,
  waitingForm,
} from './forms.ts'
import { answerQuery, askQuery, findQuery, type QueryOnClaim } from './queries-to-reporter.ts'
import { fileFinding } from './reviews.ts'
import { findSecondCheck, giveBackSecondCheck, takeSecondCheck } from './second-checks.ts'
import { reopen, signOff } from './sign-offs.ts'
import { assignArticle, assignClaim, cutClaim, restoreClaim, resumeClaim, setWaiting } from './workflow.ts'

export const reviewRoutes: readonly Route[] = [
  claimPost('/claims/:claimId/findings', 'finding', ({ db, viewer, claim, req, res }) => {
    fileFinding(db, viewer, clear(viewer, 'check', claim), parse(findingForm, req))
    flash(res, 'Finding recorded.')
    backToDesk(req, res, claim)
  }),

  claimPost('/claims/:claimId/second-checks', 'second', ({ db, viewer, claim, req, res }) => {
    takeSecondCheck(db, viewer, clear(viewer, 'review', claim), parse(seenForm, req))
    flash(res, 'The second check is yours. The first finding is withheld until you have recorded yours.')
    backToDesk(req, res, claim)
  }),

  post('/second-checks/:id/return', signedIn, ({ db, viewer, req, res }) => {
    const check = findSecondCheck(db, viewer, id(req, 'id'))
    giveBackSecondCheck(db, viewer, clear(viewer, 'read', check))
    backToDesk(req, res, findClaim(db, viewer, check.claimId))
  }),

  claimPost('/claims/:claimId/queries', 'query', ({ db, viewer, claim, req, res }) => {
    askQuery(db, viewer, clear(viewer, 'check', claim), parse(queryForm, req))
    backToDesk(req, res, claim)
  }),

  queryPost('/queries/:queryId/answer', ({ db, viewer, query, claim, req, res }) => {
    answerQuery(db, viewer, clear(viewer, 'check', claim), query, parse(answerForm, req))
    backToDesk(req, res, claim)
  }),

  claimPost('/claims/:claimId/waiting', 'state', ({ db, viewer, claim, req, res }) => {
    setWaiting(db, viewer, clear(viewer, 'check', claim), parse(waitingForm, req))
    backToDesk(req, res, claim)
  }),

  claimPost('/claims/:claimId/resumption', 'state', ({ db, viewer, claim, req, res }) => {
    resumeClaim(db, viewer, clear(viewer, 'check', claim), parse(seenForm, req))
    backToDesk(req, res, claim)
  }),

  claimPost('/claims/:claimId/assignment', 'assignment', ({ db, viewer, claim, req, res }) => {
    assignClaim(db, viewer, clear(viewer, 'check', claim), parse(assignmentForm, req))
    backToDesk(req, res, claim)
  }),

  claimPost('/claims/:claimId/cut', 'state', ({ db, viewer, claim, req, res }) => {
    cutClaim(db, viewer, clear(viewer, 'check', claim), parse(cutForm, req))
    backToDesk(req, res, claim)
  }),

  claimPost('/claims/:claimId/restoration', 'state', ({ db, viewer, claim, req, res }) => {
    restoreClaim(db, viewer, clear(viewer, 'check', claim), parse(restorationForm, req))
    backToDesk(req, res, claim)
  }),

  articlePost('/articles/:articleId/assignment', ({ db, viewer, article, req, res }) => {
    assignArticle(db, viewer, clear(viewer, 'edit', article), parse(articleAssignmentForm, req))
    res.redirect(303, `/articles/${article.id}/desk`)
  }),

  articlePost('/articles/:articleId/sign-off', ({ db, viewer, article, req, res }) => {
    signOff(db, viewer, clear(viewer, 'edit', article), parse(signOffForm, req))
    flash(res, 'Signed off.')
    res.redirect(303, `/articles/${article.id}/desk`)
  }),

  articlePost('/articles/:articleId/reopening', ({ db, viewer, article, req, res }) => {
    reopen(db, viewer, clear(viewer, 'edit', article), parse(reopeningForm, req))
    res.redirect(303, `/articles/${article.id}/desk`)
  }),
]

/** A post about one query; what can be mended comes back beside the claim that the query is read with. */
function queryPost(path: string, handle: (visit: SignedInVisit & QueryOnClaim) => void): Route {
  return post(path, signedIn, (visit) => {
    const { query, claim } = findQuery(visit.db, visit.viewer, id(visit.req, 'queryId'))
    const hand = { articleId: claim.articleId, claim, sentenceId: null }
    return backOnRefusal(visit, hand, 'answer', () => handle({ ...visit, query, claim }), { query: String(query.id) })
  })
}
