import { claimKindLabels, outcomeLabels, outcomes, type ClaimKind } from '../vocabulary.ts'
import { isolated, listed, plural } from '../web/words.ts'
import { type Count, type Grouping, groupings } from './count.ts'
import { claimFigures, figuresOf, pieceFigures } from './figures.ts'
import { addressOf, relayFigure } from './forms.ts'
import { type Network, networkOf, type Series, seriesOf } from './pictures.ts'
import { caveatShare, concentrationWords, confirmedWords, type RankedSource, rankedOf, withheldWords } from './piece-page.ts'
import type { Progress } from './run.ts'
import type { Offered } from './queries.ts'
import { isNarrowed, type Selection } from './selection.ts'
import { percent, type Share, sharesOf } from './shares.ts'
import type { SeenSource, Summary } from './summary.ts'

interface Option {
  value: string
  label: string
  selected: boolean
}

export interface Filters {
  outlet: string
  offered: Offered
  author: string
  subject: string
  from: string
  to: string
  desks: { value: string; label: string; checked: boolean }[]
  publication: Option[]
  outcome: Option[]
  standing: Option[]
  source: { id: number; name: string; without: string } | null
  /** The pieces of one import only, and the way to all. */
  batch: { id: number; without: string } | null
  against: string | null
}

export interface SelectionAuditPage {
  title: string
  section: string
  /** The selection in words: on paper the form does not stand. */
  selected: string
  /** Null in a file of its own. */
  filters: Filters | null
  /** While it is still being counted: how far it is, and the page asks again by itself. */
  counting: string | null
  empty: string | null
  totals: { value: string; label: string; of: string }[]
  withheld: string | null
  /** What the copy says of its sources, and what people have recorded of them. */
  claimShares: Share[]
  recordShares: Share[]
  pieceShares: Share[]
  /** Why there is nothing about whole pieces. */
  withoutPieces: string | null
  caveats: Share
  concentration: string
  sources: RankedSource[]
  series: Series[]
  network: Network | null
  relays: { from: string; to: string; claims: number; href: string }[]
  by: {
    tabs: { href: string; label: string; current: boolean }[]
    columns: string[]
    rows: { href: string | null; label: string; cells: { column: string; value: string }[] }[]
    label: string
  }
  compared: Compared | null
  /** What else can be done with it; null in a file of its own. */
  tools: {
    downloads: { href: string; label: string }[]
    rules: string
    /** The published claims of the selection to go back to, the oldest first. */
    followUp: string
    coding: string
    keep: string
  } | null
}

interface Compared {
  one: string
  other: string
  rows: {
    label: string
    definition: string
    one: { href: string; value: string }
    other: { href: string; value: string }
    difference: string
  }[]
}

export interface SelectionAudited {
  selection: Selection
  by: Grouping
  progress: Progress
  done: boolean
  against: { selection: Selection; summary: Summary } | null
  desks: readonly { id: number; name: string }[]
  offered: Offered
  source: SeenSource | null
  /** Whether the viewer may open a source's own page. */
  opensSource: (sourceId: number) => boolean
}

const groupingLabels: Record<Grouping, string> = { outlet: 'Outlet', desk: 'Desk', author: 'Author', kind: 'Kind of claim', month: 'Month' }
/** What a table of groups and a line through the months tell; all the rest one click further. */
const told = ['own-voice', 'unnamed', 'one-origin', 'relayed', 'over-claim'] as const
const toldFigures = told.flatMap((id) => claimFigures.filter((figure) => figure.id === id))

/** The audit of a selection of pieces. */
export function selectionAuditPage(audited: SelectionAudited): SelectionAuditPage {
  const { selection, by, progress, done, against, opensSource } = audited
  const { summary, read, total } = progress
  const open = (figure: string): string => `/audits/claims${addressOf(selection, { figure })}`
  const here = addressOf(selection).slice(1)
  return {
    title: 'Audits',
    section: '/audits',
    selected: wordsOf(selection, (id) => audited.desks.find((desk) => desk.id === id)?.name ?? '', audited.source?.name ?? null),
    filters: filtersOf(audited),
    counting: done
      ? null
      : `Counting: ${read.toLocaleString('en-GB')} of ${plural(total, 'piece')} so far. The figures below are of these; the page goes on by itself.`,
    empty:
      done && summary.pieces === 0 ? 'No piece that was split into claims is in this selection. Choose less, or bring pieces in.' : null,
    totals: [
      { value: summary.pieces.toLocaleString('en-GB'), label: 'pieces', of: '' },
      { value: summary.claims.toLocaleString('en-GB'), label: 'claims', of: confirmedWords(summary) },
      {
        value: summary.concentration.sources.toLocaleString('en-GB'),
        label: 'sources heard',
        of: summary.returning === null ? '' : `${summary.returning.toLocaleString('en-GB')} met before`,
      },
      {
        value: summary.concentration.effective.toFixed(1),
        label: 'effective number of sources',
        of: 'as many heard equally would be as concentrated',
      },
    ],
    withheld: withheldWords(summary),
    claimShares: sharesOf(figuresOf('copy'), summary.claimCounts, open, true),
    recordShares: sharesOf(figuresOf('record'), summary.claimCounts, open, true),
    pieceShares: isNarrowed(selection)
      ? []
      : sharesOf(pieceFigures, summary.pieceCounts, (figure) => `/audits/pieces${addressOf(selection, { figure })}`, true),
    withoutPieces: isNarrowed(selection) ? 'Only some claims of each piece are selected: nothing can be said of whole pieces.' : null,
    caveats: caveatShare(summary, open('caveat-followed-up'), true),
    concentration: concentrationWords(summary.concentration),
    sources: rankedOf(summary, selection, opensSource),
    series: toldFigures.flatMap((figure) => seriesOf(summary.groups.month, figure, open(figure.id)) ?? []),
    network: networkOf(summary.relays, (from, to) => open(relayFigure(from, to))),
    relays: summary.relays.map(({ from, to, claims }) => ({
      from: from.name,
      to: to.name,
      claims,
      href: open(relayFigure(from.id, to.id)),
    })),
    by: groupsOf(selection, by, summary),
    compared: against && comparedOf(audited, against),
    tools: {
      followUp: `/audits/claims${addressOf({ ...selection, publication: 'published' }, { figure: 'follow-up' })}`,
      coding: `/coding?from=${encodeURIComponent(here)}`,
      rules: `/audits/rules${addressOf(selection)}`,
      keep: `/audits${addressOf({}, { against: here || 'all' })}`,
      downloads: [
        { href: `/audits.json${addressOf(selection)}`, label: 'JSON' },
        { href: `/audits.csv${addressOf(selection)}`, label: 'CSV' },
      ],
    },
  }
}

function filtersOf({ selection, desks, offered, source, against }: SelectionAudited): Filters {
  const option =
    (chosen: string) =>
    (value: string, label: string): Option => ({ value, label, selected: value === chosen })
  const [publication, outcome, standing] = [option(selection.publication), option(selection.outcome), option(selection.standing)]
  return {
    outlet: selection.outlet,
    offered,
    author: selection.author,
    subject: selection.subject,
    from: selection.from,
    to: selection.to,
    desks: desks.length < 2 ? [] : desks.map(({ id, name }) => ({ value: String(id), label: name, checked: selection.desks.includes(id) })),
    publication: [publication('', 'Drafts and published'), publication('published', 'Published'), publication('draft', 'Drafts')],
    outcome: [outcome('', 'Every outcome'), ...outcomes.map((one) => outcome(one, outcomeLabels[one]))],
    standing: [
      standing('', 'Confirmed and suggested'),
      standing('confirmed', 'Confirmed by a person'),
      standing('suggested', 'Machine-read only'),
    ],
    source: source && { id: source.id, name: source.name, without: `/audits${addressOf({ ...selection, source: null })}` },
    batch: selection.import === null ? null : { id: selection.import, without: `/audits${addressOf({ ...selection, import: null })}` },
    against: against && (addressOf(against.selection).slice(1) || 'all'),
  }
}

/** What a selection is, in words a person reads. */
export function wordsOf(selection: Selection, deskName: (id: number) => string, source: string | null): string {
  const { desks, import: importId, outlet, author, subject, publication, from, to, outcome, standing } = selection
  const words = [
    ...(desks.length > 0 ? [listed(desks.map(deskName))] : []),
    ...(importId === null ? [] : [`import ${importId}`]),
    ...(outlet ? [isolated(outlet)] : []),
    ...(author ? [`by ${isolated(author)}`] : []),
    ...(subject ? [`on ${isolated(subject)}`] : []),
    ...(publication ? [publication === 'draft' ? 'drafts' : 'published'] : []),
    ...(from ? [`from ${from}`] : []),
    ...(to ? [`to ${to}`] : []),
    ...(source ? [`with ${source}`] : []),
    ...(outcome ? [outcomeLabels[outcome].toLowerCase()] : []),
    ...(standing ? [standing === 'confirmed' ? 'confirmed by a person' : 'machine-read only'] : []),
  ]
  return words.length === 0 ? 'Everything on your desks' : words.join(', ')
}

function groupsOf(selection: Selection, by: Grouping, { groups }: Summary): SelectionAuditPage['by'] {
  const columns = ['Pieces', 'Claims', ...toldFigures.map(({ label }) => label)]
  return {
    label: groupingLabels[by],
    tabs: groupings.map((grouping) => ({
      href: `/audits${addressOf(selection, { by: grouping })}#groups`,
      label: groupingLabels[grouping],
      current: grouping === by,
    })),
    columns,
    rows: groups[by].map(({ key, group }) => ({
      label: by === 'kind' ? claimKindLabels[key as ClaimKind] : key || 'Not given',
      href: narrowed(selection, by, key),
      cells: [
        group.pieces.toLocaleString('en-GB'),
        group.claims.toLocaleString('en-GB'),
        ...toldFigures.map(({ id }) => {
          const { n = 0, of = 0 } = group.counts[id] ?? {}
          return of === 0 ? '–' : `${percent(n / of)} of ${of.toLocaleString('en-GB')}`
        }),
      ].map((value, k) => ({ column: columns[k] ?? '', value })),
    })),
  }
}

/** The same selection of one group only, where a filter can say so. */
function narrowed(selection: Selection, by: Grouping, key: string): string | null {
  if (key === '' || by === 'kind' || by === 'desk') return null
  if (by === 'month') return `/audits${addressOf({ ...selection, from: `${key}-01`, to: lastDayOf(key) })}`
  return `/audits${addressOf({ ...selection, ...(by === 'outlet' ? { outlet: key } : { author: key }) })}`
}

/** The last day of a month given as `2026-02`. */
const lastDayOf = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}`
}

function comparedOf(
  { selection, progress, desks, source }: SelectionAudited,
  against: { selection: Selection; summary: Summary },
): Compared {
  const deskName = (id: number): string => desks.find((desk) => desk.id === id)?.name ?? ''
  const whole = isNarrowed(selection) || isNarrowed(against.selection) ? [] : pieceFigures
  const rows = [
    ...claimFigures.map((figure) => ({ figure, to: 'claims', of: ({ claimCounts }: Summary) => claimCounts[figure.id] })),
    ...whole.map((figure) => ({ figure, to: 'pieces', of: ({ pieceCounts }: Summary) => pieceCounts[figure.id] })),
  ]
  return {
    one: wordsOf(selection, deskName, source?.name ?? null),
    other: wordsOf(against.selection, deskName, against.selection.source === null ? null : 'one source'),
    rows: rows.flatMap(({ figure: { id, label }, to, of }) => {
      const [one, other] = [of(progress.summary), of(against.summary)]
      if (!one || !other) return []
      const cell = (count: Count, selected: Selection): Compared['rows'][number]['one'] => ({
        href: `/audits/${to}${addressOf(selected, { figure: id })}`,
        value: count.of === 0 ? '–' : `${percent(count.n / count.of)} of ${count.of.toLocaleString('en-GB')}`,
      })
      return [
        {
          label,
          definition: `/audits/definitions#${id}`,
          one: cell(one, selection),
          other: cell(other, against.selection),
          difference: one.of === 0 || other.of === 0 ? '–' : points(one.n / one.of, other.n / other.of),
        },
      ]
    }),
  }
}

/** Between the two shares as they are shown: what a reader subtracts is what stands here. */
function points(one: number, other: number): string {
  const between = Math.round(100 * one) - Math.round(100 * other)
  return `${between > 0 ? '+' : between < 0 ? '−' : ''}${Math.abs(between)} points`
}
