import type { SharedPartials } from '../web/shared-partials.ts'
import { day } from '../web/words.ts'
import type { AuditorOfDesk } from './auditors.ts'
import { field, type Shown, summary } from './pages.ts'

/** Who may read a desk's audits without being on it. */
export interface AuditorsPage {
  title: string
  section: string
  back: string
  errors: SharedPartials['shared/_error-summary']['errors']
  auditors: { id: number; name: string; email: string; since: string; label: string }[]
  removal: string
  action: string
  email: SharedPartials['shared/_field']
}

export function auditorsPage(desk: { id: number; name: string }, auditors: readonly AuditorOfDesk[], shown: Shown): AuditorsPage {
  return {
    title: `Auditors of ${desk.name}`,
    section: '/people',
    back: `/people?desk=${desk.id}`,
    errors: summary(shown, 'main'),
    auditors: auditors.map(({ userId, name, email, givenBy, givenAt }) => ({
      id: userId,
      name,
      email,
      since: `${day(givenAt)}, by ${givenBy}`,
      label: `Take the right from ${name}`,
    })),
    removal: `/desks/${desk.id}/auditors/removal`,
    action: `/desks/${desk.id}/auditors`,
    email: field('email', 'E-mail address', shown, { type: 'email', hint: 'Of somebody who has an account here.' }),
  }
}
