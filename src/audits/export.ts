import { writeCsv } from '../web/csv.ts'
import { definitions } from './definitions.ts'
import { claimFigures, type Figure, pieceFigures } from './figures.ts'
import { wilson } from './interval.ts'
import type { Count } from './count.ts'
import { isNarrowed, type Selection } from './selection.ts'
import type { Summary } from './summary.ts'

/** One figure as it is exported: with its sample, its interval and its definition. */
export interface ExportedFigure {
  figure: string
  label: string
  count: number
  of: number
  /** What it is a share of. */
  among: string
  /** 0 to 1; null where there is no sample. */
  share: number | null
  low: number | null
  high: number | null
  confirmed: number
  definition: string
}

/** Every figure of an audit. */
export function exportedFigures(selection: Selection, summary: Summary): ExportedFigure[] {
  const caveats = definitions.flatMap(({ all }) => all).find(({ id }) => id === 'caveats-followed-up')
  return [
    ...claimFigures.map((figure) => exported(figure, summary.claimCounts[figure.id])),
    exported(
      { id: 'caveats-followed-up', label: caveats?.label ?? '', among: 'caveats', definition: caveats?.words ?? '' },
      summary.caveats,
    ),
    // Of pieces of which some claims were left out nothing is said.
    ...(isNarrowed(selection) ? [] : pieceFigures).map((figure) => exported(figure, summary.pieceCounts[figure.id])),
  ]
}

function exported(
  { id, label, among, definition }: Pick<Figure<never>, 'id' | 'label' | 'among' | 'definition'>,
  { n, of, confirmed }: Count = { n: 0, of: 0, confirmed: 0 },
): ExportedFigure {
  const interval = wilson(n, of)
  return {
    figure: id,
    label,
    count: n,
    of,
    among,
    share: of === 0 ? null : n / of,
    low: interval?.[0] ?? null,
    high: interval?.[1] ?? null,
    confirmed,
    definition,
  }
}

/** An audit as JSON: the selection, what was counted, every figure with its definition, the sources, and each group. */
export function auditJson(selection: Selection, summary: Summary, madeAt: string): string {
  const { concentration, ranked, returning, relays, groups } = summary
  return `${JSON.stringify(
    {
      format: 'linecheck-audit',
      madeAt,
      selection,
      pieces: summary.pieces,
      claims: summary.claims,
      confirmed: summary.confirmed,
      withheld: summary.withheld,
      figures: exportedFigures(selection, summary),
      concentration: { ...concentration, metBefore: returning },
      sources: ranked.map(({ source, ...rest }) => ({ name: source.name, kind: source.kind, ...rest })),
      relays: relays.map(({ from, to, claims }) => ({ from: from.name, to: to.name, claims })),
      groups,
    },
    null,
    2,
  )}\n`
}

/** The figures of an audit as a table for spreadsheets. */
export function auditCsv(selection: Selection, summary: Summary): string {
  const cell = (value: number | null): number | string => (value === null ? '' : Math.round(value * 1e4) / 1e4)
  return writeCsv([
    ['figure', 'label', 'count', 'of', 'among', 'share', 'low', 'high', 'confirmed', 'definition'],
    ...exportedFigures(selection, summary).map(({ figure, label, count, of, among, share, low, high, confirmed, definition }) => [
      figure,
      label,
      count,
      of,
      among,
      cell(share),
      cell(low),
      cell(high),
      confirmed,
      definition,
    ]),
  ])
}

/** The name of a file that holds an audit: of the day on which it was made. */
export const exportName = (extension: 'csv' | 'json'): string => `audit-${new Date().toISOString().slice(0, 10)}.${extension}`
