import { z } from 'zod'
import { roles } from '../vocabulary.ts'
import { idField, line, ticked } from '../web/forms.ts'
import { leastPasswordLength, lengthOf, tooShort } from './passwords.ts'

const email = line(254)
  .transform((text) => text.toLowerCase())
  .pipe(z.email('Give a whole e-mail address, such as name@example.org.'))
const personName = line(100).refine((text) => text !== '', 'Give a name, as colleagues know it.')
const deskName = line(80).refine((text) => text !== '', 'Give the desk a name, such as World desk.')
const outlet = line(120)
/** As typed: a password may begin or end with a space. Its other rules are in passwords.ts, where it is known whose it is. */
const password = z
  .string()
  .default('')
  .refine((text) => text !== '', 'Give a password.')
  .refine((text) => text.length <= 1000, 'Keep the password under 201 characters.')
const newPassword = password.refine((text) => text === '' || lengthOf(text) >= leastPasswordLength, tooShort)
const token = z
  .string()
  .default('')
  .transform((text) => text.slice(0, 200))
const role = z.enum(roles, 'Choose a role from the list.')

export const tokenForm = z.object({ token })
export const setupForm = z.object({ token, name: personName, email, password: newPassword, desk: deskName, outlet, samples: ticked })
export const joinForm = z.object({ token, name: personName, password: newPassword })
export const joinWithAccountForm = z.object({ token, password })
export const newPasswordForm = z.object({ token, password: newPassword })
export const signInForm = z.object({ email, password, next: z.string().default('') })
export const changePasswordForm = z.object({ current: password, password: newPassword })
export const shortcutsForm = z.object({ shortcuts: ticked })
export const invitationForm = z.object({ email, role })
/** Who is to audit a desk. */
export const auditorForm = z.object({ email })
export const auditorRemovalForm = z.object({ person: idField('Choose somebody from the list.') })
export const withdrawalForm = z.object({ email: line(254) })
export const roleForm = z.object({ role })
export const deskForm = z.object({ name: deskName, outlet })
export const deskSettingsForm = z.object({
  name: deskName,
  outlet,
  secondCheck: ticked,
  independentSources: z.coerce
    .number('Give a whole number from 1 to 5.')
    .int('Give a whole number from 1 to 5.')
    .min(1, 'Give a whole number from 1 to 5.')
    .max(5, 'Give a whole number from 1 to 5.'),
})

/** Where to go after signing in: a page of this site, whatever the address bar asked for. */
export function safeNext(next: unknown): string {
  const here = 'http://here.invalid'
  if (typeof next !== 'string' || !/^\/[^\p{Cc}\\]*$/u.test(next) || !URL.canParse(next, here)) return '/'
  const { origin, pathname, search } = new URL(next, here)
  // Looked at once it is resolved: `/..//elsewhere` begins with one slash only before that.
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}` : '/'
}
