import { type SignedInVisit, signedIn } from '../accounts/access.ts'
import { can, clear, type Cleared } from '../accounts/policy.ts'
import { Conflict, Forbidden, Unusable } from '../errors.ts'
import { listEvidenceFrom } from '../evidence/queries.ts'
import { mergeForm, partingForm, proposedForm, ratingForm, searchForm, sourceForm } from '../sources/forms.ts'
import { mergeSources, mergesOf, partSources } from '../sources/merges.ts'
import { listRatings, rateSource } from '../sources/ratings.ts'
import {
  aliasesOf,
  countSources,
  entrySeen,
  findSource,
  findSourceIfAny,
  lastEventOnSource,
  listNewestSources,
  listSources,
  desksKnowing,
  relativesOf,
} from '../sources/queries.ts'
import { changeSource, type SourceOnDesk } from '../sources/sources.ts'
import { mayLook } from '../vault/vault.ts'
import { flash } from '../web/flash.ts'
import type { Refusals } from '../web/fields.ts'
import { readForm, typedIn } from '../web/forms.ts'
import { render } from '../web/render.ts'
import { get, id, post, type Route } from '../web/route.ts'
import type { EntryShown } from './entry-page.ts'
import { indexPage } from './index-page.ts'
import { countsOf, listBeside, listJudged, listLookalikes, listStatements } from './queries.ts'
import { showPage } from './show-page.ts'
import { tableRoutes } from './table-routes.ts'

const perPage = 100
/** Of those quoted beside a source, the most frequent. */
const besides = 12
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
        mayBringIn: viewer.desks.some((desk) => can(viewer, 'check', desk.id)),
      }),
    )
  }),

  ...tableRoutes,

  get('/sources/:sourceId', signedIn, (visit) => {
    const { db, viewer, req, res } = visit
    const source = findSource(db, viewer, id(req, 'sourceId'))
    // One that was merged is read with the source that heads its entry.
    const { head } = entrySeen(db, viewer, source.id)
    if (head !== source.id) return res.redirect(302, `/sources/${head}`)
    show(visit, null)
  }),

  post('/sources/:sourceId', signedIn, (visit) => {
    const { db, viewer, req, res } = visit
    const source = toChange(visit)
    const form = readForm(sourceForm, req)
    if (!form.ok) return show(visit, form)

    const { seen, affiliatedTo, affiliatedSince, affiliatedUntil, ...details } = form.value
    // Where it belongs to one out of the viewer's sight, the field was empty: leaving it so takes nothing away.
    const unseen = relativesOf(db, viewer, source).parent === null ? source.affiliatedTo : null
    const done = accepted(visit, 'change', 'form', () =>
      changeSource(db, viewer, source, seen, {
        ...details,
        ...(affiliatedTo === null && unseen !== null
          ? { affiliatedTo: unseen, affiliatedSince: source.affiliatedSince, affiliatedUntil: source.affiliatedUntil }
          : { affiliatedTo: affiliatedTo?.id ?? null, affiliatedSince, affiliatedUntil }),
      }),
    )
    if (!done) return
    flash(res, 'Source changed.')
    res.redirect(303, `/sources/${source.id}`)
  }),

  post('/sources/:sourceId/rating', signedIn, (visit) => {
    const { db, viewer, req, res } = visit
    const source = toChange(visit)
    const form = readForm(ratingForm, req)
    if (!form.ok) return show(visit, form, 422, 'rating')
    rateSource(db, viewer, source, { letter: form.value.letter, reason: form.value.ratingReason })
    flash(res, 'Rated. What was said before stays on record.')
    res.redirect(303, `/sources/${source.id}#reliability`)
  }),

  post('/sources/:sourceId/merge', signedIn, (visit) => {
    const { db, viewer, req, res } = visit
    const source = toChange(visit)
    const form = readForm(mergeForm, req)
    if (!form.ok) return show(visit, form, 422, 'merge')
    const { same, mergeReason } = form.value
    if (!accepted(visit, 'merge', 'same', () => mergeSources(db, viewer, source, same?.id ?? 0, mergeReason))) return
    flash(res, 'Entered as one source. Every claim keeps the name that its copy gave; parting them brings both back as they were.')
    res.redirect(303, `/sources/${source.id}#entry`)
  }),

  post('/sources/:sourceId/merges/:mergeId/parting', signedIn, (visit) => {
    const { db, viewer, req, res } = visit
    const source = toChange(visit)
    const mergeId = id(req, 'mergeId')
    const form = readForm(partingForm, req)
    if (!form.ok) return show(visit, form, 422, mergeId)
    if (!accepted(visit, mergeId, 'partReason', () => partSources(db, viewer, source, mergeId, form.value.partReason))) return
    flash(res, 'Two sources again, each as it was.')
    res.redirect(303, `/sources/${source.id}#entry`)
  }),
]

/** The source of the page, cleared for one who may check on a desk that has met it. */
function toChange(visit: SignedInVisit): Cleared<'check', SourceOnDesk> {
  const { db, viewer, req } = visit
  const source = findSource(db, viewer, id(req, 'sourceId'))
  return clear(viewer, 'check', { ...source, deskId: deskOf(visit, source.id) })
}

/** Acts, or shows the page with what was refused: an unusable field at that field, a conflict at `conflictAt`. */
function accepted(visit: SignedInVisit, form: EntryShown['form'], conflictAt: string, act: () => void): boolean {
  try {
    act()
    return true
  } catch (error) {
    const typed = typedIn(visit.req)
    if (error instanceof Unusable) show(visit, { errors: { [error.field]: error.message }, typed }, 422, form)
    else if (error instanceof Conflict) show(visit, { errors: { [conflictAt]: error.message }, typed }, 409, form)
    else throw error
    return false
  }
}

function show(visit: SignedInVisit, refused: Refusals | null, status = 422, form: EntryShown['form'] = 'change'): void {
  const { db, viewer, req } = visit
  const source = findSource(db, viewer, id(req, 'sourceId'))
  const page = searchForm.parse(req.query).page
  const named = { ...source, aliases: aliasesOf(db, source.id) }
  const { rows } = entrySeen(db, viewer, source.id)
  const mayChange = [...desksKnowing(db, viewer, rows).values()].flat().some((desk) => can(viewer, 'check', desk))
  const proposed = proposedForm.parse(req.query).same
  render(
    visit,
    'directory/show',
    showPage({
      source: named,
      relatives: relativesOf(db, viewer, source),
      counts: countsOf(db, viewer, [source.id]).get(source.id) ?? { articles: 0, claims: 0 },
      statements: listStatements(db, viewer, rows, { limit: perPage + 1, offset: (page - 1) * perPage }),
      evidence: listEvidenceFrom(db, viewer, rows),
      beside: listBeside(db, viewer, rows, besides),
      mayLook: mayLook(db, viewer, source.id),
      known: mayChange ? listNewestSources(db, viewer, offered) : null,
      ratings: listRatings(db, rows),
      judged: listJudged(db, viewer, rows),
      merges: mergesOf(db, viewer, source.id),
      lookalikes: mayChange ? listLookalikes(db, viewer, named) : [],
      proposed: proposed === null ? null : (findSourceIfAny(db, viewer, proposed) ?? null),
      seen: lastEventOnSource(db, source.id),
      page,
      perPage,
      refused,
      form,
    }),
    refused ? status : 200,
  )
}

/** A desk on which the viewer has met the source and may check. Who may only read it everywhere is told so. */
function deskOf({ db, viewer }: SignedInVisit, sourceId: number): number {
  const desks = [...desksKnowing(db, viewer, entrySeen(db, viewer, sourceId).rows).values()].flat()
  const desk = desks.find((one) => can(viewer, 'check', one)) ?? desks[0]
  if (desk === undefined) throw new Forbidden('A source is changed by a checker of a desk that has met it.')
  return desk
}
