import { Forbidden, NotFound } from '../errors.ts'
import { type Role, roleLabels, roles } from '../vocabulary.ts'
import { roleOn, type Viewer } from './viewer.ts'

/** Who may do what on a desk: the least role for each act. A role includes those before it. */
export const leastRole = {
  /** Read the desk's articles, reports and history. */
  read: 'reader',
  /** Bring articles in, correct and confirm suggestions, record findings and evidence, ask queries and record the answers. */
  check: 'checker',
  /** Give the second check on another person's finding, and the final opinion where two differ. */
  review: 'reviewer',
  /** Sign off, reopen, assign. */
  edit: 'editor',
  /** People, the desk's settings, purge. */
  administer: 'admin',
} as const satisfies Record<string, Role>
export type Act = keyof typeof leastRole

const refusals: Record<Act, string> = {
  read: 'read here',
  check: 'check articles',
  review: 'give a second check',
  edit: 'sign off, reopen or assign',
  administer: 'manage people and settings',
}

declare const permission: unique symbol
/** A record that this module has cleared for one act. Nothing else can make one, and every verb that changes things asks for one. */
export type Cleared<A extends Act | 'whole_account' | 'make_desk', Thing> = Thing & { readonly [permission]: A }

/** Whether a viewer may do this on a desk; pages ask it to decide what to show. */
export function can(viewer: Pick<Viewer, 'desks'>, act: Act, deskId: number): boolean {
  const role = roleOn(viewer, deskId)
  return role !== null && roles.indexOf(role) >= roles.indexOf(leastRole[act])
}

/** Clears a thing for one act. Throws `Forbidden` for a role too small, `NotFound` where the desk does not exist for the viewer. */
export function clear<A extends Act, Thing extends { deskId: number }>(viewer: Viewer, act: A, thing: Thing): Cleared<A, Thing> {
  const role = roleOn(viewer, thing.deskId)
  if (role === null) throw new NotFound('thing')
  if (!can(viewer, act, thing.deskId)) {
    throw new Forbidden(
      `You are a ${roleLabels[role].toLowerCase()} on this desk; to ${refusals[act]} you need to be ${needed(act)}. An admin of the desk can change your role.`,
    )
  }
  return thing as Cleared<A, Thing>
}

/** Refuses somebody who may check on no desk at all, before anything that they send is read. */
export function requireChecker(viewer: Viewer): void {
  const [first] = viewer.desks
  if (!first) throw new Forbidden('You are on no desk yet. An admin can invite you to one.')
  if (!viewer.desks.some((desk) => can(viewer, 'check', desk.id))) clear(viewer, 'check', { deskId: first.id })
}

/** Whether a viewer may act on a person's whole account, which opens every desk that the person is on. */
export const canManageWholly = (viewer: Pick<Viewer, 'desks'>, person: { deskIds: readonly number[] }): boolean =>
  person.deskIds.length > 0 && person.deskIds.every((deskId) => can(viewer, 'administer', deskId))

/** Clears a person for what reaches beyond one desk: a new password, deactivating. Otherwise an admin of one desk could enter another. */
export function clearWholly<Person extends { name: string; deskIds: readonly number[] }>(
  viewer: Viewer,
  person: Person,
): Cleared<'whole_account', Person> {
  if (!canManageWholly(viewer, person)) {
    throw new Forbidden(
      `This would reach beyond your desks. Only an admin of every desk that ${person.name} is on can do it; you can take them off the desks that you run.`,
    )
  }
  return person as Cleared<'whole_account', Person>
}

/** Any admin may make another desk, and becomes its admin. */
export const canMakeDesk = (viewer: Viewer): boolean => viewer.desks.some((desk) => can(viewer, 'administer', desk.id))

export function clearForMakingDesk<Wish>(viewer: Viewer, wish: Wish): Cleared<'make_desk', Wish> {
  if (!canMakeDesk(viewer)) throw new Forbidden('Only an admin of a desk can make another desk.')
  return wish as Cleared<'make_desk', Wish>
}

function needed(act: Act): string {
  const role = roleLabels[leastRole[act]].toLowerCase()
  return /^[aeiou]/.test(role) ? `an ${role}` : `a ${role}`
}
