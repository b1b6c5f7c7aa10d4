/** The views of this feature, and what each is given. */
export interface DeskPages {}

/** Its partials, and what each is given. */
export interface DeskPartials {}
