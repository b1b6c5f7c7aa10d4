import type { Viewer } from '../../accounts/viewer.ts'
import type { Reader } from '../../db/open.ts'
import { countPieces } from '../gather.ts'
import type { Page } from '../run.ts'
import type { Selection } from '../selection.ts'
import { checkedPiecesOf, type Finding } from './check.ts'

/** What one rule found in a selection. */
export interface RuleCount {
  findings: number
  waived: number
  /** Pieces with a finding that nobody has waived. */
  pieces: number
}

/** How far a check of a selection is. */
export interface RuleProgress {
  read: number
  total: number
  /** Pieces that were read and have nothing to answer for. */
  clean: number
  counts: Record<string, RuleCount>
}

/** What is told while a check goes on, at most so often, in milliseconds. */
const EVERY = 1_000

/** Holds a selection against the house rules; tells now and then how far it is. */
export function runRules(
  db: Reader,
  viewer: Viewer,
  selection: Selection,
  tell: (progress: RuleProgress) => void = () => {},
): RuleProgress {
  const progress: RuleProgress = { read: 0, total: countPieces(db, viewer, selection), clean: 0, counts: {} }
  let told = performance.now()
  for (const checked of checkedPiecesOf(db, viewer, selection)) {
    for (const { findings } of checked) {
      progress.read++
      if (findings.every(({ waiver }) => waiver !== null)) progress.clean++
      add(progress.counts, findings)
    }
    if (performance.now() - told < EVERY) continue
    tell(progress)
    told = performance.now()
  }
  return progress
}

function add(counts: RuleProgress['counts'], findings: readonly Finding[]): void {
  const here = new Set<string>()
  for (const { rule, waiver } of findings) {
    const count = (counts[rule] ??= { findings: 0, waived: 0, pieces: 0 })
    count.findings++
    if (waiver) count.waived++
    else if (!here.has(rule)) {
      count.pieces++
      here.add(rule)
    }
  }
}

/** A finding with the piece it stands in. */
export interface OpenedFinding {
  finding: Pick<Finding, 'rule' | 'start' | 'quoted' | 'waiver'> & { claimId: number | null }
  piece: { id: number; headline: string; outlet: string; byline: string; day: string }
}

export interface OpenedFindings {
  opened: OpenedFinding[]
  further: boolean
}

/** One page of what a rule found: the page's figure is the rule. */
export function openFindings(db: Reader, viewer: Viewer, selection: Selection, wanted: Page): OpenedFindings {
  const opened: OpenedFinding[] = []
  let skip = (wanted.page - 1) * wanted.perPage
  for (const checked of checkedPiecesOf(db, viewer, selection, wanted.figure))
    for (const { piece, findings } of checked)
      for (const { rule, start, quoted, waiver, claim } of findings) {
        if (skip-- > 0) continue
        if (opened.length === wanted.perPage) return { opened, further: true }
        const { id, headline, outlet, byline, day } = piece
        opened.push({ finding: { rule, start, quoted, waiver, claimId: claim?.id ?? null }, piece: { id, headline, outlet, byline, day } })
      }
  return { opened, further: false }
}
