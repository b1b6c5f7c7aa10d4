/** The views of this feature, and what each is given. */
export interface ReviewPages {}

/** Its partials, and what each is given. */
export interface ReviewPartials {}
