import { rulesOnMaterial } from './on-material.ts'
import { rulesOnPlaces } from './on-places.ts'
import { rulesOnRecords } from './on-records.ts'
import { rulesOnSources } from './on-sources.ts'
import type { Found, Rule, RulePiece } from './piece.ts'

/** Every house rule, in the order in which pages give them. */
export const rules: readonly Rule[] = [...rulesOnSources, ...rulesOnPlaces, ...rulesOnMaterial, ...rulesOnRecords]

/** What a rule finds in a piece. Rules that read wording read English; rules that read records read any piece. */
export const findBy = (rule: Rule, piece: RulePiece): readonly Found[] =>
  rule.reads === 'copy' && piece.language !== 'en' ? [] : rule.find(piece)
