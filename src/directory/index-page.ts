import type { NamedSource } from '../sources/queries.ts'
import { type SourceKind, sourceKindLabels, sourceKinds } from '../vocabulary.ts'
import { listed, plural } from '../web/words.ts'
import type { Counts } from './queries.ts'

interface Link {
  href: string
  label: string
}

export interface SourcesPage {
  title: string
  section: string
  q: string
  kinds: { value: string; label: string; selected: boolean }[]
  count: string
  empty: string | null
  sources: { href: string; name: string; counts: string; facts: string }[]
  pagination: { newer: Link | null; older: Link | null } | null
  /** The list as a table; and the way to bring one in, for those who may. */
  csv: string
  mayBringIn: boolean
}

export interface SourcesFound {
  search: { q: string; kind: SourceKind | null; page: number }
  found: readonly NamedSource[]
  total: number
  counts: ReadonlyMap<number, Counts>
  perPage: number
  mayBringIn: boolean
}

/** The directory, as far as the viewer may see: everyone and everything that their articles name. */
export function indexPage({ search, found, total, counts, perPage, mayBringIn }: SourcesFound): SourcesPage {
  const narrowed = search.q !== '' || search.kind !== null
  const pages = Math.ceil(total / perPage)
  return {
    title: 'Sources',
    section: '/sources',
    q: search.q,
    kinds: [
      { value: '', label: 'Every kind', selected: search.kind === null },
      ...sourceKinds.map((kind) => ({ value: kind, label: sourceKindLabels[kind], selected: kind === search.kind })),
    ],
    count: plural(total, 'source'),
    empty:
      found.length > 0
        ? null
        : narrowed
          ? 'No source of that name or kind was met on your desks.'
          : 'Sources appear here once an article has been split into claims.',
    sources: found.map((source) => ({
      href: `/sources/${source.id}`,
      name: source.name,
      counts: countWords(counts.get(source.id) ?? { articles: 0, claims: 0 }),
      facts: factsOf(source),
    })),
    pagination:
      pages < 2
        ? null
        : {
            newer: search.page > 1 ? { href: pageHref(search, search.page - 1), label: 'Before' } : null,
            older: search.page < pages ? { href: pageHref(search, search.page + 1), label: 'After' } : null,
          },
    csv: `/sources.csv?${new URLSearchParams(narrowing(search))}`,
    mayBringIn,
  }
}

export const countWords = ({ articles, claims }: Counts): string => `${plural(claims, 'claim')} in ${plural(articles, 'article')}`

export function factsOf(source: NamedSource): string {
  return [
    sourceKindLabels[source.kind],
    ...(source.unnamed ? ['unnamed'] : []),
    ...(source.aliases.length > 0 ? [`also ${listed(source.aliases)}`] : []),
    ...(source.standing === 'suggested' ? ['suggested'] : []),
  ].join(' · ')
}

const narrowing = ({ q, kind }: SourcesFound['search']) => ({ ...(q && { q }), ...(kind && { kind }) })

const pageHref = (search: SourcesFound['search'], page: number): string =>
  `/sources?${new URLSearchParams({ ...narrowing(search), page: String(page) })}`
