import type { SharedPartials } from '../../web/shared-partials.ts'
import type { Rule } from './piece.ts'
import { rules } from './rules.ts'
import { measuredWords } from './standard.ts'

/** Which house rules a desk holds its copy against. */
export interface SwitchesPage {
  title: string
  section: string
  desk: string
  action: string
  back: string
  rules: SharedPartials['shared/_checkbox'][]
}

export function switchesPage(desk: { id: number; name: string }, isOn: (rule: Rule) => boolean): SwitchesPage {
  return {
    title: `House rules of ${desk.name}`,
    section: '/people',
    desk: desk.name,
    action: `/desks/${desk.id}/rules`,
    back: `/people?desk=${desk.id}`,
    rules: rules.map((rule) => ({
      id: `rule-${rule.id}`,
      name: rule.id,
      label: `${rule.label} (${rule.origin})`,
      value: 'on',
      checked: isOn(rule),
      hint: `${rule.definition} ${measuredWords(rule)}`,
      error: null,
    })),
  }
}
