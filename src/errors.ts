/** A refusal that a person can understand and act on. Its message is one sentence; anything else that is thrown is our fault. */
export class Refusal extends Error {}

/** What was asked for does not exist, or does not exist for this viewer: the two must look alike. */
export class NotFound extends Refusal {
  constructor(what: string) {
    super(`There is no such ${what}, or it is not on a desk of yours.`)
  }
}

/** The viewer may see the thing but may not do this with it. */
export class Forbidden extends Refusal {}

/** The thing has changed, or is in a state in which this cannot be done. */
export class Conflict extends Refusal {}

/** What was sent cannot be used. `field` names the form field it belongs to, if it belongs to one. */
export class Unusable extends Refusal {
  readonly field: string
  constructor(message: string, field = 'form') {
    super(message)
    this.field = field
  }
}
