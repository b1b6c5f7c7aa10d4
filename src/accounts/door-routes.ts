import type { Db } from '../db/open.ts'
import type { Workers } from '../workers/pool.ts'
import { flash } from '../web/flash.ts'
import { typedIn } from '../web/forms.ts'
import { render } from '../web/render.ts'
import { anyone, get, post, type Route, type Visit } from '../web/route.ts'
import { clearSessionCookie, sessionToken, setSessionCookie, signedIn, viewerOf } from './access.ts'
import { countMiss, onLinks } from './attempts.ts'
import { formPost, linkPage } from './form-post.ts'
import { parse } from '../web/forms.ts'
import { joinForm, joinWithAccountForm, newPasswordForm, safeNext, setupForm, signInForm, tokenForm } from './forms.ts'
import { DeadLink } from './links.ts'
import { checkSetupLink, completeSetup, findInvitation, join, joinWithAccount } from './joining.ts'
import { joinPage, newPasswordPage, setupPage, signInPage } from './pages.ts'
import { isEmpty } from './queries.ts'
import { chooseNewPassword, personOfLink, provePassword, signIn, signOut } from './signing-in.ts'
import type { Viewer } from './viewer.ts'

/** Puts sample articles on a new desk. Passed in, since articles come after accounts. */
export type BringInSamples = (db: Db, workers: Workers, admin: Viewer, deskId: number) => Promise<void>

/** The doors: what somebody without a session may open. */
export const doorRoutes = (bringInSamples: BringInSamples): readonly Route[] => [
  linkPage('/setup', anyone, async (visit) => {
    const token = tokenOf(visit)
    await lookUp(visit, () => checkSetupLink(visit.db, token))
    render(visit, 'accounts/setup', setupPage(token))
  }),

  formPost(
    '/setup',
    anyone,
    async (visit) => {
      const { db, settings, workers, req, res } = visit
      await lookUp(visit, () => checkSetupLink(db, tokenOf(visit)))
      const form = parse(setupForm, req)
      const { viewer, deskId, token } = await completeSetup(db, form.token, form)

      setSessionCookie(res, settings, token)
      if (form.samples) await tryToBringIn(visit, () => bringInSamples(db, workers, viewer, deskId))
      res.redirect(303, '/')
    },
    (visit, refused) => render(visit, 'accounts/setup', setupPage(tokenOf(visit), refused), refused.status),
  ),

  linkPage('/join', anyone, async (visit) => {
    const invitation = await lookUp(visit, () => findInvitation(visit.db, tokenOf(visit)))
    render(visit, 'accounts/join', joinPage(invitation, viewerOf(visit)))
  }),

  formPost(
    '/join',
    anyone,
    async (visit) => {
      await lookUp(visit, () => findInvitation(visit.db, tokenOf(visit)))
      const form = parse(joinForm, visit.req)
      const { token } = await join(visit.db, form.token, form)
      letIn(visit, token)
    },
    showJoinAgain,
  ),

  formPost(
    '/join/account',
    anyone,
    async (visit) => {
      const { email } = await lookUp(visit, () => findInvitation(visit.db, tokenOf(visit)))
      const form = parse(joinWithAccountForm, visit.req)
      const user = await provePassword(visit.db, { email, password: form.password }, visit.req.ip)
      letIn(visit, joinWithAccount(visit.db, form.token, user).token)
    },
    showJoinAgain,
  ),

  formPost(
    '/join/session',
    signedIn,
    async (visit) => {
      const form = parse(tokenForm, visit.req)
      const { token } = await lookUp(visit, () => joinWithAccount(visit.db, form.token, visit.viewer))
      letIn(visit, token)
    },
    showJoinAgain,
  ),

  linkPage('/new-password', anyone, async (visit) => {
    const token = tokenOf(visit)
    const person = await lookUp(visit, () => personOfLink(visit.db, token))
    render(visit, 'accounts/new-password', newPasswordPage(token, person))
  }),

  formPost(
    '/new-password',
    anyone,
    async (visit) => {
      await lookUp(visit, () => personOfLink(visit.db, tokenOf(visit)))
      const form = parse(newPasswordForm, visit.req)
      const token = await chooseNewPassword(visit.db, form.token, form.password)

      flash(visit.res, 'Your new password is set. You are signed in here, and signed out everywhere else.')
      letIn(visit, token)
    },
    (visit, refused) =>
      render(
        visit,
        'accounts/new-password',
        newPasswordPage(tokenOf(visit), personOfLink(visit.db, tokenOf(visit)), refused),
        refused.status,
      ),
  ),

  get('/sign-in', anyone, (visit) => {
    const next = safeNext(visit.req.query.next)
    if (viewerOf(visit)) return visit.res.redirect(303, next)
    render(visit, 'accounts/sign-in', signInPage(next, isEmpty(visit.db)))
  }),

  formPost(
    '/sign-in',
    anyone,
    async (visit) => {
      const form = parse(signInForm, visit.req)
      const token = await signIn(visit.db, form, visit.req.ip)
      letIn(visit, token, safeNext(form.next))
    },
    (visit, refused) =>
      render(visit, 'accounts/sign-in', signInPage(safeNext(refused.typed.next), isEmpty(visit.db), refused), refused.status),
  ),

  post('/sign-out', signedIn, ({ db, settings, req, res }) => {
    signOut(db, sessionToken(req, settings))
    clearSessionCookie(res, settings)
    res.redirect(303, '/sign-in')
  }),
]

/** The token of a link: in the address of the page, in a hidden field of its form. */
function tokenOf({ req }: Visit): string {
  const token: unknown = req.method === 'GET' ? req.query.token : typedIn(req).token
  return typeof token === 'string' ? token.slice(0, 200) : ''
}

/** Looks a one-time link up. Only looking for links that open nothing is counted: a good one always opens, whoever else guesses here. */
async function lookUp<T>({ db, req }: Visit, look: () => T): Promise<T> {
  try {
    return look()
  } catch (error) {
    if (error instanceof DeadLink) await countMiss(db, onLinks(req.ip))
    throw error
  }
}

/** Opens the door with a new session; one that this browser had before ends. */
function letIn({ db, settings, req, res }: Visit, token: string, to = '/'): void {
  signOut(db, sessionToken(req, settings))
  setSessionCookie(res, settings, token)
  res.redirect(303, to)
}

function showJoinAgain(visit: Visit, refused: Parameters<Parameters<typeof formPost>[3]>[1]): void {
  render(visit, 'accounts/join', joinPage(findInvitation(visit.db, tokenOf(visit)), viewerOf(visit), refused), refused.status)
}

/** Samples are a courtesy: that they fail must not undo the setup. */
async function tryToBringIn(visit: Visit, bring: () => Promise<void>): Promise<void> {
  try {
    await bring()
  } catch (error) {
    console.error('the sample articles could not be brought in:', error)
    flash(visit.res, 'Linecheck is set up, but the sample articles could not be brought in. The log says why.')
  }
}
