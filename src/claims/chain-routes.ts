import { signedIn } from '../accounts/access.ts'
import { clear } from '../accounts/policy.ts'
import { findArticle } from '../articles/queries.ts'
import { NotFound } from '../errors.ts'
import { knownOption } from '../sources/pages.ts'
import { listKnownSources } from '../sources/queries.ts'
import { flash } from '../web/flash.ts'
import { parse } from '../web/forms.ts'
import { get, id, type Route } from '../web/route.ts'
import { hopForm, moveForm, removalForm } from './chain-forms.ts'
import { addHop, changeHop, moveHop, removeHop } from './chain.ts'
import { backToDesk, claimPost } from './desk-forms.ts'

/** How many sources are offered to one who types. */
const offered = 20

export const chainRoutes: readonly Route[] = [
  claimPost('/claims/:claimId/hops', 'hop', ({ db, viewer, claim, req, res }) => {
    const cleared = clear(viewer, 'check', claim)
    addHop(db, viewer, cleared, parse(hopForm, req))
    flash(res, 'Hop added.')
    backToDesk(req, res, claim)
  }),

  claimPost('/claims/:claimId/hops/:hopId', 'hop', ({ db, viewer, claim, req, res }) => {
    const cleared = clear(viewer, 'check', claim)
    changeHop(db, viewer, cleared, id(req, 'hopId'), parse(hopForm, req))
    flash(res, 'Hop changed.')
    backToDesk(req, res, claim)
  }),

  claimPost('/claims/:claimId/hops/:hopId/removal', 'hop', ({ db, viewer, claim, req, res }) => {
    const cleared = clear(viewer, 'check', claim)
    removeHop(db, viewer, cleared, id(req, 'hopId'), parse(removalForm, req).seen)
    flash(res, 'Hop removed.')
    backToDesk(req, res, claim)
  }),

  claimPost('/claims/:claimId/hops/:hopId/place', 'hop', ({ db, viewer, claim, req, res }) => {
    const cleared = clear(viewer, 'check', claim)
    const { seen, direction } = parse(moveForm, req)
    moveHop(db, viewer, cleared, id(req, 'hopId'), direction, seen)
    flash(res, direction === 'origin' ? 'Hop moved towards the origin.' : 'Hop moved towards the copy.')
    backToDesk(req, res, claim)
  }),

  /** What a picker offers to one who types; only sources that the viewer may see. */
  get('/sources/options', signedIn, ({ db, viewer, req, res }) => {
    const { q, article } = req.query
    const articleId = Number(article)
    if (!Number.isSafeInteger(articleId) || articleId < 1) throw new NotFound('article')
    findArticle(db, viewer, articleId)
    const known = listKnownSources(db, viewer, articleId, { q: typeof q === 'string' ? q.slice(0, 200) : '', limit: offered })
    res.json(known.map(knownOption))
  }),
]
