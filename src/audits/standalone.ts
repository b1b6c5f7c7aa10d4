import { renderAlone } from '../web/render.ts'
import { standaloneFile } from '../web/standalone.ts'
import { definitions } from './definitions.ts'
import type { SelectionAuditPage } from './selection-page.ts'

/** The audit of a selection as one HTML file, with every definition behind it; its figures lead to the claims in the newsroom's Linecheck. */
export async function standaloneAudit(page: SelectionAuditPage, base: string): Promise<string> {
  const told = await renderAlone('audits/index', { ...page, filters: null, tools: null })
  const defined = await renderAlone('audits/definitions', { title: page.title, section: page.section, parts: definitions })
  return standaloneFile({ title: page.title, bodyClass: 'plain-page', body: `${told}\n${defined}`, base })
}
