import { signedIn, viewerNow } from '../accounts/access.ts'
import { clear } from '../accounts/policy.ts'
import { givenFrom } from '../articles/ledger.ts'
import { currentVersion, findArticle, listSentences, textOf } from '../articles/queries.ts'
import { deskOutlet } from '../accounts/queries.ts'
import { flash } from '../web/flash.ts'
import { parse } from '../web/forms.ts'
import { id, post, type Route } from '../web/route.ts'
import { makeClaim, mergeClaims, recutClaim, splitClaim } from './cuts.ts'
import { confirmClaim, confirmSentence, dropClaim, markNone, takeBackClaim } from './decisions.ts'
import { articlePost, backToDesk, claimPost, deskUrl, sentencePost } from './desk-forms.ts'
import { changeDetails } from './details.ts'
import { cutForm, detailsForm, dropForm, mergeForm, noneForm, passagesForm, seenForm } from './forms.ts'
import { splitArticle } from './split-article.ts'
import { undoLatest } from './undo.ts'

export const claimRoutes: readonly Route[] = [
  post('/articles/:articleId/split', signedIn, async (visit) => {
    const { db, viewer, workers, req, res } = visit
    const article = clear(viewer, 'check', findArticle(db, viewer, id(req, 'articleId')))
    const version = currentVersion(db, article)
    const given = givenFrom(textOf(version), listSentences(db, version.id))
    const reading = await workers.readArticle(textOf(version), {
      outlet: article.outlet || deskOutlet(db, article.deskId),
      blocks: version.blocks,
      given,
    })

    const now = viewerNow(visit)
    splitArticle(db, now, clear(now, 'check', findArticle(db, now, article.id)), reading)
    res.redirect(303, `/articles/${article.id}/desk`)
  }),

  articlePost('/articles/:articleId/claims', ({ db, viewer, article, req, res }) => {
    const claim = makeClaim(db, viewer, clear(viewer, 'check', article), parse(passagesForm, req))
    flash(res, `Claim ${claim.number} made.`)
    res.redirect(303, `${deskUrl(claim)}#claim`)
  }),

  articlePost('/articles/:articleId/undo', ({ db, viewer, article, req, res }) => {
    undoLatest(db, viewer, clear(viewer, 'check', article))
    flash(res, 'Your latest act is undone; both are in the history.')
    res.redirect(303, backToArticle(req.body, article.id))
  }),

  sentencePost('/sentences/:sentenceId/confirmation', ({ db, viewer, sentence, req, res }) => {
    confirmSentence(db, viewer, clear(viewer, 'check', sentence))
    res.redirect(303, backToArticle(req.body, sentence.articleId))
  }),

  sentencePost('/sentences/:sentenceId/none', ({ db, viewer, sentence, req, res }) => {
    markNone(db, viewer, clear(viewer, 'check', sentence), parse(noneForm, req).reason)
    res.redirect(303, backToArticle(req.body, sentence.articleId))
  }),

  claimPost('/claims/:claimId/confirmation', 'state', ({ db, viewer, claim, req, res }) => {
    confirmClaim(db, viewer, clear(viewer, 'check', claim), parse(seenForm, req))
    backToDesk(req, res, claim)
  }),

  claimPost('/claims/:claimId/cuts', 'cut', ({ db, viewer, claim, req, res }) => {
    const half = splitClaim(db, viewer, clear(viewer, 'check', claim), parse(cutForm, req))
    flash(res, `Claim ${claim.number} is split; its second half is claim ${half.number}.`)
    backToDesk(req, res, claim)
  }),

  claimPost('/claims/:claimId/merges', 'cut', ({ db, viewer, claim, req, res }) => {
    const other = mergeClaims(db, viewer, clear(viewer, 'check', claim), parse(mergeForm, req))
    flash(res, `Claim ${other.number} is merged into claim ${claim.number}.`)
    backToDesk(req, res, claim)
  }),

  claimPost('/claims/:claimId/passages', 'cut', ({ db, viewer, claim, req, res }) => {
    recutClaim(db, viewer, clear(viewer, 'check', claim), parse(passagesForm, req))
    backToDesk(req, res, claim)
  }),

  claimPost('/claims/:claimId/drop', 'drop', ({ db, viewer, claim, req, res }) => {
    dropClaim(db, viewer, clear(viewer, 'check', claim), parse(dropForm, req))
    flash(res, `Claim ${claim.number} is dropped; it can be taken back.`)
    backToDesk(req, res, claim)
  }),

  claimPost('/claims/:claimId/taking-back', 'drop', ({ db, viewer, claim, req, res }) => {
    takeBackClaim(db, viewer, clear(viewer, 'check', claim))
    backToDesk(req, res, claim)
  }),

  claimPost('/claims/:claimId/details', 'details', ({ db, viewer, claim, req, res }) => {
    changeDetails(db, viewer, clear(viewer, 'check', claim), parse(detailsForm, req))
    backToDesk(req, res, claim)
  }),
]

/** Acts on a sentence or a whole article come back to the desk as it was filtered. */
function backToArticle(body: unknown, articleId: number): string {
  const back: unknown = (body as Record<string, unknown> | undefined)?.back
  return typeof back === 'string' && new RegExp(`^/articles/${articleId}/desk(\\?[^\\\\\\s#]*)?$`).test(back)
    ? back
    : `/articles/${articleId}/desk`
}
