/** The views of this feature, and what each is given. */
export interface HistoryPages {}

/** Its partials, and what each is given. */
export interface HistoryPartials {}
