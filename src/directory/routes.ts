import { type SignedInVisit, signedIn } from '../accounts/access.ts'
import { can, clear } from '../accounts/policy.ts'
import { Conflict, Forbidden, Unusable } from '../errors.ts'
import { listEvidenceFrom } from '../evidence/queries.ts'
import { searchForm, sourceForm } from '../sources/forms.ts'
import { aliasesOf, countSources, findSource, lastEventOnSource, listSources, placesOf, relativesOf } from '../sources/queries.ts'
import { changeSource } from '../sources/sources.ts'
import { flash } from '../web/flash.ts'
import type { Refusals } from '../web/fields.ts'
import { readForm, typedIn } from '../web/forms.ts'
import { render } from '../web/render.ts'
import { get, id, post, type Route } from '../web/route.ts'
import { indexPage } from './index-page.ts'
import { countsOf, listStatements } from './queries.ts'
import { showPage } from './show-page.ts'

const perPage = 100
/** How many sources a field offers for “belongs to”. */
const offered = 200

export const directoryRoutes: readonly Route[] = [
  get('/sources', signedIn, (visit) => {
    const { db, viewer, req } = visit
    const search = searchForm.parse(req.query)
    const found = listSources(db, viewer, { ...search, limit: perPage, offset: (search.page - 1) * perPage })
    const total = countSources(db, viewer, search)
    render(
      visit,
      'directory/index',
      indexPage({
        search,
        found,
        total,
        counts: countsOf(
          db,
          viewer,
          found.map((source) => source.id),
        ),
        perPage,
      }),
    )
  }),

  get('/sources/:sourceId', signedIn, (visit) => show(visit, null)),

  post('/sources/:sourceId', signedIn, (visit) => {
    const { db, viewer, req, res } = visit
    const source = findSource(db, viewer, id(req, 'sourceId'))
    const cleared = clear(viewer, 'check', { ...source, deskId: deskOf(visit, source.id) })
    const form = readForm(sourceForm, req)
    if (!form.ok) return show(visit, form)

    const { seen, affiliatedTo, ...details } = form.value
    // Where it belongs to one out of the viewer's sight, the field was empty: leaving it so takes nothing away.
    const unseen = relativesOf(db, viewer, source).parent === null ? source.affiliatedTo : null
    try {
      changeSource(db, viewer, cleared, seen, { ...details, affiliatedTo: affiliatedTo?.id ?? unseen })
    } catch (error) {
      if (error instanceof Unusable) return show(visit, { errors: { [error.field]: error.message }, typed: typedIn(req) })
      if (error instanceof Conflict) return show(visit, { errors: { form: error.message }, typed: typedIn(req) }, 409)
      throw error
    }
    flash(res, 'Source changed.')
    res.redirect(303, `/sources/${source.id}`)
  }),
]

function show(visit: SignedInVisit, refused: Refusals | null, status = 422): void {
  const { db, viewer, req } = visit
  const source = findSource(db, viewer, id(req, 'sourceId'))
  const page = searchForm.parse(req.query).page
  const places = placesOf(db, viewer, [source.id]).get(source.id) ?? []
  render(
    visit,
    'directory/show',
    showPage({
      source: { ...source, aliases: aliasesOf(db, source.id) },
      relatives: relativesOf(db, viewer, source),
      counts: countsOf(db, viewer, [source.id]).get(source.id) ?? { articles: 0, claims: 0 },
      statements: listStatements(db, viewer, source.id, { limit: perPage + 1, offset: (page - 1) * perPage }),
      evidence: listEvidenceFrom(db, viewer, source.id),
      known: places.some((place) => can(viewer, 'check', place.deskId)) ? listSources(db, viewer, { limit: offered }) : null,
      seen: lastEventOnSource(db, source.id),
      page,
      perPage,
      refused,
    }),
    refused ? status : 200,
  )
}

/** A desk on which the viewer has met the source and may check. Who may only read it everywhere is told so. */
function deskOf({ db, viewer }: SignedInVisit, sourceId: number): number {
  const places = placesOf(db, viewer, [sourceId]).get(sourceId) ?? []
  const place = places.find((one) => can(viewer, 'check', one.deskId)) ?? places[0]
  if (!place) throw new Forbidden('A source is changed by a checker of a desk that has met it.')
  return place.deskId
}
