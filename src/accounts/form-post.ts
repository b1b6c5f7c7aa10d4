import { Conflict, type Refusal } from '../errors.ts'
import { errorsOf, type FieldErrors, isMendable, type Typed, typedIn } from '../web/forms.ts'
import { render } from '../web/render.ts'
import { type Access, get, post, type Route, shortForm, type Visit } from '../web/route.ts'
import { TooManyAttempts } from './attempts.ts'
import { DeadLink } from './links.ts'

/** A form that was refused: one sentence per field, what was typed (no password), and the status to answer with. */
export interface RefusedForm {
  errors: FieldErrors
  typed: Typed
  status: 409 | 422 | 429
}

type Handle<V> = (visit: V) => void | Promise<void>

/** A post whose page is shown again, with what was typed, after a refusal that the person can mend. */
export function formPost<V extends Visit>(
  path: string,
  access: Access<V>,
  handle: Handle<V>,
  again: (visit: V, refused: RefusedForm) => void,
): Route {
  return post(path, access, (visit) => mendable(visit, () => handle(visit), again), shortForm)
}

/** A page behind a one-time link: a dead link gets a page that says so. */
export function linkPage(path: string, access: Access<Visit>, handle: Handle<Visit>): Route {
  return get(path, access, (visit) =>
    mendable(
      visit,
      () => handle(visit),
      (refusedVisit, refused) =>
        showClosedDoor(refusedVisit, 'This link does not open anything', refused.errors.form ?? '', refused.status),
    ),
  )
}

async function mendable<V extends Visit>(
  visit: V,
  work: () => void | Promise<void>,
  again: (visit: V, refused: RefusedForm) => void,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!isMendable(error)) throw error
    if (error instanceof TooManyAttempts) visit.res.set('Retry-After', String(error.seconds))
    if (error instanceof TooManyAttempts && error.limit === 'link') return showClosedDoor(visit, 'Too many tries', error.message, 429)
    if (error instanceof DeadLink) return showClosedDoor(visit, 'This link does not open anything', error.message, 410)
    again(visit, { errors: errorsOf(error), typed: withoutPasswords(typedIn(visit.req)), status: statusOf(error) })
  }
}

function showClosedDoor(visit: Visit, title: string, message: string, status: number): void {
  render(visit, 'accounts/dead-link', { title, message, bodyClass: 'auth-page' }, status)
}

const statusOf = (error: Refusal): RefusedForm['status'] => (error instanceof TooManyAttempts ? 429 : error instanceof Conflict ? 409 : 422)

/** No page ever holds a password that somebody typed. */
function withoutPasswords(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => name !== 'password' && name !== 'current'))
}
