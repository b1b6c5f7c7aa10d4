import { expect, test } from 'vitest'
import {
  type Act,
  can,
  canManageWholly,
  canMakeDesk,
  clear,
  clearForMakingDesk,
  clearWholly,
  leastRole,
} from '../../src/accounts/policy.ts'
import type { Viewer } from '../../src/accounts/viewer.ts'
import { Forbidden, NotFound } from '../../src/errors.ts'
import { roles } from '../../src/vocabulary.ts'

/** Who may do what on a desk. A change here is a change of the newsroom's rules. */
const table = `
| | reader | checker | reviewer | editor | admin |
|---|---|---|---|---|---|
| read articles, reports, audits of the desk | ✓ | ✓ | ✓ | ✓ | ✓ |
| bring articles in, correct and confirm suggestions, record findings and evidence, ask queries and record the reporter's answers | | ✓ | ✓ | ✓ | ✓ |
| give the second check on another's finding | | | ✓ | ✓ | ✓ |
| sign off, reopen, issue reports, merge sources, waive rules, assign | | | | ✓ | ✓ |
| people, desks, settings, purge | | | | | ✓ |
`

const words: Record<Act, string> = {
  read: 'read articles, reports, audits of the desk',
  check: "bring articles in, correct and confirm suggestions, record findings and evidence, ask queries and record the reporter's answers",
  review: "give the second check on another's finding",
  edit: 'sign off, reopen, issue reports, merge sources, waive rules, assign',
  administer: 'people, desks, settings, purge',
}
const acts = Object.keys(leastRole) as Act[]
const viewerAs = (role: (typeof roles)[number]): Viewer => ({
  id: 1,
  name: 'Somebody',
  email: 's@example.org',
  shortcuts: true,
  desks: [{ id: 1, name: 'World desk', role }],
})

test('the policy is the table of roles, role by role and act by act', () => {
  const rows = acts.map((act) => `| ${[words[act], ...roles.map((role) => (can(viewerAs(role), act, 1) ? '✓' : ''))].join(' | ')} |`)
  const written = ['| | ' + roles.join(' | ') + ' |', `|---|${roles.map(() => '---|').join('')}`, ...rows].join('\n')

  expect(written.replace(/\|\s+(?=\|)/g, '| ')).toBe(table.trim().replace(/\|\s+(?=\|)/g, '| '))
})

test('clearing gives the thing to those who may, refuses the others, and knows nothing of another desk', () => {
  for (const act of acts) {
    for (const role of roles) {
      const thing = { deskId: 1 }
      if (can(viewerAs(role), act, 1)) expect(clear(viewerAs(role), act, thing)).toBe(thing)
      else expect(() => clear(viewerAs(role), act, thing)).toThrow(Forbidden)
    }
    expect(can(viewerAs('admin'), act, 2)).toBe(false)
    expect(() => clear(viewerAs('admin'), act, { deskId: 2 })).toThrow(NotFound)
  }
})

test('a refusal says what one is, what one would need to be, and who can change it', () => {
  expect(() => clear(viewerAs('checker'), 'edit', { deskId: 1 })).toThrow(
    'You are a checker on this desk; to sign off, reopen or assign you need to be an editor. An admin of the desk can change your role.',
  )
})

test('a whole account is managed only by an admin of each of its desks; desks are made only by an admin', () => {
  const admin = viewerAs('admin')
  const both: Viewer = { ...admin, desks: [...admin.desks, { id: 2, name: 'City desk', role: 'editor' }] }
  expect(canManageWholly(admin, { deskIds: [1] })).toBe(true)
  expect(canManageWholly(admin, { deskIds: [1, 2] })).toBe(false)
  expect(canManageWholly(both, { deskIds: [1, 2] })).toBe(false)
  expect(canManageWholly(admin, { deskIds: [] })).toBe(false)
  expect(() => clearWholly(admin, { name: 'Cal', deskIds: [1, 2] })).toThrow(Forbidden)

  expect(roles.filter((role) => canMakeDesk(viewerAs(role)))).toEqual(['admin'])
  expect(() => clearForMakingDesk(viewerAs('editor'), {})).toThrow(Forbidden)
})
