import { z } from 'zod'
import { type SignedInVisit, signedIn } from '../accounts/access.ts'
import { can, clear } from '../accounts/policy.ts'
import { findArticle } from '../articles/queries.ts'
import { findClaim } from '../claims/queries.ts'
import { Conflict } from '../errors.ts'
import { claimHistory } from '../history/queries.ts'
import { withheldClaims } from '../reviews/queries.ts'
import { flash } from '../web/flash.ts'
import { errorsOf, isMendable, parse, prose, typedIn } from '../web/forms.ts'
import { render } from '../web/render.ts'
import { get, id, post, type Route } from '../web/route.ts'
import { today } from '../web/words.ts'
import { recheckPage, type RecheckShown, rechecksPage } from './pages.ts'
import { listRechecks, newsSince, recheckOf } from './queries.ts'
import { askAgain, doneAgain } from './rechecks.ts'

/** Claims on the list. */
const LISTED = 500

const askForm = z.object({
  dueOn: z.iso.date('Give the day as 2026-03-31.'),
  why: prose(500).refine((text) => text !== '', 'Say what to look for then: whoever does it may not be you.'),
})
const doneForm = z.object({ came: prose(1000).refine((text) => text !== '', 'Say what came of it, be it nothing new.') })

export const recheckRoutes: readonly Route[] = [
  get('/rechecks', signedIn, (visit) => {
    render(visit, 'rechecks/index', rechecksPage(listRechecks(visit.db, visit.viewer, LISTED), today()))
  }),

  get('/claims/:claimId/recheck', signedIn, (visit) => show(visit)),

  post('/claims/:claimId/recheck', signedIn, (visit) => {
    const claim = clear(visit.viewer, 'check', claimOf(visit))
    act(visit, 'ask', 'It will be on the list of what is to be checked again.', () =>
      askAgain(visit.db, visit.viewer, claim, parse(askForm, visit.req)),
    )
  }),

  post('/claims/:claimId/recheck/done', signedIn, (visit) => {
    const claim = clear(visit.viewer, 'check', claimOf(visit))
    act(visit, 'done', 'Checked again; it is off the list.', () =>
      doneAgain(visit.db, visit.viewer, claim, parse(doneForm, visit.req).came),
    )
  }),
]

const claimOf = ({ db, viewer, req }: SignedInVisit) => findClaim(db, viewer, id(req, 'claimId'))

function act(visit: SignedInVisit, form: 'ask' | 'done', done: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!isMendable(error)) throw error
    return show(visit, { form, shown: { errors: errorsOf(error), typed: typedIn(visit.req) } }, error instanceof Conflict ? 409 : 422)
  }
  flash(visit.res, done)
  visit.res.redirect(303, `/claims/${claimOf(visit).id}/recheck`)
}

function show(visit: SignedInVisit, refused: RecheckShown['refused'] = null, status = 200): void {
  const { db, viewer } = visit
  const claim = claimOf(visit)
  const since = newsSince(db, claim)
  const events = since ? claimHistory(db, viewer, claim.id, withheldClaims(db, viewer)).filter(({ at }) => at > since.at) : []
  const page = recheckPage({
    claim,
    headline: findArticle(db, viewer, claim.articleId).headline,
    record: recheckOf(db, claim.id),
    news: since && { what: since.what, events },
    mayCheck: can(viewer, 'check', claim.deskId) && !claim.withdrawn,
    refused,
  })
  render(visit, 'rechecks/claim', page, status)
}
