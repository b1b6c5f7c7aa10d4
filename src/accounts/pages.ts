import type { Settings } from '../config.ts'
import { roleLabels, roles } from '../vocabulary.ts'
import type { FieldErrors, Typed } from '../web/forms.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import type { OpenInvitation } from './joining.ts'
import { leastPasswordLength } from './passwords.ts'
import type { DeskOfMine } from './queries.ts'
import type { AuditorsPage } from './auditors-page.ts'
import type { PeoplePage } from './people-page.ts'
import type { Viewer } from './viewer.ts'

type Field = SharedPartials['shared/_field']
type Checkbox = SharedPartials['shared/_checkbox']
type Select = SharedPartials['shared/_select']
type Errors = SharedPartials['shared/_error-summary']['errors']

/** A page that says who stands at the door, with one form. */
interface DoorPage {
  title: string
  bodyClass: string
  errors: Errors
  fields: Field[]
}

/** The views of this feature, and what each is given. */
export interface AccountPages {
  'accounts/setup': DoorPage & { token: string; deskFields: Field[]; samples: Checkbox }
  'accounts/join': DoorPage & { token: string; lead: string; action: string; button: string }
  'accounts/new-password': DoorPage & { token: string; lead: string }
  'accounts/sign-in': DoorPage & { next: string; notice: string | null }
  'accounts/dead-link': { title: string; bodyClass: string; message: string }
  'accounts/account': {
    title: string
    name: string
    email: string
    desks: { name: string; role: string; settings: string | null }[]
    shortcuts: Checkbox
    errors: Errors
    fields: Field[]
  }
  'accounts/people': PeoplePage
  'accounts/auditors': AuditorsPage
  'accounts/desk-settings': {
    title: string
    section: string
    errors: Errors
    action: string
    back: string
    fields: Field[]
    rules: { secondCheck: Checkbox; independentSources: Select; copy: string }
  }
}

/** Its partials, and what each is given. */
export interface AccountPartials {}

/** What a page shows again after a refusal. */
export interface Shown {
  errors: FieldErrors
  typed: Typed
}
export const nothingShown: Shown = { errors: {}, typed: {} }

const passwordHint = `At least ${leastPasswordLength} characters; a few words in a row do well.`

type FieldFacets = Partial<Pick<Field, 'hint' | 'value' | 'type' | 'required' | 'autocomplete'>>

/** A field with what was typed into it and what is wrong with it. */
export function field(name: string, label: string, shown: Shown, facets: FieldFacets = {}): Field {
  const { hint = null, value = '', type = 'text', required = true, autocomplete = null } = facets
  return {
    id: name,
    name,
    label,
    hint,
    error: shown.errors[name] ?? null,
    value: type === 'password' ? '' : (shown.typed[name] ?? value),
    type,
    required,
    autocomplete,
  }
}

/** Everything that is wrong, each line a link to its field; what belongs to no field leads to the form's first. */
export function summary(shown: Shown, first: string): Errors {
  return Object.entries(shown.errors).map(([name, message]) => ({ href: `#${name === 'form' ? first : name}`, message }))
}

const newPassword = (shown: Shown): Field =>
  field('password', 'Password', shown, { type: 'password', hint: passwordHint, autocomplete: 'new-password' })

export function setupPage(token: string, shown = nothingShown): AccountPages['accounts/setup'] {
  return {
    title: 'Set Linecheck up',
    bodyClass: 'auth-page',
    token,
    errors: summary(shown, 'name'),
    fields: [
      field('name', 'Your name', shown, { autocomplete: 'name', hint: 'As colleagues know it. It stands beside everything you do here.' }),
      field('email', 'Your e-mail address', shown, {
        type: 'email',
        autocomplete: 'username',
        hint: 'You sign in with it. Linecheck sends no mail.',
      }),
      newPassword(shown),
    ],
    deskFields: [
      field('desk', 'Name of the desk', shown, { value: 'News desk', hint: 'A desk sees its own articles alone.' }),
      field('outlet', 'Whose copy it checks', shown, { required: false, hint: 'Your outlet, as the copy names it; or leave it empty.' }),
    ],
    samples: {
      id: 'samples',
      name: 'samples',
      label: 'Start with sample articles',
      value: 'yes',
      error: null,
      hint: 'Three invented pieces, half checked, to look around in.',
      checked: Object.keys(shown.errors).length === 0 || shown.typed.samples !== undefined,
    },
  }
}

/** Joining a desk: somebody new gives a name and a password; somebody known gives their password, or nothing while signed in. */
export function joinPage(
  invitation: OpenInvitation,
  viewer: Pick<Viewer, 'id'> | undefined,
  shown = nothingShown,
): AccountPages['accounts/join'] {
  const { token, desk, role, email, account } = invitation
  const lead = `You are invited to ${desk} as ${roleLabels[role].toLowerCase()}, with the e-mail address ${email}.`
  const door = { title: `Join ${desk}`, bodyClass: 'auth-page', token, lead }
  if (!account) {
    const fields = [
      field('name', 'Your name', shown, { autocomplete: 'name', hint: 'As colleagues know it. It stands beside everything you do here.' }),
      newPassword(shown),
    ]
    return { ...door, action: '/join', button: 'Join', fields, errors: summary(shown, 'name') }
  }
  if (viewer?.id === account.id) return { ...door, action: '/join/session', button: 'Join', fields: [], errors: summary(shown, 'main') }
  const fields = [
    field('password', 'Your password', shown, {
      type: 'password',
      autocomplete: 'current-password',
      hint: 'You have an account here already: give its password.',
    }),
  ]
  return { ...door, action: '/join/account', button: 'Sign in and join', fields, errors: summary(shown, 'password') }
}

export function newPasswordPage(
  token: string,
  person: { name: string; email: string },
  shown = nothingShown,
): AccountPages['accounts/new-password'] {
  return {
    title: 'Choose a new password',
    bodyClass: 'auth-page',
    token,
    errors: summary(shown, 'password'),
    fields: [newPassword(shown)],
    lead: `For ${person.name}, ${person.email}. Wherever you are signed in, you will be signed out.`,
  }
}

export function signInPage(next: string, empty: boolean, shown = nothingShown): AccountPages['accounts/sign-in'] {
  return {
    title: 'Sign in',
    bodyClass: 'auth-page',
    next,
    errors: summary(shown, 'email'),
    notice: empty ? 'Nobody has an account yet. The link to set Linecheck up was printed where it was started.' : null,
    fields: [
      field('email', 'E-mail address', shown, { type: 'email', autocomplete: 'username' }),
      field('password', 'Password', shown, { type: 'password', autocomplete: 'current-password' }),
    ],
  }
}

export function accountPage(viewer: Viewer, shown = nothingShown): AccountPages['accounts/account'] {
  return {
    title: 'Your account',
    name: viewer.name,
    email: viewer.email,
    desks: viewer.desks.map((desk) => ({
      name: desk.name,
      role: roleLabels[desk.role],
      settings: desk.role === 'admin' ? `/desks/${desk.id}/settings` : null,
    })),
    shortcuts: {
      id: 'shortcuts',
      name: 'shortcuts',
      label: 'Single-key shortcuts on the desk',
      value: 'on',
      checked: viewer.shortcuts,
      error: null,
      hint: 'Switch them off if you speak to your computer, or if keys pressed by accident do things.',
    },
    errors: summary(shown, 'current'),
    fields: [
      field('current', 'Present password', shown, { type: 'password', autocomplete: 'current-password' }),
      field('password', 'New password', shown, { type: 'password', autocomplete: 'new-password', hint: passwordHint }),
    ],
  }
}

export function deskSettingsPage(desk: DeskOfMine, shown = nothingShown): AccountPages['accounts/desk-settings'] {
  const again = Object.keys(shown.errors).length > 0
  const wanted = again ? shown.typed.independentSources : String(desk.independentSources)
  return {
    title: `Settings of ${desk.name}`,
    section: '/people',
    action: `/desks/${desk.id}/settings`,
    back: `/people?desk=${desk.id}`,
    errors: summary(shown, 'name'),
    fields: [
      field('name', 'Name', shown, { value: desk.name }),
      field('outlet', 'Whose copy it checks', shown, {
        value: desk.outlet,
        required: false,
        hint: 'The engine never takes this outlet for a source in its own copy.',
      }),
    ],
    rules: {
      secondCheck: {
        id: 'secondCheck',
        name: 'secondCheck',
        label: 'Every finding needs a second person’s',
        value: 'on',
        error: null,
        hint: 'Until the second person has filed, they do not see the first finding. Sign-off waits for it.',
        checked: again ? shown.typed.secondCheck !== undefined : desk.secondCheck,
      },
      independentSources: {
        id: 'independentSources',
        name: 'independentSources',
        label: 'Independent first-hand sources that “verified” asks for',
        hint: 'Where there is no primary record and nobody of ours saw it.',
        error: shown.errors.independentSources ?? null,
        options: ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value, selected: value === wanted })),
      },
      copy: `/desks/${desk.id}/rules`,
    },
  }
}

/** The roles to choose from, least first. */
export const roleOptions = (chosen: string) => roles.map((role) => ({ value: role, label: roleLabels[role], selected: role === chosen }))

/** A path of ours as a whole address, for somebody else's browser: from the settings, never from a request. */
export const addressOf = (settings: Pick<Settings, 'publicUrl'>, path: string): string => `${settings.publicUrl}${path}`
