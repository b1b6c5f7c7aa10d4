import { renderAlone } from '../web/render.ts'
import { standaloneFile } from '../web/standalone.ts'
import { standalonePage } from './pages.ts'
import type { Report } from './schema.ts'

/** The report as one HTML file that needs nothing else: the same page as in the app, with its styles and marks inside. */
export async function standaloneReport(report: Report): Promise<string> {
  const page = standalonePage(report)
  return standaloneFile({ title: page.title, bodyClass: page.bodyClass, body: await renderAlone('reports/show', page) })
}
