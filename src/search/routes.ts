import { signedIn } from '../accounts/access.ts'
import type { SearchKind } from '../db/triggers.ts'
import { render } from '../web/render.ts'
import { get, type Route } from '../web/route.ts'
import { searchAsked } from './forms.ts'
import { few, full, searchPage } from './pages.ts'
import { findArticles, findClaims, findEvidenceWith, findSources } from './queries.ts'
import { wantedIn } from './query.ts'

export const searchRoutes: readonly Route[] = [
  get('/search', signedIn, (visit) => {
    const { db, viewer, req } = visit
    const asked = searchAsked(req)
    const wanted = wantedIn(asked.q)
    const page = asked.kind === null ? { limit: few, offset: 0 } : { limit: full, offset: (asked.page - 1) * full }
    const among = (kind: SearchKind): boolean => asked.kind === null || asked.kind === kind
    render(
      visit,
      'search/index',
      searchPage(asked, wanted, {
        claim: among('claim') ? findClaims(db, viewer, wanted, page) : null,
        source: among('source') ? findSources(db, viewer, wanted, page) : null,
        evidence: among('evidence') ? findEvidenceWith(db, viewer, wanted, page) : null,
        article: among('article') ? findArticles(db, viewer, wanted, page) : null,
      }),
    )
  }),
]
