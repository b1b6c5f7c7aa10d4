import type { definitions } from './definitions.ts'
import type { BehindPage } from './list-page.ts'
import type { Network, Series, Strip } from './pictures.ts'
import type { PieceAuditPage, RankedSource } from './piece-page.ts'
import type { RulePages, RulePartials } from './rules/pages.ts'
import type { Filters, SelectionAuditPage } from './selection-page.ts'
import type { Share } from './shares.ts'

/** The views of this feature, and what each is given. */
export interface AuditPages extends RulePages {
  'audits/index': SelectionAuditPage
  'audits/piece': PieceAuditPage
  'audits/behind': BehindPage
  'audits/definitions': { title: string; section: string; parts: typeof definitions }
}

/** Its partials, and what each is given. */
export interface AuditPartials extends RulePartials {
  'audits/_shares': { shares: Share[] }
  'audits/_strip': { strip: Strip; legend: PieceAuditPage['legend'] }
  'audits/_sources': { sources: RankedSource[] }
  'audits/_series': { series: Series[] }
  'audits/_network': { network: Network; relays: SelectionAuditPage['relays'] }
  'audits/_filters': Filters
}
