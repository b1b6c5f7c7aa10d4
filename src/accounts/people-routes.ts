import { Forbidden } from '../errors.ts'
import { flash } from '../web/flash.ts'
import { render } from '../web/render.ts'
import { get, id, type Route } from '../web/route.ts'
import { type SignedInVisit, signedIn } from './access.ts'
import { formPost } from './form-post.ts'
import { parse } from '../web/forms.ts'
import { invitationForm, roleForm, withdrawalForm } from './forms.ts'
import { addressOf } from './pages.ts'
import { changeRole, deactivate, invite, makePasswordLink, reactivate, removeFromDesk, withdrawInvitation } from './people.ts'
import { peoplePage, type Refused, type ShownLink } from './people-page.ts'
import { can, clear, clearWholly } from './policy.ts'
import { findDesk, findMember, listInvitations, listPeople } from './queries.ts'

export const peopleRoutes: readonly Route[] = [
  get('/people', signedIn, (visit) => showPeople(visit)),

  formPost(
    '/desks/:deskId/invitations',
    signedIn,
    (visit) => {
      const { db, viewer, settings, req } = visit
      const desk = clear(viewer, 'administer', findDesk(db, viewer, id(req, 'deskId')))
      const form = parse(invitationForm, req)
      const link = invite(db, viewer, desk, form)

      // The one answer to a post that is a page: the link is stored nowhere, so no later page could show it.
      showPeople(visit, { for: form.email, address: addressOf(settings, link.path), expiresAt: link.expiresAt, purpose: 'invitation' })
    },
    (visit, refused) => showPeople(visit, null, { form: 'invite', shown: refused }, refused.status),
  ),

  formPost(
    '/desks/:deskId/invitations/withdrawal',
    signedIn,
    ({ db, viewer, req, res }) => {
      const desk = clear(viewer, 'administer', findDesk(db, viewer, id(req, 'deskId')))
      const form = parse(withdrawalForm, req)
      withdrawInvitation(db, viewer, desk, form)
      back(res, desk.id, `The invitation of ${form.email} is withdrawn: its link opens nothing now.`)
    },
    showAgain,
  ),

  formPost(
    '/desks/:deskId/people/:userId/role',
    signedIn,
    (visit) => {
      const { db, viewer, req, res } = visit
      const member = clear(viewer, 'administer', memberOf(visit))
      changeRole(db, viewer, member, parse(roleForm, req).role)
      back(res, member.deskId, `The role of ${member.name} is changed.`)
    },
    showAgain,
  ),

  formPost(
    '/desks/:deskId/people/:userId/removal',
    signedIn,
    (visit) => {
      const { db, viewer, res } = visit
      const member = clear(viewer, 'administer', memberOf(visit))
      removeFromDesk(db, viewer, member)
      if (member.id === viewer.id) return res.redirect(303, '/')
      back(res, member.deskId, `${member.name} is off the desk. What they did here stays.`)
    },
    showAgain,
  ),

  formPost(
    '/desks/:deskId/people/:userId/password-link',
    signedIn,
    (visit) => {
      const { db, viewer, settings } = visit
      const member = clearWholly(viewer, memberOf(visit))
      const link = makePasswordLink(db, viewer, member)
      showPeople(visit, { for: member.name, address: addressOf(settings, link.path), expiresAt: link.expiresAt, purpose: 'password' })
    },
    showAgain,
  ),

  formPost(
    '/desks/:deskId/people/:userId/deactivation',
    signedIn,
    (visit) => {
      const { db, viewer, res } = visit
      const member = clearWholly(viewer, memberOf(visit))
      deactivate(db, viewer, member)
      back(res, member.deskId, `The account of ${member.name} is deactivated. They are signed out.`)
    },
    showAgain,
  ),

  formPost(
    '/desks/:deskId/people/:userId/reactivation',
    signedIn,
    (visit) => {
      const { db, viewer, res } = visit
      const member = clearWholly(viewer, memberOf(visit))
      reactivate(db, viewer, member)
      back(res, member.deskId, `The account of ${member.name} is open again.`)
    },
    showAgain,
  ),
]

/** The people of one desk: the one in the path, the one asked for, or the first that the viewer runs. */
export function showPeople(visit: SignedInVisit, link: ShownLink | null = null, refused: Refused | null = null, status = 200): void {
  const { db, viewer, req } = visit
  const deskId = askedFor(visit) ?? viewer.desks.find((desk) => can(viewer, 'administer', desk.id))?.id
  if (deskId === undefined) throw new Forbidden('Only an admin of a desk sees its people.')
  const desk = findDesk(db, viewer, deskId)
  const page = { desk, people: listPeople(db, viewer, desk.id), invitations: listInvitations(db, viewer, desk.id) }
  render({ ...visit, req }, 'accounts/people', peoplePage(viewer, page, link, refused), status)
}

function askedFor({ req }: SignedInVisit): number | undefined {
  if (req.params.deskId !== undefined) return id(req, 'deskId')
  return typeof req.query.desk === 'string' && /^[1-9]\d{0,14}$/.test(req.query.desk) ? Number(req.query.desk) : undefined
}

const memberOf = ({ db, viewer, req }: SignedInVisit) => findMember(db, viewer, id(req, 'deskId'), id(req, 'userId'))

function showAgain(visit: SignedInVisit, refused: { errors: Record<string, string>; typed: Record<string, string>; status: number }): void {
  showPeople(visit, null, { form: 'other', shown: refused }, refused.status)
}

function back(res: SignedInVisit['res'], deskId: number, sentence: string): void {
  flash(res, sentence)
  res.redirect(303, `/people?desk=${deskId}`)
}
