import type { FindingsSection } from './findings-page.ts'
import type { SecondCheckSection } from './second-check-page.ts'
import type { ArticleAssignmentSection, SignOffSection } from './sign-off-page.ts'
import type { AskedSection, WorkflowSection } from './work-page.ts'

/** The views of this feature: none of its own, its forms stand on the desk. */
export type ReviewPages = Record<never, never>

/** Its partials, and what each is given. */
export interface ReviewPartials {
  'reviews/_findings': { findings: FindingsSection }
  'reviews/_opinions': { opinions: NonNullable<FindingsSection['opinions']> }
  'reviews/_second-check': { second: SecondCheckSection }
  'reviews/_queries': { queries: AskedSection }
  'reviews/_workflow': { workflow: WorkflowSection }
  'reviews/_sign-off': { signOff: SignOffSection }
  'reviews/_article-assignment': { assignment: ArticleAssignmentSection }
}
