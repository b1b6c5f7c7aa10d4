import { outcomeLabels, voiceLabels } from '../vocabulary.ts'
import { factLine, isolated, plural } from '../web/words.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import type { PieceFacts } from './facts.ts'
import { claimFigures, pieceFigures } from './figures.ts'
import { addressOf } from './forms.ts'
import type { Opened } from './run.ts'
import type { Selection } from './selection.ts'

/** The claims, or the pieces, behind a figure. */
export interface BehindPage {
  title: string
  section: string
  label: string
  among: string
  definition: string
  definitionHref: string | null
  selected: string
  back: { href: string; label: string }
  empty: string | null
  claims: {
    href: string | null
    wording: string
    outcome: string
    outcomeLabel: string
    facts: string
    piece: { href: string; name: string }
  }[]
  pieces: { href: string; headline: string; facts: string }[]
  pagination: SharedPartials['shared/_pagination']
}

interface Behind {
  selection: Selection
  figure: string
  page: number
  further: boolean
  selected: string
  /** What the claims have in common where that is no figure with a definition. */
  label?: string | null
}

export function claimsBehindPage(
  behind: Behind,
  opened: readonly Opened[],
  wordings: ReadonlyMap<number, string>,
  { who, opens }: { who: (claim: Opened['claim']) => string; opens: (one: Opened) => boolean },
): BehindPage {
  return {
    ...frameOf(behind, 'claims', claimFigures),
    empty: opened.length === 0 ? 'No claim counts here.' : null,
    pieces: [],
    claims: opened.map((one) => {
      const { claim, piece } = one
      const outcome = claim.withheld ? 'hidden' : claim.outcome
      return {
        href: opens(one) ? `/claims/${claim.id}` : null,
        wording: wordings.get(claim.id) ?? '',
        outcome,
        outcomeLabel: outcome === 'hidden' ? 'Withheld' : outcomeLabels[outcome],
        facts: factLine(who(claim), voiceLabels[claim.voice], claim.confirmed ? '' : 'suggested', piece.day, isolated(piece.outlet)),
        piece: { href: `/articles/${piece.id}/audit`, name: piece.headline || 'Without a headline' },
      }
    }),
  }
}

export function piecesBehindPage(behind: Behind, opened: readonly PieceFacts[]): BehindPage {
  return {
    ...frameOf(behind, 'pieces', pieceFigures),
    empty: opened.length === 0 ? 'No piece counts here.' : null,
    claims: [],
    pieces: opened.map(({ id, headline, outlet, byline, day, claims }) => ({
      href: `/articles/${id}/audit`,
      headline: headline || 'Without a headline',
      facts: factLine(isolated(outlet), isolated(byline), day, plural(claims.length, 'claim')),
    })),
  }
}

function frameOf(
  { selection, figure, page, further, selected, label = null }: Behind,
  what: 'claims' | 'pieces',
  figures: readonly { id: string; label: string; among: string; definition: string }[],
): Omit<BehindPage, 'empty' | 'claims' | 'pieces'> {
  const known = figures.find(({ id }) => id === figure)
  const at = (wanted: number): string => `/audits/${what}${addressOf(selection, { figure, page: String(wanted) })}`
  return {
    title: known?.label ?? label ?? 'Claims',
    section: '/audits',
    label: known?.label ?? label ?? (what === 'claims' ? 'All claims' : 'All pieces'),
    among: known ? `of ${known.among}` : '',
    definition: known?.definition ?? '',
    definitionHref: known ? `/audits/definitions#${known.id}` : null,
    selected,
    back:
      selection.article === null
        ? { href: `/audits${addressOf(selection)}`, label: 'Back to the audit' }
        : { href: `/articles/${selection.article}/audit`, label: 'Back to the audit of the piece' },
    pagination: {
      newer: page > 1 ? { href: at(page - 1), label: 'Before' } : null,
      older: further ? { href: at(page + 1), label: 'Further' } : null,
    },
  }
}
