import { can } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import { ago, clock, listed, moment, plural } from '../web/words.ts'
import { type BoardFilter, boardFilters, boardLength, type Check } from './board.ts'
import { outcomeBar, outcomeTally } from './piece-page.ts'

export interface BoardPage {
  title: string
  section: string
  facts: string
  canBringIn: boolean
  /** How many claims are due to be checked again. */
  rechecks: string
  filters: { href: string; label: string; current: boolean }[]
  checks: BoardCheck[]
  empty: { title: string; words: string } | null
  pagination: SharedPartials['shared/_pagination']
}

interface BoardCheck {
  href: string
  headline: string
  facts: string
  chips: { words: string; kind: string }[]
  progress: { bar: SharedPartials['shared/_bar']; tally: SharedPartials['shared/_tally'] } | null
  decided: string | null
  assignee: string | null
  due: { words: string; late: string | null } | null
}

const filterLabels: Record<BoardFilter['show'], string> = { open: 'Open', mine: 'Mine', signed_off: 'Signed off', all: 'All' }
/** An open check that nobody has touched for this long is stale. */
const staleAfterDays = 3

export function boardPage(
  viewer: Viewer,
  filter: BoardFilter,
  found: { checks: Check[]; total: number },
  due: number,
  now: Date,
): BoardPage {
  const address = (page: number, show = filter.show): string =>
    `/?${new URLSearchParams({ show, ...(filter.desk !== null && { desk: String(filter.desk) }), ...(page > 1 && { page: String(page) }) })}`
  const last = Math.max(1, Math.ceil(found.total / boardLength))
  return {
    title: 'Board',
    section: '/',
    facts: `${listed(viewer.desks.map((desk) => desk.name))} · ${plural(found.total, 'article')}`,
    rechecks: due === 0 ? 'Nothing is due to be checked again' : `${plural(due, 'claim')} due to be checked again`,
    canBringIn: viewer.desks.some((desk) => can(viewer, 'check', desk.id)),
    filters: boardFilters.map((show) => ({ href: address(1, show), label: filterLabels[show], current: show === filter.show })),
    checks: found.checks.map((check) => checkView(check, viewer, now)),
    empty: found.checks.length > 0 ? null : emptyWords(filter.show),
    pagination: {
      newer: filter.page > 1 ? { href: address(filter.page - 1), label: 'Before' } : null,
      older: filter.page < last ? { href: address(filter.page + 1), label: 'Further' } : null,
    },
  }
}

function checkView({ article, deskName, assignee, progress, signedOff, lastAct }: Check, viewer: Viewer, now: Date): BoardCheck {
  const facts = [
    article.outlet,
    article.publication,
    viewer.desks.length > 1 ? deskName : '',
    progress ? plural(progress.claims, 'claim') : '',
    `last touched ${ago(lastAct, now)}`,
  ]
  return {
    href: progress ? `/articles/${article.id}/desk` : `/articles/${article.id}/recognised`,
    headline: article.headline,
    facts: facts.filter((fact) => fact !== '').join(' · '),
    chips: chipsOf(progress, signedOff, lastAct, now),
    progress: progress && progress.claims > 0 ? { bar: outcomeBar(progress.segments), tally: outcomeTally(progress.segments) } : null,
    decided: progress ? `${progress.sentencesDecided} of ${progress.sentencesTotal}` : null,
    assignee,
    due: article.dueAt && !signedOff ? dueView(article.dueAt, now) : null,
  }
}

function chipsOf(progress: Progress, signedOff: boolean, lastAct: string, now: Date): BoardCheck['chips'] {
  if (signedOff) return [{ words: 'Signed off', kind: 'strong' }]
  if (progress === null) return [{ words: 'Not split yet', kind: 'warn' }]
  const stale = now.getTime() - new Date(lastAct).getTime() > staleAfterDays * 86_400_000
  return [
    ...(progress.openQueries.length > 0
      ? [{ words: plural(progress.openQueries.length, 'open query', 'open queries'), kind: 'waiting' }]
      : []),
    ...(progress.withoutSecondCheck.length > 0
      ? [{ words: `${plural(progress.withoutSecondCheck.length, 'claim')} without a second check`, kind: 'waiting' }]
      : []),
    ...(progress.differing.length > 0 ? [{ words: `${progress.differing.length} where opinions differ`, kind: 'warn' }] : []),
    ...(stale ? [{ words: 'Stale', kind: 'warn' }] : []),
  ]
}
type Progress = Check['progress']

function dueView(dueAt: string, now: Date): BoardCheck['due'] {
  const today = new Date(dueAt).toDateString() === now.toDateString()
  const late = new Date(dueAt) < now
  return { words: today ? `today ${clock(dueAt)}` : moment(dueAt), late: late ? `Late, due ${ago(dueAt, now)}` : null }
}

function emptyWords(show: BoardFilter['show']): { title: string; words: string } {
  if (show === 'mine')
    return { title: 'Nothing is assigned to you', words: 'Articles that an editor gives you, or that you take yourself, appear here.' }
  if (show === 'signed_off')
    return { title: 'Nothing is signed off yet', words: 'Articles whose exact text an editor has signed off appear here.' }
  return { title: 'Nothing to check', words: 'Bring an article in, and its sentences appear here.' }
}
