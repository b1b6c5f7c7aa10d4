import { flash } from '../web/flash.ts'
import { render } from '../web/render.ts'
import { get, id, post, type Route } from '../web/route.ts'
import { clearSessionCookie, setSessionCookie, type SignedInVisit, signedIn } from './access.ts'
import { changeDeskSettings, makeDesk } from './desks.ts'
import { type BringInSamples, doorRoutes } from './door-routes.ts'
import { formPost } from './form-post.ts'
import { parse } from '../web/forms.ts'
import { changePasswordForm, deskForm, deskSettingsForm, shortcutsForm } from './forms.ts'
import { accountPage, deskSettingsPage } from './pages.ts'
import { auditorRoutes } from './auditor-routes.ts'
import { peopleRoutes, showPeople } from './people-routes.ts'
import { clear, clearForMakingDesk } from './policy.ts'
import { type DeskOfMine, findDesk } from './queries.ts'
import { changePassword, setShortcuts, signOutEverywhere } from './signing-in.ts'

export const accountRoutes = (bringInSamples: BringInSamples): readonly Route[] => [
  ...doorRoutes(bringInSamples),
  ...auditorRoutes,

  get('/account', signedIn, (visit) => render(visit, 'accounts/account', accountPage(visit.viewer))),

  post('/account/shortcuts', signedIn, ({ db, viewer, req, res }) => {
    setShortcuts(db, viewer, parse(shortcutsForm, req).shortcuts)
    flash(res, 'Saved.')
    res.redirect(303, '/account')
  }),

  formPost(
    '/account/password',
    signedIn,
    async ({ db, settings, viewer, req, res }) => {
      const token = await changePassword(db, viewer, parse(changePasswordForm, req), req.ip)
      setSessionCookie(res, settings, token)
      flash(res, 'Your new password is set. You are signed out everywhere but here.')
      res.redirect(303, '/account')
    },
    (visit, refused) => render(visit, 'accounts/account', accountPage(visit.viewer, refused), refused.status),
  ),

  post('/account/sign-out-everywhere', signedIn, ({ db, settings, viewer, res }) => {
    signOutEverywhere(db, viewer)
    clearSessionCookie(res, settings)
    flash(res, 'You are signed out everywhere.')
    res.redirect(303, '/sign-in')
  }),

  ...peopleRoutes,

  formPost(
    '/desks',
    signedIn,
    ({ db, viewer, req, res }) => {
      const desk = makeDesk(db, viewer, clearForMakingDesk(viewer, parse(deskForm, req)))
      flash(res, `${desk.name} is made. You are its admin.`)
      res.redirect(303, `/people?desk=${desk.id}`)
    },
    (visit, refused) => showPeople(visit, null, { form: 'desk', shown: refused }, refused.status),
  ),

  get('/desks/:deskId/settings', signedIn, (visit) => render(visit, 'accounts/desk-settings', deskSettingsPage(ownDesk(visit)))),

  formPost(
    '/desks/:deskId/settings',
    signedIn,
    (visit) => {
      const desk = ownDesk(visit)
      changeDeskSettings(visit.db, visit.viewer, desk, parse(deskSettingsForm, visit.req))
      flash(visit.res, 'Saved.')
      visit.res.redirect(303, `/people?desk=${desk.id}`)
    },
    (visit, refused) => render(visit, 'accounts/desk-settings', deskSettingsPage(ownDesk(visit), refused), refused.status),
  ),
]

const ownDesk = ({ db, viewer, req }: SignedInVisit) =>
  clear(viewer, 'administer', findDesk(db, viewer, id(req, 'deskId')) satisfies DeskOfMine)
