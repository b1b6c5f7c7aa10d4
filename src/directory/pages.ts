import type { SourcesPage } from './index-page.ts'
import type { SourcePage } from './show-page.ts'

/** The views of this feature, and what each is given. */
export interface DirectoryPages {
  'directory/index': SourcesPage
  'directory/show': SourcePage
}

/** Its partials, and what each is given. */
export interface DirectoryPartials {
  'directory/_edit': NonNullable<SourcePage['edit']>
  'directory/_entry': SourcePage['entry']
  'directory/_reliability': SourcePage['reliability']
}
