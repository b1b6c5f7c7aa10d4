import type { SearchKind } from '../db/triggers.ts'
import type { Article } from '../articles/schema.ts'
import { basisLabels, evidenceKindLabels, outcomeLabels, sourceKindLabels, stanceLabels, workflowLabels } from '../vocabulary.ts'
import { plural } from '../web/words.ts'
import type { Search } from './forms.ts'
import type { FoundArticle, FoundClaim, FoundEvidence, FoundOfKind, FoundSource } from './queries.ts'
import type { Wanted } from './query.ts'
import { hasHit, type Segment, segmentsOf } from './segments.ts'

/** One thing that was found. `passage` is where the words stand in it; null where the title says it already. */
export interface SearchResult {
  href: string
  title: Segment[]
  label: string | null
  outcome: { mark: string; label: string } | null
  facts: string
  article: { href: string; headline: string } | null
  passage: Segment[] | null
}

export interface SearchGroup {
  id: string
  heading: string
  count: string
  results: SearchResult[]
  more: { href: string; label: string } | null
}

export interface SearchPage {
  title: string
  search: string
  q: string
  facts: string
  filters: { href: string; label: string; current: boolean }[]
  groups: SearchGroup[]
  empty: { heading: string; advice: string } | null
  pagination: { newer: { href: string; label: string } | null; older: { href: string; label: string } | null } | null
}

/** The views of this feature, and what each is given. */
export interface SearchPages {
  'search/index': SearchPage
}

/** Its partials, and what each is given. */
export interface SearchPartials {
  'search/_segments': { segments: Segment[] }
  'search/_result': SearchResult
}

/** How many are shown of each kind: a few beside the others, a page of them alone. */
export const few = 8
export const full = 50

/** What was found, by kind; a kind that was not looked for is null. */
export interface Found {
  claim: FoundOfKind<FoundClaim> | null
  source: FoundOfKind<FoundSource> | null
  evidence: FoundOfKind<FoundEvidence> | null
  article: FoundOfKind<FoundArticle> | null
}

const kinds: Record<SearchKind, { heading: string; one: string; many: string }> = {
  claim: { heading: 'Claims', one: 'claim', many: 'claims' },
  source: { heading: 'Sources', one: 'source', many: 'sources' },
  evidence: { heading: 'Evidence', one: 'piece of evidence', many: 'pieces of evidence' },
  article: { heading: 'Articles', one: 'article', many: 'articles' },
}
const order = ['claim', 'source', 'evidence', 'article'] as const satisfies readonly SearchKind[]

export function searchPage(asked: Search, wanted: Wanted, found: Found): SearchPage {
  const { q, kind, page } = asked
  const link = (to: SearchKind | null, number = 1): string =>
    `/search?${new URLSearchParams({ q, ...(to && { kind: to }), ...(number > 1 && { page: String(number) }) }).toString()}`
  const results: Record<SearchKind, SearchResult[]> = {
    claim: found.claim?.found.map((one) => claimResult(one, wanted)) ?? [],
    source: found.source?.found.map((one) => sourceResult(one, wanted)) ?? [],
    evidence: found.evidence?.found.map((one) => evidenceResult(one, wanted)) ?? [],
    article: found.article?.found.map((one) => articleResult(one, wanted)) ?? [],
  }
  const groups = order.flatMap((one): SearchGroup[] => {
    const total = found[one]?.total ?? 0
    if (results[one].length === 0) return []
    const more =
      kind === null && total > results[one].length
        ? { href: link(one), label: `All ${plural(total, kinds[one].one, kinds[one].many)}` }
        : null
    return [{ id: `found-${one}`, heading: kinds[one].heading, count: total.toLocaleString('en-GB'), results: results[one], more }]
  })
  const total = kind === null ? 0 : (found[kind]?.total ?? 0)
  const summary = order.flatMap((one) => (found[one]?.total ? [plural(found[one].total, kinds[one].one, kinds[one].many)] : []))
  return {
    title: q === '' ? 'Search' : `Search: ${q.slice(0, 80)}`,
    search: q,
    q,
    facts: summary.join(' · '),
    filters:
      wanted.words.length === 0
        ? []
        : [
            { href: link(null), label: 'Everything', current: kind === null },
            ...order.map((one) => ({ href: link(one), label: kinds[one].heading, current: kind === one })),
          ],
    groups,
    empty: groups.length > 0 ? null : nothingFound(wanted, kind),
    pagination:
      kind === null || total <= full
        ? null
        : {
            newer: page > 1 ? { href: link(kind, page - 1), label: 'Before' } : null,
            older: page * full < total ? { href: link(kind, page + 1), label: 'More' } : null,
          },
  }
}

function nothingFound(wanted: Wanted, kind: SearchKind | null): { heading: string; advice: string } {
  if (wanted.words.length === 0)
    return {
      heading: 'What are you looking for?',
      advice: 'Words of a claim, of a piece of evidence, a headline, or the name of a source. The last word may be unfinished.',
    }
  return {
    heading: `No ${kind === null ? 'claim, source, evidence or article' : kinds[kind].one} with these words`,
    advice: 'All the words must stand in it. Try fewer of them, or another spelling; accents and Arabic letter forms make no difference.',
  }
}

function claimResult({ claim, article, opinions }: FoundClaim, wanted: Wanted): SearchResult {
  const outcome = opinions?.withheld
    ? { mark: 'hidden', label: 'Withheld' }
    : { mark: opinions?.outcome ?? 'not_checked', label: outcomeLabels[opinions?.outcome ?? 'not_checked'] }
  return {
    href: `/claims/${claim.id}`,
    title: segmentsOf(claim.wording, wanted),
    label: `Claim ${claim.number}`,
    outcome,
    facts: workflowLabels[claim.state],
    article: placeOf(article),
    passage: null,
  }
}

function sourceResult({ source, aliases, articles }: FoundSource, wanted: Wanted): SearchResult {
  const title = segmentsOf(source.name, wanted)
  const also = aliases.length > 0 ? segmentsOf(`Also: ${aliases.join(', ')}`, wanted) : null
  return {
    href: `/sources/${source.id}`,
    title,
    label: null,
    outcome: null,
    facts: `${sourceKindLabels[source.kind]}${source.unnamed ? ' · unnamed' : ''} · met in ${plural(articles, 'article')}`,
    article: null,
    passage: also && hasHit(also) ? also : null,
  }
}

function evidenceResult({ evidence, claim, article }: FoundEvidence, wanted: Wanted): SearchResult {
  const fields = [evidence.passage, evidence.note, evidence.withWhom, evidence.locator, evidence.fileName, evidence.url]
  const withWords = fields.map((field) => segmentsOf(field, wanted)).find(hasHit)
  const withdrawn = evidence.withdrawnAt === null ? '' : ' · withdrawn'
  return {
    href: `/claims/${claim.id}`,
    title: segmentsOf(evidence.title, wanted),
    label: `On claim ${claim.number}`,
    outcome: null,
    facts: `${evidenceKindLabels[evidence.kind]} · ${stanceLabels[evidence.stance]} · ${basisLabels[evidence.basis]}${withdrawn}`,
    article: placeOf(article),
    passage: withWords ?? null,
  }
}

function articleResult({ article }: FoundArticle, wanted: Wanted): SearchResult {
  const about = [article.outlet, article.byline].filter(Boolean).join(' · ')
  const passage = segmentsOf(about, wanted)
  return {
    href: `/articles/${article.id}`,
    title: segmentsOf(article.headline || 'Without a headline', wanted),
    label: null,
    outcome: null,
    facts: article.publication === 'draft' ? 'Draft' : 'Published',
    article: null,
    passage: about ? passage : null,
  }
}

const placeOf = (article: Pick<Article, 'id' | 'headline'>) => ({
  href: `/articles/${article.id}`,
  headline: article.headline || 'Without a headline',
})
