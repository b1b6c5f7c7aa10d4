/** The views of this feature, and what each is given. */
export interface AccountPages {}

/** Its partials, and what each is given. */
export interface AccountPartials {}
