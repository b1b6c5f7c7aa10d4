import type { EvidenceSection } from './evidence-page.ts'
import type { OriginsPage } from './origins-page.ts'
import type { PillarsSection } from './pillars-page.ts'

/** The views of this feature; its other sections stand on the desk. */
export interface EvidencePages {
  'evidence/origins': OriginsPage
}

/** Its partials, and what each is given. */
export interface EvidencePartials {
  'evidence/_evidence': EvidenceSection
  'evidence/_item': EvidenceSection['items'][number]
  'evidence/_form': NonNullable<EvidenceSection['add']>
  'evidence/_pillars': PillarsSection
}
