import { parse } from '../web/forms.ts'
import { flash } from '../web/flash.ts'
import { render } from '../web/render.ts'
import { get, id, type Route } from '../web/route.ts'
import { type SignedInVisit, signedIn } from './access.ts'
import { letAudit, listAuditors, removeAuditor } from './auditors.ts'
import { formPost } from './form-post.ts'
import { auditorForm, auditorRemovalForm } from './forms.ts'
import { nothingShown, type Shown } from './pages.ts'
import { auditorsPage } from './auditors-page.ts'
import { clear } from './policy.ts'
import { findDesk } from './queries.ts'

export const auditorRoutes: readonly Route[] = [
  get('/desks/:deskId/auditors', signedIn, (visit) => show(visit)),

  formPost(
    '/desks/:deskId/auditors',
    signedIn,
    (visit) => {
      const desk = deskOf(visit)
      const name = letAudit(visit.db, visit.viewer, desk, parse(auditorForm, visit.req).email)
      flash(visit.res, `${name} may read the audits of this desk.`)
      visit.res.redirect(303, `/desks/${desk.id}/auditors`)
    },
    (visit, refused) => show(visit, refused, refused.status),
  ),

  formPost(
    '/desks/:deskId/auditors/removal',
    signedIn,
    (visit) => {
      const desk = deskOf(visit)
      removeAuditor(visit.db, visit.viewer, desk, parse(auditorRemovalForm, visit.req).person)
      flash(visit.res, 'They no longer read the audits of this desk.')
      visit.res.redirect(303, `/desks/${desk.id}/auditors`)
    },
    (visit, refused) => show(visit, refused, refused.status),
  ),
]

const deskOf = ({ db, viewer, req }: SignedInVisit) => clear(viewer, 'administer', findDesk(db, viewer, id(req, 'deskId')))

function show(visit: SignedInVisit, shown: Shown = nothingShown, status = 200): void {
  const desk = deskOf(visit)
  render(visit, 'accounts/auditors', auditorsPage(desk, listAuditors(visit.db, desk), shown), status)
}
