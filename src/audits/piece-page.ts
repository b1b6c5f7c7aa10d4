import type { Article } from '../articles/schema.ts'
import { outcomeLabels, voiceLabels } from '../vocabulary.ts'
import { factLine, isolated, listed, plural } from '../web/words.ts'
import type { Audit, Count } from './count.ts'
import type { ClaimFacts, PieceFacts } from './facts.ts'
import { claimFigures, pieceFigures } from './figures.ts'
import { addressOf } from './forms.ts'
import { type ProfileKind, profileKinds, profileLabels, profileOf, type Strip, stripOf } from './pictures.ts'
import { type Share, shareOf, sharesOf } from './shares.ts'
import type { Summary } from './summary.ts'

export interface PieceAuditPage {
  title: string
  headline: string
  facts: string
  /** Where else the piece can be looked at; for who only audits its desk, nowhere. */
  ways: { href: string; label: string }[]
  empty: string | null
  /** What holds of the piece as a whole, each with its definition. */
  holds: { label: string; definition: string; words: string }[]
  strip: Strip
  legend: { kind: ProfileKind; label: string; count: number }[]
  shares: Share[]
  caveats: Share
  concentration: string
  sources: RankedSource[]
  claims: { href: string | null; number: number; wording: string; how: string; who: string; outcome: string; outcomeLabel: string }[]
  withheld: string | null
}

export interface RankedSource {
  /** Null where the viewer may not open its page. */
  href: string | null
  name: string
  part: number
  claims: string
  claimsHref: string
}

export interface PieceAudited {
  article: Article
  piece: PieceFacts
  summary: Summary
  counts: Audit['pieceCounts']
  characters: number
  wordings: ReadonlyMap<number, string>
  /** The name of a source in a chain, as the viewer may see it. */
  nameOf: (entryId: number | null) => string
  /** Whether the viewer may open the piece itself. */
  opens: boolean
  opensSource: (sourceId: number) => boolean
}

/** The audit of one piece: how it is sourced, down to the sentence. */
export function pieceAuditPage({
  article,
  piece,
  summary,
  counts,
  characters,
  wordings,
  nameOf,
  opens,
  opensSource,
}: PieceAudited): PieceAuditPage {
  const open = (figure: string): string => `/audits/claims${addressOf({ article: article.id }, { figure })}`
  const kinds = piece.claims.map(profileOf)
  const { concentration } = summary
  return {
    title: `Audit: ${article.headline || 'without a headline'}`,
    headline: article.headline || 'Without a headline',
    facts: factLine(
      isolated(article.outlet),
      isolated(article.byline),
      piece.day,
      plural(piece.claims.length, 'claim'),
      confirmedWords(summary),
    ),
    ways: opens
      ? [
          { href: `/articles/${article.id}/rules`, label: 'House rules' },
          {
            href: `/articles/${article.id}/corrections`,
            label: piece.corrections > 0 ? `Corrections (${piece.corrections})` : 'Corrections',
          },
          { href: `/articles/${article.id}/desk`, label: 'To the desk' },
        ]
      : [],
    empty: piece.claims.length === 0 ? 'No claim stands in this piece, so there is nothing to count. Split it into claims first.' : null,
    holds: pieceFigures.flatMap(({ id, label, definition }) =>
      counts[id]?.n ? [{ label, definition: `/audits/definitions#${id}`, words: definition }] : [],
    ),
    strip: stripOf(piece.claims, characters, ({ id, number }) => (opens ? `/claims/${id}` : `#claim-${number}`)),
    legend: profileKinds.flatMap((kind) => {
      const count = kinds.filter((one) => one === kind).length
      return count === 0 ? [] : [{ kind, label: profileLabels[kind], count }]
    }),
    shares: sharesOf(
      claimFigures.filter(({ id }) => tells(id, summary.claimCounts[id])),
      summary.claimCounts,
      open,
      false,
    ),
    caveats: caveatShare(summary, open('caveat-followed-up'), false),
    concentration: concentrationWords(concentration),
    sources: rankedOf(summary, { article: article.id }, opensSource),
    claims: piece.claims.map((claim) => ({
      ...claimRow(claim, wordings.get(claim.id) ?? '', nameOf),
      href: opens ? `/claims/${claim.id}` : null,
    })),
    withheld: withheldWords(summary),
  }
}

/** Of one piece a figure without a sample says nothing, and neither does a way of being unnamed in which nobody is. */
const tells = (id: string, count: Count | undefined): boolean =>
  count !== undefined && count.of > 0 && (count.n > 0 || !id.startsWith('unnamed-'))

function claimRow(
  claim: ClaimFacts,
  wording: string,
  nameOf: (entryId: number | null) => string,
): Omit<PieceAuditPage['claims'][number], 'href'> {
  const outcome = claim.withheld ? 'hidden' : claim.outcome
  return {
    number: claim.number,
    wording,
    how: `${voiceLabels[claim.voice]}${claim.confirmed ? '' : ', suggested'}`,
    who: claim.chain.map(({ entryId }) => nameOf(entryId)).join(' → ') || 'nobody: the copy’s own voice',
    outcome,
    outcomeLabel: outcome === 'hidden' ? 'Withheld' : outcomeLabels[outcome],
  }
}

export const confirmedWords = ({ confirmed, claims }: Pick<Summary, 'confirmed' | 'claims'>): string =>
  confirmed === 0
    ? 'machine-read only'
    : confirmed === claims
      ? 'all confirmed by a person'
      : `${confirmed.toLocaleString('en-GB')} of ${claims.toLocaleString('en-GB')} confirmed by a person`

export const withheldWords = ({ withheld }: Pick<Summary, 'withheld'>): string | null =>
  withheld === 0
    ? null
    : `What was found on ${plural(withheld, 'claim')} is withheld from you until your second check is filed, and left out of every figure that rests on findings.`

export const caveatShare = ({ caveats }: Pick<Summary, 'caveats'>, href: string, sampled: boolean): Share =>
  shareOf({ id: 'caveats-followed-up', label: 'Caveats somebody followed up', among: 'caveats' }, caveats, href, sampled)

/** How concentrated the voices are, in a sentence. */
export function concentrationWords({ sources, first, firstThree, effective }: Summary['concentration']): string {
  if (sources === 0) return 'Nobody who is known is heard.'
  const shares =
    sources > 3
      ? `the most heard has ${whole(first)} of the attributed claims, the first three ${whole(firstThree)}`
      : `the most heard has ${whole(first)} of the attributed claims`
  return `${plural(sources, 'source')}, heard as unevenly as ${effective.toFixed(1)} equal ones would be: ${shares}.`
}
const whole = (share: number): string => `${Math.round(share * 100)} %`

/** The sources most heard, with bars against the first of them. */
export function rankedOf(
  { ranked, returning }: Summary,
  selected: Parameters<typeof addressOf>[0],
  opens: (sourceId: number) => boolean,
): RankedSource[] {
  const most = ranked[0]?.claims ?? 1
  return ranked.slice(0, 20).map(({ source, claims, pieces, returning: known }) => ({
    href: opens(source.id) ? `/sources/${source.id}` : null,
    name: source.name,
    part: Math.round((1000 * claims) / most) / 10,
    claims:
      listed([plural(claims, 'claim'), ...(pieces > 1 ? [plural(pieces, 'piece')] : [])]) +
      (returning === null ? '' : known ? ' · met before' : ' · new'),
    claimsHref: `/audits/claims${addressOf({ ...selected, source: source.id })}`,
  }))
}
