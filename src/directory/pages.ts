/** The views of this feature, and what each is given. */
export interface DirectoryPages {}

/** Its partials, and what each is given. */
export interface DirectoryPartials {}
