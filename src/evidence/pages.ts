/** The views of this feature, and what each is given. */
export interface EvidencePages {}

/** Its partials, and what each is given. */
export interface EvidencePartials {}
