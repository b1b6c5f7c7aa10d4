import { counts } from '../reviews/progress.ts'
import type { Outcome } from '../vocabulary.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import { moment, plural, short } from '../web/words.ts'
import { deskQuery, type Filter, filterWords, shownOutcomeLabel } from './filters.ts'
import type { OnDesk } from './gather.ts'
import { isUnsure } from './unsure.ts'

/** What the piece is and how far its check is. */
export interface PieceView {
  headline: string
  facts: string
  bar: SharedPartials['shared/_bar']
  tally: SharedPartials['shared/_tally']
  covered: string
  audit: string
  report: string
  details: string
  undo: { action: string; back: string; label: string } | null
}

export function pieceView(desk: OnDesk, back: string, undoable: boolean): PieceView {
  const { article, version, progress } = desk
  const counting = desk.claims.filter(counts)
  const quoted = new Set(counting.flatMap((claim) => (desk.chains.get(claim.id) ?? []).flatMap((hop) => hop.entryId ?? [])))
  const origins = new Set(counting.flatMap((claim) => desk.chains.get(claim.id)?.[0]?.entryId ?? []))
  const due = article.dueAt ? [`due ${moment(article.dueAt)}`] : []
  const sourced = quoted.size > 0 ? [`${plural(quoted.size, 'source')}, ${plural(origins.size, 'origin')}`] : []
  return {
    headline: article.headline,
    facts: [
      article.outlet || desk.deskName,
      [article.publication, ...due].join(', '),
      `version ${version.number}, ${short(version.sha256)}`,
      plural(progress.claims, 'claim'),
      ...sourced,
    ].join(' · '),
    bar: outcomeBar(progress.segments),
    tally: outcomeTally(progress.segments),
    covered: `${progress.sentencesDecided} of ${plural(progress.sentencesTotal, 'sentence')} decided`,
    audit: `/articles/${article.id}/audit`,
    report: `/articles/${article.id}/report`,
    details: `/articles/${article.id}/details`,
    undo: undoable ? { action: `/articles/${article.id}/undo`, back, label: 'Undo' } : null,
  }
}

interface Segment {
  outcome: Outcome | 'hidden'
  count: number
}

/** The outcomes of the claims as one bar: each claim is 100 wide, with a gap after each outcome. */
export function outcomeBar(segments: readonly Segment[]): SharedPartials['shared/_bar'] {
  const total = segments.reduce((sum, segment) => sum + segment.count, 0)
  let x = 0
  return {
    label: `Outcomes of ${plural(total, 'claim')}: ${segments.map(({ outcome, count }) => `${count} ${shownOutcomeLabel(outcome).toLowerCase()}`).join(', ') || 'none yet'}`,
    width: Math.max(100, total * 100),
    segments: segments.map(({ outcome, count }) => {
      const segment = { outcome, x, width: count * 100 - 6 }
      x += count * 100
      return segment
    }),
  }
}

export const outcomeTally = (segments: readonly Segment[]): SharedPartials['shared/_tally'] => ({
  items: segments.map(({ outcome, count }) => ({ outcome, label: shownOutcomeLabel(outcome), count })),
})

/** The filters of the desk: outcomes as links, the rest as a form. */
export interface FiltersView {
  outcomes: { href: string; label: string; outcome: string | null; current: boolean }[]
  hidden: { name: string; value: string }[]
  selects: { id: string; name: string; label: string; options: { value: string; label: string; selected: boolean }[] }[]
  /** What the filter leaves, where there is one. */
  count: string | null
  clear: string
}

export function filtersView(desk: OnDesk, filter: Filter, passing: number): FiltersView {
  const present = <K extends string>(words: readonly K[], labels: Record<K, string>, has: (word: K) => boolean): [string, string][] =>
    words.filter(has).map((word) => [word, labels[word]])
  const select = (name: Exclude<keyof Filter, 'outcome'>, label: string, any: string, options: readonly [string, string][]) => ({
    id: `filter-${name}`,
    name,
    label,
    options: [['', any] as const, ...options].map(([value, words]) => ({ value, label: words, selected: filter[name] === value })),
  })
  const checkers = new Map([
    ...desk.people,
    ...[...desk.opinions.values()].flatMap((found) =>
      found.all.map((review): [number, string] => [review.reviewerId ?? 0, review.reviewerName]),
    ),
  ])
  const filtered = Object.values(filter).some((value) => value !== '')
  return {
    outcomes: [
      {
        href: deskQuery({ ...filter, outcome: '' }) || '?',
        label: `All ${desk.claims.length}`,
        outcome: null,
        current: filter.outcome === '',
      },
      ...desk.progress.segments.map(({ outcome, count }) => ({
        href: deskQuery({ ...filter, outcome }),
        label: `${shownOutcomeLabel(outcome)} ${count}`,
        outcome,
        current: filter.outcome === outcome,
      })),
    ],
    hidden: filter.outcome === '' ? [] : [{ name: 'outcome', value: filter.outcome }],
    selects: [
      select(
        'state',
        'State',
        'Any state',
        present(...filterWords.state, (state) => desk.claims.some((claim) => claim.state === state)),
      ),
      select(
        'voice',
        'Voice',
        'Any voice',
        present(...filterWords.voice, (voice) => desk.claims.some((claim) => claim.voice === voice)),
      ),
      select(
        'source',
        'Source',
        'Any source',
        desk.sources.map((source): [string, string] => [String(source.id), source.name]),
      ),
      select(
        'checker',
        'Checker',
        'Anybody',
        [...checkers].map(([id, name]): [string, string] => [String(id), name]),
      ),
      ...(filter.engine !== '' || desk.claims.some(isUnsure) ? [select('engine', 'Engine', 'Sure or unsure', [['unsure', 'Unsure']])] : []),
    ],
    count: filtered ? `${passing} of ${plural(desk.claims.length, 'claim')}` : null,
    clear: '?',
  }
}
