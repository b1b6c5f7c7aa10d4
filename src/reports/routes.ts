import { type SignedInVisit, signedIn } from '../accounts/access.ts'
import { findArticle } from '../articles/queries.ts'
import { render } from '../web/render.ts'
import { get, id, type Route } from '../web/route.ts'
import { claimsCsv } from './csv.ts'
import { fileName, reportJson } from './formats.ts'
import { gatherReport } from './gather.ts'
import { reportPage } from './pages.ts'
import { makeReport } from './report.ts'
import type { Report } from './schema.ts'

export const reportRoutes: readonly Route[] = [
  get('/articles/:articleId/report', signedIn, (visit) => render(visit, 'reports/show', reportPage(reportFor(visit)))),

  get('/articles/:articleId/report.json', signedIn, (visit) => {
    const report = reportFor(visit)
    visit.res
      .attachment(fileName(report, 'report', 'json'))
      .type('application/json')
      .send(reportJson(report))
  }),

  get('/articles/:articleId/claims.csv', signedIn, (visit) => {
    const report = reportFor(visit)
    visit.res
      .attachment(fileName(report, 'claims', 'csv'))
      .type('text/csv')
      .send(claimsCsv(report))
  }),
]

/** The report as this viewer may see it. */
function reportFor({ db, viewer, settings, req }: SignedInVisit): Report {
  const article = findArticle(db, viewer, id(req, 'articleId'))
  return makeReport(db.transaction((tx) => gatherReport(tx, viewer, article, settings.publicUrl)))
}
