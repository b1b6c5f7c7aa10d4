import { type Role, roleLabels } from '../vocabulary.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import { day, moment } from '../web/words.ts'
import { field, nothingShown, roleOptions, type Shown, summary } from './pages.ts'
import { can, canManageWholly } from './policy.ts'
import type { DeskOfMine, Invitation, Member } from './queries.ts'
import type { Viewer } from './viewer.ts'

interface Person {
  name: string
  email: string
  note: string | null
  role: string
  /** Null while the account is deactivated: a role then does nothing. */
  roleForm: { action: string; select: SharedPartials['shared/_select'] } | null
  acts: { action: string; label: string; about: string; danger: boolean }[]
}

export interface PeoplePage {
  title: string
  section: string
  desk: string
  desks: { href: string; name: string; current: boolean }[]
  settings: string
  auditors: string
  link: { title: string; text: string; href: string } | null
  errors: SharedPartials['shared/_error-summary']['errors']
  people: Person[]
  invitations: { email: string; role: string; until: string; action: string }[]
  invite: { action: string; email: SharedPartials['shared/_field']; role: SharedPartials['shared/_select'] }
  newDesk: { open: boolean; fields: SharedPartials['shared/_field'][] }
}

/** A one-time link that has just been made, shown this once. */
export interface ShownLink {
  for: string
  address: string
  expiresAt: string
  purpose: 'invitation' | 'password'
}

export interface PeopleOfDesk {
  desk: DeskOfMine
  people: readonly Member[]
  invitations: readonly Invitation[]
}

/** Which form of the page was refused: their fields share names, so each has its own errors. */
export interface Refused {
  form: 'invite' | 'desk' | 'other'
  shown: Shown
}

export function peoplePage(
  viewer: Viewer,
  { desk, people, invitations }: PeopleOfDesk,
  link: ShownLink | null = null,
  refused: Refused | null = null,
): PeoplePage {
  const shownFor = (form: Refused['form']): Shown => (refused?.form === form ? refused.shown : nothingShown)
  const base = `/desks/${desk.id}`
  return {
    title: `People of ${desk.name}`,
    section: '/people',
    desk: desk.name,
    settings: `${base}/settings`,
    auditors: `${base}/auditors`,
    desks: viewer.desks
      .filter((one) => can(viewer, 'administer', one.id))
      .map((one) => ({ href: `/people?desk=${one.id}`, name: one.name, current: one.id === desk.id })),
    link: link && linkShown(link),
    errors: refused ? summary(refused.shown, 'main') : [],
    people: people.map((member) => personShown(viewer, member, base)),
    invitations: invitations.map(({ email, role, expiresAt }) => ({
      email,
      role: roleLabels[role],
      until: moment(expiresAt),
      action: `${base}/invitations/withdrawal`,
    })),
    invite: {
      action: `${base}/invitations`,
      email: field('email', 'E-mail address', shownFor('invite'), {
        type: 'email',
        hint: 'Linecheck sends no mail: you get a link to pass on.',
      }),
      role: {
        id: 'role',
        name: 'role',
        label: 'Role',
        hint: null,
        error: shownFor('invite').errors.role ?? null,
        options: roleOptions(shownFor('invite').typed.role ?? ('checker' satisfies Role)),
      },
    },
    newDesk: {
      open: refused?.form === 'desk',
      fields: [
        field('name', 'Name', shownFor('desk')),
        field('outlet', 'Whose copy it checks', shownFor('desk'), { required: false, hint: 'May be left empty.' }),
      ],
    },
  }
}

function linkShown({ for: whom, address, expiresAt, purpose }: ShownLink): NonNullable<PeoplePage['link']> {
  const opens = purpose === 'invitation' ? 'Whoever opens it joins the desk' : 'Whoever opens it chooses the password'
  return {
    title: `The link for ${whom}`,
    href: address,
    text: `Copy it now and pass it on by a way you trust; it is not shown again. ${opens}. It works once, until ${day(expiresAt)}.`,
  }
}

function personShown(viewer: Viewer, member: Member, base: string): Person {
  const own = `${base}/people/${member.id}`
  const wholly = canManageWholly(viewer, member)
  const open = member.deactivatedAt === null
  const act = (noun: string, label: string, danger = false) => ({
    action: `${own}/${noun}`,
    label,
    about: `${label}: ${member.name}`,
    danger,
  })
  return {
    name: member.name,
    email: member.email,
    role: roleLabels[member.role],
    note: member.deactivatedAt === null ? (member.id === viewer.id ? 'You' : null) : `Deactivated ${moment(member.deactivatedAt)}`,
    roleForm: open
      ? {
          action: `${own}/role`,
          select: { id: `role-${member.id}`, name: 'role', label: 'Role', hint: null, error: null, options: roleOptions(member.role) },
        }
      : null,
    acts: [
      ...(wholly && open && member.id !== viewer.id ? [act('password-link', 'New password link')] : []),
      act('removal', 'Take off the desk'),
      ...(wholly && open && member.id !== viewer.id ? [act('deactivation', 'Deactivate', true)] : []),
      ...(wholly && !open ? [act('reactivation', 'Reactivate')] : []),
    ],
  }
}
