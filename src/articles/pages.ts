import type { DetailsPage } from './details-page.ts'
import type { NewArticlePage } from './new-page.ts'
import type { RecognisedLine, RecognisedPage } from './recognised-page.ts'

/** The views of this feature, and what each is given. */
export interface ArticlePages {
  'articles/new': NewArticlePage
  'articles/recognised': RecognisedPage
  'articles/details': DetailsPage
}

/** Its partials, and what each is given. */
export interface ArticlePartials {
  'articles/_line': { line: RecognisedLine }
}
