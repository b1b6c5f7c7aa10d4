import type { Article } from '../../articles/schema.ts'
import { type Refusals, fieldsOf } from '../../web/fields.ts'
import type { SharedPartials } from '../../web/shared-partials.ts'
import { moment, plural } from '../../web/words.ts'
import type { Finding } from './check.ts'
import { rules } from './rules.ts'

/** What the house rules find in one piece, down to the sentence. */
export interface PieceRulesPage {
  title: string
  headline: string
  facts: string
  audit: string
  settings: string | null
  problem: string | null
  /** Where there is nothing to show: why. */
  empty: string | null
  rules: { id: string; label: string; definition: string; origin: string; findings: ShownFinding[] }[]
}

export interface ShownFinding {
  id: string
  /** The sentence, or words for the whole piece. */
  quoted: string
  href: string
  waived: { words: string; reason: string; lift: { action: string; waiver: string } | null } | null
  waive: { action: string; rule: string; start: string; open: boolean; reason: SharedPartials['shared/_field'] } | null
}

export interface PieceRulesShown {
  article: Article
  findings: readonly Finding[]
  /** How many rules are on at its desk. */
  on: number
  english: boolean
  mayWaive: boolean
  mayAdminister: boolean
  refused: Refusals | null
}

export function pieceRulesPage({ article, findings, on, english, mayWaive, mayAdminister, refused }: PieceRulesShown): PieceRulesPage {
  const open = findings.filter(({ waiver }) => waiver === null).length
  const base = `/articles/${article.id}/rules`
  return {
    title: `House rules: ${article.headline || 'without a headline'}`,
    headline: article.headline || 'Without a headline',
    facts: [
      `${plural(on, 'rule')} held against it`,
      `${plural(open, 'finding')} open`,
      ...(findings.length > open ? [`${findings.length - open} waived`] : []),
      ...(english ? [] : ['the rules on wording read English only: of this piece only what is recorded was held against the rules']),
    ].join(' · '),
    audit: `/articles/${article.id}/audit`,
    settings: mayAdminister ? `/desks/${article.deskId}/rules` : null,
    problem: refused?.errors.form ?? null,
    empty:
      findings.length === 0
        ? 'No rule that is on finds anything here. That is no proof: the rules read wording and records, not minds.'
        : null,
    rules: rules.flatMap(({ id, label, definition, origin }) => {
      const found = findings.filter(({ rule }) => rule === id)
      if (found.length === 0) return []
      return [{ id, label, definition, origin, findings: found.map((finding) => shown(article, base, finding, mayWaive, refused)) }]
    }),
  }
}

function shown(article: Article, base: string, finding: Finding, mayWaive: boolean, refused: Refusals | null): ShownFinding {
  const { rule, start, waiver, claim, quoted } = finding
  const id = `${rule}-${start}`
  const again = refused?.typed.rule === rule && refused.typed.start === String(start) ? refused : null
  return {
    id,
    quoted: quoted || 'The piece as a whole',
    href: claim ? `/claims/${claim.id}` : `/articles/${article.id}/desk`,
    waived: waiver && {
      words: `Waived by ${waiver.by}, ${moment(waiver.at)}`,
      reason: waiver.reason,
      lift: mayWaive ? { action: `${base}/waivers/lifting`, waiver: String(waiver.id) } : null,
    },
    waive:
      mayWaive && !waiver
        ? {
            action: `${base}/waivers`,
            rule,
            start: String(start),
            open: again !== null,
            reason: fieldsOf(id, again).text('reason', 'Why it may stand', ''),
          }
        : null,
  }
}
