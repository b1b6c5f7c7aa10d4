import type { SourcesPage } from './index-page.ts'
import type { SourcePage } from './show-page.ts'
import type { SourceChangesPage, SourceTablePage } from './table-page.ts'

/** The views of this feature, and what each is given. */
export interface DirectoryPages {
  'directory/index': SourcesPage
  'directory/show': SourcePage
  'directory/table': SourceTablePage
  'directory/changes': SourceChangesPage
}

/** Its partials, and what each is given. */
export interface DirectoryPartials {
  'directory/_edit': NonNullable<SourcePage['edit']>
  'directory/_fields': { fields: SourceChangesPage['changed'][number]['fields'] }
  'directory/_entry': SourcePage['entry']
  'directory/_reliability': SourcePage['reliability']
}
