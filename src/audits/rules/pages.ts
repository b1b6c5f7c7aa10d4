import type { PieceRulesPage, ShownFinding } from './piece-page.ts'
import type { FindingsPage, SelectionRulesPage } from './selection-page.ts'
import type { SwitchesPage } from './switches-page.ts'

/** The views of the house rules, and what each is given. */
export interface RulePages {
  'audits/rules/piece': PieceRulesPage
  'audits/rules/index': SelectionRulesPage
  'audits/rules/findings': FindingsPage
  'audits/rules/switches': SwitchesPage
}

/** Their partials, and what each is given. */
export interface RulePartials {
  'audits/rules/_finding': ShownFinding
}
