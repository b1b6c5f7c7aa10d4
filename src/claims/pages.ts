import type { ChainPartials } from './chain-page.ts'
import type { CutsSection, WordChoice } from './cuts-page.ts'

/** The views of this feature: none of its own, its forms stand on the desk. */
export type ClaimPages = Record<never, never>

/** Its partials, and what each is given. */
export interface ClaimPartials extends ChainPartials {
  'claims/_cuts': { cuts: CutsSection }
  'claims/_words': WordChoice
  'claims/_carried': { seen: number; back: string }
  'claims/_wrong': { error: string }
}
