/** The views of this feature, and what each is given. */
export interface ClaimPages {}

/** Its partials, and what each is given. */
export interface ClaimPartials {}
