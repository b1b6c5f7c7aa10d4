/** The views of this feature, and what each is given. */
export interface ReportPages {}

/** Its partials, and what each is given. */
export interface ReportPartials {}
