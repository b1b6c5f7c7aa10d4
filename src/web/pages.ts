import type { AccountPages, AccountPartials } from '../accounts/pages.ts'
import type { AuditPages, AuditPartials } from '../audits/pages.ts'
import type { ArticlePages, ArticlePartials } from '../articles/pages.ts'
import type { ImportPages } from '../imports/pages.ts'
import type { CodingPages } from '../coding/pages.ts'
import type { ClaimPages, ClaimPartials } from '../claims/pages.ts'
import type { CorrectionPages, CorrectionPartials } from '../corrections/pages.ts'
import type { DeskPages, DeskPartials } from '../desk/pages.ts'
import type { DirectoryPages, DirectoryPartials } from '../directory/pages.ts'
import type { EvidencePages, EvidencePartials } from '../evidence/pages.ts'
import type { HistoryPages, HistoryPartials } from '../history/pages.ts'
import type { RecheckPages, RecheckPartials } from '../rechecks/pages.ts'
import type { ReportPages, ReportPartials } from '../reports/pages.ts'
import type { ReviewPages, ReviewPartials } from '../reviews/pages.ts'
import type { SearchPages, SearchPartials } from '../search/pages.ts'
import type { SourcePartials } from '../sources/pages.ts'
import type { VaultPages, VaultPartials } from '../vault/pages.ts'
import type { SharedPartials } from './shared-partials.ts'

/** Every view and what it is given; a rule test type-checks each template against its line here. */
export interface Pages
  extends AccountPages,
    ArticlePages,
    ClaimPages,
    EvidencePages,
    ReviewPages,
    DeskPages,
    DirectoryPages,
    ReportPages,
    AuditPages,
    CodingPages,
    CorrectionPages,
    ImportPages,
    RecheckPages,
    VaultPages,
    SearchPages,
    HistoryPages {
  'errors/error': { title: string; message: string; id: string | null; back: { href: string; label: string } | null }
}

/** Partials, and what each is given: what the templates are type-checked against.
 * @public */
export interface Partials
  extends SharedPartials,
    AccountPartials,
    ArticlePartials,
    SourcePartials,
    ClaimPartials,
    EvidencePartials,
    ReviewPartials,
    CorrectionPartials,
    RecheckPartials,
    DeskPartials,
    DirectoryPartials,
    ReportPartials,
    AuditPartials,
    VaultPartials,
    SearchPartials,
    HistoryPartials {}

/** What the layout is given: the rendered page and what stands around it. */
export interface Layout {
  title: string
  body: string
  nav: { href: string; label: string; key: string | null; current: boolean }[]
  search: string | null
  viewer: { name: string; href: string; day: string } | null
  flash: string | null
  bodyClass: string
  shortcutsWord: 'on' | 'off'
}
