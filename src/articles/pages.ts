/** The views of this feature, and what each is given. */
export interface ArticlePages {}

/** Its partials, and what each is given. */
export interface ArticlePartials {}
