import { factLine, isolated, plural } from '../../web/words.ts'
import type { SharedPartials } from '../../web/shared-partials.ts'
import { addressOf } from '../forms.ts'
import type { Selection } from '../selection.ts'
import { rules } from './rules.ts'
import type { OpenedFindings, RuleProgress } from './run.ts'

/** What the house rules find in a selection, rule by rule. */
export interface SelectionRulesPage {
  title: string
  section: string
  selected: string
  back: string
  counting: string | null
  empty: string | null
  summary: string
  rows: { label: string; href: string; origin: string; findings: string; pieces: string; waived: string }[]
}

export function selectionRulesPage(selection: Selection, selected: string, progress: RuleProgress, done: boolean): SelectionRulesPage {
  const { read, total, clean, counts } = progress
  const number = (n: number): string => n.toLocaleString('en-GB')
  return {
    title: 'House rules',
    section: '/audits',
    selected,
    back: `/audits${addressOf(selection)}`,
    counting: done ? null : `Reading: ${number(read)} of ${plural(total, 'piece')} so far; the page goes on by itself.`,
    empty: done && total === 0 ? 'No piece that was split into claims is in this selection.' : null,
    summary: `${number(clean)} of ${plural(read, 'piece')} with nothing to answer for.`,
    rows: rules.flatMap(({ id, label, origin }) => {
      const count = counts[id]
      if (!count) return []
      return [
        {
          label,
          origin,
          href: `/audits/rules/findings${addressOf(selection, { figure: id })}`,
          findings: number(count.findings),
          pieces: number(count.pieces),
          waived: number(count.waived),
        },
      ]
    }),
  }
}

/** The findings of one rule in a selection. */
export interface FindingsPage {
  title: string
  section: string
  label: string
  definition: string
  definitionHref: string
  selected: string
  back: string
  empty: string | null
  findings: { href: string | null; quoted: string; piece: { href: string; name: string }; facts: string }[]
  pagination: SharedPartials['shared/_pagination']
}

export function findingsPage(
  selection: Selection,
  selected: string,
  { rule, page }: { rule: string; page: number },
  { opened, further }: OpenedFindings,
  /** The pieces that the viewer may open. */
  open: ReadonlySet<number>,
): FindingsPage {
  const known = rules.find(({ id }) => id === rule)
  const at = (wanted: number): string => `/audits/rules/findings${addressOf(selection, { figure: rule, page: String(wanted) })}`
  return {
    title: known?.label ?? 'House rules',
    section: '/audits',
    label: known?.label ?? 'No such rule',
    definition: known ? `${known.definition} (${known.origin})` : '',
    definitionHref: `/audits/definitions#rule-${rule}`,
    selected,
    back: `/audits/rules${addressOf(selection)}`,
    empty: opened.length === 0 ? 'Nothing found here.' : null,
    findings: opened.map(({ finding, piece }) => ({
      href: open.has(piece.id) ? `/articles/${piece.id}/rules#${finding.rule}-${finding.start}` : null,
      quoted: finding.quoted || 'The piece as a whole',
      piece: { href: `/articles/${piece.id}/${open.has(piece.id) ? 'rules' : 'audit'}`, name: piece.headline || 'Without a headline' },
      facts: factLine(isolated(piece.outlet), isolated(piece.byline), piece.day, finding.waiver ? `waived by ${finding.waiver.by}` : ''),
    })),
    pagination: {
      newer: page > 1 ? { href: at(page - 1), label: 'Before' } : null,
      older: further ? { href: at(page + 1), label: 'Further' } : null,
    },
  }
}
