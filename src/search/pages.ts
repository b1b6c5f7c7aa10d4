/** The views of this feature, and what each is given. */
export interface SearchPages {}

/** Its partials, and what each is given. */
export interface SearchPartials {}
