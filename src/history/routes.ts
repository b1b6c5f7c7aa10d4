import { type SignedInVisit, signedIn } from '../accounts/access.ts'
import { can, clear, type Cleared } from '../accounts/policy.ts'
import { NotFound } from '../errors.ts'
import { withheldClaims } from '../reviews/queries.ts'
import { flash } from '../web/flash.ts'
import { type FieldErrors, readForm, type Typed } from '../web/forms.ts'
import { render } from '../web/render.ts'
import { get, id, post, type Route } from '../web/route.ts'
import { historyFilter, purgeForm } from './forms.ts'
import { payloadOf } from '../events/events.ts'
import { eventPage, historyPage, purgeForms } from './pages.ts'
import { purgeFrom } from './purge.ts'
import { administersAll, type EventOnDesk, placed, purgeableFrom, purgeables } from './purgeable.ts'
import { findEvent, isWithheld, listArticlesInHistory, listColleagues, listHistory, tell } from './queries.ts'

export const historyRoutes: readonly Route[] = [
  get('/history', signedIn, (visit) => {
    const { db, viewer, req } = visit
    const filter = historyFilter(req)
    const found = listHistory(db, viewer, filter, withheldClaims(db, viewer))
    const choices = { articles: listArticlesInHistory(db, viewer), people: listColleagues(db, viewer) }
    render(
      visit,
      'history/index',
      historyPage(filter, found, choices, (event) => event.deskId !== null && can(viewer, 'administer', event.deskId)),
    )
  }),

  get('/history/:eventId', signedIn, (visit) => showEvent(visit, findAdministered(visit), null)),

  post('/history/:eventId/purges', signedIn, (visit) => {
    const event = findAdministered(visit)
    const form = readForm(purgeForm, visit.req)
    if (!form.ok) return showEvent(visit, event, form)

    purgeFrom(visit.db, visit.viewer, event, form.value, visit.settings.dataFolder)
    flash(visit.res, 'Purged. The reason stands in the history.')
    visit.res.redirect(303, `/history/${event.id}`)
  }),
]

/** The event in the path, for an admin of the desk it belongs to now. What may be purged from there is cleared by itself. */
function findAdministered({ db, viewer, req }: SignedInVisit): Cleared<'administer', EventOnDesk> {
  const event = findEvent(db, viewer, id(req, 'eventId'))
  const onDesks = placed(event)
  if (!onDesks) throw new NotFound('event')
  return clear(viewer, 'administer', onDesks)
}

function showEvent(visit: SignedInVisit, event: EventOnDesk, refused: { errors: FieldErrors; typed: Typed } | null): void {
  const { db, viewer } = visit
  const withheld = withheldClaims(db, viewer)
  const kept = isWithheld(event, viewer, withheld)
    ? null
    : { before: payloadOf(db, event.beforeDigest), after: payloadOf(db, event.afterDigest) }
  const things = purgeableFrom(db, event)
  const offered = purgeables.filter((what) => {
    const thing = things[what]
    return thing !== null && administersAll(viewer, thing)
  })
  const [told] = tell(db, viewer, [event], withheld)
  if (!told) throw new NotFound('event')
  render(visit, 'history/event', eventPage(told, event, kept, purgeForms(event.id, offered, refused)), refused ? 422 : 200)
}
