import type { Rule } from './piece.ts'

/** How well a rule did on marked copy that it was not made on. */
export interface Quality {
  /** Of its findings, how many were right. */
  precision: number
  /** Of the passages marked, how many it found. */
  recall: number
  /** Pieces, half of them look-alikes. */
  cases: number
}

/** What each rule that reads wording was measured to do; `tests/audits/rule-quality.test.ts` measures it again. */
export const measured: Readonly<Record<string, Quality>> = {
  'bare-source': { precision: 0.88, recall: 0.35, cases: 40 },
  'anonymity-unexplained': { precision: 0.88, recall: 0.7, cases: 40 },
  'opinion-unnamed': { precision: 0.81, recall: 0.8, cases: 40 },
  'single-unnamed': { precision: 0.57, recall: 0.4, cases: 40 },
  'lead-unsourced': { precision: 0.75, recall: 0.15, cases: 40 },
  'user-content-unlabelled': { precision: 0.68, recall: 0.65, cases: 40 },
}

/** A rule below this precision is off until a desk switches it on. */
const ENOUGH = 0.8

type Known = Pick<Rule, 'id' | 'reads'>

/** Whether a rule is on where nobody has switched it. Rules that read records find what was recorded: they come on; a rule nobody has measured does not. */
export const isStandard = ({ id, reads }: Known): boolean => reads === 'record' || (measured[id]?.precision ?? 0) >= ENOUGH

const percent = (share: number): string => `${Math.round(share * 100)} %`

/** How good a rule is, as it was measured. */
export function measuredWords({ id, reads }: Known): string {
  if (reads === 'record') return 'It reads what people recorded: a finding is as right as the records are.'
  const quality = measured[id]
  return quality
    ? `On ${quality.cases} marked pieces that it was not made on, ${percent(quality.precision)} of its findings were right, and it found ${percent(quality.recall)} of what was to be found.`
    : 'It reads wording, and nobody has measured how well yet: it is off unless a desk switches it on.'
}
